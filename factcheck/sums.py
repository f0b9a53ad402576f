"""Sums with numbers as they were written: each stands for every number that would be written the same way.

Interval arithmetic (Moore 1966): a sum of intervals holds every sum of their members, so a stated result that lies
outside cannot be explained by rounding.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

HALF = Decimal("0.5")

_NUMERAL = re.compile(r"\d[\d,' ]*(?:\.\d+)?|\.\d+")


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from `low` to `high`, both included."""

    low: Decimal
    high: Decimal

    @classmethod
    def exact(cls, value: Decimal) -> "Interval":
        return cls(value, value)

    @property
    def middle(self) -> Decimal:
        return (self.low + self.high) / 2

    def __add__(self, other: "Interval") -> "Interval":
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: "Interval") -> "Interval":
        return Interval(self.low - other.high, self.high - other.low)

    def __mul__(self, other: "Interval") -> "Interval":
        ends = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(ends), max(ends))

    def __truediv__(self, other: "Interval") -> "Interval":
        """The quotients; the divisor must not hold zero."""
        ends = [a / b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(ends), max(ends))

    def meets(self, other: "Interval") -> bool:
        """Whether some number lies in both."""
        return self.low <= other.high and other.low <= self.high

    def holds(self, value: Decimal) -> bool:
        return self.low <= value <= self.high

    def scaled(self, factor: Decimal) -> "Interval":
        return Interval(*sorted((self.low * factor, self.high * factor)))

    def wider(self, share: Decimal) -> "Interval":
        """Moved apart by a share of each end's size."""
        return Interval(self.low - abs(self.low) * share, self.high + abs(self.high) * share)

    def spread(self, by: Decimal) -> "Interval":
        """Moved apart by an absolute amount at each end."""
        return Interval(self.low - by, self.high + by)


def step(value: Decimal, quote: str, *, loose: bool = False) -> Decimal:
    """The step of the last digit that a writer of `quote` may have meant, in units of `value`.

    A decimal is meant to its last place ("11.40 billion": 0.01 billion). Of the zeros that end a whole number the
    first counts as meant and the rest as rounding ("120,000": 1,000), but up to 999 all of them are meant; `loose`
    takes all of them as rounding ("120,000": 10,000) but never more than a fifth of the value.
    """
    if value == 0:
        return Decimal(1)
    match = _NUMERAL.search(quote)
    digits = re.sub(r"[,' ]", "", match.group()) if match else ""
    written = Decimal(digits) if digits and digits != "." else Decimal(0)
    if not written or len(digits) > 40:
        written, digits = abs(value), format(abs(value).normalize(), "f") if abs(value.adjusted()) < 40 else "1"
    scale = abs(value) / written
    if "." in digits:
        return scale.scaleb(-len(digits.partition(".")[2]))
    zeros = len(digits) - len(digits.rstrip("0"))
    if not loose and scale == 1 and len(digits) <= 3:
        return scale
    if loose:
        return min(scale.scaleb(zeros), abs(value) / 5)
    return scale.scaleb(max(zeros - 1, 0))


def written(value: Decimal, quote: str, *, loose: bool = False) -> Interval:
    """Every number that would be written as `quote`: half a step either way."""
    return Interval.exact(value).spread(step(value, quote, loose=loose) * HALF)


def shown(value: Decimal, places: int = 4) -> str:
    """A number for a line of arithmetic: thousands marked, `places` significant digits or the whole part."""
    if value == 0:
        return "0"
    whole = max(value.adjusted() + 1, 0)
    rounded = round(value, max(places - whole, 0 if whole else places - value.adjusted() - 1))
    text = f"{rounded:,f}" if abs(rounded.adjusted()) < 40 else f"{rounded:e}"
    return text.rstrip("0").rstrip(".") if "." in text else text
