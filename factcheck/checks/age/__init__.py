"""A person's age against the dates of birth and of the moment it is given for.

Formula: the years between two days, less one before the birthday (the civil age). Units: whole years.
Tolerance: dates known only to the month or year give every age they allow; an age of today is taken for any day of the
week up to publication.
Anniversaries: a year either way.
An age and a birth that stand apart are held against each other where both bear one name, or where the article tells of
one birth alone and of one person's age.
Silent: where a sentence may speak of two people, gives no birth, or does not say for when the age holds.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from factcheck.checks import Check
from factcheck.checks.age.anniversaries import anniversaries
from factcheck.checks.age.events import OF_ANOTHER, at_events
from factcheck.checks.age.lifetimes import lives
from factcheck.checks.age.told import finding as finding_about
from factcheck.checks.age.told import years
from factcheck.dating import Known, is_birth, is_death, known, lifespans
from factcheck.model import Article, Claim, Finding
from factcheck.passage import Passage, days_of, passage_of

_PERSON = (
    "man|woman|boy|girl|mother|father|widow|widower|student|driver|teacher|farmer|actor|actress|singer|player|senator|"
    "minister|president|mayor|lawyer|doctor|nurse|engineer|writer|author|painter|director|striker|midfielder|goalkeeper|"
    "champion|officer|soldier|pilot|worker|manager|politician|lawmaker|judge|priest|bishop|pensioner|resident|native|"
    "suspect|was|is|has|had|said|told|left|won|who"
)
_AGE = re.compile(
    r"\b(?P<old>\d{1,3})-year-old(?=[,.)]| (?:\w+ ){0,2}?(?:" + _PERSON + r")\b)"
    r"|\b(?P<aged>aged|at the age of|at age|age) (?P<at>\d{1,3})(?![\d,.]*\d|%| ?(?:to|-|and|or)\b)"
    r"|\b(?P<years>\d{1,3}) years old\b|\bwas (?P<was>\d{2})(?=[.;)]|,? when (?:he|she)\b|$)"
    r"|, (?P<comma>\d{2}),(?! ?\d)"
    r"|\bdied at (?P<died>\d{2})\b(?![:.]\d| ?(?:am|pm|a\.m|p\.m|o'clock)\b)",
    re.I,
)
_OTHERS = re.compile(
    r"\b(?:mother|father|parents?|wife|husband|son|daughter|brother|sister|child|children|couple|twins?|whose|victims?|"
    r"friend|colleague|daughters|sons|grand\w+|uncle|aunt|cousin|and (?:his|her)|both|respectively)\b",
    re.I,
)
_DEATH = re.compile(r"\b(?:died|dies|dead|death|passed away|killed|murdered)\b", re.I)
_PAST = re.compile(r"\b(?:when|then|at the time|in those)\b", re.I)
_ROUGHLY = re.compile(r"\b(?:about|around|circa|c\.|probably|possibly|maybe|either) (?:the )?$", re.I)
_BARE = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
_WAS = re.compile(r"^(?:He|She) was (?P<was>\d{2,3})(?=[.,])")
_FOLLOWS = re.compile(r"^(?:He|She) was born\b")
_BORN_FIRST = re.compile(r"Born (?:on |in )?[^,.;]{4,30}(?:,? \d{4})?(?: in [A-Z][\w ]{1,20})?, (?:the |an? )?")
"""What stands before "the 63-year-old" where a sentence opens with the birth."""
_OF_HIM = re.compile(r"\s*(?:Born|He was born|She was born)\b")


def look(article: Article, claims: Sequence[Claim]) -> Iterator[Finding]:
    """Ages that the stated dates do not give."""
    if not any(word in article.text for word in ("born", "Born", "b. ", "age", "was ", "nniversary", "birthday")):
        return
    dates = known(days_of(claims))
    if not dates:
        return
    passage = passage_of(article)
    of_sentence: dict[int, list[Known]] = {}
    for item in dates:
        of_sentence.setdefault(passage.sentence_of(item.claim), []).append(item)
    found = [*_in_sentences(passage, claims, dates, of_sentence), *_obituary(passage, claims, dates)]
    yield from found
    judged = {finding.claims[0] for finding in found}
    for finding in (*at_events(passage, claims, of_sentence), *lives(passage, claims, dates)):
        if finding.claims[0] not in judged:
            judged.add(finding.claims[0])
            yield finding
    yield from anniversaries(passage, claims, of_sentence)


def _in_sentences(
    passage: Passage, claims: Sequence[Claim], dates: Sequence[Known], of_sentence: Mapping[int, Sequence[Known]]
) -> Iterator[Finding]:
    """Ages beside a birth in one sentence, or in the one that goes on with "She was born"."""
    told = {birth.claim.key for birth, _ in lifespans(passage, dates)}
    told.update(item.claim.key for item in dates if is_birth(passage, item))
    for index in sorted(of_sentence):
        words = passage.words_of(index)
        here = list(of_sentence[index])
        if _FOLLOWS.match(words):
            words = f"{passage.words_of(index - 1)} {words}"
            here = [*of_sentence.get(index - 1, []), *here]
            start = passage.sentences[index - 1].start if index else 0
        else:
            start = passage.sentences[index].start
        if not any(item.claim.key in told for item in here):
            continue
        ages = list(_AGE.finditer(words))
        if len(ages) == 1 and not _OTHERS.search(words):
            age = int(next(group for name, group in ages[0].groupdict().items() if group and name != "aged"))
            yield from _judge(passage, claims, here, ages[0], age, start, words)


def _obituary(passage: Passage, claims: Sequence[Claim], dates: Sequence[Known]) -> Iterator[Finding]:
    """One death and one birth in the whole article, and "She was 89." right after the death."""
    full = [item for item in dates if item.has_year and item.grain == "day"]
    births = [item for item in full if is_birth(passage, item)]
    deaths = [item for item in full if is_death(passage, item)]
    if len(births) != 1 or len(deaths) != 1:
        return
    birth, death = births[0], deaths[0]
    index = passage.sentence_of(death.claim) + 1
    match = _WAS.match(passage.words_of(index))
    born = passage.sentences[passage.sentence_of(birth.claim)]
    if match is None or not _OF_HIM.match(born.of(passage.view)) or death.first < birth.first:
        return
    start, age = passage.sentences[index].start, int(match["was"])
    place = (start + match.start("was"), start + match.end("was"))
    if years(birth.first, death.first) != age:
        yield finding_about(claims, birth, death, age, (death.first, death.last), place)


def _judge(
    passage: Passage,
    claims: Sequence[Claim],
    here: Sequence[Known],
    match: re.Match[str],
    age: int,
    start: int,
    words: str,
) -> Iterator[Finding]:
    spans = list(lifespans(passage, here))
    births = [item for item in here if is_birth(passage, item)] or [birth for birth, _ in spans]
    if len(births) != 1 or not births[0].has_year:
        return
    birth = births[0]
    if _ROUGHLY.search(passage.before(birth.claim, 24)) or OF_ANOTHER.search(passage.before(birth.claim, 60)):
        return
    moment = _moment(passage, here, spans, birth, match, words)
    if moment is None or moment[0] < birth.last:
        return
    first, last, other = moment
    least, most = years(birth.last, first), years(birth.first, last)
    if least <= age <= most:
        return
    at = passage.view.find(match.group(), start)
    yield finding_about(claims, birth, other, age, (first, last), (at, at + len(match.group())))


def _moment(
    passage: Passage,
    here: Sequence[Known],
    spans: Sequence[tuple[Known, Known]],
    birth: Known,
    match: re.Match[str],
    words: str,
) -> tuple[date, date, Known | None] | None:
    """The days for which the age holds, and the claim that gives them."""
    # A bare weekday tells when something was said, not when somebody was that old.
    rest = [item for item in here if item is not birth and not (match["old"] and _BARE.fullmatch(item.claim.quote))]
    deaths = [item for item in rest if is_death(passage, item)] or [death for _, death in spans]
    if deaths or _DEATH.search(words):
        if len(deaths) != 1 or len(rest) != 1:
            return None
        return deaths[0].first, deaths[0].last, deaths[0]
    apposed = match["comma"] or match["old"]
    opened, _, goes_on = words.partition(match.group())
    born = re.match(r",? (?:who was |was )?born\b", goes_on) or _BORN_FIRST.fullmatch(opened)
    if rest and not (apposed and born):
        near = rest[0]
        gap = words.partition(match.group())[2].lstrip()
        if len(rest) == 1 and match["aged"] and re.match(rf"(?:in|on) (?:the )?{re.escape(near.claim.quote)}", gap):
            return near.first, near.last, near
        return None
    published = passage.article.published
    day = published.day if published and not published.inferred else None
    if day is None or _PAST.search(words) or match["was"] or match["aged"]:
        return None
    return day - timedelta(days=7), day + timedelta(days=1), None


CHECK = Check("age", "Ages and dates of birth", look)
