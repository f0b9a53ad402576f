"""An article as the checks read it: which claims share a sentence, and the words before, between and after them."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import groupby, pairwise
from typing import NamedTuple

from factcheck.document import document_of
from factcheck.kinds.amount import Amount
from factcheck.kinds.date import DateMention
from factcheck.model import Article, Claim
from factcheck.sums import Interval, step, written

MONEY = re.compile(r"[A-Z]{3}")
"""What the unit of an amount of money looks like: its ISO 4217 code."""


LONGEST = 2000
"""How much of a sentence is looked at for words: what is longer is a table or no prose."""


class Sum(NamedTuple):
    """A claim that is an amount, with its value."""

    claim: Claim
    amount: Amount

    @property
    def value(self) -> Decimal:
        return self.amount.low

    @property
    def unit(self) -> str:
        return self.amount.unit or ""

    @property
    def is_single(self) -> bool:
        return self.amount.low == self.amount.high

    def interval(self, *, loose: bool = False) -> Interval:
        """Every amount that would be written like this one."""
        quote = self.claim.quote
        if self.is_single:
            return written(self.amount.low, quote, loose=loose)
        half = step(self.amount.high, "", loose=loose) / 2
        return Interval(*sorted((self.amount.low, self.amount.high))).spread(min(half, abs(self.amount.low) / 20))


class Part(NamedTuple):
    """One number of a claim with the words that write it: a single amount, or one end of a range."""

    value: Decimal
    quote: str
    unit: str
    claim: Claim
    hedged: bool = False

    def interval(self) -> Interval:
        """Every number that would be written like this one; more where a word like "about" stands."""
        interval = written(self.value, self.quote, loose=self.hedged)
        return interval.wider(Decimal("0.05")) if self.hedged else interval


def part(item: Sum) -> Part:
    """A single amount as one part."""
    return Part(item.amount.low, item.claim.quote, item.unit, item.claim, item.amount.bound in ("~", "<", ">"))


def ends(item: Sum) -> tuple[Part, Part] | None:
    """The two ends of a range in the order they are written, or None where that cannot be told."""
    pieces = _TO.split(item.claim.quote, maxsplit=1)
    if item.is_single or len(pieces) != 2 or not (match := _NUMERAL.search(pieces[0])):
        return None
    low, high = sorted((item.amount.low, item.amount.high))
    first = _digits(Decimal(match.group().replace(",", "")))
    if (first == _digits(low)) == (first == _digits(high)):
        return None
    one, other = (low, high) if first == _digits(low) else (high, low)
    return Part(one, pieces[0], item.unit, item.claim), Part(other, pieces[1], item.unit, item.claim)


_TO = re.compile(r"\s(?:to|and)\s(?:about |around |nearly |almost |just )?|\s?[-–—]\s?")
_NUMERAL = re.compile(r"\d[\d,]*(?:\.\d+)?")


def _digits(value: Decimal) -> str:
    return "".join(map(str, value.as_tuple().digits)).strip("0")


class Day(NamedTuple):
    """A claim that is a date, with its value."""

    claim: Claim
    mention: DateMention


class Passage:
    """One article with its sentences; words are those of the finders' view, one for one with the text."""

    def __init__(self, article: Article) -> None:
        self.article = article
        document = document_of(article.text)
        self.view, self.sentences = document.view, document.sentences
        self._index: dict[int, int] = {}

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span in self.sentences]

    def sentence_of(self, claim: Claim) -> int:
        """The index of the sentence that a claim begins in."""
        start = claim.span.start
        if (index := self._index.get(start)) is None:
            index = self._index[start] = max(bisect_right(self._starts, start) - 1, 0)
        return index

    def words_of(self, index: int) -> str:
        """A sentence's text, at most `LONGEST` characters of it; empty before the first and after the last."""
        return self.sentences[index].of(self.view)[:LONGEST] if 0 <= index < len(self.sentences) else ""

    def between(self, one: Claim, other: Claim) -> str:
        """What stands between the end of one claim and the start of a later one."""
        return self.view[one.span.end : other.span.start]

    def before(self, claim: Claim, width: int = 60) -> str:
        """What stands before a claim in its sentence, at most `width` characters."""
        start = self.sentences[self.sentence_of(claim)].start if self.sentences else 0
        return self.view[max(start, claim.span.start - width) : claim.span.start]

    def after(self, claim: Claim, width: int = 60) -> str:
        """What stands after a claim in its sentence, at most `width` characters."""
        end = self.sentences[self.sentence_of(claim)].end if self.sentences else len(self.view)
        return self.view[claim.span.end : max(claim.span.end, min(end, claim.span.end + width))]

    def rows(self, sums: Iterable[Sum]) -> Iterator[tuple[int, list[Sum]]]:
        """The amounts of each sentence that has any, in reading order, with the sentence's index."""
        for index, group in groupby(sums, lambda item: self.sentence_of(item.claim)):
            yield index, list(group)


@lru_cache(maxsize=2)
def passage_of(article: Article) -> Passage:
    """The article's passage, made once for all checks."""
    return Passage(article)


def sums_of(claims: Iterable[Claim]) -> list[Sum]:
    """The claims that are amounts."""
    return [Sum(claim, claim.value) for claim in claims if isinstance(claim.value, Amount)]


def days_of(claims: Iterable[Claim]) -> list[Day]:
    """The claims that are dates."""
    return [Day(claim, claim.value) for claim in claims if isinstance(claim.value, DateMention)]


_HEDGE = (
    r"(?:(?:about|around|approximately|approx\.?|roughly|some|nearly|almost|just|over|under|more than|less than|or|"
    r"equivalent to|equal to|the equivalent of|equivalent|worth|close to|i\.e\.|ie|circa|c\.|a total of|at least|"
    r"up to|well|slightly|a little|~|≈|=|a|an),?\s*){0,3}"
)
_OPENS = re.compile(rf"\s?[(\[]\s?{_HEDGE}", re.I)
_CHAINS = re.compile(rf"\s?[;,/]\s?{_HEDGE}", re.I)
_TAIL = (
    r"(?: (?:long|wide|deep|high|tall|thick|away|across|apart|each|apiece|in (?:length|height|width|depth|diameter|"
    r"area|"
    r"size|all|total|cash)|(?:a|per) (?:year|month|week|day|night|head|person|litre|kilo)))?"
)
_OR = re.compile(
    rf"{_TAIL},?\s(?:or|i\.e\.,?|that is|equal to|equivalent to|the equivalent of|which is(?: equivalent to)?|worth)\s"
    rf"{_HEDGE}",
    re.I,
)
_ASIDE = re.compile(
    rf"{_TAIL}(?:,| [-–—]|[–—]) ?(?:(?:or|that[’']s|that (?:is|was)|which (?:is|was|equals|equalled)|"
    rf"equal(?:l?ing)? to|"
    rf"equating to|equivalent to|the equivalent of|worth) {_HEDGE}|"
    r"(?:about|around|approximately|roughly|some|nearly|almost|just over|just under) )",
    re.I,
)
_DASHED = re.compile(rf"{_TAIL}(?: [-–—] |[–—]){_HEDGE}", re.I)
_EQUALS = re.compile(
    rf"{_TAIL} (?:equals|equalled|(?:is|are|was|were) (?:equal|equivalent) to|converts? to|translates? (?:in)?to) "
    rf"{_HEDGE}",
    re.I,
)
_MEASURED = re.compile(rf"{_TAIL}(?:\s?/\s?|, or {_HEDGE})", re.I)
_CLOSES = re.compile(r"\s?[)\]]")
_RATE = r"(?: at (?:the |its |their )?(?:current|present|prevailing|official|latest) (?:exchange )?rates?)?"
_ENDS = re.compile(rf"{_TAIL}{_RATE}\s?(?:[,;)\].\"”]|$|-|–|—)", re.I)
_DASH_ENDS = re.compile(rf"{_TAIL}\s?[-–—]")
_COMPARES = re.compile(r" (?:more|less|fewer|longer|shorter|further|farther|wider|higher|lower|above|below)\b")
_GOES_ON = re.compile(r" (?:from|off|north|south|east|west|above|below|under|inland|offshore|of|into|tall|on) ?")
_CHOICE = re.compile(r"\b(?:either|between|choose|choice|a range of)\b", re.I)


def equivalents(passage: Passage, sums: Sequence[Sum]) -> Iterator[tuple[Sum, Sum]]:
    """Amounts of two units that the text gives as one: "A (about B)", "A (B, C)", "A, or B,", "A, equivalent to B"."""
    head: Sum | None = None
    for one, other in pairwise(sums):
        gap = passage.between(one.claim, other.claim)
        if len(gap) > 60 or one.claim.span.end > other.claim.span.start:
            head = None
            continue
        tail = passage.after(other.claim, 3)
        if _OPENS.fullmatch(gap):
            head = one if _CLOSES.match(tail) or tail[:1] in (",", ";", "/") else None
            if _CLOSES.match(tail) or _closed(passage, other) or _ENDED_AT.match(passage.after(other.claim, 60)):
                yield one, other
        elif head is not None and _CHAINS.fullmatch(gap) and _CLOSES.match(tail):
            yield head, other
        else:
            head = None
            if _is_told_again(passage, one, other, gap):
                yield one, other


def _is_told_again(passage: Passage, one: Sum, other: Sum, gap: str) -> bool:
    """Whether the words between two amounts, and those after them, say without brackets that both are one."""
    after = passage.after(other.claim, 60)
    if _OR.fullmatch(gap) or _ASIDE.fullmatch(gap) or _EQUALS.fullmatch(gap):
        if _ENDS.match(after):
            return True
    elif _DASHED.fullmatch(gap):
        return _DASH_ENDS.match(after) is not None
    if MONEY.match(one.unit) or not _MEASURED.fullmatch(gap):
        return False
    if not (_ENDS.match(after) or _GOES_ON.match(after)):
        return False
    return not (_COMPARES.match(after) or _CHOICE.search(passage.before(one.claim, 40)))


_ENDED_AT = re.compile(rf"{_TAIL}{_RATE}[)\]]", re.I)
_NOT_MORE = re.compile(r"[^()\[\]]{0,40}[)\]]")


def _closed(passage: Passage, other: Sum) -> bool:
    """Whether what follows in the brackets is only another equivalent."""
    match = _NOT_MORE.match(passage.after(other.claim, 45))
    return bool(match and re.search(r"\d", match.group()))
