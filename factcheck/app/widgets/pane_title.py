"""The line over a pane: what it is, and a few words about what it shows now."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from factcheck.safe import safe_line


class PaneTitle(Widget):
    """A title and a detail on one line."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    PaneTitle { height: 1; padding: 0 1; background: $surface-lighten-1; color: $foreground 55%; }
    PaneTitle.-active { color: $text-accent; text-style: bold; }
    PaneTitle:ansi { background: ansi_default; color: ansi_default; }
    PaneTitle:ansi.-active { background: ansi_default; color: ansi_default; text-style: bold reverse; }
    PaneTitle:nocolor.-active { text-style: bold reverse; }
    """

    title: reactive[str] = reactive("")
    detail: reactive[str] = reactive("")
    active: reactive[bool] = reactive(False)
    """Whether its pane takes the keys."""

    def __init__(self, title: str = "", detail: str = "", *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.set_reactive(PaneTitle.title, title)
        self.set_reactive(PaneTitle.detail, detail)

    def watch_active(self, active: bool) -> None:
        self.set_class(active, "-active")

    def render(self) -> Content:
        words = Content.assemble((safe_line(self.title), "bold"))
        if self.detail:
            words = Content.assemble(words, "   ", safe_line(self.detail))
        return words.truncate(max(1, self.content_size.width), ellipsis=True)
