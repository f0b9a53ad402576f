"""Dates that a single word calls: today, now, seasons, parts of the day, sets, holidays, "the 6th"."""

from factcheck.kinds.date.item import Item
from factcheck.kinds.date.period_rules import end_of_season_years, period_year
from factcheck.kinds.date.scan import DASHES, Scan
from factcheck.kinds.date.words import (
    AFTER_DAY,
    DAY_PARTS,
    EVERY,
    HOLIDAYS,
    MONTHS,
    MOVING_HOLIDAYS,
    RELATIVES,
    SEASONS,
    TEXT_RELATIVES,
    WEEKDAYS,
)

_DEICTIC = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_BEFORE_PART = frozenset("the on at early late by in".split())
_SUBJECTS = frozenset("he she it they we i you that when the a an his her its their our my this these those".split())
_DAY_END = frozenset('. , ; : ) " and but when that in at to for from or as with - – —'.split())
_BEFORE_NEW_YEAR = frozenset("in by before until till after from during into early".split())
_HOLIDAY_BEFORE = frozenset("at by before after since until over this last next on around".split())


def deictic(scan: Scan, at: int) -> Item | None:
    """Today, tonight, yesterday and tomorrow."""
    word = scan.low(at)
    if scan.words[at].isupper() and scan.low(at - 1) == "usa":
        return None
    item = Item(at, at, "deictic", rel=_DEICTIC[word], part="TNI" if word == "tonight" else "")
    if scan.back(at - 1) in ("before", "after") and scan.follows(at - 3, ("the", "day")) and at - 3 >= scan.free:
        item.first, item.rel = at - 3, 2 if word == "tomorrow" else -2
    return item


def now(scan: Scan, at: int) -> Item | None:
    """The present: "now", "currently"; not "now and then" or "now that", which gives a reason."""
    if scan.low(at) == "now" and (scan.follows(at + 1, ("and", "then")) or scan.low(at + 1) == "that"):
        return None
    first = at - 1 if scan.back(at - 1) == "right" and scan.low(at) == "now" else at
    return Item(first, at, "fixed", value="PRESENT_REF")


def past(scan: Scan, at: int) -> Item | None:
    """An open past: "recently", but not "as recently as" or "the recently built"."""
    if scan.low(at - 1) in ("as", "more", "most", "the", "a", "an"):
        return None
    return Item(at, at, "fixed", value="PAST_REF")


def the_past(scan: Scan, at: int) -> Item | None:
    """ "The past" as a noun."""
    if scan.back(at - 1) != "the" or (
        scan.low(at + 1).isalnum()
        and scan.low(at + 1)
        not in (
            "and",
            "but",
            "to",
            "by",
            "in",
            "when",
            "as",
            "he",
            "she",
            "they",
            "we",
            "it",
            "has",
            "had",
            "have",
            "been",
        )
    ):
        return None
    return Item(at - 1, at, "fixed", value="PAST_REF")


def future(scan: Scan, at: int) -> Item | None:
    """ "The future", "the near future", "the foreseeable future"."""
    first = at - 1 if scan.back(at - 1) in ("near", "foreseeable", "immediate", "distant") else at
    if scan.back(first - 1) not in ("the",) or (
        scan.low(at + 1).isalpha() and scan.low(first - 2) not in ("in", "for")
    ):
        return None
    if scan.low(at + 1) == "of":
        return None
    return Item(first - 1, at, "fixed", value="FUTURE_REF")


def time(scan: Scan, at: int) -> Item | None:
    """ "At the time", "at that time", "at this time"."""
    if scan.back(at - 2) != "at" or scan.low(at + 1) == "of" or scan.back(at - 1) not in ("the", "that", "this"):
        return None
    return Item(at - 2, at, "fixed", value="PRESENT_REF" if scan.low(at - 1) == "this" else "PAST_REF")


def moment(scan: Scan, at: int) -> Item | None:
    if not scan.follows(at - 2, ("at", "the")) or at - 2 < scan.free or scan.low(at + 1) == "of":
        return None
    return Item(at - 1, at, "fixed", value="PRESENT_REF")


def season(scan: Scan, at: int) -> Item | None:
    """A season: "the summer of 2010", "last winter", "spring 1941"."""
    if scan.capital(at) and scan.capital(at + 1) and scan.year(at + 1) is None:
        return None
    item = Item(at, at, "season", value=SEASONS[scan.low(at)])
    before = scan.back(at - 1)
    if before in ("past", "coming") and scan.back(at - 2) in ("this", "the"):
        item.first, item.rel = at - 2, -1 if before == "past" else 1
    elif before in ("last", "next", "this"):
        item.first, item.rel = at - 1, RELATIVES[before]
    elif before in TEXT_RELATIVES:
        item.first = at - 2 if scan.back(at - 2) == "the" else at - 1
        item.rel, item.unit = TEXT_RELATIVES[before], "that"
    elif before in ("every", "each"):
        return Item(at - 1, at, "fixed", type="SET", value=f"XXXX-{item.value}")
    if item.rel is None:
        period_year(scan, item)
        item.last = end_of_season_years(scan, item)
    alone = item.rel is None and item.year is None and item.first == at
    if scan.low(at) in ("fall", "spring") and (alone and before not in ("in", "early", "late", "-", "by", "since")):
        return None
    if scan.low(at) == "fall" and item.rel is None and item.year is None and scan.low(at + 1) == "of":
        return None
    return item


def day_part(scan: Scan, at: int) -> Item | None:
    """A part of a day by itself: "this morning", "last night", "that evening", "the night"."""
    part = DAY_PARTS[scan.low(at)]
    before = scan.back(at - 1)
    if scan.low(at) == "overnight":
        return Item(at, at, "daypart", type="TIME", rel=0, part=part)
    if before in ("this", "last"):
        return Item(at - 1, at, "daypart", type="TIME", rel=RELATIVES[before], part=part)
    if before in TEXT_RELATIVES or before == "next":
        first = at - 2 if scan.back(at - 2) == "the" else at - 1
        rel = 1 if before == "next" else TEXT_RELATIVES[before]
        return Item(first, at, "daypart", type="TIME", unit="that", rel=rel, part=part)
    if before in ("every", "each"):
        return Item(at - 1, at, "fixed", type="SET", value=f"XXXX-XX-XX{part}")
    bare = ("at", "by") if scan.low(at) == "night" else ("at", "by", "before", "after", "until")
    if before in bare and scan.low(at) in ("night", "dawn", "dusk", "lunchtime"):
        return Item(at, at, "daypart", type="TIME", unit="at", part=part)
    if scan.low(at + 1) == "of" and before in _BEFORE_PART:
        first = at - 1 if before == "the" else at
        return Item(first, at, "daypart?", type="TIME", unit="the", part=part)
    if (before == "the" and scan.low(at - 2) in ("in", "during", "through", "on", "early", "late", "by")) or (
        before in ("early", "late")
    ):
        if before == "the" and scan.low(at - 2) == "on" and _happens(scan, at + 1):
            return None
        first = at - 1 if before == "the" else at
        return Item(first, at, "daypart", type="TIME", unit="the", part=part)
    return None


def _happens(scan: Scan, at: int) -> bool:
    """Whether a clause begins at token `at` that tells which night or morning it was: "on the night the dam broke"."""
    word = scan.low(at)
    return word in _SUBJECTS or (scan.capital(at) and word.isalpha() and word not in WEEKDAYS and word not in MONTHS)


def quarter_label(scan: Scan, at: int) -> Item | None:
    """A quarter or half by its label: "Q3", "Q1 2019", "2017-Q1", "H1 2021"."""
    number = scan.integer(at + 1, 1) if scan.glued(at) and scan.capital(at) else None
    is_half = scan.low(at) == "h"
    if not number or number > (2 if is_half else 4):
        return None
    item = Item(at, at + 1, "half" if is_half else "quarter", number=number)
    if (year := scan.year(at + 2)) is not None:
        item.year, item.last = year, at + 2
    return None if is_half and item.year is None else item


def every(scan: Scan, at: int) -> Item | None:
    """Words that say how often: "daily", "annually"."""
    if scan.capital(at) and (scan.capital(at - 1) or scan.capital(at + 1)):
        return None
    first = at - 1 if scan.back(at - 1) == "twice" else at
    return Item(first, at, "fixed", type="SET", value=EVERY[scan.low(at)])


def holiday(scan: Scan, at: int) -> Item | None:
    """Feasts with a fixed day or weekday: "Christmas Eve", "Labor Day"."""
    for words, (month, day) in HOLIDAYS.items():
        if _names_holiday(scan, at, words):
            return _with_year(scan, Item(at, at + len(words) - 1, "day", month=month, day=day))
    for words, (month, weekday, number) in MOVING_HOLIDAYS.items():
        if _names_holiday(scan, at, words):
            last = at + len(words) - 1
            return _with_year(scan, Item(at, last, "nth weekday", month=month, weekday=weekday, number=number))
    return _new_year(scan, at)


def _new_year(scan: Scan, at: int) -> Item | None:
    """ "In the new year", "before the new year"."""
    if not scan.follows(at, ("new", "year")) or scan.low(at + 2) == "'s" or scan.back(at - 1) != "the":
        return None
    closed = scan.low(at + 2) in AFTER_DAY or not scan.low(at + 2)
    return Item(at - 1, at + 1, "new year") if closed and scan.low(at - 2) in _BEFORE_NEW_YEAR else None


def _names_holiday(scan: Scan, at: int, words: tuple[str, ...]) -> bool:
    if not scan.capital(at) or not scan.follows(at, words):
        return False
    after = at + len(words)
    alone = scan.low(at - 1) in _HOLIDAY_BEFORE and not (scan.low(after).isalpha() and scan.capital(after))
    return alone or len(words) > 1


def _with_year(scan: Scan, item: Item) -> Item:
    step = 1 if scan.low(item.last + 1) in (",", "of") else 0
    if (year := scan.year(item.last + 1 + step)) is not None:
        item.year, item.last = year, item.last + 1 + step
    return item


def day_of_month(scan: Scan, at: int) -> Item | None:
    """ "The 6th" by itself, and "the 6th of this month"."""
    found = scan.day(at)
    if found is None or found[1] != at + 1 or scan.back(at - 1) != "the":
        return None
    last = found[1]
    if scan.low(last + 1) in MONTHS or scan.low(last + 1) in DASHES or scan.low(last + 1) in ("century", "of", "day"):
        if not scan.follows(last + 1, ("of", "this", "month")):
            return None
        return Item(at - 1, last + 3, "monthday", day=found[0])
    if (scan.low(last + 1) not in _DAY_END and scan.low(last + 1)) or scan.low(at - 2) not in (
        "on",
        "by",
        "of",
        "until",
        "since",
        "from",
        "to",
        "before",
        "after",
        "and",
        "for",
    ):
        return None
    return Item(at - 1, last, "monthday", day=found[0])
