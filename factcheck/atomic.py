"""Files that appear whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO

from factcheck.errors import FactcheckError
from factcheck.safe import safe_line


@contextmanager
def as_text(out: BinaryIO) -> Iterator[TextIOWrapper]:
    """A text stream over a stream of bytes, which stays open: UTF-8, newlines as written, lone surrogates escaped."""
    text = TextIOWrapper(out, encoding="utf-8", errors="backslashreplace", newline="")
    try:
        yield text
        text.flush()
    finally:
        with suppress(OSError):
            text.detach()


@contextmanager
def write_atomic(path: Path) -> Iterator[BinaryIO]:
    """A stream whose bytes become the file at `path` when the block ends well; on any error the old file stays.

    What is no file (a device, a pipe) is written to as it is.

    Raises:
        FactcheckError: if the folder or the disk refuses.
    """
    target = Path(os.path.realpath(path))
    temporary = None
    try:
        if target.exists() and not target.is_file():
            with open(target, "wb") as out:
                yield out
            return
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".factcheck-", suffix=".part")
        with open(handle, "wb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        os.chmod(temporary, _mode(target))
        os.replace(temporary, target)
        temporary = None
        _sync_folder(target.parent)
    except OSError as error:
        raise FactcheckError(
            f"{safe_line(str(path))} could not be written ({error.strerror or error}); "
            "what stood there before is unchanged. Choose another place."
        ) from error
    finally:
        if temporary is not None:
            with suppress(OSError):
                os.unlink(temporary)


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced, or those that a new file would get."""
    with suppress(OSError):
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _sync_folder(folder: Path) -> None:
    """Make the new name durable; some file systems cannot sync a folder, and then the rename must do."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
