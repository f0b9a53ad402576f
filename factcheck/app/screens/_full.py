"""All that is shown of one claim under review, read and put into words."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from factcheck.app.look import Glyphs
from factcheck.app.screens import _words as words
from factcheck.app.screens._same import places
from factcheck.app.screens._session import Session
from factcheck.app.widgets.details import ClaimDetails
from factcheck.model import Entry


def full(
    session: Session, entry: Entry, alike: Mapping[str, Sequence[str]], *, now: datetime, glyphs: Glyphs
) -> ClaimDetails:
    """What is shown of a claim; `alike` has the claims of its article that say the same, by `words.alike`."""
    key = entry.claim.key
    details = words.details(
        session.article,
        entry,
        session.claims,
        session.findings or (),
        session.history(entry),
        answers=session.answers,
        held=session.evidence(key),
        beside=session.beside.get(key, ()),
        now=now,
        glyphs=glyphs,
    )
    told = words.same(places(session, entry, alike))
    return replace(details, extras=(*details.extras, ("also in", told))) if told else details
