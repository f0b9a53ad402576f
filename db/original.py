"""What articles translate, as the log names it; the texts are kept like files that are attached."""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from db import attached, log, rows
from db.driver import sqlite3
from db.evidence import STANDS
from factcheck.errors import StoreError
from factcheck.model import Act, Event, Original, Verb


def original(connection: sqlite3.Connection, article: str) -> Original | None:
    """What an article translates, of whichever draft it was said; the latest act that was not taken back counts."""
    row = connection.execute(
        f"select {log.SELECTED} from draft d join event e on e.draft = d.key and e.verb = 'original'"
        f" where d.article = ? and {STANDS} order by e.stamp desc, e.id desc limit 1",
        [article],
    ).fetchone()
    if row is None:
        return None
    event = log.event_of(row)
    told = _original_of(event)
    return told if told.sha256 else None


def text(connection: sqlite3.Connection, told: Original) -> str | None:
    """The text of an original; None where it did not come to this desk."""
    if not attached.has_file(connection, told.sha256):
        return None
    return b"".join(attached.parts_of(connection, told.sha256)).decode()


def keep_text(connection: sqlite3.Connection, words: str, digest: str | None = None) -> None:
    """Keep a text under its hash, once.

    Raises:
        StoreError: if it is not the text of the hash that is given.
    """
    content = words.encode()
    found = sha256(content).hexdigest()
    if digest not in (None, found):
        raise StoreError("The original is not the text that was read. Nothing was saved; read it again.")
    attached.keep_bytes(connection, found, content)


def refuse_formless(act: Act) -> None:
    """Keep out of the log what could not be read from it.

    Raises:
        StoreError: if an original is not in its form.
    """
    if act.verb is not Verb.ORIGINAL:
        return
    try:
        _original_in(act, "")
    except (ValueError, TypeError) as error:
        raise StoreError(f"This was not understood ({error}). Nothing was saved.") from error


def _original_of(event: Event) -> Original:
    try:
        return _original_in(event.act, event.id)
    except (ValueError, TypeError) as error:
        raise log.unreadable(event.id, error) from error


def _original_in(act: Act, event: str) -> Original:
    """Raises ValueError where it names no text, or something is not in its form."""
    told = dict(_words(act.data))
    if told["sha256"] and not told["file"]:
        raise ValueError("an original needs its name")
    value = act.data.get("published")
    published = rows.published_in(str(value) if value else None, bool(act.data.get("inferred")))
    return Original(**told, published=published, by=act.actor, at=act.at, event=event)


def _words(data: Any) -> Iterator[tuple[str, str]]:
    for name in ("sha256", "file", "raw_sha256", "title", "language"):
        word = data.get(name) or ""
        if not isinstance(word, str):
            raise ValueError("an original is told in text")
        yield name, word
