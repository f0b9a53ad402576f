"""The article beside its claims: where verdicts are given."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType

from factcheck.app.look import UNICODE, Glyphs
from factcheck.app.messages import ArticleReread
from factcheck.app.screens import _deciding as deciding
from factcheck.app.screens import _filters as filters
from factcheck.app.screens import _words as words
from factcheck.app.screens._reading import SAME_CLAIMS
from factcheck.app.screens._session import Session, dated
from factcheck.app.screens._signing_view import SigningView
from factcheck.app.widgets.panel import GapsPanel
from factcheck.model import Article, Entry, Published, Verb, Verdict
from factcheck.syntax import Parser

if TYPE_CHECKING:
    from factcheck.app.screens.note import Note


class ReviewScreen(SigningView):
    """What a reviewer can do with the claims of an article; each command is one binding."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "open(1)", "next open", tooltip="Next open claim", id="review.next-open"),
        Binding("v", "judge('verified')", "verify", tooltip="Verified: the claim holds", id="review.verify"),
        Binding("d", "judge('disputed')", "dispute", tooltip="Disputed: the claim does not hold", id="review.dispute"),
        Binding("x", "judge('dismissed')", "no claim", tooltip="Not a claim: nothing to check", id="review.dismiss"),
        Binding("u", "undo", "undo", tooltip="Take your last act back, and the one before it", id="review.undo"),
        Binding("c", "comment", "note", tooltip="Write a note on the claim", id="review.comment"),
        Binding("e", "evidence", "evidence", tooltip="Say what it was held against", id="review.evidence"),
        Binding("f", "filter", "filter", tooltip="Choose which claims are shown", id="review.facet"),
        Binding("slash", "find", "words", key_display="/", tooltip="Show claims with these words", id="review.filter"),
        Binding("ctrl+f", "search", show=False, tooltip="Find words in the text", id="review.search"),
        Binding("y,ctrl+c", "copy", show=False, tooltip="Copy the selected words, or the claim's", id="review.copy"),
        Binding("Y", "copy_to_file", show=False, tooltip="Put them in a file instead", id="review.copy-to-file"),
        Binding("T", "timeline", show=False, tooltip="Dates and amounts, each on one axis", id="review.timeline"),
        Binding("N", "open(-1)", show=False, tooltip="Previous open claim", id="review.previous-open"),
        Binding("j,down", "move(1)", show=False, tooltip="Next claim", id="review.next"),
        Binding("k,up", "move(-1)", show=False, tooltip="Previous claim", id="review.previous"),
        Binding("g", "findings", "findings", tooltip="Show the findings, and answer them", id="review.findings"),
        Binding(
            "number_sign",
            "number",
            show=False,
            key_display="#",
            tooltip="Go to a claim by its number",
            id="review.number",
        ),
        *(
            Binding(digit, f"number('{digit}')", show=False, key_display="1-9", id="review.number")
            for digit in "123456789"
        ),
        Binding("w", "finding(1)", show=False, tooltip="Next claim with a finding", id="review.next-finding"),
        Binding("W", "finding(-1)", show=False, tooltip="Previous claim with a finding", id="review.previous-finding"),
        Binding("space", "mark", show=False, tooltip="Mark the claim, to judge several at once", id="review.mark"),
        Binding("shift+down,J", "extend(1)", show=False, tooltip="Mark on to the next claim", id="review.mark-next"),
        Binding("shift+up,K", "extend(-1)", show=False, tooltip="Mark back to the claim before", id="review.mark-back"),
        Binding("S", "sort", show=False, tooltip="Sort by position, kind, value or age", id="review.sort"),
        Binding("b", "last", show=False, tooltip="Back to the claim you judged last", id="review.last"),
        Binding(
            "E",
            "evidence_last",
            show=False,
            tooltip="Say what the claim you judged last was held against, and stay here",
            id="review.evidence-last",
        ),
        Binding("r", "judge('open')", show=False, tooltip="Reopen: take your verdict back", id="review.reopen"),
        Binding(
            "full_stop",
            "evidence_again",
            show=False,
            key_display=".",
            tooltip="Attach your last evidence here too",
            id="review.evidence-again",
        ),
        Binding("o", "open_source", show=False, tooltip="Open the claim's source, after a question", id="review.open"),
        Binding("O", "open_file", show=False, tooltip="Open the file that is its evidence", id="review.open-file"),
        Binding(
            "asterisk",
            "same",
            show=False,
            key_display="*",
            tooltip="Claims that say the same value, here and in other articles",
            id="review.same",
        ),
        Binding("C", "gaps", show=False, tooltip="Show what no claim covers", id="review.gaps"),
        Binding("a", "add", "add", tooltip="Add a claim from the selected words", id="review.add"),
        Binding(
            "equals_sign",
            "correct",
            show=False,
            key_display="=",
            tooltip="Correct the claim's value, words or kind",
            id="review.correct",
        ),
        Binding("F,backspace", "unfilter", show=False, tooltip="Take the last filter away", id="review.unfilter"),
        Binding("R", "resolve", show=False, tooltip="Decide where reviewers differ", id="review.resolve"),
        Binding("D", "recheck", show=False, tooltip="Set a day to check the claim again", id="review.recheck"),
        Binding("Z", "sign_off", show=False, tooltip="Sign the article off, or see what is missing", id="review.sign"),
        Binding("A", "app.audit", show=False, tooltip="The whole desk in figures", id="review.audit"),
        Binding("L", "rules", show=False, tooltip="The rules of this desk", id="review.rules"),
        Binding("p", "publish", "date", tooltip="Correct the publication date", id="review.published"),
        Binding(
            "B",
            "comment_last",
            "note on last",
            tooltip="Write a note on the claim you judged last, and stay here",
            id="review.comment-last",
        ),
        Binding("enter", "details", show=False, tooltip="Read the claim's details, and back", id="review.details"),
        Binding("tab", "pane(1)", show=False, tooltip="Next pane", id="review.pane"),
        Binding("shift+tab", "pane(-1)", show=False, tooltip="Previous pane", id="review.pane-back"),
        Binding("escape", "back", show=False, tooltip="Show all claims again, then back to the desk", id="review.desk"),
    ]

    def __init__(
        self,
        session: Session,
        *,
        clock: Callable[[], datetime],
        glyphs: Glyphs = UNICODE,
        unsent: dict[str, str] | None = None,
        parser: Parser | None = None,
    ) -> None:
        super().__init__(session, clock=clock, glyphs=glyphs)
        self._unsent = {} if unsent is None else unsent
        """Notes that were typed and not saved, by claim key."""
        self._parser = parser

    def _greet(self) -> None:
        super()._greet()
        if told := self._session.lacks_original:
            self._say(told)

    # Verdicts and notes

    def action_judge(self, verdict: str) -> None:
        """Give a verdict and go on to the next open claim."""
        entry, given = self._entry_here, Verdict(verdict)
        if entry is None:
            return
        if isinstance(self._panel, GapsPanel):
            self._say("These words are no claim yet: a makes them one, escape goes back to the claims.")
            return
        if self.marked:
            self._judge_marked(given)
            return
        if all(row.claim.key != entry.claim.key for row in self.rows):
            self._say(f"Claim {entry.number} is not among those shown. Nothing was judged; escape shows all again.")
            return
        with self._as_one():
            with self._writing():
                changed = deciding.judge(self._session, (entry,), given)
            if changed:
                self._judged = entry.claim.key
                self._show()
            elif given is Verdict.OPEN:
                self._say(deciding.not_yours(entry))
                return
            if given is not Verdict.OPEN and self._panel is None:
                self._go_on(entry.number)

    def _judge_marked(self, given: Verdict) -> None:
        """Give the marked claims one verdict; those that have it already, or hold somebody else's, stay as they are."""
        marked = [entry for entry in self.rows if entry.claim.key in self.marked]
        with self._writing():
            changed = deciding.judge(self._session, marked, given)
        self._judged = changed[-1].claim.key if changed else self._judged
        self.marked = frozenset()
        self._show()
        self._say(deciding.judged(changed, len(marked), given, self._glyphs))
        if changed and given is not Verdict.OPEN:
            self._go_on(marked[-1].number)

    def _go_on(self, number: int) -> None:
        following = filters.neighbour(self.rows, number, filters.is_open)
        if following is not None:
            self._choose(following)
            self._left = self._judged
        else:
            self._say_nothing_open()

    def action_last(self) -> None:
        """Go back to the claim that was judged last, for a note or a second thought."""
        if (entry := self._entry_judged) is not None:
            self._choose(entry)

    def action_comment(self) -> None:
        """Ask for the note on the claim."""
        if (entry := self._entry_here) is not None:
            self._ask_note(entry)

    def action_comment_last(self) -> None:
        """Ask for the note on the claim that was judged last; nobody is moved."""
        if (entry := self._entry_judged) is not None:
            self._ask_note(entry)

    def _ask_note(self, entry: Entry) -> None:
        key = entry.claim.key
        from factcheck.app.screens.note import NoteScreen

        question = NoteScreen(
            words.claim_title("Note on", entry, self._glyphs),
            entry.claim.quote,
            entry.standing.note,
            self._unsent.pop(key, None),
            other=self._other_judged(entry, "review.comment-last"),
        )
        self._ask(question, lambda note: self._comment(key, note))

    def _comment(self, key: str, note: "Note") -> None:
        """Keep the note; what could not be kept, or was left without saving, is offered again."""
        entry = self.ledger[self.ledger.position[key]]
        self._unsent[key] = note.text
        if not note.saved:
            self._say(f"The note on claim {entry.number} was not saved. It is offered again there.")
            return
        with self._writing():
            self._session.comment(entry, note.text)
        del self._unsent[key]
        self._show()

    def action_undo(self) -> None:
        """Take back the newest act of this reviewer on this article."""
        number = self._number
        with self._writing():
            taken = self._session.undo()
        if not taken:
            self._say("Nothing of yours is left to take back in this article.")
            return
        before, verbs = self.ledger, {event.act.verb for event in taken}
        if verbs <= SAME_CLAIMS:
            self._show()
        else:
            self._take_claims()
        key = taken[-1].act.claim or ""
        if key in self.ledger.position:
            self.chosen = key
        elif not self.chosen:
            self._choose(filters.moved(self.rows, number, 0))
        self._choose_answered(taken)
        if Verb.DATED in verbs:
            self._read_anew(self._session.article, correction=False)
        elif verbs & {Verb.CLAIM_ADDED, Verb.CORRECTED, Verb.ORIGINAL}:
            self._look()
        self._say(words.undone(taken, before, self._glyphs))

    # The date

    def action_publish(self) -> None:
        """Ask for the publication date and read the claims with it."""
        from factcheck.app.screens.published import PublishedScreen

        article = self._session.article

        def correct(published: Published) -> None:
            self._read_anew(dated(article, published), correction=True)

        self._ask(PublishedScreen(article.published, self._clock().astimezone().date()), correct)

    @work(thread=True, exclusive=True, group="reread", exit_on_error=False)
    def _read_anew(self, article: Article, correction: bool) -> None:
        from factcheck.checks import findings_of
        from factcheck.extract import claims_of

        claims = claims_of(article, parser=self._parser)
        self.post_message(ArticleReread(article, claims, findings_of(article, claims), correction))

    @on(ArticleReread)
    def _take_reading(self, message: ArticleReread) -> None:
        message.stop()
        keep = self._session.publish if message.correction else self._session.reread
        with self._reporting(), self._writing():
            keep(message.article, message.claims, message.findings)
            self._take_claims()
            self._look()
