"""A bar that shows how far a long command is, where somebody looks at a terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click


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
