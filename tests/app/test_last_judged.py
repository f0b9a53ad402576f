"""A verdict moves on: notes and evidence on the claim it was given to, from the next one, and what is said of saving."""

import pytest

from db import Store, StoreError
from factcheck.app.screens.evidence import EvidenceScreen
from factcheck.app.screens.note import NoteScreen
from factcheck.app.widgets.top_bar import TopBar
from factcheck.model import Act, Article, Verdict
from tests.app.conftest import Desk, Opens


def written(desk: Desk) -> str:
    """All the words of the form that is open."""
    box = desk.app.screen.children[-1]
    texts = [str(each.render()) for each in box.query("Static")]
    return "\n".join([str(box.border_title), *texts])


async def test_a_note_on_the_claim_judged_last_takes_one_key(opens: Opens, article: Article):
    async with opens(article=article.key) as desk:
        await desk.press("v", "B")
        assert isinstance(desk.app.screen, NoteScreen)
        assert "Note on claim 1, verified" in written(desk)
        await desk.type("seen")
        await desk.press("enter")
        assert desk.ledger[0].standing.note == "seen"
        assert desk.number == 2


async def test_a_note_on_the_next_claim_says_that_it_is_the_next(opens: Opens, article: Article):
    async with opens(article=article.key) as desk:
        await desk.press("v", "c")
        assert "Note on claim 2, open" in written(desk)
        assert "You just judged claim 1" in written(desk)
        assert "escape, B." in written(desk)
        await desk.press("escape", "j", "k", "c")
        assert "You just judged" not in written(desk)


async def test_evidence_for_the_claim_judged_last_takes_one_key(opens: Opens, article: Article, store: Store):
    async with opens(article=article.key) as desk:
        await desk.press("v", "e")
        assert isinstance(desk.app.screen, EvidenceScreen)
        assert "Evidence for claim 2, open" in written(desk)
        assert "escape, E." in written(desk)
        await desk.press("escape", "E")
        assert "Evidence for claim 1, verified" in written(desk)
        await desk.type("Report")
        await desk.press("enter")
        assert [held.source for held in store.evidence(desk.ledger[0].claim.key)] == ["Report"]
        assert desk.number == 2


async def test_without_a_verdict_there_is_no_last_claim(opens: Opens, article: Article):
    async with opens(article=article.key) as desk:
        await desk.press("B")
        assert desk.notices == ["You have judged no claim of this article."]


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (80, 40), (120, 40), (200, 60)], ids=str)
async def test_it_is_always_said_whether_the_last_act_is_saved(
    opens: Opens, article: Article, store: Store, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
):
    def refuse(*acts: Act) -> None:
        raise StoreError("The disk is full. Nothing was saved.")

    async with opens(size=size, article=article.key) as desk:
        bar = desk.review.query_one(TopBar)
        await desk.press("v")
        assert "saved " in bar.render().plain
        monkeypatch.setattr(store, "record", refuse)
        await desk.press("v")
        assert "last act NOT saved" in bar.render().plain
        for panel in ("g", "C"):
            await desk.press(panel)
            assert "last act NOT saved" in bar.render().plain


async def test_on_one_line_all_else_gives_way_to_saved(opens: Opens, article: Article):
    async with opens(size=(80, 24), article=article.key) as desk:
        bar = desk.review.query_one(TopBar)
        bar.counts = dict(zip(Verdict, (2400, 1100, 200, 82), strict=True))
        bar.saved = "saved 14:02"
        for width in range(40, 130):
            line = bar._one_line(width)
            assert line.cell_length <= width
            assert line.plain.endswith("saved 14:02")
