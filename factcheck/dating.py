"""What an article's dates are said to be: the two ends of a time, a birth, a death."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from factcheck.model import Claim
from factcheck.passage import Day, Passage

YEAR = re.compile(r"(?<!\d)(?:1[0-9]|20)\d\d(?!\d)")
"""A year that is written out."""


class Known(NamedTuple):
    """A date claim whose calendar days are known."""

    claim: Claim
    first: date
    last: date
    grain: str
    has_year: bool
    """Whether the text itself gives the year."""


def known(days: Sequence[Day]) -> list[Known]:
    """The dates (no durations) whose days are known."""
    return [
        Known(claim, mention.first, mention.last, mention.grain, YEAR.search(claim.quote) is not None)
        for claim, mention in days
        if mention.first is not None and mention.last is not None and mention.type in ("DATE", "TIME")
    ]


_ZONE = r"(?:early |late |mid-?|the (?:end|start|beginning) of |the )?"
_TO = re.compile(rf",? (?:to|until|till|through|up to) {_ZONE}|\s?[-–—]\s?", re.I)
_AND = re.compile(rf" and {_ZONE}", re.I)
_FROM = re.compile(rf"(?:\bfrom |\() ?{_ZONE}$", re.I)
_BEGAN = re.compile(r"\b(?:began|started|opened|beginning|starting|opening) (?:in|on|from) (?:the )?$", re.I)
_ENDED = re.compile(
    r",? and (?:ended|ends|will end|finished|expired|expires|concluded|closed) (?:in|on) (?:the )?", re.I
)
_BETWEEN = re.compile(rf"\bbetween {_ZONE}$", re.I)


def stretches(passage: Passage, dates: Sequence[Known]) -> Iterator[tuple[Known, Known]]:
    """Times with both ends: "from A to B", "between A and B", "(A - B)", "A-B"."""
    for one, other in pairwise(dates):
        gap = passage.between(one.claim, other.claim)
        if len(gap) > 30:
            continue
        to, and_, ended = _TO.fullmatch(gap), _AND.fullmatch(gap), _ENDED.fullmatch(gap)
        if not (to or and_ or ended):
            continue
        before = passage.before(one.claim, 24)
        years = one.grain == other.grain == "year" and one.has_year and other.has_year
        glued = years and gap.strip() in ("-", "–", "—")
        if (
            (to and (glued or _FROM.search(before)))
            or (and_ and _BETWEEN.search(before))
            or (ended and _BEGAN.search(before))
        ):
            yield one, other


_BORN = re.compile(r"\b(?:born|born [^.;,()\d]{1,40}?)(?: on| in|,)? ?(?:the )?$|\(b\. ?$", re.I)
_DIED = re.compile(r"\b(?:died|dead|death|passed away|killed)\b[^.;()]{0,50}?(?: on| in)? ?(?:the )?$", re.I)
_DASH = re.compile(r"\s?[-–—]\s?(?:died )?")


def is_birth(passage: Passage, item: Known) -> bool:
    """Whether a date is given as somebody's birth."""
    return _BORN.search(passage.before(item.claim, 60)) is not None


def is_death(passage: Passage, item: Known) -> bool:
    """Whether a date is given as somebody's death."""
    before = passage.before(item.claim, 80)
    match = _DIED.search(before)
    return match is not None and "born" not in match.group()


def lifespans(passage: Passage, dates: Sequence[Known]) -> Iterator[tuple[Known, Known]]:
    """Births with deaths: "(2 June 1955 - 9 January 2024)", "(1955-2024)"; both years are written out."""
    for one, other in pairwise(dates):
        if not (one.has_year and other.has_year) or not _DASH.fullmatch(passage.between(one.claim, other.claim)):
            continue
        opened = re.search(r"\((?:born |b\. )?$", passage.before(one.claim, 8))
        if opened and passage.after(other.claim, 1) == ")":
            yield one, other
