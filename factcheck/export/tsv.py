"""Tab-separated values for cut, awk and paste: one record a line, tabs and line ends written \\t and \\n."""

from collections.abc import Iterable, Sequence
from typing import TextIO

from factcheck.cells import flat_rows
from factcheck.columns import About, Row
from factcheck.export import Format

_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n"})


def write(columns: Sequence[str], rows: Iterable[Row], out: TextIO, about: About) -> None:
    """A heading and one line for each row."""
    out.write("\t".join(columns) + "\n")
    for cells in flat_rows(row.values() for row in rows):
        out.write("\t".join(map(_escaped, cells)) + "\n")


def _escaped(cell: str | int) -> str:
    text = str(cell)
    return text if text.isprintable() and "\\" not in text else text.translate(_ESCAPES)


TSV = Format("tsv", ".tsv", "tab-separated values, one record a line", table=write)
