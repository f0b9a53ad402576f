"""Currencies before and after a number."""

import re

from factcheck.document import Tokens
from factcheck.kinds.amount.reading import Reading, Sort, gap, lower_at, word_at
from factcheck.kinds.amount.signs import negate, take_sign
from factcheck.kinds.amount.tables import MONEY, MONEY_MARKS, MONEY_NAMES, Mark
from factcheck.numbers import GLUED_SCALES, SCALES

_SMALL_COINS = frozenset("cent penny sen fils piastre paisa kobo kopeck".split())


def read_money_before(tokens: Tokens, reading: Reading, done: int) -> None:
    """Takes the currency, its prefix and a sign that stand before the number: "US$", "A$", "RMB", "$-".

    Tokens up to `done` belong to the amount before.
    """
    at = reading.first - 1
    if at <= done or gap(tokens, reading.first) > 1:
        return
    if word_at(tokens, at) == "(":
        _read_loss(tokens, reading, at, done)
        return
    if word_at(tokens, at) == "-" and gap(tokens, reading.first) == 0 and gap(tokens, at) <= 1:
        found = MONEY_MARKS.before(tokens, at - 1) if at else None
        if found and found[0].unit in MONEY:
            _take_currency(tokens, reading, found)
            negate(reading)
        return
    found = MONEY_MARKS.before(tokens, at)
    if found is None:
        found = _named_before(tokens, reading, at)
    if found is None:
        return
    mark, first = found
    if first <= done or mark.unit in _SMALL_COINS:
        return
    if mark.weak and reading.number.plain:
        return
    if mark.glued and (gap(tokens, reading.first) or any(gap(tokens, i) for i in range(first + 1, at + 1))):
        found = MONEY_MARKS.before(tokens, at) if first == at else (Mark("USD"), at)
        if first == at or word_at(tokens, at) != "$":
            return
    _take_currency(tokens, reading, found or (mark, first))
    take_sign(tokens, reading)


def _read_loss(tokens: Tokens, reading: Reading, at: int, done: int) -> None:
    """ "£(12.3)m", "$(3.4) million": a loss, as accounts write it, its mark before the bracket at token `at`."""
    if gap(tokens, reading.first) or gap(tokens, at) or reading.number.worded:
        return
    found = MONEY_MARKS.before(tokens, at - 1) if at else None
    if found is None or found[0].unit not in MONEY or found[1] <= done:
        return
    _take_currency(tokens, reading, found)
    negate(reading)
    if word_at(tokens, reading.last + 1) != ")":
        return
    reading.last += 1
    scale = lower_at(tokens, reading.last + 1)
    factor = SCALES.get(scale) or GLUED_SCALES.get(scale) if gap(tokens, reading.last + 1) <= 1 else None
    if factor and not reading.number.scaled and (scale in SCALES or len(scale) > 1):
        reading.scale(factor)
        reading.scaled, reading.last = True, reading.last + 1


def _named_before(tokens: Tokens, reading: Reading, at: int) -> tuple[Mark, int] | None:
    """A code in lower case or a name in the plural before digits: "eur 20", "rupees 500", "usd $5"."""
    if reading.number.worded or word_at(tokens, at) in ("p", "c"):
        return None
    found = MONEY_NAMES.before(tokens, at)
    if found is None or found[0].weak or found[0].unit not in MONEY or found[0].unit in _SMALL_COINS:
        return None
    code = lower_at(tokens, at) == found[0].unit.lower() or lower_at(tokens, at) in ("rmb", "nis")
    named = lower_at(tokens, at) in ("rupees", "rupee", "ringgit", "ringgits", "dirhams", "dirham", "dinars")
    return found if code or named else None


def _take_currency(tokens: Tokens, reading: Reading, found: tuple[Mark, int]) -> None:
    mark, first = found
    if (
        first
        and tokens.words[first] == "$"
        and lower_at(tokens, first - 1) in ("usd", "aud", "cad", "nzd", "hkd", "sgd")
    ):
        mark, first = Mark(tokens.words[first - 1].upper()), first - 1
    elif (
        first
        and tokens.words[first] == "$"
        and lower_at(tokens, first - 1) in ("us", "c", "hk")
        and gap(tokens, first) <= 1
    ):
        prefix = tokens.words[first - 1]
        if prefix != "us" or lower_at(tokens, first - 2) not in (
            "gave",
            "give",
            "gives",
            "told",
            "cost",
            "costs",
            "owe",
            "owes",
        ):
            mark, first = Mark({"us": "USD", "c": "CAD", "hk": "HKD"}[prefix.lower()]), first - 1
    reading.unit, reading.sort, reading.marked, reading.first = mark.unit, Sort.MONEY, True, first


def repeat_currency(tokens: Tokens, reading: Reading, at: int) -> None:
    """ "$5 million dollars", "A$5 Australian dollars": the same currency said twice."""
    found = MONEY_NAMES.at(tokens, at)
    if found and (found[0].unit == reading.unit or found[0].unit == "USD" or reading.unit == "USD"):
        if found[0].unit in _SMALL_COINS or found[0].weak:
            return
        if found[0].unit != "USD":
            reading.unit = found[0].unit
        reading.last = found[1]


def money_after(tokens: Tokens, reading: Reading, at: int) -> bool:
    code = tokens.words[at]
    if len(code) == 4 and code[0] == "M" and code[1:] in MONEY:
        reading.scale(10**6)
        reading.unit, reading.sort, reading.last, reading.scaled = code[1:], Sort.MONEY, at, True
        return True
    found = MONEY_NAMES.at(tokens, at)
    marked = MONEY_MARKS.at(tokens, at) if not reading.number.worded else None
    if (
        marked
        and (found is None or marked[1] > found[1])
        and not (
            marked[1] + 1 < len(tokens)
            and marked[0].unit in MONEY
            and word_at(tokens, marked[1] + 1)[:1].isdigit()
            and gap(tokens, marked[1] + 1) == 0
            and gap(tokens, at) > 0
        )
    ):
        if re.fullmatch(r"[A-Zac-oq-z]", word_at(tokens, at)) and word_at(tokens, at) != "c":
            return False
        found = marked
    if found is None:
        return False
    mark, last = found
    if mark.glued and gap(tokens, at) > 0:
        return False
    if tokens.words[last] == mark.unit and word_at(tokens, last + 1)[:1].isdigit() and gap(tokens, last + 1) == 0:
        return False
    if (
        not reading.number.scaled
        and not reading.scaled
        and lower_at(tokens, last + 1) in SCALES
        and tokens.words[last].isupper()
    ):
        last += 1
        reading.scale(SCALES[tokens.lowers[last]])
        reading.scaled = True
    fraction = lower_at(tokens, last) == "won" and not (reading.number.plain or reading.number.worded)
    if mark.weak and not (reading.number.scaled or reading.low >= 1000 or fraction):
        return False
    if lower_at(tokens, last) == "mark" and reading.low != 1:
        return False
    if lower_at(tokens, last) in ("pound", "pounds"):
        return False
    reading.unit, reading.sort, reading.last = mark.unit, Sort.MONEY, last
    return True
