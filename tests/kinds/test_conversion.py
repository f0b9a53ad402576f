"""What a sum of money is worth elsewhere: the lines under a claim."""

from decimal import Decimal

import pytest

from factcheck.kinds.amount import AMOUNT, Amount
from factcheck.model import Published

DAY = Published("2024-03-01")


def amount(low: str, unit: str | None, high: str = "", bound: str = "=") -> Amount:
    return Amount(Decimal(low), Decimal(high or low), unit, bound)


EUROS, YUAN = amount("38E9", "EUR"), amount("29.6E9", "CNY")


def told(of: Amount, *others: Amount, published: Published | None = DAY) -> list[str]:
    return [line for _, line in AMOUNT.context(of, others, published)]


def test_a_sum_is_given_in_the_articles_other_currencies_with_rate_and_day() -> None:
    assert told(EUROS, EUROS, YUAN) == ["= 295.8 bn CNY at 7.784, ECB 2024-03-01"]
    assert told(YUAN, EUROS, YUAN) == ["= 3.803 bn EUR at 0.1285, ECB 2024-03-01"]
    assert len(told(EUROS, YUAN, amount("1", "USD"), amount("1", "JPY"), amount("1", "GBP"))) == 2


def test_without_another_currency_it_is_the_euro_or_the_dollar() -> None:
    assert " USD at " in told(EUROS)[0]
    assert " EUR at " in told(YUAN)[0]


def test_bounds_ranges_and_rates_are_kept() -> None:
    assert told(amount("5E9", "EUR", "7E9", "range")) == ["= 5.406–7.569 bn USD at 1.081, ECB 2024-03-01"]
    assert "~" in told(amount("5E9", "EUR", bound="~"))[0].partition("=")[2]
    assert "EUR/barrel at" in told(amount("80", "USD/barrel"))[0]


@pytest.mark.parametrize(
    ("of", "published", "why"),
    [
        (amount("5", "UAH"), DAY, "has no UAH"),
        (EUROS, Published("1989-11-09"), "begins on"),
        (EUROS, Published("2999-01-01"), "ends on"),
        (amount("5", "RUB"), DAY, "has no RUB on 2024-03-01"),
    ],
)
def test_what_is_not_in_the_table_is_said(of: Amount, published: Published, why: str) -> None:
    (line,) = told(of, published=published)
    assert why in line
    assert "not checked" in line


def test_nothing_is_said_where_nothing_is_known_or_no_money_is_meant() -> None:
    assert not told(EUROS, published=Published("2024"))
    assert not told(EUROS, published=None)
    for unit in (None, "%", "kilometre", "GBPs"):
        assert not told(amount("5", unit), EUROS, YUAN)
