"""Asks for answers and does what they say, until they end or another article is wanted."""

from factcheck.app.screens._sitting import Sitting
from factcheck.app.screens._words import READ_ONLY
from factcheck.cli._desk import now
from factcheck.cli._plain.going import to_number
from factcheck.cli._plain.letters import HELP, LETTERS, QUIT, help_lines, parted, possible
from factcheck.cli._plain.review import Review
from factcheck.cli._plain.spoken import SPOKEN, given
from factcheck.cli._plain.talk import Ended
from factcheck.cli._plain.text import claim
from factcheck.cli._table import numbered
from factcheck.errors import FactcheckError, ReadingError


class Dialogue:
    """One article, from its introduction to what was done at it. `refused` tells that an act could not be kept."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self.refused = False

    def run(self) -> bool:
        """Ask until the answers end; whether there may be more of them, for another article."""
        review = self._review
        sitting = Sitting(review.session, now)
        goes_on = False
        try:
            self._introduce()
            goes_on = self._ask_on()
        except Ended:
            review.talk.say("The answers ended. Everything said to be saved is saved.")
        except KeyboardInterrupt:
            review.talk.say()
        if review.entry:
            review.talk.say(f"You were at claim {review.number} of {len(review.session.ledger)}.")
        review.talk.say(sitting.summary())
        return goes_on

    def _introduce(self) -> None:
        review, session = self._review, self._review.session
        published = f", published {session.article.published}" if session.article.published else ", no date (p sets it)"
        review.talk.say(f"{session.article.title or '(no title)'}{published}. Reviewer {session.reviewer}.")
        if session.translates is not None:
            held = f"A translation of {session.translates.file}, {given(session.translates, now())}."
            review.talk.say(session.lacks_original or held)
        counts = ", ".join(f"{session.ledger.counts[verdict]} {look.word}" for verdict, look in SPOKEN.verdicts.items())
        found = len(session.unanswered)
        findings = f" {numbered(found, 'finding')} to answer: w goes to the next." if found else ""
        review.talk.say(f"{numbered(len(session.ledger), 'claim')}: {counts}.{findings} ? says what to answer.")
        review.tell()

    def _ask_on(self) -> bool:
        """Ask for answers; False once no more are wanted."""
        review = self._review
        while review.left_for is None:
            prompt = f"Claim {review.number}, your answer:" if review.entry else "Your answer:"
            answer = review.talk.ask(prompt)
            if answer == QUIT:
                return False
            self._take(answer)
        return True

    def _take(self, answer: str) -> None:
        """Do what an answer says. One that is broken off, or refused, leaves what was kept before."""
        review = self._review
        before = review.store.head()
        try:
            self._do(answer)
        except ReadingError as error:
            review.talk.say(f"{error.message} Nothing was changed.")
        except FactcheckError as error:
            self.refused = True
            review.talk.say(f"{error.title}: {error.message}")
        except KeyboardInterrupt:
            review.session.renew()
            kept = "What was done before is saved." if review.store.head() != before else "Nothing was changed."
            review.talk.say()
            review.talk.say(f"Broken off. {kept}")

    def _do(self, answer: str) -> None:
        review = self._review
        letter, rest = parted(answer)
        if not answer:
            claim(review, "")
        elif answer.removeprefix("#").isdecimal():
            to_number(review, answer.removeprefix("#"))
        elif letter == HELP:
            for line in tuple(help_lines(rest)) or (possible(),):
                review.talk.say(line)
        elif (known := LETTERS.get(letter)) is None:
            review.talk.say(f"{answer[:40]!r} is no answer. {possible()}")
        elif rest and not known.takes:
            review.talk.say(f"{letter} stands alone: nothing may follow it. Nothing was done.")
        elif known.writes and review.store.readonly:
            self.refused = True
            review.talk.say(READ_ONLY)
        elif known.of_claim and review.entry is None:
            claim(review, "")
        else:
            known.act(review, rest)
