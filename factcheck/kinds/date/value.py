"""What a date claim says: a TIMEX3 type and value, and the calendar days it covers where they are known."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from factcheck.kinds.date.words import SEASON_MONTHS

_MONTH_NAMES = "January February March April May June July August September October November December".split()
_DAY_NAMES = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
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
_DURATION = re.compile(r"P(T?)([\d.]+|X)(DE|CE|ML|WE|[YMWDHSQ])")
_PERIODS = {
    "Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second", "Q": "quarter",
    "DE": "decade", "CE": "century", "WE": "weekend", "ML": "millennium",
}  # fmt: skip
_SEASON_NAMES = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_PART_NAMES = {
    "TMO": "morning",
    "TAF": "afternoon",
    "TEV": "evening",
    "TNI": "night",
    "TMI": "midday",
    "TDT": "daytime",
}
_REFERENCES = {"PRESENT_REF": "now", "PAST_REF": "some time in the past", "FUTURE_REF": "some time in the future"}
ANCHORS = {
    "published": "counted from the publication date",
    "text": "counted from the date the text is at",
    "": "",
}


@dataclass(frozen=True, slots=True)
class DateMention:
    """A TIMEX3 `type` (DATE, TIME, DURATION, SET) and `value`; `first` and `last` are the calendar days it covers.

    `grain` is how exact it is ("day", "month", ...). `anchor` is what it was counted from: "published", "text" or,
    where it stands for itself, nothing.
    """

    type: str
    value: str
    first: date | None = None
    last: date | None = None
    grain: str = ""
    anchor: str = ""

    def __str__(self) -> str:
        return self.value


def mention(type: str, value: str, anchor: str = "") -> DateMention:
    """The mention with its days and grain worked out from its value."""
    first, last, grain = days_of(value)
    return DateMention(type, value, first, last, grain, anchor)


def days_of(value: str) -> tuple[date | None, date | None, str]:
    """First and last calendar day of a TIMEX3 value, where it names them, and its grain."""
    if (match := _DATE.fullmatch(value)) is None:
        if match := _DURATION.fullmatch(value):
            return None, None, _PERIODS.get(match[1] + match[3], "")
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


def dump(value: DateMention) -> dict[str, Any]:
    return {
        "type": value.type,
        "value": value.value,
        "first": value.first and value.first.isoformat(),
        "last": value.last and value.last.isoformat(),
        "grain": value.grain,
        "anchor": value.anchor,
    }


def load(data: Mapping[str, Any]) -> DateMention:
    first, last = (date.fromisoformat(data[key]) if data.get(key) else None for key in ("first", "last"))
    return DateMention(data["type"], data["value"], first, last, data.get("grain", ""), data.get("anchor", ""))


def brief(value: DateMention) -> str:
    """About ten cells: the value itself, references in a word, times without the year."""
    if value.grain == "time" and ":" in value.value:
        return value.value[5:].replace("T", " ")
    return {"PRESENT_REF": "now", "PAST_REF": "past", "FUTURE_REF": "future"}.get(value.value, value.value)


def rows(value: DateMention, text: str) -> Iterable[tuple[str, str]]:
    """What a reviewer reads about a date."""
    yield "value", f"{value.value} ({value.type.lower()})"
    if meaning := in_words(value.value):
        yield "means", meaning
    if value.first and value.last and value.grain not in ("day", "time"):
        yield "days", f"{value.first} to {value.last}"
    if value.anchor:
        yield "read", ANCHORS.get(value.anchor, value.anchor)


def in_words(value: str) -> str:
    """A TIMEX3 value as a person would say it; empty where there is nothing to add."""
    if value in _REFERENCES:
        return _REFERENCES[value]
    if match := _DURATION.fullmatch(value):
        count, unit = match[2], _PERIODS[match[1] + match[3]]
        plural = {"century": "centuries", "millennium": "millennia"}.get(unit, f"{unit}s")
        return f"some {plural}" if count == "X" else f"{count} {unit if count == '1' else plural}"
    if (match := _DATE.fullmatch(value)) is None:
        return ""
    try:
        first, last = _bounds(match)
    except ValueError:
        return "not a day of the calendar"
    return _named(match, first, last)


def _named(match: re.Match[str], first: date, last: date) -> str:
    text = match[0]
    if match["day"]:
        day = f"{_DAY_NAMES[first.weekday()]} {first.day} {_MONTH_NAMES[first.month - 1]} {first.year}"
        return day + (f", {_PART_NAMES.get(match['time'], match['time'][1:])}" if match["time"] else "")
    if match["week"]:
        return (
            f"{'weekend' if match['weekend'] else 'week'} of {first.day} {_MONTH_NAMES[first.month - 1]} {first.year}"
        )
    if match["quarter"] or match["half"]:
        return f"{'quarter' if match['quarter'] else 'half'} {text[6]} of {text[:4]}"
    if match["season"]:
        return f"{_SEASON_NAMES[text[5:]]} of {text[:4]}"
    if match["month"]:
        return f"{_MONTH_NAMES[first.month - 1]} {first.year}"
    if match["fiscal"]:
        return f"fiscal year {text[2:]}"
    if match["decade"]:
        return f"the {first.year}s"
    return f"the years {first.year} to {last.year}" if match["century"] else ""
