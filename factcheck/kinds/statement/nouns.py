"""Statements that a noun makes: "his claim that", "the union's request for", "reached an agreement on"."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from factcheck.kinds.statement.clauses import before_main_verb
from factcheck.kinds.statement.contents import clause_end, phrase_end, take
from factcheck.kinds.statement.draft import Draft, Range
from factcheck.kinds.statement.lexicon import inflections
from factcheck.kinds.statement.phrases import phrase_after
from factcheck.kinds.statement.reading import Reading
from factcheck.kinds.statement.sources import source_before
from factcheck.kinds.statement.words import (
    AUXILIARY,
    CONJUNCTIONS,
    DETERMINERS,
    MODAL,
    POSSESSIVES,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    TIME_WORDS,
)

_CLAUSES = frozenset(["that", "to"])


@dataclass(frozen=True, slots=True)
class Noun:
    """A reporting noun: each frame with its act, and whether it attributes where nobody is named."""

    acts: dict[str, str]
    alone: bool


@cache
def _tables() -> tuple[dict[str, Noun], frozenset[str]]:
    acts: dict[str, dict[str, str]] = {}
    alone: set[str] = set()
    light: set[str] = set()
    act = ""
    for line in files(__package__).joinpath("nouns.txt").read_text("utf-8").splitlines():
        line = line.strip()
        if line.startswith("["):
            act = line[1:-1]
        elif line and not line.startswith("#"):
            frames, words = line.split(":")
            for word in words.split():
                third, ing, past, base = inflections(word)
                if frames == "light":
                    light.update((third, ing, base, *past))
                    continue
                for form in (word, third):
                    for frame in frames.split():
                        acts.setdefault(form, {}).setdefault(frame, act)
                if "alone" in frames.split():
                    alone.update((word, third))
    return {word: Noun(frames, word in alone) for word, frames in acts.items()}, frozenset(light)


def reporting_nouns() -> dict[str, Noun]:
    """Every form of every reporting noun, in lower case."""
    return _tables()[0]


def light_verbs() -> frozenset[str]:
    """Every form of the verbs that make one statement with a noun after them: "issued", "raising"."""
    return _tables()[1]


def noun_statement(reading: Reading, at: int) -> Draft | None:
    """The statement that the reporting noun at token `at` makes, or None."""
    noun = reporting_nouns()[reading.lowers[at]]
    first, stop = reading.sentence(at)
    after, agent = at + 1, None
    if after < stop and reading.lowers[after] in ("by", "from") and (agent := phrase_after(reading, after + 1, stop)):
        after = agent[1]
    while after < stop and reading.lowers[after] in TIME_WORDS:
        after += 1
    frame = reading.lowers[after] if after < stop else ""
    act = noun.acts.get(frame)
    if act is None:
        return _concluded(reading, at, first, stop, noun)
    if reading.quote_at[after] >= 0:
        return None
    source, start = (agent, at) if agent else _owner(reading, at, first)
    if source is None and not (noun.alone and frame == "that" and _is_content_clause(reading, after + 1, stop)):
        return None
    draft = Draft(act, (start, at + 1), source, stop=stop)
    begins = after if frame == "to" else after + 1
    ends = clause_end(reading, begins, stop) if frame in _CLAUSES else phrase_end(reading, begins, stop)
    if not any(reading.is_verb(here) for here in range(_clause_start(reading, first, start), start)):
        ends = before_main_verb(reading, begins, ends, 1 if frame == "that" else 0)
    if source is None and ends - begins < 4:
        return None
    take(reading, begins, ends, draft)
    return draft if draft.content else None


def _clause_start(reading: Reading, first: int, at: int) -> int:
    """Where the clause of token `at` begins: after the nearest comma, or where its sentence does."""
    floor = max(first, at - 30)
    return next((here + 1 for here in range(at - 1, floor, -1) if reading.words[here] in ",;"), floor)


def _concluded(reading: Reading, at: int, first: int, stop: int, noun: Noun) -> Draft | None:
    """Two sides that "reach a consensus", on what is not said: the words of the act are all there is."""
    if noun.acts.get("on") != "agree":
        return None
    source, start = _owner(reading, at, first)
    if source is None or start == at or reading.lowers[at + 1 : at + 2] == ["'s"] or not reading.is_word(source[0]):
        return None
    span = reading.chars(start, at + 1)
    return Draft("agree", (start, at + 1), source, [span], stop=stop) if span else None


def _owner(reading: Reading, at: int, floor: int) -> tuple[Range | None, int]:
    """Whose noun it is, and where the cue begins: "the union's last offer", "his offer", "the union made an offer"."""
    lowers = reading.lowers
    here = at - 1
    while here >= floor and here > at - 6 and reading.quote_at[here] < 0:
        low = lowers[here]
        if low in POSSESSIVES:
            return (here, here + 1), at
        if low == "'s" or (low == "'" and lowers[here - 1].endswith("s")):
            return _genitive(reading, source_before(reading, here, floor)), at
        if low in _tables()[1]:
            group = here
            while group > floor and (lowers[group - 1] in AUXILIARY or reading.is_adverb(group - 1)):
                group -= 1
            if not _is_done(reading, group, here):
                return None, at
            return source_before(reading, group, floor), here
        if not reading.is_word(here) and low != "-":
            break
        if low in PREPOSITIONS or low in CONJUNCTIONS or low in SUBJECT_PRONOUNS or reading.is_finite(here):
            break
        here -= 1
    return None, at


def _is_done(reading: Reading, group: int, verb: int) -> bool:
    """Whether a verb says that something was done, not that it is wanted or not yet: "would sign", "to sign"."""
    if group and reading.lowers[group - 1] == "to":
        return False
    return not any(low in MODAL or low in ("not", "never") or low.endswith("n't") for low in reading.lowers[group:verb])


def _genitive(reading: Reading, owner: Range | None) -> Range | None:
    """The owner in "in spite of the committee's": what follows the last preposition, or the last verb."""
    if owner is None:
        return None
    first, stop = owner
    first -= first > 0 and reading.lowers[first - 1] in DETERMINERS
    for at in range(stop - 1, first, -1):
        crosses = reading.quote_at[at - 1] >= 0 > reading.quote_at[at]
        if (
            crosses
            or reading.is_verb(at - 1)
            or (reading.lowers[at - 1] in PREPOSITIONS and reading.lowers[at] in DETERMINERS)
        ):
            return (at, stop)
    return (first, stop)


def _is_content_clause(reading: Reading, at: int, stop: int) -> bool:
    """Whether "that" is followed by a subject and a verb, not by the verb of a relative clause."""
    if at >= stop or reading.is_finite(at) or reading.is_adverb(at):
        return False
    return any(reading.is_finite(here) for here in range(at + 1, min(stop, at + 15)))
