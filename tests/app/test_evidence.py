"""What claims are held against: taken down, attached again, opened only after a question, and taken back."""

import webbrowser
from datetime import date

import pytest
from textual.widgets import Input

from db import Store
from factcheck.app.screens.confirm import ConfirmScreen
from factcheck.app.screens.evidence import EvidenceScreen, is_address
from factcheck.app.widgets.details import Details
from factcheck.model import Article, Medium
from tests.app.conftest import Opens


async def test_evidence_is_taken_down_completed_attached_again_and_taken_back(
    opens: Opens, store: Store, article: Article
):
    async with opens(article=article.key) as desk:
        await desk.press("full_stop")
        assert "You have given no evidence" in desk.notices[-1]
        await desk.press("e", "enter")
        assert isinstance(desk.app.screen, EvidenceScreen)
        await desk.type("https://stats.example/[/]/3")
        await desk.press("ctrl+r", "tab")
        await desk.type("p 4")
        await desk.press("enter")
        (held,) = store.evidence(desk.ledger[0].claim.key)
        assert (held.source, held.medium, held.primary) == ("https://stats.example/[/]/3", Medium.URL, True)
        assert (held.locator, held.accessed) == ("p 4", date(2031, 5, 14))
        details = desk.review.query_one(Details).details
        assert details is not None
        assert details.extras == (("evidence", "https://stats.example/[/]/3  p 4  (primary url)  read 2031-05-14"),)
        await desk.press("full_stop")
        assert "attached to this claim already" in desk.notices[-1]
        await desk.press("j", "full_stop", "j", "e")
        await desk.type("https://st")
        await desk.press("right")
        assert desk.app.screen.query_one("#source", Input).value == held.source
        await desk.press("enter")
        assert [len(store.evidence(desk.ledger[at].claim.key)) for at in range(3)] == [1, 1, 1]
        assert store.evidence(desk.ledger[2].claim.key)[0].primary
        await desk.press("u", "u")
        assert [len(store.evidence(desk.ledger[at].claim.key)) for at in range(3)] == [1, 0, 0]
        assert "evidence https://stats.example" in desk.notices[-1]


async def test_an_address_is_opened_only_after_a_yes(opens: Opens, article: Article, monkeypatch: pytest.MonkeyPatch):
    opened: list[str] = []

    class Browser:
        def open(self, address: str) -> bool:
            opened.append(address)
            return True

    monkeypatch.setattr(webbrowser, "get", Browser)
    async with opens(article=article.key) as desk:
        await desk.press("o")
        assert "no address among its evidence" in desk.notices[-1]
        await desk.press("e")
        await desk.type("http://a.example")
        await desk.press("enter", "o")
        assert isinstance(desk.app.screen, ConfirmScreen)
        await desk.press("n")
        assert opened == []
        await desk.press("o", "y")
        assert opened == ["http://a.example"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("https://a.example/x?y=[z]", True),
        ("http://a.example", True),
        ("file:///etc/passwd", False),
        ("--version", False),
        ("https://a.example/\x1b]0;x", False),
        ("https://a.example/ b", False),
        ("Treasury report, 2031", False),
    ],
)
def test_what_a_browser_may_be_given(source: str, expected: bool):
    assert is_address(source) is expected
