"""The line over a pane: what it is, and a few words about what it shows now."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from factcheck.app.look import UNICODE, Glyphs
from factcheck.safe import safe_line


class PaneTitle(Widget):
    """A title and a detail on one line."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    PaneTitle { height: 1; padding: 0 1 0 0; background: $surface-lighten-1; color: $foreground 66%; }
    PaneTitle:ansi { background: ansi_default; color: ansi_default; }
    """

    title: reactive[str] = reactive("")
    detail: reactive[str] = reactive("")
    active: reactive[bool] = reactive(False)
    """Whether its pane takes the keys; shown by a mark too, not by colour alone."""
    glyphs: reactive[Glyphs] = reactive(UNICODE)

    def __init__(self, title: str = "", detail: str = "", *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.set_reactive(PaneTitle.title, title)
        self.set_reactive(PaneTitle.detail, detail)

    def render(self) -> Content:
        mark = f"{self.glyphs.pointer if self.active else ' '}"
        accent = "ansi_yellow" if self.has_pseudo_class("ansi") else "$text-accent"
        title = (f"{mark}{safe_line(self.title)}", f"bold {accent}" if self.active else "bold")
        words = Content.assemble(title, f"   {safe_line(self.detail)}" if self.detail else "")
        width = max(1, self.content_size.width)
        if words.cell_length <= width:
            return words
        return Content.assemble(words.truncate(width - 1), self.glyphs.ellipsis)
