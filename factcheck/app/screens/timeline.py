"""The dates of an article on one axis, and its amounts on another: what stands out wants a second look."""

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from factcheck.app.look import Glyphs
from factcheck.app.messages import ClaimChosen
from factcheck.app.widgets.axes import amounts, dates
from factcheck.app.widgets.chart import Chart
from factcheck.app.widgets.pane_title import PaneTitle
from factcheck.model import Article, Ledger
from factcheck.safe import safe_line


class TimelineScreen(ModalScreen[str | None]):
    """Shows an article's claims on axes; gives the key of the claim that is wanted, or None."""

    DEFAULT_CSS = """
    TimelineScreen { background: $background;
        Chart { height: 1fr; }
        #quote { height: 2; padding: 0 1; background: $surface; }
        #keys { height: 1; padding: 0 1; background: $panel; color: $foreground 70%; }
    }
    TimelineScreen:ansi #keys { background: ansi_default; color: ansi_default; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", show=False, id="axes.claim"),
        Binding("tab,shift+tab,a,d", "turn", show=False, id="axes.turn"),
        Binding("escape,T,q", "dismiss", show=False, id="axes.close"),
    ]

    def __init__(
        self,
        article: Article,
        ledger: Ledger,
        chosen: str,
        *,
        flags: frozenset[str],
        brief: Mapping[str, str],
        glyphs: Glyphs,
    ) -> None:
        super().__init__()
        self._article, self._ledger, self._chosen = article, ledger, chosen
        self._flags, self._brief, self._glyphs = flags, brief, glyphs
        self._axes = (("Dates", dates(ledger)), ("Amounts", amounts(ledger)))
        there = [at for at, (_, axis) in enumerate(self._axes) if any(p.entry.claim.key == chosen for p in axis.points)]
        self._at = there[0] if there else 0

    def compose(self) -> ComposeResult:
        yield PaneTitle()
        yield Chart()
        yield Static(id="quote")
        yield Static(Content("enter goes to the claim   tab dates or amounts   escape closes"), id="keys")

    def on_mount(self) -> None:
        title, chart = self.query_one(PaneTitle), self.query_one(Chart)
        title.glyphs = chart.glyphs = self._glyphs
        title.active = True
        chart.flags, chart.brief = self._flags, self._brief
        self.set_focus(chart)
        self._show()

    def action_turn(self) -> None:
        """Show the other axis."""
        self._at = 1 - self._at
        self._show()

    def action_choose(self) -> None:
        """Close, and go to the claim."""
        self.dismiss(self._chosen or None)

    @on(ClaimChosen)
    def _choose(self, message: ClaimChosen) -> None:
        message.stop()
        self._chosen = message.key
        self._show_chosen()

    def _show(self) -> None:
        name, axis = self._axes[self._at]
        title, chart = self.query_one(PaneTitle), self.query_one(Chart)
        day = self._article.published.day if self._article.published else None
        published = f"   published {day}" if axis.is_days and day else ""
        scale = "a line each, earliest first" if axis.is_days else "by powers of ten, the commonest unit first"
        title.title = name
        title.detail = f"{len(axis.points)}   {scale}{published}" if axis.points else "none in this article"
        chart.published = day.toordinal() if axis.is_days and day else None
        chart.axis = axis
        if axis.points and all(point.entry.claim.key != self._chosen for point in axis.points):
            self._chosen = axis.points[0].entry.claim.key
        self._show_chosen()

    def _show_chosen(self) -> None:
        self.query_one(Chart).chosen = self._chosen
        at = self._ledger.position.get(self._chosen)
        claim = self._ledger[at].claim if at is not None else None
        quote = safe_line(" ".join(claim.quote.split())) if claim else ""
        value = safe_line(str(claim.value)) if claim else ""
        self.query_one("#quote", Static).update(Content.assemble((quote, "bold"), f"\n{value}"))
