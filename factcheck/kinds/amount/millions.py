"""The letter m after a number where a text counts in millions: "5m passengers in May, and 210m for the year"."""

from collections.abc import Sequence

from factcheck.document import Tokens
from factcheck.kinds.amount.reading import Reading, Sort, gap, lower_at, word_at
from factcheck.kinds.amount.words import STOPS

_MILLION = 10**6
_MOST = 1000
_FAR = 70
"""How many words after a count in millions a letter still means the same."""
_PLACES = frozenset(
    "from away off above below up down of long high wide deep tall across apart x by north south east west behind "
    "ahead into under over beyond along inside within outside past before".split()
)
"""Words after a length."""
_LEADING = frozenset(
    "to from of than for with 's or some by record reached reaching against about almost nearly around just only "
    "total totalled hit versus compared forecast expected".split()
)
"""Words that lead from one count to another."""


def settle_millions(tokens: Tokens, readings: Sequence[Reading]) -> None:
    """Makes millions of metres where the count before was in millions and no word after speaks of a length."""
    count: Reading | None = None
    before: Reading | None = None
    for reading in readings:
        if before is not None and _is_move_to(tokens, before, reading):
            _scale(reading, None, Sort.BARE)
        elif reading.sort is Sort.COUNT and not reading.number.part and reading.high >= _MILLION:
            count = reading
        elif count is not None and reading.first - count.last <= _FAR and _is_millions(tokens, reading):
            _scale(reading, count.unit, Sort.COUNT)
            count = reading
        elif reading.unit == "metre":
            count = None
        before = reading


def _scale(reading: Reading, unit: str | None, sort: Sort) -> None:
    reading.scale(_MILLION)
    reading.unit, reading.sort, reading.scaled = unit, sort, True


def _is_move_to(tokens: Tokens, before: Reading, reading: Reading) -> bool:
    """Whether a bare count moves something to millions: "fell by 9,300 to 7.6m"."""
    if before.sort is not Sort.BARE or before.number.plain or before.low < _MOST:
        return False
    return tokens.lowers[before.last + 1 : reading.first] == ["to"] and _is_millions(tokens, reading)


def _is_millions(tokens: Tokens, reading: Reading) -> bool:
    letter = tokens.words[reading.last] == "m" and gap(tokens, reading.last) == 0
    if reading.unit != "metre" or not letter or reading.high >= _MOST:
        return False
    after = lower_at(tokens, reading.last + 1)
    across = after in _PLACES and not (after == "by" and word_at(tokens, reading.last + 2).isalpha())
    if across or lower_at(tokens, reading.first - 1) not in _LEADING:
        return False
    return not after.isalpha() or after in STOPS
