"""What of an article is read from the store, as its reviewer may see it; and read again when others were at it."""

from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from db import Store
from factcheck.app.screens._beside import NOTHING
from factcheck.app.screens._translating import Translating
from factcheck.extract.uncovered import Gap
from factcheck.model import (
    Answer,
    Article,
    Claim,
    Elsewhere,
    Entry,
    Event,
    Evidence,
    Finding,
    Ledger,
    SignOff,
    Verb,
)
from factcheck.original import Beside
from factcheck.rules import Rules

SAME_CLAIMS = frozenset(Verb) - {Verb.CLAIM_ADDED, Verb.CORRECTED, Verb.DATED}
"""Acts that neither add claims nor read them anew."""
_NAMED_CLAIMS = SAME_CLAIMS - {Verb.UNDONE, Verb.DRAFT_ADDED, Verb.ORIGINAL}
"""Acts that change nothing but what stands on the claims they name."""
ALIKE = 50
"""The most claims of other articles that are shown for saying the same value."""
RECENT = 200
"""How many pieces of evidence are offered again."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a reviewer saw of an article at one moment."""

    article: Article
    ledger: Ledger
    answers: Mapping[str, Answer]
    held: frozenset[str]
    signed: tuple[SignOff, ...]


class News(Enum):
    """What the acts of others did to an article under review."""

    STANDING = auto()
    """Something else stands on its claims."""
    CLAIMS = auto()
    """It has other claims, or they are read anew."""
    DRAFT = auto()
    """It has a new draft; that is not taken in, what is under review stays what it was."""


class Reading(Translating):
    """An article, its claims and what stands on each; all that is read is read as `reviewer` may see it.

    `findings` and `gaps` are None until the checks have been asked.
    """

    def __init__(
        self,
        store: Store,
        article: Article,
        *,
        reviewer: str,
        clock: Callable[[], datetime],
        rules: Rules,
    ) -> None:
        # Where the desk stands is asked first: what is written while the rest is read is seen the next time.
        self._others, self._end = store.others(), store.log_end()
        self._is_unsure = self._is_superseded = False
        super().__init__(store, article, reviewer=reviewer, clock=clock, rules=rules)
        self.ledger: Ledger = store.ledger(article.key, viewer=reviewer)
        self.beside: Mapping[str, tuple[Beside, ...]] = NOTHING
        self.findings: tuple[Finding, ...] | None = None
        self.gaps: tuple[Gap, ...] | None = None
        self.answers: Mapping[str, Answer] = store.answers(article.key, viewer=reviewer)
        self.held: frozenset[str] = store.evidenced(article.key, viewer=reviewer)
        """The keys of the claims that were held against something."""

    @property
    def seen(self) -> Seen:
        """What the reviewer sees now."""
        return Seen(self.article, self.ledger, self.answers, self.held, self.signed)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The article's claims in reading order."""
        return tuple(entry.claim for entry in self.ledger)

    @property
    def unanswered(self) -> tuple[Finding, ...]:
        """The findings that nobody has answered yet."""
        return tuple(finding for finding in self.findings or () if finding.key not in self.answers)

    def look_up(self) -> News | None:
        """Take in what others did since; None, after one cheap question, where nobody wrote to the desk."""
        others = self._store.others()
        if others == self._others or self._is_superseded:
            return None
        self._others, after, self._end = others, self._end, self._store.log_end()
        events = self._store.arrived(self.article.key, after, self._end)
        if not events and not self._is_unsure:
            return None
        article = self._store.article(self.article.key)
        if article.draft != self.article.draft:
            self._is_superseded = True
            return News.DRAFT
        verbs = {event.act.verb for event in events}
        # Whoever takes a date back writes the new readings of the claims a moment later, which is no act.
        self._is_unsure, was_unsure = Verb.UNDONE in verbs, self._is_unsure
        if verbs <= _NAMED_CLAIMS and not was_unsure:
            self._read_standings({event.act.claim for event in events})
            self._read_rest()
            return News.STANDING
        self.article = article
        self.renew()
        return News.CLAIMS

    def renew(self) -> None:
        """Read again what stands: others may have worked on the article since."""
        self._read_ledger()
        if not self._store.readonly:
            self.read_original()
        self._read_rest()

    def evidence(self, key: str) -> tuple[Evidence, ...]:
        """What a claim was held against, oldest first."""
        return self._store.evidence(key, viewer=self.reviewer)

    def recent_evidence(self) -> tuple[Evidence, ...]:
        """The desk's latest evidence, newest first: what may serve again."""
        return self._store.recent_evidence(RECENT, viewer=self.reviewer)

    def file(self, evidence: Evidence) -> Iterator[bytes]:
        """The file that is attached to a piece of evidence, part by part."""
        return self._store.file(evidence.sha256)

    def elsewhere(self, claim: Claim) -> tuple[Elsewhere, ...]:
        """Claims of the desk's other articles that say the same value, those touched last first."""
        return self._store.elsewhere(claim.kind, str(claim.value), self.article.key, ALIKE, viewer=self.reviewer)

    def history(self, entry: Entry) -> tuple[Event, ...]:
        """Every act about a claim, oldest first."""
        return self._store.history(entry.claim.key, viewer=self.reviewer)

    def _read_ledger(self) -> None:
        """Read the claims and what stands on each."""
        self.ledger = self._store.ledger(self.article.key, viewer=self.reviewer)
        self.read_signed()

    def _read_standings(self, keys: AbstractSet[str | None]) -> None:
        """Read what stands on some claims."""
        known = (key for key in keys if key is not None and key in self.ledger.position)
        changed = {key: self._store.standing(key, viewer=self.reviewer) for key in known}
        self.ledger = self.ledger.with_standings(changed)

    def _read_rest(self) -> None:
        """Read what stands on the article besides its claims' verdicts: answers, evidence, sign-offs."""
        self.answers = self._store.answers(self.article.key, self.findings or (), viewer=self.reviewer)
        self._read_held()
        self.read_signed(anew=True)

    def _read_held(self) -> None:
        self.held = self._store.evidenced(self.article.key, viewer=self.reviewer)

    def _read_answers(self) -> None:
        """Read the answers to findings, and keep for the desk's list how many are left."""
        self.answers = self._store.answers(self.article.key, self.findings or (), viewer=self.reviewer)
        answered = self._store.answers(self.article.key, self.findings or ())
        if self._store.readonly:
            return
        unanswered = sum(finding.key not in answered for finding in self.findings or ())
        self._store.set_findings(self.article.key, unanswered)

    def _read_anew(self, article: Article, findings: tuple[Finding, ...]) -> None:
        self.article, self.findings = article, findings
        self._read_ledger()
