"""One article under review, without a screen: every act goes to the store first and shows here once it is kept."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from db import Store
from factcheck.model import (
    Act,
    Answer,
    Article,
    Claim,
    Entry,
    Event,
    Finding,
    Ledger,
    Published,
    Verb,
    Verdict,
)


class Session:
    """What a reviewer has before them. A refused act raises StoreError and changes nothing here.

    `findings` is None until the checks have been asked. `saved` is when the last act was committed.
    """

    def __init__(self, store: Store, article: Article, *, reviewer: str, clock: Callable[[], datetime]) -> None:
        self._store, self._clock = store, clock
        self.reviewer = reviewer
        self.article = article
        self.ledger: Ledger = store.ledger(article.key)
        self.findings: tuple[Finding, ...] | None = None
        self.answers: Mapping[str, Answer] = store.answers(article.key)
        self.saved: datetime | None = None

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The article's claims in reading order."""
        return tuple(entry.claim for entry in self.ledger)

    @property
    def unanswered(self) -> tuple[Finding, ...]:
        """The findings that nobody has answered yet."""
        return tuple(finding for finding in self.findings or () if finding.key not in self.answers)

    def judge(self, entry: Entry, verdict: Verdict) -> None:
        """Give a verdict; open takes one's own back."""
        self._record(Verb.JUDGED, entry, {"verdict": verdict.value, "before": entry.standing.verdict.value})

    def comment(self, entry: Entry, note: str) -> None:
        """Put a note on a claim in the place of the old one."""
        self._record(Verb.COMMENTED, entry, {"note": note, "before": entry.standing.note})

    def add(self, claim: Claim) -> None:
        """Add a claim that the finder did not see."""
        at = self._clock()
        act = Act(at, self.reviewer, Verb.CLAIM_ADDED, self.article.draft, claim.key)
        self._store.record(act, claims=[claim])
        self._committed(at)
        self.ledger = self._store.ledger(self.article.key)

    def publish(self, article: Article, claims: Sequence[Claim], findings: tuple[Finding, ...]) -> None:
        """Correct the publication date: `article` has the new one, `claims` are what it reads like with it."""
        at, before = self._clock(), self.article.published
        data = {**_date(article.published), "before": _date(before)}
        act = Act(at, self.reviewer, Verb.DATED, self.article.draft, data=data)
        self._store.set_published(act, article, claims, findings=len(findings))
        self._committed(at)
        self._read_anew(article, findings)

    def reread(self, article: Article, claims: Sequence[Claim], findings: tuple[Finding, ...]) -> None:
        """Take over new readings after a date was taken back: derived, so no act."""
        self._store.reread(article, claims, findings=len(findings))
        self._read_anew(article, findings)

    def check(self, findings: tuple[Finding, ...]) -> None:
        """Take over what the checks found, and keep how much it was for the desk's list."""
        self.findings = findings
        self._store.set_findings(self.article.key, len(self.unanswered))

    def undo(self) -> Event | None:
        """Take back this reviewer's newest act that still stands; what it was, or None.

        After a DATED act, `article` has the former date and its claims want reading anew.
        """
        at = self._clock()
        event = self._store.undo(self.article.draft, self.reviewer, at)
        if event is None:
            return None
        self._committed(at)
        key = event.act.claim or ""
        if key in self.ledger.position and event.act.verb in (Verb.JUDGED, Verb.COMMENTED):
            self.ledger = self.ledger.with_standing(key, self._store.standing(key))
        else:
            self.article = self._store.article(self.article.key)
            self.ledger = self._store.ledger(self.article.key)
        return event

    def history(self, entry: Entry) -> tuple[Event, ...]:
        """Every act about a claim, oldest first."""
        return self._store.history(entry.claim.key)

    def _record(self, verb: Verb, entry: Entry, data: Mapping[str, Any]) -> None:
        at, key = self._clock(), entry.claim.key
        self._store.record(Act(at, self.reviewer, verb, self.article.draft, key, data))
        self._committed(at)
        self.ledger = self.ledger.with_standing(key, self._store.standing(key))

    def _committed(self, at: datetime) -> None:
        self.saved = at

    def _read_anew(self, article: Article, findings: tuple[Finding, ...]) -> None:
        self.article, self.findings = article, findings
        self.ledger = self._store.ledger(article.key)


def dated(article: Article, published: Published | None) -> Article:
    """The same article with another date."""
    return replace(article, published=published)


def _date(published: Published | None) -> dict[str, Any]:
    """A date as an act carries it."""
    return {"published": published.value if published else None, "inferred": bool(published and published.inferred)}
