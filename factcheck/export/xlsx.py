"""An Excel workbook (Office Open XML): every cell is text, a number or a time, none is a formula or a link.

Streams: rows go to a temporary file as they come. A sheet holds 1,048,576 rows and a cell 32,767 characters; more rows
go to another sheet, and a longer cell ends in an ellipsis. The last sheet says where the log comes from.
"""

import json
import shutil
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any, BinaryIO

from factcheck.cells import line, plain
from factcheck.columns import NUMBERS, TIMES, WHOLE, About, Cell, Row
from factcheck.export import Format

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

ROWS = 1_048_576
CHARACTERS = 32_767

_WIDTHS = {
    **dict.fromkeys("title quote value note before after verdicts sources findings acts signed_off".split(), 40),
    **dict.fromkeys("correction_proposed correction_made was_words was_read_as".split(), 30),
    **dict.fromkeys(NUMBERS, 9),
    **dict.fromkeys(TIMES, 23),
}
_WIDTH = 16
_FIRST_DAY = date(1900, 3, 1)
"""From here on a spreadsheet counts days as the calendar does."""


def write(columns: Sequence[str], rows: Iterable[Row], out: BinaryIO, about: About) -> None:
    """A heading that stays in view and can be filtered by, one line for each row, and a sheet about the whole."""
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    # The library closes what it writes to where that fails, and tells of it when nobody listens any more.
    with TemporaryFile() as file:
        book = Workbook(
            file,
            {
                "constant_memory": True,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
                "remove_timezone": True,
            },
        )
        head, selection = about.head or "none", about.selection or WHOLE
        book.set_properties(
            {
                "title": plain(about.desk),
                "comments": f"chain head {head}; holds {plain(selection)}",
                "created": about.exported_at.astimezone(UTC).replace(tzinfo=None),
            }
        )
        _write_sheets(book, columns, rows)
        _write_about(book, about)
        try:
            book.close()
        except FileCreateError as error:
            raise error.args[0] from error
        file.seek(0)
        shutil.copyfileobj(file, out)


def _write_sheets(book: "Workbook", columns: Sequence[str], rows: Iterable[Row]) -> None:
    name = "Claims" if "quote" in columns else "Acts"
    formats = _Formats(book)
    put = [_writer(column, formats) for column in columns]
    sheet, sheets, at = _sheet(book, name, columns, formats), 1, 1
    for row in rows:
        if at == ROWS:
            _end(sheet, at, columns)
            sheets += 1
            sheet, at = _sheet(book, f"{name} {sheets}", columns, formats), 1
        for number, (write, cell) in enumerate(zip(put, row.values(), strict=True)):
            write(sheet, at, number, cell)
        at += 1
    _end(sheet, at, columns)


class _Formats:
    """How cells look: everything begins at the top, and words go on on the next line."""

    def __init__(self, book: "Workbook") -> None:
        self.heading = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
        self.words = book.add_format({"text_wrap": True, "valign": "top"})
        self.plain = book.add_format({"valign": "top"})
        self.time = book.add_format({"valign": "top", "num_format": 'yyyy-mm-dd hh:mm:ss "UTC"', "align": "left"})
        self.day = book.add_format({"valign": "top", "num_format": "yyyy-mm-dd", "align": "left"})


def _writer(column: str, formats: _Formats) -> Any:
    """What puts a cell of a column into a sheet."""
    wide = formats.words if _WIDTHS.get(column, _WIDTH) > _WIDTH and column not in TIMES else formats.plain
    is_time, is_day = column in TIMES, column == "published"

    def write(sheet: "Worksheet", row: int, at: int, cell: Cell) -> None:
        if cell is None or cell == "" or cell == []:
            return
        if isinstance(cell, bool):
            sheet.write_boolean(row, at, cell, formats.plain)
        elif isinstance(cell, int):
            sheet.write_number(row, at, cell, formats.plain)
        elif is_time and isinstance(cell, str):
            sheet.write_datetime(row, at, datetime.fromisoformat(cell).astimezone(UTC), formats.time)
        elif is_day and isinstance(cell, str) and (day := _day(cell)):
            sheet.write_datetime(row, at, day, formats.day)
        else:
            sheet.write_string(row, at, _text(cell), wide)

    return write


def _day(cell: str) -> date | None:
    """A whole calendar day that a spreadsheet can count."""
    try:
        day = date.fromisoformat(cell)
    except ValueError:
        return None
    return day if day >= _FIRST_DAY else None


def _sheet(book: "Workbook", name: str, columns: Sequence[str], formats: _Formats) -> "Worksheet":
    sheet = book.add_worksheet(name)
    for at, column in enumerate(columns):
        sheet.set_column(at, at, _WIDTHS.get(column, _WIDTH))
    sheet.write_row(0, 0, columns, formats.heading)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.repeat_rows(0)
    return sheet


def _end(sheet: "Worksheet", rows: int, columns: Sequence[str]) -> None:
    sheet.autofilter(0, 0, max(rows - 1, 1), len(columns) - 1)


def _write_about(book: "Workbook", about: About) -> None:
    """Where the log comes from and which part of it this is."""
    sheet = book.add_worksheet("About")
    sheet.set_column(0, 0, _WIDTH)
    sheet.set_column(1, 1, 80)
    lines = {
        "desk": about.desk,
        "holds": about.selection or WHOLE,
        "exported_at": f"{about.exported_at.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC",
        "tool": about.version,
        "rates": about.rates,
        "chain_head": about.head or "none",
    }
    for row, (name, value) in enumerate(lines.items()):
        sheet.write_string(row, 0, name)
        sheet.write_string(row, 1, plain(value))


def _text(cell: Cell) -> str:
    if isinstance(cell, list):
        text = "\n".join(map(line, cell))
    else:
        text = cell if isinstance(cell, str) else json.dumps(cell, ensure_ascii=False)
    text = plain(text)
    return text if len(text) <= CHARACTERS else f"{text[: CHARACTERS - 1]}…"


XLSX = Format("xlsx", ".xlsx", "an Excel workbook", table=write, binary=True)
