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
from factcheck.checks.share.parts import (
    ASIDE,
    CLOSED,
    ENDS,
    FRACTION,
    OTHER,
    SIGN,
    is_count,
    is_part_of_whole,
    is_share,
    judge,
)
from factcheck.checks.share.triples import triples
from factcheck.model import Article, Claim, Finding, Severity
from factcheck.passage import Passage, Sum, passage_of, sums_of
from factcheck.sums import shown, step

_OF_THE = re.compile(r" (?:out )?of (?:the |its |their |all )+", re.I)
_THAT_IS = re.compile(
    r"(?:That|This|It|Which) (?:is|was|equals|represents|amounts to|makes) (?:about |only |just |nearly )?"
)
_OUT_OF = re.compile(r"(?P<part>\d[\d,]*|[a-z-]+) out of (?:the |its |a total of )?(?P<whole>\d[\d,]*)\b", re.I)
_WORDED = {
    word: Decimal(number)
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
}
_AS = re.compile(r"(?: [a-z]+){0,4}?(?:, or |, | \(|, that is )", re.I)
_DOES = re.compile(
    r" (?:were|was|are|is|had|have|has|voted|said|died|came|failed|went|backed|took|did|could|"
    r"will|would)\b"
)


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
            yield from triples(passage, *row[at : at + 3])
        for one, other in pairwise(row):
            yield from _same(passage, one, other)
            yield from _out_of(passage, one, other)
            yield from _larger(passage, one, other)
        yield from answers(passage, index, row)


def _same(passage: Passage, one: Sum, other: Sum) -> Iterator[Finding]:
    """A fraction in words and the percentage given for it: "two in five respondents, or 25%"."""
    if not (0 < one.value < 1 and other.unit == "%") or re.search(r"[%.\d]", one.claim.quote):
        return
    gap, after = passage.between(one.claim, other.claim), passage.after(other.claim, 24)
    if not _AS.fullmatch(gap) or OTHER.search(gap + after) or not ENDS.match(after):
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
    if len(row) != 2 or not is_share(share) or not _THAT_IS.fullmatch(passage.before(share.claim)):
        return
    one, two = row
    if CLOSED.match(passage.after(share.claim, 24)) and is_part_of_whole(
        one, two, passage.between(one.claim, two.claim)
    ):
        yield from judge(one, two, share, share)


def _out_of(passage: Passage, one: Sum, other: Sum) -> Iterator[Finding]:
    """A percentage beside a part and its whole in one: "50 out of 200 workers (40%)"."""
    match = _OUT_OF.match(one.claim.quote)
    if match is None or other.unit != "%" or not SIGN.search(other.claim.quote) or other.amount.bound != "=":
        return
    gap, after = passage.between(one.claim, other.claim), passage.after(other.claim, 24)
    if not (_AS.fullmatch(gap) or ASIDE.fullmatch(gap)) or OTHER.search(gap + after) or not CLOSED.match(after):
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
    if not (is_count(one) and is_count(other) and other.unit and one.value > other.value):
        return
    if one.unit not in ("", other.unit) or "-" in other.claim.quote or "~" in one.amount.bound + other.amount.bound:
        return
    yield Finding(
        check=CHECK.name,
        severity=Severity.ERROR,
        claims=(one.claim.key, other.claim.key),
        message=f"{shown(one.value)} cannot be a part of {shown(other.value)}.",
        arithmetic=(f"{shown(one.value)} > {shown(other.value)}",),
        tolerance="None, for a part is not larger than its whole.",
        suggestion="",
    )


CHECK = Check("share", "Parts and shares", look)
