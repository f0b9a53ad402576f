"""Cents of the one currency that an article's money is in: "$3 million, or 86 cents a share"."""

from collections.abc import Sequence
from decimal import Decimal

from factcheck.document import Document
from factcheck.kinds.amount.reading import Reading, Sort

_CENT = "cent"
_IN_CENTS = frozenset("USD CAD AUD NZD HKD SGD TWD EUR ZAR KES JMD TTD".split())
"""Currencies whose hundredth is called a cent."""
_MEMORY = "cents"


def settle_cents(document: Document, readings: Sequence[Reading]) -> None:
    """Gives cents the currency of the text's money where only one that has cents was named, up to here or nearby."""
    named: set[str] = document.memory.setdefault(_MEMORY, set())
    named.update(
        unit for reading in readings if reading.sort is Sort.MONEY and (unit := _currency(reading)) in _IN_CENTS
    )
    for reading in readings:
        if reading.unit is not None and _currency(reading) == _CENT and _is_american(document, reading):
            _to_currency(reading, "USD")
    if len(named) != 1:
        return
    (currency,) = named
    for reading in readings:
        if reading.sort is Sort.MONEY and _currency(reading) == _CENT and reading.unit is not None:
            _to_currency(reading, currency)


def _is_american(document: Document, reading: Reading) -> bool:
    """Whether the text says whose cents these are: "177 US cents"."""
    return "us" in document.tokens.lowers[reading.number.last + 1 : reading.last]


def _to_currency(reading: Reading, currency: str) -> None:
    reading.unit = currency + (reading.unit or "").removeprefix(_CENT)
    reading.scale(Decimal("0.01"))


def _currency(reading: Reading) -> str:
    return (reading.unit or "").partition("/")[0]
