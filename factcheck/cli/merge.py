"""`factcheck merge`: what was done on other devices, taken into this desk."""

from pathlib import Path

import click

from factcheck.cli._desk import config, counted, db_option, desk, parser_of


@click.command("merge")
@db_option
@click.argument("others", nargs=-1, required=True, metavar="OTHER.db|EVENTS.jsonl...")
def command(db: str | None, others: tuple[str, ...]) -> None:
    """Take the log of other desks, or of `export --format events` files, into this one.

    Nothing is overwritten: acts of both sides are kept, verdicts that differ make a claim contested. The same file
    again changes nothing, and the order of files does not matter. A file is taken whole or not at all.
    """
    from factcheck.cli._merging import read_again, records_in
    from factcheck.errors import FactcheckError
    from factcheck.safe import safe, safe_line

    failed = False
    chosen = config(db)
    parser = parser_of(chosen)
    with desk(chosen) as store:
        for other in others:
            try:
                taken = store.take(records_in(Path(other)))
            except FactcheckError as error:
                click.echo(f"factcheck: {safe_line(other)}: {safe(error.message)}", err=True)
                failed = True
                continue
            read_again(store, taken.articles, parser)
            news = f"{counted(taken.events, 'new event')}, {counted(taken.drafts, 'new draft')}"
            click.echo(f"{safe_line(other)}: {news}")
        contested = sum(status.contested for status in store.statuses())
    click.echo(f"{counted(contested, 'claim')} {'is' if contested == 1 else 'are'} contested.")
    if failed:
        raise SystemExit(1)
