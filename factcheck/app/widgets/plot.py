"""Shows a plot in the colours of the theme: what is drawn is said by signs, and the colours come after them."""

import re
from collections.abc import Mapping
from typing import ClassVar, Protocol

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from factcheck.app.widgets.plotting import Picture, drawn


class Plan(Protocol):
    """What is to be plotted, however wide it will be."""

    @property
    def margin(self) -> int:
        """Cells that are left of the plot: labels and ruler."""

    def caption(self, cells: int) -> str:
        """A line over the plot, where there are so many cells for it; none for ""."""

    def picture(self, cells: int) -> Picture:
        """What is drawn in so many cells."""


class PlotClicked(Message):
    """A person clicked a cell of a plot, of so many across and up."""

    def __init__(self, x: int, y: int, across: int, up: int) -> None:
        super().__init__()
        self.x, self.y, self.across, self.up = x, y, across, up


class Plot(Widget):
    """Given values only: the plan, and which style each sign has; everything else is a ruler, a label or a column."""

    ALLOW_SELECT = False
    STYLES: ClassVar[str] = "plot"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"plot--{name}" for name in ("caption", "ruler", "column", "here", "open", "verified", "disputed", "dismissed")
    }
    DEFAULT_CSS = """
    Plot {
        background: $background; color: $foreground 88%;
        & > .plot--caption, & > .plot--ruler { color: $foreground 66%; }
        & > .plot--column { color: $text-primary; }
        & > .plot--here { background: $warning; color: auto 92%; text-style: bold; }
        & > .plot--verified { color: $text-success; }
        & > .plot--disputed { color: $text-error; text-style: bold; }
        &:ansi {
            background: ansi_default; color: ansi_default;
            & > .plot--caption, & > .plot--ruler { color: ansi_default; }
            & > .plot--column { color: ansi_cyan; }
            & > .plot--here { background: ansi_default; color: ansi_yellow; text-style: bold reverse; }
            & > .plot--verified { color: ansi_green; }
            & > .plot--disputed { color: ansi_bright_red; text-style: bold; }
        }
    }
    """

    plan: reactive[Plan | None] = reactive(None, init=False)
    signs: reactive[Mapping[str, str]] = reactive(dict, init=False)
    """The style of each run of signs, the longest first where one begins as another does."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._drawn: tuple[object, list[str]] = (None, [])
        self._picture: Picture | None = None

    @property
    def cells(self) -> tuple[int, int]:
        """How many cells the plot itself has across and up."""
        width, height = self.content_size
        if self.plan is None:
            return 0, 0
        across = max(1, width - self.plan.margin)
        return across, max(0, height - self._below - bool(self.plan.caption(across)))

    @property
    def _below(self) -> int:
        """The lines of the lower ruler and its labels."""
        across = self._picture.across if self._picture else None
        return 2 if across is not None and across.ticks else 1

    def _lines(self) -> list[str]:
        """The lines of the plot, drawn once for a size."""
        if self.plan is None:
            return []
        width, height = self.content_size
        key = (self.plan, width, height)
        if self._drawn[0] != key:
            across = max(1, width - self.plan.margin)
            caption = self.plan.caption(across)
            self._picture = self.plan.picture(across)
            lines = drawn(self._picture, width, height - bool(caption))
            self._drawn = key, [f"{caption:<{width}}"[:width]] * bool(caption) + lines
        return self._drawn[1]

    def render_line(self, y: int) -> Strip:
        width, lines = self.content_size.width, self._lines()
        if self.plan is None or y >= len(lines):
            return Strip.blank(width, self.rich_style)
        is_caption = not y and bool(self.plan.caption(max(1, width - self.plan.margin)))
        margin = width if is_caption else min(self.plan.margin, width)
        first = Segment(lines[y][:margin], self._style("caption" if is_caption else "ruler"))
        is_below = y - len(lines) >= -self._below
        rest = [Segment(lines[y][margin:], self._style("ruler"))] if is_below else self._marked(lines[y][margin:])
        return Strip([first, *rest]).adjust_cell_length(width, self.rich_style)

    def _marked(self, line: str) -> list[Segment]:
        """The cells of the plot itself, each sign in its style."""
        if self.plan is not None and not self.signs:
            return [Segment(line, self._style("column"))]
        parts = filter(None, re.split(f"({'|'.join(map(re.escape, self.signs))})", line))
        return [Segment(part, self._style(self.signs.get(part, "ruler"))) for part in parts]

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"{self.STYLES}--{name}")

    def on_click(self, event: events.Click) -> None:
        """Say which cell was clicked, where it is one of the plot itself."""
        at = event.get_content_offset(self)
        if at is None or self.plan is None:
            return
        across, up = self.cells
        x, y = at.x - self.plan.margin, at.y - bool(self.plan.caption(across))
        if 0 <= x < across and 0 <= y < up:
            event.stop()
            self.post_message(PlotClicked(x, y, across, up))
