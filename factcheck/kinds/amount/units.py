"""Currencies, percentages, measures and rates around a number."""

import re

from factcheck.document import Tokens
from factcheck.kinds.amount.reading import Reading, Sort, gap, lower_at, word_at
from factcheck.kinds.amount.tables import MONEY, MONEY_MARKS, MONEY_NAMES, SYMBOLS, UNIT_NAMES, Mark
from factcheck.kinds.amount.words import PERSON_NOUNS, RATE_NOUNS
from factcheck.numbers import SCALES

LETTERS = {
    "m": 10**6,
    "mm": 10**6,
    "b": 10**9,
    "t": 10**12,
    "M": 10**6,
    "MM": 10**6,
    "B": 10**9,
    "T": 10**12,
    "K": 1000,
}
"""Letters that scale a sum of money: "£35m"."""

TIMES = frozenset("year month week day hour minute second decade century fortnight quarter".split())
_SIZES = frozenset("long tall high deep wide thick away across apart tall. in diameter x by".split())
_WEIGHTS = frozenset(
    "ton tonne kg kilogram kilograms kilos ounce ounces weigh weighs weighed weighing weight heavy heavier lost lose "
    "losing gained gain lighter".split()
)
_RUNS = frozenset("hurdles freestyle relay sprint dash race final backstroke butterfly breaststroke medley".split())
_TEMPERATURES = frozenset(("degree", "celsius", "fahrenheit"))
_SMALL_COINS = frozenset(("cent", "penny", "sen"))
_SINGULAR_ONLY = frozenset(("second", "min", "mark", "point", "pt", "gray", "cup", "bit"))


def read_money_before(tokens: Tokens, reading: Reading, done: int) -> None:
    """Takes the currency, its prefix and a sign that stand before the number: "US$", "A$", "RMB", "$-".

    Tokens up to `done` belong to the amount before.
    """
    at = reading.first - 1
    if at <= done or gap(tokens, reading.first) > 1:
        return
    if word_at(tokens, at) == "-" and gap(tokens, reading.first) == 0 and gap(tokens, at) <= 1:
        found = MONEY_MARKS.before(tokens, at - 1) if at else None
        if found and found[0].unit in MONEY:
            _take_currency(tokens, reading, found)
            _negate(reading)
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
    _take_sign(tokens, reading)


def _named_before(tokens: Tokens, reading: Reading, at: int) -> tuple[Mark, int] | None:
    """A code in lower case or a name in the plural before digits: "eur 20", "rupees 500", "usd $5"."""
    if reading.number.worded or word_at(tokens, at) in ("p", "c"):
        return None
    found = MONEY_NAMES.before(tokens, at)
    if found is None or found[0].weak or found[0].unit not in MONEY or found[0].unit in ("cent", "penny", "sen"):
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


def _take_sign(tokens: Tokens, reading: Reading) -> None:
    at = reading.first - 1
    if (
        word_at(tokens, at) in ("-", "+")
        and gap(tokens, reading.first) == 0
        and (gap(tokens, at) > 0 or not at or word_at(tokens, at - 1) in "([")
    ):
        reading.first = at
        if word_at(tokens, at) == "-":
            _negate(reading)
        reading.signed = True


def read_sign(tokens: Tokens, reading: Reading) -> None:
    """A sign before a bare number: "-5", "minus 387", "minus-5", "+3"."""
    at = reading.first - 1
    word = lower_at(tokens, at)
    if word in ("minus", "negative", "负", "負") and gap(tokens, reading.first) <= 1:
        reading.first = at
        _negate(reading)
    elif word == "-" and lower_at(tokens, at - 1) in ("minus", "negative") and gap(tokens, reading.first) == 0:
        reading.first = at - 1
        _negate(reading)
    elif word in ("-", "+"):
        _take_sign(tokens, reading)


def _negate(reading: Reading) -> None:
    reading.low, reading.high = -reading.high, -reading.low
    reading.signed = True


def read_letter_scale(tokens: Tokens, reading: Reading) -> None:
    """A single letter after money, or after a count: "£35m", "2.7m sales", "5M users"."""
    at = reading.last + 1
    word = word_at(tokens, at)
    if word not in LETTERS or reading.number.scaled or reading.number.worded or gap(tokens, at) > 1:
        return
    glued = gap(tokens, at) == 0
    money = reading.sort is Sort.MONEY
    if not money and glued and (after := MONEY_NAMES.at(tokens, at + 1) if at + 1 < len(tokens) else None):
        money = not after[0].weak
    if not money and at + 1 < len(tokens) and word_at(tokens, at + 1) in "$€£" and gap(tokens, at + 1) == 0:
        money = True
    if money:
        if not glued and word in ("t", "b", "T"):
            return
    elif not glued or word not in ("m", "M", "B") or (word == "m" and not _counts_after(tokens, at + 1)):
        return
    reading.scale(LETTERS[word])
    reading.scaled, reading.letter, reading.last = True, LETTERS[word], at


def _counts_after(tokens: Tokens, at: int) -> bool:
    """Whether a plural noun follows "2.7m", so that the letter means a million."""
    if lower_at(tokens, at) == "of" and lower_at(tokens, at + 1) in (
        "its",
        "the",
        "their",
        "his",
        "her",
        "our",
        "those",
        "these",
    ):
        at += 2
    for i in range(at, min(at + 6, len(tokens))):
        word = tokens.words[i]
        if i > at + 1 and word in ("and", "or"):
            continue
        if (
            word.lower() in _RUNS
            or word.lower() in _SIZES
            or not word.isalpha()
            or word.lower() in ("and", "to", "or", "of", "from")
        ):
            return False
        if (word.endswith("s") and word.islower() and not word.endswith(("ss", "us", "is"))) or word in PERSON_NOUNS:
            return True
    return False


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
        _repeat_currency(tokens, reading, start)
    elif not _money_after(tokens, reading, start) and not _measure_after(tokens, reading, start, hyphen):
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
        _negate(reading)


def _repeat_currency(tokens: Tokens, reading: Reading, at: int) -> None:
    """ "$5 million dollars", "A$5 Australian dollars": the same currency said twice."""
    found = MONEY_NAMES.at(tokens, at)
    if found and (found[0].unit == reading.unit or found[0].unit == "USD" or reading.unit == "USD"):
        if found[0].unit in ("cent", "penny", "sen") or found[0].weak:
            return
        if found[0].unit != "USD":
            reading.unit = found[0].unit
        reading.last = found[1]


def _money_after(tokens: Tokens, reading: Reading, at: int) -> bool:
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
    if mark.weak and not (reading.number.scaled or reading.low >= 1000):
        return False
    if lower_at(tokens, last) in ("pound", "pounds"):
        return False
    reading.unit, reading.sort, reading.last = mark.unit, Sort.MONEY, last
    return True


def _measure_after(tokens: Tokens, reading: Reading, at: int, hyphen: bool) -> bool:
    found = UNIT_NAMES.at(tokens, at)
    if found is None and lower_at(tokens, at) in ("pound", "pounds"):
        _read_pounds(tokens, reading, at)
        return True
    symbol = SYMBOLS.at(tokens, at)
    if symbol and (found is None or symbol[1] > found[1]) and _symbol_fits(tokens, reading, at, symbol, hyphen):
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
    """Whether an everyday word is a measure here: "two cups of rice", "½ cup"."""
    return reading.number.part or lower_at(tokens, last + 1) == "of"


def _name_fits(tokens: Tokens, reading: Reading, at: int, last: int, hyphen: bool) -> bool:
    word = lower_at(tokens, last)
    if last == at and word in _SINGULAR_ONLY and not hyphen and reading.low != 1:
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
    if reading.number.worded and word not in "%°":
        return False
    if word == "s" and reading.number.plain and tokens.words[at - 1].endswith("0"):
        return False
    if word == "in":
        following = lower_at(tokens, last + 1)
        ends = not following or following in ".,;:)" or following in _SIZES
        return (ends and not hyphen) or (near and not hyphen)
    if mark.glued:
        return near and not hyphen
    return not hyphen or last == at


def _read_pounds(tokens: Tokens, reading: Reading, at: int) -> None:
    """Pounds are money, unless something is weighed or they are pounds of something."""
    lowers = tokens.lowers
    weight = lower_at(tokens, at + 1) == "of" and lower_at(tokens, at + 2) not in (
        "the",
        "its",
        "debt",
        "damage",
        "savings",
        "investment",
    )
    weight = weight or (lowers[at] == "pound" and tokens.words[at - 1] == "-" and not reading.number.scaled)
    if not weight and not reading.number.scaled:
        weight = "$" in lowers[max(0, at - 20) : at + 20] or any(
            word in _WEIGHTS for word in lowers[max(0, at - 14) : at + 8]
        )
    per = lower_at(tokens, at + 1) in ("per", "a", "/") and lower_at(tokens, at + 2) in ("square", "sq", "acre")
    reading.unit, reading.sort, reading.last = (
        ("pound-mass", Sort.MEASURE, at) if weight or per else ("GBP", Sort.MONEY, at)
    )


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


def read_old(tokens: Tokens, reading: Reading) -> None:
    """Takes "old" after a span of life: "40-year-old", "30 years old", "12 years of age"."""
    if reading.unit not in TIMES:
        return
    at = reading.last + 1
    start = at + 1 if word_at(tokens, at) == "-" else at
    if lower_at(tokens, start) in ("old", "olds") and gap(tokens, start) <= 2:
        reading.last = start
    elif lower_at(tokens, at) == "of" and lower_at(tokens, at + 1) == "age":
        reading.last = at + 1


def read_rate(tokens: Tokens, reading: Reading, limit: int) -> None:
    """Takes what the unit is for each of: "$52 a barrel", "63 cents per share", "$70-a-share", "30 m/s"."""
    if reading.unit is None:
        return
    for _ in range(2):
        if (end := _denominator(tokens, reading.last + 1)) is None or end[1] >= limit:
            return
        unit, last = end
        reading.unit, reading.last = f"{reading.unit}/{unit}", last


def _denominator(tokens: Tokens, at: int) -> tuple[str, int] | None:
    if at + 1 >= len(tokens):
        return None
    word, _dashed = lower_at(tokens, at), False
    if word == "-":
        at, _dashed = at + 1, True
        word = lower_at(tokens, at)
    if word not in ("per", "a", "an", "each", "every", "/", "p"):
        return None
    start = at + 2 if word_at(tokens, at + 1) == "-" else at + 1
    if start >= len(tokens) or (word == "/" and gap(tokens, start) > 1) or word == "p":
        return None
    if word == "/" and SYMBOLS.at(tokens, start) and (symbol := SYMBOLS.at(tokens, start)):
        return symbol[0].unit, symbol[1]
    name = lower_at(tokens, start)
    if found := UNIT_NAMES.at(tokens, start):
        unit, last = found[0].unit, found[1]
        known = not found[0].weak
        if unit == "year" and name not in ("year", "years", "yr"):
            known = False
    else:
        unit, last, known = (
            {"annum": "year", "capita": "person", "head": "head"}.get(name, name),
            start,
            name in RATE_NOUNS,
        )
    if known or (word == "per" and name.isalpha()):
        if word in ("a", "an", "each", "every") and lower_at(tokens, last + 1) in (
            "ago",
            "earlier",
            "later",
            "old",
            "-",
            "before",
            "after",
        ):
            return None
        if word in ("a", "an") and lower_at(tokens, last + 1) == "high":
            return None
        return unit, last
    return None
