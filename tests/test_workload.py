"""A reviewer's queue: what is theirs, and what comes first."""

from datetime import UTC, datetime

from factcheck.model import ArticleStatus, Assignment, Tally, Verdict
from factcheck.rules import Rules
from factcheck.terms import Ask, Second
from factcheck.workload import Task, tasks

SOON, LATER = datetime(2026, 3, 2, tzinfo=UTC), datetime(2026, 3, 9, tzinfo=UTC)


def status(key: str, open: int = 1, contested: int = 0, findings: int = 0, second: int = 0, expired: int = 0):  # type: ignore[no-untyped-def]
    counts = {**dict.fromkeys(Verdict, 0), Verdict.OPEN: open, Verdict.VERIFIED: 5}
    return ArticleStatus(key, key, key, None, "", counts, contested, findings, "", None, 0, second, expired)


def queue(*statuses: ArticleStatus, assigned: tuple[Assignment, ...] = (), **more: object) -> tuple[Task, ...]:
    told: dict[str, object] = {"reviewer": "ana", "rules": Rules(), **more}
    tallies = [Tally(each.key, each.key, "amount", Verdict.OPEN, "", 2) for each in statuses]
    return tasks(statuses, assigned, tallies, **told)  # type: ignore[arg-type]


def keys(found: tuple[Task, ...]) -> list[str]:
    return [task.status.key for task in found]


def test_the_most_urgent_comes_first() -> None:
    found = queue(
        status("open", open=9),
        status("old", open=0, expired=1),
        status("second", second=1),
        status("contested", contested=1),
        status("findings", findings=1),
        status("later"),
        status("soon"),
        assigned=(Assignment("later", "ana", deadline=LATER), Assignment("soon", "ana", deadline=SOON)),
    )
    assert keys(found) == ["soon", "later", "findings", "contested", "second", "old", "open"]


def test_what_is_done_or_somebody_elses_is_not_there() -> None:
    assigned = (Assignment("theirs", "bo"), Assignment("mine", "ana"), Assignment("mine", "bo"))
    found = queue(status("done", open=0), status("theirs"), status("mine"), status("anybodys"), assigned=assigned)
    assert keys(found) == ["anybodys", "mine"]
    assert found[1].assigned == ("ana", "bo")


def test_a_second_checker_has_what_waits_for_one_and_a_lead_what_is_contested() -> None:
    statuses = (status("waits", second=1), status("contested", contested=1), status("open"))
    assigned = tuple(Assignment(each.key, "bo") for each in statuses)
    rules = Rules(roles={"ana": ("second",), "lea": ("lead",), "cy": ("checker",)})
    assert keys(queue(*statuses, assigned=assigned, rules=rules)) == ["waits"]
    assert keys(queue(*statuses, assigned=assigned, rules=rules, reviewer="lea")) == ["contested"]
    assert keys(queue(*statuses, assigned=assigned, rules=rules, reviewer="cy")) == []


def test_what_is_kept_from_the_second_is_not_open_besides() -> None:
    (task,) = queue(status("a", open=3, second=2), rules=Rules(second=Second(Ask.ALL)))
    assert (task.open, task.second) == (1, 2)


def test_kinds_of_an_assignment_narrow_what_is_open() -> None:
    (task,) = queue(status("a", open=7), assigned=(Assignment("a", "ana", ("amount",)),))
    assert task.open == 2
    assert queue(status("a", open=7), assigned=(Assignment("a", "ana", ("date",)),)) == ()
