"""The app on a desk of its own, for tests that press its keys."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from db import Store
from factcheck.app.app import FactcheckApp
from factcheck.app.screens.review import ReviewScreen
from factcheck.model import Article, Entry, Ledger, Verdict
from tests.app.desk import harbour, keep, open_store, plain_claims, ticking


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "desk.db") as store:
        yield store


@pytest.fixture
def article(store: Store) -> Article:
    """The example article on the desk, with seventeen claims and no verdict."""
    keep(store, harbour(), plain_claims(harbour()))
    return harbour()


class Desk:
    """What a test asks of the app that is open."""

    def __init__(self, app: FactcheckApp, pilot: Pilot[None]) -> None:
        self.app, self.pilot = app, pilot

    @property
    def review(self) -> ReviewScreen:
        """The review screen, also under a question."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, ReviewScreen))

    @property
    def ledger(self) -> Ledger:
        return self.review.ledger

    @property
    def number(self) -> int:
        """The number of the chosen claim."""
        entry = self.review.entry
        return entry.number if entry else 0

    @property
    def verdicts(self) -> dict[int, Verdict]:
        """The verdicts that are shown, by claim number; without the open ones."""
        return {
            entry.number: entry.standing.verdict for entry in self.ledger if entry.standing.verdict is not Verdict.OPEN
        }

    @property
    def notices(self) -> list[str]:
        return [notice.message for notice in self.app._notifications]

    def find(self, quote: str) -> Entry:
        return next(entry for entry in self.ledger if entry.claim.quote == quote)

    async def press(self, *keys: str) -> None:
        """Press keys one after another and wait until all that they began is done."""
        for key in keys:
            await self.pilot.press(key)
        await self.settle()

    async def type(self, text: str) -> None:
        await self.press(*("space" if letter == " " else letter for letter in text))

    async def settle(self) -> None:
        await self.pilot.pause()
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()


Opens = Callable[..., AbstractAsyncContextManager[Desk]]


@pytest.fixture
def opens(store: Store) -> Opens:
    """Opens the app on the test's desk."""

    @asynccontextmanager
    async def opened(size: tuple[int, int] = (120, 40), **told: Any) -> AsyncIterator[Desk]:
        app = FactcheckApp(store, **{"reviewer": "ada", "clock": ticking(), **told})
        async with app.run_test(size=size, notifications=True) as pilot:
            desk = Desk(app, pilot)
            await desk.settle()
            yield desk

    return opened
