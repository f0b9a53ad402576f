"""Apache Parquet for data frames and query engines, written in row groups; columns of nested data hold JSON."""

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, Any, BinaryIO

from factcheck.columns import FLAGS, NESTED, NUMBERS, TIMES, WHOLE, About, Row
from factcheck.errors import FactcheckError
from factcheck.export import Format

if TYPE_CHECKING:
    from pyarrow import Schema

GROUP = 10_000
"""How many rows are in memory at a time."""

_MISSING = "parquet needs the library pyarrow: pip install 'factcheck-desk[parquet]'. Nothing was written."


def write(columns: Sequence[str], rows: Iterable[Row], out: BinaryIO, about: About) -> None:
    """One row group after another; the file's metadata say where it comes from.

    Raises:
        FactcheckError: if pyarrow is not installed.
    """
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise FactcheckError(_MISSING) from error
    schema = _schema(columns, about)
    made = [_made(name) for name in columns]
    waiting = iter(rows)
    # Statistics would repeat words of articles in the footer, which tells of the chain head.
    with parquet.ParquetWriter(out, schema, compression="zstd", write_statistics=False) as writer:
        while group := list(islice(waiting, GROUP)):
            arrays = [
                pyarrow.array([make(row[name]) for row in group], field.type)
                for name, make, field in zip(columns, made, schema, strict=True)
            ]
            writer.write_table(pyarrow.Table.from_arrays(arrays, schema=schema))


def _schema(columns: Sequence[str], about: About) -> "Schema":
    import pyarrow

    types = {
        **dict.fromkeys(NUMBERS, pyarrow.int64()),
        **dict.fromkeys(FLAGS, pyarrow.bool_()),
        **dict.fromkeys(TIMES, pyarrow.timestamp("us", "UTC")),
    }
    itself = {"desk": about.desk, "selection": about.selection or WHOLE, "chain_head": about.head}
    return pyarrow.schema(
        [(name, types.get(name, pyarrow.string())) for name in columns],
        metadata={name: _text(value) for name, value in itself.items()},
    )


def _made(column: str) -> Callable[[Any], Any]:
    """What turns a cell of a column into what is stored."""
    if column in TIMES:
        return lambda cell: datetime.fromisoformat(cell) if cell else None
    if column in NESTED:
        return json.JSONEncoder(ensure_ascii=True, separators=(",", ":")).encode
    if column in NUMBERS or column in FLAGS:
        return lambda cell: cell
    return lambda cell: None if cell is None else _text(cell)


def _text(cell: str) -> str:
    """Text that is UTF-8: lone surrogates are written \\udXXX."""
    return cell if cell.isascii() else cell.encode("utf-8", "backslashreplace").decode()


PARQUET = Format("parquet", ".parquet", "Apache Parquet (needs pyarrow)", table=write, binary=True, needs="pyarrow")
