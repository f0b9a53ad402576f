"""How an article comes in: one reader a module, from bytes to text and what the file says of itself."""

import json
import os
import pickle
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any, BinaryIO

from factcheck.discover import discover
from factcheck.errors import InputError, ReadingError
from factcheck.intake import LIMIT, Blob, take
from factcheck.intake.blob import empty, refusal
from factcheck.model import Published
from factcheck.safe import safe_line

SECONDS, CPU_SECONDS, MEMORY = 60, 20, 4_000_000_000
"""What a reader that works apart may take: seconds by the clock and of the processor, bytes of memory."""

_TITLE_LENGTH = 160
_FIRST_WORDS = 60


@dataclass(frozen=True, slots=True)
class Raw:
    """An article as it was read, before its text is cleaned: `data` are the bytes that came in.

    `warnings` are sentences about what the file holds and the text does not (a scanned page among others); names
    in them are as they came, so whoever shows them makes them safe.
    """

    title: str
    text: str
    published: Published | None = None
    source: str = ""
    language: str = ""
    data: bytes = b""
    warnings: tuple[str, ...] = ()
    lines_before: int = 0


def _never(data: bytes) -> bool:
    return False


@dataclass(frozen=True)
class Reader:
    """A format an article can come in.

    Whatever a file is called, `signature` at its start decides; then the media type a server gave; then the suffix of
    its name; then `looks_like`, which is shown the first 4 KB. `read` raises InputError where it would have to lose
    something, and needs to fill neither `data` nor a missing title. Where `apart`, it is run in a process of its own,
    with bounds on time and memory, because some files are made to stall or to crash whoever parses them.
    """

    name: str
    read: Callable[[Blob], Raw]
    suffixes: tuple[str, ...] = ()
    media_types: tuple[str, ...] = ()
    signature: bytes = b""
    looks_like: Callable[[bytes], bool] = _never
    fallback: bool = False
    apart: bool = False


@cache
def readers() -> Mapping[str, Reader]:
    """Every reader by name."""
    return discover(sys.modules[__name__], Reader)


def read_article(
    where: str,
    *,
    title: str | None = None,
    published: str | None = None,
    source: str | None = None,
    limit: int = LIMIT,
    stdin: BinaryIO | None = None,
) -> Raw:
    """The article at a path, an http(s) address or "-" (standard input); what a person says of it wins.

    Raises:
        InputError: if it cannot be had or read whole, or has no words.
        ReadingError: if `published` is no date.
    """
    day = read_published(published) if published else None
    blob = take(where, limit, stdin)
    reader = reader_of(blob)
    raw = _read_apart(reader, blob) if reader.apart else reader.read(blob)
    if not _has_words(raw.text):
        raise empty(blob.name)
    return replace(
        raw,
        title=_one_line(title or raw.title or blob.stem or _first_words(raw.text)),
        published=day or raw.published,
        source=_one_line(source or raw.source or blob.source),
        data=blob.data,
        warnings=tuple(f"{blob.name}: {warning}" for warning in raw.warnings),
    )


def reader_of(blob: Blob) -> Reader:
    """The reader for these bytes.

    Raises:
        InputError: if they are of a kind that none reads.
    """
    known = readers().values()
    for reader in known:
        if reader.signature and blob.data.startswith(reader.signature):
            return reader
    for signature, what, advice in _UNREADABLE:
        if blob.data.startswith(signature):
            raise refusal(blob.name, what, advice)
    for reader in known:
        if blob.media_type in reader.media_types:
            return reader
    if blob.media_type.partition("/")[0] not in ("", "text") and blob.media_type != "application/octet-stream":
        raise refusal(blob.name, f"is {blob.media_type}", "Give a text, Markdown, HTML, Word (.docx) or PDF file.")
    for reader in known:
        if blob.suffix in reader.suffixes:
            return reader
    for reader in known:
        if reader.looks_like(blob.data[:4096]):
            return reader
    return next(reader for reader in known if reader.fallback)


def _read_apart(reader: Reader, blob: Blob) -> Raw:
    """What `reader` reads, in a process that cannot take longer or more memory than is allowed here."""
    import signal
    import subprocess

    command = [sys.executable, "-P", "-m", __name__]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    order = pickle.dumps((reader.name, blob, CPU_SECONDS, MEMORY))
    try:
        done = subprocess.run(command, input=order, capture_output=True, timeout=SECONDS, env=environment, check=False)
    except subprocess.TimeoutExpired as error:
        raise refusal(blob.name, f"took longer than {SECONDS} seconds to read", _BY_HAND) from error
    if done.returncode == -signal.SIGXCPU:
        raise refusal(blob.name, f"took longer than {CPU_SECONDS} seconds to read", _BY_HAND)
    if done.returncode:
        told = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
        reason = told or f"the reader stopped with status {done.returncode}"
        raise refusal(blob.name, f"cannot be read, it is damaged or made to do harm ({reason[:120]})", _BY_HAND)
    answer = json.loads(done.stdout)
    if "refused" in answer:
        raise InputError(answer["refused"])
    return _unpack(answer["raw"])


def pack(raw: Raw) -> dict[str, Any]:
    """What was read as JSON data, without the bytes it was read from."""
    published = raw.published
    day = [published.value, published.inferred] if published else None
    return {**{name: getattr(raw, name) for name in _FIELDS}, "published": day, "warnings": list(raw.warnings)}


def _unpack(data: Mapping[str, Any]) -> Raw:
    day = Published(*data["published"]) if data["published"] else None
    return Raw(**{name: data[name] for name in _FIELDS}, published=day, warnings=tuple(data["warnings"]))


_FIELDS = ("title", "text", "source", "language")
_BY_HAND = "Copy the article into a text file and read that."
_UNREADABLE = (
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "is an old Word file (.doc) or has a password",
        "Save it as .docx without a password.",
    ),
    (b"{\\rtf", "is a rich text file (.rtf)", "Save it as .docx or as plain text."),
    (b"\x89PNG\r\n\x1a\n", "is a picture", "Give the text; pictures are not read."),
    (b"\xff\xd8\xff", "is a picture", "Give the text; pictures are not read."),
    (b"GIF8", "is a picture", "Give the text; pictures are not read."),
    (b"\x1f\x8b", "is compressed", "Unpack it first."),
    (b"7z\xbc\xaf\x27\x1c", "is an archive", "Unpack it first."),
)

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_TIMESTAMP = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:?\d\d")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_NUMERIC = re.compile(r"(\d{1,2})[./ -](\d{1,2})[./ -]\d{4}")


def read_published(words: str) -> Published:
    """A publication date as a person writes it: "2021", "2021-12", "2021-12-06" or English words.

    Raises:
        ReadingError: if it is no date, or could be two.
    """
    words = words.strip()
    if not (value := _iso_date(words) or _worded_date(words)):
        raise ReadingError(f"{safe_line(words[:80])!r} is no date. Write it as 2021-12-06, 2021-12 or 2021.")
    return Published(value)


def stated_published(words: str) -> Published | None:
    """The date that an article's own metadata states, or None where it cannot be read beyond doubt."""
    words = words.strip()
    if timestamp := _TIMESTAMP.match(words):
        words = timestamp[1]
    try:
        return read_published(words)
    except ReadingError:
        return None


def _iso_date(words: str) -> str | None:
    if not (match := _ISO.fullmatch(words)):
        return None
    year, month, day = (int(part) if part else 1 for part in match.groups())
    try:
        date(year, month, day)
    except ValueError:
        return None
    return words


def _worded_date(words: str) -> str | None:
    if (match := _NUMERIC.fullmatch(words)) and match[1] != match[2] and int(match[1]) <= 12 and int(match[2]) <= 12:
        raise ReadingError(f"{words!r} could be two dates. Write it as 2021-12-06.")
    if len(words) > 100 or not _YEAR.search(words):
        return None
    import dateparser

    for form, parts in (("%Y-%m-%d", ["year", "month", "day"]), ("%Y-%m", ["year", "month"])):
        settings = {"REQUIRE_PARTS": parts, "PARSERS": ["absolute-time"]}
        if found := dateparser.parse(words, languages=["en"], settings=settings):
            return str(found.strftime(form))
    return None


def first_line_title(text: str) -> str:
    """The first line of a text where it reads like a headline: short, no full stop, an empty line after it."""
    first, end, rest = text.lstrip("\ufeff \t\r\n").partition("\n")
    first, following = first.strip(), rest.partition("\n")[0]
    if (
        end
        and first
        and len(first) <= _TITLE_LENGTH
        and not following.strip()
        and rest.strip()
        and first[-1] not in ".:;,"
    ):
        return first
    return ""


def raised(text: str) -> str:
    """A power or a note's number as superscript characters, so that 10 and 6 do not become 106."""
    return text.translate(_RAISED)


def lowered(text: str) -> str:
    """An index as subscript characters."""
    return text.translate(_LOWERED)


_RAISED = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")


def _has_words(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _first_words(text: str) -> str:
    words = _one_line(text.lstrip()[: _FIRST_WORDS * 4])
    return words if len(words) <= _FIRST_WORDS else words[:_FIRST_WORDS].rpartition(" ")[0] + "…"


def _one_line(text: str) -> str:
    return " ".join(text.split())
