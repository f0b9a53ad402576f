"""What a unit is for each of, and how old something is: "$52 a barrel", "30 m/s", "40-year-old"."""

from factcheck.document import Tokens
from factcheck.kinds.amount.plurals import is_plural, lemma
from factcheck.kinds.amount.reading import Reading, Sort, gap, lower_at, word_at
from factcheck.kinds.amount.tables import SYMBOLS, UNIT_NAMES
from factcheck.kinds.amount.words import RATE_NOUNS, STOPS

_DENOMINATORS = {"annum": "year", "capita": "person", "pound": "pound-mass", "kwh": "kilowatt-hour"}
_SHORT = {"pcm": "month", "pw": "week", "psf": "square foot", "psm": "square metre"}
"""How sums are let, paid or asked: "£950 pcm", "S$1,330 psf"."""
_MANY = frozenset("100 1,000 1000 10,000 10000 100,000 100000 thousand million".split())
"""How many people or births health figures are given for."""
TIMES = frozenset("year month week day hour minute second decade century fortnight quarter".split())


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
    if reading.unit is None or _read_per_many(tokens, reading, limit):
        return
    if reading.sort is Sort.MONEY and (each := _SHORT.get(lower_at(tokens, reading.last + 1))) is not None:
        reading.unit, reading.last = f"{reading.unit}/{each}", reading.last + 1
    for _ in range(2):
        if (end := _denominator(tokens, reading.last + 1)) is None or end[1] >= limit:
            break
        unit, last = end
        reading.unit, reading.last = f"{reading.unit}/{unit}", last
    if "/" not in reading.unit and (start := _after_stuff(tokens, reading.last + 1)) is not None:
        _take_frequency(tokens, reading, start, limit)


def read_frequency(tokens: Tokens, reading: Reading, limit: int) -> None:
    """Takes how often something counted comes: "3,000 flights a day", "three times a week"."""
    if reading.sort > Sort.COUNT or reading.number.part or _read_per_many(tokens, reading, limit):
        return
    bare = reading.sort is Sort.BARE
    if not (bare and (reading.hyphened or lower_at(tokens, reading.last + 1) == "/")):
        _take_frequency(tokens, reading, reading.last + 1, limit)


def _read_per_many(tokens: Tokens, reading: Reading, limit: int) -> bool:
    """Takes how many the amount is for: "11.6 per 100,000", "four deaths per 1,000 births"."""
    at = reading.last + 2
    if lower_at(tokens, at - 1) != "per" or at >= limit or lower_at(tokens, at) not in _MANY:
        return False
    unit = tokens.lowers[at]
    if is_plural(lower_at(tokens, at + 1)) and at + 1 < limit and lower_at(tokens, at + 1) not in STOPS:
        at += 1
        unit = f"{unit} {lemma(tokens.lowers[at])}"
    reading.unit, reading.sort, reading.last = f"{reading.unit or ''}/{unit}", max(reading.sort, Sort.COUNT), at
    return True


def _take_frequency(tokens: Tokens, reading: Reading, at: int, limit: int) -> None:
    end = _denominator(tokens, at)
    if end is not None and end[1] < limit and end[0] in TIMES:
        reading.unit, reading.last = f"{reading.unit or ''}/{end[0]}", end[1]
        reading.sort = max(reading.sort, Sort.COUNT)


def _after_stuff(tokens: Tokens, at: int) -> int | None:
    """The token after what is measured out: "tons of copper a year", "cups of black coffee a day"."""
    if lower_at(tokens, at) != "of":
        return None
    for i in range(at + 1, min(at + 5, len(tokens))):
        if tokens.lowers[i] in ("a", "per", "each", "every") and i > at + 1:
            return i
        if not tokens.words[i].isalpha() or tokens.lowers[i] in STOPS:
            return None
    return None


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
    shown = word == "/" or (word == "per" and len(tokens.words[start]) > 2 and not tokens.words[start].islower())
    if shown and (symbol := SYMBOLS.at(tokens, start)):
        return symbol[0].unit, symbol[1]
    name = lower_at(tokens, start)
    if found := UNIT_NAMES.at(tokens, start):
        unit, last = found[0].unit, found[1]
        known = not found[0].weak
        if unit == "year" and name not in ("year", "years", "yr"):
            known = False
    else:
        unit, last, known = (
            _DENOMINATORS.get(name, name),
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
            "into",
            "since",
        ):
            return None
        if word in ("a", "an") and lower_at(tokens, last + 1) == "high":
            return None
        return unit, last
    return None
