"""Plain text: nothing is changed; the first line is the title where it reads like one."""

from factcheck.intake.blob import Blob
from factcheck.intake.charset import decode
from factcheck.read import Raw, Reader, first_line_title


def read(blob: Blob) -> Raw:
    """The text as it stands.

    Raises:
        InputError: if it is not text.
    """
    text = decode(blob.data, blob.name, blob.charset)
    return Raw(first_line_title(text), text)


READER = Reader("text", read, suffixes=(".txt", ".text"), fallback=True)
