"""All that was done about one claim, as the audit shows it; from there to the article at that claim."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from factcheck.app.commands import hint
from factcheck.app.look import Glyphs
from factcheck.app.widgets.details import ClaimDetails, Details
from factcheck.safe import safe_line


class HistoryScreen(ModalScreen[bool | None]):
    """Gives True where the reader wants the article."""

    DEFAULT_CSS = """
    HistoryScreen { align: center middle;
        #history { width: 100; max-width: 96%; height: 96%; background: $surface; border: round $accent;
            border-title-color: $text-accent; border-subtitle-color: $foreground 70%; }
        Details { height: 1fr; }
    }
    """
    BINDINGS: ClassVar = [
        Binding("j,down", "scroll(1)", show=False, id="history.down"),
        Binding("k,up", "scroll(-1)", show=False, id="history.up"),
        Binding("enter,o", "go", show=False, id="history.article"),
        Binding("escape,q", "dismiss", show=False, id="history.close"),
    ]

    def __init__(self, title: str, details: ClaimDetails, glyphs: Glyphs) -> None:
        super().__init__()
        self._title, self._details, self._glyphs = title, details, glyphs

    def compose(self) -> ComposeResult:
        with Vertical(id="history") as box:
            box.border_title = Content(safe_line(self._title))
            box.border_subtitle = hint(self, ("history.article", "opens the article here"), ("history.close", "back"))
            yield Details()

    def on_mount(self) -> None:
        details = self.query_one(Details)
        details.set_reactive(Details.glyphs, self._glyphs)
        details.details = self._details
        self.set_focus(details)

    def action_scroll(self, lines: int) -> None:
        """Read on, or back."""
        self.query_one(Details).scroll_relative(y=lines, animate=False)

    def action_go(self) -> None:
        """To the article."""
        self.dismiss(True)
