"""A measure given in two units, against the definition of the units.

Formula: both are brought to the SI unit; the two intervals must meet. Temperatures are met as readings
(F = C * 9/5 + 32) or, where a word says so or they are few, as differences (F = C * 9/5).
Units: those of the table; where a name has several meanings (ton, gallon, pint, barrel) each is tried.
Source: the international yard and pound (1959), NIST SP 811.
Tolerance: every number that would be written with the same digits, all zeros that end a whole number taken as
rounding up to a tenth of the value, and 4 % for conversions by rule of thumb; a tenth where "about" stands.
Silent: other dimensions, compound measures that do not add up to one ("3 x 5 m").
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product

from factcheck.checks import Check
from factcheck.model import Article, Claim, Finding, Severity
from factcheck.passage import Passage, Sum, equivalents, passage_of, sums_of
from factcheck.sums import HALF, Interval, shown, step

_D = Decimal
_TABLE: dict[str, tuple[str, tuple[Decimal, ...]]] = {
    "millimetre": ("length", (_D("0.001"),)),
    "mm": ("length", (_D("0.001"),)),
    "centimetre": ("length", (_D("0.01"),)),
    "metre": ("length", (_D(1),)),
    "kilometre": ("length", (_D(1000),)),
    "inch": ("length", (_D("0.0254"),)),
    "foot": ("length", (_D("0.3048"),)),
    "yard": ("length", (_D("0.9144"),)),
    "mile": ("length", (_D("1609.344"), _D(1852))),
    "nautical mile": ("length", (_D(1852),)),
    "gram": ("mass", (_D("0.001"),)),
    "kilogram": ("mass", (_D(1),)),
    "tonne": ("mass", (_D(1000),)),
    "ton": ("mass", (_D(1000), _D("907.18474"), _D("1016.0469088"))),
    "pound-mass": ("mass", (_D("0.45359237"),)),
    "ounce": ("mass", (_D("0.028349523125"), _D("0.0311034768"))),
    "stone": ("mass", (_D("6.35029318"),)),
    "square metre": ("area", (_D(1),)),
    "square kilometre": ("area", (_D(1_000_000),)),
    "square mile": ("area", (_D("2589988.11"),)),
    "square foot": ("area", (_D("0.09290304"),)),
    "square yard": ("area", (_D("0.83612736"),)),
    "acre": ("area", (_D("4046.8564224"),)),
    "hectare": ("area", (_D(10_000),)),
    "millilitre": ("volume", (_D("0.000001"),)),
    "litre": ("volume", (_D("0.001"),)),
    "cubic metre": ("volume", (_D(1),)),
    "cubic foot": ("volume", (_D("0.028316846592"),)),
    "cubic yard": ("volume", (_D("0.764554857984"),)),
    "gallon": ("volume", (_D("0.003785411784"), _D("0.00454609"))),
    "pint": ("volume", (_D("0.000473176473"), _D("0.00056826125"))),
    "quart": ("volume", (_D("0.000946352946"), _D("0.0011365225"))),
    "barrel": ("volume", (_D("0.158987294928"), _D("0.119240471196"), _D("0.16365924"))),
    "kilowatt": ("power", (_D(1000),)),
    "horsepower": ("power", (_D("745.69987"), _D("735.49875"))),
    "mile/hour": ("speed", (_D("1609.344"),)),
    "kilometre/hour": ("speed", (_D(1000),)),
    "metre/second": ("speed", (_D(3600),)),
    "knot": ("speed", (_D(1852),)),
    "celsius": ("temperature", (_D(1),)),
    "fahrenheit": ("temperature", (_D(1),)),
}
"""What a unit measures, and how many of the dimension's base unit it may be."""

_TIMES = re.compile(r"\d\s?(?:\b(?:by|x|or|to|and)|[x×*–—/-])\s?$", re.I)
_MIXED = re.compile(r"(?:ft|feet|foot|st|stone|lbs?|pounds?|['′])[ ,]{0,2}(?:and )?\d")
_SIGNS = {"celsius": "°C", "fahrenheit": "°F"}
_LESSER = ("inch", "ounce", "pound-mass")
"""The units in which the finder gives a measure of two units ("6ft 2in": 74 inches)."""
_INCHES = re.compile(r"^[- ,]{0,2}(?:and )?\d")
_BARE_POUNDS = re.compile(r"\bpounds?$")
_VAGUE_WORD = re.compile(r"\b(?:about|around|some|nearly|almost|roughly|approx\w*|over|under|than)\b|~", re.I)
_DIFFERENCE = re.compile(
    r"\b(?:by|warm\w*|rise|rose|risen|increas\w*|above|below|hotter|colder|cooler|cool\w*|drop\w*|fell|fall\w*|"
    r"difference|anomal\w*|more|less|higher|lower|swing|vary|varies|within|than)\b",
    re.I,
)
SMALL = Decimal(12)
"""How many degrees may be a difference of temperatures without a word that says so."""
THUMB = Decimal("0.04")
VAGUE = Decimal("0.10")


def look(article: Article, claims: Sequence[Claim]) -> Iterator[Finding]:
    """Measures whose two units do not agree."""
    sums = [item for item in sums_of(claims) if item.unit in _TABLE or _BARE_POUNDS.search(item.claim.quote)]
    sums += [item for item in sums_of(claims) if item.unit == "degree"]
    if len(sums) < 2:
        return
    sums.sort(key=lambda item: item.claim.span)
    passage = passage_of(article)
    for one, other in equivalents(passage, sums):
        if one.unit != other.unit and not _is_compound(passage, sums, one, other):
            yield from _judge(passage, one, other)


def _is_compound(passage: Passage, sums: Sequence[Sum], one: Sum, other: Sum) -> bool:
    """Whether a number before or after belongs to the same measure ("6ft 2in", "3 x 5 m"), so that it is not whole."""
    before = passage.before(one.claim, 14)
    after = passage.after(one.claim, 4)
    if _TIMES.search(before) or re.search(r"\d['′]?\s?$|\d\s?(?:ft|feet|foot|st|stone|lb|pounds?),?\s?$", before):
        return True
    if _INCHES.match(after) or _INCHES.match(passage.after(other.claim, 4)):
        return True
    return any(_MIXED.search(item.claim.quote) and item.unit not in _LESSER for item in (one, other))


def _judge(passage: Passage, one: Sum, other: Sum) -> Iterator[Finding]:
    units = _units(one, other)
    if units is None:
        return
    hedged = any(item.amount.bound in ("~", "<", ">") for item in (one, other))
    first, second = _reading(one), _reading(other)
    differs = _DIFFERENCE.search(passage.before(one.claim, 40) + passage.after(other.claim, 30)) is not None
    ways = list(_ways(first, *units, difference=differs or abs(one.value) < SMALL))
    # A word like "about" before both says nothing of the conversion of a temperature, whose degrees are few.
    warm = _TABLE[units[0]][0] == "temperature" and not _VAGUE_WORD.search(passage.between(one.claim, other.claim))
    slack = VAGUE if hedged and not warm else THUMB
    if any(way.wider(slack).meets(second) for way in ways):
        return
    yield _finding(one, other, units)


def _units(one: Sum, other: Sum) -> tuple[str, str] | None:
    """The units of both as the table has them, or None where they do not measure the same."""
    names = [item.unit for item in (one, other)]
    for at, against in ((0, names[1]), (1, names[0])):
        if names[at] == "GBP" and _TABLE.get(against, ("",))[0] == "mass":
            names[at] = "pound-mass"
        if names[at] == "degree":
            names[at] = {"celsius": "fahrenheit", "fahrenheit": "celsius"}.get(against, "degree")
    if not all(name in _TABLE for name in names) or names[0] == names[1]:
        return None
    return (names[0], names[1]) if _TABLE[names[0]][0] == _TABLE[names[1]][0] else None


def _reading(item: Sum) -> Interval:
    """Every measure that would be written like this: up to a tenth of it either way."""
    low, high = sorted((item.amount.low, item.amount.high))
    quote = item.claim.quote if item.is_single else ""
    if item.unit in ("celsius", "fahrenheit", "degree") and high < 1000:
        # A temperature of up to three digits is meant to its last one.
        half = step(high, quote) / 2
        return Interval(low - half, high + half)
    if _MIXED.search(quote):
        return Interval(low, high).spread(HALF)
    by = [min(step(value, quote, loose=True) / 2, abs(value) / 10) for value in (low, high)]
    return Interval(low - by[0], high + by[1])


def _ways(reading: Interval, unit: str, target: str, *, difference: bool = False) -> Iterator[Interval]:
    """The reading in the target unit, once for each meaning of the units."""
    dimension = _TABLE[unit][0]
    if dimension == "temperature":
        ratio = Decimal(9) / 5 if unit == "celsius" else Decimal(5) / 9
        shift = Decimal(32) if unit == "celsius" else Decimal(-160) / 9
        yield reading.scaled(ratio) + Interval.exact(shift)
        if difference:
            yield reading.scaled(ratio)
        return
    for factor, divisor in product(_TABLE[unit][1], _TABLE[target][1]):
        yield reading.scaled(factor / divisor)


def _told(number: Decimal, unit: str, places: int = 4) -> str:
    """A number with its unit's name: one of them stands in the singular."""
    figure = shown(number, places)
    name, _, per = unit.partition("/")
    if figure != "1" or name in _SIGNS:
        return f"{figure} {_plural(unit)}"
    return f"{figure} {name.removesuffix('-mass')}{f' per {per}' if per else ''}"


def _plural(unit: str) -> str:
    """A unit's name as it stands after a number other than one."""
    name, _, per = unit.partition("/")
    for one, many in (
        ("foot", "feet"),
        ("inch", "inches"),
        ("pound-mass", "pounds"),
        *_SIGNS.items(),
    ):
        if name.endswith(one):
            name = name.removesuffix(one) + many
            break
    else:
        name += "" if name in ("mm", "stone", "horsepower") else "s"
    return f"{name} per {per}" if per else name


def _finding(one: Sum, other: Sum, units: tuple[str, str]) -> Finding:
    value = Interval.exact(one.value)
    fit = next(_ways(value, *units)).low
    back = next(_ways(value, units[1], units[0])).low
    suggestion = f"{_told(fit, units[1], 3)} would fit."
    if other.value and abs(back / other.value - 1) < Decimal("0.08") and _TABLE[units[0]][0] != "temperature":
        suggestion = f"{_told(fit, units[1], 3)} would fit: the conversion was made the wrong way round."
    return Finding(
        check=CHECK.name,
        severity=Severity.ERROR,
        claims=(other.claim.key, one.claim.key),
        message=f"“{one.claim.quote}” is {_told(fit, units[1], 3)}, not “{other.claim.quote}”.",
        arithmetic=(
            f"{_told(one.value, units[0])} = {_told(fit, units[1])}",
            f"the text says {_told(other.value, units[1])}",
        ),
        tolerance="Rounding of both numbers and 4 % for rules of thumb (10 % where a word like “about” stands).",
        suggestion=suggestion,
    )


CHECK = Check("unit-equivalence", "Measures in two units", look)
