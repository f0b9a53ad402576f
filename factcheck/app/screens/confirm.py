"""Asks yes or no before something leaves the app."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from factcheck.app.commands import hint
from factcheck.safe import safe_line


class ConfirmScreen(ModalScreen[bool | None]):
    """Gives True for yes, None for anything else."""

    DEFAULT_CSS = """
    ConfirmScreen { align: center middle;
        #confirm { width: 68; max-width: 96%; height: auto; max-height: 96%; background: $surface;
            border: round $accent; padding: 1; border-title-color: $text-accent;
            border-subtitle-color: $foreground 70%; }
    }
    """
    BINDINGS = [
        Binding("y", "dismiss(True)", "yes", show=False, id="confirm.yes"),
        Binding("n,escape", "dismiss", "no", show=False, id="confirm.no"),
    ]

    def __init__(self, question: str, text: str) -> None:
        super().__init__()
        self._question, self._text = question, text

    def compose(self) -> ComposeResult:
        with Vertical(id="confirm") as box:
            box.border_title = Content(self._question)
            box.border_subtitle = hint(self, ("confirm.yes", "yes"), ("confirm.no", "no"))
            yield Static(Content(safe_line(self._text)))
