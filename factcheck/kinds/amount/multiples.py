"""Multiples in one word: "doubled", "twice as many", "fivefold"."""

from decimal import Decimal

from factcheck.document import Tokens
from factcheck.kinds.amount.reading import Reading, Sort, lower_at, word_at
from factcheck.kinds.amount.words import STOPS
from factcheck.numbers import SMALL, TENS, Number

_VERBS = {
    "doubled": Decimal(2),
    "tripled": Decimal(3),
    "trebled": Decimal(3),
    "quadrupled": Decimal(4),
    "quintupled": Decimal(5),
    "halved": Decimal("0.5"),
}
_ADVERBS = {"twice": Decimal(2), "thrice": Decimal(3), "double": Decimal(2), "triple": Decimal(3)}
_PLAIN = {
    "double": Decimal(2),
    "triple": Decimal(3),
    "treble": Decimal(3),
    "quadruple": Decimal(4),
    "halve": Decimal("0.5"),
}
_MODALS = frozenset("will would could may might can should must".split())
_FOLD = {
    f"{word}fold": Decimal(value)
    for word, value in (SMALL | TENS | {"hundred": 100, "thousand": 1000}).items()
    if value > 1
}
_NOT_VERB = frozenset("down up back over as for".split())
_COMPARED = frozenset("as the that those what its their his her our last this".split())
_CLAUSES = frozenset("he she they it we you the a an his her their its this that if though part".split())
MULTIPLES = frozenset((*_VERBS, *_ADVERBS, *_PLAIN, *_FOLD))
"""The lowered tokens that a multiple begins with."""


def _is_to_come(tokens: Tokens, at: int) -> bool:
    """Whether "double" is a verb: "will double", "could more than halve", "to double its staff"."""
    after, before = lower_at(tokens, at + 1), at - 1
    if after in _NOT_VERB or after == "-":
        return False
    if tokens.lowers[max(0, at - 2) : at] == ["more", "than"]:
        before = at - 3
    if lower_at(tokens, before) == "to":
        return not after.isalpha() or after in STOPS
    return lower_at(tokens, before) in _MODALS


def multiple_at(tokens: Tokens, at: int) -> Reading | None:
    """The multiple that token `at` states, with the unit "times", or None."""
    word, after = tokens.lowers[at], lower_at(tokens, at + 1)
    if word in _VERBS:
        value = None if after in _NOT_VERB else _VERBS[word]
    elif word in _PLAIN and _is_to_come(tokens, at):
        value = _PLAIN[word]
    elif word in _ADVERBS:
        compared = after in _COMPARED and lower_at(tokens, at - 1) not in ("a", "an", "the", "-")
        if after == "as":
            like = word_at(tokens, at + 2)
            compared = like.islower() and like not in _CLAUSES
        value = _ADVERBS[word] if compared else None
    else:
        value = _FOLD.get(word)
    if value is None:
        return None
    number = Number(value, value, at, at, worded=True)
    return Reading(number, value, value, at, at, "times", Sort.COUNT)
