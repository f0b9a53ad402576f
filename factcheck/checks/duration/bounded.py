"""A length of time beside both of its ends: "a four-year term, from 2012 to 2016"."""

import re
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from factcheck.checks.duration.judging import judge, minutes, term
from factcheck.dating import Known, known, stretches
from factcheck.model import Claim, Finding
from factcheck.passage import Day, Passage

_HEDGE = (
    r"(?:(?:a total of|over|more than|at least|less than|about|around|nearly|almost|roughly|some|just|exactly) ){0,2}"
)
_LEAD = re.compile(
    r"(?: [a-z'-]+){0,5}[,:]? ?(?:\((?:from )?|(?:which |that )?(?:began|started|beginning|starting) (?:in |on |from )|"
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
_APPOSED = re.compile(
    r"\)?(?:,| [-–—]|[–—]|:| \() ?(?:(?:a total of|over|more than|at least|less than|about|around|nearly|"
    r"almost|roughly|some|"
    r"just|just over|just under|exactly) )?",
    re.I,
)
_CLOSED = re.compile(r"[.,;)](?!\d)|$| (?:a day|in all|in total|later|long|altogether)\b")
_TO_ONLY = re.compile(r" (?:to|until|till|through) ", re.I)
_DIGIT = re.compile(r"\d")
_BEGIN = (
    r"(?:began|begins?|begun|started|starts?|opened|opens?|founded|established|signed|imposed|introduced|launched|left|"
    r"departed|sailed|beginning|starting|opening|took office|taking office|takes effect|took effect|appointed|elected|"
    r"installed|married|enacted|created|arrested|jailed|set off|set out)"
)
_END = (
    r"(?:ended|ends?|ending|expired|expires?|expiring|finished|finishes|finishing|closed|closes?|closing|concluded|"
    r"concludes|lifted|returned|stepped down|resigned|left office|divorced|dissolved|repealed|abolished|scrapped|"
    r"released|arrived|landed|demolished|disbanded|freed)"
)
_TIME = r"(?:in|on|at|from) (?:the )?"
_BEGUN = re.compile(rf"\b{_BEGIN}(?: [a-z]+){{0,3}}? {_TIME}$", re.I)
_AND_ENDED = re.compile(rf"(?:,? and|, but|,)(?: [\w'’-]+){{0,4}}? {_END}(?: [a-z]+){{0,3}}? {_TIME}", re.I)
_OF_COURSE = re.compile(
    rf"(?: [a-z'-]+){{0,6}}?,? ?(?:which |that )?(?:(?:was|were|is) )?{_BEGIN}(?: [a-z]+){{0,2}}? {_TIME}", re.I
)
_LASTED = re.compile(
    r"\)?,? (?:(?:lasted|lasts|ran|runs|took|takes|covered|covers|spanned|spans|lasting|running)(?: for)?|after|for) "
    rf"{_HEDGE}",
    re.I,
)
_WHO_WAS = re.compile(
    r", (?:he|she|it|they|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?) "
    r"(?:was|were|served|ruled|reigned|led|headed|chaired|governed)"
    rf"(?: [\w'’-]+){{0,6}}? for {_HEDGE}"
)
_WHOLE = re.compile(
    r"[.,;)](?!\d)|$| (?:later|long|in all|in total|altogether)\b| of (?:power|rule|operation|business)\b"
)
_ADJECTIVE = re.compile(r"-(?:year|month|week|day)$", re.I)
_NOT_OVER_IT = re.compile(
    r" (?:bond|note|yield|loan|mortgage|man|woman|boy|girl|average|high|low|record|veteran)s? (?!from)[a-z]"
)
_BETWEEN = re.compile(r"\bbetween (?:the )?$", re.I)
_WINDOW = re.compile(r"[^,(]*")
_IN = re.compile(r"\b(?:in|over|within) $", re.I)
_PARTLY = re.compile(r" (?:in|during|on) [a-z]")
_STRETCH = re.compile(r" (?:stretch|spell|term|reign|rule|tenure|period|stint|career|stay|run|absence|ban|wait|gap)\b")
_LASTING = re.compile(r"\b(?:last\w*|ran|runs?|running|reign\w*|rul\w+|took)\b")


def bounded(passage: Passage, days: Sequence[Day], lengths: Set[str]) -> Iterator[Finding]:
    """Lengths that stand right before or after the two dates that bound them."""
    place = {item.claim.key: at for at, item in enumerate(days)}
    dates = known(days)
    told = list(stretches(passage, dates))
    opened = {one.claim.key for one, _ in told}
    told += [pair for pair in pairwise(dates) if pair[0].claim.key not in opened and _is_bare(passage, *pair)]
    courses = {(one.claim.key, other.claim.key) for one, other in pairwise(dates) if _is_course(passage, one, other)}
    told += [pair for pair in pairwise(dates) if (pair[0].claim.key, pair[1].claim.key) in courses and pair not in told]
    for one, other in told:
        at, after = place[one.claim.key] - 1, place[other.claim.key] + 1
        course = (one.claim.key, other.claim.key) in courses
        length, may_be_less = None, False
        if at >= 0 and days[at].claim.key in lengths and _is_led(passage, days[at].claim, one.claim, course):
            length = days[at]
            may_be_less = _is_window(passage, length.claim, one.claim)
        elif after < len(days) and days[after].claim.key in lengths:
            length = days[after] if _is_told(passage, other.claim, days[after].claim, course) else None
        if length is None:
            continue
        finding = judge(passage, term(length), one, other, may_be_less=may_be_less)
        if finding is None and not _PARTLY.match(passage.after(other.claim, 12)):
            finding = minutes(passage, length, one, other, days)
        if finding is not None:
            yield finding


def _is_course(passage: Passage, one: Known, other: Known) -> bool:
    """Whether two dates are told as the beginning and the end of one thing."""
    gap = passage.between(one.claim, other.claim)
    return bool(len(gap) < 70 and _AND_ENDED.fullmatch(gap) and _BEGUN.search(passage.before(one.claim, 50)))


def _is_led(passage: Passage, length: Claim, start: Claim, course: bool) -> bool:
    """Whether a length before the first end is that of the time, not another property of what it names."""
    gap = passage.between(length, start)
    if _ADJECTIVE.search(length.quote) and _NOT_OVER_IT.match(gap):
        return False
    return bool(_LEAD.fullmatch(gap) or (course and _OF_COURSE.fullmatch(gap)))


def _is_window(passage: Passage, length: Claim, start: Claim) -> bool:
    """Whether the dates may only be those within which it happened: "three years abroad between 2005 and 2015"."""
    gap = passage.between(length, start)
    words = passage.before(length, 40) + gap
    if _IN.search(passage.before(length, 8)):
        return _BETWEEN.search(gap) is not None
    return bool(_BETWEEN.search(gap) and _WINDOW.fullmatch(gap) and not _LASTING.search(words))


def _is_told(passage: Passage, end: Claim, length: Claim, course: bool) -> bool:
    """Whether a length after the second end speaks of the time between: "a period of nine years", ", nine years."."""
    gap = passage.between(end, length)
    if _TAIL.fullmatch(gap):
        return True
    closed = _WHOLE.match(passage.after(length, 20))
    if (course or gap.startswith((",", ")"))) and _LASTED.fullmatch(gap) and closed:
        return True
    if _WHO_WAS.fullmatch(gap) and closed:
        return True
    if gap in (", a ", ", an ") and _ADJECTIVE.search(length.quote):
        return _STRETCH.match(passage.after(length, 12)) is not None
    return bool(
        _APPOSED.fullmatch(gap) and (_CLOSED.match(passage.after(length, 20)) or length.quote.endswith("later"))
    )


def _is_bare(passage: Passage, one: Known, other: Known) -> bool:
    """Whether two days stand as "June 3 to June 10", which with a length after them is a time even without "from"."""
    whole = one.grain == other.grain == "day" and _DIGIT.search(one.claim.quote) and _DIGIT.search(other.claim.quote)
    return bool(whole and _TO_ONLY.fullmatch(passage.between(one.claim, other.claim)))
