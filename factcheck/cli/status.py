"""`factcheck status`: how many claims stand where."""

from typing import TYPE_CHECKING

import click

from factcheck.cli._desk import config, db_option, desk, json_of, readonly_option, reviewer_option

if TYPE_CHECKING:
    from factcheck.model import Tally


@click.command("status")
@db_option
@readonly_option
@reviewer_option
@click.option("--article", metavar="ID", help="Only this article (its id, or the beginning of it).")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a count.")
def command(db: str | None, readonly: bool, reviewer: str | None, article: str | None, as_json: bool) -> None:
    """Count claims by article, kind, verdict and reviewer.

    What waits for a second person who judges blind counts as open, but for a lead.
    """
    from factcheck.cli._table import print_lines, print_table
    from factcheck.rules import load_rules

    chosen = config(db, reviewer)
    viewer = load_rules(chosen.desk).viewer(chosen.reviewer)
    with desk(chosen, must_exist=True, readonly=True) as store, store.snapshot():
        tallies = store.each_tally(store.article(article).key if article else None, viewer=viewer)
        if as_json:
            print_lines(json_of(_data(tally)) for tally in tallies)
            return
        print_table(
            ("article", "title", "kind", "verdict", "reviewer", "claims"),
            (
                (tally.article[:8], tally.title, tally.kind, tally.verdict.value, tally.reviewer, str(tally.count))
                for tally in tallies
            ),
        )


def _data(tally: "Tally") -> dict[str, object]:
    return {
        "article": tally.article,
        "title": tally.title,
        "kind": tally.kind,
        "verdict": tally.verdict.value,
        "reviewer": tally.reviewer or None,
        "count": tally.count,
    }
