"""The line of chips over a list: what it is narrowed to, each taken away by a click."""

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from factcheck.app.look import UNICODE, Glyphs
from factcheck.safe import safe_line

_META = "chip"


class ChipRemoved(Message):
    """A person took a chip away, by its place."""

    def __init__(self, place: int) -> None:
        super().__init__()
        self.place = place


class Chips(Widget):
    """Given words only; not there while it has none. Says ChipRemoved."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Chips { height: auto; max-height: 3; padding: 0 1; display: none; background: $surface; color: $foreground; }
    Chips:ansi { background: ansi_default; color: ansi_default; }
    """

    labels: reactive[tuple[str, ...]] = reactive((), layout=True)
    glyphs: reactive[Glyphs] = reactive(UNICODE)

    def watch_labels(self) -> None:
        self.display = bool(self.labels)

    def render(self) -> Content:
        ansi = self.has_pseudo_class("ansi")
        look = "reverse" if ansi else "$text-primary on $primary-muted"
        chips = []
        for place, label in enumerate(self.labels):
            # No chip is broken over two lines.
            text = f" {safe_line(label)} {self.glyphs.remove} ".replace(" ", "\N{NO-BREAK SPACE}")
            chips.append(Content.styled(text, look).stylize(Style.from_meta({_META: place})))
        return Content(" ").join(chips)

    def on_click(self, event: events.Click) -> None:
        place = event.style.meta.get(_META)
        if isinstance(place, int):
            event.stop()
            self.post_message(ChipRemoved(place))
