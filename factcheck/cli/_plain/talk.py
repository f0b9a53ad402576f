"""Lines out and lines in: all that the plain review says and is answered goes through here."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from shutil import get_terminal_size
from typing import TextIO

import click

from factcheck.app.look import TYPED
from factcheck.cli._plain.lines import WIDTH, cells, wrapped
from factcheck.safe import safe_line

_LINE_ENDS = re.compile(r" ?\n[ \n]*")
_KEYS = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]|\x1bO?.?|[\0-\x08\x0b-\x1f\x7f]")
"""What keys that move a cursor leave in a line, and other characters that are no words."""
NARROWEST = 20
"""How many cells a line has at least, also where a terminal says that it has fewer."""


class Ended(Exception):
    """There are no more answers."""


class Talk:
    """Says lines and asks for them; nothing of what it says steers a terminal or is wider than eighty columns."""

    def __init__(self, answers: TextIO) -> None:
        self._answers, self._echoes = answers, not answers.isatty()
        self._encoding = getattr(sys.stdout, "encoding", None) or "ascii"

    def say(self, text: str = "") -> None:
        """Say one thing, on as many lines as it takes; line ends of the article are spaces in it."""
        self._show(_LINE_ENDS.sub(" ", text))

    def ask(self, prompt: str) -> str:
        """The answer to a question, without the space around it. Answers that no terminal shows are repeated.

        Raises:
            Ended: if there is none any more.
        """
        *lines, last = wrapped(self._shown(prompt), 0, self._width)
        for part in lines:
            click.echo(part)
        click.echo(f"{last} ", nl=False)
        line = self._answers.readline()
        answer = _KEYS.sub("", line).strip()
        if self._echoes or not line:
            self._show(answer, cells(last) + 1)
        if not line:
            raise Ended
        return answer

    def _show(self, text: str, taken: int = 0) -> None:
        for line in wrapped(self._shown(safe_line(text)), taken, self._width):
            click.echo(line)

    def _shown(self, text: str) -> str:
        """The text in signs that the encoding has, where there are such."""
        try:
            text.encode(self._encoding)
        except UnicodeEncodeError:
            typed = text.translate(TYPED).replace("…", "...")
            return typed.encode(self._encoding, "backslashreplace").decode(self._encoding)
        return text

    @property
    def _width(self) -> int:
        """How wide lines may be: a terminal may be narrower than others."""
        return min(WIDTH, max(NARROWEST, get_terminal_size().columns - 1)) if sys.stdout.isatty() else WIDTH


@contextmanager
def talking() -> Iterator[Talk]:
    """A talk by standard input and output; what an encoding cannot hold is escaped in one and replaced in the other."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    encoding = sys.stdin.encoding if sys.stdin else None
    with open(0, encoding=encoding, errors="replace", closefd=False) as answers:
        yield Talk(answers)
