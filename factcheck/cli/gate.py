"""`factcheck gate`: whether an article may leave, for a publishing system or a hook."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from factcheck.cli._desk import config, db_option, desk, status_2_when_unread

if TYPE_CHECKING:
    from db import Store
    from factcheck.model import Article, Entry
    from factcheck.rules import Rules


@click.command("gate")
@db_option
@click.argument("article", metavar="ARTICLE")
@status_2_when_unread
def command(db: str | None, article: str) -> None:
    """Tell what the desk's rules still ask for on ARTICLE (its id, or the beginning of it).

    The rules are in factcheck.toml beside the database. Exit status: 0 all is done, 1 something is missing, 2 the desk
    or its rules could not be read.
    """
    from factcheck.rules import load_rules
    from factcheck.safe import safe_line

    chosen = config(db)
    with desk(chosen, must_exist=True, readonly=True) as store:
        its = store.article(article)
        missing = list(_missing(store, its, load_rules(chosen.desk)))
    for what in missing:
        click.echo(safe_line(what))
    if missing:
        click.echo(f"{len(missing)} things are missing.")
        sys.exit(1)
    click.echo(f"All is done on draft {its.draft}.")


def _missing(store: "Store", article: "Article", rules: "Rules") -> Iterator[str]:
    from factcheck.checks import findings_of
    from factcheck.model import Severity, Verdict
    from factcheck.rules import lacking

    ledger = store.ledger(article.key)
    for entry in ledger:
        standing = entry.standing
        if standing.verdict is Verdict.OPEN:
            yield f"{_named(entry)}: open{f' again, {standing.was} before it changed' if standing.changed else ''}"
        elif standing.contested:
            yield f"{_named(entry)}: contested"
        elif standing.changed:
            yield f"{_named(entry)}: {standing.verdict} when it was read as {standing.read_as}"
        elif standing.verdict is Verdict.VERIFIED and (
            what := lacking(rules.evidence, store.evidence(entry.claim.key))
        ):
            yield f"{_named(entry)}: {what}"
    answers = store.answers(article.key)
    for finding in findings_of(article, [entry.claim for entry in ledger]) if rules.findings else ():
        if finding.severity is not Severity.NOTE and finding.key not in answers:
            yield f"claim {ledger[ledger.position[finding.claims[0]]].number}: not answered: {finding.message}"


def _named(entry: "Entry") -> str:
    return f"claim {entry.number} “{entry.claim.quote}”"
