"""Words that look as if a date stood there: names of months and weekdays, years, and days counted from today."""

from collections.abc import Iterator

from factcheck.document import Document
from factcheck.kinds.date.scan import DASHES, Scan
from factcheck.kinds.date.words import DOUBTFUL_MONTHS, MONTHS, WEEKDAY_PLURALS, WEEKDAYS
from factcheck.model import Span

_DEICTIC = frozenset("yesterday today tomorrow tonight ago overnight fortnight weekend weekends noon midnight".split())
_NAMES = MONTHS.keys() | WEEKDAYS.keys() | WEEKDAY_PLURALS.keys()
_SHORT = frozenset(("jan", "mar", "jun", "sat", "sun", "mon", "wed"))
"""Also given names, verbs or papers: only with the point of an abbreviation or a number beside them."""
_MODAL = frozenset("i you he she it we they god the be not have".split())
"""What follows "May" where it opens a wish or a question."""
_FIRST_YEAR, _LAST_YEAR = 1500, 2099


def hints(document: Document) -> Iterator[Span]:
    """Every word of the document that seems to name a day, a month or a year."""
    scan = Scan(document)
    for at, word in enumerate(scan.lowers):
        if word in _DEICTIC or (word in _NAMES and _is_name(scan, at)) or (word[0] in "12" and _is_year(scan, at)):
            yield scan.tokens.span(at, at)


def _is_name(scan: Scan, at: int) -> bool:
    word = scan.lowers[at]
    if not scan.capital(at):
        return len(word) > 5 and word not in DOUBTFUL_MONTHS
    if word in _SHORT:
        return (scan.glued(at) and scan.low(at + 1) == ".") or any(
            scan.low(beside)[:1].isdigit() for beside in (at - 1, at + 1)
        )
    return word != "may" or scan.low(at + 1) not in _MODAL


def _is_year(scan: Scan, at: int) -> bool:
    """Whether four digits may be a year and no part of a longer code."""
    year = scan.year(at)
    if year is None or not _FIRST_YEAR <= year <= _LAST_YEAR:
        return False
    if at and scan.glued(at - 1) and (scan.low(at - 1)[-1:].isalnum() or scan.low(at - 1) in DASHES):
        return False
    return not (scan.glued(at) and scan.low(at + 1)[:1].isalpha() and scan.low(at + 1) not in ("s", "年"))
