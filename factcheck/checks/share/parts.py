"""What may be a part, its whole and the share of it, and whether the three agree."""

import re
from collections.abc import Iterator
from decimal import Decimal

from factcheck.model import Finding, Severity
from factcheck.passage import Sum
from factcheck.sums import HALF, Interval, shown, step

OF = re.compile(
    r"(?: [a-z]+)? (?:out )?of (?:the |its |all |their |our |his |her |my |a total of |all the )?(?:[\w-]+['’]s )?",
    re.I,
)
_IN_THE = re.compile(r"(?: [a-z]+)? (?:in|on|of) (?:the |a |an |its )", re.I)
SIGN = re.compile(r"%|per ?cent", re.I)
ASIDE = re.compile(r"[^,;.()\d]{0,30}?(?: \(|, or |, | [-–—] |[–—]|: )(?:about |some |exactly |just |that is )?", re.I)
CLOSED = re.compile(r"\)|[,;.](?!\d)|$| [-–—]|[–—]")
ENDS = re.compile(
    r"\)|,|\.|;|$| [-–—]|[–—]| (?:of (?:them|the total|all)\b|voted|said|were|was|are|is|had|have|died|failed|came|"
    r"backed)\b"
)
OTHER = re.compile(
    r"\b(?:more|less|fewer|higher|lower|up|down|increase|rise|average|compared|turnout|points?|margin|rating)\b", re.I
)
FRACTION = Decimal("0.045")
"""How far a fraction in words may be from the share it tells."""


def is_part_of_whole(portion: Sum, whole: Sum, gap: str) -> bool:
    """Whether "12 of 30 jobs" stands there, or "12 seats in the 30-seat parliament"."""
    if not is_part(portion, whole):
        return False
    seated = "-" in whole.claim.quote and portion.unit in ("", whole.unit) and _IN_THE.fullmatch(gap)
    return OF.fullmatch(gap) is not None or bool(seated)


def is_part(portion: Sum, whole: Sum) -> bool:
    """Whether both are counts, or both are money or measures of one unit."""
    if is_count(portion) and is_count(whole):
        return True
    measured = portion.unit == whole.unit and portion.unit not in ("", "%") and "/" not in portion.unit
    return measured and portion.amount.bound in "=~" and whole.amount.bound in "=~"


def is_whole(portion: Sum, whole: Sum) -> bool:
    """Whether both may be part and whole, and the whole is not the smaller one."""
    return is_part(portion, whole) and whole.value >= portion.value


def is_count(item: Sum) -> bool:
    """Whether something is counted: a whole number of nothing named, or of things."""
    whole = item.value == item.value.to_integral() and "/" not in item.unit and item.amount.bound in "=~"
    return whole and (not item.unit or item.unit.islower())


def is_share(item: Sum) -> bool:
    """Whether it is a percentage with its sign or word, or a fraction in words."""
    return (item.unit == "%" and SIGN.search(item.claim.quote) is not None) or (
        not item.unit and 0 < item.value < 1 and "." not in item.claim.quote
    )


def _reading(item: Sum) -> Interval:
    size = step(item.value, item.claim.quote)
    counted = size <= 1 and (item.unit.islower() or not item.unit) and "." not in item.claim.quote
    reading = Interval.exact(item.value) if counted else Interval.exact(item.value).spread(size * HALF)
    return reading.wider(Decimal("0.05")) if item.amount.bound == "~" else reading


def judge(portion: Sum, whole: Sum, share: Sum, accused: Sum, *, tied: bool = False) -> Iterator[Finding]:
    """A share that part and whole do not give.

    `tied`: the text itself says what the share is of, so that part and whole may be called differently.
    """
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
        check="share",
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
