"""Where a noun phrase begins and ends, judged from words and marks alone."""

from factcheck.kinds.statement.draft import Range
from factcheck.kinds.statement.lexicon import reporting_forms
from factcheck.kinds.statement.reading import Reading
from factcheck.kinds.statement.words import (
    AUXILIARY,
    CONJUNCTIONS,
    DETERMINERS,
    JOINERS,
    MONTHS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    TIME_WORDS,
    TITLES,
    VENUES,
)

_RELATIVES = frozenset("who which that whose".split())
_SPEAK_BARE = frozenset("police media him her them me you people".split())
_SUBORDINATORS = frozenset("after before until since".split())
_AGENTS = frozenset("by in on at from".split())
_MONTH_NAMES = frozenset("april may june august jan".split())
_LIMITS = frozenset("not only hardly barely scarcely almost nearly".split())
_QUANTIFIERS = frozenset(
    "all every everyone everybody one a any anyone anybody many half most some two three four five six seven eight "
    "nine ten nobody no none".split()
)
"""Words that a limit before them belongs to: "not everyone", "hardly anyone", "only two members"."""
_ARTICLES = frozenset("a an the its his her their".split())
_OPENERS = frozenset("the his her its their our my".split())
_LEADS = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | frozenset("only not then half than".split())
_NO_SOURCE = frozenset("them him me us there what that which this these those here how why when where such".split())


def noun_phrase_before(reading: Reading, stop: int, floor: int) -> Range | None:
    lowers = reading.lowers
    at = stop - 1
    if at >= floor and lowers[at].split("'")[0] in SUBJECT_PRONOUNS:
        return (at, stop)
    floor = max(floor, stop - 40)
    while at >= floor:
        low = lowers[at]
        if low in ("who", "which") and at > floor and at + 1 < stop and reading.is_word(at - 1):
            return noun_phrase_before(reading, at, max(floor, at - 12))
        if reading.quote_at[at] >= 0:
            first = reading.quote_first[reading.quote_at[at]]
            if first < floor or not _is_nickname(reading, reading.quote_at[at]):
                break
            at = first - 1
            continue
        if low in ("and", "or", "nor"):
            if not _joins_nouns(reading, at, floor):
                if reading.words[at - 1] == "," and _is_list(reading, floor, at):
                    return (floor, stop)
                break
        elif low == "," and lowers[at + 1 : stop].count("and") and _is_list(reading, floor, at):
            return (floor, stop)
        elif low == ")" and (opened := _opening_bracket(reading, at, floor)) > floor:
            at = opened
        elif (
            (low in CONJUNCTIONS and low not in PREPOSITIONS)
            or (not reading.is_word(at) and low != "'s" and reading.words[at] not in JOINERS)
            or (low in SUBJECT_PRONOUNS and low != "it")
        ):
            break
        elif reading.is_finite(at):
            if _is_reduced(reading, at, floor):
                at -= 1
                continue
            relative = _relative_before(reading, at, floor)
            if relative is None:
                return _trimmed(reading, _past_subordinator(reading, at + 1, stop), stop)
            return noun_phrase_before(reading, relative, max(floor, relative - 12))
        at -= 1
    return _trimmed(reading, at + 1, stop)


def _opening_bracket(reading: Reading, close: int, floor: int) -> int:
    """The token that opens a short bracket, or `floor` where none does."""
    for at in range(close - 1, max(floor, close - 12), -1):
        if reading.words[at] == "(":
            return at
    return floor


def _is_reduced(reading: Reading, verb: int, floor: int) -> bool:
    """Whether a past form only describes the noun before it: "a study published in June", "a plan drawn up by X"."""
    if verb <= floor or verb + 1 >= reading.size or reading.lowers[verb + 1] not in _AGENTS:
        return False
    before = reading.lowers[verb - 1]
    form = reporting_forms().get(reading.lowers[verb])
    if form is not None and reading.lowers[verb + 1] != "by":
        return False
    plain = reading.is_word(verb - 1) and not reading.is_adverb(verb - 1) and reading.lowers[verb] not in AUXILIARY
    return plain and before not in AUXILIARY and before not in SUBJECT_PRONOUNS and before not in CONJUNCTIONS


def _past_subordinator(reading: Reading, first: int, stop: int) -> int:
    """Where a subject begins behind the rest of another clause: "fell 8% in May after | the retailer"."""
    for at in range(stop - 2, first, -1):
        if reading.lowers[at] in _SUBORDINATORS and reading.lowers[at + 1] not in TIME_WORDS:
            return at + 1
    return first


def _is_nickname(reading: Reading, number: int) -> bool:
    """Whether a quotation is a name or a term inside a noun phrase rather than what was said."""
    first, stop = reading.quote_first[number], reading.quote_stop[number]
    last = reading.words[stop - 2] if reading.words[stop - 1] != "'" else reading.words[stop - 3]
    return stop - first <= 8 and last not in ",.!?—" and reading.words[stop - 1] not in ",.!?"


def _relative_before(reading: Reading, verb: int, floor: int) -> int | None:
    """Where "who runs", "that were held" begins, when `verb` is inside such a clause directly after a noun."""
    at = verb - 1
    while at > floor and (reading.is_adverb(at) or reading.lowers[at] in AUXILIARY):
        at -= 1
    if at > floor and reading.lowers[at] in _RELATIVES and reading.is_word(at - 1) and not reading.is_finite(at - 1):
        return at
    return None


def _joins_nouns(reading: Reading, at: int, floor: int) -> bool:
    """Whether "and" joins two names or nouns rather than two clauses."""
    if at - 1 < floor or at + 1 >= reading.size:
        return False
    if reading.words[at - 1] == reading.words[at + 1] == "-":
        return True
    if not reading.is_word(at - 1):
        return False
    before, after = reading.lowers[at - 1], reading.lowers[at + 1]
    if before in TIME_WORDS or reading.is_adverb(at - 1):
        return False
    if reading.is_capital(at - 1) and (reading.is_capital(at + 1) or after in DETERMINERS):
        return True
    return after not in SUBJECT_PRONOUNS and not reading.is_capital(at + 1) and before.endswith("s")


def _trimmed(reading: Reading, first: int, stop: int) -> Range | None:
    """The phrase without adverbs and prepositional phrases in front of it; None where no noun is left."""
    lowers, words = reading.lowers, reading.words
    while first < stop and (
        reading.is_adverb(first)
        or lowers[first] in ("and", "or", "even", "as")
        or not reading.is_word(first)
        or (lowers[first] in AUXILIARY)
    ):
        if reading.quote_at[first] >= 0 or (lowers[first] in _LIMITS and lowers[first + 1] in _QUANTIFIERS):
            break
        first += 1
    if first >= stop:
        return None
    if _is_first_name(reading, first, stop):
        return (first, stop)
    if (lowers[first] in PREPOSITIONS or lowers[first] in TIME_WORDS) and not (
        words[first][0].isupper() and lowers[first] in MONTHS and stop - first == 1
    ):
        first = _subject_in(reading, first, stop)
    first = _last_subject(reading, first, stop)
    if all(lowers[at] in TIME_WORDS or not reading.is_word(at) for at in range(first, stop)):
        return None
    if stop - first == 1 and (lowers[first] in _NO_SOURCE or lowers[first] in PREPOSITIONS or reading.is_adverb(first)):
        return None
    if stop - first == 1 and lowers[first] in POSSESSIVES | {"the", "a", "an", "to"}:
        return None
    return (first, stop)


def _is_list(reading: Reading, first: int, last: int) -> bool:
    """Whether a sentence begins with nouns in a row up to token `last`: "Ana Lind, the mayor of Oslo, and …"."""
    if reading.sentence(last)[0] != first or not 1 <= last - first <= 25:
        return False
    low = reading.lowers[first]
    if not reading.is_word(first) or low in PREPOSITIONS | CONJUNCTIONS | TIME_WORDS | SUBJECT_PRONOUNS:
        return False
    if reading.is_adverb(first) or low.endswith(("ing", "ed")):
        return False
    return all(reading.quote_at[at] < 0 and not reading.is_verb(at) for at in range(first, last))


def _is_first_name(reading: Reading, first: int, stop: int) -> bool:
    """Whether a name begins with what is also a preposition or a month: "Per Holm", "April Diaz"."""
    if stop - first < 2 or not (reading.is_capital(first) and reading.is_capital(first + 1)):
        return False
    opens = reading.sentence(first)[0] == first
    return (lowers := reading.lowers)[first + 1] not in TIME_WORDS and (
        (lowers[first] in PREPOSITIONS and not opens) or lowers[first] in _MONTH_NAMES
    )


def _last_subject(reading: Reading, first: int, stop: int) -> int:
    """Where the subject begins after an object or a time without a comma: "took office in May | the two sides"."""
    for at in range(stop - 2, first, -1):
        before = reading.lowers[at - 1]
        if reading.lowers[at] in _OPENERS and before not in _LEADS and reading.words[at - 1].isalnum():
            return at
    return first


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
        joined = before in ("-", "'s", ".", "&", "of") or reading.joins_name(at - 1)
        if reading.is_capital(at) and not reading.is_capital(at - 1) and not joined:
            return at
    return first + 1 if lowers[first] in _SUBORDINATORS and lowers[first + 1] in DETERMINERS else stop - 1


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
            or (not reading.is_word(at) and low != "'s" and reading.words[at] not in JOINERS)
            or (reading.words[at] == "." and at + 1 >= ceiling)
            or (at > first and low in TIME_WORDS and low not in ("last", "this", "next", "may", "march"))
            or reading.is_finite(at)
            or (at > first and reading.is_verb(at))
            or (at > first and low in SUBJECT_PRONOUNS)
        ):
            break
        at += 1
    found = _trimmed(reading, first, at) if at > first else None
    return _with_apposition(reading, found, ceiling) if found else None


def _with_apposition(reading: Reading, found: Range, ceiling: int) -> Range:
    """The phrase with the words after a comma that say who it is: "Smith, the mayor of Austin"."""
    at = found[1]
    if at + 1 >= ceiling or reading.words[at] != ",":
        return found
    first = at + 1
    if not reading.is_capital(at - 1):
        stop = _name_end(reading, first, ceiling)
        return (found[0], stop) if stop else found
    if reading.lowers[first] not in _ARTICLES:
        return found
    for here in range(first + 1, min(ceiling, first + 14)):
        if reading.words[here] in ",.:;" and here > first + 1:
            return (found[0], here)
        if reading.quote_at[here] >= 0 or reading.is_verb(here) or not reading.is_word(here):
            return found
    return found


def _name_end(reading: Reading, first: int, ceiling: int) -> int | None:
    """Where a name ends that stands alone between marks: "the head of the school, Ana Lind, who …"."""
    at = first
    while at < min(ceiling, first + 7) and (
        reading.is_capital(at) or (reading.words[at] in ".-'" and at + 1 < ceiling and at > first)
    ):
        at += 1
    named = sum(reading.is_word(here) for here in range(first, at))
    bounded = at >= ceiling or reading.words[at] in ",.;:)" or reading.lowers[at] in CONJUNCTIONS | PREPOSITIONS
    told = (
        named == 1 and reading.words[at : at + 1] == [","] and reading.lowers[at + 1 : at + 2] in (["who"], ["whose"])
    )
    return at if (named >= 2 or told) and bounded and reading.lowers[first] not in DETERMINERS else None


def is_measure(reading: Reading, phrase: Range) -> bool:
    """Whether a phrase is one bare noun that nobody speaks as: "according to age", "ordered by size"."""
    low = reading.lowers[phrase[0]]
    bare = phrase[1] - phrase[0] == 1 and not reading.is_capital(phrase[0])
    return bare and not (low.endswith("s") or low in _SPEAK_BARE)


def _stays(reading: Reading, at: int) -> bool:
    """Whether a preposition continues the noun phrase: "the mayor of Austin", not "said Smith in Austin"."""
    low = reading.lowers[at]
    if low in ("of", "for"):
        return True
    before = reading.lowers[at - 1]
    return low in ("at", "with", "from", "in", "on") and not reading.is_capital(at - 1) and before not in VENUES
