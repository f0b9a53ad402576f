"""Lines out and lines in: all that the plain review says and is answered goes through here."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from typing import TextIO

import click

from factcheck.cli._plain.lines import cells, wrapped
from factcheck.safe import safe_line

_LINE_ENDS = re.compile(r" ?\n[ \n]*")


class Ended(Exception):
    """There are no more answers."""


class Talk:
    """Says lines and asks for them; nothing of what it says steers a terminal or is wider than eighty columns."""

    def __init__(self, answers: TextIO) -> None:
        self._answers, self._echoes = answers, not answers.isatty()

    def say(self, text: str = "") -> None:
        """Say one thing, on as many lines as it takes; line ends of the article are spaces in it."""
        for line in wrapped(safe_line(_LINE_ENDS.sub(" ", text))):
            click.echo(line)

    def ask(self, prompt: str) -> str:
        """The answer to a question, without the space around it. Answers that no terminal shows are repeated.

        Raises:
            Ended: if there is none any more.
        """
        click.echo(f"{prompt} ", nl=False)
        line = self._answers.readline()
        if self._echoes or not line:
            for part in wrapped(safe_line(line.strip()), cells(prompt) + 1):
                click.echo(part)
        if not line:
            raise Ended
        return line.strip()


@contextmanager
def talking() -> Iterator[Talk]:
    """A talk by standard input and output; what an encoding cannot hold is escaped in one and replaced in the other."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    encoding = sys.stdin.encoding if sys.stdin else None
    with open(0, encoding=encoding, errors="replace", closefd=False) as answers:
        yield Talk(answers)
