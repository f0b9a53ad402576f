"""Claims on an axis, one a line: what lies far from the rest is seen at once."""

from collections.abc import Mapping
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.strip import Strip

from factcheck.app.look import UNICODE, Glyphs
from factcheck.app.messages import ClaimChosen
from factcheck.app.widgets.axes import Axis, Point
from factcheck.app.widgets.line_view import LineView
from factcheck.app.widgets.wrap import fit
from factcheck.safe import safe_line

_VALUE = 14
_QUOTE = 30
_QUOTE_FROM = 100


class Chart(LineView):
    """Draws an axis and its points, the chosen one emphasised; a click or a key says ClaimChosen."""

    STYLES = "chart"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"chart--{name}"
        for name in ("axis", "words", "value", "chosen", "flag", "open", "verified", "disputed", "dismissed")
    }
    DEFAULT_CSS = """
    Chart {
        background: $background; color: $foreground 88%;
        scrollbar-background: $background; scrollbar-background-hover: $background;
        scrollbar-background-active: $background;
        & > .chart--axis { color: $foreground 66%; }
        & > .chart--words { color: $foreground 88%; }
        & > .chart--value { color: $text-primary; }
        & > .chart--chosen { background: $warning; color: auto 92%; text-style: bold; }
        & > .chart--flag { color: $text-warning; }
        & > .chart--verified { color: $text-success; }
        & > .chart--disputed { color: $text-error; text-style: bold; }
        &:ansi {
            background: ansi_default; color: ansi_default;
            & > .chart--axis { color: ansi_default; }
            & > .chart--value { color: ansi_cyan; }
            & > .chart--chosen { background: ansi_default; color: ansi_yellow; text-style: bold reverse; }
            & > .chart--flag { color: ansi_yellow; }
            & > .chart--verified { color: ansi_green; }
            & > .chart--disputed { color: ansi_bright_red; text-style: bold; }
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", show=False, id="axes.next"),
        Binding("k,up", "move(-1)", show=False, id="axes.previous"),
        Binding("home", "move(-1000000)", show=False, id="axes.first"),
        Binding("end", "move(1000000)", show=False, id="axes.last"),
    ]

    axis: reactive[Axis | None] = reactive(None, init=False)
    chosen: reactive[str] = reactive("", init=False)
    flags: reactive[frozenset[str]] = reactive(frozenset, init=False)
    brief: reactive[Mapping[str, str]] = reactive(dict, init=False)
    """Each claim's value in a few cells, by claim key."""
    published: reactive[int | None] = reactive(None, init=False)
    """The ordinal of the day the article came out: a line through an axis of days."""
    glyphs: reactive[Glyphs] = reactive(UNICODE, init=False)

    @property
    def points(self) -> tuple[Point, ...]:
        """What is drawn, a line each."""
        return self.axis.points if self.axis else ()

    @property
    def place(self) -> int:
        """Where the chosen claim stands among the points; 0 when it is not there."""
        return next((at for at, point in enumerate(self.points) if point.entry.claim.key == self.chosen), 0)

    def watch_axis(self) -> None:
        self.set_lines(len(self.points) + 1)
        self.watch_chosen()

    def watch_chosen(self) -> None:
        top, height, line = self.scroll_offset.y, self.view_height - 1, self.place
        if height > 0 and not top <= line < top + height:
            self.show_line(max(0, line - height // 2))
        self.refresh()

    def on_resize(self) -> None:
        self.watch_axis()

    def action_move(self, by: int) -> None:
        """Choose another point; stay at the ends."""
        if self.points:
            at = min(max(self.place + by, 0), len(self.points) - 1)
            self.post_message(ClaimChosen(self.points[at].entry.claim.key))

    def on_click(self, event: events.Click) -> None:
        at = event.y - 1 + self.scroll_offset.y
        if event.y and at < len(self.points):
            self.post_message(ClaimChosen(self.points[at].entry.claim.key))

    def render_line(self, y: int) -> Strip:
        width, base, axis = self.view_width, self.rich_style, self.axis
        at = y - 1 + self.scroll_offset.y
        if axis is None or at >= len(axis.points):
            return Strip.blank(width, base)
        segments = self._row(axis, axis.points[at], width) if y else self._head(axis, width)
        return Strip(segments).adjust_cell_length(width, base)

    def _words_width(self, width: int) -> int:
        return 8 + _VALUE + (_QUOTE if width >= _QUOTE_FROM else 0)

    def _head(self, axis: Axis, width: int) -> list[Segment]:
        """The labels of the axis, each beginning where its place is."""
        before = self._words_width(width)
        cells = [" "] * max(1, width - before - 1)
        free = 0
        for place, label in axis.ticks(len(cells)):
            at = self._cell(axis, place, len(cells))
            if free <= at and at + len(label) < len(cells):
                cells[at : at + len(label) + 1] = self.glyphs.divider + label
                free = at + len(label) + 2
        return [Segment(" " * before + "".join(cells), self.style_of("axis"))]

    def _row(self, axis: Axis, point: Point, width: int) -> list[Segment]:
        entry = point.entry
        claim, look = entry.claim, self.glyphs.look_of(entry.standing)
        here = claim.key == self.chosen
        chosen = self.style_of("chosen")

        def style(name: str) -> Style:
            return chosen if here else self.style_of(name)

        flag = self.glyphs.flag if claim.key in self.flags else " "
        value = fit(safe_line(self.brief.get(claim.key, str(claim.value))), _VALUE, self.glyphs.ellipsis)
        before = [
            Segment(f"{self.glyphs.pointer if here else ' '}{entry.number:>4}", style("axis")),
            Segment(look.glyph, style(look.style)),
            Segment(flag, style("flag")),
            Segment(value, style("value")),
        ]
        if width >= _QUOTE_FROM:
            quote = fit(safe_line(" ".join(claim.quote.split())), _QUOTE - 1, self.glyphs.ellipsis)
            before.append(Segment(f" {quote}", style("words")))
        room = max(1, width - self._words_width(width) - 1)
        return [*before, Segment(" ", self.style_of("words")), *self._line(axis, point, room, here)]

    def _line(self, axis: Axis, point: Point, cells: int, here: bool) -> list[Segment]:
        """The axis with its ticks, and the point or stretch on it."""
        look = self.glyphs.look_of(point.entry.standing)
        line = [" "] * cells
        for place, _ in axis.ticks(cells):
            line[self._cell(axis, place, cells)] = self.glyphs.inside
        if self.published is not None and 0 <= axis.share(self.published) <= 1:
            line[self._cell(axis, self.published, cells)] = self.glyphs.divider
        low, high = sorted(self._cell(axis, place, cells) for place in (point.low, point.high))
        style = self.style_of("chosen" if here else look.style)
        return [
            Segment("".join(line[:low]), self.style_of("axis")),
            Segment(look.glyph * (high - low + 1), style),
            Segment("".join(line[high + 1 :]), self.style_of("axis")),
        ]

    @staticmethod
    def _cell(axis: Axis, place: float, cells: int) -> int:
        return min(max(int(axis.share(place) * cells), 0), cells - 1)
