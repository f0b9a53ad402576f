"""Ages and births that stand apart in an article; whose they are, a name tells, or that there is but one life."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from factcheck.checks.age.told import finding, years
from factcheck.dating import Known, is_birth, is_death
from factcheck.model import Claim, Finding
from factcheck.passage import Passage

_NAME = r"[A-Z][\w'’-]+"
_AGED = re.compile(
    rf"(?P<name>{_NAME}), (?:now |who is |aged |an? )?(?P<age>\d{{2}})(?=,(?! ?\d)| (?:and|who|has|is)\b|\.)"
    rf"|\b(?P<old>\d{{2}})-year-old (?:[A-Za-z-]+ ){{0,3}}?(?P<owner>{_NAME})(?= (?:was|is|has|had|said|told|"
    rf"won|who|and)\b)"
)
_WAS = re.compile(r"(?:^|\n)(?:He|She) was (?P<age>\d{2,3})(?=[.,;]| when (?:he|she) died)")
_NOW_AT = re.compile(r"(?:^|\n)At (?P<age>\d{2}), (?:he|she) (?:is|has|remains|still)\b")
_DIED_AT = re.compile(
    rf"(?P<name>{_NAME})?[^.;()]{{0,160}}?\b(?:has died|died|dies|passed away|death)\b[^.;()\d]{{0,80}}?,? "
    r"(?:at the age of|aged|at age|at) (?P<age>\d{2,3})(?![\d:.,]*\d|%| ?(?:am|pm|a\.m|p\.m|per|km|o'clock)\b)"
)
_DEATH = re.compile(r"\b(?:died|dies|dead|death|passed away)\b", re.I)
_BIRTH_OF = re.compile(rf"\b(?!(?:He|She|It|Who|Her|His|The|Their|My)\b)(?P<name>{_NAME}),?(?: who)? was born\b")
_BIRTH_OPENS = re.compile(r"(?:He|She) was born\b|Born\b|(?:The [a-z]+ )?[A-Z][\w'’-]+, born\b")
_PAST = re.compile(r"\b(?:when|then|at the time|in those|was aged|years? ago|once)\b", re.I)
_KIN = re.compile(
    r"\b(?:mother|father|parents?|wife|husband|son|brother|sister|daughter|twins?|friend|uncle|aunt|cousin|"
    r"grand\w+|and (?:his|her))\b",
    re.I,
)
_EVENT = re.compile(
    r"(?:(?:at the age of|aged|at|when (?:he|she) was|age) (?P<before>\d{2})(?: years old)?,? (?:in|on) $"
    r"|(?:his|her) (?P<birthday>\d{2})(?:st|nd|rd|th) birthday,? (?:in|on) $)"
)
_EVENT_AFTER = re.compile(
    r",? (?:at the age of|aged|at|when (?:he|she) was(?: only| just)?|for (?:his|her)|on (?:his|her)) "
    r"(?P<after>\d{2})(?P<th>(?:st|nd|rd|th) birthday)?(?=[,.;)]| and\b|$)"
)
_OF_ONE = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er)\b")
WEEK = timedelta(days=7)


class Birth(NamedTuple):
    """A birth and the name it is told of; "" where a pronoun stands for it."""

    date: Known
    name: str


def lives(passage: Passage, claims: Sequence[Claim], dates: Sequence[Known]) -> Iterator[Finding]:
    """Ages of today, at death and in a year that the article's births do not give."""
    births = [_birth(passage, item) for item in dates if item.has_year and is_birth(passage, item)]
    births = [birth for birth in births if not _KIN.search(_told_before(passage, birth.date))]
    if not births:
        return
    yield from _today(passage, claims, dates, births)
    opening = " ".join(passage.words_of(index) for index in range(3))
    of_whom = [birth for birth in births if birth.name and birth.name in opening] if len(births) > 1 else births
    if len(of_whom) == 1:
        yield from _at_death(passage, claims, dates, of_whom[0])
    if len(births) == 1:
        yield from _in_years(passage, claims, dates, births[0])


def _birth(passage: Passage, item: Known) -> Birth:
    words = passage.sentences[passage.sentence_of(item.claim)]
    names = [match["name"] for match in _BIRTH_OF.finditer(passage.view[words.start : item.claim.span.start])]
    return Birth(item, names[-1].removesuffix("'s") if names else "")


def _told_before(passage: Passage, item: Known) -> str:
    """What a sentence says before the word that tells of a birth."""
    start = passage.sentences[passage.sentence_of(item.claim)].start
    return passage.view[start : item.claim.span.start].partition("born")[0]


def _opens(passage: Passage, birth: Birth) -> bool:
    """Whether the sentence of a birth goes on about somebody named before."""
    return _BIRTH_OPENS.match(passage.words_of(passage.sentence_of(birth.date.claim))) is not None


def _today(
    passage: Passage, claims: Sequence[Claim], dates: Sequence[Known], births: Sequence[Birth]
) -> Iterator[Finding]:
    published = passage.article.published
    day = published.day if published and not published.inferred else None
    if day is None:
        return
    ages: list[tuple[str, int, int, int]] = []
    dated = {passage.sentence_of(item.claim) for item in dates if item.has_year}
    for index in range(len(passage.sentences)):
        words, start = passage.words_of(index), passage.sentences[index].start
        for match in _AGED.finditer(words):
            group = "age" if match["age"] else "old"
            name = match["name"] or match["owner"]
            if not (_PAST.search(words) or _KIN.search(words[: match.end()]) or _DEATH.search(words) or index in dated):
                ages.append((name, int(match[group]), start + match.start(group), start + match.end(group)))
    gone = any(_DEATH.search(passage.words_of(index)) for index in range(4))
    for birth in births:
        own = [age for age in ages if age[0] == birth.name] if birth.name else []
        if not (birth.name or gone) and len(births) == 1 and len(ages) == 1 and _opens(passage, birth):
            own = ages
        if (after := _age_told_next(passage, birth)) is not None:
            own = [after]
        if len(own) != 1:
            continue
        _, age, start, end = own[0]
        moment = day - WEEK, day + timedelta(days=1)
        if moment[0] >= birth.date.last and not years(birth.date.last, moment[0]) <= age <= years(
            birth.date.first, moment[1]
        ):
            yield finding(claims, birth.date, None, age, moment, (start, end))


def _age_told_next(passage: Passage, birth: Birth) -> tuple[str, int, int, int] | None:
    """The age that the sentence after a birth gives: "Lee, who was born in 1961, ... At 62, he is"."""
    index = passage.sentence_of(birth.date.claim) + 1
    match = _NOW_AT.match(passage.words_of(index)) if index < len(passage.sentences) else None
    if match is None or _PAST.search(passage.words_of(index)):
        return None
    start = passage.sentences[index].start
    return birth.name, int(match["age"]), start + match.start("age"), start + match.end("age")


def _at_death(passage: Passage, claims: Sequence[Claim], dates: Sequence[Known], birth: Birth) -> Iterator[Finding]:
    found: list[tuple[int, int, int, int]] = []
    for index in range(len(passage.sentences)):
        words, start = passage.words_of(index), passage.sentences[index].start
        match = _DIED_AT.search(words)
        if match is not None and not _KIN.search(words[: match.end()]):
            found.append((index, int(match["age"]), start + match.start("age"), start + match.end("age")))
        after = passage.words_of(index - 1)
        match = _WAS.match(words)
        if match is not None and _DEATH.search(after) and not _KIN.search(after):
            found.append((index - 1, int(match["age"]), start + match.start("age"), start + match.end("age")))
    if len({age for _, age, _, _ in found}) != 1:
        return
    index, age, start, end = found[0]
    told = f"{passage.words_of(index)} {passage.words_of(0)} {passage.words_of(index + 1)}"
    if not (_opens(passage, birth) if not birth.name else birth.name in told):
        return
    moment = _death(passage, dates, index)
    if moment is None or moment[0] < birth.date.last:
        return
    if not years(birth.date.last, moment[0]) <= age <= years(birth.date.first, moment[1]):
        yield finding(claims, birth.date, None, age, moment, (start, end))


def _death(passage: Passage, dates: Sequence[Known], index: int) -> tuple[date, date] | None:
    """The days on which somebody may have died of whom the sentence at `index` tells it."""
    deaths = [item for item in dates if is_death(passage, item) and item.has_year]
    if len(deaths) == 1:
        return deaths[0].first, deaths[0].last
    here = [item for item in dates if passage.sentence_of(item.claim) == index]
    published = passage.article.published
    day = published.day if published and not published.inferred else None
    if deaths or day is None or any(item.has_year for item in here):
        return None
    return day - timedelta(days=60), day + timedelta(days=1)


def _in_years(passage: Passage, claims: Sequence[Claim], dates: Sequence[Known], birth: Birth) -> Iterator[Finding]:
    """Ages given with a year: "in 1951, at 16", "for his 60th birthday in 1995"."""
    for item in dates:
        words = passage.words_of(passage.sentence_of(item.claim))
        if not item.has_year or item is birth.date or _KIN.search(words) or "born" in words:
            continue
        if not (_OF_ONE.search(words) or (birth.name and birth.name in words)) or item.grain in ("decade", "century"):
            continue
        before, after = passage.before(item.claim, 48), passage.after(item.claim, 48)
        match = _EVENT.search(before)
        place = item.claim.span.start - len(before)
        if match is None:
            match, place = _EVENT_AFTER.match(after), item.claim.span.end
        if match is None:
            continue
        group = next(name for name, text in match.groupdict().items() if text and name != "th")
        age = int(match[group])
        least, most = years(birth.date.last, item.first), years(birth.date.first, item.last)
        if item.first < birth.date.last or least - 1 <= age <= most:
            continue
        yield finding(
            claims,
            birth.date,
            item,
            age,
            (item.first, item.last),
            (place + match.start(group), place + match.end(group)),
        )
