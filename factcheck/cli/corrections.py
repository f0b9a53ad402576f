"""`factcheck corrections`: what persons read otherwise than the finder, as examples for its tests."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli._desk import config, db_option, desk, json_of

if TYPE_CHECKING:
    from factcheck.document import Document
    from factcheck.model import Article, Entry


@click.command("corrections")
@db_option
@click.option("-o", "--output", default="-", metavar="FILE", help="Where to; - is standard output.")
def command(db: str | None, output: str) -> None:
    """Write each mistake of the finder as an example (TOML): values that were corrected, claims that were added, and
    what was dismissed as no claim.
    """
    from pathlib import Path

    from factcheck.atomic import as_text, write_atomic
    from factcheck.document import Document

    with desk(config(db), must_exist=True, readonly=True) as store:
        cases = []
        for status in store.statuses():
            article = store.article(status.key)
            document = Document(article.text, article.published)
            cases += [case for entry in store.ledger(status.key) for case in _cases(article, document, entry)]
    if output == "-":
        click.echo("\n".join(cases), nl=False)
        return
    with write_atomic(Path(output)) as out, as_text(out) as text:
        text.write("\n".join(cases))
    click.echo(f"{len(cases)} example{'' if len(cases) == 1 else 's'}", err=True)


def _cases(article: "Article", document: "Document", entry: "Entry") -> Iterator[str]:
    """The example of a claim that the finder got wrong; none of one that it got right."""
    from factcheck.model import Origin, Verdict

    claim, standing = entry.claim, entry.standing
    dismissed = standing.verdict is Verdict.DISMISSED
    if claim.origin is Origin.ADDED and not dismissed:
        told = "the finder did not see it"
    elif standing.found_as and not dismissed:
        told = f"the finder read {standing.found_as}"
    elif claim.origin is Origin.FOUND and dismissed:
        told = f"no claim; the finder read {standing.found_as or claim.value}"
    else:
        return
    published = article.published
    lines = [
        "[[case]]",
        f"kind = {_toml(claim.kind)}",
        f"text = {_toml(_sentence(document, entry))}",
        *([f"published = {_toml(published.value)}"] if published else []),
        f"why = {_toml(told)}",
        f"found = [{'' if dismissed else _found(entry)}]",
    ]
    yield "\n".join(lines) + "\n"


def _sentence(document: "Document", entry: "Entry") -> str:
    """The sentence a claim stands in."""
    span = entry.claim.span
    start = min(document.sentence_at(span.start).start, span.start)
    end = max(document.sentence_at(max(span.end - 1, span.start)).end, span.end)
    return document.text[start:end].strip()


def _found(entry: "Entry") -> str:
    from factcheck.cli._desk import dump
    from factcheck.model import PlainValue

    claim = entry.claim
    data: Mapping[str, Any] = claim.value.data if isinstance(claim.value, PlainValue) else dump(claim)
    plain = {name: value for name, value in data.items() if isinstance(value, str) and value}
    told = {"quote": claim.quote, **plain}
    return f"{{ {', '.join(f'{name} = {_toml(value)}' for name, value in told.items())} }}"


def _toml(text: str) -> str:
    """A basic string of TOML: JSON's, whose escapes TOML has too."""
    return json_of(text)
