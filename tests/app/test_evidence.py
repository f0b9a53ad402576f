"""What claims are held against: taken down, attached again, opened only after a question, and taken back."""

import webbrowser
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from textual.widgets import Input, Static

from db import Store
from factcheck.app import opening
from factcheck.app.screens._sources import is_address
from factcheck.app.screens.confirm import ConfirmScreen
from factcheck.app.screens.evidence import EvidenceScreen, offered
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
        assert "attached to claim 1 already" in desk.notices[-1]
        await desk.press("j", "full_stop")
        assert "Attached to claim 2: https://stats.example" in desk.notices[-1]
        await desk.press("j", "e")
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
        assert "no address and no file" in desk.notices[-1]
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


async def test_a_file_is_kept_under_its_hash_and_a_copy_of_it_is_viewed(
    opens: Opens, store: Store, article: Article, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    content = b"%PDF-1.7 the minutes"
    (tmp_path / "minutes of may.pdf").write_bytes(content)
    (tmp_path / "large.bin").write_bytes(bytes(200))
    opener = tmp_path / "opener"
    viewed: list[list[str]] = []
    monkeypatch.setattr(opening, "which", lambda name: str(opener))
    monkeypatch.setattr(opening, "Popen", lambda args, **told: viewed.append(args))
    async with opens(article=article.key, file_limit=100) as desk:
        await desk.press("O")
        assert "no file among its evidence" in desk.notices[-1]
        await desk.press("e", *["tab"] * 4)
        file, wrong = desk.app.screen.query_one("#file", Input), desk.app.screen.query_one("#wrong", Static)
        for name, why in (("gone.pdf", "There is no file"), ("large.bin", "100 may be attached")):
            file.value = str(tmp_path / name)
            await desk.press("enter")
            assert why in str(wrong.render())
        file.value = str(tmp_path / "minu")
        await desk.press("end", "right", "enter")
        (held,) = store.evidence(desk.ledger[0].claim.key)
        assert (held.source, held.file, held.medium) == ("minutes of may.pdf", "minutes of may.pdf", Medium.DOCUMENT)
        assert held.sha256 == sha256(content).hexdigest()
        await desk.press("o", "y")
        ((command, copy),) = viewed
        assert command == str(opener)
        assert Path(copy).read_bytes() == content
        assert (Path(copy).suffix, Path(copy).stat().st_mode & 0o777) == (".pdf", 0o400)
        await desk.press("j", "full_stop", "O", "y")
        assert viewed[1] == viewed[0]


def test_what_could_run_is_copied_and_never_opened(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(opening, "which", lambda name: "/bin/true")
    monkeypatch.setattr(opening, "Popen", lambda *args, **told: pytest.fail("something was run"))
    for name in ("x.sh", "x.desktop", "x.html", "../x.PDF.exe", "x"):
        path = opening.copied([b"#!/bin/sh"], sha256(name.encode()).hexdigest(), name)
        assert path.suffix == ".copy"
        assert not opening.view(path)


def test_earlier_sources_that_have_the_words_are_offered_then_those_of_the_same_host():
    recent = ("https://www.stats.example/3", "Mayor's office", "https://port.example/x", "https://stats.example/1")
    assert offered("", recent) == ()
    assert offered("STATS", recent) == (recent[0], recent[3])
    assert offered("https://stats.example/9", recent) == (recent[0], recent[3])
    assert offered("https://stats.example/1", recent) == (recent[0],)
    assert offered("office", recent) == (recent[1],)
    assert offered(recent[1], recent) == ()


async def test_an_earlier_source_is_taken_from_the_list(opens: Opens, article: Article):
    async with opens(article=article.key) as desk:
        for source in ("https://stats.example/1", "https://stats.example/2"):
            await desk.press("e")
            await desk.type(source)
            await desk.press("enter", "j")
        await desk.press("e", *"stat", "ctrl+n", "ctrl+n")
        assert desk.app.screen.query_one("#source", Input).value == "https://stats.example/1"
