"""Plain aligned columns for a terminal or a pipe."""

import unicodedata
from collections.abc import Iterable, Sequence
from itertools import islice

import click

from factcheck.safe import safe_line

_WIDEST = 48
_AT_ONCE = 100


def print_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Prints rows under a head; columns are as wide as they must be, at most 48 cells; numbers stand on the right."""
    table = [tuple(map(_fitted, head)), *(tuple(map(_fitted, row)) for row in rows)]
    widths = [max(map(_cells, column)) for column in zip(*table, strict=True)]
    numeric = [all(_is_number(cell) for cell in column[1:]) for column in zip(*table, strict=True)]
    print_lines(
        "  ".join(
            " " * (width - _cells(cell)) + cell if right else cell + " " * (width - _cells(cell))
            for cell, width, right in zip(row, widths, numeric, strict=True)
        ).rstrip()
        for row in table
    )


def print_lines(lines: Iterable[str]) -> None:
    """Prints lines, some at once: a long list takes a write for each otherwise."""
    every = iter(lines)
    while some := list(islice(every, _AT_ONCE)):
        click.echo("\n".join(some))


def _is_number(cell: str) -> bool:
    return cell.rstrip("%").isdigit()


def _fitted(cell: str) -> str:
    cell = safe_line(cell)
    if _cells(cell) <= _WIDEST:
        return cell
    while _cells(cell) >= _WIDEST:
        cell = cell[:-1]
    return f"{cell}…"


def _cells(text: str) -> int:
    """How many cells of a terminal a line takes: wide characters take two, combining ones none."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def numbered(number: int, what: str) -> str:
    """How many of something, in words: 1 claim, 2 claims."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
