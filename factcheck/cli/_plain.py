"""The review as a dialogue of plain lines: for screen readers, pipes and poor connections."""

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from io import TextIOWrapper
from typing import TYPE_CHECKING, TextIO

import click

from factcheck.app.look import ASCII
from factcheck.app.screens import _beside
from factcheck.app.screens import _filters as filters
from factcheck.app.screens import _words as words
from factcheck.app.screens._beside import compared
from factcheck.app.screens._session import SAME_CLAIMS, Session
from factcheck.app.screens._sitting import Sitting
from factcheck.checks import findings_of
from factcheck.cli._desk import desk, now, parser_of
from factcheck.document import Document
from factcheck.errors import FactcheckError
from factcheck.extract import claims_of
from factcheck.kinds import kinds
from factcheck.model import Entry, Evidence, Finding, Medium, Severity, Span, Verb, Verdict
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
c WORDS  a note on the claim; c alone asks for the words, c - removes the note
e SOURCE what it was held against: an address, a document, a person or a data set; e + SOURCE a primary one
= VALUE  the value that is right, as 201.7 billion yen
n        next open claim
j k      next, previous claim
g        next claim with a finding
u        undo: take your last act back, and the one before it
12       claim number 12
?        these lines
q        quit; everything is saved already
An empty line reads the claim again."""
PROMPT = "Answer (? for help): "
SPOKEN = replace(ASCII, verdicts={verdict: replace(look, glyph="") for verdict, look in ASCII.verdicts.items()})
"""Verdicts by their words alone."""
_SETTLES = {"v": Verdict.VERIFIED, "d": Verdict.DISPUTED, "x": Verdict.DISMISSED}
_SEVERITIES = {Severity.ERROR: "wrong", Severity.WARNING: "doubtful", Severity.NOTE: "note"}


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
            "g": lambda _: self._go_to(lambda entry: bool(self._findings(entry)), "There is no finding."),
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
        _say(f"{len(session.ledger)} claims: {counts}. ? says what to answer.")
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
        elif letter == "e" and rest.strip():
            self._hold(entry, rest.strip())
        elif letter == "=" and rest.strip():
            self._correct(entry, rest.strip())
        elif answer.isdecimal():
            self._go_to(lambda each: str(each.number) == answer, f"There is no claim {answer}.")
        elif command := self._commands.get(answer):
            command(entry)
        else:
            _say(f"{answer!r} is no answer. ? says what to answer.")

    # Acts: each is said when it is kept

    def _judge(self, entry: Entry, verdict: Verdict) -> None:
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
        source, primary = told.removeprefix("+").strip(), told.startswith("+")
        medium = Medium.URL if source.startswith(("http://", "https://")) else Medium.DOCUMENT
        evidence = Evidence(source, medium, primary, accessed=now().astimezone().date())
        self._session.attach(entry.claim.key, evidence)
        self._saved(f"{'primary ' if primary else ''}evidence for claim {entry.number}")

    def _correct(self, entry: Entry, typed: str) -> None:
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

    def _findings(self, entry: Entry) -> tuple[Finding, ...]:
        return tuple(each for each in self._session.findings or () if entry.claim.key in each.claims)

    def _tell(self) -> None:
        if entry := self._entry:
            click.echo()
            for line in self._lines(entry):
                _say(line)

    def _lines(self, entry: Entry) -> Iterator[str]:
        claim, article = entry.claim, self._session.article
        kind = kinds().get(claim.kind)
        yield f"Claim {entry.number} of {len(self._session.ledger)}, {kind.title.lower() if kind else claim.kind}:"
        yield claim.quote
        for label, value in words.rows(article, claim, self._session.claims):
            yield f"{label[:1].upper()}{label[1:]}: {value}"
        for label, line, _ in _beside.rows(self._session.beside.get(claim.key, ())):
            yield f"Original: {line}" if label else f"  {line}"
        before, after = words.around(article, claim.span)
        yield f"Sentence: {before}{claim.quote}{after}"
        for finding in self._findings(entry):
            accused = self._session.ledger.position[finding.claims[0]]
            yield from _finding_lines(finding, self._session.ledger[accused].number)
            if answer := words.answered(self._session.answers.get(finding.key), now()):
                yield f"  answered: {answer}"
        for held in self._session.evidence(claim.key):
            yield f"Evidence: {words.evidence(held)}"
        yield f"Standing: {self._standing(entry)}"

    def _standing(self, entry: Entry) -> str:
        standing = entry.standing
        parts = [SPOKEN.look_of(standing).word]
        if standing.contested:
            parts[0] = f"reviewers differ; the last said {SPOKEN.verdicts[standing.verdict].word}"
        if standing.by:
            parts.append(f"by {standing.by}, {words.when(standing.at, now())}")
        if standing.resolution:
            parts.append(f"decided: {standing.resolution}")
        if standing.second_due:
            parts.append("a second person's verdict is asked for")
        if standing.expired:
            parts.append("to be checked again")
        if lacks := self._session.rules.lacks(standing.verdict, standing.sources):
            parts.append(lacks)
        if standing.changed:
            on = " ".join(part for part in (f"“{standing.words}”" if standing.words else "", standing.read_as) if part)
            was = f"{SPOKEN.verdicts[standing.was].word} " if standing.was is not Verdict.OPEN else ""
            parts.append(f"{was}on another reading{f': {on}' if on else ''}")
        if standing.found_as:
            parts.append(f"value corrected; the finder read {standing.found_as}")
        if standing.note:
            parts.append(f"note: {standing.note}")
        return "; ".join(parts)


def _finding_lines(finding: Finding, accused: int) -> Iterator[str]:
    yield f"Finding on claim {accused}, {_SEVERITIES[finding.severity]}: {finding.message}"
    yield from (f"  {line}" for line in finding.arithmetic)
    if finding.tolerance:
        yield f"  tolerance: {finding.tolerance}"
    if finding.suggestion:
        yield f"  perhaps: {finding.suggestion}"


def _say(text: str) -> None:
    """One line; line ends of the article are spaces in it."""
    click.echo(safe_line(text.replace("\n", " ")))
