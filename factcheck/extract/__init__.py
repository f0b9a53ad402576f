"""From an article to its claims: each stretch of text is read once, by every kind in turn, then settled."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from factcheck.document import Document, document_of, view_of
from factcheck.extract.clean import clean
from factcheck.extract.settle import settle
from factcheck.kinds import Kind, kinds
from factcheck.model import Article, Claim, Span
from factcheck.syntax import Parser

__all__ = ["claims_in", "claims_of", "clean"]

STRETCH = 50_000
"""How many characters are read at once, about: memory does not grow with the length of the article."""


def claims_of(
    article: Article, progress: Callable[[float], None] | None = None, parser: Parser | None = None
) -> tuple[Claim, ...]:
    """The claims of an article, in reading order.

    `progress` is told the share that has been read, from 0 to 1; what it raises ends the reading. A `parser` adds to
    what the rules find.
    """
    return tuple(claims_in(article, progress=progress, parser=parser))


def claims_in(
    article: Article,
    among: Iterable[Kind] | None = None,
    progress: Callable[[float], None] | None = None,
    parser: Parser | None = None,
) -> Iterator[Claim]:
    """The claims of an article as they are found, in reading order, by the kinds given (all of them without)."""
    use = tuple(kinds().values() if among is None else among)
    draft, text = article.draft, article.text
    for document in _documents(article, parser):
        taken: list[Span] = []
        candidates: list[Claim] = []
        for kind in use:
            found = [Claim(draft, kind.name, span, span.of(text), value) for span, value in kind.find(document, taken)]
            settled = settle(found, kind.nests)
            candidates += settled
            taken = sorted([*taken, *(claim.span for claim in settled)])
        yield from sorted(candidates, key=lambda claim: (claim.span.start, -claim.span.end, claim.kind))
        if progress is not None:
            progress(document.end / len(text))


def _documents(article: Article, parser: Parser | None) -> Iterator[Document]:
    """The article in stretches; one that is a single stretch is laid out once for all who read it."""
    text, published = article.text, article.published
    if 0 < len(text) <= STRETCH and parser is None:
        yield document_of(text, published)
        return
    view = view_of(text)
    memory: dict[str, Any] = {}
    for stretch in stretches(view):
        yield Document(text, published, view=view, start=stretch.start, end=stretch.end, memory=memory, parser=parser)


def stretches(view: str, size: int = STRETCH) -> Iterator[Span]:
    """Cuts the text at the last paragraph, line, sentence or space before every `size` characters."""
    start = 0
    while start < len(view):
        end = start + size
        if end >= len(view):
            yield Span(start, len(view))
            return
        for mark in ("\n\n", "\n", ". ", " "):
            if (cut := view.rfind(mark, start + size // 2, end)) > 0:
                end = cut + len(mark)
                break
        yield Span(start, end)
        start = end
