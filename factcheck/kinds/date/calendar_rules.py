"""Dates by the calendar: months, days of a month, weekdays, years, decades and dates in digits."""

from factcheck.kinds.date.impossible_rules import names_day, unheard_day
from factcheck.kinds.date.item import Item
from factcheck.kinds.date.scan import DASHES, Scan
from factcheck.kinds.date.steps import days_in
from factcheck.kinds.date.words import (
    AFTER_DAY,
    COUNTED_NOUNS,
    DOUBTFUL_MONTHS,
    FULL_MONTHS,
    MONTHS,
    ORDINALS,
    RELATIVES,
    TEXT_RELATIVES,
    UNITS,
    WEEKDAY_PLURALS,
    WEEKDAYS,
)

_BEFORE_MONTH = frozenset(
    "in last next this since by until till of early late mid from to and through for between during past every each "
    "before after around about or next - – — ( late, coming previous following throughout into".split()
)
_NAMED_DAYS = frozenset("good black ash bloody palm super cyber holy easter whit maundy pancake giving".split())
"""Words that make a weekday the name of another thing: "Black Friday"."""
_PAPERS = frozenset("Times Telegraph Mail Mirror Post Express Herald Independent People World Sun Star".split())
_WHICH_MONTH = {"the": 0, "this": 0, "next": 1, "last": -1, "each": 0, "every": 0}
_RANGE_WORDS = frozenset(("to", "and", "or", "through", "until", "till", "&", *DASHES))


def month(scan: Scan, at: int) -> Item | list[Item] | None:
    """Everything with a month's name in it: "June 19, 2016", "5-7 June", "early May", "December of that year"."""
    name = scan.low(at)
    full = name in FULL_MONTHS
    end = at + 1 if not full and scan.low(at + 1) == "." and scan.glued(at) else at
    item = Item(at, end, "month", month=MONTHS[name])
    items = _day_after(scan, item) or _day_before(scan, item) or unheard_day(scan, item)
    if items is None or _is_count(scan, items):
        _year_after(scan, item)
        if not _is_month(scan, item, at, full, end > at):
            return None
        _relative_before(scan, item)
        return item
    if name in ("may", "march") and not scan.capital(at):
        return None
    return items


def _is_count(scan: Scan, items: list[Item]) -> bool:
    """Whether what stands beside a month is too great for its day, and counts what follows: "In June 31 people"."""
    one = items[0]
    if len(items) > 1 or one.month is None or (one.day or 0) <= days_in(None, one.month):
        return False
    if one.year is None:
        _year_after(scan, one)
    return not names_day(scan, one)


def _is_month(scan: Scan, item: Item, at: int, full: bool, dotted: bool) -> bool:
    """Whether a month's name without a day is one."""
    if item.year is not None or item.rel is not None:
        return scan.capital(at) or full
    name, before = scan.low(at), scan.low(at - 1)
    if name in ("may", "march"):
        ranged = scan.low(item.last + 1) in DASHES and scan.low(item.last + 2) in MONTHS
        return scan.capital(at) and (ranged or before in _BEFORE_MONTH)
    if not full and not dotted:
        return False
    if not scan.capital(at):
        return full and name not in DOUBTFUL_MONTHS
    if name in DOUBTFUL_MONTHS and before not in _BEFORE_MONTH:
        return not scan.capital(at + 1) and not (scan.capital(at - 1) and before.isalpha())
    if name in DOUBTFUL_MONTHS and before in ("and", "or", "to", "from", "for", "with", "("):
        return not scan.capital(at + 1) or scan.low(at + 1) in MONTHS
    return True


def _relative_before(scan: Scan, item: Item) -> None:
    """Takes "last", "next" and "this" before a month."""
    before = scan.back(item.first - 1)
    if before in ("last", "next", "this", "previous", "following") and item.year is None and item.rel is None:
        item.rel = {"last": -1, "next": 1, "this": 0, "previous": -1, "following": 1}[before]
        item.first -= 1
    elif before == "past" and scan.back(item.first - 2) in ("this", "the"):
        item.rel, item.first = -1, item.first - 2


def _year_after(scan: Scan, item: Item) -> None:
    """Takes the year that stands after a month or a day: "2010", ", 2010", "of that year", "last year"."""
    at = item.last + 1
    if scan.low(at) == "," or scan.low(at) == "of":
        at += 1
    if (found := scan.dated_year(at)) and not (scan.low(at + 1) == "%" or scan.low(at + 1) in COUNTED_NOUNS):
        item.year, item.last = found
        return
    at = item.last + 2 if scan.low(item.last + 1) in ("of", ",") else item.last + 1
    relative = scan.low(at)
    if relative == "the" and scan.low(at + 1) in TEXT_RELATIVES:
        at, relative = at + 1, scan.low(at + 1)
    if scan.low(at + 1) == "year":
        if relative in ("this", "last", "next"):
            item.unit, item.rel, item.last = "year", RELATIVES[relative], at + 1
        elif relative in TEXT_RELATIVES:
            item.unit, item.rel, item.last = "that year", TEXT_RELATIVES[relative], at + 1


def _day_after(scan: Scan, item: Item) -> list[Item] | None:
    at = item.last + 1
    if scan.low(at) == "the":
        at += 1
    if (found := scan.day(at)) is None:
        return None
    following = scan.low(found[1] + 1)
    if scan.low(at).isalpha() and (following not in AFTER_DAY and following and scan.year(found[1] + 1) is None):
        return None
    if scan.glued(found[1]) and (following in "%/" or following in ("am", "pm")):
        return None
    if scan.glued(found[1]) and following == ":" and scan.low(found[1] + 2)[:1].isdigit():
        return None
    if following in ("am", "pm") or (following in UNITS and following.endswith("s")):
        return None
    day = Item(item.first, found[1], "day", month=item.month, day=found[0])
    items = [day]
    at = day.last + 1
    while scan.low(at) in _RANGE_WORDS or (scan.low(at) == "," and len(items) < 8):
        if (more := scan.day(at + 1)) is None or not _is_day(scan, at, more[1]):
            break
        items.append(Item(at + 1, more[1], "day", month=item.month, day=more[0]))
        at = more[1] + 1
    last = items[-1]
    _year_after(scan, last)
    for other in items[:-1]:
        other.year, other.unit, other.rel = last.year, last.unit, last.rel
    return items


def _is_day(scan: Scan, mark: int, last: int) -> bool:
    """Whether a number after a range word is a day too: "June 3 and 4." is, "June 3 and 4 people" is not."""
    after = scan.low(last + 1)
    if after in MONTHS or (scan.glued(last) and after in (":", "%")):
        return False
    if scan.low(mark) == ",":
        return after in ("and", ",") and scan.integer(last + 2) is not None
    if scan.low(mark) in DASHES and scan.glued(mark - 1) and scan.glued(mark):
        return True
    return not after or after in AFTER_DAY


def _day_before(scan: Scan, item: Item) -> list[Item] | None:
    at = item.first - 1
    if scan.back(at) == "of":
        at -= 1
    if (found := scan.day_before(at)) is None:
        return None
    day, first = found
    if at == first and scan.low(at) in ("second", "first") and at == item.first - 1:
        return None
    one = Item(first, item.last, "day", month=item.month, day=day)
    if scan.back(first - 1) == "the":
        one.first -= 1
    elif scan.back(first - 1) == "day" and scan.back(first - 2) == "the":
        one.first -= 2
    _year_after(scan, one)
    joint = scan.back(first - 1)
    if joint in DASHES or joint in ("to", "and"):
        more = scan.day_before(first - 2)
        called = joint in DASHES or (more and scan.low(more[1] - 1) in ("from", "between", "on", "the"))
        if more is not None and called and more[0] < day:
            two = Item(
                more[1], first - 2, "day", month=item.month, day=more[0], year=one.year, unit=one.unit, rel=one.rel
            )
            return [two, one]
    return [one]


def weekday(scan: Scan, at: int) -> Item | None:
    """A day of the week: "Friday", "last Tuesday", "Monday morning" (the part of the day is joined later)."""
    name = scan.low(at)
    if not scan.capital(at) and not (name.endswith("day") and len(name) > 5):
        return None
    end = at
    if not name.endswith("day"):
        if scan.low(at + 1) != "." or not scan.glued(at):
            return Item(at, at, "weekday?", weekday=WEEKDAYS[name]) if name not in ("sun", "sat") else None
        if name in ("sun", "sat", "mon") and scan.low(at + 2) not in MONTHS:
            return None
        end = at + 1
    item = Item(at, end, "weekday", weekday=WEEKDAYS[name])
    before = scan.back(at - 1)
    if (nth := _in_month(scan, item)) is not None:
        return nth
    if scan.capital(at) and ((before in _NAMED_DAYS and scan.capital(at - 1)) or scan.word(at + 1) in _PAPERS):
        return None
    if before in ("every", "each"):
        return Item(at - 1, at, "fixed", type="SET", value=f"XXXX-WXX-{item.weekday}")
    if before in ("a", "one", "some", "any"):
        return Item(at, end, "fixed", value=f"XXXX-WXX-{item.weekday}")
    if before in ("past", "coming") and scan.back(at - 2) in ("this", "the"):
        item.rel, item.first = (-1 if before == "past" else 1), at - 2
    elif before in ("last", "next", "this", "past", "coming"):
        item.rel, item.first = {"past": -1, "coming": 1}.get(before, RELATIVES.get(before)), at - 1
    elif before in TEXT_RELATIVES:
        item.rel, item.unit = TEXT_RELATIVES[before], "that"
        item.first = at - 2 if scan.back(at - 2) == "the" else at - 1
    return item


def _in_month(scan: Scan, item: Item) -> Item | None:
    """ "The second Tuesday of the month", "the last Friday of next month", "the first Monday of every month"."""
    before, which = scan.back(item.first - 1), scan.low(item.last + 2)
    number = -1 if before == "last" else ORDINALS.get(before, 0)
    if not -1 <= number <= 5 or not number or scan.low(item.last + 1) not in ("of", "in"):
        return None
    if scan.low(item.last + 3) != "month" or which not in _WHICH_MONTH:
        return None
    first = item.first - (2 if scan.back(item.first - 2) == "the" else 1)
    if which in ("every", "each"):
        return Item(first, item.last + 3, "fixed", type="SET", value="P1M")
    unit = "month" if which == "the" else "this month"
    return Item(
        first, item.last + 3, "nth weekday", weekday=item.weekday, number=number, unit=unit, rel=_WHICH_MONTH[which]
    )


def weekdays(scan: Scan, at: int) -> Item | None:
    """A weekday in the plural: "on Mondays"."""
    return (
        Item(at, at, "fixed", type="SET", value=f"XXXX-WXX-{WEEKDAY_PLURALS[scan.low(at)]}")
        if scan.capital(at)
        else None
    )
