"""What may stand inside a noun phrase without ending it: brackets, clauses that describe, names in a row."""

from factcheck.kinds.statement.lexicon import reporting_forms
from factcheck.kinds.statement.reading import Reading
from factcheck.kinds.statement.words import AUXILIARY, CONJUNCTIONS, PREPOSITIONS, SUBJECT_PRONOUNS, TIME_WORDS

RELATIVES = frozenset("who which that whose".split())
SUBORDINATORS = frozenset("after before until since".split())
_CHARGED = frozenset(
    [("accused", "of"), ("convicted", "of"), ("suspected", "of"), ("charged", "with"), ("jailed", "for"),
     ("arrested", "on"), ("acquitted", "of")]
)  # fmt: skip
"""What describes a person without being what the sentence says: "a man accused of theft said"."""
_AGENTS = frozenset("by in on at from".split())
_MONTH_NAMES = frozenset("april may june august jan".split())


def opening_bracket(reading: Reading, close: int, floor: int) -> int:
    """The token that opens a short bracket, or `floor` where none does."""
    for at in range(close - 1, max(floor, close - 12), -1):
        if reading.words[at] == "(":
            return at
    return floor


def is_reduced(reading: Reading, verb: int, floor: int) -> bool:
    """Whether a past form only describes the noun before it: "a study published in June", "a plan drawn up by X"."""
    if verb <= floor or verb + 1 >= reading.size:
        return False
    before = reading.lowers[verb - 1]
    if (reading.lowers[verb], reading.lowers[verb + 1]) in _CHARGED and before not in AUXILIARY:
        return reading.is_word(verb - 1)
    form = reporting_forms().get(reading.lowers[verb])
    following = reading.lowers[verb + 1]
    if following not in _AGENTS or (form is not None and following != "by"):
        return False
    plain = reading.is_word(verb - 1) and not reading.is_adverb(verb - 1) and reading.lowers[verb] not in AUXILIARY
    return plain and before not in AUXILIARY and before not in SUBJECT_PRONOUNS and before not in CONJUNCTIONS


def past_subordinator(reading: Reading, first: int, stop: int) -> int:
    """Where a subject begins behind the rest of another clause: "fell 8% in May after | the retailer"."""
    for at in range(stop - 2, first, -1):
        if reading.lowers[at] in SUBORDINATORS and reading.lowers[at + 1] not in TIME_WORDS:
            return at + 1
    return first


def is_nickname(reading: Reading, number: int) -> bool:
    """Whether a quotation is a name or a term inside a noun phrase rather than what was said."""
    first, stop = reading.quote_first[number], reading.quote_stop[number]
    last = reading.words[stop - 2] if reading.words[stop - 1] != "'" else reading.words[stop - 3]
    return stop - first <= 8 and last not in ",.!?—" and reading.words[stop - 1] not in ",.!?"


def relative_before(reading: Reading, verb: int, floor: int) -> int | None:
    """Where "who runs", "that were held" begins, when `verb` is inside such a clause directly after a noun."""
    at = verb - 1
    while at > floor and (reading.is_adverb(at) or reading.lowers[at] in AUXILIARY):
        at -= 1
    if at > floor and reading.lowers[at] in RELATIVES and reading.is_word(at - 1) and not reading.is_finite(at - 1):
        return at
    return None


def is_list(reading: Reading, first: int, last: int) -> bool:
    """Whether a sentence begins with nouns in a row up to token `last`: "Ana Lind, the mayor of Oslo, and …"."""
    if reading.sentence(last)[0] != first or not 1 <= last - first <= 25:
        return False
    low = reading.lowers[first]
    if not reading.is_word(first) or low in PREPOSITIONS | CONJUNCTIONS | TIME_WORDS | SUBJECT_PRONOUNS:
        return False
    if reading.is_adverb(first) or low.endswith(("ing", "ed")):
        return False
    if reading.lowers[last - 2][:1].isdigit() and "," not in reading.lowers[first : last - 1]:
        return False  # "The hall seats 120, and 200 said" has a clause before the comma, not a name.
    return all(reading.quote_at[at] < 0 and not reading.is_verb(at) for at in range(first, last))


def is_first_name(reading: Reading, first: int, stop: int) -> bool:
    """Whether a name begins with what is also a preposition or a month: "Per Holm", "April Diaz"."""
    if stop - first < 2 or not (reading.is_capital(first) and reading.is_capital(first + 1)):
        return False
    opens = reading.sentence(first)[0] == first
    return (lowers := reading.lowers)[first + 1] not in TIME_WORDS and (
        (lowers[first] in PREPOSITIONS and not opens) or lowers[first] in _MONTH_NAMES
    )
