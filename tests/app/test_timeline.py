"""The dates and amounts of an article on axes."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import Store
from factcheck.app.look import UNICODE
from factcheck.app.screens.timeline import TimelineScreen
from factcheck.app.widgets.axes import Axis, amounts, dates, power_words
from factcheck.app.widgets.chart import Chart
from factcheck.app.widgets.daily import Daily
from factcheck.app.widgets.plot import Plot
from factcheck.app.widgets.plotting import BRAILLE, drawn
from factcheck.app.widgets.spread import Spread
from factcheck.extract import claims_of
from factcheck.kinds.amount import Amount
from factcheck.kinds.date.value import mention
from factcheck.model import Article, Claim, Entry, Span, Value, Verdict
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
    axes = amounts(entries(*(Amount(Decimal(number), Decimal(number), unit) for number, unit in told)))
    assert [(axis.of, order(axis)) for axis in axes] == [("EUR", [3, 1, 5]), ("%", [2])]


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
    (axis,) = amounts(entries(*(Amount(number, number) for number in numbers)))
    assert all(0 <= axis.share(point.low) <= 1 for point in axis.points)
    assert len(axis.ticks(cells)) <= cells // 10 + 3


def signs_at(entry: Entry, axis: Axis, width: int, height: int) -> str:
    """The sign that a plot of this size has where a claim lies; two where it lies between two lines."""
    lines = drawn(Spread(axis, LENGTH, "", None, UNICODE, 22).picture(width - 22), width, height)
    point = next(point for point in axis.points if point.entry is entry)
    row, rest = divmod(entry.claim.span.start * (height - 2), LENGTH)
    rows = (row, row - 1) if row and not rest else (row,)
    return "".join(lines[row][22 + axis.cell(point.low, width - 22)] for row in rows)


LENGTH = 1000


@given(
    st.lists(st.tuples(st.integers(0, LENGTH - 1), st.decimals("1e-9", "1e30", places=9)), min_size=1, max_size=8),
    st.integers(30, 180),
    st.integers(6, 30),
)
@settings(max_examples=25, deadline=None)
def test_every_claim_has_its_sign_where_the_list_has_it(
    told: list[tuple[int, Decimal]], width: int, height: int
) -> None:
    """Above the list's own line, cell above cell; and where in the text it stands."""
    held = [
        Entry(number, Claim("0" * 64, "any", Span(start, start + 1), "x", Amount(value, value)))
        for number, (start, value) in enumerate(told, 1)
    ]
    (axis,) = amounts(held)
    lines = drawn(Spread(axis, LENGTH, "", None, UNICODE, 22).picture(width - 22), width, height)
    assert [len(line) for line in lines] == [width] * height
    open_sign = UNICODE.verdicts[Verdict.OPEN].glyph
    assert "".join(lines).count(open_sign) <= len(held)
    for entry in held:
        assert open_sign in signs_at(entry, axis, width, height)


def test_a_plot_of_no_room_is_nothing_and_a_tiny_one_is_as_large_as_it_is_asked_for() -> None:
    (axis,) = amounts(entries(Amount(Decimal(5), Decimal(7), "m")))
    for width, height in ((0, 5), (5, 0)):
        assert drawn(Spread(axis, 9, "", None, UNICODE, 3).picture(1), width, height) == []
    for width, height in ((1, 1), (4, 2), (23, 3)):
        lines = drawn(Spread(axis, 9, "", None, UNICODE, 3).picture(max(1, width - 3)), width, height)
        assert [len(line) for line in lines] == [width] * height


def heights(daily: Daily, cells: int) -> tuple[float, ...]:
    return daily.picture(cells).columns


@given(st.dictionaries(st.integers(700_000, 700_400), st.integers(1, 900), min_size=1), st.integers(1, 200))
@settings(deadline=None)
def test_columns_hold_all_days_and_say_how_many_are_in_one(counts: dict[int, int], cells: int) -> None:
    last = 700_401
    daily = Daily("verdicts", counts, min(counts), last, str)
    columns = heights(daily, cells)
    assert sum(columns) == sum(counts.values())
    days = last - min(counts) + 1
    step = -(-days // cells)
    assert len(columns) == -(-days // step) <= cells
    assert daily.caption(cells).endswith("a day" if step == 1 else f"{step} days")
    latest = sum(count for day, count in counts.items() if day > last - step)
    assert columns[-1] == latest, "the last column is never a part of one"


def test_large_counts_leave_the_columns_where_they_are() -> None:
    daily = Daily("verdicts", {1: 10_000_000, 2: 1}, 1, 2, lambda count: f"{count:,.0f}")
    lines = drawn(daily.picture(8), 8 + daily.margin, 5)
    assert lines[0] == "10,000,000┤⣿⣿⡇     "
    assert {len(line) for line in lines} == {8 + daily.margin}


def test_means_over_several_days_are_of_all_verdicts_not_of_days() -> None:
    daily = Daily("mean time", {1: 10, 2: 90}, 1, 4, str, over={1: 1, 2: 3})
    assert heights(daily, 2) == (25.0, 0.0)
    assert heights(daily, 4) == (10.0, 30.0, 0.0, 0.0)


@pytest.mark.parametrize(("marker", "filled"), [(BRAILLE, "⣿⣿⡇   ⣀⣀⡀"), ("#", "##    ## ")])
def test_columns_are_as_high_as_they_are_large_and_none_is_nothing(marker: str, filled: str) -> None:
    lines = drawn(Daily("verdicts", {1: 80, 3: 1}, 1, 3, str, None, marker).picture(9), 16, 6)
    assert [line[7:] for line in lines[:4]] == [f"{filled[:3]}      ", *[f"{filled[:3]}      "] * 2, filled]


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
        assert screen.query_one(Plot).region.x == chart.region.x
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


async def test_a_click_in_the_plot_chooses_the_nearest_claim(opens: Opens, store: Store) -> None:
    article = harbour()
    keep(store, article, claims_of(article))
    async with opens((120, 40), article=article.key) as desk:
        await desk.press("T")
        chart, plot = desk.app.screen.query_one(Chart), desk.app.screen.query_one(Plot)
        axis = chart.axis
        assert axis is not None
        point = max(axis.points, key=lambda point: point.high)
        across, up = plot.cells
        row = point.entry.claim.span.start * up // len(article.text)
        x = chart.words_width(chart.view_width) + axis.cell(point.high, across)
        assert await desk.pilot.click(Plot, offset=(x, row))
        await desk.settle()
        assert chart.chosen == point.entry.claim.key
