"""Where what was said ends: at the end of its sentence, or where the sentence turns to something else."""

from factcheck.kinds.statement.draft import Draft
from factcheck.kinds.statement.lexicon import reporting_forms
from factcheck.kinds.statement.reading import REACH, Reading
from factcheck.kinds.statement.words import (
    AUXILIARY,
    BE,
    DETERMINERS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    TIME_WORDS,
    WEEKDAYS,
)
from factcheck.model import Span

_TURNS = frozenset("but while although though whereas".split())
_SHARED = frozenset(
    "said says added told called urged asked accused vowed promised warned demanded pledged noted insisted denied "
    "argued praised criticized declined refused suggested claimed claim claims threatened predicted".split()
)
_PHRASE_STOPS = frozenset(
    "when while because if although though unless whereas who whom which where after before during since until once "
    "saying adding".split()
)
_PHRASE_TURNS = _TURNS | frozenset("who which whose where when as with in on at after before".split())
_PAST_AUXILIARY = frozenset("was were had did".split())
_LEADING = frozenset("as if while when although though once after before since because".split())
_FINAL = ".!?"


def take(reading: Reading, first: int, stop: int, draft: Draft) -> None:
    """Adds a token range, without the full stop at its end, to what was said."""
    span = reading.chars(first, stop)
    if span is not None:
        draft.content.append(_without_stop(reading, span, first, stop))


def clause_end(reading: Reading, first: int, stop: int) -> int:
    """Where a clause that was said ends."""
    return _end(reading, first, stop, False)


def infinitive_end(reading: Reading, first: int, stop: int) -> int:
    """Where an infinitive ends that was agreed, asked for or refused: a finite verb after "and" is the source's own."""
    end = clause_end(reading, first, stop)
    lowers = reading.lowers
    for at in range(first + 1, end - 1):
        if lowers[at] in ("and", "but") and reading.quote_at[at] < 0 and _is_past(reading, at + 1):
            return at - (lowers[at - 1] == ",")
    return end


def _is_past(reading: Reading, at: int) -> bool:
    """Whether a token can only be a finite verb of the past, alone or after an adverb."""
    at += reading.is_adverb(at)
    low = reading.lowers[at]
    form = reporting_forms().get(low)
    past = low in _PAST_AUXILIARY or (form is not None and form.shape == "past" and low != form.verbs[0].lemma)
    return (
        past and not reading.is_capital(at) and reading.lowers[at + 1 : at + 2] not in (["by"], ["and"], [","], ["."])
    )


def phrase_end(reading: Reading, first: int, stop: int) -> int:
    """Where a noun phrase that was asked for, backed or denied ends."""
    return _end(reading, first, stop, True)


def _end(reading: Reading, first: int, stop: int, phrase: bool) -> int:
    lowers, words = reading.lowers, reading.words
    stop = min(stop, first + REACH)
    led = _is_led(reading, first)
    at, depth = first, 0
    while at < stop:
        if reading.quote_at[at] >= 0:
            at = reading.quote_stop[reading.quote_at[at]]
            spoken = words[at - 2] == "," or (words[at - 2] == "'" and words[at - 3 : at - 2] == [","])
            if at < stop and spoken and (turns(reading, at) or _goes_on(reading, at, stop, led)):
                return at
            continue
        low = lowers[at]
        if (
            low == ";"
            or (phrase and low == ":")
            or (low == "according" and lowers[at + 1 : at + 2] == ["to"] and at > first)
        ):
            return at
        if low == "(":
            depth += 1
        elif low == ")":
            depth -= 1
            if depth < 0:
                return at
        if low == "," and at + 1 < stop and at > first:
            if reading.is_finite(at + 1) and lowers[at + 1] != "'s":
                return at
            if (turns(reading, at + 1) and at > first + 1) or _goes_on(reading, at + 1, stop, led):
                return at
            if phrase and _leaves_phrase(reading, at + 1, stop):
                return at
        elif low == "and" and lowers[max(at - 8, first) : at].count("between"):
            pass
        elif low in ("and", "but", "then") and at > first and at + 1 < stop:
            if lowers[at + 1] in _SHARED or (phrase and _opens_clause(reading, at, min(stop, at + 7))):
                return at
        elif phrase and low == "-" and reading.text[reading.starts[at] - 1].isspace():
            return at
        elif phrase and at > first and (low == "as" and lowers[at - 1] in ("even", "just")):
            return at - 1
        elif phrase and at > first and (low in "–—―" or low in _PHRASE_STOPS or _is_time(reading, at)):
            return at
        at += 1
    return max(min(at, stop), first)


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


def turns(reading: Reading, at: int) -> bool:
    """Whether the word after a comma begins what is no longer said: "but", "adding", "according to"."""
    low = reading.lowers[at]
    if low in _TURNS or (low == "according" and reading.lowers[at + 1 : at + 2] == ["to"]):
        return True
    if low in ("and", "but"):
        asked = reading.lowers[at + 1 : at + 3]
        return (
            asked[:1] == ["asked"]
            or asked in (["when", "asked"], ["when", "pressed"])
            or _reports_anew(reading, at + 1)
        )
    if low == "with":
        return _says_with(reading, at + 1)
    form = reporting_forms().get(low)
    return form is not None and form.shape == "ing"


def _says_with(reading: Reading, at: int) -> bool:
    """Whether somebody else speaks in "…, with Smith saying …"."""
    forms = reporting_forms()
    for here in range(at + 1, min(at + 8, reading.size)):
        form = forms.get(reading.lowers[here])
        if form is not None and form.shape == "ing" and any("that" in verb.frames for verb in form.verbs):
            return True
        if reading.is_finite(here) or not reading.is_word(here):
            return False
    return False


def _reports_anew(reading: Reading, at: int) -> bool:
    """Whether a clause with a reporting verb of its own begins: "…, and he called on", "…, and Smith said"."""
    forms, low = reporting_forms(), reading.lowers[at]
    for here in range(at, min(at + 5, reading.size)):
        form = forms.get(reading.lowers[here])
        if form is not None and form.shape == "past" and here > at:
            return low in SUBJECT_PRONOUNS or low in DETERMINERS or reading.is_capital(at)
        if reading.is_finite(here) or not reading.is_word(here):
            return False
    return False


def _is_led(reading: Reading, first: int) -> bool:
    """Whether the statement stands in a clause that leads into another: "As Smith said …, the vote began"."""
    start = reading.sentence(first)[0]
    return first - start < 20 and reading.lowers[start] in _LEADING


def _goes_on(reading: Reading, at: int, stop: int, led: bool) -> bool:
    """Whether the main clause begins after the one that leads into it."""
    return led and _opens_clause(reading, at, stop)


def _opens_clause(reading: Reading, at: int, stop: int) -> bool:
    return any(reading.is_verb(here) for here in range(at + 1, min(stop, at + 10)))


def _leaves_phrase(reading: Reading, at: int, stop: int) -> bool:
    """Whether what follows a comma is no part of a list."""
    low = reading.lowers[at]
    if low in _PHRASE_TURNS or low in SUBJECT_PRONOUNS or low.endswith(("ing", "ly")) or low in PREPOSITIONS:
        return True
    if low in ("and", "or"):
        return any(reading.is_finite(here) for here in range(at + 1, min(stop, at + 8)))
    return any(reading.is_finite(here) for here in range(at, min(stop, at + 12)))


def _is_time(reading: Reading, at: int) -> bool:
    low = reading.lowers[at]
    following = reading.lowers[at + 1] if at + 1 < reading.size else ""
    return low in WEEKDAYS or (low in ("last", "this", "next", "on") and following in TIME_WORDS and following != low)


def _without_stop(reading: Reading, span: Span, first: int, stop: int) -> Span:
    """The span without the sentence's last full stop; that of an abbreviation stays."""
    last = stop - 1
    if reading.words[last] not in _FINAL or reading.quote_at[last] >= 0 or last == first:
        return span
    abbreviated = last - first >= 3 and reading.words[last - 2] == "." and len(reading.words[last - 1]) == 1
    while last > first and reading.words[last] in _FINAL and not abbreviated:
        last -= 1
    return Span(span.start, max(reading.ends[last], span.start + 1))
