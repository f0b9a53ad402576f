"""What a sum of money is worth in the other currencies of its article, at the ECB's reference rate."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Context, Decimal

from factcheck.errors import FactcheckError
from factcheck.kinds.amount.value import Amount, brief
from factcheck.model import Published

LABEL = "rate"
MOST = 2
"""How many other currencies a sum is given in."""
ROUNDED = Context(prec=4)
"""Four digits, as many as reference rates are good for."""
_CODE = re.compile(r"[A-Z]{3}")


def context(amount: Amount, others: Iterable[Amount], published: Published | None) -> Iterator[tuple[str, str]]:
    """The sum in the article's other currencies on its day, or why it cannot be given; nothing for what is no money."""
    code = _code(amount)
    if not code:
        return
    try:
        yield from ((LABEL, line) for line in _lines(amount, code, others, published.day if published else None))
    except FactcheckError as error:
        yield LABEL, error.message


def _lines(amount: Amount, code: str, others: Iterable[Amount], day: date | None) -> Iterator[str]:
    from factcheck.rates import gap, in_use

    if missing := gap(code, day):
        yield f"{missing} Sums in two currencies are not checked."
        return
    if day is None:
        return
    named = Counter(other for other in map(_code, others) if other and other != code)
    for wanted in [other for other, _ in named.most_common(MOST)] or ["USD" if code == "EUR" else "EUR"]:
        if missing := gap(wanted, day):
            yield f"{missing} Sums in two currencies are not checked."
        elif rate := in_use().on(code, wanted, day):
            unit = wanted + (amount.unit or "").removeprefix(code)
            given = Amount(_times(amount.low, rate.value), _times(amount.high, rate.value), unit, amount.bound)
            yield f"= {brief(given)} at {ROUNDED.plus(rate.value):f}, ECB {rate.day}"


def _code(amount: Amount) -> str:
    """The ISO 4217 code in an amount's unit, or nothing."""
    match = _CODE.match(amount.unit or "")
    return match.group() if match and (amount.unit or "")[3:4] in ("", "/") else ""


def _times(value: Decimal, rate: Decimal) -> Decimal:
    return ROUNDED.multiply(value, rate)
