"""Finding words in the text of an article."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.app.screens._matches import first_from, matches
from factcheck.app.screens.find import FindScreen
from factcheck.app.widgets.article_view import ArticleView
from factcheck.document import view_of
from factcheck.model import Article, Span
from tests.app.conftest import Opens


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Six boats, six Boats", "six boats", ["Six boats", "six Boats"]),
        ("a line\nbreak, a\u00a0line break", "line   break", ["line\nbreak", "line break"]),
        ("the “late” ferry’s bill", '"late" ferry\'s', ["“late” ferry’s"]),
        ("a.b axb", "a.b", ["a.b"]),
        ("(((", "((", ["(("]),
        ("nothing", "", []),
        ("nothing", "   ", []),
        ("nothing", "thing s", []),
        ("İstanbul ſtreet", "istanbul", ["İstanbul"]),
    ],
)
def test_words_are_found_as_they_are_meant(text: str, words: str, found: list[str]) -> None:
    assert [span.of(text) for span in matches(view_of(text), words)] == found


@given(st.text(max_size=80), st.text(min_size=1, max_size=4))
def test_what_is_found_is_in_order_and_there(text: str, words: str) -> None:
    view = view_of(text)
    found = matches(view, words)
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert all(0 <= span.start < span.end <= len(text) for span in found)


def test_the_first_place_is_the_next_one() -> None:
    found = (Span(2, 4), Span(9, 11))
    assert [first_from(found, start) for start in (0, 2, 3, 9, 10)] == [0, 0, 1, 1, 0]


async def test_what_is_typed_is_shown_at_once(opens: Opens, article: Article) -> None:
    async with opens(article=article.key) as desk:
        view = desk.review.query_one(ArticleView)
        await desk.press("ctrl+f")
        await desk.type("MILLION")
        assert len(view.matches) == article.text.lower().count("million")
        first = view.match
        await desk.press("enter")
        assert view.match == view.matches[1]
        await desk.press("up", "up")
        assert view.match == view.matches[-1]
        assert first == view.matches[0]
        await desk.press("escape")
        assert (view.matches, view.match) == ((), None)
        assert desk.number == 1, "escape leaves the choice as it was"
        await desk.press("ctrl+f")
        assert view.matches, "the words of the last time are there again"


async def test_the_claim_of_a_place_is_chosen(opens: Opens, article: Article) -> None:
    async with opens(article=article.key) as desk:
        view = desk.review.query_one(ArticleView)
        await desk.press("ctrl+f")
        await desk.type("480")
        await desk.press("tab")
        assert desk.find("480,000 euros").number == desk.number
        await desk.press("ctrl+f")
        await desk.type("haldane")
        await desk.press("tab")
        assert "No claim holds" in desk.notices[-1]
        assert view.selected_span is not None
        assert view.selected_span.of(article.text).lower() == "haldane"
        await desk.press("escape")
        assert view.selected_span is None
        await desk.press("ctrl+f")
        await desk.press("escape")
        assert view.selected_span is not None, "what was found and is no claim can be added at once"


async def test_what_is_not_there_is_said(opens: Opens, article: Article) -> None:
    async with opens((60, 20), article=article.key) as desk:
        await desk.press("ctrl+f")
        await desk.type("[bold]walrus")
        assert isinstance(desk.app.screen, FindScreen)
        assert "not found" in "".join(strip.text for strip in desk.app.screen._compositor.render_strips())
        await desk.press("enter", "up", "tab")
        assert not isinstance(desk.app.screen, FindScreen)
