"""JSON Lines: one object a line, nothing flattened, nothing escaped but what JSON asks for."""

import json
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

from factcheck.columns import About, Row
from factcheck.export import Format, written_once
from factcheck.safe import escaped


class _Members:
    """Makes of cells the members of a JSON object.

    What could steer a terminal, line ends that some readers split at and lone surrogates are written as escapes.
    """

    divider = ","

    def __init__(self) -> None:
        self._dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

    def __call__(self, names: Sequence[str], cells: list[Any]) -> str:
        text = self._dumps(dict(zip(names, cells, strict=True)))[1:-1]
        return text if text.isprintable() else escaped(text)


def write(columns: Sequence[str], rows: Iterable[Row], out: TextIO, about: About) -> None:
    """One JSON object for each row."""
    out.writelines(f"{{{line[:-1]}}}\n" for line in written_once(columns, rows, _Members()))


JSONL = Format("jsonl", ".jsonl", "JSON Lines, one object a row", table=write)
