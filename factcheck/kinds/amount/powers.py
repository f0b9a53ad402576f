"""What multiplies or divides a number where it stands: "2.48×10−5", "10⁵", "nine out of ten", "one in five"."""

from decimal import Decimal

from factcheck.document import Tokens
from factcheck.kinds.amount.reading import Reading, gap, lower_at, word_at
from factcheck.numbers import Number, number_at

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_CROSSES = frozenset(("×", "x", "·", "*", "∙", "•"))
_TIMES = frozenset(
    "years year months month weeks week days day hours hour minutes minute seconds second matches games starts "
    "appearances attempts innings straight consecutive successive seasons meetings decades outings tests races".split()
)
LARGEST = 60
"""The largest exponent that is read."""


def read_power(tokens: Tokens, reading: Reading) -> None:
    """Takes "× 10" with its exponent after the number, or an exponent of ten itself."""
    if reading.number.worded or reading.number.scaled:
        return
    at = reading.last + 1
    if word_at(tokens, at) == "^" and gap(tokens, at) == 0 and reading.low == reading.high and reading.low:
        _raise(tokens, reading, at)
    elif lower_at(tokens, at) in _CROSSES and word_at(tokens, at + 1) == "10":
        found = _exponent(tokens, at + 2)
        if found is not None:
            exponent, last = found
            reading.scale(Decimal(10) ** exponent)
            reading.last, reading.scaled = last, True
    elif (
        lower_at(tokens, at) == "e"
        and gap(tokens, at) == 0 == gap(tokens, at + 1)
        and (found := _exponent(tokens, at + 1))
    ):
        reading.scale(Decimal(10) ** found[0])
        reading.last, reading.scaled = found[1], True
    elif reading.low == 10 and word_at(tokens, at).translate(_SUPERSCRIPTS) != word_at(tokens, at):
        _raise(tokens, reading, at)


def _raise(tokens: Tokens, reading: Reading, at: int) -> None:
    """ "2^10": any base with its exponent; a sign before the base stays outside the power."""
    found = _exponent(tokens, at)
    if found is None or abs(reading.number.low) > 10**6:
        return
    value = reading.number.low ** found[0]
    reading.low = reading.high = -value if reading.low < 0 else value
    reading.last, reading.scaled = found[1], True


def _exponent(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """An exponent at token `at` that touches the ten: its value and last token."""
    if gap(tokens, at) > 1:
        return None
    raised = word_at(tokens, at).translate(_SUPERSCRIPTS)
    if raised != word_at(tokens, at) and raised.isascii() and raised.lstrip("-").isdigit():
        return (int(raised), at) if abs(int(raised)) <= LARGEST else None
    if word_at(tokens, at) == "^":
        at += 1
    sign = 1
    if word_at(tokens, at) in ("-", "+"):
        sign, at = (-1 if word_at(tokens, at) == "-" else 1), at + 1
    digits = word_at(tokens, at)
    if not (digits.isdigit() and len(digits) <= 2 and int(digits) <= LARGEST and gap(tokens, at) <= 1):
        return None
    return sign * int(digits), at


def read_share(tokens: Tokens, reading: Reading) -> None:
    """Takes the whole that a count is out of: "two in five", "9 out of 10"; a time after it makes it none."""
    at = reading.last + 1
    tied = tokens.words[at : at + 3] == ["-", "in", "-"] and gap(tokens, at) == 0 == gap(tokens, at + 3)
    at += tied
    out = lower_at(tokens, at) == "out" and lower_at(tokens, at + 1) == "of"
    if not (out or lower_at(tokens, at) == "in") or reading.number.scaled or reading.low < 1 or reading.signed:
        return
    start = at + 2 if out or tied else at + 1
    start += lower_at(tokens, start) == "every"
    whole = number_at(tokens, start) if start < len(tokens) else None
    if whole is None or whole.part or not reading.low < whole.low <= 10**6 or whole.low != whole.high:
        return
    if not out and (whole.worded != reading.number.worded and whole.low not in (10, 100, 1000)):
        return
    following = lower_at(tokens, whole.last + 1)
    if following in _TIMES or following == "-" or (whole.plain and whole.low >= 1900 and not out):
        return
    value = reading.low / whole.low
    number = Number(value, value, reading.number.first, whole.last, worded=True, part=True)
    reading.number, reading.low, reading.high, reading.last = number, value, value, whole.last
