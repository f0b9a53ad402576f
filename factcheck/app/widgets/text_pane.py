"""What panes of paragraphs share: the styles of their pieces, and lines that are drawn when they are laid out."""

from typing import ClassVar

from textual.reactive import reactive
from textual.strip import Strip

from factcheck.app.look import UNICODE, Glyphs
from factcheck.app.widgets.line_view import LineView


class TextPane(LineView):
    """Shows the strips that `lay_out` makes of what it is given."""

    STYLES = "text"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"text--{name}"
        for name in (
            *("label", "value", "finding", "sum", "context", "here"),
            *("open", "verified", "disputed", "dismissed"),
        )
    }
    DEFAULT_CSS = """
    TextPane {
        background: $surface; color: $foreground 92%;
        scrollbar-background: $surface; scrollbar-background-hover: $surface; scrollbar-background-active: $surface;
        & > .text--label, & > .text--open, & > .text--dismissed { color: $foreground 66%; }
        & > .text--value { color: $text-primary; }
        & > .text--finding { color: $text-warning; }
        & > .text--sum, & > .text--context { color: $foreground 75%; }
        & > .text--here { color: $foreground; text-style: underline; }
        & > .text--verified { color: $text-success; }
        & > .text--disputed { color: $text-error; text-style: bold; }
        &:ansi {
            background: ansi_default; color: ansi_default;
            & > .text--label, & > .text--open, & > .text--dismissed, & > .text--sum, & > .text--context {
                color: ansi_default;
            }
            & > .text--value { color: ansi_cyan; }
            & > .text--finding { color: ansi_yellow; }
            & > .text--here { color: ansi_default; text-style: underline; }
            & > .text--verified { color: ansi_green; }
            & > .text--disputed { color: ansi_bright_red; text-style: bold; }
        }
    }
    """

    glyphs: reactive[Glyphs] = reactive(UNICODE, init=False, repaint=False)

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.strips: list[Strip] = []

    def lay_out(self, width: int) -> None:
        """Make `strips`, each `width` cells wide, and say which lines are to be painted."""
        raise NotImplementedError

    def forget(self) -> None:
        """Let go of what was drawn for another width or with other styles."""

    def lay_out_anew(self) -> None:
        """Lay out what is shown now, once there is room for it."""
        width = self.view_width
        if self.is_attached and width > 2:
            self.lay_out(width)

    def watch_glyphs(self) -> None:
        self.forget()
        self.lay_out_anew()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        if self.is_attached:
            self.call_after_refresh(self._restyle)

    def _restyle(self) -> None:
        """Draw anew: the styles of the parts are there only after this view's own."""
        self._style_cache.clear()
        self.forget()
        self.lay_out_anew()

    def on_resize(self) -> None:
        self.forget()
        self.lay_out_anew()

    def render_line(self, y: int) -> Strip:
        at, width = self.scroll_offset.y + y, self.view_width
        return self.strips[at] if at < len(self.strips) else Strip.blank(width, self.rich_style)
