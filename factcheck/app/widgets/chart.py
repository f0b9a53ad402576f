"""Claims on axes, one a line, each axis after the other: those of the chosen claim's axis are drawn on it."""

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
    """Lists the points of axes, the chosen one emphasised; a click or a key says ClaimChosen."""

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

    axes: reactive[tuple[Axis, ...]] = reactive((), init=False)
    chosen: reactive[str] = reactive("", init=False)
    flags: reactive[frozenset[str]] = reactive(frozenset, init=False)
    brief: reactive[Mapping[str, str]] = reactive(dict, init=False)
    """Each claim's value in a few cells, by claim key."""
    published: reactive[int | None] = reactive(None, init=False)
    """The ordinal of the day the article came out: a line through an axis of days."""
    glyphs: reactive[Glyphs] = reactive(UNICODE, init=False)

    def __init__(self) -> None:
        super().__init__()
        self.points: tuple[Point, ...] = ()
        """What is listed, a line each."""
        self._places: dict[str, tuple[int, Axis]] = {}
        """Where each claim stands among the points, and its axis."""

    @property
    def axis(self) -> Axis | None:
        """The axis of the chosen claim, or the first one."""
        return self._places[self.chosen][1] if self.chosen in self._places else next(iter(self.axes), None)

    @property
    def place(self) -> int:
        """Where the chosen claim stands among the points; 0 when it is not there."""
        return self._places[self.chosen][0] if self.chosen in self._places else 0

    def watch_axes(self) -> None:
        held = [(point, axis) for axis in self.axes for point in axis.points]
        self.points = tuple(point for point, _ in held)
        self._places = {point.entry.claim.key: (at, axis) for at, (point, axis) in enumerate(held)}
        self.set_lines(len(held))
        self.watch_chosen()

    def watch_chosen(self) -> None:
        top, height, line = self.scroll_offset.y, self.view_height, self.place
        if height > 0 and not top <= line < top + height:
            self.show_line(max(0, line - height // 2))
        self.refresh()

    def on_resize(self) -> None:
        self.set_lines(len(self.points))
        self.watch_chosen()

    def action_move(self, by: int) -> None:
        """Choose another point; stay at the ends."""
        if self.points:
            at = min(max(self.place + by, 0), len(self.points) - 1)
            self.post_message(ClaimChosen(self.points[at].entry.claim.key))

    def on_click(self, event: events.Click) -> None:
        at = event.y + self.scroll_offset.y
        if at < len(self.points):
            self.post_message(ClaimChosen(self.points[at].entry.claim.key))

    def render_line(self, y: int) -> Strip:
        width, at = self.view_width, y + self.scroll_offset.y
        axis = self.axis
        if axis is None or at >= len(self.points):
            return Strip.blank(width, self.rich_style)
        return Strip(self._row(axis, self.points[at], width)).adjust_cell_length(width, self.rich_style)

    @staticmethod
    def words_width(width: int) -> int:
        """Cells that are left of the axis, in a list of this width."""
        return 8 + _VALUE + (_QUOTE if width >= _QUOTE_FROM else 0)

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
        room = max(1, width - self.words_width(width) - 1)
        is_on_it = self._places[claim.key][1] is axis
        return [
            *before,
            Segment(" ", self.style_of("words")),
            *(self._line(axis, point, room, here) if is_on_it else ()),
        ]

    def _line(self, axis: Axis, point: Point, cells: int, here: bool) -> list[Segment]:
        """The axis with its ticks, and the point or stretch on it."""
        look = self.glyphs.look_of(point.entry.standing)
        line = [" "] * cells
        for place, _ in axis.ticks(cells):
            line[axis.cell(place, cells)] = self.glyphs.inside
        if self.published is not None and 0 <= axis.share(self.published) <= 1:
            line[axis.cell(self.published, cells)] = self.glyphs.divider
        low, high = sorted(axis.cell(place, cells) for place in (point.low, point.high))
        style = self.style_of("chosen" if here else look.style)
        return [
            Segment("".join(line[:low]), self.style_of("axis")),
            Segment(look.glyph * (high - low + 1), style),
            Segment("".join(line[high + 1 :]), self.style_of("axis")),
        ]
