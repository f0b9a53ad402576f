"""Soft wrap with exact maps between cells and code points, for text that went through `safe`.

Everything here is drawn so that a terminal cannot disagree on its width: variation selectors, joiners and skin tones
stay in the text but are not drawn, and flags are drawn as letters.
"""

import re
from typing import NamedTuple
from unicodedata import category

from rich.cells import cell_len, get_character_cell_size

_PLAIN = re.compile(
    r"[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u03ff\u0400-\u0482\u048a-\u052f"
    r"\u2007\u2010-\u2015\u2018-\u201f\u2026\u202f\u2030\u2032\u2033\u20ac]*"
)
"""Text whose every code point is one grapheme of one cell."""

_SPACES = frozenset(" \u1680\u3000\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f")
_GLUE = frozenset("\xa0\u202f\u2007")
_DASHES = frozenset("-‐–—/")
_DASH_BREAK = re.compile(r"(?<=[^\W\d_])[-‐–—/](?=[^\W\d_])")
_NO_START = frozenset(
    "、。，．・：；？！）」』】〉》〕］｝〟’”»…‥ーぁぃぅぇぉっゃゅょァィゥェォッャュョヶ々〻ヽヾゝゞ゛゜%％‰℃°,.!?:;)]}'\""
)
_NO_END = frozenset("（「『【〈《〔［｛〝([{“‘«$€£¥＄￥￡#＃")
_JOINER = "\u200d"
_MARKS_DRAWN = 6
_LARGEST_FLAG_LETTER = 0x1F1FF
_FIRST_FLAG_LETTER = 0x1F1E6


class Grapheme(NamedTuple):
    """What a person takes for one character: its code points, what is drawn for it and how many cells that takes."""

    start: int
    end: int
    drawn: str
    cells: int

    @property
    def is_space(self) -> bool:
        """Whether a line may end after it and leave it undrawn."""
        return self.drawn in _SPACES and self.end - self.start == 1


def is_plain(text: str) -> bool:
    """Whether every code point of the text is drawn as itself in one cell."""
    return _PLAIN.fullmatch(text) is not None


def _joins(before: str, after: str) -> bool:
    """Whether a joiner between the two makes one picture of them, as between emoji."""
    return ord(before) >= 0x2190 and (0x2190 <= ord(after) < 0x2C00 or ord(after) >= 0x1F000)


def graphemes(text: str) -> list[Grapheme]:
    """The graphemes of safe text in order; together they cover it exactly."""
    found: list[Grapheme] = []
    marks = 0
    at, length = 0, len(text)
    while at < length:
        char = text[at]
        code = ord(char)
        cells = get_character_cell_size(char)
        last = found[-1] if found else None
        if last and (char == _JOINER or 0xFE00 <= code <= 0xFE0F or (0x1F3FB <= code <= 0x1F3FF and last.cells == 2)):
            joined = char == _JOINER and at + 1 < length and _joins(text[last.start], text[at + 1])
            at += 2 if joined else 1
            found[-1] = last._replace(end=at)
            continue
        if cells == 0:
            shown = "" if category(char) in ("Cf", "Cn") or marks >= _MARKS_DRAWN else char
            marks += 1
            if last and last.cells:
                found[-1] = last._replace(end=at + 1, drawn=last.drawn + shown)
            else:
                found.append(Grapheme(at, at + 1, " " + shown, 1))
        else:
            marks = 0
            if _FIRST_FLAG_LETTER <= code <= _LARGEST_FLAG_LETTER:
                char, cells = chr(ord("A") + code - _FIRST_FLAG_LETTER), 1
            found.append(Grapheme(at, at + 1, char, cells))
        at += 1
    return found


def drawn(text: str) -> str:
    """What is drawn for safe text."""
    return text if is_plain(text) else "".join(grapheme.drawn for grapheme in graphemes(text))


def cells_of(text: str) -> int:
    """How many cells safe text takes."""
    return len(text) if is_plain(text) else sum(grapheme.cells for grapheme in graphemes(text))


def offset_at(text: str, cell: int) -> int | None:
    """The offset of the grapheme drawn over a cell of a line, or None beside the text."""
    if cell < 0:
        return None
    if is_plain(text):
        return cell if cell < len(text) else None
    edge = 0
    for grapheme in graphemes(text):
        edge += grapheme.cells
        if cell < edge:
            return grapheme.start
    return None


def grapheme_end(text: str, offset: int) -> int:
    """Where the grapheme that holds `offset` ends."""
    if is_plain(text):
        return min(offset + 1, len(text))
    return next((grapheme.end for grapheme in graphemes(text) if offset < grapheme.end), len(text))


def fit(text: str, width: int, ellipsis: str = "…") -> str:
    """What is drawn for safe text in exactly `width` cells: cut with an ellipsis, or filled with spaces."""
    if width <= 0:
        return ""
    if is_plain(text):
        if len(text) <= width:
            return text.ljust(width)
        return (text[: width - 1].rstrip() + ellipsis).ljust(width)
    pieces, used, room = [], 0, width - cell_len(ellipsis)
    for grapheme in graphemes(text[: 4 * width + 4]):
        used += grapheme.cells
        pieces.append(grapheme)
        if used > width:
            break
    if used > width:
        while pieces and used > room:
            used -= pieces.pop().cells
        shown = "".join(piece.drawn for piece in pieces).rstrip() + ellipsis
    else:
        shown = "".join(piece.drawn for piece in pieces)
    return shown + " " * (width - cell_len(shown))


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """The visual lines of safe text as (start, end) offsets that cover it exactly.

    Spaces at the end of a line belong to it and may stand past `width`; nothing else does.
    """
    width = max(2, width)
    return _wrap_plain(text, width) if is_plain(text) else _wrap_graphemes(text, width)


def _wrap_plain(text: str, width: int) -> list[tuple[int, int]]:
    lines: list[tuple[int, int]] = []
    start, length = 0, len(text)
    while length - start > width:
        limit = start + width
        space = text.rfind(" ", start, limit + 1)
        cut = space + 1 if space >= 0 else start
        for dash in _DASH_BREAK.finditer(text, cut, limit + 1):
            if dash.end() <= limit:
                cut = dash.end()
        if cut == start:
            cut = limit
        while cut < length and text[cut] == " ":
            cut += 1
        lines.append((start, cut))
        start = cut
    if start < length or not lines:
        lines.append((start, length))
    return lines


def _wrap_graphemes(text: str, width: int) -> list[tuple[int, int]]:
    lines: list[tuple[int, int]] = []
    start = cut = x = x_at_cut = 0
    before: Grapheme | None = None
    for grapheme in graphemes(text):
        if before is not None and grapheme.start > start and _may_break(text, before, grapheme):
            cut, x_at_cut = grapheme.start, x
        if x + grapheme.cells > width and not grapheme.is_space:
            if cut > start:
                lines.append((start, cut))
                start, x = cut, x - x_at_cut
            if x + grapheme.cells > width and grapheme.start > start:
                lines.append((start, grapheme.start))
                start, x = grapheme.start, 0
        x += grapheme.cells
        before = grapheme
    if start < len(text) or not lines:
        lines.append((start, len(text)))
    return lines


def _may_break(text: str, before: Grapheme, after: Grapheme) -> bool:
    """Whether a line may end between two neighbours: after spaces, dashes in words, and between ideographs."""
    left, right = text[before.start], text[after.start]
    if after.is_space or left in _GLUE:
        return False
    if before.is_space:
        return True
    if right in _GLUE:
        return False
    if left in _DASHES and before.cells == 1:
        return right.isalpha() and before.start > 0 and text[before.start - 1].isalpha()
    if before.cells == 2 or after.cells == 2:
        return right not in _NO_START and left not in _NO_END and not left.isdigit()
    return False
