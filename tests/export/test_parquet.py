"""Parquet: read back by its own library it is the rows again; without that library it says how to get it."""

import io
import json
import sys
from typing import Any

import pytest

from factcheck.columns import COLUMNS, EVENT_COLUMNS, NESTED, TIMES, row
from factcheck.errors import FactcheckError
from factcheck.export import formats, write_claims, write_events
from tests.export.desk import ABOUT, EVENTS, ROWS

PARQUET = formats()["parquet"]


def read(rows: Any = ROWS) -> Any:
    parquet = pytest.importorskip("pyarrow.parquet")
    stream = io.BytesIO()
    write_claims(PARQUET, iter(rows), stream, ABOUT)
    return parquet.ParquetFile(stream)


def test_rows_are_read_back() -> None:
    file = read()
    table = file.read().to_pylist()
    assert [tuple(cells) for cells in table] == [COLUMNS] * len(ROWS)
    for cells, entry in zip(table, ROWS, strict=True):
        for name, wanted in row(entry, ABOUT).items():
            if name in NESTED:
                assert json.loads(cells[name]) == wanted
            elif name in TIMES:
                assert cells[name] is None or f"{cells[name]:%Y-%m-%dT%H:%M:%SZ}" == wanted
            else:
                assert cells[name] == wanted
    assert file.schema_arrow.metadata[b"chain_head"].decode() == ABOUT.head
    assert file.schema_arrow.metadata[b"selection"] == b"all"


def test_rows_go_in_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    from factcheck.export import parquet as module

    monkeypatch.setattr(module, "GROUP", 3)
    file = read([*ROWS, *ROWS])
    assert (file.num_row_groups, file.metadata.num_rows) == (4, 2 * len(ROWS))


def test_acts_and_an_empty_desk_are_files_too() -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    assert read(()).metadata.num_rows == 0
    stream = io.BytesIO()
    write_events(PARQUET, EVENTS, stream, ABOUT)
    table = parquet.read_table(stream)
    assert tuple(table.column_names) == EVENT_COLUMNS
    assert table.column("at").to_pylist()[1].microsecond == 7


def test_without_its_library_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(FactcheckError, match=r"pip install 'factcheck-desk\[parquet\]'"):
        write_claims(PARQUET, iter(ROWS), io.BytesIO(), ABOUT)
