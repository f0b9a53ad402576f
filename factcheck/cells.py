"""What a spreadsheet is given: flat cells, none of which it would calculate."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

_FORMULA = re.compile(r"[\s'\ufeff]*[=+\-@＝＋－＠]|[\t\n]")
_SUSPECT = frozenset("=+-@＝＋－＠'\ufeff" + "".join(filter(str.isspace, map(chr, range(0x3001)))))
_encode = json.JSONEncoder(ensure_ascii=False).encode
_CONTROL = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_CONTROLS = {code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A)} | {
    0x7F: "\u2421",
    **dict.fromkeys([*range(0x80, 0xA0), *range(0xD800, 0xE000)], "\ufffd"),
}


class Texts:
    """Makes of rows of cells their text in a line of a file; much of a row is the very cell that stood above it.

    `marks` are two characters that no plain word may hold; a cell with one of them, and any that is no plain word, is
    made flat and then `escaped`. Plain words are told here already: a call for each cell, or a writer that looks at
    every character by itself, would take several times as long.
    """

    def __init__(self, divider: str, marks: str, escaped: Callable[[str], str]) -> None:
        self.divider = divider
        self._marks, self._escaped = marks, escaped
        self._above: list[Any] = []
        self._made: list[str] = []

    def __call__(self, names: Sequence[str], cells: list[Any]) -> str:
        """The cells, one after the other."""
        above, made, suspect = self._above, self._made, _SUSPECT
        one, other = self._marks[0], self._marks[1]
        if len(cells) != len(above):
            above, made = [None] * len(cells), [""] * len(cells)
        self._above = cells
        self._made = [
            same
            if cell is before
            else cell
            if cell.__class__ is str
            and cell[:1] not in suspect
            and one not in cell
            and other not in cell
            and cell.isprintable()
            else self._text(cell)
            for cell, before, same in zip(cells, above, made, strict=True)
        ]
        return self.divider.join(self._made)

    def _text(self, cell: Any) -> str:
        made = flat(cell)
        return self._escaped(made) if made.__class__ is str else str(made)


def flat(cell: Any) -> str | int:
    """A cell as a spreadsheet holds it: data as text, formulas made inert, control characters visible."""
    if isinstance(cell, str):
        return cell if cell[:1] not in _SUSPECT and cell.isprintable() else inert(cell)
    if cell.__class__ is int:
        return int(cell)
    if isinstance(cell, list):
        return inert("\n".join([line(each) for each in cell])) if cell else ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return "" if cell is None else inert(_encode(cell))


def line(record: Mapping[str, Any]) -> str:
    """A record as one line of text: what it says, in order, parted by bars, which no part of it holds."""
    # Most records are plain words alone, which joined and looked at once take a third of the time.
    told = list(filter(None, record.values()))
    try:
        words = " | ".join(told)
    except TypeError:
        return " | ".join(_parts(record))
    return words if words.count("|") < len(told) and words.isprintable() else " | ".join(_parts(record))


def _parts(record: Mapping[str, Any]) -> Iterator[str]:
    """What a record says, part by part: a list as its parts, what is true by its name, what is empty not at all."""
    for name, value in record.items():
        if value is True:
            yield name
        elif value.__class__ is list:
            yield from (_one_line(str(each)) for each in value if each)
        elif value:
            yield _one_line(str(value))


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
