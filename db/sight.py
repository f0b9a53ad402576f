"""What whoever looks at a desk is shown of it: everything, or what the rule of the second check leaves them."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import Any, NamedTuple

from db import log, sample
from db.counts import SINGLE
from db.driver import sqlite3
from db.rows import RESOLUTION, VERDICTS, standing_row
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
            sealed = self.viewer is not None and truth[0] is not None and self.seals(origin, (), decided=False)
            return standing_row(own, sealed=True) if sealed else standing_row(truth)
        second, decided, due = self.terms.second, truth[RESOLUTION] is not None, False
        verdicts = [each.verdict for each in given] if second.ask is not Ask.OFF else []
        if verdicts:
            due = len(verdicts) == 1 and not decided and second.asks(origin, verdicts)
        if verdicts and self.seals(origin, verdicts, decided=decided):
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

    def seals(self, origin: str, verdicts: Sequence[Verdict], *, decided: bool) -> bool:
        """Whether those verdicts on a claim are kept from the viewer."""
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
        return self.seals(origin, [Verdict(verdict) for (verdict,) in verdicts], decided=bool(decided))

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


THESE = "in (select value from json_each(?))"
"""SQL that a key is one of those in a JSON list."""


class Single(NamedTuple):
    """Claims of an article and kind that one person alone has judged so on a day (UTC), and that need a second one."""

    article: str
    kind: str
    verdict: Verdict
    reviewer: str
    day: str
    claims: int


def singles(connection: sqlite3.Connection, terms: Terms, articles: Collection[str]) -> Iterator[Single]:
    """The claims of these articles' newest drafts that wait for a second person.

    A sample that is not the one that is counted is drawn claim by claim.
    """
    second, keys = terms.second, json.dumps(list(articles))
    if second.ask is Ask.OFF:
        return
    column = sample.column(connection, second)
    if column is None:
        waiting = connection.execute(
            "select a.key, c.kind, s.verdict, s.reviewer, substr(s.at, 1, 10), s.origin from article a"
            " cross join claim c on c.draft = a.draft cross join claim_state s on s.claim = c.key"
            f" where a.key {THESE} and a.single > 0 and {SINGLE}",
            [keys],
        )
        for article, kind, verdict, reviewer, day, origin in waiting:
            if second.draws(origin):
                yield Single(article, kind, VERDICTS[verdict], reviewer, day, 1)
        return
    where = f"and verdict = '{Verdict.DISPUTED}'" if second.ask is Ask.DISPUTED else ""
    counts = connection.execute(
        f"select article, kind, verdict, reviewer, day, {column} from status_count"
        f" where article {THESE} and {column} > 0 {where}",
        [keys],
    )
    for article, kind, verdict, reviewer, day, count in counts:
        yield Single(article, kind, VERDICTS[verdict], reviewer, day, count)


class Expiry:
    """How many verified claims of articles' newest drafts are to be checked again, as far as a viewer may know."""

    def __init__(self, connection: sqlite3.Connection, sight: Sight) -> None:
        self._connection, self._sight = connection, sight
        self._before = log.instant(sight.now - timedelta(days=days)) if (days := sight.terms.recheck_days) else ""

    def counts(self, articles: Collection[str], hidden: Iterable[Single]) -> Counter[str]:
        """By article; `hidden` are the claims of these that are kept from the viewer.

        Verdicts of the days that are too old are counted by day; those of the day on which that begins, and those that
        have a day of their own, claim by claim.
        """
        day = self._before[:10]
        counts: Counter[str] = Counter()
        if day:
            counted = (
                f"select article, sum(count) from status_count where article {THESE}"
                f" and verdict = '{Verdict.VERIFIED}' and day < ? group by 1"
            )
            counts.update(dict(self._connection.execute(counted, [json.dumps(list(articles)), day]).fetchall()))
            for single in hidden:
                if single.verdict is Verdict.VERIFIED and single.day < day:
                    counts[single.article] -= single.claims
        for article, expired, given in (*self._of_that_day(articles, day), *self._with_own):
            counts[article] += expired - (given < day)
        return counts

    def _of_that_day(self, articles: Collection[str], day: str) -> Iterator[tuple[str, bool, str]]:
        if not day:
            return
        these = (
            f"a.key in (select article from status_count where article {THESE} and verdict = '{Verdict.VERIFIED}'"
            " and day = ?) and s.at >= ? and s.at < ? and (s.recheck is null or s.recheck <= ?)"
        )
        yield from self._claims(these, json.dumps(list(articles)), day, day, day + "U", day)

    @cached_property
    def _with_own(self) -> tuple[tuple[str, bool, str], ...]:
        return tuple(self._claims("s.recheck is not null and s.recheck > substr(s.at, 1, 10)"))

    def _claims(self, where: str, *values: str) -> Iterator[tuple[str, bool, str]]:
        """Article, whether it is to be checked again, and the day of the verdict, of each claim that is shown."""
        sight, today = self._sight, self._sight.now.astimezone(UTC).date().isoformat()
        found = self._connection.execute(
            "select a.key, s.origin, s.reviewer, s.givers, s.resolution is not null, s.at, s.recheck"
            " from claim_state s join claim c on c.key = s.claim join article a on a.draft = c.draft"
            f" where {where} and +s.verdict = '{Verdict.VERIFIED}'",
            values,
        )
        for article, origin, reviewer, givers, decided, at, recheck in found:
            if reviewer == sight.viewer or not sight.seals(origin, [Verdict.VERIFIED] * givers, decided=bool(decided)):
                own = recheck is not None and recheck > at[:10]
                yield article, recheck <= today if own else at <= self._before, at[:10]
