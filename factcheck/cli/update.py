"""`factcheck update`: a new draft of an article of the desk."""

from typing import TYPE_CHECKING

import click

from factcheck.cli._desk import article_options, config, db_option, desk, now, parser_of, parser_option, reviewer_option

if TYPE_CHECKING:
    from factcheck.model import Article, Claim
    from factcheck.redraft import Change, Redraft, Words


@click.command("update")
@db_option
@reviewer_option
@article_options
@parser_option
@click.argument("article", metavar="ARTICLE")
@click.argument("path", metavar="NEW_FILE|URL|-")
def command(
    article: str,
    path: str,
    db: str | None,
    reviewer: str | None,
    title: str | None,
    published: str | None,
    source: str | None,
    parser: str | None,
) -> None:
    """Read a new draft of ARTICLE (its id, or the beginning of it).

    Claims whose sentence and reading did not change keep their verdict, wherever they stand now. Changed ones are open
    again and say what they were; what vanished is listed, what is new is open.
    """
    from factcheck.cli._checked import findings_on
    from factcheck.cli._incoming import incoming
    from factcheck.extract import claims_of
    from factcheck.redraft import redraft

    chosen = config(db, reviewer, parser=parser)
    parse = parser_of(chosen)
    with desk(chosen, must_exist=True) as store:
        before = store.article(article)
        arrived, raw, _ = incoming(path, chosen, title=title, published=published, source=source)
        new = _as_draft_of(before, arrived, bool(published), source)
        claims = claims_of(new, parser=parse)
        told = redraft(before, [entry.claim for entry in store.ledger(before.key, as_found=True)], new, claims)
        findings = findings_on(store, new, [*claims, *told.added])
        fresh = store.update(
            new, claims, carried=told.carried, reopened=told.reopened, added=told.added,
            actor=chosen.reviewer, at=now(), raw=raw, findings=len(findings),
        )  # fmt: skip
        if fresh:
            answers = store.answers(new.key, findings)
            store.set_findings(new.key, sum(finding.key not in answers for finding in findings))
    if not fresh:
        click.echo(f"{before.key}: this is the draft that the desk has; unchanged")
        return
    _print(before, told)


def _as_draft_of(before: "Article", arrived: "Article", dated: bool, source: str | None) -> "Article":
    """What arrived as a draft of `before`: a date that somebody gave, and where it comes from, are kept."""
    from dataclasses import replace

    known = before.published
    keep = not dated and known is not None and (not known.inferred or arrived.published is None)
    return replace(
        arrived,
        key=before.key,
        published=known if keep else arrived.published,
        source=source or before.source or arrived.source,
    )


def _print(before: "Article", told: "Redraft") -> None:
    from factcheck.cli._table import numbered
    from factcheck.safe import safe_line

    counts = f"{numbered(len(told.carried), 'claim')} as they were, {len(told.changed)} changed"
    click.echo(f"{before.key}: {counts}, {len(told.vanished)} vanished, {len(told.new)} new")
    for change in told.changed:
        click.echo(f"  changed   {_said(change.new)}: {safe_line(_why(change))}")
    for claim in told.vanished:
        click.echo(f"  vanished  {_said(claim)}")
    for claim in told.new:
        click.echo(f"  new       {_said(claim)}")


def _why(change: "Change") -> str:
    """How the sentence of a changed claim differs, or what else about it does."""
    from factcheck.redraft import Sign

    if any(run.sign is not Sign.KEPT for run in change.diff):
        return _diff(change.diff)
    if str(change.new.value) != str(change.old.value):
        return f"read as {change.new.value}, before as {change.old.value}"
    return f"the sentence before it is another now: {_diff(change.diff)}"


def _said(claim: "Claim") -> str:
    from factcheck.safe import safe_line

    return f"{safe_line(claim.kind)} “{safe_line(claim.quote)}”"


def _diff(words: "tuple[Words, ...]") -> str:
    from factcheck.redraft import Sign

    marks = {Sign.KEPT: "{}", Sign.OUT: "[-{}-]", Sign.IN: "{{+{}+}}"}
    return "".join(marks[run.sign].format(run.text) for run in words)
