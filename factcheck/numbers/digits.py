"""Numbers in digits: "1,234,567", "1 234", "1.000,50", "3/4", "2 ½", ".5"."""

import re
from decimal import Decimal

from factcheck.document import Tokens
from factcheck.numbers.number import Number, glued, near
from factcheck.numbers.tables import MOST_DIGITS, VULGAR

_PLAIN = re.compile(r"\d+")

_DECIMAL = re.compile(r"\d+\.\d+")

_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")

_COMMA = re.compile(r"\d{1,3},\d{1,2}")

_POINTED = re.compile(r"\d{1,3}(?:\.\d{3})+,\d{1,2}|\d{1,3}(?:\.\d{3}){2,}")


def value_of(digits: str) -> Decimal | None:
    """The value of digits with grouping and decimal marks, or None where they are not one number ("1.2.3")."""
    if len(digits) > MOST_DIGITS:
        return None
    if _PLAIN.fullmatch(digits) or _DECIMAL.fullmatch(digits):
        return Decimal(digits)
    if _GROUPED.fullmatch(digits):
        return Decimal(digits.replace(",", ""))
    if _COMMA.fullmatch(digits):
        return Decimal(digits.replace(",", "."))
    if _POINTED.fullmatch(digits):
        return Decimal(digits.replace(".", "").replace(",", "."))
    return None


def digits_at(tokens: Tokens, at: int) -> Number | None:
    word = tokens.words[at]
    value = value_of(word)
    if value is None:
        return None
    last, plain = at, word.isdigit()
    if plain and len(word) <= 3 and word[0] != "0":
        last = _spaced_groups(tokens, at)
        if last > at:
            grouped = value_of("".join(tokens.words[at : last + 1]))
            return Number(grouped, grouped, at, last) if grouped is not None else None
    number = Number(value, value, at, last, plain=plain)
    if (eighths := _dashed_part(tokens, at)) is not None:
        return number.plus(eighths.low.scaleb(-len(word.partition(".")[2])), eighths.last)
    if not plain:
        return number
    if part := _slash_at(tokens, at):
        return part
    after = at + 1
    if near(tokens, after):
        if tokens.words[after] in VULGAR:
            return number.plus(VULGAR[tokens.words[after]], after)
        if not glued(tokens, after) and (part := _slash_at(tokens, after)) and value < 1000:
            return number.plus(part.low, part.last)
    return number


def _spaced_groups(tokens: Tokens, at: int) -> int:
    """The last token of a number grouped by spaces ("1 234 567"), or `at`."""
    last = at
    while last + 1 < len(tokens) and last - at < 12 and tokens.starts[last + 1] - tokens.ends[last] == 1:
        head, dot, _ = tokens.words[last + 1].partition(".")
        if len(head) != 3 or not head.isdigit():
            break
        last += 1
        if dot:
            break
    return at if last == at + 1 and _is_model(tokens, last) else last


def _is_model(tokens: Tokens, at: int) -> bool:
    """Whether three digits are what is counted: "181 737 MAX", "20 737s"."""
    word, following = tokens.words[at], tokens.words[at + 1] if at + 1 < len(tokens) else ""
    if glued(tokens, at + 1):
        return following == "s" or (following == "-" and glued(tokens, at + 2) and tokens.words[at + 2].isdigit())
    return is_airliner(word) and following[:1].isupper()


def is_airliner(word: str) -> bool:
    """Whether digits are those of an airliner: "737", "787"."""
    return len(word) == 3 and word[0] == word[2] == "7"


def _slash_at(tokens: Tokens, at: int) -> Number | None:
    """A fraction in digits ("3/4") whose parts touch the stroke."""
    if not (glued(tokens, at + 1) and glued(tokens, at + 2)) or tokens.words[at + 1] not in "/⁄／":
        return None
    top, bottom = tokens.words[at], tokens.words[at + 2].replace(",", "")
    if not (top.isdigit() and bottom.isdigit() and len(top) <= 3 and len(bottom) <= 7) or int(top) >= int(bottom):
        return None
    if glued(tokens, at + 3) and tokens.words[at + 3] in "/⁄":
        return None
    value = Decimal(int(top)) / Decimal(int(bottom))
    return Number(value, value, at, at + 2, part=True)


def _dashed_part(tokens: Tokens, at: int) -> Number | None:
    """The halves to sixty-fourths that a dash ties to a price or size: "14-1/4", "$9.65-1/2" (of the last place)."""
    if not (glued(tokens, at + 1) and glued(tokens, at + 2)) or tokens.words[at + 1] != "-":
        return None
    if not tokens.words[at + 2].isdigit() or (part := _slash_at(tokens, at + 2)) is None:
        return None
    return part if tokens.words[part.last] in ("2", "4", "8", "16", "32", "64") else None


def point_at(tokens: Tokens, at: int) -> Number | None:
    """A decimal with nothing before its point (".5")."""
    if not glued(tokens, at + 1) or glued(tokens, at) or not tokens.words[at + 1].isdigit():
        return None
    value = value_of("0." + tokens.words[at + 1])
    return Number(value, value, at, at + 1) if value is not None else None
