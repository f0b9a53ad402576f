"""Bytes from a file or from standard input."""

import os
import stat
import sys
from pathlib import PurePath
from typing import BinaryIO

from factcheck.errors import InputError
from factcheck.intake.blob import Blob, empty, refusal, too_large

_SCHEMES = ("ftp", "file", "gopher", "sftp", "data")
_KINDS = (
    (stat.S_ISDIR, "is a folder", "Name the files in it."),
    (stat.S_ISFIFO, "is a pipe", 'Give "-" and send the text to standard input.'),
    (stat.S_ISSOCK, "is a socket", "Name a file."),
    (stat.S_ISCHR, "is a device", "Name a file."),
    (stat.S_ISBLK, "is a device", "Name a file."),
)


def from_file(where: str, limit: int) -> Blob:
    """The bytes of the file named `where`; pipes and devices are refused before they can make anyone wait.

    Raises:
        InputError: if it is no readable file, or is empty, or has more than `limit` bytes.
    """
    if not where:
        raise InputError("No file was named; nothing was stored. Give a path, an address, or - for standard input.")
    if where.partition("://")[0].lower() in _SCHEMES and "://" in where:
        raise refusal(where, "is not an http or https address", "Fetch it yourself and give the file.")
    try:
        with open(os.open(where, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb") as file:
            state = os.fstat(file.fileno())
            for is_kind, what, advice in _KINDS:
                if is_kind(state.st_mode):
                    raise refusal(where, what, advice)
            if state.st_size > limit:
                raise too_large(where, limit)
            data = file.read(limit + 1)
    except (OSError, ValueError) as error:
        raise _unreadable(where, error) from error
    path = PurePath(where)
    return Blob(_bounded(data, where, limit), where, stem=path.stem, suffix=path.suffix.lower())


def from_stream(stream: BinaryIO | None, limit: int) -> Blob:
    """The bytes of a stream, standard input when none is given, read to its end or to just past the limit.

    Raises:
        InputError: if it cannot be read, or is empty, or has more than `limit` bytes.
    """
    name = "Standard input"
    try:
        data = (stream or sys.stdin.buffer).read(limit + 1)
    except OSError as error:
        raise _unreadable(name, error) from error
    return Blob(_bounded(data, name, limit), name)


def _bounded(data: bytes, name: str, limit: int) -> bytes:
    if len(data) > limit:
        raise too_large(name, limit)
    if not data:
        raise empty(name)
    return data


def _unreadable(name: str, error: OSError | ValueError) -> InputError:
    """What the operating system said, as a sentence."""
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return refusal(name, "does not exist", "Check the path.")
        case IsADirectoryError():
            return refusal(name, "is a folder", "Name the files in it.")
        case PermissionError():
            return refusal(name, "may not be read by you", "Ask for permission to read it.")
        case OSError():
            return refusal(name, f"cannot be read ({error.strerror or error})", "Check the path.")
        case _:
            return refusal(name, f"is not a file name ({error})", "Check the path.")
