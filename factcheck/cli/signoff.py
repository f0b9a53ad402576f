"""`factcheck signoff`: somebody answers for an article."""

import sys

import click

from factcheck.cli._desk import config, db_option, desk, now, reviewer_option


@click.command("signoff")
@db_option
@reviewer_option
@click.option("--role", required=True, metavar="ROLE", help="As what: checker, second, editor, or what the rules name.")
@click.argument("article", metavar="ARTICLE")
def command(db: str | None, reviewer: str | None, role: str, article: str) -> None:
    """Sign ARTICLE (its id, or the beginning of it) off, as it stands now.

    It holds for this draft and what stands on it: whatever changes that afterwards reopens it. Where something is
    missing that the rules ask for, it is printed and nothing is signed (exit status 1).
    """
    from factcheck.cli._missing import missing_on
    from factcheck.errors import RuleError
    from factcheck.missing import barred
    from factcheck.model import Act, Verb
    from factcheck.rules import load_rules
    from factcheck.safe import safe_line

    chosen = config(db, reviewer)
    rules = load_rules(chosen.desk)
    with desk(chosen, must_exist=True) as store:
        its = store.article(article)
        if why := barred(its, rules, store.sign_offs(its.key), chosen.reviewer, role):
            raise RuleError(f"{why} Nothing was signed.")
        missing = missing_on(store, its, rules, role, rules.viewer(chosen.reviewer))
        for each in missing:
            click.echo(safe_line(str(each)))
        if missing:
            count = "1 thing is" if len(missing) == 1 else f"{len(missing)} things are"
            click.echo(f"{count} missing. Nothing was signed.")
            sys.exit(1)
        store.record(Act(now(), chosen.reviewer, Verb.SIGNED_OFF, its.draft, data={"role": role}))
    click.echo(f"{its.key}: signed off by {safe_line(chosen.reviewer)} as {safe_line(role)}, draft {its.draft}")
