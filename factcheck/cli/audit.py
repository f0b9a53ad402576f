"""`factcheck audit`: the whole desk in figures, for editors and machines."""

import csv
import json
import sys
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli._desk import config, db_option, desk

if TYPE_CHECKING:
    from db import Store

_COLUMNS = ("figure", "of", "verdict", "count")


@click.command("audit")
@db_option
@click.option("--json", "as_json", is_flag=True, help="One JSON list, an object a figure.")
@click.option("--csv", "as_csv", is_flag=True, help="One line a figure.")
def command(db: str | None, as_json: bool, as_csv: bool) -> None:
    """Count the claims of the desk by article, kind and reviewer, the acts of each day, and how far reviewers agree.

    A reviewer's claims are those whose verdict is theirs; a day's acts are those that were not taken back (UTC).
    Agreement is over claims that several reviewers judged: Cohen's kappa for each two, Krippendorff's alpha for all.
    """
    from factcheck.cells import flat
    from factcheck.cli._table import print_table

    with desk(config(db), must_exist=True, readonly=True) as store:
        figures = _figures(store)
    if as_json:
        click.echo(json.dumps(figures, ensure_ascii=False))
        return
    rows = [tuple(str(flat(figure[name])) for name in _COLUMNS) for figure in figures]
    if as_csv:
        csv.writer(sys.stdout, lineterminator="\n").writerows([_COLUMNS, *rows])
    else:
        print_table(_COLUMNS, rows)


def _figures(store: "Store") -> list[dict[str, Any]]:
    tallies, statuses = store.tally(), store.statuses()
    counts: Counter[tuple[str, str, str]] = Counter()
    for tally in tallies:
        for figure, of in (
            ("desk", ""),
            ("article", tally.article),
            ("kind", tally.kind),
            ("reviewer", tally.reviewer),
        ):
            if of or figure == "desk":
                counts[figure, of, tally.verdict.value] += tally.count
    rows: list[tuple[str, str, str, Any]] = [(*what, count) for what, count in sorted(counts.items())]
    rows += [("contested", status.key, "", status.contested) for status in statuses if status.contested]
    rows += [("changed", status.key, "", status.changed) for status in statuses if status.changed]
    rows += [("findings", status.key, "", status.findings) for status in statuses if status.findings]
    rows += [(f"day {day.day}", day.reviewer, day.verb, day.count) for day in store.days()]
    rows += _agreement(store)
    return [dict(zip(_COLUMNS, row, strict=True)) for row in rows]


def _agreement(store: "Store") -> list[tuple[str, str, str, Any]]:
    from itertools import combinations

    from factcheck.agreement import cohens_kappa, krippendorffs_alpha

    pairs: dict[tuple[str, str], list[tuple[str, str]]] = {}
    items = []
    for _, group in groupby(store.own_verdicts(), key=lambda each: each[0]):
        given = [(reviewer, verdict) for _, reviewer, verdict in group]
        if len(given) < 2:
            continue
        items.append([verdict for _, verdict in given])
        for (one, first), (other, second) in combinations(given, 2):
            pairs.setdefault((one, other), []).append((first, second))
    rows: list[tuple[str, str, str, Any]] = [
        ("kappa", f"{one} and {other}", "", _rounded(cohens_kappa(both)))
        for (one, other), both in sorted(pairs.items())
    ]
    return [*rows, ("alpha", f"{len(items)} claims", "", _rounded(krippendorffs_alpha(items)))] if items else rows


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)
