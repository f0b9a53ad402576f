"""`factcheck check`: what an article's claims say against each other, for people, editors and machines."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from factcheck.cli._desk import config, json_of, parser_of, parser_option, status_2_when_unread

if TYPE_CHECKING:
    from factcheck.cli._problems import Problem
    from factcheck.config import Config


@click.command("check")
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "sarif"]), default="text", show_default=True,
    help="text is file:line:column: severity: sentence; json one object a finding; sarif SARIF 2.1.0.",
)  # fmt: skip
@click.option("--strict", is_flag=True, help="Report notes too, which may well be right.")
@click.option("--published", metavar="DATE", help="When the articles were published.")
@click.option("--original", metavar="FILE", help="What FILE translates: amounts and dates missing, added or changed.")
@parser_option
@click.argument("files", nargs=-1, required=True, metavar="FILE|URL|-...")
@status_2_when_unread
def command(
    files: tuple[str, ...],
    form: str,
    strict: bool,
    published: str | None,
    original: str | None,
    parser: str | None,
) -> None:
    """Check the numbers of articles against each other.

    Exit status: 0 nothing found, 1 something found, 2 something could not be read.
    """
    from factcheck.cli._problems import sarif
    from factcheck.model import Severity

    if original and len(files) > 1:
        raise click.UsageError("--original goes with one FILE, its translation.")
    if original == "-" and files == ("-",):
        raise click.UsageError("Standard input can be the translation or its original, not both.")
    unread: list[str] = []
    problems = _problems(files, config(parser=parser), published, original, unread)
    kept = (problem for problem in problems if strict or problem.finding.severity is not Severity.NOTE)
    found = 0
    if form == "sarif":
        every = list(kept)
        found = len(every)
        click.echo(json_of(sarif(every), indent=2))
    else:
        for problem in kept:
            found += 1
            click.echo(json_of(problem.as_data()) if form == "json" else problem.as_text())
    sys.exit(2 if unread else 1 if found else 0)


def _problems(
    files: tuple[str, ...], chosen: "Config", published: str | None, original: str | None, unread: list[str]
) -> "Iterator[Problem]":
    """The problems of each file in turn; a file that cannot be read is told on standard error and noted in `unread`."""
    from factcheck.cli._incoming import incoming, original_of
    from factcheck.cli._problems import Text, problems_beside, problems_of
    from factcheck.errors import FactcheckError
    from factcheck.safe import safe

    parse = parser_of(chosen)
    for file in files:
        try:
            arrived = incoming(file, chosen, published=published)
            source = original_of(original, chosen, published=published) if original else None
        except FactcheckError as error:
            click.echo(f"factcheck: {safe(error.message)}", err=True)
            unread.append(file)
            continue
        text = Text(file, arrived.article, arrived.lines_before)
        yield from problems_of(text, parse)
        if original and source:
            yield from problems_beside(text, Text(original, source.article, source.lines_before))
