"""The kinds of claim, one a module. A kind says how it is found, read, kept and shown."""

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from factcheck.discover import discover
from factcheck.document import Document
from factcheck.model import Published, Span, Value

Found = tuple[Span, Value]


def no_hints(document: Document) -> Iterable[Span]:
    """For a kind whose absence no word of the text gives away."""
    return ()


def no_context(value: Value, others: Iterable[Value], published: Published | None) -> Iterable[tuple[str, str]]:
    """For a kind whose values say the same in every article."""
    return ()


def own_words(value: Value, quote: str) -> str:
    """For a kind whose claims are best told apart by the words they stand in."""
    return quote


@dataclass(frozen=True)
class Kind:
    """What a claim can be.

    `find` yields spans with their values in any order; it is given the spans, in order, that kinds of a lower `rank`
    took. `read` reads words that a person selected, or returns None. `dump` gives JSON data, `load` takes it back.
    `word` (at most 6 cells) names the kind in a list, `brief` (about 10 cells) shows a value there, and `gist`, given
    the claim's words too, what tells it from its neighbours. `rows` gives the labelled lines of a value in full,
    given the article's text, and `context` those that the article's date and its other values of the kind add.
    `hints` yields the words that look as if a claim of this kind stood there (numbers, date words, quotations,
    reporting verbs), for what was not understood. Where `nests`, claims of this kind may lie in one another. Where
    `typed`, a value is what it is apart from the article, so that a person can type it.
    """

    name: str
    title: str
    word: str
    rank: int
    find: Callable[[Document, Sequence[Span]], Iterable[Found]]
    read: Callable[[Document, Span], Value | None]
    dump: Callable[[Any], dict[str, Any]]
    load: Callable[[Mapping[str, Any]], Value]
    brief: Callable[[Any], str]
    rows: Callable[[Any, str], Iterable[tuple[str, str]]]
    context: Callable[[Any, Iterable[Any], Published | None], Iterable[tuple[str, str]]] = no_context
    gist: Callable[[Any, str], str] = own_words
    nests: bool = False
    typed: bool = True
    hints: Callable[[Document], Iterable[Span]] = no_hints


@cache
def kinds() -> Mapping[str, Kind]:
    """Every kind by name, lower ranks first."""
    found = discover(sys.modules[__name__], Kind)
    return dict(sorted(found.items(), key=lambda item: (item[1].rank, item[0])))
