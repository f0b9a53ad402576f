"""Numbers in words: "twenty-five", "a million", "two thirds", "half a", "dozens", "several thousand"."""

from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.document import Tokens
from factcheck.numbers.number import Number, glued
from factcheck.numbers.tables import MOST, PARTS, PLURAL_PARTS, SCALES, SMALL, TENS, VAGUE

_AFTER_ARTICLE = frozenset(("hundred", "dozen", "couple", "pair", *SCALES, *PARTS))

_AFTER_PART = frozenset(
    "of in from to less more larger higher bigger smaller lower as . , ; : ) and or but by on".split()
)

_QUARTERED = frozenset(
    "point percentage mile inch pound acre litre liter tonne ton teaspoon ounce cup pint gallon".split()
)
"""What a quarter may be of without "of": "a quarter point", "a quarter-mile"."""


@dataclass(slots=True)
class _Sum:
    """A number in words being added up: `total` of its scales, `group` below them.

    `room` is what may still be added to the group: under 100, under 10, nothing (0), or the number is closed (-1).
    """

    total: int = 0
    group: int = 0
    room: int = 100
    ceiling: int = 10**18

    def take(self, word: str, after_and: bool, opens: bool) -> bool:
        """Adds a word; False where the number ends before it."""
        if self.room < 0:
            return False
        if word in SMALL:
            return self._add(SMALL[word], 0, opens)
        if word in TENS:
            return self._add(TENS[word], 10, opens)
        if after_and:
            return False
        if word == "hundred" and 0 < self.group < 100:
            self.group, self.room = self.group * 100, 100
            return True
        if word in ("dozen", "dozens") and 0 < self.group < 100 and not self.total:
            self.group, self.room = self.group * 12, -1
            return True
        return word in SCALES and self._scale(SCALES[word])

    def _add(self, value: int, room: int, opens: bool) -> bool:
        fits = self.room == 100 or (self.room == 10 and 0 < value < 10)
        if not fits or not (value or opens):
            return False
        self.group, self.room = self.group + value, room
        return True

    def _scale(self, scale: int) -> bool:
        if self.group and scale < self.ceiling:
            self.total, self.group, self.ceiling = self.total + self.group * scale, 0, scale
        elif self.total and not self.group and self.total < MOST:
            self.total *= scale
        else:
            return False
        self.room = 100
        return True


def words_at(tokens: Tokens, at: int, article: int | None = None) -> Number | None:
    """A number in words; `article` is the token of an "a" that counts as one."""
    so_far = _Sum(group=0 if article is None else 1)
    last, i = at - 1, at
    while i < len(tokens):
        joint = tokens.lowers[i] if last >= at else ""
        where = i
        if joint == "and":
            if so_far.room < 100 or (last == at and article is None and tokens.lowers[at] in SMALL):
                break
            where = i + 1
        elif joint == "&":
            where = i + 1
        elif joint == ",":
            if not _goes_on(tokens, i):
                break
            where = i + 1
        elif joint == "-":
            if not (glued(tokens, i) and glued(tokens, i + 1)):
                break
            where = i + 1
        if where >= len(tokens) or not so_far.take(tokens.lowers[where], joint in ("and", "&"), last < at):
            break
        last, i = where, where + 1
    if last < at:
        return None
    value = Decimal(so_far.total + so_far.group)
    first = at if article is None else article
    number = Number(value, value, first, last, worded=True, scaled=bool(so_far.total))
    return _with_part(tokens, number) if not so_far.total and article is None else number


def _goes_on(tokens: Tokens, comma: int) -> bool:
    """Whether hundreds or thousands follow the comma after a scale: "three million, two hundred and forty"."""
    words = tokens.lowers[comma - 1 : comma + 3]
    return (
        len(words) == 4
        and SCALES.get(words[0], 0) >= 1000
        and (words[2] in SMALL or words[2] in TENS)
        and words[3] in ("hundred", "thousand")
    )


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
    if not size or (name == "quarters" and count > 3):
        return None  # Seven quarters are a year and nine months.
    if count == 1 and _is_next_one(tokens, first, at):
        return None
    if count == 1 and name != "half" and tokens.lowers[at - 1] != "-":
        following = tokens.lowers[at + 1] if at + 1 < len(tokens) else "."
        if following in ("-", "–", "—") and not glued(tokens, at + 1):
            following = "."
        if following == "-" and at + 2 < len(tokens):
            following = tokens.lowers[at + 2]
            if following not in SCALES and not (name == "quarter" and following in _QUARTERED):
                return None
        elif name == "quarter" and following in _QUARTERED:
            pass
        elif following not in _AFTER_PART and following not in SCALES:
            return None
    value = Decimal(count) / Decimal(size)
    return Number(value, value, first, at, worded=True, part=True)


def _is_next_one(tokens: Tokens, first: int, at: int) -> bool:
    """Whether the ordinal at `at` counts on and tells what the next one is: "A third, the north gate, fell in 2008"."""
    if tokens.words[first] != "A" or tokens.lowers[at] in ("half", "quarter") or at + 2 >= len(tokens):
        return False
    after = tokens.words[at + 2]
    return tokens.words[at + 1] == "," and (after in ("a", "an", "the") or (after[0].isupper() and after.isalpha()))


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
        if tokens.lowers[after : after + 3] in (["-", "a", "-"], ["-", "an", "-"]):
            return replace(half, last=after + 2)
        return half
    if following not in _AFTER_ARTICLE:
        return None
    if following == "hundred" or following in SCALES:
        return words_at(tokens, after, article=at)
    if following in ("couple", "pair"):
        of = after + 1 == len(tokens) or tokens.lowers[after + 1] == "of"
        return Number(Decimal(2), Decimal(2), at, after, worded=True) if of else None
    if following == "dozen":
        return Number(Decimal(12), Decimal(12), at, after, worded=True)
    return part_at(tokens, at, 1, after)


def opening_part_at(tokens: Tokens, at: int) -> Number | None:
    """A part that a headline opens with, its article left out: "Quarter of adults skip meals"."""
    if tokens.lowers[at + 1 : at + 2] != ["of"] or at + 2 >= len(tokens):
        return None
    if not (at == 0 or tokens.words[at][0].isupper()) or not tokens.words[at + 2].islower():
        return None
    if tokens.lowers[at + 2] in SMALL:
        return None
    value = Decimal(1) / Decimal(PARTS[tokens.lowers[at]])
    return Number(value, value, at, at, worded=True, part=True)


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
