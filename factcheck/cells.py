"""What a spreadsheet is given: flat cells, none of which it would calculate."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

_FORMULA = re.compile(r"[\s'\ufeff]*[=+\-@＝＋－＠]|[\t\n]")
_SUSPECT = frozenset("=+-@＝＋－＠'\ufeff" + "".join(filter(str.isspace, map(chr, range(0x3001)))))
_encode = json.JSONEncoder(ensure_ascii=False).encode
_CONTROLS = {code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A)} | {
    0x7F: "\u2421",
    **dict.fromkeys([*range(0x80, 0xA0), *range(0xD800, 0xE000)], "\ufffd"),
}


def flat(cell: Any) -> str | int:
    """A cell as a spreadsheet holds it: data as text, formulas made inert, control characters visible."""
    if isinstance(cell, str):
        return inert(cell)
    if cell is None:
        return ""
    if isinstance(cell, int):
        return ("false", "true")[cell] if isinstance(cell, bool) else cell
    return inert("\n".join(map(line, cell)) if isinstance(cell, list) else _encode(cell))


def line(record: Mapping[str, Any]) -> str:
    """A record as one line of text: what it says, in order, parted by bars, which no part of it holds."""
    return " | ".join(_parts(record))


def _parts(record: Mapping[str, Any]) -> Iterator[str]:
    for name, value in record.items():
        if value is True:
            yield name
        elif isinstance(value, list):
            yield from map(_one_line, filter(None, value))
        elif value:
            yield _one_line(str(value))


def _one_line(text: str) -> str:
    return text if text.isprintable() and "|" not in text else " ".join(text.split()).replace("|", "¦")


def inert(text: str) -> str:
    """`text` behind an apostrophe where a spreadsheet would calculate it.

    Reversible: of what matches the pattern of a formula, take one apostrophe away.
    """
    shown = plain(text)
    return "'" + shown if shown[:1] in _SUSPECT and _FORMULA.match(shown) else shown


def plain(text: str) -> str:
    """`text` with what no cell can hold made visible: control characters and lone surrogates."""
    return text if text.isprintable() else text.translate(_CONTROLS)
