"""Pounds: money or weight, by the words near them and by the money that the article is in."""

import re
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
_PRICED = TIMES | frozenset("litre liter loaf head person ticket share barrel kilo kilogram kg tonne ton".split())
_MASSES = frozenset("ton tonne kilo kilogram kg ounce".split())
"""What is weighed has a price for each of these, not a weight."""
_SUMS = frozenset("the its debt damage savings investment".split())
_NOTES = frozenset("note notes coin coins fine fee ticket tickets bet loan bill bills prize house".split())
_POUNDS = ("GBP", "pound-mass")
_PLACE_CODES = {"egyp": "EGP", "cair": "EGP", "leba": "LBP", "beir": "LBP", "syri": "SYP", "dama": "SYP", "khar": "SDG"}
"""How the countries and capitals begin whose money is called pounds, besides Britain's."""
_PLACES = re.compile(r"\b(?:Egypt|Cairo|Leban|Beirut|Syria|Damascus|Khartoum)")
_BRITISH = re.compile(
    r"\b(?:Britain|British|London|Scotland|Wales|UK|MPs|councils?|councillors?|constables?|pensioners?"
    r"|(?:col|lab|fav|neighb|harb|hon)ours?|centres?|metres?|litres?|programmes?|defence|whilst|per cent"
    r"|(?:organ|real|recogn|privat)is(?:ed|ation))\b"
)
"""Words and spellings of British English, where an article names no currency."""
_PRICES = re.compile(r"\bpounds (?:a|an|per) (?:ton|tonne|kilo|kilogram|ounce|share|ticket|litre)\b")
_MEMORY = "pounds"
_MANY = 1000
_SUM = 10**9


def read_pounds(tokens: Tokens, reading: Reading, at: int) -> None:
    """Takes "pounds" at token `at` as money or weight, or leaves that to the article."""
    is_money = _is_money(tokens, reading, at)
    unit, sort = (_POUNDS[0], Sort.MONEY) if is_money else (_POUNDS[1], Sort.MEASURE)
    reading.unit, reading.sort, reading.last, reading.unsettled = unit, sort, at, is_money is not False


def _is_money(tokens: Tokens, reading: Reading, at: int) -> bool | None:
    lowers, after = tokens.lowers, lower_at(tokens, at + 1)
    if reading.number.scaled and after == "of" and reading.low >= _SUM:
        return True
    then = lower_at(tokens, at + 2) == "last" or lower_at(tokens, at + 3) in TIMES
    if after == "of" and lower_at(tokens, at + 2) not in _SUMS and not then:
        return False
    if lowers[at] == "pound" and tokens.words[at - 1] == "-" and not reading.number.scaled:
        return after in _NOTES
    rated = after in ("a", "an", "per", "each", "/")
    if rated and lower_at(tokens, at + 2) in ("square", "sq", "acre"):
        return False
    if reading.number.scaled or (rated and lower_at(tokens, at + 2) in _MASSES):
        return True
    if lower_at(tokens, reading.first - 1) in ("weigh", "weighs", "weighed", "weighing"):
        return False
    if (
        any(word in _PAID for word in lowers[max(0, reading.first - 4) : reading.first])
        or "pence" in lowers[at : at + 5]
    ):
        return True
    if reading.low < _MANY and any(word in _WEIGHED for word in lowers[max(0, reading.first - 3) : reading.first]):
        return False
    if any(word in _WEIGHED for word in lowers[max(0, at - 14) : at + 8]):
        return None if "£" in lowers[max(0, at - 14) : at + 8] or reading.low >= _MANY else False
    return True if rated and lower_at(tokens, at + 2) in _PRICED else None


def settle_pounds(document: Document, readings: Sequence[Reading]) -> None:
    """Makes pounds money where the article is in a currency of that name; where in none, near words of paying."""
    for reading in readings:
        if not reading.unsettled or reading.unit is None:
            continue
        currency = document.memory.get(_MEMORY)
        if currency is None:
            currency = document.memory[_MEMORY] = _currency_of(document.view)
        rate = "".join(reading.unit.partition("/")[1:])
        if reading.unit.startswith(_POUNDS[0]):
            reading.unit = (currency or _POUNDS[0]) + rate
            continue
        near = document.tokens.lowers[max(0, reading.first - 14) : reading.last + 9]
        if currency or ("$" not in document.view and any(word in _PAID for word in near)):
            reading.unit, reading.sort = (currency or _POUNDS[0]) + rate, Sort.MONEY


def _currency_of(view: str) -> str:
    """The currency that an article calls pounds: the one it names, its country's, or sterling in British English; or
    "" where nothing says."""
    if "£" in view or "GBP" in view or "pence" in view or "sterling" in view:
        return _POUNDS[0]
    places = {place.group().lower()[:4] for place in _PLACES.finditer(view)}
    named = {code for stem, code in _PLACE_CODES.items() if stem in places}
    if len(named) == 1:
        return named.pop()
    return _POUNDS[0] if "$" not in view and (_BRITISH.search(view) or _PRICES.search(view)) else ""
