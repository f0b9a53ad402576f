"""Percentages and measures after a number."""

from factcheck.document import Tokens
from factcheck.kinds.amount.heads import designation_at
from factcheck.kinds.amount.money import money_after, repeat_currency
from factcheck.kinds.amount.pounds import read_pounds
from factcheck.kinds.amount.rates import read_old, read_rate
from factcheck.kinds.amount.reading import Reading, Sort, gap, lower_at, word_at
from factcheck.kinds.amount.signs import SIZES, negate
from factcheck.kinds.amount.tables import SYMBOLS, UNIT_NAMES, Mark
from factcheck.kinds.amount.words import LABELS, STOPS, STREETS

_TEMPERATURES = frozenset(("degree", "celsius", "fahrenheit"))

_SCALES_BEFORE = {"magnitude": "magnitude", "ph": "pH"}

_TONNAGES = frozenset(("Mt", "Gt"))
"""Symbols that may stand apart, but before a name ("Mt Etna")."""
_HEAVIEST = 60
"""The most stone that a person weighs."""

_SINGULAR_ONLY = frozenset(("second", "min", "mark", "point", "pt", "gray", "cup", "bit"))


def read_scale_before(tokens: Tokens, reading: Reading, done: int) -> bool:
    """Takes the scale that stands before its number: "magnitude 6.1", "a magnitude of 5.8", "pH 7.4"."""
    at = reading.first - 1
    if lower_at(tokens, at) == "of":
        at -= 1
    if at <= done or reading.number.worded or reading.sort is not Sort.BARE:
        return False
    unit = _SCALES_BEFORE.get(tokens.lowers[at])
    if unit is None:
        return False
    reading.unit, reading.sort, reading.first = unit, Sort.MEASURE, at
    return True


def read_unit_after(tokens: Tokens, reading: Reading, limit: int) -> None:
    """Takes the currency, percentage or measure after the number, with its rate and "old", before token `limit`."""
    at = reading.last + 1
    if at >= limit or gap(tokens, at) > 2:
        return
    if tokens.lowers[at] == "below" and lower_at(tokens, at + 1) == "zero":
        reading.unit, reading.sort = "degree", Sort.MEASURE
        _below_zero(tokens, reading)
        return
    if tokens.lowers[at] == "x" and gap(tokens, at) == 0 and gap(tokens, at + 1) > 0 and not reading.number.worded:
        reading.unit, reading.sort, reading.last = "times", Sort.COUNT, at
        return
    hyphen = tokens.words[at] == "-" and gap(tokens, at + 1) == gap(tokens, at)
    start = at + 1 if hyphen else at
    if start >= len(tokens):
        return
    if reading.sort is Sort.MONEY:
        repeat_currency(tokens, reading, start)
    elif not money_after(tokens, reading, start) and not _measure_after(tokens, reading, start, hyphen):
        return
    _below_zero(tokens, reading)
    reading.hyphened = hyphen and reading.last >= start
    read_old(tokens, reading)
    read_rate(tokens, reading, limit)


def _below_zero(tokens: Tokens, reading: Reading) -> None:
    """ "20 degrees below zero"."""
    at = reading.last + 1
    if reading.unit in _TEMPERATURES and lower_at(tokens, at) == "below" and lower_at(tokens, at + 1) == "zero":
        reading.last = at + 1
        negate(reading)


def _measure_after(tokens: Tokens, reading: Reading, at: int, hyphen: bool) -> bool:
    found = UNIT_NAMES.at(tokens, at)
    if found is None and lower_at(tokens, at) in ("pound", "pounds"):
        read_pounds(tokens, reading, at)
        return True
    symbol = SYMBOLS.at(tokens, at)
    shorter = symbol is not None and found is not None and symbol[1] <= found[1] and gap(tokens, at) > 0
    if symbol and not shorter and _symbol_fits(tokens, reading, at, symbol, hyphen):
        found = symbol
    elif found and (
        (found[0].weak and not _is_of(tokens, reading, found[1]))
        or not _name_fits(tokens, reading, at, found[1], hyphen)
    ):
        found = None
    if found is None:
        return _quote_marks(tokens, reading, at)
    reading.unit, reading.last = found[0].unit, found[1]
    reading.sort = Sort.PERCENT if reading.unit == "%" else Sort.MEASURE
    return True


def _is_of(tokens: Tokens, reading: Reading, last: int) -> bool:
    """Whether an everyday word is a measure here: "two cups of rice", "½ cup", "she was eight stone"."""
    after = lower_at(tokens, last + 1)
    if lower_at(tokens, last) == "stone" and 2 <= reading.low <= _HEAVIEST:
        return not after.isalpha() or after in STOPS
    return reading.number.part or after == "of"


def _name_fits(tokens: Tokens, reading: Reading, at: int, last: int, hyphen: bool) -> bool:
    word = lower_at(tokens, last)
    if last == at and word in _SINGULAR_ONLY and not hyphen and reading.low != 1 and not reading.number.part:
        return False
    if lower_at(tokens, at) == "foot" and reading.low != 1 and tokens.words[at][0].isupper():
        return False
    return not (
        tokens.words[at][0].isupper()
        and word_at(tokens, last + 1)[:1].isupper()
        and gap(tokens, last + 1) == 1
        and not hyphen
        and last == at
    )


def _symbol_fits(tokens: Tokens, reading: Reading, at: int, symbol: tuple[Mark, int], hyphen: bool) -> bool:
    mark, last = symbol
    word = word_at(tokens, at)
    near = gap(tokens, at) == 0
    if not near and len(word) == 1 and word_at(tokens, at + 1) == "." and gap(tokens, at + 1) == 0:
        street = tokens.lowers[at + 2 : at + 7]
        if reading.number.plain and any(name in STREETS for name in street):
            return False
    if not near and designation_at(tokens, at) is not None:
        return False
    if reading.number.worded and word not in "%°":
        return False
    if mark.glued and len(word) == 1 and word.isupper() and lower_at(tokens, reading.first - 1) in LABELS:
        return False
    if word == "s" and reading.number.plain and _is_plural_name(tokens, reading, at):
        return False
    if word == "st" and (not reading.number.plain or (reading.low % 10 == 1 and reading.low != 11)):
        return False
    if word == "in":
        following = lower_at(tokens, last + 1)
        ends = not following or following in ".,;:)" or following in SIZES
        return (ends and not hyphen) or (near and not hyphen)
    if mark.glued:
        return (near or (word in _TONNAGES and not word_at(tokens, last + 1)[:1].isupper())) and not hyphen
    return not hyphen or last == at


def _is_plural_name(tokens: Tokens, reading: Reading, at: int) -> bool:
    """Whether "s" after digits makes a plural: "the 1990s", "737s", "Model 3s"."""
    name = word_at(tokens, reading.first - 1)
    if name == "-" and gap(tokens, reading.first) == 0 == gap(tokens, reading.first - 1):
        return word_at(tokens, reading.first - 2).isdigit()
    named = name[:1].isupper() and reading.first > 1 and word_at(tokens, reading.first - 2) not in ".!?:;"
    return tokens.words[at - 1].endswith("0") or (reading.low >= 100 and not reading.scaled) or named


def _quote_marks(tokens: Tokens, reading: Reading, at: int) -> bool:
    """Feet and inches written with quotation marks that touch the digits: 5'11", 10"."""
    word = word_at(tokens, at)
    if word not in ("'", '"') or gap(tokens, at) or reading.number.worded:
        return False
    if word == "'" and not (word_at(tokens, at + 1)[:1].isdigit() and gap(tokens, at + 1) == 0):
        return False
    if word == '"' and tokens.words[max(0, at - 60) : at].count('"') % 2:
        return False
    reading.unit, reading.sort, reading.last = ("inch" if word == '"' else "foot"), Sort.MEASURE, at
    return True
