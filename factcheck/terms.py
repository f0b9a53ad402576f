"""What the rules of a desk say about reading it: whom a claim waits for, what is kept from whom, what is too old.

Values and pure functions; the file of rules is read elsewhere.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from hashlib import sha256

from factcheck.model import Verdict

_WHOLE = 2**64
PAIR = 2
"""How many people judge a claim that needs a second check."""


class Ask(StrEnum):
    """Which claims a second person must judge too."""

    OFF = "off"
    ALL = "all"
    DISPUTED = "disputed"
    SAMPLE = "sample"


@dataclass(frozen=True, slots=True)
class Second:
    """The rule of the second check; where `blind`, each of the two sees nothing of the other until both have judged."""

    ask: Ask = Ask.OFF
    percent: float = 10
    seed: str = ""
    blind: bool = True

    def asks(self, origin: str, verdicts: Collection[Verdict]) -> bool:
        """Whether a claim needs two people; `origin` is the key that it had in its first draft.

        A sample is drawn by a hash, so that every machine and every later draft draws the same.
        """
        if self.ask is Ask.DISPUTED:
            return Verdict.DISPUTED in verdicts
        return self.ask is Ask.ALL or (self.ask is Ask.SAMPLE and self.draws(origin))

    def draws(self, origin: str) -> bool:
        """Whether a claim is in the sample."""
        drawn = int.from_bytes(sha256(f"{self.seed}\n{origin}".encode()).digest()[:8])
        return drawn * 100 < self.percent * _WHOLE

    def seals(self, origin: str, verdicts: Collection[Verdict]) -> bool:
        """Whether those who look at a claim see of it only what they said themselves; `verdicts` are one a person."""
        return self.blind and len(verdicts) < PAIR and self.asks(origin, verdicts)

    @property
    def tells(self) -> bool:
        """Whether a claim that waits may be marked before whoever is to judge it: the mark itself says nothing."""
        return self.ask is not Ask.DISPUTED


@dataclass(frozen=True, slots=True)
class Terms:
    """The rule of the second check, and after how many days a verdict is to be looked at again (0: never)."""

    second: Second = Second()
    recheck_days: int = 0

    def expired(self, verdict: Verdict, at: datetime | None, recheck: date | None, now: datetime) -> bool:
        """Whether a verified claim is to be checked again; a day of its own counts instead of the desk's days."""
        if verdict is not Verdict.VERIFIED or at is None:
            return False
        if recheck is not None and at.astimezone(UTC).date() < recheck:
            return recheck <= now.astimezone(UTC).date()
        return bool(self.recheck_days) and at + timedelta(days=self.recheck_days) <= now
