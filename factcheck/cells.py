"""What a spreadsheet is given: flat cells, none of which it would calculate."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

_FORMULA = re.compile(r"[\s'\ufeff]*[=+\-@＝＋－＠]|[\t\n]")
_SUSPECT = frozenset("=+-@＝＋－＠'\ufeff" + "".join(filter(str.isspace, map(chr, range(0x3001)))))
_encode = json.JSONEncoder(ensure_ascii=False).encode
_CONTROL = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_CONTROLS = {code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A)} | {
    0x7F: "\u2421",
    **dict.fromkeys([*range(0x80, 0xA0), *range(0xD800, 0xE000)], "\ufffd"),
}


def flat_rows(rows: Iterable[Iterable[Any]]) -> Iterator[list[str | int]]:
    """Rows of flat cells; much of a row is the very cell that stood above it, and is made flat once.

    Plain words are told here already: a call for each cell would take as long as writing it.
    """
    above: list[Any] = []
    made: list[str | int] = []
    suspect = _SUSPECT
    for row in rows:
        cells = list(row)
        if len(cells) != len(above):
            above = [None] * len(cells)
            made = [""] * len(cells)
        made = [
            same
            if cell is other
            else cell
            if cell.__class__ is int or (cell.__class__ is str and cell[:1] not in suspect and cell.isprintable())
            else flat(cell)
            for cell, other, same in zip(cells, above, made, strict=True)
        ]
        above = cells
        yield made


def flat(cell: Any) -> str | int:
    """A cell as a spreadsheet holds it: data as text, formulas made inert, control characters visible."""
    if isinstance(cell, str):
        return cell if cell[:1] not in _SUSPECT and cell.isprintable() else inert(cell)
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int):
        return cell
    if isinstance(cell, list):
        return inert("\n".join(map(line, cell))) if cell else ""
    return "" if cell is None else inert(_encode(cell))


def line(record: Mapping[str, Any]) -> str:
    """A record as one line of text: what it says, in order, parted by bars, which no part of it holds."""
    parts = []
    for name, value in record.items():
        if not value:
            continue
        if value.__class__ is str:
            parts.append(value if "|" not in value and value.isprintable() else _one_line(value))
        elif value is True:
            parts.append(name)
        elif value.__class__ is list:
            parts += [_one_line(each) for each in value if each]
        else:
            parts.append(_one_line(str(value)))
    return " | ".join(parts)


def _one_line(text: str) -> str:
    return " ".join(text.split()).replace("|", "¦")


def inert(text: str) -> str:
    """`text` behind an apostrophe where a spreadsheet would calculate it.

    Reversible: of what matches the pattern of a formula, take one apostrophe away.
    """
    shown = plain(text)
    return "'" + shown if shown[:1] in _SUSPECT and _FORMULA.match(shown) else shown


def plain(text: str) -> str:
    """`text` with what no cell can hold made visible: control characters and lone surrogates."""
    return text if text.isprintable() or not _CONTROL.search(text) else text.translate(_CONTROLS)
