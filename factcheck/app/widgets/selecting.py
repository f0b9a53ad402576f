"""Selecting words of a page: by dragging the mouse, or with a caret moved by keys."""

from typing import ClassVar

from textual import events
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.reactive import reactive
from textual.selection import Selection
from textual.timer import Timer

from factcheck.app.messages import SpanSelected
from factcheck.app.widgets.caret import Caret, trimmed, whole
from factcheck.app.widgets.line_view import LineView
from factcheck.app.widgets.page import Line, Page, Role
from factcheck.model import Span

_SCROLL_EVERY = 0.04


class Selecting(LineView):
    """A view of a page whose words can be selected exactly; `s` starts a caret, shift and arrows extend from it.

    The selection is handed to the screen too, so that its own copy command takes it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "mark", "select words", id="article.mark", show=False),
        Binding("left", "caret('left')", show=False, id="article.caret-left"),
        Binding("right", "caret('right')", show=False, id="article.caret-right"),
        Binding("up", "caret('up')", show=False, id="article.caret-up"),
        Binding("down", "caret('down')", show=False, id="article.caret-down"),
        Binding("home", "caret('home')", show=False, id="article.caret-home"),
        Binding("end", "caret('end')", show=False, id="article.caret-end"),
        Binding("ctrl+left", "caret('word-left')", show=False, id="article.caret-word-left"),
        Binding("ctrl+right", "caret('word-right')", show=False, id="article.caret-word-right"),
        Binding("shift+left", "extend('left')", show=False, id="article.extend-left"),
        Binding("shift+right", "extend('right')", show=False, id="article.extend-right"),
        Binding("shift+up", "extend('up')", show=False, id="article.extend-up"),
        Binding("shift+down", "extend('down')", show=False, id="article.extend-down"),
        Binding("shift+home", "extend('home')", show=False, id="article.extend-home"),
        Binding("shift+end", "extend('end')", show=False, id="article.extend-end"),
        Binding("ctrl+shift+left", "extend('word-left')", show=False, id="article.extend-word-left"),
        Binding("ctrl+shift+right", "extend('word-right')", show=False, id="article.extend-word-right"),
    ]

    selected_span: reactive[Span | None] = reactive(None, init=False, repaint=False)
    """The selected words, without the space around them."""

    page: Page | None = None
    caret_home: int | None = None
    """Where a new caret stands, as long as that can be seen."""
    gutter_cells: int = 0
    dragged: bool = False
    _caret: Caret | None = None
    _press: Span | None = None
    _pointer: Offset = Offset(0, 0)
    _scrolling: Timer | None = None

    # What is drawn

    def highlighted(self, line: Line) -> Span | None:
        """The selected part, when the line holds some of it."""
        span = self.selected_span
        return span if span is not None and span.start < line.end and line.start < span.end else None

    def caret_in(self, line: Line) -> int | None:
        """Where the caret stands, when it stands in the line."""
        if self._caret is None or self.page is None or line.role is Role.GAP:
            return None
        at = self._caret.at
        return at if line is self.page.lines[self.page.line_of(at)] else None

    def watch_selected_span(self, old: Span | None, new: Span | None) -> None:
        for span in (old, new):
            self._refresh_span(span)
        selections = {widget: kept for widget, kept in self.screen.selections.items() if widget is not self}
        if new is not None:
            selections[self] = Selection(Offset(new.start, 0), Offset(new.end, 0))
        if selections != self.screen.selections:
            self.screen.selections = selections

    def selection_updated(self, selection: Selection | None) -> None:
        """The screen let go of its selections, as after a click elsewhere."""
        if selection is None and self.selected_span is not None:
            self.forget_selection()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected words, exactly as they stand in the article."""
        if self.selected_span is None:
            return None
        return self.selected_span.of(self.raw_text()), "\n"

    def raw_text(self) -> str:
        """The text that spans count in, as it was read."""
        return self.page.text if self.page else ""

    def select(self, span: Span) -> None:
        """Select these words, as if a person had."""
        if span != self.selected_span:
            self.selected_span = span
            self.post_message(SpanSelected(span))

    def forget_selection(self) -> None:
        """Let go of the selection and of the caret."""
        caret, self._caret = self._caret, None
        if caret is not None:
            self._refresh_span(Span(caret.at, caret.at + 1))
        if self.selected_span is not None:
            self.selected_span = None
            self.post_message(SpanSelected(None))

    def _refresh_span(self, span: Span | None) -> None:
        if span is not None and self.page is not None:
            lines = self.page.lines_of(span)
            self.refresh_lines(lines[0], len(lines))

    # Keys

    def action_mark(self) -> None:
        """Put the caret into the text; again: begin a selection there; again: drop what was selected."""
        if self.page is None or not len(self.page):
            return
        if self._caret is None:
            self._move(Caret(self._first_place()))
        else:
            self._move(Caret(self._caret.at, self._caret.at if self._caret.anchor is None else None))

    def action_caret(self, how: str) -> None:
        """Move the caret; without one, scroll."""
        if self.page is None or self._caret is None:
            if how not in ("up", "down", "home", "end"):
                raise SkipAction
            getattr(self, f"scroll_{how}")(animate=False)
            return
        self._move(self._caret.moved(self.page, how))

    def action_extend(self, how: str) -> None:
        """Move the caret and select what it passes."""
        if self.page is None or not len(self.page):
            return
        held = self.selected_span
        caret = self._caret or (Caret(held.end, held.start) if held else Caret(self._first_place()))
        self._move(caret.moved(self.page, how, extend=True))

    def on_key(self, event: events.Key) -> None:
        """Escape lets go of caret and selection and does nothing else; without them it is everybody's."""
        if event.key == "escape" and (self._caret is not None or self.selected_span is not None):
            event.stop()
            event.prevent_default()
            self.forget_selection()

    def _first_place(self) -> int:
        """Where a new caret stands: at its home, or at the first word that can be seen."""
        assert self.page is not None
        top, home = self.scroll_offset.y, self.caret_home
        if home is not None and top <= self.page.line_of(home) < top + self.view_height:
            return home
        visible = self.page.lines[top : top + self.view_height] or self.page.lines
        return next((line.start for line in visible if line.role is not Role.GAP), 0)

    def _move(self, caret: Caret) -> None:
        assert self.page is not None
        before, self._caret = self._caret, caret
        for at in {caret.at, before.at if before else caret.at}:
            self._refresh_span(Span(at, at + 1))
        selected = caret.selected(self.page.text)
        if selected != self.selected_span:
            self.selected_span = selected
            self.post_message(SpanSelected(selected))
        line, height, top = self.page.line_of(caret.at), self.view_height, self.scroll_offset.y
        if not top <= line < top + height:
            self.scroll_to(y=line if line < top else line - height + 1, animate=False, immediate=True)

    # Mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        self.dragged = False
        if event.button == 1 and self.page is not None and len(self.page):
            self._pointer = self._content(event)
            self._press = self._under(self._pointer)
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self._press is None:
            return
        self._pointer = self._content(event)
        outside = not 0 <= self._pointer.y < self.view_height
        if outside and self._scrolling is None:
            self._scrolling = self.set_interval(_SCROLL_EVERY, self._scroll_on)
        elif not outside:
            self._stop_scrolling()
        self._drag()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        if self._press is None:
            return
        self._stop_scrolling()
        self._press = None
        self.release_mouse()
        if self.dragged:
            self.post_message(SpanSelected(self.selected_span))

    def _content(self, event: events.MouseEvent) -> Offset:
        return event.offset - self.content_offset

    def _under(self, where: Offset) -> Span:
        """What stands under a place of the view: a grapheme, or nothing (an empty span) beside the words."""
        assert self.page is not None
        line = min(max(self.scroll_offset.y + where.y, 0), len(self.page) - 1)
        cell = where.x - self.gutter_cells
        at = self.page.offset_at(line, cell)
        if at is None:
            at = self.page.caret_at(line, cell) if cell >= 0 else self.page.lines[line].start
            return Span(at, at)
        return whole(self.page, Span(at, at + 1))

    def _drag(self) -> None:
        assert self.page is not None
        assert self._press is not None
        here = self._under(self._pointer)
        if not self.dragged and here == self._press:
            return
        self.dragged, self._caret = True, None
        both = Span(min(self._press.start, here.start), max(self._press.end, here.end))
        self.selected_span = trimmed(self.page.text, both)

    def _scroll_on(self) -> None:
        """While the pointer is held above or below the view, the text goes on under it."""
        if self._press is None:
            self._stop_scrolling()
            return
        self.scroll_relative(y=-1 if self._pointer.y < 0 else 1, animate=False, immediate=True)
        self._drag()

    def _stop_scrolling(self) -> None:
        if self._scrolling is not None:
            self._scrolling.stop()
            self._scrolling = None
