"""Whom a pronoun means, where the text leaves no doubt: the person who spoke last."""

import re
from functools import cache
from importlib.resources import files

from factcheck.kinds.statement.draft import Range
from factcheck.kinds.statement.reading import Reading
from factcheck.kinds.statement.words import (
    CONJUNCTIONS,
    DETERMINERS,
    MONTHS,
    NAME_PARTICLES,
    PREPOSITIONS,
    TIME_WORDS,
    TITLES,
)
from factcheck.model import Span

_SINGULAR = frozenset("he she".split())
_TITLES = {"she": frozenset("ms mrs miss madam lady".split()), "he": frozenset("mr sir lord".split())}
_GROUPS = frozenset(
    "the a an party government ministry department union agency committee council court house senate university "
    "company group association commission office bank news times post press police army team club board states "
    "kingdom nations institute foundation inc corp ltd".split()
)
_BODIES = _GROUPS - frozenset("the a an".split()) | frozenset("report reports study statement survey".split())
_FIRMS = frozenset(
    "marine industries holdings partners systems energy capital motors airlines airways shipping shipyard shipyards "
    "construction engineering engineers technologies technology software pharmaceuticals pharma laboratories labs "
    "telecom communications networks solutions services logistics electric oil petroleum mining foods brands "
    "stores hotels insurance securities investments ventures associates brothers sons & llc plc gmbh trust fund museum "
    "hospital college school library airport port railway railways rail water media pictures studios".split()
)
"""Last words of names that are no person's."""
_ADVERBIAL = frozenset(
    "yesterday today then now still however meanwhile later earlier instead again here there".split()
)
"""What may open a paragraph before a comma without being the person that it goes on about."""
_SPEAKING = frozenset("i we you".split())
_AGE = re.compile(r",\s(?:aged )?\d{1,3},?$|\s\(\d{1,3}\)$")
_OF_PERSONS = frozenset(
    "adviser advisor aide ambassador assistant secretary deputy envoy heir consultant counsel counselor witness right "
    "next close closest party adjutant delegate candidate successor neighbor neighbour".split()
)
"""Persons whom "to" goes on to tell of: "an adviser to the mayor, who"."""
_NEAR = 3
"""How many paragraphs back a name still stands for a pronoun."""


class Names:
    """The person who spoke last, and where."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._name: Range | None = None
        self._last: dict[str, int] = {}
        for at, word in enumerate(reading.words):
            if at and word[0].isupper() and _ends_name(reading, at):
                self._last.setdefault(reading.lowers[at], at)

    def of(self, source: Range, span: Span) -> str:
        """The words of a source, or the name that a pronoun in its place stands for."""
        reading = self._reading
        words = span.of(reading.text)
        low = reading.lowers[source[0]].split("'")[0]
        if source[1] - source[0] == 1 and low in ("who", "which"):
            return self._antecedent(source[0]) or words
        if source[1] - source[0] == 1 and low in _SPEAKING:
            return words
        if source[1] - source[0] > 1 or low not in _SINGULAR:
            head = _head(reading, source) or _apposition(reading, source)
            if head is not None and self._is_person(head, source):
                self._name = head
            elif not _is_group(reading, source):
                # Somebody without a name spoke last: a pronoun may mean them.
                self._name = None
            return _AGE.sub("", words)
        name = self._name
        if name is None or not self._is_clear(name, source[0], low):
            return words
        return reading.text[reading.starts[name[0]] : reading.ends[name[1] - 1]]

    def _is_person(self, head: Range, source: Range) -> bool:
        """Whether a name is a person's: two words or more, after a title or a role, or the last of a name before it.

        One word alone may be a firm, a place or a paper, and so may a name that an apposition calls the union.
        """
        reading = self._reading
        words = [at for at in range(*head) if reading.is_word(at)]
        last = words[-1]
        if reading.words[last + 1 : last + 2] == [","] and reading.lowers[last + 2 : last + 3] in (
            ["the"],
            ["a"],
            ["an"],
        ):
            stop = min(source[1], last + 8)
            if any(low in _BODIES for low in reading.lowers[last + 3 : stop][:2]):
                return False
        if len(words) > 1:
            return True
        role = head[0] > source[0] and not reading.is_capital(head[0] - 1) and reading.is_word(head[0] - 1)
        role = role and reading.lowers[head[0] - 1] not in DETERMINERS
        return role or self._last.get(reading.lowers[last], head[0]) < head[0]

    def _is_clear(self, name: Range, at: int, pronoun: str) -> bool:
        """Whether nobody else is named between a name and a pronoun, and the title does not speak against it."""
        reading = self._reading
        named = reading.lowers[name[0] : name[1]]
        if _other_sex(named[0], pronoun) or (len(named) > 1 and any(_other_sex(low, pronoun) for low in named[:-1])):
            return False
        if at - name[1] > 400 or self._paragraphs_between(name[1], at) > _NEAR:
            return False
        known = set(reading.lowers[name[0] : name[1]])
        for here in range(name[1], at - 1):
            low = reading.lowers[here]
            if reading.quote_at[here] >= 0 or low in known or low in _SPEAKING or not reading.is_capital(here):
                continue
            if low in TITLES or (low not in TIME_WORDS and low not in MONTHS and self._is_subject(here)):
                return False
            if reading.words[here + 1] == "," and here == reading.paragraph(here)[0] and low not in _ADVERBIAL:
                return False
        return True

    def _is_subject(self, at: int) -> bool:
        reading = self._reading
        return at + 1 < reading.size and reading.is_verb(at + 1) and reading.lowers[at] not in CONJUNCTIONS

    def _paragraphs_between(self, first: int, last: int) -> int:
        return len(self._reading.paragraphs_in(first, last + 1))

    def _antecedent(self, at: int) -> str:
        """The words before "who"."""
        reading = self._reading
        first = reading.sentence(at)[0]
        stop = at - (at > first and reading.words[at - 1] == ",")
        here = stop
        while here > first and (reading.is_word(here - 1) or reading.words[here - 1] in ".-'"):
            if reading.lowers[here - 1] in CONJUNCTIONS or reading.is_finite(here - 1):
                break
            here -= 1
        for to in range(stop - 2, here, -1):
            if reading.lowers[to] == "to" and reading.lowers[to - 1] not in _OF_PERSONS:
                here = to + 1
                break
        for preposition in range(stop - 2, here, -1):
            if reading.lowers[here].endswith("ing") and reading.lowers[preposition] in PREPOSITIONS:
                here = preposition + 1
                break
        span = reading.chars(here, stop) if here < stop else None
        return span.of(reading.text) if span and stop - here <= 8 else ""


@cache
def _first_names() -> dict[str, frozenset[str]]:
    names: dict[str, set[str]] = {"he": set(), "she": set()}
    sex = ""
    for line in files(__package__).joinpath("first_names.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            sex = line[1:-1]
        elif not line.startswith("#"):
            names[sex or "he"].update(line.split())
    return {pronoun: frozenset(words) for pronoun, words in names.items()}


def _other_sex(low: str, pronoun: str) -> bool:
    """Whether a title or a first name speaks against a pronoun."""
    other = "she" if pronoun == "he" else "he"
    return low in _TITLES[other] or low in _first_names()[other]


def _ends_name(reading: Reading, at: int) -> bool:
    """Whether a capitalized word has another name word or a particle before it: "Berg" in "Ana Berg", "van Berg"."""
    before = reading.lowers[at - 1]
    if before in NAME_PARTICLES or (before == "." and at > 1 and reading.is_capital(at - 2)):
        return True
    return (
        reading.is_capital(at - 1)
        and before not in DETERMINERS | PREPOSITIONS | CONJUNCTIONS
        and (reading.lowers[at - 1] not in TIME_WORDS)
    )


def _apposition(reading: Reading, source: Range) -> Range | None:
    """The name behind the comma of "the Union's envoy, Admiral Jonas Heed", or None."""
    first, stop = source
    comma = next((at for at in range(first, stop) if reading.words[at] == ","), None)
    return None if comma is None or comma + 1 >= stop else _head(reading, (comma + 1, stop))


def _is_group(reading: Reading, source: Range) -> bool:
    """Whether a source is a body or a paper that "he" or "she" cannot mean."""
    words = set(reading.lowers[source[0] : source[1]])
    return bool(words & _BODIES)


def _head(reading: Reading, source: Range) -> Range | None:
    """The name of a person at the head of a source, or None: one to four capitalized words, with a title or alone."""
    first, stop = source
    while stop > first and not reading.is_word(stop - 1):
        stop -= 1
    for at in range(first, stop):
        if reading.words[at] in ",(" or reading.lowers[at] in ("of", "who"):
            stop = at
            break
    start = stop
    while start > first and (
        reading.is_capital(start - 1) or reading.words[start - 1] == "." or _joins(reading, start - 1, first, stop)
    ):
        start -= 1
    while start < stop and not (reading.is_capital(start) or reading.lowers[start] in NAME_PARTICLES):
        start += 1
    names = [word for word in reading.lowers[start:stop] if word.isalpha()]
    if not names or len(names) > 6 or _GROUPS & set(names) or names[-1] in _FIRMS or "&" in reading.words[start:stop]:
        return None
    return (start, stop)


def _joins(reading: Reading, at: int, first: int, stop: int) -> bool:
    """Whether a token stands inside a name: "van" and "den" of "Marc van den Berg", the hyphen of "al-Masri"."""
    if at > first + 1 and reading.words[at - 1] == "-" and reading.words[at].isalpha() and reading.is_capital(at - 2):
        return reading.ends[at - 1] == reading.starts[at]
    if reading.words[at] == "-" and at > first and reading.is_capital(at - 1) and at + 1 < stop:
        return reading.ends[at] == reading.starts[at + 1]
    return at > first and at + 1 < stop and reading.joins_name(at)
