"""How words that a person points at, or a value that they type, are read as a kind of claim."""

from factcheck.document import Document
from factcheck.kinds import Kind
from factcheck.model import Article, Span, Value

AROUND = 4_000
"""How many characters before and after the words a kind may look at."""


def document_around(article: Article, span: Span) -> Document:
    """The paragraphs around some words, for a kind to read the words in."""
    text = article.text
    start = text.rfind("\n", 0, max(0, span.start - AROUND)) + 1
    end = text.find("\n", min(len(text), span.end + AROUND))
    return Document(text, article.published, start=start, end=len(text) if end < 0 else end)


def typed_value(kind: Kind, typed: str, article: Article) -> Value | None:
    """What a person typed as a value of a kind; None where it is none, or its values cannot be typed."""
    return kind.read(Document(typed, article.published), Span(0, len(typed))) if kind.typed else None
