"""The tables of currencies, measures and cues, compiled for matching token by token."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pkgutil import get_data

from factcheck.document import Document, Tokens
from factcheck.kinds.amount import words

_PLAIN_WORDS = re.compile(r"[A-Za-z]+(?: [A-Za-z]+)*")


@dataclass(frozen=True, slots=True)
class Mark:
    """What a phrase stands for. `glued` counts only touching a number, `weak` only with more evidence."""

    unit: str
    glued: bool = False
    weak: bool = False


@dataclass(slots=True)
class Phrases:
    """Phrases that are looked up at a token, forwards by their first word or backwards by their last.

    Where `exact`, case counts; where `tight`, no space may stand inside.
    """

    exact: bool = False
    tight: bool = False
    forward: dict[str, list[tuple[list[str], Mark]]] = field(default_factory=dict)
    backward: dict[str, list[tuple[list[str], Mark]]] = field(default_factory=dict)

    def add(self, phrase: str, mark: Mark) -> None:
        parts = phrase.split() if _PLAIN_WORDS.fullmatch(phrase) else Document(phrase).tokens.words
        if not self.exact:
            parts = [part.lower() for part in parts]
        self.forward.setdefault(parts[0], []).append((parts[1:], mark))
        self.backward.setdefault(parts[-1], []).append((parts[:-1], mark))

    def done(self) -> "Phrases":
        """Puts longer phrases before shorter ones."""
        for table in (self.forward, self.backward):
            for entries in table.values():
                entries.sort(key=lambda entry: -len(entry[0]))
        return self

    def at(self, tokens: Tokens, first: int) -> tuple[Mark, int] | None:
        """The longest phrase that begins at token `first`: its mark and last token."""
        parts = tokens.words if self.exact else tokens.lowers
        for rest, mark in self.forward.get(parts[first], ()):
            last = first + len(rest)
            if not rest or (parts[first + 1 : last + 1] == rest and self._holds(tokens, first, last)):
                return mark, last
        return None

    def _holds(self, tokens: Tokens, first: int, last: int) -> bool:
        """Whether the tokens of a symbol touch; a degree sign may stand apart."""
        if not self.tight:
            return True
        room = tokens.ends[last] - tokens.starts[first] - sum(len(word) for word in tokens.words[first : last + 1])
        return room <= (tokens.words[first] in "°º˚")

    def before(self, tokens: Tokens, last: int) -> tuple[Mark, int] | None:
        """The longest phrase that ends at token `last`: its mark and first token."""
        parts = tokens.words if self.exact else tokens.lowers
        for rest, mark in self.backward.get(parts[last], ()):
            first = last - len(rest)
            if not rest or (first >= 0 and parts[first:last] == rest):
                return mark, first
        return None


def plural(name: str) -> str:
    """The plural of a unit's name."""
    head, _, last = name.rpartition(" ")
    if name.startswith(("degree ", "° ", "deg ")):
        return "degrees" + name[name.index(" ") :]
    if last in ("foot", "century", "penny"):
        last = {"foot": "feet", "century": "centuries", "penny": "pennies"}[last]
    elif last.endswith(("ch", "sh", "x", "s")):
        last += "es"
    else:
        last += "s"
    return f"{head} {last}".strip()


def rows_of(name: str) -> Iterator[list[str]]:
    """The rows of a table in this package, cell by cell."""
    data = get_data(__package__ or "", name)
    for line in (data or b"").decode("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield [cell.strip() for cell in line.split("|")]


def _mark(unit: str, written: str) -> tuple[str, Mark]:
    bare = written.rstrip("*?")
    return bare, Mark(unit, glued="*" in written[len(bare) :], weak="?" in written[len(bare) :])


def _names(cell: str, unit: str) -> Iterator[tuple[str, Mark]]:
    for written in filter(None, (name.strip() for name in cell.split(","))):
        name, mark = _mark(unit, written)
        yield name, mark
        if name.isupper():
            continue
        yield plural(name), mark
        if " per " in name:
            head, _, tail = name.partition(" per ")
            yield f"{plural(head)} per {tail}", mark


def _cues(table: dict[str, str]) -> Phrases:
    phrases = Phrases()
    for bound, cues in table.items():
        for cue in cues.split(","):
            phrases.add(cue.strip(), Mark(bound))
    return phrases.done()


def _compile(symbols: Iterable[tuple[str, Mark]], phrases: Phrases) -> Phrases:
    for phrase, mark in symbols:
        phrases.add(phrase, mark)
    return phrases.done()


_CURRENCIES = list(rows_of("currencies.txt"))
_MEASURES = list(rows_of("units.txt"))

CURRENCY_NAMES = {code: name for code, name, _, _ in _CURRENCIES}
MONEY = frozenset(CURRENCY_NAMES)
MEASURES = frozenset(unit for unit, _, _ in _MEASURES)
MONEY_MARKS = _compile(
    (_mark(code, mark) for code, _, marks, _ in _CURRENCIES for mark in marks.split()), Phrases(exact=True)
)
MONEY_NAMES = _compile((pair for code, _, _, names in _CURRENCIES for pair in _names(names, code)), Phrases())
SYMBOLS = _compile(
    (_mark(unit, symbol) for unit, symbols, _ in _MEASURES for symbol in symbols.split()),
    Phrases(exact=True, tight=True),
)
MEASURES = frozenset(unit for unit, _, _ in _MEASURES)
"""The units that measure, as British singulars: what is counted is none of them."""
UNIT_NAMES = _compile((pair for unit, _, names in _MEASURES for pair in _names(names, unit)), Phrases())
CUES_BEFORE = _cues(words.BEFORE)
CUES_AFTER = _cues(words.AFTER)
