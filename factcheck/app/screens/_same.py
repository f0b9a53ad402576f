"""Where else a value is said: in the article that is open, and in others of the desk."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from factcheck.app.screens import _words as words
from factcheck.app.screens._session import Session
from factcheck.model import Entry, Verdict


class Place(NamedTuple):
    """A claim to go to: its article's key ("" for the one that is open), its own key, where it stands, its words."""

    article: str
    claim: str
    where: str
    quote: str
    verdict: Verdict


def places(session: Session, entry: Entry, alike: Mapping[str, Sequence[str]]) -> tuple[Place, ...]:
    """The other claims that say the same value: of this article in reading order, then of others.

    `alike` has the claims of this article that say the same, as `words.alike` gives them.
    """
    claim = entry.claim
    if claim.kind in words.nesting():
        return ()
    ledger = session.ledger
    here = (ledger[ledger.position[key]] for key in alike.get(claim.key, ()))
    return (
        *(
            Place("", other.claim.key, f"claim {other.number}", other.claim.quote, other.standing.verdict)
            for other in here
            if other.claim.key != claim.key
        ),
        *(
            Place(other.article, other.claim, other.title or "(no title)", other.quote, other.verdict)
            for other in session.elsewhere(claim)
        ),
    )
