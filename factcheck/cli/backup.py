"""`factcheck backup`: a whole copy of the desk."""

from pathlib import Path

import click

from factcheck.cli._desk import config, db_option, desk


@click.command("backup")
@db_option
@click.argument("file", metavar="FILE")
def command(db: str | None, file: str) -> None:
    """Copy the desk to FILE, whole and consistent also while others work on it.

    An older backup of that name is replaced at the end; a file that is no desk is not.
    """
    from factcheck.safe import safe_line

    with desk(config(db), must_exist=True, readonly=True, ruled=False) as store:
        store.backup(Path(file))
        head = store.chain_heads()
    click.echo(f"{safe_line(file)}: a copy of {safe_line(store.path.name)}, chain head {head or 'none'}")
