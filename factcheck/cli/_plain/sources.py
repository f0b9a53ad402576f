"""Answers about evidence: what a claim was held against."""

from dataclasses import replace
from pathlib import Path

from factcheck.app.opening import copied
from factcheck.app.screens._sources import file_at, is_address
from factcheck.cli._desk import now
from factcheck.cli._plain import spoken
from factcheck.cli._plain.review import Review
from factcheck.model import Evidence, Medium

_MEDIA = {"d": Medium.DOCUMENT, "p": Medium.PERSON, "s": Medium.DATASET, "u": Medium.URL}


def hold(review: Review, told: str) -> None:
    """Takes down a source: on one line, or asked part by part."""
    entry, talk = review.entry, review.talk
    assert entry is not None
    asked = not told
    told = told or talk.ask("Source, + before a primary one (empty leaves):")
    source, primary = told.removeprefix("+").strip(), told.startswith("+")
    if not source:
        talk.say("No evidence was attached.")
        return
    medium = Medium.URL if is_address(source) else Medium.DOCUMENT
    held, path = Evidence(source, medium, primary, accessed=now().astimezone().date()), None
    if asked:
        held, path = _asked(review, held)
    review.session.attach(entry.claim.key, held, path)
    review.saved(f"evidence for claim {entry.number}: {spoken.evidence(review.session.evidence(entry.claim.key)[-1])}")


def _asked(review: Review, held: Evidence) -> tuple[Evidence, Path | None]:
    """A source with the rest of what can be said of it; each part may be left empty."""
    talk = review.talk
    if held.medium is not Medium.URL:
        told = talk.ask("d for a document, p a person, s a data set (empty: a document)?")
        held = replace(held, medium=_MEDIA.get(told.casefold()[:1], Medium.DOCUMENT))
    held = replace(
        held,
        locator=talk.ask("Page or time code, or empty:"),
        quotation=talk.ask("Its words, or empty:"),
        note=talk.ask("What it shows, or empty:"),
    )
    while True:
        try:
            return held, file_at(talk.ask("Path of a file to keep with it, or empty:"), review.session.file_limit)
        except ValueError as error:
            talk.say(str(error))


def again(review: Review, told: str) -> None:
    """Attaches the evidence that this reviewer gave last to this claim too."""
    entry, session = review.entry, review.session
    assert entry is not None
    last = next((each for each in session.recent_evidence() if each.by == session.reviewer), None)
    if last is None:
        review.talk.say("You have given no evidence yet. e asks for it.")
    elif any(each.data() == last.data() for each in session.evidence(entry.claim.key)):
        review.talk.say(f"That evidence is attached to claim {entry.number} already.")
    else:
        session.attach(entry.claim.key, last)
        review.saved(f"evidence for claim {entry.number}: {spoken.evidence(last)}")


def sources(review: Review, told: str) -> None:
    """Says the claim's sources; of an attached file a copy is made, and where it is."""
    entry, session = review.entry, review.session
    assert entry is not None
    held = session.evidence(entry.claim.key)
    for each in held:
        review.talk.say(f"Evidence: {spoken.evidence(each)}")
        if each.file:
            path = copied(session.file(each), each.sha256, each.file)
            review.talk.say(f"A copy of {each.file}, until you leave: {path}")
    if not held:
        review.talk.say(f"Claim {entry.number} was held against nothing yet. e asks for a source.")
