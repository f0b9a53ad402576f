"""From a path, an address or standard input to an article: read, cleaned, and dated by its text if by nobody else."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from factcheck.cli._desk import now

if TYPE_CHECKING:
    from factcheck.config import Config
    from factcheck.model import Article


class Arrived(NamedTuple):
    """An article, the bytes it came from, and how many lines of its file stand before its text."""

    article: "Article"
    data: bytes
    lines_before: int


def incoming(
    where: str, config: "Config", *, title: str | None = None, published: str | None = None, source: str | None = None
) -> Arrived:
    """The article at a path, an address or "-"; what the text could not hold of the file is told on standard error.

    Raises:
        InputError: if it cannot be read whole.
        ReadingError: if `published` is no date.
    """
    from factcheck.extract import clean
    from factcheck.extract.published import infer_published
    from factcheck.model import Article
    from factcheck.read import read_article
    from factcheck.safe import safe_line

    raw = read_article(
        where, title=title, published=published, source=source, limit=config.limit, stdin=sys.stdin.buffer
    )
    text = clean(raw.text)
    article = Article(
        title=raw.title,
        text=text,
        published=raw.published or infer_published(text),
        source=raw.source,
        language=raw.language,
        raw_sha256=sha256(raw.data).hexdigest(),
    )
    name = "Standard input" if where == "-" else where
    for warning in (*raw.warnings, *_doubts(name, article)):
        click.echo(f"factcheck: {safe_line(warning)}", err=True)
    return Arrived(article, raw.data, raw.lines_before)


def is_to_read(where: str) -> bool:
    """Whether this names what an article can be read from: a file that is there, an address, or standard input."""
    return where == "-" or where.startswith(("http://", "https://")) or Path(where).exists()


def original_of(where: str, config: "Config", *, published: str | None = None) -> Arrived:
    """What a translation is held against; its source is the name of its file where it has no other.

    Raises:
        InputError: if it cannot be read whole.
        ReadingError: if it is in a language whose numbers are not read.
    """
    from factcheck.errors import ReadingError
    from factcheck.language import READ, is_read

    arrived = incoming(where, config, published=published)
    if not is_read(arrived.article.text):
        raise ReadingError(f"{where} is not compared: it would have to be in {READ}.")
    name = "standard input" if where == "-" else Path(where).name
    return arrived._replace(article=replace(arrived.article, source=arrived.article.source or name))


AHEAD = timedelta(days=31)
"""How far ahead a publication date may lie: copy is often read before it is out."""


def _doubts(name: str, article: "Article") -> Iterator[str]:
    """What would make the reading of an article worth little."""
    from factcheck.language import READ, is_read

    day = article.published.day if article.published else None
    if day is not None and day > now().date() + AHEAD:
        yield f"{name}: its publication date {day} lies ahead of today; dates are read and checked by it."
    if not is_read(article.text):
        yield f"{name} does not look like {READ}: most of its claims will be missed."
