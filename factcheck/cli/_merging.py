"""Logs of other devices: read from desks and files, taken in, and the articles they tell of read anew."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.errors import InputError
from factcheck.safe import safe_line

if TYPE_CHECKING:
    from db import Store
    from factcheck.syntax import Parser

_DESK = b"SQLite format 3\0"


def records_in(path: Path) -> Iterator[Mapping[str, Any]]:
    """The acts of a desk or of an export of the format events.

    Raises:
        InputError: if the file cannot be read or is neither.
        StoreError: if the desk cannot be read.
    """
    name = safe_line(str(path))
    try:
        with path.open("rb") as file:
            if file.read(len(_DESK)) != _DESK:
                file.seek(0)
                yield from _in_lines(file, name)
                return
    except OSError as error:
        raise InputError(f"{name} could not be read: {error.strerror}.") from error
    from db import Store
    from factcheck.cli._desk import dump, load

    with Store(path, dump, load, readonly=True) as other:
        yield from other.records()


def _in_lines(lines: Iterable[bytes], name: str) -> Iterator[Mapping[str, Any]]:
    for number, line in enumerate(lines, 1):
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise InputError(
                f"{name}: line {number} is not whole, or no JSON. Nothing of it was taken;"
                " take a desk, or what `factcheck export --format events` wrote."
            ) from error
        if not isinstance(record, dict):
            raise InputError(f"{name}: line {number} is no act. Nothing of it was taken.")
        yield record


def read_again(store: "Store", articles: Iterable[str], parser: "Parser | None") -> None:
    """Find the claims of articles whose text or date came from elsewhere, with the date they have now."""
    from factcheck.cli._checked import findings_on
    from factcheck.extract import claims_of

    for key in articles:
        article = store.article(key)
        claims = claims_of(article, parser=parser)
        store.reread(article, claims, findings=len(findings_on(store, article, claims)))
