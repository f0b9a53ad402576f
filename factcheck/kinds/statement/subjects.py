"""Whose statement a verb makes: the subject before it, one shared with a verb before, or that of a participle."""

from factcheck.kinds.statement.draft import Cue, Draft, Range
from factcheck.kinds.statement.reading import Reading
from factcheck.kinds.statement.sources import source_before
from factcheck.kinds.statement.words import AUXILIARY, DETERMINERS, PREPOSITIONS, SPEAKERS

_LINKS = frozenset("and but then or".split())
_SAYING = frozenset("saying stating claiming arguing warning demanding".split())
_PARTICIPLE_LINKS = frozenset("and while whilst by after before without when in".split())


def subject_of(reading: Reading, cue: Cue, previous: Draft | None) -> Range | None:
    """The source of an active verb; `previous` is the statement before, whose source may be shared."""
    group = cue.group
    before = reading.lowers[group - 1] if group > cue.first else ""
    if cue.form.shape == "ing" and not cue.be and not before.endswith("'m"):
        return _participle_subject(reading, cue, previous)
    if before in _LINKS:
        if previous is not None and previous.stop == cue.stop and previous.source and previous.cue[0] < cue.at:
            return previous.source
        return main_subject(reading, cue.first, group - 1)
    return source_before(reading, group, cue.first)


def main_subject(reading: Reading, first: int, stop: int) -> Range | None:
    """The subject of the clause before token `stop`."""
    clause = main_clause(reading, first, stop)
    return clause[0] if clause else None


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
                return found, verb
        at -= 1
    return None


def _participle_subject(reading: Reading, cue: Cue, previous: Draft | None) -> Range | None:
    """Who does what a participle says: ", adding that", "a rally was held ..., requesting", "a statement saying"."""
    at = cue.group
    if at == cue.first:
        return None
    before = reading.lowers[at - 1]
    if before in ",–—" or before in _PARTICIPLE_LINKS:
        if previous is not None and previous.stop == cue.stop and previous.source:
            return previous.source
        return main_subject(reading, cue.first, at - 1)
    if not reading.is_word(at - 1) or before in PREPOSITIONS or before in DETERMINERS:
        return None
    if before not in SPEAKERS and reading.lowers[cue.at] not in _SAYING:
        return None
    found = source_before(reading, at, max(cue.first, at - 8))
    return found if found and reading.lowers[found[1] - 1] not in DETERMINERS else None
