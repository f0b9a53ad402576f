"""The head noun of the phrase that follows a number: "three Russian-made tanks", "40 T-72 tanks"."""

import re

from factcheck.document import Tokens
from factcheck.kinds.amount.plurals import is_plural
from factcheck.kinds.amount.reading import gap, lower_at, word_at
from factcheck.kinds.amount.tables import MONEY, SYMBOLS, UNIT_NAMES
from factcheck.kinds.amount.words import PERSONS, STOPS, VERBS
from factcheck.numbers import SMALL, number_at

_MASS = frozenset("staff crew personnel cattle livestock".split())
_COMPARING = frozenset("fewer short shy higher lower bigger smaller better worse".split())
"""Words that say how a number compares: "28 fewer than a year ago"."""
_TAKING = frozenset("needed lacked received suffered sustained".split())
"""Verb forms whose object follows them: "eight needed repairs" counts no repairs."""
_OPENERS = frozenset("more most least other such own times likely".split())
"""Words that may stand between a number and its noun though they end a noun phrase elsewhere."""
ACRONYMS = re.compile(r"[A-Z]{2,}s")
LONGEST = 7
"""How many words of a noun phrase are looked at."""


def head_of(tokens: Tokens, at: int, limit: int, one: bool = False, part: bool = False) -> int | None:
    """The token of the head noun of the phrase that begins at `at`, or None.

    The head is the last of the first plurals, after a part the first of them ("one in eight tenants waits"); after
    "one" it is the last word before the phrase ends, or the person ("one man shed").
    """
    head: int | None = None
    last_word: int | None = None
    i, stop = at, min(limit, at + 2 * LONGEST)
    while i < stop:
        if i > at and gap(tokens, i) > 1:
            break
        if (passed := _passed(tokens, at, i, limit, head is None, last_word)) is not None:
            i = passed
            continue
        word, lower = tokens.words[i], tokens.lowers[i]
        if not word[0].isalpha() or lower in SMALL:
            break
        if head is None and (last := designation_at(tokens, i)) is not None and last < limit:
            if tokens.words[last] == "s":
                return last
            i = last + 1
            continue
        if _ends(tokens, at, i, limit, one, head, last_word):
            break
        if lower == "times" and head is None:
            return i
        plural = is_plural(lower) or lower in _MASS or ACRONYMS.fullmatch(word) is not None
        if plural and not (i + 1 < limit and tokens.words[i + 1] in ("-", "'s")):
            if head is not None and not (word[0].islower() and tokens.lowers[i] not in VERBS):
                break
            head = i
            if part:
                break
        elif head is not None:
            break
        last_word = i
        if one and lower in PERSONS:
            break
        i += 1
    if head is not None and not (one and head == at):
        return head
    return None if last_word is None or head is not None else _singular(tokens, at, last_word, one)


def _passed(tokens: Tokens, at: int, i: int, limit: int, headless: bool, last_word: int | None) -> int | None:
    """Where the phrase goes on after a mark, a measure or a joining word at token `i`, or None."""
    word, lower = tokens.words[i], tokens.lowers[i]
    if (word == "-" and gap(tokens, i) == 0 and gap(tokens, i + 1) == 0) or lower == "'s":
        return i + 1
    if word[0].isdigit():
        return _inner_measure(tokens, at, limit) if i == at else None
    joins = word == "," or (lower in ("and", "or") and last_word == i - 1)
    return i + 1 if joins and headless and _adjective_follows(tokens, i + 1, limit) else None


def _ends(tokens: Tokens, at: int, i: int, limit: int, one: bool, head: int | None, last_word: int | None) -> bool:
    """Whether the phrase that begins at `at` ends before the word at `i`."""
    lower = tokens.lowers[i]
    glued = i > at and tokens.words[i - 1] == "-"
    if lower in STOPS and not glued and not (lower in _OPENERS and head is None and i == at and not one):
        return True
    if lower == "times" and head is None:
        return False
    if lower in VERBS and not glued and (last_word is not None or not _noun_may_follow(tokens, i, limit)):
        return True
    return one and last_word is not None and lower.endswith("s") and is_plural(lower)


def _singular(tokens: Tokens, at: int, last: int, one: bool) -> int | None:
    """The last word of a phrase without a plural where it may still be what is counted."""
    lower = tokens.lowers[last]
    if lower in _OPENERS:
        return None
    if one:
        return last if tokens.words[last][0].islower() else None
    return last if lower in _MASS or (last <= at + 2 and _is_plain_noun(tokens, at, last)) else None


def designation_at(tokens: Tokens, at: int) -> int | None:
    """The last token of a model's name whose letters and digits touch ("M1", "F-16", "A320", "MQ-9B"), or None."""
    word = tokens.words[at]
    if not word[0].isupper() or len(word) > 4 or word in MONEY or word in ("Rs", "RM", "Rp"):
        return None
    last = at + 2 if word_at(tokens, at + 1) == "-" and gap(tokens, at + 1) == 0 else at + 1
    if gap(tokens, last) or not word_at(tokens, last).isdigit():
        return None
    if word_at(tokens, last + 1) == "-" and gap(tokens, last + 1) == 0 == gap(tokens, last + 2):
        last += 2 * word_at(tokens, last + 2).isdigit()
    return last + 1 if gap(tokens, last + 1) == 0 and word_at(tokens, last + 1).isalpha() else last


def _is_plain_noun(tokens: Tokens, at: int, last: int) -> bool:
    """Whether the words right after a number look like a noun in the singular: "three course meal"."""
    words = tokens.words[at : last + 1]
    if words[-1] in _COMPARING:
        return False
    if lower_at(tokens, at - 2) in ("the", "these", "those"):
        return False
    return all(word.islower() and word.isalpha() and not word.endswith(("ly", "ed", "ing")) for word in words)


def _inner_measure(tokens: Tokens, at: int, limit: int) -> int | None:
    """The token after a measure between a count and its noun: "eight million 250ml bottles"."""
    inner = number_at(tokens, at)
    if inner is None or inner.last + 1 >= limit:
        return None
    unit = UNIT_NAMES.at(tokens, inner.last + 1) or SYMBOLS.at(tokens, inner.last + 1)
    return unit[1] + 1 if unit else None


def _adjective_follows(tokens: Tokens, at: int, limit: int) -> bool:
    """Whether one word and then a plural follow a comma: "two small, friendly deals"."""
    return (
        at + 1 < limit
        and tokens.words[at].islower()
        and tokens.lowers[at] not in STOPS
        and is_plural(tokens.lowers[at + 1])
    )


def _noun_may_follow(tokens: Tokens, at: int, limit: int) -> bool:
    """Whether a verb form right after a number is its noun ("three lives") or stands before it ("60 wounded men")."""
    if tokens.lowers[at].endswith("s"):
        return True
    if tokens.lowers[at] in _TAKING:
        return False
    at += 1
    return at < limit and tokens.words[at].islower() and tokens.lowers[at] not in STOPS and is_plural(tokens.lowers[at])
