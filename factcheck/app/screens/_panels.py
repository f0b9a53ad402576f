"""The panels that take the list's place: what the checks found, and what no claim covers."""

from collections.abc import Sequence

from textual import on
from textual.widget import Widget

from factcheck.app.messages import BlockChosen
from factcheck.app.screens import _finding_words, _words
from factcheck.app.screens import _gap_words as gap_block
from factcheck.app.screens._adding import AddingView
from factcheck.app.widgets.article_view import ArticleView
from factcheck.app.widgets.claim_list import ClaimList
from factcheck.app.widgets.pane_title import PaneTitle
from factcheck.app.widgets.panel import Block, FindingsPanel, GapsPanel, Panel
from factcheck.extract.uncovered import Gap
from factcheck.model import Answered, Event, Finding, Verdict


class PanelsView(AddingView):
    """The article beside its claims or its findings, with the commands that answer those."""

    _heads: tuple[tuple[Gap, ...], tuple[Block, ...]] = ((), ())
    """The gaps that were shown last, and their blocks."""
    _left_at = ""
    """The claim that was chosen when the findings were opened."""

    @property
    def _panel(self) -> Panel | None:
        """The panel that is open."""
        if self.has_class("-findings"):
            return self.query_one(FindingsPanel)
        return self.query_one(GapsPanel) if self.has_class("-gaps") else None

    @property
    def _panes(self) -> list[Widget]:
        panel = self._panel
        return [panel, self.query_one(ArticleView)] if panel else super()._panes

    def _open_panel(self, name: str) -> None:
        self.remove_class("-details", "-findings", "-gaps")
        self._mark(frozenset())
        self.add_class(f"-{name}")
        self._show_panel()
        self.set_focus(self._panel)

    def _close_panel(self) -> None:
        if self._panel is not None:
            if isinstance(self._panel, GapsPanel):
                self.query_one(ArticleView).forget_selection()
            self.remove_class("-findings", "-gaps")
            self.set_focus(self.query_one(ClaimList))

    def action_back(self) -> None:
        """Close the panel, back at the claim it was opened from; without one, leave the filter, then the article."""
        if self._panel is None:
            super().action_back()
            return
        looked = isinstance(self._panel, FindingsPanel)
        self._close_panel()
        if looked and self._left_at in self.ledger.position:
            self.chosen = self._left_at

    def action_find(self) -> None:
        """Ask for words that the claims shown must have."""
        self._close_panel()
        super().action_find()

    def action_filter(self) -> None:
        """Ask which claims are shown."""
        self._close_panel()
        super().action_filter()

    def _show(self) -> None:
        super()._show()
        self._show_panel()

    def _show_panel(self) -> None:
        """Show what the open panel holds now."""
        if isinstance(self._panel, FindingsPanel):
            self._show_findings(self._panel)
        elif isinstance(self._panel, GapsPanel):
            self._show_gaps(self._panel)

    @on(BlockChosen)
    def _follow_block(self, message: BlockChosen) -> None:
        message.stop()
        if isinstance(self._panel, FindingsPanel):
            self._choose_finding(next(finding for finding in self._findings if finding.key == message.key))
        elif isinstance(self._panel, GapsPanel):
            self._choose_gap(next(gap for gap in self._gaps if gap_block.key_of(gap) == message.key))

    # Findings

    @property
    def _findings(self) -> tuple[Finding, ...]:
        return self._session.findings or ()

    @property
    def _finding(self) -> Finding | None:
        """The finding that is chosen in the panel."""
        chosen = self.query_one(FindingsPanel).chosen
        return next((finding for finding in self._findings if finding.key == chosen), None)

    def action_findings(self) -> None:
        """Show what the checks found, in the list's place."""
        if self._session.findings is None:
            self._say("The checks are still looking.")
        elif not self._findings:
            self._say("The checks found nothing in this article.")
        else:
            if self._panel is None:
                self._left_at = self.chosen
            self._open_panel("findings")
            self._choose_finding(self._finding_here())

    def _finding_here(self) -> Finding:
        """The finding about the chosen claim, else the next one after it: unanswered ones first."""

        def distance(finding: Finding) -> tuple[bool, bool, bool, int]:
            at = self.ledger.position.get(finding.claims[0], 0) + 1
            return (self.chosen not in finding.claims, finding.key in self._session.answers, at < self._number, at)

        return min(self._findings, key=distance)

    def _choose_finding(self, finding: Finding) -> None:
        self.query_one(FindingsPanel).chosen = finding.key
        if finding.claims[0] in self.ledger.position:
            self.chosen = finding.claims[0]
        self._show_panel()

    def _choose_answered(self, taken: Sequence[Event]) -> None:
        """Go to the finding whose answer was taken back, while the findings are shown."""
        keys = {event.act.data.get("finding") for event in taken} - {None}
        finding = next((finding for finding in self._findings if finding.key in keys), None)
        if finding is not None and self._panel is not None:
            self._choose_finding(finding)

    def _show_findings(self, panel: FindingsPanel) -> None:
        session, now = self._session, self._clock()
        panel.blocks = tuple(
            _finding_words.block(number, finding, self.ledger, session.answers, now=now, glyphs=self._glyphs)
            for number, finding in enumerate(self._findings, 1)
        )
        left = len(session.unanswered)
        title = self.query_one("#panel-title", PaneTitle)
        title.title = "Findings"
        title.detail = f"{panel.place + 1} of {len(panel.blocks)}   {f'{left} unanswered' if left else 'all answered'}"

    def action_finding_claim(self) -> None:
        """Go to the next of the claims that the finding is about."""
        claims = [key for key in self._finding.claims if key in self.ledger.position] if self._finding else []
        if claims:
            self.chosen = claims[(claims.index(self.chosen) + 1) % len(claims) if self.chosen in claims else 0]

    def action_confirm(self) -> None:
        """Answer the finding: it is right, and the claim it accuses is disputed with the sum as its note."""
        finding = self._finding
        if finding is None or finding.claims[0] not in self.ledger.position:
            return
        entry, answer = self.ledger[self.ledger.position[finding.claims[0]]], self._session.answers.get(finding.key)
        if answer is not None and answer.answer is Answered.CONFIRMED and entry.standing.verdict is Verdict.DISPUTED:
            self._answered(finding)
            return
        with self._writing():
            self._session.confirm(finding, entry, _words.noted(entry.standing.note, finding))
        self._judged = entry.claim.key
        self._answered(finding)

    def action_explain(self) -> None:
        """Answer the finding: nothing is wrong, for a reason that is asked for."""
        from factcheck.app.screens.reason import ReasonScreen

        finding = self._finding
        if finding is None:
            return

        def explain(reason: str) -> None:
            with self._writing():
                self._session.explain(finding, reason)
            self._answered(finding)

        before = self._session.answers.get(finding.key)
        self._ask(ReasonScreen(finding.message, before.reason if before else ""), explain)

    def _answered(self, finding: Finding) -> None:
        """Show the answer and go on to the next finding that has none."""
        self._show()
        at = self._findings.index(finding)
        answers = self._session.answers
        following = (*self._findings[at + 1 :], *self._findings[:at])
        if (after := next((each for each in following if each.key not in answers), None)) is not None:
            self._choose_finding(after)
        else:
            self._say("Every finding is answered.")

    # What no claim covers

    @property
    def _gaps(self) -> tuple[Gap, ...]:
        return self._session.gaps or ()

    @property
    def _gap(self) -> Gap | None:
        """The words that are chosen in the panel."""
        chosen = self.query_one(GapsPanel).chosen
        return next((gap for gap in self._gaps if gap_block.key_of(gap) == chosen), None)

    def action_gaps(self) -> None:
        """Show what looks like a claim and is covered by none, in the list's place."""
        if self._session.gaps is None:
            self._say("The article is still being looked through.")
        elif not self._gaps:
            self._say("No number, date word, quotation or reporting verb was seen outside the claims.")
        else:
            here = self.entry.claim.span.start if self.entry else 0
            self._open_panel("gaps")
            self._choose_gap(next((gap for gap in self._gaps if gap.span.start >= here), self._gaps[0]))

    def _choose_gap(self, gap: Gap) -> None:
        panel, view = self.query_one(GapsPanel), self.query_one(ArticleView)
        panel.chosen = gap_block.key_of(gap)
        view.selected_span = self._selected = gap.span
        view.reveal_span(gap.span)
        self._show_panel()

    def _show_gaps(self, panel: GapsPanel) -> None:
        gaps, before = self._gaps, panel.place
        if self._heads[0] is not gaps:
            self._heads = (gaps, gap_block.heads(gaps))
        at = next((at for at, gap in enumerate(gaps) if gap_block.key_of(gap) == panel.chosen), -1)
        if not gaps:
            self._close_panel()
            self._say("No such words are left outside the claims.")
        elif at < 0:
            self._choose_gap(gaps[min(max(before, 0), len(gaps) - 1)])
        else:
            blocks = self._heads[1]
            panel.blocks = (*blocks[:at], gap_block.full(self._session.article, gaps[at]), *blocks[at + 1 :])
            title = self.query_one("#panel-title", PaneTitle)
            title.title, title.detail = "Not covered", f"{at + 1} of {len(gaps)}"

    def action_claim_gap(self) -> None:
        """Ask what the words claim, read as the kind that saw them."""
        from factcheck.app.screens.add_claim import AddClaimScreen

        if (gap := self._gap) is not None:
            self._ask(AddClaimScreen(self._session.article, gap.span, kind=gap.kind), self._add)
