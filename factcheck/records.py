"""What a cell of an export tells of several things: verdicts, sources, findings, acts and whose it is, as JSON data."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from factcheck.kinds import kinds
from factcheck.model import (
    Act,
    Answer,
    Answered,
    Assignment,
    Claim,
    Event,
    Evidence,
    Finding,
    Given,
    LogRow,
    Original,
    PlainValue,
    SignOff,
    Verb,
)

Record = Mapping[str, Any]
"""One thing that a cell tells of, by names of its parts."""


def given_record(given: Given) -> Record:
    """A reviewer's own verdict."""
    return {"reviewer": given.reviewer, "verdict": given.verdict._value_, "at": instant(given.at), "note": given.note}


def source_record(evidence: Evidence) -> Record:
    """A piece of evidence."""
    return {
        "source": evidence.source,
        "medium": evidence.medium._value_,
        "primary": evidence.primary,
        "locator": evidence.locator,
        "accessed": evidence.accessed.isoformat() if evidence.accessed else None,
        "sha256": evidence.sha256,
        "file": evidence.file,
        "quotation": evidence.quotation,
        "note": evidence.note,
        "reviewer": evidence.by,
        "at": instant(evidence.at),
    }


def methods(evidence: Iterable[Evidence]) -> str:
    """What a claim was held against: the media, each once."""
    return ", ".join(dict.fromkeys([each.medium._value_ for each in evidence]))


def finding_records(entry: LogRow) -> list[Record]:
    """The findings about a claim, with what was decided about each."""
    claim = entry.entry.claim.key
    return [_finding_record(each, claim, entry.answers.get(each.key)) for each in entry.findings]


def _finding_record(finding: Finding, claim: str, answer: Answer | None) -> Record:
    """A finding for one of its claims, with what a person decided about it.

    Each claim of a finding has it: its key tells that it is one, and only the claim it doubts is accused.
    """
    decided = {}
    if answer:
        decided = {
            "answer": answer.answer.value,
            "reason": answer.reason,
            "reviewer": answer.by,
            "at": instant(answer.at),
        }
    return {
        "check": finding.check,
        "severity": finding.severity.value,
        "accused": claim == finding.claims[0],
        "message": finding.message,
        "arithmetic": list(finding.arithmetic),
        "tolerance": finding.tolerance,
        "suggestion": finding.suggestion,
        **decided,
        "finding": finding.key,
    }


def act_record(event: Event) -> Record:
    """An act about a claim: when, who, what, and what was said."""
    act = event.act
    return {
        "at": instant(act.at),
        "actor": act.actor,
        "verb": act.verb._value_,
        "said": said_in(act),
        "undone": event.undone,
    }


def sign_off_record(signed: SignOff) -> Record:
    """A sign-off; its state says whether what stood then still stands."""
    return {
        "at": instant(signed.at),
        "reviewer": signed.by,
        "role": signed.role,
        "state": "holds" if signed.holds else "changed since",
        "draft": signed.draft,
    }


def original_record(original: Original) -> Record:
    """What an article translates: the hashes of its text and of its file, and who said so."""
    return {
        "file": original.file,
        "title": original.title,
        "sha256": original.sha256,
        "raw_sha256": original.raw_sha256,
        "reviewer": original.by,
        "at": instant(original.at),
    }


def original_words(original: Original) -> str:
    """The same in words."""
    said = f"said by {original.by}, {minute(original.at)}"
    return f"translates {original.file} ({said}; SHA-256 of its text {original.sha256})"


def assignment_record(assignment: Assignment) -> Record:
    """Who was to check an article, or some kinds of claims in it, until when, and who said so."""
    return {
        "reviewer": assignment.reviewer,
        "kinds": list(assignment.kinds),
        "deadline": instant(assignment.deadline),
        "by": assignment.by,
        "at": instant(assignment.at),
    }


def assigned_words(assignment: Assignment) -> str:
    """Who was to check what until when, and who said so, in words."""
    what = f", {' and '.join(assignment.kinds)} alone" if assignment.kinds else ""
    due = f", until {minute(assignment.deadline)}" if assignment.deadline else ""
    by = f" (assigned by {assignment.by}, {minute(assignment.at)})" if assignment.by else ""
    return f"to be checked by {assignment.reviewer}{what}{due}{by}"


def signed_words(signed: SignOff) -> str:
    """Who answered for an article, as what and when, in words."""
    state = "" if signed.holds else "; changed since"
    if signed.reopened and not signed.holds:
        state += f" by {signed.reopened.act.actor}, {minute(signed.reopened.act.at)}"
    return f"signed off as {signed.role} by {signed.by}, {minute(signed.at)}{state}"


_SAID = {
    verb.value: parts
    for verb, parts in {
        Verb.JUDGED: ("verdict", "note"),
        Verb.COMMENTED: ("note",),
        Verb.EVIDENCE: ("source", "locator"),
        Verb.FINDING_ANSWERED: ("answer", "reason"),
        Verb.CLAIM_ADDED: ("kind",),
        Verb.CORRECTED: ("corrected_reading",),
        Verb.RESOLVED: ("verdict", "reason"),
        Verb.RECHECK: ("due",),
        Verb.ORIGINAL: ("file",),
    }.items()
}
"""Of what an act says, the parts that a person wants to read; by the word of its verb, which is found the soonest."""


def said_in(act: Act) -> str:
    """What an act says, in words."""
    data = act.data
    return ": ".join([str(data[name]) for name in _SAID.get(act.verb._value_, ()) if data.get(name)])


def proposed(entry: LogRow) -> str:
    """The corrections that findings suggest and that somebody confirmed."""
    answers = entry.answers
    return "; ".join(
        each.suggestion
        for each in entry.findings
        if each.suggestion and each.key in answers and answers[each.key].answer is Answered.CONFIRMED
    )


def made(entry: LogRow) -> str:
    """What the words of a claim were in the draft before they were changed; empty where they are the same."""
    quote = entry.entry.claim.quote
    return f"“{entry.trail.before}” is “{quote}” now" if entry.trail.before != quote else ""


def value_data(claim: Claim) -> Record:
    """A claim's value, also of a kind that is not installed here."""
    if isinstance(claim.value, PlainValue):
        return dict(claim.value.data)
    return kinds()[claim.kind].dump(claim.value)


def minute(at: datetime | None) -> str:
    """A time for a reader, in UTC, to the minute."""
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M} UTC" if at else "time unknown"


@lru_cache(1024)
def moment(at: datetime | None) -> str | None:
    """A time as the log keeps and hashes it: ISO 8601 in UTC, to the microsecond."""
    return at.astimezone(UTC).isoformat(timespec="microseconds") if at else None


@lru_cache(4096)
def instant(at: datetime | None) -> str | None:
    """A time as ISO 8601 in UTC, to the second."""
    if at is None:
        return None
    utc = at if at.tzinfo is UTC else at.astimezone(UTC)
    return utc.isoformat()[:19] + "Z"
