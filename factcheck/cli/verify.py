"""`factcheck verify`: proof that nobody touched the log."""

import sys
from pathlib import Path

import click

from factcheck.cli._desk import config, db_option, desk, status_2_when_unread


@click.command("verify")
@db_option
@click.option(
    "--against", multiple=True, metavar="EXPORT",
    help="An earlier export of this desk, of any format: what it was made from must still be there.",
)  # fmt: skip
@status_2_when_unread
def command(db: str | None, against: tuple[str, ...]) -> None:
    """Replay the log of every device and name the first event that is not as it was recorded.

    Without an earlier export a cut-off end, or a log written anew from its first event, cannot be seen.
    Exit status: 0 the log holds, 1 it does not, 2 something could not be read.
    """
    from db.verify import verify
    from factcheck.cli._heads import hashes_in
    from factcheck.safe import safe_line

    expected: set[str] = set()
    for export in against:
        expected |= hashes_in(Path(export))
    with desk(config(db), must_exist=True, readonly=True, ruled=False) as store:
        proof = verify(store, expected)
    for problem in proof.problems:
        click.echo(safe_line(str(problem)))
    read = f"{proof.events} events of {len(proof.heads)} devices, {proof.drafts} drafts"
    if not proof.holds:
        click.echo(f"The log does not hold ({read}).")
        sys.exit(1)
    checked = f", and all {len(expected)} hashes of {len(against)} exports are in it" if against else ""
    click.echo(f"The log holds: {read}{checked}.")
    for device, head in sorted(proof.heads.items()):
        click.echo(f"{safe_line(device)}  {head}")
