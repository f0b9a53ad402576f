"""Every screen at three sizes in every theme, as text: `UPDATE_FRAMES=1 pytest tests/app/test_frames.py` writes them."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from db import Store
from factcheck.app.app import FactcheckApp
from factcheck.app.screens import _review_view
from factcheck.app.themes import THEMES
from factcheck.model import Article, Published
from tests.app.desk import harbour, keep, open_store, plain, plain_claims, ticking
from tests.app.frames import cells_of, difference, faint, frame, read_on
from tests.app.test_snapshots import sum_is_wrong

SIZES = [(60, 20), (80, 24), (120, 40)]
WAYS: Mapping[str, tuple[str, ...]] = {
    "review": ("w",),
    "details": ("enter",),
    "findings": ("enter", "g"),
    "reason": ("e",),
    "gaps": ("escape", "escape", "C"),
    "help": ("escape", "question_mark"),
    "note": ("escape", "c", *"n"),
    "evidence": ("escape", "e", *"http://a"),
    "confirm": ("enter", "o"),
    "choice": ("escape", "f", "j", "space"),
    "chips": ("escape", "slash", *"eu", "enter"),
    "words": ("escape", "slash", *"bo"),
    "correct": ("enter", "equals_sign", "t", *"5m"),
    "same": ("escape", "asterisk"),
    "find": ("escape", "ctrl+f", *"s"),
    "published": ("escape", "p", *"2044"),
    "sign-off": ("escape", "Z"),
    "rules": ("escape", "L"),
    "recheck": ("escape", "D"),
    "timeline": ("escape", "T"),
    "desk": ("escape", "escape", "escape"),
    "desk-words": ("slash", *"n"),
    "audit": ("escape", "escape", "A"),
    "audit-articles": ("2", "m"),
    "audit-claims": ("enter",),
    "history": ("enter",),
    "audit-words": ("escape", "escape", "slash", *"net"),
    "audit-people": ("escape", "F", "F", "4"),
    "audit-age": ("5",),
    "audit-days": ("6",),
}
"""The screens in the order one comes to them, and the keys from one to the next."""
FLEET = Article("Nets in the river [sic]: what the angling club saw", "Four boats, no nets.", Published("2031-04"))


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A desk with two articles, one of them half done; a value stands in both."""
    monkeypatch.setattr(_review_view, "findings_of", sum_is_wrong)
    with open_store(tmp_path / "desk.db") as store:
        keep(store, FLEET, [plain(FLEET, "count", "Four boats", "4")])
        verdicts = {1: "verified", 2: "verified", 5: "disputed", 7: "dismissed", 9: "verified", 10: "disputed"}
        keep(store, harbour(), plain_claims(harbour()), verdicts)
        yield store


async def settle(pilot: Pilot[None]) -> None:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_every_screen_in_every_theme(store: Store, size: tuple[int, int]) -> None:
    wrong = []
    app = FactcheckApp(store, reviewer="ada", clock=ticking(), article=harbour().key)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        for name, keys in WAYS.items():
            for key in keys:
                await pilot.press(key)
            await settle(pilot)
            drawn = {}
            for theme in (app.theme, *sorted(THEMES.keys() - {app.theme})):
                app.theme = theme
                await pilot.pause()
                drawn[theme] = cells_of(app)
                wrong += [f"{name}, {theme}: {words}\n" for words in faint(read_on(app, drawn[theme]))]
            wrong.append(difference(f"{name}-{size[0]}x{size[1]}", frame(dict(sorted(drawn.items())))))
    assert not any(wrong), "\n".join(filter(None, wrong))


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize(
    ("name", "told", "environment"),
    [
        ("sixteen-colours", {"few_colours": True}, {}),
        ("ascii", {"ascii_only": True}, {}),
        ("no-colour", {}, {"NO_COLOR": "1"}),
    ],
    ids=["sixteen-colours", "ascii", "no-colour"],
)
async def test_the_review_with_less(
    store: Store,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    told: dict[str, Any],
    environment: dict[str, str],
    size: tuple[int, int],
) -> None:
    for variable, value in environment.items():
        monkeypatch.setenv(variable, value)
    app = FactcheckApp(store, reviewer="ada", clock=ticking(), article=harbour().key, **told)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("w")
        await settle(pilot)
        now = frame({name: cells_of(app)})
    assert not (differs := difference(f"{name}-{size[0]}x{size[1]}", now)), differs
