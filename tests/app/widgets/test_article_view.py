"""The article pane: clicks, selections and resizes mean the words they point at."""

from dataclasses import replace

import pytest
from textual.geometry import Offset

from factcheck.app.look import ASCII
from factcheck.app.widgets.article_view import ArticleView
from factcheck.model import Article, Ledger, Published, Span, Standing, Verdict

from .desk import HOSTILE, Desk, article_of, control_characters, keys_of, ledger_of, place_of, shown

MIXED = "日本政府は、2017億日元(e\u0301te\u0301 2021)を求めた。 Ferry 👩🏽\u200d🚀 costs 412 million crowns 終わり。"
LONG = "\n\n".join(
    f"Paragraph {number} tells of {number} million crowns and of little else besides." for number in range(120)
)


async def test_everything_is_ascii_where_it_must_be() -> None:
    article = article_of(LONG)
    ledger = ledger_of(article, ("amount", "3 million crowns"), ("amount", "97 million crowns"))
    view = ArticleView()
    view.glyphs = ASCII
    app = Desk(view)
    async with app.run_test(size=(70, 20)) as pilot:
        await opened(app, article, ledger.with_standing(keys_of(ledger)[1], Standing(Verdict.DISPUTED, "ada")))
        view.chosen, view.flags = keys_of(ledger)[0], frozenset(keys_of(ledger))
        await pilot.pause()
        assert "".join(shown(view)).isascii()
        assert {line[-1] for line in shown(view)} >= {ASCII.here, ASCII.verdicts[Verdict.DISPUTED].glyph}


async def opened(pilot_app: Desk, article: Article, ledger: Ledger) -> ArticleView:
    view = pilot_app.widget
    assert isinstance(view, ArticleView)
    view.article, view.ledger = article, ledger
    return view


@pytest.mark.parametrize("quote", ["2017億日元", "e\u0301te\u0301 2021", "412 million crowns"])
async def test_a_click_on_any_cell_chooses_the_claim_drawn_there(quote: str) -> None:
    article = article_of(MIXED)
    ledger = ledger_of(
        article, ("amount", "2017億日元"), ("date", "e\u0301te\u0301 2021"), ("amount", "412 million crowns")
    )
    wanted = next(entry.claim for entry in ledger if entry.claim.quote == quote)
    app = Desk(ArticleView())
    async with app.run_test(size=(40, 12)) as pilot:
        view = await opened(app, article, ledger)
        await pilot.pause()
        for offset in (wanted.span.start, wanted.span.end - 1):
            await pilot.click(ArticleView, offset=place_of(view, offset))
        edge = place_of(view, wanted.span.end)
        await pilot.click(ArticleView, offset=edge)
    assert app.chosen == [wanted.key, wanted.key]


async def test_clicks_go_from_the_innermost_claim_outwards() -> None:
    article = article_of("The council said the boats cost 412 million crowns in 2028.")
    ledger = ledger_of(article, ("statement", article.text), ("amount", "412 million crowns"))
    outer, inner = keys_of(ledger)
    app = Desk(ArticleView())
    async with app.run_test(size=(60, 12)) as pilot:
        view = await opened(app, article, ledger)
        await pilot.pause()
        where = place_of(view, article.text.index("million"))
        for _ in range(3):
            await pilot.click(ArticleView, offset=where)
            view.chosen = app.chosen[-1]
    assert app.chosen == [inner, outer, inner]


async def test_a_resize_keeps_the_place() -> None:
    article = article_of(LONG)
    app = Desk(ArticleView())
    async with app.run_test(size=(70, 20)) as pilot:
        view = await opened(app, article, Ledger())
        await pilot.pause()
        view.scroll_to(y=101, animate=False, immediate=True)
        await pilot.pause()
        assert view.page is not None
        top = view.page.lines[101].start
        for width in (40, 120, 30):
            await pilot.resize_terminal(width, 18)
            await pilot.pause()
            line = view.page.lines[view.scroll_offset.y]
            assert line.start <= top < max(line.end, line.start + 1)
            top = line.start


async def test_a_corrected_date_keeps_the_place_and_the_selection() -> None:
    article = article_of(LONG)
    app = Desk(ArticleView())
    async with app.run_test(size=(70, 20)) as pilot:
        view = await opened(app, article, Ledger())
        await pilot.pause()
        view.scroll_to(y=101, animate=False, immediate=True)
        view.focus()
        await pilot.press("shift+right")
        view.article = replace(article, published=Published("2031-05-14"))
        await pilot.pause()
        assert view.scroll_offset.y == 101
        assert view.selected_span is not None
        view.article = article_of("Another text altogether.")
        await pilot.pause()
        assert view.scroll_offset.y == 0
        assert view.selected_span is None


async def test_the_chosen_claim_is_scrolled_into_sight_and_marked() -> None:
    article = article_of(LONG)
    ledger = ledger_of(article, ("amount", "3 million crowns"), ("amount", "97 million crowns"))
    app = Desk(ArticleView())
    async with app.run_test(size=(70, 20)) as pilot:
        view = await opened(app, article, ledger)
        await pilot.pause()
        view.chosen = keys_of(ledger)[1]
        await pilot.pause()
        lines = shown(view)
        assert any(line.startswith("▸ 2◌") and "97 million" in line for line in lines)
        view.ledger = ledger.with_standing(keys_of(ledger)[1], Standing(Verdict.DISPUTED, "ada"))
        await pilot.pause()
        assert any(line.startswith("▸ 2✗") for line in shown(view))
        view.chosen, view.flags = "", frozenset(keys_of(ledger)[1:])
        await pilot.pause()
        assert any(line.startswith("⚑ 2✗") for line in shown(view))


@pytest.mark.parametrize(("first", "last"), [("2", "元"), ("元", "2"), ("億", "求"), ("👩", "million")])
async def test_dragging_selects_exactly_what_was_passed(first: str, last: str) -> None:
    article = article_of(MIXED)
    app = Desk(ArticleView())
    async with app.run_test(size=(40, 12)) as pilot:
        view = await opened(app, article, Ledger())
        await pilot.pause()
        a, b = article.text.index(first), article.text.index(last)
        await pilot.mouse_down(ArticleView, offset=place_of(view, a))
        await pilot.hover(ArticleView, offset=place_of(view, b))
        await pilot.mouse_up(ArticleView, offset=place_of(view, b))
        await pilot.pause()
        expected = Span(min(a, b), max(a, b) + 1)
        assert view.selected_span == expected
        assert app.selected == [expected]
        assert app.screen.get_selected_text() == expected.of(article.text)
        await pilot.press("shift+left")
        assert view.selected_span is not None
        assert view.selected_span.of(article.text) == expected.of(article.text)[:-1].rstrip()
        await pilot.press("escape")
        assert view.selected_span is None


async def test_dragging_past_the_end_of_a_line_takes_no_more_than_the_line() -> None:
    article = article_of("日本政府は二〇二一年に予算を増やすと発表した。" * 3)
    app = Desk(ArticleView())
    async with app.run_test(size=(40, 12)) as pilot:
        view = await opened(app, article, Ledger())
        await pilot.pause()
        assert view.page is not None
        line = view.page.lines[0]
        await pilot.mouse_down(ArticleView, offset=place_of(view, 2))
        await pilot.hover(ArticleView, offset=Offset(37, 0))
        await pilot.mouse_up(ArticleView, offset=Offset(37, 0))
        await pilot.pause()
        assert view.selected_span == Span(2, line.end)


async def test_keys_alone_select_words() -> None:
    article = article_of("Costs rose by 412 million crowns, the report says, and more than that besides.")
    app = Desk(ArticleView())
    async with app.run_test(size=(40, 12)) as pilot:
        view = await opened(app, article, Ledger())
        view.focus()
        await pilot.pause()
        await pilot.press("s", *["ctrl+right"] * 3, "right", "s", *["ctrl+right"] * 3)
        await pilot.pause()
        assert view.selected_span is not None
        assert view.selected_span.of(article.text) == "412 million crowns"
        await pilot.press("escape")
        assert view.selected_span is None
        assert app.selected[-1] is None
        await pilot.press("shift+down")
        assert view.page is not None
        assert view.selected_span == Span(0, view.page.lines[0].end - 1)


async def test_a_hostile_article_is_drawn_as_words() -> None:
    article = article_of(HOSTILE + "\n\n" + HOSTILE, title=HOSTILE)
    ledger = ledger_of(article, ("amount", "12 million"), ("statement", HOSTILE[:40]))
    app = Desk(ArticleView())
    async with app.run_test(size=(60, 30)) as pilot:
        view = await opened(app, article, ledger)
        await pilot.pause()
        lines = shown(view)
        assert not control_characters(lines)
        assert "[@click=app.quit]" in " ".join(lines)
        for y in range(0, 30, 3):
            await pilot.click(ArticleView, offset=(20, y))
        assert app.is_running
        assert {
            segment.style.meta.get("@click") for y in range(30) for segment in view.render_line(y) if segment.style
        } <= {None}


async def test_what_stands_over_a_line_break_of_the_source_is_one_claim() -> None:
    wrapped = "The plan to run ferries will now cost four\nhundred and twelve million crowns, the council\nsaid on Monday, which is far more than it had\nfirst expected when it asked the people what\nthey wanted."
    article = article_of(wrapped)
    ledger = ledger_of(article, ("amount", "four\nhundred and twelve million crowns"))
    app = Desk(ArticleView())
    async with app.run_test(size=(90, 12)) as pilot:
        view = await opened(app, article, ledger)
        await pilot.pause()
        assert "cost four hundred and twelve million" in shown(view)[0]
        await pilot.click(ArticleView, offset=place_of(view, article.text.index("hundred")))
    assert app.chosen == keys_of(ledger)
