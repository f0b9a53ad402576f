"""`factcheck list`: every article of the desk and how far it is."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from factcheck.cli._desk import config, db_option, desk, json_of, readonly_option, reviewer_option

if TYPE_CHECKING:
    from factcheck.model import ArticleStatus, SignOff


@click.command("list")
@db_option
@readonly_option
@reviewer_option
@click.option("--json", "as_json", is_flag=True, help="One JSON object an article.")
def command(db: str | None, readonly: bool, reviewer: str | None, as_json: bool) -> None:
    """List the articles of the desk: what is done, disputed and open; under “!” what reviewers differ on.

    What waits for a second person who judges blind counts as open, but for a lead.
    """
    from factcheck.cli._table import print_lines, print_table
    from factcheck.rules import load_rules

    chosen = config(db, reviewer)
    viewer = load_rules(chosen.desk).viewer(chosen.reviewer)
    with desk(chosen, must_exist=True, readonly=True) as store, store.snapshot():
        signed = store.signed_articles()
        lines = (
            (status, store.sign_offs(status.key) if status.key in signed else ())
            for status in store.each_status(viewer=viewer)
        )
        if as_json:
            print_lines(json_of(_data(*line)) for line in lines)
            return
        print_table(
            ("article", "title", "published", "done", "✓", "✗", "–", "!", "open", "⚑", "last", "signed"),
            (_row(*line) for line in lines),
        )


def _data(status: "ArticleStatus", sign_offs: "Sequence[SignOff]") -> dict[str, object]:
    return {
        "article": status.key,
        "title": status.title,
        "published": status.published.value if status.published else None,
        "inferred": bool(status.published and status.published.inferred),
        "claims": status.total,
        **{verdict.value: count for verdict, count in status.counts.items()},
        "contested": status.contested,
        "changed": status.changed,
        "second_due": status.second,
        "expired": status.expired,
        "findings": status.findings,
        "signed_off": [
            {
                "role": each.role,
                "by": each.by,
                "at": each.at.isoformat(),
                "holds": each.holds,
                "reopened_by": each.reopened.act.actor if each.reopened else None,
            }
            for each in sign_offs
        ],
        "last_reviewer": status.last_by or None,
        "last_at": status.last_at.isoformat() if status.last_at else None,
    }


def _row(status: "ArticleStatus", sign_offs: "Sequence[SignOff]") -> tuple[str, ...]:
    from factcheck.model import Verdict

    return (
        status.key[:8],
        status.title,
        str(status.published or "unknown"),
        f"{100 * (status.total - status.counts[Verdict.OPEN]) // max(status.total, 1)}%",
        *(str(status.counts[v]) for v in (Verdict.VERIFIED, Verdict.DISPUTED, Verdict.DISMISSED)),
        str(status.contested),
        str(status.counts[Verdict.OPEN]),
        str(status.findings),
        f"{status.last_by} {status.last_at.astimezone():%Y-%m-%d %H:%M}" if status.last_at else "",
        _signed(sign_offs),
    )


def _signed(sign_offs: "Sequence[SignOff]") -> str:
    """In which roles an article was signed, and in which it was reopened."""
    holding = ", ".join(each.role for each in sign_offs if each.holds)
    broken = ", ".join(each.role for each in sign_offs if not each.holds)
    return "; ".join(part for part in (holding, f"reopened: {broken}" if broken else "") if part)
