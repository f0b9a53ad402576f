"""Statements around a reporting verb: who stands before it (or after), and what was said."""

from dataclasses import dataclass, field

from factcheck.kinds.statement.lexicon import Form, Reporting, reporting_forms
from factcheck.kinds.statement.phrases import (
    Range,
    content_end,
    is_adverb,
    phrase_after,
    skip_adjuncts,
    source_before,
)
from factcheck.kinds.statement.reading import REACH, Reading
from factcheck.kinds.statement.words import (
    AUXILIARY,
    BE,
    DETERMINERS,
    NOUN_FORMS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
)
from factcheck.model import Span


@dataclass(slots=True)
class Draft:
    """A statement while it is read: token ranges, content as spans; `quoted` when the content is a quotation."""

    act: str
    cue: Range
    source: Range | None
    content: list[Span] = field(default_factory=list)
    quoted: bool = False
    stop: int = 0


@dataclass(slots=True)
class Cue:
    """A verb in its place: the sentence around it, where its verb group begins and how it is built."""

    at: int
    first: int
    stop: int
    group: int
    form: Form
    passive: bool = False
    infinitive: bool = False


_QUESTIONS = frozenset("whether if how what why who where when".split())
_RAISING = frozenset(
    "went going go continued continues came likes began begins wanted wants want wish has have had used appeared "
    "appears continue goes willing ready refused refuses declined".split()
)
_HEARER = frozenset("me him her them us you it".split())


def verb_statement(reading: Reading, at: int, previous: Draft | None) -> Draft | None:
    """The statement that the reporting verb at token `at` makes, or None where it makes none."""
    form = reporting_forms()[reading.lowers[at]]
    first, stop = reading.sentence(at)
    if reading.is_capital(at) and at > first and reading.is_capital(at - 1):
        return None
    cue = _verb_group(reading, at, first, stop, form)
    if cue is None or (cue.form.shape in ("base", "third") and _is_noun(reading, cue)):
        return None
    for verb in form.verbs:
        after = _tail_end(reading, at + 1, verb.tail)
        if after is not None:
            draft = _passive(reading, cue, verb, after) if cue.passive else _active(reading, cue, verb, after, previous)
            if draft is not None:
                return draft
    return None


def _tail_end(reading: Reading, at: int, tail: tuple[str, ...]) -> int | None:
    """The token after a verb's particles and prepositions, or None when they are not there."""
    for part in tail:
        if at >= reading.size or reading.lowers[at] != part or reading.quote_at[at] >= 0:
            return None
        at += 1
    return at


def _verb_group(reading: Reading, at: int, first: int, stop: int, form: Form) -> Cue | None:
    lowers = reading.lowers
    group = at
    passive = infinitive = False
    while group > first and reading.quote_at[group - 1] < 0:
        low = lowers[group - 1]
        if low in BE or (low == "'s" and group - 1 > first and lowers[group - 2] in SUBJECT_PRONOUNS):
            passive = passive or (form.shape == "past" and low not in ("'s",))
        elif low == "to" and not infinitive and group - 1 > first:
            infinitive = True
            group -= 2
            while group > first and is_adverb(lowers[group]):
                group -= 1
            if lowers[group] not in _RAISING and not (group > first and lowers[group - 1] in BE):
                return None
            continue
        elif not (low in AUXILIARY or low.endswith("n't") or is_adverb(low)):
            break
        group -= 1
    while group < at and is_adverb(lowers[group]) and not infinitive:
        group += 1
    return Cue(at, first, stop, group, form, passive, infinitive)


def _is_noun(reading: Reading, cue: Cue) -> bool:
    """Whether a form that can be a noun ("claims", "report") is one here."""
    low = reading.lowers[cue.at]
    before = reading.lowers[cue.at - 1] if cue.at > cue.first else ""
    if cue.group < cue.at:
        return False
    if not before or before in DETERMINERS or before in PREPOSITIONS or before == "'s":
        return True
    if before in SUBJECT_PRONOUNS:
        return False
    if low not in NOUN_FORMS:
        return before.endswith(("ous", "ful", "ive", "able"))
    following = reading.lowers[cue.at + 1] if cue.at + 1 < cue.stop else ""
    if cue.form.shape == "base":
        return not (before.endswith("s") or before in ("people", "who", "that")) or following in ("of", "from", "by")
    return not (reading.is_capital(cue.at - 1) or before == "who") or following in ("of", "from", "by", "in")


def _active(reading: Reading, cue: Cue, verb: Reporting, after: int, previous: Draft | None) -> Draft | None:
    frames = verb.frames
    inverted = _inverted(reading, cue, verb, after) if "quote" in frames and not verb.tail else None
    if inverted:
        return inverted
    source = _source(reading, cue, previous)
    if source is None:
        return None
    draft = Draft(verb.act, (cue.at, after), source, stop=cue.stop)
    if cue.at > source[1] and source[0] > cue.first and "quote" in frames:
        _quote_before(reading, cue, source, draft)
        if draft.content:
            _quote_after(reading, after, cue.stop, draft)
            return draft
    _right(reading, cue, verb, after, draft)
    if not draft.content and {"bare", "quote"} & frames and not verb.tail:
        _left(reading, cue, source, after, draft)
    return draft if draft.content else None


def _source(reading: Reading, cue: Cue, previous: Draft | None) -> Range | None:
    group = cue.group
    before = reading.lowers[group - 1] if group > cue.first else ""
    if cue.form.shape == "ing" and group == cue.at and reading.words[group - 1] != "'m":
        return _participle_source(reading, cue, previous)
    if before in ("and", "but", "then", "or") or (before == "," and cue.form.shape == "past"):
        if previous is not None and previous.stop == cue.stop and previous.source and previous.cue[0] < cue.at:
            shared = _shared(reading, cue, before)
            if shared:
                return previous.source
        if before in ("and", "but", "then", "or"):
            return _main_subject(reading, cue, group - 1)
    return source_before(reading, group, cue.first)


def _shared(reading: Reading, cue: Cue, before: str) -> bool:
    return before != ","


def _main_subject(reading: Reading, cue: Cue, stop: int) -> Range | None:
    """The subject of the clause before token `stop`: the noun phrase before the nearest finite verb."""
    at = stop - 1
    while at > max(cue.first, stop - 40):
        if reading.quote_at[at] < 0 and reading.is_finite(at):
            while at > cue.first and (reading.lowers[at - 1] in AUXILIARY or is_adverb(reading.lowers[at - 1])):
                at -= 1
            if at > cue.first and reading.lowers[at - 1] in ("and", "but", "to", ","):
                at -= 1
                continue
            found = source_before(reading, at, cue.first)
            if found:
                return found
        at -= 1
    return None


def _participle_source(reading: Reading, cue: Cue, previous: Draft | None) -> Range | None:
    """Who does what a participle says: ", adding that", "a rally was held ..., requesting", "a statement saying"."""
    at = cue.at
    if at == cue.first:
        return None
    before = reading.words[at - 1]
    if before == "," or reading.lowers[at - 1] in ("and", "while", "by", "after", "before", "without"):
        if previous is not None and previous.stop == cue.stop and previous.source:
            return previous.source
        return _main_subject(reading, cue, at - 1)
    if reading.is_word(at - 1) and reading.lowers[at - 1] not in PREPOSITIONS:
        if cue.group < at:
            return source_before(reading, cue.group, cue.first)
        found = source_before(reading, at, max(cue.first, at - 8))
        if found and reading.lowers[found[1] - 1] not in DETERMINERS:
            return found
    return None


def _quote_before(reading: Reading, cue: Cue, source: Range, draft: Draft) -> None:
    at = source[0] - 1
    if at >= 0 and reading.words[at] == "," and reading.quote_at[at] < 0:
        at -= 1
    number = reading.closes_quotation(at)
    if number >= 0 and reading.quote_stop[number] - reading.quote_first[number] > 4:
        following = reading.lowers[cue.at + 1] if cue.at + 1 < reading.size else ""
        if following not in ("that",):
            draft.content.append(reading.quotations[number].span)
            draft.quoted = True


def _quote_after(reading: Reading, after: int, stop: int, draft: Draft) -> None:
    """The second part of a quotation that its attribution divides."""
    at = after
    while at < min(stop, after + 40) and reading.quote_at[at] < 0:
        at += 1
    number = reading.opens_quotation(at) if at < stop else -1
    if (number >= 0 and reading.words[at - 1] in ",:;") or (number >= 0 and at == after):
        draft.content.append(reading.quotations[number].span)


def _inverted(reading: Reading, cue: Cue, verb: Reporting, after: int) -> Draft | None:
    """A quotation or a clause, then "said Smith"."""
    at = cue.at - 1
    while at >= cue.first and is_adverb(reading.lowers[at]):
        at -= 1
    if at < 0 or cue.group < cue.at:
        return None
    comma = reading.words[at] == "," and reading.quote_at[at] < 0
    number = reading.closes_quotation(at - 1 if comma else at)
    if number < 0 and not (comma and at > cue.first + 2):
        return None
    source = phrase_after(reading, after, cue.stop)
    if source is None or reading.lowers[source[0]] in _HEARER - {"you", "it"}:
        return None
    if number < 0:
        rest = reading.words[source[1]] if source[1] < cue.stop else "."
        if rest not in ",." or not (reading.is_capital(source[0]) or reading.lowers[source[0]] in DETERMINERS):
            return None
        if cue.form.shape == "ing":
            return None
        span = reading.chars(cue.first, at)
        return Draft(verb.act, (cue.at, after), source, [span], False, cue.stop) if span else None
    draft = Draft(verb.act, (cue.at, after), source, [reading.quotations[number].span], True, cue.stop)
    _quote_after(reading, source[1], cue.stop, draft)
    return draft


def _right(reading: Reading, cue: Cue, verb: Reporting, after: int, draft: Draft) -> None:
    """What follows the verb, by the first of its frames that fits."""
    frames, lowers = verb.frames, reading.lowers
    at = after
    if "whom" in frames:
        at = _skip_hearer(reading, at, cue.stop)
    clause = skip_adjuncts(reading, at, cue.stop)
    if clause < cue.stop and reading.words[clause] == "," and clause + 1 < cue.stop and lowers[clause + 1] == "that":
        clause += 1
    if clause < cue.stop and reading.words[clause] in ",:" and _take_quote(reading, clause + 1, cue, draft, frames):
        return
    if _take_quote(reading, clause, cue, draft, frames):
        return
    if clause >= cue.stop:
        return
    low = lowers[clause]
    if reading.words[clause] == ":" and {"quote", "bare"} & frames:
        _take(reading, clause + 1, cue.stop, draft)
    elif {"that", "bare"} & frames and (low == "that" or (low in _QUESTIONS and low != "who")):
        _take(reading, clause + (low == "that"), cue.stop, draft)
    elif "about" in frames and low in ("about",):
        _take(reading, clause + 1, cue.stop, draft)
    elif ("to" in frames and lowers[at] == "to") or ("to-do" in frames and _is_told_to(reading, at, cue.stop)):
        _take(reading, at, cue.stop, draft)
    elif "bare" in frames and _is_clause(reading, clause, cue.stop):
        _take(reading, clause, cue.stop, draft)
    elif ("np" in frames or "ing" in frames) and _is_object(reading, after, cue.stop, frames):
        _take(reading, after, cue.stop, draft)


def _take(reading: Reading, first: int, stop: int, draft: Draft) -> None:
    end = content_end(reading, first, stop)
    span = reading.chars(first, end)
    if span is None:
        return
    span = _without_stop(reading, span, first, end)
    draft.content.append(span)


def _without_stop(reading: Reading, span: Span, first: int, end: int) -> Span:
    """The span without the sentence's last full stop."""
    last = end - 1
    while last > first and reading.words[last] in ".!?" and reading.quote_at[last] < 0:
        last -= 1
        if reading.ends[last] != reading.starts[last + 1]:
            break
    if last < end - 1 and reading.ends[last] > span.start:
        if (
            reading.words[last + 1] == "."
            and last >= 1
            and len(reading.words[last]) == 1
            and reading.words[last - 1] == "."
        ):
            return span
        return Span(span.start, reading.ends[last])
    return span


def _take_quote(reading: Reading, at: int, cue: Cue, draft: Draft, frames: frozenset[str]) -> bool:
    number = reading.opens_quotation(at) if at < reading.size else -1
    if number < 0:
        return False
    if at >= cue.stop and reading.words[cue.stop - 1] != ":":
        return False
    quote_stop = reading.quote_stop[number]
    if quote_stop < cue.stop - 1 and not (
        reading.words[quote_stop - 2] in ",.!?" or reading.words[quote_stop] in ",.;"
    ):
        return False
    if not {"quote", "np", "bare", "that"} & frames:
        return False
    draft.content.append(reading.quotations[number].span)
    draft.quoted = True
    return True


def _skip_hearer(reading: Reading, at: int, stop: int) -> int:
    """The token after the person spoken to."""
    lowers = reading.lowers
    if at < stop and lowers[at] in _HEARER:
        return at + 1
    found = at
    while found < min(stop, at + 25):
        low = lowers[found]
        if reading.quote_at[found] >= 0 or low in _QUESTIONS or low in ("that", "to") or reading.words[found] in ":":
            return found
        if reading.words[found] == ",":
            return (
                found
                if found == at or reading.opens_quotation(found + 1) >= 0 or lowers[found + 1 : found + 2] == ["that"]
                else at
            )
        if found > at and (low in SUBJECT_PRONOUNS or low in DETERMINERS or low in POSSESSIVES):
            return found
        if low in PREPOSITIONS and low not in ("of", "for", "at", "from"):
            return found
        if reading.is_finite(found):
            return at
        found += 1
    return at


def _is_told_to(reading: Reading, at: int, stop: int) -> bool:
    """Whether "somebody to do something" follows."""
    for here in range(at + 1, min(stop - 1, at + 25)):
        low = reading.lowers[here]
        if low == "to":
            following = reading.lowers[here + 1]
            return following.isalpha() and following not in DETERMINERS and not following.endswith(("ing", "ed"))
        if reading.quote_at[here] >= 0 or reading.words[here] in ",;:" or reading.is_finite(here) or low == "that":
            return False
    return False


def _is_clause(reading: Reading, at: int, stop: int) -> bool:
    """Whether a clause of its own, with a subject and a verb, begins here."""
    low = reading.lowers[at]
    if not reading.is_word(at) and reading.quote_at[at] < 0 and reading.words[at] not in "$£€¥":
        return False
    if low in ("and", "or", "but", "as", "to", "of", "than"):
        return False
    return any(
        reading.is_finite(here) or reading.quote_at[here] >= 0
        for here in range(at + (low not in SUBJECT_PRONOUNS), min(stop, at + 30))
    )


def _is_object(reading: Reading, at: int, stop: int, frames: frozenset[str]) -> bool:
    if at >= stop:
        return False
    low = reading.lowers[at]
    if "ing" in frames and low.endswith("ing"):
        return True
    if "np" not in frames or not (reading.is_word(at) or reading.quote_at[at] >= 0):
        return False
    return not (
        low in PREPOSITIONS or low in ("and", "or", "but", "to", "as", "that") or is_adverb(low) or low in AUXILIARY
    )


def _left(reading: Reading, cue: Cue, source: Range, after: int, draft: Draft) -> None:
    """What stands before "…, Smith said"; where it goes on after it, both parts."""
    at = source[0] - 1
    if at <= cue.first or reading.words[at] != "," or source[1] > cue.at:
        return
    if at - cue.first < 3 and not (after < cue.stop and reading.words[after] == ","):
        return
    span = reading.chars(max(cue.first, at - REACH), at)
    if span is None:
        return
    draft.content.append(span)
    if after + 1 < cue.stop and reading.words[after] == "," and reading.quote_at[after + 1] < 0:
        _take(reading, after + 1, cue.stop, draft)
    elif at - cue.first < 4:
        draft.content.clear()


def _passive(reading: Reading, cue: Cue, verb: Reporting, after: int) -> Draft | None:
    """ "was accused by X of", "was asked about", "is expected to"."""
    lowers = reading.lowers
    by = next((at for at in range(after, min(cue.stop, after + 12)) if lowers[at] == "by"), None)
    subject = source_before(reading, cue.group, cue.first)
    if by is not None and reading.quote_at[by] < 0 and verb.act != "believe":
        agent = phrase_after(reading, by + 1, cue.stop)
        if agent is not None and reading.is_word(agent[0]):
            content = reading.chars(agent[1], content_end(reading, agent[1], cue.stop))
            if by > after + 1:
                content = reading.chars(after, by)
            if content is None and subject:
                content = reading.chars(*subject)
            return Draft(verb.act, (cue.at, after), agent, [content], stop=cue.stop) if content else None
    if subject is None or after >= cue.stop:
        return None
    if lowers[after] == "to" and ("to" in verb.frames or "bare" in verb.frames or "to-do" in verb.frames):
        draft = Draft(verb.act, (cue.at, after), None, stop=cue.stop)
        _take(reading, after, cue.stop, draft)
        return draft if draft.content else None
    return None
