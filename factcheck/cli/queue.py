"""`factcheck queue`: what waits for a reviewer, the most urgent first."""

from typing import TYPE_CHECKING

import click

from factcheck.cli._desk import config, db_option, desk, json_of, now, reviewer_option

if TYPE_CHECKING:
    from factcheck.workload import Task


@click.command("queue")
@db_option
@reviewer_option
@click.option("--json", "as_json", is_flag=True, help="One JSON object an article.")
def command(db: str | None, reviewer: str | None, as_json: bool) -> None:
    """List the articles that wait for a reviewer: by deadline, findings, disputes, second checks, what is to be checked
    again and what is open.

    Theirs is what is assigned to them or to nobody, besides what waits for a second checker or a lead.
    """
    from factcheck.cli._table import print_lines, print_table
    from factcheck.rules import load_rules
    from factcheck.workload import in_part, tasks

    chosen = config(db, reviewer)
    rules = load_rules(chosen.desk)
    with desk(chosen, must_exist=True, readonly=True) as store, store.snapshot():
        assigned = store.assignments()
        found = tasks(
            store.waiting(viewer=chosen.reviewer),
            assigned,
            store.tallies(in_part(assigned, chosen.reviewer), viewer=chosen.reviewer),
            reviewer=chosen.reviewer,
            rules=rules,
        )
    if as_json:
        print_lines(json_of(_data(task)) for task in found)
        return
    print_table(
        ("article", "title", "until", "findings", "contested", "second", "again", "open", "assigned"),
        (
            (
                task.status.key[:8],
                task.status.title,
                _until(task),
                *(str(count or "") for count in (task.findings, task.contested, task.second, task.expired, task.open)),
                ", ".join(task.assigned),
            )
            for task in found
        ),
    )


def _until(task: "Task") -> str:
    if task.deadline is None:
        return ""
    return f"{task.deadline.astimezone():%Y-%m-%d %H:%M}{' late' if task.deadline < now() else ''}"


def _data(task: "Task") -> dict[str, object]:
    return {
        "article": task.status.key,
        "title": task.status.title,
        "deadline": task.deadline.isoformat() if task.deadline else None,
        "assigned": list(task.assigned),
        "findings": task.findings,
        "contested": task.contested,
        "second_due": task.second,
        "expired": task.expired,
        "open": task.open,
    }
