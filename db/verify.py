"""Proves that nobody touched the log: replays every device's chain from its first event and names the first bad one.

The chain shows edits, deletions, reordering and events put in. It cannot show that the newest events of a chain were
cut off, nor that somebody wrote a whole chain anew: for that it takes a head kept elsewhere, as every export carries
one.
"""

import json
import zlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import islice
from typing import Any, NamedTuple

from sqlite_utils import Database

from db import attached, log
from db.desk import Desk
from db.driver import sqlite3
from db.migrations import migrations
from factcheck.model import Claim, PlainValue, Span, Verb

_MOST = 100


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
    """What was seen so far."""

    against: set[str]
    events: int = 0
    drafts: int = 0
    ends: dict[str, _End] = field(default_factory=dict)
    added: set[str] = field(default_factory=set)


def verify(desk: Desk, against: Collection[str] = ()) -> Proof:
    """Replay every device's chain; `against` are hashes of events that must be there (heads of earlier exports)."""
    replay = _Replay(set(against))
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
    for row in connection.execute(f"select {log.COLUMNS} from event not indexed order by position"):
        link = _Link(*row)
        for what in (*link.faults(), *_breaks(link, replay.ends.get(link.device, _End()))):
            yield Problem(link.id, link.device, link.device_seq, what)
        replay.ends[link.device] = _End(link.device_seq, link.hash, link.stamp)
        replay.events += 1
        replay.against.discard(link.hash)
        if link.verb == Verb.DRAFT_ADDED:
            replay.added.add(link.draft)


@dataclass(frozen=True, slots=True)
class _Link:
    """An event as it lies in the file."""

    id: str
    device: str
    device_seq: int
    stamp: str
    at: str
    actor: str
    verb: str
    draft: str
    claim: str | None
    data: str
    prev_hash: str
    hash: str

    def faults(self) -> Iterator[str]:
        """What is wrong with this event by itself."""
        try:
            data: Any = json.loads(self.data)
            id = log.event_id(self.at, self.actor, self.verb, self.draft, self.claim, data)
            intact = id == self.id and log.canonical(data) == self.data
        except (ValueError, RecursionError):
            intact = False
        if not intact:
            yield "its words are not those that were recorded: it was edited"
        if log.event_hash(self.id, self.device, self.device_seq, self.stamp, self.prev_hash) != self.hash:
            yield "its hash does not fit its place in the chain: it was edited, moved or put in"


def _breaks(link: _Link, end: _End) -> Iterator[str]:
    """What is wrong between an event and the one before it on its device."""
    if link.device_seq > end.seq + 1:
        yield f"{link.device_seq - end.seq - 1} before it are missing: events were deleted or moved"
    elif link.device_seq <= end.seq:
        yield "its place in the chain was taken already: events were moved or put in"
    elif link.prev_hash != end.hash:
        yield "it does not follow the event before it: events were edited, moved, put in or deleted"
    elif link.stamp <= end.stamp:
        yield "it claims an earlier time than the event before it: it was put in"


def _replayed_acts(connection: sqlite3.Connection) -> Iterator[Problem]:
    again = connection.execute(
        "select id, device, device_seq from event where (id, device) in"
        " (select id, device from event group by id, device having count(*) > 1) order by position"
    )
    seen = set()
    for id, device, device_seq in again:
        if (id, device) in seen:
            yield Problem(id, device, device_seq, "the same act is in the log already: it was replayed")
        seen.add((id, device))


def _draft_problems(connection: sqlite3.Connection, replay: _Replay) -> Iterator[Problem]:
    """Articles and claims lie beside the log; the log names each text by its hash."""
    kept = set()
    for key, text, raw, raw_sha256 in connection.execute("select key, text, raw, raw_sha256 from draft order by key"):
        kept.add(key)
        replay.drafts += 1
        if log.digest(text) != key:
            yield Problem("", "", 0, f"the text of draft {key} is not the one that was added: it was edited")
        elif key not in replay.added:
            yield Problem("", "", 0, f"draft {key} is on the desk but the log does not say who added it: it was put in")
        if raw and raw_sha256 and _sha256_of(raw) != raw_sha256:
            yield Problem("", "", 0, f"the file that draft {key} was read from is not the one that was added")
        yield from _claim_problems(connection, key, text)
    for key in sorted(replay.added - kept):
        yield Problem("", "", 0, f"draft {key} was added but is not on the desk any more: it was deleted")


def _claim_problems(connection: sqlite3.Connection, draft: str, text: str) -> Iterator[Problem]:
    for key, kind, start, end, quote in connection.execute(
        'select key, kind, start, "end", quote from claim where draft = ? order by start', [draft]
    ):
        span = Span(start, end)
        if Claim(draft, kind, span, quote, PlainValue({})).key != key or span.of(text) != quote:
            yield Problem("", "", 0, f"claim {key} does not quote its article: it was edited")


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
