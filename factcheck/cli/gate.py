"""`factcheck gate`: whether an article may leave, for a publishing system or a hook."""

import sys

import click

from factcheck.cli._desk import config, counted, db_option, desk, json_of, status_2_when_unread


@click.command("gate")
@db_option
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@click.argument("article", metavar="ARTICLE")
@status_2_when_unread
def command(db: str | None, article: str, as_json: bool) -> None:
    """Tell what the desk's rules still ask for on ARTICLE (its id, or the beginning of it).

    The rules are in factcheck.toml beside the database (`factcheck rules` prints them): verdicts, evidence, answers to
    findings, second checks, sign-offs. A claim that is judged is done, also one that is disputed: how many are is
    told. Exit status: 0 all is done, 1 something is missing, 2 the desk or its rules could not be read.
    """
    from factcheck.cli._missing import missing_on
    from factcheck.model import Verdict
    from factcheck.rules import load_rules
    from factcheck.safe import safe_line

    chosen = config(db)
    rules = load_rules(chosen.desk)
    with desk(chosen, must_exist=True, readonly=True) as store:
        its = store.article(article)
        missing = missing_on(store, its, rules)
        disputed = sum(entry.standing.verdict is Verdict.DISPUTED for entry in store.ledger(its.key))
    if as_json:
        found = [{"claim": each.claim or None, "quote": each.quote or None, "missing": each.what} for each in missing]
        click.echo(json_of({"article": its.key, "draft": its.draft, "missing": found, "disputed": disputed}))
    else:
        for each in missing:
            click.echo(safe_line(str(each)))
        count = "1 thing is" if len(missing) == 1 else f"{len(missing)} things are"
        click.echo(f"{count} missing." if missing else f"All is done on draft {its.draft}.")
        if disputed:
            click.echo(f"{counted(disputed, 'claim')} of it {'stands' if disputed == 1 else 'stand'} as disputed.")
    if missing:
        sys.exit(1)
