"""Answers that move: to other claims, through fewer of them, in another order."""

from collections.abc import Callable, Sequence
from functools import partial

from factcheck.app.screens import _filters as filters
from factcheck.app.screens import _words as words
from factcheck.cli._plain import spoken
from factcheck.cli._plain.review import Review, Target
from factcheck.cli._plain.spoken import SPOKEN
from factcheck.cli._table import numbered
from factcheck.kinds import kinds
from factcheck.model import Entry

LISTED = 10
"""How many claims are listed at a time."""


def move(step: int) -> Callable[[Review, str], None]:
    """The act that goes to a neighbour."""
    return partial(_move, step)


def _move(step: int, review: Review, told: str) -> None:
    entry = filters.moved(review.rows, review.number, step)
    if entry is None or entry.number == review.number:
        last, first = "That was the last claim.", "This is the first claim."
        review.talk.say((last if step > 0 else first) if entry else "No claim is gone through. F goes through more.")
    else:
        review.go(entry)


def open_claim(step: int) -> Callable[[Review, str], None]:
    """The act that goes to the next or previous open claim."""
    return partial(_open_claim, step)


def _open_claim(step: int, review: Review, told: str) -> None:
    review.go_on(filters.is_open, review.none_open(), step)


def to_number(review: Review, told: str) -> None:
    """Goes to a claim by its number, also where it is not gone through."""
    entry = next((entry for entry in review.session.ledger if str(entry.number) == told), None)
    if entry is None:
        review.talk.say(f"There is no claim {told[:12]}. The last is {len(review.session.ledger)}.")
    else:
        review.go(entry)


def same(review: Review, told: str) -> None:
    """Says where else the value is said, and goes there."""
    entry, talk = review.entry, review.talk
    assert entry is not None
    places = review.same(entry)
    if not places:
        talk.say("No other claim on this desk says this value.")
        return
    for number, place in enumerate(places, 1):
        talk.say(f"{number}: {place.where}, {SPOKEN.verdicts[place.verdict].word}: {place.quote}")
    answer = told or talk.ask("Which of them to go to, by its number (empty stays)?")
    if answer not in map(str, range(1, len(places) + 1)):
        talk.say(f"Still at claim {entry.number}.")
        return
    place = places[int(answer) - 1]
    if place.article:
        review.left_for = Target(place.article, place.claim)
    else:
        review.go(review.session.ledger[review.session.ledger.position[place.claim]])


# Fewer of them, in another order


def by_words(review: Review, told: str) -> None:
    """Goes through the claims that have these words."""
    told = told or review.talk.ask("Words of a claim, its value or its note (empty leaves):")
    if told:
        _narrow(review, review.filter.with_words(told))
    else:
        review.talk.say(f"{_gone_through(review)}.")


def by_choice(review: Review, told: str) -> None:
    """Goes through the claims of a verdict, kind, finding, evidence or reviewer."""
    talk = review.talk
    ledger, known = review.session.ledger, review.known
    among = tuple(dict.fromkeys((*filters.choices(ledger, known, kinds()), *review.filter.chips)))
    counts = filters.counted(ledger, review.filter, known, among)
    if not told:
        for number, chip in enumerate(among, 1):
            chosen = ", chosen" if chip in review.filter.chips else ""
            talk.say(f"{number}: {words.chip(chip, SPOKEN)}, {numbered(counts[chip], 'claim')}{chosen}")
        told = talk.ask("Which to go through, by number or name (empty leaves)?")
    if not told:
        talk.say(f"{_gone_through(review)}.")
        return
    chips = _chips(told, among)
    if len(chips) != 1:
        possible = ", ".join(words.chip(chip, SPOKEN) for chip in chips or among)
        talk.say(f"{told!r} is {'more than one of' if chips else 'none of'} these: {possible}. Nothing was changed.")
        return
    _narrow(review, review.filter.toggled(chips[0]))


def _chips(told: str, among: Sequence[filters.Chip]) -> list[filters.Chip]:
    """The choices that an answer names: by number, by name, else by words of their names."""
    if told in map(str, range(1, len(among) + 1)):
        return [among[int(told) - 1]]
    wanted = told.casefold()
    names = {chip: words.chip(chip, SPOKEN).casefold() for chip in among}
    exact = [chip for chip, name in names.items() if name == wanted]
    return exact or [chip for chip, name in names.items() if all(word in name for word in wanted.split())]


def more(review: Review, told: str) -> None:
    """Takes the last choice away: the words first, then one choice after another."""
    chosen = review.filter
    if chosen.words:
        _narrow(review, chosen.with_words(""))
    elif chosen.chips:
        _narrow(review, chosen.toggled(chosen.chips[-1]))
    else:
        review.talk.say("All claims are gone through.")


def _narrow(review: Review, chosen: filters.Filter) -> None:
    """Go through the claims that pass; to the next of them where the one at hand does not."""
    review.filter = chosen
    rows = review.rows
    review.talk.say(f"{_gone_through(review)}.")
    if rows and all(row.number != review.number for row in rows):
        review.go(filters.moved(rows, review.number, 1) or rows[0])


def _gone_through(review: Review) -> str:
    """Which claims are gone through, in words."""
    rows, total = review.rows, len(review.session.ledger)
    told = [words.chip(chip, SPOKEN) for chip in review.filter.chips]
    told += [f"with “{' '.join(review.filter.words)}”"] if review.filter.words else []
    if not told:
        return f"All {numbered(total, 'claim')} are gone through"
    which = f": {words.numbered(rows)}" if 0 < len(rows) <= words.GLANCE else ""
    return f"{len(rows)} of {numbered(total, 'claim')} gone through, {', '.join(told)}{which}"


def sort(review: Review, told: str) -> None:
    """Goes through them in another order: the next one, or the one that is named."""
    orders = [order for order in filters.Order if told and order.value.startswith(told.casefold())]
    if told and len(orders) != 1:
        names = ", ".join(order.value for order in filters.Order)
        review.talk.say(f"{told!r} is no order. Orders: {names}.")
        return
    review.order = orders[0] if orders else review.order.following
    review.talk.say(f"Sorted by {review.order.value}.")


def listed(review: Review, told: str) -> None:
    """Lists the claims gone through, some at a time, from the one at hand or from a number on."""
    rows = review.rows
    start = filters.place(rows, int(told) if told.isdecimal() and len(told) < 10 else review.number)
    shown = rows[start : start + LISTED]
    for entry in shown:
        review.talk.say(_line(review, entry))
    left = len(rows) - start - len(shown)
    if left:
        review.talk.say(f"{left} more; l {rows[start + len(shown)].number} lists on.")
    elif not shown:
        review.talk.say(f"{_gone_through(review)}; none from here on.")


def _line(review: Review, entry: Entry) -> str:
    finding = ", with a finding" if review.unanswered(entry) else ""
    return f"{spoken.named(entry)}, {SPOKEN.look_of(entry.standing).word}{finding}"
