"""The slips that put a number out by a power of ten, and the words that tell which one it was."""

import re
from decimal import Decimal

from factcheck.sums import shown

POWERS = (10, 100, 1000, 10_000, 100_000, 1_000_000)
_EAST_ASIAN = frozenset({"CNY", "JPY", "TWD", "KRW", "HKD"})
_BILLION = re.compile(r"\bbillion\b|\d\s?bn\b", re.I)
_MILLION = re.compile(r"[mb]illion\b|\d\s?(?:m|mn|bn)\b", re.I)
_INDIAN = re.compile(r"\blakhs?\b|\bcrores?\b", re.I)
_NUMERAL = re.compile(r"\d[\d,]*(?:\.\d+)?")


def power_in(times: Decimal) -> int | None:
    """The power of ten that a ratio above 1 is close to (within 15 %), or None."""
    return next((power for power in POWERS if Decimal("0.85") * power < times < Decimal("1.15") * power), None)


def times_off(times: Decimal) -> str:
    """How far off a ratio above 1 is, in words."""
    power = power_in(times)
    if power is None:
        return f"{shown(times, 2)} times off"
    return f"{power:,} times off" if power > 10 else "ten times off"


def cause(power: int, *quotes: str, unit: str = "") -> str:
    """What is likely to have put one of these numbers out by `power`, or nothing where no slip is typical."""
    words = " ".join(quotes)
    if power == 10 and unit in _EAST_ASIAN and _BILLION.search(words):
        return "亿 (億, a hundred million) read as billion"
    if power in (10, 100) and _INDIAN.search(words):
        return "a crore is ten million and a hundred lakh, a million is ten lakh"
    if power == 1000 and _MILLION.search(words):
        return "thousand, million or billion taken for the next"
    return "the decimal point one place off, or a zero too many or too few" if power == 10 else ""


def numeral(quote: str) -> Decimal:
    """The number before the word or letter that scales it ("2017" of "2017 billion yen"); 0 without such a word."""
    match = _NUMERAL.search(quote)
    scaled = _MILLION.search(quote) or _INDIAN.search(quote)
    return Decimal(match.group().replace(",", "")) if match and scaled else Decimal(0)


def readable(value: Decimal) -> str:
    """A large number with its scale as a word."""
    for power, word in ((12, "trillion"), (9, "billion"), (6, "million")):
        if abs(value) >= Decimal(10) ** power:
            return f"{shown(value.scaleb(-power))} {word}"
    return shown(value)
