"""Files of evidence and texts of originals: kept in the desk itself, in parts, each once under its SHA-256."""

import base64
import binascii
import os
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO

from db.desk import Desk
from db.driver import sqlite3
from factcheck.errors import StoreError

PART = 1 << 20
"""The size of a part, in bytes: what is in memory at a time."""


def keep_file(desk: Desk, path: Path, limit: int) -> str:
    """Copy a file into the desk; its SHA-256 in hex. One that is there already is not written again.

    Raises:
        StoreError: if it is no plain file, larger than `limit` bytes, cannot be read, or changes meanwhile.
    """
    try:
        with _opened(path, limit) as file:
            digest, size = _digest(file)
            file.seek(0)
            with desk.writing() as connection:
                if not has_file(connection, digest):
                    _insert(connection, digest, size, file)
    except OSError as error:
        raise StoreError(f"{path} could not be read: {error.strerror}. Nothing was attached.") from error
    return digest


def _opened(path: Path, limit: int) -> BinaryIO:
    if not path.is_file():
        raise StoreError(f"{path} is no file. Nothing was attached.")
    file = path.open("rb")
    size = os.fstat(file.fileno()).st_size
    if 0 < size <= limit:
        return file
    file.close()
    if not size:
        raise StoreError(f"{path} is empty. Nothing was attached.")
    raise StoreError(
        f"{path} has {size:,} bytes; {limit:,} may be attached (file_limit in the configuration). Nothing was attached."
    )


def _digest(file: BinaryIO) -> tuple[str, int]:
    whole, size = sha256(), 0
    while part := file.read(PART):
        whole.update(part)
        size += len(part)
    return whole.hexdigest(), size


def _insert(connection: sqlite3.Connection, digest: str, size: int, file: BinaryIO) -> None:
    whole, number = sha256(), 0
    connection.execute("insert into attached (sha256, size) values (?, ?)", [digest, size])
    while part := file.read(PART):
        whole.update(part)
        connection.execute("insert into attached_part (sha256, part, content) values (?, ?, ?)", [digest, number, part])
        number += 1
    if whole.hexdigest() != digest:
        raise StoreError("The file changed while it was read. Nothing was attached; try again.")


def keep_bytes(connection: sqlite3.Connection, digest: str, content: bytes) -> None:
    """Keep what has this hash; what is there already is not written again."""
    if has_file(connection, digest):
        return
    connection.execute("insert into attached (sha256, size) values (?, ?)", [digest, len(content)])
    connection.executemany(
        "insert into attached_part (sha256, part, content) values (?, ?, ?)",
        ((digest, number, content[at : at + PART]) for number, at in enumerate(range(0, len(content), PART))),
    )


def has_file(connection: sqlite3.Connection, digest: str) -> bool:
    """Whether the desk holds the file."""
    return connection.execute("select 1 from attached where sha256 = ?", [digest]).fetchone() is not None


def parts_of(connection: sqlite3.Connection, digest: str) -> Iterator[bytes]:
    """The file, part by part, checked at its end against its name."""
    whole = sha256()
    for (part,) in connection.execute("select content from attached_part where sha256 = ? order by part", [digest]):
        whole.update(part)
        yield part
    if whole.hexdigest() != digest:
        raise StoreError(f"The file {digest} is not on this desk, or damaged. Run factcheck verify.")


def problems(connection: sqlite3.Connection) -> Iterator[str]:
    """What is wrong with the files: one that is not what its name says, or that an act names and is not here."""
    for (digest,) in connection.execute("select sha256 from attached order by sha256"):
        whole = sha256()
        parts = connection.execute("select content from attached_part where sha256 = ? order by part", [digest])
        for (part,) in parts:
            whole.update(part)
        if whole.hexdigest() != digest:
            yield f"the attached file {digest} is not the one that was attached: it was edited"
    missing = connection.execute(
        "select distinct json_extract(data, '$.sha256') from event where verb in ('evidence', 'original')"
        " and json_valid(data) and json_extract(data, '$.file') <> '' and json_extract(data, '$.sha256') <> ''"
        " and json_extract(data, '$.sha256') not in (select sha256 from attached) order by 1"
    )
    for (digest,) in missing:
        yield f"the attached file {digest} is not on the desk: it was deleted, or did not come with its act"


# Other devices


def record_of(connection: sqlite3.Connection, data: Mapping[str, Any]) -> dict[str, str]:
    """The file of an act as its record carries it; nothing where it has none or the desk does not hold it."""
    digest = data.get("sha256")
    if not isinstance(digest, str) or not has_file(connection, digest):
        return {}
    return {"content": base64.b64encode(b"".join(parts_of(connection, digest))).decode()}


def take_record(connection: sqlite3.Connection, data: Mapping[str, Any], record: Mapping[str, Any]) -> None:
    """Keep the file that came with an act.

    Raises:
        ValueError: if it is not the one that the act names.
    """
    digest, coded = data.get("sha256"), record.get("content")
    if coded is None or not isinstance(digest, str) or has_file(connection, digest):
        return
    try:
        content = base64.b64decode(coded, validate=True)
    except (TypeError, binascii.Error) as error:
        raise ValueError(f"the attached file {digest} cannot be read ({error})") from error
    if sha256(content).hexdigest() != digest:
        raise ValueError(f"the attached file {digest} is not the one that was attached")
    keep_bytes(connection, digest, content)
