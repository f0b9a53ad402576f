"""Compares the projections with a replay of the whole log, and can write them anew from it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from db.desk import Desk
from db.driver import sqlite3
from db.replay import TABLES, replayed, rewrite

_MOST = 1000


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that only the desk has (`kept`), or that only a replay of its log gives."""

    table: str
    row: tuple[Any, ...]
    kept: bool

    def __str__(self) -> str:
        side = "is not what the log comes to" if self.kept else "is missing"
        return f"{self.table}: {' | '.join(str(part) for part in self.row)} {side}"


def examine(desk: Desk) -> tuple[Difference, ...]:
    """Where the projections differ from a replay of the log, and what SQLite finds wrong with the file."""
    with desk.reading() as connection:
        broken = [row for row in connection.execute("pragma integrity_check") if row != ("ok",)]
        broken += connection.execute("pragma foreign_key_check").fetchall()
        with replayed(connection, "begin"):
            differences = tuple(_differences(connection))
    return (*(Difference("file", tuple(row), True) for row in broken), *differences)


def rebuild(desk: Desk) -> tuple[Difference, ...]:
    """Write the projections anew from the log; what differed before. The log itself is never changed."""
    with desk.writing() as connection, replayed(connection):
        differences = tuple(_differences(connection))
        rewrite(connection)
    return differences


def _differences(connection: sqlite3.Connection) -> Iterator[Difference]:
    for row in connection.execute(f"select key, quote from temp.r_claim limit {_MOST}"):
        yield Difference("claim", row, False)
    for table, columns in TABLES.items():
        kept, replayed = f"select {columns} from main.{table}", f"select {columns} from temp.r_{table}"
        for first, second, side in ((kept, replayed, True), (replayed, kept, False)):
            for row in connection.execute(f"{first} except {second} limit {_MOST}"):
                yield Difference(table, row, side)
