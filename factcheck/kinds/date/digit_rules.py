"""Dates that begin with a number: years and decades, and days in digits ("2021-12-06", "12/6/2021")."""

from factcheck.kinds.date.item import Item
from factcheck.kinds.date.period_rules import end_of_season_years
from factcheck.kinds.date.scan import DASHES, Scan
from factcheck.kinds.date.words import AFTER_DAY, COUNTED_NOUNS, DECADES, MODIFIERS, MONTHS, UNITS

_COUNTING = frozenset("about nearly almost than some least roughly approximately only another most".split())
_NOT_YEAR_BEFORE = frozenset(
    "russell no number flight room page highway route nos boeing windows section article $ £ € ¥ # + / = .".split()
)
_YEAR_BEFORE = frozenset(
    "in since by from until till of to and through during before after early late mid for the a an between ( - – — "
    ", 's year fiscal c ca circa about around throughout [ or on than spring summer fall autumn winter".split()
)


def year(scan: Scan, at: int) -> Item | list[Item] | None:
    """A year in four digits, "1957-58", "1990s", "fiscal 2010"; not a count, a code or an amount."""
    if len(scan.low(at)) == 2:
        return _short_decade(scan, at)
    number = scan.year(at)
    if (era := scan.era(at + 1)) and (found := scan.dated_year(at)):
        return _before_christ(scan, at, found[0], era[1])
    if number is None:
        return None
    before, after = scan.low(at - 1), scan.low(at + 1)
    if after == ":" and scan.glued(at) and scan.low(at + 2)[:1].isdigit() and scan.glued(at + 1):
        return None
    if scan.glued(at) and (after in "%°年" or after in ("bn", "m", "k", "mm", "cm", "km", "kg")):
        return None
    if (
        scan.glued(at)
        and after in ("s", "'s")
        and number % 10 == 0
        and (after == "s" or before in ("the", "early", "late", "-"))
    ):
        model = before == "-" and scan.low(at - 2).isdigit() and len(scan.low(at - 2)) < 4
        return None if model else _decade(scan, at)
    if _is_joined(scan, at, before):
        return None
    if not _reads_as_year(scan, at, number, before, after):
        return None
    item = Item(at, at, "year", year=number)
    if before in ("fiscal", "fy"):
        item.first -= 1
    elif before == "year" and scan.back(at - 2) in ("the", "fiscal", "financial"):
        item.first -= 2
    return _year_range(scan, item) or item


def _before_christ(scan: Scan, at: int, number: int, last: int) -> Item | list[Item]:
    """A year with its era, and the year before it that shares the era: "492-490 BC", "396 and 395 BC"."""
    item = Item(at, last, "year", year=number)
    earlier = scan.integer(at - 2, 4) if at - 2 >= scan.free else None
    if number < 0 and earlier and earlier > -number and scan.back(at - 1) in (*DASHES, "to", "and", "or"):
        return [Item(at - 2, at - 2, "year", year=-earlier), item]
    return item


def anno_domini(scan: Scan, at: int) -> Item | None:
    """A year after its era: "AD 79"."""
    found = scan.dated_year(at)
    return Item(at, found[1], "year", year=found[0]) if found else None


def _is_joined(scan: Scan, at: int, before: str) -> bool:
    """Whether the mark before four digits makes them part of a number, a code or a sum."""
    joined = scan.glued(at - 1)
    if before == "." and scan.low(at - 2) in ("c", "ca"):
        return False
    if before == "." and scan.low(at - 2) in ("no", "nos"):
        return True
    if (before == "." and not joined) or (before == "/" and scan.year(at - 2)):
        return False
    if before == "-" and joined and scan.glued(at - 2):
        word = scan.word(at - 2)
        if word.isalpha() and word not in MONTHS and _is_case(scan, at - 3):
            return True
        if word.isupper() or (word.isdigit() and not scan.year(at - 2)):
            return True
    return before in _NOT_YEAR_BEFORE or (joined and (before[-1:].isalnum() or before in "./,:+_*&@="))


def _is_case(scan: Scan, dash: int) -> bool:
    """Whether digits are tied to the letters before a year-like number: "19-cv-1234"."""
    tied = scan.glued(dash) and scan.glued(dash - 1)
    return tied and scan.low(dash) == "-" and scan.low(dash - 1).isdigit()


def _reads_as_year(scan: Scan, at: int, number: int, before: str, after: str) -> bool:
    if _counts(scan, at, number, before):
        return False
    if after in ("to", "or", *DASHES) and (other := scan.year(at + 2)) and _counts(scan, at + 2, other, after):
        return False
    if 1900 <= number <= 2060:
        return True
    if before == "." and scan.low(at - 2) in ("c", "ca"):
        return True
    noun = _is_noun(scan, at + 1)
    return before in _YEAR_BEFORE and not (noun and after.endswith("s") and before not in ("the", "in", "of"))


def _counts(scan: Scan, at: int, number: int, before: str) -> bool:
    """Whether four digits count what follows: "2000 in all", "1950 soldiers", "some 1900 of them"."""
    after = scan.low(at + 1)
    if after in COUNTED_NOUNS or (after == "-" and scan.glued(at) and scan.low(at + 2) in COUNTED_NOUNS):
        return True
    if after == "in" and scan.low(at + 2) in ("all", "total"):
        return True
    if after in UNITS and before != "the":
        return True
    noun = _is_noun(scan, at + 1)
    if before in _COUNTING and noun:
        return True
    return noun and number % 100 == 0 and after.endswith("s") and before not in ("the", "in", "of", "since")


def _is_noun(scan: Scan, at: int) -> bool:
    """Whether a word in small letters stands at `at` that may be a noun."""
    word = scan.word(at)
    return word.isalpha() and word.isascii() and word.islower() and word not in AFTER_DAY


def _year_range(scan: Scan, item: Item) -> list[Item] | None:
    mark = item.last + 1
    if scan.low(mark) not in (*DASHES, "/") or item.year is None:
        return None
    other = scan.low(mark + 1)
    closed = scan.glued(mark) or not (scan.low(mark + 2).isalnum() or scan.glued(mark - 1))
    if len(other) == 2 and closed and other.isdigit() and scan.low(mark + 2) not in DASHES:
        if scan.low(mark + 2) == "winter" and end_of_season_years(scan, item) > item.last:
            return [Item(item.first, mark + 2, "season", value="WI", year=item.year)]
        last = item.year // 100 * 100 + int(other)
        return [item, Item(mark + 1, mark + 1, "year", year=last)] if last > item.year else None
    return None


def _decade(scan: Scan, at: int) -> Item:
    first = at - 1 if scan.back(at - 1) == "the" else at
    return Item(first, at + 1, "decade", type="DATE", value=scan.low(at)[:3])


def _short_decade(scan: Scan, at: int) -> Item | None:
    """A decade in two digits after an apostrophe: "the '60s"."""
    if scan.low(at)[1] != "0" or not scan.glued(at) or scan.low(at + 1) != "s":
        return None
    if scan.back(at - 1) != "'" or not scan.glued(at - 1) or scan.low(at) < "30":
        return None
    first = at - 2 if scan.back(at - 2) == "the" else at - 1
    return Item(first, at + 1, "decade", value=f"19{scan.low(at)[0]}")


def word_decade(scan: Scan, at: int) -> Item | None:
    """A decade in words: "the sixties", "the nineteen-thirties"."""
    before = scan.back(at - 1)
    if before not in ("the", *MODIFIERS, *DASHES):
        return None
    first = at - 1 if before == "the" else at
    return Item(first, at, "decade", value=f"19{DECADES[scan.low(at)]}")


def digits(scan: Scan, at: int) -> Item | None:
    """A date in digits: "2021-12-06", "12/6/2021", "6.12.2021"."""
    mark = scan.low(at + 1)
    if mark == "/" and scan.low(at) == "9" and scan.low(at + 2) == "11" and scan.low(at + 3) != "/":
        return Item(at, at + 2, "day", year=2001, month=9, day=11)
    if mark not in ("-", "/", ".") or not scan.glued(at) or not scan.glued(at + 1):
        return _dotted(scan, at)
    if scan.low(at + 3) != mark or not scan.glued(at + 2) or not scan.glued(at + 3):
        return None
    one, two, three = scan.integer(at, 4), scan.integer(at + 2, 2), scan.integer(at + 4, 4)
    if two is None and mark != "." and one and three and scan.low(at + 2) in MONTHS:
        month_number = MONTHS[scan.low(at + 2)]
        year_number, day = (one, three) if one > 31 else (three, one)
        return _numeric(at, at + 4, year_number, month_number, day)
    if one is None or two is None or three is None:
        return None
    if scan.year(at):
        return _numeric(at, at + 4, one, two, three)
    if len(scan.low(at + 4)) not in (2, 4):
        return None
    if three < 100:
        three += 1900 if three > 60 else 2000
    if (mark == "/" and two > 12) or (mark == "-" and two > 12) or (mark == "/" and one <= 12):
        one, two = two, one
    return _numeric(at, at + 4, three, two, one)


def _dotted(scan: Scan, at: int) -> Item | None:
    """Day, month and year with points are one number to the lexer: "6.12.2021"."""
    parts = scan.low(at).split(".")
    if len(parts) != 3 or not all(part.isdigit() and len(part) <= 4 for part in parts) or len(parts[2]) not in (2, 4):
        return None
    if len(parts[0]) > 2 or len(parts[2]) == 2:
        return None
    return _numeric(at, at, int(parts[2]), int(parts[1]), int(parts[0]))


def _numeric(first: int, last: int, year: int, month: int, day: int) -> Item | None:
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1000 <= year <= 2199):
        return None
    return Item(first, last, "day", year=year, month=month, day=day)
