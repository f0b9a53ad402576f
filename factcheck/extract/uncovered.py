"""What looks like a claim and is none: the numbers, date words, quotations and reporting verbs nothing was made of."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from factcheck.document import document_of
from factcheck.kinds import Kind, kinds
from factcheck.model import Article, Claim, Gap, Span

__all__ = ["Gap", "uncovered"]


def uncovered(article: Article, claims: Sequence[Claim], among: Iterable[Kind] | None = None) -> tuple[Gap, ...]:
    """The hints of every kind that no claim covers, in reading order.

    A claim covers the hints of its own kind that it touches; a claim of a kind that does not nest covers any.
    """
    use = tuple(kinds().values() if among is None else among)
    nesting = {kind.name for kind in (*use, *kinds().values()) if kind.nests}
    document = document_of(article.text, article.published)
    gaps: list[Gap] = []
    for kind in use:
        covering = _Cover(claim.span for claim in claims if claim.kind == kind.name or claim.kind not in nesting)
        gaps += [Gap(kind.name, span, span.of(article.text)) for span in kind.hints(document) if span not in covering]
    return tuple(_without_repeats(sorted(gaps, key=lambda gap: (gap.span.start, -gap.span.end))))


def _without_repeats(gaps: Iterable[Gap]) -> Iterator[Gap]:
    """Of gaps that touch each other, the first, longest one."""
    end = -1
    for gap in gaps:
        if gap.span.start >= end:
            yield gap
            end = gap.span.end


class _Cover:
    """Spans joined where they touch, so that one look tells whether another touches any of them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            if self._ends and span.start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def __contains__(self, span: object) -> bool:
        assert isinstance(span, Span)
        at = bisect_right(self._starts, span.end - 1) - 1
        return at >= 0 and self._ends[at] > span.start
