"""A total, a number and what falls to each; changes told as "doubled", "halved"; amounts told as multiples of others.

Formula: total / number = share of each; end / start = the factor told; one amount / the other = the multiple told.
Units: those of the amounts.
Tolerance: every number that would be written with the same digits, a tenth where "about" stands; a tenth of the factor.
"More than doubled" and "less than half" are bounds; "almost" and "about" allow a quarter less; "times more" may mean
one time more.
Silent: shares of unlike units, numbers that the sentence's form does not tie together, wherever another total or number
of the sentence would fit.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.checks import Check
from factcheck.checks.ratio.apiece import apiece
from factcheck.checks.ratio.each import has_others, of_each, together
from factcheck.checks.ratio.factors import factors
from factcheck.checks.ratio.multiples import as_much, compared
from factcheck.model import Article, Claim, Finding
from factcheck.passage import passage_of, sums_of


def look(article: Article, claims: Sequence[Claim]) -> Iterator[Finding]:
    """Shares that total and number do not give, and factors and multiples that their two numbers do not."""
    sums = sums_of(claims)
    if not sums:
        return
    passage = passage_of(article)
    for index, row in passage.rows(sums):
        words = passage.words_of(index)
        found: list[Finding] = []
        if len(row) > 1 and not has_others(words):
            for at in range(len(row) - 2):
                found += of_each(passage, *row[at : at + 3])
            for one, other in pairwise(row):
                found += together(passage, one, other)
        yield from found or apiece(passage, row)
        found = [*factors(passage, index, row, words), *as_much(passage, index, row, sums)]
        yield from found or compared(passage, row)


CHECK = Check("ratio", "Shares of each and factors", look)
