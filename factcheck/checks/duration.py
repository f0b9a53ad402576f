"""A length of time against the two dates that bound it.

Formula: the days between the ends, from the least to the most that their grain allows and both ends included, in the
unit stated (a year of 365.25 days, a month of 30.44); between two times of day their minutes; for "N years ago" and
"N years later" the years between. Units: minutes, hours, days, weeks, months, years.
Tolerance: six tenths of the unit, for counting either way and for rounding; five minutes or a tenth between times of
day; a year for years ago. "Over" and "less than" are bounds; "about" and "nearly" allow a quarter.
Silent: "first", "last", "every"; terms that the sentence does not tie to the two dates.
"""

import re
from collections.abc import Iterator, Sequence, Set
from decimal import Decimal
from itertools import pairwise

from factcheck.checks import Check
from factcheck.dating import Known, known, stretches
from factcheck.model import Article, Claim, Finding, Severity
from factcheck.passage import Day, Passage, days_of, passage_of
from factcheck.sums import Interval, shown

_LENGTH = re.compile(r"P(\d+(?:\.\d+)?)([YMWD])|P(\d+)(DE)")
_DAYS = {"Y": Decimal("365.25"), "M": Decimal("30.4375"), "W": Decimal(7), "D": Decimal(1), "DE": Decimal("3652.5")}
_NAMES = {"Y": "years", "M": "months", "W": "weeks", "D": "days", "DE": "decades"}
_LEAD = re.compile(
    r"(?: [a-z'-]+){0,5},? ?(?:\((?:from )?|(?:which |that )?(?:began|started|beginning|starting) (?:in |on |from )|"
    r"(?:which |that )?(?:ran|runs|running|lasted|lasts|lasting) from |from |between )(?:the )?",
    re.I,
)
_TAIL = re.compile(
    r"\)?(?:,| [-–—]|:)? (?:an? (?:period|span|term|time|stretch|total|run|stint|reign|career|spell|tenure|"
    r"stay|absence|gap|"
    r"wait|interval) of |lasting |lasted |that is |after |over |"
    r"which is |"
    r"or |for )",
    re.I,
)
_OTHER_TERM = re.compile(
    r"\b(?:first|last|next|past|most of|early|every|each|of the|further|another|few|several|extra|"
    r"additional)(?: the)? $",
    re.I,
)
_HEDGED = re.compile(
    r"\b(?:(?P<least>over|more than|at least|longer than|no less than|(?:just|well|slightly) over)|"
    r"(?P<most>less than|up to|within|under|just under|at most)|"
    r"(?P<vague>about|around|nearly|almost|roughly|some|approximately|just|barely|close to))(?: the| an?)? $",
    re.I,
)
_AGO = re.compile(r"\byears ago$", re.I)
_AGO_GAP = re.compile(
    r"(?:,| \(| [-–—]|[–—])? ?(?:or |some |about |almost |nearly |more than |over |exactly |"
    r"just over )*"
)
_AGO_FIRST = re.compile(r"(?:,| [-–—])? ?(?:in |on |back in )(?:the )?")
_FOR = re.compile(r", (?:for|or|that is) (?:about |some |almost |nearly |more than |over )?", re.I)
_SINCE = re.compile(r",? since (?:the )?", re.I)
_SINCE_BEFORE = re.compile(r"\bsince $", re.I)
_ENDED = re.compile(r"[.,;)](?!\d)|$")
_AGO_ENDED = re.compile(r"[.,;)](?!\d)|$| (?:by|when|to|and|at|with|on|in)\b")
_HAS = re.compile(r"\b(?:has|have)\b")
_LATER = re.compile(r" (?:later|on|after that|afterwards),? (?:in |on )(?:the )?", re.I)
_AFTER_GAP = re.compile(r",? (?:some |about |almost |nearly |more than |over |exactly |just )*", re.I)
_AFTER = re.compile(r" (?P<way>after|before) [^.;:()\d]{1,60}? (?:in|on|of) (?:the )?", re.I)
_THEN = re.compile(r"[^.;:()\d]{0,60}?(?:,| and|;|:) (?:then |and |only |some |about |almost |just )*", re.I)
_APPOSED = re.compile(
    r"\)?(?:,| [-–—]|[–—]|:| \() ?(?:(?:a total of|over|more than|at least|less than|about|around|nearly|"
    r"almost|roughly|some|"
    r"just|just over|just under|exactly) )?",
    re.I,
)
_CLOSED = re.compile(r"[.,;)](?!\d)|$| (?:a day|in all|in total|later|long|altogether)\b")
_TO_ONLY = re.compile(r" (?:to|until|till|through) ", re.I)
_CLOCK = re.compile(r"T(\d\d):(\d\d)")
_CLOCK_LENGTH = re.compile(r"PT(?:(\d+)H)?(?:(\d+)M)?")
VAGUE = Decimal("0.25")
_WORDS = re.compile(
    r" ?(?:\d|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty)\b)", re.I
)
_OTHER = re.compile(
    r"\b(?:average|interrupted|on and off|non-consecutive|twice|two spells|school|season|academic|fiscal|in total|"
    r"combined|"
    r"apart from|except|break|suspended|extended|including|cumulative|sentence)\b",
    re.I,
)
_ONE = re.compile(r"an? \w+", re.I)
_LED = re.compile(
    r"(?:\b(?:for|over|in|during|within|after|of|or|than|was|is|took|takes?|taking|lasted|lasts?|lasting|spent|spends?|"
    r"served|serves?|serving|ran|runs?|waited|stayed)|[,;:(–—-]) $",
    re.I,
)
"""What stands before a length of one; after anything else "a year" is what a rate counts by ("0.06 degrees a year")."""
ROOM = Decimal("0.6")


def look(article: Article, claims: Sequence[Claim]) -> Iterator[Finding]:
    """Lengths of time that their two ends do not give."""
    days = days_of(claims)
    if any(_AGO.search(item.claim.quote) for item in days):
        yield from _years_ago(passage_of(article), days)
    lengths = {
        item.claim.key
        for item in days
        if item.mention.type == "DURATION"
        and (_LENGTH.fullmatch(item.mention.value) or _CLOCK_LENGTH.fullmatch(item.mention.value))
    }
    if not lengths:
        return
    passage = passage_of(article)
    place = {item.claim.key: at for at, item in enumerate(days)}
    dates = known(days)
    told = list(stretches(passage, dates))
    opened = {one.claim.key for one, _ in told}
    told += [pair for pair in pairwise(dates) if pair[0].claim.key not in opened and _is_bare(passage, *pair)]
    for one, other in told:
        at, after = place[one.claim.key] - 1, place[other.claim.key] + 1
        length = None
        if at >= 0 and days[at].claim.key in lengths and _LEAD.fullmatch(passage.between(days[at].claim, one.claim)):
            length = days[at]
        elif (
            after < len(days) and days[after].claim.key in lengths and _is_told(passage, other.claim, days[after].claim)
        ):
            length = days[after]
        if length is None:
            continue
        finding = _judge(passage, length, one, other) or _minutes(passage, length, one, other, days)
        if finding is not None:
            yield finding
    for first, second in pairwise(days):
        if (finding := _since(passage, first, second, lengths)) is not None:
            yield finding
    for at in range(len(days) - 2):
        if days[at + 1].claim.key in lengths and (finding := _apart(passage, *days[at : at + 3])) is not None:
            yield finding


def _is_told(passage: Passage, end: Claim, length: Claim) -> bool:
    """Whether a length after the second end speaks of the time between: "a period of nine years", ", nine years."."""
    gap = passage.between(end, length)
    if _TAIL.fullmatch(gap):
        return True
    return bool(_APPOSED.fullmatch(gap) and _CLOSED.match(passage.after(length, 20)))


def _is_bare(passage: Passage, one: Known, other: Known) -> bool:
    """Whether two days stand as "June 3 to June 10", which with a length after them is a time even without "from"."""
    whole = one.grain == other.grain == "day" and _DIGIT.search(one.claim.quote) and _DIGIT.search(other.claim.quote)
    return bool(whole and _TO_ONLY.fullmatch(passage.between(one.claim, other.claim)))


def _years_ago(passage: Passage, days: Sequence[Day]) -> Iterator[Finding]:
    """A year and how long ago it is: "in 1994, 20 years ago"."""
    for one, other in pairwise(known(days)):
        gap = passage.between(one.claim, other.claim)
        if _AGO.search(other.claim.quote) and one.has_year and _AGO_GAP.fullmatch(gap):
            year, ago = one, other
        elif _AGO.search(one.claim.quote) and other.has_year and _AGO_FIRST.fullmatch(gap):
            year, ago = other, one
        else:
            continue
        published = passage.article.published
        today = published.part(0) if published and not published.inferred else None
        last = max(one, other, key=lambda item: item.claim.span)
        if ago is last and not _AGO_ENDED.match(passage.after(ago.claim, 8)):
            continue
        if today is None or year.grain in ("decade", "century") or _AGO.search(year.claim.quote):
            continue
        said, exact = today - ago.first.year, today - year.first.year
        hedged = _HEDGED.search(passage.before(ago.claim, 24)) or _HEDGED.search(f"{_WORDS.split(ago.claim.quote)[0]} ")
        slack = Decimal(1) + (VAGUE * said if hedged else 0)
        if abs(said - exact) <= slack or exact < 0:
            continue
        yield Finding(
            check=CHECK.name,
            severity=Severity.ERROR,
            claims=(ago.claim.key, year.claim.key),
            message=f"{year.claim.quote} is {exact} years before the article's year, {today}, not {said}.",
            arithmetic=(f"{today} - {year.first.year} = {exact}", f"the text says {said}"),
            tolerance="A year; a quarter more where a word like “about” stands.",
            suggestion=f"{exact} years ago would fit, or {today - said}.",
        )


def _since(passage: Passage, one: Day, other: Day, lengths: Set[str]) -> Finding | None:
    """A year and how long something has gone on since: "since 1996, for 26 years", "for 26 years, since 1996"."""
    published = passage.article.published
    today = published.day if published and not published.inferred else None
    length, year = (other, one) if other.claim.key in lengths else (one, other)
    start = known([year])
    if (
        today is None
        or length.claim.key not in lengths
        or year.claim.key in lengths
        or not start
        or not start[0].has_year
    ):
        return None
    gap = passage.between(one.claim, other.claim)
    told = _FOR.fullmatch(gap) if length is other else _SINCE.fullmatch(gap)
    if told is None or not (length is one or _SINCE_BEFORE.search(passage.before(one.claim, 12))):
        return None
    if (
        not _ENDED.match(passage.after(other.claim, 4))
        or not _HAS.search(passage.words_of(passage.sentence_of(one.claim)))
        or start[0].last > today
    ):
        return None
    now = start[0]._replace(claim=length.claim, first=today, last=today)
    return _judge(passage, length, start[0], now)


def _apart(passage: Passage, one: Day, length: Day, other: Day) -> Finding | None:
    """Two years and the years between them: "in 2008, 46 years after they married in 1962"."""
    match = _LENGTH.fullmatch(length.mention.value)
    ends = known([one, other])
    if match is None or match[2] != "Y" or len(ends) != 2 or not all(end.has_year for end in ends):
        return None
    lead, tail = passage.between(one.claim, length.claim), passage.between(length.claim, other.claim)
    after = _AFTER.fullmatch(tail) if _AFTER_GAP.fullmatch(lead) else None
    if after is None and not (_LATER.fullmatch(tail) and _THEN.fullmatch(lead)):
        return None
    first, last = (ends[1], ends[0]) if after and after["way"].lower() == "after" else (ends[0], ends[1])
    if last.first < first.first or "decade" in (first.grain, last.grain):
        return None
    return _judge(passage, length, first, last)


def _minutes(passage: Passage, length: Day, one: Known, other: Known, days: Sequence[Day]) -> Finding | None:
    """A length in hours or minutes against two times of day."""
    values = {day.claim.key: day.mention.value for day in days}
    clocks = [_CLOCK.search(values[end.claim.key]) for end in (one, other)]
    match = _CLOCK_LENGTH.fullmatch(length.mention.value)
    if clocks[0] is None or clocks[1] is None or match is None or not (match[1] or match[2]):
        return None
    start, end = (int(clock[1]) * 60 + int(clock[2]) for clock in clocks if clock)
    exact = (end - start) % 1440
    said = int(match[1] or 0) * 60 + int(match[2] or 0)
    hedge = _HEDGED.search(passage.before(length.claim, 24))
    if _OTHER_TERM.search(passage.before(length.claim, 24)) or _OTHER.search(
        passage.words_of(passage.sentence_of(length.claim))
    ):
        return None
    # Without "am" or "pm" a time may be meant twelve hours later.
    slack = max(Decimal(said) * (VAGUE if hedge else Decimal("0.1")), Decimal(36 if match[1] and not match[2] else 5))
    if any(abs(said - way) <= slack for way in (exact, (exact + 720) % 1440)) or exact == 0:
        return None
    return Finding(
        check=CHECK.name,
        severity=Severity.ERROR,
        claims=(length.claim.key, one.claim.key, other.claim.key),
        message=(
            f"From {one.claim.quote} to {other.claim.quote} is {exact // 60} h {exact % 60} min, "
            f"not “{length.claim.quote}”."
        ),
        arithmetic=(f"{end} - {start} = {exact} minutes of the day", f"the text says {said} minutes"),
        tolerance="Five minutes or a tenth; six tenths of an hour for whole hours; twelve hours either way.",
        suggestion="",
    )


_DIGIT = re.compile(r"\d")


def _is_dated(one: Known, other: Known) -> bool:
    """Whether both are days of one year, so that the time between them is the same in any year."""
    days = one.grain == other.grain == "day" and _DIGIT.search(one.claim.quote) and _DIGIT.search(other.claim.quote)
    return bool(days and (other.first - one.first).days < 180)


def _judge(passage: Passage, length: Day, one: Known, other: Known) -> Finding | None:
    match = _LENGTH.fullmatch(length.mention.value)
    if match is None or other.first < one.first or not (one.has_year or other.has_year or _is_dated(one, other)):
        return None
    before, inside = passage.before(length.claim, 24), f"{_WORDS.split(length.claim.quote)[0]} "
    if _OTHER_TERM.search(before) or _OTHER_TERM.search(inside):
        return None
    hedge = _HEDGED.search(before) or _HEDGED.search(inside)
    bound = hedge.lastgroup if hedge else None
    if _ONE.fullmatch(length.claim.quote) and not _LED.search(passage.before(length.claim, 24)):
        return None
    if _OTHER.search(passage.words_of(passage.sentence_of(length.claim))):
        return None
    number, unit = Decimal(match[1] or match[3]), match[2] or match[4]
    if match[4] is None and unit in ("D", "W") and (one.grain != "day" or other.grain != "day"):
        return None
    least, most = Decimal((other.first - one.last).days), Decimal((other.last - one.first).days + 1)
    allowed = Interval(least / _DAYS[unit], most / _DAYS[unit])
    room = ROOM + (VAGUE * number if bound == "vague" else 0)
    low_end = Decimal(0) if bound == "most" else number - room
    high_end = Decimal("Infinity") if bound == "least" else number + room
    if allowed.meets(Interval(low_end, high_end)):
        return None
    low, high = shown(allowed.low, 2), shown(allowed.high, 2)
    until = f"the article's date, {other.first}," if other.claim is length.claim else other.claim.quote
    between = low if low == high else f"{low} to {high}"
    return Finding(
        check=CHECK.name,
        severity=Severity.ERROR,
        claims=tuple(dict.fromkeys((length.claim.key, one.claim.key, other.claim.key))),
        message=(f"From {one.claim.quote} to {until} is {between} {_NAMES[unit]}, not “{length.claim.quote}”."),
        arithmetic=(
            (
                f"{other.first} - {one.last} = {shown(least)} days at least, {other.last} - {one.first} + 1 = "
                f"{shown(most)} at most"
            ),
            f"/ {_DAYS[unit]} = {between} {_NAMES[unit]}; the text says {shown(number)}",
        ),
        tolerance=f"Inclusive or exclusive counting, and {ROOM} of the unit for rounding.",
        suggestion="",
    )


CHECK = Check("duration", "Lengths of time", look)
