"""Numbers as they were written: what step a writer meant, and sums of intervals."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.sums import Interval, shown, step

NUMBERS = st.decimals(min_value=-1000, max_value=1000, places=2)


@pytest.mark.parametrize(
    ("value", "quote", "meant", "loosely"),
    [
        ("11400000000", "RMB 11.4 billion", "100000000", "100000000"),
        ("2017000000000", "2017 billion yen", "1000000000", "1000000000"),
        ("120000", "120,000", "1000", "10000"),
        ("3.20", "$3.20", "0.01", "0.01"),
        ("200000000", "$200 million", "10000000", "40000000"),
        ("22", "22 people", "1", "1"),
        ("3", "three", "1", "0.6"),
    ],
)
def test_the_step_of_the_last_digit(value: str, quote: str, meant: str, loosely: str) -> None:
    assert step(Decimal(value), quote) == Decimal(meant)
    assert step(Decimal(value), quote, loose=True) == Decimal(loosely)


@given(NUMBERS, NUMBERS, NUMBERS, NUMBERS)
def test_an_interval_holds_what_its_members_make(a: Decimal, b: Decimal, c: Decimal, d: Decimal) -> None:
    one, other = Interval(min(a, b), max(a, b)), Interval(min(c, d), max(c, d))
    assert (one + other).holds(a + c)
    assert (one - other).holds(b - d)
    assert (one * other).holds(a * d)
    if other.low > 0:
        assert (one / other).holds(b / c)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("176.929", "176.9"),
        ("17.75067", "17.75"),
        ("2017000000000", "2,017,000,000,000"),
        ("0.056338", "0.05634"),
        ("0", "0"),
    ],
)
def test_numbers_are_shown_short(value: str, text: str) -> None:
    assert shown(Decimal(value)) == text
