"""Answers about the article as a whole: signing it off, and the rules of the desk."""

from factcheck.app.screens._seats import free_seat, seats
from factcheck.app.screens._words import when
from factcheck.cli._desk import now
from factcheck.cli._plain.review import Review
from factcheck.cli._table import numbered
from factcheck.rules import changes_in_words

MISSING = 8
"""How many of the things that are missing are said."""


def sign(review: Review, told: str) -> None:
    """Signs the article off in a role, or says what is missing."""
    session, talk = review.session, review.talk
    session.renew()
    roles = seats(session, now())
    for seat in roles.values():
        missing = f"{numbered(len(seat.missing), 'thing')} missing" if seat.missing else "nothing is missing"
        talk.say(f"Role {seat.role}: {seat.state}; {missing}.")
    likely = free_seat(session, roles)
    role = told or talk.ask(f"Which role, as {likely} (empty leaves)?")
    if role not in roles:
        talk.say(f"There is no role {role!r}. Nothing was signed." if role else "Nothing was signed.")
        return
    if missing_ones := roles[role].missing:
        for what in missing_ones[:MISSING]:
            talk.say(f"Missing: {what}")
        left = len(missing_ones) - MISSING
        talk.say(f"{f'And {left} more. ' if left > 0 else ''}Nothing was signed.")
        return
    session.sign(role)
    review.saved(f"signed off as {role}. Whatever changes what stands reopens it; u takes it back.")


def rules(review: Review, told: str) -> None:
    """Says the rules of the desk, and when they changed."""
    for name, what in review.session.rules.lines():
        review.talk.say(f"Rule, {name}: {what}.")
    for act in review.session.rule_changes()[:MISSING]:
        review.talk.say(f"Changed {when(act.at, now())} by {act.actor}: {changes_in_words(act)}")
