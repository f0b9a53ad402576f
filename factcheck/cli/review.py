"""`factcheck review`: one article on the screen, or line by line."""

from typing import TYPE_CHECKING

import click

from factcheck.cli._desk import article_options, config, db_option, look_options, reviewer_option

if TYPE_CHECKING:
    from factcheck.cli._incoming import Arrived


@click.command("review")
@db_option
@reviewer_option
@article_options
@look_options
@click.option("--plain", is_flag=True, help="Questions and answers line by line, without a screen or colour.")
@click.argument("path", metavar="PATH|URL|-")
def command(
    path: str,
    db: str | None,
    reviewer: str | None,
    title: str | None,
    published: str | None,
    source: str | None,
    theme: str | None,
    ascii_only: bool,
    plain: bool,
) -> None:
    """Open an article beside its claims and judge them.

    PATH is a file, URL a page, - standard input.
    """
    from factcheck.cli._incoming import incoming
    from factcheck.cli._screen import keys_from_terminal, show

    chosen = config(db, reviewer, theme, ascii_only=ascii_only)

    def read() -> "Arrived":
        return incoming(path, chosen, title=title, published=published, source=source)

    if plain or path == "-":
        arrived = read()
        if path == "-":
            keys_from_terminal()
        if plain:
            from factcheck.cli._plain import review_plain

            raise SystemExit(review_plain(chosen, arrived.article, arrived.data))
        show(chosen, lambda: arrived)
    else:
        show(chosen, read)
