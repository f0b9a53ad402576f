"""`factcheck export`: the log as a file."""

import os
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar

import click

from factcheck.cli._desk import config, db_option, desk, now, readonly_option
from factcheck.cli._terminal import Shown, progress

if TYPE_CHECKING:
    from db import Store
    from factcheck.columns import About
    from factcheck.export import Format
    from factcheck.model import Ledger, LogRow
    from factcheck.selection import Selection

T = TypeVar("T")


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


class VerdictName(click.ParamType):  # type: ignore[type-arg]
    """What may stand on a claim."""

    name = "verdict"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from factcheck.model import Verdict
        from factcheck.selection import CONTESTED

        names = [*(verdict.value for verdict in Verdict), CONTESTED]
        if value not in names:
            self.fail(f"{value!r} is not one of {', '.join(names)}.", param, ctx)
        return str(value)


class Instant(click.ParamType):  # type: ignore[type-arg]
    """A day or a time as ISO 8601 writes it."""

    name = "time"

    def __init__(self, *, ends: bool = False) -> None:
        self._ends = ends

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        from factcheck.selection import end_of, first_instant

        if isinstance(value, datetime):
            return value
        try:
            return end_of(value) if self._ends else first_instant(value)
        except (ValueError, OverflowError):
            self.fail(f"{value!r} is no date; write 2026-03-31 or 2026-03-31T18:00+02:00.", param, ctx)


@click.command("export")
@db_option
@readonly_option
@click.option("--format", "form", type=FormatName(), default="csv", show_default=True)
@click.option("--article", metavar="ID", help="Only this article (its id, or the beginning of it).")
@click.option("--reviewer", "reviewers", metavar="NAME", multiple=True, help="Only what this reviewer acted on.")
@click.option(
    "--verdict", "verdicts", metavar="VERDICT", type=VerdictName(), multiple=True, help="Only where this stands now."
)
@click.option("--since", metavar="DATE", type=Instant(), help="Only what was acted on from this day or time on.")
@click.option("--until", metavar="DATE", type=Instant(ends=True), help="Only what was acted on until then.")
@click.option("--events", is_flag=True, help="Every act ever recorded, instead of a row for each claim.")
@click.option("-o", "--output", default="-", metavar="FILE", help="Where to; - is standard output.")
def command(
    db: str | None,
    readonly: bool,
    form: "Format",
    article: str | None,
    reviewers: tuple[str, ...],
    verdicts: tuple[str, ...],
    since: datetime | None,
    until: datetime | None,
    events: bool,
    output: str,
) -> None:
    """Write what stands on every claim, or the whole log.

    --reviewer and --verdict may be given more than once. Days and times without a zone are UTC; --until a day includes
    it. What counts is when somebody acted on the claim, by that person's clock. An export of a part says of which.
    Files and pipes get the exact words; on a terminal, characters that could steer it are shown as marks.
    """
    from factcheck.atomic import write_atomic
    from factcheck.selection import Selection

    if since and until and since >= until:
        raise click.UsageError("--since is not before --until; nothing was written.")
    asked = Selection(article or "", reviewers, verdicts, since, until)
    if form.log and asked:
        raise click.UsageError(f"{form.name} is the whole log; no part of it can be asked for.")
    if events and form.table is None and form.log is None:
        from factcheck.export import refuse_acts

        raise click.UsageError(refuse_acts(form))
    if form.binary and output == "-" and sys.stdout.isatty():
        raise click.UsageError(f"{form.name} is nothing a terminal can show; name a file with -o.")
    with desk(config(db), must_exist=True, readonly=True) as store, store.snapshot():
        chosen = _known(store, asked)
        about = _about(store, chosen)
        if output == "-":
            with _standard_output() as out:
                _write(form, store, chosen, events, about, out)
        else:
            with write_atomic(Path(output)) as out:
                _write(form, store, chosen, events, about, out)


def _known(store: "Store", asked: "Selection") -> "Selection":
    """What was asked for, with the whole key of the article; a usage error where this desk has no such thing."""
    from dataclasses import replace

    from factcheck.errors import StoreError
    from factcheck.safe import safe, safe_line

    if strangers := set(asked.reviewers) - set(store.used()):
        names = ", ".join(map(safe_line, store.used())) or "nobody"
        raise click.UsageError(f"“{safe_line(min(strangers))}” did nothing on this desk; who did: {names}.")
    try:
        return replace(asked, article=store.article(asked.article).key) if asked.article else asked
    except StoreError as error:
        raise click.UsageError(safe(error.message)) from error


def _about(store: "Store", chosen: "Selection") -> "About":
    from factcheck import __version__
    from factcheck.columns import About
    from factcheck.rates import in_use

    rates = in_use()
    return About(
        head=store.chain_heads(),
        desk=store.path.name,
        exported_at=now(),
        version=f"factcheck {__version__}",
        rates=f"ECB reference rates to {rates.last}",
        selection=str(chosen),
    )


def _write(form: "Format", store: "Store", chosen: "Selection", events: bool, about: "About", out: BinaryIO) -> None:
    from factcheck.atomic import as_text
    from factcheck.export import write_claims, write_events, write_log

    beside = out is not sys.stdout.buffer

    def write(stream: Any) -> None:
        if form.log:
            with progress(sum(store.chains().values()), beside=beside) as step:
                write_log(form, _stepping(store.records(), step), stream, about)
        elif events:
            with progress(sum(store.chains().values()), beside=beside) as step:
                acts = _stepping(store.events(chosen.article or None), step)
                write_events(form, _told((act for act in acts if chosen.takes_act(act)), chosen), stream, about)
        else:
            with progress(sum(status.total for status in store.statuses()), beside=beside) as step:
                write_claims(form, _told(_rows(store, form, chosen, step), chosen), stream, about)

    if form.binary:
        write(out)
    else:
        with as_text(out) as text:
            write(text if beside or not sys.stdout.isatty() else Shown(text))


@contextmanager
def _standard_output() -> Iterator[BinaryIO]:
    """Standard output as bytes, written when the block ends.

    Raises:
        FactcheckError: if it refuses.
    """
    from factcheck.errors import FactcheckError

    try:
        yield sys.stdout.buffer
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        # What waits in the buffer is refused again when the program ends, where nobody could catch it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise FactcheckError(
            f"Standard output could not be written ({error.strerror or error}); what came of it is not whole."
        ) from error


def _told(found: Iterator[T], chosen: "Selection") -> Iterator[T]:
    """What was found; where nothing is of what was asked for, a word about it: a table without rows cannot say so."""
    from factcheck.safe import safe_line

    count = 0
    for count, each in enumerate(found, 1):  # noqa: B007
        yield each
    if chosen and not count:
        click.echo(f"factcheck: nothing on this desk is of: {safe_line(str(chosen))}.", err=True)


def _stepping(acts: Iterator[T], step: Callable[[int], None]) -> Iterator[T]:
    for act in acts:
        yield act
        step(1)


def _rows(store: "Store", form: "Format", chosen: "Selection", step: Callable[[int], None]) -> "Iterator[LogRow]":
    """The claims asked for, one article at a time."""
    for key in [chosen.article] if chosen.article else [status.key for status in store.statuses()]:
        ledger = store.ledger(key)
        yield from _of_article(store, form, key, ledger, chosen)
        step(len(ledger))


def _of_article(store: "Store", form: "Format", key: str, ledger: "Ledger", chosen: "Selection") -> "Iterator[LogRow]":
    from factcheck.cli._checked import findings_on
    from factcheck.extract.uncovered import uncovered
    from factcheck.model import Finding, LogRow, Trail

    asked = [entry for entry in ledger if form.takes(entry.standing)]
    trails, none = store.trails(key) if asked else {}, Trail()
    entries = [
        entry for entry in asked if not chosen or chosen.takes(entry.standing, trails.get(entry.claim.key, none))
    ]
    if not entries:
        return
    article, claims = store.article(key), [entry.claim for entry in ledger]
    about: dict[str, list[Finding]] = defaultdict(list)
    findings = findings_on(store, article, claims)
    for finding in findings:
        for claim in finding.claims:
            about[claim].append(finding)
    gaps = uncovered(article, claims) if form.uncovered else ()
    of_article = (store.answers(key, findings), gaps, store.sign_offs(key), store.assignments(key), store.original(key))
    for entry in entries:
        at = entry.claim.key
        yield LogRow(article, entry, tuple(about.get(at, ())), trails.get(at, none), *of_article)
