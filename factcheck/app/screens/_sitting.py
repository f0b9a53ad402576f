"""One sitting of a reviewer at an article: what was judged, how long it took, what is left."""

from collections.abc import Callable
from datetime import datetime

from factcheck.app.look import Glyphs
from factcheck.app.screens._session import Session
from factcheck.model import Entry, Standing, Totals, Verdict


class Sitting:
    """Begins when it is made; what is judged in the session from then on counts."""

    def __init__(self, session: Session, clock: Callable[[], datetime]) -> None:
        self._session, self._clock = session, clock
        self._before, self._began = session.ledger, clock()

    @property
    def title(self) -> str:
        """The article's."""
        return self._session.article.title

    @property
    def judged(self) -> tuple[Entry, ...]:
        """The claims on which a verdict of the reviewer stands that did not stand before."""
        return tuple(filter(self._is_judged, self._session.ledger))

    def summary(self) -> str:
        """What was done until now, in one or two sentences."""
        ledger, judged = self._session.ledger, self.judged
        verified, disputed = (
            sum(entry.standing.verdict is verdict for entry in judged)
            for verdict in (Verdict.VERIFIED, Verdict.DISPUTED)
        )
        minutes = round((self._clock() - self._began).total_seconds() / 60)
        length = _count(minutes, "minute") if minutes > 0 else "under a minute"
        return (
            f"{_count(len(judged), 'claim')} reviewed in {length}: "
            f"{verified} verified, {disputed} disputed. {ledger.counts[Verdict.OPEN]} of {len(ledger)} left open."
        )

    def _is_judged(self, entry: Entry) -> bool:
        at = self._before.position.get(entry.claim.key)
        former = self._own(self._before[at].standing) if at is not None else None
        own = self._own(entry.standing)
        return own is not None and own != former

    def _own(self, standing: Standing) -> tuple[Verdict, datetime | None] | None:
        """The verdict of the one who sits, and when they gave it; others may judge meanwhile."""
        if standing.by == self._session.reviewer:
            return (standing.verdict, standing.at) if standing.verdict is not Verdict.OPEN else None
        given = standing.own(self._session.reviewer)
        return (given.verdict, given.at) if given else None


class Sittings:
    """The sittings of a reviewer since the app began, one after the other; `told` is what was done at those that ended.

    A sitting in which no claim was judged leaves nothing to tell.
    """

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._open: Sitting | None = None
        self.told: list[str] = []

    def begin(self, session: Session) -> None:
        """Sit down at an article."""
        self._open = Sitting(session, self._clock)

    def end(self) -> str:
        """What was done at the article that is left, in words; empty where nothing was."""
        sitting, self._open = self._open, None
        if sitting is None or not sitting.judged:
            return ""
        self.told.append(f"{sitting.title}: {sitting.summary()}")
        return sitting.summary()


def progress(desk: Totals, glyphs: Glyphs, cells: int) -> str:
    """How far the whole desk is: a bar of `cells` cells, and in words."""
    return f"{bar(desk.claims - desk.open, desk.claims, glyphs, cells)} {in_words(desk)}"


def in_words(desk: Totals) -> str:
    """How far the whole desk is, in words."""
    total, done = desk.claims, desk.claims - desk.open
    share = done * 100 // total if total else 100
    return f"{done:,} of {total:,} claims done ({share}%), {_count(desk.articles, 'article')}"


def bar(done: int, total: int, glyphs: Glyphs, cells: int) -> str:
    """A share of a whole in `cells` cells; full only when nothing is left."""
    filled = cells if done >= total else min(done * cells // total, cells - 1)
    return glyphs.done * filled + glyphs.left * (cells - filled)


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
