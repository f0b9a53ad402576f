"""Which claims are shown and where the cursor goes: pure functions over a ledger."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from factcheck.app.places import Left
from factcheck.model import Entry, Ledger, Verdict


class Order(StrEnum):
    """What the claims shown are sorted by."""

    POSITION = "position"
    KIND = "kind"
    VALUE = "value"
    AGE = "age"

    @property
    def following(self) -> "Order":
        """The next way to sort; after the last comes the first."""
        ways = list(Order)
        return ways[(ways.index(self) + 1) % len(ways)]


def in_order(rows: tuple[Entry, ...], order: Order) -> tuple[Entry, ...]:
    """Rows in reading order, sorted: by kind; by value within kind and unit; by age, the latest act first."""
    match order:
        case Order.KIND:
            return tuple(sorted(rows, key=lambda entry: entry.claim.kind))
        case Order.VALUE:
            return tuple(sorted(rows, key=_value_of))
        case Order.AGE:
            judged = [entry for entry in rows if entry.standing.at is not None]
            judged.sort(key=lambda entry: entry.standing.at.timestamp() if entry.standing.at else 0.0, reverse=True)
            return (*judged, *(entry for entry in rows if entry.standing.at is None))
        case _:
            return rows


def _value_of(entry: Entry) -> tuple[str, str, Decimal, str]:
    """What a value is sorted by: its unit and size where it is a number, its first day, after those its normal form."""
    value = entry.claim.value
    size = getattr(value, "low", None)
    if isinstance(size, Decimal):
        return entry.claim.kind, str(getattr(value, "unit", None) or ""), size, ""
    first = getattr(value, "first", None)
    return entry.claim.kind, "", Decimal(0), first.isoformat() if isinstance(first, date) else f"~{value}"


class By(StrEnum):
    """What a chip asks about."""

    VERDICT = "verdict"
    KIND = "kind"
    REVIEWER = "reviewer"
    FINDING = "finding"
    EVIDENCE = "evidence"


class Chip(NamedTuple):
    """One thing that a claim shown must be, such as of a verdict, or of a kind."""

    by: By
    value: str


CONTESTED = Chip(By.VERDICT, "contested")
"""Claims that reviewers differ on."""
CHANGED = Chip(By.VERDICT, "changed")
"""Claims whose verdict was given on other words or another reading."""
SECOND = Chip(By.VERDICT, "second check due")
"""Claims that wait for a second person's verdict."""
EXPIRED = Chip(By.VERDICT, "to check again")
"""Claims whose verdict is too old."""
FLAGGED = Chip(By.FINDING, "flagged")
"""Claims that unanswered findings are about."""
UNHELD = Chip(By.EVIDENCE, "none")
"""Claims that were held against nothing yet."""
HELD = Chip(By.EVIDENCE, "some")
"""Claims that were held against something."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What a claim must be to be shown: of chips that ask about the same, one is enough; and every one of `words` (in
    lower case) is in what is written of it.
    """

    chips: tuple[Chip, ...] = ()
    words: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.chips or self.words)

    def with_words(self, typed: str) -> "Filter":
        """The same chips with the words a person typed."""
        return replace(self, words=tuple(typed.casefold().split()))

    def toggled(self, chip: Chip) -> "Filter":
        """The filter with a chip more, or without it where it was there."""
        chips = tuple(each for each in self.chips if each != chip)
        return replace(self, chips=chips if len(chips) < len(self.chips) else (*chips, chip))

    def with_only(self, chip: Chip) -> "Filter":
        """The filter that asks about the same for this chip alone."""
        return replace(self, chips=(*(each for each in self.chips if each.by is not chip.by), chip))


@dataclass(frozen=True, slots=True)
class Known:
    """What a filter asks of claims beyond their entries, by claim key: which have unanswered findings, which evidence,
    and what can be searched of each, in lower case.
    """

    flags: frozenset[str] = frozenset()
    held: frozenset[str] = frozenset()
    said: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def choices(ledger: Ledger, known: Known, kinds: Iterable[str]) -> tuple[Chip, ...]:
    """The chips that fit any claim of this ledger, by what they ask about."""
    there = {chip for entry in ledger for chip in _chips_of(entry, known)}
    reviewers = sorted({chip.value for chip in there if chip.by is By.REVIEWER})
    order = [
        *(Chip(By.VERDICT, verdict.value) for verdict in Verdict),
        CONTESTED,
        CHANGED,
        SECOND,
        EXPIRED,
        FLAGGED,
        UNHELD,
        HELD,
        *(Chip(By.KIND, kind) for kind in kinds),
        *sorted(chip for chip in there if chip.by is By.KIND),
        *(Chip(By.REVIEWER, name) for name in reviewers),
    ]
    return tuple(chip for chip in dict.fromkeys(order) if chip in there)


def counted(ledger: Ledger, chosen: Filter, known: Known, among: Iterable[Chip]) -> Mapping[Chip, int]:
    """How many claims each chip would show beside what else is chosen."""
    counts = dict.fromkeys(among, 0)
    sides = {by: replace(chosen, chips=tuple(chip for chip in chosen.chips if chip.by is not by)) for by in By}
    shown_with = {by: {entry.claim.key for entry in shown(ledger, side, known)} for by, side in sides.items()}
    for entry in ledger:
        for chip in _chips_of(entry, known):
            if chip in counts and entry.claim.key in shown_with[chip.by]:
                counts[chip] += 1
    return counts


def shown(ledger: Ledger, chosen: Filter, known: Known) -> tuple[Entry, ...]:
    """The entries that pass a filter."""
    if not chosen:
        return ledger.entries
    asked = [frozenset(chip for chip in chosen.chips if chip.by is by) for by in By]
    wanted = [chips for chips in asked if chips]
    return tuple(entry for entry in ledger if _passes(entry, wanted, chosen.words, known))


def _passes(entry: Entry, wanted: Sequence[frozenset[Chip]], words: Sequence[str], known: Known) -> bool:
    if wanted:
        its = _chips_of(entry, known)
        if any(chips.isdisjoint(its) for chips in wanted):
            return False
    if not words:
        return True
    text = known.said.get(entry.claim.key, "")
    if not all(word in text for word in words):
        text = f"{text}\n{entry.standing.note.casefold()}\n{entry.standing.by.casefold()}"
        return all(word in text for word in words)
    return True


def _chips_of(entry: Entry, known: Known) -> list[Chip]:
    """Every chip that fits a claim."""
    key, standing = entry.claim.key, entry.standing
    chips = [
        Chip(By.VERDICT, standing.verdict.value),
        Chip(By.KIND, entry.claim.kind),
        HELD if key in known.held else UNHELD,
    ]
    if standing.contested:
        chips.append(CONTESTED)
    if standing.changed:
        chips.append(CHANGED)
    if standing.second_due:
        chips.append(SECOND)
    if standing.expired:
        chips.append(EXPIRED)
    if standing.by:
        chips.append(Chip(By.REVIEWER, standing.by))
    if key in known.flags:
        chips.append(FLAGGED)
    return chips


def is_open(entry: Entry) -> bool:
    """Whether nothing was said of the claim yet."""
    return entry.standing.verdict is Verdict.OPEN


def place(rows: Sequence[Entry], number: int) -> int:
    """Where the entry with this number stands among rows; where it is not there, before the first higher number."""
    higher = len(rows)
    for at, entry in enumerate(rows):
        if entry.number == number:
            return at
        if entry.number > number:
            higher = min(higher, at)
    return higher


def neighbour(rows: Sequence[Entry], here: int, wanted: Callable[[Entry], bool], step: int = 1) -> Entry | None:
    """The next wanted entry after number `here` (before it where `step` is -1); from the other end when there is none.

    The entry at `here` itself is only the answer when it is the only wanted one.
    """
    split = place(rows, here)
    if step > 0 and split < len(rows) and rows[split].number == here:
        split += 1
    ahead, behind = (range(split, len(rows)), range(split)) if step > 0 else (range(split), range(split, len(rows)))
    return next((rows[at] for at in (*ahead[::step], *behind[::step]) if wanted(rows[at])), None)


def resumed(ledger: Ledger, reviewer: str, left: Left | None = None) -> tuple[Entry | None, Entry | None]:
    """The claim that a reviewer judged last, and the one they go on with: the next open one after it.

    Where the article was `left` since, it is the claim that was at hand then.
    """
    own = [entry for entry in ledger if entry.standing.by == reviewer and entry.standing.at]
    last = max(own, key=lambda entry: (entry.standing.at, entry.number), default=None)
    judged = last.standing.at if last else None
    if left is not None and left.claim in ledger.position and (judged is None or judged <= left.at):
        return last, ledger[ledger.position[left.claim]]
    following = neighbour(ledger.entries, last.number if last else 0, is_open)
    return last, following or last or next(iter(ledger), None)


def moved(rows: Sequence[Entry], here: int, step: int) -> Entry | None:
    """The entry `step` rows from number `here`, staying at the ends; where `here` is not shown, the next that is."""
    if not rows:
        return None
    at = place(rows, here)
    there = at < len(rows) and rows[at].number == here
    if step > 0 and not there:
        step -= 1
    return rows[min(max(at + step, 0), len(rows) - 1)]
