"""What SQLite and sqlite-utils raise, as sentences a person can act on."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils.db import NotFoundError, TransactionError

from db.driver import sqlite3
from factcheck.errors import StoreError

_SENTENCES = {
    "SQLITE_BUSY": "another program kept {path} busy for too long. {kept} Close it or try again",
    "SQLITE_LOCKED": "another program kept {path} busy for too long. {kept} Close it or try again",
    "SQLITE_FULL": "the disk is full. {kept} Make room and try again",
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
        raise StoreError(_capital(sentence.format(path=path, kept=kept, error=error)) + ".", title) from error
    except (NotFoundError, TransactionError) as error:
        raise StoreError(f"The database of {path} refused it ({error}). {kept} Try again.", title) from error
    except UnicodeEncodeError as error:
        raise StoreError(
            f"A text holds half a character (a lone surrogate) that cannot be kept. {kept} Remove it and try again.",
            title,
        ) from error
    except OSError as error:
        raise StoreError(f"{path}: {error.strerror or error}. {kept}", title) from error


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
