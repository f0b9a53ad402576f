"""Answers that read: the paragraph around a claim, words in the text, what was done about a claim."""

from factcheck.app.screens import _words as words
from factcheck.app.screens._matches import first_from, matches
from factcheck.app.widgets.axes import amounts, dates
from factcheck.cli._desk import now
from factcheck.cli._plain.going import LISTED
from factcheck.cli._plain.review import Review
from factcheck.cli._plain.spoken import SPOKEN
from factcheck.document import view_of
from factcheck.model import Span, Verb


def claim(review: Review, told: str) -> None:
    """Reads the claim at hand again."""
    if review.entry is None:
        review.talk.say("No claim was found in this article. t reads its text, a makes a claim of its words.")
    review.tell()


def paragraph(review: Review, told: str) -> None:
    """Reads the paragraph that the claim stands in, another by its number, or the one before or after."""
    found = _paragraphs(review.session.article.text)
    here = next((at for at, span in enumerate(found) if span.start == review.read_on), -1)
    if not told:
        offset = review.entry.claim.span.start if review.entry else 0
        at = max((at for at, span in enumerate(found) if span.start <= offset), default=0)
    elif told in ("+", "-"):
        at = here + (1 if told == "+" else -1)
    else:
        at = int(told) - 1 if told.isdecimal() and len(told) < 10 else -1
    if not 0 <= at < len(found):
        review.talk.say(f"There is no such paragraph. There are {len(found)}; t 3 reads the third, t + the next.")
        return
    review.read_on = found[at].start
    review.talk.say(f"Paragraph {at + 1} of {len(found)}: {found[at].of(review.session.article.text)}")
    held = [entry for entry in review.session.ledger if found[at].start <= entry.claim.span.start < found[at].end]
    if held:
        review.talk.say(f"In this paragraph: {words.numbered(held)}.")


def _paragraphs(text: str) -> list[Span]:
    """The lines of a text that hold anything."""
    found, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Span(start, start + len(line)))
        start += len(line) + 1
    return found


def find(review: Review, told: str) -> None:
    """Says where words stand in the text: the first place from here on, then the next."""
    talk, text = review.talk, review.session.article.text
    if told:
        review.found_at = -1
    told = told or review.sought or talk.ask("Words to find in the text (empty leaves):")
    if not told:
        talk.say("Nothing was looked for.")
        return
    review.sought = told
    found = matches(view_of(text), told)
    if not found:
        talk.say(f"“{told}” does not stand in the text.")
        return
    here = review.entry.claim.span.start if review.entry else 0
    at = first_from(found, here if review.found_at < 0 else review.found_at + 1)
    span = found[at]
    review.found_at = span.start
    before, after = words.around(review.session.article, span)
    talk.say(f"Found, {at + 1} of {len(found)}: {before}{span.of(text)}{after}")
    held = [entry for entry in review.session.ledger if entry.claim.span.overlaps(span)]
    where = f"In {words.numbered(held)}." if held else f"In no claim; a {words.short(span.of(text))} adds one."
    talk.say(f"{where}{' s finds the next place.' if len(found) > 1 else ''}")


def timeline(review: Review, told: str) -> None:
    """Says the dates of the article, earliest first, then its amounts by unit and size; some at a time."""
    ledger = review.session.ledger
    axes = [("Date", dates(ledger).points)]
    axes += [(f"Amount in {axis.of}" if axis.of else "Number", axis.points) for axis in amounts(ledger)]
    lines = [
        f"{name} {at} of {len(points)}, {words.brief(point.entry.claim)}: claim {point.entry.number},"
        f" {words.short(point.entry.claim.quote)}"
        for name, points in axes
        for at, point in enumerate(points, 1)
    ]
    start = max(int(told) - 1, 0) if told.isdecimal() and len(told) < 10 else 0
    for line in lines[start : start + LISTED]:
        review.talk.say(line)
    if (left := len(lines) - start - LISTED) > 0:
        review.talk.say(f"{left} more; T {start + LISTED + 1} says on.")
    elif start >= len(lines):
        review.talk.say(f"There are no {'more ' if lines else ''}dates or amounts.")


def history(review: Review, told: str) -> None:
    """Says what was done about the claim, and by whom."""
    entry = review.entry
    assert entry is not None
    acts = [event for event in review.session.history(entry) if event.act.verb is not Verb.UNDONE]
    for event in acts:
        taken = ", taken back" if event.undone else ""
        what = words.done(event, SPOKEN)
        review.talk.say(f"{words.when(event.act.at, now())}, {event.act.actor}: {what}{taken}")
    if not acts:
        review.talk.say(f"Nothing was done about claim {entry.number} yet.")
