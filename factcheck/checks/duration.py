"""A length of time against the two dates that bound it.

Formula: the days between the ends, from the least to the most that their grain allows and both ends included, in the
unit stated (a year of 365.25 days, a month of 30.44). Units: days, weeks, months, years.
Tolerance: six tenths of the unit, for counting either way and for rounding.
Silent: "about", "nearly", "more than", "first", "last"; terms that the sentence does not tie to the two dates.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.checks import Check
from factcheck.dating import Known, known, stretches
from factcheck.model import Article, Claim, Finding, Severity
from factcheck.passage import Day, Passage, days_of, passage_of
from factcheck.sums import Interval, shown

_LENGTH = re.compile(r"P(\d+(?:\.\d+)?)([YMWD])|P(\d+)(DE)")
_DAYS = {"Y": Decimal("365.25"), "M": Decimal("30.4375"), "W": Decimal(7), "D": Decimal(1), "DE": Decimal("3652.5")}
_NAMES = {"Y": "years", "M": "months", "W": "weeks", "D": "days", "DE": "decades"}
_LEAD = re.compile(
    r"(?: [a-z'-]+){0,5},? ?(?:\((?:from )?|(?:which |that )?(?:began|started|beginning|starting) (?:in |on |from )|"
    r"(?:which |that )?(?:ran|runs|running|lasted|lasts|lasting) from |from |between )(?:the )?",
    re.I,
)
_TAIL = re.compile(
    r"\)?(?:,| [-–—]|:)? (?:a (?:period|span|term|time|stretch|total|run|stint) of |lasting |lasted |that is |"
    r"which is |"
    r"or |for )",
    re.I,
)
_HEDGED = re.compile(
    r"\b(?:about|around|nearly|almost|over|more than|less than|roughly|some|at least|up to|first|last|next|past|"
    r"most of|"
    r"within|early|every|each|of the|approximately|just|under|further|another|few|several|extra|additional)(?: the)? $",
    re.I,
)
_WORDS = re.compile(
    r" ?(?:\d|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty)\b)", re.I
)
_OTHER = re.compile(
    r"\b(?:average|interrupted|on and off|non-consecutive|twice|two spells|school|season|academic|fiscal|in total|"
    r"combined|"
    r"apart from|except|break|suspended|extended|including|cumulative|sentence)\b",
    re.I,
)
_ONE = re.compile(r"an? \w+", re.I)
_LED = re.compile(
    r"(?:\b(?:for|over|in|during|within|after|of|or|than|was|is|took|takes?|taking|lasted|lasts?|lasting|spent|spends?|"
    r"served|serves?|serving|ran|runs?|waited|stayed)|[,;:(–—-]) $",
    re.I,
)
"""What stands before a length of one; after anything else "a year" is what a rate counts by ("0.06 degrees a year")."""
ROOM = Decimal("0.6")


def look(article: Article, claims: Sequence[Claim]) -> Iterator[Finding]:
    """Lengths of time that their two ends do not give."""
    days = days_of(claims)
    lengths = [item for item in days if item.mention.type == "DURATION" and _LENGTH.fullmatch(item.mention.value)]
    if not lengths:
        return
    passage = passage_of(article)
    place = {item.claim.key: at for at, item in enumerate(days)}
    for one, other in stretches(passage, known(days)):
        at, after = place[one.claim.key] - 1, place[other.claim.key] + 1
        length = None
        if at >= 0 and days[at] in lengths and _LEAD.fullmatch(passage.between(days[at].claim, one.claim)):
            length = days[at]
        elif (
            after < len(days)
            and days[after] in lengths
            and _TAIL.fullmatch(passage.between(other.claim, days[after].claim))
        ):
            length = days[after]
        if length is not None and (finding := _judge(passage, length, one, other)) is not None:
            yield finding


def _judge(passage: Passage, length: Day, one: Known, other: Known) -> Finding | None:
    match = _LENGTH.fullmatch(length.mention.value)
    if match is None or other.first < one.first or not (one.has_year or other.has_year):
        return None
    if _HEDGED.search(passage.before(length.claim, 24)) or _HEDGED.search(f"{_WORDS.split(length.claim.quote)[0]} "):
        return None
    if _ONE.fullmatch(length.claim.quote) and not _LED.search(passage.before(length.claim, 24)):
        return None
    if _OTHER.search(passage.words_of(passage.sentence_of(length.claim))):
        return None
    number, unit = Decimal(match[1] or match[3]), match[2] or match[4]
    if match[4] is None and unit in ("D", "W") and (one.grain != "day" or other.grain != "day"):
        return None
    least, most = Decimal((other.first - one.last).days), Decimal((other.last - one.first).days + 1)
    allowed = Interval(least / _DAYS[unit], most / _DAYS[unit])
    if allowed.meets(Interval(number - ROOM, number + ROOM)):
        return None
    low, high = shown(allowed.low, 2), shown(allowed.high, 2)
    between = low if low == high else f"{low} to {high}"
    return Finding(
        check=CHECK.name,
        severity=Severity.ERROR,
        claims=(length.claim.key, one.claim.key, other.claim.key),
        message=(
            f"From {one.claim.quote} to {other.claim.quote} is {between} {_NAMES[unit]}, not “{length.claim.quote}”."
        ),
        arithmetic=(
            (
                f"{other.first} - {one.last} = {shown(least)} days at least, {other.last} - {one.first} + 1 = "
                f"{shown(most)} at most"
            ),
            f"/ {_DAYS[unit]} = {between} {_NAMES[unit]}; the text says {shown(number)}",
        ),
        tolerance=f"Inclusive or exclusive counting, and {ROOM} of the unit for rounding.",
        suggestion="",
    )


CHECK = Check("duration", "Lengths of time", look)
