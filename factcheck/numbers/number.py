"""What a cardinal is, and how near its tokens stand."""

from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.document import Tokens


@dataclass(frozen=True, slots=True)
class Number:
    """A cardinal from token `first` to token `last`, both included; `low` and `high` differ where it is vague.

    `plain` is an ungrouped whole number in digits with no scale ("2017", "9"): what years and labels look like.
    `worded` begins with a word, `scaled` ends in a scale ("million", "bn"), `part` is a fraction of a whole.
    """

    low: Decimal
    high: Decimal
    first: int
    last: int
    plain: bool = False
    worded: bool = False
    scaled: bool = False
    part: bool = False

    def times(self, factor: int | Decimal, last: int) -> "Number":
        """The number multiplied by a scale that ends at token `last`."""
        return replace(self, low=self.low * factor, high=self.high * factor, last=last, plain=False, scaled=True)

    def plus(self, part: Decimal, last: int) -> "Number":
        """The number with a fraction added that ends at token `last`."""
        return replace(self, low=self.low + part, high=self.high + part, last=last, plain=False)


def glued(tokens: Tokens, at: int) -> bool:
    """Whether token `at` touches the one before it."""
    return 0 < at < len(tokens.starts) and tokens.starts[at] == tokens.ends[at - 1]


def near(tokens: Tokens, at: int) -> bool:
    """Whether token `at` exists and stands at most two characters after the one before it."""
    return 0 < at < len(tokens.starts) and tokens.starts[at] - tokens.ends[at - 1] <= 2
