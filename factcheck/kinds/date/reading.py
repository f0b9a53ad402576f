"""What is known while a text is read: when it came out, and which date its sentences are at."""

from datetime import date, timedelta

from factcheck.kinds.date.item import Item
from factcheck.kinds.date.scan import Scan
from factcheck.kinds.date.steps import Point, day_of, stepped
from factcheck.kinds.date.tense import Direction, direction, is_habitual
from factcheck.model import Published

_SHORTLY = 80
"""How many tokens after a day a time of day still belongs to it where the verb is past."""
_LATELY = timedelta(8)
"""How long before the publication that day may lie."""

_NAMED = 12
"""How many of the last days that were named with their year are remembered."""
_BESIDE = timedelta(8)
"""How far from one of them a day without a year is taken for one of the same story."""
_OVER = timedelta(60)
"""How long before the publication such a story lies: later ones are counted from the publication."""


class Reading:
    """The publication date, and the date the text is at, which moves as it is read; `narrative` says it is a history.

    `used` is what the last value was counted from: "published", "text" or nothing; `named` are the days of the text
    whose year it told, or gave by one of them.
    """

    def __init__(
        self, scan: Scan, published: Published | None, anchor: Point, narrative: bool, named: list[date]
    ) -> None:
        self.scan = scan
        self.anchor = anchor
        self.narrative = narrative
        self.named = named
        self.today = published.day if published else None
        self.year = published.part(0) if published else None
        self.month = published.part(1) if published else None
        self.day = published.part(2) if published else None
        self.now = Point(self.year, self.month, self.day)
        self.anchored_at = -1
        self.last_day: date | None = None
        self.used = ""

    def move(self, item: Item, year: int | None, month: int | None = None, day: int | None = None) -> None:
        """The text is now at this date; a year alone keeps the month of the same year."""
        if year is not None and (month is not None or year != self.anchor.year):
            self.anchor = Point(year, month, day)
        if year is not None:
            self.anchored_at = item.first
            self.last_day = day_of(year, month, day) or self.last_day

    def beside_named(self, month: int, day: int) -> int | None:
        """The year of the last named day that a month and day lie beside, where that is over and done.

        A day that would be a recent one, or near ahead, is counted from the publication.
        """
        if self.today is not None and any(
            abs(found - self.today) <= _OVER
            for step in (-1, 0, 1)
            if (found := day_of(self.today.year + step, month, day)) is not None
        ):
            return None
        for known in reversed(self.named[-_NAMED:]):
            for year in (known.year, known.year + 1, known.year - 1):
                found = day_of(year, month, day)
                if found and abs(found - known) <= _BESIDE and (self.today is None or found < self.today):
                    return year
        return None

    def name(self, year: int | None, month: int, day: int) -> None:
        """The text has told the year of this day."""
        if year is not None and (found := day_of(year, month, day)) is not None:
            self.named.append(found)

    def near(self, item: Item) -> bool:
        """Whether the last date stands in the same sentence."""
        if self.anchored_at < 0 or self.anchor.year is None:
            return False
        sentence = self.scan.document.sentence_at(self.scan.tokens.starts[item.first])
        return self.scan.tokens.starts[self.anchored_at] >= sentence.start

    def goes_on(self, item: Item) -> bool:
        """Whether the sentence before, in the same paragraph, told of a month of its own year."""
        if self.anchored_at < 0 or self.anchor.month is None:
            return False
        starts, document = self.scan.tokens.starts, self.scan.document
        sentence = document.sentence_at(starts[item.first])
        before = document.sentence_at(max(sentence.start - 1, 0))
        between = document.view[before.end : sentence.start]
        return "\n" not in between and starts[self.anchored_at] >= before.start

    def in_paragraph(self, item: Item) -> bool:
        """Whether the last date stands in the same paragraph, and names a month."""
        if self.anchored_at < 0 or self.anchor.month is None:
            return False
        starts = self.scan.tokens.starts
        return "\n" not in self.scan.document.view[starts[self.anchored_at] : starts[item.first]]

    def tells_on(self, item: Item) -> bool:
        """Whether a past verb tells of the day that was named shortly before, perhaps in another paragraph."""
        day = self.anchor.whole or self.last_day
        if self.anchored_at < 0 or day is None or self.today is None or item.first - self.anchored_at > _SHORTLY:
            return False
        return self.today - _LATELY <= day < self.today and self.direction(item) is Direction.PAST

    def by_text(self, item: Item) -> bool:
        """Whether a bare month or day belongs to the text's date and not to the publication date."""
        if self.anchor.year is None:
            return False
        if self.narrative:
            return True
        if not (self.near(item) or self.goes_on(item)):
            return False
        if self.year is None:
            return True
        if self.anchor.year >= self.year - 1:
            return False
        return not self.direction(item).is_ahead

    def direction(self, item: Item) -> Direction:
        """Which way the sentence around an item points."""
        return direction(self.scan, item.first, item.last)

    def is_habitual(self, item: Item) -> bool:
        """Whether the sentence tells what is done again and again, in the present: "meets on the first Monday"."""
        return is_habitual(self.scan, item.first, item.last)

    def stepped(self, item: Item, base: Point, step: int) -> str:
        """The unit `step` units from a point; the text moves there when it was the text that said so."""
        value, point = stepped(item.unit, base, step)
        if point is not None and step >= 0 and self.used == "text" and item.unit in ("day", "month", "year"):
            self.move(item, point.year, point.month, point.day)
        return value
