"""`factcheck review`: one article on the screen."""

import click

from factcheck.cli._desk import article_options, config, db_option, reviewer_option


@click.command("review")
@db_option
@reviewer_option
@article_options
@click.argument("path", metavar="PATH|URL|-")
def command(
    path: str,
    db: str | None,
    reviewer: str | None,
    title: str | None,
    published: str | None,
    source: str | None,
) -> None:
    """Open an article beside its claims and judge them.

    PATH is a file, URL a page, - standard input.
    """
    from factcheck.cli._incoming import incoming
    from factcheck.cli._screen import keys_from_terminal, show

    chosen = config(db, reviewer)
    if path == "-":
        arrived = incoming(path, chosen, title=title, published=published, source=source)
        keys_from_terminal()
        show(chosen, lambda: arrived)
    else:
        show(chosen, lambda: incoming(path, chosen, title=title, published=published, source=source))
