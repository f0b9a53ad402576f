"""Which claims stand over a stretch of text, found without walking all of them."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate

from factcheck.model import Entry, Ledger, Span


class Layers:
    """The claims of a ledger by where they stand; positions are those in the ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self._order: Sequence[int] = sorted(range(len(ledger)), key=lambda at: ledger[at].claim.span)
        spans = [ledger[at].claim.span for at in self._order]
        self._spans = spans
        self._starts = [span.start for span in spans]
        self._reach = list(accumulate((span.end for span in spans), max))

    def over(self, start: int, end: int) -> list[int]:
        """The positions of the claims that overlap `start` to `end`, outermost first."""
        found = list(self._overlapping(start, end))
        found.sort(key=lambda rank: -self._spans[rank].length)
        return [self._order[rank] for rank in found]

    def at(self, offset: int) -> list[int]:
        """The positions of the claims that hold an offset, innermost first."""
        return self.over(offset, offset + 1)[::-1]

    def starting(self, start: int, end: int) -> list[int]:
        """The positions of the claims whose first character lies in `start` to `end`, in reading order."""
        return list(self._order[bisect_left(self._starts, start) : bisect_left(self._starts, end)])

    def _overlapping(self, start: int, end: int) -> Iterator[int]:
        rank = bisect_left(self._starts, end) - 1
        while rank >= 0 and self._reach[rank] > start:
            if self._spans[rank].end > start:
                yield rank
            rank -= 1


def same_claims(old: Ledger, new: Ledger) -> bool:
    """Whether two ledgers differ in nothing but what stands on their claims."""
    return len(old) == len(new) and all(
        a is b or a.claim is b.claim or a.claim.key == b.claim.key for a, b in zip(old, new, strict=True)
    )


def changed(old: Ledger, new: Ledger) -> list[Span]:
    """Where claims stand whose standing differs between two ledgers of the same claims."""
    pairs: Iterator[tuple[Entry, Entry]] = zip(old, new, strict=True)
    return [b.claim.span for a, b in pairs if a is not b and a.standing != b.standing]
