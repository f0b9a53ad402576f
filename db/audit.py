"""What an audit asks of a desk: counts from projections, and lists page by page; nothing reads a whole table."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from db import rows
from db.audit_counts import Where, breakdown, by_words, hidden_in
from db.driver import sqlite3
from db.sight import THESE, Sight
from factcheck.figures import (
    Answers,
    ArticlePage,
    Asked,
    By,
    Pace,
    Pair,
    Place,
    Unit,
)
from factcheck.model import ArticleStatus, Day, Verdict


def articles(
    connection: sqlite3.Connection, asked: Asked, sight: Sight, after: Place | None, limit: int
) -> ArticlePage:
    """Articles with the claims asked for: those with contested claims, then with disputed ones, then the others.

    Of each the newest activity first. Whoever is kept from verdicts is not told by the order which they are.
    """
    sealed = sight.keeps
    ranks = ("contested > 0", "contested = 0") if sealed else _RANKS
    start, place = (int(str(after[0])), after[1:]) if after else (0, ())
    lines: list[ArticleStatus] = []
    last: Place | None = None
    for rank in range(start, len(ranks)):
        where = _of_articles(connection, asked, sight)
        where.add(ranks[rank])
        if rank == start and place:
            where.add("(last_stamp, key) < (?, ?)", *place)
        found = connection.execute(
            "select last_stamp, key, draft, title, published, inferred, source, findings, last_by, last_at"
            f" from article {where} order by last_stamp desc, key desc limit ?",
            [*where.values, limit - len(lines) + 1],
        ).fetchall()
        for row in found:
            if len(lines) == limit:
                return ArticlePage(tuple(lines), last)
            lines.append(_article(connection, row, asked, sight))
            last = (rank, *row[:2])
    return ArticlePage(tuple(lines), None)


_RANKS = ("contested > 0", "contested = 0 and disputed > 0", "contested = 0 and disputed = 0")


def _of_articles(connection: sqlite3.Connection, asked: Asked, sight: Sight) -> Where:
    where = Where()
    if asked.article:
        where.add("key = ?", asked.article)
    if asked.words:
        where.add(f"key {THESE}", json.dumps(by_words(connection, asked)[0]))
    if asked.flagged:
        where.add("findings > 0")
    counted, came = Where(), Where()
    counted.days(asked, "n.day")
    came.days(asked, "article.since")
    for name, value in (("kind", asked.kind), ("reviewer", asked.reviewer)):
        if value:
            counted.add(f"n.{name} = ?", value)
    if not counted.conditions:
        return where
    found = "exists (select 1 from status_count n where n.article = article.key and {})"
    if not sight.keeps:
        where.add(found.format(counted.joined), *counted.values)
        return where
    hidden, values = hidden_in(sight)
    counted.add(f"n.count > {hidden}", *values)
    as_if_open = "false" if asked.reviewer else came.joined  # what is kept counts on the day it came
    where.add(f"({found.format(counted.joined)} or {as_if_open})", *counted.values, *came.values * (not asked.reviewer))
    return where


def flagged(connection: sqlite3.Connection) -> tuple[int, int]:
    """How many articles have findings that nobody has answered, and how many such findings there are."""
    found = connection.execute("select count(*), coalesce(sum(findings), 0) from article where findings > 0")
    articles, findings = found.fetchone()
    return articles, findings


def _article(connection: sqlite3.Connection, row: Sequence[Any], asked: Asked, sight: Sight) -> ArticleStatus:
    """One line of the list, with counts of what is asked for."""
    _, key, draft, title, published, inferred, source, findings, last_by, last_at = row
    of = Asked(asked.since, asked.until, (), asked.reviewer, key, asked.kind)
    parts = breakdown(connection, By.VERDICT, of, sight)
    counts = {verdict: sum(part.counts[verdict] for part in parts) for verdict in Verdict}
    contested, changed = sum(part.contested for part in parts), sum(part.changed for part in parts)
    return ArticleStatus(
        key,
        draft,
        title,
        rows.published_in(published, inferred),
        source,
        counts,
        contested,
        findings,
        last_by,
        datetime.fromisoformat(last_at),
        changed,
    )


# What people did


def _own(where: Where, asked: Asked, sight: Sight, name: str = "reviewer") -> Where:
    """Of what people did: that of the reviewer asked for; a viewer from whom verdicts are kept sees their own."""
    if asked.reviewer:
        where.add(f"{name} = ?", asked.reviewer)
    if sight.keeps:
        where.add(f"{name} = ?", sight.viewer)
    return where


def days(connection: sqlite3.Connection, asked: Asked, sight: Sight) -> tuple[Day, ...]:
    """How often each reviewer did what on which day, newest first."""
    where = Where()
    where.days(asked)
    _own(where, asked, sight)
    found = connection.execute(
        f"select day, reviewer, verb, count from reviewer_day {where} order by day desc, reviewer, verb", where.values
    )
    return tuple(Day(*row) for row in found)


def paces(connection: sqlite3.Connection, by: By, asked: Asked, sight: Sight) -> tuple[Pace, ...]:
    """How long verdicts took, by reviewer or by day."""
    where = Where()
    where.days(asked)
    _own(where, asked, sight)
    found = connection.execute(
        f"select {by.value}, sum(verdicts), sum(seconds) from pace {where} group by 1 order by 1", where.values
    )
    return tuple(Pace(*row) for row in found)


def answers(connection: sqlite3.Connection, asked: Asked, sight: Sight) -> tuple[Answers, ...]:
    """How findings were answered, by check."""
    where = Where()
    where.days(asked)
    _own(where, asked, sight)
    found = connection.execute(
        "select check_name, sum(iif(answer = 'confirmed', count, 0)), sum(iif(answer = 'explained', count, 0))"
        f" from answer_day {where} group by 1 order by 1",
        where.values,
    )
    return tuple(Answers(*row) for row in found)


def pairs(connection: sqlite3.Connection, asked: Asked) -> tuple[Pair, ...]:
    """What each two reviewers said of the same claims; nothing of it is kept from anybody."""
    where = _agreement(asked)
    if asked.reviewer:
        where.add("? in (one, other)", asked.reviewer)
    found = connection.execute(
        f"select one, other, first, second, sum(count) from pair_count {where} group by 1, 2, 3, 4 order by 1, 2, 3, 4",
        where.values,
    )
    return tuple(Pair(*row) for row in found)


def units(connection: sqlite3.Connection, asked: Asked) -> tuple[Unit, ...]:
    """Which verdicts claims got that several people judged."""
    where = _agreement(asked)
    found = connection.execute(
        f"select verified, disputed, dismissed, sum(count) from unit_count {where} group by 1, 2, 3 order by 1, 2, 3",
        where.values,
    )
    return tuple(Unit(*row) for row in found)


def _agreement(asked: Asked) -> Where:
    where = Where()
    where.days(asked)
    if asked.kind:
        where.add("kind = ?", asked.kind)
    return where
