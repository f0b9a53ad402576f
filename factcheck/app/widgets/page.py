"""An article's text laid out at one width: which offsets stand on which line, and what each line is."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from factcheck.app.widgets.wrap import cells_of, offset_at, wrap
from factcheck.document import Document
from factcheck.model import Article, Span
from factcheck.safe import safe


class Role(StrEnum):
    """What a line of an article is."""

    TITLE = "title"
    HEADING = "heading"
    QUOTE = "quote"
    BYLINE = "byline"
    TEXT = "text"
    GAP = "gap"


class Block(NamedTuple):
    """A paragraph of an article; `apart` when a gap stands before it."""

    span: Span
    role: Role
    apart: bool


class Line(NamedTuple):
    """One line of a page: the offsets it shows, half open; the space at its end is not drawn."""

    start: int
    end: int
    role: Role


_HEADING = re.compile(r"[ \t]{0,3}#{1,6}[ \t]")
_QUOTE = re.compile(r"[ \t]{0,3}>")
_BYLINE = re.compile(
    r"(?i:by) (?!the\b|a\b)[A-Z][^\n.!?]{2,80}|(?:Published|Posted|Updated|Last updated)\b[^\n]{4,60}"
    r"|[*_][^*_\n][^*\n]{8,300}[*_]"
)
"""Who wrote it and when, or a line of its own that is set off as a whole."""
_BYLINES = 6
"""Up to which paragraph of an article those stand."""
_LONE = re.compile(r"[A-Z0-9“\"][^\n]{1,58}[^\s.!?:;,…\"”')\]*_]|[A-Z][^\n]{1,57}\?")
"""What may be a heading where it stands alone between paragraphs."""
_LONGEST_HEADING = 9
_ITEM = re.compile(r"[ \t]*(?:[-*+•‣–][ \t]|\d{1,3}[.)][ \t])")


def blocks_of(article: Article) -> tuple[Block, ...]:
    """The paragraphs of an article, lines that were only wrapped joined, with the gaps that its source shows."""
    text = article.text
    spans = Document(text).paragraphs
    has_gaps = any(text.count("\n", a.end, b.start) > 1 for a, b in pairwise(spans))
    blocks: list[Block] = []
    for at, span in enumerate(spans):
        role = _role_of(text, span, at == 0 and span.of(text).strip() == article.title.strip())
        apart = False
        if blocks:
            before = blocks[-1]
            blank = text.count("\n", before.span.end, span.start) > 1
            listed = _ITEM.match(text, span.start) and _ITEM.match(text, before.span.start)
            apart = blank or before.role is Role.TITLE or (not has_gaps and not listed and role is not Role.QUOTE)
        if role is Role.TEXT and at < _BYLINES and _BYLINE.fullmatch(text, span.start, _end(text, span)):
            role = Role.BYLINE
        elif role is Role.TEXT and 0 < at < len(spans) - 1 and _is_lone(text, spans[at - 1], span, spans[at + 1]):
            role = Role.HEADING
        blocks.append(Block(span, role, apart and not (blocks and blocks[-1].role is Role.HEADING)))
    return tuple(blocks)


def _end(text: str, span: Span) -> int:
    """Where a paragraph ends without the space behind it."""
    return span.start + len(span.of(text).rstrip())


def _is_lone(text: str, before: Span, span: Span, after: Span) -> bool:
    """Whether a few words without a full stop stand alone between a paragraph that ends and a longer one."""
    if not _LONE.fullmatch(text, span.start, _end(text, span)) or len(span.of(text).split()) > _LONGEST_HEADING:
        return False
    if text.count("\n", before.end, span.start) < 2 or text.count("\n", span.end, after.start) < 2:
        return False
    ended = text[before.start : _end(text, before)].rstrip("\"”')*_")
    return ended.endswith((".", "!", "?", ";")) and after.length > 2 * span.length


def _role_of(text: str, span: Span, is_title: bool) -> Role:
    if is_title:
        return Role.TITLE
    if _HEADING.match(text, span.start, span.end):
        return Role.HEADING
    return Role.QUOTE if _QUOTE.match(text, span.start, span.end) else Role.TEXT


@dataclass(frozen=True)
class Page:
    """The lines of a text at a width; `text` is safe to draw and as long as the article's."""

    text: str
    lines: Sequence[Line]
    width: int

    def __len__(self) -> int:
        return len(self.lines)

    @cached_property
    def _starts(self) -> list[int]:
        return [line.start for line in self.lines]

    def words(self, at: int) -> str:
        """The safe text of a line, without the space at its end."""
        line = self.lines[at]
        return self.text[line.start : line.end].rstrip()

    def line_of(self, offset: int) -> int:
        """The line that shows an offset, or the nearest before it."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def lines_of(self, span: Span) -> range:
        """The lines that a span stands on."""
        return range(self.line_of(span.start), self.line_of(max(span.start, span.end - 1)) + 1)

    def offset_at(self, at: int, cell: int) -> int | None:
        """The offset of what is drawn over a cell of a line, or None where nothing is."""
        if not 0 <= at < len(self.lines):
            return None
        within = offset_at(self.words(at), cell)
        return None if within is None else self.lines[at].start + within

    def caret_at(self, at: int, cell: int) -> int:
        """The offset nearest to a cell: the line's first or last one beside its words."""
        at = min(max(at, 0), len(self.lines) - 1)
        found = self.offset_at(at, max(cell, 0))
        return self.lines[at].start + len(self.words(at)) if found is None else found

    def cell_of(self, offset: int) -> int:
        """The first cell of an offset in its line."""
        start = self.lines[self.line_of(offset)].start
        return cells_of(self.text[start:offset])


def screen_text(article: Article) -> str:
    """The article's text as it is drawn: safe, on one line, every offset kept."""
    return safe(article.text).replace("\n", " ")


def lay_out(blocks: Sequence[Block], text: str, width: int) -> Page:
    """The page of a `screen_text` whose blocks are known."""
    lines: list[Line] = []
    for (start, end), role, apart in blocks:
        if apart:
            lines.append(Line(start, start, Role.GAP))
        lines.extend(Line(start + a, start + b, role) for a, b in wrap(text[start:end], width))
    return Page(text, lines, width)
