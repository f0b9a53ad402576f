"""What the commands share: the options that name a desk and a reviewer, and the way to open both."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache, wraps
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

if TYPE_CHECKING:
    from db import Store
    from factcheck.config import Config
    from factcheck.model import Claim, Value
    from factcheck.rules import Rules
    from factcheck.syntax import Parser

Command = TypeVar("Command", bound=Callable[..., Any])

db_option = click.option("--db", metavar="FILE", help="The desk's database (FACTCHECK_DB, or the configuration).")
reviewer_option = click.option(
    "--reviewer", metavar="NAME", help="Who gives the verdicts (FACTCHECK_REVIEWER, or the login name)."
)
readonly_option = click.option(
    "--readonly",
    is_flag=True,
    envvar="FACTCHECK_READONLY",
    help="Open the desk without writing a byte to it (FACTCHECK_READONLY).",
)

parser_option = click.option(
    "--parser", metavar="NAME", help="none, or spacy: finds a few more statements (or the configuration)."
)


def article_options(command: Command) -> Command:
    """The options that say about an article what its file does not."""
    for option in (
        click.option("--source", metavar="TEXT", help="Where it comes from."),
        click.option("--published", metavar="DATE", help="When it was published: 2021-12-06, 2021-12, or in words."),
        click.option("--title", metavar="TEXT", help="Its headline."),
    ):
        command = option(command)
    return command


def status_2_when_unread(function: Command) -> Command:
    """For commands whose answer is their exit status: what keeps them from answering ends with status 2."""

    @wraps(function)
    def command(*args: Any, **options: Any) -> Any:
        from factcheck.errors import FactcheckError
        from factcheck.safe import safe

        try:
            return function(*args, **options)
        except FactcheckError as error:
            click.echo(f"factcheck: {safe(error.message)}", err=True)
            raise SystemExit(2) from error

    return cast(Command, command)


def look_options(command: Command) -> Command:
    """The options that say how the screen is drawn."""
    for option in (
        click.option("--ascii", "ascii_only", is_flag=True, help="Draw with ASCII alone."),
        click.option(
            "--theme", metavar="NAME", help="dark, light, high-contrast, colour-blind (or the configuration)."
        ),
    ):
        command = option(command)
    return command


NO_NEW_ONE = "This article is not on the desk, and a desk open to read only takes no new one."

policy_option = click.option(
    "--policy",
    type=click.Choice(["warn"]),
    help="Keep a verdict that lacks the evidence the desk's rules want, and mark it.",
)


def rules(of: "Config", policy: str | None = None) -> "Rules":
    """The rules of a desk, with what the command line says on top."""
    from factcheck.rules import load_rules

    told = load_rules(of.desk)
    return told.lenient() if policy == "warn" else told


def counted(count: int, noun: str) -> str:
    """A count with its noun: "1 draft", "2 drafts"."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def now() -> datetime:
    """The time acts are recorded at."""
    return datetime.now(UTC)


def config(
    db: str | None = None,
    reviewer: str | None = None,
    theme: str | None = None,
    *,
    ascii_only: bool = False,
    parser: str | None = None,
) -> "Config":
    """The configuration with what the command line says on top."""
    from factcheck.config import load_config

    return load_config(db=db, reviewer=reviewer, theme=theme, ascii=ascii_only, parser=parser)


def parser_of(of: "Config") -> "Parser | None":
    """The parser that was chosen, loaded; None where the rules read alone.

    Raises:
        ConfigError: if there is no such parser, or it is not installed.
    """
    from factcheck.parse import parser_named

    return parser_named(of.parser) if of.parser else None


def dump(claim: "Claim") -> dict[str, Any]:
    """A claim's value as the JSON data that is stored."""
    from factcheck.kinds import kinds

    return kinds()[claim.kind].dump(claim.value)


def load(kind: str, data: Mapping[str, Any]) -> "Value":
    """The value that stored data stands for; plain where the kind is not installed here."""
    known, plain = _readers()
    return known[kind](data) if kind in known else plain(data)


@cache
def _readers() -> tuple[Mapping[str, Callable[[Mapping[str, Any]], "Value"]], Callable[[Mapping[str, Any]], "Value"]]:
    """What reads values of each kind, and of any other; asked for once, not for each value of a long ledger."""
    from factcheck.kinds import kinds
    from factcheck.model import PlainValue

    return {name: kind.load for name, kind in kinds().items()}, PlainValue


@contextmanager
def desk(of: "Config", *, must_exist: bool = False, readonly: bool = False, ruled: bool = True) -> Iterator["Store"]:
    """The desk, open for the length of a command; where `readonly`, or FACTCHECK_READONLY says so, no byte is written.

    It is read on the terms of its rules, and where it is written, a change of the rules goes to its log; unless
    `ruled` is false, for commands that are about the file alone.

    Raises:
        StoreError: if it cannot be opened, or must exist and does not.
        ConfigError: if its rules cannot be read.
    """
    from db import Store
    from factcheck.errors import StoreError
    from factcheck.rules import Rules, load_rules
    from factcheck.safe import safe_line

    readonly = readonly or told_to_read_only()
    if must_exist and not of.desk.exists():
        raise StoreError(f"There is no desk at {safe_line(str(of.desk))} yet. `factcheck add FILE` makes one.")
    try:
        if not readonly:
            of.desk.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"The folder of the desk cannot be made: {error.strerror}. Choose another with --db."
        ) from error
    rules = load_rules(of.desk) if ruled else Rules()
    with Store(of.desk, dump, load, readonly=readonly, terms=rules.terms, clock=now, tell=_tell) as store:
        if ruled and not readonly:
            store.declare_rules(rules.data(), actor=of.reviewer, at=now())
        yield store


def told_to_read_only() -> bool:
    """Whether FACTCHECK_READONLY keeps every command from writing, also those that do nothing but write."""
    return bool(click.BOOL(os.environ.get("FACTCHECK_READONLY") or False))


def _tell(what: str) -> None:
    from factcheck.safe import safe_line

    click.echo(f"factcheck: {safe_line(what)}", err=True)


def json_of(data: Any, *, indent: int | None = None, default: Callable[[Any], Any] | None = None) -> str:
    """JSON for programs that does nothing to a terminal either."""
    import json

    from factcheck.safe import escaped

    return escaped(json.dumps(data, ensure_ascii=False, indent=indent, default=default))
