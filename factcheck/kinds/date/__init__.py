"""Dates, times, durations and repetitions, with TIMEX3 values."""

from collections.abc import Iterable, Sequence

from factcheck.document import Document
from factcheck.kinds import Found, Kind
from factcheck.kinds.date.value import DateMention, brief, dump, load, rows
from factcheck.model import Span

__all__ = ["DATE", "DateMention"]


def _find(document: Document, taken: Sequence[Span]) -> Iterable[Found]:
    from factcheck.kinds.date.find import find  # not for claims that are only shown

    return find(document, taken)


def _hints(document: Document) -> Iterable[Span]:
    from factcheck.kinds.date.hints import hints

    return hints(document)


def read(document: Document, span: Span) -> DateMention | None:
    """The value of the one date that covers most of the words a person selected."""
    from factcheck.kinds.date.find import find

    found = [(overlap(at, span), value) for at, value in find(document, ()) if at.overlaps(span)]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def overlap(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


DATE = Kind("date", "Date", "date", 10, _find, read, dump, load, brief, rows, hints=_hints)
