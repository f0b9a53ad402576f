"""What dates by units come to: this and last year, so long ago, seasons, quarters and weekends."""

from datetime import timedelta

from factcheck.kinds.date.count import duration
from factcheck.kinds.date.item import Item
from factcheck.kinds.date.reading import Reading
from factcheck.kinds.date.steps import DAYS, Point, week_of, written
from factcheck.kinds.date.tense import Direction
from factcheck.kinds.date.words import SEASON_MONTHS

_AHEAD_OF = frozenset("before until till by onset".split())
"""What stands before a season that is to come, whatever the verb: "asked that it be done before the winter"."""


def of_this(reading: Reading, item: Item) -> str:
    """This, last and next unit, counted from the publication date."""
    reading.used = "published"
    return reading.stepped(item, reading.now, item.rel or 0)


def of_that(reading: Reading, item: Item) -> str:
    """The same, next or previous unit, counted from where the text is."""
    if item.unit == "day" and reading.anchor.whole is None and reading.last_day is not None:
        reading.anchor = Point.at(reading.last_day)
    unknown = reading.anchor.year is None or (item.unit == "week" and reading.anchor.whole is None)
    if unknown and not reading.narrative:
        return of_this(reading, item)
    reading.used = "text"
    return reading.stepped(item, reading.anchor, item.rel or 0)


def of_the(reading: Reading, item: Item) -> str:
    """The unit that is being spoken of."""
    if reading.narrative or reading.year is None:
        return of_that(reading, item)
    if item.unit == "quarter" and reading.month is not None:
        item.rel = -1
    return of_this(reading, item)


def of_end(reading: Reading, item: Item) -> str:
    """The last day of the year spoken of, or its month."""
    value = of_the(reading, item)
    return f"{value}-12-31" if item.unit == "year" else value


def of_offset(reading: Reading, item: Item) -> str:
    """So many units from the publication date."""
    reading.used = "published"
    if item.value == "X" or not item.value.isdigit():
        reading.used = ""
        return "PAST_REF" if (item.rel or 0) < 0 else "FUTURE_REF"
    step = int(item.value) * (item.rel or 1)
    if item.unit in ("hour", "minute", "second"):
        item.type = "TIME"
        return duration(item.value, item.unit)
    return reading.stepped(item, reading.now, step)


def of_shift(reading: Reading, item: Item) -> str:
    """So many units from the date the text is at."""
    if item.unit in ("hour", "minute", "second") and item.value != "X":
        item.type = "DURATION"
        return duration(item.value, item.unit)
    if item.value == "X" or not item.value.isdigit():
        return "PAST_REF" if (item.rel or 0) < 0 else "FUTURE_REF"
    reading.used = "text"
    base = reading.anchor
    step = int(item.value) * (item.rel or 1)
    if base.year is None:
        reading.used = "published"
        return reading.stepped(item, reading.now, step)
    if days := DAYS.get(item.unit):
        if base.whole is None:
            return "PAST_REF" if step < 0 else "FUTURE_REF"
        found = base.whole + timedelta(days * step)
        if step > 0:
            reading.move(item, found.year, found.month, found.day)
        return found.isoformat()
    return reading.stepped(item, base, step)


def of_weekend(reading: Reading, item: Item) -> str:
    """A weekend; one without "last" or "next" is the latest before a Friday and the coming one from then on."""
    base = reading.anchor.whole if item.unit == "that" or reading.narrative else reading.today
    if base is None:
        return "XXXX-WXX-WE"
    reading.used = "text" if item.unit == "that" else "published"
    rel = item.rel
    if rel is None:
        rel = 0 if base.isoweekday() >= 5 or reading.direction(item) is Direction.FUTURE else -1
    return f"{week_of(base + timedelta(7 * rel))}-WE"


def of_season(reading: Reading, item: Item) -> str:
    """A season; winter has the year it begins in."""
    season = item.value
    if item.year is not None:
        year: int | None = item.year
    elif item.unit == "that" or reading.by_text(item):
        reading.used, year = "text", reading.anchor.year
        year = None if year is None else year + (item.rel or 0)
    else:
        reading.used, year = "published", _season_year(reading, item, season)
    if year is not None and (reading.narrative or item.year is not None):
        reading.move(item, year, min(SEASON_MONTHS[season][0], 12))
    return f"{written(year)}-{season}"


def _season_year(reading: Reading, item: Item, season: str) -> int | None:
    if reading.year is None or reading.month is None:
        return reading.year
    first, last = SEASON_MONTHS[season]
    month = reading.month + 12 if season == "WI" and reading.month <= 2 else reading.month
    year = reading.year - (1 if month > 12 else 0)
    if item.rel is not None and item.rel < 0:
        return year if month > last else year - 1
    if item.rel is not None and item.rel > 0:
        return year if month < first else year + 1
    ahead = any(reading.scan.low(at) in _AHEAD_OF for at in range(item.first - 4, item.first))
    if item.rel is None and month < first and not ahead and reading.direction(item) is Direction.PAST:
        return year - 1
    return year


def of_quarter(reading: Reading, item: Item) -> str:
    """A numbered quarter of a year."""
    return _period(reading, item, "Q", 3)


def of_half(reading: Reading, item: Item) -> str:
    """A numbered half of a year."""
    return _period(reading, item, "H", 6)


def _period(reading: Reading, item: Item, letter: str, months: int) -> str:
    year = item.year
    if year is None and item.unit == "that":
        year, reading.used = reading.anchor.year, "text"
        year = year if year is None else year + (item.rel or 0)
    elif year is None and item.rel is not None:
        year, reading.used = reading.year, "published"
        year = year if year is None else year + item.rel
    elif year is None:
        year = _period_year(reading, item, months)
    if year is not None:
        reading.move(item, year, item.number * months)
    return f"{written(year)}-{letter}{item.number}"


def _period_year(reading: Reading, item: Item, months: int) -> int | None:
    if reading.by_text(item):
        reading.used = "text"
        return reading.anchor.year
    reading.used = "published"
    if reading.year is None or reading.month is None:
        return reading.year
    begins = (item.number - 1) * months + 1
    ahead = reading.direction(item) is Direction.FUTURE
    if begins > reading.month and not ahead:
        return reading.year - 1
    return reading.year + (ahead and item.number * months < reading.month)
