"""Powers of ten written out: "2.48×10−5", "3 x 10^8", "10⁵"."""

from decimal import Decimal

from factcheck.document import Tokens
from factcheck.kinds.amount.reading import Reading, gap, lower_at, word_at

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_CROSSES = frozenset(("×", "x", "·", "*", "∙", "•"))
LARGEST = 60


def read_power(tokens: Tokens, reading: Reading) -> None:
    """Takes "× 10" with its exponent after the number, or an exponent of ten itself."""
    if reading.number.worded or reading.number.scaled:
        return
    at = reading.last + 1
    if lower_at(tokens, at) in _CROSSES and word_at(tokens, at + 1) == "10":
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
    elif reading.low == 10 and reading.number.plain and gap(tokens, at) == 0:
        found = _exponent(tokens, at)
        if found is not None and word_at(tokens, at) != "-":
            reading.scale(Decimal(10) ** (found[0] - 1))
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
