"""The desk: every article and how far it is."""

from collections.abc import Callable, Mapping, Sequence
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
from factcheck.app.screens._queue_words import wants
from factcheck.app.screens._sitting import bar
from factcheck.app.screens.rules import RulesScreen
from factcheck.app.widgets.article_list import ArticleList
from factcheck.app.widgets.key_line import KeyLine
from factcheck.model import ArticleStatus, Assignment, Verdict
from factcheck.rules import Rules
from factcheck.safe import safe_line
from factcheck.workload import in_part, tasks

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
        Binding("L", "rules", show=False, tooltip="The rules of this desk", id="desk.rules"),
        Binding("A", "app.audit", "audit", tooltip="The whole desk in figures", id="desk.audit"),
        Binding("r", "reload", "refresh", tooltip="Read the desk again", id="desk.refresh"),
        Binding("escape", "clear", "show all", show=False, tooltip="Show every article again", id="desk.clear"),
    ]

    chosen: var[str] = var("")
    rows: var[tuple[ArticleStatus, ...]] = var(())
    wants: var[Mapping[str, str] | None] = var(None)
    """What each article waits for, while only those are shown that wait for this reviewer."""

    def __init__(
        self,
        store: Store,
        chosen: str,
        *,
        reviewer: str,
        rules: Rules,
        clock: Callable[[], datetime],
        glyphs: Glyphs = UNICODE,
    ) -> None:
        super().__init__()
        self._store, self._clock, self._glyphs = store, clock, glyphs
        self._reviewer, self._rules = reviewer, rules
        self._queued: bool | None = None
        """Whether only what waits for this reviewer is shown; None until that is known."""
        self._all: tuple[ArticleStatus, ...] = ()
        self._words: tuple[str, ...] = ()
        self.set_reactive(DeskScreen.chosen, chosen)

    def compose(self) -> ComposeResult:
        yield Static(id="head")
        yield Static(id="empty")
        yield ArticleList(self._clock(), self._glyphs, id="articles").data_bind(
            DeskScreen.rows, DeskScreen.chosen, DeskScreen.wants
        )
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
        assigned = self._store.assignments()
        if self._queued is None:
            self._queued = any(each.reviewer == self._reviewer for each in assigned)
        if self._queued:
            self._read_queue(assigned)
        else:
            self._all, self.wants = self._store.statuses(viewer=self._rules.viewer(self._reviewer)), None
        self._narrow()

    def _read_queue(self, assigned: Sequence[Assignment]) -> None:
        """Read what waits for this reviewer."""
        store, reviewer = self._store, self._reviewer
        statuses, tallies = store.waiting(viewer=reviewer), store.tallies(in_part(assigned, reviewer), viewer=reviewer)
        found = tasks(statuses, assigned, tallies, reviewer=reviewer, rules=self._rules)
        self._all = tuple(task.status for task in found)
        self.wants = {task.status.key: wants(task, self._clock(), self._glyphs) for task in found}

    def action_queue(self) -> None:
        """Show what waits for this reviewer, or every article again."""
        self._queued = not self._queued
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
        told = self._told()
        self.query_one("#empty", Static).update(Content(told))
        self.set_class(bool(told), "-empty")

    def _told(self) -> str:
        """What stands in the place of a list without articles, empty where there are some."""
        if self.rows:
            return ""
        if self._all:
            return f"No article here has “{safe_line(' '.join(self._words))}”. Escape shows all again."
        return "Nothing waits for you. m shows every article." if self._queued else EMPTY

    def _head(self) -> Content:
        left = sum(row.counts[Verdict.OPEN] for row in self._all)
        total = sum(row.total for row in self._all)
        shown = f"{len(self.rows)} of " if self._words else ""
        articles = f"{len(self._all):,} article{'' if len(self._all) == 1 else 's'}"
        if self._queued:
            articles = (
                f"{articles} for {safe_line(self._reviewer)}" if self._all else "nothing waits for you: m shows all"
            )
        elif not self._all:
            articles = "an empty desk"
        return Content.assemble(
            ("factcheck", "bold $text-accent"),
            (f"  {self._glyphs.divider}  ", "$foreground 40%"),
            (f"{shown}{articles}", "bold"),
            *(("   ", (bar(total - left, total, self._glyphs, BAR), "$text-success")) if total else ()),
            f" {left:,} of {total:,} claims open" if total else "",
        )


def _said(row: ArticleStatus) -> str:
    """The words an article can be found by."""
    return f"{row.title} {row.source} {row.last_by} {row.published or ''}".casefold()
