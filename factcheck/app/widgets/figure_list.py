"""Figures, one a line with a bar: drawn line by line, so that a page cost what a screen does."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from factcheck.app.look import UNICODE, Glyphs
from factcheck.app.widgets.line_view import LineView
from factcheck.app.widgets.wrap import fit
from factcheck.safe import safe_line

BAR = 16
"""Cells of a bar."""
NAME = 22
"""Cells that a name has at least, while columns are left out for it."""
_BAR_FROM = 72


@dataclass(frozen=True, slots=True)
class Column:
    """A column beside the names: its head, its cells, and whether it stands on the right as numbers do."""

    head: str
    width: int
    right: bool = True


@dataclass(frozen=True, slots=True)
class Figure:
    """One line: a name, what its bar is made of (style and share), and a text and a style for each column."""

    name: str
    cells: tuple[tuple[str, str], ...] = ()
    bar: tuple[tuple[str, int], ...] = ()
    style: str = ""


class FigureChosen(Message):
    """A person went to a line, by its place."""

    def __init__(self, place: int) -> None:
        super().__init__()
        self.place = place


class FigureOpened(Message):
    """A person wants to see what is behind a line, by its place."""

    def __init__(self, place: int) -> None:
        super().__init__()
        self.place = place


class FigureList(LineView):
    """Shows `figures` under a head; `chosen` is the place of the one the reader is on.

    Says FigureChosen and FigureOpened.
    """

    STYLES = "figure-list"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"figure-list--{name}"
        for name in ("head", "quiet", "verified", "disputed", "open", "dismissed", "finding", "chosen")
    }
    DEFAULT_CSS = """
    FigureList {
        background: $surface; color: $foreground;
        scrollbar-background: $surface; scrollbar-background-hover: $surface; scrollbar-background-active: $surface;
        & > .figure-list--head { background: $surface-lighten-1; color: $foreground 66%; text-style: bold; }
        & > .figure-list--quiet, & > .figure-list--open, & > .figure-list--dismissed { color: $foreground 66%; }
        & > .figure-list--verified { color: $text-success; }
        & > .figure-list--disputed { color: $text-error; text-style: bold; }
        & > .figure-list--finding { color: $text-warning; text-style: bold; }
        & > .figure-list--chosen { background: $warning; color: auto 92%; text-style: bold; }
        &:ansi {
            background: ansi_default; color: ansi_default;
            & > .figure-list--head { background: ansi_default; color: ansi_default; }
            & > .figure-list--quiet, & > .figure-list--open, & > .figure-list--dismissed { color: ansi_default; }
            & > .figure-list--verified { color: ansi_green; }
            & > .figure-list--disputed { color: ansi_bright_red; text-style: bold; }
            & > .figure-list--finding { color: ansi_yellow; }
            & > .figure-list--chosen { background: ansi_default; color: ansi_yellow; text-style: bold reverse; }
        }
        &:nocolor > .figure-list--chosen { text-style: bold reverse; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", show=False, tooltip="Next line", id="audit.next"),
        Binding("k,up", "move(-1)", show=False, tooltip="Previous line", id="audit.previous"),
        Binding("pagedown,space", "leaf(1)", show=False, tooltip="Next page", id="audit.page"),
        Binding("pageup", "leaf(-1)", show=False, tooltip="Previous page", id="audit.page-back"),
        Binding("home", "move(-1000000000)", show=False, tooltip="First line", id="audit.first"),
        Binding("end", "move(1000000000)", show=False, tooltip="Last line that was read", id="audit.last"),
        Binding("enter", "open", "look into", tooltip="What is behind this line", id="audit.open"),
    ]

    figures: reactive[Sequence[Figure]] = reactive((), init=False)
    columns: reactive[tuple[Column, ...]] = reactive((), init=False)
    head: reactive[str] = reactive("", init=False)
    chosen: reactive[int] = reactive(0, init=False)
    glyphs: reactive[Glyphs] = reactive(UNICODE, init=False)

    def watch_figures(self) -> None:
        self.set_lines(len(self.figures) + 1)
        self._reveal()
        self.refresh()

    def watch_chosen(self) -> None:
        self._reveal()
        self.refresh()

    def on_resize(self) -> None:
        self.watch_figures()

    def _reveal(self) -> None:
        top, height = self.scroll_offset.y, self.view_height - 1
        if self.chosen < top:
            self.show_line(self.chosen)
        elif height > 0 and self.chosen >= top + height:
            self.show_line(self.chosen - height + 1)

    def action_move(self, by: int) -> None:
        """Move up or down; stay at the ends."""
        if self.figures:
            self.post_message(FigureChosen(min(max(self.chosen + by, 0), len(self.figures) - 1)))

    def action_leaf(self, pages: int) -> None:
        """Move by what is seen at once."""
        self.action_move(pages * max(1, self.view_height - 2))

    def action_open(self) -> None:
        """Look into the line."""
        if self.figures:
            self.post_message(FigureOpened(min(self.chosen, len(self.figures) - 1)))

    def on_click(self, event: events.Click) -> None:
        """A click moves to a line, a second one looks into it."""
        at = event.y - 1 + self.scroll_offset.y
        if event.y and at < len(self.figures):
            opens = event.chain > 1 or at == self.chosen
            self.post_message(FigureOpened(at) if opens else FigureChosen(at))

    def render_line(self, y: int) -> Strip:
        width, at = self.view_width, y - 1 + self.scroll_offset.y
        if not y:
            head = self.style_of("head")
            heads = tuple((column.head, "head") for column in self.columns)
            return Strip(self._row(f"  {self.head}", heads, (), width, head, head)).adjust_cell_length(width, head)
        if at >= len(self.figures):
            return Strip.blank(width, self.rich_style)
        figure, here = self.figures[at], at == self.chosen
        base = self.style_of("chosen") if here else self.rich_style
        name = f"{self.glyphs.pointer if here else ' '} {safe_line(figure.name)}"
        style = base if here or not figure.style else self.style_of(figure.style)
        row = self._row(name, figure.cells, figure.bar, width, base, style, here=here)
        return Strip(row).adjust_cell_length(width, base)

    def _row(
        self,
        name: str,
        cells: tuple[tuple[str, str], ...],
        bar: tuple[tuple[str, int], ...],
        width: int,
        base: Style,
        name_style: Style,
        *,
        here: bool = False,
    ) -> list[Segment]:
        """A line: the name takes what the columns leave; the last columns are left out where there is no room."""
        has_bar = width >= _BAR_FROM and any(figure.bar for figure in self.figures[:2])
        room = width - NAME - (BAR + 2 if has_bar else 0)
        shown: list[Segment] = []
        for column, (text, style) in zip(self.columns, cells, strict=False):
            room -= column.width + 2
            if room < 0:
                break
            text = safe_line(text)
            if cell_len(text) > column.width:
                text = fit(text, column.width, self.glyphs.ellipsis)
            padded = " " * (column.width - cell_len(text)) + text if column.right else set_cell_size(text, column.width)
            shown.append(Segment(f"  {padded}", base if here or not style else self.style_of(style)))
        used = sum(cell_len(segment.text) for segment in shown) + (BAR + 2 if has_bar else 0)
        line = [Segment(fit(name, max(1, width - used), self.glyphs.ellipsis), name_style)]
        if has_bar:
            line += [Segment("  ", base), *self._bar(bar, base, here=here)]
        return [*line, *shown]

    def _bar(self, parts: tuple[tuple[str, int], ...], base: Style, *, here: bool) -> list[Segment]:
        """Shares of a whole: what is there has a cell, as long as there are cells; one without a style is blank."""
        glyph = {
            "": " ",
            "verified": self.glyphs.done,
            "disputed": self.glyphs.wrong,
            "dismissed": self.glyphs.divider,
            "finding": self.glyphs.flag,
        }
        total = sum(share for _, share in parts)
        drawn, left = [], BAR
        for number, (style, share) in enumerate(parts):
            cells = min(left, max(round(BAR * share / total), 1)) if share else 0
            cells = left if number == len(parts) - 1 and total else cells
            left -= cells
            drawn.append(Segment(glyph.get(style, self.glyphs.left) * cells, base if here else self.style_of(style)))
        return [*drawn, Segment(" " * left, base)]
