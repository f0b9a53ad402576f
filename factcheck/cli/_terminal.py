"""What a long command shows on a terminal: how far it is, and words that cannot steer it."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TextIO

import click

from factcheck.safe import safe


@contextmanager
def progress(length: int, label: str = "Writing", *, beside: bool = True) -> Iterator[Callable[[int], None]]:
    """A way to tell how many of `length` are done.

    The bar is drawn where standard error is a terminal. Unless `beside` is true, the command's words go to standard
    output meanwhile, and where that is a terminal too, there is no bar.
    """
    if not sys.stderr.isatty() or (sys.stdout.isatty() and not beside):
        yield lambda count: None
        return
    steps = max(length // 500, 1)
    with click.progressbar(length=length, file=sys.stderr, label=label, update_min_steps=steps) as bar:
        yield bar.update


class Shown:
    """A stream of text to a terminal, where what could steer it is made visible; tabs and line ends stay.

    A file, and a program at the other end of a pipe, get the exact words: this is for eyes alone.
    """

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def write(self, text: str) -> int:
        self._out.write("\t".join(map(safe, text.split("\t"))))
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.write(line)
