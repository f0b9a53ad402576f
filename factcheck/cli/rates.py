"""`factcheck rates`: the exchange rates that the checks use, and a newer table of them."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from factcheck.rates import Rates


@click.group("rates", invoke_without_command=True)
@click.pass_context
def command(context: click.Context) -> None:
    """Show the exchange rates in use: first and last day, and where they come from."""
    if context.invoked_subcommand is None:
        from factcheck.rates import in_use

        click.echo(_words(in_use()))


@command.command("update")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
def update(file: Path) -> None:
    """Use a newer official table: the ECB's eurofxref-hist, as .zip or .csv.

    Nothing is fetched: it is found at https://www.ecb.europa.eu/stats/eurofxref/.
    """
    from factcheck.rates import update as store

    click.echo(_words(store(file)))


def _words(table: "Rates") -> str:
    from factcheck.safe import safe_line

    return (
        f"ECB euro reference rates of {len(table.codes)} currencies, {table.first} to {table.last}, "
        f"from {safe_line(table.source)}"
    )
