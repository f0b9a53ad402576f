"""CSV for spreadsheets (RFC 4180, UTF-8, \\n): words from outside stay words and never become a formula."""

import csv
from collections.abc import Iterable, Sequence
from typing import TextIO

from factcheck.cells import Flat
from factcheck.columns import About, Row
from factcheck.export import Format, written_once


class _Line:
    """Where the library writes a record: it is handed back as it is."""

    write = str


def write(columns: Sequence[str], rows: Iterable[Row], out: TextIO, about: About) -> None:
    """A heading and one record for each row."""
    record, flat = csv.writer(_Line(), lineterminator="\n").writerow, Flat()
    out.write(record(columns))
    out.writelines(written_once(columns, rows, lambda names, cells: record(flat(cells))[:-1], ","))


CSV = Format("csv", ".csv", "comma-separated values for a spreadsheet", table=write)
