"""What others do while somebody reviews: it is shown without a key, nobody is moved, and blind checks stay blind."""

import re
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from db import Store
from factcheck.app.screens._meanwhile import meanwhile
from factcheck.app.screens._session import Session
from factcheck.app.widgets.article_view import ArticleView
from factcheck.app.widgets.claim_list import ClaimList
from factcheck.model import Act, Article, Published, Verb, Verdict
from factcheck.rules import Rules
from factcheck.terms import Ask, Second
from tests.app.conftest import Desk, Opens
from tests.app.desk import DAY, dump, harbour, keep, load, open_store, plain_claims
from tests.app.terminal import Terminal

ESCAPES = re.compile(rb"\x1b\[[0-9;?]*[a-zA-Z]")


def judged(store: Store, number: int, verdict: str = "verified", by: str = "bo", minute: int = 1) -> None:
    claim = plain_claims(harbour())[number - 1]
    data = {"verdict": verdict, "before": "open"}
    store.record(Act(DAY + timedelta(minutes=minute), by, Verb.JUDGED, harbour().draft, claim.key, data))


async def look_up(desk: Desk) -> None:
    """As the screen does every few seconds."""
    desk.review._glance()
    await desk.settle()


async def test_what_another_judges_is_shown_and_nobody_is_moved(store: Store, article: Article, opens: Opens):
    async with opens(article=article.key) as desk:
        await desk.press("j", "j", "j")
        view, rows = desk.review.query_one(ArticleView), desk.review.query_one(ClaimList)
        place = (desk.number, view.scroll_offset, rows.scroll_offset)
        with open_store(store.path) as other:
            judged(other, 1)
            judged(other, 2, "disputed", minute=2)
            judged(other, 7, by="cy", minute=3)
        await look_up(desk)
        assert desk.verdicts == {1: Verdict.VERIFIED, 2: Verdict.DISPUTED, 7: Verdict.VERIFIED}
        assert desk.notices == ["Meanwhile: bo judged claims 1, 2; cy judged claim 7."]
        assert (desk.number, view.scroll_offset, rows.scroll_offset) == place


async def test_nothing_is_said_of_ones_own_acts_or_of_other_articles(store: Store, article: Article, opens: Opens):
    async with opens(article=article.key) as desk:
        await desk.press("v", "v")
        with open_store(store.path) as other:
            boats = Article("Boats", "Boats cost 3 million euros.", Published("2031-05-14"))
            keep(other, boats, ())
        await look_up(desk)
        assert desk.notices == []
        assert len(desk.verdicts) == 2


async def test_what_is_taken_back_elsewhere_is_open_again(store: Store, article: Article, opens: Opens):
    judged(store, 3)
    async with opens(article=article.key) as desk:
        with open_store(store.path) as other:
            other.undo(article.draft, "bo", DAY + timedelta(hours=1))
        await look_up(desk)
        assert desk.verdicts == {}
        assert desk.notices == ["Meanwhile: a verdict was taken back on claim 3."]


async def test_a_date_corrected_elsewhere_is_taken_in(store: Store, article: Article, opens: Opens):
    async with opens(article=article.key) as desk:
        with open_store(store.path) as other:
            session = Session(other, other.article(article.key), reviewer="bo", clock=lambda: DAY)
            session.publish(harbour(published=Published("2030-01-02")), session.claims, ())
        await look_up(desk)
        assert desk.review.article is not None
        assert desk.review.article.published == Published("2030-01-02")
        assert desk.notices == ["Meanwhile: the publication date is now 2030-01-02."]


async def test_a_new_draft_is_told_and_not_taken_in(store: Store, article: Article, opens: Opens):
    async with opens(article=article.key) as desk:
        draft = harbour()
        newer = replace(draft, text=f"{draft.text} More.", key=article.key)
        with open_store(store.path) as other:
            other.update(newer, plain_claims(newer), carried={}, reopened={}, actor="bo", at=DAY)
            await look_up(desk)
            assert desk.notices[0].startswith("A new draft of this article came in.")
            other.record(Act(DAY, "bo", Verb.COMMENTED, newer.draft, plain_claims(newer)[0].key, {"note": "n"}))
        await look_up(desk)
        assert desk.review.article == draft
        assert len(desk.notices) == 1


def test_a_blind_check_stays_blind(tmp_path: Path):
    rules = Rules(second=Second(ask=Ask.ALL, blind=True))
    path = tmp_path / "desk.db"
    with (
        Store(path, dump, load, terms=rules.terms) as mine,
        Store(path, dump, load, terms=rules.terms) as theirs,
    ):
        keep(mine, harbour(), plain_claims(harbour()))
        session = Session(mine, mine.article(harbour().key), reviewer="ada", clock=lambda: DAY, rules=rules)
        before = session.seen
        judged(theirs, 1, "disputed")
        session.look_up()
        assert session.ledger[0].standing.sealed
        assert meanwhile(before, session.seen, "ada") == ""
        before = session.seen
        session.judge_all((session.ledger[0],), Verdict.VERIFIED)
        judged(theirs, 2, "verified", minute=2)
        session.look_up()
        assert "bo" not in meanwhile(session.seen, session.seen, "ada")
        assert session.ledger[1].standing.by == ""


def test_two_processes_on_one_desk(tmp_path: Path):
    """One only looks; the other gives verdicts by the plain dialogue."""
    path, article = tmp_path / "desk.db", tmp_path / "harbour.txt"
    words = "The port paid 412 million euros and 51 million yen in March 2030."
    article.write_text(f"Harbour\n\n{words}", "utf-8")
    (tmp_path / "words.txt").write_text(words, "utf-8")
    with Terminal(["-m", "tests.app.desk", str(path), str(article)]) as terminal:
        terminal.wait_for("412 million")
        terminal.settle()
        seen = len(terminal.written)
        other = [sys.executable, "-m", "factcheck", "review", "--plain", str(tmp_path / "words.txt"), "--db", str(path)]
        subprocess.run(
            [*other, "--reviewer", "bo", "--title", "Harbour", "--published", "2031-05-14"],
            input="v\nv\nq\n",
            text=True,
            check=True,
            capture_output=True,
        )
        terminal.wait_for("2/3", after=seen)
        terminal.settle()
        assert b"Meanwhile: bo judged claims 1, 2." in ESCAPES.sub(b"", terminal.written[seen:])
        terminal.press("q")
        assert terminal.end() == 0
