"""What a date claim says: a TIMEX3 type and value, and the calendar days it covers where they are known."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from factcheck.kinds.date.timex3 import days_of, no_such
from factcheck.kinds.date.wording import briefly, in_words, weekday_of

ANCHORS = {
    "published": "counted from the publication date",
    "text": "counted from the date the text is at",
    "": "",
}


@dataclass(frozen=True, slots=True)
class DateMention:
    """A TIMEX3 `type` (DATE, TIME, DURATION, SET) and `value`; `first` and `last` are the calendar days it covers.

    `grain` is how exact it is ("day", "month", ...). `anchor` is what it was counted from: "published", "text" or,
    where it stands for itself, nothing. As a string it is in words, never in TIMEX3's codes.
    """

    type: str
    value: str
    first: date | None = None
    last: date | None = None
    grain: str = ""
    anchor: str = ""

    @property
    def no_such(self) -> str:
        """What it names that cannot be, "day" (31 June) or "time" (25:40); empty for all others."""
        return no_such(self.value)

    def __str__(self) -> str:
        words = in_words(self.type, self.value)
        return f"{words}: no such {self.no_such}" if self.no_such else words


def mention(type: str, value: str, anchor: str = "") -> DateMention:
    """The mention with its days and grain worked out from its value."""
    first, last, grain = days_of(value)
    return DateMention(type, value, first, last, grain, anchor)


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
    """About ten cells: "6 Dec 2021", "12 months", "every week"; times without the year."""
    return briefly(value.type, value.value)


def rows(value: DateMention, text: str) -> Iterable[tuple[str, str]]:
    """What a reviewer reads about a date."""
    yield "value", f"{weekday_of(value.first)} {value}" if value.first and value.grain == "day" else str(value)
    if value.first and value.last and value.grain not in ("day", "time"):
        yield "days", f"{value.first} to {value.last}"
    if value.anchor:
        yield "read", ANCHORS.get(value.anchor, value.anchor)
