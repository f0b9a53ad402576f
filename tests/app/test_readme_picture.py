"""The picture in README is the demo as it looks today."""

from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from factcheck.app.app import FactcheckApp
from factcheck.cli._examples import example
from factcheck.cli._incoming import incoming
from factcheck.config import Config
from factcheck.extract import claims_of
from tests.app.desk import keep, open_store, ticking

ROOT = Path(__file__).parents[2]
PICTURE = "tests/app/__snapshots__/test_readme_picture/test_the_demo_as_readme_shows_it.svg"
DONE = {1: "verified", 2: "verified", 3: "verified", 6: "disputed", 8: "verified"}


def test_the_demo_as_readme_shows_it(tmp_path: Path, snap_compare: Any) -> None:
    async def choose_the_finding(pilot: Pilot[None]) -> None:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("end")
        screen = pilot.app.screen
        screen.chosen = wrong.key  # type: ignore[attr-defined]
        await pilot.pause()

    article = incoming(str(example("wire")), Config()).article
    claims = claims_of(article)
    wrong = next(claim for claim in claims if claim.quote == "38 billion euros")
    with open_store(tmp_path / "desk.db") as store:
        keep(store, article, claims, DONE)
        app = FactcheckApp(store, reviewer="ada", clock=ticking(), article=article.key)
        assert snap_compare(app, terminal_size=(120, 40), run_before=choose_the_finding)


def test_readme_shows_that_picture() -> None:
    assert f"]({PICTURE})" in (ROOT / "README.md").read_text("utf-8")
    assert (ROOT / PICTURE).is_file()
