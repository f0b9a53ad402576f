"""What the views that draw line by line share: their style cache, their extent and their scrollbar."""

from typing import ClassVar

from rich.style import Style
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.widget import Widget


class LineView(ScrollView, can_focus=True):
    """A scrolling view of lines that are drawn when they are seen; its scrollbar is always there."""

    ALLOW_SELECT = False
    STYLES: ClassVar[str] = ""
    """What the names of the component classes begin with."""
    DEFAULT_CSS = """
    LineView {
        overflow-x: hidden; overflow-y: scroll; scrollbar-size-vertical: 1; scrollbar-color: $foreground 25%;
        scrollbar-color-hover: $foreground 40%; scrollbar-color-active: $foreground 50%;
    }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._style_cache: dict[str, Style] = {}

    def style_of(self, name: str) -> Style:
        """The style of a component, or of the view itself for "", with alpha and automatic colours resolved."""
        style = self._style_cache.get(name)
        if style is None:
            style = self.get_component_rich_style(f"{self.STYLES}--{name}") if name else self.rich_style
            self._style_cache[name] = style
        return style

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._style_cache.clear()

    @property
    def view_width(self) -> int:
        """The cells of a line."""
        return self.scrollable_content_region.width

    @property
    def view_height(self) -> int:
        """The lines that are seen at once."""
        return self.scrollable_content_region.height

    def set_lines(self, count: int) -> None:
        """Say how many lines there are; the screen need not be laid out anew for it, as the view keeps its size."""
        size = Size(self.view_width, count)
        if size == self.virtual_size:
            return
        self.set_reactive(Widget.virtual_size, size)
        if self.is_attached and self.show_vertical_scrollbar:
            self.vertical_scrollbar.window_virtual_size = count
            self.vertical_scrollbar.window_size = self.view_height
        self.scroll_y = self.scroll_target_y = self.validate_scroll_y(self.scroll_y)

    def show_line(self, line: int) -> None:
        """Scroll, at once, so that a line is the first one seen, as far as there are lines."""
        if self.is_attached:
            self.scroll_to(y=max(0, line), animate=False, immediate=True)

    def action_page_up(self) -> None:
        self.scroll_page_up(animate=False)

    def action_page_down(self) -> None:
        self.scroll_page_down(animate=False)
