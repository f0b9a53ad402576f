"""The claims of a desk as an audit lists them: page by page, a page looking through so many claims at most."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from db import queries
from db.audit_counts import Where
from db.driver import sqlite3
from db.sight import Sight
from factcheck.figures import Asked, ClaimLine, ClaimPage, Place, State
from factcheck.model import Standing, Verdict

MOST = 1_000
"""How many claims one page looks through."""


class _Run(NamedTuple):
    """Claims in one order: their tables, the condition, and the columns of the order, with its direction."""

    tables: str
    condition: str
    order: tuple[str, ...]
    values: tuple[str, ...] = ()
    down: bool = True


# A cross join is read in the order in which it is written, so that the first table's index gives the order.
_JUDGED = (
    "claim_state s cross join claim c on c.key = s.claim cross join draft d on d.key = c.draft"
    " cross join article a on a.key = d.article and a.draft = c.draft"
)
_OPEN = "article a cross join claim c on c.draft = a.draft left join claim_state s on s.claim = c.key"
_BY_TIME = ("s.at", "s.claim")
_BY_PLACE = ("c.start", "c.key")
_BY_ARTICLE = ("a.last_stamp", "a.key", "c.start", "c.key")


def claims(connection: sqlite3.Connection, asked: Asked, sight: Sight, after: Place | None, limit: int) -> ClaimPage:
    """The claims asked for: contested ones, then disputed ones, then other verdicts, each the newest first; then open
    ones, those of the article touched last first.

    Those of one article are in reading order. Whoever is kept from a verdict is shown the claim as open.
    """
    runs = _runs(asked, sight)
    at, place = (int(str(after[0])), after[1:]) if after else (0, ())
    lines: list[ClaimLine] = []
    looked = 0
    for number in range(at, len(runs)):
        last: Place = place if number == at else ()
        for key, line in _run(connection, runs[number], asked, sight, last, MOST - looked):
            looked += 1
            last = key
            if line is not None:
                lines.append(line)
            if len(lines) == limit or looked == MOST:
                return ClaimPage(tuple(lines), (number, *last), looked)
    return ClaimPage(tuple(lines), None, looked)


def _runs(asked: Asked, sight: Sight) -> Sequence[_Run]:
    sealed = sight.keeps
    if asked.article:
        state = "true" if asked.state is None or sealed else _STATES[asked.state]
        return [_Run(_OPEN, f"a.key = ? and {state}", _BY_PLACE, (asked.article,), down=False)]
    verdicts = "s.verdict <> 'open' and not s.contested"
    still_open = "true" if sealed else f"a.open > 0 and {_STATES[State.OPEN]}"
    every = {
        State.CONTESTED: _Run(_JUDGED, "s.contested", _BY_TIME),
        State.DISPUTED: _Run(_JUDGED, "s.verdict = 'disputed' and not s.contested", _BY_TIME),
        State.OPEN: _Run(_OPEN, still_open, _BY_ARTICLE),
    }
    if asked.state is State.DISPUTED:
        return [_Run(_JUDGED, _STATES[State.DISPUTED], _BY_TIME)]
    if asked.state in every:
        return [every[asked.state]]
    if asked.state is not None:
        return [_Run(_JUDGED, _STATES[asked.state], _BY_TIME)]
    if asked.reviewer:
        return [_Run(_JUDGED, "s.verdict <> 'open'", _BY_TIME)]
    if sealed:
        return [every[State.CONTESTED], _Run(_JUDGED, verdicts, _BY_TIME), every[State.OPEN]]
    rest = _Run(_JUDGED, f"{verdicts} and s.verdict <> 'disputed'", _BY_TIME)
    return [every[State.CONTESTED], every[State.DISPUTED], rest, every[State.OPEN]]


_STATES = {
    State.CONTESTED: "s.contested",
    State.DISPUTED: "s.verdict = 'disputed'",
    State.CHANGED: "true",  # they may be few: a page looks through so many at most
    State.OPEN: "coalesce(s.verdict, 'open') = 'open'",
    State.VERIFIED: "s.verdict = 'verified'",
    State.DISMISSED: "s.verdict = 'dismissed'",
}


def _run(
    connection: sqlite3.Connection, run: _Run, asked: Asked, sight: Sight, after: Place, most: int
) -> Iterator[tuple[Place, ClaimLine | None]]:
    """Each claim of a run with its place, after a place; None for one that is not asked for, or kept."""
    where = Where()
    # With a plus a verdict is no reason to leave the index of the reviewers.
    where.add(run.condition.replace("s.verdict", "+s.verdict") if asked.reviewer else run.condition, *run.values)
    if after:
        sign, marks = "<" if run.down else ">", ", ".join("?" * len(run.order))
        where.add(f"{run.order[0]} {sign}= ? and ({', '.join(run.order)}) {sign} ({marks})", after[0], *after)
    if run.tables is _JUDGED:
        if asked.since:
            where.add("s.at >= ?", asked.since)
        if asked.until:
            where.add("s.at < ?", f"{asked.until}U")  # after every time of that day
        if asked.reviewer:
            where.add("s.reviewer = ?", asked.reviewer)
    direction = " desc" if run.down else ""
    found = connection.execute(
        f"select {', '.join(run.order)}, c.key, a.key, a.title, a.source, a.since, c.kind, c.quote,"
        f" coalesce(s.corrected_reading, c.reading, ''), (c.found or s.claim is not null), {queries.SHOWN}"
        f" from {run.tables} left join claim_verdict v on v.claim = c.key and v.reviewer = ?"
        f" {where} order by {', '.join(f'{name}{direction}' for name in run.order)} limit ?",
        [sight.viewer, *where.values, most],
    )
    count = len(run.order)
    for row in found:
        yield row[:count], _line(connection, row[count:], run, asked, sight)


def _line(
    connection: sqlite3.Connection, row: Sequence[Any], run: _Run, asked: Asked, sight: Sight
) -> ClaimLine | None:
    claim, article, title, source, since, kind, quote, reading, counts, *shown = row
    if not counts or (asked.kind and kind != asked.kind):
        return None
    if sight.viewer is None:  # before more is read
        _, reviewer, _, note, _, changed = shown[1:7]
        if not asked.takes_words(title, source, quote, reading, reviewer or "", note or ""):
            return None
        if asked.state is State.CHANGED and not changed:
            return None
    standing = queries.shown(tuple(shown), queries.given_on(connection, claim), sight)
    if not asked.takes_words(title, source, quote, reading, standing.by, standing.note):
        return None
    if not _is_asked(standing, since, run, asked):
        return None
    return ClaimLine(claim, article, title, kind, quote, reading, standing)


def _is_asked(standing: Standing, since: str, run: _Run, asked: Asked) -> bool:
    """Whether a claim is asked for as it is shown."""
    is_open = standing.verdict is Verdict.OPEN
    if run.tables is _JUDGED and is_open:
        return asked.state is State.CHANGED and standing.changed
    if run.tables is _OPEN and run.order is _BY_ARTICLE and not is_open:
        return False
    if asked.reviewer and (is_open or standing.by != asked.reviewer):
        return False
    if asked.state is not None and not _has(standing, asked.state):
        return False
    day = standing.at.isoformat()[:10] if standing.at else since
    return asked.takes_day(day)


def _has(standing: Standing, state: State) -> bool:
    if state is State.CONTESTED:
        return standing.contested
    if state is State.CHANGED:
        return standing.changed
    return standing.verdict == state.value
