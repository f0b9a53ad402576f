"""The articles of a desk, a line each, read page by page: an article's own row has its counts."""

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import Any

from db import rows, sample
from db.driver import sqlite3
from db.sight import THESE, Expiry, Sight, singles
from factcheck.model import ArticleStatus, Listed, Order, Tally, Totals, Verdict
from factcheck.terms import Ask

PAGE = 250
"""How many articles are read at once."""

_NEWEST = "last_stamp desc, key desc"
_ORDERS = {
    Order.LAST_ACT: _NEWEST,
    Order.PUBLISHED: f"published is null, published like 'X%', published desc, {_NEWEST}",
    Order.TITLE: "title collate nocase, title, key",
    Order.OPEN: f"open desc, {_NEWEST}",
    Order.DISPUTED: f"contested desc, disputed desc, {_NEWEST}",
}


class Lines:
    """The lines of articles as a viewer sees them."""

    def __init__(self, connection: sqlite3.Connection, sight: Sight) -> None:
        self._connection, self._sight = connection, sight
        self._expiry = Expiry(connection, sight)

    def of(self, articles: Sequence[str]) -> Iterator[ArticleStatus]:
        """Those of the articles that are on the desk, in this order."""
        waiting = tuple(singles(self._connection, self._sight.terms, articles))
        hidden = tuple(filter(self._sight.hides, waiting))
        second: Counter[str] = Counter()
        for single in waiting:
            if single.reviewer != self._sight.viewer:
                second[single.article] += single.claims
        kept: defaultdict[str, Counter[Verdict]] = defaultdict(Counter)
        for single in hidden:
            kept[single.article].update({single.verdict: single.claims, Verdict.OPEN: -single.claims})
        expired = self._expiry.counts(articles, hidden)
        found = self._connection.execute(f"select {_COLUMNS} from article where key {THESE}", [json.dumps(articles)])
        by_key = {row[0]: row for row in found}
        for key in articles:
            if (row := by_key.get(key)) is not None:
                yield _line(row, kept.get(key), second[key], expired[key])

    def each(self, articles: Iterable[str]) -> Iterator[ArticleStatus]:
        """The same of any number of articles, read page by page."""
        for page in paged(articles):
            yield from self.of(page)


_COLUMNS = (
    "key, draft, title, published, inferred, source, findings, last_by, last_at, contested, changed,"
    f" {', '.join(Verdict)}"
)


def _line(row: Sequence[Any], kept: Mapping[Verdict, int] | None, second: int, expired: int) -> ArticleStatus:
    key, draft, title, published, inferred, source, findings, last_by, last_at, contested, changed, *counted = row
    counts = dict(zip(Verdict, counted, strict=True))
    if kept:
        counts = {verdict: count - kept[verdict] for verdict, count in counts.items()}
    shown = rows.published_in(published, inferred)
    at = datetime.fromisoformat(last_at)
    return ArticleStatus(
        key, draft, title, shown, source, counts, contested, findings, last_by, at, changed, second, expired
    )


def paged(articles: Iterable[str]) -> Iterator[list[str]]:
    """Keys, so many at once."""
    every = iter(articles)
    while page := list(islice(every, PAGE)):
        yield page


def listed(connection: sqlite3.Connection) -> tuple[Listed, ...]:
    """Every article with the words it can be found by, in no order."""
    found = connection.execute("select key, title, source, last_by, coalesce(published, ''), inferred from article")
    return tuple(
        Listed(key, f"{title} {source} {last_by} {published}{' (inferred)' * inferred}".casefold())
        for key, title, source, last_by, published, inferred in found
    )


def ordered(connection: sqlite3.Connection, by: Order) -> tuple[str, ...]:
    """The keys of every article."""
    return tuple(key for (key,) in connection.execute(f"select key from article order by {_ORDERS[by]}"))


def by_title(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The keys of every article, by title, as counts of several articles are ordered."""
    return tuple(key for (key,) in connection.execute("select key from article order by title, key"))


def waiting(connection: sqlite3.Connection, sight: Sight) -> Iterator[ArticleStatus]:
    """The articles in which something is left to do for anybody; nothing is read of the others."""
    column = sample.column(connection, sight.terms.second) or "single"
    second = f"or {column} > 0" if sight.terms.second.ask is not Ask.OFF else ""
    again = "or verified > 0" if sight.terms.recheck_days else ""
    own = (
        "or key in (select a.key from claim_state s join claim c on c.key = s.claim join article a on a.draft = c.draft"
        " where s.recheck is not null)"
    )
    found = connection.execute(
        f"select key from article where open > 0 or contested > 0 or findings > 0 {second} {again} {own}"
        f" order by {_NEWEST}"
    )
    for status in Lines(connection, sight).each([key for (key,) in found]):
        if status.counts[Verdict.OPEN] or status.contested or status.findings or status.second or status.expired:
            yield status


def totals(connection: sqlite3.Connection, sight: Sight) -> Totals:
    """How far the whole desk is, as the viewer is shown it."""
    articles, claims, left = connection.execute(
        f"select count(*), coalesce(sum({' + '.join(Verdict)}), 0), coalesce(sum(open), 0) from article"
    ).fetchone()
    if sight.keeps:
        left += _kept(connection, sight)
    return Totals(articles, claims, left)


def _kept(connection: sqlite3.Connection, sight: Sight) -> int:
    """How many claims of the whole desk are kept from the viewer."""
    column = sample.column(connection, sight.terms.second)
    if column is None:
        keys = [key for (key,) in connection.execute("select key from article where single > 0")]
        return sum(single.claims for single in singles(connection, sight.terms, keys) if sight.hides(single))
    where = f"and verdict = '{Verdict.DISPUTED}'" if sight.terms.second.ask is Ask.DISPUTED else ""
    (kept,) = connection.execute(
        f"select coalesce(sum({column}), 0) from desk_count where reviewer <> ? {where}", [sight.viewer]
    ).fetchone()
    return int(kept)


def tally(connection: sqlite3.Connection, articles: Collection[str], sight: Sight) -> tuple[Tally, ...]:
    """Counts of these articles by article, kind, verdict and reviewer."""
    keys = json.dumps(list(articles))
    found = connection.execute(
        "select article, kind, verdict, reviewer, sum(count) from status_count"
        f" where article {THESE} group by 1, 2, 3, 4",
        [keys],
    )
    counts: Counter[tuple[str, str, Verdict, str]] = Counter()
    for article, kind, verdict, reviewer, count in found:
        counts[article, kind, rows.VERDICTS[verdict], reviewer] = count
    for single in filter(sight.hides, singles(connection, sight.terms, articles)):
        counts[single.article, single.kind, single.verdict, single.reviewer] -= single.claims
        counts[single.article, single.kind, Verdict.OPEN, ""] += single.claims
    titles = dict(connection.execute(f"select key, title from article where key {THESE}", [keys]).fetchall())
    told = (Tally(of[0], titles[of[0]], *of[1:], count) for of, count in counts.items() if count)
    return tuple(sorted(told, key=lambda each: (each.title, each.article, each.kind, each.verdict, each.reviewer)))
