"""A line editor for the note on a claim; a longer text goes through the reviewer's own editor."""

import os
import shlex
import subprocess
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from factcheck.app.commands import hint
from factcheck.errors import FactcheckError
from factcheck.safe import safe, safe_line


@dataclass(frozen=True, slots=True)
class Note:
    """What was typed, and whether it was meant to be kept."""

    text: str
    saved: bool


class NoteScreen(ModalScreen[Note | None]):
    """Asks for the note on one claim; gives None when it stays as it was.

    `unsent` is what was typed the last time; `other` says which other claim it might have been meant for.
    """

    DEFAULT_CSS = """
    NoteScreen { align: center middle;
        #note { width: 68; max-width: 96%; height: 11; background: $surface; border: round $accent;
            padding: 0 1; border-title-color: $text-accent; border-subtitle-color: $foreground 70%; }
        #quote { height: auto; max-height: 2; color: $foreground 70%; }
        #other { height: auto; max-height: 2; color: $text-warning; }
        TextArea { height: 1fr; margin-top: 1; border: none; padding: 0; }
    }
    """
    BINDINGS = [
        Binding("enter", "save", "save", priority=True, id="note.save"),
        Binding("ctrl+j", "newline", "new line", priority=True, show=False, id="note.line"),
        Binding("ctrl+e", "editor", "own editor", priority=True, id="note.editor"),
        Binding("escape", "leave", "leave", priority=True, id="form.leave"),
    ]

    def __init__(self, title: str, quote: str, note: str, unsent: str | None = None, other: str = "") -> None:
        super().__init__()
        self._title, self._quote, self._before, self._other = title, quote, note, other
        self._text = safe(note if unsent is None else unsent)

    def compose(self) -> ComposeResult:
        with Vertical(id="note") as box:
            box.border_title = Content(safe_line(self._title))
            box.border_subtitle = hint(
                self, ("note.save", "saves"), ("note.editor", "own editor"), ("form.leave", "leaves")
            )
            yield Static(Content(safe_line(self._quote)), id="quote")
            if self._other:
                yield Static(Content(safe_line(self._other)), id="other")
            area = TextArea(self._text, soft_wrap=True, compact=True, highlight_cursor_line=False)
            area.cursor_blink = False
            yield area

    def on_mount(self) -> None:
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        self.set_focus(area)

    def action_save(self) -> None:
        """Keep the text; a text that is what it was is no change."""
        self._leave(saved=True)

    def action_leave(self) -> None:
        """Change nothing; what was typed is offered again the next time."""
        self._leave(saved=False)

    def _leave(self, *, saved: bool) -> None:
        text = self.query_one(TextArea).text.strip()
        self.dismiss(None if text == safe(self._before) else Note(text, saved))

    def action_newline(self) -> None:
        """Start a new line in the note."""
        self.query_one(TextArea).insert("\n")

    def action_editor(self) -> None:
        """Edit the note in the program that VISUAL or EDITOR names."""
        area = self.query_one(TextArea)
        try:
            with self.app.suspend():
                text = edited(area.text)
        except SuspendNotSupported as error:
            raise FactcheckError("This terminal cannot be lent to another program. Type the note here.") from error
        area.load_text(safe(text))
        area.move_cursor(area.document.end)


def edited(text: str) -> str:
    """`text` as it came back from the person's own editor.

    Raises:
        FactcheckError: when there is none, or it could not be run to its end; the text stays what it was.
    """
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    with TemporaryDirectory(prefix="factcheck-") as folder:
        path = Path(folder, "note.txt")
        path.write_text(f"{text}\n" if text else "", "utf-8")
        try:
            status = subprocess.run([*shlex.split(command), str(path)], check=False).returncode
        except (OSError, ValueError) as error:
            raise FactcheckError(
                f"{command!r} could not be started: {error}. The note is as it was; set EDITOR to another program."
            ) from error
        if status != 0:
            raise FactcheckError(f"{command!r} ended with status {status}. The note is as it was.")
        return path.read_text("utf-8", errors="replace").rstrip("\n")
