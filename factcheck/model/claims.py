"""An article, what it says that can be checked, and what its claims say against each other."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from hashlib import sha256
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


def claim_key(draft: str, kind: str, start: int, end: int) -> str:
    """What names a claim, on every machine and at every reading: a hash of draft, kind and span (20 hex digits)."""
    return sha256(f"{draft}\n{kind}\n{start}\n{end}".encode()).hexdigest()[:20]


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
        """What names the claim."""
        return claim_key(self.draft, self.kind, *self.span)


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

    @property
    def accepted(self) -> str:
        """The tolerance as a line of a finding's details; empty where it has none."""
        return f"tolerance: {self.tolerance[:1].lower()}{self.tolerance[1:]}" if self.tolerance else ""

    @cached_property
    def key(self) -> str:
        """Stable while its claims and its arithmetic are: a hash (20 hex digits)."""
        parts = "\n".join((self.check, *self.claims, *self.arithmetic))
        return sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:20]


@dataclass(frozen=True, slots=True)
class Gap:
    """Words that a kind would have expected a claim in; `quote == text[span]`."""

    kind: str
    span: Span
    quote: str
