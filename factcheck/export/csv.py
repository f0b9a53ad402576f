"""CSV for spreadsheets (RFC 4180, UTF-8, \\n): words from outside stay words and never become a formula."""

import csv
from collections.abc import Iterable, Sequence
from typing import TextIO

from factcheck.cells import flat_rows
from factcheck.columns import About, Row
from factcheck.export import Format


def write(columns: Sequence[str], rows: Iterable[Row], out: TextIO, about: About) -> None:
    """A heading and one record for each row."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(flat_rows(row.values() for row in rows))


CSV = Format("csv", ".csv", "comma-separated values for a spreadsheet", table=write)
