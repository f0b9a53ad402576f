"""`factcheck export`: the log as a file."""

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from factcheck.cli._desk import config, db_option, desk, now

if TYPE_CHECKING:
    from db import Store
    from factcheck.export import About, Format
    from factcheck.model import LogRow


class FormatName(click.ParamType):  # type: ignore[type-arg]
    """The name of an export format; help and errors name those there are."""

    name = "format"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        from factcheck.export import formats

        return f"[{'|'.join(formats())}]"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> "Format":
        from factcheck.export import formats

        if value not in formats():
            self.fail(f"{value!r} is not one of {', '.join(formats())}.", param, ctx)
        return formats()[value]


@click.command("export")
@db_option
@click.option("--format", "form", type=FormatName(), default="csv", show_default=True)
@click.option("--article", metavar="ID", help="Only this article (its id, or the beginning of it).")
@click.option("--events", is_flag=True, help="Every act ever recorded, instead of a row for each claim.")
@click.option("-o", "--output", default="-", metavar="FILE", help="Where to; - is standard output.")
def command(db: str | None, form: "Format", article: str | None, events: bool, output: str) -> None:
    """Write what stands on every claim, or the whole log."""
    from factcheck.atomic import write_atomic
    from factcheck.export import About

    if form.log and article:
        raise click.UsageError(f"{form.name} is the whole log; --article cannot be asked of it.")
    with desk(config(db), must_exist=True, readonly=True) as store:
        about = About(head=store.head(), desk=store.path.name, exported_at=now(), version=f"factcheck {_version()}")
        key = store.article(article).key if article else None
        if output == "-":
            _write(form, store, key, events, about, sys.stdout.buffer)
            sys.stdout.flush()
        else:
            with write_atomic(Path(output)) as out:
                _write(form, store, key, events, about, out)


def _write(form: "Format", store: "Store", article: str | None, events: bool, about: "About", out: BinaryIO) -> None:
    from factcheck.atomic import as_text
    from factcheck.export import write_claims, write_events, write_log

    def write(stream: Any) -> None:
        if form.log:
            write_log(form, store.records(), stream, about)
        elif events:
            write_events(form, store.events(article), stream, about)
        else:
            write_claims(form, _rows(store, article), stream, about)

    if form.binary:
        write(out)
    else:
        with as_text(out) as text:
            write(text)


def _rows(store: "Store", article: str | None) -> "Iterator[LogRow]":
    """The claims of one article, or of every article of the desk, one article at a time."""
    from factcheck.checks import findings_of
    from factcheck.model import Finding, LogRow

    keys: Iterable[str] = [article] if article else [status.key for status in store.statuses()]
    for key in keys:
        its = store.article(key)
        ledger = store.ledger(key)
        about: dict[str, list[Finding]] = defaultdict(list)
        for finding in findings_of(its, [entry.claim for entry in ledger]):
            for claim in finding.claims:
                about[claim].append(finding)
        for entry in ledger:
            yield LogRow(its, entry, tuple(about.get(entry.claim.key, ())))


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("factcheck-desk")
    except PackageNotFoundError:
        return "(not installed)"
