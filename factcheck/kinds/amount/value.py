"""What an amount says, and the forms in which people read it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from factcheck.kinds.amount.naming import full, short

BOUND_WORDS = {"=": "exactly", "~": "about", "<": "at most", ">": "at least", "range": "range"}
_MARKS = {"=": "", "~": "~", "<": "<", ">": ">", "range": ""}
_SHORT = ((10**12, "T"), (10**9, "bn"), (10**6, "m"))
_THIN = "\u202f"
_ENDLESS = 20
"""From so many decimals on a number is the quotient of a fraction and was not written out."""
_SIMPLE = 20
"""The largest denominator that a fraction is shown with."""


@dataclass(frozen=True, slots=True)
class Amount:
    """From `low` to `high` of `unit`; both are equal unless the amount is vague or a range.

    `unit` is an ISO 4217 code, "%", a British singular ("kilometre"), a rate ("USD/barrel"), a counted noun or None.
    `bound` is one of "=", "~", "<", ">" and "range".
    """

    low: Decimal
    high: Decimal
    unit: str | None = None
    bound: str = "="

    def __str__(self) -> str:
        numbers = shown(self.low) if self.low == self.high else f"{shown(self.low)}–{shown(self.high)}"
        return f"{_MARKS[self.bound]}{_grouped(numbers, ',')}{_unit_after(self.unit)}"


def plain(number: Decimal) -> str:
    """A decimal in plain notation without trailing zeros."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def shown(number: Decimal) -> str:
    """A decimal for a reader: one that never ends as a fraction ("1/3") or with four decimals ("2.6667")."""
    text = plain(number)
    if len(text.partition(".")[2]) < _ENDLESS:
        return text
    part = Fraction(number).limit_denominator(_SIMPLE)
    if abs(number) < 1 and part and abs(Decimal(part.numerator) / part.denominator - number) < Decimal("1e-20"):
        return str(part)
    return plain(round(number, 4)) if abs(number) >= 1 else plain(Decimal(f"{number:.4g}"))


def dump(amount: Amount) -> dict[str, Any]:
    """An amount as JSON data; numbers are decimal strings in plain notation."""
    return {"low": plain(amount.low), "high": plain(amount.high), "unit": amount.unit, "bound": amount.bound}


def load(data: Mapping[str, Any]) -> Amount:
    """The amount that `dump` wrote."""
    return Amount(Decimal(data["low"]), Decimal(data["high"]), data["unit"], data["bound"])


def brief(amount: Amount) -> str:
    """About ten cells: "2.017 T JPY", "34 %", "55,000 troops", "0.9–2.7 m USD"."""
    low, _, size = _brief(amount.low).partition(" ")
    numbers = f"{low} {size}".rstrip()
    if amount.low != amount.high:
        high, _, scale = _brief(amount.high).partition(" ")
        unit_of = next((number for number, letter in _SHORT if letter == scale), 1)
        if scale != size and amount.low * 100 >= unit_of:
            # Both ends in the size of the larger one: "0.9–2.7 m", not "900,000–2.7 m".
            low, size = _rounded(amount.low / unit_of), scale
        numbers = f"{low}–{high} {scale}".rstrip() if scale == size else f"{low} {size}–{high} {scale}".rstrip()
    unit = short(amount.unit, one=_is_one(amount))
    return f"{_MARKS[amount.bound]}{numbers}{' ' if unit else ''}{unit}"


def rows(amount: Amount, text: str) -> Iterator[tuple[str, str]]:
    """Labelled lines for a reader: the value in full with its unit's name, then how it is bounded."""
    numbers = shown(amount.low) if amount.low == amount.high else f"{shown(amount.low)} – {shown(amount.high)}"
    yield "Value", f"{_grouped(numbers, _THIN)} {full(amount.unit, one=_is_one(amount))}".rstrip()
    yield "Bound", BOUND_WORDS[amount.bound]


def _is_one(amount: Amount) -> bool:
    return amount.low == amount.high and abs(amount.low) == 1


def _unit_after(unit: str | None) -> str:
    return "" if unit is None else f" {unit}"


def _brief(number: Decimal) -> str:
    for size, letter in _SHORT:
        if abs(number) >= size:
            return f"{_grouped(_rounded(number / size), ',')} {letter}"
    return _grouped(_rounded(number), ",")


def _rounded(number: Decimal) -> str:
    """At most three decimals, or three significant digits below one."""
    if "/" in (part := shown(number)):
        return part
    if abs(number) >= 1 or not number:
        return plain(round(number, 3))
    return plain(Decimal(f"{number:.3g}"))


def _grouped(numbers: str, mark: str) -> str:
    """Decimal strings in a line with their whole parts grouped by three."""
    if len(numbers) < 4:  # Nothing to group.
        return numbers
    words = []
    for word in numbers.replace("–", " – ").split():
        sign, bare = ("-", word[1:]) if word[0] == "-" else ("", word)
        whole, dot, rest = bare.partition(".")
        if whole.isdigit():
            head = len(whole) % 3 or 3
            groups = [whole[:head], *(whole[i : i + 3] for i in range(head, len(whole), 3))]
            word = f"{sign}{mark.join(groups)}{dot}{rest}"
        words.append(word)
    joined = " ".join(words)
    return joined if " – " in numbers else joined.replace(" – ", "–")
