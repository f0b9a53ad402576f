"""A desk as whoever audits it asks about it; every answer comes from projections or a page of a list."""

from collections.abc import Callable
from datetime import datetime

from db import audit, audit_claims, audit_counts
from db.desk import Desk
from db.sight import Sight
from factcheck.figures import (
    Answers,
    ArticlePage,
    Asked,
    Breakdown,
    By,
    ClaimPage,
    Pace,
    Pair,
    Place,
    Unit,
)
from factcheck.model import Day
from factcheck.terms import Terms

PAGE = 60
"""How many lines a page of a list has."""


class Audited(Desk):
    """What is asked for with a `viewer` leaves out what the rule of the second check keeps from that reviewer."""

    terms: Terms
    _clock: Callable[[], datetime]

    def _sight(self, viewer: str | None) -> Sight:
        return Sight(self.terms, self._clock(), viewer)

    def keeps(self, viewer: str | None) -> bool:
        """Whether the rule of the second check keeps anything from a viewer."""
        return self._sight(viewer).keeps

    def breakdown(self, by: By, asked: Asked, *, viewer: str | None = None) -> tuple[Breakdown, ...]:
        """How many claims of the newest drafts stand where, by one thing."""
        with self.reading() as connection:
            return audit_counts.breakdown(connection, by, asked, self._sight(viewer))

    def article_page(
        self, asked: Asked, after: Place | None = None, limit: int = PAGE, *, viewer: str | None = None
    ) -> ArticlePage:
        """Articles, disputes first, after the place where a page ended."""
        with self.reading() as connection:
            return audit.articles(connection, asked, self._sight(viewer), after, limit)

    def claim_page(
        self, asked: Asked, after: Place | None = None, limit: int = PAGE, *, viewer: str | None = None
    ) -> ClaimPage:
        """Claims, disputes first, after the place where a page ended."""
        with self.reading() as connection:
            return audit_claims.claims(connection, asked, self._sight(viewer), after, limit)

    def days(self, asked: Asked, *, viewer: str | None = None) -> tuple[Day, ...]:
        """What each reviewer did on each day, newest day first."""
        with self.reading() as connection:
            return audit.days(connection, asked, self._sight(viewer))

    def paces(self, by: By, asked: Asked, *, viewer: str | None = None) -> tuple[Pace, ...]:
        """How long verdicts took, by reviewer or by day."""
        with self.reading() as connection:
            return audit.paces(connection, by, asked, self._sight(viewer))

    def answers_by_check(self, asked: Asked, *, viewer: str | None = None) -> tuple[Answers, ...]:
        """How often the findings of each check were confirmed and explained."""
        with self.reading() as connection:
            return audit.answers(connection, asked, self._sight(viewer))

    def flagged(self) -> tuple[int, int]:
        """How many articles have findings that nobody has answered, and how many such findings there are."""
        with self.reading() as connection:
            return audit.flagged(connection)

    def pairs(self, asked: Asked) -> tuple[Pair, ...]:
        """What each two reviewers said of the same claims."""
        with self.reading() as connection:
            return audit.pairs(connection, asked)

    def units(self, asked: Asked) -> tuple[Unit, ...]:
        """Which verdicts claims got that several people judged."""
        with self.reading() as connection:
            return audit.units(connection, asked)
