"""Tab-separated values for cut, awk and paste: one record a line, tabs and line ends written \\t and \\n."""

from collections.abc import Iterable, Sequence
from typing import Any, TextIO

from factcheck.cells import Flat
from factcheck.columns import About, Row
from factcheck.export import Format, written_once

_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n"})


def write(columns: Sequence[str], rows: Iterable[Row], out: TextIO, about: About) -> None:
    """A heading and one line for each row."""
    flat = Flat()

    def record(names: Sequence[str], cells: list[Any]) -> str:
        return "\t".join(map(_escaped, flat(cells)))

    out.write("\t".join(columns) + "\n")
    out.writelines(written_once(columns, rows, record, "\t"))


def _escaped(cell: str | int) -> str:
    text = str(cell)
    return text if text.isprintable() and "\\" not in text else text.translate(_ESCAPES)


TSV = Format("tsv", ".tsv", "tab-separated values, one record a line", table=write)
