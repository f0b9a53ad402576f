"""A stretch of an article as the finders read it: tokens, sentences and paragraphs, each made once, with offsets.

Offsets are always those of the article's text. Finders match against `view`, a translation of the text that keeps
every offset: digits of any script are ASCII, spaces are spaces, apostrophes and quotation marks are straight.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, MutableMapping
from copy import copy
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from factcheck.model import Published, Span
from factcheck.syntax import Parser, Sentence

_VIEW = {
    **{0xFF10 + n: 0x30 + n for n in range(10)},
    **{0x0660 + n: 0x30 + n for n in range(10)},
    **{0x06F0 + n: 0x30 + n for n in range(10)},
    **{0x0966 + n: 0x30 + n for n in range(10)},
    **dict.fromkeys([0x2212, 0x2010, 0x2011, 0xFE63, 0xFF0D], "-"),
    **dict.fromkeys([0x00A0, 0x202F, 0x2007, 0x2009, 0x2008, 0x200A, 0x2002, 0x2003, 0x3000, 0x09, 0x0D], " "),
    **dict.fromkeys([0x2018, 0x2019, 0x201B, 0x02BC, 0x2032], "'"),
    **dict.fromkeys([0x201C, 0x201D, 0x201E, 0x201F, 0x2033], '"'),
    0xFF05: "%",
    0xFF04: "$",
    0xFFE5: "¥",
    0xFFE1: "£",
    0xFF0C: ",",
    0xFF0E: ".",
    0xFF08: "(",
    0xFF09: ")",
}

CJK = "\u3400-\u4dbf\u4e00-\u9fff\u3040-\u30ff\uf900-\ufaff"
"""The characters, for a regex class, that are written without spaces: each is a token of its own."""

_TOKEN = re.compile(
    r"\d+(?:[.,]\d+)*"  # a number, with its grouping and decimal marks
    r"|'[sS](?![^\W_])"  # the genitive
    rf"|[{CJK}]"
    rf"|[^\W\d_{CJK}]+(?:'(?![sS](?![^\W_]))[^\W\d_{CJK}]+)*"  # a word, with apostrophes inside
    r"|[^\w\s]|_"
)
_TERMINAL = frozenset(".!?。！？…")
_CLOSING = frozenset("\"')]”’»」』")
_TITLES = frozenset(
    "mr mrs ms dr prof rev hon gen col lt capt maj sgt gov sen rep pres messrs adm cmdr cpl pvt vs".split()
)
"""Abbreviations that never end a sentence: a name follows."""
_COUNTED = frozenset(
    "no nos fig figs vol pp ph eq art sec p jan feb mar apr jun jul aug sep sept oct nov dec "
    "mon tue tues wed thu thur thurs fri sat sun".split()
)
"""Abbreviations before a number or a month; before anything else they may be words that end a sentence."""
_SHORTENED = frozenset(
    "st mt jr sr inc ltd co corp plc etc ed eds approx est cf al ca ave blvd rd dept univ assn bros".split()
)
"""Abbreviations that end a sentence where the next word opens one."""


def view_of(text: str) -> str:
    """The text as finders match it: the same length, variants of digits, spaces, marks and dashes made one."""
    return text.translate(_VIEW)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a document as parallel lists: where each starts and ends, its words and its words in lower case."""

    starts: list[int]
    ends: list[int]
    words: list[str]
    lowers: list[str]

    def __len__(self) -> int:
        return len(self.starts)

    def index_at(self, offset: int) -> int:
        """The index of the token at or before `offset`; -1 before the first."""
        return bisect_right(self.starts, offset) - 1

    def span(self, first: int, last: int) -> Span:
        """From the start of token `first` to the end of token `last`, both included."""
        return Span(self.starts[first], self.ends[last])


class Document:
    """`text[start:end]`, read once. `memory` is what finders carry from one stretch of an article to the next.

    `parser`, where one was chosen, gives the `parsed` sentences.
    """

    def __init__(
        self,
        text: str,
        published: Published | None = None,
        *,
        view: str | None = None,
        start: int = 0,
        end: int | None = None,
        memory: MutableMapping[str, Any] | None = None,
        parser: Parser | None = None,
    ) -> None:
        self.text = text
        self.view = view_of(text) if view is None else view
        self.start = start
        self.end = len(text) if end is None else end
        self.published = published
        self.memory: MutableMapping[str, Any] = {} if memory is None else memory
        self.parser = parser

    @cached_property
    def tokens(self) -> Tokens:
        """Numbers, words and marks in reading order."""
        starts: list[int] = []
        ends: list[int] = []
        words: list[str] = []
        for match in _TOKEN.finditer(self.view, self.start, self.end):
            start, end = match.span()
            starts.append(start)
            ends.append(end)
            words.append(match.group())
        return Tokens(starts, ends, words, [word.lower() for word in words])

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The lines of the text that hold anything but space; lines that were only wrapped are joined."""
        wrapped = self._is_hard_wrapped
        spans: list[Span] = []
        blank = True
        for span in self._lines():
            if not self.view[span.start : span.end].strip():
                blank = True
                continue
            if spans and wrapped and not blank:
                spans[-1] = Span(spans[-1].start, span.end)
            else:
                spans.append(span)
            blank = False
        return tuple(spans)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences in order, without the space around them; a sentence never crosses a paragraph."""
        spans: list[Span] = []
        for paragraph in self.paragraphs:
            start = paragraph.start
            for end in self._sentence_ends(paragraph):
                if stripped := self._strip(start, end):
                    spans.append(stripped)
                start = end
            if stripped := self._strip(start, paragraph.end):
                spans.append(stripped)
        return tuple(spans)

    @cached_property
    def parsed(self) -> tuple[Sentence, ...]:
        """The sentences as the parser sees them; none where no parser was chosen."""
        return tuple(self.parser(self.text, self.sentences)) if self.parser else ()

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [span.start for span in self.sentences]

    def sentence_at(self, offset: int) -> Span:
        """The sentence that `offset` stands in (or the one before it, in the space between two)."""
        at = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[max(at, 0)] if self.sentences else Span(self.start, self.end)

    def _lines(self) -> Iterator[Span]:
        start = self.start
        while start < self.end:
            end = self.view.find("\n", start, self.end)
            end = self.end if end < 0 else end
            if end > start:
                yield Span(start, end)
            else:
                yield Span(start, start)
            start = end + 1

    @cached_property
    def _is_hard_wrapped(self) -> bool:
        """Whether most single line ends stand in the middle of a sentence."""
        view, inside, total = self.view, 0, 0
        at = view.find("\n", self.start, self.end)
        while 0 <= at < self.end - 1:
            before, after = view[at - 1 : at], view[at + 1]
            if before and not before.isspace() and not after.isspace():
                total += 1
                inside += before not in _TERMINAL and before not in _CLOSING and (after.islower() or before.islower())
            at = view.find("\n", at + 1, self.end)
        return total >= 4 and inside * 10 >= total * 6

    def _strip(self, start: int, end: int) -> Span | None:
        chunk = self.view[start:end]
        bare = chunk.strip()
        if not bare:
            return None
        start += len(chunk) - len(chunk.lstrip())
        return Span(start, start + len(bare))

    def _sentence_ends(self, paragraph: Span) -> Iterator[int]:
        tokens = self.tokens
        first, last = tokens.index_at(paragraph.start - 1) + 1, tokens.index_at(paragraph.end - 1)
        at = first
        while at <= last:
            word = tokens.words[at]
            if word not in _TERMINAL:
                at += 1
                continue
            stop = at
            while (
                stop < last
                and tokens.starts[stop + 1] == tokens.ends[stop]
                and (tokens.words[stop + 1] in _TERMINAL or tokens.words[stop + 1] in _CLOSING)
            ):
                stop += 1
            if stop < last and self._ends_sentence(at, stop):
                yield tokens.ends[stop]
            at = stop + 1

    def _ends_sentence(self, mark: int, stop: int) -> bool:
        tokens = self.tokens
        if tokens.words[mark] in "。！？":
            return True
        following = tokens.words[stop + 1]
        if tokens.starts[stop + 1] == tokens.ends[stop]:
            return False
        if following[0].islower():
            return False
        if tokens.words[mark] != "." or mark == 0 or tokens.ends[mark - 1] != tokens.starts[mark]:
            return True
        before = tokens.words[mark - 1]
        low = before.lower()
        if low in _TITLES:
            return False
        if low in _COUNTED:
            return not (following[0].isdigit() or following.lower() in _COUNTED)
        if low in _SHORTENED:
            return following.lower() in _SENTENCE_OPENERS
        return not (len(before) == 1 and before.isalpha() and before.isupper() and self._is_initial(mark, stop))

    def _is_initial(self, mark: int, stop: int) -> bool:
        """Whether the single capital before `mark` is a part of a name ("J. Smith", "U.S. Army"), not a last word."""
        tokens = self.tokens
        dotted = mark >= 2 and tokens.words[mark - 2] == "." and tokens.ends[mark - 2] == tokens.starts[mark - 1]
        following = tokens.lowers[stop + 1]
        return stop == mark and (not dotted or following not in _SENTENCE_OPENERS)


def document_of(text: str, published: Published | None = None) -> Document:
    """A document of a whole text whose tokens and sentences were made once for all who read that text."""
    document = copy(_laid_out(text))
    document.published, document.memory = published, {}
    return document


@lru_cache(maxsize=2)
def _laid_out(text: str) -> Document:
    document = Document(text)
    _ = document.sentences  # Made here, so that every copy has them.
    return document


_SENTENCE_OPENERS = frozenset(
    "the a an it he she they we i you this that these those there in on at but and however meanwhile according for as "
    "after before if when while his her their its our my some many most one".split()
)
