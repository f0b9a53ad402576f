"""What one currency costs in another: "142 to the dollar", "1,520 naira per dollar"."""

from factcheck.document import Tokens
from factcheck.kinds.amount.reading import Reading, Sort, lower_at
from factcheck.kinds.amount.tables import MONEY_NAMES

_FAR = 25
"""How many words back the currency of a bare rate may be named."""


def read_exchange(tokens: Tokens, reading: Reading, limit: int) -> None:
    """Takes the currency that a sum is given for one of: "49.5 pounds to the dollar"."""
    if reading.sort not in (Sort.BARE, Sort.MONEY) and not reading.unsettled:
        return
    if reading.number.part or reading.hyphened or "/" in (reading.unit or ""):
        return
    found = _one_of(tokens, reading.last + 1)
    if found is None or found[1] >= limit or found[0] == reading.unit:
        return
    base, last = found
    if reading.unsettled:
        reading.unit = "GBP"
    unit = reading.unit or _named_before(tokens, reading.first, base) or ""
    reading.unit, reading.sort, reading.last = f"{unit}/{base}", Sort.MONEY, last


def _one_of(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """The currency after "per" or "to the" at token `at`, and its last token."""
    word = lower_at(tokens, at)
    if word == "per":
        at += 1
    elif word in ("to", "against") and lower_at(tokens, at + 1) in ("the", "a"):
        at += 2
    else:
        return None
    if lower_at(tokens, at) in ("us", "u.s"):
        at += 1
    if at >= len(tokens):
        return None
    if tokens.lowers[at] == "pound":
        return "GBP", at
    found = MONEY_NAMES.at(tokens, at)
    return (found[0].unit, found[1]) if found and found[0].unit.isupper() and not found[0].weak else None


def _named_before(tokens: Tokens, first: int, base: str) -> str | None:
    """The currency named last in the sentence before token `first`, other than `base`."""
    for at in range(first - 1, max(-1, first - _FAR), -1):
        if tokens.words[at] in ".!?;":
            return None
        found = MONEY_NAMES.before(tokens, at)
        if found and found[0].unit != base and found[0].unit.isupper():
            return found[0].unit
    return None
