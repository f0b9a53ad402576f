"""The rules of the desk, and when they changed."""

from collections.abc import Sequence
from datetime import datetime

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from factcheck.app.commands import hint
from factcheck.app.screens._words import when
from factcheck.model import Act
from factcheck.rules import FILE, Rules, changes_in_words
from factcheck.safe import safe_line


class RulesScreen(ModalScreen[None]):
    """One rule a line, then every change of them, newest first."""

    DEFAULT_CSS = """
    RulesScreen { align: center middle;
        #rules { width: 76; max-width: 96%; height: auto; max-height: 96%; background: $surface; border: round $accent;
            padding: 0 1; border-title-color: $text-accent; border-subtitle-color: $foreground 70%;
            scrollbar-size-vertical: 1; }
    }
    """
    BINDINGS = [Binding("escape,q,enter,L", "dismiss", "close", show=False, id="rules.close")]

    def __init__(self, rules: Rules, changes: Sequence[Act], now: datetime) -> None:
        super().__init__()
        self._rules, self._changes, self._now = rules, changes, now

    def compose(self) -> ComposeResult:
        told = self._rules.lines()
        width = max(len(name) for name, _ in told)
        lines = [Content.assemble((f"{safe_line(name):<{width}}  ", "bold"), safe_line(what)) for name, what in told]
        for act in self._changes:
            head = f"{when(act.at, self._now)}  {safe_line(act.actor)}  "
            lines += [Content(""), Content.assemble((head, "bold"), safe_line(changes_in_words(act)))]
        with VerticalScroll(id="rules") as box:
            box.border_title = "Rules of this desk"
            box.border_subtitle = Content(f"{FILE} beside the database says them  ") + hint(
                self, ("rules.close", "closes")
            )
            yield Static(Content("\n").join(lines))
