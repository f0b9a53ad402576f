"""What a parser says of a sentence: the form of each word, its part in the sentence and the word it hangs on."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from factcheck.model import Span


@dataclass(frozen=True, slots=True)
class Word:
    """A word at its code points of the text, with the index of its head in the sentence (its own for a root).

    `tag` is a part of speech of the Penn Treebank ("VBD"), `relation` one of ClearNLP's dependencies ("nsubj").
    """

    start: int
    end: int
    lemma: str
    tag: str
    relation: str
    head: int


Sentence = tuple[Word, ...]
"""The words of a sentence in reading order."""

Parser = Callable[[str, Iterable[Span]], Iterator[Sentence]]
"""Given a text and where its sentences lie, the words of each in turn; a very long one may come in pieces."""
