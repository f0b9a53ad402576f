"""Lists the claims that say the same value, in this article and in others of the desk, to go there."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from factcheck.app.commands import hint
from factcheck.app.look import Glyphs
from factcheck.app.screens._pick import PickScreen
from factcheck.app.screens._same import Place
from factcheck.app.widgets.wrap import fit
from factcheck.safe import safe_line

_TITLE_CELLS = 28


class SameScreen(PickScreen[Place | None]):
    """Gives the place that was chosen, or None."""

    DEFAULT_CSS = """
    SameScreen { align: center middle;
        .box { width: 76; }
    }
    """
    BINDINGS: ClassVar = [
        Binding("escape,q,asterisk", "dismiss", "back", show=False, id="same.close"),
    ]

    def __init__(self, value: str, places: Sequence[Place], glyphs: Glyphs) -> None:
        super().__init__()
        self._value, self._places, self._glyphs = value, places, glyphs

    def compose(self) -> ComposeResult:
        with Vertical(id="same", classes="box") as box:
            box.border_title = Content(f"{safe_line(self._value)} elsewhere")
            box.border_subtitle = hint(self, ("enter", "goes there"), ("same.close", "back"))
            yield OptionList(*map(self._option, self._places), compact=True, markup=False)

    def on_mount(self) -> None:
        self.begin_at(0)

    @on(OptionList.OptionSelected)
    def _go(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(self._places[event.option_index])

    def _option(self, place: Place) -> Option:
        where = fit(safe_line(place.where), _TITLE_CELLS, self._glyphs.ellipsis)
        look = self._glyphs.verdicts[place.verdict]
        return Option(Content.assemble(where, f" {look.glyph} ", (safe_line(place.quote), "bold")))
