"""Tab-separated values for cut, awk and paste: one record a line, tabs and line ends written \\t and \\n."""

from collections.abc import Iterable, Sequence
from typing import TextIO

from factcheck.cells import Texts
from factcheck.columns import About, Row
from factcheck.export import Format, written_once

_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n"})


def write(columns: Sequence[str], rows: Iterable[Row], out: TextIO, about: About) -> None:
    """A heading and one line for each row."""
    out.write("\t".join(columns) + "\n")
    out.writelines(written_once(columns, rows, Texts("\t", "\t\\", _escaped)))


def _escaped(text: str) -> str:
    return text.translate(_ESCAPES)


TSV = Format("tsv", ".tsv", "tab-separated values, one record a line", table=write)
