"""`factcheck original`: what an article of the desk translates."""

from typing import TYPE_CHECKING

import click

from factcheck.cli._desk import config, db_option, desk, now, reviewer_option

if TYPE_CHECKING:
    from db import Store
    from factcheck.model import Article


@click.command("original")
@db_option
@reviewer_option
@click.option("--published", metavar="DATE", help="When the original was published, if not with its translation.")
@click.option("--remove", is_flag=True, help="Say that ARTICLE translates nothing.")
@click.argument("article", metavar="ARTICLE")
@click.argument("path", metavar="FILE|URL|-", required=False)
def command(
    article: str, path: str | None, db: str | None, reviewer: str | None, published: str | None, remove: bool
) -> None:
    """Say what ARTICLE (its id, or the beginning of it) translates, or ask.

    The text is kept on the desk under its hash; its lines stand under the claims of the translation, also in later
    drafts.
    """
    from factcheck.cli._incoming import original_of

    if remove and path:
        raise click.UsageError("--remove takes no FILE.")
    chosen = config(db, reviewer)
    writes = remove or path is not None
    with desk(chosen, must_exist=True, readonly=not writes) as store:
        known = store.article(article)
        if path is not None:
            day = published or (known.published.value if known.published else None)
            _keep(store, known, original_of(path, chosen, published=day).article, chosen.reviewer)
        elif remove:
            _keep(store, known, None, chosen.reviewer)
        _print(store, known)


def _keep(store: "Store", article: "Article", original: "Article | None", reviewer: str) -> None:
    """Record what the article translates, where that is new."""
    from factcheck.app.screens._translating import remember
    from factcheck.cli._checked import findings_on

    if not remember(store, article, original, reviewer, now()):
        return
    findings = findings_on(store, article, [entry.claim for entry in store.ledger(article.key)])
    answers = store.answers(article.key, findings)
    store.set_findings(article.key, sum(finding.key not in answers for finding in findings))


def _print(store: "Store", article: "Article") -> None:
    from factcheck.safe import safe_line

    told = store.original(article.key)
    if told is None:
        click.echo(f"{article.key}: translates nothing that was told")
        return
    here = "" if store.original_text(told) is not None else "; its text is not on this desk"
    when = f"{told.at.astimezone():%Y-%m-%d %H:%M}" if told.at else ""
    click.echo(safe_line(f"{article.key}: translates {told.file}, said by {told.by}, {when}"))
    click.echo(f"SHA-256 of its text: {told.sha256}{here}")
