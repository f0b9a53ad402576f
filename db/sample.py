"""The sample of the second check that the log's rules ask for last: what it draws is counted with the claims.

Whoever reads the desk on the terms of another sample has its claims drawn one by one.
"""

import json
from collections.abc import Mapping
from functools import lru_cache, partial
from typing import Any, NamedTuple

from db.driver import sqlite3
from factcheck.terms import Ask, Second


class Sample(NamedTuple):
    """What draws a sample."""

    seed: str
    percent: float


COLUMNS = "seed, percent"


def register(connection: sqlite3.Connection) -> None:
    """Give SQL the function `draws(origin, seed, percent)`; without a sample nothing is drawn."""

    rule = lru_cache(maxsize=2)(partial(Second, Ask.SAMPLE))

    def draws(origin: str, seed: str | None, percent: float | None) -> int:
        return int(percent is not None and rule(percent, seed or "").draws(origin))

    connection.create_function("draws", 3, draws, deterministic=True)


def kept(connection: sqlite3.Connection) -> Sample | None:
    """The sample that is counted."""
    row = connection.execute(f"select {COLUMNS} from sample").fetchone()
    return Sample(*row) if row else None


def in_log(connection: sqlite3.Connection) -> Sample | None:
    """The sample that the rules told last ask for."""
    row = connection.execute(
        "select data from event where verb = 'rules-changed' order by stamp desc, id desc limit 1"
    ).fetchone()
    rules = _mapping(_mapping(json.loads(row[0])).get("rules")) if row else {}
    second = _mapping(rules.get("second"))
    seed, percent = second.get("seed", ""), second.get("percent")
    if second.get("ask") != Ask.SAMPLE or not isinstance(seed, str) or not isinstance(percent, int | float):
        return None
    return Sample(seed, percent)


def _mapping(told: Any) -> Mapping[str, Any]:
    return told if isinstance(told, Mapping) else {}


def column(connection: sqlite3.Connection, second: Second) -> str | None:
    """The column of the counts that tells how many claims need a second person; None where none does."""
    if second.ask is not Ask.SAMPLE:
        return "single"
    return "drawn" if kept(connection) == Sample(second.seed, second.percent) else None
