"""The amounts of a text: one walk over its tokens, then what belongs together is joined."""

import re
from collections.abc import Iterator, Sequence

from factcheck.document import CJK, Document, Tokens
from factcheck.kinds.amount.bounds import bound_of, bounded_article
from factcheck.kinds.amount.cents import settle_cents
from factcheck.kinds.amount.crowns import settle_crowns
from factcheck.kinds.amount.dollars import settle_dollars
from factcheck.kinds.amount.exchange import read_exchange
from factcheck.kinds.amount.han import HAN_STARTS, han_reading_at, is_han_date, read_han_bound
from factcheck.kinds.amount.items import is_item, opens_line
from factcheck.kinds.amount.labels import goes_on, is_in_list, is_label
from factcheck.kinds.amount.money import read_money_before
from factcheck.kinds.amount.multiples import MULTIPLES, multiple_at
from factcheck.kinds.amount.never import code_at, is_glued_name, is_joined_digits, is_no_amount
from factcheck.kinds.amount.nouns import read_noun
from factcheck.kinds.amount.pounds import settle_pounds
from factcheck.kinds.amount.powers import read_power, read_share
from factcheck.kinds.amount.ranges import joined, tolerances
from factcheck.kinds.amount.rates import read_frequency
from factcheck.kinds.amount.reading import Reading, Sort, gap
from factcheck.kinds.amount.related import relate
from factcheck.kinds.amount.signs import read_letter_scale, read_sign
from factcheck.kinds.amount.units import read_scale_before, read_unit_after
from factcheck.model import Span
from factcheck.numbers import OPENING_PARTS, STARTS, number_at

_HAN = re.compile(f"[{CJK}]")
_STARTS = (STARTS - {"."}) | MULTIPLES | OPENING_PARTS


def readings_of(document: Document, taken: Sequence[Span]) -> list[Reading]:
    """Every amount of the document outside the spans already taken, in reading order."""
    tokens = document.tokens
    readings = joined(tokens, tolerances(tokens, list(_Walk(document, taken).readings())))
    relate(document, readings)
    settle_crowns(document, readings)
    settle_dollars(document, readings)
    settle_cents(document, readings)
    settle_pounds(document, readings)
    return readings


class _Walk:
    """One walk over the tokens. `done` is the last token looked at, `kept` the last that belongs to an amount or was
    taken before, `amount` the last of the last amount, `label` the last of a number that only names something.
    """

    def __init__(self, document: Document, taken: Sequence[Span]) -> None:
        self.tokens, self.view = document.tokens, document.view
        self.han = _HAN.search(document.view, document.start, document.end) is not None
        self.blocks = iter(taken)
        self.block = next(self.blocks, None)
        self.done = self.kept = self.label = self.amount = -1

    def readings(self) -> Iterator[Reading]:
        starts = _STARTS | HAN_STARTS if self.han else _STARTS
        for at, word in enumerate(self.tokens.lowers):
            digits = "0" <= word[0] <= "9"
            if not (digits or word in starts) or at <= self.done:
                continue
            limit = self._limit(at)
            if limit <= at:
                continue
            if digits and (code := code_at(self.tokens, at)) is not None:
                self.done = code
                continue
            reading = self._reading_at(at, limit)
            if reading is not None:
                self.done = self.kept = self.amount = reading.last
                yield reading
            elif digits:
                self.done = at

    def _limit(self, at: int) -> int:
        """The token where the next taken span begins; `at` itself or less where that is taken."""
        start = self.tokens.starts[at]
        while self.block is not None and self.block.end <= start:
            self.kept = max(self.kept, self.tokens.index_at(self.block.end - 1))
            self.block = next(self.blocks, None)
        if self.block is None:
            return len(self.tokens)
        return self.tokens.index_at(self.block.start - 1) + 1 if self.block.start > start else at

    def _reading_at(self, at: int, limit: int) -> Reading | None:
        tokens = self.tokens
        if self.han:
            reading = han_reading_at(tokens, at, limit, self.kept)
            if reading is not None or is_han_date(tokens, at):
                return reading
        if tokens.lowers[at] in MULTIPLES:
            reading = multiple_at(tokens, at)
        else:
            reading = reading_at(tokens, at, limit, self.kept)
            if reading is None:
                return None
            reading.opens = opens_line(self.view, tokens.starts[reading.first])
            if is_item(self.view, tokens.starts[reading.first]):
                return None
            if is_no_amount(tokens, reading):
                return None
            if _is_cut_off(tokens, reading):
                return None
            labelled = is_label(tokens, reading) and not is_in_list(tokens, reading, self.amount)
            if labelled or goes_on(tokens, self.label, reading):
                self.label = reading.last
                return None
        if reading is not None and reading.bound == "=":
            reading.bound = bound_of(tokens, reading, self.amount)
            if self.han and reading.bound == "=":
                read_han_bound(tokens, reading)
        return reading


def _is_cut_off(tokens: Tokens, reading: Reading) -> bool:
    """Whether a range goes on into what was taken before: "two to three years ago"."""
    at = reading.last + 2
    if reading.sort is not Sort.BARE or at != reading.limit or at >= len(tokens):
        return False
    return tokens.lowers[at - 1] in ("to", "or", "-", "–") and (
        tokens.lowers[at] in STARTS or tokens.words[at].isdigit()
    )


def reading_at(tokens: Tokens, at: int, limit: int, done: int) -> Reading | None:
    """The number that begins at token `at` with its signs and units, before token `limit` and after `done`, or None."""
    if at and tokens.words[at - 1] == "." and gap(tokens, at) == 0 and gap(tokens, at - 1) > 0 and at - 1 > done:
        at -= 1
    number = number_at(tokens, at) or bounded_article(tokens, at)
    if number is None or number.last >= limit:
        return None
    bound = "~" if number.low != number.high else "="
    reading = Reading(number, number.low, number.high, number.first, number.last, bound=bound, limit=limit)
    read_money_before(tokens, reading, done)
    if not reading.marked:
        read_sign(tokens, reading)
    read_power(tokens, reading)
    read_share(tokens, reading)
    read_letter_scale(tokens, reading)
    if not read_scale_before(tokens, reading, done):
        read_unit_after(tokens, reading, limit)
    if reading.last >= limit or reading.first <= done:
        return None
    if is_glued_name(tokens, reading, done) or is_joined_digits(tokens, reading, done):
        return None
    if reading.sort is Sort.BARE:
        read_noun(tokens, reading, limit)
        read_frequency(tokens, reading, limit)
    read_exchange(tokens, reading, limit)
    return reading
