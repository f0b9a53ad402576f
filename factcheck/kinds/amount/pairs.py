"""Pairs of amounts that "to" joins into no range: a move and where it ended, the two sides of a vote, odds."""

from factcheck.document import Tokens
from factcheck.kinds.amount.plurals import is_plural, lemma
from factcheck.kinds.amount.reading import Reading, Sort, lower_at
from factcheck.kinds.amount.words import STOPS

_MOVED = frozenset(
    "rose fell gained lost jumped climbed dropped slid slipped added shed rallied sank surged soared tumbled plunged "
    "increased decreased declined eased advanced retreated grew edged rises falls drops gains loses adds sheds slips "
    "slides climbs jumps plunged up down higher lower off firmed ticked inched dipped leapt leaped dived crept "
    "strengthened weakened rebounded recovered widened narrowed swelled shrank ballooned".split()
)
"""Words after which an amount says how far something moved: "rose $2 to $54"."""
_BETWEEN = frozenset("by another a further about around nearly almost just some as much over more than only".split())
_FROM = frozenset(("from", "between", "ranging", "ranged", "range", "ranges"))
_SCORED = frozenset(
    "win goal defeat loss draw point try title victory start medal wicket run clash match trophy".split()
)
_PRICED = frozenset(
    "shares prices stocks futures sales exports imports profits earnings revenues yields rates costs values bonds "
    "markets losses bourses figures numbers levels totals equities receipts takings wages salaries rents incomes "
    "indices indexes".split()
)
"""Plurals that move by sums and points, not by their number."""
_FAR = 5
"""How many times a move its end must be where only the numbers tell the two apart."""


def is_move(tokens: Tokens, left: Reading, right: Reading) -> bool:
    """Whether the first says how far something moved and the second where it ended: "fell by 5 points to 60"."""
    at, by = left.first - 1, False
    for _ in range(3):
        if lower_at(tokens, at) not in _BETWEEN:
            break
        by = by or tokens.lowers[at] == "by"
        at -= 1
    moved = lower_at(tokens, at) in _MOVED
    if not (moved or by):
        return False
    if left.unit is None and right.unit == "metre" and not left.number.plain and left.low >= _FAR * right.high:
        return True
    if moved and left.unit is not None and left.sort is not Sort.PERCENT:
        return right.unit is None or right.unit.partition("/")[0] == left.unit
    scaled = right.number.scaled and not left.number.scaled and left.unit is None
    return not scaled and left.low >= 0 and right.low >= _FAR * left.high


def is_tally(tokens: Tokens, left: Reading, right: Reading) -> bool:
    """Whether the two are the sides of a vote or a lead, the larger first: "28 votes to 19", "52% to 48%"."""
    if any(lower_at(tokens, left.first - back) in _FROM for back in (1, 2, 3)):
        return False
    if right.sort >= Sort.MEASURE and right.sort is not Sort.PERCENT:
        return False
    return left.high > right.low >= 0 and not (right.number.scaled and not left.number.scaled)


def one_in(tokens: Tokens, left: Reading, right: Reading) -> Reading | None:
    """ "One soldier in three": a share that its noun splits, but for what is won or scored."""
    if not (left.sort is Sort.COUNT and left.low == left.high == 1 and right.sort is Sort.BARE):
        return None
    if tokens.lowers[left.last + 1 : right.first] not in (["in"], ["out", "of"], ["in", "every"]):
        return None
    if left.number.worded != right.number.worded and right.low not in (10, 100, 1000):
        return None
    if not 1 < right.low == right.high <= 1000 or left.unit in _SCORED or left.hyphened:
        return None
    value = left.low / right.low
    return Reading(left.number, value, value, left.first, right.last, left.unit, left.sort, left.bound)


def is_odds(left: Reading, right: Reading) -> bool:
    """Whether the two are a ratio: "two to one", "10 to 1"."""
    return left.sort is right.sort is Sort.BARE and right.low == right.high == 1 < left.low


def moved_subject(tokens: Tokens, reading: Reading) -> str | None:
    """What a large count says that its subject moved by or to: "claims fell by 7,000", "deaths rose to 1,204"."""
    number = reading.number
    if number.plain or number.worded or number.scaled or reading.low < 1000 or reading.low != int(reading.low):
        return None
    at = reading.first - 1
    for _ in range(3):
        if lower_at(tokens, at) not in _BETWEEN and lower_at(tokens, at) != "to":
            break
        at -= 1
    if lower_at(tokens, at) not in _MOVED:
        return None
    at -= lower_at(tokens, at - 1) in ("has", "have", "had", "also", "then")
    subject = lower_at(tokens, at - 1)
    if not is_plural(subject) or subject in STOPS or subject in _PRICED or not tokens.words[at - 1].islower():
        return None
    return lemma(subject)
