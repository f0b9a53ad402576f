"""One article under review, without a screen: every act goes to the store first and shows here once it is kept."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from db import Store
from factcheck.app.screens._beside import NOTHING
from factcheck.app.screens._reading import SAME_CLAIMS, Reading
from factcheck.config import LIMIT
from factcheck.errors import RuleError
from factcheck.extract.uncovered import Gap
from factcheck.model import (
    Act,
    Answer,
    Answered,
    Article,
    Claim,
    Entry,
    Event,
    Evidence,
    Finding,
    Published,
    Sources,
    Verb,
    Verdict,
)
from factcheck.original import Beside
from factcheck.rules import LEAD, Breach, Rules
from factcheck.terms import Ask

_NO_RULES = Rules()


class Session(Reading):
    """What a reviewer has before them. A refused act raises StoreError and changes nothing here.

    `saved` is when the last act was committed.
    """

    def __init__(
        self,
        store: Store,
        article: Article,
        *,
        reviewer: str,
        clock: Callable[[], datetime],
        rules: Rules = _NO_RULES,
        file_limit: int = LIMIT,
    ) -> None:
        super().__init__(store, article, reviewer=reviewer, clock=clock, rules=rules)
        self.file_limit = file_limit
        """How many bytes a file may have that is attached."""

    def judge_all(self, entries: Sequence[Entry], verdict: Verdict) -> None:
        """Give claims one verdict at one instant: all of it is kept or none, and taken back together.

        Open takes the reviewer's own verdicts back.

        Raises:
            RuleError: if the rules refuse it for want of evidence; then nothing was kept.
        """
        at = self._clock()
        lacks = {entry.claim.key: what for entry in entries if (what := self._lacks(entry, verdict))}
        if lacks and self.rules.evidence_breach is Breach.REFUSE:
            raise RuleError(_refusal([entry for entry in entries if entry.claim.key in lacks], lacks, len(entries)))
        self._record(*(self._judged(at, entry, verdict, **_breach(lacks.get(entry.claim.key))) for entry in entries))

    def _lacks(self, entry: Entry, verdict: Verdict) -> str:
        """What the rules want besides for this verdict, in words."""
        if not self.rules.lacks(verdict, Sources()):
            return ""
        return self.rules.lacks(verdict, self._store.standing(entry.claim.key, viewer=self.reviewer).sources)

    def is_own(self, entry: Entry) -> bool:
        """Whether this reviewer has a verdict there that can be taken back."""
        return entry.standing.own(self.reviewer) is not None

    def is_repeated(self, entry: Entry, verdict: Verdict) -> bool:
        """Whether this reviewer said the same of the claim as it is now, and it needs no saying again."""
        standing, own = entry.standing, entry.standing.own(self.reviewer)
        same = own is not None and own.verdict is verdict
        return same and not (standing.contested or standing.changed or standing.expired)

    def may_not_resolve(self, entry: Entry) -> str:
        """Why this reviewer does not decide a dispute, in words; empty where they may."""
        if self.rules.may_resolve(self.reviewer, entry.standing):
            return ""
        if any(LEAD in roles for roles in self.rules.roles.values()):
            return "Where reviewers differ a lead decides; or one of them judges it anew."
        return "Where you differ somebody else decides; or one of you judges it anew."

    def resolve(self, entry: Entry, verdict: Verdict, reason: str) -> None:
        """Decide a dispute.

        Raises:
            RuleError: if the rules leave that to others.
        """
        if why := self.may_not_resolve(entry):
            raise RuleError(why)
        data = {"verdict": verdict.value, "reason": reason}
        self._record(self._act(self._clock(), Verb.RESOLVED, entry.claim.key, data))

    def recheck(self, entry: Entry, due: date | None) -> None:
        """Set the day on which a claim is to be looked at again, or take it off."""
        data = {"due": due.isoformat() if due else None}
        self._record(self._act(self._clock(), Verb.RECHECK, entry.claim.key, data))

    def _judged(self, at: datetime, entry: Entry, verdict: Verdict, **more: str) -> Act:
        data = {"verdict": verdict.value, "before": entry.standing.verdict.value, **more}
        return self._act(at, Verb.JUDGED, entry.claim.key, data)

    def comment(self, entry: Entry, note: str) -> None:
        """Put a note on a claim in the place of the old one."""
        data = {"note": note, "before": entry.standing.note}
        self._record(self._act(self._clock(), Verb.COMMENTED, entry.claim.key, data))

    def confirm(self, finding: Finding, entry: Entry, note: str) -> None:
        """Answer a finding with a dispute of the claim it accuses, whose note becomes `note`."""
        at = self._clock()
        answer = Answer(finding.key, Answered.CONFIRMED)
        answered = self._act(at, Verb.FINDING_ANSWERED, entry.claim.key, _answer(finding, answer))
        self._record(answered, self._judged(at, entry, Verdict.DISPUTED, note=note))
        self._read_answers()

    def explain(self, finding: Finding, reason: str) -> None:
        """Answer a finding with the reason why nothing is wrong."""
        answer = Answer(finding.key, Answered.EXPLAINED, reason)
        self._record(self._act(self._clock(), Verb.FINDING_ANSWERED, finding.claims[0], _answer(finding, answer)))
        self._read_answers()

    def add(self, claim: Claim) -> None:
        """Add a claim that the finder did not see."""
        at = self._clock()
        act = Act(at, self.reviewer, Verb.CLAIM_ADDED, self.article.draft, claim.key)
        self._store.record(act, claims=[claim])
        self.saved = at
        self._read_ledger()

    def correct(self, entry: Entry, claim: Claim) -> None:
        """Put a claim of other words or another kind in the place of one, which is dismissed and stays in the log."""
        at = self._clock()
        note = entry.standing.note or f"Corrected: “{claim.quote}”, {claim.kind}, {claim.value}."
        dismissed = self._judged(at, entry, Verdict.DISMISSED, note=note)
        added = Act(at, self.reviewer, Verb.CLAIM_ADDED, self.article.draft, claim.key)
        self._store.record(dismissed, added, claims=[claim])
        self.saved = at
        self._read_ledger()

    def correct_value(self, claim: Claim) -> None:
        """Give a claim the value that a person read; the finder's stays in the log and comes back with undo."""
        act = self._act(self._clock(), Verb.CORRECTED, claim.key, {})
        self._store.record(act, claims=[claim])
        self.saved = act.at
        self._read_ledger()

    def publish(self, article: Article, claims: Sequence[Claim], findings: tuple[Finding, ...]) -> None:
        """Correct the publication date: `article` has the new one, `claims` are what it reads like with it."""
        at, before = self._clock(), self.article.published
        data = {**_date(article.published), "before": _date(before)}
        act = Act(at, self.reviewer, Verb.DATED, self.article.draft, data=data)
        self._store.set_published(act, article, claims, findings=len(findings))
        self.saved = at
        self._read_anew(article, findings)

    def reread(self, article: Article, claims: Sequence[Claim], findings: tuple[Finding, ...]) -> None:
        """Take over new readings after a date was taken back: derived, so no act."""
        self._store.reread(article, claims, findings=len(findings))
        self._read_anew(article, findings)

    def check(
        self,
        findings: tuple[Finding, ...],
        gaps: tuple[Gap, ...] = (),
        beside: Mapping[str, tuple[Beside, ...]] = NOTHING,
    ) -> None:
        """Take over what the checks found, and keep how much it was for the desk's list."""
        self.findings, self.gaps, self.beside = findings, gaps, beside
        self._read_answers()

    def undo(self) -> tuple[Event, ...]:
        """Take back what this reviewer did last that still stands, several acts where they were done together.

        Gives what it was, newest first. After a DATED act, `article` has the former date and its claims want reading
        anew.
        """
        at = self._clock()
        taken = self._store.undo_together(self.article.draft, self.reviewer, at)
        if not taken:
            return ()
        self.saved = at
        verbs = {event.act.verb for event in taken}
        if verbs <= SAME_CLAIMS:
            self._read_standings({event.act.claim for event in taken})
        else:
            self.article = self._store.article(self.article.key)
            self._read_ledger()
        if Verb.FINDING_ANSWERED in verbs:
            self._read_answers()
        if Verb.ORIGINAL in verbs:
            self.read_original()
        if Verb.EVIDENCE in verbs:
            self._read_held()
        self.read_signed()
        return taken

    def attach(self, key: str, evidence: Evidence, path: Path | None = None) -> None:
        """Say what a claim was held against; a copy of the file at `path` is kept with it."""
        if path is not None:
            digest = self._store.keep_file(path, self.file_limit)
            evidence = replace(evidence, sha256=digest, file=path.name)
        self._record(self._act(self._clock(), Verb.EVIDENCE, key, evidence.data()))
        self.held |= {key}

    def _act(self, at: datetime, verb: Verb, claim: str, data: Mapping[str, Any]) -> Act:
        return Act(at, self.reviewer, verb, self.article.draft, claim, data)

    def _record(self, *acts: Act) -> None:
        self._store.record(*acts)
        self.saved = acts[0].at
        self._read_standings({act.claim for act in acts})
        if self.rules.second.ask is not Ask.OFF:
            self._read_held()  # a verdict may show what was held
        self.read_signed()


def _answer(finding: Finding, answer: Answer) -> dict[str, Any]:
    """What an act that answers a finding carries: also which check's it is, for the audit."""
    return {**answer.data(), "check": finding.check}


def _breach(lacks: str | None) -> dict[str, str]:
    """What an act says of the evidence it was given without."""
    return {"lacks": lacks} if lacks else {}


def _refusal(entries: Sequence[Entry], lacks: Mapping[str, str], among: int) -> str:
    first = entries[0]
    numbers = ", ".join(str(entry.number) for entry in entries[:8])
    claims = f"Claim {first.number} has" if len(entries) == 1 else f"Claims {numbers} lack evidence; the first has"
    nothing = "Nothing was judged" if among == 1 else "None of them was judged"
    return f"{claims} {lacks[first.claim.key]}, and the rules of this desk want it. {nothing}; e adds evidence."


def dated(article: Article, published: Published | None) -> Article:
    """The same article with another date."""
    return replace(article, published=published)


def _date(published: Published | None) -> dict[str, Any]:
    """A date as an act carries it."""
    return {"published": published.value if published else None, "inferred": bool(published and published.inferred)}
