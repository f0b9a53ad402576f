"""Statements without a verb of their own: "according to X"."""

from factcheck.kinds.statement.contents import clause_end
from factcheck.kinds.statement.draft import Draft, Range
from factcheck.kinds.statement.phrases import is_measure
from factcheck.kinds.statement.reading import Reading
from factcheck.kinds.statement.words import CONJUNCTIONS, PREPOSITIONS, WEEKDAYS
from factcheck.model import Span


def according_to(reading: Reading, at: int) -> Draft | None:
    """The statement that "according to X" attributes: the rest of the sentence after it, or what stands before.

    Its content is empty where the next attribution follows at once: that one has the content.
    """
    first, stop = reading.sentence(at)
    if at + 2 >= stop or reading.lowers[at + 1] != "to":
        return None
    source = _source(reading, at + 2, stop)
    if source is None or is_measure(reading, source):
        return None
    draft = Draft("report", (at, at + 2), source, stop=stop)
    ahead = _ahead(reading, source[1], stop)
    if reading.lowers[first] in ("according", "but", "and", "still") or at - first < 3:
        spans = [ahead]
    elif ahead and not reading.clause_words(first, at):
        bare = reading.lowers[at - 2] in CONJUNCTIONS | PREPOSITIONS or at - first > 8
        spans = [ahead] if bare else [reading.chars(first, at), ahead]
    else:
        spans = [_behind(reading, first, at, draft)]
        if reading.words[at - 1] == "(" and source[1] + 1 < stop:
            spans.append(reading.chars(source[1] + 1, stop - (reading.words[stop - 1] in ".!?")))
    draft.content = [span for span in spans if span]
    return draft


def _ahead(reading: Reading, after: int, stop: int) -> Span | None:
    """The clause after "according to X,"."""
    if reading.lowers[after : after + 1] == ["the"]:
        return reading.chars(after, clause_end(reading, after, stop) - (reading.words[stop - 1] in ".!?"))
    while after < stop and reading.words[after] != ",":
        after += 1
    name = after + 1
    while name < min(stop, after + 6) and reading.is_capital(name):
        name += 1
    introduced = reading.lowers[name + 1 : name + 2] in (["a"], ["an"], ["who"])
    if name > after + 1 and name < stop and reading.words[name] == "," and not introduced:
        after = name
    if stop - after < 4:
        return None
    end = clause_end(reading, after + 1, stop)
    return reading.chars(after + 1, end - (reading.words[end - 1] in ".!?"))


def _behind(reading: Reading, first: int, at: int, draft: Draft) -> Span | None:
    """The clause, or the quotation, before "according to X"."""
    number = reading.closes_quotation(at - 1 if reading.words[at - 1] != "," else at - 2)
    if number >= 0 and reading.quote_first[number] <= first:
        draft.quoted = True
        return reading.quotations[number].span
    return reading.chars(first, at - (reading.words[at - 1] == "("))


def _opens_clause(reading: Reading, first: int, at: int) -> bool:
    """Whether the clause begins without a comma: "According to Berg | the quay was safe"."""
    return at > first and reading.lowers[at] == "the" and reading.is_capital(at - 1) and reading.is_word(at - 1)


def _source(reading: Reading, first: int, stop: int) -> Range | None:
    at = first
    while at < min(stop, first + 40):
        if reading.quote_at[at] >= 0:
            at = reading.quote_stop[reading.quote_at[at]]
            continue
        word = reading.words[at]
        following = reading.lowers[at + 1] if at + 1 < stop else ""
        if at > first and reading.lowers[at] == "on" and (following == "the" or following in WEEKDAYS):
            break
        if _opens_clause(reading, first, at):
            break
        if word in ",;:)" or (word == "." and at + 1 >= stop) or word in "–—":
            break
        at += 1
    return (first, at) if at > first else None
