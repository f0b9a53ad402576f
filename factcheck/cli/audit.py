"""`factcheck audit`: the whole desk in figures, on a screen or for machines."""

import csv
import sys
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli._desk import config, counted, db_option, desk, json_of, look_options, now, readonly_option

if TYPE_CHECKING:
    from db import Store
    from factcheck.figures import Asked

_COLUMNS = ("figure", "of", "verdict", "count")
_PAGE = 500
Row = tuple[str, str, str, Any]


class DayName(click.ParamType):  # type: ignore[type-arg]
    """A day as ISO 8601 writes it."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError:
            self.fail(f"{value!r} is no day; write 2026-03-31. An audit counts by whole days (UTC).", param, ctx)


@click.command("audit")
@db_option
@click.option("--since", metavar="DAY", type=DayName(), help="Only from this day on (UTC).")
@click.option("--until", metavar="DAY", type=DayName(), help="Only until this day, itself included (UTC).")
@click.option("--text", metavar="WORDS", default="", help="Only articles with these words in their title or source.")
@click.option("--reviewer", metavar="NAME", default="", help="Only what this reviewer judged and did.")
@click.option("--json", "as_json", is_flag=True, help="One JSON list, an object a figure.")
@click.option("--csv", "as_csv", is_flag=True, help="One line a figure.")
@readonly_option
@look_options
def command(
    db: str | None,
    since: str | None,
    until: str | None,
    text: str,
    reviewer: str,
    as_json: bool,
    as_csv: bool,
    readonly: bool,
    theme: str | None,
    ascii_only: bool,
) -> None:
    """Show the whole desk in figures: claims by verdict, article, kind, reviewer and age, what was done each day, how
    long it took, how findings were answered, and how far reviewers agree.

    In a terminal this is a screen; elsewhere, and with --json or --csv, the figures are printed. A claim counts on the
    day of its verdict, an open one on the day it came; days are UTC. A day's acts are those that were not taken back.
    Agreement is over claims that several reviewers judged, each by what they said before another's verdict lay beside
    it: Cohen's kappa for each two, Krippendorff's alpha for all, over all kinds of claims and for each.
    Time, agreement and answers to findings are not by article, so --text leaves them out. Where the second check is
    blind, whoever is no lead sees of others what it leaves them.
    """
    from factcheck.figures import Asked

    if as_json and as_csv:
        raise click.UsageError("--json or --csv, not both.")
    if since and until and since > until:
        raise click.UsageError("--since is after --until.")
    asked = Asked(since or "", until or "", tuple(text.casefold().split()), reviewer)
    chosen = config(db, None, theme, ascii_only=ascii_only)
    if not (as_json or as_csv) and sys.stdin.isatty() and sys.stdout.isatty():
        from factcheck.cli._screen import show

        _refuse_strangers(db, reviewer)
        show(chosen, audit=asked, readonly=readonly)
    _print(db, asked, as_json=as_json, as_csv=as_csv)


def _refuse_strangers(db: str | None, reviewer: str) -> None:
    """Raises UsageError where a reviewer is asked for who did nothing here."""
    from factcheck.safe import safe_line

    with desk(config(db), must_exist=True, readonly=True) as store:
        used = store.used()
    if reviewer and reviewer not in used:
        names = ", ".join(map(safe_line, used)) or "nobody"
        raise click.UsageError(f"“{safe_line(reviewer)}” did nothing on this desk; who did: {names}.")


def _print(db: str | None, asked: "Asked", *, as_json: bool, as_csv: bool) -> None:
    from factcheck.cells import flat
    from factcheck.cli._table import print_table
    from factcheck.rules import load_rules

    _refuse_strangers(db, asked.reviewer)
    chosen = config(db)
    viewer = load_rules(chosen.desk).viewer(chosen.reviewer)
    with desk(chosen, must_exist=True, readonly=True) as store, store.snapshot():
        figures = [dict(zip(_COLUMNS, row, strict=True)) for row in _figures(store, asked, viewer)]
    if as_json:
        click.echo(json_of(figures))
        return
    rows = [tuple(str(flat(figure[name])) for name in _COLUMNS) for figure in figures]
    if as_csv:
        csv.writer(sys.stdout, lineterminator="\n").writerows([_COLUMNS, *rows])
    else:
        print_table(_COLUMNS, rows)


def _figures(store: "Store", asked: "Asked", viewer: str | None) -> Iterator[Row]:
    yield from _claims(store, asked, viewer)
    yield from _articles(store, asked, viewer)
    if not asked.words:
        yield from _acts(store, asked, viewer)
        yield from _agreement(store, asked)


def _claims(store: "Store", asked: "Asked", viewer: str | None) -> Iterator[Row]:
    from factcheck.figures import Breakdown, By, ages

    def rows(figure: str, parts: tuple[Breakdown, ...]) -> Iterator[Row]:
        for part in parts:
            of = "" if figure == "desk" else part.of
            if of or figure == "desk":
                yield from ((figure, of, verdict.value, count) for verdict, count in part.counts.items() if count)

    yield from rows("desk", store.breakdown(By.VERDICT, asked, viewer=viewer))
    yield from rows("kind", store.breakdown(By.KIND, asked, viewer=viewer))
    yield from rows("reviewer", store.breakdown(By.REVIEWER, asked, viewer=viewer))
    yield from rows("age", ages(store.breakdown(By.DAY, asked, viewer=viewer), now()))


def _articles(store: "Store", asked: "Asked", viewer: str | None) -> Iterator[Row]:
    after = None
    while True:
        page = store.article_page(asked, after, _PAGE, viewer=viewer)
        for line in page.lines:
            yield from (("article", line.key, verdict.value, count) for verdict, count in line.counts.items() if count)
            for figure, count in (
                ("contested", line.contested),
                ("changed", line.changed),
                ("findings", line.findings),
            ):
                if count:
                    yield figure, line.key, "", count
        after = page.after
        if after is None:
            return


def _acts(store: "Store", asked: "Asked", viewer: str | None) -> Iterator[Row]:
    from factcheck.figures import By

    for day in store.days(asked, viewer=viewer):
        yield f"day {day.day}", day.reviewer, day.verb, day.count
    for pace in store.paces(By.REVIEWER, asked, viewer=viewer):
        yield "seconds a verdict", pace.of, "", round(pace.mean, 1)
    for answers in store.answers_by_check(asked, viewer=viewer):
        yield "finding", answers.check, "confirmed", answers.confirmed
        yield "finding", answers.check, "explained", answers.explained
        yield "override rate", answers.check, "", round(answers.override_rate, 3)


def _agreement(store: "Store", asked: "Asked") -> Iterator[Row]:
    from dataclasses import replace

    from factcheck.agreement import alpha, kappas
    from factcheck.kinds import kinds

    for kind in ("", *kinds()):
        part, of = replace(asked, kind=kind), f" {kind}" if kind else ""
        for one, other, _, kappa in kappas(store.pairs(part)):
            yield f"kappa{of}", f"{one} and {other}", "", _rounded(kappa)
        count, whole = alpha(store.units(part))
        if count:
            yield f"alpha{of}", counted(count, "claim"), "", _rounded(whole)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)
