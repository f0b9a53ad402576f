"""What a verdict and a correction come to, on the screen and in plain lines: which claims they change, and how."""

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum, auto

from factcheck.app.look import Glyphs
from factcheck.app.screens import _filters as filters
from factcheck.app.screens import _words as words
from factcheck.app.screens._session import Session
from factcheck.model import Claim, Entry, Verdict


def judge(session: Session, entries: Sequence[Entry], verdict: Verdict) -> tuple[Entry, ...]:
    """Give several claims one verdict, at once: those it changes.

    A verdict that this reviewer gave already is not given again; only their own can be taken back.
    """
    if verdict is Verdict.OPEN:
        meant = tuple(entry for entry in entries if session.is_own(entry))
    else:
        meant = tuple(entry for entry in entries if not session.is_repeated(entry, verdict))
    if meant:
        session.judge_all(meant, verdict)
    return meant


def not_yours(entry: Entry) -> str:
    """Why a verdict on a claim is not taken back."""
    whose = "Nobody has judged it." if filters.is_open(entry) else f"That is the verdict of {entry.standing.by}."
    return f"{whose} You can take back your own verdicts only."


def judged(meant: Sequence[Entry], asked: int, verdict: Verdict, glyphs: Glyphs) -> str:
    """What one verdict on several claims came to, in words; `asked` is how many were to have it."""
    if not meant:
        own = "has a verdict of yours to take back" if verdict is Verdict.OPEN else "needs that said again"
        return f"None of the {asked} {own}. They stay as they were."
    look = glyphs.verdicts[verdict]
    left = f" {asked - len(meant)} left as they were." if len(meant) < asked else ""
    told = f"{look.glyph} {look.word}".strip()
    return f"{told}: {words.numbered(meant)}. u takes them back together.{left}"


class Change(Enum):
    """What a correction is."""

    NOTHING = auto()
    VALUE = auto()
    CLAIM = auto()
    KNOWN = auto()


def correct(session: Session, entry: Entry, claim: Claim) -> Change:
    """Put `claim` in the place of one: another value of it, or a claim of other words or another kind.

    Nothing is done where it is what it was, or where such a claim is there already.
    """
    if claim.key == entry.claim.key:
        if str(claim.value) == str(entry.claim.value):
            return Change.NOTHING
        session.correct_value(replace(entry.claim, value=claim.value))
        return Change.VALUE
    if claim.key in session.ledger.position:
        return Change.KNOWN
    session.correct(entry, claim)
    return Change.CLAIM


CORRECTED = {
    Change.NOTHING: "The value, the words and the kind are what they were.",
    Change.VALUE: "Corrected to {value}. u takes it back.",
    Change.CLAIM: "Corrected: the former claim is kept as not a claim. u takes both back.",
    Change.KNOWN: "These words are a claim of this kind already.",
}
"""What is said of each; `value` is the new one."""
