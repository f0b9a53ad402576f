"""Numbers as people write them, read into Decimal: pure functions that the kinds share.

Digits with grouping, words, mixtures, scales ("2.5 million", "1.2bn", "two lakh crore"), fractions ("two and a half",
"3/4", "½", "two thirds", "half a million"), dozens and vague plurals ("hundreds of thousands"). No sign, no unit.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.document import Tokens

MOST_DIGITS = 40
"""A longer run of digits is no number a text states but a code: it is not read."""

MOST = 10**30
"""Past this a number is multiplied no further: no text states one."""

SMALL = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
} | {"nought": 0, "naught": 0}
TENS = {
    word: 10 * value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
SCALES = {
    "thousand": 10**3,
    "lakh": 10**5,
    "lakhs": 10**5,
    "lac": 10**5,
    "lacs": 10**5,
    "lkh": 10**5,
    "lkhs": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "crores": 10**7,
    "billion": 10**9,
    "trillion": 10**12,
    "quadrillion": 10**15,
    "thousands": 10**3,
    "millions": 10**6,
    "billions": 10**9,
    "trillions": 10**12,
}
GLUED_SCALES = {
    "k": 10**3,
    "mn": 10**6,
    "mln": 10**6,
    "mil": 10**6,
    "mio": 10**6,
    "bn": 10**9,
    "bln": 10**9,
    "bil": 10**9,
    "tn": 10**12,
    "trn": 10**12,
    "cr": 10**7,
}
"""Short scales that may touch the digits; those of more than one letter may also stand after a space."""

VULGAR = {
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "⅓": Decimal(1) / 3,
    "⅔": Decimal(2) / 3,
    "⅕": Decimal("0.2"),
    "⅖": Decimal("0.4"),
    "⅗": Decimal("0.6"),
    "⅘": Decimal("0.8"),
    "⅙": Decimal(1) / 6,
    "⅛": Decimal("0.125"),
    "⅜": Decimal("0.375"),
    "⅝": Decimal("0.625"),
    "⅞": Decimal("0.875"),
}
PARTS = {
    name: value
    for value, names in enumerate(
        ("half halves", "third", "quarter fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"), 2
    )
    for name in names.split()
} | {
    "twentieth": 20,
    "hundredth": 100,
    "thousandth": 10**3,
    "millionth": 10**6,
    "billionth": 10**9,
    "trillionth": 10**12,
}
PLURAL_PARTS = {name + "s": value for name, value in PARTS.items() if name not in ("half", "halves")}
VAGUE = {
    "tens": 10,
    "dozens": 12,
    "scores": 20,
    "hundreds": 100,
    "thousands": 10**3,
    "millions": 10**6,
    "billions": 10**9,
    "trillions": 10**12,
}
_AFTER_ARTICLE = frozenset(("hundred", "dozen", "couple", "pair", *SCALES, *PARTS))
_AFTER_PART = frozenset(
    "of in from to less more larger higher bigger smaller lower as . , ; : ) and or but by on".split()
)

STARTS = frozenset((*SMALL, *TENS, *VULGAR, *VAGUE, "a", "an", "half", "few", "several", "."))
"""The lowered tokens that a number may begin with, besides digits."""

_PLAIN = re.compile(r"\d+")
_DECIMAL = re.compile(r"\d+\.\d+")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_COMMA = re.compile(r"\d{1,3},\d{1,2}")
_POINTED = re.compile(r"\d{1,3}(?:\.\d{3})+,\d{1,2}|\d{1,3}(?:\.\d{3}){2,}")


@dataclass(frozen=True, slots=True)
class Number:
    """A cardinal from token `first` to token `last`, both included; `low` and `high` differ where it is vague.

    `plain` is an ungrouped whole number in digits with no scale ("2017", "9"): what years and labels look like.
    `worded` begins with a word, `scaled` ends in a scale ("million", "bn"), `part` is a fraction of a whole.
    """

    low: Decimal
    high: Decimal
    first: int
    last: int
    plain: bool = False
    worded: bool = False
    scaled: bool = False
    part: bool = False

    def times(self, factor: int | Decimal, last: int) -> "Number":
        """The number multiplied by a scale that ends at token `last`."""
        return replace(self, low=self.low * factor, high=self.high * factor, last=last, plain=False, scaled=True)

    def plus(self, part: Decimal, last: int) -> "Number":
        """The number with a fraction added that ends at token `last`."""
        return replace(self, low=self.low + part, high=self.high + part, last=last, plain=False)


def number_at(tokens: Tokens, at: int) -> Number | None:
    """The cardinal that begins at token `at`, as long as it can be read, or None."""
    word = tokens.lowers[at]
    if "0" <= word[0] <= "9":
        found = _digits_at(tokens, at)
    elif word not in STARTS:
        return None
    elif word == ".":
        found = _point_at(tokens, at)
    elif word in VULGAR:
        found = Number(VULGAR[word], VULGAR[word], at, at, part=True)
    elif word in VAGUE:
        return _vague_at(tokens, at)
    elif word in ("few", "several"):
        return _several_at(tokens, at)
    elif word in ("a", "an", "half"):
        found = _article_at(tokens, at)
    else:
        found = _words_at(tokens, at)
    return found and _with_lesser(tokens, _with_half(tokens, _with_scales(tokens, _with_half(tokens, found))))


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


def _glued(tokens: Tokens, at: int) -> bool:
    """Whether token `at` touches the one before it."""
    return 0 < at < len(tokens) and tokens.starts[at] == tokens.ends[at - 1]


def _near(tokens: Tokens, at: int) -> bool:
    """Whether token `at` exists and stands at most two characters after the one before it."""
    return 0 < at < len(tokens) and tokens.starts[at] - tokens.ends[at - 1] <= 2


def _digits_at(tokens: Tokens, at: int) -> Number | None:
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
    if not plain:
        return number
    if part := _slash_at(tokens, at):
        return part
    after = at + 1
    if _near(tokens, after):
        if tokens.words[after] in VULGAR:
            return number.plus(VULGAR[tokens.words[after]], after)
        if not _glued(tokens, after) and (part := _slash_at(tokens, after)) and value < 1000:
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
    return last


def _slash_at(tokens: Tokens, at: int) -> Number | None:
    """A fraction in digits ("3/4") whose parts touch the stroke."""
    if not (_glued(tokens, at + 1) and _glued(tokens, at + 2)) or tokens.words[at + 1] not in "/⁄／":
        return None
    top, bottom = tokens.words[at], tokens.words[at + 2].replace(",", "")
    if not (top.isdigit() and bottom.isdigit() and len(top) <= 3 and len(bottom) <= 7) or int(top) >= int(bottom):
        return None
    if _glued(tokens, at + 3) and tokens.words[at + 3] in "/⁄":
        return None
    value = Decimal(int(top)) / Decimal(int(bottom))
    return Number(value, value, at, at + 2, part=True)


def _point_at(tokens: Tokens, at: int) -> Number | None:
    """A decimal with nothing before its point (".5")."""
    if not _glued(tokens, at + 1) or _glued(tokens, at) or not tokens.words[at + 1].isdigit():
        return None
    value = value_of("0." + tokens.words[at + 1])
    return Number(value, value, at, at + 1) if value is not None else None


def _vague_at(tokens: Tokens, at: int) -> Number | None:
    """Plurals without a count: "dozens" is 12 to 120, "hundreds of thousands" 100,000 to a million."""
    word = tokens.lowers[at]
    low, last = Decimal(VAGUE[word]), at
    if at + 2 < len(tokens) and tokens.lowers[at + 1] == "of" and VAGUE.get(tokens.lowers[at + 2], 0) >= 1000:
        low, last = low * VAGUE[tokens.lowers[at + 2]], at + 2
    elif word == "tens" or (word == "scores" and not (at + 1 < len(tokens) and tokens.lowers[at + 1] == "of")):
        return None
    return Number(low, low * 10, at, last, worded=True, scaled=True)


def _several_at(tokens: Tokens, at: int) -> Number | None:
    """ "several thousand", "a few dozen": as vague as the plural of the scale."""
    size = VAGUE.get(f"{tokens.lowers[at + 1]}s", 0) if at + 1 < len(tokens) else 0
    if size < 12:
        return None
    first = at - 1 if at and tokens.lowers[at] == "few" and tokens.lowers[at - 1] == "a" else at
    return Number(Decimal(size), Decimal(size * 10), first, at + 1, worded=True, scaled=True)


def _article_at(tokens: Tokens, at: int) -> Number | None:
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
        return _words_at(tokens, after, article=at)
    if following in ("couple", "pair"):
        of = after + 1 < len(tokens) and tokens.lowers[after + 1] == "of"
        return Number(Decimal(2), Decimal(2), at, after, worded=True) if of else None
    if following == "dozen":
        return Number(Decimal(12), Decimal(12), at, after, worded=True)
    return _part_at(tokens, at, 1, after)


def _part_at(tokens: Tokens, first: int, count: int, at: int) -> Number | None:
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


def _words_at(tokens: Tokens, at: int, article: int | None = None) -> Number | None:
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
            if word == "-" and not (_glued(tokens, i) and _glued(tokens, i + 1)):
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
        part = _part_at(tokens, number.first, int(number.low), after)
        return part or number
    if tokens.lowers[after] == "point" and tokens.lowers[after + 1] in SMALL:
        digits, last = "", number.last
        for i in range(after + 1, min(after + 20, len(tokens))):
            if SMALL.get(tokens.lowers[i], 10) > 9:
                break
            digits, last = digits + str(SMALL[tokens.lowers[i]]), i
        return number.plus(Decimal("0." + digits), last) if digits else number
    at = after + 1 if tokens.words[after] == "-" and _glued(tokens, after) else after
    return _part_at(tokens, number.first, int(number.low), at) or number


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
        part = _part_at(tokens, at + 1, SMALL[tokens.lowers[at + 1]], at + 2)
        return number.plus(part.low * scale, part.last) if part else number
    return number


def _with_scales(tokens: Tokens, number: Number) -> Number:
    """The number with the scales that follow it: "2.5 million", "1.2bn", "1.5 lakh crore", "2-million"."""
    if number.part and tokens.lowers[number.last + 1 : number.last + 3] == ["of", "a"]:
        at = number.last + 3
        scale = SCALES.get(tokens.lowers[at], 0) if at < len(tokens) else 0
        return number.times(scale, at) if scale else number
    while number.high < MOST and _near(tokens, number.last + 1):
        at = number.last + 1
        word = tokens.lowers[at]
        if word == "-" and _glued(tokens, at) and _glued(tokens, at + 1) and tokens.lowers[at + 1] in SCALES:
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
    if at >= len(tokens) or not _near(tokens, at) or not tokens.words[at].isdigit():
        return number
    lesser = _digits_at(tokens, at)
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
    return _glued(tokens, at) or len(tokens.words[at]) > 1
