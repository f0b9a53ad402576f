"""Asks in which role somebody answers for an article, and shows what keeps them from it."""

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.screen import ModalScreen
from textual.widgets import Static

from factcheck.app.commands import hint
from factcheck.app.look import Glyphs
from factcheck.app.screens._seats import Seat
from factcheck.safe import safe_line


class SignOffScreen(ModalScreen[str | None]):
    """Gives the role that is to be signed in, or None when it was left; one with something missing cannot be."""

    DEFAULT_CSS = """
    SignOffScreen { align: center middle;
        #sign-off { width: 76; max-width: 96%; height: auto; max-height: 96%; background: $surface;
            border: round $accent; padding: 0 1; border-title-color: $text-accent;
            border-subtitle-color: $foreground 70%; }
        #seats { height: auto; margin-bottom: 1; }
        #left { height: auto; max-height: 14; scrollbar-size-vertical: 1; }
        #list { height: auto; }
    }
    """
    BINDINGS: ClassVar = [
        Binding("j,down", "turn(1)", "next role", show=False, id="sign.next"),
        Binding("k,up", "turn(-1)", "previous role", show=False, id="sign.previous"),
        Binding("pagedown,space", "page(1)", "further", show=False, id="sign.page"),
        Binding("pageup", "page(-1)", "back", show=False, id="sign.page-back"),
        Binding("enter", "sign", "sign", show=False, id="sign.sign"),
        Binding("escape,q", "dismiss", "leave", show=False, id="sign.close"),
    ]
    at: reactive[int] = reactive(0, init=False)

    def __init__(self, seats: Mapping[str, Seat], chosen: str, glyphs: Glyphs) -> None:
        super().__init__()
        self._seats, self._glyphs = tuple(seats.values()), glyphs
        roles = list(seats)
        self.set_reactive(SignOffScreen.at, roles.index(chosen) if chosen in seats else 0)

    def compose(self) -> ComposeResult:
        with Vertical(id="sign-off") as box:
            box.border_title = "Sign this article off"
            yield Static(id="seats")
            with VerticalScroll(id="left", can_focus=False):
                yield Static(id="list")

    def on_mount(self) -> None:
        self.watch_at()

    def watch_at(self) -> None:
        width = max(len(safe_line(seat.role)) for seat in self._seats)
        lines = []
        for number, seat in enumerate(self._seats):
            here = number == self.at
            role = f"{self._glyphs.pointer if here else ' '} {safe_line(seat.role):<{width}}  "
            lines.append(Content.assemble((role, "bold reverse" if here else "bold"), f" {safe_line(seat.state)}"))
        self.query_one("#seats", Static).update(Content("\n").join(lines))
        seat = self._seats[self.at]
        told = [safe_line(what) for what in seat.missing] or [
            "Nothing is missing: what stands now is what you answer for."
        ]
        self.query_one("#list", Static).update(Content("\n").join([Content(line) for line in told]))
        signs = hint(self, ("sign.sign", "signs")) if seat.can_sign else Content(f"{len(seat.missing)} missing")
        keys = hint(self, ("sign.next", "other role"), ("sign.close", "leaves"))
        self.query_one("#sign-off").border_subtitle = Content("  ").join((signs, keys))

    def action_turn(self, step: int) -> None:
        """Go to another role."""
        self.at = (self.at + step) % len(self._seats)

    def action_page(self, step: int) -> None:
        """Read on in what is missing."""
        area = self.query_one("#left", VerticalScroll)
        area.scroll_relative(y=step * max(1, area.size.height - 1), animate=False)

    def action_sign(self) -> None:
        """Sign in the role that is chosen, where nothing is missing."""
        seat = self._seats[self.at]
        if seat.can_sign:
            self.dismiss(seat.role)
        else:
            self.notify("Not yet: what is missing is listed here.", markup=False)
