"""The whole log with every text, to be merged into another desk: one act a line, as JSON."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, TextIO

from factcheck.columns import About
from factcheck.export import Format
from factcheck.safe import escaped


def write(records: Iterable[Mapping[str, Any]], out: TextIO, about: About) -> None:
    """One JSON object for each act, in order; the hash of a device's last one is the head of its chain.

    What could steer a terminal or end a line is written as an escape.
    """
    dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    for record in records:
        line = dumps(dict(record))
        out.write((line if line.isprintable() else escaped(line)) + "\n")


EVENTS = Format("events", ".jsonl", "the whole log with its texts, to merge into another desk", log=write)
