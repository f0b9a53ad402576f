"""Answers that judge: verdicts on one claim or on several, notes, decisions, days to look again, and undo."""

import re
from collections.abc import Callable, Sequence
from datetime import UTC
from functools import partial

from factcheck.app.screens import _deciding as deciding
from factcheck.app.screens import _filters as filters
from factcheck.app.screens import _words as words
from factcheck.app.screens._days import day_to_come, spelled
from factcheck.app.screens._reading import SAME_CLAIMS
from factcheck.checks import findings_of
from factcheck.cli._desk import now
from factcheck.cli._plain.review import Review
from factcheck.cli._plain.spoken import SPOKEN
from factcheck.extract import claims_of
from factcheck.model import Entry, Verb, Verdict

ALL = "all"
_NUMBERS = re.compile(r"\d{1,9}(?:\s*-\s*\d{1,9})?(?:[\s,]+\d{1,9}(?:\s*-\s*\d{1,9})?)*")
_RANGE = re.compile(r"(\d+)(?:\s*-\s*(\d+))?")


def verdict(given: Verdict) -> Callable[[Review, str], None]:
    """The act that gives a verdict: on the claim at hand, or on those that are named."""
    return partial(_judge, given)


def _judge(given: Verdict, review: Review, told: str) -> None:
    session, talk = review.session, review.talk
    entries = _named(review, told)
    if not entries:
        talk.say("Which claims? v 3 5-8 judges claims 3 and 5 to 8, v all those gone through. Nothing was judged.")
        return
    changed = deciding.judge(session, entries, given)
    if changed:
        review.judged = changed[-1].claim.key
    if told:
        said = deciding.judged(changed, len(entries), given, SPOKEN)
        review.saved(said) if changed else talk.say(said)
    elif given is Verdict.OPEN:
        if not changed:
            talk.say(deciding.not_yours(entries[0]))
            return
        review.saved(f"claim {entries[0].number} reopened")
        review.tell()
    elif changed:
        review.saved(f"claim {entries[0].number} {SPOKEN.verdicts[given].word}")
    else:
        talk.say(f"You said so already: claim {entries[0].number} {SPOKEN.verdicts[given].word}.")
    if given is not Verdict.OPEN:
        review.number = entries[-1].number
        review.go_on(filters.is_open, review.none_open())


def _named(review: Review, told: str) -> Sequence[Entry]:
    """The claims that an answer names; the one at hand where it names none, nothing where it is not understood."""
    if not told:
        return [review.entry] if review.entry else []
    if told.casefold() == ALL:
        return review.rows
    if not _NUMBERS.fullmatch(told):
        return []
    wanted = [(int(low), int(high or low)) for low, high in _RANGE.findall(told)]
    last = len(review.session.ledger)
    if not all(0 < low <= high <= last for low, high in wanted):
        return []
    return [entry for entry in review.session.ledger if any(low <= entry.number <= high for low, high in wanted)]


def note(review: Review, told: str) -> None:
    """Puts a note on the claim, or takes it away."""
    entry, talk = review.entry, review.talk
    assert entry is not None
    if not told and entry.standing.note:
        talk.say(f"The note on claim {entry.number} is: {entry.standing.note}")
    told = told or talk.ask(f"Note on claim {entry.number} (- for none, empty leaves):")
    if not told:
        talk.say("The note stays as it is.")
        return
    review.session.comment(entry, "" if told == "-" else told)
    review.saved(f"claim {entry.number} without a note" if told == "-" else f"note on claim {entry.number}")


def of_judged(act: Callable[[Review, str], None]) -> Callable[[Review, str], None]:
    """The same act on the claim that was judged last, without leaving the one at hand."""

    def acted(review: Review, told: str) -> None:
        at, here = review.session.ledger.position.get(review.judged), review.number
        if at is None:
            review.talk.say("You have judged no claim of this article.")
            return
        review.number = review.session.ledger[at].number
        try:
            act(review, told)
        finally:
            review.number = here

    return acted


def back(review: Review, told: str) -> None:
    """Goes back to the claim that was judged last."""
    at = review.session.ledger.position.get(review.judged)
    if at is None:
        review.talk.say("You have judged no claim of this article.")
    else:
        review.go(review.session.ledger[at])


_SETTLES = {"v": Verdict.VERIFIED, "d": Verdict.DISPUTED, "x": Verdict.DISMISSED}


def resolve(review: Review, told: str) -> None:
    """Decides where reviewers differ, with a reason."""
    session, talk = review.session, review.talk
    session.renew()
    entry = review.entry
    if entry is None or not entry.standing.contested:
        talk.say("Nobody differs about this claim.")
        return
    if why := session.may_not_resolve(entry):
        talk.say(why)
        return
    for given in entry.standing.given:
        said = f", note: {given.note}" if given.note else ""
        talk.say(f"{given.reviewer} said {SPOKEN.verdicts[given.verdict].word}{said}.")
    chosen = _SETTLES.get(talk.ask("Which verdict stands, v, d or x (empty leaves it)?"))
    reason = talk.ask("Why?") if chosen else ""
    if chosen is None or not reason:
        talk.say("Nothing was decided.")
        return
    session.resolve(entry, chosen, reason)
    review.saved(f"claim {entry.number} {SPOKEN.verdicts[chosen].word}, decided: {reason}")


def recheck(review: Review, told: str) -> None:
    """Sets the day on which the claim is to be looked at again, or takes it off."""
    entry, talk = review.entry, review.talk
    assert entry is not None
    if not told and entry.standing.recheck:
        talk.say(f"Claim {entry.number} is to be checked again on {spelled(entry.standing.recheck)}.")
    told = told or talk.ask("Day, as 2031-05-14 (- for none, empty leaves):")
    try:
        day = day_to_come("" if told == "-" else told, now().astimezone(UTC).date())
    except ValueError:
        talk.say(f"{told!r} is no day to come. Write it as 2031-05-14. Nothing was changed.")
        return
    if not told or day == entry.standing.recheck:
        talk.say("It stays as it was.")
        return
    review.session.recheck(entry, day)
    review.saved(f"claim {entry.number} {f'to be checked again on {spelled(day)}' if day else 'has no such day'}")


def undo(review: Review, told: str) -> None:
    """Takes back what was done last, several acts where they were done together."""
    session, before = review.session, review.session.ledger
    taken = session.undo()
    if not taken:
        review.talk.say("Nothing of yours is left to take back in this article.")
        return
    verbs = {event.act.verb for event in taken}
    if Verb.DATED in verbs:
        claims = claims_of(session.article, parser=review.parser)
        session.reread(session.article, claims, findings_of(session.article, claims))
    if not verbs <= SAME_CLAIMS - {Verb.ORIGINAL}:
        review.take_claims()
    at = session.ledger.position.get(taken[-1].act.claim or "")
    if at is not None:
        review.number = session.ledger[at].number
    review.saved(words.undone(taken, before, SPOKEN))
    review.tell()
