"""How long ago, for how long since, and how many years later: lengths that one year and another, or today, bound."""

import re
from collections.abc import Iterator, Sequence, Set
from decimal import Decimal
from itertools import pairwise

from factcheck.checks.duration.judging import HEDGED, VAGUE, WORDS, judge, later, term
from factcheck.dating import Known, known
from factcheck.model import Finding, Severity
from factcheck.passage import Day, Passage

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
_AFTER = re.compile(r" (?P<way>after|before) [^.,;:()\d]{1,60}? (?:in|on|of) (?:the )?", re.I)
_IN = re.compile(r",? (?:in|on) (?:the )?", re.I)
_COMMA = re.compile(r", (?:just |only |exactly )?", re.I)
_AND_THEN = re.compile(r",? (?:and|but|then) [^.;:()\d]{1,60}? (?:in|on|at) (?:the )?", re.I)
_DID_THEN = re.compile(
    r",? (?:and|but) (?:[a-z]+ly )?(?:was |were )?(?:[a-z]+(?:ed|en|own|ought|t)|left|sold|sank|died)"
    r"(?: [a-z]+){0,4}?,? (?:just |only |exactly )?"
)
"""The second step of what happened to one thing, so that the years are counted from the first one."""
_OPENING = re.compile(r"(?:But |Then |And |Only |Just )?$")
_THEN = re.compile(r"[^.;:()\d]{0,60}?(?:,| and|;|:) (?:then |and |only |some |about |almost |just )*", re.I)


def years_ago(passage: Passage, days: Sequence[Day]) -> Iterator[Finding]:
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
        hedged = HEDGED.search(passage.before(ago.claim, 24)) or HEDGED.search(f"{WORDS.split(ago.claim.quote)[0]} ")
        slack = Decimal(1) + (VAGUE * said if hedged else 0)
        if abs(said - exact) <= slack or exact < 0:
            continue
        yield Finding(
            check="duration",
            severity=Severity.ERROR,
            claims=(ago.claim.key, year.claim.key),
            message=f"{year.claim.quote} is {exact} years before the article's year, {today}, not {said}.",
            arithmetic=(f"{today} - {year.first.year} = {exact}", f"the text says {said}"),
            tolerance="A year; a quarter more where a word like “about” stands.",
            suggestion=f"{exact} years ago would fit, or {today - said}.",
        )


def since(passage: Passage, one: Day, other: Day, lengths: Set[str]) -> Finding | None:
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
    return judge(passage, term(length), start[0], now)


def apart(passage: Passage, one: Day, length: Day, other: Day) -> Finding | None:
    """Two years and the years between them: "in 2008, 46 years after they married in 1962"."""
    spell, ends = term(length), known([one, other])
    if spell is None or spell.unit != "Y" or len(ends) != 2 or not all(end.has_year for end in ends):
        return None
    lead, tail = passage.between(one.claim, length.claim), passage.between(length.claim, other.claim)
    after = _AFTER.fullmatch(tail) if _AFTER_GAP.fullmatch(lead) else None
    if after is None and not (_LATER.fullmatch(tail) and _THEN.fullmatch(lead)):
        return None
    first, last = (ends[1], ends[0]) if after and after["way"].lower() == "after" else (ends[0], ends[1])
    if last.first < first.first or "decade" in (first.grain, last.grain):
        return None
    return judge(passage, spell, first, last)


def years_later(passage: Passage, dates: Sequence[Known]) -> Iterator[Finding]:
    """Two dates and "N years later": "imposed in 2008 and lifted 20 years later, in 2018"."""
    for at in range(1, len(dates)):
        length = later(dates[at].claim)
        base = dates[at - 1]
        if length is None or not base.has_year or later(base.claim) is not None:
            continue
        end = dates[at + 1] if at + 1 < len(dates) else None
        if end is not None and end.has_year and _IN.fullmatch(passage.between(length.claim, end.claim)):
            if not _goes_on(passage, dates, at):
                continue
            first, last = base, end
        elif at > 1 and dates[at - 2].has_year and _COMMA.fullmatch(passage.between(base.claim, length.claim)):
            told = _AND_THEN.fullmatch(passage.between(dates[at - 2].claim, base.claim))
            if told is None or not _ENDED.match(passage.after(length.claim, 4)):
                continue
            first, last = dates[at - 2], base
        else:
            continue
        if (finding := judge(passage, length, first, last)) is not None:
            yield finding


def _goes_on(passage: Passage, dates: Sequence[Known], at: int) -> bool:
    """Whether "N years later" can only count from the date before it: of the same course, or alone in its sentence."""
    index, base = passage.sentence_of(dates[at].claim), passage.sentence_of(dates[at - 1].claim)
    if base == index:
        return _DID_THEN.fullmatch(passage.between(dates[at - 1].claim, dates[at].claim)) is not None
    alone = at < 2 or passage.sentence_of(dates[at - 2].claim) != base
    opens = _OPENING.fullmatch(passage.before(dates[at].claim, 12))
    after = at + 2 >= len(dates) or passage.sentence_of(dates[at + 2].claim) != index
    return bool(base == index - 1 and alone and opens and after)
