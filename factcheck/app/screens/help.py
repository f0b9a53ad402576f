"""What every key does on the screen below, generated from its bindings."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from factcheck.app.commands import Command, hint


class HelpScreen(ModalScreen[None]):
    """The commands of a screen, one a line."""

    DEFAULT_CSS = """
    HelpScreen { align: center middle;
        #help { width: 72; max-width: 96%; height: auto; max-height: 96%; background: $surface; border: round $accent;
            padding: 0 1; border-title-color: $text-accent; scrollbar-size-vertical: 1; }
    }
    """
    BINDINGS = [Binding("escape,q,question_mark,f1,enter", "dismiss", "close", show=False, id="help.close")]

    def __init__(self, commands: Sequence[Command], keymap: str) -> None:
        super().__init__()
        self._commands, self._keymap = commands, keymap

    def compose(self) -> ComposeResult:
        width = max((len(command.keys) for command in self._commands), default=0)
        lines = [
            Content.assemble((f"{command.keys:>{width}}  ", "bold $text-accent"), command.title)
            for command in self._commands
        ]
        with VerticalScroll(id="help") as box:
            box.border_title = f"Keys ({self._keymap})"
            box.border_subtitle = hint(self, ("help.close", "closes"))
            yield Static(Content("\n").join(lines))
