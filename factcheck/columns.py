"""What a row of an export says: the only list of columns there is, for claims and for acts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from factcheck.model import Event, LogRow
from factcheck.records import (
    Record,
    act_record,
    assignment_record,
    finding_records,
    given_record,
    instant,
    made,
    methods,
    moment,
    original_record,
    proposed,
    sign_off_record,
    source_record,
    value_data,
)

CONTEXT = 60
"""How many characters of the article a row gives on each side of a claim."""

WHOLE = "all"
"""What an export of the whole log says of which part it holds."""

Cell = str | int | bool | None | Sequence[Mapping[str, Any]] | Mapping[str, Any]
"""What a column holds: text, a number, yes or no, nothing, or data that JSON can hold."""

Row = dict[str, Cell]


@dataclass(frozen=True, slots=True)
class About:
    """What every export says about itself.

    `head` is the hash of the newest event of the log it was made from, and behind it, parted by spaces, that of the
    newest event of each other device: only all of them show that no device's end was cut off.
    `rates` names the table of exchange rates that the checks used. `selection` says which part of the log was asked
    for; empty where it is the whole.
    """

    head: str
    desk: str
    exported_at: datetime
    version: str
    rates: str = ""
    selection: str = ""

    def brief(self) -> "About":
        """The same with the newest hash alone, for rows behind the first."""
        return replace(self, head=self.head.partition(" ")[0])


COLUMNS = tuple(
    "article title source published published_inferred file original number kind quote before after value found_as "
    "verdict contested reviewer at note verdicts second_due resolution recheck expired sources method findings "
    "correction_proposed correction_made changed was was_words was_read_as acts origin start end data claim assigned "
    "signed_off uncovered draft tool rates exported_at chain_head selection".split()
)

EVENT_COLUMNS = tuple(
    "id device device_seq stamp at actor verb draft claim data undone prev_hash hash "
    "tool exported_at chain_head selection".split()
)

SHARED = frozenset(
    "article title source published published_inferred file signed_off uncovered draft "
    "tool rates exported_at chain_head selection".split()
)
"""Columns that say the same of all claims of an article, or of all rows."""

NUMBERS = frozenset("number uncovered start end device_seq".split())
"""Columns of whole numbers."""

FLAGS = frozenset("published_inferred contested second_due expired changed undone".split())
"""Columns of yes or no."""

TIMES = frozenset("at stamp exported_at".split())
"""Columns of instants: ISO 8601 in UTC, ended by Z or an offset."""

NESTED = frozenset("original verdicts sources findings acts data assigned signed_off".split())
"""Columns of data that JSON can hold."""


_NONE: list[Record] = []
"""What stands where nothing does: one list, so that the cell below it is known to be the same."""


def row(entry: LogRow, about: About) -> Row:
    """A claim with what stands on it, as named cells."""
    (cells,) = rows((entry,), about)
    return cells


def rows(entries: Iterable[LogRow], about: About) -> Iterator[Row]:
    """Claims with what stands on them, as named cells; what all claims of an article share is made once."""
    of_export, brief = _of_export(about), _of_export(about.brief())
    article, draft = None, ""
    before: Row = {}
    after: Row = {}
    assigned: dict[str, Cell] = {}
    for entry in entries:
        if entry.article is not article or entry.entry.claim.draft != draft:
            article, draft = entry.article, entry.entry.claim.draft
            before, after = _of_article(entry), _of_draft(entry, draft) | of_export
            assigned = {}
        kind = entry.entry.claim.kind
        if kind not in assigned:
            assigned[kind] = _assigned(entry, kind)
        yield {**before, **_of_claim(entry), "assigned": assigned[kind], **after}
        if of_export is not brief:
            of_export, after = brief, after | brief


def _of_article(entry: LogRow) -> Row:
    """Where a claim was made."""
    article = entry.article
    published = article.published
    return {
        "article": article.key,
        "title": article.title,
        "source": article.source,
        "published": published.value if published else None,
        "published_inferred": published.inferred if published else None,
        "file": article.raw_sha256,
        "original": [original_record(entry.original)] if entry.original else _NONE,
    }


def _of_claim(entry: LogRow) -> Row:
    """What is claimed, and what stands on it."""
    claim, standing, trail, text = entry.entry.claim, entry.entry.standing, entry.trail, entry.article.text
    start, end = claim.span
    changed, found, evidence = standing.changed, entry.findings, trail.evidence
    return {
        "number": entry.entry.number,
        "kind": claim.kind,
        "quote": claim.quote,
        "before": text[max(start - CONTEXT, 0) : start],
        "after": text[end : end + CONTEXT],
        "value": str(claim.value),
        "found_as": standing.found_as or None,
        "verdict": standing.verdict._value_,
        "contested": standing.contested,
        "reviewer": standing.by,
        "at": instant(standing.at),
        "note": standing.note,
        "verdicts": [given_record(each) for each in standing.given] if standing.given else _NONE,
        "second_due": standing.second_due,
        "resolution": standing.resolution,
        "recheck": standing.recheck.isoformat() if standing.recheck else None,
        "expired": standing.expired,
        "sources": [source_record(each) for each in evidence] if evidence else _NONE,
        "method": methods(evidence) if evidence else "",
        "findings": finding_records(entry) if found else _NONE,
        "correction_proposed": proposed(entry) if found else "",
        "correction_made": made(entry) if trail.before else "",
        "changed": changed,
        "was": standing.was.value if changed else None,
        "was_words": standing.words or None,
        "was_read_as": standing.read_as or None,
        "acts": [act_record(each) for each in trail.acts] if trail.acts else _NONE,
        "origin": claim.origin._value_,
        "start": start,
        "end": end,
        "data": value_data(claim),
        "claim": claim.key,
    }


def _assigned(entry: LogRow, kind: str) -> Cell:
    """Who was to check the claims of a kind."""
    return [assignment_record(each) for each in entry.assigned if not each.kinds or kind in each.kinds] or _NONE


def _of_draft(entry: LogRow, draft: str) -> Row:
    """How far the article is."""
    return {
        "signed_off": [sign_off_record(each) for each in entry.signed] or _NONE,
        "uncovered": len(entry.gaps),
        "draft": draft,
    }


def _of_export(about: About) -> Row:
    """Where all this comes from."""
    return {
        "tool": about.version,
        "rates": about.rates,
        "exported_at": instant(about.exported_at),
        "chain_head": about.head,
        "selection": about.selection or WHOLE,
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
