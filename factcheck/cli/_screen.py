"""Puts the app together and runs it in this terminal."""

import gc
import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli._desk import NO_NEW_ONE, desk, now, parser_of, rules
from factcheck.safe import safe_line

if TYPE_CHECKING:
    from factcheck.cli._incoming import Arrived
    from factcheck.config import Config
    from factcheck.figures import Asked
    from factcheck.model import Article


def keys_from_terminal() -> None:
    """Makes the terminal the standard input again after an article came in by it, where there is a terminal."""
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        return
    os.dup2(terminal, 0)
    os.close(terminal)


def show(
    config: "Config",
    read: "Callable[[], Arrived] | None" = None,
    article: str | None = None,
    original: "Callable[[], Article] | None" = None,
    policy: str | None = None,
    *,
    audit: "Asked | None" = None,
    readonly: bool = False,
) -> None:
    """The desk, or one article of it (`article`: its key), or the article that `read` brings in; ends the process.

    `original` brings in what that article translates; `audit` is what the audit begins with. Where `readonly`, not a
    byte of the desk is written.

    Raises:
        StoreError: if an article is new to a desk that is open to read only.
        TerminalError: if there is no terminal to draw in; then nothing was read.
    """
    from factcheck.app.terminal import require_terminal, run

    require_terminal()
    gc.disable()  # until the first frame hardly anything is let go of; the app goes on with it then
    parser = parser_of(config)
    arrived = read() if read else None
    translated = original() if original else None

    from factcheck.app.app import FactcheckApp, Incoming
    from factcheck.app.places import Places
    from factcheck.config import places
    from factcheck.errors import StoreError

    with desk(config, readonly=readonly) as store:
        if readonly and arrived and store.has(arrived.article.draft) is None:
            raise StoreError(NO_NEW_ONE)
        app = FactcheckApp(
            store,
            reviewer=config.reviewer,
            clock=now,
            parser=parser,
            article=article,
            incoming=Incoming(arrived.article, arrived.data) if arrived else None,
            original=translated,
            audit=audit,
            file_limit=config.file_limit,
            rules=rules(config, policy),
            places=Places(places(), f"{config.reviewer}@{store.path.resolve()}"),
            **_look(config),
        )
        status = run(app)
        for line in app.farewell:
            click.echo(safe_line(line))
    sys.exit(status)


def _look(config: "Config") -> dict[str, Any]:
    """How the app is to look in this terminal, and which keys it hears."""
    from factcheck.app.terminal import few_colours, is_without_unicode

    return {
        "theme": config.theme,
        "preset": config.keymap,
        "keys": config.keys,
        "few_colours": few_colours(),
        "ascii_only": config.ascii or is_without_unicode(),
    }
