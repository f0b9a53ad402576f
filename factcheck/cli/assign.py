"""`factcheck assign`: who checks an article, and until when."""

from datetime import UTC, datetime, time
from typing import Any

import click

from factcheck.cli._desk import config, db_option, desk, now, reviewer_option


class Deadline(click.ParamType):  # type: ignore[type-arg]
    """A day (its end) or a time of this place, as ISO 8601; or of another zone, where it says so."""

    name = "deadline"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        try:
            told = datetime.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no time. Give it as 2026-11-24 or 2026-11-24T17:30.", param, ctx)
        if len(value) <= len("2026-11-24"):
            told = datetime.combine(told.date(), time(23, 59, 59))
        return told.astimezone(UTC)


@click.command("assign")
@db_option
@reviewer_option
@click.option("--kinds", metavar="KIND,...", help="Only claims of these kinds.")
@click.option("--deadline", type=Deadline(), metavar="TIME", help="Until when: 2026-11-24 or 2026-11-24T17:30.")
@click.option("--withdraw", is_flag=True, help="Take the assignment back.")
@click.argument("article", metavar="ARTICLE")
@click.argument("person", metavar="REVIEWER")
def command(
    db: str | None,
    reviewer: str | None,
    kinds: str | None,
    deadline: datetime | None,
    withdraw: bool,
    article: str,
    person: str,
) -> None:
    """Give ARTICLE (its id, or the beginning of it) to REVIEWER; a new assignment takes the place of an older one.

    An article that nobody is assigned to is everybody's. `factcheck queue` shows what waits for whom.
    """
    from factcheck.errors import StoreError
    from factcheck.kinds import kinds as known
    from factcheck.model import Act, Verb
    from factcheck.safe import safe_line

    chosen, name = config(db, reviewer), " ".join(person.split())
    names = [kind.strip() for kind in (kinds or "").split(",") if kind.strip()]
    if not name:
        raise click.UsageError("REVIEWER is empty.")
    if unknown := [kind for kind in names if kind not in known()]:
        raise click.UsageError(f"There is no kind {unknown[0]!r}. Kinds: {', '.join(known())}.")
    data = {
        "reviewer": name,
        "kinds": names,
        "deadline": deadline.isoformat() if deadline else None,
        "withdrawn": withdraw,
    }
    with desk(chosen, must_exist=True) as store:
        its = store.article(article)
        if withdraw and name not in {each.reviewer for each in store.assignments(its.key)}:
            raise StoreError(f"{its.key} is not assigned to {name}. Nothing was changed.")
        store.record(Act(now(), chosen.reviewer, Verb.ASSIGNED, its.draft, data=data))
    until = f" until {deadline.astimezone():%Y-%m-%d %H:%M}" if deadline else ""
    what = "no longer assigned to" if withdraw else "assigned to"
    about = f" ({', '.join(names)})" if names else ""
    click.echo(f"{its.key}: {what} {safe_line(name)}{about}{until}")
