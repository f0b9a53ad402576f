"""`factcheck extract`: the claims of a text, without a desk and without a screen."""

import json
import sys
from typing import Any, TextIO

import click

from factcheck.checks import findings_of
from factcheck.errors import InputError
from factcheck.extract import claims_of
from factcheck.kinds import kinds
from factcheck.model import Article, Claim, Finding, Published


@click.command("extract")
@click.option("--jsonl", is_flag=True, help="Read and write JSON Lines, one text a line.")
@click.argument("file", type=click.File(encoding="utf-8"))
def command(file: TextIO, jsonl: bool) -> None:
    """Print the claims found in FILE."""
    for number, line in enumerate(file, 1):
        try:
            click.echo(json.dumps(_answer(line), ensure_ascii=False))
        except InputError as error:
            click.echo(f"factcheck: line {number}: {error.message}", err=True)
    sys.stdout.flush()


def _answer(line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
        published = Published(row["published"]) if row.get("published") else None
        article = Article("", row["text"], published)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"not a JSON object with a text: {error}") from error
    claims = claims_of(article)
    index = {claim.key: at for at, claim in enumerate(claims)}
    return {
        "id": row.get("id"),
        "claims": [as_data(claim) for claim in claims],
        "findings": [finding_data(finding, index) for finding in findings_of(article, claims)],
    }


def as_data(claim: Claim) -> dict[str, Any]:
    """A claim as JSON data."""
    return {
        "kind": claim.kind,
        "start": claim.span.start,
        "end": claim.span.end,
        "quote": claim.quote,
        "value": kinds()[claim.kind].dump(claim.value),
    }


def finding_data(finding: Finding, index: dict[str, int]) -> dict[str, Any]:
    """A finding as JSON data, its claims as indexes."""
    return {
        "check": finding.check,
        "severity": finding.severity,
        "claims": [index[key] for key in finding.claims],
        "message": finding.message,
        "arithmetic": list(finding.arithmetic),
        "suggestion": finding.suggestion,
    }
