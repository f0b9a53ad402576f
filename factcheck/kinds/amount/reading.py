"""An amount while it is being read: its number, its tokens so far, its unit and how sure that unit is."""

from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from factcheck.document import Tokens
from factcheck.numbers import Number


class Sort(IntEnum):
    """What sort of unit a reading has."""

    BARE = 0
    COUNT = 1
    MEASURE = 2
    PERCENT = 3
    MONEY = 4


@dataclass(slots=True)
class Reading:
    """`first` and `last` are the tokens with sign, currency and unit; `number` is the cardinal alone."""

    number: Number
    low: Decimal
    high: Decimal
    first: int
    last: int
    unit: str | None = None
    sort: Sort = Sort.BARE
    bound: str = "="
    scaled: bool = False
    letter: int = 0  # what a letter after the number scales it by: "£35m"
    limit: int = 0  # the token where something else begins
    opens: bool = False  # the first thing on its line
    marked: bool = False  # a currency stands before the number
    hyphened: bool = False  # the unit hangs on a hyphen: "55-member"
    signed: bool = False
    unsettled: bool = False  # pounds that the article makes money or weight
    swings: bool = False  # the sign says either way: "±3"

    def scale(self, factor: int | Decimal) -> None:
        self.low *= factor
        self.high *= factor


def gap(tokens: Tokens, at: int) -> int:
    """How many characters stand between token `at` and the one before it; many where either is missing."""
    return tokens.starts[at] - tokens.ends[at - 1] if 0 < at < len(tokens.starts) else 99


def lower_at(tokens: Tokens, at: int) -> str:
    """The word at `at` in lower case, or "" outside the text."""
    return tokens.lowers[at] if 0 <= at < len(tokens.words) else ""


def word_at(tokens: Tokens, at: int) -> str:
    """The word at `at`, or "" outside the text."""
    return tokens.words[at] if 0 <= at < len(tokens.words) else ""
