"""What people do at a desk, and the log it makes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any


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
    ORIGINAL = "original"  # what Original.data holds: what an article translates; an empty sha256 takes it off
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
