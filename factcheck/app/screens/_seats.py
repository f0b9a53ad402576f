"""The roles in which an article is signed: who did, and what keeps somebody from it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from factcheck.app.screens import _words as words
from factcheck.app.screens._signing import Signing
from factcheck.missing import reopened
from factcheck.rules import CHECKER, SECOND

EDITOR = "editor"
ROLES = (CHECKER, SECOND, EDITOR)
"""Who may sign where the rules do not say."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A role in which an article is signed: what is true of it, in words, and what is missing before it can be."""

    role: str
    state: str
    missing: Sequence[str] = ()

    @property
    def can_sign(self) -> bool:
        return not self.missing


def seats(session: Signing, now: datetime) -> Mapping[str, Seat]:
    """The roles of the desk by name, as they are for this reviewer."""
    return {role: _seat(session, role, now) for role in session.rules.signoff or ROLES}


def free_seat(session: Signing, roles: Mapping[str, Seat]) -> str:
    """The role that this reviewer is most likely to sign in."""
    free = [role for role in roles if not session.barred(role)]
    return next((role for role in free if roles[role].can_sign), next(iter(free or roles)))


def _seat(session: Signing, role: str, now: datetime) -> Seat:
    signed = next((each for each in session.signed if each.role == role), None)
    state = "not signed"
    if signed is not None and signed.holds:
        state = f"signed by {signed.by} {words.when(signed.at, now)}"
    elif signed is not None:
        state = f"reopened {reopened(signed).partition(' was reopened ')[2]}"
    barred = session.barred(role)
    told = [barred] if barred else [str(each) for each in session.missing(role)]
    return Seat(role, state, tuple(told))
