"""Answers to what the checks found: going there, confirming, explaining."""

from collections.abc import Callable
from enum import Enum, auto
from functools import partial

from factcheck.app.screens import _words as words
from factcheck.cli._desk import now
from factcheck.cli._plain.review import Review
from factcheck.cli._plain.spoken import SPOKEN, finding_lines
from factcheck.model import Finding, Verdict


def following(step: int) -> Callable[[Review, str], None]:
    """The act that goes to the next (1) or previous (-1) claim with a finding that nobody has answered."""
    return partial(_go, step)


def _go(step: int, review: Review, told: str) -> None:
    left = "No finding among the claims gone through waits for an answer."
    otherwise = left if review.session.unanswered else _all_answered(review)
    review.go_on(lambda entry: bool(review.unanswered(entry)), otherwise, step)


def _all_answered(review: Review) -> str:
    return "Every finding is answered." if review.session.findings else "The checks found nothing in this article."


def confirm(review: Review, told: str) -> None:
    """Confirms the first finding on the claim that nobody has answered."""
    entry = review.entry
    assert entry is not None
    if not (findings := review.unanswered(entry)):
        review.talk.say(f"No finding on claim {entry.number} waits for an answer.")
        return
    _confirm(review, findings[0])
    review.go_on(lambda entry: bool(review.unanswered(entry)), _all_answered(review))


def answer(review: Review, told: str) -> None:
    """Reads out the findings one by one, from the claim at hand on, and takes an answer to each."""
    session, talk = review.session, review.talk
    at = _here(review)
    while findings := session.findings:
        at %= len(findings)
        place = session.ledger.position.get(findings[at].claims[0])
        review.number = session.ledger[place].number if place is not None else review.number
        for line in finding_lines(session, findings[at], now(), f" {at + 1} of {len(findings)}"):
            talk.say(line)
        said = _answer(review, findings[at], may_confirm=place is not None)
        if said is _Said.LEAVE or (said is _Said.ANSWERED and not session.unanswered):
            break
        at = at + 1 if said is _Said.NEXT else _following(review, at)
    if not session.unanswered:
        talk.say(_all_answered(review))
    review.tell()


class _Said(Enum):
    """What an answer to a finding came to."""

    LEAVE = auto()
    NEXT = auto()
    ANSWERED = auto()


def _answer(review: Review, finding: Finding, *, may_confirm: bool) -> _Said:
    """Ask about a finding until it is answered or left."""
    talk = review.talk
    while True:
        letter, _, why = talk.ask("y confirms, e WHY explains, n next, empty leaves:").partition(" ")
        if letter in ("", "q"):
            return _Said.LEAVE
        if letter == "n" and not why:
            return _Said.NEXT
        if letter == "y" and not why and may_confirm:
            _confirm(review, finding)
            return _Said.ANSWERED
        if letter == "e" and (why := why.strip() or talk.ask("Why is nothing wrong (empty leaves)?")):
            review.session.explain(finding, why)
            review.saved(f"finding explained: {why}")
            return _Said.ANSWERED
        talk.say("Nothing was answered.")


def _here(review: Review) -> int:
    """The place of the finding to begin with: on the claim at hand, unanswered ones first, else the next after it."""
    findings, session = review.session.findings or (), review.session
    key = review.entry.claim.key if review.entry else ""

    def distance(at: int) -> tuple[bool, bool, bool, int]:
        number = session.ledger.position.get(findings[at].claims[0], 0) + 1
        answered = findings[at].key in session.answers
        return answered, key not in findings[at].claims, number < review.number, at

    return min(range(len(findings)), key=distance, default=0)


def _following(review: Review, at: int) -> int:
    """The place of the next finding that nobody has answered."""
    findings = review.session.findings or ()
    unanswered = {finding.key for finding in review.session.unanswered}
    places = (*range(at + 1, len(findings)), *range(at + 1))
    return next((place for place in places if findings[place].key in unanswered), at)


def _confirm(review: Review, finding: Finding) -> None:
    session = review.session
    accused = session.ledger[session.ledger.position[finding.claims[0]]]
    session.confirm(finding, accused, words.noted(accused.standing.note, finding))
    review.judged = accused.claim.key
    review.saved(f"finding confirmed, claim {accused.number} {SPOKEN.verdicts[Verdict.DISPUTED].word}")
