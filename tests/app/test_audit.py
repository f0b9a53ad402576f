"""The audit screen, as it is gone through with keys and mouse; and a desk that is open to read only."""

import os
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from db import Store
from factcheck.app.app import WRITING, FactcheckApp
from factcheck.app.screens._audit_views import TABS, View, share
from factcheck.app.screens.audit import AuditScreen
from factcheck.app.screens.desk import DeskScreen
from factcheck.app.screens.history import HistoryScreen
from factcheck.app.screens.review import ReviewScreen
from factcheck.app.widgets.chips import Chips
from factcheck.app.widgets.details import Details
from factcheck.app.widgets.figure_list import FigureList
from factcheck.app.widgets.plot import Plot
from factcheck.app.widgets.tabs import Tabs
from factcheck.checks import findings_of
from factcheck.extract import claims_of
from factcheck.figures import Asked
from factcheck.model import Act, Answer, Answered, Article, Published, Verb
from factcheck.rules import Rules
from factcheck.terms import Ask, Second
from tests.app.conftest import Desk, Opens
from tests.app.desk import DAY, dump, harbour, keep, load, plain, plain_claims, ticking
from tests.app.test_snapshots import pressing

QUAY = Article("Quays [/b]\x1b]0;x\x07 in spring", "The quay cost nine million euros.", None, "agency")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Two articles; ada and bo have judged some claims of one, and differ about the second of them."""
    with Store(tmp_path / "desk.db", dump, load) as store:
        keep(store, QUAY, [plain(QUAY, "money", "nine million euros", "9 M €")])
        keep(store, harbour(), plain_claims(harbour()), {1: "verified", 2: "verified", 4: "disputed", 9: "dismissed"})
        claims = plain_claims(harbour())
        for number, verdict in ((1, "verified"), (2, "disputed")):
            data = {"verdict": verdict, "note": "see [/b] the \x1b[31mregister"}
            at = DAY - timedelta(days=2, minutes=number)
            store.record(Act(at, "bo", Verb.JUDGED, claims[0].draft, claims[number - 1].key, data))
        data = {**Answer("f1", Answered.EXPLAINED, "rounded").data(), "check": "sum"}
        store.record(Act(DAY, "bo", Verb.FINDING_ANSWERED, claims[0].draft, claims[0].key, data))
        yield store


def audit_of(desk: Desk) -> AuditScreen:
    assert isinstance(desk.app.screen, AuditScreen)
    return desk.app.screen


def names(desk: Desk) -> list[str]:
    return [figure.name for figure in audit_of(desk).query_one(FigureList).figures]


def drawn(desk: Desk) -> str:
    """All that the list draws."""
    shown = audit_of(desk).query_one(FigureList)
    return "\n".join(shown.render_line(y).text for y in range(shown.view_height))


async def test_from_the_desk_to_a_claim_and_its_article_and_back(opens: Opens, store: Store) -> None:
    async with opens() as desk:
        await desk.press("A")
        assert names(desk)[0] == "! contested"
        await desk.press("enter")
        assert names(desk) == ["! 34 percent more"]
        await desk.press("enter")
        assert isinstance(desk.app.screen, HistoryScreen)
        details = "\n".join(strip.text for strip in desk.app.screen.query_one(Details).strips)
        assert "bo" in details
        assert "ada" in details
        assert "\x1b" not in details
        await desk.press("enter")
        await desk.settle()
        assert isinstance(desk.app.screen, ReviewScreen)
        assert desk.review.entry is not None
        assert desk.review.entry.claim.quote == "34 percent more"
        await desk.press("escape")
        await desk.settle()
        assert names(desk) == ["! 34 percent more"]  # where it was left
        await desk.press("escape")
        assert names(desk)[0] == "! contested"
        await desk.press("escape")
        assert isinstance(desk.app.screen, DeskScreen)


async def test_from_the_review_and_back_to_it(opens: Opens, store: Store) -> None:
    async with opens(article=harbour().key) as desk:
        await desk.press("A", "2")
        assert names(desk) == [harbour().title, QUAY.title]
        await desk.press("escape")
        assert isinstance(desk.app.screen, ReviewScreen)
        await desk.press("A", "j", "o")
        await desk.settle()
        assert desk.review.article is not None
        assert desk.review.article.key == QUAY.key
        assert [type(screen) for screen in desk.app.screen_stack[1:]] == [ReviewScreen]


async def test_every_view_by_key_and_by_mouse(opens: Opens, store: Store) -> None:
    async with opens(size=(80, 24)) as desk:
        await desk.press("A")
        for place, view in enumerate(TABS, 1):
            await desk.press(str(place))
            assert audit_of(desk).place.view is view
            assert names(desk)
            assert "\x1b" not in drawn(desk)
        await desk.press("tab")
        assert audit_of(desk).place.view is View.STATUS
        await desk.press("shift+tab")
        assert audit_of(desk).place.view is View.AGREEMENT
        x = audit_of(desk).query_one(Tabs).render().plain.index("Articles") + 2
        await desk.pilot.click(Tabs, offset=(x, 0))
        await desk.settle()
        assert audit_of(desk).place.view is View.ARTICLES
        await desk.pilot.click(FigureList, offset=(5, 2))
        await desk.settle()
        assert audit_of(desk).place.chosen == 1
        await desk.pilot.click(FigureList, offset=(5, 2))
        await desk.settle()
        assert names(desk) == ["◌ nine million euros"]


async def test_figures_of_people_checks_and_agreement(opens: Opens, store: Store) -> None:
    async with opens(size=(120, 40)) as desk:
        await desk.press("A", "4")
        assert names(desk) == ["ada", "bo", "(nobody yet)"] or names(desk) == ["bo", "ada", "(nobody yet)"]
        assert "100%" in drawn(desk)
        await desk.press("7")
        assert drawn(desk).splitlines()[1].split()[-2:] == ["1", "100%"]
        await desk.press("8")
        assert names(desk) == ["ada and bo", "all (Krippendorff's alpha)"]
        assert "50%" in drawn(desk)
        await desk.press("6")
        assert names(desk) == ["2031-05-14", "2031-05-12"]


async def test_time_and_words_narrow_and_chips_take_them_away(opens: Opens, store: Store) -> None:
    async with opens(size=(120, 40)) as desk:
        await desk.press("A", "2", "slash")
        await desk.type("agency")
        await desk.press("enter")
        assert names(desk) == [QUAY.title]
        await desk.press("F")
        assert len(names(desk)) == 2
        await desk.press("m")
        assert audit_of(desk).place.asked.since == "2031-02-12"
        await desk.press("d")
        assert audit_of(desk).place.asked.since == "2031-05-14"
        await desk.press("w", "1")
        assert "2031-05-08" in audit_of(desk).query_one(Chips).labels[0]
        await desk.pilot.click(Chips, offset=(3, 0))
        await desk.settle()
        assert audit_of(desk).place.asked == Asked()
        await desk.press("slash")
        await desk.type("zzz")
        await desk.press("escape", "a")
        assert audit_of(desk).place.asked.words == ("zzz",)
        assert "0" in drawn(desk)


async def test_a_long_list_is_read_as_one_goes_down(
    opens: Opens, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(150):
        keep(store, Article(f"Notice {number}", f"Notice {number} of none."), ())
    async with opens(size=(80, 24)) as desk:
        await desk.press("A", "2")
        first = len(names(desk))
        assert first < 152
        for _ in range(8):
            await desk.press("end")
            await desk.pilot.pause(0.05)
        assert len(names(desk)) == 152


async def test_a_checker_is_not_told_what_the_second_check_keeps(opens: Opens, store: Store) -> None:
    rules = Rules(second=Second(Ask.ALL), roles={"lea": ("lead",)})
    store.terms = rules.terms
    async with opens(reviewer="cy", rules=rules) as desk:
        await desk.press("A", "4")
        told = drawn(desk)
        await desk.press("6")
        assert names(desk) == []
        assert "as cy may see it" in str(audit_of(desk).query_one("#head").render())
    async with opens(reviewer="lea", rules=rules) as desk:
        await desk.press("A", "4")
        assert drawn(desk) != told


WRONG = Article(
    "Sums [/b] \x1b]0;x\x07", "The council met on Monday, 5 March 2024 in the hall.", Published("2024-03-08")
)


async def test_from_the_findings_to_those_that_nobody_answered_and_to_the_article_there(
    opens: Opens, store: Store
) -> None:
    claims = tuple(claims_of(WRONG))
    findings = findings_of(WRONG, claims)
    assert len(findings) == 1
    store.add(WRONG, claims, actor="ada", at=DAY, raw=b"", findings=1)
    async with opens() as desk:
        await desk.press("A", "7")
        assert names(desk) == ["⚑ 1 not answered, in an article", "sum"]
        await desk.press("enter")
        assert names(desk) == [WRONG.title]
        await desk.press("enter")
        assert audit_of(desk).place.view is View.OPEN
        assert names(desk) == [f"⚑ {findings[0].message}"]
        await desk.press("escape", "escape")
        assert audit_of(desk).place.view is View.FINDINGS
        await desk.press("enter", "enter", "enter")
        await desk.settle()
        assert desk.review.entry is not None
        assert desk.review.entry.claim.key == findings[0].claims[0]


async def test_an_answered_finding_is_open_no_more(opens: Opens, store: Store) -> None:
    claims = tuple(claims_of(WRONG))
    (finding,) = findings_of(WRONG, claims)
    store.add(WRONG, claims, actor="ada", at=DAY, raw=b"", findings=1)
    data = Answer(finding.key, Answered.EXPLAINED, "as the agency says").data()
    store.record(Act(DAY, "bo", Verb.FINDING_ANSWERED, WRONG.draft, finding.claims[0], data))
    async with opens() as desk:
        await desk.press("A", "7", "enter", "enter")
        assert names(desk) == []
        assert "Nothing here" in str(audit_of(desk).query_one("#note").render())
        store.set_findings(WRONG.key, 0)
        await desk.press("7")
        assert names(desk) == ["(check not recorded)", "sum"]


async def test_days_are_plotted_where_there_are_verdicts_and_two_ways_where_there_is_room(
    opens: Opens, store: Store
) -> None:
    async with opens((80, 24)) as desk:
        await desk.press("A")
        assert not audit_of(desk).query_one("#plots").display
        await desk.press("6")
        plots = [plot for plot in audit_of(desk).query(Plot) if plot.is_on_screen]
        seen = ["\n".join(plot.render_line(y).text for y in range(plot.size.height)) for plot in plots]
        assert [told.split(",")[0].strip() for told in seen] == ["verdicts", "mean time"]
        assert all("⣿" in told and "\x1b" not in told for told in seen)
        await desk.press("slash", *"zz", "enter", "1")
        assert not audit_of(desk).query_one("#plots").display
    async with opens((60, 20)) as desk:
        await desk.press("A", "6")
        assert [plot.id for plot in audit_of(desk).query(Plot) if plot.is_on_screen] == ["first"]


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=str)
@pytest.mark.parametrize(
    "keys",
    [("A",), ("A", "2"), ("A", "6"), ("A", "7"), ("A", "enter", "enter")],
    ids=["status", "articles", "days", "findings", "history"],
)
def test_how_it_looks(
    snap_compare: Callable[..., bool], store: Store, keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    app = FactcheckApp(store, reviewer="ada", clock=ticking())
    assert snap_compare(app, terminal_size=size, run_before=pressing(*keys))


def listing(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


async def test_a_desk_open_to_read_only_says_so_at_every_key_and_is_not_written(
    opens: Opens, store: Store, tmp_path: Path
) -> None:
    folder = tmp_path / "shelf"
    folder.mkdir()
    store.backup(folder / "desk.db")
    before = listing(folder)
    os.chmod(folder, 0o555)
    try:
        with Store(folder / "desk.db", dump, load, readonly=True) as read:
            app = FactcheckApp(read, reviewer="ada", clock=ticking(), article=harbour().key)
            async with app.run_test(size=(120, 40), notifications=True) as pilot:
                desk = Desk(app, pilot)
                await desk.settle()
                for key in ("v", "d", "x", "u", "c", "e", "full_stop", "a", "equals_sign", "p", "r", "R", "D"):
                    await desk.press(key)
                    assert "read only" in desk.notices[-1], key
                    assert isinstance(desk.app.screen, ReviewScreen), key
                    app.clear_notifications()
                await desk.press("space", "J", "v")
                assert "read only" in desk.notices[-1]
                await desk.press("Z")
                await desk.press(
                    "escape", "g", "escape", "C", "escape", "L", "escape", "A", "2", "enter", "enter", "escape"
                )
                assert desk.verdicts[1] == "verified"
                assert listing(folder) == before
        assert listing(folder) == before
    finally:
        os.chmod(folder, 0o755)


def test_what_is_refused_on_a_desk_to_read_are_actions_that_there_are() -> None:
    assert all(hasattr(ReviewScreen, f"action_{name}") for name in WRITING)


def test_a_share_is_never_rounded_to_none_or_all() -> None:
    assert [share(*of) for of in ((0, 9), (1, 1000), (999, 1000), (9, 9), (0, 0))] == ["0%", "<1%", "99%", "100%", ""]
