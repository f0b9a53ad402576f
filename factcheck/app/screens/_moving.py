"""Going through the claims of an article, and choosing which of them are shown."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from textual import on
from textual.widget import Widget
from textual.widgets import Input

from factcheck.app.commands import hint
from factcheck.app.messages import ArticleOpened, DeskWanted
from factcheck.app.screens import _filters as filters
from factcheck.app.screens import _words as words
from factcheck.app.screens._copying import written
from factcheck.app.screens._review_view import ReviewView
from factcheck.app.screens._same import Place
from factcheck.app.widgets.article_view import ArticleView
from factcheck.app.widgets.chips import ChipRemoved, Chips
from factcheck.app.widgets.claim_list import ClaimList
from factcheck.app.widgets.details import Details
from factcheck.errors import FactcheckError
from factcheck.kinds import kinds
from factcheck.model import Entry, Span, Verdict
from factcheck.safe import safe

NO_CLAIM = (
    "No claim was found in this article. Drag over words, or tab, s and shift with arrows, then a makes them one."
)


class MovingView(ReviewView):
    """The article beside its claims, with the commands that change nothing in the store."""

    _sought = ""
    """The words that were looked for in the text the last time."""

    # Moving

    def action_move(self, step: int) -> None:
        """Go to a neighbour in the list."""
        if entry := filters.moved(self.rows, self._number, step):
            self._choose(entry)

    def action_open(self, step: int) -> None:
        """Go to the next or previous open claim of those shown."""
        if entry := filters.neighbour(self.rows, self._number, filters.is_open, step):
            self._choose(entry)
        else:
            self._say_nothing_open()

    def action_number(self, typed: str = "") -> None:
        """Ask for a claim by its number and go there."""
        from factcheck.app.screens.number import NumberScreen

        if not self.ledger.entries:
            self._say(NO_CLAIM)
            return

        def go(number: int) -> None:
            self.chosen = self.ledger[number - 1].claim.key

        self._ask(NumberScreen(len(self.ledger), typed), go)

    def action_finding(self, step: int) -> None:
        """Go to the next or previous claim that an unanswered finding is about."""
        if entry := filters.neighbour(self.rows, self._number, lambda entry: entry.claim.key in self.flags, step):
            self._choose(entry)
        else:
            self._say("No finding among the claims shown.")

    def action_mark(self) -> None:
        """Mark the claim, or take its mark away, and go on."""
        self._mark(self.marked ^ {self.chosen})
        self.action_move(1)

    def action_extend(self, step: int) -> None:
        """Mark the claim and its neighbour, and go there."""
        here = self.chosen
        self.action_move(step)
        self._mark(self.marked | {here, self.chosen})

    def _mark(self, marked: frozenset[str]) -> None:
        self.marked = marked - {""}
        self._show_place()

    def action_sort(self) -> None:
        """Sort the claims by what comes next: position, kind, value, age."""
        self.order = self.order.following
        self._show_rows()
        self._say(f"Sorted by {self.order.value}.")

    def action_pane(self, step: int) -> None:
        """Give the keys to the next pane."""
        panes = self._panes
        here = next((at for at, pane in enumerate(panes) if pane is self.focused), -1 if step > 0 else 0)
        self._give_keys(panes[(here + step) % len(panes)])

    @property
    def _panes(self) -> list[Widget]:
        """What can have the keys, in turn."""
        return [self.query_one(ClaimList), self.query_one(ArticleView), self.query_one(Details)]

    def action_details(self) -> None:
        """Give the keys to the details, which take the list's room on a small screen; or give them back."""
        self._give_keys(self.query_one(ClaimList if isinstance(self.focused, Details) else Details))

    def _give_keys(self, pane: Widget) -> None:
        self.set_class(isinstance(pane, Details), "-details")
        self.set_focus(pane)

    def _say_nothing_open(self) -> None:
        if self.ledger.counts[Verdict.OPEN]:
            self._say("No open claim among those shown. Escape shows all claims.")
        else:
            self._say(words.left(self.ledger, self._glyphs))

    def action_search(self) -> None:
        """Find words in the text, from the chosen claim on; the choice stays as it was."""
        from factcheck.app.screens.find import FindScreen

        view, start = self.query_one(ArticleView), self.entry.claim.span.start if self.entry else 0

        def show(found: tuple[Span, ...], here: Span | None) -> None:
            view.matches, view.match = found, here

        question = FindScreen(self._session.article.text, start, show, self._sought)

        def leave(here: Span | None) -> None:
            self._sought = question.words
            last = here or view.match
            show((), None)
            claims = view.claims_at(last.start) if last else []
            if claims and here:
                self.chosen = claims[0]
            elif last and not claims:
                self._give_keys(view)
                view.select(last)
                self._say("No claim holds these words; a adds one.")

        self.app.push_screen(question, leave)

    def action_same(self) -> None:
        """Go to another claim that says the same value, in this article or another."""
        from factcheck.app.screens.same import SameScreen

        places = self._same(self.entry) if self.entry else ()
        if self.entry is None or not places:
            self._say("No other claim on this desk says this value.")
            return

        def go(place: Place) -> None:
            if place.article:
                self.post_message(ArticleOpened(place.article, place.claim))
            else:
                self.chosen = place.claim

        self._ask(SameScreen(str(self.entry.claim.value), places, self._glyphs), go)

    def action_timeline(self) -> None:
        """Show the dates and the amounts of the article, each on one axis."""
        from factcheck.app.screens.timeline import TimelineScreen

        brief = {claim.key: words.brief(claim) for claim in self._session.claims}
        question = TimelineScreen(
            self._session.article, self.ledger, self.chosen, flags=self.flags, brief=brief, glyphs=self._glyphs
        )

        def go(key: str) -> None:
            self.chosen = key

        self._ask(question, go)

    # Copying

    def action_copy(self) -> None:
        """Copy the selected words, or the claim's, to the clipboard of the terminal, which may drop them unsaid."""
        if text := self._copied:
            self.app.copy_to_clipboard(text)
            self._say(f"Copied “{words.short(text)}”. Where it does not arrive, Y puts it in a file.")

    def action_copy_to_file(self) -> None:
        """Put the selected words, or the claim's, in a file of their own."""
        if text := self._copied:
            self._say(f"“{words.short(text)}” is in {written(text)}")

    @property
    def _copied(self) -> str:
        """What there is to copy; nothing in it steers a terminal that it is pasted into."""
        span = self.query_one(ArticleView).selected_span or (self.entry.claim.span if self.entry else None)
        return safe(span.of(self._session.article.text)) if span else ""

    # Filters

    def action_find(self) -> None:
        """Ask for words that the claims shown must have."""
        self._began = self.chosen
        self.add_class("-finding")
        self.set_focus(self.query_one(Input))

    def action_filter(self) -> None:
        """Ask which claims are shown: by verdict, finding, evidence, kind and reviewer."""
        from factcheck.app.screens.filter import FilterScreen

        among = dict.fromkeys((*filters.choices(self.ledger, self._known, kinds()), *self.filter.chips))
        if not among:
            self._say("There is no claim to show.")
            return

        def counts(chosen: filters.Filter) -> Mapping[filters.Chip, int]:
            return filters.counted(self.ledger, chosen, self._known, among)

        self.app.push_screen(FilterScreen(self.filter, counts, self._narrow, self._glyphs))

    def action_unfilter(self) -> None:
        """Take the last chip away."""
        if self.filter:
            self._remove(len(self.query_one(Chips).labels) - 1)
        else:
            self._say("All claims are shown.")

    @on(ChipRemoved)
    def _remove_clicked(self, message: ChipRemoved) -> None:
        message.stop()
        self._remove(message.place)

    def _remove(self, place: int) -> None:
        """Take away one chip; words stand after the others."""
        chips = self.filter.chips
        if place < len(chips):
            self._narrow(self.filter.toggled(chips[place]))
        else:
            self._clear_words()

    @on(Input.Changed)
    def _find(self, event: Input.Changed) -> None:
        self._narrow(self.filter.with_words(event.value), self._began)

    @on(Input.Submitted)
    def _leave_find(self) -> None:
        self._began = ""
        self.remove_class("-finding")
        self._show_chips()
        self.set_focus(self.query_one(ClaimList))

    def _clear_words(self) -> None:
        """Leave the words, keep the chips."""
        with self.prevent(Input.Changed):
            self.query_one(Input).value = ""
        self._narrow(self.filter.with_words(""), self._began)
        self._leave_find()

    def action_back(self) -> None:
        """Take the marks away, then the words, then the other chips; without any, leave the article."""
        if self.marked:
            self._mark(frozenset())
        elif self.has_class("-finding"):
            self._clear_words()
        elif self.filter:
            self._clear_words()
            self._narrow(filters.Filter())
        elif isinstance(self.focused, Details):
            self.action_details()
        else:
            self.post_message(DeskWanted(self._session.article.key))

    def _narrow(self, chosen: filters.Filter, began: str = "") -> None:
        """Show what passes; the cursor goes to the claim where this `began`, or the next that passes after it."""
        self.filter = chosen
        self._show_rows()
        at = self.ledger.position.get(began or self.chosen)
        here = None if at is None else self.ledger[at]
        if here is not None and (not self.rows or any(row.claim.key == here.claim.key for row in self.rows)):
            self._choose(here)
        elif self.rows:
            self._choose(filters.moved(self.rows, here.number if here else 0, 1))

    # What is said

    @property
    def _entry_here(self) -> Entry | None:
        """The chosen claim; where there is none, that is said."""
        if self.entry is None:
            self._say(NO_CLAIM if not len(self.ledger) else "No claim is shown. Escape shows all again.")
        return self.entry

    @property
    def _entry_judged(self) -> Entry | None:
        """The claim that was judged last; where there is none, that is said."""
        if self._judged in self.ledger.position:
            return self.ledger[self.ledger.position[self._judged]]
        self._say("You have judged no claim of this article.")
        return None

    def _other_judged(self, entry: Entry, command: str) -> str:
        """For a form about a claim: that a verdict has just moved on from another, and the key for that one."""
        at = self.ledger.position.get(self._left)
        if at is None or self._left == entry.claim.key:
            return ""
        last, key = self.ledger[at], hint(self, (command, "")).plain.strip()
        return f"You just judged claim {last.number}, “{words.short(last.claim.quote)}”. For that one: escape, {key}."

    def _say(self, text: str) -> None:
        self.notify(safe(text), markup=False, timeout=4)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Says in the bar that an act was not kept, when it was not."""
        try:
            yield
        except FactcheckError:
            self._refused = True
            self._show_saved()
            raise
        self._refused = False
