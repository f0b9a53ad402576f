"""`factcheck verify`: proof that nobody touched the log."""

import sys
from pathlib import Path

import click

from factcheck.cli._desk import config, counted, db_option, desk, status_2_when_unread
from factcheck.cli._terminal import progress


@click.command("verify")
@db_option
@click.option(
    "--against", multiple=True, metavar="EXPORT",
    help="An earlier export of this desk, of any format: what it was made from must still be there.",
)  # fmt: skip
@status_2_when_unread
def command(db: str | None, against: tuple[str, ...]) -> None:
    """Replay the log of every device and name the first event that is not as it was recorded.

    Without an earlier export a cut-off end, or a chain written anew from some event to its end, cannot be seen.
    Whether the desk shows what the log says is what `factcheck doctor` tells.
    Exit status: 0 the log holds, 1 it does not, 2 something could not be read.
    """
    from db.verify import length, verify
    from factcheck.cli._heads import hashes_in
    from factcheck.safe import safe_line

    expected: set[str] = set()
    for export in against:
        expected |= hashes_in(Path(export))
    with (
        desk(config(db), must_exist=True, readonly=True, ruled=False) as store,
        progress(length(store), "Reading") as step,
    ):
        proof = verify(store, expected, step)
    for problem in proof.problems:
        click.echo(safe_line(str(problem)))
    devices = counted(len(proof.heads), "device")
    read = f"{counted(proof.events, 'event')} of {devices}, {counted(proof.drafts, 'draft')}"
    if not proof.holds:
        click.echo(f"The log does not hold ({read}).")
        sys.exit(1)
    exports = counted(len(against), "export")
    one = len(expected) == 1
    hashes = f"the hash of {exports} is" if one else f"all {len(expected)} hashes of {exports} are"
    checked = f", and {hashes} in it" if against else ""
    click.echo(f"The log holds: {read}{checked}.")
    for device, head in sorted(proof.heads.items()):
        click.echo(f"{safe_line(device)}  {head}")
