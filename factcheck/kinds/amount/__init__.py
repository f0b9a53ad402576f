"""Amounts: numbers with what they count or measure, read from an article's tokens."""

from collections.abc import Iterable, Iterator, Sequence

from factcheck.document import Document
from factcheck.kinds import Found, Kind
from factcheck.kinds.amount.conversion import context
from factcheck.kinds.amount.tables import MEASURES
from factcheck.kinds.amount.value import Amount, brief, dump, load, rows
from factcheck.model import Span

__all__ = ["AMOUNT", "MEASURES", "Amount"]


def find(document: Document, taken: Sequence[Span]) -> Iterator[Found]:
    """The amounts of a document that lie outside the spans already taken."""
    from factcheck.kinds.amount.grammar import readings_of  # not for claims that are only shown

    tokens = document.tokens
    for reading in readings_of(document, taken):
        yield tokens.span(reading.first, reading.last), Amount(reading.low, reading.high, reading.unit, reading.bound)


def read(document: Document, span: Span) -> Amount | None:
    """The amount that selected words state, or None."""
    from factcheck.kinds.amount.grammar import readings_of

    part = Document(document.text, document.published, view=document.view, start=span.start, end=span.end)
    tokens = part.tokens
    for reading in readings_of(part, ()):
        if tokens.starts[reading.first] >= span.start:
            return Amount(reading.low, reading.high, reading.unit, reading.bound)
    return None


def _hints(document: Document) -> Iterable[Span]:
    from factcheck.kinds.amount.hints import hints

    return hints(document)


AMOUNT = Kind(
    "amount", "Amount", "amt", rank=20, find=find, read=read, dump=dump, load=load, brief=brief, rows=rows,
    context=context, hints=_hints,
)  # fmt: skip
