"""Plays the whole log again into temporary tables, to compare the projections with it or to write them anew."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from db import agreed, log, pace, sample
from db.counts import COUNT_COLUMNS, GROUPED, counted
from db.driver import sqlite3
from db.projection import (
    FIRST,
    STATE_COLUMNS,
    VERDICT_COLUMNS,
    Tables,
    date_columns,
    links_in,
    origin,
    state_row,
    stood,
    verdict_rows,
)
from db.schema_counts import ARTICLE_SUMS, sum_articles
from db.standing import Stood, published_of, standing_of, takes_back
from factcheck.errors import StoreError
from factcheck.model import Act, Event, Verb

TABLES = {
    "undone": "event, by",
    "carried": "claim, origin, changed",
    "claim_state": STATE_COLUMNS,
    "claim_verdict": VERDICT_COLUMNS,
    "reviewer": "name, last_stamp, judged_at",
    "reviewer_day": "reviewer, day, verb, count",
    "pace": pace.PACE,
    "answer_day": pace.ANSWERS,
    "pair_count": agreed.PAIRS,
    "unit_count": agreed.UNITS,
    "draft": "key, article",
    "article": "key, draft, title, published, inferred, source, language, raw_sha256, last_by, last_at, last_stamp,"
    f" since, {', '.join(ARTICLE_SUMS)}",
    "status_count": COUNT_COLUMNS,
    "sample": sample.COLUMNS,
    "desk_count": COUNT_COLUMNS.removeprefix("article, "),
}
"""The projections, and the columns of each that the log alone decides."""

_KEPT = ("draft", "article")
"""Tables whose rows stay: texts are in them, and counts of findings, which the log does not hold."""

_PLAYED = Tables("temp.r_undone", "temp.r_carried")
_CLAIM = 'key, draft, kind, start, "end", quote, value, origin, reading'


@contextmanager
def replayed(connection: sqlite3.Connection, begin: str = "") -> Iterator[None]:
    """The log replayed into temporary tables `r_...` of one snapshot; they are gone afterwards."""
    if begin:
        connection.execute(begin)
    try:
        for table, columns in TABLES.items():
            connection.execute(f"create temp table r_{table} as select {columns} from main.{table} where false")
        connection.execute(f"create temp table r_claim as select {_CLAIM}, found from main.claim where false")
        connection.execute("create index temp.r_claim_key on r_claim(key)")
        _replay(connection)
        yield
        for table in (*TABLES, "claim"):
            connection.execute(f"drop table temp.r_{table}")
    finally:  # where it failed, rolling back takes the tables with it; to drop one that is being read would fail anew
        if begin and connection.in_transaction:
            connection.execute("rollback")


def rewrite(connection: sqlite3.Connection) -> None:
    """Write the projections anew from the replayed tables. Call inside a transaction."""
    connection.execute(f"insert into claim ({_CLAIM}, found) select {_CLAIM}, found from temp.r_claim")
    for table, columns in TABLES.items():
        if table not in _KEPT:
            connection.execute(f"delete from main.{table}")
            connection.execute(f"insert into main.{table} ({columns}) select {columns} from temp.r_{table}")
    columns = TABLES["article"]
    changes = ", ".join(f"{name} = excluded.{name}" for name in columns.split(", ")[1:])
    connection.execute(
        f"insert into main.article ({columns}) select {columns} from temp.r_article where true"
        f" on conflict do update set {changes}"
    )
    connection.execute(
        "update main.draft set article = r.article from temp.r_draft r"
        " where r.key = draft.key and r.article <> draft.article"
    )
    connection.execute(
        "delete from main.article where key not in (select key from temp.r_article)"
        " and key not in (select article from main.draft)"
    )


def _replay(connection: sqlite3.Connection) -> None:
    _replay_undone(connection)
    try:
        _replay_links(connection)
        _replay_claims(connection)
        _replay_people_and_articles(connection)
    except (KeyError, AttributeError) as error:
        message = f"An act in the log lacks its {error}. Nothing was changed; run factcheck verify."
        raise StoreError(message, "Could not read the desk") from error
    claims = (
        "(select key, draft, kind, quote, reading, found from main.claim"
        " union all select key, draft, kind, quote, reading, found from temp.r_claim)"
    )
    _insert(connection, "r_sample", [asked] if (asked := sample.in_log(connection)) else [])
    counts = counted("temp.r_article", claims, "temp.r_claim_state", "temp.r_sample")
    connection.execute(f"insert into temp.r_status_count ({COUNT_COLUMNS}) {counts} {GROUPED}")
    _replay_sums(connection)
    played = ("temp.r_claim_state", "temp.r_claim_verdict", claims, "temp.r_carried")
    connection.execute(f"insert into temp.r_pair_count {agreed.pairs(*played)} group by 1, 2, 3, 4, 5, 6")
    connection.execute(f"insert into temp.r_unit_count {agreed.units(*played) % ''} group by 1, 2, 3, 4, 5")


def _replay_sums(connection: sqlite3.Connection) -> None:
    """What the triggers of `status_count` keep: the counts of the whole desk, and the sums of each article."""
    columns = TABLES["desk_count"]
    connection.execute(
        f"insert into temp.r_desk_count ({columns}) select kind, verdict, reviewer, day,"
        " sum(count), sum(contested), sum(changed), sum(single), sum(drawn) from temp.r_status_count"
        " group by 1, 2, 3, 4"
    )
    connection.execute(sum_articles("temp.r_article", "temp.r_status_count"))


def _rows(connection: sqlite3.Connection, rest: str, more: str = "") -> Iterator[tuple[Any, ...]]:
    """Rows for `event_of`, with `more` columns; `undone` says what the replay found, not what the desk holds."""
    selected = log.SELECTED.replace("from undone u", "from temp.r_undone u")
    return connection.execute(f"select {selected}{more} from main.event e where {FIRST} {rest}")


def _events(connection: sqlite3.Connection, rest: str) -> Iterator[Event]:
    """Events of the log."""
    return map(log.event_of, _rows(connection, rest))


def _insert(connection: sqlite3.Connection, table: str, rows: list[tuple[Any, ...]]) -> None:
    if rows:
        connection.executemany(f"insert into temp.{table} values ({', '.join('?' * len(rows[0]))})", rows)


def _replay_undone(connection: sqlite3.Connection) -> None:
    undone: dict[str, str] = {}
    for event in _events(connection, f"and e.verb = '{Verb.UNDONE}' order by e.stamp, e.id"):
        target = log.event(connection, str(event.act.data.get("event")))
        if target is not None and takes_back(event.act, target.act):
            undone.setdefault(target.id, event.id)
    _insert(connection, "r_undone", list(undone.items()))
    connection.execute("create unique index temp.r_undone_event on r_undone(event)")


def _replay_links(connection: sqlite3.Connection) -> None:
    links: dict[str, tuple[str, str, int]] = {}
    for event in _events(connection, f"and e.verb = '{Verb.DRAFT_ADDED}' order by e.stamp, e.id"):
        links.update((link[0], link) for link in links_in(event.act))
        for claim, data in (event.act.data.get("added") or {}).items():
            _described(connection, claim, event.act.draft, data)
    _insert(connection, "r_carried", list(links.values()))
    connection.execute("create unique index temp.r_carried_claim on r_carried(claim)")


def _replay_claims(connection: sqlite3.Connection) -> None:
    """Claim by claim, so that a long log does not fill the memory."""
    states, verdicts = _Batch(connection, "r_claim_state"), _Batch(connection, "r_claim_verdict")
    for claim, group in groupby(_acts_by_claim(connection), key=lambda row: str(row[_CLAIM_AT])):
        rows = list(group)
        acts = [log.event_of(tuple(row)).act for *row, _, _ in rows if not row[-1]]
        if not acts:
            continue
        *_, is_kept, is_carried = rows[0]
        if not is_carried:
            _stands(states, verdicts, claim, claim, standing_of(acts))
        if not is_kept:
            # A correction says what was read before it; what is said after it describes the corrected claim.
            telling = next((act for act in acts if act.verb is Verb.CORRECTED), acts[-1])
            _described(connection, claim, telling.draft, telling.data)
    for (claim,) in connection.execute("select claim from temp.r_carried").fetchall():
        stands = stood(connection, claim, _PLAYED)
        _stands(states, verdicts, claim, origin(connection, claim, _PLAYED), stands)
    states.insert()
    verdicts.insert()


_CLAIM_AT = log.COLUMNS.split(", ").index("claim")


def _acts_by_claim(connection: sqlite3.Connection) -> Iterator[tuple[Any, ...]]:
    """Rows for `event_of` claim by claim, each with whether the claim is kept, and whether it was carried over."""
    return _rows(
        connection,
        f"and e.claim is not null and e.verb <> '{Verb.UNDONE}' order by e.claim, e.stamp, e.id",
        ", exists (select 1 from main.claim c where c.key = e.claim)"
        ", exists (select 1 from temp.r_carried k where k.claim = e.claim)",
    )


class _Batch:
    """Rows on their way into a replayed table: many at a time, which takes a fifth of the time of one by one."""

    def __init__(self, connection: sqlite3.Connection, table: str) -> None:
        self._connection, self._table = connection, table
        self._rows: list[tuple[Any, ...]] = []

    def add(self, rows: Iterable[tuple[Any, ...]]) -> None:
        self._rows += rows
        if len(self._rows) > 1000:
            self.insert()

    def insert(self) -> None:
        _insert(self._connection, self._table, self._rows)
        self._rows = []


def _stands(states: _Batch, verdicts: _Batch, claim: str, origin: str, stands: Stood | None) -> None:
    if stands is not None:
        states.add([state_row(claim, origin, stands)])
        verdicts.add(verdict_rows(claim, stands.own))


def _described(connection: sqlite3.Connection, claim: str, draft: str, data: Mapping[str, Any]) -> None:
    """A claim that is not here as an act describes it; one of a draft that has not arrived has to wait for it."""
    known = "select 1 from main.claim where key = ?1 union all select 1 from temp.r_claim where key = ?1"
    if connection.execute(known, [claim]).fetchone():
        return
    place = (data["kind"], data["start"], data["end"], data["quote"], log.canonical(data["value"]))
    if connection.execute("select 1 from main.draft where key = ?", [draft]).fetchone():
        _insert(connection, "r_claim", [(claim, draft, *place, "added", data.get("reading"), 0)])


@dataclass
class _ArticleReplay:
    """What the log says of one article so far."""

    newest: Event
    added: Event
    dates: list[Act] = field(default_factory=list)

    def row(self, key: str) -> tuple[Any, ...]:
        data = self.added.act.data
        last = self.newest
        return (
            key,
            self.added.act.draft,
            data["title"],
            *date_columns(published_of(self.dates)),
            data["source"],
            data.get("language", ""),
            data.get("raw_sha256", ""),
            last.act.actor,
            log.instant(last.act.at),
            log.instant(last.stamp or last.act.at),
            log.instant(self.added.act.at)[:10],
            *(0 for _ in ARTICLE_SUMS),
        )


def _articles_of_drafts(connection: sqlite3.Connection) -> dict[str, str]:
    """Which article each draft belongs to: the one it was added to as a new draft, else the one it began."""
    article_of: dict[str, str] = {}
    for event in _events(connection, f"and e.verb = '{Verb.DRAFT_ADDED}' order by e.stamp, e.id"):
        draft, article = event.act.draft, str(event.act.data["article"])
        if draft not in article_of or not draft.startswith(article):
            article_of[draft] = article
    return article_of


def _replay_people_and_articles(connection: sqlite3.Connection) -> None:
    article_of = _articles_of_drafts(connection)
    articles: dict[str, _ArticleReplay] = {}
    people: dict[str, tuple[str, str | None]] = {}
    days: Counter[tuple[str, str, str]] = Counter()
    answers: Counter[tuple[str, str, str, str]] = Counter()
    times: dict[tuple[str, str], tuple[int, int]] = defaultdict(lambda: (0, 0))
    for event in _events(connection, "order by e.stamp, e.id"):
        act = event.act
        at, (_, judged_at) = log.instant(act.at), people.get(act.actor, ("", None))
        day = at[:10]
        if act.verb is Verb.JUDGED:
            if (taken := pace.seconds_since(judged_at, act)) is not None:
                verdicts, seconds = times[act.actor, day]
                times[act.actor, day] = verdicts + 1, seconds + taken
            judged_at = at
        people[act.actor] = log.instant(event.stamp) if event.stamp else at, judged_at
        if not event.undone:
            days[act.actor, day, str(act.verb)] += 1
            answers.update(pace.answers_in(act))
        if act.draft not in article_of:
            continue
        key = article_of[act.draft]
        if act.verb is Verb.DRAFT_ADDED:
            articles.setdefault(key, _ArticleReplay(event, event)).added = event
        if key not in articles:
            continue
        articles[key].newest = event
        if act.verb in (Verb.DRAFT_ADDED, Verb.DATED) and not event.undone:
            articles[key].dates.append(act)
    _insert(connection, "r_reviewer", [(name, *seen) for name, seen in people.items()])
    _insert(connection, "r_reviewer_day", [(*day, count) for day, count in days.items()])
    _insert(connection, "r_pace", [(*of, *taken) for of, taken in times.items()])
    _insert(connection, "r_answer_day", [(*of, count) for of, count in answers.items()])
    _insert(connection, "r_draft", list(article_of.items()))
    _insert(connection, "r_article", [article.row(key) for key, article in articles.items()])
