"""JSON Lines: one object a line, nothing flattened, nothing escaped but what JSON asks for."""

import json
import re
from collections.abc import Iterable, Sequence
from typing import TextIO

from factcheck.columns import About, Row
from factcheck.export import Format

_LINE_ENDS_AND_SURROGATES = re.compile("[\x85\u2028\u2029\ud800-\udfff]")


def write(columns: Sequence[str], rows: Iterable[Row], out: TextIO, about: About) -> None:
    """One JSON object for each row; line ends that some readers split at are escaped, and so are lone surrogates."""
    dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    for row in rows:
        line = dumps(row)
        out.write(_LINE_ENDS_AND_SURROGATES.sub(lambda match: f"\\u{ord(match[0]):04x}", line) + "\n")


JSONL = Format("jsonl", ".jsonl", "JSON Lines, one object a row", table=write)
