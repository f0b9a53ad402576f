"""The amounts of a text: one walk over its tokens, then what belongs together is joined."""

import re
from collections.abc import Iterator, Sequence

from factcheck.document import CJK, Document, Tokens
from factcheck.kinds.amount.bounds import bound_of
from factcheck.kinds.amount.han import HAN_STARTS, han_reading_at, is_han_date, read_han_bound
from factcheck.kinds.amount.never import goes_on, is_glued_name, is_joined_digits, is_label, is_no_amount
from factcheck.kinds.amount.nouns import read_noun
from factcheck.kinds.amount.powers import read_power, read_share
from factcheck.kinds.amount.ranges import joined, tolerances
from factcheck.kinds.amount.reading import Reading, Sort, gap
from factcheck.kinds.amount.related import relate
from factcheck.kinds.amount.units import read_letter_scale, read_money_before, read_sign, read_unit_after
from factcheck.model import Span
from factcheck.numbers import STARTS, number_at

_HAN = re.compile(f"[{CJK}]")
_STARTS = STARTS - {"."}


def readings_of(document: Document, taken: Sequence[Span]) -> list[Reading]:
    """Every amount of the document outside the spans already taken, in reading order."""
    tokens = document.tokens
    han = _HAN.search(document.view, document.start, document.end) is not None
    readings = joined(tokens, tolerances(tokens, list(_readings(tokens, taken, han))))
    relate(document, readings)
    return readings


def _readings(tokens: Tokens, taken: Sequence[Span], han: bool) -> Iterator[Reading]:
    blocks = iter(taken)
    block = next(blocks, None)
    done = kept = label = -1
    starts = _STARTS | HAN_STARTS if han else _STARTS
    for at, word in enumerate(tokens.lowers):
        if (word not in starts and not "0" <= word[0] <= "9") or at <= done:
            continue
        start = tokens.starts[at]
        while block is not None and block.end <= start:
            kept = max(kept, tokens.index_at(block.end - 1))
            block = next(blocks, None)
        if block is not None and block.start <= start:
            continue
        limit = len(tokens) if block is None else tokens.index_at(block.start - 1) + 1
        reading = han_reading_at(tokens, at, limit, kept) if han else None
        if reading is None and not (han and is_han_date(tokens, at)):
            reading = reading_at(tokens, at, limit, kept)
            if reading is not None and (is_label(tokens, reading) or goes_on(tokens, label, reading)):
                label, reading = reading.last, None
            if reading is not None and han and reading.bound == "=":
                read_han_bound(tokens, reading)
        if reading is not None:
            done = kept = reading.last
            yield reading
        elif "0" <= word[0] <= "9":
            done = at


def reading_at(tokens: Tokens, at: int, limit: int, done: int = -1) -> Reading | None:
    """The amount whose number begins at token `at`, before token `limit` and after `done`, or None."""
    if at and tokens.words[at - 1] == "." and gap(tokens, at) == 0 and gap(tokens, at - 1) > 0 and at - 1 > done:
        at -= 1
    number = number_at(tokens, at)
    if number is None or number.last >= limit:
        return None
    reading = Reading(number, number.low, number.high, at, number.last, bound="~" if number.low != number.high else "=")
    read_money_before(tokens, reading, done)
    if not reading.marked:
        read_sign(tokens, reading)
    read_power(tokens, reading)
    read_share(tokens, reading)
    read_letter_scale(tokens, reading)
    read_unit_after(tokens, reading, limit)
    if reading.last >= limit or reading.first <= done:
        return None
    if is_glued_name(tokens, reading, done) or is_joined_digits(tokens, reading, done):
        return None
    if reading.sort is Sort.BARE:
        read_noun(tokens, reading, limit)
    if is_no_amount(tokens, reading):
        return None
    if reading.bound == "=":
        reading.bound = bound_of(tokens, reading)
    return reading
