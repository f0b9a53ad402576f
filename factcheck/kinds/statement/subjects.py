"""Whose statement a verb makes: the subject before it, one shared with a verb before, or that of a participle."""

from factcheck.kinds.statement.draft import Cue, Draft, Range
from factcheck.kinds.statement.nouns import light_verbs
from factcheck.kinds.statement.phrases import noun_phrase_before, phrase_after
from factcheck.kinds.statement.reading import Reading
from factcheck.kinds.statement.sources import source_before
from factcheck.kinds.statement.words import ASKED, AUXILIARY, DETERMINERS, POSSESSIVES, PREPOSITIONS, SPEAKERS, VENUES

_LINKS = frozenset("and but then or".split())
_SAYING = frozenset("saying stating claiming arguing warning demanding".split())
_PARTICIPLE_LINKS = frozenset("and while whilst by after before without when in".split())


def subject_of(reading: Reading, cue: Cue, previous: Draft | None) -> Range | None:
    """The source of an active verb; `previous` is the statement before, whose source may be shared."""
    group = cue.group
    before = reading.lowers[group - 1] if group > cue.first else ""
    if cue.form.shape == "ing" and not cue.be and not before.endswith("'m"):
        return _participle_subject(reading, cue, previous)
    floor = clause_floor(reading, cue)
    shared = _shared(reading, cue, previous)
    if before in _LINKS:
        return shared or main_subject(reading, floor, group - 1)
    found = source_before(reading, group, floor)
    if found and _is_venue(reading, found):
        return _behind_venue(reading, found[0], floor, shared)
    unsaid = before in ",–—" and found is None
    asked = reading.lowers[cue.at] in ASKED
    if shared and cue.form.shape == "past" and unsaid and not asked:
        return shared
    return found


def clause_floor(reading: Reading, cue: Cue) -> int:
    """Where the part of the sentence begins that a semicolon parts from what comes before it."""
    for at in range(cue.group - 1, max(cue.first, cue.group - 40), -1):
        if reading.words[at] == ";" and reading.quote_at[at] < 0:
            return at + 1
    return cue.first


def _shared(reading: Reading, cue: Cue, previous: Draft | None) -> Range | None:
    """The source of the statement before in the same sentence, which a verb without a subject shares."""
    if previous is None or previous.stop != cue.stop or not previous.source or previous.cue[0] >= cue.at:
        return None
    if previous.cue[0] < clause_floor(reading, cue) or reading.lowers[previous.source[0]] in POSSESSIVES:
        return None
    return previous.source


def _behind_venue(reading: Reading, at: int, floor: int, shared: Range | None) -> Range | None:
    """The subject before "but in a later interview said", where nobody stands between the place and the verb."""
    for here in range(at - 1, max(floor, at - 6), -1):
        if reading.lowers[here] in PREPOSITIONS:
            if reading.lowers[here - 1] in _LINKS:
                return shared or main_subject(reading, floor, here - 1)
            return None
    return (at, at + 1)


def _is_venue(reading: Reading, found: Range) -> bool:
    """Whether a phrase is only where something was said: "but in a later interview said"."""
    return found[1] - found[0] == 1 and reading.lowers[found[0]] in VENUES


def main_subject(reading: Reading, first: int, stop: int) -> Range | None:
    """The subject of the clause before token `stop`."""
    clause = main_clause(reading, first, stop)
    return clause[0] if clause else _opening_name(reading, first, stop)


def _opening_name(reading: Reading, first: int, stop: int) -> Range | None:
    """The name that a sentence begins with: "Dean, the former chairman, poked fun at it, tweeting …"."""
    if stop - first < 3 or not reading.is_capital(first + 1):
        low = reading.lowers[first]
        if (
            not reading.is_capital(first)
            or low in DETERMINERS
            or low in PREPOSITIONS
            or reading.words[first + 1] != ","
        ):
            return None
    found = phrase_after(reading, first, stop)
    return found if found and found[0] == first and reading.is_capital(first) else None


def main_clause(reading: Reading, first: int, stop: int) -> tuple[Range, int] | None:
    """The noun phrase before the nearest verb of a clause before token `stop`, and that verb."""
    lowers = reading.lowers
    at = stop - 1
    while at > max(first, stop - 40):
        if reading.quote_at[at] < 0 and reading.is_verb(at):
            verb = at
            while at > first and (lowers[at - 1] in AUXILIARY or reading.is_adverb(at - 1)):
                at -= 1
            linked = at > first and lowers[at - 1] in ("and", "but", "to")
            if not linked and (found := source_before(reading, at, first)):
                relative = lowers[found[0]] in ("who", "which")
                if not relative and not (found[0] > first and reading.is_verb(found[0] - 1)):
                    return found, verb
                if not relative:
                    at -= 1
                    continue
                head = noun_phrase_before(reading, found[0] - (lowers[found[0] - 1] == ","), first)
                if head and head[0] - first <= 1:
                    return head, verb
        at -= 1
    return None


def _participle_subject(reading: Reading, cue: Cue, previous: Draft | None) -> Range | None:
    """Who does what a participle says: ", adding that", "a rally was held ..., requesting", "a statement saying"."""
    at = cue.group
    if at == cue.first:
        return None
    before = reading.lowers[at - 1]
    if before == "," and (begins := _after_with(reading, at - 1, cue.first)) is not None and reading.is_capital(at - 2):
        return (begins, at - 1)
    if before in ",–—" or before in _PARTICIPLE_LINKS:
        floor = clause_floor(reading, cue)
        return _shared(reading, cue, previous) or main_subject(reading, floor, at - 1) or _gathering(reading, floor, at)
    if not reading.is_word(at - 1) or before in PREPOSITIONS or before in DETERMINERS:
        return None
    if (begins := _after_with(reading, at, cue.first)) is not None:
        return source_before(reading, at, begins)
    if before not in SPEAKERS and reading.lowers[cue.at] not in _SAYING:
        return None
    found = source_before(reading, at, max(cue.first, at - 8))
    if found and "to" in reading.lowers[max(found[0] - 2, cue.first) : found[0]]:
        return main_subject(reading, cue.first, found[0] - 1)
    if found is None or reading.lowers[found[1] - 1] in DETERMINERS:
        return None
    return (found[0] - (found[0] > cue.first and reading.lowers[found[0] - 1] in DETERMINERS), found[1])


def _gathering(reading: Reading, first: int, stop: int) -> Range | None:
    """What speaks without a verb of its own: "A march through the port on 3 May, demanding", "Photo: A rally …"."""
    for at in range(stop - 1, first, -1):
        if reading.words[at] == ":" and reading.quote_at[at] < 0:
            first = at + 1
            break
    found = phrase_after(reading, first, stop - 1)
    if found is None or found[0] != first:
        return None
    head = next((at for at in range(*found) if reading.lowers[at] in SPEAKERS), None)
    return (first, head + 1) if head is not None and not reading.is_capital(head) else None


def light_verb(reading: Reading, at: int, floor: int) -> int | None:
    """The verb of "issued a declaration | demanding" before a participle at token `at`, or None."""
    here = at - 1
    while here > floor and here > at - 6 and reading.is_word(here):
        if reading.lowers[here] in ("a", "an", "its", "his", "her", "their"):
            return here - 1 if reading.lowers[here - 1] in light_verbs() else None
        here -= 1
    return None


def _after_with(reading: Reading, at: int, floor: int) -> int | None:
    """Where the subject of a participle begins in ", with Smith saying", or None."""
    for here in range(at - 1, max(floor, at - 12), -1):
        if reading.lowers[here] == "with":
            return here + 1 if here + 1 < at and reading.words[here - 1] == "," else None
        named = reading.words[here] == "," and (reading.is_capital(here - 1) or reading.is_capital(here + 1))
        if not (reading.is_word(here) or named) or reading.lowers[here] in PREPOSITIONS:
            return None
    return None
