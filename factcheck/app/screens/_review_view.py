"""The article beside its claims, as it is shown; `review` adds what can be done."""

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.reactive import var
from textual.widgets import Input

from factcheck.app.look import UNICODE, Glyphs
from factcheck.app.messages import ClaimChosen
from factcheck.app.places import Left
from factcheck.app.screens import _filters as filters
from factcheck.app.screens import _words as words
from factcheck.app.screens._base import BaseScreen
from factcheck.app.screens._beside import compared
from factcheck.app.screens._checked import ChecksDone
from factcheck.app.screens._full import full
from factcheck.app.screens._same import Place, places
from factcheck.app.screens._session import Session
from factcheck.app.widgets.article_view import ArticleView
from factcheck.app.widgets.chips import Chips
from factcheck.app.widgets.claim_list import ClaimList
from factcheck.app.widgets.details import ClaimDetails, Details
from factcheck.app.widgets.key_line import KeyLine
from factcheck.app.widgets.pane_title import PaneTitle
from factcheck.app.widgets.panel import FindingsPanel, GapsPanel, Panel
from factcheck.app.widgets.top_bar import TopBar
from factcheck.app.widgets.words_field import WordsField
from factcheck.model import Article, Entry, Ledger


class ReviewView(BaseScreen):
    """One article, its claims, and what stands on each. Holds all state; its widgets are given values."""

    DEFAULT_CSS = """
    ReviewView {
        #body { height: 1fr; }
        #left { width: 1fr; }
        #right { width: 36; border-left: tall $panel; }
        &.-wide #right { width: 54; }
        &.-huge #right { width: 88; }
        ArticleView { height: 1fr; }
        &.-wide ArticleView { padding: 0 0 0 1; }
        &.-huge ArticleView { padding: 1 0 1 8; }
        ClaimList { height: 1fr; }
        Details { height: 8; }
        &.-tall Details { height: 15; }
        &.-giant Details { height: 24; }
        #find { display: none; padding: 0 1; background: $boost; }
        &.-finding #find { display: block; }
        &.-short #article-title { display: none; }
        &.-short.-details Details { height: 1fr; }
        &.-short.-details ClaimList, &.-short.-details #claims-title, &.-short.-details Chips { display: none; }
        &.-narrow #body { layout: vertical; }
        &.-narrow #right { width: 1fr; height: 55%; border-left: none; }
        &.-narrow Details, &.-narrow #claim-title { display: none; }
        &.-narrow.-details Details { display: block; height: 1fr; }
        &.-narrow.-details #claim-title { display: block; }
        &.-narrow.-details ClaimList, &.-narrow.-details #claims-title, &.-narrow.-details Chips { display: none; }
        Panel, #panel-title { display: none; height: 1fr; }
        #panel-title { height: 1; }
        &.-findings, &.-gaps {
            ClaimList, Chips, Details, #claims-title, #claim-title { display: none; }
            #panel-title { display: block; }
        }
        &.-findings FindingsPanel, &.-gaps GapsPanel { display: block; }
    }
    """
    article: var[Article | None] = var(None)
    ledger: var[Ledger] = var(Ledger)
    flags: var[frozenset[str]] = var(frozenset)
    rows: var[tuple[Entry, ...]] = var(())
    chosen: var[str] = var("")
    left_at: Left | None = None
    """Where the article was left before."""
    filter: var[filters.Filter] = var(filters.Filter)
    order: var[filters.Order] = var(filters.Order.POSITION)
    marked: var[frozenset[str]] = var(frozenset)

    def __init__(self, session: Session, *, clock: Callable[[], datetime], glyphs: Glyphs = UNICODE) -> None:
        super().__init__()
        self._session, self._clock, self._glyphs = session, clock, glyphs
        self._said: Mapping[str, str] = {}
        self._alike: Mapping[str, Sequence[str]] = {}
        self._refused = False
        """Whether the last act could not be kept."""
        self._began = ""
        """The key of the claim that was chosen when words began to be typed; nothing once they are entered."""
        self._length = ""
        """How long the article is, in words."""
        self._judged = ""
        """The key of the claim that was judged last."""
        self._waits = self._is_due = False
        """Whether showing the chosen claim waits for all of a change, and whether it is due then."""
        self._left = ""
        """That claim, as long as nobody has gone anywhere since its verdict moved on."""

    def compose(self) -> ComposeResult:
        yield TopBar()
        with Horizontal(id="body"):
            with Vertical(id="left"):
                yield PaneTitle("Article", id="article-title")
                yield ArticleView().data_bind(
                    ReviewView.article, ReviewView.ledger, ReviewView.chosen, ReviewView.flags
                )
            with Vertical(id="right"):
                yield PaneTitle("Claims", id="claims-title")
                yield Chips(id="chips")
                yield ClaimList().data_bind(ReviewView.rows, ReviewView.chosen, ReviewView.flags, ReviewView.marked)
                yield WordsField(
                    placeholder="words of a claim, value or note", id="find", select_on_focus=False, compact=True
                )
                yield PaneTitle("Claim", id="claim-title")
                yield Details()
                yield PaneTitle(id="panel-title")
                yield FindingsPanel()
                yield GapsPanel()
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(Input).cursor_blink = False
        for drawn in (TopBar, ArticleView, Chips, ClaimList, Details, FindingsPanel, GapsPanel):
            self.query_one(drawn).set_reactive(drawn.glyphs, self._glyphs)
        for title in self.query(PaneTitle):
            title.glyphs = self._glyphs
        self.query_one(TopBar).reviewer = self._session.reviewer
        self.query_one(ArticleView).quiet = words.nesting()
        self.query_one(ClaimList).words = words.kind_words()
        self.set_focus(self.query_one(ClaimList))
        self._take_claims()
        last, following = filters.resumed(self.ledger, self._session.reviewer, self.left_at)
        self._judged = last.claim.key if last else ""
        if self.chosen not in self.ledger.position:
            self._choose(following)
        self.call_after_refresh(self._look)
        self._greet()

    def watch_article(self, article: Article | None) -> None:
        self._length = words.length(article.text) if article else ""

    def _greet(self) -> None:
        """Say what a reviewer is to know before they begin."""

    # What is shown

    def _take_claims(self) -> None:
        """Show the session's claims after they were read, added to or taken away from."""
        claims = self._session.claims
        self._said = words.Worded(claims, words.searchable)
        self._alike = words.alike(claims)
        claim_list = self.query_one(ClaimList)
        claim_list.brief = words.Worded(claims, words.brief)
        claim_list.gists = words.Worded(claims, words.gist)
        claim_list.total = len(claims)
        self._show()

    def _show(self) -> None:
        """Show what the session holds now."""
        session = self._session
        self.article, self.ledger = session.article, session.ledger
        self.flags = frozenset(key for finding in session.unanswered for key in finding.claims)
        if self.chosen not in self.ledger.position:
            self._choose(None)
        self._show_rows()
        self._show_bar()

    @contextmanager
    def _as_one(self) -> Iterator[None]:
        """Show the chosen claim once, at the end, whatever changes inside."""
        self._waits = True
        try:
            yield
        finally:
            self._waits, due, self._is_due = False, self._is_due, False
            if due:
                self._show_chosen()

    def _show_rows(self) -> None:
        self._show_chips()
        rows = filters.shown(self.ledger, self.filter, self._known)
        self.rows = filters.in_order(rows, self.order)
        if self.marked:
            self.marked &= {entry.claim.key for entry in rows}
        self._show_chosen()

    def _show_bar(self) -> None:
        bar, session = self.query_one(TopBar), self._session
        bar.title = session.article.title
        bar.published = f"published {session.article.published}" if session.article.published else "no date (p)"
        bar.counts = session.ledger.counts
        bar.contested = sum(entry.standing.contested for entry in session.ledger)
        bar.flags = len(session.unanswered)
        self._show_saved()

    def _show_saved(self) -> None:
        """Say what is true of the last act."""
        saved = f"saved {words.when(self._session.saved, self._clock())}" if self._session.saved else ""
        told = "last act NOT saved" if self._refused else saved
        bar = self.query_one(TopBar)
        bar.saved, bar.unsaved = told, self._refused

    def _show_chosen(self) -> None:
        if self._waits:
            self._is_due = True
            return
        entry = self.entry
        self._show_place()
        title = self.query_one("#claim-title", PaneTitle)
        title.title = f"Claim {entry.number}" if entry else "Claim"
        title.detail = words.kind_title(entry.claim) if entry else ""
        self.query_one(ArticleView).caret_home = entry.claim.span.start if entry else None
        self.query_one(Details).details = self._details(entry) if entry else None

    def _show_place(self) -> None:
        """Say over the list which of how many the chosen claim is."""
        at = filters.place(self.rows, self._number)
        there = at < len(self.rows) and self.rows[at].claim.key == self.chosen
        hidden = len(self.ledger) - len(self.rows)
        count = f"{at + 1 if there else '-'} of {len(self.rows)}" if self.rows else "none"
        if hidden:
            count = f"{count}, {hidden} hidden"
        elif not len(self.ledger):
            count = "none was found"
        marked = f"{len(self.marked)} marked" if self.marked else ""
        order = f"by {self.order.value}" if self.order is not filters.Order.POSITION else ""
        told = "  ".join(part for part in (count, marked, order) if part)
        self.query_one("#claims-title", PaneTitle).detail = told

    def _details(self, entry: Entry) -> ClaimDetails | None:
        with self._reporting():
            return full(self._session, entry, self._alike, now=self._clock(), glyphs=self._glyphs)
        return None

    def _same(self, entry: Entry) -> tuple[Place, ...]:
        """The claims that say the same value: of this article in reading order, then of others."""
        with self._reporting():
            return places(self._session, entry, self._alike)
        return ()

    @property
    def _known(self) -> filters.Known:
        return filters.Known(self.flags, self._session.held, self._said)

    def _show_chips(self) -> None:
        """Show what the list is narrowed to; words are a chip when they are not being typed."""
        labels = [words.chip(chip, self._glyphs) for chip in self.filter.chips]
        if self.filter.words and not self.has_class("-finding"):
            labels.append(f"“{' '.join(self.filter.words)}”")
        self.query_one(Chips).labels = tuple(labels)

    @property
    def entry(self) -> Entry | None:
        """The chosen claim."""
        at = self.ledger.position.get(self.chosen)
        return None if at is None else self.ledger[at]

    @property
    def _number(self) -> int:
        return self.entry.number if self.entry else 0

    def _choose(self, entry: Entry | None) -> None:
        self.chosen = entry.claim.key if entry else ""

    def watch_chosen(self) -> None:
        self._left = ""
        self._show_chosen()

    @on(ClaimChosen)
    def _follow(self, message: ClaimChosen) -> None:
        self.chosen = message.key

    @on(events.DescendantFocus)
    def _mark_pane(self) -> None:
        self.set_class(isinstance(self.focused, Details), "-details")
        for title, pane in (("article", ArticleView), ("claims", ClaimList), ("claim", Details)):
            self.query_one(f"#{title}-title", PaneTitle).active = self.focused is self.query_one(pane)
        self.query_one("#panel-title", PaneTitle).active = isinstance(self.focused, Panel)

    # What the checks say

    @work(thread=True, exclusive=True, group="checks", exit_on_error=False)
    def _look(self) -> None:
        from factcheck.checks import findings_of
        from factcheck.extract.uncovered import uncovered

        session = self._session
        article, claims = session.article, session.claims
        findings, beside = compared(session.original, claims, findings_of(article, claims))
        self.post_message(ChecksDone(findings, uncovered(article, claims), beside))

    @on(ChecksDone)
    def _take_findings(self, message: ChecksDone) -> None:
        message.stop()
        with self._reporting():
            self._session.check(message.findings, message.gaps, message.beside)
        self._show()
        # What an article has stays until it is left: no key waits while the collector of garbage walks it.
        self.call_after_refresh(gc.freeze)

    def on_unmount(self) -> None:
        gc.unfreeze()
