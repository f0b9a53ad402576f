"""Statements whose content is a quotation before or after the verb: "…," Smith said; "…," said Smith."""

from factcheck.kinds.statement.adjuncts import skip_adjuncts
from factcheck.kinds.statement.contents import clause_end, take
from factcheck.kinds.statement.draft import Cue, Draft, Range
from factcheck.kinds.statement.lexicon import Reporting, reporting_forms
from factcheck.kinds.statement.phrases import phrase_after
from factcheck.kinds.statement.reading import Reading
from factcheck.kinds.statement.words import DETERMINERS, PREPOSITIONS

_NAMED = frozenset(["per"])
_OBJECTS = frozenset("me him her them us".split())


def quote_before(reading: Reading, cue: Cue, source: Range, draft: Draft) -> bool:
    """Takes the quotation that ends where the source begins: "…," Smith said."""
    at = source[0] - 1
    if at >= 0 and reading.words[at] == "," and reading.quote_at[at] < 0:
        at -= 1
    number = reading.closes_quotation(at)
    if number < 0 or reading.paragraph(source[0])[0] > reading.quote_first[number]:
        return False
    if source[0] <= cue.first and not _asks_for_attribution(reading, cue, number):
        return False
    before = reading.lowers[reading.quote_first[number] - 1] if reading.quote_first[number] > cue.first else ""
    if before in PREPOSITIONS or before == "'s" or (before.isalpha() and reading.is_title(number)):
        return False
    following = reading.lowers[cue.at + 1] if cue.at + 1 < reading.size else ""
    if following == "that" or (reading.quote_stop[number] - reading.quote_first[number] <= 4 and at != source[0] - 1):
        return False
    _take_quoted(reading, cue, number, draft)
    return True


def _take_quoted(reading: Reading, cue: Cue, number: int, draft: Draft) -> None:
    """Takes a quotation, with the clause that it ends where it is only a part: He was “very tired,” she said."""
    first, stop = reading.quote_first[number], reading.quote_stop[number]
    partial = first > cue.first and reading.is_word(first - 1) and reading.clause_words(cue.first, first)
    whole = reading.chars(cue.first, stop) if partial else None
    draft.content.append(whole or reading.quotations[number].span)
    draft.quoted = whole is None


def _asks_for_attribution(reading: Reading, cue: Cue, number: int) -> bool:
    """Whether a quotation that ends like a sentence belongs to the next one: "Why?" Smith asked."""
    last = reading.quote_stop[number] - 1
    if not reading.is_word(last - 1) and reading.words[last] == "'":
        last -= 1
    return reading.words[last - 1] in "?!" and skip_adjuncts(reading, cue.at + 1, cue.stop) >= cue.stop - 1


def quote_after(reading: Reading, after: int, stop: int, draft: Draft) -> None:
    """Takes the second part of a quotation that its attribution divides."""
    at = after
    forms = reporting_forms()
    while at < min(stop, after + 40) and reading.quote_at[at] < 0:
        if (form := forms.get(reading.lowers[at])) is not None and form.shape == "ing":
            return
        at += 1
    number = reading.opens_quotation(at) if at < stop else -1
    if number >= 0 and (reading.words[at - 1] in ",:;" or at == after):
        draft.content.append(reading.quotations[number].span)


def quote_here(reading: Reading, at: int, cue: Cue, draft: Draft) -> bool:
    """Takes the quotation that begins at token `at`, if it is what was said and not a word in a phrase."""
    number = reading.opens_quotation(at) if at < reading.size else -1
    if number < 0 or (at >= cue.stop and reading.words[cue.stop - 1] != ":"):
        return False
    stop = reading.quote_stop[number]
    inside = stop < cue.stop - 1 and not reading.ends_spoken(number) and reading.words[stop] not in ",.;"
    if inside and reading.words[at - 1] not in ",:":
        return False
    draft.content.append(reading.quotations[number].span)
    draft.quoted = True
    return True


def inverted(reading: Reading, cue: Cue, verb: Reporting, after: int) -> Draft | None:
    """A quotation or a clause, then "said Smith"; or a sentence that begins with "Said Smith:"."""
    at = cue.at - 1
    while at >= cue.first and reading.is_adverb(at):
        at -= 1
    if at < cue.first and cue.form.shape in ("past", "third"):
        opening = _opening(reading, cue, verb, after)
        if opening is not None:
            return opening
    if at < 0 or cue.group < cue.at:
        return None
    comma = reading.words[at] == "," and reading.quote_at[at] < 0
    number = reading.closes_quotation(at - 1 if comma else at)
    if number < 0 and not (comma and at > cue.first + 1 and cue.form.shape != "ing"):
        return None
    source = phrase_after(reading, after, cue.stop)
    if source is None or reading.lowers[source[0]] in _OBJECTS or reading.lowers[after] in PREPOSITIONS - _NAMED:
        return None
    if number < 0 and verb.act != "say":
        return None
    if number < 0:
        return _after_clause(reading, cue, verb, (at, after), source)
    draft = Draft(verb.act, (cue.at, after), source, stop=cue.stop)
    _take_quoted(reading, cue, number, draft)
    quote_after(reading, source[1], cue.stop, draft)
    return draft


def _after_clause(reading: Reading, cue: Cue, verb: Reporting, comma: Range, source: Range) -> Draft | None:
    """A clause without marks, then "said Smith"."""
    rest = reading.words[source[1]] if source[1] < cue.stop else "."
    if rest not in ",." or not (reading.is_capital(source[0]) or reading.lowers[source[0]] in DETERMINERS):
        return None
    span = reading.chars(cue.first, comma[0])
    parted = rest == "," and source[1] + 1 < cue.stop and reading.is_finite(source[1] + 1)
    if span is None or (comma[0] - cue.first < 3 and not parted):
        return None
    draft = Draft(verb.act, (cue.at, comma[1]), source, [span], False, cue.stop)
    if parted:
        take(reading, source[1] + 1, clause_end(reading, source[1] + 1, cue.stop), draft)
    return draft


def _opening(reading: Reading, cue: Cue, verb: Reporting, after: int) -> Draft | None:
    source = phrase_after(reading, after, cue.stop)
    if source is None or source[1] >= cue.stop or reading.words[source[1]] not in ",:":
        return None
    number = reading.opens_quotation(source[1] + 1)
    if number < 0:
        return None
    return Draft(verb.act, (cue.at, after), source, [reading.quotations[number].span], True, cue.stop)
