"""JSON Lines: one object a line, nothing flattened, nothing escaped but what JSON asks for."""

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

from factcheck.columns import About, Row
from factcheck.export import Format, written_once

_LINE_ENDS_AND_SURROGATES = re.compile("[\x85\u2028\u2029\ud800-\udfff]")


class _Members:
    """Makes of cells the members of a JSON object; line ends that some readers split at are escaped, and so are lone
    surrogates."""

    divider = ","

    def __init__(self) -> None:
        self._dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

    def __call__(self, names: Sequence[str], cells: list[Any]) -> str:
        text = self._dumps(dict(zip(names, cells, strict=True)))[1:-1]
        return text if text.isprintable() else _LINE_ENDS_AND_SURROGATES.sub(_escaped, text)


def write(columns: Sequence[str], rows: Iterable[Row], out: TextIO, about: About) -> None:
    """One JSON object for each row."""
    out.writelines(f"{{{line[:-1]}}}\n" for line in written_once(columns, rows, _Members()))


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


JSONL = Format("jsonl", ".jsonl", "JSON Lines, one object a row", table=write)
