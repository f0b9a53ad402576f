"""Calendar arithmetic on dates of which only a part may be known; years before Christ are negative."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

DAYS = {"day": 1, "week": 7, "fortnight": 14}


@dataclass(frozen=True, slots=True)
class Point:
    """A place in time as far as it is known: a year, its month, its day."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def whole(self) -> date | None:
        """The calendar day, where every part is known."""
        return day_of(self.year, self.month, self.day)

    @classmethod
    def at(cls, day: date) -> "Point":
        return cls(day.year, day.month, day.day)


def day_of(year: int | None, month: int | None, day: int | None) -> date | None:
    """The calendar day, or None where a part is unknown or there is no such day."""
    if year is None or month is None or day is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def days_in(year: int | None, month: int) -> int:
    """How many days a month has; 29 are left to a February whose year is unknown."""
    return monthrange(2000 if year is None or year < 1 else year, month)[1]


def written(year: int | None, month: int | None = None, day: int | None = None) -> str:
    """A TIMEX3 date with X for what is unknown, as fine as what is given."""
    text = "XXXX" if year is None else f"BC{-year:04d}" if year < 0 else f"{year:04d}"
    if month is not None or day is not None:
        text += "-XX" if month is None else f"-{month:02d}"
    return text if day is None else f"{text}-{day:02d}"


def months_from(year: int, month: int, step: int) -> tuple[int, int]:
    """The month `step` months on."""
    years, index = divmod(year * 12 + month - 1 + step, 12)
    return years, index + 1


def week_of(day: date) -> str:
    """The ISO week of a day."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def stepped(unit: str, base: Point, step: int) -> tuple[str, Point | None]:
    """The unit `step` units from `base` as a TIMEX3 value, and the point it stands for; empty where unknown."""
    if unit in DAYS:
        return _stepped_days(unit, base, step)
    if unit == "month":
        return _stepped_months(base, step)
    if base.year is None:
        return ("XXXX", None) if unit == "year" else ("", None)
    if unit == "year":
        return written(base.year + step), Point(base.year + step)
    if unit == "decade":
        return _rounded(base.year, 10, step), None
    if unit == "century":
        return _rounded(base.year, 100, step), None
    if unit == "quarter" and base.month is not None:
        years, index = divmod(base.year * 4 + (base.month - 1) // 3 + step, 4)
        return f"{written(years)}-Q{index + 1}", Point(years, 3 * index + 1)
    return "", None


def _stepped_days(unit: str, base: Point, step: int) -> tuple[str, Point | None]:
    if base.whole is not None:
        found = base.whole + timedelta(DAYS[unit] * step)
        return (found.isoformat() if unit == "day" else week_of(found)), Point.at(found)
    if unit != "day":
        return "XXXX-WXX", None
    if base.year is None and base.month is not None and base.day is not None and base.day <= 28:
        found = date(2001, base.month, base.day) + timedelta(step)
        return written(None, found.month, found.day), None
    return f"{written(base.year, base.month)}{'-XX' if base.month else '-XX-XX'}", None


def _stepped_months(base: Point, step: int) -> tuple[str, Point | None]:
    if base.month is None:
        return f"{written(base.year)}-XX", None
    year, month = months_from(2001 if base.year is None else base.year, base.month, step)
    return (written(None, month), None) if base.year is None else (written(year, month), Point(year, month))


def _rounded(year: int, width: int, step: int) -> str:
    """The decade or century `step` ones on: "199" or "19"."""
    digits = 3 if width == 10 else 2
    return f"BC{-year // width - step:0{digits}d}" if year < 0 else f"{year // width + step:0{digits}d}"
