"""Words that bound an amount: "more than", "nearly", "up to", "or so"."""

from decimal import Decimal

from factcheck.document import Tokens
from factcheck.kinds.amount.rates import TIMES
from factcheck.kinds.amount.reading import Reading, Sort, gap, lower_at, word_at
from factcheck.kinds.amount.tables import CUES_AFTER, CUES_BEFORE, MONEY_NAMES, SYMBOLS, UNIT_NAMES
from factcheck.kinds.amount.words import MILESTONES, STOPS
from factcheck.numbers import Number

_BETWEEN = frozenset(
    "a an the record total combined estimated further another additional whopping staggering his her its their as "
    "reported".split()
)


_PHRASAL = {
    "over": frozenset(
        "hand hands handed handing took turned presided presides presiding sign signed signing argue argued arguing "
        "quarrelled rule ruled ruling rules mulled mulling brood brooded pored talked worry worried worries clash "
        "clashed clashes row rows".split()
    ),
    "about": frozenset(
        "talk talks talked talking argue argued arguing worry worried worries worrying complain complained complaints "
        "concern concerns concerned joked lied questions doubts book books film films".split()
    ),
}
"""Verbs and nouns that take a cue as their particle or preposition: "handed over 58 cheques"."""


_NO_MEASURE = frozenset("point degree yard bar barrel lap night".split()) | TIMES


def bounded_article(tokens: Tokens, at: int) -> Number | None:
    """The one that "a" stands for between a bound and a unit ("less than a dollar a day"), or where both are all."""
    if at + 1 >= len(tokens) or tokens.lowers[at] not in ("a", "an"):
        return None
    found = UNIT_NAMES.at(tokens, at + 1) or MONEY_NAMES.at(tokens, at + 1)
    if found is None and at == 0 and len(tokens) == 2:
        found = SYMBOLS.at(tokens, 1)
    known = found is not None and not found[0].weak and found[0].unit not in _NO_MEASURE
    if not (known or tokens.lowers[at + 1] == "pound"):
        return None
    alone = at == 0 and found is not None and found[1] == len(tokens) - 1
    if not alone and (at == 0 or not CUES_BEFORE.before(tokens, at - 1)):
        return None
    return Number(Decimal(1), Decimal(1), at, at, worded=True)


def _is_mark(tokens: Tokens, at: int) -> bool:
    """Whether an amount before token `at` is one to be passed: "passed the 1m mark", not "passed the $1m bill"."""
    return any(lower_at(tokens, i) in MILESTONES for i in (at - 1, at, at + 1))


def bound_of(tokens: Tokens, reading: Reading, before: int = -1) -> str:
    """The bound that the words around set: "=", "~", "<" or ">".

    `before` is the last token of the amount before: "a third more than £3m" compares, and bounds nothing.
    """
    at = reading.first - 1
    for _ in range(3):
        if at < 0:
            break
        if found := CUES_BEFORE.before(tokens, at):
            fraction = reading.number.worded and reading.number.high < 1
            compares = 0 <= before == found[1] - 1 and tokens.lowers[at] == "than" and not fraction
            phrasal = found[1] == at and lower_at(tokens, at - 1) in _PHRASAL.get(tokens.lowers[at], ())
            adopted = (
                tokens.lowers[at] == "passed" and at < reading.first - 1 and not _is_mark(tokens, reading.last + 1)
            )
            return "=" if compares or phrasal or adopted else found[0].unit
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
        following = word_at(tokens, found[1] + 1)
        adds = tokens.lowers[after] == "plus" and (following[:1].isdigit() or following in "$€£" or following == "a")
        adjective = tokens.lowers[found[1]] in ("minimum", "maximum") and following.isalpha() and following not in STOPS
        return "=" if adds or adjective else found[0].unit
    if (
        reading.sort is not Sort.COUNT
        and lower_at(tokens, after).isalpha()
        and (found := CUES_AFTER.at(tokens, after + 1) if after + 1 < len(tokens) else None)
        and found[1] > after + 1
    ):
        return found[0].unit
    return "="
