"""The list of claims, drawn line by line: one row a claim, its columns as many as the width allows."""

from collections.abc import Mapping
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.cache import LRUCache
from textual.reactive import reactive
from textual.strip import Strip

from factcheck.app.look import UNICODE, Glyphs
from factcheck.app.messages import ClaimChosen
from factcheck.app.widgets.line_view import LineView
from factcheck.app.widgets.wrap import cells_of, drawn, fit
from factcheck.model import Entry
from factcheck.safe import safe_line

_KIND_FROM, _VALUE_FROM = 46, 42
_KIND_CELLS = 6
_VALUE_CELLS = 12
_WIDE_VALUE_FROM, _WIDE_VALUE_CELLS = 76, 16
_ROWS_KEPT = 1024


class ClaimList(LineView):
    """Claims as they are given, filtered and sorted elsewhere. Says ClaimChosen."""

    STYLES = "claims"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"claims--{name}"
        for name in (
            *("number", "kind", "value", "note", "flag", "chosen", "done"),
            *("open", "verified", "disputed", "dismissed"),
        )
    }
    DEFAULT_CSS = """
    ClaimList {
        background: $surface; color: $foreground 92%;
        scrollbar-background: $surface; scrollbar-background-hover: $surface; scrollbar-background-active: $surface;
        & > .claims--number, & > .claims--kind, & > .claims--open, & > .claims--dismissed { color: $foreground 66%; }
        & > .claims--done, & > .claims--note { color: $foreground 70%; }
        & > .claims--value { color: $text-primary; }
        & > .claims--flag { color: $text-warning; text-style: bold; }
        & > .claims--chosen { background: $warning; color: auto 92%; text-style: bold; }
        & > .claims--verified { color: $text-success; }
        & > .claims--disputed { color: $text-error; text-style: bold; }
        &:ansi {
            background: ansi_default; color: ansi_default;
            & > .claims--number, & > .claims--kind, & > .claims--open, & > .claims--dismissed, & > .claims--done,
            & > .claims--note {
                color: ansi_default;
            }
            & > .claims--value { color: ansi_cyan; }
            & > .claims--flag { color: ansi_yellow; text-style: bold; }
            & > .claims--chosen { background: ansi_default; color: ansi_yellow; text-style: bold reverse; }
            & > .claims--verified { color: ansi_green; }
            & > .claims--disputed { color: ansi_bright_red; text-style: bold; }
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", show=False, id="review.previous"),
        Binding("down", "step(1)", show=False, id="review.next"),
        Binding("pageup", "page(-1)", show=False, id="list.page-back"),
        Binding("pagedown", "page(1)", show=False, id="list.page"),
        Binding("home", "edge(0)", show=False, id="list.first"),
        Binding("end", "edge(-1)", show=False, id="list.last"),
    ]

    rows: reactive[tuple[Entry, ...]] = reactive((), init=False, repaint=False)
    chosen: reactive[str] = reactive("", init=False, repaint=False)
    unsupported: reactive[frozenset[str]] = reactive(frozenset, init=False)
    """The keys of the claims whose verdict lacks the evidence that the rules want."""
    flags: reactive[frozenset[str]] = reactive(frozenset, init=False)
    """The keys of the claims that unanswered findings are about."""
    marked: reactive[frozenset[str]] = reactive(frozenset, init=False)
    """The keys of the claims that are to be judged together."""
    brief: reactive[Mapping[str, str]] = reactive(dict, init=False)
    """Each claim's value in about ten cells, by claim key."""
    gists: reactive[Mapping[str, str]] = reactive(dict, init=False)
    """What is shown in place of a claim's own words, by claim key, where that is something else."""
    words: reactive[Mapping[str, str]] = reactive(dict, init=False)
    """Each kind's own short word, by the kind's name."""
    total: reactive[int] = reactive(0, init=False)
    """The highest number a claim has, so that the number column keeps its width while filters change."""
    glyphs: reactive[Glyphs] = reactive(UNICODE, init=False)

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._places: dict[str, int] = {}
        self._strips: LRUCache[int, Strip] = LRUCache(_ROWS_KEPT)
        self._digits = 2
        self._waiting = False
        """Whether a row has a sign for what the rules want, which takes a cell of every row."""

    # What changes it

    def watch_rows(self, old: tuple[Entry, ...], new: tuple[Entry, ...]) -> None:
        self._measure()
        self._look_for_waiting()
        if len(old) == len(new) and all(a is b or a.claim is b.claim for a, b in zip(old, new, strict=True)):
            for at, (a, b) in enumerate(zip(old, new, strict=True)):
                if a is not b:
                    self._touch(at)
            return
        self._places = {entry.claim.key: at for at, entry in enumerate(new)}
        self.set_lines(len(self.rows))
        self._redraw()
        self.call_after_refresh(self.reveal)

    def watch_chosen(self, old: str, new: str) -> None:
        for key in (old, new):
            if (at := self._places.get(key)) is not None:
                self._touch(at)
        self.reveal()

    def watch_unsupported(self) -> None:
        self._look_for_waiting()
        self._redraw()

    def _look_for_waiting(self) -> None:
        before, lacking = self._waiting, self.unsupported
        self._waiting = any(entry.standing.second_due for entry in self.rows)
        if lacking and not self._waiting:
            self._waiting = any(entry.claim.key in lacking for entry in self.rows)
        if before is not self._waiting:
            self._redraw()

    def watch_flags(self) -> None:
        self._redraw()

    def watch_marked(self) -> None:
        self._redraw()

    def watch_brief(self) -> None:
        self._redraw()

    def watch_gists(self) -> None:
        self._redraw()

    def watch_words(self) -> None:
        self._redraw()

    def watch_total(self) -> None:
        self._measure()
        self._redraw()

    def watch_glyphs(self) -> None:
        self._redraw()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._strips.clear()

    def on_resize(self) -> None:
        self.set_lines(len(self.rows))
        self._redraw()
        self.reveal()

    def reveal(self) -> None:
        """Scroll until the chosen row can be seen, with a row around it, by so much that most steps do not scroll."""
        at, height, top = self._places.get(self.chosen), self.view_height, self.scroll_offset.y
        if at is None or not height:
            return
        margin = 1 if height > 2 else 0
        if at < top + margin:
            self.show_line(at - height * 2 // 3)
        elif at >= top + height - margin:
            self.show_line(at - height // 3)

    def _measure(self) -> None:
        highest = max(self.total, self.rows[-1].number if self.rows else 0, self.rows[0].number if self.rows else 0)
        digits = max(2, len(str(highest)))
        if digits != self._digits:
            self._digits = digits
            self._redraw()

    def _redraw(self) -> None:
        self._strips.clear()
        self.refresh()

    def _touch(self, at: int) -> None:
        self._strips.discard(at)
        self.refresh_line(at)

    # Choosing

    def neighbour(self, step: int) -> str:
        """The key of the row `step` rows from the chosen one, as far as there are rows; "" when there are none."""
        if not self.rows:
            return ""
        here = self._places.get(self.chosen)
        at = (0 if step > 0 else len(self.rows) - 1) if here is None else here + step
        return self.rows[min(max(at, 0), len(self.rows) - 1)].claim.key

    def _choose(self, key: str) -> None:
        if key and key != self.chosen:
            self.post_message(ClaimChosen(key))

    def action_step(self, step: int) -> None:
        """Choose a neighbour."""
        self._choose(self.neighbour(step))

    def action_page(self, direction: int) -> None:
        """Choose the claim a page further."""
        self._choose(self.neighbour(direction * max(1, self.view_height - 1)))

    def action_edge(self, at: int) -> None:
        """Choose the first (0) or last (-1) row."""
        if self.rows:
            self._choose(self.rows[at].claim.key)

    async def _on_click(self, event: events.Click) -> None:
        event.prevent_default()
        where = event.get_content_offset(self)
        if where is not None and (at := self.scroll_offset.y + where.y) < len(self.rows):
            self._choose(self.rows[at].claim.key)

    # Painting

    def render_line(self, y: int) -> Strip:
        width, at = self.view_width, self.scroll_offset.y + y
        if at >= len(self.rows):
            return Strip.blank(width, self.style_of(""))
        strip = self._strips.get(at)
        if strip is None or strip.cell_length != width:
            strip = self._strips[at] = self._row(self.rows[at], width)
        return strip

    def _row(self, entry: Entry, width: int) -> Strip:
        claim, glyphs = entry.claim, self.glyphs
        chosen = claim.key == self.chosen
        look = glyphs.look_of(entry.standing)
        cells: list[tuple[str, str]] = [
            (f"{glyphs.pointer if chosen else ' '}{entry.number:>{self._digits}}", "number"),
            (glyphs.marked if claim.key in self.marked else " ", "flag"),
            (f"{look.glyph} ", look.style),
        ]
        if width >= _KIND_FROM:
            word = self.words.get(claim.kind, claim.kind)
            cells.append((fit(safe_line(word), _KIND_CELLS, glyphs.ellipsis) + " ", "kind"))
        tail: list[tuple[str, str]] = []
        if width >= _VALUE_FROM:
            room = _WIDE_VALUE_CELLS if width >= _WIDE_VALUE_FROM else _VALUE_CELLS
            tail.append((" " + self._value(claim.key, room), "value"))
        tail.append(
            (f" {self._waits(entry) if self._waiting else ''}{glyphs.flag if claim.key in self.flags else ' '}", "flag")
        )
        tail.append((glyphs.note if entry.standing.note else " ", "note"))
        used = sum(cells_of(text) for text, _ in (*cells, *tail))
        told = self.gists.get(claim.key, claim.quote)[: 4 * width]
        words = fit(safe_line(" ".join(told.split())), width - used, glyphs.ellipsis)
        middle = (words, "" if look.style == "open" else "done")
        base = self.style_of("chosen") if chosen else None
        strip = Strip([Segment(text, base or self.style_of(name)) for text, name in (*cells, middle, *tail)])
        return strip.adjust_cell_length(width, base or self.style_of(""))

    def _waits(self, entry: Entry) -> str:
        """One sign for what the rules still want of the claim, besides a verdict."""
        if entry.standing.second_due:
            return self.glyphs.second
        return self.glyphs.unsupported if entry.claim.key in self.unsupported else " "

    def _value(self, key: str, room: int) -> str:
        value = safe_line(self.brief.get(key, ""))
        taken = cells_of(value)
        return " " * (room - taken) + drawn(value) if taken <= room else fit(value, room, self.glyphs.ellipsis)
