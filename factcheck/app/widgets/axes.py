"""Where the dates and amounts of an article lie on an axis: pure functions."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, floor

from factcheck.kinds.amount import Amount
from factcheck.kinds.date.value import DateMention
from factcheck.model import Entry

LABEL = 10
"""Cells that a tick with its label takes at least."""
_SUFFIXES = ("", "k", "M", "bn", "tn")
_MARGIN = 0.03
"""How much of an axis stays empty at both of its ends."""
_LAST_DAY = date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Point:
    """A claim's place: from `low` to `high`, which are equal where it is exact."""

    entry: Entry
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Axis:
    """Claims between two ends: of days (proleptic Gregorian ordinals), or of powers of ten of one unit (`of`)."""

    points: tuple[Point, ...]
    first: float
    last: float
    is_days: bool
    of: str = ""

    def share(self, place: float) -> float:
        """Where a place lies between both ends, from 0 to 1."""
        return (place - self.first) / (self.last - self.first)

    def cell(self, place: float, cells: int) -> int:
        """Which of so many cells a place lies on."""
        return min(max(int(self.share(place) * cells), 0), cells - 1)

    def middle(self, place: float, cells: int) -> float:
        """The middle of the cell that a place lies on: no rounding can move it to the next one."""
        return self.first + (self.cell(place, cells) + 0.5) / cells * (self.last - self.first)

    def ticks(self, cells: int) -> list[tuple[float, str]]:
        """Places with their labels, as many as fit in so many cells."""
        if not self.points:
            return []
        room = max(1, cells // LABEL)
        found = day_ticks(self.first, self.last, room) if self.is_days else _powers(self.first, self.last, room)
        return list(found)


def dates(entries: Iterable[Entry]) -> Axis:
    """The dates whose days are known, in order."""
    points = [
        Point(entry, value.first.toordinal(), value.last.toordinal())
        for entry in entries
        if isinstance(value := entry.claim.value, DateMention) and value.first and value.last
    ]
    points.sort(key=lambda point: (point.low, point.high))
    return _axis(points, least=14, is_days=True)


def amounts(entries: Iterable[Entry]) -> tuple[Axis, ...]:
    """The amounts of each unit, the commonest unit first; nothing has no place on such an axis."""
    found: dict[str, list[Point]] = {}
    for entry in entries:
        value = entry.claim.value
        if isinstance(value, Amount) and value.low and value.high:
            low, high = sorted(float(abs(end).log10()) for end in (value.low, value.high))
            found.setdefault(value.unit or "", []).append(Point(entry, low, high))
    units = sorted(found, key=lambda unit: (-len(found[unit]), unit))
    by_size = {unit: sorted(points, key=lambda point: (point.low, point.high)) for unit, points in found.items()}
    return tuple(_axis(by_size[unit], least=2, is_days=False, of=unit) for unit in units)


def _axis(points: Sequence[Point], least: float, is_days: bool, of: str = "") -> Axis:
    """An axis that holds all points and is at least so long."""
    low = min((min(point.low, point.high) for point in points), default=0.0)
    high = max((max(point.low, point.high) for point in points), default=0.0)
    margin = max((high - low) * _MARGIN, (least - (high - low)) / 2)
    return Axis(tuple(points), low - margin, high + margin, is_days, of)


def day_ticks(first: float, last: float, room: int) -> Iterator[tuple[float, str]]:
    """The first days of years, months or every few days, whichever there is room for."""
    start, end = (date.fromordinal(min(max(round(day), 1), _LAST_DAY)) for day in (first, last))
    months = 12 * (end.year - start.year) + end.month - start.month
    if months <= 2:
        step = next((step for step in (1, 2, 5, 7, 14, 31) if (last - first) / step <= room), 100)
        days = range(max(ceil(first), 1), min(floor(last), _LAST_DAY) + 1, step)
        yield from ((day, date.fromordinal(day).isoformat()) for day in days)
    elif step := next((step for step in (1, 2, 3, 6) if months / step <= room), 0):
        for at in range(12 * start.year + start.month, 12 * end.year + end.month, step):
            yield date(at // 12, at % 12 + 1, 1).toordinal(), f"{at // 12}-{at % 12 + 1:02}"
    else:
        years = end.year - start.year
        step = next((step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000) if years / step <= room), 10_000)
        for year in range(-(-(start.year + 1) // step) * step, end.year + 1, step):
            yield date(year, 1, 1).toordinal(), str(year)


def _powers(first: float, last: float, room: int) -> Iterator[tuple[float, str]]:
    """Powers of ten, every one or every few."""
    step = ceil((last - first) / room) or 1
    yield from ((power, power_words(power)) for power in range(ceil(first), floor(last) + 1, step))


def power_words(power: int) -> str:
    """A power of ten as people write it."""
    if 0 <= power < 3 * len(_SUFFIXES):
        return f"{10 ** (power % 3)}{_SUFFIXES[power // 3]}"
    return f"{10.0**power:g}" if -4 <= power < 0 else f"1e{power}"
