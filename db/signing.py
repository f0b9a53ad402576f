"""Sign-offs: what somebody answered for, whether it still stands, and which act reopened it."""

from collections.abc import Mapping
from typing import Any

from db import log, queries
from db.driver import sqlite3
from db.evidence import STANDS, answers
from db.original import original
from db.projection import FIRST, lineage, stood
from db.sight import Sight
from db.standing import Stood, standing_of, verdict_in
from factcheck.model import Act, Event, SignOff, Verb, Verdict

_CHANGES = (
    Verb.DRAFT_ADDED,
    Verb.DATED,
    Verb.CLAIM_ADDED,
    Verb.CORRECTED,
    Verb.JUDGED,
    Verb.RESOLVED,
    Verb.EVIDENCE,
    Verb.FINDING_ANSWERED,
    Verb.ORIGINAL,
    Verb.UNDONE,
)
"""Acts that can change what somebody signed."""

_VERDICTS = (Verb.JUDGED, Verb.RESOLVED, Verb.CORRECTED)
"""Those of them that change nothing where the claim stands as it stood."""


def signed(connection: sqlite3.Connection, act: Act, article: str) -> Act:
    """A SIGNED_OFF act with what it answers for: what stands now, and which events were known."""
    return Act(act.at, act.actor, act.verb, act.draft, None, {**act.data, **_answered_for(connection, article)})


def _answered_for(connection: sqlite3.Connection, article: str) -> dict[str, Any]:
    return {"state": state_of(connection, article), "seen": queries.chains(connection)}


def sign_offs(connection: sqlite3.Connection, article: str) -> tuple[SignOff, ...]:
    """The latest sign-off of an article in each role, oldest first, and whether it still holds."""
    rows = connection.execute(
        f"select {log.SELECTED} from draft d join event e on e.draft = d.key and e.verb = 'signed-off'"
        f" where d.article = ? and {STANDS} order by e.stamp, e.id",
        [article],
    )
    latest: dict[str, Event] = {}
    for event in map(log.event_of, rows):
        latest.pop(str(event.act.data.get("role")), None)
        latest[str(event.act.data.get("role"))] = event
    now = state_of(connection, article) if latest else ""
    return tuple(_sign_off(connection, article, role, event, now) for role, event in latest.items())


def signed_articles(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The keys of the articles that somebody signed."""
    rows = connection.execute(
        "select distinct d.article from event e join draft d on d.key = e.draft where e.verb = 'signed-off' order by 1"
    )
    return tuple(str(article) for (article,) in rows)


def _sign_off(connection: sqlite3.Connection, article: str, role: str, event: Event, now: str) -> SignOff:
    act = event.act
    holds = act.data.get("state") == now
    reopened = None if holds else _reopening(connection, article, _Known(act.data.get("seen")))
    return SignOff(role, act.actor, act.at, act.draft, event.id, holds, reopened)


def _reopening(connection: sqlite3.Connection, article: str, known: "_Known") -> Event | None:
    """The first act that whoever signed did not know and that changed what stood; else the first that could have."""
    rows = connection.execute(
        f"select {log.SELECTED} from draft d join event e on e.draft = d.key"
        f" where d.article = ? and e.verb in ({', '.join('?' * len(_CHANGES))}) and {FIRST} order by e.stamp, e.id",
        [article, *map(str, _CHANGES)],
    )
    first = None
    for event in map(log.event_of, rows):
        if not known.has(event.device, event.device_seq):
            if _changed(connection, event, known):
                return event
            first = first or event
    return first


def _changed(connection: sqlite3.Connection, event: Event, known: "_Known") -> bool:
    """Whether an act changed what stood; one on a verdict did where the claim stands otherwise than it did then."""
    act = event.act
    if act.verb is Verb.UNDONE:
        target = log.event(connection, str(act.data.get("event")))
        if target is None or not known.has(target.device, target.device_seq):
            return False
        act = target.act
        if act.verb not in _CHANGES:
            return False
    elif event.undone:
        return False
    if act.claim is None or act.verb not in _VERDICTS:
        return True
    then, now = known.stood(connection, act.claim), stood(connection, act.claim)
    if _stands(then) == _stands(now):
        return False
    return act.verb is Verb.CORRECTED or event.act.verb is Verb.UNDONE or verdict_in(act) is not _stands(then)[0]


def _stands(stood: Stood | None) -> tuple[Verdict, bool, object]:
    """Of what stands on a claim that for which somebody answers."""
    if stood is None:
        return Verdict.OPEN, False, None
    return stood.standing.verdict, stood.standing.contested, stood.corrected


class _Known:
    """The part of the log that whoever signed knew."""

    def __init__(self, seen: object) -> None:
        self._seen = seen if isinstance(seen, Mapping) else {}

    def has(self, device: str, number: int) -> bool:
        """Whether an event was known."""
        last = self._seen.get(device, 0)
        return isinstance(last, int) and number <= last

    def stood(self, connection: sqlite3.Connection, claim: str) -> Stood | None:
        """What stood on a claim by what was known then."""
        same, _ = lineage(connection, claim)
        rows = connection.execute(
            f"select b.device, b.device_seq, {log.SELECTED} from event e left join undone t on t.event = e.id"
            f" left join event b on b.id = t.by where e.claim in ({', '.join('?' * len(same))})"
            f" and e.verb <> '{Verb.UNDONE}' and {FIRST} order by e.stamp, e.id",
            same,
        )
        acts = []
        for undone_on, undone_at, *row in rows:
            event = log.event_of(tuple(row))
            taken_back = undone_on is not None and self.has(undone_on, undone_at)
            if self.has(event.device, event.device_seq) and not taken_back:
                acts.append(event.act)
        return standing_of(acts)


def state_of(connection: sqlite3.Connection, article: str) -> str:
    """A hash of what somebody answers for: draft, date, verdicts, corrections, evidence, answers, what it translates.

    Who gave a verdict, when, and the notes are not in it: a second person who agrees changes nothing that stands.
    """
    about = connection.execute("select draft, published, inferred from article where key = ?", [article]).fetchone()
    claims = connection.execute(
        "select c.key, s.verdict, s.contested, s.corrected_reading from article a join claim c on c.draft = a.draft"
        " join claim_state s on s.claim = c.key where a.key = ? and (s.verdict <> 'open' or c.origin = 'added')"
        " order by c.key",
        [article],
    )
    evidence = connection.execute(
        "select distinct e.id from draft d join event e on e.draft = d.key and e.verb = 'evidence'"
        f" where d.article = ? and {STANDS} order by e.id",
        [article],
    )
    answered = answers(connection, article, Sight.of_all())
    translates = original(connection, article)
    return log.digest(
        log.canonical(
            [
                list(about or ()),
                [list(row) for row in claims],
                [id for (id,) in evidence],
                sorted([key, str(answer.answer)] for key, answer in answered.items()),
                *([translates.sha256] if translates else ()),
            ]
        )
    )
