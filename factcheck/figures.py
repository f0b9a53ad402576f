"""What an audit asks of a desk, and the figures it is given: values only."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from factcheck.model import ArticleStatus, Standing, Verdict


class State(StrEnum):
    """What may be true of a claim that is asked for: its verdict, or what is the matter with it."""

    CONTESTED = "contested"
    DISPUTED = "disputed"
    CHANGED = "changed"
    OPEN = "open"
    VERIFIED = "verified"
    DISMISSED = "dismissed"


class By(StrEnum):
    """What claims are counted by."""

    VERDICT = "verdict"
    KIND = "kind"
    REVIEWER = "reviewer"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Asked:
    """Which part of a desk is looked at; all of it where nothing is asked for.

    `since` and `until` are the first and the last day (UTC, ISO 8601): that of a claim's verdict, and of an open claim
    the one on which it came in. `words` are looked for, whatever their case, in an article's title and source, and of
    claims in their words, value, note and reviewer too. `flagged` are the articles with findings nobody has answered.
    """

    since: str = ""
    until: str = ""
    words: tuple[str, ...] = ()
    reviewer: str = ""
    article: str = ""
    kind: str = ""
    state: State | None = None
    flagged: bool = False

    def takes_day(self, day: str) -> bool:
        """Whether a day lies in the time asked for."""
        return self.since <= day and (not self.until or day <= self.until)

    def takes_words(self, *said: str) -> bool:
        """Whether all the words asked for are in what is said."""
        if not self.words:
            return True
        text = "\n".join(said).casefold()
        return all(word in text for word in self.words)


def day_back(now: datetime, days: int) -> str:
    """So many days before today, as a day (UTC, ISO 8601).

    Today is the day of UTC in which the reader's own day began: nothing of theirs is left out.
    """
    began = now.astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
    return (began.astimezone(UTC) - timedelta(days=days)).date().isoformat()


@dataclass(frozen=True, slots=True)
class Breakdown:
    """How many claims of one kind, reviewer, day or verdict (`of`) stand where."""

    of: str
    counts: Mapping[Verdict, int]
    contested: int = 0
    changed: int = 0

    @property
    def total(self) -> int:
        return sum(self.counts.values())


AGES = (("today", 0), ("7 days", 6), ("30 days", 29), ("three months", 91), ("a year", 364))
"""Names of ages, and how many days they go back; what is older comes after them."""
OLDER = "older"


def age_starts(now: datetime) -> tuple[tuple[str, str], ...]:
    """Each age and its first day, the youngest first; the last has none."""
    return (*((name, day_back(now, back)) for name, back in AGES), (OLDER, ""))


def ages(days: Iterable[Breakdown], now: datetime) -> tuple[Breakdown, ...]:
    """Counts by day as counts by age: that of the verdict, and of an open claim since it came in."""
    starts = age_starts(now)
    found = {name: (dict.fromkeys(Verdict, 0), [0, 0]) for name, _ in starts}
    for each in days:
        counts, more = found[next(name for name, start in starts if each.of >= start)]
        for verdict, count in each.counts.items():
            counts[verdict] += count
        more[0] += each.contested
        more[1] += each.changed
    return tuple(Breakdown(name, counts, *more) for name, (counts, more) in found.items())


class Pace(NamedTuple):
    """Verdicts of a reviewer or a day whose time is known, and the seconds that they took in all."""

    of: str
    verdicts: int
    seconds: int

    @property
    def mean(self) -> float:
        """Seconds a verdict."""
        return self.seconds / self.verdicts if self.verdicts else 0.0


class Answers(NamedTuple):
    """How often findings of a check ("" where it is not known) were confirmed, and how often explained."""

    check: str
    confirmed: int
    explained: int

    @property
    def override_rate(self) -> float:
        """The share of answered findings that reviewers explained: what the check raised in vain."""
        return self.explained / (self.confirmed + self.explained)


@dataclass(frozen=True, slots=True)
class Pair:
    """How often one reviewer gave the first verdict and another the second on the same claim."""

    one: str
    other: str
    first: str
    second: str
    count: int


@dataclass(frozen=True, slots=True)
class Unit:
    """How many claims got the same verdicts: so often verified, disputed and dismissed."""

    verified: int
    disputed: int
    dismissed: int
    count: int


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim of a desk's newest drafts as a list of them shows it."""

    claim: str
    article: str
    title: str
    kind: str
    quote: str
    reading: str
    standing: Standing


Place = tuple[object, ...]
"""Where a page ended; the next one begins after it."""


class ArticlePage(NamedTuple):
    """A part of a list of articles; `after` is where it ended, None where nothing follows."""

    lines: tuple[ArticleStatus, ...]
    after: Place | None


class ClaimPage(NamedTuple):
    """A part of a list of claims; it may be short although more follows, for a page looks through so many at most.

    `looked` is how many it looked through.
    """

    lines: tuple[ClaimLine, ...]
    after: Place | None
    looked: int
