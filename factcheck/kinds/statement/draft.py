"""What the rules hand to each other: a cue in its place, and a statement while it is read."""

from dataclasses import dataclass, field

from factcheck.kinds.statement.lexicon import Form
from factcheck.model import Span

Range = tuple[int, int]
"""Tokens from the first to before the second."""


@dataclass(slots=True)
class Cue:
    """A verb in its place: the token range of its sentence, where its verb group begins, and how it is built."""

    at: int
    first: int
    stop: int
    group: int
    form: Form
    be: bool = False
    negated: bool = False
    modal: bool = False
    infinitive: bool = False

    @property
    def passive(self) -> bool:
        return self.be and self.form.shape == "past"


@dataclass(slots=True)
class Draft:
    """A statement while it is read: token ranges, content as spans; `quoted` when the content is a quotation.

    `stop` is the end of its sentence, `speaks` whether a quotation right after that may go on with it,
    `via` the sources that stand around its own, `negated` whether the text says that it was not said ("did not agree").
    """

    act: str
    cue: Range
    source: Range | None
    content: list[Span] = field(default_factory=list)
    quoted: bool = False
    stop: int = 0
    speaks: bool = False
    via: list[Range] = field(default_factory=list)
    negated: bool = False
