"""Making claims of words that the finder did not see as such."""

from dataclasses import replace
from functools import partial

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
        if not self._is_known(claim):
            with self._writing():
                self._session.add(claim)
            self._show_added(claim)

    def action_correct(self) -> None:
        """Ask for the right value, words or kind of the claim."""
        if (entry := self._entry_here) is not None and self.article is not None:
            claim = entry.claim
            question = AddClaimScreen(self.article, claim.span, kind=claim.kind, number=entry.number, value=claim.value)
            self._ask(question, partial(self._correct, entry.claim.key))

    def _correct(self, key: str, claim: Claim) -> None:
        entry = self.ledger[self.ledger.position[key]]
        if claim.key == key and str(claim.value) == str(entry.claim.value):
            self._say("The value, the words and the kind are what they were.")
        elif claim.key == key:
            with self._writing():
                self._session.correct_value(replace(entry.claim, value=claim.value))
            self._show_added(claim)
            self._say(f"Corrected to {claim.value}. u takes it back.")
        elif not self._is_known(claim):
            with self._writing():
                self._session.correct(entry, claim)
            self._show_added(claim)
            self._say("Corrected: the former claim is kept as not a claim. u takes both back.")

    def _is_known(self, claim: Claim) -> bool:
        """Whether there is such a claim already; then it is shown."""
        known = claim.key in self.ledger.position
        if known:
            self.chosen = claim.key
            self._say("These words are a claim of this kind already.")
        return known

    def _show_added(self, claim: Claim) -> None:
        self.query_one(ArticleView).forget_selection()
        self._take_claims()
        self.chosen = claim.key
        self._look()
