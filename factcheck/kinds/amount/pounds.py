"""Pounds: money or weight, by the words near them and by the money that the article is in."""

from collections.abc import Sequence

from factcheck.document import Document, Tokens
from factcheck.kinds.amount.rates import TIMES
from factcheck.kinds.amount.reading import Reading, Sort, lower_at

_WEIGHED = frozenset(
    "ton tons tonne tonnes kg kilogram kilograms kilos ounce ounces oz weigh weighs weighed weighing weight heavy "
    "heavier lighter lose losing loses lost gain gained gaining shed thrust pressure calories muscle bomb bombs fat "
    "baby cargo payload bag sack lift lifted".split()
)
_PAID = frozenset(
    "pay pays paid paying spend spends spent spending cost costs costing worth fine fined fee fees fare price priced "
    "salary wage wages owe owes owed earn earns earned borrow borrowed charge charged charges loan rent bill bills "
    "note notes coin coins bet prize damages compensation cash money pension donated donation".split()
)
_SUMS = frozenset("the its debt damage savings investment".split())
_NOTES = frozenset("note notes coin coins fine fee ticket tickets bet loan bill bills prize house".split())
_POUNDS = ("GBP", "pound-mass")
_MEMORY = "pounds"
_MANY = 1000


def read_pounds(tokens: Tokens, reading: Reading, at: int) -> None:
    """Takes "pounds" at token `at` as money or weight, or leaves that to the article."""
    is_money = _is_money(tokens, reading, at)
    unit, sort = (_POUNDS[0], Sort.MONEY) if is_money else (_POUNDS[1], Sort.MEASURE)
    reading.unit, reading.sort, reading.last, reading.unsettled = unit, sort, at, is_money is None


def _is_money(tokens: Tokens, reading: Reading, at: int) -> bool | None:
    lowers, after = tokens.lowers, lower_at(tokens, at + 1)
    if after == "of" and lower_at(tokens, at + 2) not in _SUMS:
        return False
    if lowers[at] == "pound" and tokens.words[at - 1] == "-" and not reading.number.scaled:
        return after in _NOTES
    rated = after in ("a", "an", "per", "each", "/")
    if rated and lower_at(tokens, at + 2) in ("square", "sq", "acre"):
        return False
    if reading.number.scaled:
        return True
    if (
        any(word in _PAID for word in lowers[max(0, reading.first - 4) : reading.first])
        or "pence" in lowers[at : at + 5]
    ):
        return True
    if reading.low < _MANY and any(word in _WEIGHED for word in lowers[max(0, reading.first - 3) : reading.first]):
        return False
    if any(word in _WEIGHED for word in lowers[max(0, at - 14) : at + 8]):
        return None if "£" in lowers[max(0, at - 14) : at + 8] or reading.low >= _MANY else False
    return True if rated and lower_at(tokens, at + 2) in TIMES else None


def settle_pounds(document: Document, readings: Sequence[Reading]) -> None:
    """Makes pounds money where the article is in sterling; where it has no money in dollars, near words of paying."""
    tokens = document.tokens
    for reading in readings:
        if not reading.unsettled or reading.unit is None:
            continue
        if (sterling := document.memory.get(_MEMORY)) is None:
            view = document.view
            sterling = "£" if "£" in view or "GBP" in view or "pence" in view else "$" if "$" in view else ""
            document.memory[_MEMORY] = sterling
        near = tokens.lowers[max(0, reading.first - 14) : reading.last + 9]
        if sterling == "£" or (not sterling and any(word in _PAID for word in near)):
            reading.unit, reading.sort = _POUNDS[0] + reading.unit.removeprefix(_POUNDS[1]), Sort.MONEY
