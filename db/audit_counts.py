"""How many claims stand where, as an audit asks for it: sums of the counts of articles, or of the whole desk."""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from db.driver import sqlite3
from db.sight import THESE, Sight
from factcheck.figures import Asked, Breakdown, By
from factcheck.model import Verdict
from factcheck.terms import Ask


class Where:
    """Conditions of a query, with their values."""

    def __init__(self) -> None:
        self.conditions: list[str] = []
        self.values: list[Any] = []

    def add(self, condition: str, *values: Any) -> None:
        """Ask for this too."""
        self.conditions.append(condition)
        self.values += values

    def days(self, asked: Asked, day: str = "day") -> None:
        """Ask for the days that are asked for."""
        if asked.since:
            self.add(f"{day} >= ?", asked.since)
        if asked.until:
            self.add(f"{day} <= ?", asked.until)

    @property
    def joined(self) -> str:
        """All that is asked for as one condition."""
        return " and ".join(self.conditions) or "true"

    def __str__(self) -> str:
        return f"where {self.joined}"


def hidden_in(sight: Sight) -> tuple[str, list[Any]]:
    """SQL for how many claims of a count are kept from the viewer: of a sample all that one person alone has judged."""
    if not sight.keeps:
        return "0", []
    asked = f" and verdict = '{Verdict.DISPUTED}'" if sight.terms.second.ask is Ask.DISPUTED else ""
    return f"iif(n.reviewer <> ?{asked}, n.single, 0)", [sight.viewer]


def breakdown(connection: sqlite3.Connection, by: By, asked: Asked, sight: Sight) -> tuple[Breakdown, ...]:
    """Counts of the claims of the newest drafts; what the second check keeps from the viewer counts as open."""
    counted, where = _counts(connection, asked), Where()
    where.days(asked)
    for name, value in (("kind", asked.kind), ("reviewer", asked.reviewer)):
        if value:
            where.add(f"{name} = ?", value)
    hidden, values = hidden_in(sight)
    found = connection.execute(
        f"select {by.value}, verdict, sum(count), sum(contested), sum(changed), sum({hidden})"
        f" from {counted.table} n {where} group by 1, 2",
        [*values, *counted.values, *where.values],
    )
    counts: defaultdict[str, dict[Verdict, int]] = defaultdict(lambda: dict.fromkeys(Verdict, 0))
    more: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    for of, verdict, count, contested, changed, kept in found:
        shown = of if by is not By.REVIEWER or verdict != Verdict.OPEN else ""
        counts[shown][Verdict(verdict)] += count - kept
        more[shown][0] += contested
        more[shown][1] += 0 if kept else changed
    if sight.keeps and not asked.reviewer:
        for of, kept in _kept(connection, by, asked, sight, counted):
            counts[of][Verdict.OPEN] += kept
    return tuple(
        Breakdown(of, counts[of], *more[of]) for of in sorted(counts) if any(counts[of].values()) or any(more[of])
    )


class _Counts(NamedTuple):
    """Counts of the articles that are asked for, whoever judged their claims and when: a table in SQL, with its values.

    `articles` is asked of a row of `status_count` that it is one of theirs.
    """

    table: str
    values: Sequence[str]
    articles: Where


def _counts(connection: sqlite3.Connection, asked: Asked) -> _Counts:
    """Where most articles have the words, the others' counts are taken from those of the whole desk."""
    where, others = Where(), Where()
    if asked.article:
        where.add("article = ?", asked.article)
    elif asked.words:
        having, lacking = by_words(connection, asked)
        where.add(f"article {THESE}", json.dumps(having))
        others.add(f"article {THESE}", json.dumps(lacking))
        if len(lacking) < len(having):
            where = Where()
            where.add(f"article not {THESE}", *others.values)
            same = "day, kind, verdict, reviewer"
            table = (
                f"(select {same}, count, contested, changed, single from desk_count union all"
                f" select {same}, -count, -contested, -changed, -single from status_count {others})"
            )
            return _Counts(table, others.values, where)
    else:
        return _Counts("desk_count", (), where)
    return _Counts(f"(select * from status_count {where})", where.values, where)


def _kept(
    connection: sqlite3.Connection, by: By, asked: Asked, sight: Sight, counted: _Counts
) -> Iterator[tuple[str, int]]:
    """How many claims are kept from the viewer: they count as if nobody had judged them, on the day they came."""
    hidden, values = hidden_in(sight)
    kind = ("and kind = ?", [asked.kind]) if asked.kind else ("", [])
    of = {By.VERDICT: f"'{Verdict.OPEN}'", By.REVIEWER: "''", By.DAY: "a.since"}.get(by, "kind")
    if by is not By.DAY and not asked.since and not asked.until:
        return connection.execute(
            f"select {of}, sum({hidden}) as kept from {counted.table} n where single <> 0 {kind[0]}"
            " group by 1 having kept > 0",
            [*values, *counted.values, *kind[1]],
        )
    came = Where()
    came.days(asked, "a.since")
    # Counted by article first, in the order in which the counts lie: only those sums are sorted.
    by_article = (
        f"select article, kind, sum({hidden}) as kept from status_count n {counted.articles} and single > 0 {kind[0]}"
        f" group by article{', kind' if by is By.KIND else ''}"
    )
    return connection.execute(
        f"select {of}, sum(kept) from ({by_article}) join article a on a.key = article {came} and kept > 0 group by 1",
        [*values, *counted.articles.values, *kind[1], *came.values],
    )


def by_words(connection: sqlite3.Connection, asked: Asked) -> tuple[list[str], list[str]]:
    """The keys of the articles whose title or source has the words, and those of all others."""
    having: list[str] = []
    lacking: list[str] = []
    for key, title, source in connection.execute("select key, title, source from article"):
        (having if asked.takes_words(title, source) else lacking).append(key)
    return having, lacking
