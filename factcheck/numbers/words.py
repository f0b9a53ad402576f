"""Numbers in words: "twenty-five", "a million", "two thirds", "half a", "dozens", "several thousand"."""

from dataclasses import replace
from decimal import Decimal

from factcheck.document import Tokens
from factcheck.numbers.number import Number, glued
from factcheck.numbers.tables import MOST, PARTS, PLURAL_PARTS, SCALES, SMALL, TENS, VAGUE

_AFTER_ARTICLE = frozenset(("hundred", "dozen", "couple", "pair", *SCALES, *PARTS))

_AFTER_PART = frozenset(
    "of in from to less more larger higher bigger smaller lower as . , ; : ) and or but by on".split()
)


def words_at(tokens: Tokens, at: int, article: int | None = None) -> Number | None:
    """A number in words; `article` is the token of an "a" that counts as one."""
    total, group, last = 0, 1 if article is not None else 0, at - 1
    first, room, ceiling = at if article is None else article, 100, 10**18
    i = at
    while i < len(tokens):
        word, where = tokens.lowers[i], i
        if word in ("and", "-") and last >= at:
            if word == "and" and (
                room < 100 or (last == at and article is None and group and tokens.lowers[at] in SMALL)
            ):
                break
            if word == "-" and not (glued(tokens, i) and glued(tokens, i + 1)):
                break
            where = i + 1
            word = tokens.lowers[where] if where < len(tokens) else ""
        if word in SMALL and (SMALL[word] < 10 or room == 100) and room >= 10 and (SMALL[word] or last < at):
            group, room = group + SMALL[word], 0
        elif word in TENS and room == 100:
            group, room = group + TENS[word], 10
        elif word == "hundred" and 0 < group < 100 and tokens.lowers[i] != "and":
            group, room = group * 100, 100
        elif word in ("dozen", "dozens") and 0 < group < 100 and not total and tokens.lowers[i] != "and":
            group, room, last = group * 12, 0, where
            break
        elif word in SCALES and (group or total) and tokens.lowers[i] != "and":
            scale = SCALES[word]
            if group and scale < ceiling:
                total, group, ceiling = total + group * scale, 0, scale
            elif not group and total < MOST:
                total *= scale
            else:
                break
            room = 100
        else:
            break
        last, i = where, where + 1
    if last < at:
        return None
    value = Decimal(total + group)
    number = Number(value, value, first, last, worded=True, scaled=bool(total))
    if not total and article is None:
        return _with_part(tokens, number)
    return number


def _with_part(tokens: Tokens, number: Number) -> Number:
    """A small number in words may count parts ("two thirds") or go on after "point" ("two point five")."""
    after = number.last + 1
    if after + 1 >= len(tokens):
        part = part_at(tokens, number.first, int(number.low), after)
        return part or number
    if tokens.lowers[after] == "point" and tokens.lowers[after + 1] in SMALL:
        digits, last = "", number.last
        for i in range(after + 1, min(after + 20, len(tokens))):
            if SMALL.get(tokens.lowers[i], 10) > 9:
                break
            digits, last = digits + str(SMALL[tokens.lowers[i]]), i
        return number.plus(Decimal("0." + digits), last) if digits else number
    at = after + 1 if tokens.words[after] == "-" and glued(tokens, after) else after
    return part_at(tokens, number.first, int(number.low), at) or number


def part_at(tokens: Tokens, first: int, count: int, at: int) -> Number | None:
    """`count` parts named by token `at`: "a third of", "two thirds", "three-quarters"."""
    if at >= len(tokens):
        return None
    name = tokens.lowers[at]
    size = PLURAL_PARTS.get(name, 0) if count != 1 else PARTS.get(name, 0)
    if not size and count > 1 and name == "halves":
        size = 2
    if not size:
        return None
    if count == 1 and name != "half" and tokens.lowers[at - 1] != "-":
        following = tokens.lowers[at + 1] if at + 1 < len(tokens) else "."
        if following not in _AFTER_PART and following not in SCALES:
            return None
    value = Decimal(count) / Decimal(size)
    return Number(value, value, first, at, worded=True, part=True)


def article_at(tokens: Tokens, at: int) -> Number | None:
    """Numbers that begin with an article or "half": "a million", "a third of", "half a dozen", "half an"."""
    word, after = tokens.lowers[at], at + 1
    following = tokens.lowers[after] if after < len(tokens) else ""
    if word == "half":
        half = Number(Decimal("0.5"), Decimal("0.5"), at, at, worded=True, part=True)
        if following in ("a", "an"):
            return replace(half, last=after)
        if following == "-" and after + 1 < len(tokens) and tokens.lowers[after + 1] in SCALES:
            return replace(half, last=after)
        return half
    if following not in _AFTER_ARTICLE:
        return None
    if following == "hundred" or following in SCALES:
        return words_at(tokens, after, article=at)
    if following in ("couple", "pair"):
        of = after + 1 < len(tokens) and tokens.lowers[after + 1] == "of"
        return Number(Decimal(2), Decimal(2), at, after, worded=True) if of else None
    if following == "dozen":
        return Number(Decimal(12), Decimal(12), at, after, worded=True)
    return part_at(tokens, at, 1, after)


def vague_at(tokens: Tokens, at: int) -> Number | None:
    """Plurals without a count: "dozens" is 12 to 120, "hundreds of thousands" 100,000 to a million."""
    word = tokens.lowers[at]
    low, last = Decimal(VAGUE[word]), at
    if at + 2 < len(tokens) and tokens.lowers[at + 1] == "of" and VAGUE.get(tokens.lowers[at + 2], 0) >= 1000:
        low, last = low * VAGUE[tokens.lowers[at + 2]], at + 2
    elif word == "tens" or (word == "scores" and not (at + 1 < len(tokens) and tokens.lowers[at + 1] == "of")):
        return None
    return Number(low, low * 10, at, last, worded=True, scaled=True)


def several_at(tokens: Tokens, at: int) -> Number | None:
    """ "several thousand", "a few dozen": as vague as the plural of the scale."""
    size = VAGUE.get(f"{tokens.lowers[at + 1]}s", 0) if at + 1 < len(tokens) else 0
    if size < 12:
        return None
    first = at - 1 if at and tokens.lowers[at] == "few" and tokens.lowers[at - 1] == "a" else at
    return Number(Decimal(size), Decimal(size * 10), first, at + 1, worded=True, scaled=True)
