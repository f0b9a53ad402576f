"""What neighbouring dates lend each other: a weekday its day, a time its day, a range its year."""

from factcheck.kinds.date.item import Item
from factcheck.kinds.date.scan import DASHES, Scan
from factcheck.kinds.date.words import DAY_PART_PLURALS, EDGES, MODIFIERS, ORDINALS

_WITH_CLOCK = frozenset(("weekday", "day", "deictic", "that", "monthday", "daypart"))
_WITH_PART = frozenset(("weekday", "day", "deictic", "monthday"))
_RANGED = frozenset(("day", "month", "season", "quarter", "monthday", "weekday"))
_AT_ONCE = ((), ("on",), ("on", "a"), (",",), ("of",))
"""What may stand between a time of day and its day."""
_PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}
_THROUGH = (("to",), ("through",), ("until",), ("till",), ("-",), ("–",))
_RANGE = frozenset(("to", "and", "through", "until", "till", "or", *DASHES))
_WIDENED = frozenset(
    "month year season decade weekday day deictic this that the quarter half fixed daypart weekend monthday".split()
)
_WITH_ARTICLE = frozenset(("decade", "season", "quarter", "half", "daypart"))
_COUNTED_WEEKS = frozenset(("first", "second", "third", "fourth", "last", "final", "closing", "opening"))
_PARTIAL = frozenset("very first second latter early late tail".split())


def linked(scan: Scan, items: list[Item]) -> list[Item]:
    """The items with neighbours joined, ranges completed and edges widened."""
    out: list[Item] = []
    for item in items:
        before = out[-1] if out else None
        if before is not None:
            if _joins(scan, before, item):
                continue
            if _swallowed(scan, before, item) or before.form.endswith("?"):
                out.pop()
            _share(scan, before, item)
            _undated(scan, before, item)
        _part_of_day(scan, item)
        out.append(item)
    if out and out[-1].form.endswith("?"):
        out.pop()
    floor = 0
    for item in out:
        _widen(scan, item, floor)
        floor = item.last + 1
    return out


def _gap(scan: Scan, before: Item, item: Item) -> tuple[str, ...]:
    return tuple(scan.lowers[before.last + 1 : item.first]) if item.first - before.last <= 4 else ("...",)


def _swallowed(scan: Scan, before: Item, item: Item) -> bool:
    """A weekday or a time of day before the day it belongs to becomes part of it."""
    gap = _gap(scan, before, item)
    if (
        before.form in ("weekday", "weekday?")
        and item.form == "day"
        and before.rel is None
        and gap in ((), (",",), ("the",), (".",), (".", ","), (",", "the"))
    ):
        item.first, item.weekday = before.first, before.weekday
        item.part = item.part or before.part
        return True
    if before.form == "weekday" and item.form == "month" and gap in (("of",), ("in",)):
        return _nth(scan, before, item)
    if before.form == "year" and item.form in ("quarter", "half") and item.year is None and gap in ((), ("'s",)):
        item.first, item.year = before.first, before.year
        return True
    if before.form == "weekday" and item.form == "this" and item.unit == "week" and gap in (("of",), ()):
        item.form, item.weekday, item.first = "weekday of", before.weekday, before.first
        return True
    if before.form in ("daypart", "daypart?") and gap == ("of",) and item.form in _WITH_PART and not item.clock:
        item.first, item.part = before.first, before.part
        return True
    if _is_early(scan, before, item):
        return True
    if before.form == "clock" and item.form in _WITH_CLOCK and gap in _AT_ONCE and not item.clock:
        item.first, item.clock, item.type = before.first, before.clock, "TIME"
        return True
    return False


def _is_early(scan: Scan, before: Item, item: Item) -> bool:
    """Makes one of "the early hours of" and the day after it."""
    hours = before.form == "fixed" and scan.low(before.last) == "hours"
    if not hours or item.form not in _WITH_PART or item.clock or item.part or _gap(scan, before, item) != ("of",):
        return False
    first = before.last - 1
    if scan.low(first) not in ("early", "small") or scan.low(first - 1) != "the":
        return False
    item.first, item.part, item.type = first - 1, "TMO", "TIME"
    return True


def _nth(scan: Scan, before: Item, item: Item) -> bool:
    """Makes "the first Monday in October" of a weekday and its month."""
    first = before.first if before.rel == -1 else before.first - 1
    number = -1 if before.rel == -1 else ORDINALS.get(scan.low(first))
    if number not in (-1, 1, 2, 3, 4, 5):
        return False
    item.first = first - 1 if scan.low(first - 1) == "the" else first
    item.form, item.number, item.weekday = "nth weekday", number, before.weekday
    return True


def _joins(scan: Scan, before: Item, item: Item) -> bool:
    """A time of day right after its day is joined to it."""
    if item.form != "clock" or before.form not in _WITH_CLOCK or before.clock:
        return False
    if _gap(scan, before, item) not in (("at",), (), (",", "at"), (",",), ("at", "about"), ("at", "around")):
        return False
    before.last, before.clock, before.type = item.last, in_part(item.clock, before.part), "TIME"
    return True


def _undated(scan: Scan, before: Item, item: Item) -> None:
    """A time of some weekday ("2:30 on a Friday afternoon") is of no day that is known."""
    if before.form != "clock" or _gap(scan, before, item) != ("on", "a") or not item.value.startswith("XXXX-WXX"):
        return
    part = _PARTS.get(scan.low(item.last + 1), "")
    before.form, before.value = "fixed", f"XXXX-XX-XX{in_part(before.clock, part)}"
    before.clock = ""


def in_part(clock: str, part: str) -> str:
    """A time of day in the part of the day that is told with it: 2:30 of an afternoon is 14:30."""
    hour = int(clock[1:3])
    later = (part in ("TAF", "TEV") and 0 < hour < 12) or (part == "TNI" and 6 <= hour < 12)
    return f"T{hour + 12:02d}{clock[3:]}" if later else clock


def _share(scan: Scan, before: Item, item: Item) -> None:
    """The two ends of a range share the year that only the second one names; a night ends on the day after."""
    night = item.form == "clock" and before.clock >= "T17:00" and item.clock <= "T09:00"
    if night and _gap(scan, before, item) in (*_THROUGH, ("and",)):
        item.rel = 1
    if before.form not in _RANGED or item.form not in _RANGED:
        return
    gap = _gap(scan, before, item)
    if before.form == item.form == "weekday" and gap in _THROUGH and item.rel is None:
        item.rel, item.unit = 0, "that"
        return
    if "weekday" in (before.form, item.form) or item.form == "monthday":
        return
    if before.form == "monthday" and item.form == "day" and gap and gap[0] in _RANGE and len(gap) == 1:
        before.form, before.month = "day", item.month
        if before.day and item.day and before.day > item.day:
            before.form, before.month = "monthday", None
            return
    if len(gap) != 1 or gap[0] not in _RANGE or before.year is not None or before.rel is not None:
        return
    if item.year is not None:
        later = before.month and item.month and before.month > item.month
        before.year = item.year - 1 if later else item.year
    elif item.rel is not None and item.unit:
        before.rel, before.unit = item.rel, item.unit


def _part_of_day(scan: Scan, item: Item) -> None:
    """Takes "afternoon" after a day, and "afternoons" after a weekday."""
    if item.form == "weekday" and (plural := DAY_PART_PLURALS.get(scan.low(item.last + 1))):
        item.form, item.type, item.value = "fixed", "SET", f"XXXX-WXX-{item.weekday}{plural}"
        item.last += 1
        return
    part = _PARTS.get(scan.low(item.last + 1))
    if part and item.clock and item.form in _WITH_PART:
        item.last, item.clock = item.last + 1, in_part(item.clock, part)
    elif part and item.form in _WITH_PART:
        item.part, item.type, item.last = part, "TIME", item.last + 1
    elif item.part and item.form in _WITH_PART:
        item.type = "TIME"


def _widen(scan: Scan, item: Item, floor: int) -> None:
    """Takes "early", "late", "mid-", "the end of" and "the" before a date."""
    if item.form not in _WIDENED or item.type in ("DURATION", "SET") or item.value.endswith("_REF"):
        return
    low = [scan.lowers[at] if at >= floor else "" for at in range(item.first - 1, item.first - 6, -1)]
    steps = _modifier(item, low)
    if low[steps] == "the" and item.form in _WITH_ARTICLE:
        steps += 1
    item.first -= steps


def _modifier(item: Item, low: list[str]) -> int:
    """How many tokens before an item modify it; `low` holds those before it, the nearest first."""
    one, two, three, four, _ = low
    if one == "of" and item.form == "month" and two in ("week", "fortnight", "days") and three in _COUNTED_WEEKS:
        return 4 if four == "the" else 0
    if one in MODIFIERS:
        return 1
    if one in DASHES and two in MODIFIERS:
        return 2
    if one in ("in", "on") and two in ("early", "late"):
        return 0 if item.form in ("day", "weekday") else 2
    if one == "in" and two in ("earlier", "later"):
        return 2 if item.form in ("the", "that", "this") else 0
    if one == "of" and two in EDGES and (two != "half" or three in _PARTIAL):
        return 3 if three == "the" else 4 if three in _PARTIAL else 2
    return 0
