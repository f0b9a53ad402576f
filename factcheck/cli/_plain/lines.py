"""Lines of at most eighty columns, as a terminal counts them."""

import unicodedata
from collections.abc import Iterator

WIDTH = 79
"""How many cells a line has at most: one less than the narrowest usual terminal, which may wrap a full one."""


def cells(text: str) -> int:
    """How many cells a terminal gives to a text that steers nothing."""
    return len(text) if text.isascii() else sum(map(_cells_of, text))


def _cells_of(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _is_wide(text: str) -> bool:
    """Whether a text has characters of two cells: those of scripts that part no words."""
    return not text.isascii() and any(unicodedata.east_asian_width(character) in "WF" for character in text)


def wrapped(text: str, taken: int = 0, width: int = WIDTH) -> Iterator[str]:
    """A text as lines of at most `width` cells; `taken` are those that the first line has no more.

    Lines end between words, and within one only where it is longer than a line or has no space, as in Chinese.
    """
    line, room = "", width - taken
    for word in text.split(" "):
        joined = f"{line} {word}" if line else word
        if cells(joined) <= room:
            line = joined
            continue
        if cells(word) <= width and not _is_wide(word):
            yield line
            line, room = word, width
            continue
        *full, line = _cut(joined, room, width)
        if full:
            room = width
        yield from full
    yield line


def _cut(text: str, room: int, width: int) -> Iterator[str]:
    """A text cut into pieces: the first of `room` cells, the others of `width`."""
    start, used = 0, 0
    for at, character in enumerate(text):
        wide = _cells_of(character)
        if used + wide > max(room, 2) and at > start:
            yield text[start:at]
            start, used, room = at, 0, width
        used += wide
    yield text[start:]
