"""Which objects a verb reports something with: what is called a name, sought from somebody, or itself a report."""

from factcheck.kinds.statement.draft import Range
from factcheck.kinds.statement.nouns import reporting_nouns
from factcheck.kinds.statement.reading import Reading
from factcheck.kinds.statement.words import CONJUNCTIONS, DETERMINERS, PREPOSITIONS, SPEAKERS, TIME_WORDS, is_adverb

_FINDERS = frozenset(
    "inquiry inquest investigation review audit trial analysis court judge jury panel committee tribunal researchers "
    "scientists team authors auditors inspectors investigators experts regulator watchdog".split()
)
HEARERS = frozenset("me him her them us you it".split())
_TAKEN = frozenset(
    "reelection re election office term mandate refuge shelter abortion abortions treatment work employment revenge "
    "power solace protection fame attention profit profits revenue safety happiness truth answers opportunities".split()
)
"""What somebody seeks without a request to anybody."""
_DIRECTIONS = frozenset("back up out off home names".split())
_SUMMONED = frozenset(
    "cab taxi doctor ambulance plumber lawyer few lot second third meeting halt strike vote press news day".split()
)
"""What somebody calls without naming anything: "called her a taxi", "called the union a second time"."""


def reports(reading: Reading, first: int, stop: int) -> bool:
    """Whether an object is a noun that reports: "repeated his claim"."""
    nouns = reporting_nouns()
    return any(low in nouns for low in reading.lowers[first : min(first + 6, stop)])


def is_given(reading: Reading, first: int) -> bool:
    """Whether an object has to be asked for: "sought talks", not "sought shelter"."""
    return not any(low in _TAKEN for low in reading.lowers[first : first + 3])


def finds(reading: Reading, source: Range) -> bool:
    """Whether a source is a document or a body that finds facts."""
    return any(low in SPEAKERS or low in _FINDERS for low in reading.lowers[slice(*source)])


def calls_names(reading: Reading, first: int, stop: int) -> bool:
    """Whether an object is called something: "called the plan a mistake", "calling them traitors"."""
    lowers = reading.lowers
    if first + 1 >= stop:
        return False
    if lowers[first] in HEARERS:
        name = first + 1
        low = lowers[name]
        plain = reading.is_word(name) and not (reading.is_capital(name) or is_adverb(low) or low in PREPOSITIONS)
        if not plain or low in TIME_WORDS | CONJUNCTIONS | _DIRECTIONS or low.endswith("self"):
            return False
        return lowers[name + 1] not in _SUMMONED if low in ("a", "an") else low not in DETERMINERS or low == "the"
    if not (reading.is_word(first) and (lowers[first] in DETERMINERS or reading.is_capital(first))):
        return False
    for at in range(first + 1, min(stop - 1, first + 10)):
        if lowers[at] in ("a", "an"):
            return lowers[at - 1] not in PREPOSITIONS and lowers[at + 1] not in _SUMMONED
        if not reading.is_word(at) and lowers[at] not in ("-", "'s"):
            return False
        if lowers[at] in PREPOSITIONS - {"of", "in", "on"} or lowers[at] in CONJUNCTIONS or reading.is_finite(at):
            return False
    return False
