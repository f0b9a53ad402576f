"""Words that bound an amount: "more than", "nearly", "up to", "or so"."""

from factcheck.document import Tokens
from factcheck.kinds.amount.reading import Reading, gap, lower_at, word_at
from factcheck.kinds.amount.tables import CUES_AFTER, CUES_BEFORE

_BETWEEN = frozenset(
    "a an the record total combined estimated further another additional whopping staggering his her its their as "
    "reported".split()
)


def bound_of(tokens: Tokens, reading: Reading, before: int = -1) -> str:
    """The bound that the words around set: "=", "~", "<" or ">".

    `before` is the last token of the amount before: "a third more than £3m" compares, and bounds nothing.
    """
    at = reading.first - 1
    for _ in range(3):
        if at < 0:
            break
        if found := CUES_BEFORE.before(tokens, at):
            compares = found[1] == before + 1 and tokens.lowers[at] == "than"
            return "=" if compares else found[0].unit
        if tokens.lowers[at] not in _BETWEEN:
            break
        at -= 1
    after = reading.last + 1
    if after >= len(tokens):
        return "="
    if word_at(tokens, after) == "+" and gap(tokens, after) == 0 and not word_at(tokens, after + 1)[:1].isdigit():
        return ">"
    if word_at(tokens, reading.number.last + 1) == "+":
        return ">"
    if found := CUES_AFTER.at(tokens, after):
        return found[0].unit
    if (
        lower_at(tokens, after).isalpha()
        and (found := CUES_AFTER.at(tokens, after + 1) if after + 1 < len(tokens) else None)
        and found[1] > after + 1
    ):
        return found[0].unit
    return "="
