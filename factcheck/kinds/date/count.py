"""Counts of units of time, read backwards from the unit: "two and a half", "a couple of", "almost 18"."""

from decimal import Decimal

from factcheck.kinds.date.scan import DASHES, Scan
from factcheck.kinds.date.words import APPROXIMATORS, BETWEEN, COUNTED, UNIT_CODES, VAGUE_COUNTS
from factcheck.numbers import number_at

_NUMBER_WORDS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million half dozen "
    "quarter ½ ¼ ¾".split()
)
_JOINS = frozenset(("and", "a", "an", "-"))


def count_before(scan: Scan, at: int) -> tuple[int, str] | None:
    """The first token and the TIMEX3 amount of the count whose unit is token `at`."""
    end = at - 1
    if scan.back(end) in DASHES or scan.back(end) in BETWEEN:
        end -= 1
    word = scan.back(end)
    if word == "]":
        return _bracketed(scan, end)
    if word in VAGUE_COUNTS:
        return (end - 1 if scan.back(end - 1) in ("a", "very") else end), "X"
    if word == "of" and (amount := COUNTED.get(scan.back(end - 1))):
        return (end - 2 if scan.back(end - 2) == "a" else end - 1), amount
    if word == "couple" or (word == "more" and scan.back(end - 1) in ("few", "two")):
        return (end - 1 if scan.back(end - 1) in ("a", "few", "two") else end), "2" if word == "couple" else "X"
    if word == "more" and end - 1 >= scan.free:
        end -= 1
        word = scan.back(end)
    if word in ("a", "an", "another"):
        if scan.back(end - 1) == "half":
            return end - 1, "0.5"
        return end, "1"
    return number_ending(scan, end)


def _bracketed(scan: Scan, end: int) -> tuple[int, str] | None:
    """A count that an editor put into a quotation: "[Ten] years ago"."""
    found = number_ending(scan, end - 1)
    return (found[0] - 1, found[1]) if found and scan.back(found[0] - 1) == "[" else None


def number_ending(scan: Scan, end: int) -> tuple[int, str] | None:
    """The number, in digits or words, whose last token is `end`."""
    first = end
    if not (scan.back(end)[:1].isdigit() or scan.back(end) in _NUMBER_WORDS):
        return None
    while first - 1 >= scan.free and end - first < 8:
        before = scan.back(first - 1)
        fraction = before == "/" and scan.glued(first - 2)
        if fraction or before[:1].isdigit() or before in _NUMBER_WORDS or (before in _JOINS and _may_join(scan, first)):
            first -= 1
        else:
            break
    for start in range(first, end + 1):
        if (number := number_at(scan.tokens, start)) and number.last == end:
            return start, _amount(number.low) if number.low == number.high else "X"
    return None


def _may_join(scan: Scan, first: int) -> bool:
    """Whether what stands before a joining word is still a number: "two and a half", "twenty-five", "a hundred"."""
    before = scan.back(first - 1)
    if before in ("a", "an"):
        return scan.low(first) in ("hundred", "dozen", "half", "quarter", "thousand", "million")
    at = first - 2
    return scan.back(at)[:1].isdigit() or scan.back(at) in _NUMBER_WORDS or scan.low(first) in ("a", "an")


def _amount(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def duration(amount: str, name: str) -> str:
    """The TIMEX3 value of a count of units."""
    if name == "fortnight" and amount.isdigit():
        amount = str(2 * int(amount))
    if amount == "0.5" and name in ("hour", "year"):
        amount, name = ("30", "minute") if name == "hour" else ("6", "month")
    before, after = UNIT_CODES[name]
    return f"{before}{amount}{after}"


def approximated(scan: Scan, first: int) -> int:
    """Takes "almost", "about", "more than" before a count."""
    for words in APPROXIMATORS:
        start = first - len(words)
        if start >= scan.free and scan.follows(start, words) and words[0] not in ("some", "over", "only", "under"):
            return start
    return first
