"""An Excel workbook (Office Open XML): every cell is text or a number, none is a formula or a link.

Streams: rows go to a temporary file as they come. A sheet holds 1,048,576 rows and a cell 32,767 characters; more rows
go to another sheet, and a longer cell ends in an ellipsis.
"""

import json
from collections.abc import Iterable, Sequence
from typing import BinaryIO

from factcheck.cells import plain
from factcheck.export import About, Cell, Format, Row

ROWS = 1_048_576
CHARACTERS = 32_767


def write(columns: Sequence[str], rows: Iterable[Row], out: BinaryIO, about: About) -> None:
    """A heading that stays in view, and one line for each row."""
    from xlsxwriter import Workbook

    made = about.exported_at.replace(tzinfo=None)
    book = Workbook(out, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": about.desk, "comments": f"chain head {about.head or 'none'}", "created": made})
    bold = book.add_format({"bold": True})
    sheet, line = None, ROWS
    for row in rows:
        if line == ROWS:
            sheet, line = book.add_worksheet(), 1
            sheet.freeze_panes(1, 0)
            sheet.write_row(0, 0, columns, bold)
        assert sheet is not None
        for column, cell in enumerate(row.values()):
            value = _value(cell)
            if isinstance(value, str):
                sheet.write_string(line, column, value)
            else:
                sheet.write_number(line, column, value)
        line += 1
    if sheet is None:
        book.add_worksheet().write_row(0, 0, columns, bold)
    book.close()


def _value(cell: Cell) -> str | int:
    if isinstance(cell, int) and not isinstance(cell, bool):
        return cell
    if cell is None:
        return ""
    text = plain(cell if isinstance(cell, str) else json.dumps(cell, ensure_ascii=False))
    return text if len(text) <= CHARACTERS else f"{text[: CHARACTERS - 1]}…"


XLSX = Format("xlsx", ".xlsx", "an Excel workbook", table=write, binary=True)
