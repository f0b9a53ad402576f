"""`factcheck rules`: what the rules of the desk ask for, and when they changed."""

import click

from factcheck.cli._desk import config, db_option, desk, json_of


@click.command("rules")
@db_option
@click.option("--json", "as_json", is_flag=True, help="One JSON object: the rules, and every change of them.")
def command(db: str | None, as_json: bool) -> None:
    """Print the rules of the desk (factcheck.toml beside the database) and every change that its log tells of."""
    from factcheck.rules import FILE, changes_in_words, load_rules
    from factcheck.safe import safe_line

    chosen = config(db)
    rules = load_rules(chosen.desk)
    with desk(chosen, must_exist=True, readonly=True) as store:
        changes = [event.act for event in store.rule_changes()]
    if as_json:
        told = [{"at": act.at.isoformat(), "by": act.actor, **act.data} for act in changes]
        click.echo(json_of({"rules": rules.data(), "changes": told}, default=dict))
        return
    path = chosen.desk.parent / FILE
    click.echo(f"{safe_line(str(path))}{'' if path.exists() else ' (not there: nothing but verdicts is asked for)'}")
    for name, what in rules.lines():
        click.echo(f"  {safe_line(name):<14}{safe_line(what)}")
    for act in changes:
        click.echo(f"{act.at.astimezone():%Y-%m-%d %H:%M}  {safe_line(act.actor)}: {safe_line(changes_in_words(act))}")
