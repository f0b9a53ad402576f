"""`factcheck sync`: desks that meet in a shared folder or a git working tree."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from factcheck.cli._desk import config, counted, db_option, desk, now, parser_of

if TYPE_CHECKING:
    from db import Store

_NAME = re.compile(r"([0-9a-f]{16})-([0-9]{8,12})-([0-9]{8,12})\.factcheck\.jsonl")


class Segment(NamedTuple):
    """A file of the folder: the events of one device from one number to another; written once, never changed."""

    device: str
    first: int
    last: int
    path: Path


@click.command("sync")
@db_option
@click.argument("folder", metavar="FOLDER", type=click.Path(exists=True, file_okay=False, path_type=Path))
def command(db: str | None, folder: Path) -> None:
    """Leave in FOLDER what was done on this device, and take in what others left there.

    Every device writes files of its own and changes nobody else's, so that a shared folder or a git repository never
    has a conflict. A file that is not whole yet is skipped until the next time.
    """
    from factcheck.cli._merging import read_again
    from factcheck.errors import FactcheckError
    from factcheck.safe import safe, safe_line

    events = skipped = 0
    touched: set[str] = set()
    chosen = config(db)
    parser = parser_of(chosen)
    with desk(chosen) as store:
        for segment in _segments(folder):
            if segment.last <= store.chains().get(segment.device, 0):
                continue
            try:
                taken = store.take(_whole(segment))
            except FactcheckError as error:
                click.echo(f"factcheck: {safe_line(segment.path.name)} was skipped. {safe(error.message)}", err=True)
                skipped += 1
                continue
            events += taken.events
            touched.update(taken.articles)
        read_again(store, sorted(touched), parser)
        written = sum(_leave(store, device, folder) for device in store.own_devices())
    click.echo(f"{counted(events, 'event')} taken in, {written} left for others, {counted(skipped, 'file')} skipped.")
    if skipped:
        raise SystemExit(1)


def _segments(folder: Path) -> list[Segment]:
    found = []
    for path in folder.iterdir():
        named = _NAME.fullmatch(path.name)
        if named and path.is_file():
            found.append(Segment(named[1], int(named[2]), int(named[3]), path))
    return sorted(found)


def _whole(segment: Segment) -> Iterator[Mapping[str, Any]]:
    """The acts of a segment.

    Raises:
        InputError: at its end, if the acts are not those that its name promises.
    """
    from factcheck.cli._merging import records_in
    from factcheck.errors import InputError

    number = segment.first - 1
    for record in records_in(segment.path):
        number += 1
        if (record.get("device"), record.get("device_seq")) != (segment.device, number):
            break
        yield record
    else:
        if number == segment.last:
            return
    raise InputError("It does not hold what its name says; it may not have arrived whole yet.")


def _leave(store: "Store", device: str, folder: Path) -> int:
    """Write what the folder lacks of a device's chain; how many events that is."""
    from factcheck.atomic import as_text, write_atomic
    from factcheck.columns import About
    from factcheck.export import formats, write_log

    there = 0
    for segment in _segments(folder):
        if segment.device == device and segment.first <= there + 1:
            there = max(there, segment.last)
    last = store.chains().get(device, 0)
    if last <= there:
        return 0
    form = next(form for form in formats().values() if form.log)
    path = folder / f"{device}-{there + 1:08d}-{last:08d}.factcheck.jsonl"
    acts = (record for record in store.records({device: there}) if record["device_seq"] <= last)
    with write_atomic(path) as out, as_text(out) as text:
        write_log(form, acts, text, About(store.head(), store.path.name, now(), ""))
    return last - there
