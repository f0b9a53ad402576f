"""Asks in one line why nothing is wrong where a check found something."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from factcheck.app.commands import hint
from factcheck.safe import safe, safe_line


class ReasonScreen(ModalScreen[str | None]):
    """Gives the reason, or None when it was left without one."""

    DEFAULT_CSS = """
    ReasonScreen { align: center middle;
        #reason { width: 68; max-width: 96%; height: auto; background: $surface; border: round $accent;
            padding: 0 1; border-title-color: $text-accent; border-subtitle-color: $foreground 70%; }
        #sentence { height: auto; max-height: 4; color: $foreground 70%; }
        Input { margin: 1 0; background: $boost; }
    }
    """
    BINDINGS = [Binding("escape", "dismiss", "leave", show=False, id="form.leave")]

    def __init__(self, sentence: str, before: str = "") -> None:
        super().__init__()
        self._sentence, self._before = sentence, before

    def compose(self) -> ComposeResult:
        with Vertical(id="reason") as box:
            box.border_title = "Why is this right?"
            box.border_subtitle = hint(self, ("enter", "answers the finding"), ("form.leave", "leaves"))
            yield Static(Content(safe_line(self._sentence)), id="sentence")
            field = Input(
                safe(self._before),
                placeholder="2015 prices; the seventh item is in a footnote",
                select_on_focus=False,
                compact=True,
            )
            field.cursor_blink = False
            yield field

    def on_mount(self) -> None:
        self.set_focus(self.query_one(Input))

    @on(Input.Submitted)
    def _take(self, event: Input.Submitted) -> None:
        event.stop()
        if reason := event.value.strip():
            self.dismiss(reason)
