"""The dates of an article on one axis, its amounts on one a unit: what stands out wants a second look."""

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from factcheck.app.commands import hint
from factcheck.app.look import Glyphs
from factcheck.app.messages import ClaimChosen
from factcheck.app.widgets.axes import Axis, Point, amounts, dates
from factcheck.app.widgets.chart import Chart
from factcheck.app.widgets.pane_title import PaneTitle
from factcheck.app.widgets.plot import Plot, PlotClicked
from factcheck.app.widgets.spread import Spread, signs
from factcheck.model import Article, Ledger
from factcheck.safe import safe_line


class TimelineScreen(ModalScreen[str | None]):
    """Shows an article's claims on axes; gives the key of the claim that is wanted, or None."""

    DEFAULT_CSS = """
    TimelineScreen { background: $background;
        Plot { height: 36%; min-height: 6; padding-right: 2; }
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
        self._kinds: tuple[tuple[str, tuple[Axis, ...]], ...] = (
            ("Dates", (dates(ledger),)),
            ("Amounts", amounts(ledger)),
        )
        kinds = [(at, axis) for at, (_, axes) in enumerate(self._kinds) for axis in axes if axis.points]
        there = (at for at, axis in kinds if _holds(axis, chosen))
        self._at = next(there, kinds[0][0] if kinds else 0)

    def compose(self) -> ComposeResult:
        yield PaneTitle()
        yield Plot()
        yield Chart()
        yield Static(id="quote")
        yield Static(id="keys")

    def on_mount(self) -> None:
        title, chart = self.query_one(PaneTitle), self.query_one(Chart)
        title.glyphs = chart.glyphs = self._glyphs
        title.active = True
        chart.flags, chart.brief = self._flags, self._brief
        self.query_one(Plot).signs = signs(self._glyphs)
        self.set_focus(chart)
        moves = (("axes.claim", "goes to the claim"), ("axes.turn", "dates or amounts"), ("axes.close", "closes"))
        self.query_one("#keys", Static).update(hint(self, *moves))
        self._show()

    def on_resize(self) -> None:
        self.call_after_refresh(self._plot)

    def action_turn(self) -> None:
        """Show the other kind."""
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

    @on(PlotClicked)
    def _choose_nearest(self, message: PlotClicked) -> None:
        """Choose the claim whose sign is nearest; a cell is about twice as high as wide."""
        message.stop()

        def distance(point: Point) -> float:
            up = point.entry.claim.span.start * message.up / (len(self._article.text) or 1)
            low, high = (axis.share(place) * message.across for place in (point.low, point.high)) if axis else (0, 0)
            return abs(min(max(message.x + 0.5, low), high) - message.x - 0.5) + 2 * abs(up - message.y - 0.5)

        axis = self.query_one(Chart).axis
        if axis is not None and axis.points:
            self._chosen = min(axis.points, key=distance).entry.claim.key
            self._show_chosen()

    def _show(self) -> None:
        chart, (_, axes) = self.query_one(Chart), self._kinds[self._at]
        day = self._article.published.day if self._article.published else None
        chart.published = day.toordinal() if not self._at and day else None
        chart.axes = axes
        if chart.points and all(not _holds(axis, self._chosen) for axis in axes):
            self._chosen = chart.points[0].entry.claim.key
        self._show_chosen()

    def _show_chosen(self) -> None:
        chart = self.query_one(Chart)
        chart.chosen = self._chosen
        self._plot()
        self._entitle(chart)
        at = self._ledger.position.get(self._chosen)
        claim = self._ledger[at].claim if at is not None else None
        quote = safe_line(" ".join(claim.quote.split())) if claim else ""
        value = safe_line(str(claim.value)) if claim else ""
        self.query_one("#quote", Static).update(Content.assemble((quote, "bold"), f"\n{value}"))

    def _entitle(self, chart: Chart) -> None:
        title, axis = self.query_one(PaneTitle), chart.axis
        title.title = self._kinds[self._at][0]
        if axis is None or not axis.points:
            title.detail = "none in this article"
        elif axis.is_days:
            day = self._article.published.day if self._article.published else None
            title.detail = f"{len(axis.points)}   earliest first{f'   │ published {day}' if day else ''}"
        else:
            of = f"in {safe_line(axis.of)}" if axis.of else "without a unit"
            title.detail = f"{len(axis.points)} of {len(chart.points)} are {of}   by powers of ten"

    def _plot(self) -> None:
        """Plot the axis of the chosen claim over its list, cell above cell."""
        plot, chart = self.query_one(Plot), self.query_one(Chart)
        axis = chart.axis
        plot.display = axis is not None and bool(axis.points)
        if axis is not None and axis.points:
            margin = chart.words_width(chart.view_width)
            line = chart.published
            plot.plan = Spread(axis, len(self._article.text), self._chosen, line, self._glyphs, margin)


def _holds(axis: Axis, key: str) -> bool:
    return any(point.entry.claim.key == key for point in axis.points)
