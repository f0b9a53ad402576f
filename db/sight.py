"""What whoever looks at a desk is shown of it: everything, or what the rule of the second check leaves them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from db import log
from db.driver import sqlite3
from db.projection import SINGLE
from db.rows import RESOLUTION, standing_row
from factcheck.model import Event, Given, Standing, Verdict
from factcheck.terms import Ask, Terms


@dataclass(frozen=True, slots=True)
class Sight:
    """Who looks (`viewer`; None sees everything), when, and on what terms."""

    terms: Terms
    now: datetime
    viewer: str | None = None

    @classmethod
    def of_all(cls) -> "Sight":
        """That of whoever is told everything."""
        return cls(Terms(), datetime.now(UTC))

    @property
    def keeps(self) -> bool:
        """Whether anything may be kept from the viewer."""
        return self.viewer is not None and self.terms.second.ask is not Ask.OFF and self.terms.second.blind

    def standing(self, truth: Sequence[Any], own: Sequence[Any], origin: str, given: Sequence[Given]) -> Standing:
        """What is shown of a claim: a row of STANDING, or where that is kept from the viewer one of OWN, by `rows`.

        `origin` is the key that it had in its first draft.
        """
        if not given:  # nothing that could be kept, but notes and evidence
            sealed = self.viewer is not None and truth[0] is not None and self._seals(origin, (), decided=False)
            return standing_row(own, sealed=True) if sealed else standing_row(truth)
        second, decided, due = self.terms.second, truth[RESOLUTION] is not None, False
        verdicts = [each.verdict for each in given] if second.ask is not Ask.OFF else []
        if verdicts:
            due = len(verdicts) == 1 and not decided and second.asks(origin, verdicts)
        if verdicts and self._seals(origin, verdicts, decided=decided):
            mine = tuple(each for each in given if each.reviewer == self.viewer)
            tells = second.tells or bool(mine)
            shown, due = standing_row(own, mine, sealed=tells), due and tells
        else:
            shown = standing_row(truth, tuple(given))
        expired = self.terms.expired(shown.verdict, shown.at, shown.recheck, self.now)
        return replace(shown, second_due=due, expired=expired) if due or expired else shown

    def hides(self, single: "Single") -> bool:
        """Whether the viewer is not shown these verdicts."""
        return self.viewer not in (None, single.reviewer) and self.terms.second.blind

    def _seals(self, origin: str, verdicts: Sequence[Verdict], *, decided: bool) -> bool:
        return self.viewer is not None and not decided and self.terms.second.seals(origin, verdicts)

    def sealed(self, connection: sqlite3.Connection, claims: Iterable[str]) -> set[str]:
        """Those of the claims of which the viewer is shown only what they said themselves."""
        if not self.keeps:
            return set()
        return {claim for claim in set(claims) if self._is_sealed(connection, claim)}

    def _is_sealed(self, connection: sqlite3.Connection, claim: str) -> bool:
        now = _latest(connection, claim)
        row = connection.execute("select origin, resolution is not null from claim_state where claim = ?", [now])
        origin, decided = row.fetchone() or (now, 0)
        verdicts = connection.execute("select verdict from claim_verdict where claim = ? and verdict <> 'open'", [now])
        return self._seals(origin, [Verdict(verdict) for (verdict,) in verdicts], decided=bool(decided))

    def events(self, connection: sqlite3.Connection, claim: str, events: Iterable[Event]) -> tuple[Event, ...]:
        """Of the acts about one claim those that are shown."""
        if self.sealed(connection, [claim]):
            return tuple(event for event in events if event.act.actor == self.viewer)
        return tuple(events)

    def shown(self, connection: sqlite3.Connection, events: Iterable[Event]) -> tuple[Event, ...]:
        """Of acts about several claims those that are shown."""
        every = tuple(events)
        others = {event.act.claim for event in every if event.act.actor != self.viewer} - {None}
        sealed = self.sealed(connection, (claim for claim in others if claim))
        return tuple(event for event in every if event.act.actor == self.viewer or event.act.claim not in sealed)


def _latest(connection: sqlite3.Connection, claim: str) -> str:
    """What became of a claim in the newest draft that has it."""
    seen: set[str] = set()
    while claim not in seen:
        seen.add(claim)
        row = connection.execute("select claim from carried where origin = ? order by claim", [claim]).fetchone()
        claim = row[0] if row else claim
    return claim


@dataclass(frozen=True, slots=True)
class Single:
    """Claims of an article and kind that one person alone has judged so, and that need a second one."""

    article: str
    kind: str
    verdict: Verdict
    reviewer: str
    count: int


def singles(connection: sqlite3.Connection, terms: Terms) -> Iterator[Single]:
    """The claims of the newest drafts that wait for a second person; a sample is drawn claim by claim."""
    second = terms.second
    if second.ask is Ask.OFF:
        return
    if second.ask is Ask.SAMPLE:
        waiting = connection.execute(
            "select a.key, c.kind, s.verdict, s.reviewer, s.origin from claim_state s join claim c on c.key = s.claim"
            f" join article a on a.draft = c.draft where {SINGLE}"
        )
        for article, kind, verdict, reviewer, origin in waiting:
            if second.draws(origin):
                yield Single(article, kind, Verdict(verdict), reviewer, 1)
        return
    where = f"and verdict = '{Verdict.DISPUTED}'" if second.ask is Ask.DISPUTED else ""
    counts = connection.execute(
        f"select article, kind, verdict, reviewer, single from status_count where single > 0 {where}"
    )
    for article, kind, verdict, reviewer, count in counts:
        yield Single(article, kind, Verdict(verdict), reviewer, count)


def expired(connection: sqlite3.Connection, sight: Sight) -> dict[str, int]:
    """How many claims of each article's newest draft are to be checked again, as far as the viewer may know."""
    today, days = sight.now.astimezone(UTC).date().isoformat(), sight.terms.recheck_days
    counts: dict[str, int] = {}
    for condition, value in (
        ("s.at <= ? and (s.recheck is null or s.recheck <= substr(s.at, 1, 10))", _before(sight.now, days)),
        ("s.recheck <= ? and s.recheck > substr(s.at, 1, 10)", today),
    ):
        if not value:
            continue
        found = connection.execute(
            "select a.key, s.origin, s.reviewer, s.givers, s.resolution is not null"
            " from claim_state s join claim c on c.key = s.claim join article a on a.draft = c.draft"
            f" where s.verdict = '{Verdict.VERIFIED}' and {condition}",
            [value],
        )
        for article, origin, reviewer, givers, decided in found:
            verdicts = [Verdict.VERIFIED] * givers
            if reviewer == sight.viewer or not sight._seals(origin, verdicts, decided=bool(decided)):
                counts[article] = counts.get(article, 0) + 1
    return counts


def _before(now: datetime, days: int) -> str:
    return log.instant(now - timedelta(days=days)) if days else ""
