"""Making claims of words that the finder did not see as such."""

from functools import partial

from textual import on

from factcheck.app.messages import SpanSelected
from factcheck.app.screens import _deciding as deciding
from factcheck.app.screens._deciding import Change
from factcheck.app.screens._moving import MovingView
from factcheck.app.widgets.article_view import ArticleView
from factcheck.model import Claim, Span


class AddingView(MovingView):
    """The article beside its claims, to which claims can be added."""

    _selected: Span | None = None
    """The words that are selected in the article."""

    @on(SpanSelected)
    def _select(self, message: SpanSelected) -> None:
        self._selected = message.span

    def action_add(self) -> None:
        """Ask what the selected words claim."""
        from factcheck.app.screens.add_claim import AddClaimScreen

        if self._selected is None or self.article is None:
            self._say("Select the words first: drag with the mouse, or tab to the article, s, and shift with arrows.")
            return
        self._ask(AddClaimScreen(self.article, self._selected), self._add)

    def _add(self, claim: Claim) -> None:
        if claim.key in self.ledger.position:
            self.chosen = claim.key
            self._say(deciding.CORRECTED[Change.KNOWN])
            return
        with self._writing():
            self._session.add(claim)
        self._show_added(claim)

    def action_correct(self) -> None:
        """Ask for the right value, words or kind of the claim."""
        from factcheck.app.screens.add_claim import AddClaimScreen

        if (entry := self._entry_here) is not None and self.article is not None:
            claim = entry.claim
            question = AddClaimScreen(self.article, claim.span, kind=claim.kind, number=entry.number, value=claim.value)
            self._ask(question, partial(self._correct, entry.claim.key))

    def _correct(self, key: str, claim: Claim) -> None:
        entry = self.ledger[self.ledger.position[key]]
        with self._writing():
            change = deciding.correct(self._session, entry, claim)
        if change in (Change.VALUE, Change.CLAIM):
            self._show_added(claim)
        else:
            self.chosen = claim.key
        self._say(deciding.CORRECTED[change].format(value=claim.value))

    def _show_added(self, claim: Claim) -> None:
        self.query_one(ArticleView).forget_selection()
        self._take_claims()
        self.chosen = claim.key
        self._look()
