"""Words that look as if an amount stood there: numbers in digits with what touches them, and number words."""

from collections.abc import Iterator

from factcheck.document import Document, Tokens
from factcheck.kinds.amount.items import is_item
from factcheck.kinds.amount.multiples import MULTIPLES
from factcheck.kinds.amount.reading import gap
from factcheck.model import Span
from factcheck.numbers import SCALES, SMALL, STARTS, TENS

_NO_HINT = frozenset(("one", "a", "an", "few", "several", ".", "tens", "scores", "double"))
_WORDS = (STARTS | SMALL.keys() | TENS.keys() | SCALES.keys() | MULTIPLES | {"hundred", "dozen"}) - _NO_HINT
_MORE = _WORDS | {"one", "several"}
_JOINTS = frozenset("-–—/:×+*.,")
_SIGNS = frozenset("$£€¥₹₩₽₺₪₫฿₦%‰°#№+-±~")
_HAN = "\u3040"
"""From here on scripts are written without spaces: their words end no number."""


def hints(document: Document) -> Iterator[Span]:
    """Every number of the document in digits, as a whole ("1,234.5", "A$3m", "COVID-19"), and every run of number
    words except "one" alone."""
    tokens, count = document.tokens, len(document.tokens)
    at = 0
    while at < count:
        if tokens.words[at].isalpha() and gap(tokens, at + 1):  # Most words stand alone, and few of them are numbers.
            if tokens.lowers[at] in _WORDS:
                yield tokens.span(at, at)
            at += 1
            continue
        last, after = _run(tokens, at)
        if tokens.words[at].isdigit() and is_item(document.view, tokens.starts[at]):
            at += 1
            continue
        if any("0" <= word[0] <= "9" for word in tokens.words[at : last + 1]):
            yield tokens.span(at, last)
        else:
            yield from _worded(tokens, at, last)
        at = after


def _run(tokens: Tokens, at: int) -> tuple[int, int]:
    """The last word or digits of the run of touching words, digits, signs and joints from `at` on; where to go on."""
    if not (tokens.words[at] in _SIGNS or _is_word(tokens.words[at])):
        return at, at + 1
    last, after = at, at + 1
    while after < len(tokens) and not gap(tokens, after):
        word = tokens.words[after]
        if _is_word(word) or word == "%":
            last = after
        elif word not in _JOINTS and word not in _SIGNS:
            break
        after += 1
    return last, after


def _is_word(word: str) -> bool:
    return word[0].isalnum() and word < _HAN


def _worded(tokens: Tokens, first: int, last: int) -> Iterator[Span]:
    """The number words from token `first` to `last`, those joined by hyphens as one."""
    start = end = -1
    for at in range(first, last + 1):
        word = tokens.lowers[at]
        if word in _MORE and start >= 0 and end == at - 2 and tokens.words[at - 1] == "-":
            end = at
        elif word in _WORDS:
            if start >= 0:
                yield tokens.span(start, end)
            start = end = at
    if start >= 0:
        yield tokens.span(start, end)
