"""The log's form: canonical JSON, ids, the hash chain of a device, and rows to events and back."""

import json
import os
import platform
import secrets
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from db.driver import sqlite3
from factcheck.errors import StoreError
from factcheck.model import Act, Event, Verb

COLUMNS = "id, device, device_seq, stamp, at, actor, verb, draft, claim, data, prev_hash, hash"
_decode = json.JSONDecoder().decode
_quoted = json.encoder.encode_basestring
"""A text as canonical JSON has it; without the encoder around it, which would take as long as the hash."""
_TICK = timedelta(microseconds=1)
_YEARS = range(1900, 9000)


def canonical(data: Any) -> str:
    """JSON in the one form that is hashed: sorted keys, no spaces, no escapes beyond JSON's own."""
    return json.dumps(
        data, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False, default=_as_dict
    )


def _as_dict(value: object) -> dict[Any, Any]:
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"not JSON data: {value!r}")


def instant(at: datetime) -> str:
    """A time as it is kept: ISO 8601, UTC, microseconds, so that text order is time order."""
    if at.tzinfo is None:
        raise ValueError(f"a time without a zone: {at}")
    utc = at if at.tzinfo is UTC else at.astimezone(UTC)
    if utc.year not in _YEARS:
        raise StoreError(f"The clock says {utc:%Y-%m-%d}. Nothing was saved; set the clock and try again.")
    return utc.isoformat(timespec="microseconds")


def digest(text: str) -> str:
    """SHA-256 of a text's UTF-8, in hex."""
    return sha256(text.encode()).hexdigest()


def event_id(at: str, actor: str, verb: str, draft: str, claim: str | None, data: Any) -> str:
    """What names an act: the same act always has the same id."""
    return digest(canonical({"at": at, "actor": actor, "verb": verb, "draft": draft, "claim": claim, "data": data}))


def kept_id(at: str, actor: str, verb: str, draft: str, claim: str | None, data: str) -> str:
    """`event_id` of an act as it is kept, its `data` as text.

    The very text is hashed, not what a parser makes of it: another order or another space comes to another id.
    """
    named = _quoted(claim) if claim is not None else "null"
    words = (
        f'{{"actor":{_quoted(actor)},"at":{_quoted(at)},"claim":{named},"data":{data},'
        f'"draft":{_quoted(draft)},"verb":{_quoted(verb)}}}'
    )
    return digest(words)


def event_hash(id: str, device: str, device_seq: int, stamp: str, prev_hash: str) -> str:
    """What binds an act to its place in its device's chain."""
    words = f"[{_quoted(id)},{_quoted(device)},{device_seq},{_quoted(stamp)},{_quoted(prev_hash)}]"
    return digest(words)


def place_of(path: Path) -> str:
    """A hash of this machine and this file, which a copy of the file does not share."""
    return digest(f"{platform.node()}\n{os.stat(path).st_ino}")


def device_at(connection: sqlite3.Connection, place: str, at: str) -> str:
    """The device id of a place; a new random one when the place is new. Call inside a transaction."""
    row = connection.execute("select id from device where place = ?", [place]).fetchone()
    if row:
        return str(row[0])
    device = secrets.token_hex(8)
    connection.execute("insert into device (id, place, since) values (?, ?, ?)", [device, place, at])
    return device


def append(connection: sqlite3.Connection, act: Act, place: str) -> tuple[Event, bool]:
    """The act as the newest event of this place's chain, and whether it is new. Call inside a transaction."""
    at, data = instant(act.at), canonical(act.data)
    id = event_id(at, act.actor, act.verb, act.draft, act.claim, act.data)
    known = event(connection, id)
    if known is not None:
        return known, False
    device = device_at(connection, place, at)
    last = connection.execute(
        "select device_seq, hash from event where device = ? order by device_seq desc limit 1", [device]
    ).fetchone()
    device_seq, prev_hash = (last[0] + 1, last[1]) if last else (1, "")
    stamp = _stamp_after(connection, at)
    hash = event_hash(id, device, device_seq, stamp, prev_hash)
    row = (id, device, device_seq, stamp, at, act.actor, act.verb, act.draft, act.claim, data, prev_hash, hash)
    connection.execute(f"insert into event ({COLUMNS}) values ({', '.join('?' * len(row))})", row)
    return event_of((*row, 0)), True


def _stamp_after(connection: sqlite3.Connection, at: str) -> str:
    """`at`, or just after the newest event known here: an act never sorts before one it could have followed."""
    (newest,) = connection.execute("select max(stamp) from event").fetchone()
    if newest is None or newest < at:
        return at
    return instant(datetime.fromisoformat(newest) + _TICK)


def event(connection: sqlite3.Connection, id: str) -> Event | None:
    """One event of the log by its id."""
    row = connection.execute(f"select {SELECTED} from event e where e.id = ?", [id]).fetchone()
    return event_of(row) if row else None


SELECTED = ", ".join(f"e.{name}" for name in COLUMNS.split(", ")) + (
    ", exists (select 1 from undone u where u.event = e.id)"
)
"""What a query selects from `event e` for `event_of`."""


_VERBS = {verb.value: verb for verb in Verb}
"""Verbs by what the column holds: a table answers sooner than the enumeration, which a long log feels."""


def event_of(row: tuple[Any, ...]) -> Event:
    """An event from a row of COLUMNS and whether it was undone."""
    id, device, device_seq, stamp, at, actor, verb, draft, claim, data, prev_hash, hash, undone = row
    try:
        words = _decode(data)
        if not isinstance(words, dict):
            raise ValueError("its data is not an object")
        act = Act(datetime.fromisoformat(at), actor, _VERBS.get(verb) or Verb(verb), draft, claim, words)
        return Event(id, device, device_seq, act, prev_hash, hash, bool(undone), datetime.fromisoformat(stamp))
    except (ValueError, RecursionError) as error:
        raise unreadable(id, error) from error


def unreadable(id: str, why: object) -> StoreError:
    """What to say of an event that the program did not write so, or that a newer one wrote."""
    return StoreError(
        f"Event {id} of the log cannot be read ({why}). Nothing was changed; run factcheck verify.",
        "Could not read the desk",
    )
