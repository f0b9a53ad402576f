"""How much was done each day, as columns over an axis of days."""

from collections.abc import Mapping
from math import ceil

from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from factcheck.app.look import ASCII, UNICODE, Glyphs
from factcheck.app.widgets.axes import LABEL, day_ticks

_EIGHTHS = " ▁▂▃▄▅▆▇█"
_STEPS = " #"


class DayPlot(Widget):
    """Given values only: `counts` by the day's proleptic Gregorian ordinal, and the first and the last day."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    DayPlot { height: 5; background: $surface; color: $text-primary; padding: 0 1; }
    DayPlot:ansi { background: ansi_default; color: ansi_cyan; }
    """

    counts: reactive[Mapping[int, int]] = reactive(dict)
    first: reactive[int] = reactive(0)
    last: reactive[int] = reactive(0)
    glyphs: reactive[Glyphs] = reactive(UNICODE)

    def render_line(self, y: int) -> Strip:
        width, height, style = self.content_size.width, self.content_size.height - 1, self.rich_style
        columns = self._columns(max(1, width - 8))
        most = max(columns, default=0)
        if y == height:
            return Strip([Segment(f"{'':7}{self._labels(width - 8)}", style)]).adjust_cell_length(width, style)
        label = f"{most:>6} " if y == 0 else f"{0 if y == height - 1 else '':>6} "
        steps = _STEPS if self.glyphs is ASCII else _EIGHTHS
        full = len(steps) - 1
        cells = []
        for count in columns:
            filled = ceil(count * height * full / most) if most else 0
            cells.append(steps[min(max(filled - (height - 1 - y) * full, 0), full)])
        return Strip([Segment(label + "".join(cells), style)]).adjust_cell_length(width, style)

    @property
    def _days(self) -> int:
        return max(1, self.last - self.first + 1)

    def _columns(self, cells: int) -> list[int]:
        """How much lies in each cell: a day, or several where there are more days than cells."""
        cells = min(cells, self._days * 3)
        columns = [0] * cells
        per_day = cells // self._days
        for day, count in self.counts.items():
            if not self.first <= day <= self.last:
                continue
            if per_day:  # a day is as wide as there is room for, three cells at most
                at = (day - self.first) * per_day
                columns[at : at + per_day] = [count] * per_day
            else:
                columns[(day - self.first) * cells // self._days] += count
        return columns[: per_day * self._days] if per_day else columns

    def _labels(self, cells: int) -> str:
        line = [" "] * max(1, cells)
        used = len(self._columns(max(1, cells)))
        free = 0
        for place, label in day_ticks(self.first, max(self.last, self.first + 1), max(1, used // LABEL)):
            at = int((place - self.first) * used / self._days)
            if free <= at and at + len(label) < len(line):
                line[at : at + len(label) + 1] = self.glyphs.divider + label
                free = at + len(label) + 2
        return "".join(line)
