"""Proves that nobody touched the log: replays every device's chain from its first event and names the first bad one.

The chain shows edits, deletions, reordering and events put in. It cannot show that the newest events of a chain were
cut off, nor that somebody wrote a whole chain anew: for that it takes a head kept elsewhere, as every export carries
one.
"""

import json
import zlib
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import islice
from typing import NamedTuple

from sqlite_utils import Database

from db import attached, log
from db.desk import Desk
from db.driver import sqlite3
from db.migrations import migrations
from factcheck.model import Verb, claim_key

_MOST = 100
_BATCH = 1000
"""How many events are in memory at a time."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with the log, and with which event (empty for a draft or a missing head)."""

    event: str
    device: str
    device_seq: int
    what: str

    def __str__(self) -> str:
        where = f"event {self.event} ({self.device} #{self.device_seq}): " if self.event else ""
        return where + self.what


@dataclass(frozen=True, slots=True)
class Proof:
    """What a replay of every chain came to: how much was read, each device's head, and what is wrong, first first."""

    events: int
    drafts: int
    heads: dict[str, str]
    problems: tuple[Problem, ...]

    @property
    def holds(self) -> bool:
        return not self.problems


class _End(NamedTuple):
    """Where a chain has come to."""

    seq: int = 0
    hash: str = ""
    stamp: str = ""


@dataclass
class _Replay:
    """What was seen so far: `added` holds what the log says of each draft; `step` is told how much more was read."""

    against: set[str]
    step: Callable[[int], None]
    events: int = 0
    drafts: int = 0
    ends: dict[str, _End] = field(default_factory=dict)
    added: dict[str, list[str]] = field(default_factory=dict)


def verify(desk: Desk, against: Collection[str] = (), step: Callable[[int], None] = lambda count: None) -> Proof:
    """Replay every device's chain; `against` are hashes of events that must be there (heads of earlier exports).

    `step` is called now and then with how many events and claims more were read, `length` of them in all.
    """
    replay = _Replay(set(against), step)
    with desk.reading() as connection:
        connection.execute("begin")  # one snapshot, also while others write
        connection.text_factory = _lenient
        try:
            problems = tuple(islice(_problems(connection, replay), _MOST))
        finally:
            connection.text_factory = str
            connection.execute("rollback")
    heads = {device: end.hash for device, end in replay.ends.items()}
    return Proof(replay.events, replay.drafts, heads, problems)


def length(desk: Desk) -> int:
    """How many events and claims there are to read."""
    with desk.reading() as connection:
        (count,) = connection.execute("select (select count(*) from event) + (select count(*) from claim)").fetchone()
        return int(count)


def _lenient(content: bytes) -> str:
    """Text that may be broken: what does not decode fits no hash, and so the event it stands in is named."""
    return content.decode("utf-8", "replace")


def _problems(connection: sqlite3.Connection, replay: _Replay) -> Iterator[Problem]:
    yield from _chain_problems(connection, replay)
    yield from _replayed_acts(connection)
    for missing in sorted(replay.against):
        yield Problem("", "", 0, f"the log was cut off or replaced: the event with the hash {missing} is not in it")
    yield from _draft_problems(connection, replay)
    yield from (Problem("", "", 0, what) for what in attached.problems(connection))
    yield from _guard_problems(connection)


def _chain_problems(connection: sqlite3.Connection, replay: _Replay) -> Iterator[Problem]:
    """In order of arrival, without an index: an index could be what was tampered with, and nothing has to be sorted."""
    begun, ends, against = _End(), replay.ends, replay.against
    rows = connection.execute(f"select {log.COLUMNS} from event not indexed order by position")
    while batch := rows.fetchmany(_BATCH):
        for id, device, seq, stamp, at, actor, verb, draft, claim, data, prev_hash, hash in batch:
            last = ends.get(device, begun)
            if log.kept_id(at, actor, verb, draft, claim, data) != id:
                yield Problem(id, device, seq, "its words are not those that were recorded: it was edited")
            if log.event_hash(id, device, seq, stamp, prev_hash) != hash:
                what = "its hash does not fit its place in the chain: it was edited, moved or put in"
                yield Problem(id, device, seq, what)
            if seq != last.seq + 1 or prev_hash != last.hash or stamp <= last.stamp:
                yield Problem(id, device, seq, _break(seq, prev_hash, last))
            ends[device] = _End(seq, hash, stamp)
            if hash in against:
                against.discard(hash)
            if verb == Verb.DRAFT_ADDED:
                replay.added.setdefault(draft, []).append(data)
        replay.events += len(batch)
        replay.step(len(batch))


def _break(seq: int, prev_hash: str, last: _End) -> str:
    """What is wrong between an event and the one before it on its device."""
    if seq > last.seq + 1:
        return f"{seq - last.seq - 1} before it are missing: events were deleted or moved"
    if seq <= last.seq:
        return "its place in the chain was taken already: events were moved or put in"
    if prev_hash != last.hash:
        return "it does not follow the event before it: events were edited, moved, put in or deleted"
    return "it claims an earlier time than the event before it: it was put in"


def _replayed_acts(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Acts that one device recorded twice; two devices may each have recorded the same one."""
    again = connection.execute(
        "select id, device, device_seq from event"
        " where id in (select id from event group by id having count(*) > 1) order by position"
    )
    seen = set()
    for id, device, device_seq in again:
        if (id, device) in seen:
            yield Problem(id, device, device_seq, "the same act is in the log already: it was replayed")
        seen.add((id, device))


def _draft_problems(connection: sqlite3.Connection, replay: _Replay) -> Iterator[Problem]:
    """Articles and claims lie beside the log; the log names each text by its hash."""
    kept = set()
    rows = connection.execute(f"select key, text, raw, raw_sha256, {', '.join(_TOLD)} from draft order by key")
    for key, text, raw, raw_sha256, *told in rows:
        kept.add(key)
        replay.drafts += 1
        if log.digest(text) != key:
            yield Problem("", "", 0, f"the text of draft {key} is not the one that was added: it was edited")
        elif key not in replay.added:
            yield Problem("", "", 0, f"draft {key} is on the desk but the log does not say who added it: it was put in")
        elif not any(_tells(data, told) for data in replay.added[key]):
            what = f"the title, day, source or language of draft {key} is not what it was added with: it was edited"
            yield Problem("", "", 0, what)
        if raw and raw_sha256 and _sha256_of(raw) != raw_sha256:
            yield Problem("", "", 0, f"the file that draft {key} was read from is not the one that was added")
        yield from _claim_problems(connection, replay, key, text)
    for key in sorted(replay.added.keys() - kept):
        yield Problem("", "", 0, f"draft {key} was added but is not on the desk any more: it was deleted")


_TOLD = ("title", "published", "inferred", "source", "language")
"""Columns of a draft of which the log tells; the oldest logs tell of fewer."""


def _tells(data: str, told: Sequence[object]) -> bool:
    """Whether an act says of a draft what is kept of it; one that cannot be read was named as edited."""
    try:
        said = json.loads(data)
    except (ValueError, RecursionError):
        return True
    if not isinstance(said, dict):
        return True
    return all(said.get(name, value) == value for name, value in zip(_TOLD, told, strict=True))


def _claim_problems(connection: sqlite3.Connection, replay: _Replay, draft: str, text: str) -> Iterator[Problem]:
    claims = connection.execute(
        'select key, kind, start, "end", quote from claim where draft = ? order by start', [draft]
    ).fetchall()
    for key, kind, start, end, quote in claims:
        if claim_key(draft, kind, start, end) != key or text[start:end] != quote:
            yield Problem("", "", 0, f"claim {key} does not quote its article: it was edited")
    replay.step(len(claims))


def _guard_problems(connection: sqlite3.Connection) -> Iterator[Problem]:
    """The tables, and the triggers that keep the log from being changed, are those that this program made."""
    made = Database(memory=True, execute_plugins=False)
    try:
        migrations.apply(made)
        schema = "select type, name, sql from sqlite_master where name not like 'sqlite_%'"
        expected, kept = set(made.conn.execute(schema)), set(connection.execute(schema))
    finally:
        made.close()
    for type, name, _ in sorted(expected - kept):
        yield Problem("", "", 0, f"the {type} {name} was removed or changed: the log could be edited unseen")
    for type, name, _ in sorted(kept - expected):
        if (type, name) not in {(type, name) for type, name, _ in expected}:
            yield Problem("", "", 0, f"the {type} {name} is not of this program: it was put in")


def _sha256_of(raw: bytes) -> str:
    """The hash of the bytes in a compressed column; empty when it cannot be read."""
    try:
        return sha256(zlib.decompress(raw)).hexdigest()
    except zlib.error:
        return ""
