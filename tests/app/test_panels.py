"""The panels that take the list's place: findings are answered, and every answer can be taken back."""

import pytest

from db import Store
from factcheck.app.screens.add_claim import AddClaimScreen
from factcheck.app.screens.reason import ReasonScreen
from factcheck.app.widgets.article_view import ArticleView
from factcheck.app.widgets.details import Details
from factcheck.app.widgets.panel import FindingsPanel, GapsPanel
from factcheck.app.widgets.top_bar import TopBar
from factcheck.extract.uncovered import Gap
from factcheck.model import Answered, Article, Claim, Finding, Origin, Severity, Span, Verdict
from tests.app.conftest import Opens


def two_findings(article: Article, claims: tuple[Claim, ...]) -> tuple[Finding, ...]:
    """The sum of claims 8 to 10, and the price in two currencies, claims 14 and 15."""
    keys = [claim.key for claim in claims]
    total = (keys[9], keys[7], keys[8])
    return (
        Finding("sum", Severity.ERROR, total, "the items [/] come to 53.4", ("51 + 2.4 = 53.4",), "0.05", "53 fits"),
        Finding("currency-equivalence", Severity.WARNING, (keys[14], keys[13]), "108 yen a euro", ("52 / 0.48",)),
    )


@pytest.fixture
def answered(opens: Opens, monkeypatch: pytest.MonkeyPatch) -> Opens:
    monkeypatch.setattr("factcheck.checks.findings_of", two_findings)
    return opens


async def test_findings_are_gone_through_answered_and_stay_answered(answered: Opens, store: Store, article: Article):
    async with answered(article=article.key) as desk:
        await desk.press("end", *["k"] * 7, "c")
        await desk.type("see p 3")
        await desk.press("enter", "g")
        panel = desk.review.query_one(FindingsPanel)
        assert desk.app.focused is panel
        assert desk.number == 10
        await desk.press("enter")
        assert desk.number == 8
        await desk.press("g")
        assert desk.number == 15
        await desk.press("G", "y")
        assert desk.verdicts == {10: Verdict.DISPUTED}
        assert desk.ledger[9].standing.note == "see p 3\nthe items [/] come to 53.4\n51 + 2.4 = 53.4"
        assert desk.review.query_one(TopBar).flags == 1
        assert desk.number == 15
        await desk.press("e")
        assert isinstance(desk.app.screen, ReasonScreen)
        await desk.press("enter")
        assert isinstance(desk.app.screen, ReasonScreen)
        await desk.type("rate of 2030")
        await desk.press("enter")
        assert desk.notices[-1] == "Every finding is answered."
        assert desk.review.flags == frozenset()
        assert [status.findings for status in store.statuses()] == [0]
        await desk.press("escape")
        assert desk.number == 10  # back where the findings were opened from, not at the claim that was seen last
        await desk.press("j")
        assert desk.number == 11
    async with answered(article=article.key) as desk:
        assert desk.review.flags == frozenset()
        await desk.press("end", "k", "k")
        details = desk.review.query_one(Details).details
        assert details is not None
        assert list(details.answers.values()) == ["explained by ada 13:02: rate of 2030"]
        answers = {answer.answer for answer in store.answers(article.key).values()}
        assert answers == {Answered.CONFIRMED, Answered.EXPLAINED}


async def test_one_undo_takes_an_answer_back_with_its_dispute(answered: Opens, store: Store, article: Article):
    async with answered(article=article.key) as desk:
        await desk.press("g", "d")
        assert desk.verdicts == {10: Verdict.DISPUTED}
        await desk.press("u")
        assert desk.verdicts == {}
        assert desk.ledger[9].standing.note == ""
        assert (desk.number, len(desk.review._session.unanswered)) == (10, 2)
        assert not store.answers(article.key)
        await desk.press("escape")
        assert not desk.review.query_one(FindingsPanel).display
        assert desk.number == 1
        await desk.press("w")
        assert desk.number == 8


async def test_without_findings_the_key_says_so(opens: Opens, article: Article, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("factcheck.checks.findings_of", lambda article, claims: ())
    async with opens(article=article.key) as desk:
        await desk.press("g")
        assert desk.notices[-1] == "The checks found nothing in this article."


def two_gaps(article: Article, claims: tuple[Claim, ...]) -> tuple[Gap, ...]:
    """Two of the numbers that no plain claim covers, until one does."""
    starts = {article.text.index(quote): quote for quote in ("240 passengers", "36 cars")}
    gaps = [Gap("amount", Span(start, start + len(quote)), quote) for start, quote in sorted(starts.items())]
    return tuple(gap for gap in gaps if not any(claim.span.overlaps(gap.span) for claim in claims))


async def test_what_no_claim_covers_is_shown_and_becomes_a_claim(
    opens: Opens, store: Store, article: Article, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("factcheck.extract.uncovered.uncovered", two_gaps)
    async with opens(article=article.key) as desk:
        await desk.press("C")
        panel, view = desk.review.query_one(GapsPanel), desk.review.query_one(ArticleView)
        assert desk.app.focused is panel
        assert view.selected_span is not None
        assert view.selected_span.of(article.text) == "240 passengers"
        await desk.press("j", "k", "a")
        question = desk.app.screen
        assert isinstance(question, AddClaimScreen)
        assert question._kinds[question.here].name == "amount"
        await desk.press("enter")
        assert desk.find("240 passengers").claim.origin is Origin.ADDED
        assert view.selected_span is not None
        assert view.selected_span.of(article.text) == "36 cars"
        await desk.press("enter", "H", "enter")
        assert desk.find("and 36 cars").claim.kind == "amount"
        assert not panel.display
        assert view.selected_span is None
        assert "No such words are left" in desk.notices[-1]
        await desk.press("u", "C")
        assert desk.app.focused is panel
        assert len(store.ledger(article.key)) == 18
