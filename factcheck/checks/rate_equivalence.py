"""Two rates told as one: so much a month, or so much a year.

Formula: the rate of the longer time is that of the shorter one times how often the shorter one falls into it. Units:
amounts of one unit a day, week, month, quarter or year.
Tolerance: rounding of both rates, a tenth where a word like "about" stands, and every way in which time is counted:
a week of five to seven days, a month of 20 to 31 days, a year of 220 to 366 days or 44 to 53 weeks; a year has exactly
twelve months and four quarters.
Silent: rates of different things, rates that the text does not tell as one, and prices that one may choose between
("£9 a month, or £90 a year"): of money only what is earned, paid as rent, spent or lost is looked at.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.checks import Check
from factcheck.model import Article, Claim, Finding, Severity
from factcheck.passage import MONEY, Passage, Sum, equivalents, passage_of, sums_of
from factcheck.sums import Interval, shown

_TIMES = {
    ("day", "week"): (5, 7),
    ("day", "month"): (20, 31),
    ("day", "quarter"): (60, 92),
    ("day", "year"): (220, 366),
    ("week", "month"): (4, 5),
    ("week", "quarter"): (12, 14),
    ("week", "year"): (44, 53),
    ("month", "quarter"): (3, 3),
    ("month", "year"): (12, 12),
    ("quarter", "year"): (4, 4),
}
"""How often the shorter time falls into the longer one, at least and at most."""
_VAGUE = Decimal("0.10")
_FLOWS = re.compile(
    r"\b(?:rents?|rental|salar(?:y|ies)|wages?|paid|pays?|earn\w*|incomes?|pensions?|benefits?|allowance|stipend|revenues?|"
    r"sales|turnover|profits?|los(?:es|ing|t|s|ses)|saves?|saving|spend\w*|spent|burn\w*|brings? in|makes?|making)\b",
    re.I,
)
"""What tells of money that flows, rather than of a price."""
_OFFER = re.compile(
    r"\b(?:subscri\w+|members?(?:hip)?|pass(?:es)?|tickets?|fees?|plans?|tuition|licen[cs]es?|streaming|premium|"
    r"discount\w*|choose|choice|options?|either|if paid)\b",
    re.I,
)


def look(article: Article, claims: Sequence[Claim]) -> Iterator[Finding]:
    """Rates over two lengths of time that are told as one and are not."""
    sums = [item for item in sums_of(claims) if item.is_single and item.value > 0 and "/" in item.unit]
    if len(sums) < 2:
        return
    passage = passage_of(article)
    for one, other in equivalents(passage, sums):
        finding = _judge(passage, one, other)
        if finding is not None:
            yield finding


def _judge(passage: Passage, one: Sum, other: Sum) -> Finding | None:
    (thing, _, per), (same, _, time) = one.unit.partition("/"), other.unit.partition("/")
    backwards = (time, per) in _TIMES
    if (per, time) not in _TIMES and not backwards:
        return None
    if thing != same and (same or MONEY.fullmatch(thing)):
        return None
    if passage.between(one.claim, other.claim) == " or ":
        return None
    words = passage.words_of(passage.sentence_of(one.claim))
    if MONEY.fullmatch(thing) and (_OFFER.search(words) or not _FLOWS.search(words)):
        return None
    short, long = (other, one) if backwards else (one, other)
    low, high = _TIMES[(time, per) if backwards else (per, time)]
    given = short.interval() * Interval(Decimal(low), Decimal(high))
    if any(item.amount.bound != "=" for item in (one, other)):
        given = given.wider(_VAGUE)
    if given.meets(long.interval()):
        return None
    times = shown(Decimal(low)) if low == high else f"{low} to {high}"
    fits = Interval(short.value * low, short.value * high)
    said = shown(fits.low) if low == high else f"{shown(fits.low)} to {shown(fits.high)}"
    return Finding(
        check=CHECK.name,
        severity=Severity.ERROR if low == high else Severity.WARNING,
        claims=(other.claim.key, one.claim.key),
        message=f"“{short.claim.quote}” comes to {said} a {long.unit.rpartition('/')[2]}, not “{long.claim.quote}”.",
        arithmetic=(f"{shown(short.value)} * {times} = {said}", f"the text says {shown(long.value)}"),
        tolerance="Rounding of both, and every way of counting working days, weeks and months.",
        suggestion=f"{said} would fit.",
    )


CHECK = Check("rate-equivalence", "Rates over time", look)
