"""Answers that say what is claimed: adding a claim, correcting one, and the date that dates are read by."""

from collections.abc import Sequence

from factcheck.app.screens import _deciding as deciding
from factcheck.app.screens._days import in_full, is_after
from factcheck.app.screens._deciding import Change
from factcheck.app.screens._matches import matches
from factcheck.app.screens._readings import document_around, typed_value
from factcheck.app.screens._session import dated
from factcheck.app.screens._words import around
from factcheck.checks import findings_of
from factcheck.cli._desk import now
from factcheck.cli._plain.review import Review
from factcheck.cli._plain.spoken import kind_word
from factcheck.document import view_of
from factcheck.extract import claims_of
from factcheck.extract.uncovered import uncovered
from factcheck.kinds import Kind, kinds
from factcheck.model import Claim, Origin, Span, Value
from factcheck.read import read_published

PLACES = 9
"""The most places of the same words that are read out to choose from."""
_QUOTES = {"“": "”", '"': '"', "«": "»", "‘": "’", "'": "'", "„": "“"}


def add(review: Review, told: str) -> None:
    """Adds a claim that was not found: its words, then how they are read."""
    told = told or review.talk.ask("Words of the article to make a claim of (empty leaves):")
    if told and (span := _place_of(review, unquoted(told))) is not None:
        add_at(review, span)
    elif not told:
        review.talk.say("Nothing was added.")


def add_at(review: Review, span: Span, likely: str = "") -> None:
    """Adds a claim of these words, once it was read back and a person said which reading is meant."""
    if (claim := _reading_of(review, span, likely)) is None:
        review.talk.say("Nothing was added.")
    elif claim.key in review.session.ledger.position:
        review.talk.say(deciding.CORRECTED[Change.KNOWN])
        review.go(review.session.ledger[review.session.ledger.position[claim.key]])
    else:
        review.session.add(claim)
        _show(review, claim, "added")


def correct(review: Review, told: str) -> None:
    """Corrects the claim: a value that is typed, or other words of the article in quotation marks."""
    entry, talk = review.entry, review.talk
    assert entry is not None
    told = told or talk.ask("Its value, or its words in quotation marks (empty leaves it):")
    if not told:
        talk.say("The value stays as it is.")
        return
    claim = entry.claim
    if (words := unquoted(told)) != told:
        span = _place_of(review, words, near=claim.span.start)
        right = _reading_of(review, span, claim.kind) if span else None
    else:
        kind = kinds().get(claim.kind)
        value = typed_value(kind, told, review.session.article) if kind else None
        right = _claim(review, claim.kind, claim.span, value) if value is not None else None
        if right is None:
            how = "" if kind and kind.typed else " A claim of this kind is corrected by its words, in quotation marks."
            talk.say(f"{told!r} is not read as {kind_word(claim)}.{how}")
    if right is None:
        talk.say("Nothing was changed.")
        return
    change = deciding.correct(review.session, entry, right)
    if change is Change.VALUE:
        _show(review, right, "says")
    elif change is Change.CLAIM:
        talk.say(f"Claim {entry.number} is kept as not a claim.")
        _show(review, right, "in its place says")
    else:
        talk.say(deciding.CORRECTED[change])


def publish(review: Review, told: str) -> None:
    """Corrects the publication date, and reads the claims with it."""
    session, talk = review.session, review.talk
    article = session.article
    if not told:
        known = f"So far: {article.published}." if article.published else "So far nobody knows."
        talk.say(f"{known} Dates such as “Friday” are counted from it.")
        told = talk.ask("Published when, as 6 December 2021 (empty leaves)?")
    published = read_published(told) if told else None
    if published is None or published == article.published:
        talk.say("The publication date stays as it is.")
        return
    anew = dated(article, published)
    claims = claims_of(anew, parser=review.parser)
    session.publish(anew, claims, findings_of(anew, claims))
    review.take_claims()
    review.saved(f"published {in_full(published)}; the claims were read anew")
    if is_after(published, now().astimezone().date()):
        talk.say("That date is in the future. u takes it back.")
    review.tell()


def gaps(review: Review, told: str) -> None:
    """Reads out, one by one, what looks like a claim and is covered by none."""
    session, talk = review.session, review.talk
    here = review.entry.claim.span.start if review.entry else 0
    found = uncovered(session.article, session.claims)
    while True:
        gap = next((gap for gap in found if gap.span.start >= here), found[0] if found else None)
        if gap is None:
            talk.say("No number, date word, quotation or reporting verb was seen outside the claims.")
            return
        kind = kinds().get(gap.kind)
        talk.say(
            f"Not covered, {found.index(gap) + 1} of {len(found)}, {kind.title.lower() if kind else gap.kind}?"
            f" “{gap.quote}” in: {_sentence(review, gap.span)}"
        )
        answer = talk.ask("a adds it, n next, empty leaves:")
        if answer == "a":
            add_at(review, gap.span, gap.kind)
            found = uncovered(session.article, session.claims)
        elif answer not in ("", "q", "n"):
            talk.say(f"{answer!r} is no answer here.")
            continue
        if answer in ("", "q"):
            review.tell()
            return
        here = gap.span.end
        if not any(gap.span.start >= here for gap in found):
            talk.say("That was the last.")
            review.tell()
            return


# How words become a claim


def unquoted(told: str) -> str:
    """What stands between quotation marks, where all of it does."""
    closing = _QUOTES.get(told[:1], "")
    return told[1:-1].strip() if closing and len(told) > 2 and told.endswith(closing) else told


def _place_of(review: Review, words: str, near: int = 0) -> Span | None:
    """Where words stand in the article; where they stand several times, a person says which is meant."""
    text, talk = review.session.article.text, review.talk
    found: Sequence[Span] = matches(view_of(text), words)
    if not found:
        talk.say(f"“{words}” does not stand in the article.")
        return None
    if len(found) == 1:
        return found[0]
    talk.say(f"“{words}” stands in the article {len(found)} times.")
    found = sorted(sorted(found, key=lambda span: abs(span.start - near))[:PLACES]) if near else found[:PLACES]
    for number, span in enumerate(found, 1):
        talk.say(f"{number}: {_sentence(review, span)}")
    answer = talk.ask("Which of them, by its number (empty leaves)?")
    return found[int(answer) - 1] if answer in map(str, range(1, len(found) + 1)) else None


def _sentence(review: Review, span: Span) -> str:
    before, after = around(review.session.article, span)
    return f"{before}{span.of(review.session.article.text)}{after}"


def _reading_of(review: Review, span: Span, likely: str) -> Claim | None:
    """The claim that words are, as a person chose of what the kinds read in them, or typed; None for none."""
    talk, document = review.talk, document_around(review.session.article, span)
    readings = {kind: value for kind in kinds().values() if (value := kind.read(document, span)) is not None}
    talk.say(f"Words: “{span.of(review.session.article.text)}”")
    while True:
        order = sorted(readings, key=lambda kind: kind.name != likely)
        for number, kind in enumerate(order, 1):
            talk.say(f"{number}: read as {kind.title.lower()}: {readings[kind]}")
        if not order:
            talk.say("No kind of claim reads them.")
        which = "Number to keep, = VALUE" if order else "= VALUE"
        answer = talk.ask(f"{which} to type it, empty leaves:")
        if answer in map(str, range(1, len(order) + 1)):
            kind = order[int(answer) - 1]
            return _claim(review, kind.name, span, readings[kind])
        if answer in ("", "q"):
            return None
        if answer.startswith("="):
            typed = _typed(review, answer[1:].strip())
            readings = typed or readings
            if not typed:
                talk.say(f"“{answer[1:].strip()}” is not read as a value of any kind.")
        else:
            talk.say(f"{answer!r} is no answer here.")


def _typed(review: Review, typed: str) -> dict[Kind, Value]:
    """What each kind reads in a value that was typed."""
    article = review.session.article
    read = {kind: typed_value(kind, typed, article) for kind in kinds().values()} if typed else {}
    return {kind: value for kind, value in read.items() if value is not None}


def _claim(review: Review, kind: str, span: Span, value: Value) -> Claim:
    article = review.session.article
    return Claim(article.draft, kind, span, span.of(article.text), value, Origin.ADDED)


def _show(review: Review, claim: Claim, what: str) -> None:
    """Say what a claim came to, and go there."""
    review.take_claims()
    entry = review.session.ledger[review.session.ledger.position[claim.key]]
    review.saved(f"claim {entry.number} {what}: {entry.claim.value}")
    review.go(entry)
