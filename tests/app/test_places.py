"""An article opens where it was left."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

from db import Store
from factcheck.app.places import MOST, Places
from factcheck.model import Article
from tests.app.conftest import Opens

NOON = datetime(2031, 5, 14, 12, tzinfo=UTC)


async def test_an_article_opens_where_it_was_left_also_on_another_day(opens: Opens, article: Article, tmp_path: Path):
    file = tmp_path / "state" / "places.json"
    async with opens(article=article.key, places=Places(file, "ada")) as desk:
        await desk.press("v", "j", "j", "j")
        left = desk.number
        await desk.press("escape", "enter")
        assert desk.number == left
        await desk.press("j")
        _ = desk.app.farewell
    async with opens(article=article.key, places=Places(file, "ada")) as desk:
        assert desk.number == left + 1
        await desk.press("b")
        assert desk.number == 1
        _ = desk.app.farewell
    async with opens(article=article.key, reviewer="bo", places=Places(file, "bo")) as desk:
        assert desk.number == 2


async def test_a_verdict_that_is_later_says_where_to_go_on(
    opens: Opens, store: Store, article: Article, tmp_path: Path
):
    places = Places(tmp_path / "places.json", "ada")
    async with opens(article=article.key) as desk:
        key = desk.ledger[11].claim.key
        places.leave(article.key, key, desk.app._clock())
        await desk.press("v", "v", "v")
    async with opens(article=article.key, places=places) as desk:
        assert desk.number == 4


def test_what_cannot_be_read_or_written_is_done_without(tmp_path: Path):
    file = tmp_path / "places.json"
    for told in (b"", b"[1]", b"{", b'{"ada/one": 3}', b'{"ada/one": ["x", "yesterday"]}', b"\xff"):
        file.write_bytes(told)
        assert Places(file, "ada").of("one") is None
    places = Places(file / "is no folder", "ada")
    places.leave("one", "claim", NOON)
    assert places.of("one") == ("claim", NOON)


def test_only_the_latest_articles_are_remembered(tmp_path: Path):
    file = tmp_path / "places.json"
    places = Places(file, "ada")
    for number in range(MOST + 5):
        places.leave(str(number), "claim", NOON + timedelta(minutes=number))
    kept = json.loads(file.read_bytes())
    assert len(kept) == MOST
    assert Places(file, "ada").of("4") is None
    assert Places(file, "ada").of("5") is not None
