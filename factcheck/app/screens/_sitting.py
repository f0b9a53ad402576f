"""One sitting of a reviewer at an article: what was judged, how long it took, what is left."""

from collections.abc import Callable
from datetime import datetime

from factcheck.app.look import Glyphs
from factcheck.app.screens._session import Session
from factcheck.model import Entry, Totals, Verdict


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
        """The claims on which a verdict stands that did not stand before."""
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
        if entry.standing.verdict is Verdict.OPEN:
            return False
        at = self._before.position.get(entry.claim.key)
        former = self._before[at].standing if at is not None else None
        return former is None or (former.verdict, former.at) != (entry.standing.verdict, entry.standing.at)


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
