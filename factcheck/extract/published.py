"""When an article came out, read from itself: its dateline, and the years its sentences must lie between."""

from collections.abc import Iterator
from datetime import date, timedelta

from factcheck.document import Document
from factcheck.kinds.date.find import items_of
from factcheck.kinds.date.item import Item
from factcheck.kinds.date.scan import Scan
from factcheck.kinds.date.tense import Direction, direction
from factcheck.model import Published, Span

_READ = 50_000
"""How many characters are read: what dates an article stands near its beginning."""

_HEAD_LINES = 12
_TAIL_LINES = 3
_LABELS = frozenset(("published", "posted", "date", "dated", "issued", "released", "publication"))
_LABEL_WORDS = frozenset((*_LABELS, "first", "on", ":", "at", "-", "|", "online", "press", "release", "publish", "*"))
_UPDATES = frozenset(("updated", "modified", "update", "last", "edited"))
_PREPOSITIONS = frozenset(
    "on in by since from until till to at after before during of for between and or through around about".split()
)
_SMALL_WORDS = frozenset("of and the de la del di al el / , . ( ) - – — ' 's & |".split())
_AFTER_DATELINE = frozenset(("(", ".", "-", "–", "—", ":", "/", "|"))
_WILL = frozenset(("will", "'ll", "shall"))
_DUE = frozenset("scheduled expected due set planned slated to".split())
_WAS = frozenset("was were had would did been said could".split())
_STRONG = frozenset(
    "took came went began won lost met left held sold rose fell became made broke signed opened".split()
)
_FORMS = frozenset(("day", "month", "year"))
_LONGEST_DATELINE = 12
_NEAR_VERB = 6
_WEEKDAY_WINDOW = 5
"""For how many years after the last past year a weekday alone may settle the year: they seldom repeat within."""


def infer_published(text: str) -> Published | None:
    """The date an article carries in its text; unknown parts are X, and without any, None.

    It is inferred, but for a whole date that its head calls that of publication ("Published: 3 March 2024").

    A date counts when it is labelled ("Published: 3 March 2024"), stands alone on a line, or is in a dateline
    ("BEIJING, Dec. 6 (Xinhua) --"). Where it has no year, the year is the only one that its weekday and the explicit
    dates of the text leave: "expired in March 2021" before it, "to be held in January 2022" after it.
    """
    document = Document(text, end=min(len(text), _READ))
    scan = Scan(document)
    items = items_of(scan)
    days = [item for item in items if item.form == "day"]
    ranked = (
        sorted(
            (rank, at, item, edge)
            for at, line, edge in _lines(document)
            for item, rank in _dating(scan, line, days, edge)
        )
        if days
        else []
    )
    if not ranked:
        return None
    rank, _, item, edge = ranked[0]
    year = item.year if item.year is not None else _year(scan, item, items)
    inferred = rank > 0 or edge or item.year is None or not _is_called_published(scan, item)
    return _published(year, item.month or 1, item.day or 1, inferred)


def _is_called_published(scan: Scan, item: Item) -> bool:
    """Whether the words of a line before its date say that it was published then, not that it is of that date."""
    return any(
        scan.low(at) in ("published", "publication", "posted") for at in range(item.first - 1, item.first - 5, -1)
    )


def _published(year: int | None, month: int, day: int, inferred: bool) -> Published | None:
    try:
        date(2000 if year is None else year, month, day)
    except ValueError:
        return None
    return Published(f"{'XXXX' if year is None else f'{year:04d}'}-{month:02d}-{day:02d}", inferred)


def _lines(document: Document) -> Iterator[tuple[int, Span, bool]]:
    """The first and last lines that hold anything, numbered; true for those at the end."""
    lines = document.paragraphs
    for at, line in enumerate(lines[:_HEAD_LINES]):
        yield at, line, False
    for at, line in enumerate(lines[_HEAD_LINES:][-_TAIL_LINES:], _HEAD_LINES):
        yield at, line, True


def _dating(scan: Scan, line: Span, days: list[Item], edge: bool) -> Iterator[tuple[Item, int]]:
    """The first day of a line if it dates the article, with how well it does: 0 labelled, 1 alone, 2 dateline."""
    tokens = scan.tokens
    first, last = tokens.index_at(line.start - 1) + 1, tokens.index_at(line.end - 1)
    item = next((day for day in days if first <= day.first <= last), None)
    if item is None or item.first - first > _LONGEST_DATELINE:
        return
    before = scan.lowers[first : item.first]
    if _LABELS.intersection(before) and all(word in _LABEL_WORDS or word in _UPDATES for word in before):
        yield item, 3 if _UPDATES.intersection(before) and "published" not in before else 0
    elif _ends_line(scan, item.last, last) and (not before or _is_byline(scan, first, item)):
        yield item, 1
    elif not edge and _is_dateline(scan, first, item):
        yield item, 2


def _ends_line(scan: Scan, at: int, last: int) -> bool:
    """Whether nothing but a time, marks and names of zones stands between token `at` and the end of its line."""
    rest = range(at + 1, last + 1)
    return len(rest) <= 10 and all(
        not scan.lowers[index].isalpha()
        or scan.lowers[index] in ("at", "am", "pm", "a", "p", "m", "min", "read", "updated")
        or scan.words[index].isupper()
        for index in rest
    )


def _names_only(scan: Scan, first: int, item: Item) -> bool:
    """Whether only names and marks stand before a date, at least one name, and no preposition right before it."""
    if scan.low(item.first - 1) in _PREPOSITIONS or scan.low(item.first - 1) == "(":
        return False
    words = range(first, item.first)
    names = [index for index in words if scan.capital(index)]
    return bool(names) and all(scan.capital(index) or scan.lowers[index] in _SMALL_WORDS for index in words)


def _is_byline(scan: Scan, first: int, item: Item) -> bool:
    """Whether a line that ends in a date is "By JANE DOE, 14 May 2031" or a paper's name."""
    return _names_only(scan, first, item) and (
        scan.low(first) == "by" or scan.low(item.first - 1) in (",", "|", "-", "–", "—", ".", "/")
    )


def _is_dateline(scan: Scan, first: int, item: Item) -> bool:
    """Whether a line begins with a dateline that ends in this date: "LONDON, March 3 (AP) -", "Xinhua, Dec. 6."."""
    if scan.low(first) in _PREPOSITIONS or not _names_only(scan, first, item):
        return False
    return scan.low(item.last + 1) in _AFTER_DATELINE and not scan.low(item.last + 2).isdigit()


def _year(scan: Scan, item: Item, items: list[Item]) -> int | None:
    """The year of a dateline that names none, when the weekday and the dates of the text leave one only."""
    low, high = _bounds(scan, item, items)
    if low is None or (high is not None and low > high):
        return None
    last = high.year if high is not None else low.year + _WEEKDAY_WINDOW - 1
    possible = [
        day
        for year in range(low.year, last + 1)
        if (day := _day(year, item)) and low <= day and (high is None or day <= high)
        if item.weekday is None or day.isoweekday() == item.weekday
    ]
    if len(possible) != 1 or (high is None and item.weekday is None):
        return None
    return possible[0].year


def _day(year: int, item: Item) -> date | None:
    try:
        return date(year, item.month or 1, item.day or 1)
    except ValueError:
        return None


def _bounds(scan: Scan, dateline: Item, items: list[Item]) -> tuple[date | None, date | None]:
    """The latest day the text says is past and the earliest it says is to come, by dates that name their year."""
    low: date | None = None
    high: date | None = None
    for item in items:
        if item is dateline or item.year is None or not 1900 <= item.year <= 2100 or item.form not in _FORMS:
            continue
        if _is_to_come(scan, item):
            end = _last_day(item)
            high = end if high is None or end < high else high
        elif _is_past(scan, item):
            begin = date(item.year, item.month or 1, min(item.day or 1, 28))
            low = begin if low is None or begin > low else low
    return low, high


def _last_day(item: Item) -> date:
    year, month = item.year or 1, item.month or 12
    if item.day:
        return date(year, month, min(item.day, 28))
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(1)


def _is_to_come(scan: Scan, item: Item) -> bool:
    """Whether a verb before a date says that it lies ahead: "will", "is due", "to be held in"."""
    for at in range(item.first - 1, _sentence_start(scan, item), -1):
        word = scan.lowers[at]
        if word in _WAS:
            return False
        if word in _WILL:
            return True
        if word == "be" and scan.low(at - 1) == "to":
            return not any(scan.low(at - back) in _WAS for back in (2, 3, 4))
        if word in _DUE and scan.low(at - 1) in ("is", "are"):
            return True
    return False


def _is_past(scan: Scan, item: Item) -> bool:
    """Whether a past verb stands close before a date in the same sentence: "expired in March 2021"."""
    if scan.low(item.first - 1) not in ("in", "on", "since"):
        return False
    near = range(item.first - 2, max(_sentence_start(scan, item), item.first - 2 - _NEAR_VERB), -1)
    if not any(direction(scan, at + 1, item.last) is Direction.PAST for at in near[:1]):
        return False
    reach = 3 if item.form == "year" else _NEAR_VERB
    return any(_is_past_verb(scan, at) for at in near[:reach])


def _is_past_verb(scan: Scan, at: int) -> bool:
    word = scan.lowers[at]
    return word in _WAS - {"would", "could"} or (word.endswith("ed") and scan.words[at].islower()) or word in _STRONG


def _sentence_start(scan: Scan, item: Item) -> int:
    start = scan.document.sentence_at(scan.tokens.starts[item.first]).start
    return max(scan.tokens.index_at(start), item.first - 30, 0) - 1
