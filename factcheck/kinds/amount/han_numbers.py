"""Numbers in Chinese characters, alone or mixed with digits: "三百五十万", "1.2亿", "五分之一", "二百五"."""

from dataclasses import dataclass
from decimal import Decimal

from factcheck.document import Tokens
from factcheck.kinds.amount.reading import gap, word_at
from factcheck.numbers import value_of

DIGITS = {
    char: value
    for value, chars in enumerate(
        ("零〇○", "一壹弌", "二贰貳两兩俩倆弐", "三叁參叄", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖")
    )
    for char in chars
}
DOZEN = frozenset("打")
TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
_POINTS = frozenset("点點")
_SOME = frozenset("几幾数數")
_MORE = frozenset("多余餘")
_KILO = frozenset("克米瓦卡赫")
_MEGA = frozenset("瓦赫字像")
HAN_STARTS = frozenset((*DIGITS, *TENS, *MYRIADS, "半", "几", "幾", "对", "對"))
"""The characters that a number may begin with, besides digits."""

WIDEST = 4
"""How many spaces may stand inside a number."""


@dataclass(frozen=True, slots=True)
class HanNumber:
    """`digits`: begins with ASCII digits; `scaled`: has a unit of ten in it; `more`: "多", "几" or "余" says more."""

    value: Decimal
    first: int
    last: int
    digits: bool = False
    scaled: bool = False
    more: bool = False
    percent: bool = False


def han_number_at(tokens: Tokens, at: int) -> HanNumber | None:
    """The number that begins at token `at`, with fractions ("五分之一", "百分之三") and mixed ones ("一又二分之一")."""
    number = _cardinal_at(tokens, at)
    bare = _bare_scale(tokens, at)
    if bare is not None and _says(tokens, bare[1] + 1, "分之"):
        return _parts(tokens, at, Decimal(bare[0]), bare[1] + 3, percent=True)
    if number is None:
        return None
    after = number.last + 1
    if _says(tokens, after, "分之"):
        return _parts(tokens, at, number.value, after + 2, percent=False) or number
    if (
        word_at(tokens, after) == "又"
        and (part := _cardinal_at(tokens, after + 1))
        and _says(tokens, part.last + 1, "分之")
    ):
        share = _parts(tokens, after + 1, part.value, part.last + 3, percent=False)
        if share is not None:
            return HanNumber(number.value + share.value, at, share.last, number.digits, True)
    return number


def _says(tokens: Tokens, at: int, words: str) -> bool:
    return tokens.words[at : at + len(words)] == list(words)


def _bare_scale(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """A scale with no count before it: "百", "千", "万", "千万", "万万"."""
    size, last = 1, at
    while last < len(tokens) and last < at + 3:
        word = tokens.words[last]
        step = TENS.get(word) or MYRIADS.get(word)
        if step is None or step == 10:
            break
        size, last = size * step, last + 1
    return (size, last - 1) if last > at else None


def _parts(tokens: Tokens, first: int, whole: Decimal, at: int, percent: bool) -> HanNumber | None:
    """What "分之" divides; after a bare scale it is a percentage."""
    sign = 1
    if word_at(tokens, at) in ("负", "負"):
        at, sign = at + 1, -1
    top = _cardinal_at(tokens, at) if at < len(tokens) else None
    if top is None or not whole:
        return None
    value = top.value * sign * (100 if percent else 1) / whole
    return HanNumber(value, first, top.last, False, True, percent=percent)


@dataclass(slots=True)
class _Sum:
    """A number being added up: `total` of the myriads, `section` below them, `current` the last digit read."""

    total: Decimal = Decimal(0)
    section: Decimal = Decimal(0)
    current: Decimal | None = None
    unit: int = 0
    smallest: int = 10**30
    zero: bool = False
    more: bool = False
    written: int = 0

    def value(self) -> Decimal:
        current = self.current or Decimal(0)
        if self.current is not None and self.unit >= 100 and not self.zero and self.written == 1:
            current = current * self.unit / 10
        return self.total + self.section + current


def _cardinal_at(tokens: Tokens, at: int) -> HanNumber | None:
    if at >= len(tokens):
        return None
    first_word = tokens.words[at]
    if first_word == "半" and word_at(tokens, at + 1) in ("百", "成"):
        hundred = word_at(tokens, at + 1) == "百"
        return HanNumber(Decimal(50) if hundred else Decimal("0.5"), at, at + 1 if hundred else at, False, True)
    if first_word in "半对對" and word_at(tokens, at + 1) == "折":
        return HanNumber(Decimal(5), at, at, False, True)
    so_far, i, last = _Sum(), at, at - 1
    while i < len(tokens) and i - at < 60 and (i == at or gap(tokens, i) <= WIDEST):
        taken = _take(tokens, so_far, i, at)
        if not taken:
            break
        i += taken
        last = i - 1
    if last < at:
        return None
    digits = first_word[0].isdigit() and first_word.isascii()
    if digits and last == at and first_word not in DIGITS:
        value = value_of(first_word)
        return None if value is None else HanNumber(value, at, at, True)
    if word_at(tokens, last + 1) in DOZEN:
        return HanNumber(so_far.value() * 12, at, last + 1, digits, True)
    return HanNumber(so_far.value(), at, last, digits, bool(so_far.unit), so_far.more)


def _take(tokens: Tokens, so_far: _Sum, i: int, first: int) -> int:
    """Adds token `i`; how many tokens were used, or 0 where the number ends before it."""
    word = tokens.words[i]
    if word in DIGITS:
        return _take_digit(tokens, so_far, i, DIGITS[word])
    if word[0].isdigit() and word.isascii():
        value = value_of(word)
        if value is None or so_far.current is not None or (so_far.written and not so_far.unit):
            return 0
        so_far.current, so_far.written, so_far.zero = value, 1, so_far.zero or len(word) > 1
        return 1
    if word in TENS:
        return _take_ten(tokens, so_far, i, TENS[word], i == first)
    if word in MYRIADS and so_far.total < 10**30:
        return _take_myriad(tokens, so_far, i, MYRIADS[word])
    if word in _POINTS and i > first:
        return _take_decimals(tokens, so_far, i)
    if (word in _SOME and so_far.unit) or (word in _SOME and word_at(tokens, i + 1) in ("十", "百", "千", "万", "亿")):
        so_far.more = True
        if not so_far.unit:
            so_far.current, so_far.written = Decimal(1), 1
        return 1
    if (
        word in _MORE
        and (so_far.unit or word_at(tokens, i + 1) in MYRIADS)
        and (word_at(tokens, i + 1) in MYRIADS or so_far.current is None)
    ):
        so_far.more = True
        return 1
    return 0


def _take_digit(tokens: Tokens, so_far: _Sum, i: int, digit: int) -> int:
    if (
        word_at(tokens, i) in "两兩"
        and (so_far.current is not None or so_far.unit)
        and word_at(tokens, i + 1) not in TENS
    ):
        return 0
    if digit == 0 and so_far.unit and so_far.current is None:
        so_far.zero = True
        return 1
    if so_far.current is not None:
        so_far.current = so_far.current * 10 + digit
        so_far.written += 1
    else:
        so_far.current, so_far.written = Decimal(digit), 1
    return 1


def _take_ten(tokens: Tokens, so_far: _Sum, i: int, size: int, opens: bool) -> int:
    if size == 1000 and so_far.current is not None and word_at(tokens, i + 1) in _KILO:
        return 0
    if so_far.current is None and not opens and not (size == 10 and (so_far.unit or so_far.zero)):
        return 0
    if opens and size > 10 and word_at(tokens, i + 1) not in DIGITS and word_at(tokens, i + 1) not in MYRIADS:
        return 0
    so_far.section += (so_far.current if so_far.current is not None else 1) * size
    so_far.current, so_far.unit, so_far.zero, so_far.written = None, size, False, 0
    return 1


def _take_myriad(tokens: Tokens, so_far: _Sum, i: int, size: int) -> int:
    if size == 10**12 and word_at(tokens, i + 1) in _MEGA:
        return 0
    section = so_far.section + (so_far.current or 0)
    if not section and not so_far.total:
        return 0
    if size > so_far.smallest or not section:
        so_far.total = (so_far.total + section) * size
    else:
        so_far.total += section * size
    so_far.smallest = min(so_far.smallest, size)
    so_far.section, so_far.current, so_far.unit, so_far.zero, so_far.written = Decimal(0), None, size, False, 0
    return 1


def _take_decimals(tokens: Tokens, so_far: _Sum, i: int) -> int:
    """The decimals after "点": characters one by one, or digits."""
    digits, at = "", i + 1
    while at < len(tokens) and at - i < 20:
        word = tokens.words[at]
        if word in DIGITS:
            digits += str(DIGITS[word])
        elif word.isdigit() and word.isascii() and len(word) < 20:
            digits += word
        else:
            break
        at += 1
    if not digits:
        return 0
    so_far.section, so_far.current = (
        so_far.section + so_far.value() - so_far.total - so_far.section,
        Decimal("0." + digits),
    )
    so_far.written, so_far.zero = 2, True
    return at - i
