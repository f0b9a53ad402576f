"""From a path, an address or standard input to an article: read, cleaned, and dated by its text if by nobody else."""

import sys
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

import click

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
    for warning in raw.warnings:
        click.echo(f"factcheck: {safe_line(warning)}", err=True)
    text = clean(raw.text)
    article = Article(
        title=raw.title,
        text=text,
        published=raw.published or infer_published(text),
        source=raw.source,
        language=raw.language,
        raw_sha256=sha256(raw.data).hexdigest(),
    )
    return Arrived(article, raw.data, raw.lines_before)
