"""What a reviewer takes along: copied words, and what was done at a sitting."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from factcheck.app.widgets.article_view import ArticleView
from factcheck.model import Article
from tests.app.conftest import Opens
from tests.app.terminal import Terminal


async def test_words_are_copied(opens: Opens, article: Article) -> None:
    async with opens(article=article.key) as desk:
        await desk.press("y")
        assert desk.app.clipboard == "412 million euros"
        await desk.press("tab", "s", "shift+right", "shift+right", "shift+right", "y")
        view = desk.review.query_one(ArticleView)
        assert view.selected_span is not None
        assert desk.app.clipboard == view.selected_span.of(article.text)


async def test_words_go_to_a_file_instead(opens: Opens, article: Article) -> None:
    async with opens(article=article.key) as desk:
        await desk.press("Y")
        path = Path(desk.notices[-1].rpartition(" is in ")[2])
        try:
            assert path.read_text("utf-8") == "412 million euros"
            assert path.stat().st_mode & 0o077 == 0
        finally:
            path.unlink()


def minutes(each: int) -> Iterator[datetime]:
    at = datetime(2031, 5, 14, 13, 2, tzinfo=UTC)
    while True:
        yield at
        at += timedelta(minutes=each)


async def test_a_sitting_is_summed_up(opens: Opens, article: Article) -> None:
    ticks = minutes(1)
    async with opens(article=article.key, clock=lambda: next(ticks)) as desk:
        await desk.press("v", "d", "v", "u", "escape")
        assert "2 claims reviewed in " in desk.notices[-1]
        assert " minutes: 1 verified, 1 disputed. 15 of 17 left open." in desk.notices[-1]
        await desk.press("enter", "escape")
        told, whole = desk.app.farewell
        assert told.startswith(f"{article.title}: 2 claims reviewed")
        assert whole == f"The desk: {'█' * 2}{'░' * 22} 2 of 17 claims done (11%), 1 article"


def test_it_is_said_in_the_terminal_afterwards(tmp_path: Path) -> None:
    with Terminal(["-m", "factcheck", "demo", "--reviewer", "ada"]) as terminal:
        terminal.wait_for("Claims")
        terminal.press_and_wait_for("v", "saved")
        terminal.press("q")
        assert terminal.end() == 0
        left = terminal.written.rpartition(b"\x1b[?1049l")[2]
        assert b"1 claim reviewed in under a minute: 1 verified, 0 disputed." in left
        assert b"The desk: " in left
