"""What dates by the calendar come to: years, months, days, weekdays and times, against what a reading knows."""

from datetime import date, timedelta

from factcheck.kinds.date.item import Item
from factcheck.kinds.date.reading import Reading
from factcheck.kinds.date.scan import DASHES
from factcheck.kinds.date.steps import day_of, days_in, months_from, stepped, written
from factcheck.kinds.date.tense import Direction
from factcheck.kinds.date.words import TEXT_RELATIVES

_SOON_DAYS = 95
_SOON_MONTHS = 2
"""A date without a year that lies so near ahead is meant, whatever the verb: last year would have been said."""
_NEW_MONTHS = 2
"""How many months a year is new."""
_GOING_ON_DAYS = 45
"""What "will run from" a day so lately past has begun."""
_OF_A_DAY = frozenset(
    "hot cold warm cool rainy wet dry sunny cloudy grey gray windy stormy snowy foggy misty frosty icy humid muggy "
    "bright dark quiet busy typical normal ordinary recent sleepy drizzly chilly balmy sweltering bitter".split()
)
"""What a day is like: "on a hot Thursday" names none."""
_HALF_YEAR = 6
"""How many months ahead a hoped month may lie."""


def fixed(reading: Reading, item: Item) -> str:
    return item.value


def of_decade(reading: Reading, item: Item) -> str:
    if reading.narrative:
        reading.move(item, int(item.value + "0"))
    return item.value


def of_year(reading: Reading, item: Item) -> str:
    told = reading.near(item) and reading.anchor.month is not None
    if not told and reading.scan.low(item.first - 1) not in DASHES and not reading.direction(item).is_ahead:
        reading.move(item, item.year)
    return written(item.year)


def of_new_year(reading: Reading, item: Item) -> str:
    """ "In the new year": the one to come, or the one that has just begun."""
    if reading.year is None:
        return ""
    reading.used = "published"
    begun = reading.month is not None and reading.month <= _NEW_MONTHS
    return written(reading.year + (not begun))


def _named_year(reading: Reading, item: Item) -> int | None:
    """The year that "this year", "of that year" or "last year" in an item means."""
    if item.unit == "that year":
        reading.used = "text"
        base = reading.anchor.year if reading.anchor.year is not None else reading.year
    else:
        reading.used = "published"
        base = reading.year
    return None if base is None else base + (item.rel or 0)


def of_month(reading: Reading, item: Item) -> str:
    month = item.month or 1
    if item.year is not None:
        year: int | None = item.year
    elif item.unit:
        year = _named_year(reading, item)
    elif item.rel is not None and (told := _month_from_text(reading, item, month)) is not None:
        year = told
    elif item.rel is not None:
        year = _related_month(reading, item.rel, month)
    else:
        year = _year_for_month(reading, item, month)
        if _is_of_telling(reading, item):
            return written(year, month)
    reading.move(item, year, month)
    return written(year, month)


def _month_from_text(reading: Reading, item: Item, month: int) -> int | None:
    """The year of "the following April" and "the previous May" after a month of the same sentence or the one before."""
    anchor = reading.anchor
    if reading.scan.low(item.first) not in TEXT_RELATIVES or anchor.year is None or anchor.month is None:
        return None
    if not (reading.near(item) or reading.goes_on(item)):
        return None
    reading.used = "text"
    rel = item.rel or 0
    return anchor.year + rel * (month * rel <= anchor.month * rel)


def _is_of_telling(reading: Reading, item: Item) -> bool:
    """Whether a month tells when somebody told the writer something, and nothing of the story: "told me in July"."""
    scan = reading.scan
    return (
        scan.low(item.first - 1) in ("in", "last")
        and scan.low(item.first - 2) in ("me", "us")
        and scan.low(item.first - 3) in ("told", "showed")
    )


def of_nth_weekday(reading: Reading, item: Item) -> str:
    """ "The first Monday in October" and feasts like it; the last one is number -1."""
    if item.month is None:
        return _nth_of_the_month(reading, item)
    value, year = of_month(reading, item), reading.anchor.year
    if "X" in value or year is None or item.weekday is None:
        return value
    day = _nth_weekday(year, item.month, item.weekday, item.number)
    return _moved_to(reading, item, day)


def _nth_of_the_month(reading: Reading, item: Item) -> str:
    """ "The second Tuesday of the month": of every month where that is told as a habit, else of the one that is on."""
    if item.unit == "month" and reading.is_habitual(item):
        item.type = "SET"
        return "P1M"
    if reading.year is None or reading.month is None or item.weekday is None:
        return f"XXXX-WXX-{item.weekday}"
    reading.used = "published"
    year, month = months_from(reading.year, reading.month, item.rel or 0)
    day = _nth_weekday(year, month, item.weekday, item.number)
    if day and reading.today and day > reading.today and reading.direction(item) is Direction.PAST:
        day = _nth_weekday(*months_from(year, month, -1), item.weekday, item.number)
    return _moved_to(reading, item, day)


def _nth_weekday(year: int, month: int, weekday: int, number: int) -> date | None:
    """The `number`th weekday of a month, counted from its end where that is negative; None where it has fewer."""
    if number > 0:
        first = date(year, month, 1)
        day = first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (number - 1))
    else:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
        day = last - timedelta((last.isoweekday() - weekday) % 7)
    return day if day.month == month else None


def _moved_to(reading: Reading, item: Item, day: date | None) -> str:
    if day is None:
        return ""
    reading.move(item, day.year, day.month, day.day)
    return day.isoformat()


def _related_month(reading: Reading, rel: int, month: int) -> int | None:
    reading.used = "published"
    if reading.year is None or reading.month is None:
        return None
    if rel < 0:
        return reading.year - (month >= reading.month)
    return reading.year + (month <= reading.month) if rel > 0 else reading.year


def _text_year(reading: Reading, month: int) -> int | None:
    """The year of a bare month in a text that goes on from its own last date."""
    reading.used = "text"
    year, before = reading.anchor.year, reading.anchor.month
    if year is not None and before is not None and before - month >= 9:
        return year + 1
    return year


def _year_for_month(reading: Reading, item: Item, month: int) -> int | None:
    if reading.by_text(item):
        return _text_year(reading, month)
    reading.used = "published"
    if reading.year is None or reading.month is None:
        return reading.year
    ahead, way = (month - reading.month) % 12, reading.direction(item)
    if reading.scan.low(item.first - 1) == "since":
        return reading.year - (month > reading.month)
    if way is Direction.FUTURE or ahead <= (_HALF_YEAR if way is Direction.HOPED else _SOON_MONTHS):
        return reading.year + (month < reading.month)
    return reading.year - (month > reading.month)


def of_day(reading: Reading, item: Item) -> str:
    month, day = item.month or 1, item.day or 1
    if item.year is not None:
        year: int | None = item.year
    elif item.unit:
        year = _named_year(reading, item)
    elif reading.by_text(item):
        year = _text_year(reading, month)
    elif item.weekday is None and (beside := _story_year(reading, item, month, day)) is not None:
        reading.used, year = "text", beside
    else:
        year = _year_for_day(reading, item, month, day)
    if item.year is not None or reading.used == "text":
        reading.name(year, month, day)
    if day > days_in(year, month):
        # A day that cannot be is what a reader must see; the text does not move there.
        return written(year if item.year is not None or item.unit else None, month, day)
    reading.move(item, year, month, day)
    return written(year, month, day)


def _story_year(reading: Reading, item: Item, month: int, day: int) -> int | None:
    """The year of a bare day that lies beside one the text has named, unless it is told as one to come."""
    return None if reading.direction(item).is_ahead else reading.beside_named(month, day)


def _year_for_day(reading: Reading, item: Item, month: int, day: int) -> int | None:
    reading.used = "published"
    if reading.year is None:
        return None
    reach = range(-4, 5) if (month, day) == (2, 29) else range(-1, 2)
    near = [found for step in reach if (found := day_of(reading.year + step, month, day))]
    if item.weekday and len(on := [found for found in near if found.isoweekday() == item.weekday]) == 1:
        return on[0].year
    if reading.today is None or not near:
        return reading.year
    today = reading.today
    if reading.scan.low(item.first - 1) == "since":
        near = [found for found in near if found <= today] or near
    way = reading.direction(item)
    distance = min(((found - today).days for found in near), key=abs)
    possible = near
    if way is Direction.FUTURE:
        possible = [found for found in near if found >= today - timedelta(_GOING_ON_DAYS)]
    elif way is Direction.HOPED and abs(distance) > _SOON_DAYS:
        possible = [found for found in near if found >= today]
    elif way is Direction.PAST and not 0 < distance <= _SOON_DAYS:
        possible = [found for found in near if found <= today]
    return min(possible or near, key=lambda found: abs((found - today).days)).year


_MONTH_OVER = 15
"""After the 21st, the 3rd is one of the next month; the 12th may be before or after the 19th."""


def of_monthday(reading: Reading, item: Item) -> str:
    day = item.day or 1
    if reading.by_text(item) and reading.anchor.month is not None:
        reading.used = "text"
        return _day_in(reading, item, reading.anchor.year, reading.anchor.month, day)
    if (base := reading.anchor.whole) is not None and reading.in_paragraph(item):
        reading.used = "text"
        later = int(base.day - day > _MONTH_OVER)
        return _day_in(reading, item, *months_from(base.year, base.month, later), day)
    reading.used = "published"
    if reading.year is None or reading.month is None or reading.day is None:
        return _day_in(reading, item, reading.year, reading.month, day)
    ahead = reading.direction(item).is_ahead
    step = int(ahead and day < reading.day) - int(not ahead and day > reading.day)
    return _day_in(reading, item, *months_from(reading.year, reading.month, step), day)


def _day_in(reading: Reading, item: Item, year: int | None, month: int | None, day: int) -> str:
    if year is not None and month is not None and day_of(year, month, day) is None:
        return ""
    reading.move(item, year, month, day)
    return written(year, month if month is not None or day is None else None, day)


def of_weekday(reading: Reading, item: Item) -> str:
    weekday = item.weekday or 1
    found = _weekday(reading, item, weekday)
    if found is None:
        return f"XXXX-WXX-{weekday}"
    reading.move(item, found.year, found.month, found.day)
    return found.isoformat()


def _weekday(reading: Reading, item: Item, weekday: int) -> date | None:
    scan = reading.scan
    if item.rel is None and scan.low(item.first - 2) in ("a", "an") and scan.low(item.first - 1) in _OF_A_DAY:
        return None
    base = reading.anchor.whole
    if base is not None and (item.unit == "that" or reading.by_text(item)):
        reading.used = "text"
        if item.rel is not None and item.rel < 0:
            return base - timedelta((base.isoweekday() - weekday) % 7 or 7)
        ahead = (weekday - base.isoweekday()) % 7
        return base + timedelta(ahead or (7 if item.rel else 0))
    if reading.today is None or (reading.narrative and item.rel is None):
        return None
    reading.used = "published"
    back = (reading.today.isoweekday() - weekday) % 7
    if item.rel is not None:
        if item.rel < 0:
            return reading.today - timedelta(back or 7)
        return reading.today + timedelta((7 - back) if back else (7 if item.rel else 0))
    if back == 0:
        return reading.today
    if reading.direction(item).is_ahead:
        return reading.today + timedelta(7 - back)
    return reading.today - timedelta(back)


def of_weekday_in_week(reading: Reading, item: Item) -> str:
    if reading.today is None:
        return f"XXXX-WXX-{item.weekday}"
    reading.used = "published"
    monday = reading.today - timedelta(reading.today.weekday()) + timedelta(7 * (item.rel or 0))
    return (monday + timedelta((item.weekday or 1) - 1)).isoformat()


def of_deictic(reading: Reading, item: Item) -> str:
    if reading.today is None:
        reading.used = "published" if reading.month is not None else ""
        return stepped("day", reading.now, item.rel or 0)[0]
    reading.used = "published"
    if reading.narrative and not item.rel and not item.part and not item.clock:
        return "PRESENT_REF"
    found = reading.today + timedelta(item.rel or 0)
    if not reading.narrative:
        reading.move(item, found.year, found.month, found.day)
    return found.isoformat()


def of_daypart(reading: Reading, item: Item) -> str:
    if item.unit == "at" and not (reading.near(item) and reading.anchor.whole):
        return f"XXXX-XX-XX{item.part}"
    if item.unit in ("that", "at") or ((item.unit == "the" and reading.near(item)) or reading.narrative):
        base = reading.anchor.whole
        reading.used = "text"
    else:
        base, reading.used = reading.today, "published"
    if base is None:
        return f"XXXX-XX-XX{item.part}"
    return (base + timedelta(item.rel or 0)).isoformat()


def of_clock(reading: Reading, item: Item) -> str:
    told = reading.narrative or reading.near(item) or reading.goes_on(item) or reading.tells_on(item)
    day = reading.anchor.whole or (reading.last_day if reading.tells_on(item) else None)
    base = day if told and day else reading.today
    reading.used = "published" if base is reading.today else "text"
    return (base + timedelta(item.rel or 0)).isoformat() if base else "XXXX-XX-XX"
