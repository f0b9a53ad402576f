"""The original under the claims of its translation."""

from typing import Any

import pytest

from db import Store
from factcheck.app.app import FactcheckApp, Incoming
from factcheck.app.widgets.details import ClaimDetails, Details
from factcheck.extract import claims_of
from factcheck.model import Act, Article, Original, Published, Verb
from tests.app.conftest import Opens
from tests.app.desk import ticking

DAY = Published("2024-03-05")
TRANSLATION = Article(
    "Strait bridge approved",
    "The bridge will cost 2017 billion yen and opens in June 2029.\n\n"
    "About 1.2 million cars a year will cross it, and 40 jobs will be lost at the ferry.\n",
    DAY,
)
ORIGINAL = Article(
    "跨海大桥工程获批",
    "大桥造价2017亿日元，长3.5公里，将于2029年6月通车。\n\n"
    "每年约有120万辆汽车通过，[link=x]收费[/link]\x1b[K\u202e为800日元。\n",
    DAY,
)


def details(desk: Any) -> ClaimDetails:
    shown = desk.review.query_one(Details).details
    assert isinstance(shown, ClaimDetails)
    return shown


async def test_the_originals_sentence_shows_with_what_was_changed_missing_and_added(opens: Opens, store: Store):
    async with opens(incoming=Incoming(TRANSLATION), original=ORIGINAL) as desk:
        money = desk.find("2017 billion yen")
        desk.review.chosen = money.claim.key
        await desk.settle()
        told = [line for _, line, _ in details(desk).beside]
        assert told[0] == "大桥造价2017亿日元，长3.5公里，将于2029年6月通车。"
        assert told[1] == "“2017亿日元”"
        assert told[2].startswith("“3.5公里”")
        assert "missing" in told[2]
        (finding,) = details(desk).findings
        assert "亿" in finding.suggestion
        desk.review.chosen = desk.find("June 2029").claim.key
        await desk.settle()
        assert [line for _, line, _ in details(desk).beside][1:] == ["“2029年6月”"]
        desk.review.chosen = desk.find("40 jobs").claim.key
        await desk.settle()
        ((_, line, is_fault),) = details(desk).beside
        assert "not in the original" in line
        assert not is_fault


async def test_a_change_is_a_finding_that_is_answered_like_any_other(opens: Opens, store: Store):
    async with opens(incoming=Incoming(TRANSLATION), original=ORIGINAL) as desk:
        await desk.press("g", "y")
        assert "disputed" in {entry.standing.verdict.value for entry in desk.ledger}
    assert [event.act.verb for event in store.events()][-2:] == [Verb.FINDING_ANSWERED, Verb.JUDGED]


async def test_another_article_of_the_desk_has_no_original(opens: Opens, store: Store):
    other = Article("Other", "It cost 5 million yen.\n", DAY)
    store.add(other, claims_of(other), actor="ada", at=ticking()())
    async with opens(incoming=Incoming(TRANSLATION), original=ORIGINAL) as desk:
        desk.app._review(other.key)
        await desk.settle()
        assert not details(desk).beside


async def test_the_desk_remembers_it_and_undo_takes_it_back(opens: Opens, store: Store):
    async with opens(incoming=Incoming(TRANSLATION), original=ORIGINAL) as desk:
        desk.review.chosen = desk.find("2017 billion yen").claim.key
        await desk.settle()
        assert details(desk).findings
    assert store.original(TRANSLATION.key) is not None
    async with opens() as desk:
        desk.app._review(TRANSLATION.key)
        await desk.settle()
        desk.review.chosen = desk.find("2017 billion yen").claim.key
        await desk.settle()
        assert details(desk).beside
        await desk.press("u")
        assert "original" in desk.notices[-1]
        assert not details(desk).beside
        assert not details(desk).findings
    assert store.original(TRANSLATION.key) is None


async def test_an_original_that_is_not_here_is_said_to_be_missing(opens: Opens, store: Store):
    store.add(TRANSLATION, claims_of(TRANSLATION), actor="ada", at=ticking()())
    told = Original.of(ORIGINAL)
    store.record(Act(ticking()(), "bo", Verb.ORIGINAL, TRANSLATION.draft, data=told.data()))
    async with opens(incoming=Incoming(TRANSLATION)) as desk:
        assert "is not on this desk" in desk.notices[-1]
    async with opens(incoming=Incoming(TRANSLATION), original=ORIGINAL) as desk:
        assert not any("is not on this desk" in notice for notice in desk.notices)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_how_it_looks(store: Store, snap_compare: Any, size: tuple[int, int]) -> None:
    async def choose(pilot: Any) -> None:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        screen = pilot.app.screen
        screen.chosen = next(entry.claim.key for entry in screen.ledger if entry.claim.quote == "2017 billion yen")
        await pilot.press("enter")
        await pilot.pause()

    store.add(TRANSLATION, claims_of(TRANSLATION), actor="ada", at=ticking()())
    app = FactcheckApp(store, reviewer="ada", clock=ticking(), incoming=Incoming(TRANSLATION), original=ORIGINAL)
    assert snap_compare(app, terminal_size=size, run_before=choose)
