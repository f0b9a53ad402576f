"""The desk: every article and how far it is."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.reactive import var
from textual.widgets import Input, Static

from db import Store
from factcheck.app.look import UNICODE, Glyphs
from factcheck.app.messages import ArticleChosen, ArticlesSeen
from factcheck.app.screens._base import BaseScreen
from factcheck.app.screens._listing import NEAR, DeskPlace, Listing
from factcheck.app.screens._sitting import bar
from factcheck.app.screens.rules import RulesScreen
from factcheck.app.widgets.article_list import ArticleList
from factcheck.app.widgets.key_line import KeyLine
from factcheck.model import ArticleStatus, Order
from factcheck.rules import Rules
from factcheck.safe import safe_line

EMPTY = """\
There is no article on this desk yet. Leave with q, then

  factcheck review FILE     opens an article: a .txt, .md, .html, .docx
                            or .pdf file, a URL, or - for standard input
  factcheck add FILE...     puts several on the desk
  factcheck demo            shows an example on a desk of its own"""


BAR = 12
"""How many cells the bar over the whole desk has."""


class DeskScreen(BaseScreen):
    """Lists the articles of a store; the screen an article is opened from."""

    DEFAULT_CSS = """
    DeskScreen {
        #head { height: 1; background: $panel; padding: 0 1; }
        #empty { height: 1fr; padding: 1 2; display: none; }
        ArticleList { height: 1fr; }
        #find { display: none; padding: 0 1; background: $panel; }
        &.-finding #find { display: block; }
        &.-empty { #empty { display: block; } ArticleList { display: none; } }
    }
    """
    BINDINGS = [
        Binding("slash", "find", "filter", key_display="/", tooltip="Show articles with these words", id="desk.filter"),
        Binding("m", "queue", "mine", tooltip="What waits for you, the most urgent first; or all", id="desk.queue"),
        Binding("S", "sort", "sort", show=False, tooltip="Sort by last act, date, title and more", id="desk.sort"),
        Binding("L", "rules", show=False, tooltip="The rules of this desk", id="desk.rules"),
        Binding("A", "app.audit", "audit", tooltip="The whole desk in figures", id="desk.audit"),
        Binding("r", "reload", "refresh", tooltip="Read the desk again", id="desk.refresh"),
        Binding("escape", "clear", "show all", show=False, tooltip="Show every article again", id="desk.clear"),
    ]

    chosen: var[str] = var("")
    order: var[tuple[str, ...]] = var(())
    """The keys of the articles that are listed."""
    lines: var[Mapping[str, ArticleStatus]] = var(MappingProxyType({}))
    """Lines of those of them that are seen, and of some around them."""
    wants: var[Mapping[str, str] | None] = var(None)
    """What each article waits for, while only those are shown that wait for this reviewer."""

    def __init__(
        self,
        store: Store,
        place: DeskPlace,
        *,
        reviewer: str,
        rules: Rules,
        clock: Callable[[], datetime],
        glyphs: Glyphs = UNICODE,
    ) -> None:
        super().__init__()
        self._store, self._clock, self._glyphs = store, clock, glyphs
        self._reviewer, self._rules = reviewer, rules
        self._listing = Listing(store, reviewer, rules, clock, glyphs)
        self._place = place
        self.set_reactive(DeskScreen.chosen, place.chosen)

    @property
    def place(self) -> DeskPlace:
        """Where the reader is."""
        return replace(self._place, chosen=self.chosen)

    def compose(self) -> ComposeResult:
        yield Static(id="head")
        yield Static(id="empty")
        yield ArticleList(self._clock(), self._glyphs, id="articles").data_bind(
            DeskScreen.order, DeskScreen.lines, DeskScreen.chosen, DeskScreen.wants
        )
        yield Input(
            self._place.words,
            placeholder="words of a title, a source or a reviewer",
            id="find",
            select_on_focus=False,
            compact=True,
        )
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(Input).cursor_blink = False
        self.set_class(bool(self._place.words), "-finding")
        self.set_focus(self.query_one(ArticleList))
        with self._reporting():
            self.action_reload()

    def action_reload(self) -> None:
        """Read the desk again: other reviewers may have worked on it."""
        self._listing.read(self._place.order, queued=self._place.queued)
        self._place = replace(self._place, queued=self._listing.queued)
        self._narrow()

    def action_queue(self) -> None:
        """Show what waits for this reviewer, from the most urgent on, or every article again."""
        self._place = replace(self._place, queued=not self._place.queued)
        if self._place.queued:
            self.chosen = ""
        self.action_reload()

    def action_sort(self) -> None:
        """List every article in the next order."""
        if self._place.queued:
            self.notify("What waits for you is listed the most urgent first. m shows every article.", markup=False)
            return
        orders = self._listing.orders
        at = orders.index(self._place.order) if self._place.order in orders else -1
        self._place = replace(self._place, order=orders[(at + 1) % len(orders)])
        self.action_reload()

    def action_rules(self) -> None:
        """Show the rules of the desk."""
        changes = [event.act for event in self._store.rule_changes()]
        self.app.push_screen(RulesScreen(self._rules, changes, self._clock()))

    def action_find(self) -> None:
        """Ask for words."""
        self.add_class("-finding")
        self.set_focus(self.query_one(Input))

    def action_clear(self) -> None:
        """Show every article."""
        self._place = replace(self._place, words="")
        self.query_one(Input).value = ""
        self._leave_find()
        self._narrow()

    @on(Input.Changed)
    def _find(self, event: Input.Changed) -> None:
        if event.value != self._place.words:
            self._place = replace(self._place, words=event.value)
            with self._reporting():
                self._narrow()

    @on(Input.Submitted)
    def _leave_find(self) -> None:
        self.set_class(bool(self._words), "-finding")
        self.set_focus(self.query_one(ArticleList))

    @on(ArticleChosen)
    def _choose(self, message: ArticleChosen) -> None:
        message.stop()
        with self._reporting():
            self._go(message.key)

    @on(ArticlesSeen)
    def _see(self, message: ArticlesSeen) -> None:
        message.stop()
        with self._reporting():
            self._read_lines(message.first, message.end)

    def _go(self, key: str) -> None:
        """Choose an article, and have the lines around it before they are seen."""
        at = self.order.index(key)
        self._read_lines(max(0, at - NEAR), at + NEAR)
        self.chosen = key

    def _read_lines(self, first: int, end: int) -> None:
        if self._listing.see(self.order, first, end):
            self.lines = self._listing.lines

    @property
    def _words(self) -> tuple[str, ...]:
        return tuple(self._place.words.casefold().split())

    def _narrow(self) -> None:
        self.lines, self.wants = self._listing.lines, self._listing.wants
        self.order = self._listing.narrowed(self._words)
        if self.order:
            self._go(self.chosen if self.chosen in self.order else self.order[0])
        self.query_one("#head", Static).update(self._head())
        told = self._told()
        self.query_one("#empty", Static).update(Content(told))
        self.set_class(bool(told), "-empty")

    def _told(self) -> str:
        """What stands in the place of a list without articles, empty where there are some."""
        if self.order:
            return ""
        if self._listing.keys:
            return f"No article here has “{safe_line(' '.join(self._words))}”. Escape shows all again."
        return "Nothing waits for you. m shows every article." if self._place.queued else EMPTY

    def _head(self) -> Content:
        articles, total, left = self._listing.totals
        shown = f"{len(self.order):,} of " if self._words else ""
        told = f"{articles:,} article{'' if articles == 1 else 's'}"
        if self._place.queued:
            told = f"{told} for {safe_line(self._reviewer)}" if articles else "nothing waits for you: m shows all"
        elif not articles:
            told = "an empty desk"
        elif self._place.order is not Order.LAST_ACT:
            told = f"{told} by {self._place.order}"
        parts = [
            ("factcheck", "bold $text-accent"),
            (f"  {self._glyphs.divider}  ", "$foreground 40%"),
            (f"{shown}{told}", "bold"),
            *(("   ", (bar(total - left, total, self._glyphs, BAR), "$text-success")) if total else ()),
            f" {left:,} of {total:,} claims open" if total else "",
        ]
        shorter = [*parts[:3], "  ", parts[-1]], [*parts[:3], f"  {left:,} open"]
        heads = [Content.assemble(*each) for each in ((parts, *shorter) if total else (parts,))]
        return next((head for head in heads if head.cell_length <= self.size.width - 2), heads[-1])
