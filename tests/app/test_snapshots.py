"""How the app looks, at the sizes it is used at: a picture each, compared cell by cell."""

from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from db import Store
from factcheck.app.app import FactcheckApp
from factcheck.app.themes import DEFAULT, THEMES
from factcheck.model import Article, Claim, Finding, Published, Severity
from tests.app.desk import gathered, harbour, keep, open_store, plain_claims, ticking

SIZES = [(80, 24), (120, 40), (200, 60), (60, 20)]


def sum_is_wrong(article: Article, claims: tuple[Claim, ...]) -> tuple[Finding, ...]:
    """A finding about the example article, whatever the checks of the project say of it."""
    accused = next(claim.key for claim in claims if claim.quote == "104 million euros")
    lines = ("51 + 2.4 + 4 items = 101.6 million euros", "the text says 104 million euros")
    return (Finding("sums", Severity.WARNING, (accused,), "the six items add up to 101.6 million euros", lines),)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A desk with three articles, one of them half done."""
    monkeypatch.setattr("factcheck.checks.findings_of", sum_is_wrong)
    with open_store(tmp_path / "desk.db") as store:
        nets = Article(
            "Nets in the river [sic]: what the angling club saw on a long Sunday in late October",
            "Nets.",
            Published("2031-04"),
        )
        keep(store, nets, ())
        keep(store, Article("", "Boats.", None), ())
        done = {
            1: "verified",
            2: "verified",
            3: "verified",
            5: "disputed",
            7: "dismissed",
            9: "verified",
            10: "disputed",
        }
        keep(store, harbour(), plain_claims(harbour()), done)
        store.set_findings(harbour().key, 1)
        yield store


def pressing(*keys: str) -> Callable[[Pilot[None]], Any]:
    """What a reviewer does before the picture is taken."""

    async def press(pilot: Pilot[None]) -> None:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await gathered(pilot)

    return press


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_review(snap_compare: Callable[..., bool], store: Store, size: tuple[int, int]):
    app = FactcheckApp(store, reviewer="ada", clock=ticking(), article=harbour().key)
    assert snap_compare(app, terminal_size=size, run_before=pressing("w"))


@pytest.mark.parametrize("size", [(60, 20), (120, 40)], ids=str)
def test_desk(snap_compare: Callable[..., bool], store: Store, size: tuple[int, int]):
    app = FactcheckApp(store, reviewer="ada", clock=ticking())
    assert snap_compare(app, terminal_size=size, run_before=pressing())


@pytest.mark.parametrize(
    "keys",
    [
        ("g",),
        ("e", *"Report3", "tab", *"p4"),
        ("question_mark",),
        ("c", *"Table3"),
        ("slash", *"euros", "enter", "v"),
        ("f",),
        ("p", *"14May2031"),
        ("ctrl+p",),
    ],
    ids=["findings", "evidence", "help", "note", "filter", "facet", "published", "palette"],
)
def test_on_the_review(snap_compare: Callable[..., bool], store: Store, keys: tuple[str, ...]):
    app = FactcheckApp(store, reviewer="ada", clock=ticking(), article=harbour().key)
    assert snap_compare(app, terminal_size=(80, 24), run_before=pressing(*keys))


def test_an_empty_desk_says_what_to_do(snap_compare: Callable[..., bool], tmp_path: Path):
    with open_store(tmp_path / "empty.db") as empty:
        app = FactcheckApp(empty, reviewer="ada", clock=ticking())
        assert snap_compare(app, terminal_size=(80, 24), run_before=pressing())


@pytest.mark.parametrize(("theme", "size"), product(sorted(THEMES.keys() - {DEFAULT}), SIZES[:2]), ids=str)
def test_theme(snap_compare: Callable[..., bool], store: Store, theme: str, size: tuple[int, int]):
    app = FactcheckApp(store, reviewer="ada", clock=ticking(), article=harbour().key, theme=theme)
    assert snap_compare(app, terminal_size=size, run_before=pressing("w"))


@pytest.mark.parametrize("size", SIZES[:2], ids=str)
def test_ascii(snap_compare: Callable[..., bool], store: Store, size: tuple[int, int]):
    app = FactcheckApp(store, reviewer="ada", clock=ticking(), article=harbour().key, ascii_only=True)
    assert snap_compare(app, terminal_size=size, run_before=pressing("w"))


def test_no_colour(snap_compare: Callable[..., bool], store: Store, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("NO_COLOR", "1")
    app = FactcheckApp(store, reviewer="ada", clock=ticking(), article=harbour().key)
    assert snap_compare(app, terminal_size=(80, 24), run_before=pressing("w"))


def test_sixteen_colours(snap_compare: Callable[..., bool], store: Store):
    app = FactcheckApp(store, reviewer="ada", clock=ticking(), article=harbour().key, few_colours=True)
    assert snap_compare(app, terminal_size=(120, 40), run_before=pressing("w"))
