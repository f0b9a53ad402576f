"""Signs before a number and letters after it that scale it."""

import re

from factcheck.document import Tokens
from factcheck.kinds.amount.reading import Reading, Sort, gap, lower_at, word_at
from factcheck.kinds.amount.tables import MONEY_NAMES
from factcheck.kinds.amount.words import PERSON_NOUNS, STOPS

LETTERS = {
    "m": 10**6,
    "mm": 10**6,
    "b": 10**9,
    "t": 10**12,
    "M": 10**6,
    "MM": 10**6,
    "B": 10**9,
    "T": 10**12,
    "K": 1000,
}
"""Letters that scale a sum of money: "£35m"."""

SIZES = frozenset("long tall high deep wide thick away across apart tall. in diameter x by".split())

_PLURAL_VERBS = frozenset("are were have who".split())
"""Verbs that a length of metres never has: "3.7m are displaced"."""
_NAMED_PLURAL = re.compile(r"[a-z]*[A-Z]+s|[a-z]+[A-Z][A-Za-z]*s|[A-Z][a-z]+(?:ans|ons|ards)")
"""Plurals with capitals: "PCs", "iPhones", "Americans"."""
_RUNS = frozenset("hurdles freestyle relay sprint dash race final backstroke butterfly breaststroke medley".split())


def read_sign(tokens: Tokens, reading: Reading) -> None:
    """A sign before a bare number: "-5", "minus 387", "minus-5", "+3"."""
    at = reading.first - 1
    word = lower_at(tokens, at)
    if (first := _either_way(tokens, at)) is not None:
        reading.first, reading.signed, reading.swings = first, True, True
    elif word in ("minus", "negative", "负", "負") and gap(tokens, reading.first) <= 1:
        reading.first = at
        negate(reading)
    elif word == "-" and lower_at(tokens, at - 1) in ("minus", "negative") and gap(tokens, reading.first) == 0:
        reading.first = at - 1
        negate(reading)
    elif word in ("-", "+"):
        take_sign(tokens, reading)


def _either_way(tokens: Tokens, at: int) -> int | None:
    """The first token of a sign that says either way and ends at token `at`: "±", "+/-", "plus or minus"."""
    if word_at(tokens, at) == "±":
        return at
    if lower_at(tokens, at) not in ("-", "minus") or at < 2:
        return None
    if tokens.lowers[at - 2 : at] == ["plus", "or"] or tokens.lowers[at - 2 : at] == ["+", "/"]:
        return at - 2
    return at - 4 if at >= 4 and tokens.lowers[at - 4 : at] == ["plus", "-", "or", "-"] else None


def take_sign(tokens: Tokens, reading: Reading) -> None:
    at = reading.first - 1
    if (
        word_at(tokens, at) in ("-", "+")
        and gap(tokens, reading.first) == 0
        and (gap(tokens, at) > 0 or not at or word_at(tokens, at - 1) in "([<>=≤≥≈~")
    ):
        reading.first = at
        if word_at(tokens, at) == "-":
            negate(reading)
        reading.signed = True


def negate(reading: Reading) -> None:
    reading.low, reading.high = -reading.high, -reading.low
    reading.signed = True


def read_letter_scale(tokens: Tokens, reading: Reading) -> None:
    """A single letter after money, or after a count: "£35m", "2.7m sales", "5M users"."""
    at = reading.last + 1
    word = word_at(tokens, at)
    if word not in LETTERS or reading.number.scaled or reading.scaled or reading.number.worded or gap(tokens, at) > 1:
        return
    glued = gap(tokens, at) == 0
    money = reading.sort is Sort.MONEY
    if not money and glued and (after := MONEY_NAMES.at(tokens, at + 1) if at + 1 < len(tokens) else None):
        money = not after[0].weak
    if not money and at + 1 < len(tokens) and word_at(tokens, at + 1) in "$€£" and gap(tokens, at + 1) == 0:
        money = True
    if money:
        if not glued and word in ("t", "b", "T"):
            return
    elif not glued or word not in ("m", "M", "B") or not _is_count(tokens, reading, at):
        return
    reading.scale(LETTERS[word])
    reading.scaled, reading.letter, reading.last = True, LETTERS[word], at
    if money and word_at(tokens, reading.number.first - 1) == "(" and word_at(tokens, at + 1) == ")":
        reading.last += reading.marked and reading.low < 0


def _is_count(tokens: Tokens, reading: Reading, at: int) -> bool:
    """Whether the letter at `at` scales a count: "2.7m sales", "70B-parameter", "5M", but no flat "4B" or "1,500m"."""
    if tokens.words[at] == "M":
        return True
    if tokens.words[at] == "B":
        return not reading.number.plain or word_at(tokens, at + 1) == "-" or _counts_after(tokens, at + 1)
    race = reading.number.plain and lower_at(tokens, reading.first - 1) in ("the", "and") and reading.low % 50 == 0
    verb = lower_at(tokens, at + 1) in _PLURAL_VERBS and not race
    return reading.low < 1000 and (verb or _counts_after(tokens, at + 1))


def _counts_after(tokens: Tokens, at: int) -> bool:
    """Whether a plural noun follows "2.7m", so that the letter means a million."""
    if lower_at(tokens, at) == "of" and lower_at(tokens, at + 1) in (
        "its",
        "the",
        "their",
        "his",
        "her",
        "our",
        "those",
        "these",
    ):
        at += 2
    for i in range(at, min(at + 6, len(tokens))):
        word = tokens.words[i]
        if i > at + 1 and word in ("and", "or"):
            continue
        if _NAMED_PLURAL.fullmatch(word):
            return True
        if (
            (word.lower() in STOPS and word.lower() not in ("more", "other", "such", "own", "and", "or"))
            or word.lower() in _RUNS
            or word.lower() in SIZES
            or not word.isalpha()
            or word.lower() in ("and", "to", "or", "of", "from")
        ):
            return False
        if (word.endswith("s") and word.islower() and not word.endswith(("ss", "us", "is"))) or word in PERSON_NOUNS:
            return True
    return False
