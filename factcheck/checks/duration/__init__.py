"""A length of time against the two dates that bound it.

Formula: the days between the ends, from the least to the most that their grain allows and both ends included, in the
unit stated (a year of 365.25 days, a month of 30.44); between two times of day their minutes; for "N years ago" and
"N years later" the years between. Units: minutes, hours, days, weeks, months, years.
Tolerance: six tenths of the unit, for counting either way and for rounding; five minutes or a tenth between times of
day; a year for years ago. "Over" and "less than" are bounds; "about" and "nearly" allow a quarter.
Silent: "first", "last", "every", two of a length; a length within "between A and B" that is shorter; terms that the
sentence does not tie to the two dates.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.checks import Check
from factcheck.checks.duration.ago import apart, since, years_ago, years_later
from factcheck.checks.duration.bounded import bounded
from factcheck.checks.duration.judging import CLOCK_LENGTH, LENGTH
from factcheck.dating import known
from factcheck.model import Article, Claim, Finding
from factcheck.passage import days_of, passage_of


def look(article: Article, claims: Sequence[Claim]) -> Iterator[Finding]:
    """Lengths of time that their two ends do not give."""
    days = days_of(claims)
    told = [day.claim.quote.lower() for day in days]
    if any(quote.endswith("years ago") for quote in told):
        yield from years_ago(passage_of(article), days)
    if any(quote.endswith("later") for quote in told):
        yield from years_later(passage_of(article), known(days))
    lengths = {
        item.claim.key
        for item in days
        if item.mention.type == "DURATION"
        and (LENGTH.fullmatch(item.mention.value) or CLOCK_LENGTH.fullmatch(item.mention.value))
    }
    if not lengths:
        return
    passage = passage_of(article)
    yield from bounded(passage, days, lengths)
    for first, second in pairwise(days):
        if (finding := since(passage, first, second, lengths)) is not None:
            yield finding
    for at in range(len(days) - 2):
        if days[at + 1].claim.key in lengths and (finding := apart(passage, *days[at : at + 3])) is not None:
            yield finding


CHECK = Check("duration", "Lengths of time", look)
