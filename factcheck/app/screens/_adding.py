"""Making claims of words that the finder did not see as such."""

from textual import on

from factcheck.app.messages import SpanSelected
from factcheck.app.screens._moving import MovingView
from factcheck.app.screens.add_claim import AddClaimScreen
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
        if self._selected is None or self.article is None:
            self._say("Select the words first: drag with the mouse, or tab to the article, s, and shift with arrows.")
            return
        self._ask(AddClaimScreen(self.article, self._selected), self._add)

    def _add(self, claim: Claim) -> None:
        if claim.key in self.ledger.position:
            self.chosen = claim.key
            self._say("These words are a claim of this kind already.")
            return
        with self._writing():
            self._session.add(claim)
        self.query_one(ArticleView).forget_selection()
        self._take_claims()
        self.chosen = claim.key
        self._look()
