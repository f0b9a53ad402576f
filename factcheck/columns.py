"""What a row of an export says: the only list of columns there is, for claims and for acts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from factcheck.kinds import kinds
from factcheck.model import Act, Answer, Claim, Event, Evidence, Finding, Given, LogRow, PlainValue, SignOff, Verb

CONTEXT = 60
"""How many characters of the article a row gives on each side of a claim."""

WHOLE = "all"
"""What an export of the whole log says of which part it holds."""

Cell = str | int | bool | None | Sequence[Mapping[str, Any]] | Mapping[str, Any]
"""What a column holds: text, a number, yes or no, nothing, or data that JSON can hold."""

Row = dict[str, Cell]


@dataclass(frozen=True, slots=True)
class About:
    """What every export says about itself: `head` is the hash of the newest event of the log it was made from.

    `rates` names the table of exchange rates that the checks used. `selection` says which part of the log was asked
    for; empty where it is the whole.
    """

    head: str
    desk: str
    exported_at: datetime
    version: str
    rates: str = ""
    selection: str = ""


COLUMNS = tuple(
    "article title source published published_inferred file number kind quote before after value found_as "
    "verdict contested reviewer at note verdicts second_due resolution recheck expired sources method findings "
    "correction_proposed correction_made changed was was_words was_read_as acts signed_off uncovered origin "
    "start end data draft claim tool rates exported_at chain_head selection".split()
)

EVENT_COLUMNS = tuple(
    "id device device_seq stamp at actor verb draft claim data undone prev_hash hash "
    "tool exported_at chain_head selection".split()
)

NUMBERS = frozenset("number uncovered start end device_seq".split())
"""Columns of whole numbers."""

FLAGS = frozenset("published_inferred contested second_due expired changed undone".split())
"""Columns of yes or no."""

TIMES = frozenset("at stamp exported_at".split())
"""Columns of instants: ISO 8601 in UTC, ended by Z or an offset."""

NESTED = frozenset("verdicts sources findings acts signed_off data".split())
"""Columns of data that JSON can hold."""


_NONE: list[Mapping[str, Any]] = []
"""What stands where nothing does: one list, so that the cell below it is known to be the same."""


def row(entry: LogRow, about: About) -> Row:
    """A claim with what stands on it, as named cells."""
    (cells,) = rows((entry,), about)
    return cells


def rows(entries: Iterable[LogRow], about: About) -> Iterator[Row]:
    """Claims with what stands on them, as named cells."""
    tool, rates, exported_at = about.version, about.rates, instant(about.exported_at)
    head, selection = about.head, about.selection or WHOLE
    article, text, published, inferred = None, "", None, None
    for entry in entries:
        if entry.article is not article:
            article = entry.article
            text = article.text
            published = article.published.value if article.published else None
            inferred = article.published.inferred if article.published else None
        claim, standing, trail = entry.entry.claim, entry.entry.standing, entry.trail
        start, end = claim.span
        changed = standing.changed
        yield {
            "article": article.key,
            "title": article.title,
            "source": article.source,
            "published": published,
            "published_inferred": inferred,
            "file": article.raw_sha256,
            "number": entry.entry.number,
            "kind": claim.kind,
            "quote": claim.quote,
            "before": text[max(start - CONTEXT, 0) : start],
            "after": text[end : end + CONTEXT],
            "value": str(claim.value),
            "found_as": standing.found_as or None,
            "verdict": standing.verdict.value,
            "contested": standing.contested,
            "reviewer": standing.by,
            "at": instant(standing.at),
            "note": standing.note,
            "verdicts": list(map(verdict_cell, standing.given)) if standing.given else _NONE,
            "second_due": standing.second_due,
            "resolution": standing.resolution,
            "recheck": standing.recheck.isoformat() if standing.recheck else None,
            "expired": standing.expired,
            "sources": list(map(source_cell, trail.evidence)) if trail.evidence else _NONE,
            "method": methods(trail.evidence) if trail.evidence else "",
            "findings": found_cells(entry) if entry.findings else _NONE,
            "correction_proposed": proposed(entry) if entry.findings else "",
            "correction_made": made(entry) if trail.before else "",
            "changed": changed,
            "was": standing.was.value if changed else None,
            "was_words": standing.words or None,
            "was_read_as": standing.read_as or None,
            "acts": list(map(act_cell, trail.acts)) if trail.acts else _NONE,
            "signed_off": list(map(sign_off_cell, entry.signed)) if entry.signed else _NONE,
            "uncovered": len(entry.gaps),
            "origin": claim.origin.value,
            "start": start,
            "end": end,
            "data": value_data(claim),
            "draft": claim.draft,
            "claim": claim.key,
            "tool": tool,
            "rates": rates,
            "exported_at": exported_at,
            "chain_head": head,
            "selection": selection,
        }


def event_row(event: Event, about: About) -> Row:
    """An act as named cells: whatever a reader needs to check its hash, and nothing rounded."""
    act = event.act
    return {
        "id": event.id,
        "device": event.device,
        "device_seq": event.device_seq,
        "stamp": moment(event.stamp),
        "at": moment(act.at),
        "actor": act.actor,
        "verb": act.verb.value,
        "draft": act.draft,
        "claim": act.claim,
        "data": dict(act.data),
        "undone": event.undone,
        "prev_hash": event.prev_hash,
        "hash": event.hash,
        "tool": about.version,
        "exported_at": instant(about.exported_at),
        "chain_head": about.head,
        "selection": about.selection or WHOLE,
    }


def verdict_cell(given: Given) -> Mapping[str, Any]:
    """A reviewer's own verdict as JSON data."""
    return {"reviewer": given.reviewer, "verdict": given.verdict.value, "at": instant(given.at), "note": given.note}


def source_cell(evidence: Evidence) -> Mapping[str, Any]:
    """A piece of evidence as JSON data."""
    return {
        "source": evidence.source,
        "medium": evidence.medium.value,
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
    media = {each.medium.value: None for each in evidence}
    return ", ".join(media)


def found_cells(entry: LogRow) -> list[Mapping[str, Any]]:
    """The findings about a claim as JSON data, with what was decided about each."""
    claim = entry.entry.claim.key
    return [finding_cell(each, claim, entry.answers.get(each.key)) for each in entry.findings]


def finding_cell(finding: Finding, claim: str, answer: Answer | None = None) -> Mapping[str, Any]:
    """A finding as JSON data for one of its claims, with what a person decided about it.

    Each claim of a finding has it: its key tells that it is one, and only the claim it doubts is accused.
    """
    return {
        "check": finding.check,
        "severity": finding.severity.value,
        "accused": claim == finding.claims[0],
        "message": finding.message,
        "arithmetic": list(finding.arithmetic),
        "tolerance": finding.tolerance,
        "suggestion": finding.suggestion,
        **(
            {
                "answer": answer.answer.value,
                "reason": answer.reason,
                "reviewer": answer.by,
                "at": instant(answer.at),
            }
            if answer
            else {}
        ),
        "finding": finding.key,
    }


def act_cell(event: Event) -> Mapping[str, Any]:
    """An act about a claim as JSON data: when, who, what, and what was said."""
    act = event.act
    return {
        "at": instant(act.at),
        "actor": act.actor,
        "verb": act.verb.value,
        "said": said_in(act),
        "undone": event.undone,
    }


def sign_off_cell(signed: SignOff) -> Mapping[str, Any]:
    """A sign-off as JSON data; its state says whether what stood then still stands."""
    return {
        "at": instant(signed.at),
        "reviewer": signed.by,
        "role": signed.role,
        "state": "holds" if signed.holds else "changed since",
        "draft": signed.draft,
    }


_SAID = {
    Verb.JUDGED: ("verdict", "note"),
    Verb.COMMENTED: ("note",),
    Verb.EVIDENCE: ("source", "locator"),
    Verb.FINDING_ANSWERED: ("answer", "reason"),
    Verb.CLAIM_ADDED: ("kind",),
    Verb.CORRECTED: ("corrected_reading",),
    Verb.RESOLVED: ("verdict", "reason"),
    Verb.RECHECK: ("due",),
}
"""Of what an act says, the parts that a person wants to read."""


def said_in(act: Act) -> str:
    """What an act says, in words."""
    data = act.data
    return ": ".join([str(data[name]) for name in _SAID.get(act.verb, ()) if data.get(name)])


def proposed(entry: LogRow) -> str:
    """The corrections that findings suggest and that somebody confirmed."""
    answers = entry.answers
    return "; ".join(
        each.suggestion
        for each in entry.findings
        if each.suggestion and each.key in answers and answers[each.key].answer == "confirmed"
    )


def made(entry: LogRow) -> str:
    """What the words of a claim were in the draft before they were changed; empty where they are the same."""
    quote = entry.entry.claim.quote
    return f"“{entry.trail.before}” is “{quote}” now" if entry.trail.before != quote else ""


def value_data(claim: Claim) -> Mapping[str, Any]:
    """A claim's value as JSON data, also of a kind that is not installed here."""
    if isinstance(claim.value, PlainValue):
        return dict(claim.value.data)
    return kinds()[claim.kind].dump(claim.value)


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
