"""`factcheck add`: articles into the desk, without a screen."""

import click

from factcheck.cli._desk import article_options, config, db_option, desk, now, parser_of, parser_option, reviewer_option


@click.command("add")
@db_option
@reviewer_option
@article_options
@parser_option
@click.argument("paths", nargs=-1, required=True, metavar="PATH|URL|-...")
def command(
    paths: tuple[str, ...],
    db: str | None,
    reviewer: str | None,
    title: str | None,
    published: str | None,
    source: str | None,
    parser: str | None,
) -> None:
    """Read articles into the desk and find their claims; one that is there already stays as it is."""
    from factcheck.checks import findings_of
    from factcheck.cli._incoming import incoming
    from factcheck.cli._table import numbered
    from factcheck.errors import FactcheckError
    from factcheck.extract import claims_of
    from factcheck.safe import safe, safe_line

    chosen = config(db, reviewer, parser=parser)
    parse = parser_of(chosen)
    failed = 0
    with desk(chosen) as store:
        for path in paths:
            try:
                article, raw, _ = incoming(path, chosen, title=title, published=published, source=source)
                if known := store.has(article.draft):
                    click.echo(f"{known}  {safe_line(store.article(known).title)}: already on the desk, unchanged")
                    continue
                claims = claims_of(article, parser=parse)
                findings = findings_of(article, claims)
                store.add(article, claims, actor=chosen.reviewer, at=now(), raw=raw, findings=len(findings))
            except FactcheckError as error:
                click.echo(f"factcheck: {safe(error.message)}", err=True)
                failed += 1
                continue
            told = f"{numbered(len(claims), 'claim')}, {numbered(len(findings), 'finding')}"
            click.echo(f"{store.has(article.draft)}  {safe_line(article.title)}: {told}")
    if failed:
        raise SystemExit(1)
