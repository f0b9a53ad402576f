"""Finds the dates of a document: one pass over its tokens, then links, then values."""

from collections.abc import Iterator, Sequence
from datetime import date

from factcheck.document import Document
from factcheck.kinds.date import calendar_rules, cjk, clock_rules, digit_rules, period_rules, unit_rules, word_rules
from factcheck.kinds.date.item import Item
from factcheck.kinds.date.link import linked
from factcheck.kinds.date.reading import Reading
from factcheck.kinds.date.resolve import resolve
from factcheck.kinds.date.scan import Rule, Scan
from factcheck.kinds.date.steps import Point, day_of
from factcheck.kinds.date.value import DateMention
from factcheck.kinds.date.words import (
    DAY_PARTS,
    DECADES,
    EVERY,
    HOLIDAYS,
    MONTHS,
    MOVING_HOLIDAYS,
    PAST,
    PRESENT,
    SEASONS,
    UNITS,
    WEEKDAY_PLURALS,
    WEEKDAYS,
)
from factcheck.model import Span

_RULES: dict[str, Rule] = {
    **dict.fromkeys(MONTHS, calendar_rules.month),
    **dict.fromkeys(WEEKDAYS, calendar_rules.weekday),
    **dict.fromkeys(WEEKDAY_PLURALS, calendar_rules.weekdays),
    **dict.fromkeys(DECADES, digit_rules.word_decade),
    **dict.fromkeys(UNITS, unit_rules.unit),
    "quarter": lambda scan, at: clock_rules.by_quarters(scan, at) or unit_rules.unit(scan, at),
    "ad": digit_rules.anno_domini,
    "half": lambda scan, at: clock_rules.by_quarters(scan, at) or period_rules.half(scan, at),
    **dict.fromkeys(SEASONS, word_rules.season),
    **dict.fromkeys(DAY_PARTS, word_rules.day_part),
    **dict.fromkeys(("today", "tonight", "yesterday", "tomorrow"), word_rules.deictic),
    **dict.fromkeys(PRESENT, word_rules.now),
    **dict.fromkeys(PAST, word_rules.past),
    "q": word_rules.quarter_label,
    "h": word_rules.quarter_label,
    "past": word_rules.the_past,
    "future": word_rules.future,
    "time": word_rules.time,
    "moment": word_rules.moment,
    **dict.fromkeys(EVERY, word_rules.every),
    **dict.fromkeys((words[0] for words in (*HOLIDAYS, *MOVING_HOLIDAYS)), word_rules.holiday),
    "年": cjk.year,
    "月": cjk.month,
    **dict.fromkeys("日号號", cjk.day),
    "期": cjk.week_day,
    "曜": cjk.week_day,
    **dict.fromkeys(("noon", "midday", "midnight"), clock_rules.named),
}
"""Which rule a word calls; a word that begins with a digit calls `_number`."""

_NUMBER_RULES: tuple[Rule, ...] = (
    digit_rules.digits,
    clock_rules.clock,
    digit_rules.year,
    word_rules.day_of_month,
)


def _number(scan: Scan, at: int) -> Item | list[Item] | None:
    for rule in _NUMBER_RULES:
        if found := rule(scan, at):
            return found
    return None


def items_of(scan: Scan) -> list[Item]:
    """The dates of a document as they stand, in reading order."""
    out: list[Item] = []
    rules = _RULES
    for at, word in enumerate(scan.lowers):
        rule = rules.get(word)
        if rule is None:
            if not "0" <= word[0] <= "9":
                continue
            rule = _number
        if at < scan.free or (found := rule(scan, at)) is None:
            continue
        if isinstance(found, Item):
            out.append(found)
        else:
            out += found
        scan.free = out[-1].last + 1
    return linked(scan, out)


def find(document: Document, taken: Sequence[Span]) -> Iterator[tuple[Span, DateMention]]:
    """Every date of the document with its value."""
    scan = Scan(document)
    items = items_of(scan)
    if not items:
        return
    state = document.memory.setdefault("date", _State())
    state.count(scan, items, document)
    reading = Reading(scan, document.published, state.anchor, state.narrative, state.named)
    for item in items:
        if (value := resolve(reading, item)) is not None:
            yield scan.tokens.span(item.first, item.last), value
    state.anchor = reading.anchor


_OPENING, _OPENING_WEIGHT = 2, 4
"""How many dates open an article, and how much more one of its own days weighs among them."""
_CLOSE = 7
"""How many days a day without a year lies from the publication that it is one of its own days."""


class _State:
    """What is carried from one stretch of an article to the next."""

    def __init__(self) -> None:
        self.anchor = Point()
        self.old = 0
        self.fresh = 0
        self.narrative = False
        self.named: list[date] = []
        self.seen = 0

    def count(self, scan: Scan, items: list[Item], document: Document) -> None:
        """Weighs months and days of years long past against words that count from the day of publication."""
        year = document.published.part(0) if document.published else None
        distant, apart = (9999, 5) if year is None else (year - 2, 2)
        for item in items:
            self.fresh += _OPENING_WEIGHT * (self.seen < _OPENING and _is_of_today(item, document))
            self.seen += 1
            if item.form in ("weekday", "deictic", "this", "offset") or (item.unit == "year" and item.rel is not None):
                self.fresh += 1
            elif item.year is not None:
                dated = item.month is not None or item.year < 0
                self.old += dated and item.year <= distant
                self.fresh += year is not None and item.year >= year
        self.narrative = self.old >= apart and self.old > self.fresh


def _is_of_today(item: Item, document: Document) -> bool:
    """Whether a date that names no year is a day of the week or lies close to the publication, as in a lead."""
    if item.form == "weekday":
        return item.rel is None
    today = document.published.day if document.published else None
    if item.form != "day" or item.year is not None or today is None or not (item.month and item.day):
        return False
    found = (day_of(today.year + step, item.month, item.day) for step in (-1, 0, 1))
    return any(day is not None and abs((day - today).days) <= _CLOSE for day in found)
