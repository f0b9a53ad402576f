"""Where an article's bytes come from: a file, standard input or the web, never more of them than the limit."""

from typing import BinaryIO

from factcheck.intake.blob import LIMIT, Blob
from factcheck.intake.file import from_file, from_stream

__all__ = ["LIMIT", "Blob", "take"]


def take(where: str, limit: int = LIMIT, stdin: BinaryIO | None = None) -> Blob:
    """The bytes at `where`: a path, an http(s) address, or "-" for standard input.

    Raises:
        InputError: if there are none to be had, or more than `limit`.
    """
    if where == "-":
        return from_stream(stdin, limit)
    if where[:8].lower().startswith(("http://", "https://")):
        from factcheck.intake.web import from_web

        return from_web(where, limit)
    return from_file(where, limit)
