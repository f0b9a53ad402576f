"""What questions with a list to pick from share: a frame that is as high as its list, and the keys to go through it."""

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import OptionList

Picked = TypeVar("Picked")


class PickScreen(ModalScreen[Picked]):
    """A screen that composes a `.box` with one OptionList."""

    DEFAULT_CSS = """
    PickScreen {
        .box { max-width: 96%; height: auto; max-height: 96%; background: $surface; border: round $accent;
            padding: 0 1; border-title-color: $text-accent; border-subtitle-color: $foreground 70%; }
        OptionList, OptionList:focus { height: auto; max-height: 100%; border: none; padding: 0;
            background: $surface; scrollbar-size-vertical: 1; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "step(1)", show=False, id="pick.next"),
        Binding("k", "step(-1)", show=False, id="pick.previous"),
    ]

    @property
    def options(self) -> OptionList:
        """The list."""
        return self.query_one(OptionList)

    def begin_at(self, place: int) -> None:
        """Go to an option, and give the list the keys."""
        self.options.highlighted = place
        self.set_focus(self.options)

    def action_step(self, step: int) -> None:
        """Go to the next or previous option."""
        self.options.action_cursor_down() if step > 0 else self.options.action_cursor_up()
