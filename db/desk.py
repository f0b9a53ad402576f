"""An open desk file: the one door through which everything in this package reads and writes."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from db import log
from db.connection import Tell, back_up, log_beside, open_to_read, open_to_write, refuse_strangers, transaction
from db.driver import sqlite3
from db.refusals import refusals
from factcheck.errors import StoreError


class Desk:
    """One connection to a desk's file, for the thread that opened it; workers open their own.

    `tell` is told, in sentences, what takes long before it is begun.
    """

    def __init__(self, path: Path, *, readonly: bool = False, tell: Tell = lambda _: None) -> None:
        self.path = path
        self._tell = tell
        self.readonly = readonly
        self._state: tuple[int, ...] = ()
        self._log: tuple[int, ...] = ()
        self._frozen = False  # reading the file as it stood when it was opened
        self._reads = 0
        self._openings = 0
        with refusals(path, writes=not readonly):
            if readonly:
                self._open_to_read()
            else:
                self._db, self._place = open_to_write(path, tell), log.place_of(path)

    def _open_to_read(self) -> None:
        self._state, self._log = self._file_state(), self._log_state()
        self._db, self._frozen = open_to_read(self.path, self._tell)
        self._openings += 1

    def close(self) -> None:
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The connection, for queries."""
        with refusals(self.path):
            self._follow_the_file()
            self._reads += 1
            try:
                yield self._db.conn
            finally:
                self._reads -= 1
            self._refuse_changed()

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """What is read inside is the desk as it is now, also while others write; one inside another is the same."""
        if self._db.conn.in_transaction:
            yield
            return
        with refusals(self.path):
            self._follow_the_file()
            self._db.conn.execute("begin")
        self._reads += 1
        try:
            yield
        finally:
            self._reads -= 1
            with refusals(self.path):
                self._db.conn.execute("rollback")

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """The connection inside one transaction: all of it is kept, or nothing."""
        if self.readonly:
            raise StoreError(
                f"{self.path} was opened to read only. Nothing was saved;"
                " open it without --readonly and FACTCHECK_READONLY."
            )
        with refusals(self.path, writes=True), transaction(self._db):
            yield self._db.conn

    def others(self) -> tuple[int, int]:
        """A mark that changes when somebody else writes to the desk, not when this connection does; cheap to ask."""
        with self.reading() as connection:
            (version,) = connection.execute("pragma data_version").fetchone()
            return self._openings, int(version)

    def backup(self, target: Path) -> None:
        """A whole, consistent copy at `target`, also while others write; only an older backup is replaced."""
        if log_beside(target).exists() or (target.exists() and target.samefile(self.path)):
            raise StoreError(f"{target} is a desk in use. Nothing was written; name another file.")
        with refusals(target, writes=True):
            refuse_strangers(target)
            self._follow_the_file()
            back_up(self._db, target, self._refuse_changed)

    def _follow_the_file(self) -> None:
        """Open anew a file that was read as it stood and that somebody has begun to write to since.

        Not while another read of this desk is under way: it would lose its connection.
        """
        if not self._frozen or self._reads:
            return
        if self._log_state() != self._log or self._file_state() != self._state:
            self._db.close()
            self._open_to_read()

    def _refuse_changed(self) -> None:
        """Stop where what was read as it stood has changed meanwhile."""
        if self._frozen and self._file_state() != self._state:
            raise StoreError(f"{self.path} was changed while it was read. Read it again.", "Could not read the desk")

    def _file_state(self) -> tuple[int, ...]:
        return _state_of(self.path)

    def _log_state(self) -> tuple[int, ...]:
        return _state_of(log_beside(self.path))


def _state_of(path: Path) -> tuple[int, ...]:
    """What shows that a file was changed; nothing where there is none."""
    try:
        status = path.stat()
    except OSError:
        return ()
    return status.st_ino, status.st_size, status.st_mtime_ns
