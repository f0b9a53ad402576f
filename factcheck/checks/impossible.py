"""Numbers that nothing can have: 31 February, 25:10, 130 % of the voters, -300 C, a person of 214.

Formula: the bound that is broken, named in each finding. Units: days of the Gregorian month, hours and minutes, per
cent of a whole, degrees, years. Source: ISO 8601; absolute zero is -273.15 C or -459.67 F (SI); the oldest verified
person lived 122 years. Tolerance: none, but ages are only doubted from 125 on.
Silent: where the text says itself that it cannot be, and on wholes that can be exceeded (targets, averages, GDP).
"""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from factcheck.checks import Check
from factcheck.kinds.date import DateMention
from factcheck.model import Article, Claim, Finding, Severity
from factcheck.passage import Passage, Sum, days_of, passage_of, sums_of
from factcheck.sums import shown

_MONTHS = "January February March April May June July August September October November December".split()
_PEOPLE = (
    r"(?:voters|respondents|residents|adults|people|women|men|children|pupils|students|patients|households|families|"
    r"members|employees|workers|teachers|citizens|inhabitants|the population|the electorate|the votes?|votes|ballots|"
    r"those (?:polled|surveyed|asked|questioned)|the seats|passengers|victims|homes)"
)
_OF_PEOPLE = re.compile(
    rf" of (?:all |the |its |their |registered |eligible |local |young )*(?:(?!planned|"
    rf"expected|target|usual|normal|average|projected|median|national)[a-z-]+ ){{0,2}}{_PEOPLE}\b"
    r"(?!'| (?:of|in|it had in|from|a|last|before) (?:19|20|year|\w+ (?:before|earlier|ago)))"
)
_WHOLE_BEFORE = re.compile(
    r"\b(?:turnout|humidity|literacy(?: rate)?|unemployment(?: rate)?|jobless rate|"
    r"approval(?: rating)?|poverty rate|support)(?: \w+){0,2}? (?:of|was|is|at|to|reached|hit)(?: \w+)? $|"
    rf"\b[Oo]f (?:all |the )*{_PEOPLE}(?: [a-z]+){{0,3}}, (?:about |some |only )?$|\b(?:a|by a) majority of $",
    re.I,
)
_LOSS = re.compile(
    r"\b(?:population|attendance|turnout|sales|output|production|jobs|staff|workforce|passengers|visitors|cases|deaths|"
    r"crimes?|exports|imports|harvest|crop|traffic|membership)(?: \w+){0,3}? "
    r"(?:fell|dropped|declined|decreased|shrank|plunged|plummeted|was cut|were cut|"
    r"(?:was |is |were |are )?down)(?: by)? $",
    re.I,
)
_FELL = re.compile(
    r"\b(?:fell|fallen|dropped|declined|decreased|shrank|shrunk|plunged|plummeted|tumbled|slumped|cut|reduced|lowered|"
    r"slashed)\b(?: (?!from|to|and|or|than|in|up|rose|which|that)[\w'’-]+){0,4}? by (?:about |some |nearly |almost )?$",
    re.I,
)
_DROP = re.compile(r" (?:reduction|cut|drop|fall|decline|decrease|decrease) in ")
_CAN_GO_BELOW = re.compile(
    r"\b(?:profits?|earnings|income|margins?|loss\w*|balance|surplus|deficits?|savings?|cash|growth|inflation|rates?|"
    r"temperature\w*|yields?|returns?|net|interest|sentiment|confidence|index|worth|equity|emissions?|carbon|wealth|"
    r"premium|spread|contribution|swing|approval|ratings?|oil|electricity|power)\b",
    re.I,
)
_EMPTY = re.compile(r" (?:empty|vacant|illiterate|unemployed)\b")
_OUT_OF = re.compile(r" out of (?:the |every |all )?", re.I)
_COUNTED = r"(?:jurors|dentists|doctors|experts|judges|states|countries|cities|towns|schools|hospitals|firms|companies)"
_FROM_ZERO = re.compile(r" from (?:zero|nothing|0)(?![\d%]|[.,]\d)(?= ?(?:[.;),]|in |last |a year|$))")
_CHANGED = re.compile(r"\b(?:rose|risen|grew|grown|increased|jumped|climbed|up|fell|dropped|declined|down)(?: by)? $")
_PERSON = re.compile(
    r" (?:\w+ )?(?:man|woman|boy|girl|mother|father|grandmother|grandfather|widow|pensioner|student|driver|patient|"
    r"suspect|victim|resident|teacher|farmer|retiree|actor|actress|singer|player)\b"
)
_AGED = re.compile(r"(?:\b(?:he|she)(?: is| was|,| died)? (?:now )?aged |\bdied (?:at the age of|aged|at age) )$", re.I)
_AGED_MAN = re.compile(
    r"\b(?:man|woman|boy|girl|mother|father|widow|pensioner|student|driver|patient|suspect|victim|resident|teacher|"
    r"farmer|player|passenger|cyclist|pedestrian),? aged $",
    re.I,
)
_PRONOUN = re.compile(r"\b(?:he|she) (?:is|was) $", re.I)
_APPOSED = re.compile(r"\b(?:man|woman|victim|suspect|driver|resident|pensioner), $")
_DENIED = re.compile(
    r"\b(?:impossib\w*|no such|does not exist|doesn't exist|nonexist\w*|non-existent|there (?:is|was) no|cannot|can't|"
    r"could not|typo\w*|error|mistake\w*|wrong\w*|fiction\w*|fake\w*|absurd\w*|joke\w*|never comes|legend\w*|bibl\w+|"
    r"novel|equivalent|record-keeping|myth\w*|vampire|claimed to be|claims to be|give|gave|giving)\b",
    re.I,
)
OLDEST = 125
_COLDEST = {"celsius": Decimal("-273.15"), "fahrenheit": Decimal("-459.67")}


def look(article: Article, claims: Sequence[Claim]) -> Iterator[Finding]:
    """Values that are out of the range of what they measure."""
    if not claims:
        return
    passage = passage_of(article)
    for day in days_of(claims):
        if day.mention.no_such:
            yield from _unless_denied(passage, day.claim, *_date(day.mention))
    sums = sums_of(claims)
    for one, other in pairwise(sums):
        if (wrong := _out_of(passage, one, other)) is not None:
            yield from _unless_denied(passage, one.claim, *wrong)
    for item in sums:
        if item.is_single and (wrong := _amount(passage, item)) is not None:
            yield from _unless_denied(passage, item.claim, *wrong)


Wrong = tuple[str, str, str]
"""The sentence, the line of arithmetic and the suggestion."""


def _date(mention: DateMention) -> Wrong:
    """What is wrong with a day that its month does not have, or a time that no clock shows."""
    day, _, clock = mention.value.partition("T")
    if mention.no_such == "time":
        hour, minute = int(clock[:2]), int(clock[3:5])
        which = f"minute {minute} > 59" if minute > 59 else f"hour {hour} > 24" if hour > 24 else "24:00 is the last"
        return f"There is no {clock} on a clock.", which, ""
    year, month, number = day.split("-")
    last = monthrange(2000 if year == "XXXX" else int(year), int(month))[1]
    name = _MONTHS[int(month) - 1] + ("" if year == "XXXX" else f" {year}")
    return f"{name} has {last} days, not {int(number)}.", f"{int(number)} > {last}", ""


def _amount(passage: Passage, item: Sum) -> Wrong | None:
    value, before, after = item.value, passage.before(item.claim, 60), passage.after(item.claim, 60)
    scale = item.unit
    if scale == "degree" and (named := re.match(r" (celsius|fahrenheit)\b", after, re.I)):
        scale = named[1].lower()
    if scale in _COLDEST and value < _COLDEST[scale]:
        least = _COLDEST[scale]
        return f"{shown(value)} {scale} is below absolute zero.", f"{shown(value)} < {least}", ""
    if item.unit == "%":
        return _percentage(value, before, after, passage.words_of(passage.sentence_of(item.claim)))
    if item.unit in ("year", "") or item.unit is None:
        return _age(item, value, before, after)
    return None


def _out_of(passage: Passage, one: Sum, other: Sum) -> Wrong | None:
    """More of some people than there are: "15 out of 12 jurors"."""
    if not (one.is_single and other.is_single) or one.value <= other.value or one.unit not in ("", other.unit):
        return None
    if not _OUT_OF.fullmatch(passage.between(one.claim, other.claim)):
        return None
    if not re.match(rf"(?:\d+|[a-z-]+) (?:[a-z-]+ )?(?:{_PEOPLE}|{_COUNTED})$", other.claim.quote, re.I):
        return None
    told = f"{shown(one.value)} cannot be out of {shown(other.value)}."
    return told, f"{shown(one.value)} > {shown(other.value)}", ""


def _percentage(value: Decimal, before: str, after: str, words: str) -> Wrong | None:
    if value > 100 and (_OF_PEOPLE.match(after) or _WHOLE_BEFORE.search(before) or _EMPTY.match(after)):
        return f"A part of a whole cannot be {shown(value)} %.", f"{shown(value)} % > 100 %", _tenth(value)
    if value > 100 and (
        _LOSS.search(before) or ((_FELL.search(before) or _DROP.match(after)) and not _CAN_GO_BELOW.search(words))
    ):
        return (
            f"What falls by {shown(value)} % is below zero.",
            f"100 % - {shown(value)} % = {shown(100 - value)} %",
            "",
        )
    if value > 0 and _CHANGED.search(before) and _FROM_ZERO.match(after):
        return "A change from zero has no percentage.", f"{shown(value)} % of 0 = 0", ""
    return None


def _tenth(value: Decimal) -> str:
    return f"{shown(value / 10)} % would fit: the decimal point one place off." if value > 109 else ""


def _age(item: Sum, value: Decimal, before: str, after: str) -> Wrong | None:
    of_person = re.search(r"\bold\b", item.claim.quote) and (
        _PERSON.match(after) or _PRONOUN.search(before) or _APPOSED.search(before)
    )
    if not (of_person or _AGED.search(before) or (not item.unit and _AGED_MAN.search(before))):
        return None
    if re.match(r" (?:days|weeks|months|hours)", after):
        return None
    if value < 0:
        return f"An age cannot be {shown(value)}.", f"{shown(value)} < 0", ""
    if value > OLDEST:
        return f"No person has reached {shown(value)} years.", f"{shown(value)} > {OLDEST} (oldest verified: 122)", ""
    return None


def _unless_denied(passage: Passage, claim: Claim, message: str, line: str, suggestion: str) -> Iterator[Finding]:
    if _DENIED.search(passage.words_of(passage.sentence_of(claim))):
        return
    yield Finding(
        check=CHECK.name,
        severity=Severity.ERROR,
        claims=(claim.key,),
        message=message,
        arithmetic=(line,),
        tolerance="None, for the bound cannot be passed.",
        suggestion=suggestion,
    )


CHECK = Check("impossible", "Numbers that cannot be", look)
