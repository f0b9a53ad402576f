"""Asks which claims are shown: what there is to choose from with true counts; the list beside it follows at once."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import var
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from factcheck.app.commands import hint
from factcheck.app.look import Glyphs
from factcheck.app.screens import _words as words
from factcheck.app.screens._filters import Chip, Filter
from factcheck.app.screens._pick import PickScreen
from factcheck.app.widgets.wrap import fit

LABEL_CELLS = 20


class FilterScreen(PickScreen[None]):
    """Tells `apply` every choice as it is made; `counts` says how many claims each chip shows beside a filter."""

    DEFAULT_CSS = """
    FilterScreen { align: left middle; background: transparent;
        .box { width: 44; }
    }
    """
    BINDINGS: ClassVar = [
        Binding("space", "pick", "show, or no more", show=False, id="filter.pick"),
        Binding("enter", "only", "these alone", priority=True, show=False, id="filter.only"),
        Binding("backspace,delete", "clear", "show all", show=False, id="filter.clear"),
        Binding("escape,f,q", "dismiss", "back", show=False, id="filter.close"),
    ]
    chosen: var[Filter] = var(Filter, init=False)

    def __init__(
        self,
        chosen: Filter,
        counts: Callable[[Filter], Mapping[Chip, int]],
        apply: Callable[[Filter], None],
        glyphs: Glyphs,
    ) -> None:
        super().__init__()
        self._counts, self._apply, self._glyphs = counts, apply, glyphs
        self._chips = tuple(counts(chosen))
        self.set_reactive(FilterScreen.chosen, chosen)

    def compose(self) -> ComposeResult:
        with Vertical(id="filter", classes="box") as box:
            box.border_title = "Show claims that are"
            box.border_subtitle = hint(
                self, ("filter.pick", "this too"), ("filter.only", "alone"), ("filter.close", "back")
            )
            yield OptionList(*self._options(), compact=True, markup=False)

    def on_mount(self) -> None:
        self.begin_at(next((at for at, chip in enumerate(self._chips) if chip in self.chosen.chips), 0))

    def watch_chosen(self) -> None:
        self._apply(self.chosen)
        for at, option in enumerate(self._options()):
            self.options.replace_option_prompt_at_index(at, option.prompt)

    def action_pick(self) -> None:
        """Show these claims too, or no more."""
        if (chip := self._here) is not None:
            self.chosen = self.chosen.toggled(chip)

    def action_only(self) -> None:
        """Of what asks about the same, show these alone, and go back."""
        if (chip := self._here) is not None:
            self.chosen = self.chosen.with_only(chip)
        self.dismiss()

    def action_clear(self) -> None:
        """Show all claims."""
        self.chosen = Filter()

    @on(OptionList.OptionSelected)
    def _click(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_pick()

    @property
    def _here(self) -> Chip | None:
        at = self.options.highlighted
        return None if at is None else self._chips[at]

    def _options(self) -> list[Option]:
        counts = self._counts(self.chosen)
        options, before = [], ""
        for chip in self._chips:
            mark = self._glyphs.marked if chip in self.chosen.chips else " "
            about = chip.by.value if chip.by.value != before else ""
            label = fit(words.chip(chip, self._glyphs), LABEL_CELLS, self._glyphs.ellipsis)
            line = Content.assemble(
                f"{about:<9} ", (f"{mark} ", "bold"),
                (label, "bold" if chip in self.chosen.chips else ""), f"{counts.get(chip, 0):>6}",
            )  # fmt: skip
            options.append(Option(line))
            before = chip.by.value
        return options
