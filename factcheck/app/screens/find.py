"""Finds words in the text of an article: one line at the foot of the screen, the text stays in view."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import reactive
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from factcheck.app.commands import hint
from factcheck.app.screens._matches import first_from, matches
from factcheck.document import view_of
from factcheck.model import Span

Show = Callable[[tuple[Span, ...], Span | None], None]
"""Is told what was found, and which of it the reader is on."""


class FindScreen(ModalScreen[Span | None]):
    """Looks for words as they are typed, from `start` on; gives the place whose claim is wanted, or None."""

    DEFAULT_CSS = """
    FindScreen { background: transparent;
        #line { dock: bottom; height: 1; background: $panel; padding: 0 1; }
        #label { width: 6; text-style: bold; color: $text-accent; }
        Input, Input:focus { width: 1fr; background: $panel; }
        #told { width: auto; color: $foreground 70%; }
    }
    FindScreen:ansi #line { background: ansi_default; }
    FindScreen:ansi #label, FindScreen:ansi #told { color: ansi_default; }
    """
    BINDINGS = [
        Binding("enter,down,ctrl+g", "move(1)", "next", show=False, priority=True, id="find.next"),
        Binding("shift+enter,up", "move(-1)", "previous", show=False, priority=True, id="find.previous"),
        Binding("tab", "choose", "choose its claim", show=False, priority=True, id="find.claim"),
        Binding("escape,ctrl+f", "dismiss", "close", show=False, priority=True, id="find.close"),
    ]

    found: reactive[tuple[Span, ...]] = reactive((), init=False)
    at: reactive[int] = reactive(0, init=False)

    def __init__(self, text: str, start: int, show: Show, words: str = "") -> None:
        super().__init__()
        self._text = view_of(text)
        self._start, self._tell = start, show
        self.words = words
        """What is looked for."""

    def compose(self) -> ComposeResult:
        with Horizontal(id="line"):
            yield Static("Find", id="label")
            line = Input(self.words, placeholder="words of the article", compact=True, select_on_focus=True)
            line.cursor_blink = False
            yield line
            yield Static(id="told")

    def on_mount(self) -> None:
        self.set_focus(self.query_one(Input))
        self._show()

    @on(Input.Changed)
    def _look(self, event: Input.Changed) -> None:
        self.words = event.value
        found = matches(self._text, event.value)
        self.set_reactive(FindScreen.at, first_from(found, self._start))
        self.found = found
        self._show()

    def action_move(self, step: int) -> None:
        """Go to the next or previous place; after the last comes the first."""
        if self.found:
            self.at = (self.at + step) % len(self.found)
            self._start = self.found[self.at].start
            self._show()

    def action_choose(self) -> None:
        """Close, and go to the claim at this place."""
        self.dismiss(self.found[self.at] if self.found else None)

    def _show(self) -> None:
        self._tell(self.found, self.found[self.at] if self.found else None)
        wide = self.size.width
        moves = (("find.next", "next"), ("find.previous", "previous")) if wide >= 90 else ()
        keys = hint(self, *moves, ("find.claim", "its claim"), ("find.close", "closes"))
        told = "not found" if self.words.strip() else ""
        if self.found:
            told = f"{self.at + 1} of {len(self.found)}"
        shown = Content(f"{told}  ") + keys if wide >= 80 else Content(told)
        self.query_one("#told", Static).update(shown)
