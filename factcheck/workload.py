"""A reviewer's queue: which articles of a desk wait for them, the most urgent first."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from factcheck.model import ArticleStatus, Assignment, Tally, Verdict
from factcheck.rules import LEAD, SECOND, Rules

_NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Task:
    """An article that waits for somebody, and why. `assigned` is nobody's where everybody may take it.

    `open` counts the claims of the kinds that are theirs; `second` are claims that wait for their verdict.
    """

    status: ArticleStatus
    assigned: tuple[str, ...]
    deadline: datetime | None
    open: int
    contested: int
    second: int
    expired: int

    @property
    def findings(self) -> int:
        return self.status.findings

    def order(self) -> tuple[object, ...]:
        """Sorts the most urgent first: deadline, findings, disputes, second checks, verdicts too old, open claims."""
        counts = (self.findings, self.contested, self.second, self.expired, self.open)
        return (self.deadline is None, self.deadline or _NEVER, *(-count for count in counts), self.status.key)


def in_part(assignments: Iterable[Assignment], reviewer: str) -> frozenset[str]:
    """The articles of which only some kinds of claims are a reviewer's."""
    return frozenset(each.article for each in assignments if each.reviewer == reviewer and each.kinds)


def tasks(
    statuses: Iterable[ArticleStatus],
    assignments: Sequence[Assignment],
    tallies: Iterable[Tally] = (),
    *,
    reviewer: str,
    rules: Rules,
) -> tuple[Task, ...]:
    """What waits for a reviewer, of a desk as it is shown to them; nothing of an article that is done.

    Theirs is what is assigned to them or to nobody; besides, a second checker has what waits for a second person, and
    a lead what is contested. `tallies` are those of the articles that `in_part` names.
    """
    opened: dict[str, Counter[str]] = {}
    for tally in tallies:
        if tally.verdict is Verdict.OPEN:
            opened.setdefault(tally.article, Counter())[tally.kind] += tally.count
    of_article: dict[str, list[Assignment]] = {}
    for assignment in assignments:
        of_article.setdefault(assignment.article, []).append(assignment)
    found = []
    for status in statuses:
        given = of_article.get(status.key, [])
        own = next((each for each in given if each.reviewer == reviewer), None)
        task = _task(status, given, own, opened.get(status.key, {}), reviewer, rules)
        if any((task.open, task.contested, task.second, task.expired)) or (task.findings and (own or not given)):
            found.append(task)
    return tuple(sorted(found, key=Task.order))


def _task(
    status: ArticleStatus,
    given: Sequence[Assignment],
    own: Assignment | None,
    opened: Mapping[str, int],
    reviewer: str,
    rules: Rules,
) -> Task:
    mine = own is not None or not given
    kinds = own.kinds if own else ()
    count = status.counts[Verdict.OPEN]
    if kinds:
        count = sum(opened.get(kind, 0) for kind in set(kinds))
    if rules.second.blind:
        count = max(0, count - status.second)  # what is kept from them looks open
    deadlines = [each.deadline for each in given if each.deadline and (each is own or own is None)]
    return Task(
        status,
        tuple(each.reviewer for each in given),
        min(deadlines, default=None),
        count if mine else 0,
        status.contested if mine or rules.may(reviewer, LEAD) else 0,
        status.second if mine or rules.may(reviewer, SECOND) else 0,
        status.expired if mine else 0,
    )
