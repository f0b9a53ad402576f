"""Figures by day as columns over an axis of days, several days in one where there are more of them than room."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from factcheck.app.widgets.axes import LABEL, day_ticks
from factcheck.app.widgets.plotting import BRAILLE, Picture, Ruler

_WIDEST = 3
"""Cells that a day has at most."""
_LABELS = 6
"""Cells that the labels beside the columns have at least."""


@dataclass(frozen=True, slots=True)
class Daily:
    """Sums by the day's proleptic Gregorian ordinal, from the first to the last day; `over` makes means of them.

    `of` says what they are, `words` writes one of them, and `marker` is what the columns are made of.
    """

    of: str
    sums: Mapping[int, float]
    first: int
    last: int
    words: Callable[[float], str]
    over: Mapping[int, int] | None = None
    marker: str = BRAILLE

    @property
    def margin(self) -> int:
        """Cells that are left of the columns: labels and ruler, however many days a column has."""
        if self.over is None:
            most = sum(self.sums.values())
        else:
            most = max((value / self.over[day] for day, value in self.sums.items() if self.over.get(day)), default=0.0)
        return max(_LABELS, len(self.words(most))) + 1

    def caption(self, cells: int) -> str:
        """What the columns show, where there are so many cells for them."""
        days = self._step(cells)
        return f"{self.of}, each column {'a day' if days == 1 else f'{days} days'}"

    def picture(self, cells: int) -> Picture:
        """The columns in so many cells; the last one ends with the last day."""
        step, heights = self._step(cells), self._heights(cells)
        each = min(_WIDEST, max(1, cells // len(heights)))
        start = self.last + 1 - step * len(heights)
        days = day_ticks(start, max(self.last, start + 1), max(1, len(heights) * each // LABEL))
        dots = 2 if self.marker == BRAILLE else 1
        filled = each * dots - (each > 1)
        most, room = max(*heights, 0.0), self.margin - 1
        return Picture(
            across=Ruler(0, cells / each, tuple(((day - start) // step + 0.5, label) for day, label in days)),
            up=Ruler(0, most or 1, ((0, f"{0:>{room}}"), (most, f"{self.words(most):>{room}}"))),
            columns=heights,
            middle=filled / 2 / dots / each,
            breadth=(filled - 1) / dots / each,
            marker=self.marker,
        )

    def _step(self, cells: int) -> int:
        return -(-(self.last - self.first + 1) // max(1, cells))

    def _heights(self, cells: int) -> tuple[float, ...]:
        step = self._step(cells)
        count = -(-(self.last - self.first + 1) // step)
        sums, over = [0.0] * count, [0] * count
        for day, value in self.sums.items():
            if self.first <= day <= self.last:
                at = count - 1 - (self.last - day) // step
                sums[at] += value
                over[at] += self.over.get(day, 0) if self.over is not None else 0
        if self.over is None:
            return tuple(sums)
        return tuple(value / number if number else 0.0 for value, number in zip(sums, over, strict=True))
