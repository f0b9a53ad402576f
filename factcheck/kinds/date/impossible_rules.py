"""Days and times that no calendar and no clock has, where the words around them mean one: "on 31 June"."""

from factcheck.kinds.date.item import Item
from factcheck.kinds.date.scan import DASHES, Scan
from factcheck.kinds.date.words import AFTER_DAY, COUNTED_NOUNS, ORDINAL_ENDINGS, UNITS, WEEKDAYS

_LAST_SLIP = 39
"""The greatest number that is read as a slip of the pen for a day: the 3 of thirty is still there."""
_NAMING = frozenset(("on", "dated"))
"""Words after which a number beside a month can only be its day."""
_TIMING = _NAMING | frozenset("by until till before after from since to through between the".split())
_COUNTING = frozenset("some about around nearly almost over than all these those other in".split())
_STREETS = frozenset("street road avenue lane square drive place court terrace close crescent".split())
_ENDS = frozenset(". ; ) ! ?".split()) | {""}
_STATED = frozenset(("is", "was", "will", "as"))

_AT = frozenset("at by until till from around about before after since between".split())
_AT_HOURS = frozenset(("at", "until", "till", "by"))
_HAPPENING = frozenset(
    "began begin begins start starts started open opens opened close closes closed met meet meets arrived arrive "
    "arrives left leave leaves departed depart departs landed scheduled due happened occurred called resumed "
    "pulled rescued died killed pronounced arrested crashed exploded erupted collapsed".split()
)
"""Verbs whose "at" is followed by a time of day."""
_MEASURED = frozenset(
    "verse verses chapter psalm gospel genesis book passage score scored goal half period quarter race run ran lap "
    "record recording video clip footage film episode minute mark timestamp song track match game innings".split()
)
"""Words of texts, recordings and games, whose figures with a colon are no times of day."""
_CLOSE_BY = 8


def unheard_day(scan: Scan, item: Item) -> list[Item] | None:
    """A day from the 32nd to the 39th beside the month of `item`, where only a day can be meant."""
    at = item.last + 1
    if scan.low(at) == "the":
        at += 1
    if (day := _slip(scan, at)) is not None:
        last = at + 1 if scan.glued(at) and scan.low(at + 1) in ORDINAL_ENDINGS else at
        return [Item(item.first, last, "day", month=item.month, day=day)]
    at = item.first - 1 if scan.back(item.first - 1) != "of" else item.first - 2
    if scan.back(at) in ORDINAL_ENDINGS and scan.glued(at - 1):
        at -= 1
    if at >= scan.free and (day := _slip(scan, at)) is not None:
        first = at - 1 if scan.back(at - 1) == "the" else at
        return [Item(first, item.last, "day", month=item.month, day=day)]
    return None


def _slip(scan: Scan, at: int) -> int | None:
    number = scan.integer(at)
    return number if number is not None and 31 < number <= _LAST_SLIP else None


def names_day(scan: Scan, item: Item) -> bool:
    """Whether the words around a month and a number too great for it still name a day: "by 31 June", not "In June 31
    people died"."""
    before, after = scan.low(item.first - 1), scan.low(item.last + 1)
    if (after in COUNTED_NOUNS and scan.glued(item.last)) or _is_address(scan, item.last + 1):
        return False
    if scan.low(item.first)[:1].isdigit() or scan.low(item.first) == "the":
        if before in _COUNTING or (scan.glued(item.first - 1) and before not in ("(", '"', *DASHES)):
            return False
        return (
            before in (*_NAMING, "of") or after in AFTER_DAY or after in _ENDS or scan.year(item.last + 1) is not None
        )
    if item.year is not None or item.unit or scan.low(item.last) in ORDINAL_ENDINGS:
        return True
    if before in _NAMING or (before == "," and scan.low(item.first - 2) in WEEKDAYS):
        return True
    if before in _TIMING:
        return after in _ENDS or (after in AFTER_DAY and after not in (",", "and", "or"))
    return (item.day or 0) < 32 and (after in _STATED or (after in _ENDS and before not in _COUNTING))


def _is_address(scan: Scan, at: int) -> bool:
    return scan.capital(at) and (scan.low(at) in _STREETS or (scan.capital(at + 1) and scan.low(at + 1) in _STREETS))


def names_time(scan: Scan, first: int, end: int, marked: int | None, overflow: bool) -> bool:
    """Whether hours and minutes that no clock has, in tokens `first` to `end`, are told as a time of day.

    `marked` is the last token of what says so after them ("GMT", "p.m.", "hours"); `overflow` that the minutes pass 59.
    """
    before = scan.low(first - 1)
    if before not in _AT:
        return False
    if marked is not None:
        return overflow or before in _AT_HOURS or scan.low(marked) not in UNITS
    around = {scan.low(at) for at in range(first - _CLOSE_BY, end + _CLOSE_BY)}
    return before == "at" and _MEASURED.isdisjoint(around) and not _HAPPENING.isdisjoint(around)
