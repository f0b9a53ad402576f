"""The desk's screen with more articles than are read at once: order, words and place hold for all of them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from db import Store
from factcheck.app.screens._listing import AROUND
from factcheck.app.screens.desk import DeskScreen
from factcheck.app.screens.review import ReviewScreen
from factcheck.app.widgets.article_list import ArticleList
from factcheck.model import Act, Article, Order, Published, Verb, Verdict
from factcheck.rules import Rules
from factcheck.terms import Ask, Second
from tests.app.conftest import Desk, Opens
from tests.app.desk import DAY, plain
from tests.app.widgets.desk import shown

MANY = 2 * AROUND + 120


def numbered(number: int) -> Article:
    day = DAY.date() - timedelta(days=(number * 37) % MANY)
    return Article(f"Ferry {number:03}", f"Ferry {number:03} cost 12 euros.", Published(day.isoformat()), "the port")


@pytest.fixture
def many(store: Store) -> tuple[Article, ...]:
    """Articles of one claim; every seventh is done, one is disputed, the last is the newest."""
    articles = tuple(map(numbered, range(MANY)))
    for at, article in enumerate(articles):
        claim = plain(article, "money", "12 euros", "12 €")
        store.add(article, [claim], actor="ada", at=DAY - timedelta(hours=9, seconds=MANY - at))
        verdict = Verdict.DISPUTED if at == 5 else Verdict.VERIFIED
        if not at % 7 or at == 5:
            act = Act(DAY - timedelta(hours=8, seconds=MANY - at), "ada", Verb.JUDGED, article.draft, claim.key)
            store.record(replace(act, data={"verdict": verdict}))
    return articles


def screen_of(desk: Desk) -> DeskScreen:
    screen = desk.app.screen
    assert isinstance(screen, DeskScreen)
    return screen


def titles(desk: Desk) -> list[str]:
    """The titles that are seen."""
    lines = shown(screen_of(desk).query_one(ArticleList))[1:]
    return [line.strip("▸ ").split("  ")[0] for line in lines if line.strip()]


async def test_lines_are_read_as_they_are_seen(opens: Opens, many: tuple[Article, ...]) -> None:
    async with opens(size=(100, 24)) as desk:
        screen = screen_of(desk)
        assert len(screen.order) == MANY
        assert len(screen.lines) < MANY
        await desk.press("end")
        assert screen.lines[screen.chosen].key == screen.order[-1]
        assert len(screen.lines) < MANY
        assert all(title.startswith("Ferry") for title in titles(desk))
        await desk.press("pageup")
        assert screen.order.index(screen.chosen) == MANY - 1 - 21
        screen.query_one(ArticleList).scroll_to(y=MANY // 2, animate=False)
        await desk.settle()
        assert len(titles(desk)) == 21
        assert all(title.startswith("Ferry") for title in titles(desk))
        await desk.press("home", "j")
        assert screen.chosen == screen.order[1]


async def test_an_order_is_one_of_all_articles(opens: Opens, store: Store, many: tuple[Article, ...]) -> None:
    async with opens() as desk:
        screen = screen_of(desk)
        assert screen.order == store.ordered()
        orders = {Order.LAST_ACT: screen.order}
        for _ in range(4):
            await desk.press("S")
            orders[screen.place.order] = screen.order
        assert orders[Order.TITLE] == tuple(article.key for article in many)
        newest = sorted(many, key=lambda article: str(article.published), reverse=True)
        assert orders[Order.PUBLISHED] == tuple(article.key for article in newest)
        assert orders[Order.DISPUTED][0] == many[5].key
        left = [key for key in orders[Order.OPEN] if screen._store.lines([key])[0].counts[Verdict.OPEN]]
        assert orders[Order.OPEN][: len(left)] == tuple(left)
        assert {frozenset(order) for order in orders.values()} == {frozenset(screen.order)}
        await desk.press("S")
        assert screen.order == orders[Order.LAST_ACT]


async def test_whoever_is_kept_from_verdicts_is_not_told_them_by_the_order(
    opens: Opens, store: Store, many: tuple[Article, ...]
) -> None:
    rules = Rules(second=Second(Ask.ALL))
    store.terms = rules.terms
    async with opens(reviewer="bo", rules=rules) as desk:
        seen = set()
        for _ in range(6):
            await desk.press("S")
            seen.add(screen_of(desk).place.order)
        assert seen == {Order.LAST_ACT, Order.PUBLISHED, Order.TITLE}


async def test_the_desk_is_found_as_it_was_left(opens: Opens, many: tuple[Article, ...]) -> None:
    async with opens() as desk:
        await desk.press("S", "S", "slash")
        await desk.type("ferry 1 port")
        await desk.press("enter", "end", "k")
        place, order = screen_of(desk).place, screen_of(desk).order
        assert 0 < len(order) < MANY
        await desk.press("enter")
        assert isinstance(desk.app.screen, ReviewScreen)
        await desk.press("escape")
        assert (screen_of(desk).place, screen_of(desk).order) == (place, order)
        assert place.order is Order.TITLE
        assert order[-2] == place.chosen
        await desk.press("escape")
        assert not screen_of(desk).has_class("-finding")
        assert len(screen_of(desk).order) == MANY
        assert screen_of(desk).chosen == place.chosen
        await desk.press("m", "enter", "escape")
        assert screen_of(desk).place.queued


async def test_the_queue_lists_what_is_left_and_says_how_much(opens: Opens, many: tuple[Article, ...]) -> None:
    async with opens() as desk:
        await desk.press("m")
        screen = screen_of(desk)
        assert len(screen.order) == MANY - len(range(0, MANY, 7)) - 1
        assert screen.wants is not None
        assert set(screen.wants.values()) == {"1 open"}
        assert many[5].key not in screen.order
        assert screen.chosen == screen.order[0]
        await desk.press("S")
        assert "most urgent first" in desk.notices[-1]
        await desk.press("slash")
        await desk.type("ferry 011")
        assert screen.order == (many[11].key,)
