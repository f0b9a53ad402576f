"""Where what was said ends: at the end of its sentence, or where the sentence turns to something else."""

from factcheck.kinds.statement.draft import Draft
from factcheck.kinds.statement.lexicon import reporting_forms
from factcheck.kinds.statement.reading import REACH, Reading
from factcheck.kinds.statement.words import (
    AUXILIARY,
    DETERMINERS,
    JOINERS,
    MONTHS,
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
_OUTCOMES = frozenset("sending prompting triggering sparking fuelling fueling wiping smiling laughing nodding".split())
"""What a participle behind a comma tells of what came after the words, or of the speaker."""
_SUMS = frozenset("claim charge allegation accusation assertion suggestion figure demand proposal".split())
_REFERRING = frozenset("revising referring alluding contradicting echoing".split())
"""Participles of the speaker, who by them speaks of other words."""
_CLOSING = frozenset("on in at a the statement here interview".split())
_DOERS = frozenset("i we he she they".split())
_LEADING = frozenset("as if while when although though once after before since because".split())
_JOINED = ([",", "and"], [",", "but"])
"""What joins a clause that leads into another to the one before: "…, and when the clinic refused to pay, he fled"."""
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
        if lowers[at] in ("and", "but") and reading.quote_at[at] < 0 and _begins_anew(reading, at + 1):
            return at - (lowers[at - 1] == ",")
    return end


def _begins_anew(reading: Reading, at: int) -> bool:
    """Whether a verb of the past or a pronoun with its verb follows: "asked us to play | and we said no"."""
    if reading.lowers[at] in _DOERS and at + 1 < reading.size:
        return reading.is_verb(at + 1)
    return _is_past(reading, at)


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
    lowers = reading.lowers
    stop = min(stop, first + REACH)
    led = _is_led(reading, first)
    at, depth = first, 0
    while at < stop:
        if reading.quote_at[at] >= 0:
            number = reading.quote_at[at]
            at = reading.quote_stop[number]
            spoken = reading.text[reading.quotations[number].inner.end - 1] == ","
            if at < stop and spoken and (turns(reading, at) or _goes_on(reading, at, stop, led)):
                return at
            continue
        low = lowers[at]
        depth += (low == "(") - (low == ")")
        if depth < 0 or low == ";" or (low == ":" and phrase):
            return at
        if at > first:
            if low == "according" and lowers[at + 1 : at + 2] == ["to"]:
                return at
            if low == "," and at + 1 < stop and _ends_at_comma(reading, first, at, stop, (phrase, led)):
                return at
            if (
                low in ("and", "but", "then")
                and at + 1 < stop
                and _ends_at_link(reading, first, at, stop, (phrase, led))
            ):
                return at
        if phrase and _ends_phrase(reading, first, at):
            return at - (low == "as")
        at += 1
    return max(min(at, stop), first)


def _ends_at_comma(reading: Reading, first: int, at: int, stop: int, kind: tuple[bool, bool]) -> bool:
    """Whether a comma ends what was said; `kind`: a phrase or a clause, and whether it leads into another."""
    phrase, led = kind
    if reading.lowers[at + 1] in ("a", "an") and _is_called(reading, at + 2, stop):
        return True
    if reading.is_finite(at + 1) and reading.lowers[at + 1] != "'s" and not _closes_insertion(reading, first, at):
        return True
    if at > first + 1 and (turns(reading, at + 1) or _is_attributed(reading, at + 1, stop)):
        return True
    return _goes_on(reading, at + 1, stop, led) or (phrase and _leaves_phrase(reading, at + 1, stop))


def _is_called(reading: Reading, at: int, stop: int) -> bool:
    """Whether a noun sums up what was said, for somebody else to answer: "…, a claim the ministry denies"."""
    if at + 2 >= stop or reading.lowers[at] not in _SUMS or not reading.is_word(at + 1):
        return False
    return reading.lowers[at + 1] not in ("of", "for", "to") and any(
        reading.is_verb(here) for here in range(at + 1, min(stop, at + 10))
    )


def _closes_insertion(reading: Reading, first: int, at: int) -> bool:
    """Whether a comma closes what another opened between a subject and its verb: "a man, 43, had been seen"."""
    opened = next((here for here in range(at - 1, max(first, at - 20), -1) if reading.words[here] == ","), None)
    if opened is None or opened == first:
        return False
    low = reading.lowers[opened + 1]
    return low in ("who", "which", "whose") or not any(reading.is_verb(here) for here in range(opened + 1, at))


def _ends_at_link(reading: Reading, first: int, at: int, stop: int, kind: tuple[bool, bool]) -> bool:
    """Whether "and", "but" or "then" ends what was said, because the speaker's next verb or a new clause follows."""
    phrase, led = kind
    if reading.lowers[at] == "and" and "between" in reading.lowers[max(at - 8, first) : at]:
        return False
    if reading.lowers[at + 1] in _SHARED or _resumes(reading, at, led):
        return True
    return phrase and _opens_clause(reading, at, min(stop, at + 7))


def _ends_phrase(reading: Reading, first: int, at: int) -> bool:
    """Whether a dash, a time or a word that opens another clause ends a noun phrase."""
    low = reading.lowers[at]
    if low == "-":
        return reading.text[reading.starts[at] - 1].isspace()
    if at == first:
        return False
    if low == "as":
        return reading.lowers[at - 1] in ("even", "just")
    if reading.words[at + 1 : at + 2] == ["-"] and reading.ends[at] == reading.starts[at + 1]:
        return False  # "once-in-a-century" is an adjective
    return low in "–—―" or low in _PHRASE_STOPS or _is_time(reading, at)


def _resumes(reading: Reading, at: int, led: bool) -> bool:
    """Whether the speaker's own next verb follows ", and": "said the cuts were painful, and ruled out a sale"."""
    form = reporting_forms().get(reading.lowers[at + 1])
    if led or reading.words[at - 1] not in ',"”' or form is None or form.shape != "past":
        return False
    return reading.lowers[at + 1] != form.verbs[0].lemma and reading.lowers[at + 2 : at + 3] != ["by"]


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
    return low in _OUTCOMES or low in _REFERRING or (form is not None and form.shape == "ing")


def _is_attributed(reading: Reading, first: int, stop: int) -> bool:
    """Whether a sentence ends with who says all of it: "…, officials said on Thursday." """
    if stop - first > 16:
        return False
    forms = reporting_forms()
    for at in range(first + 1, stop):
        form = forms.get(reading.lowers[at])
        if form is not None and reading.is_finite(at) and any("bare" in v.frames and not v.tail for v in form.verbs):
            return all(
                low in TIME_WORDS or low in _CLOSING or low in _FINAL or low[0].isdigit()
                for low in reading.lowers[at + 1 : stop]
            )
        if reading.is_finite(at) or not (
            reading.is_word(at) or reading.lowers[at] in JOINERS or reading.lowers[at] == "'s"
        ):
            return False
    return False


def _says_with(reading: Reading, at: int) -> bool:
    """Whether somebody else speaks in "…, with Smith saying …"."""
    forms = reporting_forms()
    for here in range(at + 1, min(at + 12, reading.size)):
        form = forms.get(reading.lowers[here])
        if form is not None and form.shape == "ing" and any({"that", "call"} & v.frames for v in form.verbs):
            return True
        named = reading.words[here] == "," and (reading.is_capital(here - 1) or reading.is_capital(here + 1))
        if reading.is_finite(here) or not (reading.is_word(here) or named):
            return False
    return False


def _reports_anew(reading: Reading, at: int) -> bool:
    """Whether a clause with a reporting verb of its own begins: "…, and he called on", "…, and Smith said"."""
    forms, low = reporting_forms(), reading.lowers[at]
    for here in range(at, min(at + 5, reading.size)):
        form = forms.get(reading.lowers[here])
        if form is not None and form.shape == "past" and here > at:
            closed = low in SUBJECT_PRONOUNS or low in DETERMINERS
            return closed or reading.is_capital(at) or (low.endswith("s") and low not in AUXILIARY)
        if reading.lowers[here] in ("have", "has", "had") and here > at:
            continue
        if form is not None and form.shape == "base" and here == at + 1 and here + 1 < reading.size:
            after = reading.lowers[here + 1]
            return low.endswith("s") and (after == "that" or after in DETERMINERS or after in SUBJECT_PRONOUNS)
        if reading.is_finite(here) or not reading.is_word(here):
            return False
    return False


def _is_led(reading: Reading, first: int) -> bool:
    """Whether the statement stands in a clause that leads into another: "As Smith said …, the vote began"."""
    start = reading.sentence(first)[0]
    lowers = reading.lowers
    if first - start < 20 and lowers[start] in _LEADING:
        return True
    near = range(max(first - 8, start + 2), first)
    return any(lowers[at] in ("when", "while", "if") and lowers[at - 2 : at] in _JOINED for at in near)


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
    if low == "on":
        return following in WEEKDAYS or following in MONTHS
    return low in WEEKDAYS or (low in ("last", "this", "next") and following in TIME_WORDS and following != low)


def _without_stop(reading: Reading, span: Span, first: int, stop: int) -> Span:
    """The span without the sentence's last full stop; that of an abbreviation stays."""
    last = stop - 1
    if reading.words[last] not in _FINAL or reading.quote_at[last] >= 0 or last == first:
        return span
    abbreviated = last - first >= 3 and reading.words[last - 2] == "." and len(reading.words[last - 1]) == 1
    while last > first and reading.words[last] in _FINAL and not abbreviated:
        last -= 1
    return Span(span.start, max(reading.ends[last], span.start + 1))
