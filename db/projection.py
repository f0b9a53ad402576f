"""The projections: tables that hold what the log comes to, kept up to date with every event."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from db import agreed, counts, log, pace
from db.driver import sqlite3
from db.standing import Basis, Own, Stood, published_of, standing_of, takes_back
from factcheck.model import Act, Event, Published, Verb


class Tables(NamedTuple):
    """The tables that tell which acts count and which claims are one: those of the desk, or those of a replay."""

    undone: str = "undone"
    carried: str = "carried"


DESK = Tables()

FIRST = "not exists (select 1 from event t where t.id = e.id and (t.stamp, t.device) < (e.stamp, e.device))"
"""SQL that counts an act of `event e` once, also where two devices hold it."""


def follow(connection: sqlite3.Connection, event: Event) -> None:
    """Bring every projection up to date with one event that was just added."""
    act = event.act
    _count_day(connection, act, 1)
    pace.follow(connection, act)
    pace.count_answer(connection, act, 1)
    _seen(connection, event)
    touched = [act]
    if act.verb is Verb.UNDONE:
        target = log.event(connection, str(act.data["event"]))
        if target is not None and not target.undone and takes_back(act, target.act):
            connection.execute("insert into undone (event, by) values (?, ?)", [target.id, event.id])
            _count_day(connection, target.act, -1)
            pace.count_answer(connection, target.act, -1)
            touched.append(target.act)
    for each in touched:
        if each.verb is Verb.DRAFT_ADDED:
            for _, origin, _ in links_in(each):
                agreed.count(connection, origin, -1)
            connection.executemany(
                "insert or replace into carried (claim, origin, changed) values (?, ?, ?)", links_in(each)
            )
            for claim, _, _ in links_in(each):
                refresh_claim(connection, claim)
        if each.claim is not None:
            refresh_claim(connection, each.claim)
        if each.verb in (Verb.DATED, Verb.DRAFT_ADDED):
            refresh_date(connection, each.draft)
        if each.verb is Verb.RULES_CHANGED:
            counts.follow_rules(connection)


def links_in(act: Act) -> list[tuple[str, str, int]]:
    """Rows of `carried`: which claims of a new draft are which of an earlier one, and whether they changed."""
    carried, reopened = (act.data.get(name) or {} for name in ("carried", "reopened"))
    return [
        *((str(claim), str(origin), 0) for claim, origin in carried.items()),
        *((str(claim), str(origin), 1) for claim, origin in reopened.items()),
    ]


def standing_acts(
    connection: sqlite3.Connection, where: str, values: Sequence[str], tables: Tables = DESK
) -> list[Act]:
    """The acts of the log that were not taken back, oldest first."""
    rows = connection.execute(
        f"select {log.SELECTED} from event e where {where} and e.verb <> '{Verb.UNDONE}' and {FIRST}"
        f" and not exists (select 1 from {tables.undone} u where u.event = e.id) order by e.stamp, e.id",
        values,
    )
    return [log.event_of(row).act for row in rows]


def lineage(connection: sqlite3.Connection, claim: str, tables: Tables = DESK) -> tuple[list[str], str | None]:
    """The claim and those of earlier drafts that it is, unchanged; and the one that it was before it changed."""
    same = [claim]
    while True:
        row = connection.execute(f"select origin, changed from {tables.carried} where claim = ?", [same[-1]]).fetchone()
        if row is None or row[0] in same:
            return same, None
        if row[1]:
            return same, str(row[0])
        same.append(str(row[0]))


def origin(connection: sqlite3.Connection, claim: str, tables: Tables = DESK) -> str:
    """The key that a claim had in the first draft that it is known from, also before it changed."""
    seen: set[str] = set()
    before: str | None = claim
    while before is not None and before not in seen:
        same, before = lineage(connection, before, tables)
        seen.update(same)
        claim = same[-1]
    return claim


def stood(
    connection: sqlite3.Connection, claim: str, tables: Tables = DESK, seen: frozenset[str] = frozenset()
) -> Stood | None:
    """What stands on a claim by the log, with what was said of it in earlier drafts."""
    same, before = lineage(connection, claim, tables)
    acts = standing_acts(connection, f"e.claim in ({', '.join('?' * len(same))})", same, tables)
    seen = seen | set(same)
    earlier = stood(connection, before, tables, seen) if before is not None and before not in seen else None
    return standing_of(acts, earlier)


def refresh_claim(connection: sqlite3.Connection, claim: str) -> None:
    """Work out anew what stands on a claim, and on what became of it in later drafts."""
    waiting, done = [claim], set()
    while waiting:
        each = waiting.pop()
        done.add(each)
        _refresh(connection, each)
        later = connection.execute("select claim from carried where origin = ?", [each])
        waiting += [key for (key,) in later if key not in done]


def _refresh(connection: sqlite3.Connection, claim: str) -> None:
    """Move a claim from the count it was in to the one it is in now."""
    counts.count_claim(connection, claim, -1)
    agreed.count(connection, claim, -1)
    stands = stood(connection, claim)
    connection.execute("delete from claim_state where claim = ?", [claim])
    connection.execute("delete from claim_verdict where claim = ?", [claim])
    if stands is not None:
        _insert(connection, "claim_state", STATE_COLUMNS, [state_row(claim, origin(connection, claim), stands)])
        _insert(connection, "claim_verdict", VERDICT_COLUMNS, verdict_rows(claim, stands.own))
    agreed.count(connection, claim, 1)
    counts.count_claim(connection, claim, 1)


def _insert(connection: sqlite3.Connection, table: str, columns: str, rows: list[tuple[Any, ...]]) -> None:
    marks = ", ".join("?" * len(columns.split(", ")))
    connection.executemany(f"insert into {table} ({columns}) values ({marks})", rows)


STATE_COLUMNS = (
    "claim, verdict, reviewer, at, note, contested, was, quote, reading, corrected, corrected_reading,"
    " origin, givers, resolution, recheck, primary_sources, secondary_sources"
)
VERDICT_COLUMNS = (
    "claim, reviewer, verdict, at, note, was, quote, reading, primary_sources, secondary_sources, recheck, independent"
)


def state_row(claim: str, origin: str, stands: Stood) -> tuple[Any, ...]:
    """A row of `claim_state`; `origin` is the key that the claim had in its first draft."""
    standing = stands.standing
    at = log.instant(standing.at) if standing.at else None
    corrected = (log.canonical(stands.corrected.value), stands.corrected.reading) if stands.corrected else (None, None)
    return (
        *(claim, str(standing.verdict), standing.by, at, standing.note, int(standing.contested)),
        *_basis_columns(stands.basis),
        *corrected,
        *(origin, stands.givers, standing.resolution or None),
        standing.recheck.isoformat() if standing.recheck else None,
        *standing.sources,
    )


def verdict_rows(claim: str, own: Mapping[str, Own]) -> list[tuple[Any, ...]]:
    """Rows of `claim_verdict`."""
    return [
        (
            *(claim, reviewer, str(each.verdict), log.instant(each.at), each.note),
            *_basis_columns(each.basis),
            *each.sources,
            each.recheck.isoformat() if each.recheck else None,
            str(each.independent) if each.independent else None,
        )
        for reviewer, each in own.items()
    ]


def _basis_columns(basis: Basis | None) -> tuple[str | None, ...]:
    return tuple(map(str, basis)) if basis else (None, None, None)


def refresh_date(connection: sqlite3.Connection, draft: str) -> None:
    """Work out anew when the article of a draft came out."""
    acts = standing_acts(
        connection,
        f"e.verb in ('{Verb.DRAFT_ADDED}', '{Verb.DATED}') and e.draft in"
        " (select key from draft where article = (select article from draft where key = ?))",
        [draft],
    )
    connection.execute(
        "update article set published = ?, inferred = ? where key = (select article from draft where key = ?)",
        [*date_columns(published_of(acts)), draft],
    )


def date_columns(published: Published | None) -> tuple[str | None, int]:
    """A date as it is kept: its value and whether it was inferred."""
    return (published.value, int(published.inferred)) if published else (None, 0)


def _count_day(connection: sqlite3.Connection, act: Act, sign: int) -> None:
    """Count an act that stands to its actor's day (UTC)."""
    key = [act.actor, log.instant(act.at)[:10], str(act.verb)]
    connection.execute(
        f"insert into reviewer_day (reviewer, day, verb, count) values (?, ?, ?, {sign})"
        f" on conflict do update set count = count + {sign:+d}",
        key,
    )
    connection.execute("delete from reviewer_day where reviewer = ? and day = ? and verb = ? and count = 0", key)


def _seen(connection: sqlite3.Connection, event: Event) -> None:
    """Remember the newest event of its actor and of its article."""
    act, stamp = event.act, log.instant(event.stamp or event.act.at)
    connection.execute(
        "insert into reviewer (name, last_stamp, judged_at) values (?, ?, ?) on conflict do update set"
        " last_stamp = max(last_stamp, excluded.last_stamp), judged_at = coalesce(excluded.judged_at, judged_at)",
        [act.actor, stamp, log.instant(act.at) if act.verb is Verb.JUDGED else None],
    )
    connection.execute(
        "update article set last_by = ?1, last_at = ?2, last_stamp = ?3"
        " where key = (select article from draft where key = ?4) and last_stamp <= ?3",
        [act.actor, log.instant(act.at), stamp, act.draft],
    )
