"""What SQLite and sqlite-utils raise, as sentences a person can act on."""

import glob
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from math import inf
from pathlib import Path

from db.driver import sqlite3
from factcheck.errors import StoreError

FULL = "the disk is full. {kept} Make room and try again"
LIMITED = "a limit of this account keeps {path} from growing (ulimit -f). {kept} Raise it and try again"
_ROOM = 1 << 16
"""The least room, in bytes, that SQLite needs beside a desk to work on it: its index of the log has 32 KB."""

_SENTENCES = {
    "SQLITE_BUSY": "another program kept {path} busy for too long. {kept} Close it or try again",
    "SQLITE_LOCKED": "another program kept {path} busy for too long. {kept} Close it or try again",
    "SQLITE_FULL": FULL,
    "SQLITE_READONLY": "{path} may only be read. {kept} Change its permissions, or open it with --readonly",
    "SQLITE_PERM": "{path} may not be opened. {kept} Change its permissions",
    "SQLITE_CANTOPEN": "{path} cannot be opened. {kept} See that its folder exists and may be written",
    "SQLITE_NOTADB": "{path} is not a database. It was left as it is. Name another file",
    "SQLITE_CORRUPT": "{path} is damaged. {kept} Restore a backup, or copy the file away before anything else",
    "SQLITE_IOERR": "the disk that holds {path} does not answer as it should. {kept} Check the disk",
    "SQLITE_TOOBIG": "a text is longer than the database can hold. {kept} Shorten it",
    "SQLITE_CONSTRAINT": "the database of {path} refused it ({error}). {kept} Run factcheck verify",
}
_UNSAVED = "Nothing of this was saved; all that was saved before is kept."
_UNREAD = "Nothing was changed."


@contextmanager
def refusals(path: Path, *, writes: bool = False) -> Iterator[None]:
    """Turn what the database raises into a StoreError; mistakes of this program pass through."""
    kept, title = (_UNSAVED, "Not saved") if writes else (_UNREAD, "Could not read the desk")
    try:
        yield
    except sqlite3.ProgrammingError:
        raise
    except sqlite3.Error as error:
        # Extended codes carry their family in front: SQLITE_IOERR_WRITE, SQLITE_CANTOPEN_ISDIR.
        name = "_".join(str(getattr(error, "sqlite_errorname", "")).split("_")[:2])
        sentence = _SENTENCES.get(name, "the database of {path} refused it ({error}). {kept} Try again")
        if name == "SQLITE_IOERR" and writes:
            sentence = _lacks_room(path) or sentence
        raise StoreError(_capital(sentence.format(path=path, kept=kept, error=error)) + ".", title) from error
    except UnicodeEncodeError as error:
        raise StoreError(
            f"A text holds half a character (a lone surrogate) that cannot be kept. {kept} Remove it and try again.",
            title,
        ) from error
    except OSError as error:
        raise StoreError(f"{path}: {error.strerror or error}. {kept}", title) from error


def _lacks_room(path: Path) -> str:
    """The sentence for a disk without room, or for files that may not grow: SQLite calls some of both a failing disk.

    Empty where there is room.
    """
    try:
        if shutil.disk_usage(path.parent).free < _ROOM:
            return FULL
        largest = max(each.stat().st_size for each in path.parent.glob(f"{glob.escape(path.name)}*"))
    except (OSError, ValueError):
        return ""
    return LIMITED if largest + _ROOM > _file_limit() else ""


def _file_limit() -> float:
    """How many bytes a file of this process may have."""
    if os.name != "posix":
        return inf
    import resource

    limit, _ = resource.getrlimit(resource.RLIMIT_FSIZE)
    return inf if limit == resource.RLIM_INFINITY else limit


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
