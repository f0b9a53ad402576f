"""Views on one line, each chosen by a click; where there is little room only those that fit around the current one."""

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import var
from textual.style import Style
from textual.widget import Widget

from factcheck.app.look import UNICODE, Glyphs

_META = "tab"
_ROOMY = 76
"""Cells from which on each name has its number before it."""


class TabChosen(Message):
    """A person chose a view, by its place among the tabs."""

    def __init__(self, place: int) -> None:
        super().__init__()
        self.place = place


class Tabs(Widget):
    """Given values only: the names, and which one is here (-1: none of them)."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Tabs { height: 1; background: $surface-lighten-1; color: $foreground 75%; padding: 0 1; }
    Tabs:ansi { background: ansi_default; color: ansi_default; }
    """
    names: var[tuple[str, ...]] = var(())
    here: var[int] = var(0)
    glyphs: var[Glyphs] = var(UNICODE)

    def watch_names(self) -> None:
        self.refresh()

    def watch_here(self) -> None:
        self.refresh()

    def render(self) -> Content:
        roomy = self.content_size.width >= _ROOMY
        parts = []
        for place, name in enumerate(self.names):
            here = place == self.here
            mark = self.glyphs.pointer if here else f"{place + 1} " if roomy else ""
            part = Content.styled(f"{mark}{name}", "bold reverse" if here else "")
            parts.append(part.stylize(Style.from_meta({_META: place})))
        return Content("  " if roomy else " ").join(parts)

    def on_click(self, event: events.Click) -> None:
        place = event.style.meta.get(_META)
        if isinstance(place, int):
            event.stop()
            self.post_message(TabChosen(place))
