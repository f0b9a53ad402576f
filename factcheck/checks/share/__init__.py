"""A part, its whole and the share told; parts larger than their whole; answers that exclude each other above 100 %.

Formula: part / whole = share; the shares of answers of which each person gives one add up to 100 %, and so do shares
of which the last is "the remaining" one. Units: counts, money and measures, per cent, fractions. Tolerance: one step
of the last digit of a percentage, rounding of part and whole, four and a half points for a fraction in words ("a
third"), a twentieth of a part that "about" stands before; for answers half a point each and half a point more.
Silent: parts of other wholes, questions with several answers, groups compared with each other.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from factcheck.checks import Check
from factcheck.checks.share.answers import answers
from factcheck.model import Article, Claim, Finding, Severity
from factcheck.passage import Passage, Sum, passage_of, sums_of
from factcheck.sums import HALF, Interval, shown, step

_OF = re.compile(
    r"(?: [a-z]+)? (?:out )?of (?:the |its |all |their |our |his |her |my |a total of |all the )?(?:[\w-]+['’]s )?",
    re.I,
)
_OF_THE = re.compile(r" (?:out )?of (?:the |its |their |all )+", re.I)
_THEN = re.compile(
    r"(?: [a-z]+){0,4}?(?:, or |, | or | \(|, (?:that is|that[’']s|i\.e\.|namely|which is),? | - | [–—] )(?:about |"
    r"only |just |nearly |almost )?",
    re.I,
)
_OR = re.compile(r"(?: [a-z]+){0,2}?(?:, or | \(|, that is )", re.I)
_DET = r"(?:the |its |their |his |her |all |all the |a total of |an estimated |some |about |around )*"
_OF_ITS = re.compile(
    rf"(?:\)|,| [-–—]|[–—])? (?:out )?of {_DET}(?:total |whole |entire |full |overall )?(?:[a-z]+ of )?", re.I
)
_OR_SO = re.compile(
    r"(?: [a-z-]+){0,4}?(?:, or |, that is | or |, | \((?:or )?| [-–—] |[–—])(?:about |only |just |nearly |almost |"
    r"some |"
    r"roughly |around |over |exactly |equal to |the equivalent of )?",
    re.I,
)
_ASIDE = re.compile(r"[^,;.()\d]{0,30}?(?: \(|, or |, | [-–—] |[–—]|: )(?:about |some |exactly |just |that is )?", re.I)
_WHICH_IS = re.compile(
    r"[^.;:()\d]{0,60}?(?:,| [-–—]) (?:which is|which was|which makes|that is|an? (?:share|rate|proportion|"
    r"turnout) of|equal to) "
    r"(?:about |only |just |nearly |almost |roughly )?",
    re.I,
)
_CLOSED = re.compile(r"\)|[,;.](?!\d)|$| [-–—]|[–—]")
_OF_TOTAL = re.compile(r" of (?:the (?:total|whole)|all|it all|those (?:cast|asked|polled|invited))\b")
_OF_NAMED = re.compile(r" of (?:the|its|their) [a-z]+(?=[.,;]|$)")
_ASIDE_OF = re.compile(
    r"(?:[^,;.()\d]{0,40}(?::| [-–—]|[–—]) ?(?:or )?| of (?:the|its|their|all) [a-z]+, )(?:about |some |exactly |"
    r"just )?",
    re.I,
)
_LATER = re.compile(r"[^.;:()\d]{0,60}(?:,| [-–—]|[–—]) (?:or )?(?:about |only |just |nearly |almost )?", re.I)
_THAT_IS = re.compile(
    r"(?:That|This|It|Which) (?:is|was|equals|represents|amounts to|makes) (?:about |only |just |nearly )?"
)
_OUT_OF = re.compile(r"(?P<part>\d[\d,]*|[a-z-]+) out of (?:the |its |a total of )?(?P<whole>\d[\d,]*)\b", re.I)
_WORDED = {
    word: Decimal(number)
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
}
_AS = re.compile(r"(?: [a-z]+){0,4}?(?:, or |, | \(|, that is )", re.I)
_ENDS = re.compile(
    r"\)|,|\.|;|$| [-–—]|[–—]| (?:of (?:them|the total|all)\b|voted|said|were|was|are|is|had|have|died|failed|came|"
    r"backed)\b"
)
_RATE_OF = re.compile(r"\ban? (?:turnout|rate) of ")
_OTHER = re.compile(
    r"\b(?:more|less|fewer|higher|lower|up|down|increase|rise|average|compared|turnout|points?|margin|rating)\b", re.I
)
_WHOLE = re.compile(r"\bof (?:the |its |their |all )?$", re.I)
_DOES = re.compile(
    r" (?:were|was|are|is|had|have|has|voted|said|died|came|failed|went|backed|took|did|could|"
    r"will|would)\b"
)
_SIGN = re.compile(r"%|per ?cent", re.I)
FRACTION = Decimal("0.045")


def look(article: Article, claims: Sequence[Claim]) -> Iterator[Finding]:
    """Shares that part and whole do not give."""
    sums = [item for item in sums_of(claims) if item.is_single and item.value > 0]
    if len(sums) < 2:
        return
    passage = passage_of(article)
    before: tuple[int, list[Sum]] = (-2, [])
    for index, row in passage.rows(sums):
        if before[0] == index - 1:
            yield from _told_next(passage, before[1], row[0])
        before = index, row
        if len(row) < 2:
            continue
        for at in range(len(row) - 2):
            yield from _three(passage, *row[at : at + 3])
        for one, other in pairwise(row):
            yield from _same(passage, one, other)
            yield from _out_of(passage, one, other)
            yield from _larger(passage, one, other)
        yield from answers(passage, index, row)


def _three(passage: Passage, one: Sum, two: Sum, three: Sum) -> Iterator[Finding]:
    first, second = passage.between(one.claim, two.claim), passage.between(two.claim, three.claim)
    after = passage.after(three.claim, 24)
    if _OTHER.search(_RATE_OF.sub("", second) + ("" if _CLOSED.match(after) else after)) or (
        second.endswith("(") and not after.startswith(")")
    ):
        return
    if _is_part(two, three) and _is_share(one) and _OF_ITS.fullmatch(second) and _ASIDE.fullmatch(first):
        # "40% (12 of the 30)", "40%: 12 of the 30 came"
        bracket = first.endswith("(") and passage.after(three.claim, 30).partition(")")[1]
        opening = passage.before(one.claim, 40)
        turnout = _ASIDE_OF.fullmatch(first) and not _MOVED.search(opening) and three.unit not in ("", "person")
        if bracket or (turnout and (" of " in first or _PORTION.search(opening))):
            yield from _judge(two, three, one, one)
        return
    if _is_share(two) and _is_whole(one, three) and _OF_ITS.fullmatch(second) and _OR_SO.fullmatch(first):
        # "12 jobs, or 40% of its 30 workers"
        if not _WHOLE.search(passage.before(one.claim, 12)) and not _MORE.search(passage.before(one.claim, 12)):
            yield from _judge(one, three, two, two, tied=True)
        return
    named = second.endswith(", or ") and _OF_NAMED.match(after)
    if not (named or _OF_TOTAL.match(after) or _ENDS.match(after)) or passage.before(one.claim, 5).endswith(" and "):
        return
    if after.startswith(" of") and " or " not in second and not _OF_TOTAL.match(after):
        # "12 of the 30 villages, half of them without power": of the 12.
        return
    if _is_share(three) and _is_part_of_whole(one, two, first):
        told = _THEN.fullmatch(second) or _WHICH_IS.fullmatch(second)
        if told or (_LATER.fullmatch(second) and _OF_TOTAL.match(after)):
            yield from _judge(one, two, three, three, tied="-" in two.claim.quote)
    elif _is_share(two) and _is_part(three, one) and _WHOLE_LEADS.search(passage.before(one.claim, 16)):
        # "Of 30 members, 40%, or 12,"
        if re.fullmatch(r"(?: [a-z]+){0,3}, ", first) and _OR.fullmatch(second) and _CLOSED.match(after):
            yield from _judge(three, one, two, two)
    elif (
        _is_share(three)
        and _is_part(two, one)
        and passage.after(two.claim, 8).startswith(" of them")
        and re.fullmatch(r" of them(?:, (?:or )?| \(| [-–—] (?:or )?|[–—])", second)
        and _CLOSED.match(after)
    ):
        # "it has 30 members; 12 of them, 40%, came"
        yield from _judge(two, one, three, three)
    elif _is_share(one) and _is_part(three, two) and (_OF.fullmatch(first) or first in (" the ", " its ", " their ")):
        bare = (
            re.fullmatch(r"(?: [a-z]+)?(?:, | [-–—] |[–—])", second)
            and _CLOSED.match(after)
            and three.unit in ("", two.unit)
        )
        if _OR.fullmatch(second) or bare:
            yield from _judge(three, two, one, three)
    elif (
        _is_part(two, one)
        and _is_share(three)
        and re.fullmatch(r"(?: [a-z]+){0,4}(?:, | [-–—] |[–—])(?:only |just |some |about )?", first)
        and _WHOLE.search(passage.before(one.claim, 12))
        and (
            _OR.fullmatch(second)
            or _WHICH_IS.fullmatch(second)
            or (re.fullmatch(r"(?: [-–—] |[–—]|, )", second) and _CLOSED.match(after))
        )
    ):
        yield from _judge(two, one, three, three)


_PORTION = re.compile(r"\b(?:turnout|share|proportion)\b", re.I)
_MOVED = re.compile(r"\b(?:rose|fell|up|down|increas\w+|grew|dropped|declined|cut|by|jump\w*|target|goal)\b", re.I)
_MORE = re.compile(r"\b(?:another|extra|additional|further|and) (?:about |some )?$", re.I)
_IN_THE = re.compile(r"(?: [a-z]+)? (?:in|on|of) (?:the |a |an |its )", re.I)
_WHOLE_LEADS = re.compile(r"\bof (?:the |its |their |all )?$", re.I)


def _is_part_of_whole(portion: Sum, whole: Sum, gap: str) -> bool:
    """Whether "12 of 30 jobs" stands there, or "12 seats in the 30-seat parliament"."""
    if not _is_part(portion, whole):
        return False
    seated = "-" in whole.claim.quote and portion.unit in ("", whole.unit) and _IN_THE.fullmatch(gap)
    return _OF.fullmatch(gap) is not None or bool(seated)


def _is_part(portion: Sum, whole: Sum) -> bool:
    """Whether both are counts, or both are money or measures of one unit."""
    if _is_count(portion) and _is_count(whole):
        return True
    measured = portion.unit == whole.unit and portion.unit not in ("", "%") and "/" not in portion.unit
    return measured and portion.amount.bound in "=~" and whole.amount.bound in "=~"


def _is_whole(portion: Sum, whole: Sum) -> bool:
    return _is_part(portion, whole) and whole.value >= portion.value


def _is_count(item: Sum) -> bool:
    whole = item.value == item.value.to_integral() and "/" not in item.unit and item.amount.bound in "=~"
    return whole and (not item.unit or item.unit.islower())


def _is_share(item: Sum) -> bool:
    return (item.unit == "%" and _SIGN.search(item.claim.quote) is not None) or (
        not item.unit and 0 < item.value < 1 and "." not in item.claim.quote
    )


def _reading(item: Sum) -> Interval:
    size = step(item.value, item.claim.quote)
    counted = size <= 1 and (item.unit.islower() or not item.unit) and "." not in item.claim.quote
    reading = Interval.exact(item.value) if counted else Interval.exact(item.value).spread(size * HALF)
    return reading.wider(Decimal("0.05")) if item.amount.bound == "~" else reading


def _judge(portion: Sum, whole: Sum, share: Sum, accused: Sum, *, tied: bool = False) -> Iterator[Finding]:
    """`tied`: the text itself says what the share is of, so that part and whole may be called differently."""
    if portion.value > whole.value or whole.value < 3:
        return
    if portion.unit not in ("", "person", whole.unit) and whole.unit and not tied:
        return
    given = _reading(portion) / _reading(whole)
    if share.unit == "%":
        size = step(share.value, share.claim.quote)
        told = Interval(share.value - size, share.value + size).scaled(Decimal("0.01"))
        if share.amount.bound != "=":
            told = told.spread(Decimal("0.04"))
    else:
        room = FRACTION + (Decimal("0.03") if portion.amount.bound == "~" else 0)
        told = Interval(share.value - room, share.value + room)
    if given.meets(told):
        return
    exact = portion.value / whole.value * 100
    others = [item.claim.key for item in (share, portion, whole) if item is not accused]
    yield Finding(
        check=CHECK.name,
        severity=Severity.ERROR,
        claims=(accused.claim.key, *others),
        message=f"{shown(portion.value)} of {shown(whole.value)} is {shown(exact, 3)} %, not “{share.claim.quote}”.",
        arithmetic=(
            f"{shown(portion.value)} / {shown(whole.value)} = {shown(exact)} %",
            f"the text says {shown(share.value if share.unit == '%' else share.value * 100, 3)} %",
        ),
        tolerance="One step of the last digit of a percentage; four and a half points for a fraction in words.",
        suggestion=f"{shown(exact, 3)} % would fit.",
    )


def _same(passage: Passage, one: Sum, other: Sum) -> Iterator[Finding]:
    """A fraction in words and the percentage given for it: "two in five respondents, or 25%"."""
    if not (0 < one.value < 1 and other.unit == "%") or re.search(r"[%.\d]", one.claim.quote):
        return
    gap, after = passage.between(one.claim, other.claim), passage.after(other.claim, 24)
    if not _AS.fullmatch(gap) or _OTHER.search(gap + after) or not _ENDS.match(after):
        return
    if (gap.endswith("(") and not after.startswith(")")) or other.amount.bound in ("<", ">"):
        return
    if abs(one.value - other.value / 100) <= FRACTION:
        return
    exact = one.value * 100
    yield Finding(
        check=CHECK.name,
        severity=Severity.ERROR,
        claims=(other.claim.key, one.claim.key),
        message=f"“{one.claim.quote}” is {shown(exact, 3)} %, not “{other.claim.quote}”.",
        arithmetic=(f"{one.claim.quote} = {shown(exact)} %", f"the text says {shown(other.value)} %"),
        tolerance="Four and a half points for a fraction in words.",
        suggestion=f"{shown(exact, 3)} % would fit.",
    )


def _told_next(passage: Passage, row: Sequence[Sum], share: Sum) -> Iterator[Finding]:
    """What the next sentence says of the only part and whole of a sentence: "That is 40%."."""
    if len(row) != 2 or not _is_share(share) or not _THAT_IS.fullmatch(passage.before(share.claim)):
        return
    one, two = row
    if _CLOSED.match(passage.after(share.claim, 24)) and _is_part_of_whole(
        one, two, passage.between(one.claim, two.claim)
    ):
        yield from _judge(one, two, share, share)


def _out_of(passage: Passage, one: Sum, other: Sum) -> Iterator[Finding]:
    """A percentage beside a part and its whole in one: "50 out of 200 workers (40%)"."""
    match = _OUT_OF.match(one.claim.quote)
    if match is None or other.unit != "%" or not _SIGN.search(other.claim.quote) or other.amount.bound != "=":
        return
    gap, after = passage.between(one.claim, other.claim), passage.after(other.claim, 24)
    if not (_AS.fullmatch(gap) or _ASIDE.fullmatch(gap)) or _OTHER.search(gap + after) or not _CLOSED.match(after):
        return
    if gap.endswith("(") and not after.startswith(")"):
        return
    digits = match["part"].replace(",", "").lower()
    portion = Decimal(digits) if digits.isdigit() else _WORDED.get(digits, Decimal(0))
    whole = Decimal(match["whole"].replace(",", ""))
    step_ = step(other.value, other.claim.quote)
    if not 0 < portion <= whole or abs(portion / whole * 100 - other.value) <= step_:
        return
    exact = portion / whole * 100
    yield Finding(
        check=CHECK.name,
        severity=Severity.ERROR,
        claims=(other.claim.key, one.claim.key),
        message=f"{shown(portion)} of {shown(whole)} is {shown(exact, 3)} %, not “{other.claim.quote}”.",
        arithmetic=(
            f"{shown(portion)} / {shown(whole)} = {shown(exact)} %",
            f"the text says {shown(other.value, 3)} %",
        ),
        tolerance="One step of the last digit of a percentage.",
        suggestion=f"{shown(exact, 3)} % would fit.",
    )


def _larger(passage: Passage, one: Sum, other: Sum) -> Iterator[Finding]:
    """A part that is larger than its whole: "15 of the 12 members"."""
    gap = passage.between(one.claim, other.claim)
    opened = re.search(r"\bOf (?:the |its |their |all )+$", passage.before(one.claim, 14))
    if (
        opened
        and re.fullmatch(r"(?: [a-z]+){0,3}, (?:as many as )?", gap)
        and _DOES.match(passage.after(other.claim, 12))
    ):
        # "Of the 12 members, 15 voted": the whole stands first.
        one, other = other, one
    elif not _OF_THE.fullmatch(gap):
        return
    if not (_is_count(one) and _is_count(other) and other.unit and one.value > other.value):
        return
    if one.unit not in ("", other.unit) or "-" in other.claim.quote or "~" in one.amount.bound + other.amount.bound:
        return
    yield Finding(
        check=CHECK.name,
        severity=Severity.ERROR,
        claims=(one.claim.key, other.claim.key),
        message=f"{shown(one.value)} cannot be a part of {shown(other.value)}.",
        arithmetic=(f"{shown(one.value)} > {shown(other.value)}",),
        tolerance="None: a part is not larger than its whole.",
        suggestion="",
    )


CHECK = Check("share", "Parts and shares", look)
