"""Dates and lengths of time with a unit in them: "two years ago", "the past week", "that same day", "every month"."""

from factcheck.kinds.date.count import approximated, count_before, duration, number_ending
from factcheck.kinds.date.item import Item
from factcheck.kinds.date.period_rules import century, end_of, quarter, weekend
from factcheck.kinds.date.scan import DASHES, Scan
from factcheck.kinds.date.words import (
    COUNTED_NOUNS,
    FISCAL,
    MEASURED,
    MODIFIERS,
    ORDINALS,
    RELATIVES,
    SPANS_OF_TIME,
    TEXT_RELATIVES,
    UNITS,
)

_OLD = frozenset(("old", "olds"))
_AGO = frozenset(("ago", "back"))
_SHIFTS = {"later": 1, "afterwards": 1, "afterward": 1, "earlier": -1, "before": -1, "previously": -1, "prior": -1}
_BARE_AFTER = frozenset("of after before later ago earlier to since from into if until".split())
_BARE_BEFORE = frozenset(
    "for in over within took take takes lasted last spent spend through many after - recent".split()
)
_RATE_NOUNS = frozenset(
    "percent cent % dollars dollar million billion trillion yen euros pounds bn m p km mph cents tons tonnes "
    "krone kroner krona kronor won yuan renminbi baht rand zloty lira forint days mins "
    "mg g kg ml lb oz kwh mwh gb".split()
)
_LARGE = frozenset("hundred thousand lakh million crore billion trillion dozen".split())
_TIMES = frozenset(("once", "twice", "times", "thrice"))
_PREPOSITIONS = frozenset("for in during through throughout over within by to since until into".split())
_OVER = frozenset("over in during for within through of".split())
_LASTING = frozenset(
    "lasts takes spends costs needs means adds gives gets makes leaves loses saves across this always perhaps less "
    "besides towards whereas as its is was has".split()
)
"""Words that end in s after which "a year" is a length and no rate."""
_OF_WORK = ("watt", "ampere")
"""What makes hours after it a measure of energy: "megawatt-hours"."""
_MODALS = frozenset("will would could should can may might must to not 'll won't did does do".split())
"""Words after which "last" is a verb: "will last nine weeks"."""
_ENDS = frozenset("end beginning start middle rest half close remainder".split())


def unit(scan: Scan, at: int) -> Item | list[Item] | None:
    """What a unit of time says together with what stands before and after it."""
    name = UNITS[scan.low(at)]
    if (scan.low(at + 1) == "-" and scan.low(at + 2) in _OLD) or scan.low(at + 1) in _OLD:
        return None
    if scan.low(at - (2 if scan.low(at - 1) in DASHES else 1)).endswith(_OF_WORK):
        return None
    if scan.follows(at + 1, ("of", "age")):
        return None
    if (count := count_before(scan, at)) is not None:
        return _counted(scan, at, name, *count)
    return _uncounted(scan, at, name)


def _counted(scan: Scan, at: int, name: str, first: int, amount: str) -> Item | list[Item] | None:
    after = scan.low(at + 1)
    if name == "quarter" and after == "of":
        return None
    article = scan.low(first) in ("a", "an") and (first == at - 1 or scan.low(at - 1) in DASHES)
    if article:
        if scan.back(first - 1) in _TIMES:
            if scan.low(first - 2)[:1].isdigit() and len(scan.low(first - 2)) > 2:
                return None
            start = first - 2 if scan.back(first - 1) == "times" and scan.back(first - 2) else first - 1
            return Item(start, at, "fixed", type="SET", value=duration("1", name))
        if name in ("second", "minute", "quarter") and after not in _AGO and after not in _SHIFTS:
            return None
        if after not in _AGO and after not in _SHIFTS and _is_rate(scan, first):
            return None
    if amount == "1" and name == "second" and not scan.low(first).isalnum():
        return None
    if scan.follows(at + 1, ("and", "a", "half")) and amount.isdigit():
        amount, at, after = f"{amount}.5", at + 3, scan.low(at + 4)
    if name in ("second", "quarter") and not scan.low(at).endswith("s") and _is_adjective(scan, at, amount):
        return None
    if amount == "X" and UNITS.get(f"{scan.low(at)}s"):
        return None
    if article and scan.low(at).endswith("s"):
        first, amount = at, "X"
    return _measured(scan, at, name, first, amount)


def _measured(scan: Scan, at: int, name: str, first: int, amount: str) -> Item | list[Item] | None:
    """A count of units as a step or a length; a length with two ends is an amount, but for "between" and "and"."""
    if scan.back(first - 1) == "±":
        return None
    lower = _lower_end(scan, first, name)
    step = _step(scan, at, name, amount if lower is None else "X")
    if step is not None:
        step.first = approximated(scan, first if lower is None else lower[0])
        return step
    if lower is not None and scan.back(first - 1) != "and":
        return None
    item = Item(first, at, "fixed", type="DURATION", value=duration(amount, name))
    if scan.low(at + 1) == "-" and scan.low(at + 2) == "long":
        item.last = at + 2
    item = _spread(scan, item)
    if lower is not None:
        return [Item(lower[0], first - 2, "fixed", type="DURATION", value=duration(lower[1], name)), item]
    return item


def _lower_end(scan: Scan, first: int, name: str) -> tuple[int, str] | None:
    """The count below the one that begins at `first`, its first token and amount: "two to", "five- to", "12 and"."""
    at = first - 2
    if scan.back(first - 1) in DASHES and scan.back(at) in ("to", "or"):
        at -= 1
    elif scan.back(first - 1) not in ("to", "or", "and", *DASHES):
        return None
    at -= scan.back(at) in DASHES
    at -= UNITS.get(scan.back(at)) == name
    found = number_ending(scan, at)
    if found is None or found[1] == "X":
        return None
    return found if scan.back(first - 1) != "and" or scan.low(found[0] - 1) == "between" else None


def _is_adjective(scan: Scan, at: int, amount: str) -> bool:
    """Whether a singular "second" or "quarter" belongs to another word: "two second-half goals"."""
    if scan.low(at + 1) == "-" and scan.low(at + 2) != "long":
        return True
    return amount != "1" and scan.low(at - 1) != "-"


def _step(scan: Scan, at: int, name: str, amount: str) -> Item | None:
    """A count of units that steps from the publication date or from the text's own date."""
    after = scan.low(at + 1)
    if after in _AGO and not (after == "back" and scan.low(at + 2) in ("to", "in", "and")):
        return Item(at, at + 1, "offset", unit=name, rel=-1, value=amount)
    if scan.follows(at + 1, ("from", "now")) or scan.follows(at + 1, ("from", "today")):
        return Item(at, at + 2, "offset", unit=name, rel=1, value=amount)
    if after == "hence":
        return Item(at, at + 1, "offset", unit=name, rel=1, value=amount)
    if (sign := _SHIFTS.get(after)) is None:
        return None
    if after in ("before", "prior") and scan.low(at + 2) not in (".", ",", ";", "", "and", "when", ")"):
        return None
    if scan.low(at + 2) == "than":
        return None
    return Item(at, at + 1, "shift", unit=name, rel=sign, value=amount)


def _is_rate(scan: Scan, first: int) -> bool:
    """Whether "a year" says how often: "$600 a month", "30 people a day"."""
    before = scan.low(first - 1)
    if before[:1].isdigit() or before in _RATE_NOUNS or (before in DASHES and scan.glued(first - 1)):
        return True
    if before == "half":
        return False
    if before.endswith("s") and len(before) > 4 and before not in _LASTING and scan.low(first - 2) != "to":
        return True
    if before.endswith("s") and (scan.low(first - 2) in _LARGE or scan.low(first - 2)[:1].isdigit()):
        return True
    if before in COUNTED_NOUNS and any(scan.low(first - back)[:1].isdigit() for back in (2, 3, 4)):
        return True
    return any(scan.low(first - back) == "of" and scan.low(first - back - 1) in MEASURED for back in (2, 3, 4))


def _spread(scan: Scan, item: Item) -> Item:
    """Takes "the past" and "almost" before a length of time."""
    start = item.first
    before = scan.back(start - 1)
    if scan.low(start) in ("a", "an") or scan.low(item.last - 1) in DASHES:
        before = ""
    if before == "last" and scan.low(start - 2) in _MODALS:
        before = ""
    if before in SPANS_OF_TIME:
        start -= 2 if scan.back(start - 2) in ("the", "these", "those") else 1
    elif before in ("every", "each"):
        item.type = "SET"
        start -= 1
    elif before == "the":
        start -= 1
    item.first = approximated(scan, start) if start == item.first else start
    return item


def _uncounted(scan: Scan, at: int, name: str) -> Item | None:
    plural = scan.low(at).endswith("s") or scan.low(at) == "millennia"
    before_at = at - 1
    if name == "quarter" and scan.back(before_at) in DASHES:
        before_at -= 1
    while scan.back(before_at) in FISCAL:
        before_at -= 1
    before = scan.back(before_at)
    if scan.low(at + 1) == "-" and scan.low(at + 2) in ("ago", "earlier") and name in ("year", "month", "week"):
        return Item(at, at + 2, "offset", unit=name, rel=-1, value="1")
    if (found := end_of(scan, at, name)) is not None:
        return found
    if name == "weekend":
        return weekend(scan, at, before)
    if name == "century" and (found := century(scan, at)) is not None:
        return found
    if name in ("second", "minute") and not plural:
        return None
    if before in ORDINALS and name == "quarter" and not plural:
        if scan.low(at + 1) == "-":
            return None
        return quarter(scan, at, before_at)
    if before in ("every", "each"):
        return Item(before_at, at, "fixed", type="SET", value=duration("1", name))
    if before == "other" and scan.back(before_at - 1) in ("every", "each"):
        return Item(before_at - 1, at, "fixed", type="SET", value=duration("2", name))
    if plural:
        return _plural(scan, at, name, before_at)
    return _related(scan, at, name, before_at)


def _plural(scan: Scan, at: int, name: str, before_at: int) -> Item | None:
    """Uncounted plurals: "recent years", "the coming weeks", "years ago", "within days"."""
    before, after = scan.back(before_at), scan.low(at + 1)
    amount = duration("X", name)
    if (step := _step(scan, at, name, "X")) is not None:
        step.first = at
        return step
    if before in SPANS_OF_TIME or before in ("these", "those"):
        if name == "day" and before in ("these", "those"):
            return Item(before_at, at, "fixed", value="PRESENT_REF" if before == "these" else "PAST_REF")
        if before in ("first", "final", "opening", "initial"):
            return None
        first = before_at - 1 if scan.back(before_at - 1) == "the" else before_at
        return Item(first, at, "fixed", type="DURATION", value=amount)
    if after in _BARE_AFTER or before in _BARE_BEFORE:
        if name == "minute" and after == "of" and before not in _BARE_BEFORE:
            return None
        if name in ("second", "quarter") or (after == "to" and before not in _BARE_BEFORE):
            return None
        return Item(at, at, "fixed", type="DURATION", value=amount)
    return None


def _related(scan: Scan, at: int, name: str, before_at: int) -> Item | None:
    """One unit counted from the publication date or the text's date: "last year", "the following day", "the month"."""
    before = scan.back(before_at)
    second = scan.back(before_at - 1)
    if (name == "day" and before in ("this", "current", "present")) or before in ("any", "some", "no"):
        return None
    if before in ("past", "coming", "last", "next") and second in ("the", "this", "these"):
        if before == "next" and name in ("year", "month", "week") and scan.low(before_at - 2) not in _OVER:
            return Item(before_at - 1, at, "that", unit=name, rel=1)
        return _the_past(at, name, before_at, before, second)
    if before in ("last", "next", "this", "current", "present", "upcoming"):
        first = before_at - 1 if second == "the" else before_at
        form = "that" if name == "day" else "this"
        return Item(first, at, form, unit=name, rel=RELATIVES[before])
    if before in TEXT_RELATIVES:
        return _that(at, name, before_at, before, second)
    if before == "of" and second in _ENDS and name in ("month", "year", "quarter", "week"):
        return Item(at, at, "the", unit=name)
    if before == "the" and before_at == at - 1:
        return _definite(scan, at, name)
    return None


def _the_past(at: int, name: str, before_at: int, before: str, second: str) -> Item | None:
    if second == "this":
        return Item(before_at - 1, at, "this", unit=name, rel=-1 if before in ("past", "last") else 1)
    if name == "day" and before == "last":
        return None
    if name == "day":
        return Item(before_at - 1, at, "that", unit=name, rel=1 if before in ("next", "coming") else -1)
    if name in ("quarter", "century", "decade") and before == "last":
        return Item(before_at - 1, at, "this", unit=name, rel=-1)
    return Item(before_at - 1, at, "fixed", type="DURATION", value=duration("1", name))


def _that(at: int, name: str, before_at: int, before: str, second: str) -> Item | None:
    first = before_at - 1 if second in ("the", "that", "this") else before_at
    if before == "following" and name in ("decade", "century"):
        return Item(first, at, "fixed", type="DURATION", value=duration("1", name))
    if before == "same" and second not in ("the", "that", "this"):
        return None
    return Item(first, at, "that", unit=name, rel=TEXT_RELATIVES[before])


def _definite(scan: Scan, at: int, name: str) -> Item | None:
    """ "The year", "the day before": only where it can be no other year than the one spoken of."""
    after = scan.low(at + 1)
    if after in ("before", "after") and name in ("day", "week", "month", "year", "night"):
        if scan.low(at + 2) in (".", ",", ";", "", "and", "when", ")", "-"):
            return Item(at - 1, at + 1, "that", unit=name, rel=-1 if after == "before" else 1)
        return None
    if name == "day" and scan.low(at - 2) == "in" and scan.low(at - 3) in MODIFIERS:
        return Item(at - 1, at, "the", unit=name)
    if after in ("to", "ended", "ending") or name in ("day", "hour", "decade", "century"):
        return None
    opener = scan.low(at - 2)
    if opener == "of" and scan.low(at - 3) in _ENDS:
        return Item(at - 1, at, "the", unit=name)
    if opener in _PREPOSITIONS or scan.low(at - 3) in ("early", "late", "later", "earlier"):
        return Item(at - 1, at, "the", unit=name)
    return None
