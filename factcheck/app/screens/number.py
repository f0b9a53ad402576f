"""Asks for the number of a claim: one line at the foot of the screen, the claims stay in view."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from factcheck.app.commands import hint


class NumberScreen(ModalScreen[int | None]):
    """Gives a number from 1 to `last`, or None; `typed` is what was typed of it already."""

    DEFAULT_CSS = """
    NumberScreen { background: transparent;
        #line { dock: bottom; height: 1; background: $panel; padding: 0 1; }
        #label { width: 9; text-style: bold; color: $text-accent; }
        Input, Input:focus { width: 1fr; background: $panel; }
        #told { width: auto; color: $foreground 70%; }
    }
    NumberScreen:ansi #line { background: ansi_default; }
    NumberScreen:ansi #label, NumberScreen:ansi #told { color: ansi_default; }
    """
    BINDINGS: ClassVar = [Binding("escape", "dismiss", "close", show=False, priority=True, id="form.leave")]

    def __init__(self, last: int, typed: str = "") -> None:
        super().__init__()
        self._last, self._typed = last, typed

    def compose(self) -> ComposeResult:
        with Horizontal(id="line"):
            yield Static("To claim", id="label")
            line = Input(self._typed, restrict=r"[0-9]*", max_length=7, compact=True, select_on_focus=False)
            line.cursor_blink = False
            yield line
            yield Static(id="told")

    def on_mount(self) -> None:
        self.set_focus(self.query_one(Input))
        self._show("")

    def _show(self, wrong: str) -> None:
        self.query_one("#told", Static).update(
            Content(wrong)
            if wrong
            else Content(f"1 to {self._last}  ") + hint(self, ("enter", "goes there"), ("form.leave", "closes"))
        )

    @on(Input.Submitted)
    def _take(self, event: Input.Submitted) -> None:
        event.stop()
        number = int(event.value or 0)
        if 1 <= number <= self._last:
            self.dismiss(number)
        elif event.value:
            self._show(f"There is no claim {number}: they go from 1 to {self._last}.")
        else:
            self.dismiss(None)
