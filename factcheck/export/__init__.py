"""How a log leaves the desk: one format a module, all from one list of columns."""

import sys
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, lru_cache
from itertools import groupby
from typing import Any

from factcheck.discover import discover
from factcheck.errors import FactcheckError
from factcheck.kinds import kinds
from factcheck.model import Article, Claim, Event, Finding, LogRow, PlainValue, Verdict

CONTEXT = 60
"""How many characters of the article a row gives on each side of a claim."""

Cell = str | int | bool | None | Sequence[Mapping[str, Any]] | Mapping[str, Any]
"""What a column holds: text, a number, yes or no, nothing, or data that JSON can hold."""

Row = dict[str, Cell]


@dataclass(frozen=True, slots=True)
class About:
    """What every export says about itself: `head` is the hash of the newest event of the log it was made from."""

    head: str
    desk: str
    exported_at: datetime
    version: str


@dataclass(frozen=True)
class Format:
    """A way for a log to leave, streaming: nothing is kept longer than it takes to write it.

    A table has one line for each row and gives `table` alone (the rows' columns, the rows); it serves claims and
    acts alike. A format that shows articles gives `document`, which is handed the claims in order of their articles.
    One that another desk reads back gives `log`, which is handed the acts with the texts they added, as JSON data.
    Where `binary`, it writes bytes; otherwise text, to a file without newline translation.
    """

    name: str
    suffix: str
    title: str
    table: Callable[[Sequence[str], Iterable[Row], Any, About], None] | None = None
    document: Callable[[Iterable[LogRow], Any, About], None] | None = None
    log: Callable[[Iterable[Mapping[str, Any]], Any, About], None] | None = None
    binary: bool = False


@cache
def formats() -> Mapping[str, Format]:
    """Every format by name."""
    return discover(sys.modules[__name__], Format)


def write_claims(form: Format, rows: Iterable[LogRow], out: Any, about: About) -> None:
    """Write claims, one row each, to a stream that takes text (or bytes, where the format is binary).

    Raises:
        FactcheckError: if the format holds the log alone.
    """
    if form.log is not None:
        raise FactcheckError(f"{form.name} holds the whole log, not single claims; nothing was written.")
    if form.document is not None:
        form.document(rows, out, about)
    elif form.table is not None:
        form.table(COLUMNS, (row(entry, about) for entry in rows), out, about)


def write_events(form: Format, events: Iterable[Event], out: Any, about: About) -> None:
    """Write every act, one row each.

    Raises:
        FactcheckError: if the format shows articles, not acts.
    """
    if form.table is None:
        tables = ", ".join(name for name, other in formats().items() if other.table)
        raise FactcheckError(f"{form.name} holds claims, not single acts; nothing was written. Take one of {tables}.")
    form.table(EVENT_COLUMNS, (event_row(event, about) for event in events), out, about)


def write_log(form: Format, records: Iterable[Mapping[str, Any]], out: Any, about: About) -> None:
    """Write the whole log, so that another desk can read it back.

    Raises:
        FactcheckError: if the format cannot be read back.
    """
    if form.log is None:
        raise FactcheckError(f"{form.name} cannot be merged into another desk; nothing was written.")
    form.log(records, out, about)


def by_article(rows: Iterable[LogRow]) -> Iterator[tuple[Article, list[LogRow]]]:
    """Runs of rows of one draft with their article: what a document holds in memory at a time."""
    for _, run in groupby(rows, key=lambda entry: entry.entry.claim.draft):
        entries = list(run)
        yield entries[0].article, entries


def name_of(draft: str) -> str:
    """The address of a text by what it says (RFC 6920), for a draft's SHA-256 in hex."""
    return "ni:///sha-256;" + urlsafe_b64encode(bytes.fromhex(draft)).decode().rstrip("=")


def row(entry: LogRow, about: About) -> Row:
    """A claim with what stands on it, as named cells: the only list of columns there is."""
    article, claim, standing = entry.article, entry.entry.claim, entry.entry.standing
    start, end = claim.span
    published = article.published
    return {
        "article": article.key,
        "title": article.title,
        "source": article.source,
        "published": published.value if published else None,
        "published_inferred": published.inferred if published else None,
        "number": entry.entry.number,
        "kind": claim.kind,
        "quote": claim.quote,
        "value": str(claim.value),
        "verdict": standing.verdict.value,
        "contested": standing.contested,
        "changed": standing.changed,
        "was": standing.was.value if standing.changed else None,
        "was_words": standing.words or None,
        "was_read_as": standing.read_as or None,
        "reviewer": standing.by,
        "at": instant(standing.at),
        "note": standing.note,
        "findings": [finding_cell(finding) for finding in entry.findings],
        "origin": claim.origin.value,
        "before": article.text[max(start - CONTEXT, 0) : start],
        "after": article.text[end : end + CONTEXT],
        "start": start,
        "end": end,
        "data": value_data(claim),
        "draft": claim.draft,
        "claim": claim.key,
        "tool": about.version,
        "exported_at": instant(about.exported_at),
        "chain_head": about.head,
    }


COLUMNS = tuple(
    "article title source published published_inferred number kind quote value verdict contested "
    "changed was was_words was_read_as reviewer at note findings "
    "origin before after start end data draft claim tool exported_at chain_head".split()
)


def reservations(verdict: str, contested: object, changed: object, was: object) -> str:
    """What keeps a verdict from being taken as it is, in brackets after it; empty where nothing does."""
    words = ["contested"] if contested else []
    if changed:
        words.append(f"{was} before it changed" if verdict == Verdict.OPEN else "read differently since")
    return f" ({', '.join(words)})" if words else ""


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
    }


EVENT_COLUMNS = tuple(
    "id device device_seq stamp at actor verb draft claim data undone prev_hash hash "
    "tool exported_at chain_head".split()
)


def finding_cell(finding: Finding) -> Mapping[str, Any]:
    """A finding as JSON data."""
    return {
        "check": finding.check,
        "severity": finding.severity.value,
        "message": finding.message,
        "arithmetic": list(finding.arithmetic),
        "tolerance": finding.tolerance,
        "suggestion": finding.suggestion,
    }


def value_data(claim: Claim) -> Mapping[str, Any]:
    """A claim's value as JSON data, also of a kind that is not installed here."""
    if isinstance(claim.value, PlainValue):
        return dict(claim.value.data)
    return kinds()[claim.kind].dump(claim.value)


@lru_cache(1024)
def moment(at: datetime | None) -> str | None:
    """A time as the log keeps and hashes it: ISO 8601 in UTC, to the microsecond."""
    return at.astimezone(UTC).isoformat(timespec="microseconds") if at else None


def instant(at: datetime | None) -> str | None:
    """A time as ISO 8601 in UTC, to the second."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if at else None
