"""Amounts told as so many times another: "$610, four times as much", "twice the 4,000 of 2019"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from factcheck.model import Finding, Severity
from factcheck.passage import MONEY, Passage, Sum, part
from factcheck.sums import Interval, shown

_AS_MUCH = re.compile(r" as much[.;]")
TOLD = 200
"""How many amounts before an "as much" are looked through for the one it speaks of."""


def as_much(passage: Passage, index: int, row: Sequence[Sum], sums: Sequence[Sum]) -> Iterator[Finding]:
    """ "$610, four times as much." speaks of an amount told before, which some amount of the text must then be."""
    for one, times in pairwise(row):
        if times.unit != "times" or not (one.is_single and times.is_single and MONEY.match(one.unit)):
            continue
        if times.amount.bound != "=" or one.amount.bound != "=" or times.value < 2:
            continue
        if not (
            _AS_MUCH.match(passage.after(times.claim, 20))
            and re.fullmatch(r"[^.;:()\d]{0,30}, ", passage.between(one.claim, times.claim))
        ):
            continue
        at = bisect_left(sums, one.claim.span.start, key=lambda item: item.claim.span.start)
        told = [
            item for item in sums[max(at - TOLD, 0) : at] if item.unit == one.unit and item.is_single and item.value > 0
        ]
        near = [item for item in told if index - passage.sentence_of(item.claim) <= 1]
        wanted = part(one).interval() / part(times).interval()
        if near and not any(wanted.wider(Decimal("0.10")).meets(part(item).interval()) for item in told):
            yield _not_times(times, one, near[-1])


def _not_times(times: Sum, one: Sum, base: Sum) -> Finding:
    exact = one.value / base.value
    return Finding(
        check="ratio",
        severity=Severity.WARNING,
        claims=(times.claim.key, one.claim.key, base.claim.key),
        message=f"“{one.claim.quote}” is {shown(exact, 2)} times “{base.claim.quote}”, not {shown(times.value)} times.",
        arithmetic=(
            f"{shown(one.value)} / {shown(base.value)} = {shown(exact, 2)}",
            f"{shown(one.value)} / {shown(times.value)} = {shown(one.value / times.value)} {one.unit}",
        ),
        tolerance="A tenth and rounding; any amount of this currency told before would have been accepted.",
        suggestion="",
    )


_AS_THAN = re.compile(
    r" (?:as (?:[a-z]+ ){1,3}as|(?P<more>(?:more|higher|larger|bigger|greater|longer|better|worse) than)|the|that of|"
    r"what|those of|of|last \w+'s|this \w+'s|[A-Z][a-z]+'s)\b[^,;.:()\d]{0,40}"
)
_TIES = re.compile(
    r"[^,;.:()\d]{0,25}(?:,| [-–—]|[–—]|,? (?:is|was|are|were|or|which is|which was|that is)(?: now| still)?)"
    r" (?:about |almost |nearly |some |more than |over |less than |roughly |just over |just under |well over |"
    r"at least )?"
)
_AT_MOST = re.compile(r"\bas (?:much|many|high|few|little) as (?:the )?$")
_HALF = re.compile(r"half", re.I)


def compared(passage: Passage, row: Sequence[Sum]) -> Iterator[Finding]:
    """ "150 shillings, three times as much as the 50 paid in March", "$30, half the $60 of last year"."""
    for at in range(len(row) - 2):
        one, times, base = row[at : at + 3]
        factor = times.value
        half = not times.unit and factor == Decimal("0.5") and _HALF.search(times.claim.quote)
        if not (half or times.unit == "times") or not all(item.is_single for item in (one, times, base)):
            continue
        unit = one.unit if MONEY.match(one.unit) else ""
        if (unit or MONEY.match(base.unit)) and one.unit != base.unit:
            continue
        if "%" in (one.unit, base.unit) or "times" in (one.unit, base.unit) or min(one.value, base.value, factor) <= 0:
            continue
        if base.unit and one.unit and base.unit != one.unit:
            continue
        match = _AS_THAN.fullmatch(passage.between(times.claim, base.claim))
        if match is None or not _TIES.fullmatch(passage.between(one.claim, times.claim)):
            continue
        capped = base.amount.bound == "<" and _AT_MOST.search(passage.before(base.claim, 24))
        if one.amount.bound not in "=~" or (base.amount.bound not in "=~" and not capped):
            continue
        given = part(one).interval() / part(base)._replace(hedged=base.amount.bound == "~").interval()
        meant = _meant(factor, times.amount.bound)
        if not given.meets(meant) and not (match["more"] and given.meets(_meant(factor + 1, times.amount.bound))):
            yield _not_times(times, one, base)


def _meant(factor: Decimal, bound: str) -> Interval:
    """The multiples that a word may be used for: a tenth either way, more where it is hedged or a bound."""
    tenth = Decimal("0.1") * factor
    if bound == ">":
        return Interval(factor * Decimal("0.98"), Decimal("Infinity"))
    if bound == "<":
        return Interval(factor * Decimal("0.5"), factor * Decimal("1.02"))
    if bound == "~":
        return Interval(factor * Decimal("0.75"), factor * Decimal("1.25"))
    return Interval(factor - tenth, factor + tenth)
