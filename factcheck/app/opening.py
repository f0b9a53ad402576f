"""Opening attached files: a private copy is given to the desktop's viewer, and only of a kind that nothing runs."""

import re
import sys
import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from shutil import which
from subprocess import DEVNULL, Popen

from factcheck.errors import FactcheckError

VIEWED = frozenset(
    "pdf png jpg jpeg gif webp tif tiff bmp heic txt csv tsv md json doc docx odt rtf xls xlsx ods ppt pptx odp"
    " mp3 m4a wav ogg flac mp4 m4v webm mov mkv".split()
)
"""The suffixes of files that are only ever shown; what could run is copied, never opened."""
_SUFFIX = re.compile(r"\.([A-Za-z0-9]{1,8})$")
_OPENERS = {"darwin": "open", "win32": "explorer"}


def suffix_of(name: str) -> str:
    """The suffix of a file's name in lower case, without the dot; empty where it is no plain one."""
    match = _SUFFIX.search(name)
    return match[1].lower() if match else ""


def copied(parts: Iterable[bytes], digest: str, name: str) -> Path:
    """A copy of an attached file, readable by this user alone, that goes when the app ends."""
    suffix = suffix_of(name)
    path = _folder() / (f"{digest[:16]}.{suffix}" if suffix in VIEWED else f"{digest[:16]}.copy")
    try:
        if not path.exists():
            with path.open("xb") as file:
                for part in parts:
                    file.write(part)
            path.chmod(0o400)
    except FactcheckError:
        path.unlink(missing_ok=True)
        raise
    except OSError as error:
        raise FactcheckError(f"The file could not be copied to {path.parent}: {error.strerror}.") from error
    return path


def view(path: Path) -> bool:
    """Hand a file to the desktop's viewer; False where there is none, or the file is none to be viewed."""
    opener = which(_OPENERS.get(sys.platform, "xdg-open"))
    if opener is None or suffix_of(path.name) not in VIEWED:
        return False
    try:
        Popen([opener, str(path)], stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL, start_new_session=True)
    except OSError:
        return False
    return True


@cache
def _private() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="factcheck-")


def _folder() -> Path:
    return Path(_private().name)
