"""A caret that moves through an article's text by characters, words and lines, and what it selects."""

import re
from dataclasses import dataclass, replace

from factcheck.app.widgets.page import Page, Role
from factcheck.app.widgets.wrap import grapheme_end, graphemes, offset_at
from factcheck.model import Span

_WORD = re.compile(r"\w+(?:['’.,:-]\w+)*|[^\w\s]+")


@dataclass(frozen=True, slots=True)
class Caret:
    """Where the caret stands and where a selection began; `cell` is the column that moves up and down keep to."""

    at: int
    anchor: int | None = None
    cell: int | None = None

    def selected(self, text: str) -> Span | None:
        """The span between anchor and caret, without the space around it."""
        if self.anchor is None:
            return None
        return trimmed(text, Span(min(self.anchor, self.at), max(self.anchor, self.at)))

    def moved(self, page: Page, how: str, *, extend: bool = False) -> "Caret":
        """The caret after a move: left, right, up, down, home, end, word-left or word-right."""
        anchor = self.at if extend and self.anchor is None else self.anchor
        at, cell = self.at, None
        if how in ("up", "down"):
            cell = page.cell_of(self.at) if self.cell is None else self.cell
            at = _by_line(page, self.at, cell, -1 if how == "up" else 1)
        elif how in ("home", "end"):
            line = page.line_of(self.at)
            at = page.lines[line].start + (len(page.words(line)) if how == "end" else 0)
        elif how in ("left", "right"):
            at = _by_grapheme(page, self.at, forward=how == "right")
        else:
            at = _by_word(page.text, self.at, forward=how == "word-right")
        return replace(self, at=at, anchor=anchor, cell=cell)


def trimmed(text: str, span: Span) -> Span | None:
    """The span without the space at its ends, or None when nothing is left."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    end = start + len(words.strip())
    return Span(start, end) if end > start else None


def whole(page: Page, span: Span) -> Span:
    """The span widened so that it cuts no grapheme."""
    start, end = span
    first, last = page.lines[page.line_of(start)], page.lines[page.line_of(max(start, end - 1))]
    words = page.text[first.start : first.end]
    if first.start <= start < first.end:
        before = [at for at in _edges(words) if at <= start - first.start]
        start = first.start + before[-1]
    if last.start < end <= last.end:
        end = last.start + grapheme_end(page.text[last.start : last.end], end - last.start - 1)
    return Span(start, max(start, end))


def _edges(words: str) -> list[int]:
    return [grapheme.start for grapheme in graphemes(words)]


def _by_grapheme(page: Page, at: int, *, forward: bool) -> int:
    line = page.lines[page.line_of(at)]
    words = page.text[line.start : line.end]
    if forward:
        if at >= line.end:
            return _first_after(page, at)
        return line.start + grapheme_end(words, at - line.start)
    if at <= line.start:
        return _last_before(page, at)
    return line.start + [edge for edge in _edges(words) if edge < at - line.start][-1]


def _first_after(page: Page, at: int) -> int:
    following = page.line_of(at) + 1
    while following < len(page) and page.lines[following].role is Role.GAP:
        following += 1
    return page.lines[following].start if following < len(page) else at


def _last_before(page: Page, at: int) -> int:
    previous = page.line_of(at) - 1
    while previous >= 0 and page.lines[previous].role is Role.GAP:
        previous -= 1
    return page.lines[previous].start + len(page.words(previous)) if previous >= 0 else at


def _by_line(page: Page, at: int, cell: int, step: int) -> int:
    line = page.line_of(at) + step
    while 0 <= line < len(page) and page.lines[line].role is Role.GAP:
        line += step
    if not 0 <= line < len(page):
        return at
    within = offset_at(page.words(line), cell)
    return page.lines[line].start + (len(page.words(line)) if within is None else within)


def _by_word(text: str, at: int, *, forward: bool) -> int:
    if forward:
        match = _WORD.search(text, at)
        return match.end() if match else len(text)
    start = max(0, at - 200)
    before = [match.start() for match in _WORD.finditer(text, start, at)]
    return before[-1] if before else start
