"""A weekday beside a calendar day, against the Gregorian calendar.

Formula: the day's ISO weekday (`date.isoweekday`). Units: days. Tolerance: none with a stated year. Without one the
year is the one the article's date gives: days within ten days of a date that somebody stated are looked at, in
sentences that speak of no other year, and nothing is said where all such days of an article disagree. Days further off,
up to half a year, are looked at where no other year is near, and doubted only if they fall on that weekday in none of
the four years around the article's. A dateline's year ("June 5, 2023 -") stands for the article's date where none is
stated.
Source: ISO 8601. Silent: dates before 1753, other calendars ("Old Style"), a weekday that belongs to a range.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date, timedelta

from factcheck.checks import Check
from factcheck.model import Article, Claim, Finding, Severity
from factcheck.passage import Day, Passage, days_of, passage_of

NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY = r"(?P<weekday>Mon|Tues?|Wed(?:nes)?|Thurs?|Thu|Fri|Sat(?:ur)?|Sun)(?P<rest>day|\.)"
_BEFORE = re.compile(
    rf"\b{_WEEKDAY}(?:\s(?:night|morning|evening|afternoon))?"
    r"(?:,?\s(?:the\s)?|\s\(|,\s?|\s[-–—]\s)(?:on\s)?$"
)
_OF_SUNDAY = re.compile(rf"\b{_WEEKDAY}'s\s[a-z]+,\s(?:on\s)?$")
_INSIDE = re.compile(
    r"\b(?P<weekday>Mon|Tues?|Wed(?:nes)?|Thurs?|Thu|Fri|Sat(?:ur)?|Sun)(?P<rest>day|\.|)"
    r"(?:\s(?:night|morning|evening|afternoon))?(?:,\s?|\s)(?:the\s)?(?=\d|[A-Z])",
    re.I,
)
_AFTER = re.compile(
    rf"(?:,\s(?:which\s(?:was|is)\s)?(?:a|the)\s|,\s(?=\w+day[,.]?$)|\s\((?:a\s)?|\s[-–—]\sa\s|"
    rf",?\s(?:was|is|fell on|falls on)\sa\s){_WEEKDAY}"
    r"(?=[,.;)]|$|\s[-–—]\s|\s(?:when|that|at|after|before|because|so)\b)"
)
_JOINED = re.compile(
    r"(?:day\s?(?:to|and|or|through|thru|until|till|into|[-–—/&])|\bevery|\beach|\bcalled|\bnamed|\btitled)\s?$", re.I
)
_RANGE_NEXT = re.compile(
    r"^(?:st|nd|rd|th)?\s?(?:[-–—/&]|,?\s?(?:to|and|or|through|until|into)\b)\s?(?:(?!\w+day\b)\w+\s)?\d", re.I
)
_OTHER_CALENDAR = re.compile(r"(?:old style|julian (?:calendar|date)|lunar|hijri|hebrew calendar)\b|\bo\.s\.")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_OTHER_YEAR = re.compile(
    r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|\b(?:last year|years? ago|a year earlier|anniversary|inquest|coroner|jury|jurors|"
    r"court (?:heard|was told)|tribunal)\b",
    re.I,
)
_AHEAD = re.compile(r"\b(?:will|shall|is due|are due|is to|are to|is expected|are expected)\b", re.I)
_DIGITS = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_FICTION = re.compile(
    r"\b(?:novel|play|film|movie|stor(?:y|ies)|fiction\w*|episode|series|set on|"
    r"crash(?:ed)?|history)\b",
    re.I,
)
_DATELINE = re.compile(r"\s*(?:[A-Z][A-Za-z .'’/-]{1,40}(?:, [A-Z][A-Za-z .]{1,30})?,? )?(?:\([A-Za-z ]{2,20}\),? ?)?")
_DASH = re.compile(r"(?: \([A-Za-z ./]{2,24}\))? ?(?:[-–—]|\n)")
RECENT = timedelta(days=10)
FAR = timedelta(days=183)
GREGORIAN = 1753
"""The first whole year of the Gregorian calendar in English-speaking countries."""


def look(article: Article, claims: Sequence[Claim]) -> Iterator[Finding]:
    """Days that fall on another weekday than the text says."""
    days = days_of(claims)
    if not days:
        return
    passage = passage_of(article)
    if _OTHER_CALENDAR.search(article.text.lower()):
        return
    today = _today(passage, days)
    doubtful: list[tuple[Day, date, int, tuple[str, ...]]] = []
    agreed = False
    for at, item in enumerate(days):
        if item.mention.grain not in ("day", "time") or not _DIGITS.search(item.claim.quote):
            continue
        has_year = _YEAR.search(item.claim.quote) is not None
        day = item.mention.first if has_year else _nearest(today, item)
        if day is None or day.year < GREGORIAN or (said := _said(passage, item.claim)) is None:
            continue
        if said == day.isoweekday():
            agreed = agreed or not has_year
        elif has_year:
            yield _finding(item, day, said, _named(days, at, said))
        elif _is_recent(passage, today, item, day) or _is_alone(passage, today, item, day, said):
            doubtful.append((item, day, said, _named(days, at, said)))
    # Several that are out and none that is right tell of a wrong year of the article, which is not the text's fault.
    if len(doubtful) == 1 or agreed:
        yield from (_finding(*each) for each in doubtful)


def _nearest(today: date | None, item: Day) -> date | None:
    """The day of the year without a year that lies nearest to a stated date of the article, whatever weekday it is."""
    day = item.mention.first
    if day is None or today is None:
        return None
    near = list(_years_of(day, range(today.year - 1, today.year + 2)))
    return min(near, key=lambda one: abs(one - today), default=None)


def _years_of(day: date, years: Iterable[int]) -> Iterator[date]:
    """The same day of other years, as far as they have it."""
    for year in years:
        with suppress(ValueError):
            yield day.replace(year=year)


def _today(passage: Passage, days: Sequence[Day]) -> date | None:
    """The article's date: the stated one, else the full date of its dateline."""
    published = passage.article.published
    if published is not None and published.day is not None and not published.inferred:
        return published.day
    first = days[0]
    if first.mention.grain == "day" and first.mention.first and _YEAR.search(first.claim.quote):
        before = passage.view[: first.claim.span.start].rpartition("\n")[2]
        if _DATELINE.fullmatch(before) and _DASH.match(passage.after(first.claim, 30)):
            return first.mention.first
    return None


def _is_alone(passage: Passage, today: date | None, item: Day, day: date, said: int) -> bool:
    """Whether a day within half a year of the article falls on the weekday said in no year that could be meant."""
    leap = (day.month, day.day) == (2, 29)
    if today is None or (abs(day - today) > FAR and not leap):
        return False
    start = item.claim.span.start
    if any(abs(int(year) - today.year) > 1 for year in _YEAR.findall(passage.view[max(start - 700, 0) : start + 200])):
        return False
    index = passage.sentence_of(item.claim)
    before = passage.words_of(index - 1).replace(str(today.year), "")
    if _OTHER_YEAR.search(f"{before} {passage.words_of(index)}"):
        return False
    years = range(today.year - 4, today.year + 5) if leap else range(today.year - 2, today.year + 2)
    if _FICTION.search(f"{passage.words_of(index - 1)} {passage.words_of(index)}"):
        return False
    return all(other.isoweekday() != said for other in _years_of(day, years))


def _said(passage: Passage, claim: Claim) -> int | None:
    """The weekday (1 is Monday) that the text gives for a calendar day, if it gives one."""
    after = passage.after(claim, 40)
    if _RANGE_NEXT.match(after) or _RANGE_NEXT.search(re.sub(r"^\D*\d{1,2}", "", claim.quote)):
        return None
    before = passage.before(claim, 40)
    inside = _INSIDE.search(claim.quote)
    match = inside or _BEFORE.search(before) or _OF_SUNDAY.search(before) or _AFTER.match(after)
    if match is None or (match["weekday"].lower() == "sun" and match["rest"] in ("", ".")):
        return None
    if _JOINED.search(before + claim.quote[: match.start()] if inside else before[: match.start()]):
        return None
    said = match["weekday"].capitalize()
    return next(number for number, name in enumerate(NAMES, 1) if name.startswith(said))


def _is_recent(passage: Passage, today: date | None, item: Day, day: date) -> bool:
    """Whether a day without a year is surely one of the article's own days."""
    if today is None or abs(day - today) > RECENT:
        return False
    index = passage.sentence_of(item.claim)
    words = passage.words_of(index)
    before = "" if _AHEAD.search(words) else passage.words_of(index - 1).replace(str(today.year), "")
    return not _OTHER_YEAR.search(f"{before} {words}")


def _named(days: Sequence[Day], at: int, said: int) -> tuple[str, ...]:
    """The key of the neighbouring claim that is the weekday itself, if it is a claim of its own."""
    for other in (at - 1, at + 1):
        if 0 <= other < len(days) and days[other].claim.quote.startswith(NAMES[said - 1][:3]):
            near = days[other].claim.span
            here = days[at].claim.span
            if max(near.start, here.start) - min(near.end, here.end) <= 12:
                return (days[other].claim.key,)
    return ()


def _finding(item: Day, day: date, said: int, others: tuple[str, ...]) -> Finding:
    step = (said - day.isoweekday() + 3) % 7 - 3
    near = day + timedelta(days=step)
    same = [year for year in (day.year - 1, day.year + 1) if _falls(day, year) == said]
    fits = f"{NAMES[day.isoweekday() - 1]} {day:%Y-%m-%d} or {NAMES[said - 1]} {near:%Y-%m-%d} would fit"
    slip = f"; {day:%d %B} was a {NAMES[said - 1]} in {same[0]}, a year off" if same else ""
    return Finding(
        check=CHECK.name,
        severity=Severity.ERROR if _YEAR.search(item.claim.quote) else Severity.WARNING,
        claims=(item.claim.key, *others),
        message=f"{day:%Y-%m-%d} was a {NAMES[day.isoweekday() - 1]}, not a {NAMES[said - 1]}.",
        arithmetic=(
            f"{day:%Y-%m-%d} is day {day.isoweekday()} of its ISO week: {NAMES[day.isoweekday() - 1]}",
            f"the text says {NAMES[said - 1]}",
        ),
        tolerance="None, for the year is stated or is the article's own.",
        suggestion=f"{fits}{slip}.",
    )


def _falls(day: date, year: int) -> int:
    try:
        return day.replace(year=year).isoweekday()
    except ValueError:
        return 0


CHECK = Check("weekday", "Weekdays", look)
