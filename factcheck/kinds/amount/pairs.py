"""Pairs of amounts that "to" joins into no range: a move and where it ended, the two sides of a vote, odds."""

from factcheck.document import Tokens
from factcheck.kinds.amount.reading import Reading, Sort, lower_at

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
