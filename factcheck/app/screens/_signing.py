"""An article as a whole: what the rules still ask for, and who answered for it."""

from collections.abc import Callable, Mapping
from datetime import datetime

from db import Store
from factcheck.errors import RuleError
from factcheck.missing import Missing, barred, missing
from factcheck.model import Act, Answer, Article, Finding, Ledger, SignOff, Verb
from factcheck.rules import Rules
from factcheck.terms import Ask


class Signing:
    """The article that a reviewer has before them, as somebody signs it."""

    findings: tuple[Finding, ...] | None
    ledger: Ledger
    answers: Mapping[str, Answer]
    unread: str = ""
    """What the checks could not look in, in words."""

    def __init__(
        self, store: Store, article: Article, *, reviewer: str, clock: Callable[[], datetime], rules: Rules
    ) -> None:
        self._store, self._clock, self.rules = store, clock, rules
        self.reviewer, self.article = reviewer, article
        self.signed: tuple[SignOff, ...] = store.sign_offs(article.key)
        """The latest sign-off in each role, and whether it holds."""
        self.saved: datetime | None = None

    def barred(self, role: str) -> str:
        """Why this reviewer may not sign in a role at all; empty where they may."""
        return barred(self.article, self.rules, self.signed, self.reviewer, role)

    def missing(self, role: str = "") -> tuple[Missing, ...]:
        """What the rules still ask for (before a sign-off in a role), without what is kept from the reviewer."""
        found = self._missing(self.ledger, self.answers, role)
        if found or self.rules.second.ask is Ask.OFF:
            return found
        answers = self._store.answers(self.article.key, self.findings or ())
        return self._missing(self._store.ledger(self.article.key), answers, role)

    def _missing(self, ledger: Ledger, answers: Mapping[str, Answer], role: str) -> tuple[Missing, ...]:
        return missing(
            ledger,
            self.rules,
            findings=self.findings or (),
            answers=answers,
            signed=self.signed,
            role=role,
            unread=self.unread,
        )

    def sign(self, role: str) -> None:
        """Sign the article off as it stands.

        What others did meanwhile counts: it is read first.

        Raises:
            RuleError: if the reviewer may not, or something is missing; nothing was signed.
        """
        self.renew()
        if why := self.barred(role):
            raise RuleError(why)
        if left := self.missing(role):
            count = "1 thing is" if len(left) == 1 else f"{len(left)} things are"
            raise RuleError(f"{count} missing, first {left[0]}. Nothing was signed.")
        at = self._clock()
        self._store.record(Act(at, self.reviewer, Verb.SIGNED_OFF, self.article.draft, data={"role": role}))
        self.saved = at
        self.read_signed()

    def renew(self) -> None:
        """Read again what stands: others may have worked on the article since."""
        self.read_signed(anew=True)

    def rule_changes(self) -> tuple[Act, ...]:
        """Every change of the desk's rules, newest first."""
        return tuple(event.act for event in self._store.rule_changes())

    def read_signed(self, *, anew: bool = False) -> None:
        """Read the sign-offs again, after something was done; where there were none, only if others may have signed."""
        if anew or self.signed or self.rules.signoff:
            self.signed = self._store.sign_offs(self.article.key)
