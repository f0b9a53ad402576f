"""The review as a dialogue of plain lines: for screen readers, pipes and poor connections."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from io import TextIOWrapper
from typing import TYPE_CHECKING, TextIO

import click

from factcheck.app.screens import _filters as filters
from factcheck.app.screens import _words as words
from factcheck.app.screens._beside import compared
from factcheck.app.screens._session import SAME_CLAIMS, Session
from factcheck.app.screens._sitting import Sitting
from factcheck.checks import findings_of
from factcheck.cli import _spoken as spoken
from factcheck.cli._desk import desk, now, parser_of
from factcheck.cli._spoken import SPOKEN
from factcheck.cli._table import numbered
from factcheck.document import Document
from factcheck.errors import FactcheckError
from factcheck.extract import claims_of
from factcheck.kinds import kinds
from factcheck.model import Entry, Evidence, Finding, Medium, Span, Verb, Verdict
from factcheck.rules import Rules
from factcheck.safe import safe_line
from factcheck.syntax import Parser

if TYPE_CHECKING:
    from factcheck.config import Config
    from factcheck.model import Article

HELP = """\
v        verified, and on to the next open claim
d        disputed, and on
x        not a claim, and on
r        reopen: take your own verdict back
s        settle a dispute between reviewers, where that is yours to do
c WORDS  a note on the claim; c - removes the note
e SOURCE what it was held against: an address, a document, a person or a data set; e + SOURCE a primary one
= VALUE  the value that is right, as 201.7 billion yen
n        next open claim
j k      next, previous claim
g        next claim with a finding that nobody has answered
y        the finding on this claim is right: the claim is disputed, with the sum as its note
y WHY    the finding is explained: why nothing is wrong
u        undo: take your last act back, and the one before it
12       claim number 12
?        these lines
q        quit; everything is saved already
c, e and = alone ask for what is missing. An empty line reads the claim again."""
PROMPT = "Answer (? for help): "
_SETTLES = {"v": Verdict.VERIFIED, "d": Verdict.DISPUTED, "x": Verdict.DISMISSED}


def review_plain(
    config: "Config", article: "Article", raw: bytes, rules: Rules, original: "Article | None" = None
) -> int:
    """Reviews an article by questions and answers; returns the exit status: 1 when an act could not be kept."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    parser = parser_of(config)
    with desk(config) as store, _answers() as answers:
        if (known := store.has(article.draft)) is None:
            claims = claims_of(article, parser=parser)
            store.add(article, claims, actor=config.reviewer, at=now(), raw=raw)
            known = article.key
        session = Session(
            store, store.article(known), reviewer=config.reviewer, clock=now, rules=rules, original=original
        )
        findings, beside = compared(original, session.claims, findings_of(session.article, session.claims))
        session.check(findings, beside=beside)
        return Dialogue(session, answers, parser).run()


def _answers() -> TextIO:
    """Standard input from here on, line by line; what is not in its encoding is replaced."""
    encoding = sys.stdin.encoding if sys.stdin else None
    return open(0, encoding=encoding, errors="replace", closefd=False)


class Dialogue:
    """Says one claim at a time and does what is answered, until the answers end."""

    def __init__(self, session: Session, answers: TextIO, parser: Parser | None) -> None:
        self._session, self._answers, self._parser = session, answers, parser
        self._echoes = not answers.isatty()
        self._refused = False
        self._number = next((entry.number for entry in session.ledger if filters.is_open(entry)), 1)
        self._commands: Mapping[str, Callable[[Entry], None]] = {
            "v": lambda entry: self._judge(entry, Verdict.VERIFIED),
            "d": lambda entry: self._judge(entry, Verdict.DISPUTED),
            "x": lambda entry: self._judge(entry, Verdict.DISMISSED),
            "r": self._reopen,
            "s": self._settle,
            "n": lambda _: self._go_to(filters.is_open, "No open claim is left."),
            "j": lambda _: self._move(1),
            "k": lambda _: self._move(-1),
            "g": lambda _: self._go_to(lambda entry: bool(self._unanswered(entry)), self._no_finding()),
            "u": lambda _: self._undo(),
        }

    def run(self) -> int:
        """Ask until the answers end; the exit status."""
        sitting = Sitting(self._session, now)
        self._introduce()
        try:
            self._ask_on()
        except KeyboardInterrupt:
            click.echo()
        _say(sitting.summary())
        return 1 if self._refused else 0

    def _introduce(self) -> None:
        session = self._session
        published = f", published {session.article.published}" if session.article.published else ""
        _say(f"{session.article.title or '(no title)'}{published}. Reviewer {session.reviewer}.")
        counts = ", ".join(f"{session.ledger.counts[verdict]} {look.word}" for verdict, look in SPOKEN.verdicts.items())
        found = len(session.unanswered)
        findings = f" {numbered(found, 'finding')} to answer: g goes to the next." if found else ""
        _say(f"{numbered(len(session.ledger), 'claim')}: {counts}.{findings} ? says what to answer.")
        self._tell()

    def _ask_on(self) -> None:
        while (answer := self._ask(PROMPT)) is not None and answer != "q":
            try:
                self._do(answer)
            except FactcheckError as error:
                self._refused = True
                _say(f"{error.title}: {error.message}")

    def _ask(self, prompt: str) -> str | None:
        """The next answer without the space around it; None at the end."""
        click.echo(prompt, nl=False)
        line = self._answers.readline()
        if self._echoes or not line:
            click.echo(safe_line(line.strip()))
        return line.strip() if line else None

    def _do(self, answer: str) -> None:
        letter, _, rest = answer.partition(" ")
        if answer == "?":
            click.echo(HELP)
        elif not answer:
            self._tell()
        elif not (entry := self._entry):
            _say("No claim was found in this article.")
        elif letter == "c":
            self._comment(entry, rest.strip())
        elif letter == "e":
            self._hold(entry, rest.strip())
        elif letter == "=":
            self._correct(entry, rest.strip())
        elif letter == "y":
            self._answer(entry, rest.strip())
        elif answer.isdecimal():
            self._go_to(lambda each: str(each.number) == answer, f"There is no claim {answer}.")
        elif command := self._commands.get(answer):
            command(entry)
        else:
            _say(f"{answer!r} is no answer. ? says what to answer.")

    # Acts: each is said when it is kept

    def _judge(self, entry: Entry, verdict: Verdict) -> None:
        if self._session.is_repeated(entry, verdict):
            _say(f"You said so already: claim {entry.number} {SPOKEN.verdicts[verdict].word}.")
        else:
            self._session.judge(entry, verdict)
            self._saved(f"claim {entry.number} {SPOKEN.verdicts[verdict].word}")
        self._go_to(filters.is_open, words.left(self._session.ledger, SPOKEN))

    def _reopen(self, entry: Entry) -> None:
        if not self._session.is_own(entry):
            _say("You can take back your own verdicts only.")
            return
        self._session.judge(entry, Verdict.OPEN)
        self._saved(f"claim {entry.number} reopened")
        self._tell()

    def _comment(self, entry: Entry, note: str) -> None:
        told = note or self._ask(f"Note on claim {entry.number} (empty leaves it as it is): ")
        if not told:
            _say("The note stays as it is.")
            return
        self._session.comment(entry, "" if told == "-" else told)
        self._saved(f"claim {entry.number} without a note" if told == "-" else f"note on claim {entry.number}")

    def _hold(self, entry: Entry, told: str) -> None:
        told = told or self._ask(f"Evidence for claim {entry.number}, + before a primary source: ") or ""
        source, primary = told.removeprefix("+").strip(), told.startswith("+")
        if not source:
            _say("No evidence was attached.")
            return
        medium = Medium.URL if source.startswith(("http://", "https://")) else Medium.DOCUMENT
        evidence = Evidence(source, medium, primary, accessed=now().astimezone().date())
        self._session.attach(entry.claim.key, evidence)
        self._saved(f"{'primary ' if primary else ''}evidence for claim {entry.number}")

    def _correct(self, entry: Entry, typed: str) -> None:
        typed = typed or self._ask(f"Value of claim {entry.number}: ") or ""
        if not typed:
            _say("The value stays as it is.")
            return
        claim, kind = entry.claim, kinds().get(entry.claim.kind)
        document = Document(typed, self._session.article.published)
        value = kind.read(document, Span(0, len(typed))) if kind and kind.typed else None
        if kind is None or value is None:
            _say(f"{typed!r} is not read as {kind.title.lower() if kind else claim.kind}. Nothing was changed.")
            return
        self._session.correct_value(replace(claim, value=value))
        self._session.check(findings_of(self._session.article, self._session.claims))
        self._saved(f"claim {entry.number} says {value}")
        self._tell()

    def _answer(self, entry: Entry, reason: str) -> None:
        """Confirm the first finding on the claim that nobody has answered, or explain it."""
        session, open_ones = self._session, self._unanswered(entry)
        if not open_ones:
            _say(f"No finding on claim {entry.number} waits for an answer.")
            return
        finding, ledger = open_ones[0], session.ledger
        if reason:
            session.explain(finding, reason)
            self._saved(f"finding explained: {reason}")
        else:
            accused = ledger[ledger.position[finding.claims[0]]]
            session.confirm(finding, accused, words.noted(accused.standing.note, finding))
            self._saved(f"finding confirmed, claim {accused.number} {SPOKEN.verdicts[Verdict.DISPUTED].word}")
        self._go_to(lambda each: bool(self._unanswered(each)), "Every finding is answered.")

    def _settle(self, entry: Entry) -> None:
        if not entry.standing.contested:
            _say("Nobody differs about this claim.")
        elif why := self._session.may_not_resolve(entry):
            _say(why)
        else:
            verdict = _SETTLES.get(self._ask("Which verdict stands, v, d or x? ") or "")
            reason = self._ask("Why? ") if verdict else ""
            if verdict and reason:
                self._session.resolve(entry, verdict, reason)
                self._saved(f"claim {entry.number} {SPOKEN.verdicts[verdict].word}, decided")
            else:
                _say("Nothing was decided.")

    def _undo(self) -> None:
        session, before = self._session, self._session.ledger
        taken = session.undo()
        if not taken:
            _say("Nothing of yours is left to take back in this article.")
            return
        if any(event.act.verb is Verb.DATED for event in taken):
            claims = claims_of(session.article, parser=self._parser)
            session.reread(session.article, claims, findings_of(session.article, claims))
        elif any(event.act.verb not in SAME_CLAIMS for event in taken):
            session.check(findings_of(session.article, session.claims))
        at = session.ledger.position.get(taken[-1].act.claim or "")
        if at is not None:
            self._number = session.ledger[at].number
        self._saved(words.undone(taken, before, SPOKEN))
        self._tell()

    def _saved(self, what: str) -> None:
        at = self._session.saved
        _say(f"saved {at.astimezone():%H:%M}: {what}" if at else what)

    # Moving

    def _move(self, step: int) -> None:
        entry = filters.moved(self._session.ledger.entries, self._number, step)
        if entry is None or entry.number == self._number:
            _say("That was the last claim." if step > 0 else "This is the first claim.")
        else:
            self._number = entry.number
            self._tell()

    def _go_to(self, wanted: Callable[[Entry], bool], otherwise: str) -> None:
        entry = filters.neighbour(self._session.ledger.entries, self._number, wanted)
        if entry is None:
            _say(otherwise)
        else:
            self._number = entry.number
            self._tell()

    # What is said of a claim

    @property
    def _entry(self) -> Entry | None:
        return filters.moved(self._session.ledger.entries, self._number, 0)

    def _unanswered(self, entry: Entry) -> tuple[Finding, ...]:
        """The findings on a claim that nobody has answered; one whose accused claim is gone cannot be."""
        position = self._session.ledger.position
        return tuple(
            each for each in self._session.unanswered if entry.claim.key in each.claims and each.claims[0] in position
        )

    def _no_finding(self) -> str:
        return "Every finding is answered." if self._session.findings else "There is no finding."

    def _tell(self) -> None:
        if entry := self._entry:
            click.echo()
            for line in spoken.claim_lines(self._session, entry, now()):
                _say(line)


def _say(text: str) -> None:
    """One line; line ends of the article are spaces in it."""
    click.echo(safe_line(text.replace("\n", " ")))
