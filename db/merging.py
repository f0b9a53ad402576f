"""Takes in the log of another device: a set union, the same in whatever order and however often it is done.

Every event is checked before it is kept: its words against its id, its id against its place in its device's chain. What
the log then comes to is replayed, so that every device that holds the same events shows the same.
"""

import base64
import binascii
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from db import attached, log, queries, rows
from db.desk import Desk
from db.driver import sqlite3
from db.replay import replayed, rewrite
from factcheck.errors import StoreError
from factcheck.model import Article, Claim, PlainValue, Span, Verb

_TITLE = "Not merged"
_NAMES = tuple(log.COLUMNS.split(", "))
_WITH_FILES = (Verb.EVIDENCE, Verb.ORIGINAL)
"""Acts that name a file or a text by its hash."""
_WHOLE = {"device_seq": int, "claim": str | None, "data": dict}


@dataclass(frozen=True, slots=True)
class Taken:
    """What was new: how many events and drafts, and the keys of the articles whose text, date or original they tell."""

    events: int = 0
    drafts: int = 0
    articles: tuple[str, ...] = ()


def records(desk: Desk, after: Mapping[str, int] | None = None) -> Iterator[dict[str, Any]]:
    """The log as JSON data, all that a new desk needs: with the act that added a draft its text, file and found claims,
    with evidence the file and with an original the text that it names.

    `after` names devices: then only their chains are given, each from the event after that number.
    """
    with desk.reading() as connection:
        for record in _records(connection, after):
            if record["verb"] == Verb.DRAFT_ADDED:
                record |= _draft(connection, record["draft"])
            elif record["verb"] in _WITH_FILES:
                record |= attached.record_of(connection, record["data"])
            yield record


def _records(connection: sqlite3.Connection, after: Mapping[str, int] | None) -> Iterator[dict[str, Any]]:
    chains = [("", [])] if after is None else [("where device = ? and device_seq > ?", list(c)) for c in after.items()]
    for where, values in chains:
        for row in connection.execute(f"select {log.COLUMNS} from event {where} order by stamp, id, device", values):
            record = dict(zip(_NAMES, row, strict=True))
            yield record | {"data": json.loads(record["data"])}


def _draft(connection: sqlite3.Connection, key: str) -> dict[str, Any]:
    if not queries.has_draft(connection, key):
        return {}
    claims = connection.execute(
        'select kind, start, "end", quote, value, reading from claim where draft = ? and found order by start, "end"',
        [key],
    )
    names = ("kind", "start", "end", "quote", "value", "reading")
    return {
        "text": queries.text(connection, key),
        "raw": base64.b64encode(queries.raw(connection, key)).decode(),
        "claims": [dict(zip(names, row, strict=True)) | {"value": json.loads(row[4])} for row in claims],
    }


def take(desk: Desk, others: Iterable[Mapping[str, Any]]) -> Taken:
    """Keep what of another log is not here yet, all of it or nothing.

    Raises:
        StoreError: if an event is not as it was recorded, one before it is missing, or two logs tell one device's
            story differently.
    """
    touched: set[str] = set()
    events = drafts = 0
    with desk.writing() as connection:
        for record in others:
            if not _is_new(connection, record):
                continue
            events += 1
            if _retells(connection, record):
                touched.add(record["draft"])
            if record["verb"] == Verb.DRAFT_ADDED and not queries.has_draft(connection, record["draft"]):
                _insert_draft(connection, record)
                drafts += 1
            if record["verb"] in _WITH_FILES:
                _insert_file(connection, record)
            row = [log.canonical(record[name]) if name == "data" else record[name] for name in _NAMES]
            connection.execute(f"insert into event ({log.COLUMNS}) values ({', '.join('?' * len(row))})", row)
        if events:
            with replayed(connection):
                rewrite(connection)
        found = {queries.article_of(connection, draft) for draft in touched}
    return Taken(events, drafts, tuple(sorted(filter(None, found))))


def _retells(connection: sqlite3.Connection, record: Mapping[str, Any]) -> bool:
    """Whether an act, or the one that it takes back, tells an article's text, date or original."""
    verb = record["verb"]
    if verb == Verb.UNDONE and (target := log.event(connection, str(record["data"].get("event")))) is not None:
        verb = target.act.verb
    return verb in (Verb.DRAFT_ADDED, Verb.DATED, Verb.ORIGINAL)


def _is_new(connection: sqlite3.Connection, record: Mapping[str, Any]) -> bool:
    """Whether the event is not here yet, after a look at every part of it."""
    id, device, number, stamp, at, actor, verb, draft, claim, data, prev_hash, hash = _parts(record)
    place = f"Event {number} of device {device}"
    row = connection.execute("select hash from event where device = ? and device_seq = ?", [device, number]).fetchone()
    if row:
        if row[0] != hash:
            raise _refusal(
                f"{place} is another one here: two files went on from the same point of one device's log,"
                " as when an older copy was put back in place"
            )
        return False
    intact = (
        log.event_id(at, actor, verb, draft, claim, data) == id
        and log.event_hash(id, device, number, stamp, prev_hash) == hash
        and all(log.instant(datetime.fromisoformat(time)) == time for time in (stamp, at))
    )
    if not intact:
        raise _refusal(f"{place} is not as it was recorded: somebody edited it")
    last = connection.execute(
        "select device_seq, hash, stamp from event where device = ? order by device_seq desc limit 1", [device]
    ).fetchone() or (0, "", "")
    if number > last[0] + 1:
        raise _refusal(f"{place} came, but {number - last[0] - 1} before it are missing: merge the earlier ones first")
    if prev_hash != last[1] or stamp <= last[2]:
        raise _refusal(f"{place} does not follow the one before it: somebody edited, moved or put it in")
    if verb not in set(Verb):
        raise _refusal(f"{place} is an act that this version does not know ({verb}); update factcheck")
    return True


def _parts(record: Mapping[str, Any]) -> tuple[Any, ...]:
    for name in _NAMES:
        if name not in record or not isinstance(record[name], _WHOLE.get(name, str)):
            raise _refusal(f"A line is no event: its {name} is missing or in no form that is known")
    try:
        for time in ("stamp", "at"):
            datetime.fromisoformat(record[time])
        log.canonical(record["data"]).encode()
    except (ValueError, RecursionError) as error:
        raise _refusal(f"A line is no event ({error})") from error
    return tuple(record[name] for name in _NAMES)


def _insert_draft(connection: sqlite3.Connection, record: Mapping[str, Any]) -> None:
    """The text that came with the act that added it, and the claims that were found in it."""
    text, key, data = record.get("text"), record["draft"], record["data"]
    if not isinstance(text, str):
        raise _refusal(f"The text of draft {key} is missing: take an export of the format events, or the desk itself")
    try:
        raw = base64.b64decode(record.get("raw") or "", validate=True)
        published = rows.published_in(data["published"], data["inferred"])
        article = Article(
            data["title"], text, published, data["source"], data["language"], data["article"], data["raw_sha256"]
        )
        claims = [_claim_row(key, text, claim) for claim in record.get("claims") or ()]
    except (KeyError, TypeError, ValueError, AttributeError, binascii.Error) as error:
        raise _refusal(f"Draft {key} cannot be read ({error})") from error
    wrong_file = raw and article.raw_sha256 and sha256(raw).hexdigest() != article.raw_sha256
    if log.digest(text) != key or wrong_file:
        raise _refusal(f"The text or the file of draft {key} is not the one that was added: somebody edited it")
    rows.insert_draft(connection, article, raw)
    connection.executemany(
        'insert or ignore into claim (key, draft, kind, start, "end", quote, value, reading, origin, found)'
        " values (?, ?, ?, ?, ?, ?, ?, ?, 'found', 1)",
        claims,
    )


def _insert_file(connection: sqlite3.Connection, record: Mapping[str, Any]) -> None:
    try:
        attached.take_record(connection, record["data"], record)
    except ValueError as error:
        raise _refusal(f"An act came and {error}") from error


def _claim_row(draft: str, text: str, data: Mapping[str, Any]) -> tuple[Any, ...]:
    span = Span(int(data["start"]), int(data["end"]))
    if not 0 <= span.start <= span.end or span.of(text) != data["quote"]:
        raise ValueError(f"a claim at {span.start} does not quote its text")
    claim = Claim(draft, str(data["kind"]), span, data["quote"], PlainValue({}))
    return (claim.key, draft, claim.kind, *span, claim.quote, log.canonical(data["value"]), data.get("reading"))


def _refusal(what: str) -> StoreError:
    return StoreError(f"{what}. Nothing of this log was taken; what was here is as it was.", _TITLE)
