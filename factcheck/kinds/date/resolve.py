"""From what stands in the text to TIMEX3 values: against the publication date, or the date the text is at."""

from collections.abc import Callable
from datetime import date, timedelta

from factcheck.kinds.date.count import duration
from factcheck.kinds.date.item import Item
from factcheck.kinds.date.scan import DASHES, Scan
from factcheck.kinds.date.steps import Point, day_of, months_from, stepped, week_of, written
from factcheck.kinds.date.tense import Direction, direction
from factcheck.kinds.date.value import DateMention, mention
from factcheck.kinds.date.words import SEASON_MONTHS
from factcheck.model import Published

_SEASONS = ("SP", "SU", "FA", "WI")


class Resolver:
    """Gives items their values in reading order; `anchor` moves with the text, `narrative` says it is a history."""

    def __init__(self, scan: Scan, published: Published | None, anchor: Point, narrative: bool) -> None:
        self.scan = scan
        self.anchor = anchor
        self.narrative = narrative
        self.today = published.day if published else None
        self.year = published.part(0) if published else None
        self.month = published.part(1) if published else None
        self.day = published.part(2) if published else None
        self.now = Point(self.year, self.month, self.day)
        self.anchored_at = -1
        self.last_day: date | None = None
        self.used = ""

    def resolve(self, item: Item) -> DateMention | None:
        """The value of an item, or None where it is no date after all."""
        self.used = ""
        try:
            value = _FORMS[item.form](self, item)
        except (ValueError, OverflowError):
            return None
        if not value:
            return None
        if item.clock:
            value = value[:10] + item.clock
        elif item.part and "T" not in value:
            value += item.part
        return mention(item.type, value, self.used)

    # where the text is

    def _move(self, item: Item, year: int | None, month: int | None = None, day: int | None = None) -> None:
        if year is not None and (month is not None or year != self.anchor.year):
            self.anchor = Point(year, month, day)
        if year is not None:
            self.anchored_at = item.first
            self.last_day = day_of(year, month, day) or self.last_day

    def _near(self, item: Item) -> bool:
        """Whether the last date stands in the same sentence."""
        if self.anchored_at < 0 or self.anchor.year is None:
            return False
        sentence = self.scan.document.sentence_at(self.scan.tokens.starts[item.first])
        return self.scan.tokens.starts[self.anchored_at] >= sentence.start

    def _goes_on(self, item: Item) -> bool:
        """Whether the sentence before, in the same paragraph, told of a month of its own year."""
        if self.anchored_at < 0 or self.anchor.month is None:
            return False
        starts, document = self.scan.tokens.starts, self.scan.document
        sentence = document.sentence_at(starts[item.first])
        before = document.sentence_at(max(sentence.start - 1, 0))
        between = document.view[before.end : sentence.start]
        return "\n" not in between and starts[self.anchored_at] >= before.start

    def _by_text(self, item: Item) -> bool:
        """Whether a bare month or day belongs to the text's date and not to the publication date."""
        if self.anchor.year is None:
            return False
        if self.narrative or self.year is None:
            return True
        if self.anchor.year >= self.year - 1 or not (self._near(item) or self._goes_on(item)):
            return False
        return self._direction(item) is not Direction.FUTURE

    def _direction(self, item: Item) -> Direction:
        return direction(self.scan, item.first, item.last)

    # calendar forms

    def fixed(self, item: Item) -> str:
        return item.value

    def of_decade(self, item: Item) -> str:
        if self.narrative:
            self._move(item, int(item.value + "0"))
        return item.value

    def of_year(self, item: Item) -> str:
        told = self._near(item) and self.anchor.month is not None
        if not told and self.scan.low(item.first - 1) not in DASHES and self._direction(item) is not Direction.FUTURE:
            self._move(item, item.year)
        return written(item.year)

    def _named_year(self, item: Item) -> int | None:
        """The year that "this year", "of that year" or "last year" in an item means."""
        if item.unit == "that year":
            self.used = "text"
            base = self.anchor.year if self.anchor.year is not None else self.year
        else:
            self.used = "published"
            base = self.year
        return None if base is None else base + (item.rel or 0)

    def of_month(self, item: Item) -> str:
        month = item.month or 1
        if item.year is not None:
            year: int | None = item.year
        elif item.unit:
            year = self._named_year(item)
        elif item.rel is not None:
            year = self._related_month(item.rel, month)
        else:
            year = self._year_for_month(item, month)
        self._move(item, year, month)
        return written(year, month)

    def _related_month(self, rel: int, month: int) -> int | None:
        self.used = "published"
        if self.year is None or self.month is None:
            return None
        if rel < 0:
            return self.year - (month >= self.month)
        return self.year + (month <= self.month) if rel > 0 else self.year

    def _text_year(self, month: int) -> int | None:
        """The year of a bare month in a text that goes on from its own last date."""
        self.used = "text"
        year, before = self.anchor.year, self.anchor.month
        if year is not None and before is not None and before - month >= 9:
            return year + 1
        return year

    def _year_for_month(self, item: Item, month: int) -> int | None:
        if self._by_text(item):
            return self._text_year(month)
        self.used = "published"
        if self.year is None or self.month is None:
            return self.year
        if self._direction(item) is Direction.FUTURE:
            return self.year + (month < self.month)
        return self.year - (month > self.month)

    def of_day(self, item: Item) -> str:
        month, day = item.month or 1, item.day or 1
        if item.year is not None:
            year: int | None = item.year
        elif item.unit:
            year = self._named_year(item)
        elif self._by_text(item):
            year = self._text_year(month)
        else:
            year = self._year_for_day(item, month, day)
        if day > 31 or (year is not None and day_of(year, month, day) is None):
            # "31 April 2021" is a date that cannot be, which a reader must see; without a year it may be a count.
            return written(year, month, day) if item.year is not None and item.month and day <= 31 else ""
        self._move(item, year, month, day)
        return written(year, month, day)

    def _year_for_day(self, item: Item, month: int, day: int) -> int | None:
        self.used = "published"
        if self.year is None:
            return None
        near = [found for step in (-1, 0, 1) if (found := day_of(self.year + step, month, day))]
        if item.weekday and len(on := [found for found in near if found.isoweekday() == item.weekday]) == 1:
            return on[0].year
        if self.today is None or not near:
            return self.year
        today = self.today
        way = self._direction(item)
        if way is Direction.FUTURE and (ahead := [found for found in near if found >= today]):
            return ahead[0].year
        if way is Direction.PAST and (behind := [found for found in near if found <= today + timedelta(1)]):
            return behind[-1].year
        return min(near, key=lambda found: abs((found - today).days)).year

    def of_monthday(self, item: Item) -> str:
        day = item.day or 1
        if self._by_text(item) and self.anchor.month is not None:
            self.used = "text"
            return self._day_in(item, self.anchor.year, self.anchor.month, day)
        self.used = "published"
        if self.year is None or self.month is None or self.day is None:
            return self._day_in(item, self.year, self.month, day)
        way = self._direction(item)
        step = (
            1
            if way is Direction.FUTURE and day < self.day
            else -1
            if way is not Direction.FUTURE and day > self.day
            else 0
        )
        return self._day_in(item, *months_from(self.year, self.month, step), day)

    def _day_in(self, item: Item, year: int | None, month: int | None, day: int) -> str:
        if year is not None and month is not None and day_of(year, month, day) is None:
            return ""
        self._move(item, year, month, day)
        return written(year, month if month is not None or day is None else None, day)

    def of_weekday(self, item: Item) -> str:
        weekday = item.weekday or 1
        found = self._weekday(item, weekday)
        if found is None:
            return f"XXXX-WXX-{weekday}"
        self._move(item, found.year, found.month, found.day)
        return found.isoformat()

    def _weekday(self, item: Item, weekday: int) -> date | None:
        base = self.anchor.whole
        if base is not None and (item.unit == "that" or self._by_text(item)):
            self.used = "text"
            if item.rel is not None and item.rel < 0:
                return base - timedelta((base.isoweekday() - weekday) % 7 or 7)
            ahead = (weekday - base.isoweekday()) % 7
            return base + timedelta(ahead or (7 if item.rel else 0))
        if self.today is None or (self.narrative and item.rel is None):
            return None
        self.used = "published"
        back = (self.today.isoweekday() - weekday) % 7
        if item.rel is not None:
            if item.rel < 0:
                return self.today - timedelta(back or 7)
            return self.today + timedelta((7 - back) if back else (7 if item.rel else 0))
        if back == 0:
            return self.today
        if self._direction(item) is Direction.FUTURE:
            return self.today + timedelta(7 - back)
        return self.today - timedelta(back)

    def of_weekday_in_week(self, item: Item) -> str:
        if self.today is None:
            return f"XXXX-WXX-{item.weekday}"
        self.used = "published"
        monday = self.today - timedelta(self.today.weekday()) + timedelta(7 * (item.rel or 0))
        return (monday + timedelta((item.weekday or 1) - 1)).isoformat()

    def of_deictic(self, item: Item) -> str:
        if self.today is None:
            self.used = "published" if self.month is not None else ""
            return stepped("day", self.now, item.rel or 0)[0]
        self.used = "published"
        if self.narrative and not item.rel and not item.part and not item.clock:
            return "PRESENT_REF"
        found = self.today + timedelta(item.rel or 0)
        if not self.narrative:
            self._move(item, found.year, found.month, found.day)
        return found.isoformat()

    def of_daypart(self, item: Item) -> str:
        if item.unit == "at" and not (self._near(item) and self.anchor.whole):
            return f"XXXX-XX-XX{item.part}"
        if item.unit in ("that", "at") or ((item.unit == "the" and self._near(item)) or self.narrative):
            base = self.anchor.whole
            self.used = "text"
        else:
            base, self.used = self.today, "published"
        if base is None:
            return f"XXXX-XX-XX{item.part}"
        return (base + timedelta(item.rel or 0)).isoformat()

    def of_clock(self, item: Item) -> str:
        base = self.anchor.whole if (self.narrative or self._near(item)) and self.anchor.whole else self.today
        self.used = "published" if base is self.today else "text"
        return base.isoformat() if base else "XXXX-XX-XX"

    # units

    def of_this(self, item: Item) -> str:
        """This, last and next unit, counted from the publication date."""
        self.used = "published"
        return self._stepped(item, self.now, item.rel or 0)

    def of_that(self, item: Item) -> str:
        """The same, next or previous unit, counted from where the text is."""
        if item.unit == "day" and self.anchor.whole is None and self.last_day is not None:
            self.anchor = Point.at(self.last_day)
        if self.anchor.year is None or (not self.narrative and item.unit in ("week",) and self.anchor.whole is None):
            return self.of_this(item)
        self.used = "text"
        return self._stepped(item, self.anchor, item.rel or 0)

    def of_the(self, item: Item) -> str:
        """The unit that is being spoken of."""
        if self.narrative or self.year is None:
            return self.of_that(item)
        if item.unit == "quarter" and self.month is not None:
            item.rel = -1
        return self.of_this(item)

    def of_end(self, item: Item) -> str:
        """The last day of the year spoken of, or its month."""
        value = self.of_the(item)
        return f"{value}-12-31" if item.unit == "year" else value

    def of_offset(self, item: Item) -> str:
        """So many units from the publication date."""
        self.used = "published"
        if item.value == "X" or not item.value.isdigit():
            self.used = ""
            return "PAST_REF" if (item.rel or 0) < 0 else "FUTURE_REF"
        step = int(item.value) * (item.rel or 1)
        if item.unit in ("hour", "minute", "second"):
            item.type = "TIME"
            return duration(item.value, item.unit)
        return self._stepped(item, self.now, step)

    def of_shift(self, item: Item) -> str:
        """So many units from the date the text is at."""
        if item.unit in ("hour", "minute", "second") and item.value != "X":
            item.type = "DURATION"
            return duration(item.value, item.unit)
        if item.value == "X" or not item.value.isdigit():
            return "PAST_REF" if (item.rel or 0) < 0 else "FUTURE_REF"
        self.used = "text"
        base = self.anchor
        step = int(item.value) * (item.rel or 1)
        if base.year is None:
            self.used = "published"
            return self._stepped(item, self.now, step)
        if item.unit in ("day", "week", "fortnight"):
            days = {"day": 1, "week": 7, "fortnight": 14}[item.unit]
            if base.whole is None:
                return "PAST_REF" if step < 0 else "FUTURE_REF"
            found = base.whole + timedelta(days * step)
            if step > 0:
                self._move(item, found.year, found.month, found.day)
            return found.isoformat()
        return self._stepped(item, base, step)

    def _stepped(self, item: Item, base: Point, step: int) -> str:
        """The unit `step` units from a point; the text moves there when it was the text that said so."""
        value, point = stepped(item.unit, base, step)
        if (
            point is not None
            and step >= 0
            and self.used == "text"
            and item.unit not in ("quarter", "week", "fortnight")
        ):
            self._move(item, point.year, point.month, point.day)
        return value

    def of_weekend(self, item: Item) -> str:
        base = self.anchor.whole if item.unit == "that" or self.narrative else self.today
        if base is None:
            return "XXXX-WXX-WE"
        self.used = "text" if item.unit == "that" else "published"
        rel = item.rel
        if rel is None:
            rel = 0 if base.isoweekday() >= 5 or self._direction(item) is Direction.FUTURE else -1
        elif rel < 0 and base.isoweekday() >= 7:
            rel = -1
        return f"{week_of(base + timedelta(7 * rel))}-WE"

    def of_season(self, item: Item) -> str:
        season = item.value
        if item.year is not None:
            year: int | None = item.year
        elif item.unit == "that" or self._by_text(item):
            self.used, year = "text", self.anchor.year
            year = None if year is None else year + (item.rel or 0)
        else:
            self.used, year = "published", self._season_year(item, season)
        if year is not None and (self.narrative or item.year is not None):
            self._move(item, year, min(SEASON_MONTHS[season][0], 12))
        return f"{written(year)}-{season}"

    def _season_year(self, item: Item, season: str) -> int | None:
        if self.year is None or self.month is None:
            return self.year
        first, last = SEASON_MONTHS[season]
        month = self.month + 12 if season == "WI" and self.month <= 2 else self.month
        year = self.year - (1 if month > 12 else 0)
        if item.rel is not None and item.rel < 0:
            return year if month > last else year - 1
        if item.rel is not None and item.rel > 0:
            return year if month < first else year + 1
        if item.rel is None and month < first and self._direction(item) is Direction.PAST:
            return year - 1
        return year

    def of_quarter(self, item: Item) -> str:
        return self._period(item, "Q", 3)

    def of_half(self, item: Item) -> str:
        return self._period(item, "H", 6)

    def _period(self, item: Item, letter: str, months: int) -> str:
        year = item.year
        if year is None and item.unit == "that":
            year, self.used = self.anchor.year, "text"
            year = year if year is None else year + (item.rel or 0)
        elif year is None and item.rel is not None:
            year, self.used = self.year, "published"
            year = year if year is None else year + item.rel
        elif year is None:
            year = self._period_year(item, months)
        if year is not None:
            self._move(item, year, item.number * months)
        return f"{written(year)}-{letter}{item.number}"

    def _period_year(self, item: Item, months: int) -> int | None:
        if self._by_text(item):
            self.used = "text"
            return self.anchor.year
        self.used = "published"
        if self.year is None or self.month is None:
            return self.year
        begins = (item.number - 1) * months + 1
        ahead = self._direction(item) is Direction.FUTURE
        if begins > self.month and not ahead:
            return self.year - 1
        return self.year + (ahead and item.number * months < self.month)


_Form = Callable[[Resolver, Item], str]
_FORMS: dict[str, _Form] = {
    "fixed": Resolver.fixed,
    "decade": Resolver.of_decade,
    "year": Resolver.of_year,
    "month": Resolver.of_month,
    "day": Resolver.of_day,
    "monthday": Resolver.of_monthday,
    "weekday": Resolver.of_weekday,
    "weekday of": Resolver.of_weekday_in_week,
    "deictic": Resolver.of_deictic,
    "daypart": Resolver.of_daypart,
    "clock": Resolver.of_clock,
    "this": Resolver.of_this,
    "that": Resolver.of_that,
    "the": Resolver.of_the,
    "end of": Resolver.of_end,
    "offset": Resolver.of_offset,
    "shift": Resolver.of_shift,
    "weekend": Resolver.of_weekend,
    "season": Resolver.of_season,
    "quarter": Resolver.of_quarter,
    "half": Resolver.of_half,
}
