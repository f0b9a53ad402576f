"""What follows a reporting verb: for each of its frames, where its content begins and ends."""

from collections.abc import Callable

from factcheck.kinds.statement.adjuncts import skip_adjuncts
from factcheck.kinds.statement.clauses import before_main_verb, is_clause
from factcheck.kinds.statement.contents import clause_end, infinitive_end, phrase_end, take
from factcheck.kinds.statement.draft import Cue, Draft
from factcheck.kinds.statement.lexicon import Reporting, reporting_forms
from factcheck.kinds.statement.objects import HEARERS, calls_names, finds, is_given, reports
from factcheck.kinds.statement.quoting import quote_here
from factcheck.kinds.statement.reading import Reading
from factcheck.kinds.statement.words import (
    AUXILIARY,
    DETERMINERS,
    NOUN_FORMS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    TIME_WORDS,
    WEEKDAYS,
    is_adverb,
)

_QUESTIONS = frozenset("whether if how what why where when".split())
_NO_OBJECT = frozenset("and or but to as that".split())
_OBJECTS = frozenset("me him them us".split())
"""Pronouns that are the subject of no clause."""
_CLAUSE_OPENERS = DETERMINERS | {"that", "it", "he", "she", "they"}


_PLACED = frozenset("in at on during".split())


def _may_be_base(low: str) -> bool:
    """Whether a word may be the base form of a verb, not "the members" of a letter to them."""
    return low not in DETERMINERS | POSSESSIVES | PREPOSITIONS and not low.endswith(("s", "ing", "ed"))


class Place:
    """The stretch after a verb: where it begins, past the person spoken to, and past times and places."""

    def __init__(self, reading: Reading, cue: Cue, verb: Reporting, after: int, draft: Draft) -> None:
        self.reading, self.after, self.stop = reading, after, cue.stop
        self.told = skip_hearer(reading, after, cue.stop) if "whom" in verb.frames else after
        self.tail = verb.tail
        self.hears = "whom" in verb.frames
        clause = _skip_insertion(reading, skip_adjuncts(reading, self.told, cue.stop), cue.stop)
        if reading.lowers[clause : clause + 2] == [",", "that"] and clause + 1 < cue.stop:
            clause += 1
        self.clause = clause
        self.looked_into = draft.source is not None and finds(reading, draft.source)
        self.low = reading.lowers[clause] if clause < cue.stop else ""

    def clause_word(self) -> int | None:
        """After "that", or at a question word."""
        if self.low == "that":
            described = "of" in self.reading.lowers[self.after : self.clause]
            return None if described and self._is_relative(self.clause) else self.clause + 1
        if self.low in _QUESTIONS:
            return self.clause
        at = self.after
        leads = at < self.stop and (self.reading.lowers[at] in PREPOSITIONS or self.hears or self.tail)
        return self._late_that() if leads else None

    def _late_that(self) -> int | None:
        """After "that" behind hearers, times and places with marks between: "told Ann Lee, 43, that"."""
        reading = self.reading
        for at in range(self.after, min(self.stop - 1, self.after + 25)):
            if reading.quote_at[at] >= 0 or reading.is_finite(at) or reading.words[at] in ";:–—":
                return None
            if reading.lowers[at] == "that":
                return None if self._is_relative(at) or reading.lowers[at - 1] in PREPOSITIONS else at + 1
        return None

    def _is_relative(self, that: int) -> bool:
        """Whether a verb follows "that" at once: "a plan that failed"."""
        return self.reading.lowers[that + 1 : that + 2] != [] and self.reading.lowers[that + 1] in self.reading.finite

    def question(self) -> int | None:
        return self.clause if self.low in _QUESTIONS else None

    def infinitive(self) -> int | None:
        for at in (self.after, self.clause):
            if self.reading.lowers[at : at + 1] == ["to"] and at < self.stop:
                return at
        return self._infinitive_behind_place()

    def _infinitive_behind_place(self) -> int | None:
        """Where the infinitive begins behind what it was said in: "promised in his manifesto | to plant trees"."""
        lowers, at = self.reading.lowers, self.after
        if at + 2 >= self.stop or lowers[at] not in _PLACED or lowers[at + 1] not in DETERMINERS | POSSESSIVES:
            return None
        for here in range(at + 2, min(self.stop - 1, at + 6)):
            following = lowers[here + 1]
            if lowers[here] == "to":
                return here if following.isalpha() and _may_be_base(following) else None
            if not self.reading.is_word(here):
                return None
        return None

    def told_to(self) -> int | None:
        """Where "somebody to do something" begins."""
        reading, at = self.reading, self.after
        if self.told > at and self.told < self.stop and reading.lowers[self.told] == "to":
            return self.told
        if not self.tail and at < self.stop and reading.lowers[at] in PREPOSITIONS:
            return None
        for here in range(at + 1, min(self.stop - 1, at + 25)):
            low = reading.lowers[here]
            if low == "to":
                following = reading.lowers[here + 1]
                if reading.quote_at[here + 1] >= 0:
                    return at
                done = following.isalpha() and following not in DETERMINERS and not following.endswith(("ing", "ed"))
                return at if done else None
            if reading.quote_at[here] >= 0 or reading.words[here] in ",;:" or reading.is_finite(here) or low == "that":
                return None
        return None

    def asked_for(self) -> int | None:
        """Where "somebody for something" begins: "asked the army for help"."""
        reading, at = self.reading, self.after
        for here in range(at + 1, min(self.stop - 1, at + 12)):
            if reading.lowers[here] == "for":
                return at if reading.lowers[at] not in PREPOSITIONS else None
            if reading.quote_at[here] >= 0 or reading.words[here] in ",;:" or reading.is_finite(here):
                return None
        return None

    def bare_clause(self) -> int | None:
        if self.low in _OBJECTS and not self.reading.words[self.clause].isupper():
            return None  # "US forces" may be what is spoken of
        return self.clause if self.low and is_clause(self.reading, self.clause, self.stop) else None

    def about(self) -> int | None:
        return self.clause + 1 if self.low == "about" else None

    def named(self) -> int | None:
        """An object with a quotation in it: "called the plan “a disgrace”", not "a plan called “Dawn”"."""
        for here in range(self.after, min(self.stop, self.after + 25)):
            if self.reading.quote_at[here] >= 0:
                return None if here == self.after else self.after
            if self.reading.words[here] in ",;:" or self.reading.is_finite(here):
                break
        return self.after if calls_names(self.reading, self.after, self.stop) else None

    def participle(self) -> int | None:
        at = self.after
        return at if at < self.stop and self.reading.lowers[at].endswith("ing") else None

    def infinitive_of_tail(self, low: str) -> bool:
        """Whether "to" belongs to an infinitive: "agreed to pay", not "agreed to the terms"."""
        if self.reading.lowers[self.after - 1] != "to":
            return False
        return not (low in DETERMINERS or low.endswith("s") or self.reading.is_capital(self.after))

    def reporting_noun(self) -> int | None:
        """An object that itself reports: "repeated his claim"."""
        at = self.noun_phrase()
        return at if at is not None and reports(self.reading, at, self.stop) else None

    def sought(self) -> int | None:
        """An object that has to be asked for."""
        at = self.noun_phrase()
        return at if at is not None and is_given(self.reading, at) else None

    def finding(self) -> int | None:
        """What somebody who looked into it found, not what somebody came upon."""
        return self.noun_phrase() if self.looked_into else None

    def noun_phrase(self) -> int | None:
        at = self.after
        if at + 1 < self.stop and self.reading.lowers[at] in WEEKDAYS and self.reading.lowers[at + 1] in DETERMINERS:
            at += 1
        if at >= self.stop:
            return None
        if not (self.reading.is_word(at) or self.reading.quote_at[at] >= 0 or self.reading.words[at] in "$£€¥"):
            return None
        low = self.reading.lowers[at]
        if self.infinitive_of_tail(low):
            return None
        if low in HEARERS and at + 1 < self.stop and self.reading.lowers[at + 1] in DETERMINERS:
            return None
        if (
            low in PREPOSITIONS
            or low in TIME_WORDS
            or low in _NO_OBJECT
            or is_adverb(low)
            or low in AUXILIARY
            or low.endswith("self")
        ):
            return None
        return at


_FRAMES: tuple[tuple[str, Callable[[Place], int | None], Callable[[Reading, int, int], int]], ...] = (
    ("that", Place.clause_word, clause_end),
    ("wh", Place.question, clause_end),
    ("call", Place.named, phrase_end),
    ("about", Place.about, phrase_end),
    ("to", Place.infinitive, infinitive_end),
    ("to-do", Place.told_to, infinitive_end),
    ("for", Place.asked_for, phrase_end),
    ("bare", Place.bare_clause, clause_end),
    ("ing", Place.participle, infinitive_end),
    ("word", Place.reporting_noun, phrase_end),
    ("sought", Place.sought, phrase_end),
    ("finding", Place.finding, clause_end),
    ("np", Place.noun_phrase, phrase_end),
)
"""The frames in the order they are tried: where content begins, and where it ends."""


def take_right(reading: Reading, cue: Cue, verb: Reporting, after: int, draft: Draft) -> None:
    """Takes what follows the verb, by the first of its frames that fits."""
    place = Place(reading, cue, verb, after, draft)
    frames, clause = verb.frames, place.clause
    mark = reading.words[clause] if clause < cue.stop else ""
    if {"quote", "np", "that"} & frames:
        if mark in (",", ":") and quote_here(reading, clause + 1, cue, draft):
            return
        if quote_here(reading, clause, cue, draft):
            return
    if mark == ":" and {"quote", "bare"} & frames:
        take(reading, clause + 1, clause_end(reading, clause + 1, cue.stop), draft)
        return
    if (
        mark == ","
        and clause == after
        and "bare" in frames
        and _is_unsaid(reading, draft)
        and is_clause(reading, clause + 1, cue.stop)
    ):
        take(reading, clause + 1, clause_end(reading, clause + 1, cue.stop), draft)
        return
    for name, begins, ends in _FRAMES:
        if name == "bare" and "ing" in frames and place.participle() is not None:
            continue
        if name in frames and (first := begins(place)) is not None:
            stop = ends(reading, first, cue.stop)
            if _is_in_subject(reading, cue, draft):
                own = name in ("that", "bare") and not _is_adjunct(reading, cue.first, draft)
                stop = before_main_verb(reading, first, stop, own)
            if name not in ("that", "bare", "wh") and cue.form.shape in ("third", "base"):
                stop = _before_next_verb(reading, first, stop, cue)
            take(reading, first, stop, draft)
            return


def _before_next_verb(reading: Reading, first: int, stop: int, cue: Cue) -> int:
    """Where the source's next verb of the present begins: "recommends a pause | and criticises the delay"."""
    forms = reporting_forms()
    for at in range(first + 1, stop - 2):
        if reading.lowers[at] not in ("and", "but") or reading.quote_at[at] >= 0:
            continue
        verb = at + 1 + reading.is_adverb(at + 1)
        form = forms.get(reading.lowers[verb])
        if form is None or form.shape != cue.form.shape or reading.is_capital(verb):
            continue
        if reading.lowers[verb] not in NOUN_FORMS or reading.lowers[verb + 1] in _CLAUSE_OPENERS:
            return at - (reading.words[at - 1] == ",")
    return stop


def _is_in_subject(reading: Reading, cue: Cue, draft: Draft) -> bool:
    """Whether the verb only describes a subject: "A letter saying … was sent", "Those who said … were wrong"."""
    if draft.source and reading.lowers[draft.source[0]] == "who" and reading.words[draft.source[0] - 1] != ",":
        return not any(reading.is_verb(at) for at in range(cue.first, draft.source[0]))
    if draft.source is None or cue.form.shape != "ing" or cue.be or draft.source[1] != cue.group:
        return False
    return draft.source[0] == cue.first or _is_adjunct(reading, cue.first, draft)


def _is_adjunct(reading: Reading, first: int, draft: Draft) -> bool:
    """Whether the source stands in a phrase that begins its sentence: "In a letter demanding it, the union …"."""
    return draft.source is not None and draft.source[0] - first == 1 and reading.lowers[first] in PREPOSITIONS


def _is_unsaid(reading: Reading, draft: Draft) -> bool:
    """Whether nothing that could be what was said stands before the source: "She added, …", "As Smith noted, …"."""
    if draft.source is None:
        return False
    first = reading.sentence(draft.cue[0])[0]
    before = reading.lowers[first : draft.source[0]]
    return len(before) <= 1 or before[0] == "as" or (before[-1] == "as" and len(before) < 3)


def _skip_insertion(reading: Reading, at: int, stop: int) -> int:
    """Past ", however," and the like."""
    if at + 2 < stop and reading.words[at] == "," and reading.words[at + 2] == "," and reading.is_adverb(at + 1):
        return at + 3
    return at


def skip_hearer(reading: Reading, at: int, stop: int) -> int:
    """The token after the person spoken to, or `at` where nobody is."""
    lowers = reading.lowers
    if at < stop and lowers[at] in HEARERS:
        subject = lowers[at] in ("it", "you") and at + 1 < stop and reading.is_finite(at + 1)
        return at if subject else at + 1
    for here in range(at, min(stop, at + 25)):
        low = lowers[here]
        if reading.quote_at[here] >= 0 or low in _QUESTIONS or low in ("that", "to", ":"):
            return here
        if low == ",":
            goes_on = here == at or reading.opens_quotation(here + 1) >= 0 or lowers[here + 1 : here + 2] == ["that"]
            return here if goes_on else at
        if here > at and (low.split("'")[0] in SUBJECT_PRONOUNS or low in DETERMINERS):
            return here
        if (low in PREPOSITIONS and low not in ("of", "for", "at", "from")) or low in WEEKDAYS or here + 1 == stop:
            return here
        if reading.is_finite(here):
            return at
    return at
