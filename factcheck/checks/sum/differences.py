"""Two numbers and their difference."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.model import Finding, Severity
from factcheck.passage import MONEY, Part, Passage, Sum, ends, part
from factcheck.sums import Interval, shown

_SOME = r"(?:(?:just|only|about|some|around|roughly|nearly|almost|over|under|more than|a mere|exactly) ){0,2}"
_MARGIN = r"(?:majority|margin|lead|difference|gap|surplus|deficit|advantage|edge)"
_GAIN = r"(?:rise|increase|jump|gain|fall|drop|decline|decrease|reduction|cut|loss|difference|improvement|climb)"
_BY = re.compile(rf"\bby (?:a {_MARGIN} of )?{_SOME}$", re.I)
_SCORE_NEXT = re.compile(r"(?:[ -][a-z]+){0,3}(?:,| \(|:| [-–—]) ?(?:with |of )?")
_MARGIN_NEXT = re.compile(
    rf"(?: votes?| seats?| points?)?(?:\)|,| [-–—]|:)? (?:giving (?:him|her|it|them|[A-Z]\w+) |with |for |or |"
    rf"that is )?"
    rf"(?:an? |the )(?:(?:[a-z]+ )?{_MARGIN} of {_SOME}|(?P<noun>(?:narrow |slim |mere |clear |wide )?))"
)
_NOUN = re.compile(rf"[ -](?:(?:votes?|seats?|points?) )?{_MARGIN}\b")
_VERSUS = re.compile(
    r"(?: [a-z]+)?(?: to [A-Z]\w+['’]s| to| against| versus|,? with| for [A-Z][\w ]{1,30} (?:to|against|and)) "
)
_THAN = re.compile(
    r"(?: [a-z]+)? (?:(?:more|less|fewer|higher|lower|longer|shorter|cheaper|dearer|bigger|smaller|better|"
    r"worse|heavier|"
    r"lighter|taller|faster|slower) than|(?:above|below|short of|shy of|up on|down on|up from|down from)) "
    r"(?:the |its |their |last year's |an? |[A-Z][a-z]+'s |previous |former |old )*(?:[a-z-]+ (?:of|at) )?"
)
_LESS = re.compile(r"\b(?:less|fewer|lower|shorter|cheaper|smaller|lighter|slower|below|short of|shy of|down)\b")
_EITHER_WAY = re.compile(r"\b(?:better|worse|faster|slower)\b")
_STANDS = re.compile(rf"[^,;.:()\d]{{0,30}}(?:,| [-–—]|[–—]| \(| is| was| are| were) {_SOME}", re.I)
_MOVED = re.compile(
    r"\b(?:rose|risen|rises?|rising|increas\w+|grew|grown|jump\w*|climb\w*|gain\w*|went up|up|fell|fallen|"
    r"falls?|drop\w*|"
    rf"declin\w+|lost|slipp\w+|cut|reduc\w+|went down|down|lower\w*|rais\w+)(?: by)? {_SOME}$",
    re.I,
)
_TO_FROM = (
    re.compile(rf"(?: [a-z]+)?,? to {_SOME}", re.I),
    re.compile(
        rf"(?: [^,;.()\d]{{0,25}})?,? from "
        rf"{_SOME}",
        re.I,
    ),
)
_RISE_NEXT = re.compile(rf"(?: [^,;.()\d]{{1,20}})?(?:,| [-–—]|[–—]) ?(?:or )?an? (?:[a-z]+ )?{_GAIN} of {_SOME}", re.I)
_UNSURE = re.compile(
    r"\b(?:each|per|average|respectively|including|among|another|adjusted|inflation|annual\w*|sets?|overall|after|"
    r"previous majority|combined|aggregate)\b",
    re.I,
)
_GENERAL = frozenset(("", "vote", "point", "percentage point", "seat", "goal", "run"))
"""What a margin may be of whatever the two numbers are called."""


def differences(passage: Passage, row: Sequence[Sum]) -> Iterator[Finding]:
    """Differences that the two numbers beside them do not have."""
    for at in range(len(row) - 1):
        told = _of_pair(passage, row, at) or _of_three(passage, row, at)
        if told is not None and (finding := judge(passage, *told)) is not None:
            yield finding


def _pair(passage: Passage, row: Sequence[Sum], at: int) -> tuple[Part, Part, int] | None:
    """Two numbers set against each other from `at` on ("4,402 to 3,192"), and the place of the last."""
    item = row[at]
    if not item.is_single:
        both = ends(item) if item.amount.bound == "range" else None
        return (*both, at) if both else None
    if at + 1 < len(row) and row[at + 1].is_single:
        gap = passage.between(item.claim, row[at + 1].claim)
        if _VERSUS.fullmatch(gap):
            return part(item), part(row[at + 1]), at + 1
    return None


def _of_pair(passage: Passage, row: Sequence[Sum], at: int) -> tuple[Sum, Part, Part] | None:
    """ "by 1,210 votes, 4,402 to 3,192" and "4,402 to 3,192, a majority of 1,210"."""
    one = row[at]
    by = one.is_single and at + 1 < len(row) and _BY.search(passage.before(one.claim, 30))
    if by and _SCORE_NEXT.fullmatch(passage.between(one.claim, row[at + 1].claim)):
        both = _pair(passage, row, at + 1)
        return (one, both[0], both[1]) if both else None
    if (both := _pair(passage, row, at)) and both[2] + 1 < len(row):
        told = row[both[2] + 1]
        match = _MARGIN_NEXT.fullmatch(passage.between(row[both[2]].claim, told.claim))
        if match and told.is_single and (match["noun"] is None or _NOUN.match(passage.after(told.claim, 30))):
            return told, both[0], both[1]
        rise = re.search(r"\bfrom $", passage.before(row[at].claim, 8)) and told.unit == both[0].unit != "%"
        if rise and told.is_single and _RISE_NEXT.fullmatch(passage.between(row[both[2]].claim, told.claim)):
            return told, both[0], both[1]
    return None


def _of_three(passage: Passage, row: Sequence[Sum], at: int) -> tuple[Sum, Part, Part] | None:
    """ "£3.50, 50p more than the £3", "rose by 5 to 20 from 15", "from 15 to 20, a rise of 5"."""
    if at + 2 >= len(row) or not all(item.is_single for item in row[at : at + 3]):
        return None
    one, two, three = row[at : at + 3]
    first, second = passage.between(one.claim, two.claim), passage.between(two.claim, three.claim)
    if _THAN.fullmatch(second) and _STANDS.fullmatch(first):
        larger, smaller = (three, one) if _LESS.search(second) else (one, three)
        units = {one.unit, two.unit, three.unit} - {"penny"}
        if len(units) == 1 and all((one.unit, two.unit, three.unit)) and larger.value > smaller.value:
            return two, part(larger), part(smaller)
        return None
    from_, to = _TO_FROM[1], _TO_FROM[0]
    if one.unit == two.unit == three.unit or (one.unit == "percentage point" and two.unit == three.unit == "%"):
        moved = _MOVED.search(passage.before(one.claim, 40)) and one.unit != "%"
        if moved and (
            (to.fullmatch(first) and from_.fullmatch(second)) or (from_.fullmatch(first) and to.fullmatch(second))
        ):
            return one, part(two), part(three)
    same = one.unit == two.unit == three.unit != "%" or (
        three.unit == "percentage point" and one.unit == two.unit == "%"
    )
    led = same and re.search(r"\bfrom $", passage.before(one.claim, 8)) and to.fullmatch(first)
    return (three, part(one), part(two)) if led and _RISE_NEXT.fullmatch(second) else None


def _in_pounds(item: Part) -> Part:
    """Pence as a part of a pound, so that they can be set against pounds."""
    return item._replace(value=item.value / 100, unit="GBP") if item.unit == "penny" else item


def judge(passage: Passage, told: Sum, one: Part, other: Part, *, more: bool = False) -> Finding | None:
    """The finding where two numbers have not the difference told; `more`: it is said to be what came on top."""
    said = part(told)
    if "GBP" in (one.unit, other.unit, said.unit):
        one, other, said = _in_pounds(one), _in_pounds(other), _in_pounds(said)
    pair = {one.unit, other.unit} - {""}
    if more and not pair:
        pair = {said.unit}
    if said.unit not in pair | _GENERAL or ("%" in pair and said.unit not in ("", "%", "point", "percentage point")):
        return None
    units = {one.unit, other.unit, said.unit} - {"", "vote", "point", "percentage point", "seat"}
    if len(units) > 1 or told.amount.bound not in "=~" or one.value == other.value or told.value <= 0:
        return None
    if not told.unit and told.value < 1:
        return None
    if any(unit and MONEY.fullmatch(unit) for unit in units) and not all((one.unit or other.unit, said.unit)):
        return None
    claims = sorted(
        {told.claim.key: told.claim, one.claim.key: one.claim, other.claim.key: other.claim}.values(),
        key=lambda claim: claim.span,
    )
    if not more and _UNSURE.search(passage.view[claims[0].span.start : claims[-1].span.end]):
        return None
    high, low = (one, other) if one.value > other.value else (other, one)
    exact = high.value - low.value
    if (reading(high) - reading(low)).meets(reading(said)):
        return None
    return Finding(
        check="sum",
        severity=Severity.ERROR,
        claims=tuple(dict.fromkeys((told.claim.key, high.claim.key, low.claim.key))),
        message=f"Between {shown(high.value)} and {shown(low.value)} lie {shown(exact)}, not “{told.claim.quote}”.",
        arithmetic=(
            f"{shown(high.value)} - {shown(low.value)} = {shown(exact)}",
            f"the text says {shown(said.value)}",
        ),
        tolerance="Rounding of all three numbers; none where counts are written out.",
        suggestion=f"{shown(exact)} would fit.",
    )


def reading(item: Part) -> Interval:
    """Every number that would be written so; a count written out is meant to its last digit."""
    exact = (
        item.value == item.value.to_integral()
        and not item.hedged
        and item.interval().high - item.value <= Decimal("0.5")
    )
    return Interval.exact(item.value) if exact and "." not in item.quote else item.interval()
