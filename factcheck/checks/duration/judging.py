"""A length of time held against two ends, whose days or times of day are known."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from factcheck.dating import Known
from factcheck.model import Claim, Finding, Severity
from factcheck.numbers import SMALL
from factcheck.passage import Day, Passage
from factcheck.sums import Interval, shown

LENGTH = re.compile(r"P(\d+(?:\.\d+)?)([YMWD])|P(\d+)(DE)")
_DAYS = {"Y": Decimal("365.25"), "M": Decimal("30.4375"), "W": Decimal(7), "D": Decimal(1), "DE": Decimal("3652.5")}
_NAMES = {"Y": "years", "M": "months", "W": "weeks", "D": "days", "DE": "decades"}
_OTHER_TERM = re.compile(
    r"\b(?:two|three|four|five|six|\d{1,2}|both|successive|consecutive|first|last|next|past|most of|early|every|each|"
    r"of the|further|another|few|several|extra|additional)(?: the)? $",
    re.I,
)
HEDGED = re.compile(
    r"\b(?:(?P<least>over|more than|at least|longer than|no less than|(?:just|well|slightly) over)|"
    r"(?P<most>less than|up to|within|under|just under|at most)|"
    r"(?P<vague>about|around|nearly|almost|roughly|some|approximately|just|barely|close to))(?: the| an?)? $",
    re.I,
)
_CLOCK = re.compile(r"T(\d\d):(\d\d)")
CLOCK_LENGTH = re.compile(r"PT(?:(\d+(?:\.\d+)?)H)?(?:(\d+)M)?")
VAGUE = Decimal("0.25")
WORDS = re.compile(
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
_DIGIT = re.compile(r"\d")
_HALF_DAY = re.compile(r"\d ?[ap]\.?m\b|noon|midnight|T(?:1[3-9]|2\d)", re.I)
_LATER = re.compile(r"(?:[a-z]+ )*?(?P<number>\d{1,3}|[a-z]+) (?P<unit>year|month|week|day)s? later", re.I)
ROOM = Decimal("0.6")


class Term(NamedTuple):
    """A length of time as it is stated: a number of years (Y), months, weeks, days or decades (DE)."""

    claim: Claim
    number: Decimal
    unit: str


def term(length: Day) -> Term | None:
    """What a duration states, or None where it counts by hours or is no plain number."""
    match = LENGTH.fullmatch(length.mention.value)
    return Term(length.claim, Decimal(match[1] or match[3]), match[2] or match[4]) if match else None


def later(claim: Claim) -> Term | None:
    """What "five years later" states."""
    match = _LATER.fullmatch(claim.quote)
    number = (match["number"].lower() if match else "") or "?"
    value = int(number) if number.isdigit() else SMALL.get(number)
    return Term(claim, Decimal(value), match["unit"][0].upper()) if match and value else None


def minutes(passage: Passage, length: Day, one: Known, other: Known, days: Sequence[Day]) -> Finding | None:
    """A length in hours or minutes against two times of day."""
    values = {day.claim.key: day.mention.value for day in days}
    clocks = [_CLOCK.search(values[end.claim.key]) for end in (one, other)]
    match = CLOCK_LENGTH.fullmatch(length.mention.value)
    if clocks[0] is None or clocks[1] is None or match is None or not (match[1] or match[2]):
        return None
    start, end = (int(clock[1]) * 60 + int(clock[2]) for clock in clocks if clock)
    exact = (end - start) % 1440
    said = int(Decimal(match[1] or 0) * 60) + int(match[2] or 0)
    hedge = HEDGED.search(passage.before(length.claim, 24))
    if _OTHER_TERM.search(passage.before(length.claim, 24)) or _OTHER.search(
        passage.words_of(passage.sentence_of(length.claim))
    ):
        return None
    # Without "am" or "pm" a time may be meant twelve hours later.
    halves = all(_HALF_DAY.search(f"{item.claim.quote} {values[item.claim.key]}") for item in (one, other))
    ways = (exact,) if halves else (exact, (exact + 720) % 1440)
    slack = max(Decimal(said) * (VAGUE if hedge else Decimal("0.1")), Decimal(36 if match[1] and not match[2] else 5))
    if any(abs(said - way) <= slack for way in ways) or exact == 0:
        return None
    return Finding(
        check="duration",
        severity=Severity.ERROR,
        claims=(length.claim.key, one.claim.key, other.claim.key),
        message=(
            f"From {one.claim.quote} to {other.claim.quote} is {exact // 60} h {exact % 60} min, "
            f"not “{length.claim.quote}”."
        ),
        arithmetic=(
            f"{end} - {start}{' + 1440' if end < start else ''} = {exact} minutes of the day",
            f"the text says {said} minutes",
        ),
        tolerance=(
            "Five minutes or a tenth; six tenths of an hour for whole hours; twelve hours either way without am or pm."
        ),
        suggestion="",
    )


def _is_dated(one: Known, other: Known) -> bool:
    """Whether both are days of one year, so that the time between them is the same in any year."""
    days = one.grain == other.grain == "day" and _DIGIT.search(one.claim.quote) and _DIGIT.search(other.claim.quote)
    return bool(days and (other.first - one.first).days < 180)


def judge(
    passage: Passage, length: Term | None, one: Known, other: Known, *, may_be_less: bool = False
) -> Finding | None:
    """The finding about a length that its two ends do not give; with `may_be_less` only about one too long for them."""
    if length is None or other.first < one.first or not (one.has_year or other.has_year or _is_dated(one, other)):
        return None
    before, inside = passage.before(length.claim, 24), f"{WORDS.split(length.claim.quote)[0]} "
    if _OTHER_TERM.search(before) or _OTHER_TERM.search(inside):
        return None
    hedge = HEDGED.search(before) or HEDGED.search(inside)
    bound = hedge.lastgroup if hedge else None
    if _ONE.fullmatch(length.claim.quote) and not _LED.search(passage.before(length.claim, 24)):
        return None
    if _OTHER.search(passage.words_of(passage.sentence_of(length.claim))):
        return None
    number, unit = length.number, length.unit
    if unit in ("D", "W") and (one.grain != "day" or other.grain != "day"):
        return None
    least, most = Decimal((other.first - one.last).days), Decimal((other.last - one.first).days + 1)
    allowed = Interval(least / _DAYS[unit], most / _DAYS[unit])
    room = ROOM + (VAGUE * number if bound == "vague" else 0)
    low_end = Decimal(0) if bound == "most" else number - room
    high_end = Decimal("Infinity") if bound == "least" else number + room
    if allowed.meets(Interval(low_end, high_end)) or (may_be_less and high_end < allowed.low):
        return None
    low, high = shown(allowed.low, 2), shown(allowed.high, 2)
    until = f"the article's date, {other.first}," if other.claim is length.claim else other.claim.quote
    between = low if low == high else f"{low} to {high}"
    return Finding(
        check="duration",
        severity=Severity.ERROR,
        claims=tuple(dict.fromkeys((length.claim.key, one.claim.key, other.claim.key))),
        message=(f"From {one.claim.quote} to {until} is {between} {_NAMES[unit]}, not “{length.claim.quote}”."),
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
