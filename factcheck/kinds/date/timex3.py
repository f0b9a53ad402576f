"""The TIMEX3 values of dates and lengths of time: their forms, and the calendar days they cover."""

import re
from datetime import date, timedelta

from factcheck.kinds.date.steps import days_in
from factcheck.kinds.date.words import SEASON_MONTHS

_DATE = re.compile(
    r"(?P<day>(\d{4})-(\d\d)-(\d\d))(?P<time>T[\w:.]+)?"
    r"|(?P<week>(\d{4})-W(\d\d))(?P<weekend>-WE)?"
    r"|(?P<quarter>(\d{4})-Q([1-4]))"
    r"|(?P<half>(\d{4})-H([12]))"
    r"|(?P<season>(\d{4})-(SP|SU|FA|WI))"
    r"|(?P<month>(\d{4})-(\d\d))"
    r"|(?P<fiscal>FY(\d{4}))"
    r"|(?P<year>\d{4})|(?P<decade>\d{3})|(?P<century>\d\d)"
)
DURATION = re.compile(r"P(?P<time>T?)(?P<count>[\d.]+|X)(?P<unit>DE|CE|ML|WE|[YMWDHSQ])")
"""One count of one unit."""
PERIODS = {
    "Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second", "Q": "quarter",
    "DE": "decade", "CE": "century", "WE": "weekend", "ML": "millennium",
}  # fmt: skip
"""The unit of a length by the code that follows its count, after a T where it is shorter than a day."""


_SLIP = re.compile(
    r"(?P<year>\d{4}|XXXX)-(?P<month>\d\d|XX)-(?P<day>\d\d|XX)(?:T(?P<hour>\d\d):(?P<minute>\d\d)[\d:]*)?"
)
"""A day, perhaps with a time of day, whose numbers may be too great."""
_GREGORIAN = 1753
"""The first whole year that Britain and its colonies counted by the Gregorian calendar."""


def no_such(value: str) -> str:
    """What a TIMEX3 value asks of the calendar or the clock in vain, "day" or "time"; empty where it can be."""
    if (match := _SLIP.fullmatch(value)) is None:
        return ""
    if match["hour"]:
        hour, minute = int(match["hour"]), int(match["minute"])
        if minute > 59 or hour > 24 or (hour == 24 and minute):
            return "time"
    if "XX" in (match["month"], match["day"]) or not 1 <= int(match["month"]) <= 12:
        return ""
    year = None if match["year"] == "XXXX" else int(match["year"])
    if year is not None and year < _GREGORIAN:
        return ""
    return "day" if int(match["day"]) > days_in(year, int(match["month"])) else ""


def days_of(value: str) -> tuple[date | None, date | None, str]:
    """First and last calendar day of a TIMEX3 value, where it names them, and its grain."""
    if (match := _DATE.fullmatch(value)) is None:
        if match := DURATION.fullmatch(value):
            return None, None, PERIODS.get(match["time"] + match["unit"], "")
        return None, None, "day" if re.fullmatch(r"[\dX]{4}-[\dX]{2}-[\dX]{2}", value) else ""
    try:
        first, last = _bounds(match)
    except ValueError:
        return None, None, ""
    grain = match.lastgroup or ""
    grain = {"time": "time", "weekend": "weekend", "fiscal": "year"}.get(grain, grain)
    return (None, None, grain) if match["fiscal"] else (first, last, grain)


def _bounds(match: re.Match[str]) -> tuple[date, date]:
    text = match[0]
    if match["day"]:
        if match["time"] and no_such(text):
            raise ValueError(text)
        day = date.fromisoformat(text[:10])
        return day, day
    if match["week"]:
        monday = date.fromisocalendar(int(text[:4]), int(text[6:8]), 1)
        return (monday + timedelta(5) if match["weekend"] else monday), monday + timedelta(6)
    if match["quarter"]:
        return _months(int(text[:4]), 3 * int(text[6]) - 2, 3 * int(text[6]))
    if match["half"]:
        return _months(int(text[:4]), 6 * int(text[6]) - 5, 6 * int(text[6]))
    if match["season"]:
        return _months(int(text[:4]), *SEASON_MONTHS[text[5:]])
    if match["month"]:
        return _months(int(text[:4]), int(text[5:]), int(text[5:]))
    if match["fiscal"]:
        return _months(int(text[2:]), 1, 12)
    width = 10 ** (4 - len(text))
    year = int(text) * width
    return date(max(year, 1), 1, 1), date(year + width - 1, 12, 31)


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    """From the first day of month `first` to the last day of month `last`; months count on past December."""
    after = year + last // 12, last % 12 + 1
    if not 1 <= first <= 12:
        raise ValueError(first)
    return date(year, first, 1), date(*after, 1) - timedelta(1)
