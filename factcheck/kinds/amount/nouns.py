"""What a number counts: the head of the noun phrase after it, as a lemma."""

from factcheck.document import Tokens
from factcheck.kinds.amount.heads import ACRONYMS, LONGEST, head_of
from factcheck.kinds.amount.plurals import is_plural, lemma
from factcheck.kinds.amount.reading import Reading, Sort, gap, lower_at, word_at
from factcheck.kinds.amount.tables import UNIT_NAMES
from factcheck.kinds.amount.words import MILESTONES, STOPS, SUFFIXES

_DETERMINERS = frozenset("the its his her their our my your these those all such them us said".split())
_HOUSEHOLDS = frozenset("family families household households".split())
_HOW_OFTEN = frozenset("daily weekly monthly quarterly annual yearly nightly hourly".split())
"""Words that say how often between a count and its noun: "500 weekly flights"."""


def read_noun(tokens: Tokens, reading: Reading, limit: int) -> None:
    """Takes the counted noun after the reading; tokens from `limit` on belong to something else."""
    at = reading.last + 1
    if at == limit < len(tokens) and tokens.lowers[at] in _HOW_OFTEN:
        found = head_of(tokens, at + 1, min(len(tokens), at + 1 + LONGEST))
        if found is not None and is_plural(tokens.lowers[found]):
            reading.unit, reading.sort = lemma(tokens.lowers[found]), Sort.COUNT
        return
    if at >= limit or gap(tokens, at) > 2:
        return
    if lower_at(tokens, reading.first - 1) == "of" and lower_at(tokens, reading.first - 2) in _HOUSEHOLDS:
        reading.unit, reading.sort = "person", Sort.COUNT
        return
    if word_at(tokens, at) == "-" and gap(tokens, at) == 0 and gap(tokens, at + 1) == 0:
        _hyphened(tokens, reading, at + 1, limit)
        return
    if gap(tokens, at) == 0 and tokens.words[at].isalpha() and not reading.number.worded:
        return
    if lower_at(tokens, at) == "of":
        at += 1
        while at < limit and tokens.lowers[at] in _DETERMINERS:
            at += 1
        if tokens.lowers[at - 1] == "of" and not (
            reading.number.part or reading.number.worded or reading.scaled or reading.number.scaled
        ):
            return
    if reading.number.part and lower_at(tokens, at) in ("a", "an", "one") and _whole(tokens, reading, at + 1, limit):
        return
    _take_head(tokens, reading, at, limit)


def _take_head(tokens: Tokens, reading: Reading, at: int, limit: int) -> None:
    """Takes the head of the noun phrase that begins at `at`; parts ("a third of them") have plurals only."""
    of = tokens.lowers[reading.last + 1] == "of"
    found = head_of(tokens, at, limit, one=reading.low == 1 == reading.high and not of, part=reading.number.part)
    if found is None or tokens.lowers[found] == "others" or tokens.lowers[found] in MILESTONES:
        return
    name = named_at(tokens, found)
    if (of or reading.number.part or reading.hyphened) and not is_plural(name):
        return
    acronym = ACRONYMS.fullmatch(tokens.words[found]) is not None
    reading.unit, reading.sort = name[:-1] if acronym else lemma(name), Sort.COUNT
    if not tokens.words[at][0].isdigit():
        reading.last = found


def named_at(tokens: Tokens, at: int) -> str:
    """The word at `at` in lower case, with the designation before it where it is the "s" of "F-16s"."""
    first = at
    while tokens.lowers[at] == "s" and first > 0 and at - first < 6 and gap(tokens, first) == 0:
        first -= 1
    return "".join(tokens.lowers[first : at + 1])


def _whole(tokens: Tokens, reading: Reading, at: int, limit: int) -> bool:
    """Takes the measure that a fraction is a part of: "a quarter of a mile"."""
    found = UNIT_NAMES.at(tokens, at) if at < limit else None
    if found is None and at + 1 < limit and tokens.lowers[at] in ("us", "british", "metric"):
        found = UNIT_NAMES.at(tokens, at + 1)
    if found is None:
        return False
    reading.unit, reading.last = found[0].unit, found[1]
    reading.sort = Sort.PERCENT if reading.unit == "%" else Sort.MEASURE
    return True


def _hyphened(tokens: Tokens, reading: Reading, at: int, limit: int) -> None:
    """ "55-member panel", "three-bedroom flat": what hangs on the hyphen is counted; "200-plus drones" is a bound."""
    if at < limit and (bound := SUFFIXES.get(tokens.lowers[at])):
        reading.bound, reading.last, reading.hyphened = bound, at, True
        if at + 1 < limit and tokens.lowers[at] != "strong":
            _take_head(tokens, reading, at + 1, limit)
        return
    if at < limit and tokens.words[at].isalpha() and tokens.words[at].islower() and tokens.lowers[at] not in STOPS:
        unit = "times" if tokens.lowers[at] == "time" else lemma(tokens.lowers[at])
        reading.unit, reading.last, reading.sort, reading.hyphened = unit, at, Sort.COUNT, True
