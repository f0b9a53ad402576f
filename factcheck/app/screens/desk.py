"""The desk: every article and how far it is."""

from collections.abc import Callable
from datetime import datetime

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.reactive import var
from textual.widgets import Input, Static

from db import Store
from factcheck.app.look import UNICODE, Glyphs
from factcheck.app.messages import ArticleChosen
from factcheck.app.screens._base import BaseScreen
from factcheck.app.screens._sitting import bar
from factcheck.app.widgets.article_list import ArticleList
from factcheck.app.widgets.key_line import KeyLine
from factcheck.model import ArticleStatus, Verdict

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
        Binding("r", "reload", "refresh", tooltip="Read the desk again", id="desk.refresh"),
        Binding("escape", "clear", "show all", show=False, tooltip="Show every article again", id="desk.clear"),
    ]

    chosen: var[str] = var("")
    rows: var[tuple[ArticleStatus, ...]] = var(())

    def __init__(self, store: Store, chosen: str, *, clock: Callable[[], datetime], glyphs: Glyphs = UNICODE) -> None:
        super().__init__()
        self._store, self._clock, self._glyphs = store, clock, glyphs
        self._all: tuple[ArticleStatus, ...] = ()
        self._words: tuple[str, ...] = ()
        self.set_reactive(DeskScreen.chosen, chosen)

    def compose(self) -> ComposeResult:
        yield Static(id="head")
        yield Static(Content(EMPTY), id="empty")
        yield ArticleList(self._clock(), self._glyphs, id="articles").data_bind(DeskScreen.rows, DeskScreen.chosen)
        yield Input(
            placeholder="words of a title, a source or a reviewer", id="find", select_on_focus=False, compact=True
        )
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(Input).cursor_blink = False
        self.set_focus(self.query_one(ArticleList))
        with self._reporting():
            self.action_reload()

    def action_reload(self) -> None:
        """Read the desk again: other reviewers may have worked on it."""
        self._all = self._store.statuses()
        self.set_class(not self._all, "-empty")
        self._narrow()

    def action_find(self) -> None:
        """Ask for words."""
        self.add_class("-finding")
        self.set_focus(self.query_one(Input))

    def action_clear(self) -> None:
        """Show every article."""
        self.query_one(Input).value = ""
        self._leave_find()

    @on(Input.Changed)
    def _find(self, event: Input.Changed) -> None:
        self._words = tuple(event.value.casefold().split())
        self._narrow()

    @on(Input.Submitted)
    def _leave_find(self) -> None:
        self.set_class(bool(self._words), "-finding")
        self.set_focus(self.query_one(ArticleList))

    @on(ArticleChosen)
    def _choose(self, message: ArticleChosen) -> None:
        message.stop()
        self.chosen = message.key

    def _narrow(self) -> None:
        self.rows = tuple(row for row in self._all if all(word in _said(row) for word in self._words))
        if self.rows and self.chosen not in {row.key for row in self.rows}:
            self.chosen = self.rows[0].key
        self.query_one("#head", Static).update(self._head())

    def _head(self) -> Content:
        left = sum(row.counts[Verdict.OPEN] for row in self._all)
        total = sum(row.total for row in self._all)
        shown = f"{len(self.rows)} of " if self._words else ""
        articles = f"{len(self._all):,} article{'' if len(self._all) == 1 else 's'}"
        return Content.assemble(
            ("factcheck", "bold $text-accent"),
            (f"  {self._glyphs.divider}  ", "$foreground 40%"),
            (f"{shown}{articles}" if self._all else "an empty desk", "bold"),
            *(("   ", (bar(total - left, total, self._glyphs, BAR), "$text-success")) if total else ()),
            f" {left:,} of {total:,} claims open" if total else "",
        )


def _said(row: ArticleStatus) -> str:
    """The words an article can be found by."""
    return f"{row.title} {row.source} {row.last_by} {row.published or ''}".casefold()
