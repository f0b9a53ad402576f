"""CSV for spreadsheets (RFC 4180, UTF-8, \\n): words from outside stay words and never become a formula."""

import csv
import json
import re
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

from factcheck.export import About, Cell, Format, Row

_FORMULA = re.compile(r"[\s'\ufeff]*[=+\-@＝＋－＠]|[\t\n]")
_CONTROLS = {code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A)} | {
    0x7F: "\u2421",
    **dict.fromkeys([*range(0x80, 0xA0), *range(0xD800, 0xE000)], "\ufffd"),
}


def write(columns: Sequence[str], rows: Iterable[Row], out: TextIO, about: About) -> None:
    """A heading and one record for each row."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(map(flat, row.values()) for row in rows)


def flat(cell: Cell) -> str | int:
    """A cell as CSV holds it: data as text, formulas made inert, control characters visible."""
    if isinstance(cell, str):
        return inert(cell)
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int):
        return cell
    return inert(_findings(cell) if isinstance(cell, list) else json.dumps(cell, ensure_ascii=False))


def inert(text: str) -> str:
    """`text` behind an apostrophe where a spreadsheet would calculate it.

    Reversible: of what matches the pattern of a formula, take one apostrophe away.
    """
    shown = text if text.isprintable() else text.translate(_CONTROLS)
    return "'" + shown if _FORMULA.match(shown) else shown


def _findings(cell: Sequence[Any]) -> str:
    return "\n".join(" | ".join(filter(None, [f["message"], *f["arithmetic"], f["suggestion"]])) for f in cell)


CSV = Format("csv", ".csv", "comma-separated values for a spreadsheet", table=write)
