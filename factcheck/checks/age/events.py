"""Ages at an event that is told beside the birth: "He was born in 1960 and became mayor in 1995, aged 35"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from factcheck.checks.age.told import finding, years
from factcheck.dating import Known, is_birth, is_death
from factcheck.model import Claim, Finding
from factcheck.passage import Passage

_AGE = r"(?P<age>\d{1,3})(?![\d,.]*\d|%|-)"
_WHO_WAS = r"(?:at the age of|aged|at|when (?:he|she|I) was(?: only| just| still)?|(?:he|she) was|age)"
_AFTER = re.compile(rf",? {_WHO_WAS} {_AGE}(?=[,.;)\"”]|$| (?:and|years old)\b)", re.I)
_BEFORE = re.compile(
    rf"(?:\b(?:at the age of|aged|at|was|turned|age) {_AGE}(?: years old)?|\b(?:his|her) (?P<birthday>\d{{2,3}})"
    r"(?:st|nd|rd|th) birthday)(?:[^.;:()\d]{0,70}? (?:in|on) (?:the )?| )$",
    re.I,
)
_CLAUSE_BEFORE = re.compile(
    r"^(?: years old)?(?:,| when| as)(?:(?! and | then )[^.;:()\d])*$|"
    r"^(?:(?:st|nd|rd|th) birthday)? (?:(?:in|on) (?:the )?)?$",
    re.I,
)
_WHEN = re.compile(r", when [^.;()\d]{0,40}\bborn (?:in|on) (?:the )?", re.I)
_WAS = re.compile(rf",? was {_AGE}(?=[,.;\"”]|$)", re.I)
_NEXT = re.compile(rf"(?:He|She) was {_AGE}(?=[.,;]| years old)")
_NOW = re.compile(
    r",? (?:(?:he|she|(?:[A-Z][a-z.]+ ){0,2}[A-Z][a-z]+) )?(?:is now|is|turned|turns|has turned) "
    r"(?P<age>\d{2})(?=[.,;]|$| (?:and|years old|this|last|next)\b)"
)
_ROUGHLY = re.compile(r"\b(?:about|around|circa|c\.|probably|possibly|maybe|either|before|after) (?:the )?$", re.I)
_ELSE = re.compile(r" or\b|\?|s\b")
_OWN = re.compile(
    r"(?:^|[;,(] ?|\b(?:and|as|he|she|I|who) )(?:(?:he|she|I|who) )?(?:was born|had been born|having been born|born)\b"
    r"[^.;()\d]*$|^(?:The [a-z]+ )?(?:[A-Z][\w'’-]+ ){1,4}(?:was )?born\b[^.;()\d]*$",
    re.I,
)
OF_ANOTHER = re.compile(
    r"\b(?:of|for|by|with|met|about|like|than) (?:an? |the )?[A-Za-z ]{1,25}?,? (?:who was )?born\b[^.;()\d]*$"
)
"""A birth that is told of somebody whom the sentence only mentions."""
_KIN = (
    r"(?:mother|father|parents?|wife|husband|son|daughter|brother|sister|child|children|couple|twins?|friend|colleague|"
    r"daughters|sons|grand\w+|uncle|aunt|cousin)"
)
_OTHERS = re.compile(rf"\b(?:{_KIN}|whose|victims?|and (?:his|her)|both|respectively|claimed|claims)\b", re.I)
_SUBJECT = re.compile(rf"\A(?:His|Her|Their) (?:[a-z]+ )?{_KIN} (?=[A-Z]|was\b)")
NEAR = timedelta(days=45)
_FOLLOWS = re.compile(r"(?:He|She) was born\b")


def at_events(
    passage: Passage, claims: Sequence[Claim], of_sentence: Mapping[int, Sequence[Known]]
) -> Iterator[Finding]:
    """Ages tied to the one other date of the sentence that tells of the birth, or of the sentence before it."""
    for index, here in of_sentence.items():
        births = [item for item in here if item.has_year and is_birth(passage, item)]
        words = _SUBJECT.sub("", passage.words_of(index))
        if len(births) != 1 or not _is_own(passage, births[0]) or _OTHERS.search(words):
            continue
        follows = _FOLLOWS.match(words) and len(here) == 1
        if follows and not _OTHERS.search(_SUBJECT.sub("", passage.words_of(index - 1))):
            here = of_sentence.get(index - 1, [])
        rest = [item for item in here if item is not births[0]]
        if len(rest) == 1 and (rest[0].has_year or _is_recent(passage, rest[0])):
            told = _told(passage, births[0], rest[0])
        elif not rest and len(here) == 1 and not follows:
            yield from _now(passage, claims, births[0])
            continue
        else:
            continue
        if told is not None:
            yield from _held(claims, births[0], rest[0], *told)


def _is_own(passage: Passage, birth: Known) -> bool:
    """Whether the birth is surely that of whom its sentence tells, and surely dated."""
    before = passage.before(birth.claim, 100)
    if OF_ANOTHER.search(before):
        return False
    return bool(_OWN.search(before) and not _ROUGHLY.search(before) and not _ELSE.match(passage.after(birth.claim, 5)))


def _is_recent(passage: Passage, item: Known) -> bool:
    """Whether a date without a year is surely one of the weeks around the article."""
    published = passage.article.published
    day = published.day if published and not published.inferred else None
    return day is not None and abs(item.first - day) < NEAR and item.grain in ("day", "month", "week")


def _told(passage: Passage, birth: Known, event: Known) -> tuple[int, int, int] | None:
    """The age that the words around an event's date give, and where it stands."""
    end = event.claim.span.end
    if match := _AFTER.match(passage.after(event.claim, 60)):
        return int(match["age"]), end + match.start("age"), end + match.end("age")
    before = passage.before(event.claim, 120)
    start = event.claim.span.start - len(before)
    match = _BEFORE.search(before)
    if match and _CLAUSE_BEFORE.search(before[match.end("age" if match["age"] else "birthday") :] or before):
        group = "age" if match["age"] else "birthday"
        return int(match[group]), start + match.start(group), start + match.end(group)
    end = birth.claim.span.end
    if end > event.claim.span.end and _WHEN.fullmatch(passage.between(event.claim, birth.claim)):
        match = _WAS.match(passage.after(birth.claim, 30))
        return (int(match["age"]), end + match.start("age"), end + match.end("age")) if match else None
    index = passage.sentence_of(event.claim) + 1
    match = _NEXT.match(passage.words_of(index)) if is_death(passage, event) and end < event.claim.span.start else None
    if match is None:
        return None
    start = passage.sentences[index].start
    return int(match["age"]), start + match.start("age"), start + match.end("age")


def _now(passage: Passage, claims: Sequence[Claim], birth: Known) -> Iterator[Finding]:
    """The age of today right after the birth: "born in March 1970, is 54"."""
    published = passage.article.published
    day = published.day if published and not published.inferred else None
    match = _NOW.match(passage.after(birth.claim, 40))
    if day is None or match is None or birth.last >= day:
        return
    last = date(day.year, 12, 31) if "turn" in match.group() else day
    age, end = int(match["age"]), birth.claim.span.end
    if not years(birth.last, date(day.year, 1, 1)) <= age <= years(birth.first, last):
        yield finding(claims, birth, None, age, (day, last), (end + match.start("age"), end + match.end("age")))


def _held(claims: Sequence[Claim], birth: Known, event: Known, age: int, start: int, end: int) -> Iterator[Finding]:
    if event.first < birth.last or event.grain in ("decade", "century"):
        return
    if not years(birth.last, event.first) <= age <= years(birth.first, event.last):
        yield finding(claims, birth, event, age, (event.first, event.last), (start, end))
