"""Times of day: "6 p.m.", "18:00 GMT", "half past nine", "noon"."""

from factcheck.kinds.date.impossible_rules import names_time
from factcheck.kinds.date.item import Item
from factcheck.kinds.date.scan import Scan

_ZONES = frozenset(
    "gmt utc est edt cst cdt pst pdt mst mdt bst cet cest eet msk ist jst kst et pt ct hkt sgt aest".split()
)
_ZONE_NAMES = frozenset("local eastern pacific central mountain london beijing moscow tokyo paris".split())
_BEFORE_CLOCK = frozenset(
    "at by around about until till from to before after since between past and ( , - – approximately , then".split()
)
_BEING = frozenset("was is nearly almost just".split())
_WAYS = ("past", "to", "after", "before")
_HOURS = {
    word: hour for hour, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
}
_AFTER_HOUR = frozenset("in on and but the when that he she it they we i at o'clock am pm a p local".split())
"""What may stand after an hour: "a quarter to three firms" tells no time."""
_NAMED = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}


def clock(scan: Scan, at: int) -> Item | None:
    """A time of day that begins with the number at `at`."""
    word = scan.low(at)
    if len(word) == 4 and word.isdigit():
        return _military(scan, at)
    minutes, end = 0, at
    if "." in word:
        hour_text, _, minute_text = word.partition(".")
        if not (hour_text.isdigit() and minute_text.isdigit() and len(minute_text) == 2 and len(hour_text) <= 2):
            return None
        hour, minutes, colon = int(hour_text), int(minute_text), False
        if _half_of_day(scan, end) is None:
            return None
    elif (number := scan.integer(at)) is not None:
        hour, colon = number, False
        if scan.low(at + 1) == ":" and scan.glued(at) and scan.glued(at + 1):
            more = scan.integer(at + 2)
            if more is None or len(scan.low(at + 2)) != 2:
                return None
            minutes, end, colon = more, at + 2, True
            if scan.low(at + 3) == ":" and scan.integer(at + 4) is not None and scan.glued(at + 3):
                return _with_seconds(scan, at)
    else:
        return None
    if scan.low(at - 1) in (":", "/", "$"):
        return None
    if hour > 24 or minutes > 59 or (hour == 24 and minutes):
        return _unheard(scan, at, end, hour, minutes)
    return _finish(scan, at, end, hour, minutes, colon)


def _unheard(scan: Scan, at: int, end: int, hour: int, minutes: int) -> Item | None:
    """Hours and minutes that no clock has, where they are told as a time of day: "at 25:40 GMT"."""
    half, part = _half_of_day(scan, end), _part_after(scan, end)
    marked = half[1] if half else part[1] if part else _zone(scan, end + 1)
    if marked is None and scan.low(end + 1) in ("hrs", "hours"):
        marked = end + 1
    if end == at and marked is None:
        return None
    if not names_time(scan, at, end, marked, minutes > 59):
        is_length = minutes < 60 and marked == end + 1 and scan.low(marked) in ("hrs", "hours")
        return (
            Item(at, end + 1, "fixed", type="DURATION", value=f"PT{hour}H{minutes}M" if minutes else f"PT{hour}H")
            if is_length
            else None
        )
    if half and half[0] and hour < 12:
        hour += half[0]
    return Item(at, marked or end, "clock", type="TIME", clock=f"T{hour:02d}:{minutes:02d}")


def _with_seconds(scan: Scan, at: int) -> Item | None:
    """Hours, minutes and seconds: a length after "in" or "of" ("won in 3:07:35"), else a time of day."""
    hours, minutes, seconds = (scan.integer(index) for index in (at, at + 2, at + 4))
    if hours is None or minutes is None or seconds is None or minutes > 59 or seconds > 59:
        return None
    if scan.low(at - 1) in ("in", "of"):
        return Item(at, at + 4, "fixed", type="DURATION", value=f"PT{hours}H{minutes}M{seconds}S")
    if hours > 24 or (scan.low(at - 1) not in _BEFORE_CLOCK and not _zone(scan, at + 5)):
        return None
    last = _zone(scan, at + 5) or at + 4
    return Item(at, last, "clock", type="TIME", clock=f"T{hours:02d}:{minutes:02d}:{seconds:02d}")


def _finish(scan: Scan, at: int, end: int, hour: int, minutes: int, colon: bool) -> Item | None:
    half = _half_of_day(scan, end)
    if half is not None and 1 <= hour <= 12:
        hour, end = hour % 12 + half[0], half[1]
    elif scan.low(end + 1) == "o'clock":
        end += 1
    elif not colon or (scan.low(at - 1) not in _BEFORE_CLOCK and not _zone(scan, end + 1)):
        return None
    part = _part_after(scan, end)
    if part is not None:
        end = part[1]
        if part[0] and hour < 12 and hour != 0:
            hour += 12
    if scan.low(end + 1) in ("hrs", "hours") and colon:
        end += 1
    zone = _zone(scan, end + 1)
    return Item(at, zone or end, "clock", type="TIME", clock=f"T{hour:02d}:{minutes:02d}")


def _half_of_day(scan: Scan, end: int) -> tuple[int, int] | None:
    """0 for a.m. or 12 for p.m. after token `end`, and its last token."""
    word = scan.low(end + 1)
    if word in ("am", "pm"):
        return (12 if word == "pm" else 0), end + 1
    if word in ("a", "p") and scan.low(end + 2) == "." and scan.low(end + 3) == "m" and scan.glued(end + 1):
        last = end + 4 if scan.low(end + 4) == "." and scan.glued(end + 3) else end + 3
        return (12 if word == "p" else 0), last
    return None


def _part_after(scan: Scan, end: int) -> tuple[bool, int] | None:
    """Whether "in the evening" or its like follows, and its last token."""
    if scan.follows(end + 1, ("in", "the")) and scan.low(end + 3) in ("morning", "afternoon", "evening"):
        return scan.low(end + 3) != "morning", end + 3
    if scan.follows(end + 1, ("at", "night")):
        return True, end + 2
    return None


def _zone(scan: Scan, at: int) -> int | None:
    """The last token of a time zone that starts at `at`."""
    word = scan.low(at)
    if word in _ZONES and scan.word(at).isupper():
        return at
    if word in _ZONE_NAMES and scan.low(at + 1) == "time":
        return at + 1
    return None


def _military(scan: Scan, at: int) -> Item | None:
    """Four digits that a zone or "hours" makes a time: "1700 GMT"."""
    hour, minutes = int(scan.low(at)[:2]), int(scan.low(at)[2:])
    last = _zone(scan, at + 1) or (
        at + 1 if scan.low(at + 1) in ("hours", "hrs") and scan.low(at)[0] in "012" else None
    )
    if last is None or hour > 24 or minutes > 59:
        return None
    if scan.low(at + 1) in ("hours", "hrs") and scan.low(at - 1) not in _BEFORE_CLOCK:
        return None
    return Item(at, last, "clock", type="TIME", clock=f"T{hour:02d}:{minutes:02d}")


def by_quarters(scan: Scan, at: int) -> Item | None:
    """ "Half past five", "a quarter to three", told by the word at `at` and the hour after it."""
    way, hour = scan.low(at + 1), _HOURS.get(scan.low(at + 2)) or scan.integer(at + 2)
    half = scan.low(at) == "half"
    if way not in (("past",) if half else _WAYS) or hour is None or not 1 <= hour <= 12:
        return None
    first = at - 1 if not half and scan.low(at - 1) == "a" else at
    if not half and scan.low(first - 1) not in _BEFORE_CLOCK | _BEING:
        return None
    if not half and scan.low(at + 3).isalpha() and scan.low(at + 3) not in _AFTER_HOUR:
        return None
    hour, minutes = (hour, 30 if half else 15) if way in ("past", "after") else ((hour + 10) % 12 + 1, 45)
    item = _finish(scan, first, at + 2, hour, minutes, True)
    return item or Item(first, at + 2, "clock", type="TIME", clock=f"T{hour:02d}:{minutes:02d}")


def named(scan: Scan, at: int) -> Item | None:
    """ "Noon", "midday" and "midnight"."""
    return Item(at, at, "clock", type="TIME", clock=_NAMED[scan.low(at)])
