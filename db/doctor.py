"""Compares the projections with a replay of the whole log, and can write them anew from it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from db import log
from db.desk import Desk
from db.driver import sqlite3
from db.projection import counted, date_columns, state_row, verdict_rows
from db.standing import published_of, standing_of, takes_back
from factcheck.errors import StoreError
from factcheck.model import Act, Event, Verb

_TABLES = {
    "undone": "event, by",
    "claim_state": "claim, verdict, reviewer, at, note, contested",
    "claim_verdict": "claim, reviewer, verdict, at",
    "reviewer": "name, last_stamp",
    "reviewer_day": "reviewer, day, verb, count",
    "article": "key, draft, title, published, inferred, source, last_by, last_at, last_stamp",
    "status_count": "article, kind, verdict, reviewer, count, contested",
}
_MOST = 1000


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that only the desk has (`kept`), or that only a replay of its log gives."""

    table: str
    row: tuple[Any, ...]
    kept: bool

    def __str__(self) -> str:
        side = "is not what the log comes to" if self.kept else "is missing"
        return f"{self.table}: {' | '.join(str(part) for part in self.row)} {side}"


def examine(desk: Desk) -> tuple[Difference, ...]:
    """Where the projections differ from a replay of the log, and what SQLite finds wrong with the file."""
    with desk.reading() as connection:
        broken = [row for row in connection.execute("pragma integrity_check") if row != ("ok",)]
        broken += connection.execute("pragma foreign_key_check").fetchall()
        with _replayed(connection, "begin"):
            differences = tuple(_differences(connection))
    return (*(Difference("file", tuple(row), True) for row in broken), *differences)


def rebuild(desk: Desk) -> tuple[Difference, ...]:
    """Write the projections anew from the log; what differed before. The log itself is never changed."""
    with desk.writing() as connection, _replayed(connection):
        differences = tuple(_differences(connection))
        connection.execute(
            'insert into claim (key, draft, kind, start, "end", quote, value, origin, found)'
            ' select key, draft, kind, start, "end", quote, value, origin, 0 from temp.r_claim'
        )
        for table, columns in _TABLES.items():
            if table == "article":
                _rewrite_articles(connection)
                continue
            connection.execute(f"delete from main.{table}")
            connection.execute(f"insert into main.{table} ({columns}) select {columns} from temp.r_{table}")
    return differences


def _rewrite_articles(connection: sqlite3.Connection) -> None:
    """Articles keep their rows, for drafts hang on them and findings are not in the log."""
    columns = _TABLES["article"]
    changes = ", ".join(f"{name} = excluded.{name}" for name in columns.split(", ")[1:])
    connection.execute(
        f"insert into main.article ({columns}) select {columns} from temp.r_article where true"
        f" on conflict do update set {changes}"
    )


def _differences(connection: sqlite3.Connection) -> Iterator[Difference]:
    for row in connection.execute(f"select key, quote from temp.r_claim limit {_MOST}"):
        yield Difference("claim", row, False)
    for table, columns in _TABLES.items():
        kept, replayed = f"select {columns} from main.{table}", f"select {columns} from temp.r_{table}"
        for first, second, side in ((kept, replayed, True), (replayed, kept, False)):
            for row in connection.execute(f"{first} except {second} limit {_MOST}"):
                yield Difference(table, row, side)


@contextmanager
def _replayed(connection: sqlite3.Connection, begin: str = "") -> Iterator[None]:
    """The log replayed into temporary tables of one snapshot; they are gone afterwards."""
    if begin:
        connection.execute(begin)
    try:
        for table, columns in _TABLES.items():
            connection.execute(f"create temp table r_{table} as select {columns} from main.{table} where false")
        connection.execute("create temp table r_claim as select * from main.claim where false")
        _replay(connection)
        yield
    finally:
        for table in (*_TABLES, "claim"):
            connection.execute(f"drop table if exists temp.r_{table}")
        if begin and connection.in_transaction:
            connection.execute("rollback")


def _replay(connection: sqlite3.Connection) -> None:
    _replay_undone(connection)
    try:
        _replay_claims(connection)
        _replay_people_and_articles(connection)
    except KeyError as error:
        message = f"An act in the log lacks its {error}. Nothing was changed; run factcheck verify."
        raise StoreError(message, "Could not read the desk") from error
    claims = (
        "(select key, draft, kind, found from main.claim union all select key, draft, kind, found from temp.r_claim)"
    )
    counts = counted("temp.r_article", claims, "temp.r_claim_state")
    connection.execute(f"insert into temp.r_status_count {counts} group by 1, 2, 3, 4")


def _events(connection: sqlite3.Connection, rest: str) -> Iterator[Event]:
    """Events of the log; `undone` says what the replay found, not what the desk holds."""
    selected = log.SELECTED.replace("from undone u", "from temp.r_undone u")
    return map(log.event_of, connection.execute(f"select {selected} from main.event e {rest}"))


def _insert(connection: sqlite3.Connection, table: str, rows: list[tuple[Any, ...]]) -> None:
    if rows:
        connection.executemany(f"insert into temp.{table} values ({', '.join('?' * len(rows[0]))})", rows)


def _replay_undone(connection: sqlite3.Connection) -> None:
    undone: dict[str, str] = {}
    for event in _events(connection, f"where e.verb = '{Verb.UNDONE}' order by e.stamp, e.id"):
        target = log.event(connection, str(event.act.data.get("event")))
        if target is not None and takes_back(event.act, target.act):
            undone.setdefault(target.id, event.id)
    _insert(connection, "r_undone", list(undone.items()))
    connection.execute("create unique index temp.r_undone_event on r_undone(event)")


def _replay_claims(connection: sqlite3.Connection) -> None:
    """Claim by claim, so that a long log does not fill the memory."""
    where = f"where e.claim is not null and e.verb <> '{Verb.UNDONE}'"
    events = _events(connection, f"{where} order by e.claim, e.stamp, e.id")
    for claim, group in groupby(events, key=lambda event: str(event.act.claim)):
        acts = [event.act for event in group if not event.undone]
        stands = standing_of(acts)
        if stands is None:
            continue
        _insert(connection, "r_claim_state", [state_row(claim, stands[0])])
        _insert(connection, "r_claim_verdict", verdict_rows(claim, stands[1]))
        if not connection.execute("select 1 from main.claim where key = ?", [claim]).fetchone():
            _insert(connection, "r_claim", [_claim_row(claim, acts[-1])])


def _claim_row(claim: str, act: Act) -> tuple[Any, ...]:
    """A claim as the last act about it describes it."""
    data = act.data
    value = log.canonical(data["value"])
    return (claim, act.draft, data["kind"], data["start"], data["end"], data["quote"], value, "added", 0)


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
            last.act.actor,
            log.instant(last.act.at),
            log.instant(last.stamp or last.act.at),
        )


def _replay_people_and_articles(connection: sqlite3.Connection) -> None:
    article_of: dict[str, str] = {}
    articles: dict[str, _ArticleReplay] = {}
    people: dict[str, str] = {}
    days: dict[tuple[str, str, str], int] = {}
    for event in _events(connection, "order by e.stamp, e.id"):
        act = event.act
        people[act.actor] = log.instant(event.stamp or act.at)
        if not event.undone:
            day = (act.actor, log.instant(act.at)[:10], str(act.verb))
            days[day] = days.get(day, 0) + 1
        if act.verb is Verb.DRAFT_ADDED:
            key = article_of[act.draft] = str(act.data["article"])
            articles.setdefault(key, _ArticleReplay(event, event)).added = event
        if act.draft not in article_of:
            continue
        article = articles[article_of[act.draft]]
        article.newest = event
        if act.verb in (Verb.DRAFT_ADDED, Verb.DATED) and not event.undone:
            article.dates.append(act)
    _insert(connection, "r_reviewer", list(people.items()))
    _insert(connection, "r_reviewer_day", [(*day, count) for day, count in days.items()])
    _insert(connection, "r_article", [article.row(key) for key, article in articles.items()])
