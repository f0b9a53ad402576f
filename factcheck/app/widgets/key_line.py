"""The line of keys at the foot of a screen: as many commands as there is room for, how to get help and out always."""

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen
from textual.style import Style
from textual.widget import Widget

_LAST = ("app.help", "app.quit")
_META = "press"
Key = tuple[str, str, str]
"""A key as Textual calls it, as people write it, and what it does in a word or two."""


class KeyLine(Widget):
    """Shows the screen's bindings that are to be shown, in their order; a click presses the key."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    KeyLine { dock: bottom; height: 1; background: $footer-background; color: $footer-description-foreground; }
    KeyLine:ansi { background: ansi_default; color: ansi_default; }
    """

    keys: reactive[tuple[Key, ...]] = reactive(())
    last: reactive[tuple[Key, ...]] = reactive(())
    """What is shown however little room there is."""

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._take)
        self._take(self.screen)

    def _take(self, screen: Screen[object]) -> None:
        shown: dict[str, Key] = {}
        for active in screen.active_bindings.values():
            binding = active.binding
            if binding.show and active.enabled:
                key = (binding.key, screen.app.get_key_display(binding), binding.description)
                shown.setdefault(binding.id or binding.action, key)
        self.last = tuple(shown.pop(name) for name in _LAST if name in shown)
        self.keys = tuple(shown.values())

    def render(self) -> Content:
        ansi = self.has_pseudo_class("ansi")
        look = "bold ansi_yellow" if ansi else "bold $footer-key-foreground"
        last = [self._words(key, look) for key in self.last]
        room = self.content_size.width - sum(words.cell_length for words in last)
        line = []
        for key in self.keys:
            words = self._words(key, look)
            room -= words.cell_length
            if room < 0:
                break
            line.append(words)
        return Content("").join([*line, *last])

    @staticmethod
    def _words(key: Key, look: str) -> Content:
        pressed, shown, words = key
        return Content.assemble((shown, look), f" {words} ").stylize(Style.from_meta({_META: pressed}))

    def on_click(self, event: events.Click) -> None:
        pressed = event.style.meta.get(_META)
        if isinstance(pressed, str):
            event.stop()
            self.app.simulate_key(pressed)
