"""A cursor over a document's tokens: what the rules ask about the words around a place."""

from collections.abc import Callable, Iterable

from factcheck.document import Document
from factcheck.kinds.date.item import Item
from factcheck.kinds.date.words import ORDINAL_ENDINGS, ORDINALS

Rule = Callable[["Scan", int], "Item | list[Item] | None"]
"""Given the index of the word that called it, the date that stands there; a range is two."""

DASHES = frozenset("-–—")
TENS = {"twenty": 20, "thirty": 30}


class Scan:
    """The tokens of a document; out of range there is the empty word. Tokens before `free` belong to earlier dates."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.tokens = document.tokens
        self.words = self.tokens.words
        self.lowers = self.tokens.lowers
        self.free = 0

    def low(self, at: int) -> str:
        return self.lowers[at] if 0 <= at < len(self.lowers) else ""

    def word(self, at: int) -> str:
        return self.words[at] if 0 <= at < len(self.words) else ""

    def back(self, at: int) -> str:
        """The lowered word at `at`, or nothing when an earlier date has it."""
        return self.lowers[at] if self.free <= at < len(self.lowers) else ""

    def glued(self, at: int) -> bool:
        """Whether token `at` touches the next one."""
        return 0 <= at < len(self.words) - 1 and self.tokens.ends[at] == self.tokens.starts[at + 1]

    def capital(self, at: int) -> bool:
        return self.word(at)[:1].isupper()

    def follows(self, at: int, words: Iterable[str]) -> bool:
        """Whether exactly these words stand from `at` on."""
        return all(self.low(at + step) == word for step, word in enumerate(words))

    def integer(self, at: int, digits: int = 2) -> int | None:
        """The whole number of at most `digits` digits at `at`."""
        word = self.low(at)
        return int(word) if word.isdigit() and word.isascii() and len(word) <= digits else None

    def year(self, at: int) -> int | None:
        """A year written with four digits that no mark joins to more digits."""
        word = self.low(at)
        if len(word) != 4 or not (word.isdigit() and word.isascii()) or not "1000" <= word <= "2199":
            return None
        return int(word)

    def dated_year(self, at: int) -> tuple[int, int] | None:
        """A year and its last token: four digits, or fewer with an era ("490 BC" is -490, "AD 79")."""
        if self.low(at) in ("ad", "ce") and self.word(at).isupper() and (number := self.integer(at + 1, 4)):
            return number, at + 1
        number = self.integer(at, 4)
        if number and (era := self.era(at + 1)):
            return era[0] * number, era[1]
        return (year, at) if (year := self.year(at)) is not None else None

    def era(self, at: int) -> tuple[int, int] | None:
        """-1 for years before Christ, 1 for those after, and the last token of the era's name."""
        word = self.word(at)
        if word in ("BC", "BCE", "AD", "CE"):
            return (-1 if word[0] == "B" else 1), at
        if word == "B" and self.follows(at, ("b", ".", "c")) and self.glued(at):
            return -1, at + 3 if self.low(at + 3) == "." else at + 2
        if word == "A" and self.follows(at, ("a", ".", "d")) and self.glued(at):
            return 1, at + 3 if self.low(at + 3) == "." else at + 2
        return None

    def day(self, at: int) -> tuple[int, int] | None:
        """The day of a month at `at`, "6", "6th", "sixth" or "twenty-sixth", and its last token."""
        if (number := self.integer(at)) is not None:
            if not 1 <= number <= 31:
                return None
            if self.glued(at) and self.low(at + 1) in ORDINAL_ENDINGS:
                return number, at + 1
            return number, at
        if (number := TENS.get(self.low(at))) is not None:
            step = 2 if self.low(at + 1) in DASHES else 1
            ones = ORDINALS.get(self.low(at + step), 99)
            return (number + ones, at + step) if ones < 10 and number + ones <= 31 else None
        number = ORDINALS.get(self.low(at))
        return (number, at) if number else None

    def day_before(self, end: int) -> tuple[int, int] | None:
        """The day of a month whose last token is `end`, and its first token."""
        for first in (end, end - 1, end - 2):
            if first >= self.free and (found := self.day(first)) and found[1] == end:
                if first == end and end > self.free and self.low(end) in ORDINALS:
                    tens = self.low(end - 1) if self.low(end - 1) not in DASHES else self.low(end - 2)
                    if tens in TENS:
                        continue
                return found[0], first
        return None
