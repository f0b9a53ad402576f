"""Where a noun phrase begins and ends, judged from words and marks alone."""

from factcheck.kinds.statement.draft import Range
from factcheck.kinds.statement.inside import (
    SUBORDINATORS,
    is_first_name,
    is_list,
    is_nickname,
    is_reduced,
    opening_bracket,
    past_subordinator,
    relative_before,
)
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

_SPEAK_BARE = frozenset(
    "police media him her them me you people parliament congress government management staff poll study report "
    "survey".split()
)
_ABOUT = frozenset("about around over under nearly almost roughly".split())
_LIMITS = frozenset("not only hardly barely scarcely almost nearly".split())
_QUANTIFIERS = frozenset(
    "all every everyone everybody one a any anyone anybody many half most some two three four five six seven eight "
    "nine ten nobody no none".split()
)
"""Words that a limit before them belongs to: "not everyone", "hardly anyone", "only two members"."""
_MEASURES = frozenset("formula schedule script tradition custom taste ability wishes merit recipe principle".split())
"""What things are done according to, without its saying anything."""
_ROLES = frozenset(
    "head chief chair chairman chairwoman director president leader spokesman spokeswoman spokesperson editor author "
    "professor secretary minister founder owner manager mayor captain member partner analyst officer".split()
)
_ARTICLES = frozenset("a an the its his her their".split())
_OPENERS = frozenset("the his her its their our my".split())
_LEADS = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | frozenset("only not then half than".split())
_GIVEN_NAMES = frozenset(("Jan", "April", "June", "August"))
"""Months that are first names too: `"It was ours," Jan says`."""
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
            if first < floor or not is_nickname(reading, reading.quote_at[at]):
                break
            at = first - 1
            continue
        if low in ("and", "or", "nor"):
            if not _joins_nouns(reading, at, floor):
                if reading.words[at - 1] == "," and is_list(reading, floor, at):
                    return (floor, stop)
                break
        elif low == "," and lowers[at + 1 : stop].count("and") and is_list(reading, floor, at):
            return (floor, stop)
        elif low == ")" and (opened := opening_bracket(reading, at, floor)) > floor:
            at = opened
        elif low == "than" and lowers[at - 1] in ("more", "less", "fewer"):
            at -= 1
        elif (
            (low in CONJUNCTIONS and low not in PREPOSITIONS)
            or (not reading.is_word(at) and low != "'s" and reading.words[at] not in JOINERS)
            or (low in SUBJECT_PRONOUNS and low != "it")
        ):
            break
        elif reading.is_finite(at):
            if is_reduced(reading, at, floor):
                at -= 1
                continue
            relative = relative_before(reading, at, floor)
            if relative is None:
                return _trimmed(reading, past_subordinator(reading, at + 1, stop), stop)
            return noun_phrase_before(reading, relative, max(floor, relative - 12))
        at -= 1
    return _trimmed(reading, at + 1, stop)


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
        or (lowers[first] in AUXILIARY and words[first] != "May")
    ):
        if reading.quote_at[first] >= 0 or (lowers[first] in _LIMITS and lowers[first + 1] in _QUANTIFIERS):
            break
        first += 1
    if first >= stop:
        return None
    if is_first_name(reading, first, stop) or _is_about(reading, first, stop):
        return (first, stop)
    if (lowers[first] in PREPOSITIONS or lowers[first] in TIME_WORDS) and not (
        words[first][0].isupper() and lowers[first] in MONTHS and stop - first == 1
    ):
        first = _subject_in(reading, first, stop)
    first = _last_subject(reading, first, stop)
    if stop - first == 1 and words[first] == "May" and not (first and lowers[first - 1] in PREPOSITIONS):
        return (first, stop)
    if stop - first == 1 and words[first] in _GIVEN_NAMES and reading.closes_quotation(first - 1) >= 0:
        return (first, stop)
    if all(lowers[at] in TIME_WORDS or not reading.is_word(at) for at in range(first, stop)):
        return None
    if stop - first == 1 and (lowers[first] in _NO_SOURCE or lowers[first] in PREPOSITIONS or reading.is_adverb(first)):
        return None
    if stop - first == 1 and lowers[first] in POSSESSIVES | {"the", "a", "an", "to"}:
        return None
    return (first, stop)


def _is_about(reading: Reading, first: int, stop: int) -> bool:
    """Whether a phrase begins with a number that is not exact: "about 60 protesters"."""
    return stop - first > 2 and reading.lowers[first] in _ABOUT and reading.words[first + 1][0].isdigit()


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
    return first + 1 if lowers[first] in SUBORDINATORS and lowers[first + 1] in DETERMINERS else stop - 1


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
    while at - 1 > first and lowers[at - 1] in PREPOSITIONS and lowers[at : at + 1] and lowers[at] in TIME_WORDS:
        at -= 1
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
    if reading.lowers[first] not in _ARTICLES and not _is_role(reading, first):
        return found
    for here in range(first + 1, min(ceiling, first + 14)):
        if reading.words[here] in ",.:;" and here > first + 1:
            return (found[0], here)
        plain = reading.is_word(here) or reading.lowers[here] == "'s" or reading.words[here] in JOINERS
        if reading.quote_at[here] >= 0 or reading.is_verb(here) or not plain:
            return found
    return found


def _is_role(reading: Reading, first: int) -> bool:
    """Whether an office begins: "head of", "Chief Commercial Officer of"."""
    at = first
    while at < min(first + 4, reading.size - 2) and reading.is_capital(at) and reading.is_capital(at + 1):
        at += 1
    return reading.lowers[at] in _ROLES and reading.lowers[at + 1 : at + 2] in (["of"], ["for"], ["at"])


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
    if any(low in _MEASURES for low in reading.lowers[phrase[0] : min(phrase[0] + 3, phrase[1])]):
        return True
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
