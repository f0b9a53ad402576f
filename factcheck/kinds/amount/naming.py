"""The names of units as a reader meets them: "1,140 homes", "27.3 ft", "62 pounds per square inch"."""

from factcheck.kinds.amount.tables import CURRENCY_NAMES
from factcheck.kinds.amount.words import IRREGULAR

_BRIEF = {
    "kilometre": "km", "centimetre": "cm", "millimetre": "mm", "mile": "mi", "foot": "ft", "inch": "in", "yard": "yd",
    "square metre": "m²", "square kilometre": "km²", "square mile": "sq mi", "square foot": "sq ft", "hectare": "ha",
    "cubic metre": "m³", "kilogram": "kg", "gram": "g", "milligram": "mg", "tonne": "t", "pound-mass": "lb",
    "ounce": "oz", "celsius": "°C", "fahrenheit": "°F", "percentage point": "pp", "basis point": "bp",
    "kilowatt": "kW", "megawatt": "MW", "gigawatt": "GW", "kilowatt-hour": "kWh", "megawatt-hour": "MWh",
    "gigawatt-hour": "GWh", "kilometre/hour": "km/h", "mile/hour": "mph", "pound-mass/square inch": "psi",
}  # fmt: skip
"""Short forms; metres and litres have none, for an m after a number is a million here."""
_FULL = {"pound-mass": "pound", "celsius": "degrees Celsius", "fahrenheit": "degrees Fahrenheit"}
_PLURALS = {one: many for many, one in reversed(IRREGULAR.items()) if one != many} | {"person": "people"}
_SAME = frozenset(
    "times data media police staff crew personnel cattle livestock aircraft spacecraft fish sheep deer series species "
    "offspring horsepower stone yuan yen won baht rand hertz lux siemens percent".split()
)
_OES = frozenset("hero potato tomato echo torpedo volcano mosquito veto cargo embargo domino tornado buffalo".split())
_MONEY = frozenset("dollar euro franc peso rupee dinar dirham shilling".split())
"""Last words of currencies whose plural is English."""
_ES = ("s", "x", "z", "ch", "sh")


def short(unit: str | None, *, one: bool) -> str:
    """A unit in a narrow column, after one of it or after many: "km", "homes", "USD/head"."""
    if unit is None:
        return ""
    if unit in _BRIEF:
        return _BRIEF[unit]
    name, slash, per = unit.partition("/")
    return f"{_BRIEF.get(name) or (name if one else plural(name))}{slash}{_BRIEF.get(per, per)}"


def full(unit: str | None, *, one: bool) -> str:
    """A unit in words, after one of it or after many: "US dollars per barrel", "per cent"."""
    if unit is None:
        return ""
    name, *per = (_FULL.get(part, part) for part in unit.split("/"))
    words = _currency(name, one=one) or (name if one or (name in _FULL.values() and name != "pound") else plural(name))
    return " per ".join(("per cent" if words == "%" else words, *(CURRENCY_NAMES.get(part, part) for part in per)))


def _currency(code: str, *, one: bool) -> str:
    name = CURRENCY_NAMES.get(code, "")
    return name if one or name.rpartition(" ")[2] not in _MONEY else f"{name}s"


def plural(name: str) -> str:
    """The plural of a counted noun or a measure; what is no English word in small letters stays as it is."""
    head, space, last = name.rpartition(" ")
    if not (last.isascii() and last[-1:].isalpha() and last[-1].islower()) or last in _SAME:
        return name
    if last in _PLURALS:
        many = _PLURALS[last]
    elif last.endswith("man") and last != "human":
        many = last[:-3] + "men"
    elif last.endswith("child"):
        many = last + "ren"
    elif last.endswith("y") and last[-2:-1] not in ("a", "e", "o", "u"):
        many = last[:-1] + "ies"
    elif last.endswith(_ES) or last in _OES:
        many = last + "es"
    else:
        many = last + "s"
    return f"{head}{space}{many}"
