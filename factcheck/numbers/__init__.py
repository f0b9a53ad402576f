"""Numbers as people write them, read into Decimal: pure functions that the kinds share.

Digits with grouping, words, mixtures, scales ("2.5 million", "1.2bn", "two lakh crore"), fractions ("two and a half",
"3/4", "½", "two thirds", "half a million"), dozens and vague plurals ("hundreds of thousands"). No sign, no unit.
"""

from decimal import Decimal

from factcheck.document import Tokens
from factcheck.numbers.digits import digits_at, is_airliner, point_at, value_of
from factcheck.numbers.number import Number, glued, near
from factcheck.numbers.tables import (
    GLUED_SCALES,
    MOST,
    OPENING_PARTS,
    PARTS,
    SCALES,
    SMALL,
    STARTS,
    TENS,
    VAGUE,
    VULGAR,
)
from factcheck.numbers.words import article_at, opening_part_at, part_at, several_at, vague_at, words_at

__all__ = [
    "GLUED_SCALES",
    "OPENING_PARTS",
    "SCALES",
    "SMALL",
    "STARTS",
    "TENS",
    "Number",
    "is_airliner",
    "number_at",
    "value_of",
]


def number_at(tokens: Tokens, at: int) -> Number | None:
    """The cardinal that begins at token `at`, as long as it can be read, or None."""
    word = tokens.lowers[at]
    if "0" <= word[0] <= "9":
        found = digits_at(tokens, at)
    elif word in OPENING_PARTS:
        found = opening_part_at(tokens, at)
    elif word not in STARTS:
        return None
    elif word == ".":
        found = point_at(tokens, at)
    elif word in VULGAR:
        found = Number(VULGAR[word], VULGAR[word], at, at, part=True)
    elif word in VAGUE:
        return vague_at(tokens, at)
    elif word in ("few", "several"):
        return several_at(tokens, at)
    elif word in ("a", "an", "half"):
        found = article_at(tokens, at)
    else:
        found = words_at(tokens, at)
    return found and _with_lesser(tokens, _with_half(tokens, _with_scales(tokens, _with_half(tokens, found))))


def _with_half(tokens: Tokens, number: Number) -> Number:
    """ "two and a half", "two-and-a-half", "a million and a half" (of the scale), "two and three quarters"."""
    at = number.last + 1
    if number.part or at + 2 >= len(tokens) or tokens.lowers[at] not in ("and", "-"):
        return number
    if tokens.lowers[at] == "-":
        words = tokens.lowers[at : at + 6]
        return number.plus(Decimal("0.5"), at + 5) if words == ["-", "and", "-", "a", "-", "half"] else number
    scale = SCALES.get(tokens.lowers[number.last], 1) if number.scaled else 1
    if tokens.lowers[at + 1] in ("a", "one") and tokens.lowers[at + 2] in PARTS:
        return number.plus(Decimal(scale) / PARTS[tokens.lowers[at + 2]], at + 2)
    if tokens.lowers[at + 1] in SMALL:
        part = part_at(tokens, at + 1, SMALL[tokens.lowers[at + 1]], at + 2)
        return number.plus(part.low * scale, part.last) if part else number
    return number


def _with_scales(tokens: Tokens, number: Number) -> Number:
    """The number with the scales that follow it: "2.5 million", "1.2bn", "1.5 lakh crore", "2-million"."""
    if number.part and tokens.lowers[number.last + 1 : number.last + 3] == ["of", "a"]:
        at = number.last + 3
        scale = SCALES.get(tokens.lowers[at], 0) if at < len(tokens) else 0
        return number.times(scale, at) if scale else number
    while number.high < MOST and near(tokens, number.last + 1):
        at = number.last + 1
        word = tokens.lowers[at]
        if word == "-" and glued(tokens, at) and glued(tokens, at + 1) and tokens.lowers[at + 1] in SCALES:
            at, word = at + 1, tokens.lowers[at + 1]
        if word == "hundred" and not number.scaled:
            factor = 100
        elif word in ("dozen", "dozens") and not number.scaled:
            factor = 12
        elif word in SCALES:
            factor = SCALES[word]
        elif word in GLUED_SCALES and not number.worded and not number.scaled and _is_short_scale(tokens, at):
            factor = GLUED_SCALES[word]
        else:
            break
        number = number.times(factor, at)
    return number


def _with_lesser(tokens: Tokens, number: Number) -> Number:
    """The number with smaller scales in digits after it: "5 lakh 30 thousand", "3 hundred and 21"."""
    scale = 100 if tokens.lowers[number.last] == "hundred" else SCALES.get(tokens.lowers[number.last], 0)
    at = number.last + 1
    if not scale or number.worded or number.low != number.high or at >= len(tokens):
        return number
    joined = tokens.lowers[at] == "and"
    at += joined
    if at >= len(tokens) or not near(tokens, at) or not tokens.words[at].isdigit():
        return number
    lesser = digits_at(tokens, at)
    if lesser is None:
        return number
    whole = _with_scales(tokens, lesser)
    if whole.high >= scale or not (whole.scaled or (joined and scale == 100)):
        return number
    return (
        number.plus(whole.low, whole.last)
        if not whole.scaled
        else _with_lesser(tokens, number.plus(whole.low, whole.last))
    )


def _is_short_scale(tokens: Tokens, at: int) -> bool:
    return glued(tokens, at) or len(tokens.words[at]) > 1
