"""Opening a desk's file: told from other files, set up, brought to this version's schema, backed up before."""

import os
import shutil
import tempfile
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

from db import sample
from db.counts import follow_rules
from db.driver import sqlite3
from db.form import APPLICATION_ID, REPLAYED, VERSION
from db.replay import replayed, rewrite
from factcheck.errors import StoreError

BUSY_SECONDS = 30
LONG = 50 * 2**20
"""Bytes from which a desk is so long that whoever waits is told for what."""
EVERY = 20
"""Seconds after which they are told again."""

Tell = Callable[[str], None]
_MAGIC = b"SQLite format 3\0"


class Opened:
    """A connection to a desk's file, with what goes when it goes (`weakref.finalize`)."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.conn = connection

    def close(self) -> None:
        self.conn.close()


def open_to_write(path: Path, tell: Tell) -> Opened:
    """A connection to the desk at `path`, made when it is not there; a file that is no desk is refused untouched.

    `tell` is told what takes long.
    """
    refuse_strangers(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    db = _connect(path, "mode=rwc")
    try:
        _migrate(db, path, tell if is_long(path) else _silently)
        db.conn.execute("pragma journal_mode = wal")
    except BaseException:
        db.close()
        raise
    return db


def open_to_read(path: Path, tell: Tell) -> tuple[Opened, bool]:
    """A connection that writes no byte, and whether it reads the file as it stands now.

    A log beside the file means that somebody has the desk open or left work in it: SQLite must read it. Without one
    the file alone is the desk, and reading it as immutable keeps SQLite from making files beside it. Where somebody
    left work and nobody has the desk open, SQLite would make such a file to read it: then a copy elsewhere is read.
    Of a desk that an older program wrote, a copy in the form of this one is read.
    """
    if not path.exists() or not path.stat().st_size:
        raise StoreError(f"There is no desk at {path}.", "Could not read the desk")
    refuse_strangers(path)
    wal = log_beside(path)
    if not wal.exists():
        return _read(path, "mode=ro&immutable=1", tell)[0], True
    if wal.stat().st_size and not path.with_name(f"{path.name}-shm").exists():
        return _read_copy(path, tell), True
    try:
        return _read(path, "mode=ro", tell)
    except sqlite3.OperationalError:
        if not wal.stat().st_size:
            return _read(path, "mode=ro&immutable=1", tell)[0], True
        raise StoreError(
            f"{wal} holds work that is not yet in {path.name}, and this disk cannot be written."
            " Copy both files to a folder of yours and open the copy.",
            "Could not read the desk",
        ) from None


def _read_copy(path: Path, tell: Tell) -> Opened:
    """A connection to a copy of the file and its log, in a folder that goes with the connection."""
    folder = tempfile.mkdtemp(prefix="factcheck-")
    try:
        for each in (path, log_beside(path)):
            shutil.copyfile(each, Path(folder) / each.name)
        db, _ = _read(Path(folder) / path.name, "mode=rw", tell)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    weakref.finalize(db, shutil.rmtree, folder, ignore_errors=True)
    return db


def _read(path: Path, query: str, tell: Tell) -> tuple[Opened, bool]:
    """A connection to the file, or to a copy where an older program wrote it; whether it is a copy."""
    db = _connect(path, query)
    try:
        if _version_of(db, path) == VERSION:
            return db, False
        copy = _brought_up(db, path, tell if is_long(path) else _silently)
    except BaseException:
        db.close()
        raise
    db.close()
    return copy, True


def _brought_up(db: Opened, path: Path, tell: Tell) -> Opened:
    """A connection to a copy in the form of this version, in a folder that goes with the connection."""
    tell(f"An older factcheck wrote {path.name}, and it is not to be written: a copy of it is brought up and read.")
    folder = tempfile.mkdtemp(prefix="factcheck-")
    try:
        copy = Path(folder) / path.name
        back_up(db, copy)
        new = _connect(copy, "mode=rw")
        try:
            _take_steps(new, _version_of(new, copy), tell)
        except BaseException:
            new.close()
            raise
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    weakref.finalize(new, shutil.rmtree, folder, ignore_errors=True)
    return new


def log_beside(path: Path) -> Path:
    """Where SQLite keeps what is not yet in the file itself."""
    return path.with_name(path.name + "-wal")


def _connect(path: Path, query: str) -> Opened:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?{query}", uri=True, isolation_level=None, timeout=BUSY_SECONDS
    )
    connection.execute("pragma foreign_keys = on")
    connection.execute("pragma recursive_triggers = on")
    connection.execute("pragma synchronous = full")
    sample.register(connection)
    return Opened(connection)


def refuse_strangers(path: Path) -> None:
    """Look at the first bytes, before SQLite does: opening a strange database could already change its folder."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        return
    if not header:
        return
    if not header.startswith(_MAGIC):
        raise StoreError(f"{path} is not a factcheck desk. It was left as it is; name another file.")
    if int.from_bytes(header[68:72]) != APPLICATION_ID:
        raise StoreError(
            f"{path} is a database of another program, not a factcheck desk. It was left as it is; name another file."
        )


def _version_of(db: Opened, path: Path) -> int:
    """How many steps of the schema this file went through; more than are known here is refused."""
    (version,) = db.conn.execute("pragma user_version").fetchone()
    if version > VERSION:
        raise StoreError(
            f"{path} was written by a newer factcheck (schema {version}; this one knows {VERSION})."
            " It was left as it is; update factcheck."
        )
    return int(version)


def is_long(path: Path) -> bool:
    """Whether what goes through all of a desk takes long."""
    return path.stat().st_size > LONG


def _silently(_: str) -> None:
    pass


def _migrate(db: Opened, path: Path, tell: Tell) -> None:
    """Take the steps this file has not taken, after a backup beside it."""
    version = _version_of(db, path)
    if version == VERSION:
        return
    if version:
        tell(f"{path.name} is brought to the form of this version; before that a copy is put beside it.")
        back_up(db, _free_name(path, version))
    _take_steps(db, version, tell)


def _take_steps(db: Opened, version: int, tell: Tell) -> None:
    """Take the steps behind a version, and write the projections anew; all or none."""
    from sqlite_utils import Database

    from db.migrations import migrations

    with _telling_on(db, tell), transaction(db):
        migrations.apply(Database(db.conn, execute_plugins=False))
        db.conn.execute(f"pragma application_id = {APPLICATION_ID}")
        db.conn.execute(f"pragma user_version = {VERSION}")
        if 0 < version < REPLAYED:
            (acts,) = db.conn.execute("select count(*) from event").fetchone()
            tell(f"Now its {acts:,} acts are read again, some thousand a second.")
            with replayed(db.conn):
                rewrite(db.conn)
        follow_rules(db.conn)


@contextmanager
def _telling_on(db: Opened, tell: Tell) -> Iterator[None]:
    """Say now and then that the database is still at work."""
    began = told = monotonic()

    def look() -> int:
        nonlocal told
        if (now := monotonic()) - told >= EVERY:
            told = now
            tell(f"Still at it, {round(now - began)} seconds so far. What is done is kept only at the end.")
        return 0

    db.conn.set_progress_handler(look, 1_000_000)
    try:
        yield
    finally:
        db.conn.set_progress_handler(None, 0)


def _free_name(path: Path, version: int) -> Path:
    """A name for a backup that no file has yet."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
    return path.with_name(f"{path.name}.schema-{version}.{stamp}.backup")


def back_up(db: Opened, target: Path, before_replacing: Callable[[], None] = lambda: None) -> None:
    """A whole, consistent copy at `target`, also while others write; an existing file is replaced only at the end.

    What `before_replacing` raises keeps it from being replaced.
    """
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=f".{target.name}.") as folder:
        copy = Path(folder) / "copy"
        db.conn.execute("vacuum into ?", [str(copy)])
        with copy.open("rb+") as file:
            os.fsync(file.fileno())
        before_replacing()
        copy.replace(target)


@contextmanager
def transaction(db: Opened) -> Iterator[None]:
    """BEGIN IMMEDIATE ... COMMIT: the write lock is had before the first read, and all is kept or nothing."""
    db.conn.execute("begin immediate")
    try:
        yield
        db.conn.execute("commit")
    except BaseException:
        if db.conn.in_transaction:
            db.conn.execute("rollback")
        raise
