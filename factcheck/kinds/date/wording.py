"""TIMEX3 values as people say them: "12 months", "every Tuesday", "the 1990s", "the evening of 3 March 2021"."""

import re
from collections.abc import Callable
from datetime import date

from factcheck.kinds.date.timex3 import DURATION, PERIODS

_MONTHS = "January February March April May June July August September October November December".split()
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_PARTS = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night", "MI": "midday", "DT": "daytime"}
_REFERENCES = {
    "PRESENT_REF": ("now", "now"),
    "PAST_REF": ("some time in the past", "past"),
    "FUTURE_REF": ("some time in the future", "future"),
}
"""Values that name no day: in full, and briefly."""
_PLURALS = {"century": "centuries", "millennium": "millennia"}
_NUMBERS = ("first", "second", "third", "fourth")
_YEAR = r"(?P<year>BC\d{4}|\d{4}|XXXX)"
_CALENDAR = re.compile(
    rf"{_YEAR}(?:-(?P<month>0[1-9]|1[0-2]|XX)(?:-(?P<day>\d\d|XX))?)?(?:T(?P<time>[\w:.]+))?"
    rf"|{_YEAR.replace('year', 'of')}-(?:W(?P<week>\d\d|XX)(?:-(?P<weekday>WE|[1-7]))?(?:T(?P<part>\w\w))?"
    r"|(?P<period>[QH])(?P<number>[1-4])|(?P<season>SP|SU|FA|WI))"
    r"|FY(?P<fiscal>\d{4})|(?P<era>BC)?(?:(?P<decade>\d{3})|(?P<century>\d\d))"
)
"""A date whose year, month or day may be unknown."""
_CLOCKED = re.compile(r"PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?")


def in_words(type: str, value: str) -> str:
    """A value in full: "6 December 2021", "the night of 6 December 2021", "every 2 weeks"."""
    return _Wording(_MONTHS, brief=False).of(type, value)


def briefly(type: str, value: str) -> str:
    """A value in about ten cells: "6 Dec 2021", "6 Dec 18:00" (a time leaves the year out), "Q3 2021"."""
    return _Wording([month[:3] for month in _MONTHS], brief=True).of(type, value)


def weekday_of(day: date) -> str:
    """The name of a day's weekday."""
    return _WEEKDAYS[day.weekday()]


def _ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _year(text: str) -> str:
    """A year in words, empty where it is unknown."""
    return f"{int(text[2:])} BC" if text.startswith("BC") else "" if text == "XXXX" else text


def _with_unit(count: str, unit: str) -> str:
    return f"{count} {unit if count == '1' else _PLURALS.get(unit, f'{unit}s')}"


class _Wording:
    """How values are worded: with which names of the months, and how long."""

    def __init__(self, months: list[str], *, brief: bool) -> None:
        self._months = months
        self._brief = brief

    def of(self, type: str, value: str) -> str:
        if value in _REFERENCES:
            return _REFERENCES[value][self._brief]
        often = type == "SET"
        if (length := self._length(value, often)) or (match := _CALENDAR.fullmatch(value)) is None:
            return length or value
        say: Callable[[re.Match[str], bool], str]
        if match["year"]:
            say = self._day
        elif match["week"]:
            say = self._week
        else:
            words = self._period(match)
            return f"every {words}" if often else words
        return say(match, often)

    def _length(self, value: str, often: bool) -> str:
        """A length of time, "every" so often where it is a repetition; empty for another value."""
        if match := DURATION.fullmatch(value):
            count, unit = match["count"], PERIODS.get(match["time"] + match["unit"], "")
            if not unit:
                return ""
            if often:
                return f"every {unit}" if count == "1" else f"every {_with_unit(count.replace('X', 'few'), unit)}"
            return _with_unit(count.replace("X", "some"), unit)
        if (match := _CLOCKED.fullmatch(value)) is None:
            return ""
        if self._brief:
            return ":".join(part.zfill(2) for part in match.groups("0"))
        units = zip(match.groups(), ("hour", "minute", "second"), strict=True)
        return " ".join(_with_unit(count, unit) for count, unit in units if count)

    def _day(self, match: re.Match[str], often: bool) -> str:
        """A year, a month or a day, and the time of the day."""
        year, month, day, time = _year(match["year"]), match["month"], match["day"], match["time"]
        if time and self._brief and month not in (None, "XX"):
            year = ""
        words = self._named(year, month, day)
        if time is None:
            return f"every {words}" if often else words or f"some {'day' if day else 'month' if month else 'year'}"
        if (part := _PARTS.get(time)) is None:
            return " ".join(filter(None, (words if self._brief or not words else f"{words},", time)))
        if not words:
            return f"every {part}" if often else part
        return f"{words} {part}" if self._brief else f"the {part} of {words}"

    def _named(self, year: str, month: str | None, day: str | None) -> str:
        """A day of the calendar as far as it is known; empty where nothing is."""
        name = self._months[int(month) - 1] if month and month != "XX" else ""
        number = str(int(day)) if day and day != "XX" else ""
        return " ".join(filter(None, (number if name or not number else f"the {_ordinal(int(number))}", name, year)))

    def _week(self, match: re.Match[str], often: bool) -> str:
        """A week, its weekend, or a weekday of any week."""
        weekday, week = match["weekday"], match["week"]
        noun = "weekend" if weekday == "WE" else _WEEKDAYS[int(weekday) - 1] if weekday else "week"
        if week == "XX" or match["of"] == "XXXX":
            words = f"{noun} {_PARTS.get(match['part'], '')}".strip() if match["part"] else noun
            return f"every {words}" if often else f"a {words}" if weekday else f"some {words}"
        try:
            monday = date.fromisocalendar(int(match["of"]), int(week), int(weekday) if weekday in set("1234567") else 1)
        except ValueError:
            return match[0]
        if weekday and weekday != "WE":
            return self._named(str(monday.year), f"{monday.month:02d}", str(monday.day))
        year = "" if self._brief else str(monday.year)
        noun = {"week": "wk", "weekend": "wkend"}[noun] if self._brief else noun
        return f"{noun} of {self._named(year, f'{monday.month:02d}', str(monday.day))}"

    def _period(self, match: re.Match[str]) -> str:
        """A quarter, half, season, fiscal year, decade or century."""
        if match["fiscal"]:
            return f"{'FY' if self._brief else 'fiscal year'} {match['fiscal']}"
        before = " BC" if match["era"] else ""
        if match["decade"]:
            return f"the {int(match['decade']) * 10}s{before}"
        if match["century"]:
            return f"{'' if self._brief else 'the '}{_ordinal(int(match['century']) + 1)} century{before}"
        year = _year(match["of"])
        if match["season"]:
            if match["season"] == "WI" and year.isdigit():
                year = f"{year}–{(int(year) + 1) % 100:02d}"
            return f"{_SEASONS[match['season']]} {year}".strip()
        if self._brief:
            return f"{match['period']}{match['number']} {year}".strip()
        noun = "quarter" if match["period"] == "Q" else "half"
        return f"the {_NUMBERS[int(match['number']) - 1]} {noun}{f' of {year}' if year else ''}"
