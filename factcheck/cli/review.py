"""`factcheck review`: one article on the screen, or line by line."""

from typing import TYPE_CHECKING

import click

from factcheck.cli._desk import (
    article_options,
    config,
    db_option,
    look_options,
    parser_option,
    policy_option,
    readonly_option,
    reviewer_option,
    rules,
)

if TYPE_CHECKING:
    from factcheck.cli._incoming import Arrived
    from factcheck.model import Article


@click.command("review")
@db_option
@reviewer_option
@article_options
@look_options
@policy_option
@parser_option
@readonly_option
@click.option("--plain", is_flag=True, help="Questions and answers line by line, without a screen or colour.")
@click.option("--original", metavar="FILE", help="What PATH translates: its lines are shown under the claims.")
@click.argument("path", metavar="PATH|URL|-", required=False)
def command(
    path: str | None,
    db: str | None,
    reviewer: str | None,
    title: str | None,
    published: str | None,
    source: str | None,
    theme: str | None,
    ascii_only: bool,
    policy: str | None,
    readonly: bool,
    plain: bool,
    original: str | None,
    parser: str | None,
) -> None:
    """Open an article beside its claims and judge them.

    PATH is a file, URL a page, - standard input. With --plain it may be an article of the desk: its key or words of its
    title; without it the desk's articles are listed.
    """
    from factcheck.cli._incoming import incoming, is_to_read, original_of
    from factcheck.cli._screen import keys_from_terminal, show

    if original == path == "-":
        raise click.UsageError("Standard input can be the translation or its original, not both.")
    chosen = config(db, reviewer, theme, ascii_only=ascii_only, parser=parser)
    if path is None or (plain and not is_to_read(path)):
        if not plain:
            raise click.UsageError("Missing argument 'PATH|URL|-'. factcheck alone opens the desk.")
        if original or title or published or source:
            raise click.UsageError("--original, --title, --published and --source go with a file that is read.")
        from factcheck.cli._plain import review_plain

        raise SystemExit(review_plain(chosen, rules(chosen, policy), named=path or "", readonly=readonly))

    def read() -> "Arrived":
        return incoming(path, chosen, title=title, published=published, source=source)

    def read_original() -> "Article":
        return original_of(original or "", chosen, published=published).article

    beside = read_original if original else None
    if plain or "-" in (path, original):
        arrived, translated = read(), beside() if beside else None
        if "-" in (path, original):
            keys_from_terminal()
        if plain:
            from factcheck.cli._plain import review_plain

            raise SystemExit(review_plain(chosen, rules(chosen, policy), arrived, translated, readonly=readonly))
        show(
            chosen,
            lambda: arrived,
            original=(lambda: translated) if translated else None,
            policy=policy,
            readonly=readonly,
        )
    else:
        show(chosen, read, original=beside, policy=policy, readonly=readonly)
