"""Where words stand in the text of an article."""

import re
from bisect import bisect_left

from factcheck.document import view_of
from factcheck.model import Span


def matches(view: str, words: str) -> tuple[Span, ...]:
    """Where words stand in a text that `view_of` made, in order: any case, and any space between them."""
    wanted = view_of(words).split()
    if not wanted:
        return ()
    pattern = re.compile(r"\s+".join(map(re.escape, wanted)), re.IGNORECASE)
    return tuple(Span(*match.span()) for match in pattern.finditer(view))


def first_from(found: tuple[Span, ...], start: int) -> int:
    """The index of the first place at or after an offset; 0 when there is none."""
    at = bisect_left(found, (start, start))
    return at if at < len(found) else 0
