"""A document as the statement rules read it: its tokens, which of them are quoted, and where each sentence lies."""

from bisect import bisect_left, bisect_right

from factcheck.document import Document
from factcheck.kinds.statement.lexicon import finite_forms
from factcheck.kinds.statement.words import (
    AUXILIARY,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    NAME_PARTICLES,
    PREPOSITIONS,
    is_adverb,
)
from factcheck.model import Span
from factcheck.quotations import Quotation, quotations

_EDGE = " \t\r\n,;:–—-*_>\u00a0"
_DESCRIBING = frozenset("- and or , more most very so".split())
_DATELINE = 14
"""How many tokens a dateline has at most."""
REACH = 220
"""How many tokens a rule looks ahead at most, so that no sentence costs more than its length."""


class Reading:
    """Parallel lists over the tokens of a document; positions are token indexes, ends of ranges excluded."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        tokens = document.tokens
        self.starts, self.ends = tokens.starts, tokens.ends
        self.words, self.lowers = tokens.words, tokens.lowers
        self.size = len(tokens)
        self.quotations: tuple[Quotation, ...] = quotations(document)
        self.quote_at = [-1] * self.size
        self.quote_first: list[int] = []
        self.quote_stop: list[int] = []
        for number, quotation in enumerate(self.quotations):
            first, stop = bisect_left(self.starts, quotation.span.start), bisect_left(self.starts, quotation.span.end)
            self.quote_first.append(first)
            self.quote_stop.append(stop)
            self.quote_at[first:stop] = [number] * (stop - first)
        begins = [bisect_left(self.starts, span.start) for span in document.sentences]
        self._sentence_starts = [self._past_dateline(first) for first in begins]
        self._sentence_stops = [*begins[1:], self.size]
        self.paragraph_starts = [bisect_left(self.starts, span.start) for span in document.paragraphs]
        self.finite = finite_forms()

    def _past_dateline(self, first: int) -> int:
        """The token after a dateline: "GENEVA, March 3 (Reuters) - ", or `first` where there is none."""
        if first >= self.size or not (self.words[first].isupper() and len(self.words[first]) > 2):
            return first
        for at in range(first + 1, min(first + _DATELINE, self.size)):
            if self.words[at] in "-–—" and self.text[self.starts[at] - 1].isspace():
                return at + 1 if at + 1 < self.size else first
            if not (self.is_capital(at) or self.words[at] in ".,()/" or self.words[at][0].isdigit()):
                return first
        return first

    def sentence(self, at: int) -> tuple[int, int]:
        """The token range of the sentence that token `at` stands in."""
        number = max(bisect_right(self._sentence_starts, at) - 1, 0)
        first, stop = self.sentence_range(number)
        return (first, stop) if at < stop else (stop, self._sentence_starts[number + 1])  # in a dateline

    def sentence_range(self, number: int) -> tuple[int, int]:
        """The token range of a sentence by its number."""
        return self._sentence_starts[number], self._sentence_stops[number]

    def paragraph(self, at: int) -> tuple[int, int]:
        """The token range of the paragraph that token `at` stands in."""
        number = max(bisect_right(self.paragraph_starts, at) - 1, 0)
        stop = self.paragraph_starts[number + 1] if number + 1 < len(self.paragraph_starts) else self.size
        return self.paragraph_starts[number], stop

    def paragraphs_in(self, first: int, stop: int) -> list[int]:
        """The tokens in a range that begin a paragraph."""
        starts = self.paragraph_starts
        return starts[bisect_left(starts, first) : bisect_left(starts, stop)]

    def is_word(self, at: int) -> bool:
        return self.words[at][0].isalnum()

    def is_capital(self, at: int) -> bool:
        return self.words[at][0].isupper()

    def joins_name(self, at: int) -> bool:
        """Whether a token in lower case, or a hyphen, stands inside a name before its next part: "van", "al-"."""
        while at < self.size and (self.words[at] in NAME_PARTICLES or self._is_hyphen(at)):
            at += 1
            if at < self.size and self.is_capital(at):
                return True
        return False

    def _is_hyphen(self, at: int) -> bool:
        return self.words[at] in "-'" and not self.text[self.ends[at] : self.ends[at] + 1].isspace()

    def is_adverb(self, at: int) -> bool:
        """Whether a token can stand between a subject and its verb."""
        if self.words[at] == "further":
            return self.lowers[at + 1 : at + 2] != [] and self.lowers[at + 1] in self.finite
        return is_adverb(self.lowers[at]) and not (self.words[at][0].isupper() and self.words[at + 1 : at + 2] != [","])

    def is_finite(self, at: int) -> bool:
        """Whether a token is most likely the verb of a clause."""
        low = self.lowers[at]
        before = self.lowers[at - 1] if at else ""
        if low in self.finite and self.words[at] != "May":
            if low == "'s":
                return before in {"he", "she", "it", "that", "there", "what", "who"}
            if low.endswith("s") and before[:1].isdigit() and low not in AUXILIARY and low != "says":
                return False  # "2.2 points", "40 reports": what is counted.
            named = self.words[at][0].isupper() and at and self.words[at - 1][0].isupper() and low not in AUXILIARY
            return not named and not (
                before in DETERMINERS
                and low not in {"is", "are", "was", "were", "has", "have", "will", "would", "said"}
            )
        return low.endswith(("n't", "'d", "'re", "'ve", "'ll", "'m")) or (
            low.endswith("ing") and before in BE and (before != "'s" or self.is_finite(at - 1))
        )

    def is_verb(self, at: int) -> bool:
        """Whether a token can be the verb of a clause: a known one, or a form in -ed that describes no noun."""
        if self.is_finite(at):
            return True
        before = self.lowers[at - 1] if at else ""
        if before == "," and at > 2 and is_adverb(self.lowers[at - 2]) and self.words[at - 3] == ",":
            before = ""
        described = before in DETERMINERS or before in PREPOSITIONS or before in _DESCRIBING
        return self.lowers[at].endswith("ed") and not self.is_capital(at) and not described

    def opens_quotation(self, at: int) -> int:
        """The number of the quotation that token `at` opens, or -1."""
        number = self.quote_at[at] if at < self.size else -1
        return number if number >= 0 and self.quote_first[number] == at else -1

    def closes_quotation(self, at: int) -> int:
        """The number of the quotation that token `at` closes, or -1."""
        number = self.quote_at[at] if 0 <= at < self.size else -1
        return number if number >= 0 and self.quote_stop[number] == at + 1 else -1

    def is_continued(self, number: int) -> bool:
        """Whether a quotation is a paragraph that goes on in the next one without a closing mark."""
        return number + 1 < len(self.quotations) and self.quotations[number + 1].continues

    def ends_spoken(self, number: int) -> bool:
        """Whether a quotation ends with a mark inside it, as direct speech does."""
        return self.text[self.quotations[number].inner.end - 1] in ",.!?—…"

    def is_title(self, number: int) -> bool:
        """Whether a quotation is the name of a work: a few words, the long ones capitalized."""
        first, stop = self.quote_first[number] + 1, self.quote_stop[number] - 1
        if any(self.words[at] in ".!?" for at in range(first, stop - 1)):
            return False
        words = [self.words[at] for at in range(first, stop) if self.is_word(at)]
        return 2 <= len(words) <= 6 and all(word[0].isupper() for word in words if len(word) > 3 or word == words[0])

    def chars(self, first: int, stop: int) -> Span | None:
        """The text of a token range without the marks at its edges, or None when no word is left."""
        if stop <= first:
            return None
        start, end = self.starts[first], self.ends[stop - 1]
        chunk = self.text[start:end]
        start += len(chunk) - len(chunk.lstrip(_EDGE))
        chunk = self.text[start:end]
        end -= len(chunk) - len(chunk.rstrip(_EDGE))
        if end <= start or not any(char.isalnum() for char in self.text[start:end]):
            return None
        return Span(start, end)

    def clause_words(self, first: int, stop: int) -> bool:
        """Whether a range holds the verb of a clause outside quotations."""
        return any(self.quote_at[at] < 0 and self.is_finite(at) for at in range(first, min(stop, first + 40)))

    def breaks(self, at: int) -> bool:
        """Whether a token can not stand inside a plain noun phrase."""
        return self.lowers[at] in CONJUNCTIONS or not (self.is_word(at) or self.words[at] in "-&'./’")
