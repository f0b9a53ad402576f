"""CSV for spreadsheets (RFC 4180, UTF-8, \\n): words from outside stay words and never become a formula."""

from collections.abc import Iterable, Sequence
from typing import TextIO

from factcheck.cells import Texts
from factcheck.columns import About, Row
from factcheck.export import Format, written_once

_COMMA, _QUOTE = ',"'


def write(columns: Sequence[str], rows: Iterable[Row], out: TextIO, about: About) -> None:
    """A heading and one record for each row."""
    out.write(_COMMA.join(map(_quoted, columns)) + "\n")
    out.writelines(written_once(columns, rows, Texts(_COMMA, _COMMA + _QUOTE, _quoted)))


def _quoted(text: str) -> str:
    """A field, in quotes where it holds a comma, a quote or a line end."""
    if _QUOTE in text:
        return f'"{text.replace(_QUOTE, _QUOTE * 2)}"'
    return f'"{text}"' if _COMMA in text or "\n" in text or "\r" in text else text


CSV = Format("csv", ".csv", "comma-separated values for a spreadsheet", table=write)
