"""Which articles the desk's screen lists and in which order: all of them by key, and lines of those that are seen."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from db import Store
from factcheck.app.look import Glyphs
from factcheck.app.screens._queue_words import wants
from factcheck.model import ArticleStatus, Order, Totals, Verdict
from factcheck.rules import Rules
from factcheck.workload import in_part, tasks

NEAR, AROUND = 60, 100
"""How many lines around the chosen article are there before it is seen, and how many are read beyond those."""
_NO_LINES: Mapping[str, ArticleStatus] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class DeskPlace:
    """Where somebody is on the desk: at which article, among those with which words, in which order.

    `queued` says whether only what waits for them is listed; None until that is known.
    """

    chosen: str = ""
    words: str = ""
    order: Order = Order.LAST_ACT
    queued: bool | None = None


class Listing:
    """What a reviewer is shown of the articles of a desk."""

    def __init__(
        self, store: Store, reviewer: str, rules: Rules, clock: Callable[[], datetime], glyphs: Glyphs
    ) -> None:
        self._store, self._reviewer, self._rules, self._clock, self._glyphs = store, reviewer, rules, clock, glyphs
        self.keys: tuple[str, ...] = ()
        self.totals = Totals(0, 0, 0)
        self.queued = False
        self.wants: Mapping[str, str] | None = None
        """What each article waits for, where only those are listed that wait."""
        self.lines: Mapping[str, ArticleStatus] = _NO_LINES
        self._said: Mapping[str, str] | None = None

    @property
    def orders(self) -> tuple[Order, ...]:
        """The orders that tell this reviewer nothing that is kept from them."""
        keeps = self._store.keeps(self._viewer)
        return tuple(order for order in Order if not (keeps and order.tells))

    @property
    def _viewer(self) -> str | None:
        return self._reviewer if self.queued else self._rules.viewer(self._reviewer)

    def read(self, order: Order, *, queued: bool | None) -> None:
        """Read anew what is listed; the queue where anything is assigned to the reviewer and `queued` is not known."""
        assigned = self._store.assignments()
        self.queued = any(each.reviewer == self._reviewer for each in assigned) if queued is None else queued
        self._said, self.wants, self.lines = None, None, _NO_LINES
        if not self.queued:
            self.keys, self.totals = self._store.ordered(order), self._store.totals(viewer=self._viewer)
            return
        statuses = self._store.waiting(viewer=self._reviewer)
        tallies = self._store.tallies(in_part(assigned, self._reviewer), viewer=self._reviewer)
        found = tasks(statuses, assigned, tallies, reviewer=self._reviewer, rules=self._rules)
        self.keys = tuple(task.status.key for task in found)
        self.lines = {task.status.key: task.status for task in found}
        self.wants = {task.status.key: wants(task, self._clock(), self._glyphs) for task in found}
        left = sum(task.status.counts[Verdict.OPEN] for task in found)
        self.totals = Totals(len(found), sum(task.status.total for task in found), left)

    def narrowed(self, words: Sequence[str]) -> tuple[str, ...]:
        """Of all that is listed the articles that have these words."""
        if not words:
            return self.keys
        if self._said is None:
            self._said = {each.key: each.said for each in self._store.listed()}
        said = self._said
        return tuple(key for key in self.keys if all(word in said.get(key, "") for word in words))

    def see(self, order: Sequence[str], first: int, end: int) -> bool:
        """Read the lines of the articles at these places, where one is missing; whether `lines` are others now."""
        if all(key in self.lines for key in order[first:end]):
            return False
        around = order[max(0, first - AROUND) : end + AROUND]
        self.lines = {status.key: status for status in self._store.lines(around, viewer=self._viewer)}
        return True
