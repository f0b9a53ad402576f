"""`factcheck extract`: the claims of a text, without a desk and without a screen."""

import json
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli._desk import article_options, config, counted, json_of, parser_of, parser_option

if TYPE_CHECKING:
    from factcheck.model import Article, Claim, Finding
    from factcheck.syntax import Parser

_GAPS_SHOWN = 8
"""How many of the words that no claim covers are named."""


@click.command("extract")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.option("--jsonl", is_flag=True, help='Read and write JSON Lines: {"id", "text", "published"} a line.')
@article_options
@parser_option
@click.argument("file", metavar="FILE|URL|-")
def command(
    file: str,
    form: str,
    jsonl: bool,
    title: str | None,
    published: str | None,
    source: str | None,
    parser: str | None,
) -> None:
    """Print the claims found in FILE, and what the checks say about them."""
    chosen = config(parser=parser)
    parse = parser_of(chosen)
    if jsonl:
        raise SystemExit(_stream(file, parse))
    from factcheck.checks import findings_of
    from factcheck.cli._incoming import incoming
    from factcheck.extract import claims_of

    article = incoming(file, chosen, title=title, published=published, source=source).article
    claims = claims_of(article, parser=parse)
    findings = findings_of(article, claims)
    if form == "json":
        head = {
            "title": article.title,
            "published": article.published.value if article.published else None,
            "inferred": bool(article.published and article.published.inferred),
        }
        click.echo(json_of({**head, **as_data(claims, findings)}, indent=2))
    else:
        _print_tables(article, claims, findings)


def _stream(file: str, parse: "Parser | None") -> int:
    """One line out for each line in; a bad line is told on standard error. The exit status: 1 if there was one."""
    status = 0
    with click.open_file(file, "rb") as lines:
        for number, line in enumerate(lines, 1):
            try:
                answer = _answer(line, parse)
            except (ValueError, KeyError, TypeError, RecursionError) as error:
                click.echo(f"factcheck: line {number} was left out: {_reason(error)}", err=True)
                status = 1
                continue
            sys.stdout.write(f"{json.dumps(answer)}\n")
            sys.stdout.flush()
    return status


def _reason(error: Exception) -> str:
    from factcheck.safe import safe_line

    if isinstance(error, KeyError):
        return f"it has no {error.args[0]}."
    return f"it is not a JSON object with a text: {safe_line(str(error))}."


def _answer(line: bytes, parse: "Parser | None") -> dict[str, Any]:
    from factcheck.checks import findings_of
    from factcheck.extract import claims_of
    from factcheck.model import Article, Published

    row = json.loads(line)
    if not isinstance(row, dict) or not isinstance(row["text"], str):
        raise TypeError("the text is not a string")
    published = str(row["published"]).partition("T")[0] if row.get("published") else None
    article = Article("", row["text"], Published(published) if published else None)
    claims = claims_of(article, parser=parse)
    return {"id": row.get("id"), **as_data(claims, findings_of(article, claims))}


def as_data(claims: "tuple[Claim, ...]", findings: "Iterable[Finding]") -> dict[str, Any]:
    """Claims and findings as JSON data; a finding names its claims by their place in the list."""
    from factcheck.kinds import kinds

    place = {claim.key: at for at, claim in enumerate(claims)}
    return {
        "claims": [
            {
                "kind": claim.kind,
                "start": claim.span.start,
                "end": claim.span.end,
                "quote": claim.quote,
                "value": kinds()[claim.kind].dump(claim.value),
            }
            for claim in claims
        ],
        "findings": [
            {
                "check": finding.check,
                "severity": finding.severity.value,
                "claims": [place[key] for key in finding.claims],
                "message": finding.message,
                "arithmetic": list(finding.arithmetic),
                "tolerance": finding.tolerance,
                "suggestion": finding.suggestion,
            }
            for finding in findings
        ],
    }


def _print_tables(article: "Article", claims: "tuple[Claim, ...]", findings: "tuple[Finding, ...]") -> None:
    from factcheck.cli._table import print_table
    from factcheck.kinds import kinds
    from factcheck.safe import safe

    flagged = {key for finding in findings for key in finding.claims}
    print_table(
        ("start", "end", "kind", "quote", "value", "⚑"),
        (
            (str(c.span.start), str(c.span.end), kinds()[c.kind].word, c.quote, str(c.value), "⚑" * (c.key in flagged))
            for c in claims
        ),
    )
    click.echo(f"\n{counted(len(claims), 'claim')}; published {article.published or 'unknown'}")
    _print_gaps(article, claims)
    for finding in findings:
        click.echo(f"\n⚑ {finding.check}: {safe(finding.message)}")
        for line in (*finding.arithmetic, finding.suggestion):
            if line:
                click.echo(f"  {safe(line)}")


def _print_gaps(article: "Article", claims: "tuple[Claim, ...]") -> None:
    """Says which words look like a claim and are part of none: what was not understood is not hidden."""
    from factcheck.extract.uncovered import uncovered
    from factcheck.safe import safe_line

    gaps = uncovered(article, claims)
    if not gaps:
        return
    words = "1 word that looks" if len(gaps) == 1 else f"{len(gaps)} words that look"
    shown = ", ".join(f"{safe_line(gap.quote)} ({gap.span.start})" for gap in gaps[:_GAPS_SHOWN])
    rest = "" if len(gaps) <= _GAPS_SHOWN else ", ..."
    click.echo(f"{words} like a claim {'is' if len(gaps) == 1 else 'are'} not covered: {shown}{rest}")
