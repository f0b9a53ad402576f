"""Every screen at three sizes in every theme, as text: `UPDATE_FRAMES=1 pytest tests/app/test_frames.py` writes them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.pilot import Pilot

from db import Store
from factcheck.app.app import FactcheckApp
from factcheck.app.themes import THEMES
from factcheck.kinds.amount import Amount
from factcheck.kinds.date.value import DateMention, mention
from factcheck.model import Act, Article, Claim, Published, Span, Verb
from tests.app.desk import DAY, gathered, harbour, keep, open_store, plain, plain_claims, ticking
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
    "palette": ("escape", "ctrl+p"),
    "palette-words": tuple("day"),
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
    "timeline-nothing": ("escape", "T"),
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
    "audit-findings": ("7",),
}
"""The screens in the order one comes to them, and the keys from one to the next."""
DIFFER: Mapping[str, tuple[str, ...]] = {
    "desk-nothing": ("slash", *"zz"),
    "queue": ("escape", "m"),
    "resolve": ("enter", "R"),
    "number": ("escape", "7"),
}
"""The same on a desk where two people differ."""
LESS: Sequence[tuple[str, dict[str, Any], dict[str, str]]] = [
    ("sixteen-colours", {"few_colours": True}, {}),
    ("ascii", {"ascii_only": True}, {}),
    ("no-colour", {}, {"NO_COLOR": "1"}),
]
"""Terminals that can do less: a name, what the app is told of them, and their environment."""
PLOTS: Mapping[str, tuple[str, ...]] = {
    "figures": ("j", "enter"),
    "timeline-amounts": ("T", "j", "j"),
    "timeline-dates": ("tab", "j"),
    "audit-many-days": ("escape", "escape", "A", "6"),
    "audit-months": ("m",),
    "audit-open": ("a", "7", "enter", "enter"),
}
"""The same on a desk of many days, with amounts and dates that have values."""
FLEET = Article("Nets in the river [sic]: what the angling club saw", "Four boats, no nets.", Published("2031-04"))


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A desk with two articles, one of them half done; a value stands in both."""
    monkeypatch.setattr("factcheck.checks.findings_of", sum_is_wrong)
    with open_store(tmp_path / "desk.db") as store:
        keep(store, FLEET, [plain(FLEET, "count", "Four boats", "4")])
        verdicts = {1: "verified", 2: "verified", 5: "disputed", 7: "dismissed", 9: "verified", 10: "disputed"}
        keep(store, harbour(), plain_claims(harbour()), verdicts)
        yield store


FIGURES = Article("A quay and its cost", " ".join(f"It said {number} of it." for number in range(100, 124)), None)
TOLD = (
    "2e6",
    "9e5",
    "3.1e6",
    "4e6 8e6",
    "1.2e7",
    "6e6",
    "7.5e6",
    "9e10",
    "5 %",
    "12 %",
    "2031-05-03",
    "2031-05",
    "2029",
)
"""Amounts of euros, one of them far too large, or of the unit they name; and dates."""


@pytest.fixture
def figures(tmp_path: Path) -> Iterator[Store]:
    """A desk on which two people have judged amounts and dates on many days; one date has the wrong weekday."""
    claims = [_figure(number, told) for number, told in enumerate(TOLD)]
    with open_store(tmp_path / "figures.db") as store:
        store.add(FIGURES, claims, actor="ada", at=DAY - timedelta(days=150), raw=b"")
        for number, claim in enumerate(claims[:-3]):
            for back in range(number % 5):
                at = DAY - timedelta(days=number * number + back, minutes=number)
                data = {"verdict": ("verified", "disputed", "dismissed")[number % 3]}
                store.record(Act(at, ("ada", "bo")[back % 2], Verb.JUDGED, FIGURES.draft, claim.key, data))
        wrong = Article("A weekday", "They met on Monday, 5 March 2024.", None)
        day = Claim(wrong.draft, "date", Span(12, 32), wrong.text[12:32], mention("DATE", "2024-03-05"))
        store.add(wrong, [day], actor="ada", at=DAY - timedelta(days=2), raw=b"", findings=1)
        yield store


def _figure(number: int, told: str) -> Claim:
    start = FIGURES.text.index(str(100 + number))
    low, _, more = told.partition(" ")
    value: Amount | DateMention = mention("DATE", told)
    if "-" not in told and told != "2029":
        high = Decimal(low if more in ("", "%") else more)
        value = Amount(Decimal(low), high, "%" if more == "%" else "EUR")
    kind = "date" if isinstance(value, DateMention) else "amount"
    return Claim(FIGURES.draft, kind, Span(start, start + 3), str(100 + number), value)


@pytest.fixture(autouse=True, scope="module")
def styles_read_once() -> Iterator[None]:
    """Reads each style sheet once a theme: by itself every change of the theme reads all of them again."""
    read, kept = Stylesheet._parse_rules, dict[object, list[RuleSet]]()

    def read_once(sheet: Stylesheet, css: str, **told: Any) -> list[RuleSet]:
        key = (frozenset(sheet._variables.items()), css, *told.items())
        if key not in kept:
            kept[key] = read(sheet, css, **told)
        return kept[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", read_once)
        yield


async def settle(pilot: Pilot[None]) -> None:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await gathered(pilot)


async def in_every_theme(app: FactcheckApp, size: tuple[int, int], ways: Mapping[str, tuple[str, ...]]) -> str:
    """What differs from the frames that are kept, or cannot be read, on the screens that these keys lead to."""
    wrong = []
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        for name, keys in ways.items():
            for key in keys:
                await pilot.press(key)
            await settle(pilot)
            app.clear_notifications()  # how long one stays is a matter of the clock
            drawn = {}
            for theme in (app.theme, *sorted(THEMES.keys() - {app.theme})):
                app.theme = theme
                await pilot.pause()
                app.stylesheet.update(app.screen)  # a palette is no child of the app: it is restyled when it is opened
                await pilot.pause()
                drawn[theme] = cells_of(app)
                wrong += [f"{name}, {theme}: {words}\n" for words in faint(read_on(app, drawn[theme]))]
            wrong.append(difference(f"{name}-{size[0]}x{size[1]}", frame(dict(sorted(drawn.items())))))
    return "\n".join(filter(None, wrong))


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_every_screen_in_every_theme(store: Store, size: tuple[int, int]) -> None:
    app = FactcheckApp(store, reviewer="ada", clock=ticking(), article=harbour().key)
    wrong = await in_every_theme(app, size, WAYS)
    assert not wrong, wrong


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_every_screen_where_people_differ(tmp_path: Path, size: tuple[int, int]) -> None:
    with open_store(tmp_path / "desk.db") as store:
        boats = plain(FLEET, "count", "Four boats", "4")
        keep(store, FLEET, [boats])
        for minutes, who, verdict in ((20, "bo", "verified"), (10, "cy", "disputed")):
            data = {"verdict": verdict, "note": "counted in the harbour"}
            store.record(Act(DAY - timedelta(minutes=minutes), who, Verb.JUDGED, FLEET.draft, boats.key, data))
        app = FactcheckApp(store, reviewer="ada", clock=ticking())
        wrong = await in_every_theme(app, size, DIFFER)
        assert not wrong, wrong


@pytest.mark.parametrize("size", [*SIZES, (200, 60)], ids=str)
async def test_every_plot_in_every_theme(figures: Store, size: tuple[int, int]) -> None:
    app = FactcheckApp(figures, reviewer="ada", clock=ticking())
    wrong = await in_every_theme(app, size, PLOTS)
    assert not wrong, wrong


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize(("name", "told", "environment"), LESS, ids=[name for name, _, _ in LESS])
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
    differs = await after_each(app, size, name, {"": ("w",)})
    assert not differs, differs


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize(("name", "told", "environment"), LESS, ids=[name for name, _, _ in LESS])
async def test_plots_with_less(
    figures: Store,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    told: dict[str, Any],
    environment: dict[str, str],
    size: tuple[int, int],
) -> None:
    for variable, value in environment.items():
        monkeypatch.setenv(variable, value)
    app = FactcheckApp(figures, reviewer="ada", clock=ticking(), **told)
    ways = {"-figures": ("j", "enter"), "-timeline": ("T", "j"), "-audit-days": ("escape", "escape", "A", "6")}
    differs = await after_each(app, size, name, ways)
    assert not differs, differs


async def after_each(app: FactcheckApp, size: tuple[int, int], name: str, ways: Mapping[str, tuple[str, ...]]) -> str:
    """What differs from the frames that are kept, of the screens that these keys lead to."""
    differs = ""
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        for kind, keys in ways.items():
            await pilot.press(*keys)
            await settle(pilot)
            differs += difference(f"{name}{kind}-{size[0]}x{size[1]}", frame({name: cells_of(app)}))
    return differs
