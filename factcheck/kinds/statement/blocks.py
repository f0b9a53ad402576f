"""Statements set apart with their source on a line below: block quotations and pull quotes."""

from itertools import pairwise

from factcheck.kinds.statement.draft import Draft, Range
from factcheck.kinds.statement.reading import Reading
from factcheck.model import Span

_DASHES = frozenset("-–—―~")
_LONGEST = 20
"""How many tokens a line has at most that only names somebody."""


def attributed_below(reading: Reading) -> list[Draft]:
    """What lines marked with ">", or a paragraph in quotation marks, say by whom the line below names.

    Nothing there reports: the cue of such a draft is an empty range where its content begins.
    """
    found: list[Draft] = []
    starts = [*reading.paragraph_starts, reading.size]
    block: list[Range] = []
    for first, stop in pairwise(starts):
        marked = reading.words[first] == ">"
        source, dashed = _named(reading, first + marked, stop)
        content = [span for part in block if (span := _said(reading, *part))]
        in_block = marked and bool(block) and reading.words[block[-1][0]] == ">"
        quoted = dashed and len(content) == 1 and reading.closes_quotation(block[-1][1] - 1) >= 0
        if source and content and (in_block or quoted):
            at = block[0][0]
            found.append(Draft("say", (at, at), source, content, stop=stop))
            block = []
        else:
            block = [*block, (first, stop)] if in_block else [(first, stop)]
    return found


def _said(reading: Reading, first: int, stop: int) -> Span | None:
    """What a line says: a quotation that it is, else its words without the mark before them."""
    first += reading.words[first] == ">"
    number = reading.opens_quotation(first)
    if number >= 0 and reading.quote_stop[number] == stop:
        return reading.quotations[number].span
    return reading.chars(first, stop)


def _named(reading: Reading, first: int, stop: int) -> tuple[Range | None, bool]:
    """The person whom a line names and nothing more, and whether a dash leads to the name."""
    begin = first
    while first < stop and reading.words[first] in _DASHES:
        first += 1
    at = first
    while at < stop and (reading.is_capital(at) or (reading.words[at] in ".-'’" and at > first)):
        at += 1
    dashed = first > begin
    named = sum(reading.is_word(here) for here in range(first, at))
    if not (2 <= named <= 6 or (dashed and named)) or stop - first > _LONGEST or reading.words[stop - 1] in ".!?:":
        return None, dashed
    if at < stop and reading.words[at] not in ",(":
        return None, dashed
    plain = all(reading.quote_at[here] < 0 and not reading.is_finite(here) for here in range(first, stop))
    return ((first, stop) if plain else None), dashed
