"""The list, the details, the bar and the titles: columns, counts, and words from outside as words."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from factcheck.app.look import ASCII, UNICODE
from factcheck.app.widgets.claim_list import ClaimList
from factcheck.app.widgets.details import ClaimDetails, Details, Past
from factcheck.app.widgets.pane_title import PaneTitle
from factcheck.app.widgets.panel import Block, Panel
from factcheck.app.widgets.paragraphs import Paragraph
from factcheck.app.widgets.top_bar import TopBar
from factcheck.model import Finding, Ledger, Severity, Standing, Verdict

from .desk import HOSTILE, Desk, article_of, control_characters, keys_of, ledger_of, shown

ARTICLE = article_of("The boats cost 412 million crowns in 2028, said the council of Haldane Bay on Monday.")
LEDGER = ledger_of(ARTICLE, ("amount", "412 million crowns"), ("date", "2028"), ("date", "Monday"))


def filled(ledger: Ledger) -> ClaimList:
    claims = ClaimList()
    claims.rows = ledger.entries
    claims.brief = dict.fromkeys(keys_of(ledger), "412 M")
    claims.words = {"amount": "amount", "date": "date"}
    claims.flags = frozenset({keys_of(ledger)[1]})
    claims.chosen = keys_of(ledger)[0]
    return claims


@pytest.mark.parametrize(
    ("width", "first", "second"),
    [
        (
            60,
            "▸ 1 ◌ amount 412 million crowns              412 M",
            "   2 ◌ date   2028                            412 M ⚑",
        ),
        (44, "▸ 1 ◌ 412 million crowns     412 M", "   2 ◌ 2028                   412 M ⚑"),
        (36, "▸ 1 ◌ 412 million crowns", "   2 ◌ 2028                      ⚑"),
    ],
)
async def test_columns_drop_out_as_the_list_narrows(width: int, first: str, second: str) -> None:
    claims = filled(LEDGER)
    async with Desk(claims).run_test(size=(width, 10)) as pilot:
        await pilot.pause()
        lines = shown(claims)
        assert [" ".join(line.split()) for line in lines[:2]] == [" ".join(first.split()), " ".join(second.split())]
        assert all(len(line) == width - 1 for line in lines)


async def test_a_gist_stands_in_place_of_a_claims_own_words() -> None:
    claims = filled(LEDGER)
    async with Desk(claims).run_test(size=(60, 10)) as pilot:
        claims.gists = {keys_of(LEDGER)[0]: f"warned: {HOSTILE}", keys_of(LEDGER)[1]: "of\nold"}
        await pilot.pause()
        lines = shown(claims)
        assert "warned: " in lines[0]
        assert "412 million crowns" not in lines[0]
        assert "of old " in lines[1]
        assert "Monday" in lines[2]
        assert not control_characters("".join(lines))


async def test_clicks_and_keys_choose_rows() -> None:
    claims = filled(LEDGER)
    app = Desk(claims)
    one, two, three = keys_of(LEDGER)
    async with app.run_test(size=(50, 10)) as pilot:
        await pilot.click(ClaimList, offset=(10, 2))
        await pilot.click(ClaimList, offset=(10, 7))
        claims.focus()
        await pilot.press("down", "end", "up")
    assert app.chosen == [three, two, three]
    assert (claims.neighbour(-5), claims.neighbour(1), claims.neighbour(9)) == (one, two, three)


async def test_the_number_column_keeps_its_width_under_a_filter() -> None:
    claims = filled(LEDGER)
    claims.total = 4000
    async with Desk(claims).run_test(size=(50, 10)) as pilot:
        await pilot.pause()
        before = shown(claims)[0]
        claims.rows = LEDGER.entries[:1]
        await pilot.pause()
        assert before == shown(claims)[0]
        assert before.startswith("▸   1 ◌")


async def test_marked_rows_show_it() -> None:
    claims = filled(LEDGER)
    async with Desk(claims).run_test(size=(50, 10)) as pilot:
        claims.marked = frozenset(keys_of(LEDGER)[:2])
        await pilot.pause()
        assert [line[:4] for line in shown(claims)[:3]] == ["▸ 1▪", "  2▪", "  3 "]


async def test_a_verdict_changes_its_row_alone() -> None:
    claims = filled(LEDGER)
    async with Desk(claims).run_test(size=(50, 10)) as pilot:
        await pilot.pause()
        before = shown(claims)
        claims.rows = LEDGER.with_standing(keys_of(LEDGER)[1], Standing(Verdict.DISMISSED, "ada")).entries
        await pilot.pause()
        after = shown(claims)
    assert [a == b for a, b in zip(before, after, strict=True)].count(False) == 1
    assert UNICODE.verdicts[Verdict.DISMISSED].glyph in after[1]


async def test_details_show_all_there_is_to_know() -> None:
    finding = Finding(
        "sum",
        Severity.ERROR,
        ("k",),
        "the items add to 101.6 M",
        ("51 + 50.6 = 101.6",),
        "within 0.05",
        "104 for 101.6",
    )
    standing = Standing(Verdict.DISPUTED, "ada", datetime(2031, 5, 14, tzinfo=UTC), "Table 3\nsays so", contested=True)
    details = Details()
    details.details = ClaimDetails(
        12, "104 million crowns", standing, "14 May 13:40",
        (("value", "104 000 000"), ("unit", "crowns")), (finding,), "Together they cost ", ".",
        (("evidence", "Report, p. 4"),), (Past("13:12", "rules", "found"), Past("13:40", "ben", "verified", True)),
    )  # fmt: skip
    async with Desk(details).run_test(size=(60, 40)) as pilot:
        await pilot.pause()
        text = "\n".join(line.rstrip() for line in shown(details))
    for words in (
        *(
            "value     104 000 000",
            "! contested (last: disputed)  ada  14 May 13:40",
            "⚑ the items add to 101.6 M",
        ),
        *("51 + 50.6 = 101.6", "within 0.05", "104 for 101.6", "note      Table 3\n          says so", "Report, p. 4"),
        *("Together they cost 104 million crowns.", "13:12     found  rules", "verified  ben  undone"),
    ):
        assert words in text


async def test_details_scroll_and_start_anew_with_another_claim() -> None:
    details = Details()
    long = ClaimDetails(1, "They said so. " * 60)
    details.details = long
    async with Desk(details).run_test(size=(40, 8)) as pilot:
        await pilot.pause()
        details.focus()
        await pilot.press("pagedown", "pagedown")
        await pilot.pause()
        assert details.scroll_offset.y > 0
        details.details = replace(long, standing=Standing(Verdict.VERIFIED, "ada"))
        await pilot.pause()
        assert details.scroll_offset.y > 0
        details.details = replace(long, number=2)
        await pilot.pause()
        assert details.scroll_offset.y == 0
        details.details = None
        await pilot.pause()
        assert not "".join(shown(details)).strip()


@pytest.mark.parametrize("height", [1, 2])
async def test_the_bar_tells_counts_date_and_what_was_saved(height: int) -> None:
    bar = TopBar()
    bar.title, bar.published, bar.reviewer = "Ferry plan grows", "2031-05-14 (inferred)", "ada"
    bar.counts = {Verdict.OPEN: 21, Verdict.VERIFIED: 7, Verdict.DISPUTED: 2, Verdict.DISMISSED: 0}
    bar.flags, bar.saved = 5, "saved 14:02"
    async with Desk(bar).run_test(size=(120, 10)) as pilot:
        bar.styles.height = height
        await pilot.pause()
        text = "\n".join(bar.render_line(y).text for y in range(height))
    for words in ("factcheck", "Ferry plan grows", "9/30", "✓ 7", "✗ 2", "◌ 21", "⚑ 5", "saved 14:02"):
        assert words in text
    assert ("2031-05-14 (inferred)" in text) is ("reviewer ada" in text) is (height == 2)


async def test_a_bar_is_full_only_when_nothing_is_open() -> None:
    bar = TopBar()
    async with Desk(bar).run_test(size=(100, 10)) as pilot:
        for left, full in ((1, False), (0, True)):
            bar.counts = {Verdict.OPEN: left, Verdict.VERIFIED: 4000, Verdict.DISPUTED: 1}
            await pilot.pause()
            drawn = bar.render_line(1).text
            assert (UNICODE.left not in drawn) is full
            assert UNICODE.wrong in drawn


async def test_hostile_words_stay_words_everywhere() -> None:
    article = article_of(HOSTILE)
    ledger = ledger_of(article, ("amount", HOSTILE))
    claims, details, bar, title = filled(LEDGER), Details(), TopBar(), PaneTitle(HOSTILE, HOSTILE)
    claims.rows, claims.brief, claims.words = ledger.entries, {keys_of(ledger)[0]: HOSTILE}, {"amount": HOSTILE}
    finding = Finding("c", Severity.NOTE, ("k",), HOSTILE, (HOSTILE,), HOSTILE, HOSTILE)
    details.details = ClaimDetails(
        1, HOSTILE, Standing(Verdict.OPEN, HOSTILE, None, HOSTILE), HOSTILE, ((HOSTILE, HOSTILE),), (finding,),
        HOSTILE, HOSTILE, ((HOSTILE, HOSTILE),), (Past(HOSTILE, HOSTILE, HOSTILE),),
    )  # fmt: skip
    line = Paragraph(((HOSTILE, "title"),), 2, HOSTILE)
    panel = Panel()
    panel.blocks, panel.chosen = (Block("a", (line,), (line,)), Block("b", (line, line))), "a"
    bar.title = bar.published = bar.reviewer = bar.saved = HOSTILE
    for widget in (claims, details, bar, title, panel):
        app = Desk(widget)
        async with app.run_test(size=(70, 40)) as pilot:
            await pilot.pause()
            lines = [widget.render_line(y) for y in range(widget.size.height)]
            assert not control_characters(line.text for line in lines)
            assert {segment.style.meta.get("@click") for line in lines for segment in line if segment.style} == {None}
            assert "[bold]Loud[/]" in " ".join(line.text for line in lines)
            await pilot.click(type(widget), offset=(12, 0))
            assert app.is_running


@pytest.mark.parametrize("height", [1, 2])
async def test_bar_and_title_are_ascii_where_they_must_be(height: int) -> None:
    bar, title = TopBar(), PaneTitle("A title " * 9, "and more")
    bar.glyphs = title.glyphs = ASCII
    bar.title, bar.counts, bar.saved = "words " * 30, {Verdict.OPEN: 3, Verdict.DISPUTED: 1}, "saved 14:02"
    title.active = True
    for widget in (bar, title):
        async with Desk(widget).run_test(size=(60, 10)) as pilot:
            bar.styles.height = height
            await pilot.pause()
            text = "".join(widget.render_line(y).text for y in range(widget.size.height))
            assert text.isascii()
            assert ASCII.ellipsis in text


def test_no_two_verdicts_share_a_sign() -> None:
    for glyphs in (UNICODE, ASCII):
        signs = [look.glyph for look in (*glyphs.verdicts.values(), glyphs.contested)]
        assert len(set(signs)) == len(signs)
        assert set(glyphs.verdicts) == set(Verdict)
    assert all(len(sign) == 1 and sign.isascii() for sign in (*signs, ASCII.flag, ASCII.pointer, ASCII.ellipsis))
