"""Times, places and circumstances between a verb and what was said: "on Monday in a statement"."""

from factcheck.kinds.statement.reading import Reading
from factcheck.kinds.statement.words import (
    AUXILIARY,
    CONJUNCTIONS,
    DETERMINERS,
    JOINERS,
    MONTHS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    TIME_WORDS,
    VENUES,
    is_adverb,
)

_DESCRIBING = frozenset(("earlier", "later", "early", "late"))
_NO_ADJUNCT = frozenset("so there here quite not never no".split())


def skip_adjuncts(reading: Reading, first: int, stop: int) -> int:
    """The first token after adverbs, times, places and hearers, before what was said: "on Monday in a statement"."""
    at = first
    lowers = reading.lowers
    while at < stop and reading.quote_at[at] < 0:
        low = lowers[at]
        if low in _DESCRIBING and _describes(reading, at, stop):
            return at
        placed = low == "here" and lowers[at + 1 : at + 2] and lowers[at + 1] in TIME_WORDS
        if is_adverb(low) and (placed or low not in _NO_ADJUNCT) and reading.words[at + 1 : at + 2] != ["-"]:
            at += 1
        elif lowers[at + 1 : at + 2] == ["'s"]:
            return at
        elif (
            low in TIME_WORDS and (low != "may" or reading.is_capital(at)) and low not in ("this", "last", "next")
        ) or (low in ("this", "last", "next", "earlier") and at + 1 < stop and lowers[at + 1] in TIME_WORDS):
            at = _skip_time(reading, at, stop)
        elif low in PREPOSITIONS and low not in ("of", "like") and not _is_infinitive(reading, at, stop):
            after = _skip_prepositional(reading, at, stop)
            if after is None:
                return at
            at = after
        else:
            return at
    return at


def _describes(reading: Reading, at: int, stop: int) -> bool:
    """Whether a word of time describes the noun after it: "saying earlier rises were enough"."""
    if at + 2 >= stop or not reading.is_word(at + 1) or reading.is_capital(at + 1):
        return False
    low = reading.lowers[at + 1]
    closed = low in DETERMINERS | PREPOSITIONS | CONJUNCTIONS | SUBJECT_PRONOUNS | TIME_WORDS | AUXILIARY
    return not (closed or is_adverb(low) or low[0].isdigit())


def _is_infinitive(reading: Reading, at: int, stop: int) -> bool:
    """Whether "to" is followed by a verb rather than by hearers: "told to reporters", "said to the crowd"."""
    if reading.lowers[at] != "to" or at + 1 >= stop:
        return False
    low = reading.lowers[at + 1]
    return not (low in DETERMINERS or reading.is_capital(at + 1) or low.endswith("s"))


def _skip_time(reading: Reading, at: int, stop: int) -> int:
    lowers, words = reading.lowers, reading.words
    while at < stop:
        low = lowers[at]
        genitive = lowers[at + 1 : at + 2] == ["'s"]
        day = words[at][0].isdigit() and (
            lowers[at - 1] in MONTHS or (words[at - 1] == "." and lowers[at - 2] in MONTHS)
        )
        shortened = words[at] == "." and lowers[at - 1] in MONTHS
        year = words[at] == "," and words[at - 1].isdigit() and _is_year(words[at + 1 : at + 2])
        if year:
            at += 3 if words[at + 2 : at + 3] == [","] else 2
        elif not genitive and (low in TIME_WORDS or day or shortened):
            at += 1
        else:
            break
    return min(at, stop)


def _is_year(words: list[str]) -> bool:
    return bool(words) and len(words[0]) == 4 and words[0].isdigit()


def _skip_prepositional(reading: Reading, first: int, stop: int) -> int | None:
    """After "in a statement", "on Monday", "at a rally in Ohio": where the words that were said can begin."""
    lowers = reading.lowers
    at = first + 1
    while at < min(stop, first + 12):
        low = lowers[at]
        if reading.quote_at[at] >= 0:
            number = reading.quote_at[at]
            if lowers[at - 1] not in PREPOSITIONS and lowers[at - 1] != "'s" and not reading.is_title(number):
                return at
            at = reading.quote_stop[reading.quote_at[at]]
            continue
        if reading.words[at] in ",:":
            return at
        if low == "that" or low in SUBJECT_PRONOUNS:
            return at
        described = lowers[at + 1 : at + 2] == ["'s"] or lowers[at - 1] in ("a", "an")
        timed = low in TIME_WORDS and low not in ("this", "last", "next") and (low != "may" or reading.is_capital(at))
        if timed and not described:
            return _skip_time(reading, at, stop)
        if at == first + 1 and _is_year(reading.words[at : at + 1]):
            return at + 1
        if low in VENUES or low in ("reporters", "journalists"):
            after = at + 1
            if after < stop and lowers[after] in PREPOSITIONS:
                return _skip_prepositional(reading, after, stop) if after - first < 8 else after
            return after
        if low in PREPOSITIONS:
            return _skip_prepositional(reading, at, stop) if at - first < 8 else None
        if (
            low in CONJUNCTIONS
            or reading.is_finite(at)
            or not (reading.is_word(at) or low == "'s" or reading.words[at] in JOINERS)
        ):
            return None
        at += 1
    return at if at == stop else None
