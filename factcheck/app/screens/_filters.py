"""Which claims are shown and where the cursor goes: pure functions over a ledger."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from factcheck.model import Entry, Ledger, Verdict

FLAGGED = "flagged"
"""The facet of claims that findings are about."""
CONTESTED = "contested"
"""The facet of claims that reviewers differ on."""


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


@dataclass(frozen=True, slots=True)
class Filter:
    """What a claim must be to be shown: of one facet (a kind's or verdict's name, FLAGGED or CONTESTED; "" for all),
    and having every one of `words` (in lower case) in what is written of it.
    """

    facet: str = ""
    words: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.facet or self.words)

    def with_words(self, typed: str) -> "Filter":
        """The same facet with the words a person typed."""
        return replace(self, words=tuple(typed.casefold().split()))


def facets(ledger: Ledger, flags: frozenset[str], kinds: Iterable[str], here: str = "") -> tuple[str, ...]:
    """The facets that hold any claim of this ledger, "" (all) first, and `here`: to be walked through."""
    there = {entry.claim.kind for entry in ledger} | {entry.standing.verdict.value for entry in ledger} | {here} - {""}
    if flags & ledger.position.keys():
        there.add(FLAGGED)
    if any(entry.standing.contested for entry in ledger):
        there.add(CONTESTED)
    verdicts = [verdict.value for verdict in Verdict]
    known = [*verdicts, FLAGGED, CONTESTED, *kinds]
    return ("", *(facet for facet in known if facet in there), *sorted(there - set(known)))


def after(facet: str, among: Sequence[str], step: int = 1) -> str:
    """The facet after this one; after the last comes the first."""
    return among[(among.index(facet) + step) % len(among)] if facet in among else among[0]


def shown(ledger: Ledger, chosen: Filter, flags: frozenset[str], said: Mapping[str, str]) -> tuple[Entry, ...]:
    """The entries that pass a filter. `said` is what can be searched of each claim, by claim key, in lower case."""
    if not chosen:
        return ledger.entries
    return tuple(entry for entry in ledger if _passes(entry, chosen, flags, said))


def _passes(entry: Entry, chosen: Filter, flags: frozenset[str], said: Mapping[str, str]) -> bool:
    key, facet = entry.claim.key, chosen.facet
    if facet == FLAGGED:
        fits = key in flags
    elif facet == CONTESTED:
        fits = entry.standing.contested
    else:
        fits = facet in ("", entry.claim.kind, entry.standing.verdict.value)
    if not fits or not chosen.words:
        return fits
    text = f"{said.get(key, '')}\n{entry.standing.note.casefold()}\n{entry.standing.by.casefold()}"
    return all(word in text for word in chosen.words)


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


def moved(rows: Sequence[Entry], here: int, step: int) -> Entry | None:
    """The entry `step` rows from number `here`, staying at the ends; where `here` is not shown, the next that is."""
    if not rows:
        return None
    at = place(rows, here)
    there = at < len(rows) and rows[at].number == here
    if step > 0 and not there:
        step -= 1
    return rows[min(max(at + step, 0), len(rows) - 1)]
