"""A share marked as one of each, and the one total and the one number of its sentence that it must come from."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.checks.ratio.each import is_count, is_money, judged, judged_by
from factcheck.model import Finding
from factcheck.passage import Passage, Sum

_EACH = re.compile(r"(?: [a-z-]+){0,2}? (?:each|apiece|a head|per head|per person)\b|,? on average\b", re.I)
_ONE_OF = re.compile(
    r"(?: [a-z-]+){0,3}? (?:for each|for every|to each|to every|in each|in every|on each|from each|at each|"
    r"per|to an?|an?)"
    r"(?: one)?(?: of (?:the|its|their))? (?:of (?:the|its|their) )?(?P<what>[a-z-]+)\b"
)
_ANY = frozenset(
    "vessel ship boat craft unit piece plane aircraft jet machine home house property copy item vehicle car employee "
    "student pupil child family household person member site shop store branch".split()
)
"""Names that what was counted under another may be taken up by."""
_MONTHLY = frozenset("day week month year night hour".split())
_SPELL = re.compile(
    r"\b(?P<n>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?P<what>day|week|month|"
    r"year|night|hour)s\b"
)
_WORDS = {
    word: number for number, word in enumerate("two three four five six seven eight nine ten eleven twelve".split(), 2)
}
_OF_THE = re.compile(
    r"(?: [a-z-]+){0,3}? (?:for|to|in|on|from|per) (?:each|every)(?: one)? of (?:the [a-z]+'s|[A-Z][a-z]+'s|the|its|"
    r"their) $",
    re.I,
)
_AVERAGE = re.compile(r"\b(?:an average of|averaging|on average) (?:about |some |just |over |under |nearly )*$", re.I)
_APPOSED = re.compile(
    r"[^.;:()\d]{0,40}?(?:,| [-–—]|[–—]|:| \(| means?\b| meant\b) ?"
    r"(?:(?:or|i\.e\.|that is|which (?:is|was|comes to|came to|works out at|worked out at|means|meant|makes|"
    r"amounts to)|"
    r"at|about|some|an average of|on average|giving|leaving|paying|meaning|averaging|working out at|coming to|equal to|"
    r"equivalent to|nearly|almost|just|over|under|roughly|only|the equivalent of|a cost of|at a cost of|"
    r"at a price of) )*",
    re.I,
)
_WITHIN = re.compile(r"[^.;:()\d]{1,80}")
_COMMA = re.compile(r",(?! [a-z]+ing\b)")
_SHARED_OVER = re.compile(
    r"\b(?:shared|spread|divided|split) (?:out |up |equally |evenly )*(?:over|among|amongst|between|across|by) "
    r"(?:all )?(?:of )?(?:the |its |their )?$",
    re.I,
)
_COMES_TO = re.compile(
    r"(?: [a-z]+){0,3} (?:comes to|came to|would come to|works out at|worked out at|works out to|amounts to|"
    r"amounted to|is|was|would be|makes|means) (?:about |some |just |nearly |almost |roughly |over |under |only )*"
)
_LATER = re.compile(
    r"(?: (?:each|apiece|a head|per head|per person)| (?:an?|per|for each|for every) [a-z]+)?"
    r"(?:,| [-–—]|[–—])?(?: (?:or|for|making|bringing in|giving|which makes|which is|that is|at|with))?"
    r"(?: (?:a|the) total(?: (?:cost|bill|price|outlay|sum|prize))? of| in all,?| altogether,?| totall?ing)? "
    r"(?:about |some |just |nearly |almost )*",
    re.I,
)
_ALL = re.compile(r" (?:in all|in total|altogether|together|combined|overall|all told)\b")
_TOTAL = re.compile(r"\b(?:total|in all|altogether)\b", re.I)
_TIE = re.compile(
    r"\b(?:at|for|worth|costing|paying|of|got|get|gets|paid|received|receive|receives|with|"
    r"hold\w*|carr\w+) ",
    re.I,
)
_UNSURE = re.compile(
    r"\b(?:remaining|rest|others?|respectively|including|plus|first|up to|maximum|minimum|another|extra|more than one|"
    r"additional|further|as well as|least|between|from \d|either|both|some of|part of|most of|of whom|"
    r"of which|of them)\b",
    re.I,
)
_FETCHED = re.compile(
    r"[^.;:()\d,]{0,40} (?:brought in|bring in|raised|raise|earned|cost|costs|came to|come to|made|fetched|yielded|"
    r"totall?ed|would cost|will cost|would bring in|will bring in|sold for) (?:a total of )?"
    r"(?:about |some |nearly |just )?",
    re.I,
)
_AT_OPENS = re.compile(r"(?:^|\b)at (?:about |just |only )?$", re.I)
_SHARED = re.compile(r"[^.;:()\d,]{0,30} (?:shared|received|got|split|were paid|were given) (?:a total of )?", re.I)
_WAS_EACH = re.compile(
    r"\bthe average (?:[a-z]+ )?(?:was|is|came to) (?:about )?$|\b(?:per|each) (?P<what>[a-z-]+) "
    r"(?:was|is|came to|stood at|reached) (?:about )?$",
    re.I,
)
_OVER = re.compile(r"\b(?:in|over|for|within|during|across|spread over|the) (?:the )?(?:last |past |first |next )?$")
_IN_ALL_TIME = re.compile(r"(?: (?:an?|per|each|every) [a-z]+)?(?:[.,;)](?!\d)|$)")
_CLOSED = re.compile(r"[.,;)]|$| [-–—]|[–—]| (?:on average|in all|or|and|for|of|by|a|making)\b")
_NAMING = re.compile(r"\b(?:the|an?|its|their|his|her|this|each|every|per) $", re.I)
_PREPOSITION = re.compile(
    r"(?: (?:of|in|for|to|from|among|on|by|with|at|between|across|was|were|is|are|will|has|had|have|over|a|"
    r"per|each|and)\b|"
    r"[,.;:)(]|$| [-–—])"
)


def apiece(passage: Passage, row: Sequence[Sum]) -> Iterator[Finding]:
    """Shares that the only total and the only number of their sentence do not give, where nothing else would fit."""
    if len(row) < 2:
        return
    for at, share in enumerate(row):
        if not share.is_single or share.value <= 0 or share.unit in ("%", "times"):
            continue
        marked, what = _marked(passage, row, at)
        if not marked:
            continue
        unit = share.unit.partition("/")[0]
        numbers = [item for item in row if item is not share and _is_number(item, what, unit)]
        if not numbers and what in _ANY:
            numbers = [item for item in row[:at] if _is_number(item, "", unit)]
        wholes = [
            item
            for item in row
            if item is not share and item not in numbers and _is_total(item, unit) and item.value > share.value
        ]
        if not numbers and what in _MONTHLY:
            yield from _in_time(passage, wholes, share, what)
        if not (wholes or unit or what) and len(numbers) == 2:
            wholes = [max(numbers, key=lambda item: item.value)]
        numbers = [item for item in numbers if item not in wholes]
        if len(wholes) != 1 or len(numbers) != 1 or not _is_tied(passage, wholes[0], numbers[0], share):
            continue
        yield from judged(wholes[0], numbers[0], share, share)


def _in_time(passage: Passage, wholes: Sequence[Sum], share: Sum, what: str) -> Iterator[Finding]:
    """ "64,200 spectators came in seven days, an average of 9,171 a day": what falls to each is a stretch of time."""
    if len(wholes) != 1 or wholes[0].claim.span.end > share.claim.span.start or "/" in wholes[0].unit:
        return
    whole = wholes[0]
    gap = passage.between(whole.claim, share.claim)
    spells = list(_SPELL.finditer(gap))
    if len(spells) != 1 or spells[0]["what"] != what or _UNSURE.search(gap) or re.search(r"[.;:]\s", gap):
        return
    if not _OVER.search(gap[: spells[0].start()]) or not _APPOSED.fullmatch(gap[spells[0].end() :]):
        return
    if not _IN_ALL_TIME.match(passage.after(share.claim, 40)):
        return
    n = spells[0]["n"]
    number = Decimal(n) if n.isdigit() else Decimal(_WORDS[n])
    yield from judged_by(whole, number, f"{n} {what}s", share)


def _marked(passage: Passage, row: Sequence[Sum], at: int) -> tuple[bool, str]:
    """Whether an amount falls to each, and the name of what it falls to where the text gives it."""
    share = row[at]
    after, before = passage.after(share.claim, 60), passage.before(share.claim, 24)
    _, slash, per = share.unit.partition("/")
    if slash:
        return True, "" if per in ("head", "person") else per
    if (each := _EACH.match(after)) is not None and _CLOSED.match(after[each.end() :]):
        return True, ""
    if at + 1 < len(row) and _OF_THE.fullmatch(passage.between(share.claim, row[at + 1].claim)):
        return True, row[at + 1].unit.rpartition(" ")[2]
    if (match := _ONE_OF.match(after)) is not None:
        return True, match["what"].lower()
    if (match := _WAS_EACH.search(passage.before(share.claim, 40))) is not None and after.startswith(
        (":", ",", " -", " –")
    ):
        return share.unit != "", (match["what"] or "").lower()
    return _AVERAGE.search(before) is not None and share.unit != "", ""


def _is_called(item: Sum, what: str) -> bool:
    """Whether what an amount counts bears a name."""
    noun = item.unit.rpartition(" ")[2]
    return bool(noun) and (noun == what or noun.rstrip("s") == what.rstrip("s"))


def _is_number(item: Sum, what: str, unit: str) -> bool:
    if not item.is_single or not is_count(item) or item.amount.bound not in "=~" or item.unit == "times":
        return False
    if item.value != item.value.to_integral() or (unit and item.unit == unit):
        return False
    return _is_called(item, what) if what else True


def _is_total(item: Sum, unit: str) -> bool:
    if not item.is_single or item.amount.bound not in "=~" or item.unit in ("%", "times"):
        return False
    if not unit:
        return is_count(item) and not is_money(item)
    # "$162 million a year on schools, which comes to $450,000 for each of the pupils": a year is meant in both.
    whole, _, per = item.unit.partition("/")
    return whole == unit and per in ("", *_MONTHLY)


def _is_tied(passage: Passage, whole: Sum, number: Sum, share: Sum) -> bool:
    """Whether total, number and share stand in one clause, the share as what the other two come to."""
    first, second, third = sorted((whole, number, share), key=lambda item: item.claim.span)
    start, end = first.claim.span.start, third.claim.span.end
    if _UNSURE.search(passage.view[start:end] + passage.after(third.claim, 16).partition(",")[0]):
        return False
    if third.claim.span.start < second.claim.span.end or second.claim.span.start < first.claim.span.end:
        return False
    gaps = passage.between(first.claim, second.claim), passage.between(second.claim, third.claim)
    named = _NAMING.search(passage.before(whole.claim, 8)) and not _PREPOSITION.match(passage.after(whole.claim, 20))
    if named and share is not whole and not is_count(whole):
        return False
    if share is third and number is first and _SHARED_OVER.search(passage.before(number.claim, 40)):
        return bool(_WITHIN.fullmatch(gaps[0]) and _COMES_TO.fullmatch(gaps[1]))
    if share is third:
        return bool(_WITHIN.fullmatch(gaps[0]) and not _COMMA.search(gaps[0]) and _APPOSED.fullmatch(gaps[1]))
    if number is third:
        return bool(_OF_THE.fullmatch(gaps[1]) and _WITHIN.fullmatch(gaps[0]))
    if share is first and number is second:
        opens = _AT_OPENS.search(passage.before(share.claim, 12)) and gaps[0] == ", "
        stated = _WAS_EACH.search(passage.before(share.claim, 40)) and gaps[0] in (": ", ", ")
        return bool((opens and _FETCHED.fullmatch(gaps[1])) or (stated and _SHARED.fullmatch(gaps[1])))
    if share is first and whole is second:
        stated = _WAS_EACH.search(passage.before(share.claim, 40)) and gaps[0] in (": ", ", ")
        return bool(stated and gaps[1] in (" for ", " among ", " between "))
    if share is second and number is first:
        told = _ALL.match(passage.after(whole.claim, 16)) or _TOTAL.search(gaps[1])
        return bool(told and _TIE.search(gaps[0]) and _LATER.fullmatch(gaps[1]))
    return False
