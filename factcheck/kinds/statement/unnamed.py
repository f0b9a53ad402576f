"""Statements in quotations beside a verb that no table knows: "Never," she thundered; He wheeled round: "Never." """

from factcheck.kinds.statement.draft import Draft, Range
from factcheck.kinds.statement.phrases import phrase_after
from factcheck.kinds.statement.reading import Reading
from factcheck.kinds.statement.subjects import main_clause
from factcheck.kinds.statement.words import AUXILIARY


def unnamed(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """The statements of quotations that no statement has taken, where a subject and some verb stand beside them."""
    taken = {span.start for draft in drafts for span in draft.content}
    covered = sorted((span.start, span.end) for draft in drafts for span in draft.content)
    used = {at for draft in drafts for at in range(*draft.cue)}
    found: list[Draft] = []
    at = 0
    for number, quotation in enumerate(reading.quotations):
        while at < len(covered) and covered[at][1] < quotation.span.end:
            at += 1
        inside = at < len(covered) and covered[at][0] <= quotation.span.start
        if inside or quotation.span.start in taken or reading.quote_stop[number] - reading.quote_first[number] < 4:
            continue
        draft = _after(reading, number) or _before(reading, number)
        if draft is not None and draft.cue[0] not in used and not reading.is_title(number):
            draft.content.append(quotation.span)
            found.append(draft)
    return found


def _after(reading: Reading, number: int) -> Draft | None:
    """A quotation that ends with a comma, then a subject and a verb in either order."""
    at = reading.quote_stop[number]
    last = at - 2 if reading.words[at - 2] != "'" else at - 3
    if reading.words[last] not in (",", "?", "!"):
        return None
    if at >= reading.size or at in reading.paragraphs_in(at, at + 1):
        return None
    stop = reading.sentence(at)[1]
    source = phrase_after(reading, at + 1, stop) if _is_past(reading, at) else None
    if source and (source[1] >= stop or reading.words[source[1]] in ",.:;"):
        return _draft((at, at + 1), source, stop)
    source = phrase_after(reading, at, stop)
    if source and source[1] < stop and _is_past(reading, source[1]):
        return _draft((source[1], source[1] + 1), source, stop)
    return None


def _before(reading: Reading, number: int) -> Draft | None:
    """A clause that ends with a colon, then a quotation."""
    at = reading.quote_first[number] - 1
    if at < 1 or reading.words[at] != ":" or reading.quote_at[at] >= 0:
        return None
    first, stop = reading.sentence(at)
    clause = main_clause(reading, first, at)
    if clause is None or reading.lowers[clause[1]] in AUXILIARY:
        return None
    source, verb = clause
    return _draft((verb, verb + 1), source, stop)


def _draft(cue: Range, source: Range, stop: int) -> Draft:
    return Draft("say", cue, source, quoted=True, stop=stop, speaks=True)


def _is_past(reading: Reading, at: int) -> bool:
    low = reading.lowers[at]
    return reading.is_verb(at) and low not in AUXILIARY and not reading.is_capital(at)
