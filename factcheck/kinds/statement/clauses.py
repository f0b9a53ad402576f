"""What is a clause of its own, and where the verb of the clause around it stands."""

from factcheck.kinds.statement.reading import Reading
from factcheck.kinds.statement.words import AUXILIARY, BE, SUBJECT_PRONOUNS, is_adverb

_SAY = frozenset("say says said".split())
_NO_CLAUSE = frozenset("and or but as to of than so".split())
_LINKS = frozenset("and or but who which".split())
_LOOSE_VERBS = frozenset("need needs plan plans want wants work works show shows remain remains mean means".split())
_SUBJECTS_TOO = frozenset("there here earlier later".split())
"""Adverbs that may stand in a clause's subject."""


def is_clause(reading: Reading, at: int, stop: int) -> bool:
    """Whether a clause of its own, with a subject and a verb, begins here."""
    low = reading.lowers[at]
    if not reading.is_word(at) and reading.quote_at[at] < 0 and low not in "$£€¥":
        return False
    if low in _NO_CLAUSE or (is_adverb(low) and low not in _SUBJECTS_TOO):
        return False
    if low.split("'")[0] in SUBJECT_PRONOUNS and stop - at > 2:
        return True
    if reading.lowers[at - 1] in _SAY and (stop - at > 3 or low in ("no", "yes") or low[0].isdigit()):
        return True
    stop = min(stop, at + 30)
    stop = next((here for here in range(at + 1, stop - 1) if _parts_clauses(reading, here)), stop)
    return any(
        not _is_of_another(reading, here, at)
        and (
            reading.is_finite(here)
            or reading.quote_at[here] >= 0
            or (
                (here > at + 1 or low.endswith("s"))
                and (reading.lowers[here].endswith("ed") or reading.lowers[here] in _LOOSE_VERBS)
            )
        )
        for here in range(at + 1, stop)
    )


def _parts_clauses(reading: Reading, at: int) -> bool:
    """Whether a comma leads to another clause: with "and" or "but", or as in "the soldier too, she admits,"."""
    if reading.words[at] != ",":
        return False
    closed = reading.words[at + 3 : at + 4] == [","] and reading.is_finite(at + 2)
    return reading.lowers[at + 1] in ("and", "but") or (closed and reading.lowers[at + 1] in SUBJECT_PRONOUNS)


def _is_of_another(reading: Reading, verb: int, floor: int) -> bool:
    """Whether a verb follows "and" or a relative pronoun, so that the words before it need not be its subject."""
    at = verb - 1
    while at > floor and (reading.is_adverb(at) or reading.lowers[at] in AUXILIARY):
        at -= 1
    return reading.lowers[at] in _LINKS


def before_main_verb(reading: Reading, first: int, stop: int, own: int) -> int:
    """Where content ends that stands inside a subject: before the verb that follows its `own` verbs.

    "The claim that the bridge was safe | was wrong" has one verb of its own, "the promise to pay | was kept" none.
    """
    lowers = reading.lowers
    at = first
    while at < stop:
        if own <= 0 and lowers[at] == "," and at > first:
            return at
        if reading.quote_at[at] < 0 and reading.is_verb(at) and lowers[at - 1] not in ("to", "and", "or"):
            own -= 1
            if own < 0 and at > first:
                return at
            while at + 1 < stop and (reading.is_adverb(at + 1) or _leads_verb(reading, at)):
                at += 1
        at += 1
    return stop


def _leads_verb(reading: Reading, at: int) -> bool:
    """Whether the next token belongs to the verb group of an auxiliary: "would close", "had been sold"."""
    low = reading.lowers[at]
    return low in AUXILIARY and reading.is_word(at + 1) and (low not in BE or reading.is_verb(at + 1))
