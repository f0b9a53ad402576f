"""Readings that belong together: ranges, sums of two units and units that are stated elsewhere in the sentence."""

from decimal import Decimal

from factcheck.document import Tokens
from factcheck.kinds.amount.never import is_score
from factcheck.kinds.amount.pairs import is_move, is_odds, is_tally, one_in
from factcheck.kinds.amount.rates import read_rate
from factcheck.kinds.amount.reading import Reading, Sort, lower_at
from factcheck.kinds.amount.tables import CUES_BEFORE
from factcheck.numbers import GLUED_SCALES, SCALES

_DASHES = frozenset(("-", "–", "—", "~"))
_BETWEEN = frozenset(("between", "from", "ranging", "ranges", "ranged", "range"))
_JOINS = (["and"], ["but"], ["并"], ["且"], ["而"], ["的"], ["，"])
_HEDGES = frozenset(
    (
        "about",
        "around",
        "roughly",
        "just",
        "nearly",
        "almost",
        "as",
        "much",
        "even",
        "over",
        "perhaps",
        "a",
        "approximately",
    )
)
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


_FALL = 20
"""How many times its end the start of a fall may be for one scale to serve both ("from 50 to 45 million")."""


def joined(tokens: Tokens, readings: list[Reading]) -> list[Reading]:
    """The readings with ranges and sums of two units made one, and scores left out."""
    out: list[Reading] = []
    i = 0
    while i < len(readings):
        left = readings[i]
        right = readings[i + 1] if i + 1 < len(readings) else None
        if right is not None and right.first - left.last <= 5:
            link = _link(tokens, left, right)
            if link == "-" and (is_score(tokens, left, right) or _is_even(left, right)):
                i += 2
                while (
                    i < len(readings)
                    and readings[i].first - readings[i - 1].last <= 2
                    and _link(tokens, readings[i - 1], readings[i]) == "-"
                ):
                    i += 1
                continue
            if link == "to" and is_odds(left, right):
                i += 2
                continue
            moved = link == "to" and is_move(tokens, left, right)
            tallied = link == "to" or (link == "-" and left.sort is right.sort is Sort.PERCENT)
            if moved or (tallied and is_tally(tokens, left, right)):
                if right.unit is None and not moved:
                    right.unit, right.sort = left.unit, left.sort
                out.append(left)
                i += 1
                continue
            if link == "to" and (end := _range_after(tokens, readings, i + 1)) is not None:
                readings[i + 1], readings[i + 2] = left, end
                i += 1
                continue
            if link and _units_agree(left, right, link):
                readings[i + 1] = _range(tokens, left, right)
                out.append(readings[i + 1])
                i += 2
                continue
            if (whole := one_in(tokens, left, right)) is not None:
                out.append(whole)
                i += 2
                continue
            if (whole := _sum(tokens, left, right)) is not None:
                readings[i + 1] = whole
                i += 1
                continue
        out.append(left)
        i += 1
    return out


def _range_after(tokens: Tokens, readings: list[Reading], i: int) -> Reading | None:
    """The range that reading `i` opens with a dash, at the end of a longer one: "from 24.2 to 33-35 billion"."""
    if i + 1 >= len(readings) or readings[i + 1].first - readings[i].last > 2:
        return None
    left, right = readings[i], readings[i + 1]
    if _link(tokens, left, right) != "-" or left.high >= right.high or not _units_agree(left, right, "-"):
        return None
    return _range(tokens, left, right) if right.sort >= Sort.COUNT else None


def _is_even(left: Reading, right: Reading) -> bool:
    """ "50-50", "a 60-60 split"."""
    return left.sort is Sort.BARE and right.sort <= Sort.COUNT and left.low == right.low


def _link(tokens: Tokens, left: Reading, right: Reading) -> str:
    """How two neighbours are joined into a range: "-", "to", "or", "and" (after "between"), or ""."""
    between = tokens.lowers[left.last + 1 : right.first]
    if right.signed and right.low < 0 and not between and tokens.words[right.first] == "-" and not right.marked:
        return "-"
    if left.bound + right.bound in ("><", "<>") and between[:1] in _JOINS:
        if (left.low > right.high) is (left.bound == ">"):
            return ""
        cue = CUES_BEFORE.before(tokens, right.first - 1)
        han = between[0] not in ("and", "but") and len(between) <= 6 and not any(map(str.isascii, between))
        return "and" if han or (cue and cue[1] == left.last + 2) else ""
    while between and between[-1] in _HEDGES and len(between) > 1:
        between.pop()
    if len(between) == 3 and between[0] in _DASHES and between[2] in _DASHES:
        between = between[1:2]
    if len(between) == 2 and between[0] in _DASHES and between[1] in ("to", "or"):
        between = between[1:]
    if len(between) == 2 and between[1] in _DASHES and between[0] in ("to", "or"):
        between = between[:1]
    if len(between) == 2 and between[0] in _DASHES and between[1] in _DASHES:
        return "-"
    if len(between) == 3 and between[0] == "in" and between[2] == "to" and _said_before(tokens, left, ("from",)):
        return "to" if between[1].isdigit() else ""
    if len(between) != 1:
        return ""
    if between[0] in _DASHES:
        return "-"
    if between[0] in ("到", "至", "から"):
        return "to"
    if between[0] in ("与", "和", "與", "及") and any(
        word in ("间", "間") for word in tokens.words[right.last + 1 : right.last + 3]
    ):
        return "and"
    if between[0] in ("to", "through"):
        return "to"
    if between[0] == "and" and _said_before(tokens, left, ("between",)):
        return "and"
    if (
        between[0] == "or"
        and left.high <= right.low <= _FALL * max(left.high, Decimal(1))
        and left.sort <= Sort.COUNT
        and left.unit is None
    ):
        return "or" if left.number.worded == right.number.worded else ""
    return ""


def _said_before(tokens: Tokens, reading: Reading, words: tuple[str, ...]) -> bool:
    return any(lower_at(tokens, reading.first - back) in words for back in (1, 2, 3))


def _units_agree(left: Reading, right: Reading, link: str) -> bool:
    if left.unit is None or left.unit == right.unit:
        return True
    if right.unit is None:
        return left.sort is Sort.MONEY and left.marked
    if left.sort is Sort.MONEY and left.marked and right.sort is Sort.COUNT:
        if link != "-" and not right.number.scaled:
            return False
        return not right.number.worded and left.number.low < right.high
    if right.unit.startswith(left.unit + "/"):
        return True
    return left.sort is Sort.COUNT and right.sort is Sort.COUNT and link != "-"


def _range(tokens: Tokens, left: Reading, right: Reading) -> Reading:
    low, high = left.low, right.high
    if (
        right.signed
        and tokens.words[right.number.first - 1] in _DASHES
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
    ) or (factor > 1 and left.marked and not left.number.scaled and not left.scaled and low * factor <= high * _FALL):
        low = low * factor if low * factor <= high * _FALL else low
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
