"""Second checks, disputes, sign-offs and the queue, as they are done with keys."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from db import Store
from factcheck.app.screens.desk import DeskScreen
from factcheck.app.screens.rules import RulesScreen
from factcheck.app.screens.sign_off import SignOffScreen
from factcheck.app.widgets.claim_list import ClaimList
from factcheck.app.widgets.details import Details
from factcheck.app.widgets.pane_title import PaneTitle
from factcheck.model import Act, Article, Evidence, Verb, Verdict
from factcheck.rules import Breach, EvidencePolicy, Rules
from factcheck.terms import Ask, Second, Terms
from tests.app.conftest import Desk, Opens
from tests.app.desk import DAY, dump, keep, load, plain_claims

SECOND = Rules(second=Second(Ask.ALL))
SECRET = "only ada knows"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A desk on which every claim needs two people."""
    with Store(tmp_path / "desk.db", dump, load, terms=SECOND.terms) as store:
        yield store


def acts(store: Store, article: Article, who: str, *verdicts: tuple[int, str], minute: int = 0) -> None:
    keys = [claim.key for claim in plain_claims(article)]
    for number, verdict in verdicts:
        at = DAY - timedelta(minutes=30 - minute)
        data = {"verdict": verdict, "note": SECRET if who == "ada" else f"note of {who}"}
        store.record(Act(at, who, Verb.JUDGED, article.draft, keys[number - 1], data))


def shown(desk: Desk) -> str:
    """All the text of the details and the list."""
    details, claims = desk.review.query_one(Details), desk.review.query_one(ClaimList)
    drawn = [strip.text for strip in details.strips]
    drawn += [claims.render_line(y).text for y in range(claims.view_height)]
    return "\n".join(drawn)


async def test_what_others_do_meanwhile_is_read_before_a_dispute_is_denied_or_an_article_signed(
    opens: Opens, store: Store, article: Article
) -> None:
    acts(store, article, "cy", *((number, "verified") for number in range(2, 18)))
    async with opens(article=article.key, reviewer="ada") as desk:
        await desk.press("home", "v", "Z")
        assert isinstance(desk.app.screen, SignOffScreen)
        acts(store, article, "bo", (1, "disputed"), minute=60)
        await desk.press("enter")
        assert not any(signed.holds for signed in store.sign_offs(article.key))
        await desk.press("escape", "home", "R")
        assert desk.ledger[0].standing.contested
        assert "Nobody differs" not in desk.notices[-1]


async def test_the_second_person_sees_nothing_of_the_first_until_both_have_judged(
    opens: Opens, store: Store, article: Article
) -> None:
    acts(store, article, "ada", (1, "disputed"))
    async with opens(article=article.key, reviewer="bo", rules=SECOND) as desk:
        desk.review.chosen = desk.ledger[0].claim.key
        await desk.settle()
        seen = shown(desk)
        assert SECRET not in seen
        assert "ada" not in seen
        assert "another has judged it" in seen.replace("\n", " ")
        assert desk.ledger[0].standing.verdict is Verdict.OPEN
        await desk.press("v", "b")
        seen = shown(desk)
        assert SECRET in seen
        assert "contested" in seen
        assert desk.ledger[0].standing.contested


async def test_a_claim_that_waits_has_a_sign_in_the_list(opens: Opens, store: Store, article: Article) -> None:
    acts(store, article, "ada", (1, "verified"))
    async with opens(article=article.key, reviewer="ada", rules=SECOND) as desk:
        row = desk.review.query_one(ClaimList).render_line(0).text
        assert row.rstrip().endswith("2 ✎")
        desk.review.chosen = desk.ledger[0].claim.key
        await desk.settle()
        assert "a second person has yet to judge it" in shown(desk).replace("\n", " ")


async def test_a_lead_decides_a_dispute_with_a_reason(opens: Opens, store: Store, article: Article) -> None:
    acts(store, article, "ada", (1, "verified"))
    acts(store, article, "bo", (1, "disputed"), minute=1)
    async with opens(article=article.key, reviewer="lea", rules=SECOND) as desk:
        desk.review.chosen = desk.ledger[0].claim.key
        await desk.press("R", "enter")
        assert desk.ledger[0].standing.contested  # not without a reason
        await desk.press("up")
        await desk.type("the register")
        await desk.press("enter")
        standing = desk.ledger[0].standing
        assert (standing.verdict, standing.resolution, standing.by) == (Verdict.VERIFIED, "the register", "lea")
        assert "the register" in shown(desk)
        await desk.press("u")
        assert desk.ledger[0].standing.contested


async def test_one_who_judged_does_not_decide(opens: Opens, store: Store, article: Article) -> None:
    acts(store, article, "ada", (1, "verified"))
    acts(store, article, "bo", (1, "disputed"), minute=1)
    async with opens(article=article.key, reviewer="bo", rules=SECOND) as desk:
        desk.review.chosen = desk.ledger[0].claim.key
        await desk.press("R")
        assert "somebody else decides" in desk.notices[-1]
        await desk.press("j", "R")
        assert "Nobody differs" in desk.notices[-1]


@pytest.mark.parametrize("breach", list(Breach))
async def test_a_verdict_without_evidence(opens: Opens, store: Store, article: Article, breach: Breach) -> None:
    rules = Rules(EvidencePolicy.REQUIRED, evidence_breach=breach)
    store.terms = rules.terms
    async with opens(article=article.key, rules=rules) as desk:
        first = desk.ledger[0].claim
        desk.review.chosen = first.key
        await desk.press("v")
        if breach is Breach.REFUSE:
            assert desk.verdicts == {}
            assert "no evidence" in desk.notices[-1]
            assert "e adds" in desk.notices[-1]
            await desk.press("space", "v")
            assert desk.verdicts == {}
            await desk.press("k", "space")
        else:
            assert desk.verdicts == {1: Verdict.VERIFIED}
            row = desk.review.query_one(ClaimList).render_line(0).text
            assert row.rstrip().endswith("∅")
            assert next(iter(store.history(first.key))).act.data["lacks"] == "no evidence"
        store.record(Act(DAY, "ada", Verb.EVIDENCE, first.draft, first.key, Evidence("the register").data()))
        desk.review.chosen = first.key
        await desk.press("v")
        assert desk.verdicts[1] is Verdict.VERIFIED


async def test_an_article_is_signed_and_reopened(opens: Opens, store: Store, article: Article) -> None:
    acts(store, article, "ada", *((number, "verified") for number in range(1, 17)))
    async with opens(article=article.key, rules=Rules(signoff=("checker",))) as desk:
        title = desk.review.query_one("#article-title", PaneTitle)
        await desk.press("Z")
        assert isinstance(desk.app.screen, SignOffScreen)
        await desk.press("enter")
        assert isinstance(desk.app.screen, SignOffScreen)
        await desk.press("escape")
        desk.review.chosen = desk.ledger[16].claim.key
        await desk.press("v", "Z", "enter")
        assert title.detail.startswith("signed off: checker ada")
        store.record(
            Act(
                DAY + timedelta(hours=1),
                "bo",
                Verb.JUDGED,
                article.draft,
                desk.ledger[0].claim.key,
                {"verdict": "disputed"},
            )
        )
        await desk.press("d")
        assert "checker reopened by bo" in title.detail
        assert not store.sign_offs(article.key)[0].holds


def _keys(typed: str) -> list[str]:
    return ["minus" if letter == "-" else letter for letter in typed]


async def test_a_day_to_check_again(opens: Opens, store: Store, article: Article) -> None:
    async with opens(article=article.key) as desk:
        desk.review.chosen = desk.ledger[0].claim.key
        await desk.press("D")
        await desk.press(*_keys("2031-13-01"))
        await desk.press("enter")
        assert desk.ledger[0].standing.recheck is None
        await desk.press(*["backspace"] * 10)
        await desk.press(*_keys("2031-06-01"))
        await desk.press("enter")
        assert str(desk.ledger[0].standing.recheck) == "2031-06-01"
        assert "on 2031-06-01" in shown(desk)


async def test_the_desk_shows_what_waits_for_whom(opens: Opens, store: Store, article: Article) -> None:
    keep(store, Article("Boats", "Boats."), ())
    acts(store, article, "ada", (1, "verified"))
    data = {"reviewer": "bo", "deadline": (DAY + timedelta(hours=4)).isoformat()}
    store.record(Act(DAY, "lea", Verb.ASSIGNED, article.draft, data=data))
    async with opens(reviewer="bo", rules=SECOND) as desk:
        screen = desk.app.screen
        assert isinstance(screen, DeskScreen)
        assert screen.order == (article.key,)
        assert screen.wants is not None
        assert screen.wants[article.key].startswith("by ")
        assert "2nd 1" in screen.wants[article.key]
        await desk.press("m")
        assert len(screen.order) == 2
        assert [screen.lines[key].counts[Verdict.VERIFIED] for key in screen.order] == [0, 0]
        await desk.press("L")
        assert isinstance(desk.app.screen, RulesScreen)


async def test_an_old_verdict_is_shown_and_can_be_given_anew(
    opens: Opens, tmp_path: Path, store: Store, article: Article
) -> None:
    acts(store, article, "ada", (1, "verified"))
    store.terms = Terms(recheck_days=1)
    store._clock = lambda: DAY + timedelta(days=3)
    async with opens(article=article.key, rules=Rules(recheck_days=1)) as desk:
        assert "↻" in desk.review.query_one(ClaimList).render_line(0).text
        desk.review.chosen = desk.ledger[0].claim.key
        await desk.press("v")
        assert len(store.history(desk.ledger[0].claim.key)) == 2
