"""What somebody is reported to have said, and how it is kept and shown."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from factcheck.kinds.statement.words import NOBODY
from factcheck.model import Span

_PAST = {
    "request": "requested", "demand": "demanded", "propose": "proposed", "agree": "agreed", "refuse": "refused",
    "announce": "announced", "say": "said", "ask": "asked",
    "deny": "denied", "accuse": "accused", "promise": "promised",
    "warn": "warned", "report": "reported", "estimate": "estimated", "believe": "believed",
    "want": "wanted",
}  # fmt: skip
_UNDONE = {"refuse": "rule out", "request": "ask for", "accuse": "blame", "announce": "say"}
"""What a denied act is called where its own name would read stiffly: "did not refuse: talks"."""
ACTS = tuple(_PAST)
"""What a statement can do."""

_SHORT = 10
_COUNTS = frozenset("number half group dozens hundreds thousands one two many some most all majority couple".split())


_TELLING = NOBODY | frozenset("not few hardly barely scarcely".split())
"""First words without which a source would say the opposite."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Who said, asked for or agreed to what.

    `via` are the sources that passed it on, outermost first. `who` is the source in words: those of the text, or the
    name that the text gives for a pronoun. `said` is the content in words, parts joined by " … ". `negated`: the text
    says that it was not said, asked for, agreed to ("did not agree").
    """

    act: str
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    via: tuple[Span, ...] = ()
    who: str = ""
    said: str = ""
    negated: bool = False

    @property
    def did(self) -> str:
        """The act in words: "requested", "did not agree"; where the source says that nobody did, "requested"."""
        denied = self.negated and not says_nobody(self.who)
        return f"did not {_UNDONE.get(self.act, self.act)}" if denied else _PAST.get(self.act, self.act)

    @property
    def hull(self) -> Span:
        """The stretch from the first to the last of source, cue and content."""
        spans = [*self.content, *(span for span in (self.source, self.cue) if span)]
        return Span(min(span.start for span in spans), max(span.end for span in spans))

    def __str__(self) -> str:
        return f"{self.who or 'somebody'} {self.did}: {self.said}"


def says_nobody(who: str) -> bool:
    """Whether a source says that nobody did it: "no official", "none of them"; not the house "No 10"."""
    first, _, rest = who.lower().partition(" ")
    return first in NOBODY and not rest[:1].isdigit()


def dump(statement: Statement) -> dict[str, Any]:
    """The statement as JSON data; spans are [start, end]."""
    return {
        "act": statement.act,
        "source": list(statement.source) if statement.source else None,
        "cue": list(statement.cue) if statement.cue else None,
        "content": [list(span) for span in statement.content],
        "via": [list(span) for span in statement.via],
        "who": statement.who,
        "said": statement.said,
        "negated": statement.negated,
    }


def load(data: Mapping[str, Any]) -> Statement:
    """The statement that `dump` gave."""
    return Statement(
        data["act"],
        Span(*data["source"]) if data.get("source") else None,
        Span(*data["cue"]) if data.get("cue") else None,
        tuple(Span(*span) for span in data["content"]),
        tuple(Span(*span) for span in data.get("via", ())),
        data.get("who", ""),
        data.get("said", ""),
        data.get("negated", False),
    )


def brief(statement: Statement) -> str:
    """The source's short name, in about ten characters: the surname of a person, the last words of a phrase."""
    who = " ".join(statement.who.split())
    if not who:
        return "unnamed"
    if len(who) <= _SHORT:
        return who
    if who.lower().split()[0] in _TELLING:
        return who[: _SHORT - 1].rstrip() + "…"
    head = who.split(",")[0]
    count, of, rest = head.partition(" of ")
    if of and count.lower().split()[-1] in _COUNTS:
        head = rest
    for mark in (" of ", " for ", " from ", " in ", " on ", " at ", " with ", " who "):
        head = head.split(mark)[0]
    words = head.split()
    short = words[-1]
    for word in reversed(words[:-1]):
        if len(short) + len(word) + 1 > _SHORT:
            break
        short = f"{word} {short}"
    return short if len(short) <= _SHORT + 2 else short[: _SHORT - 1] + "…"


def gist(statement: Statement, quote: str) -> str:
    """What was said, behind what was done where that is more than saying it: "demanded: all arrears be settled"."""
    if statement.act == "say" and not statement.negated:
        return statement.said
    return f"{statement.did}: {statement.said}"


def rows(statement: Statement, text: str) -> Iterator[tuple[str, str]]:
    """The labelled lines of a statement in full."""
    yield "act", statement.did
    words = statement.source.of(text) if statement.source else ""
    if words and statement.who and words != statement.who:
        yield "source", f"{words} ({statement.who})"
    else:
        yield "source", words or "not stated"
    if statement.cue:
        yield "cue", statement.cue.of(text)
    for span in statement.via:
        yield "via", span.of(text)
    for span in statement.content:
        yield "content", span.of(text)
