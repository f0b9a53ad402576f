"""The whole log with every text, to be merged into another desk: one act a line, as JSON."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, TextIO

from factcheck.columns import About
from factcheck.export import Format

_LINE_ENDS_AND_SURROGATES = re.compile("[\x85\u2028\u2029\ud800-\udfff]")


def write(records: Iterable[Mapping[str, Any]], out: TextIO, about: About) -> None:
    """One JSON object for each act, in order; the hash of a device's last one is the head of its chain."""
    dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    for record in records:
        line = dumps(dict(record))
        out.write(_LINE_ENDS_AND_SURROGATES.sub(lambda match: f"\\u{ord(match[0]):04x}", line) + "\n")


EVENTS = Format("events", ".jsonl", "the whole log with its texts, to merge into another desk", log=write)
