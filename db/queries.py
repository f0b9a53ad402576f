"""The read side: what screens, lists and exports ask of a desk. Lists and counts come from projections alone."""

import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from db import log, rows
from db.driver import sqlite3
from db.projection import FIRST, lineage
from db.rows import VERDICTS, Load
from db.sight import Sight
from db.standing import NEVER_UNDONE
from factcheck.errors import StoreError
from factcheck.model import Article, Elsewhere, Entry, Event, Given, Ledger, Standing

LAST = chr(0x10FFFF)
"""Sorts after every character, so that a key and what starts with it lie between the key and the key with this."""


def article(connection: sqlite3.Connection, key: str) -> Article:
    """The newest draft of the article whose key starts with `key`."""
    found = connection.execute(
        "select a.key, d.text, a.title, a.published, a.inferred, a.source, a.language, a.raw_sha256"
        " from article a join draft d on d.key = a.draft where a.key >= ? and a.key < ? order by a.key limit 2",
        [key, key + LAST],
    ).fetchall()
    exact = [row for row in found if row[0] == key] or found
    if not key or not exact:
        raise StoreError(f"No article of this desk has the key {key!r}. factcheck list shows them.", "No such article")
    if len(exact) > 1:
        raise StoreError(f"More than one article's key starts with {key!r}. Give more of it.", "Which article?")
    full, words, title, published, inferred, source, language, raw_sha256 = exact[0]
    return Article(title, words, rows.published_in(published, inferred), source, language, full, raw_sha256)


def has_draft(connection: sqlite3.Connection, draft: str) -> bool:
    """Whether the desk holds this draft."""
    return connection.execute("select 1 from draft where key = ?", [draft]).fetchone() is not None


def article_of(connection: sqlite3.Connection, draft: str) -> str | None:
    """The key of the article that holds this draft."""
    row = connection.execute("select article from draft where key = ?", [draft]).fetchone()
    return str(row[0]) if row else None


def text(connection: sqlite3.Connection, draft: str) -> str:
    """The text of a draft that the desk holds."""
    (found,) = connection.execute("select text from draft where key = ?", [draft]).fetchone()
    return str(found)


def raw(connection: sqlite3.Connection, draft: str) -> bytes:
    """The bytes that a draft was read from; empty when they were not kept."""
    row = connection.execute("select raw from draft where key = ?", [draft]).fetchone()
    try:
        return zlib.decompress(row[0]) if row and row[0] else b""
    except zlib.error as error:
        raise StoreError(f"The file of this draft is damaged ({error}). Run factcheck verify.") from error


def ledger(
    connection: sqlite3.Connection, article_key: str, load: Load, sight: Sight, *, as_found: bool = False
) -> Ledger:
    """The claims of an article's newest draft in reading order, with what stands on each.

    Values are as persons corrected them, or `as_found`.
    """
    given: dict[str, list[Given]] = defaultdict(list)
    for claim, reviewer, verdict, at, note in connection.execute(
        f"select c.key, {_GIVEN} from article a join claim c on c.draft = a.draft join claim_verdict v"
        " on v.claim = c.key where a.key = ? and v.verdict <> 'open' order by v.at, v.reviewer",
        [article_key],
    ):
        given[claim].append(Given(reviewer, VERDICTS[verdict], datetime.fromisoformat(at), note))
    # What the viewer said is read only where they may be shown nothing else.
    selected, joined, values = (SHOWN, _OF_CLAIM, [sight.viewer]) if sight.keeps else (_TRUTH, _STATE_OF_CLAIM, [])
    found = connection.execute(
        f"select {rows.FOUND if as_found else rows.CLAIM}, c.key, {selected}"
        f" from article a join claim c on c.draft = a.draft {joined}"
        ' where a.key = ? and (c.found or s.claim is not null) order by c.start, c."end", c.kind',
        [*values, article_key],
    )
    cells = rows.CLAIM_CELLS
    return Ledger(
        tuple(
            Entry(number, rows.claim_of(row, load), shown(row[cells + 1 :], given.get(row[cells], ()), sight))
            for number, row in enumerate(found, 1)
        )
    )


def elsewhere(
    connection: sqlite3.Connection, kind: str, reading: str, but: str, limit: int, sight: Sight
) -> tuple[Elsewhere, ...]:
    """Claims of other articles that are read the same, those that were touched last first, at most `limit`."""
    where = "a.key <> ?3 and (c.found or s.claim is not null)"
    found = connection.execute(
        f"""
        select a.key, a.title, c.key, c.quote, a.last_stamp, c.start from claim c
            join article a on a.draft = c.draft left join claim_state s on s.claim = c.key
            where c.reading = ?2 and c.kind = ?1 and s.corrected_reading is null and {where}
        union all
        select a.key, a.title, c.key, c.quote, a.last_stamp, c.start from claim_state s
            join claim c on c.key = s.claim join article a on a.draft = c.draft
            where s.corrected_reading = ?2 and c.kind = ?1 and {where}
        order by 5 desc, 1, 6 limit ?4
        """,
        [kind, reading, but, limit],
    )
    return tuple(
        Elsewhere(article, title, claim, quote, standing(connection, claim, sight).verdict)
        for article, title, claim, quote, *_ in found.fetchall()
    )


def standing(connection: sqlite3.Connection, claim: str, sight: Sight) -> Standing:
    """What stands on one claim."""
    row = connection.execute(f"select {SHOWN} from claim c {_OF_CLAIM} where c.key = ?", [sight.viewer, claim])
    found = row.fetchone()
    return shown(found, given_on(connection, claim), sight) if found else Standing()


def given_on(connection: sqlite3.Connection, claim: str) -> list[Given]:
    """The reviewers' own verdicts on one claim, oldest first."""
    said = connection.execute(
        f"select {_GIVEN} from claim_verdict v where v.claim = ? and v.verdict <> 'open' order by v.at, v.reviewer",
        [claim],
    )
    return [
        Given(reviewer, VERDICTS[verdict], datetime.fromisoformat(at), note) for reviewer, verdict, at, note in said
    ]


_GIVEN = "v.reviewer, v.verdict, v.at, v.note"
_TRUTH = f"coalesce(s.origin, c.key), {rows.STANDING}"
_STATE_OF_CLAIM = "left join claim_state s on s.claim = c.key"
SHOWN = f"{_TRUTH}, {rows.OWN}"
"""What a query selects from `claim c`, `claim_state s` and the viewer's `claim_verdict v` for `shown`."""
_OF_CLAIM = f"{_STATE_OF_CLAIM} left join claim_verdict v on v.claim = c.key and v.reviewer = ?"


def shown(row: tuple[Any, ...], given: Sequence[Given], sight: Sight) -> Standing:
    """What is shown of a claim, from a row of SHOWN; without OWN where nothing is kept from them."""
    cells = 1 + rows.STANDING_CELLS
    return sight.standing(row[1:cells], row[cells:], row[0], given)


def history(connection: sqlite3.Connection, claim: str, sight: Sight) -> tuple[Event, ...]:
    """Every act about a claim and about what it was in earlier drafts, oldest first, those taken back too."""
    keys: list[str] = []
    before: str | None = claim
    while before is not None and before not in keys:
        same, before = lineage(connection, before)
        keys += same
    found = connection.execute(
        f"select {log.SELECTED} from event e where e.claim in ({', '.join('?' * len(keys))}) and {FIRST}"
        " order by e.stamp, e.id",
        keys,
    )
    return sight.events(connection, claim, map(log.event_of, found))


def events(connection: sqlite3.Connection, article_key: str | None) -> Iterator[Event]:
    """The log in order, an article's or all of it, one event at a time."""
    where = "" if article_key is None else "where e.draft in (select key from draft where article = ?)"
    found = connection.execute(
        f"select {log.SELECTED} from event e {where} order by e.stamp, e.id, e.device",
        [] if article_key is None else [article_key],
    )
    return (log.event_of(row) for row in found)


def log_end(connection: sqlite3.Connection) -> int:
    """Where the log ends now, in this file's order of arrival."""
    (end,) = connection.execute("select coalesce(max(position), 0) from event").fetchone()
    return int(end)


def arrived(connection: sqlite3.Connection, article_key: str, after: int, until: int) -> tuple[Event, ...]:
    """What came in about an article between two places of the log, in the order of arrival."""
    found = connection.execute(
        f"select {log.SELECTED} from event e where e.position > ? and e.position <= ?"
        " and e.draft in (select key from draft where article = ?) order by e.position",
        [after, until, article_key],
    )
    return tuple(log.event_of(row) for row in found)


def newest_standing(connection: sqlite3.Connection, draft: str, actor: str) -> Event | None:
    """The actor's newest act on a draft that can be taken back and was not."""
    row = connection.execute(
        f"select {log.SELECTED} from event e where e.draft = ? and e.actor = ?"
        f" and e.verb not in ({', '.join('?' * len(NEVER_UNDONE))})"
        " and not exists (select 1 from undone u where u.event = e.id) order by e.stamp desc, e.id desc limit 1",
        [draft, actor, *map(str, NEVER_UNDONE)],
    ).fetchone()
    return log.event_of(row) if row else None


def standing_beside(connection: sqlite3.Connection, event: Event) -> tuple[Event, ...]:
    """The event, and what its actor did at the same instant on the same draft and still stands; newest first."""
    act = event.act
    rows = connection.execute(
        f"select {log.SELECTED} from event e where e.draft = ? and e.actor = ? and e.at = ?"
        f" and e.verb not in ({', '.join('?' * len(NEVER_UNDONE))})"
        " and not exists (select 1 from undone u where u.event = e.id) order by e.stamp desc, e.id desc",
        [act.draft, act.actor, log.instant(act.at), *map(str, NEVER_UNDONE)],
    )
    return tuple(log.event_of(row) for row in rows)


def heads(connection: sqlite3.Connection) -> dict[str, str]:
    """The hash of each device's newest event."""
    found = connection.execute(
        # From device to device by the index: a plain group by would read the whole of it.
        """
        with recursive chain(device) as (
            select min(device) from event
            union all
            select (select min(e.device) from event e where e.device > chain.device) from chain where device is not null
        )
        select device, (select e.hash from event e where e.device = chain.device order by e.device_seq desc limit 1)
        from chain where device is not null
        """
    )
    return dict(found.fetchall())


def chains(connection: sqlite3.Connection) -> dict[str, int]:
    """How many events of each device are here; from device to device by the index, not through all of it."""
    found = connection.execute(
        """
        with recursive chain(device) as (
            select min(device) from event
            union all
            select (select min(e.device) from event e where e.device > chain.device) from chain where device is not null
        )
        select device, (select max(e.device_seq) from event e where e.device = chain.device)
        from chain where device is not null
        """
    )
    return dict(found.fetchall())
