"""The order of dates: a time ends after it begins, a death follows a birth, what has been was before the article.

Formula: the later end compared with the earlier one, by calendar days. Units: days. Tolerance: none between written
dates; two days around the article's date, since time zones and night desks differ.
Silent: dates without a written year unless they are days of one year near each other, years before Christ, what was
moved or brought forward, plans, conditions, quoted speech and reported history.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from factcheck.checks import Check
from factcheck.checks.order.found import UNREAL, finding
from factcheck.checks.order.steps import steps
from factcheck.checks.order.telling import told
from factcheck.dating import Known, is_birth, is_death, known, lifespans, stretches
from factcheck.model import Article, Claim, Finding
from factcheck.passage import Passage, days_of, passage_of

_BACKWARDS = re.compile(
    r"\b(?:back|backwards?|reverse|compared|comparing|down|rewind|BC|B\.C\.|BCE|counting|moved|"
    r"shift\w*|brought|pulled|chang\w+|advanced|resched\w+|correct\w*|amend\w*|revis\w+|adjust\w*|postponed|"
    r"redat\w+|switch\w*)\b|–\d\d?\b"
)
_TO = re.compile(r"(?i: to | until | through )")
_DIGIT = re.compile(r"\d")
NEAR = timedelta(days=60)
_ONE_LIFE = re.compile(r"[^A-Z]*")
_OTHER_LIFE = re.compile(
    r"\b(?:where|whose|uncle|aunt|cousin|grand\w+|father|mother|brother|sister|son|daughter|wife|husband|"
    r"(?:his|her|their) [a-z]+(?: [a-z]+)? (?:died|was|had|passed))\b"
)
_OF = re.compile(r"\b(?:of|the|in|on|during|from|between) $|\($", re.I)
_HE_DID = re.compile(
    r"(?:He|She) (?:[a-z]+ly |first |then |later |also )?(?:was |had |had been )?[a-z]+(?:ed|"
    r"t|n|k|w|g|e|d)\b"
)
_HE_DID_IN = re.compile(
    r"(?:He|She)(?: (?!that\b|which\b|who\b|whose\b|where\b|about\b|on\b|of\b|how\b|what\b|by\b)[\w'’-]+){1,7}"
    r" (?:in|until|on) "
)
_IN = re.compile(r" (?:in|until|on) $")
_BORN_TO = re.compile(
    r"\b(?:posthum\w*|named|honou?red|buried|remembered|born|awarded|history|released|"
    r"dating|from the)\b"
)


def look(article: Article, claims: Sequence[Claim]) -> Iterator[Finding]:
    """Dates that stand the wrong way round."""
    dates = known(days_of(claims))
    if not dates:
        return
    passage = passage_of(article)
    ends = list(_ends(passage, dates))
    yield from ends
    ended = {found.claims for found in ends}
    yield from _lives(passage, dates)
    yield from (found for found in steps(passage, dates) if found.claims not in ended)
    yield from _beyond(passage, dates)
    published = article.published
    if published and published.day and not published.inferred:
        yield from told(passage, dates, published.day)


def _ends(passage: Passage, dates: Sequence[Known]) -> Iterator[Finding]:
    spans = {birth.claim.key for birth, _ in lifespans(passage, dates)}
    told = set()
    for one, other in stretches(passage, dates):
        told.add(one.claim.key)
        if one.claim.key in spans or not _OF.search(passage.before(one.claim, 24)):
            continue
        if (first := _in_year_of(one, other)) is not None:
            yield from _reversed(passage, first, other)
    for one, other in pairwise(dates):
        # "OPEN 12 MAY 2024 TO 3 APRIL 2024": two whole dates are a time even without "from".
        whole = one.grain == other.grain == "day" and one.has_year and other.has_year
        if whole and one.claim.key not in told and _TO.fullmatch(passage.between(one.claim, other.claim)):
            yield from _reversed(passage, one, other)


def _in_year_of(one: Known, other: Known) -> Known | None:
    """The first end with its own year, or with the second one's: "from 15 June to 5 June 2024"."""
    if one.has_year and other.has_year:
        return one
    if one.grain != other.grain or one.grain != "day" or not (_DIGIT.search(one.claim.quote) and other.first):
        return None
    if one.has_year or not _DIGIT.search(other.claim.quote):
        return None
    first = _of_year(one.first, other.first.year)
    # Further apart the first end may be of the year before.
    if first is None or first - other.last > NEAR:
        return None
    return one._replace(first=first, last=first)


def _of_year(day: date, year: int) -> date | None:
    try:
        return day.replace(year=year)
    except ValueError:
        return None


def _reversed(passage: Passage, one: Known, other: Known) -> Iterator[Finding]:
    """The finding about a time whose end lies before its beginning."""
    if other.last >= one.first or one.grain in ("decade", "century"):
        return
    if _BACKWARDS.search(passage.words_of(passage.sentence_of(one.claim))):
        return
    message = f"What begins {one.claim.quote} cannot end {other.claim.quote}."
    yield finding(other, one, message, "None, for both years are written, or both days are of one year.")


def _lives(passage: Passage, dates: Sequence[Known]) -> Iterator[Finding]:
    pairs = list(lifespans(passage, dates))
    groups: dict[int, list[Known]] = {}
    for item in dates:
        if item.has_year:
            groups.setdefault(passage.sentence_of(item.claim), []).append(item)
    for group in groups.values():
        births = [item for item in group if is_birth(passage, item)]
        deaths = [item for item in group if is_death(passage, item)]
        if len(births) == len(deaths) == 1 and len(group) == 2 and births != deaths:
            gap = passage.between(group[0].claim, group[1].claim)
            if _ONE_LIFE.fullmatch(gap) and not _OTHER_LIFE.search(gap):
                pairs.append((births[0], deaths[0]))
    for birth, death in pairs:
        if death.last < birth.first and not _BACKWARDS.search(passage.words_of(passage.sentence_of(birth.claim))):
            message = f"Nobody born {birth.claim.quote} died {death.claim.quote}."
            yield finding(death, birth, message, "None, for both years are written.")


def _beyond(passage: Passage, dates: Sequence[Known]) -> Iterator[Finding]:
    """What somebody did before being born or after dying, in an article that tells of one life."""
    written = [item for item in dates if item.has_year]
    births = [item for item in written if is_birth(passage, item)]
    deaths = [item for item in written if is_death(passage, item)]
    if len(births) != 1:
        return
    birth, death = births[0], deaths[0] if len(deaths) == 1 else None
    for item in written:
        index = passage.sentence_of(item.claim)
        words = passage.words_of(index)
        does = _HE_DID.match(words)
        if item in (birth, death) or does is None or _OTHER_LIFE.search(words) or UNREAL.search(words):
            continue
        before = passage.before(item.claim, 200)
        if (
            not _HE_DID_IN.fullmatch(before)
            or not _IN.search(before)
            or re.search(r"[,;:()]", before)
            or _BORN_TO.search(words)
        ):
            continue
        if item.last < birth.first:
            message = f"Nobody born {birth.claim.quote} did anything {item.claim.quote}."
            yield finding(item, birth, message, "None, for both years are written.")
        elif death is not None and item.first > death.last:
            message = f"Nobody who died {death.claim.quote} did anything {item.claim.quote}."
            yield finding(item, death, message, "None, for both years are written.", later=True)


CHECK = Check("order", "The order of dates", look)
