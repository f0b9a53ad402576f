"""What a reviewer does, key by key: every act is in the store and on the screen, and can be taken back."""

import time
from collections.abc import Callable

import pytest
from textual.widgets import Input, Static

from db import Store
from factcheck.app.app import FactcheckApp, Incoming
from factcheck.app.messages import SpanSelected
from factcheck.app.screens import reading
from factcheck.app.screens.add_claim import AddClaimScreen
from factcheck.app.screens.desk import DeskScreen
from factcheck.app.screens.note import NoteScreen
from factcheck.app.screens.published import PublishedScreen
from factcheck.app.widgets.article_view import ArticleView
from factcheck.app.widgets.chips import Chips
from factcheck.app.widgets.claim_list import ClaimList
from factcheck.app.widgets.details import Details
from factcheck.app.widgets.paint import gutter_width
from factcheck.app.widgets.pane_title import PaneTitle
from factcheck.app.widgets.top_bar import TopBar
from factcheck.errors import StoreError
from factcheck.extract import claims_of
from factcheck.model import Article, Claim, Origin, Published, Span, Verb, Verdict
from tests.app.conftest import Opens
from tests.app.desk import harbour, keep, plain_claims, ticking


async def test_a_verdict_is_stored_shown_counted_and_the_next_open_claim_is_chosen(
    opens: Opens, store: Store, article: Article
):
    async with opens(article=article.key) as desk:
        assert desk.number == 1
        await desk.press("v", "d", "x")
        assert desk.verdicts == {1: Verdict.VERIFIED, 2: Verdict.DISPUTED, 3: Verdict.DISMISSED}
        assert desk.number == 4
        assert store.ledger(article.key) == desk.ledger
        assert desk.review.query_one(TopBar).saved.startswith("saved 13:02")
        assert desk.review.query_one(TopBar).counts[Verdict.OPEN] == 14
        await desk.press("k", "r")
        assert desk.verdicts == {1: Verdict.VERIFIED, 2: Verdict.DISPUTED}
        assert desk.number == 3


async def test_every_act_can_be_taken_back_also_after_a_restart(opens: Opens, store: Store, article: Article):
    before = store.ledger(article.key)
    async with opens(article=article.key) as desk:
        await desk.press("v", "d", "c")
        await desk.type("seen")
        await desk.press("enter", "r")
        assert desk.find("308 million euros the council approved in 2028").standing.note == "seen"
    async with opens(article=article.key) as desk:
        await desk.press("u")
        assert desk.number == 3
        assert "note “seen”" in desk.notices[-1]
        await desk.press("u", "u", "u")
        assert "Nothing of yours is left" in desk.notices[-1]
    assert [entry.standing.verdict for entry in store.ledger(article.key)] == [e.standing.verdict for e in before]
    assert [entry.standing.note for entry in store.ledger(article.key)] == [""] * len(before)
    assert len([event for event in store.events() if event.act.verb is Verb.UNDONE]) == 3


async def test_a_refused_write_changes_nothing_on_the_screen_and_says_so(
    opens: Opens, store: Store, article: Article, monkeypatch: pytest.MonkeyPatch
):
    def refuse(*acts: object, **claims: object) -> None:
        raise StoreError("The disk is [full]. What was saved before is kept.")

    async with opens(article=article.key) as desk:
        await desk.press("v")
        for write in ("record", "set_findings", "undo_together"):
            monkeypatch.setattr(store, write, refuse)
        await desk.press("d", "c")
        await desk.type("lost?")
        await desk.press("enter", "u")
        desk.review._look()
        await desk.settle()
        assert desk.verdicts == {1: Verdict.VERIFIED}
        assert desk.number == 2
        assert desk.notices[-1] == "The disk is [full]. What was saved before is kept."
        bar = desk.review.query_one(TopBar)
        assert (bar.saved, bar.unsaved) == ("last act NOT saved", True)
        monkeypatch.undo()
        await desk.press("c", "enter")
        assert desk.find("34 percent more").standing.note == "lost?"
        assert bar.saved.startswith("saved")


async def test_a_note_that_was_left_is_offered_again(opens: Opens, store: Store, article: Article):
    async with opens(article=article.key) as desk:
        await desk.press("c")
        await desk.type("half a thought")
        await desk.press("escape")
        assert desk.find("412 million euros").standing.note == ""
        await desk.press("escape", "enter", "c")
        assert isinstance(desk.app.screen, NoteScreen)
        await desk.press("enter")
        assert desk.find("412 million euros").standing.note == "half a thought"
        await desk.press("c", "enter")
        assert len([event for event in store.events() if event.act.verb is Verb.COMMENTED]) == 1


async def test_the_own_editor_gives_its_text_and_its_failure_is_said(
    opens: Opens, article: Article, monkeypatch: pytest.MonkeyPatch
):
    async with opens(article=article.key) as desk:
        await desk.press("c", "ctrl+e")
        assert "cannot be lent" in desk.notices[-1]
        assert isinstance(desk.app.screen, NoteScreen)


async def test_keys_typed_in_one_go_reach_the_field_that_the_first_one_opens(opens: Opens, article: Article):
    async with opens(article=article.key) as desk:
        from textual.events import Key

        for key, letter in (("slash", "/"), ("d", "d"), ("u", "u"), ("x", "x"), ("enter", None), ("j", "j")):
            desk.app.post_message(Key(key, letter))
        await desk.settle()
        await desk.pilot.pause(0.2)
        assert desk.verdicts == {}
        assert desk.review.filter.words == ("dux",)
        assert isinstance(desk.app.focused, ClaimList)


async def test_the_filter_follows_the_typing_and_the_cursor_follows_the_filter(opens: Opens, article: Article):
    async with opens(article=article.key) as desk:
        await desk.press("j", "slash")
        await desk.type("euros MILLION")
        shown = desk.review.query_one(ClaimList).rows
        assert [entry.number for entry in shown] == [1, 3, 8, 9, 10]
        assert desk.number == 3
        await desk.press("enter", "v")
        assert desk.number == 8
        await desk.press("escape")
        assert len(desk.review.rows) == 17
        assert not desk.review.query_one(Input).value


async def test_who_leaves_the_words_they_type_goes_on_where_they_were(opens: Opens, article: Article):
    async with opens(article=article.key) as desk:
        await desk.press("j", "j", "slash")
        await desk.type("480")
        assert desk.number == desk.find("480,000 euros").number
        await desk.press("escape")
        assert desk.number == 3
        await desk.press("slash")
        await desk.type("walrus")
        assert desk.number == 3, "nothing is found: the place is kept"
        await desk.press("enter", "escape")
        assert desk.number == 3
        await desk.press("slash", *"480", "enter", "escape")
        assert desk.number == desk.find("480,000 euros").number, "what was entered is where one goes"


async def test_chips_narrow_the_list_and_are_taken_away_by_key_and_by_mouse(opens: Opens, article: Article):
    async with opens(article=article.key) as desk:
        await desk.press("v", "d", "e", *"Budget", "enter", "f", "j", "space")
        assert [entry.number for entry in desk.review.rows] == [1]
        await desk.press("j", "space")
        assert [entry.number for entry in desk.review.rows] == [1, 2]
        await desk.press("escape", "slash", *"million", "enter")
        chips = desk.review.query_one(Chips)
        assert chips.labels == ("verified", "disputed", "“million”")
        assert [entry.number for entry in desk.review.rows] == [1]
        assert "1 of 1, 16 hidden" in desk.review.query_one("#claims-title", PaneTitle).detail
        await desk.press("F")
        assert chips.labels == ("verified", "disputed")
        assert desk.review.query_one(Input).value == ""
        await desk.pilot.click(Chips, offset=(3, 0))
        await desk.settle()
        assert chips.labels == ("disputed",)
        assert [entry.number for entry in desk.review.rows] == [2]
        await desk.press("n")
        assert "No open claim among those shown" in desk.notices[-1]
        await desk.press("v")
        assert (desk.review.rows, desk.number) == ((), 2)
        await desk.press("backspace", "f", *["j"] * 2, "enter")
        assert chips.labels == ("no evidence",)
        assert len(desk.review.rows) == 16
        await desk.press("escape")
        assert (len(desk.review.rows), chips.display) == (17, False)


async def test_at_the_end_it_says_that_nothing_is_open(opens: Opens, store: Store):
    keep(store, harbour(), plain_claims(harbour()), dict.fromkeys(range(1, 17), "verified"))
    async with opens(article=harbour().key) as desk:
        assert desk.number == 17
        await desk.press("d")
        assert desk.notices[-1] == "No open claim left: 16 verified, 1 disputed, 0 not a claim."
        assert desk.number == 17


async def test_a_verdict_of_somebody_else_is_not_taken_back_and_a_different_one_contests_it(opens: Opens, store: Store):
    keep(store, harbour(), plain_claims(harbour()), {1: "verified"})
    async with opens(article=harbour().key, reviewer="bea") as desk:
        await desk.press("k", "r")
        assert "the verdict of ada" in desk.notices[-1]
        await desk.press("d")
        assert desk.ledger[0].standing.contested
        await desk.press("u")
        assert not desk.ledger[0].standing.contested
        assert desk.verdicts == {1: Verdict.VERIFIED}


async def test_b_goes_back_to_the_claim_that_was_judged_last(opens: Opens, article: Article):
    async with opens(article=article.key) as desk:
        await desk.press("b")
        assert desk.number == 1
        await desk.press("end", "d", "b", "c")
        await desk.type("late")
        await desk.press("enter")
        assert (desk.number, desk.ledger[16].standing.note) == (17, "late")


async def test_reading_can_be_stopped_and_then_nothing_is_stored(
    opens: Opens, store: Store, monkeypatch: pytest.MonkeyPatch
):
    def endless(article: Article, progress: Callable[[float], None], *_: object) -> tuple[Claim, ...]:
        while True:
            progress(0.5)
            time.sleep(0.01)

    monkeypatch.setattr(reading, "claims_of", endless)
    app = FactcheckApp(store, reviewer="ada", clock=ticking(), incoming=Incoming(harbour()))
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, reading.ReadingScreen)
        await pilot.press("escape")
        await pilot.pause(0.1)
        assert isinstance(app.screen, DeskScreen)
        assert [notice.title for notice in app._notifications] == ["Cancelled"]
    assert store.statuses() == ()


async def test_a_claim_is_added_from_selected_words_and_taken_back(opens: Opens, store: Store, article: Article):
    start = article.text.index("240 passengers")
    async with opens(article=article.key) as desk:
        await desk.press("a")
        assert "Select the words first" in desk.notices[-1]
        view = desk.review.query_one(ArticleView)
        view.post_message(SpanSelected(Span(start, start + len("240 passengers"))))
        await desk.press("a")
        question = desk.app.screen
        assert isinstance(question, AddClaimScreen)
        at = next(at for at, kind in enumerate(question._kinds, 1) if kind.name == "amount")
        await desk.press(str(at))
        added = desk.find("240 passengers")
        assert (added.claim.kind, added.claim.origin, desk.number) == ("amount", Origin.ADDED, added.number)
        assert store.ledger(article.key) == desk.ledger
        await desk.press("u")
        assert len(desk.ledger) == 17
        assert desk.number


async def test_a_wrong_date_is_corrected_and_the_correction_taken_back(opens: Opens, store: Store):
    article = harbour(published=Published("2030-05-14", inferred=True))
    keep(store, article, claims_of(article))
    async with opens(article=article.key) as desk:
        assert str(desk.find("6 May").claim.value) == "6 May 2030"
        entry = desk.find("6 May")
        await desk.press(*["j"] * (entry.number - 1), "v", "p")
        assert isinstance(desk.app.screen, PublishedScreen)
        await desk.type("no date")
        await desk.press("enter")
        assert isinstance(desk.app.screen, PublishedScreen)
        desk.app.screen.query_one(Input).value = ""
        await desk.type("14 May 2031")
        await desk.press("enter")
        assert store.article(article.key).published == Published("2031-05-14")
        assert "inferred" not in desk.review.query_one(TopBar).published
        assert str(desk.find("6 May").claim.value) == "6 May 2031"
        assert desk.find("6 May").standing.verdict is Verdict.VERIFIED
        await desk.press("u")
        assert store.article(article.key).published == article.published
        assert str(desk.find("6 May").claim.value) == "6 May 2030"
        assert store.ledger(article.key) == desk.ledger


async def test_a_click_in_the_list_and_one_in_the_article_choose_a_claim(opens: Opens, article: Article):
    async with opens(article=article.key) as desk:
        await desk.pilot.click(ClaimList, offset=(20, 4))
        await desk.settle()
        assert desk.number == 5
        view = desk.review.query_one(ArticleView)
        assert view.page is not None
        start = article.text.index("51 million")
        line = view.page.line_of(start)
        column = gutter_width(desk.ledger) + start - view.page.lines[line].start
        await desk.pilot.click(ArticleView, offset=(column + 2, line - view.scroll_offset.y))
        await desk.settle()
        assert desk.number == 8


async def test_tab_goes_round_the_panes_also_where_only_two_have_room(opens: Opens, article: Article):
    async with opens(size=(60, 20), article=article.key) as desk:
        panes = []
        for _ in range(3):
            await desk.press("tab")
            assert desk.app.focused is not None
            assert desk.app.focused.display
            panes.append(type(desk.app.focused))
        assert panes == [ArticleView, Details, ClaimList]
        await desk.press("enter")
        assert not desk.review.query_one(ClaimList).display
        await desk.press("escape")
        assert isinstance(desk.app.focused, ClaimList)
        assert desk.app.focused.display


async def test_a_new_article_is_read_kept_and_reviewed_and_escape_leads_to_the_desk(opens: Opens, store: Store):
    async with opens(incoming=Incoming(harbour(), b"raw")) as desk:
        await desk.settle()
        assert len(desk.ledger) == len(claims_of(harbour())) == len(store.ledger(harbour().key))
        assert store.raw(harbour().draft) == b"raw"
        await desk.press("v", "escape")
        screen = desk.app.screen
        assert isinstance(screen, DeskScreen)
        assert screen.order == (harbour().key,)
        assert screen.lines[harbour().key].counts[Verdict.VERIFIED] == 1
        await desk.press("enter")
        assert desk.verdicts == {1: Verdict.VERIFIED}


async def test_an_article_without_claims_says_so_to_every_command_on_a_claim(opens: Opens, store: Store):
    calm = Article("A quiet morning", "The gulls sat by the water.", Published("2030"))
    keep(store, calm, ())
    async with opens(article=calm.key) as desk:
        for key in ("v", "d", "x", "r", "c", "e", "equals_sign", "R", "D", "5"):
            desk.app.clear_notifications()
            await desk.press(key)
            assert "No claim was found in this article." in desk.notices[-1], key
        assert store.ledger(calm.key).counts[Verdict.OPEN] == 0


async def test_a_claim_is_gone_to_by_its_number(opens: Opens, article: Article):
    async with opens(article=article.key) as desk:
        await desk.press("1", "2", "enter")
        assert desk.number == 12
        await desk.press("number_sign", "9", "9", "enter")
        told = desk.app.screen.query_one("#told", Static).content
        assert "There is no claim 99: they go from 1 to 17." in str(told)
        await desk.press("escape", "3", "backspace", "enter")
        assert desk.number == 12
        assert desk.verdicts == {}


async def test_the_desk_finds_articles_by_words(opens: Opens, store: Store, article: Article):
    other = Article("Nets in the river", "Nine nets were found.", Published("2030"))
    keep(store, other, ())
    async with opens() as desk:
        screen = desk.app.screen
        assert isinstance(screen, DeskScreen)
        assert len(screen.order) == 2
        await desk.press("slash")
        await desk.type("RIVER nets")
        assert [screen.lines[key].title for key in screen.order] == ["Nets in the river"]
        await desk.type("x")
        assert "No article here has “river netsx”" in str(screen.query_one("#empty", Static).content)
        await desk.press("backspace")
        assert not screen.has_class("-empty")
        await desk.press("enter", "enter")
        assert desk.review.article == other


async def test_the_caret_starts_at_the_chosen_claim_while_that_can_be_seen(opens: Opens, article: Article):
    async with opens(article=article.key) as desk:
        await desk.press("j", "tab", "s", "shift+right", "shift+right")
        view = desk.review.query_one(ArticleView)
        assert view.selected_span is not None
        assert view.selected_span.of(article.text) == "34"


async def test_several_claims_are_marked_judged_and_taken_back_together(opens: Opens, store: Store, article: Article):
    async with opens(article=article.key) as desk:
        await desk.press("space", "j", "J", "shift+down", "space", "space")
        marked = sorted(desk.ledger.position[key] + 1 for key in desk.review.marked)
        assert marked == [1, 3, 4, 6]
        assert desk.review.query_one(ClaimList).marked == desk.review.marked
        await desk.press("v")
        assert desk.verdicts == dict.fromkeys(marked, Verdict.VERIFIED)
        assert desk.review.marked == frozenset()
        assert "claims 1, 3, 4, 6." in desk.notices[-1]
        assert (desk.number, store.ledger(article.key)) == (7, desk.ledger)
        await desk.press("u")
        assert desk.verdicts == {}
        assert "4 claims" in desk.notices[-1]
        await desk.press("k", "J", "r")
        assert "None of the 2 has a verdict of yours" in desk.notices[-1]
        assert desk.review.marked == frozenset()
        await desk.press("space", "slash")
        await desk.type("yen")
        await desk.press("enter")
        assert desk.review.marked == frozenset()
        await desk.press("space", "escape", "escape")
        assert (desk.review.marked, len(desk.review.rows)) == (frozenset(), 17)


async def test_an_article_opens_where_its_reviewer_left_it(opens: Opens, store: Store):
    keep(store, harbour(), plain_claims(harbour()), {1: "verified", 8: "disputed"})
    async with opens(article=harbour().key) as desk:
        assert desk.number == 9
        await desk.press("b")
        assert desk.number == 8
    async with opens(article=harbour().key, reviewer="bea") as desk:
        assert desk.number == 2


async def test_sorted_claims_are_walked_through_as_they_are_shown(opens: Opens, article: Article):
    async with opens(article=article.key) as desk:
        await desk.press("end", "v", "S")
        assert [entry.claim.kind for entry in desk.review.rows][:3] == ["count", "count", "money"]
        await desk.press("home", "j", "j")
        assert desk.number == 1
        await desk.press("S", "S")
        assert [entry.number for entry in desk.review.rows][:2] == [17, 1]
        await desk.press("S")
        assert [entry.number for entry in desk.review.rows] == list(range(1, 18))


async def test_a_reading_is_corrected_with_the_former_claim_kept_and_both_taken_back(
    opens: Opens, store: Store, article: Article
):
    async with opens(article=article.key) as desk:
        entry = desk.find("four boats")
        await desk.press(*["j"] * (entry.number - 1), "equals_sign")
        assert isinstance(desk.app.screen, AddClaimScreen)
        await desk.press("H")
        await desk.press("enter")
        corrected = desk.find("the four boats")
        assert desk.number == corrected.number
        former = desk.find("four boats").standing
        assert (former.verdict, former.note[:10]) == (Verdict.DISMISSED, "Corrected:")
        assert store.ledger(article.key) == desk.ledger
        await desk.press("u")
        assert len(desk.ledger) == 17
        assert desk.verdicts == {}


@pytest.mark.parametrize("size", [(80, 24), (60, 20)], ids=str)
async def test_the_article_opens_where_its_reader_left_it(opens: Opens, store: Store, size: tuple[int, int]):
    keep(store, harbour(), plain_claims(harbour()), {15: "verified"})
    async with opens(article=harbour().key, size=size) as desk:
        view, entry = desk.review.query_one(ArticleView), desk.review.entry
        assert desk.number == 16
        assert view.page is not None
        assert entry is not None
        line = view.page.lines_of(entry.claim.span)[0]
        assert view.scroll_offset.y <= line < view.scroll_offset.y + view.view_height
