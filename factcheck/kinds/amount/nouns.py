"""What a number counts: the head of the noun phrase after it, as a lemma."""

from factcheck.document import Tokens
from factcheck.kinds.amount.reading import Reading, Sort, gap, lower_at, word_at
from factcheck.kinds.amount.tables import MONEY, SYMBOLS, UNIT_NAMES
from factcheck.kinds.amount.words import IRREGULAR, MILESTONES, NOT_PLURAL, PERSONS, STOPS, SUFFIXES, VERBS
from factcheck.numbers import SMALL, number_at

_DETERMINERS = frozenset("the its his her their our my your these those all such them us said".split())
_MASS = frozenset("staff crew personnel cattle livestock".split())
_OPENERS = frozenset("more most least other such own times likely".split())
"""Words that may stand between a number and its noun though they end a noun phrase elsewhere."""
_HOW_OFTEN = frozenset("daily weekly monthly quarterly annual yearly nightly hourly".split())
"""Words that say how often between a count and its noun: "500 weekly flights"."""
LONGEST = 7
"""How many words of a noun phrase are looked at."""


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
    reading.unit, reading.sort = lemma(name), Sort.COUNT
    if not tokens.words[at][0].isdigit():
        reading.last = found


def named_at(tokens: Tokens, at: int) -> str:
    """The word at `at` in lower case, with the designation before it where it is the "s" of "F-16s"."""
    first = at
    while tokens.lowers[at] == "s" and first > 0 and at - first < 4 and gap(tokens, first) == 0:
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
        reading.unit, reading.last, reading.sort, reading.hyphened = lemma(tokens.lowers[at]), at, Sort.COUNT, True


def designation_at(tokens: Tokens, at: int) -> int | None:
    """The last token of a model's name whose letters and digits touch ("M1", "F-16", "A320", "MQ-9B"), or None."""
    word = tokens.words[at]
    if not word[0].isupper() or len(word) > 4 or word in MONEY or word in ("Rs", "RM", "Rp"):
        return None
    last = at + 2 if word_at(tokens, at + 1) == "-" and gap(tokens, at + 1) == 0 else at + 1
    if gap(tokens, last) or not word_at(tokens, last).isdigit():
        return None
    return last + 1 if gap(tokens, last + 1) == 0 and word_at(tokens, last + 1).isalpha() else last


def head_of(tokens: Tokens, at: int, limit: int, one: bool = False, part: bool = False) -> int | None:
    """The token of the head noun of the phrase that begins at `at`, or None.

    The head is the last of the first plurals, after a part the first of them ("one in eight tenants waits"); after
    "one" it is the last word before the phrase ends, or the person ("one man shed").
    """
    head: int | None = None
    last_word: int | None = None
    i, stop = at, min(limit, at + 2 * LONGEST)
    while i < stop:
        word, lower = tokens.words[i], tokens.lowers[i]
        if i > at and gap(tokens, i) > 1:
            break
        if (word == "-" and gap(tokens, i) == 0 and gap(tokens, i + 1) == 0) or lower == "'s":
            i += 1
            continue
        if not word[0].isalpha():
            if word[0].isdigit() and i == at and (inner := _inner_measure(tokens, at, limit)):
                i = inner
                continue
            if word == "," and head is None and _adjective_follows(tokens, i + 1, limit):
                i += 1
                continue
            break
        if lower in SMALL:
            break
        if lower in ("and", "or") and head is None and last_word == i - 1 and _adjective_follows(tokens, i + 1, limit):
            i += 1
            continue
        if head is None and (last := designation_at(tokens, i)) is not None and last < limit:
            if tokens.words[last] == "s":
                return last
            i = last + 1
            continue
        glued = i > at and tokens.words[i - 1] == "-"
        if lower in STOPS and not glued and not (lower in _OPENERS and head is None and i == at and not one):
            break
        if lower == "times" and head is None:
            return i
        if lower in VERBS and not glued and (last_word is not None or not _noun_may_follow(tokens, i, limit)):
            break
        if one and last_word is not None and lower.endswith("s") and is_plural(lower):
            break
        if is_plural(lower) and not (i + 1 < limit and tokens.words[i + 1] in ("-", "'s")):
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
    if last_word is None or head is not None:
        return None
    lower = tokens.lowers[last_word]
    if lower in _OPENERS:
        return None
    if one:
        return last_word if tokens.words[last_word][0].islower() else None
    return last_word if lower in _MASS or (last_word <= at + 2 and _is_plain_noun(tokens, at, last_word)) else None


def _is_plain_noun(tokens: Tokens, at: int, last: int) -> bool:
    """Whether the words right after a number look like a noun in the singular: "three course meal"."""
    words = tokens.words[at : last + 1]
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
    at += 1
    return at < limit and tokens.words[at].islower() and tokens.lowers[at] not in STOPS and is_plural(tokens.lowers[at])


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun."""
    if word in IRREGULAR or (word.endswith(("men", "women", "children")) and len(word) > 4):
        return True
    return (
        len(word) > 2 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s")) and word not in NOT_PLURAL
    )


def lemma(word: str) -> str:
    """The singular of a plural noun in lower case."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith("children"):
        return word[:-3]
    if word.endswith("men") and len(word) > 4:
        return word[:-2] + "an"
    if not is_plural(word):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zzes", "oes")) and len(word) > 4:
        return word[:-2]
    return word[:-1]
