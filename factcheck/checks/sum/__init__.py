"""Parts and their total, two numbers and their difference, and lists of names and their number.

Formula: the parts added; the larger less the smaller; a whole less the parts that are gone; the names
counted. Units: those of the parts, which must be of one kind (all money of one currency, all counted things, all of
one measure).
Tolerance: none for counts written out; for decimals, scaled and rounded numbers half a step of the last digit of each
part and of the total, and one point more for percentages. A list of names may be read one shorter where its last "and"
may stand inside a name.
Silent: lists that do not claim to be whole ("among them", "including", "at least", "other", "more"), totals of another
unit, names with numbers or explanations between them.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.checks import Check
from factcheck.checks.sum.differences import differences
from factcheck.checks.sum.names import members, names
from factcheck.checks.sum.overfull import overfull
from factcheck.checks.sum.remainders import remainders, rest_told_next
from factcheck.checks.sum.results import raised, results
from factcheck.checks.sum.totals import LAST_LINK, LINK, judge, parts_after, parts_before
from factcheck.model import Article, Claim, Finding
from factcheck.passage import Passage, Sum, passage_of, sums_of

_SUMS_UP = re.compile(
    r"(?:In all|In total|Altogether|All told|Together|Taken together|Between them|That (?:makes|made|"
    r"adds up to|comes to|"
    r"is)|This (?:makes|adds up to)|The (?:grand )?total)\b[^\d.;:]{0,30}"
)


def look(article: Article, claims: Sequence[Claim]) -> Iterator[Finding]:
    """Totals that their parts do not give, and lists longer or shorter than said."""
    every = sums_of(claims)
    if not every:
        return
    passage = passage_of(article)
    before: tuple[int, list[Sum]] = (-2, [])
    for index, both in passage.rows(every):
        yield from differences(passage, both)
        yield from raised(passage, both)
        row = [item for item in both if item.is_single]
        if not row:
            continue
        if before[0] == index - 1:
            if (finding := _summed_up(passage, before[1], row[0])) is not None:
                yield finding
            yield from rest_told_next(passage, before[1], row[0])
        before = index, row
        for item in row:
            yield from names(passage, item)
            yield from members(passage, item)
        yield from remainders(passage, row)
        yield from results(passage, row)
        if len(row) < 3:
            continue
        yield from overfull(passage, row)
        for at, item in enumerate(row):
            parts = parts_before(passage, row, at) or parts_after(passage, row, at)
            if parts and (finding := judge(passage, item, parts)) is not None:
                yield finding
                break


def _summed_up(passage: Passage, parts: Sequence[Sum], total: Sum) -> Finding | None:
    """A total that opens a sentence after a list: "Seven died in Lyon and nine in Nice. In all, 22 were killed"."""
    if len(parts) < 3 or not _SUMS_UP.fullmatch(passage.before(total.claim)):
        return None
    gaps = [passage.between(one.claim, other.claim) for one, other in pairwise(parts)]
    if not all(map(LINK.fullmatch, gaps)) or not LAST_LINK.search(gaps[-1]):
        return None
    return judge(passage, total, parts)


CHECK = Check("sum", "Parts and totals", look)
