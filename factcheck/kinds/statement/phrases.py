"""Where the noun phrase of a source begins and ends, judged from words and marks alone."""

from factcheck.kinds.statement.draft import Range
from factcheck.kinds.statement.reading import Reading
from factcheck.kinds.statement.words import (
    ADVERBS,
    AUXILIARY,
    CONJUNCTIONS,
    DETERMINERS,
    MONTHS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    TIME_WORDS,
    TITLES,
)

_JOINERS = frozenset("-&/.'’")
_NO_ADJUNCT = frozenset("so there here quite not never no".split())
_DASHES = frozenset("–—―")
_RELATIVES = frozenset("who which that whose".split())
_NO_SOURCE = frozenset("there what that which this these those here how why when where it's such".split())
VENUES = frozenset(
    "statement interview speech email e-mail tweet tweets letter report conference briefing memo memoir book column "
    "post rally debate hearing address call message article testimony appearance event release filing blog video "
    "broadcast show forum remarks op-ed editorial essay ad television tv twitter facebook court writing".split()
)


def is_adverb(low: str) -> bool:
    """Whether a word can stand between a subject and its verb."""
    return low in ADVERBS or (low.endswith("ly") and len(low) > 4)


def source_before(reading: Reading, stop: int, floor: int) -> Range | None:
    """The noun phrase that ends at token `stop`, with its title and apposition, not reaching below `floor`."""
    at = stop - 1
    if at < floor:
        return None
    word = reading.words[at]
    if word in (",", ")") or word in _DASHES:
        return _before_insertion(reading, at, floor)
    if reading.lowers[at] in ("who", "which"):
        return (at, stop)
    return _noun_phrase(reading, stop, floor)


def _noun_phrase(reading: Reading, stop: int, floor: int) -> Range | None:
    lowers = reading.lowers
    at = stop - 1
    if at >= floor and lowers[at].split("'")[0] in SUBJECT_PRONOUNS:
        return (at, stop)
    floor = max(floor, stop - 40)
    while at >= floor:
        low = lowers[at]
        if reading.quote_at[at] >= 0:
            first = reading.quote_first[reading.quote_at[at]]
            if first < floor or not _is_nickname(reading, reading.quote_at[at]):
                break
            at = first - 1
            continue
        if low in ("and", "or", "nor"):
            if not _joins_nouns(reading, at, floor):
                break
        elif (
            (low in CONJUNCTIONS and low not in PREPOSITIONS)
            or (not reading.is_word(at) and low != "'s" and reading.words[at] not in _JOINERS)
            or (low in SUBJECT_PRONOUNS and low != "it")
        ):
            break
        elif reading.is_finite(at):
            relative = _relative_before(reading, at, floor)
            if relative is None:
                break
            return _noun_phrase(reading, relative, max(floor, relative - 12))
        at -= 1
    return _trimmed(reading, at + 1, stop)


def _is_nickname(reading: Reading, number: int) -> bool:
    """Whether a quotation is a name or a term inside a noun phrase rather than what was said."""
    first, stop = reading.quote_first[number], reading.quote_stop[number]
    last = reading.words[stop - 2] if reading.words[stop - 1] != "'" else reading.words[stop - 3]
    return stop - first <= 8 and last not in ",.!?—" and reading.words[stop - 1] not in ",.!?"


def _relative_before(reading: Reading, verb: int, floor: int) -> int | None:
    """Where "who runs", "that were held" begins, when `verb` is inside such a clause directly after a noun."""
    at = verb - 1
    while at > floor and (is_adverb(reading.lowers[at]) or reading.lowers[at] in AUXILIARY):
        at -= 1
    if at > floor and reading.lowers[at] in _RELATIVES and reading.is_word(at - 1) and not reading.is_finite(at - 1):
        return at
    return None


def _joins_nouns(reading: Reading, at: int, floor: int) -> bool:
    """Whether "and" joins two names or nouns rather than two clauses."""
    if at - 1 < floor or at + 1 >= reading.size or not reading.is_word(at - 1):
        return False
    before, after = reading.lowers[at - 1], reading.lowers[at + 1]
    if before in TIME_WORDS or is_adverb(before):
        return False
    if reading.is_capital(at - 1) and (reading.is_capital(at + 1) or after in DETERMINERS):
        return True
    return after not in SUBJECT_PRONOUNS and not reading.is_capital(at + 1) and before.endswith("s")


def _trimmed(reading: Reading, first: int, stop: int) -> Range | None:
    """The phrase without adverbs and prepositional phrases in front of it; None where no noun is left."""
    lowers, words = reading.lowers, reading.words
    while first < stop and (
        is_adverb(lowers[first])
        or lowers[first] in ("and", "or", "both", "even", "as")
        or not reading.is_word(first)
        or (lowers[first] in AUXILIARY)
    ):
        if reading.quote_at[first] >= 0:
            break
        first += 1
    if first >= stop:
        return None
    if (lowers[first] in PREPOSITIONS or lowers[first] in TIME_WORDS) and not (
        words[first][0].isupper() and lowers[first] in MONTHS and stop - first == 1
    ):
        first = _subject_in(reading, first, stop)
    if all(lowers[at] in TIME_WORDS or not reading.is_word(at) for at in range(first, stop)):
        return None
    if stop - first == 1 and (lowers[first] in _NO_SOURCE or lowers[first] in PREPOSITIONS or is_adverb(lowers[first])):
        return None
    if stop - first == 1 and lowers[first] in POSSESSIVES | {"the", "a", "an", "to"}:
        return None
    return (first, stop)


def _subject_in(reading: Reading, first: int, stop: int) -> int:
    """Where the subject begins in "In a speech Monday the senator", which opens with a preposition or a day."""
    lowers = reading.lowers
    for at in range(stop - 1, first, -1):
        before = lowers[at - 1]
        if not reading.is_word(at) or before in PREPOSITIONS or not (reading.is_word(at - 1) or before == "."):
            continue
        if lowers[at] in DETERMINERS and before not in DETERMINERS:
            return at
        if before in TIME_WORDS and lowers[at] not in TIME_WORDS and lowers[at] not in PREPOSITIONS:
            return at
        if lowers[at] in TITLES and not reading.is_capital(at - 1):
            return at
        if reading.is_capital(at) and not reading.is_capital(at - 1) and before not in ("-", "'s", ".", "&", "of"):
            return at
    return stop - 1


def _before_insertion(reading: Reading, close: int, floor: int) -> Range | None:
    """The noun phrase before an apposition, a relative clause or an insertion that ends at the mark `close`."""
    words = reading.words
    floor = max(floor, close - 60)
    pair = {")": "("}.get(words[close], words[close])
    marks = [close]
    at = close - 1
    while at > floor:
        if reading.quote_at[at] >= 0:
            if reading.closes_quotation(at) >= 0 and at > close - 2:
                break
            at = reading.quote_first[reading.quote_at[at]] - 1
            continue
        if words[at] == pair:
            marks.append(at)
            if len(marks) > 5 or pair == "(":
                break
        elif words[at] in ";:":
            break
        at -= 1
    if len(marks) < 2:
        return None
    for index in range(1, len(marks)):
        mark = marks[index]
        outer = marks[index + 1] + 1 if index + 1 < len(marks) else floor
        if pair == "(" and words[close] == ")":
            outer = floor
        found = _noun_phrase(reading, mark, outer)
        if found is None or not _can_head(reading, found, mark):
            continue
        if found[0] == outer and index + 1 < len(marks) and _is_apposition(reading, outer, mark):
            continue
        return found if not _opens_name(reading, mark + 1, close) else (found[0], close)
    return None


def _can_head(reading: Reading, found: Range, mark: int) -> bool:
    return found[1] == mark and reading.lowers[found[1] - 1] not in TIME_WORDS


def _is_apposition(reading: Reading, first: int, stop: int) -> bool:
    """Whether the stretch after a comma only says more about the name before it."""
    if first < 2 or not reading.is_word(first - 2):
        return False
    low = reading.lowers[first]
    if low in _RELATIVES or low in ("a", "an", "the", "former", "his", "her", "its", "their") or low[0].isdigit():
        return reading.is_capital(first - 2) or low in _RELATIVES
    return stop - first <= 3 and reading.is_capital(first) and reading.is_capital(first - 2)


def _opens_name(reading: Reading, first: int, stop: int) -> bool:
    """Whether an apposition is short and nominal, so that it belongs to the source: "a spokesman for X"."""
    if stop - first > 14:
        return False
    low = reading.lowers[first]
    if low in _RELATIVES or low in PREPOSITIONS or is_adverb(low) or low.endswith("ing"):
        return False
    return not any(reading.is_finite(at) for at in range(first, stop))


def phrase_after(reading: Reading, first: int, ceiling: int) -> Range | None:
    """The noun phrase that begins at token `first`, with its apposition, as in "said Smith, the mayor of Austin"."""
    at, lowers = first, reading.lowers
    ceiling = min(ceiling, first + 30)
    if at >= ceiling or not reading.is_word(at):
        return None
    if lowers[at] in SUBJECT_PRONOUNS:
        return (at, at + 1)
    while at < ceiling:
        low = lowers[at]
        if reading.quote_at[at] >= 0:
            break
        if low in ("and", "or"):
            if not _joins_nouns(reading, at, first):
                break
        elif (
            (low in CONJUNCTIONS and low not in PREPOSITIONS)
            or (low in PREPOSITIONS and at > first and not _stays(reading, at))
            or (not reading.is_word(at) and low != "'s" and reading.words[at] not in _JOINERS)
            or (reading.words[at] == "." and at + 1 >= ceiling)
            or (at > first and low in TIME_WORDS and low not in ("last", "this", "next", "may", "march"))
            or reading.is_finite(at)
            or (at > first and low in SUBJECT_PRONOUNS)
        ):
            break
        at += 1
    return _trimmed(reading, first, at) if at > first else None


def _stays(reading: Reading, at: int) -> bool:
    """Whether a preposition continues the noun phrase: "the mayor of Austin", not "said Smith in Austin"."""
    low = reading.lowers[at]
    if low in ("of", "for"):
        return True
    before = reading.lowers[at - 1]
    return low in ("at", "with", "from", "in", "on") and not reading.is_capital(at - 1) and before not in VENUES


def skip_adjuncts(reading: Reading, first: int, stop: int) -> int:
    """The first token after adverbs, times, places and hearers, before what was said: "on Monday in a statement"."""
    at = first
    lowers = reading.lowers
    while at < stop and reading.quote_at[at] < 0:
        low = lowers[at]
        if is_adverb(low) and low not in _NO_ADJUNCT and reading.words[at + 1 : at + 2] != ["-"]:
            at += 1
        elif (
            low in TIME_WORDS and (low != "may" or reading.is_capital(at)) and low not in ("this", "last", "next")
        ) or (low in ("this", "last", "next", "earlier") and at + 1 < stop and lowers[at + 1] in TIME_WORDS):
            at = _skip_time(reading, at, stop)
        elif low in PREPOSITIONS and low not in ("of", "like"):
            after = _skip_prepositional(reading, at, stop)
            if after is None:
                return at
            at = after
        else:
            return at
    return at


def _skip_time(reading: Reading, at: int, stop: int) -> int:
    while at < stop and (
        reading.lowers[at] in TIME_WORDS
        or (reading.words[at][0].isdigit() and reading.lowers[at - 1] in MONTHS)
        or (reading.words[at] == "." and reading.lowers[at - 1] in MONTHS)
    ):
        at += 1
    return at


def _skip_prepositional(reading: Reading, first: int, stop: int) -> int | None:
    """After "in a statement", "on Monday", "at a rally in Ohio": where the words that were said can begin."""
    lowers = reading.lowers
    at = first + 1
    while at < min(stop, first + 12):
        low = lowers[at]
        if reading.quote_at[at] >= 0 or reading.words[at] in ",:":
            return at
        if low == "that" or low in SUBJECT_PRONOUNS:
            return at
        if low in TIME_WORDS and low not in ("this", "last", "next", "may"):
            return _skip_time(reading, at, stop)
        if low in VENUES or low in ("reporters", "journalists"):
            after = at + 1
            if after < stop and lowers[after] in PREPOSITIONS:
                return _skip_prepositional(reading, after, stop) if after - first < 8 else after
            return after
        if low in PREPOSITIONS:
            return _skip_prepositional(reading, at, stop) if at - first < 8 else None
        if low in CONJUNCTIONS or reading.is_finite(at) or not (reading.is_word(at) or reading.words[at] in _JOINERS):
            return None
        at += 1
    return at if at == stop else None
