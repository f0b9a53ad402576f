"""Readings that belong together: ranges, tolerances, shares and sums of two units."""

from decimal import Decimal

from factcheck.document import Tokens
from factcheck.kinds.amount.links import DASHES, FALL, is_even, link_of, units_agree
from factcheck.kinds.amount.never import is_score
from factcheck.kinds.amount.pairs import is_move, is_odds, is_tally, one_in
from factcheck.kinds.amount.rates import read_rate
from factcheck.kinds.amount.reading import Reading, Sort, lower_at
from factcheck.numbers import GLUED_SCALES, SCALES

SMALLER = {
    ("foot", "inch"): Decimal(12),
    ("yard", "foot"): Decimal(3),
    ("pound-mass", "ounce"): Decimal(16),
    ("stone", "pound-mass"): Decimal(14),
    ("kilometre", "metre"): Decimal(1000),
    ("metre", "centimetre"): Decimal(100),
    ("kilogram", "gram"): Decimal(1000),
    ("mile", "foot"): Decimal(5280),
    ("mile", "yard"): Decimal(1760),
    ("hour", "minute"): Decimal(60),
    ("minute", "second"): Decimal(60),
}


def tolerances(tokens: Tokens, readings: list[Reading]) -> list[Reading]:
    """The readings with "176 ± 7 cm" made a range of what lies within the tolerance."""
    out: list[Reading] = []
    for reading in readings:
        left = out[-1] if out else None
        if not reading.swings or left is None or left.unit or left.last + 1 != reading.first or left.low < reading.high:
            out.append(reading)
            continue
        low, high = left.low - reading.high, left.high + reading.high
        out[-1] = Reading(left.number, low, high, left.first, reading.last, reading.unit, reading.sort, "range", True)
    return out


def joined(tokens: Tokens, readings: list[Reading]) -> list[Reading]:
    """The readings with ranges and sums of two units made one, and scores left out."""
    out: list[Reading] = []
    i = 0
    while i < len(readings):
        i = _join_next(tokens, readings, i, out)
    return out


def _join_next(tokens: Tokens, readings: list[Reading], i: int, out: list[Reading]) -> int:
    """Puts out reading `i` or what it makes with the next, or leaves that in place of the next; says where to go on."""
    left = readings[i]
    right = readings[i + 1] if i + 1 < len(readings) else None
    if right is None or right.first - left.last > 5:
        out.append(left)
        return i + 1
    link = link_of(tokens, left, right)
    if link == "-" and (is_score(tokens, left, right) or is_even(left, right)):
        return _after_score(tokens, readings, i + 2)
    if link == "to" and is_odds(left, right):
        return i + 2
    if _stand_apart(tokens, left, right, link):
        out.append(left)
        return i + 1
    if link == "to" and (end := _range_after(tokens, readings, i + 1)) is not None:
        readings[i + 1], readings[i + 2] = left, end
        return i + 1
    if link and units_agree(left, right, link):
        readings[i + 1] = _range(tokens, left, right)
        out.append(readings[i + 1])
        return i + 2
    if (whole := one_in(tokens, left, right)) is not None:
        out.append(whole)
        return i + 2
    if (whole := _sum(tokens, left, right)) is not None:
        readings[i + 1] = whole
        return i + 1
    out.append(left)
    return i + 1


def _after_score(tokens: Tokens, readings: list[Reading], i: int) -> int:
    """The first reading from `i` on that belongs to no score: "3-1-0", "6-4, 3-6, 7-5"."""
    while i < len(readings) and readings[i].first - readings[i - 1].last <= 2:
        following = readings[i + 1] if i + 1 < len(readings) else None
        if link_of(tokens, readings[i - 1], readings[i]) == "-":
            i += 1
        elif (
            following is not None
            and tokens.lowers[readings[i].first - 1] == ","
            and readings[i].number.plain
            and following.number.plain
            and following.first - readings[i].last <= 2
            and link_of(tokens, readings[i], following) == "-"
        ):
            i += 2
        else:
            break
    return i


def _stand_apart(tokens: Tokens, left: Reading, right: Reading, link: str) -> bool:
    """Whether the two are a move and its end or the sides of a vote; the second side takes the unit of the first."""
    moved = link == "to" and is_move(tokens, left, right)
    tallied = link == "to" or (link == "-" and left.sort is right.sort is Sort.PERCENT)
    if not (moved or (tallied and is_tally(tokens, left, right))):
        return False
    if right.unit is None and not moved:
        right.unit, right.sort = left.unit, left.sort
    return True


def _range_after(tokens: Tokens, readings: list[Reading], i: int) -> Reading | None:
    """The range that reading `i` opens with a dash, at the end of a longer one: "from 12.6 to 18-20 billion"."""
    if i + 1 >= len(readings) or readings[i + 1].first - readings[i].last > 2:
        return None
    left, right = readings[i], readings[i + 1]
    if link_of(tokens, left, right) != "-" or left.high >= right.high or not units_agree(left, right, "-"):
        return None
    return _range(tokens, left, right) if right.sort >= Sort.COUNT else None


def _range(tokens: Tokens, left: Reading, right: Reading) -> Reading:
    low, high = left.low, right.high
    if (
        right.signed
        and tokens.words[right.number.first - 1] in DASHES
        and right.low < 0
        and not right.marked
        and right.first + 1 == right.number.first
        and right.first == left.last + 1
    ):
        high = -right.low
    factor = _scale_of(tokens, right)
    if (
        factor > 1
        and not left.number.scaled
        and not left.scaled
        and left.number.low < 1000
        and left.unit in (None, right.unit)
    ) or (factor > 1 and left.marked and not left.number.scaled and not left.scaled and low * factor <= high * FALL):
        low = low * factor if low * factor <= high * FALL else low
    marked = left.sort is Sort.MONEY and right.sort < Sort.MEASURE
    unit, sort = (left.unit, left.sort) if marked else (right.unit, right.sort)
    low, high = min(low, high), max(low, high)
    last = right.number.last if marked and right.sort is Sort.COUNT else right.last
    whole = Reading(right.number, low, high, left.first, last, unit, sort, "range", True, marked=left.marked)
    whole.unsettled = right.unsettled
    if marked:
        read_rate(tokens, whole, right.limit)
    return whole


def _scale_of(tokens: Tokens, reading: Reading) -> int:
    """What the last word or letter of a number scales it by ("5 million", "£1.2m"), or 1."""
    if reading.letter:
        return reading.letter
    word = tokens.lowers[reading.number.last]
    return SCALES.get(word) or GLUED_SCALES.get(word) or {"hundred": 100, "dozen": 12}.get(word, 1)


def _sum(tokens: Tokens, left: Reading, right: Reading) -> Reading | None:
    """ "5 feet 11 inches", "20 dollars and 43 cents": two units of one amount, in the first or the finer."""
    between = tokens.lowers[left.last + 1 : right.first]
    if between not in ([], ["and"], [","]) or left.unit is None or (left.bound != "=" and right.bound != "="):
        return None
    if left.sort is Sort.MONEY:
        if between == [","] or not _is_small_change(tokens, left, right):
            return None
        value = left.low + right.low / 100
        return Reading(left.number, value, value, left.first, right.last, left.unit, left.sort, left.bound)
    if right.unit is None:
        return None
    factor = SMALLER.get((left.unit, right.unit))
    if factor is None or right.high >= factor:
        return None
    value = left.low * factor + right.low
    return Reading(left.number, value, value, left.first, right.last, right.unit, right.sort, left.bound)


def _is_small_change(tokens: Tokens, left: Reading, right: Reading) -> bool:
    """Whether the second amount is the coins of the first: "20 dollars 43 cents", "15 dollars and 50"."""
    if right.high >= 100 or right.signed or left.unit in ("cent", "penny", "sen"):
        return False
    if right.unit in ("cent", "penny", "sen"):
        return right.unit != "cent" or left.unit != "GBP"
    whole = left.low == int(left.low) and not left.number.scaled and not left.scaled and not left.marked
    ends = lower_at(tokens, right.last + 1) in ("", ".", ",", ";", ")", "?", "!")
    return right.sort is Sort.BARE and whole and ends
