"""Acts about whole articles and about the whole desk, as the log holds them: assignments and rules."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from db import log
from db.driver import sqlite3
from db.evidence import STANDS
from db.projection import FIRST
from db.standing import day_in, verdict_in
from factcheck.errors import StoreError
from factcheck.model import Act, Assignment, Event, Verb, Verdict


def refuse_formless(act: Act) -> None:
    """Keep out of the log what could not be read from it.

    Raises:
        StoreError: if an act lacks what it is about.
    """
    try:
        if act.verb is Verb.RESOLVED:
            _need(act, "reason")
            if act.claim is None or verdict_in(act) is Verdict.OPEN:
                raise ValueError("a dispute is decided with a verdict on a claim")
        elif act.verb is Verb.RECHECK:
            day_in(act)
        elif act.verb is Verb.ASSIGNED:
            _need(act, "reviewer")
            _assignment(act, "", "")
        elif act.verb is Verb.SIGNED_OFF:
            _need(act, "role")
    except (ValueError, TypeError) as error:
        raise StoreError(f"This was not understood ({error}). Nothing was saved.") from error


def _need(act: Act, name: str) -> None:
    value = act.data.get(name)
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"it needs its {name}")


# Assignments


def assignments(connection: sqlite3.Connection, article: str | None = None) -> tuple[Assignment, ...]:
    """Who is to check what, of one article or of all; of several for one person and article the latest stands."""
    where, values = ("", []) if article is None else ("and d.article = ?", [article])
    rows = connection.execute(
        f"select d.article, {log.SELECTED} from event e join draft d on d.key = e.draft"
        f" where e.verb = 'assigned' and {STANDS} {where} order by e.stamp, e.id",
        values,
    )
    latest: dict[tuple[str, str], Assignment | None] = {}
    for key, *row in rows:
        event = log.event_of(tuple(row))
        try:
            assignment = _assignment(event.act, key, event.id)
        except (ValueError, TypeError) as error:
            raise log.unreadable(event.id, error) from error
        latest[key, assignment.reviewer] = None if event.act.data.get("withdrawn") else assignment
    return tuple(each for each in latest.values() if each)


def _assignment(act: Act, article: str, event: str) -> Assignment:
    """Raises ValueError or TypeError where its words are in no form that is known."""
    kinds, deadline = act.data.get("kinds") or (), act.data.get("deadline")
    at = datetime.fromisoformat(str(deadline)) if deadline else None
    if at is not None and at.tzinfo is None:
        raise ValueError("a deadline without a zone")
    return Assignment(article, str(act.data.get("reviewer")), tuple(map(str, kinds)), at, act.actor, act.at, event)


# Rules


def rules(connection: sqlite3.Connection, place: str | None = None) -> Mapping[str, Any]:
    """The rules that the log tells of last: those of the device at a place, where it tells of any, else of all."""
    for where, values in (
        ("and e.device = (select id from device where place = ?)", [place]),
        ("", []),
    ):
        row = connection.execute(
            f"select {log.SELECTED} from event e where e.verb = 'rules-changed' {where}"
            " order by e.stamp desc, e.id desc limit 1",
            values,
        ).fetchone()
        if row:
            told = log.event_of(row).act.data.get("rules")
            return told if isinstance(told, Mapping) else {}
    return {}


def changed_rules(connection: sqlite3.Connection) -> Iterable[Event]:
    """Every change of the rules, newest first."""
    rows = connection.execute(
        f"select {log.SELECTED} from event e where e.verb = 'rules-changed' and {FIRST}"
        " order by e.stamp desc, e.id desc"
    )
    return map(log.event_of, rows)
