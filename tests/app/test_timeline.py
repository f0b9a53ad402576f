"""The dates and amounts of an article on axes."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import Store
from factcheck.app.screens.timeline import TimelineScreen
from factcheck.app.widgets.axes import Axis, amounts, dates, power_words
from factcheck.app.widgets.chart import Chart
from factcheck.extract import claims_of
from factcheck.kinds.amount import Amount
from factcheck.kinds.date.value import mention
from factcheck.model import Article, Claim, Entry, Span, Value
from tests.app.conftest import Opens
from tests.app.desk import harbour, keep


def entries(*values: Value) -> list[Entry]:
    return [
        Entry(number, Claim("0" * 64, "any", Span(number, number + 1), "x", value))
        for number, value in enumerate(values, 1)
    ]


def order(axis: Axis) -> list[int]:
    return [point.entry.number for point in axis.points]


def test_dates_stand_in_order_and_those_without_days_are_left_out() -> None:
    axis = dates(
        entries(
            mention("DATE", "2030"),
            mention("DURATION", "P3M"),
            mention("DATE", "2029-05-03"),
            Amount(*[Decimal(2)] * 2),
        )
    )
    assert order(axis) == [3, 1]
    year = axis.points[1]
    assert (date.fromordinal(int(year.low)), date.fromordinal(int(year.high))) == (date(2030, 1, 1), date(2030, 12, 31))


def test_amounts_stand_by_unit_and_size() -> None:
    told = [("3e6", "EUR"), ("5", "%"), ("2e3", "EUR"), ("0", "EUR"), ("-7e9", "EUR")]
    axis = amounts(entries(*(Amount(Decimal(number), Decimal(number), unit) for number, unit in told)))
    assert order(axis) == [3, 1, 5, 2]


@pytest.mark.parametrize(
    ("power", "words"), [(0, "1"), (2, "100"), (4, "10k"), (9, "1bn"), (14, "100tn"), (15, "1e15"), (-2, "0.01")]
)
def test_powers_are_written_as_people_do(power: int, words: str) -> None:
    assert power_words(power) == words


@given(st.lists(st.dates(), min_size=1, max_size=5), st.integers(1, 200))
def test_days_lie_on_their_axis_with_few_ticks(days: list[date], cells: int) -> None:
    axis = dates(entries(*(mention("DATE", day.isoformat()) for day in days)))
    assert all(0 <= axis.share(point.low) <= axis.share(point.high) <= 1 for point in axis.points)
    ticks = axis.ticks(cells)
    assert len(ticks) <= cells // 10 + 3
    assert all(0 <= axis.share(place) <= 1 for place, _ in ticks)


@given(st.lists(st.decimals("1e-30", "1e300", allow_nan=False), min_size=1, max_size=5), st.integers(1, 200))
def test_powers_lie_on_their_axis_with_few_ticks(numbers: list[Decimal], cells: int) -> None:
    axis = amounts(entries(*(Amount(number, number) for number in numbers)))
    assert all(0 <= axis.share(point.low) <= 1 for point in axis.points)
    assert len(axis.ticks(cells)) <= cells // 10 + 3


@pytest.mark.parametrize("size", [(60, 20), (120, 40)], ids=str)
async def test_one_goes_to_a_claim_by_its_place(opens: Opens, store: Store, size: tuple[int, int]) -> None:
    article = harbour()
    keep(store, article, claims_of(article))
    async with opens(size, article=article.key) as desk:
        await desk.press("T")
        screen = desk.app.screen
        assert isinstance(screen, TimelineScreen)
        chart = screen.query_one(Chart)
        if chart.axis is not None and not chart.axis.is_days:
            await desk.press("tab")
        await desk.press("end")
        last = chart.points[-1].entry
        drawn = "".join(strip.text for strip in screen._compositor.render_strips())
        assert last.claim.quote in drawn
        await desk.press("enter")
        assert desk.number == last.number
        await desk.press("T", "tab", "j", "escape")
        assert desk.number == last.number, "escape leaves the choice as it was"


async def test_an_article_without_dates_says_so(opens: Opens, article: Article) -> None:
    async with opens(article=article.key) as desk:
        await desk.press("T", "down", "tab", "enter")
        assert desk.number == 1
