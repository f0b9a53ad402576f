"""`factcheck doctor`: whether what the desk shows is what its log comes to."""

import sys

import click

from factcheck.cli._desk import config, counted, db_option, desk, status_2_when_unread


@click.command("doctor")
@db_option
@click.option("--rebuild", is_flag=True, help="Write what differs anew from the log.")
@status_2_when_unread
def command(db: str | None, rebuild: bool) -> None:
    """Compare what the desk shows with a replay of its log; the log itself is never changed.

    Exit status: 0 they agree (also after --rebuild), 1 they do not, 2 the desk could not be read.
    """
    from db import doctor
    from factcheck.safe import safe_line

    with desk(config(db), must_exist=True, readonly=not rebuild, ruled=False) as store:
        if rebuild:
            mended = doctor.rebuild(store)
            click.echo(f"Written anew from the log; {counted(len(mended), 'difference')} before.")
        differences = doctor.examine(store)
    for difference in differences:
        click.echo(safe_line(str(difference)))
    if differences:
        count, them = counted(len(differences), "difference"), "it" if len(differences) == 1 else "them"
        click.echo(f"{count}.{'' if rebuild else f' `factcheck doctor --rebuild` mends {them}.'}")
        sys.exit(1)
    click.echo("What the desk shows is what its log comes to.")
