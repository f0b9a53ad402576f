"""The audit: how the whole desk stands, who did what, how long it took, how far people agree; and what is behind it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import var
from textual.timer import Timer
from textual.widgets import Input, Static

from db import Store
from factcheck.app.look import UNICODE, Glyphs
from factcheck.app.messages import ArticleOpened
from factcheck.app.screens import _audit_views as views
from factcheck.app.screens import _words as words
from factcheck.app.screens._audit_lists import Lines, open_findings
from factcheck.app.screens._audit_place import AuditPlace, filters
from factcheck.app.screens._audit_views import FindingLine, Line, Look, View
from factcheck.app.screens._base import BaseScreen
from factcheck.app.screens.history import HistoryScreen
from factcheck.app.widgets.chips import ChipRemoved, Chips
from factcheck.app.widgets.figure_list import FigureChosen, FigureList, FigureOpened
from factcheck.app.widgets.key_line import KeyLine
from factcheck.app.widgets.pane_title import PaneTitle
from factcheck.app.widgets.plot import Plot
from factcheck.app.widgets.tabs import TabChosen, Tabs
from factcheck.figures import Asked, ClaimLine, day_back
from factcheck.rules import Rules
from factcheck.safe import safe_line

__all__ = ["AuditPlace", "AuditScreen"]

_BREATH = 0.02
"""Seconds between two pages that are read one after the other, for keys to be heard."""


class AuditScreen(BaseScreen):
    """Figures of a store, read when they are shown; closed, it gives nothing and `place` tells where it was left."""

    DEFAULT_CSS = """
    AuditScreen {
        #head { height: 1; background: $panel; padding: 0 1; }
        #note { height: 1; padding: 0 1; color: $foreground 70%; background: $surface; }
        FigureList { height: 1fr; }
        #plots { height: 8; display: none; background: $surface; }
        &.-tall #plots { height: 11; }
        &.-plotted #plots { display: block; }
        Plot { width: 1fr; padding: 0 1; background: $surface; }
        &.-narrow #second, #second.-nothing { display: none; }
        #find { display: none; padding: 0 1; background: $panel; }
        &.-finding #find { display: block; }
        &.-short.-narrow #note { display: none; }
    }
    AuditScreen:ansi #note, AuditScreen:ansi Plot { background: ansi_default; color: ansi_default; }
    AuditScreen:ansi #plots { background: ansi_default; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab,l,right", "turn(1)", "next view", tooltip="Next view", id="audit.turn"),
        Binding("shift+tab,h,left", "turn(-1)", show=False, tooltip="Previous view", id="audit.turn-back"),
        *(
            Binding(str(place), f"view({place - 1})", show=False, tooltip=f"{view.value}", id=f"audit.view-{place}")
            for place, view in enumerate(views.TABS, 1)
        ),
        Binding("m", "period(92)", "3 months", tooltip="The last three months", id="audit.months"),
        Binding("w", "period(7)", "week", tooltip="The last seven days", id="audit.week"),
        Binding("d", "period(1)", "today", tooltip="Today", id="audit.today"),
        Binding("a", "period(0)", "all", tooltip="All time", id="audit.all"),
        Binding("slash", "find", "words", key_display="/", tooltip="Only what has these words", id="audit.find"),
        Binding("r", "reload", "refresh", tooltip="Read the desk again", id="audit.refresh"),
        Binding("o", "article", "article", tooltip="Open the article of this line", id="audit.article"),
        Binding("F,backspace", "unfilter", show=False, tooltip="Take the last filter away", id="audit.unfilter"),
        Binding("escape,A", "back", "back", tooltip="A step back, then out of the audit", id="audit.back"),
    ]

    place: var[AuditPlace] = var(AuditPlace, init=False)

    def __init__(
        self,
        store: Store,
        *,
        reviewer: str,
        rules: Rules,
        clock: Callable[[], datetime],
        glyphs: Glyphs = UNICODE,
        place: AuditPlace | None = None,
    ) -> None:
        super().__init__()
        self._store, self._clock, self._glyphs = store, clock, glyphs
        self._reviewer, self._viewer = reviewer, rules.viewer(reviewer)
        self._lines: list[Line] = []
        self._list: Lines | None = None
        """What is read page by page."""
        self._waiting: Timer | None = None
        """For the next page, while one is wanted."""
        self.set_reactive(AuditScreen.place, place or AuditPlace())

    def compose(self) -> ComposeResult:
        yield Static(id="head")
        yield Tabs()
        yield Chips(id="chips")
        yield PaneTitle(id="note")
        with Horizontal(id="plots"):
            yield Plot(id="first")
            yield Plot(id="second")
        yield FigureList()
        yield Input(placeholder="words of a title or a source; of claims also", id="find", compact=True)
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(Input).cursor_blink = False
        for drawn in (Tabs, Chips, FigureList):
            self.query_one(drawn).set_reactive(drawn.glyphs, self._glyphs)
        self.query_one(Tabs).names = tuple(view.value for view in views.TABS)
        self.set_focus(self.query_one(FigureList))
        with self._reporting():
            self._read()

    @property
    def _look(self) -> Look:
        return Look(self._store, self._viewer, self.place.asked, self._clock(), self._glyphs)

    # What is shown

    def _read(self) -> None:
        """Read and show the view."""
        view, shown, look = self.place.view, self.query_one(FigureList), self._look
        shown.head, shown.columns = views.heads(view, self._glyphs)
        self.query_one(Tabs).here = views.TABS.index(view) if view in views.TABS else -1
        table = views.Table(())
        self._list = Lines(view, look) if view in views.PAGED else None
        if self._list is not None:
            self._lines = self._list.lines
        elif view is View.OPEN:
            self._lines, note = open_findings(look)
            table = views.Table(self._lines, note)
        else:
            table = views.table(view, look)
            self._lines = list(table.lines)
        self._wait()
        self._plot(table)
        self._show(table.note)

    def _plot(self, table: views.Table) -> None:
        self.set_class(bool(table.plots), "-plotted")
        plots = (self.query_one("#first", Plot), self.query_one("#second", Plot))
        for plot, plan in zip(plots, (*table.plots, None, None), strict=False):
            plot.plan = plan
        plots[1].set_class(len(table.plots) < 2, "-nothing")

    def _wait(self) -> None:
        """Have another page read soon, while there is one and too few lines are below the chosen one."""
        if self._waiting is not None:
            self._waiting.stop()
        wanted = self.place.chosen + 2 * max(20, self.size.height)
        more = self._list is not None and self._list.after is not None and len(self._lines) < wanted
        self._waiting = self.set_timer(_BREATH, self._go_on) if more else None

    def _go_on(self) -> None:
        """Read another page."""
        self._waiting = None
        with self._reporting():
            if self._list is not None:
                self._list.read()
            self._wait()
            self._show("")

    def _show(self, note: str) -> None:
        shown, asked = self.query_one(FigureList), self.place.asked
        shown.figures = tuple(figure for figure, _ in self._lines)
        shown.chosen = min(self.place.chosen, max(0, len(self._lines) - 1))
        self.query_one(Chips).labels = tuple(label for label, _ in filters(self.place))
        if asked.words and self.place.view in views.WORDLESS:
            note = "This is not counted by article: the words narrow nothing here."
        pane = self.query_one("#note", PaneTitle)
        pane.title, pane.detail = self.place.view.value, note or self._count()
        sealed = f"   as {self._reviewer} may see it" if self._store.keeps(self._viewer) else ""
        self.query_one("#head", Static).update(
            Content.assemble(
                ("factcheck", "bold $text-accent" if not self.has_pseudo_class("ansi") else "bold"),
                f"  {self._glyphs.divider}  ",
                (f"audit of {safe_line(self._store.path.name)}", "bold"),
                safe_line(sealed),
                "   open to read only" if self._store.readonly else "",
            )
        )

    def _count(self) -> str:
        view, read = self.place.view, self._list
        if not self._lines and (read is None or read.after is None):
            return "Nothing here is of what is asked for."
        if read is None:
            return ""
        if self._waiting is not None and read.looked > len(self._lines):
            return f"{len(self._lines):,} found among {read.looked:,} claims so far; looking on"
        count = f"{len(self._lines):,}{' and more' if read.after else ''}"
        order = "disputes first, then the newest" if not self.place.asked.article else "as they stand in the article"
        what = view.value.lower() if count != "1" else view.value.lower().removesuffix("s")
        return f"{count} {what}: {order}"

    # What is done

    def _go(self, place: AuditPlace) -> None:
        self.place = place
        self._read()

    def action_turn(self, step: int) -> None:
        """Go to the next or previous view."""
        at = views.TABS.index(self.place.view) if self.place.view in views.TABS else 0
        self.action_view((at + step) % len(views.TABS))

    def action_view(self, at: int) -> None:
        """Go to a view of the whole."""
        asked = replace(self.place.asked, article="", kind="", reviewer="", state=None, flagged=False)
        self._go(AuditPlace(asked, views.TABS[at]))

    @on(TabChosen)
    def _choose_view(self, message: TabChosen) -> None:
        with self._reporting():
            self.action_view(message.place)

    def action_period(self, days: int) -> None:
        """Show the last days only, or all time."""
        since = day_back(self._clock(), days - 1) if days else ""
        self._narrow(replace(self.place.asked, since=since, until=""))

    def _narrow(self, asked: Asked) -> None:
        self._go(replace(self.place, asked=asked, chosen=0))

    def action_reload(self) -> None:
        """Read the desk again: other reviewers may have worked on it."""
        self._read()

    def action_find(self) -> None:
        """Ask for words."""
        self.add_class("-finding")
        field = self.query_one(Input)
        field.value = " ".join(self.place.asked.words)
        self.set_focus(field)

    @on(Input.Changed)
    def _find(self, event: Input.Changed) -> None:
        asked = replace(self.place.asked, words=tuple(event.value.casefold().split()))
        if asked != self.place.asked:
            with self._reporting():
                self._narrow(asked)

    @on(Input.Submitted)
    def _leave_find(self) -> None:
        self.remove_class("-finding")
        self.set_focus(self.query_one(FigureList))

    def action_unfilter(self) -> None:
        """Take the last filter away."""
        if found := filters(self.place):
            self._narrow(found[-1][1])

    @on(ChipRemoved)
    def _remove(self, message: ChipRemoved) -> None:
        found = filters(self.place)
        if message.place < len(found):
            with self._reporting():
                self._narrow(found[message.place][1])

    def action_back(self) -> None:
        """Go back to where this was opened from; then leave."""
        if self.focused is self.query_one(Input):
            self._leave_find()
        elif self.place.behind is not None:
            self._go(self.place.behind)
        else:
            self.dismiss()

    @on(FigureChosen)
    def _choose(self, message: FigureChosen) -> None:
        message.stop()
        self.place = replace(self.place, chosen=message.place)
        self.query_one(FigureList).chosen = message.place
        self._wait()

    @on(FigureOpened)
    def _open(self, message: FigureOpened) -> None:
        message.stop()
        self.place = replace(self.place, chosen=message.place)
        behind = self._lines[message.place][1]
        with self._reporting():
            if isinstance(behind, ClaimLine):
                self._history(behind)
            elif isinstance(behind, FindingLine):
                self.post_message(ArticleOpened(behind.article, behind.claim))
            elif behind is not None:
                title = self._lines[message.place][0].name if behind.article else ""
                view = View.CLAIMS
                if behind.flagged:
                    view = View.OPEN if behind.article else View.ARTICLES
                self._go(AuditPlace(behind, view, behind=self.place, article=self.place.article or title))
            else:
                self.notify("There is nothing behind this line.", markup=False)

    def _history(self, line: ClaimLine) -> None:
        """Show all that was done about a claim."""
        store, viewer = self._store, self._viewer
        article, ledger = store.article(line.article), store.ledger(line.article, viewer=viewer)
        at = ledger.position.get(line.claim)
        if at is None:
            self.notify("This claim is no longer in the article's newest draft. r reads the desk again.", markup=False)
            return
        claims = [entry.claim for entry in ledger]
        details = words.details(
            article,
            ledger[at],
            claims,
            (),
            store.history(line.claim, viewer=viewer),
            held=store.evidence(line.claim, viewer=viewer),
            now=self._clock(),
            glyphs=self._glyphs,
        )

        def go(wanted: bool) -> None:
            self.post_message(ArticleOpened(line.article, line.claim))

        title = f"Claim {ledger[at].number} of {article.title or '(no title)'}"
        self._ask(HistoryScreen(title, details, self._glyphs), go)

    def action_article(self) -> None:
        """Open the article of the line."""
        behind = self._lines[self.place.chosen][1] if self.place.chosen < len(self._lines) else None
        if isinstance(behind, ClaimLine | FindingLine):
            self.post_message(ArticleOpened(behind.article, behind.claim))
        elif isinstance(behind, Asked) and behind.article:
            self.post_message(ArticleOpened(behind.article))
        else:
            self.notify("This line is of no one article; enter shows its claims.", markup=False)
