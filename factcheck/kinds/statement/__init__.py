"""Statements: who said, asked for, agreed to or refused what, with the words that say so."""

from collections.abc import Iterable, Iterator, Sequence

from factcheck.document import Document
from factcheck.kinds import Found, Kind
from factcheck.kinds.statement.find import statements
from factcheck.kinds.statement.hints import hints
from factcheck.kinds.statement.value import Statement, brief, dump, gist, load, rows
from factcheck.model import Span, Value


def find(document: Document, taken: Sequence[Span]) -> Iterator[Found]:
    """The statements of a document; spans that other kinds took may lie inside them."""
    for statement in statements(document):
        yield statement.hull, statement


def read(document: Document, span: Span) -> Value | None:
    """The words that a person selected as a statement: the largest one in them, else said by nobody named."""
    part = Document(
        document.text,
        document.published,
        view=document.view,
        start=span.start,
        end=span.end,
        parser=document.parser,
    )
    found: Iterable[Statement] = statements(part)
    best = max(found, key=lambda statement: statement.hull.length, default=None)
    if best is not None:
        return best
    words = span.of(document.text)
    return Statement("say", None, None, (span,), said=words) if words.strip() else None


STATEMENT = Kind(
    name="statement",
    title="Statement",
    word="said",
    rank=30,
    find=find,
    read=read,
    dump=dump,
    load=load,
    brief=brief,
    rows=rows,
    gist=gist,
    nests=True,
    typed=False,
    hints=hints,
)
