"""JSON Lines: one object a line, nothing flattened, nothing escaped but what JSON asks for."""

import json
from collections.abc import Iterable, Sequence
from typing import TextIO

from factcheck.export import About, Format, Row

_LINE_ENDS = {0x2028: "\\u2028", 0x2029: "\\u2029", 0x85: "\\u0085"}


def write(columns: Sequence[str], rows: Iterable[Row], out: TextIO, about: About) -> None:
    """One JSON object for each row; line ends that some readers split at are escaped, and so are lone surrogates."""
    dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    for row in rows:
        line = dumps(row)
        if not line.isascii():
            line = line.translate(_LINE_ENDS).encode("utf-8", "backslashreplace").decode()
        out.write(line + "\n")


JSONL = Format("jsonl", ".jsonl", "JSON Lines, one object a row", table=write)
