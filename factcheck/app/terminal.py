"""The terminal the app runs in: what it must be able to do, and how it is given back."""

import os
import sys
from io import TextIOWrapper
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from textual.app import App

FAULT = (
    "factcheck stopped because of a fault of its own (see above). "
    "Every verdict that was shown is in the log: open the desk again to go on."
)


class TerminalError(FactcheckError):
    """The app cannot be drawn here; nothing was read or stored."""

    title = "No terminal"


def require_terminal() -> None:
    """Refuses to go on where no app can be drawn: without a terminal, or with one that cannot move its cursor.

    Raises:
        TerminalError: with what to do instead.
    """
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        raise TerminalError(
            "The desk needs a terminal, and there is none here. "
            "`factcheck review --plain`, `extract`, `add`, `list`, `status` and `export` work without one."
        )
    if (name := os.environ.get("TERM", "")) in ("", "dumb", "unknown"):
        raise TerminalError(
            f"The desk cannot be drawn in a terminal of the type {name!r} (TERM). Set TERM to what it is, "
            "or use `factcheck review --plain`, `extract`, `add`, `list`, `status` and `export`."
        )


def few_colours() -> bool:
    """Whether the terminal has 16 colours or fewer, so that its own palette is what can be read."""
    from rich.console import Console

    return Console().color_system in (None, "standard")


def is_without_unicode() -> bool:
    """Whether what is drawn is not written as UTF-8, or the terminal is a console whose font has few signs."""
    stream = sys.__stderr__
    encoding = (stream.encoding if stream else "").lower().replace("_", "-")
    return encoding not in ("utf-8", "utf8") or os.environ.get("TERM") == "linux"


def run(app: "App[None]") -> int:
    """Runs an app in this terminal to its end; what the encoding lacks is written in ASCII.

    Returns the exit status: 0, 1 after a fault, 128 + n after signal n.
    """
    from factcheck.app.ascii import SAME_CELLS

    for stream in (sys.__stdout__, sys.__stderr__):  # Textual draws on the latter
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=SAME_CELLS)
    app.run()
    status = app.return_code or 0
    if status == 1:
        print(FAULT, file=sys.stderr)
    return status
