"""Where a text speaks in other people's words: its quotations, with their marks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.document import Document
from factcheck.model import Span

_PAIRS = {"“": "”", "„": "“”", "«": "»", "「": "」", "『": "』", "‹": "›"}
_MARK = re.compile(r"[\"“”„«»‹›「」『』＂‟]|(?<=\S)'(?='')|''|``|['‘’‛]")
_SINGLE = frozenset("'‘’‛")
_OPENS_AFTER = frozenset(' \t\n\r\u00a0(-–—―[/:“"‘,')
_NO_QUOTATION = re.compile(r"(?:tis|twas|em|til|cause|bout|n)\b|\d\ds?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with its marks. `continues`: it goes on with the quotation of the paragraph before."""

    span: Span
    inner: Span
    continues: bool = False


def quotations(document: Document) -> tuple[Quotation, ...]:
    """The quotations of a document in order, none inside another; a mark that is missing ends with its paragraph."""
    found: list[Quotation] = []
    unclosed = ""
    for paragraph in document.paragraphs:
        reader = _Paragraph(document.text, paragraph, unclosed)
        found += reader.read()
        unclosed = reader.unclosed
    return tuple(found)


def _surplus(marks: list[re.Match[str]]) -> list[int]:
    """How many closing curly marks more than opening ones there are from each mark on."""
    surplus, total = [], 0
    for mark in reversed(marks):
        total += (mark.group() == "”") - (mark.group() == "“")
        surplus.append(total)
    return surplus[::-1]


def _outermost(found: list[Quotation], joined: list[Span]) -> Iterator[Quotation]:
    """The quotations without those that lie in `joined`, which stand for all of theirs."""
    waiting = iter(joined)
    around: Span | None = next(waiting, None)
    for quotation in sorted(found, key=lambda quotation: quotation.span):
        while around and around.end <= quotation.span.start:
            around = next(waiting, None)
        if not (around and around.covers(quotation.span)):
            yield quotation
    yield from (Quotation(span, Span(span.start + 1, span.end - 1)) for span in joined)


class _Paragraph:
    """One paragraph while its marks are read from left to right."""

    def __init__(self, text: str, span: Span, carried: str) -> None:
        self.text, self.span = text, span
        self.carried = carried
        self.unclosed = ""
        self._found: list[Quotation] = []
        self._open: re.Match[str] | None = None
        self._continues = False

    def read(self) -> list[Quotation]:
        marks = list(_MARK.finditer(self.text, *self.span))
        surplus = _surplus(marks)
        singles: list[list[re.Match[str]]] = [[]]
        depth = 0
        for number, (mark, spare) in enumerate(zip(marks, surplus, strict=True)):
            if mark.group() in _SINGLE:
                if self._open is None:
                    singles[-1].append(mark)
            elif self._open is not None and self._closes(mark):
                depth -= 1
                if depth == 0:
                    self._close(mark.end(), len(mark.group()))
            elif self._opens(mark) or (self._open is None and self._opens_loosely(marks[number : number + 8])):
                if self._open is not None and spare > 0:
                    depth += 1
                    continue
                if self._open is not None:
                    self._close_early(mark.start())
                self._continues = bool(self.carried) and mark.start() == self.span.start
                self._open, depth = mark, 1
                singles.append([])
        if self._open is not None:
            self.unclosed = self._open.group()
            self._close(self.span.end, 0)
        self._read_singles(singles)
        return sorted(self._found, key=lambda quotation: quotation.span)

    def _opens(self, mark: re.Match[str]) -> bool:
        sign = mark.group()
        if sign in _PAIRS:
            return True
        if sign in "”»›」』":
            return False
        before, after = self._around(mark)
        return (before in _OPENS_AFTER or not before.isalnum()) and bool(after.strip())

    def _opens_loosely(self, marks: list[re.Match[str]]) -> bool:
        """Whether a straight mark stands on the wrong side of its space: he said," It held", before one that closes."""
        following = next((mark for mark in marks[1:] if mark.group() not in _SINGLE), None)
        if following is None or marks[0].group() != '"' or following.group() != '"':
            return False
        before, after = self._around(marks[0])
        return before in ",:" and after.isspace() and not self._around(following)[0].isspace()

    def _closes(self, mark: re.Match[str]) -> bool:
        assert self._open is not None
        opened, sign = self._open.group(), mark.group()
        if opened in _PAIRS:
            return sign in _PAIRS[opened] or (sign == '"' and not self._looks_open(mark))
        return sign in ("”" if opened == '"' else "", opened, "''") and not self._looks_open(mark)

    def _looks_open(self, mark: re.Match[str]) -> bool:
        """Whether a straight mark can only open: space before it, none after it."""
        before, after = self._around(mark)
        return before.isspace() and bool(after.strip()) and after not in ".,;:!?)"

    def _around(self, mark: re.Match[str]) -> tuple[str, str]:
        before = self.text[mark.start() - 1] if mark.start() > self.span.start else " "
        after = self.text[mark.end()] if mark.end() < self.span.end else " "
        return before, after

    def _close(self, end: int, width: int) -> None:
        assert self._open is not None
        span = Span(self._open.start(), end)
        if end - width > self._open.end():
            self._found.append(Quotation(span, Span(self._open.end(), end - width), self._continues))
        self._open, self._continues = None, False

    def _close_early(self, before: int) -> None:
        """Ends a quotation whose closing mark is missing at its first sentence end, or drops it."""
        assert self._open is not None
        stop = re.compile(r"[.!?](?=\s)").search(self.text, self._open.end(), before)
        if stop:
            self._close(stop.end(), 0)
        self._open, self._continues = None, False

    def _read_singles(self, runs: list[list[re.Match[str]]]) -> None:
        """Adds the quotations in single marks: those of each run between double ones, and those around double ones."""
        joined: list[Span] = []
        pending: re.Match[str] | None = None
        for run in runs:
            found, left = self._singly(run)
            if pending is not None and run:
                closing = next((mark for mark in run if self._ends_speech(mark)), None)
                opening = next((mark for mark in run if self._opens_singly(mark)), None)
                if closing and (opening is None or closing.start() < opening.start()):
                    joined.append(Span(pending.start(), closing.end()))
                    found = [quotation for quotation in found if quotation.span.start >= closing.end()]
                if closing or opening:
                    pending = None
            self._found += found
            pending = left or pending
        if joined:
            self._found = list(_outermost(self._found, joined))

    def _singly(self, marks: list[re.Match[str]]) -> tuple[list[Quotation], re.Match[str] | None]:
        """The quotations in one run of single marks, and the mark that opens one without an end.

        Apostrophes and plural possessives neither open nor close one.
        """
        found: list[Quotation] = []
        opened: re.Match[str] | None = None
        for mark in marks:
            before, after = self._around(mark)
            if opened is None:
                if self._opens_singly(mark):
                    opened = mark
            elif not after.isalnum() and not before.isspace() and not self._is_possessive(mark, before):
                if mark.start() > opened.end():
                    found.append(Quotation(Span(opened.start(), mark.end()), Span(opened.end(), mark.start())))
                opened = None
        return found, opened

    def _ends_speech(self, mark: re.Match[str]) -> bool:
        """Whether a single mark stands behind the mark that ends a sentence or a quotation in double marks."""
        before, after = self._around(mark)
        return before in ',.?!"”' and not after.isalnum()

    def _opens_singly(self, mark: re.Match[str]) -> bool:
        before, after = self._around(mark)
        opens = mark.group() != "’" and before in _OPENS_AFTER and (after.isalnum() or after in '"“')
        return opens and not _NO_QUOTATION.match(self.text, mark.end())

    def _is_possessive(self, mark: re.Match[str], before: str) -> bool:
        after = self.text[mark.end() : mark.end() + 2]
        return before in "sS" and len(after) == 2 and after[0] == " " and after[1].islower()
