"""Statements without a verb of their own: "according to X"."""

from factcheck.kinds.statement.contents import clause_end
from factcheck.kinds.statement.draft import Draft, Range
from factcheck.kinds.statement.reading import Reading
from factcheck.kinds.statement.words import WEEKDAYS


def according_to(reading: Reading, at: int) -> Draft | None:
    """The statement that "according to X" attributes: the rest of the sentence after it, or what stands before.

    Its content is empty where the next attribution follows at once: that one has the content.
    """
    first, stop = reading.sentence(at)
    if at + 2 >= stop or reading.lowers[at + 1] != "to":
        return None
    source = _source(reading, at + 2, stop)
    if source is None:
        return None
    draft = Draft("report", (at, at + 2), source, stop=stop)
    leads = reading.lowers[first] in ("according", "but", "and", "still") or at - first < 3
    begins = leads and stop - source[1] > 3
    if begins:
        begin = source[1]
        while begin < stop and reading.words[begin] != ",":
            begin += 1
        end = clause_end(reading, begin + 1, stop)
        last = end - 1
        if last > begin and reading.words[last] in ".!?":
            end = last
        span = reading.chars(begin + 1, end)
    else:
        span = reading.chars(first, at)
        number = reading.closes_quotation(at - 1 if reading.words[at - 1] != "," else at - 2)
        if number >= 0 and reading.quote_first[number] <= first:
            span, draft.quoted = reading.quotations[number].span, True
    if span is not None:
        draft.content.append(span)
    return draft


def _source(reading: Reading, first: int, stop: int) -> Range | None:
    at = first
    while at < min(stop, first + 40):
        word = reading.words[at]
        following = reading.lowers[at + 1] if at + 1 < stop else ""
        if at > first and reading.lowers[at] == "on" and (following == "the" or following in WEEKDAYS):
            break
        if word in ",;:)" or (word == "." and at + 1 >= stop) or word in "–—":
            break
        at += 1
    return (first, at) if at > first else None
