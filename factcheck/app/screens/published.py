"""Asks when an article came out, as a person writes a date."""

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from factcheck.app.commands import hint
from factcheck.app.screens._days import in_full, is_after
from factcheck.errors import ReadingError
from factcheck.model import Published
from factcheck.read import read_published
from factcheck.safe import safe


class PublishedScreen(ModalScreen[Published | None]):
    """Gives the date, or None when it stays; shows what is understood while one types."""

    DEFAULT_CSS = """
    PublishedScreen { align: center middle;
        #published { width: 60; max-width: 96%; height: auto; background: $surface; border: round $accent;
            padding: 0 1; border-title-color: $text-accent; border-subtitle-color: $foreground 70%; }
        Input { margin: 1 0; background: $boost; }
        #understood { height: 2; }
    }
    """
    BINDINGS = [Binding("escape", "dismiss", "leave", show=False, id="form.leave")]

    def __init__(self, before: Published | None, today: date) -> None:
        super().__init__()
        self._before, self._today = before, today

    def compose(self) -> ComposeResult:
        with Vertical(id="published") as box:
            box.border_title = "When was this article published?"
            box.border_subtitle = hint(self, ("enter", "reads the dates anew"), ("form.leave", "leaves"))
            now = f"So far: {self._before}." if self._before else "So far nobody knows."
            yield Static(Content(f"{now} Dates such as “Friday” are counted from it."))
            field = Input(placeholder="2021-12-06, 6 December 2021, 2021-12", select_on_focus=False, compact=True)
            field.cursor_blink = False
            yield field
            yield Static(id="understood")

    def on_mount(self) -> None:
        self.set_focus(self.query_one(Input))

    @on(Input.Changed)
    def _show(self, event: Input.Changed) -> None:
        said = self.query_one("#understood", Static)
        try:
            published = read_published(event.value) if event.value.strip() else None
        except ReadingError as error:
            said.update(Content(safe(error.message)))
        else:
            late = published is not None and is_after(published, self._today)
            warning = ("\nThat is in the future. Enter takes it all the same.", "$text-warning") if late else ""
            said.update(Content.assemble((in_full(published), "bold"), warning))

    @on(Input.Submitted)
    def _take(self, event: Input.Submitted) -> None:
        event.stop()
        if not event.value.strip():
            self.dismiss(None)
            return
        try:
            published = read_published(event.value)
        except ReadingError:
            return
        same = self._before is not None and self._before == published
        self.dismiss(None if same else published)
