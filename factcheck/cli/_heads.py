"""The hashes that an export carries: what the log must still hold for that export to be of it."""

import csv
import json
import re
from collections.abc import Iterator
from io import SEEK_END
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO, TextIO
from zipfile import BadZipFile, ZipFile

from factcheck.errors import InputError
from factcheck.safe import safe_line

_HASH = re.compile(r"[0-9a-f]{64}")
_NAMED = re.compile(r"chain[ _]head\b.{1,120}?((?:[0-9a-f]{64} )*[0-9a-f]{64})(?![0-9a-f])", re.S)
_COLUMNS = ("chain_head", "hash")
_LONGEST_CELL = 100_000_000
_ZIP = b"PK\3\4"
_PROPERTIES = "docProps/core.xml"
_PARQUET = b"PAR1"


def hashes_in(path: Path) -> set[str]:
    """The chain heads of an export of any format and, where it holds acts, the hash of each.

    Raises:
        InputError: if the file cannot be read or names no chain head.
    """
    name = safe_line(str(path))
    try:
        with path.open("rb") as file:
            magic = file.read(len(_ZIP))
            if binary := magic in (_ZIP, _PARQUET):
                found = set(_in_words(iter([_properties(file) if magic == _ZIP else _footer(file)])))
        if not binary:
            with path.open(encoding="utf-8-sig", errors="replace", newline="") as text:
                found = {hash for words in _words_of(text, name) for hash in words.split(" ") if _HASH.fullmatch(hash)}
    except (OSError, BadZipFile) as error:
        raise InputError(f"{name} could not be read: {getattr(error, 'strerror', None) or error}.") from error
    if not found:
        raise InputError(
            f"{name} names no chain head: it is no export of a desk, or of one whose log was empty."
            " Take one that `factcheck export` wrote."
        )
    return found


def _properties(file: BinaryIO) -> str:
    """What a workbook says about itself; empty when the archive is no workbook."""
    with ZipFile(file) as book:
        if _PROPERTIES not in book.namelist():
            return ""
        with book.open(_PROPERTIES) as properties:
            return properties.read(_LONGEST_CELL).decode("utf-8", "replace")


def _footer(file: BinaryIO) -> str:
    """What a Parquet file says about itself: its metadata, which follow the columns that may be named the same."""
    size = file.seek(-len(_PARQUET), SEEK_END)
    if file.read() != _PARQUET or size < 12:
        return ""
    file.seek(size - 4)
    length = int.from_bytes(file.read(4), "little")
    file.seek(max(size - 4 - length, 0))
    footer = file.read(length)
    return footer[max(footer.rfind(b"chain_head"), 0) :].decode("latin-1")


def _words_of(file: TextIO, name: str) -> Iterator[str]:
    first = file.readline()
    lines = chain([first], file)
    columns = first.rstrip("\r\n").split("\t" if "\t" in first else ",")
    if first.startswith("{") and isinstance(_object(first), dict):
        yield from _in_objects(lines, name)
    elif _COLUMNS[0] in columns:
        yield from _in_cells(lines, "\t" if "\t" in first else ",", name)
    else:
        yield from _in_words(lines)


def _object(line: str) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _in_objects(lines: Iterator[str], name: str) -> Iterator[str]:
    for number, line in enumerate(lines, 1):
        data = _object(line)
        if not isinstance(data, dict):
            raise InputError(f"{name}: line {number} is not whole. Take an export that was written to its end.")
        yield from (str(data[column]) for column in _COLUMNS if column in data)


def _in_cells(lines: Iterator[str], delimiter: str, name: str) -> Iterator[str]:
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        # Tab-separated values are written without quoting.
        records = (
            csv.DictReader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE)
            if delimiter == "\t"
            else csv.DictReader(lines)
        )
        for record in records:
            yield from (record[column] or "" for column in _COLUMNS if column in record)
    except csv.Error as error:
        raise InputError(f"{name} is not whole ({error}). Take an export that was written to its end.") from error
    finally:
        csv.field_size_limit(before)


def _in_words(lines: Iterator[str]) -> Iterator[str]:
    """The hashes that are first named as the chain head: a format says what it is before it quotes anybody."""
    for line in lines:
        if named := _NAMED.search(line):
            yield from named[1].split(" ")
            return
