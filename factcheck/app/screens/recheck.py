"""Asks on which day a claim is to be looked at again."""

from dataclasses import dataclass
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from factcheck.app.commands import hint
from factcheck.app.screens._days import day_to_come, spelled


@dataclass(frozen=True, slots=True)
class Due:
    """The day, or None to take it off."""

    day: date | None


class RecheckScreen(ModalScreen[Due | None]):
    """Gives the day, or None when it stays as it was."""

    DEFAULT_CSS = """
    RecheckScreen { align: center middle;
        #recheck { width: 60; max-width: 96%; height: auto; background: $surface; border: round $accent;
            padding: 0 1; border-title-color: $text-accent; border-subtitle-color: $foreground 70%; }
        Input { margin: 1 0; background: $boost; }
        #understood { height: 1; }
    }
    """
    BINDINGS = [Binding("escape", "dismiss", "leave", show=False, id="form.leave")]

    def __init__(self, number: int, before: date | None, today: date) -> None:
        super().__init__()
        self._number, self._before, self._today = number, before, today

    def compose(self) -> ComposeResult:
        with Vertical(id="recheck") as box:
            box.border_title = f"When is claim {self._number} to be checked again?"
            box.border_subtitle = hint(
                self, ("enter", "saves"), ("empty", "takes the day off"), ("form.leave", "leaves")
            )
            yield Static(Content("Until then a verified claim stands; from that day on it is shown as too old."))
            field = Input(
                self._before.isoformat() if self._before else "",
                placeholder=self._today.isoformat(),
                select_on_focus=False,
                compact=True,
            )
            field.cursor_blink = False
            yield field
            yield Static(id="understood")

    def on_mount(self) -> None:
        self.set_focus(self.query_one(Input))

    @on(Input.Changed)
    def _show(self, event: Input.Changed) -> None:
        try:
            day = day_to_come(event.value, self._today)
        except ValueError:
            told = "A day to come, as 2031-05-14."
        else:
            told = spelled(day) if day else ""
        self.query_one("#understood", Static).update(Content(told))

    @on(Input.Submitted)
    def _take(self, event: Input.Submitted) -> None:
        event.stop()
        try:
            day = day_to_come(event.value, self._today)
        except ValueError:
            return
        self.dismiss(None if day == self._before else Due(day))
