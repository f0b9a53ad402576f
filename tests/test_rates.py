"""The ECB's table: what it says, and that it says nothing where it has nothing."""

from datetime import date
from decimal import Decimal

import pytest

from factcheck.rates import Rates, shipped

TABLE = Rates(
    "Date,USD,JPY,OLD,\n2021-12-06,1.10,121,N/A,\n2021-12-03,1.00,120,2,\n2021-11-30,1.25,100,4,\n",
)


def test_a_cross_rate_goes_through_the_euro() -> None:
    rate = TABLE.on("USD", "JPY", date(2021, 12, 6))
    assert rate is not None
    assert (rate.value, rate.day) == (Decimal(110), date(2021, 12, 6))


def test_a_weekend_takes_the_day_before_it() -> None:
    rate = TABLE.on("EUR", "USD", date(2021, 12, 5))
    assert rate is not None
    assert (rate.value, rate.day) == (Decimal("1.00"), date(2021, 12, 3))


@pytest.mark.parametrize(
    ("base", "quoted", "day"),
    [
        ("USD", "IRR", date(2021, 12, 6)),
        ("Date", "USD", date(2021, 12, 6)),
        ("USD", "EUR", date(2021, 11, 29)),
        ("USD", "EUR", date(2021, 12, 14)),
        ("OLD", "EUR", date(2021, 12, 11)),
    ],
)
def test_what_the_table_lacks_is_none(base: str, quoted: str, day: date) -> None:
    assert TABLE.on(base, quoted, day) is None


def test_a_gap_takes_the_day_before_within_a_week() -> None:
    rate = TABLE.on("EUR", "OLD", date(2021, 12, 6))
    assert rate is not None
    assert rate.day == date(2021, 12, 3)


def test_the_extent_holds_the_days_asked_for_and_no_others() -> None:
    extent = TABLE.between("EUR", "USD", date(2021, 12, 1), date(2021, 12, 31))
    assert extent is not None
    assert (extent.low, extent.high) == (Decimal("1.00"), Decimal("1.10"))
    assert TABLE.between("EUR", "USD", date(2020, 1, 1), date(2020, 12, 31)) is None


def test_the_shipped_table_is_the_official_one() -> None:
    rate = shipped().on("CNY", "JPY", date(2021, 12, 6))
    assert rate is not None
    assert round(rate.value, 2) == Decimal("17.75")
    assert shipped().first == date(1999, 1, 4)
    assert shipped().first < date(2021, 12, 6) < shipped().last


def test_the_table_knows_its_own_days() -> None:
    assert (TABLE.first, TABLE.last) == (date(2021, 11, 30), date(2021, 12, 6))
