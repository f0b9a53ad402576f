"""What the whole project talks about. Values only: nothing here reads, draws or stores."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol


class Span(NamedTuple):
    """A stretch of an article's text: code points, half open; ordered by start, then end."""

    start: int
    end: int

    @property
    def length(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end


_DAY = re.compile(r"(?:\d{4}|XXXX)(?:-(?:\d\d|XX)(?:-(?:\d\d|XX))?)?")


@dataclass(frozen=True, slots=True)
class Published:
    """When an article came out, as far as it is known: an ISO 8601 date whose unknown parts are X ("XXXX-12-06").

    `inferred` is true when nobody said so and it was read out of the text.
    """

    value: str
    inferred: bool = False

    def __post_init__(self) -> None:
        if not _DAY.fullmatch(self.value):
            raise ValueError(f"not a date: {self.value!r}")

    @property
    def day(self) -> date | None:
        """The calendar day, or None when a part of it is unknown."""
        try:
            return date.fromisoformat(self.value)
        except ValueError:
            return None

    def part(self, index: int) -> int | None:
        """Year (0), month (1) or day (2), or None when it is unknown."""
        parts = self.value.split("-")
        return int(parts[index]) if index < len(parts) and parts[index].isdigit() else None

    def __str__(self) -> str:
        return f"{self.value} (inferred)" if self.inferred else self.value


@dataclass(frozen=True, slots=True)
class Article:
    """One state (draft) of a cleaned text and what is known of it.

    `key` names the article through all its drafts: the first 16 hex digits of its first draft's key.
    """

    title: str
    text: str
    published: Published | None = None
    source: str = ""
    language: str = ""
    key: str = ""
    raw_sha256: str = ""

    def __post_init__(self) -> None:
        if not self.key:
            object.__setattr__(self, "key", self.draft[:16])

    @property
    def draft(self) -> str:
        """The key of this state of the text: the SHA-256 of its UTF-8, in hex."""
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


class Value(Protocol):
    """What a claim says, read into a comparable form: `str()` is its readable normal form. Each kind has its own."""

    def __str__(self) -> str: ...


@dataclass(frozen=True, slots=True)
class PlainValue:
    """A value of a kind that is not installed here: kept and shown as it was stored."""

    data: Mapping[str, Any]

    def __str__(self) -> str:
        return " ".join(str(part) for part in self.data.values())


class Origin(StrEnum):
    """Who saw a claim in the text: the finder, or a person."""

    FOUND = "found"
    ADDED = "added"


@dataclass(frozen=True)
class Claim:
    """One checkable thing that a draft says, and where it says so; `quote == text[span]` always."""

    draft: str
    kind: str
    span: Span
    quote: str
    value: Value
    origin: Origin = Origin.FOUND

    @cached_property
    def key(self) -> str:
        """The same on every machine and at every reading: a hash of draft, kind and span (20 hex digits)."""
        parts = f"{self.draft}\n{self.kind}\n{self.span.start}\n{self.span.end}"
        return sha256(parts.encode()).hexdigest()[:20]


class Severity(StrEnum):
    """How sure a finding is that something is wrong."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True)
class Finding:
    """What claims say against each other: derived and recomputed, never stored.

    `claims` are claim keys, the accused first. `arithmetic` is the sum, line by line, with tables and dates used.
    `tolerance` says what difference would have been accepted and why. `suggestion` names the one slip that would
    explain the number, or is empty.
    """

    check: str
    severity: Severity
    claims: tuple[str, ...]
    message: str
    arithmetic: tuple[str, ...] = ()
    tolerance: str = ""
    suggestion: str = ""

    @cached_property
    def key(self) -> str:
        """Stable while its claims and its arithmetic are: a hash (20 hex digits)."""
        parts = "\n".join((self.check, *self.claims, *self.arithmetic))
        return sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:20]


class Verdict(StrEnum):
    """What stands on a claim; open is the absence of a verdict."""

    OPEN = "open"
    VERIFIED = "verified"
    DISPUTED = "disputed"
    DISMISSED = "dismissed"


class Verb(StrEnum):
    """What a person did. The log knows no other acts; each one's `data` is described beside it.

    "The claim" is its kind, start, end, quote, value and reading (the value in words) as they were then, so that the
    log can be read alone: the store writes them into every act that names a claim.
    """

    DRAFT_ADDED = "draft-added"  # article, title, published, inferred, source, language, raw_sha256, perhaps
    # carried, reopened (claim keys of this draft to those of earlier ones), added (claim keys to the claims)
    DATED = "dated"  # published, inferred, before
    CLAIM_ADDED = "claim-added"  # the claim
    JUDGED = "judged"  # verdict, perhaps note, the claim
    COMMENTED = "commented"  # note, the claim
    CORRECTED = "corrected"  # corrected (the value that a person read, as JSON), corrected_reading, the claim before it
    EVIDENCE = "evidence"  # what Evidence.data holds, the claim
    FINDING_ANSWERED = "finding-answered"  # finding, answer, reason, perhaps check, the claim that the finding accuses
    RESOLVED = "resolved"  # verdict, reason, the claim
    RECHECK = "recheck"  # due (an ISO 8601 date, or null), the claim
    ASSIGNED = "assigned"  # reviewer, kinds (none: all), deadline (ISO 8601 with a zone, or null), withdrawn
    SIGNED_OFF = "signed-off"  # role, state (a hash of what stood), seen (each device's number of events then)
    RULES_CHANGED = "rules-changed"  # rules, before: of the whole desk, so its draft is ""
    UNDONE = "undone"  # event: the id of the act taken back, the claim


@dataclass(frozen=True, slots=True)
class Act:
    """What a person asks to have recorded. The same act (same time, same words) recorded twice is one event."""

    at: datetime
    actor: str
    verb: Verb
    draft: str
    claim: str | None = None
    data: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Event:
    """An act in the log. `hash` covers the act, its place in the device's chain and the hash before it.

    `stamp` orders acts across devices: the actor's time, or just after the newest event its device knew then, so that
    a clock set back never lets an earlier act win.
    """

    id: str
    device: str
    device_seq: int
    act: Act
    prev_hash: str
    hash: str
    undone: bool = False
    stamp: datetime | None = None


class Medium(StrEnum):
    """What a piece of evidence is."""

    URL = "url"
    DOCUMENT = "document"
    PERSON = "person"
    DATASET = "dataset"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a claim was held against: an address, a document, a person or a data set, and where in it.

    `primary` is a source that was there, or the record itself; secondary is who reports it. `locator` is a page or a
    time code. `sha256` is that of an attached file, in hex, `file` the name it had. `event` names the act that recorded
    it, by whom and when.
    """

    source: str
    medium: Medium = Medium.URL
    primary: bool = False
    locator: str = ""
    quotation: str = ""
    note: str = ""
    accessed: date | None = None
    sha256: str = ""
    file: str = ""
    claim: str = ""
    by: str = ""
    at: datetime | None = None
    event: str = ""

    def data(self) -> dict[str, Any]:
        """What the act that records it carries, as JSON data."""
        return {
            "source": self.source,
            "medium": self.medium.value,
            "primary": self.primary,
            "locator": self.locator,
            "quotation": self.quotation,
            "note": self.note,
            "accessed": self.accessed.isoformat() if self.accessed else None,
            "sha256": self.sha256,
            **({"file": self.file} if self.file else {}),
        }


class Answered(StrEnum):
    """What a person decided about a finding; open takes an earlier answer back."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    EXPLAINED = "explained"


@dataclass(frozen=True, slots=True)
class Answer:
    """Who decided what about a finding, why and when; `event` is the act."""

    finding: str
    answer: Answered
    reason: str = ""
    by: str = ""
    at: datetime | None = None
    event: str = ""

    def data(self) -> dict[str, Any]:
        """What the act that records it carries, as JSON data."""
        return {"finding": self.finding, "answer": self.answer.value, "reason": self.reason}


class Sources(NamedTuple):
    """How many different sources a claim was held against; one that is named twice counts once."""

    primary: int = 0
    secondary: int = 0

    @classmethod
    def counted(cls, told: Iterable[tuple[str, bool]]) -> "Sources":
        """Of sources and whether each is primary: it is, where it was once said to be."""
        primary: dict[str, bool] = {}
        for source, is_primary in told:
            name = " ".join(source.split()).casefold()
            primary[name] = primary.get(name, False) or is_primary
        return cls(sum(primary.values()), len(primary) - sum(primary.values()))


class Given(NamedTuple):
    """A reviewer's own verdict on a claim, when they gave it, and their own last note."""

    reviewer: str
    verdict: Verdict
    at: datetime
    note: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands on a claim now, by whom and since when. Two reviewers who differ make it contested.

    Where `changed`, the last verdict (`was`) was given on other words (`words`) or another reading (`read_as`) than the
    claim has now. After a new date it still stands, on what was read then; after a new draft the claim is open again.
    Where a person corrected the claim's value, `found_as` is the finder's, in words.

    `given` are the reviewers' own verdicts, oldest first. Where they differed and somebody decided, `resolution` is the
    reason, and the verdict, `by` and `at` are those of the decision. `second_due`: the rules ask for a second person's
    verdict, and one is missing. `sealed`: it is kept from whoever looks what others said, for they are to judge by
    themselves. `recheck` is the day on which it is to be looked at again; `expired`: that day, or the days that the
    rules let a verdict be good for, are over.
    """

    verdict: Verdict = Verdict.OPEN
    by: str = ""
    at: datetime | None = None
    note: str = ""
    contested: bool = False
    changed: bool = False
    was: Verdict = Verdict.OPEN
    words: str = ""
    read_as: str = ""
    found_as: str = ""
    given: tuple[Given, ...] = ()
    resolution: str = ""
    second_due: bool = False
    sealed: bool = False
    recheck: date | None = None
    expired: bool = False
    sources: Sources = field(default_factory=Sources)

    def own(self, reviewer: str) -> Given | None:
        """The verdict of one reviewer, where they gave one."""
        return next((given for given in self.given if given.reviewer == reviewer), None)


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim beside what stands on it. `number` counts the claims of an article from 1, in reading order."""

    number: int
    claim: Claim
    standing: Standing = Standing()


@dataclass(frozen=True)
class Ledger:
    """An article's claims in reading order with what stands on each."""

    entries: tuple[Entry, ...] = ()

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def __getitem__(self, index: int) -> Entry:
        return self.entries[index]

    @cached_property
    def position(self) -> Mapping[str, int]:
        """Where each claim key stands in `entries`."""
        return {entry.claim.key: at for at, entry in enumerate(self.entries)}

    @cached_property
    def counts(self) -> Mapping[Verdict, int]:
        """How many claims stand at each verdict."""
        counts = dict.fromkeys(Verdict, 0)
        for entry in self.entries:
            counts[entry.standing.verdict] += 1
        return counts

    def with_standings(self, changed: Mapping[str, Standing]) -> "Ledger":
        """The same ledger with what stands on some claims changed, by claim key."""
        if len(changed) == 1:
            return self.with_standing(*next(iter(changed.items())))
        entries = list(self.entries)
        for key, standing in changed.items():
            at = self.position[key]
            entries[at] = replace(entries[at], standing=standing)
        return Ledger(tuple(entries))

    def with_standing(self, key: str, standing: Standing) -> "Ledger":
        """The same ledger with what stands on one claim changed."""
        at = self.position[key]
        return Ledger((*self.entries[:at], replace(self.entries[at], standing=standing), *self.entries[at + 1 :]))


@dataclass(frozen=True, slots=True)
class ArticleStatus:
    """One article of a desk and how far it is: counts by verdict, who was last at it and when.

    `changed` counts the claims whose verdict was given on other words or another reading, `second` those that wait for
    a second person's verdict (of whoever looks, where somebody does), `expired` those whose verdict is too old. They
    are in `counts` too.
    """

    key: str
    draft: str
    title: str
    published: Published | None
    source: str
    counts: Mapping[Verdict, int]
    contested: int
    findings: int
    last_by: str
    last_at: datetime | None
    changed: int = 0
    second: int = 0
    expired: int = 0

    @property
    def total(self) -> int:
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A claim of an article of the desk, as another one sees it: where it stands, its words and its verdict."""

    article: str
    title: str
    claim: str
    quote: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who is to check an article, or the claims of some kinds in it, and until when."""

    article: str
    reviewer: str
    kinds: tuple[str, ...] = ()
    deadline: datetime | None = None
    by: str = ""
    at: datetime | None = None
    event: str = ""


@dataclass(frozen=True, slots=True)
class SignOff:
    """Who answered for an article in which role, and when. It holds while what stood then stands.

    `reopened` is the first act since, or unknown to whoever signed, that could have changed it.
    """

    role: str
    by: str
    at: datetime
    draft: str
    event: str = ""
    holds: bool = True
    reopened: Event | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many claims of an article and kind stand at a verdict, by the reviewer it belongs to ("" when nobody's)."""

    article: str
    title: str
    kind: str
    verdict: Verdict
    reviewer: str
    count: int


@dataclass(frozen=True, slots=True)
class Day:
    """How often a reviewer did a thing on a day (UTC, ISO 8601), what was taken back left out."""

    day: str
    reviewer: str
    verb: str
    count: int


@dataclass(frozen=True, slots=True)
class Gap:
    """Words that a kind would have expected a claim in; `quote == text[span]`."""

    kind: str
    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Trail:
    """All that was done about a claim, oldest first: the acts, those taken back too, and what it was held against.

    `acts` are also those on earlier drafts, `evidence` is that on the claim as it is. `before` is what the claim said
    in an earlier draft, before it was changed.
    """

    acts: tuple[Event, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    before: str = ""


@dataclass(frozen=True, slots=True)
class LogRow:
    """One claim of a desk as it leaves in an export, with the article it belongs to and all that is known of it.

    `answers` are those to the article's findings, by the finding's key; `gaps` are what no claim of the article covers;
    `signed` are the article's sign-offs.
    """

    article: Article
    entry: Entry
    findings: tuple[Finding, ...] = ()
    trail: Trail = Trail()
    answers: Mapping[str, Answer] = field(default_factory=lambda: MappingProxyType({}))
    gaps: tuple[Gap, ...] = ()
    signed: tuple[SignOff, ...] = ()
