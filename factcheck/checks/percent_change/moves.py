"""Two numbers of which one became the other: "from A to B", "to B from A", "A in 2019 and B now"."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.passage import Part, Passage, Sum, ends, part

HEDGE = r"(?:(?:about|around|some|nearly|almost|roughly|just|over|under|more than|less than|only|a record) ){0,2}"
_FROM = re.compile(rf"\bfrom {HEDGE}$", re.I)
_FROM_TO = re.compile(rf"[^,;.()]{{0,40}}\bto {HEDGE}", re.I)
_TO = re.compile(rf"\bto {HEDGE}$", re.I)
_TO_FROM = re.compile(
    rf"[^;.()]{{0,40}}?(?:\bfrom| \((?:up |down )?from|,? (?:compared (?:with|to)|against|versus)) (?:the )?{HEDGE}",
    re.I,
)
_VERSUS = re.compile(rf"(?: (?:a|per) [a-z]+)?,? (?:against|compared with|compared to|up from|down from) {HEDGE}", re.I)
_THEN = re.compile(
    r"(?: [a-z]+){0,4} (?:in (?:[A-Z]\w+ )?(?P<year>(?:19|20)\d\d)|(?P<last>last (?:year|month|week|season))|"
    r"(?:a|the) year (?:ago|earlier|before))\b"
)
_NOW_BEFORE = re.compile(
    r"(?:\b(?:now|today)(?: [a-z]+){0,2}|\b(?:had |has |have )?(?:fallen|risen|grown|shrunk|dropped|declined|climbed|"
    r"swollen) to|, (?:and |but )?this (?:year|month|week|season)(?: [a-z]+){0,3}) $",
    re.I,
)
_NOW_AFTER = re.compile(
    r"(?: [a-z]+){0,2} (?:now\b|today\b|this (?:year|month|week|season)\b|(?P<last>last (?:year|month|week|season)\b)|"
    r"(?:by|in) (?:[A-Z]\w+ )?(?P<year>(?:19|20)\d\d)\b)"
)


class Move(NamedTuple):
    """A number that became another; `first` and `last` are the places, among a sentence's sums, that it takes."""

    start: Part
    end: Part
    first: int
    last: int


def moves(passage: Passage, row: Sequence[Sum]) -> Iterator[Move]:
    """The moves that a sentence tells."""
    for at, item in enumerate(row):
        before = passage.before(item.claim, 40)
        if not item.is_single:
            if _FROM.search(before) and (pair := ends(item)) is not None:
                yield Move(*pair, at, at)
        elif at + 1 < len(row) and row[at + 1].is_single:
            gap = passage.between(item.claim, row[at + 1].claim)
            if _FROM.search(before) and _FROM_TO.fullmatch(gap):
                yield Move(part(item), part(row[at + 1]), at, at + 1)
            elif _VERSUS.fullmatch(gap) or (_TO.search(before) and _TO_FROM.fullmatch(gap)):
                yield Move(part(row[at + 1]), part(item), at, at + 1)
            elif _is_then_now(passage, row, at, gap):
                yield Move(part(item), part(row[at + 1]), at, at + 1)


def _is_then_now(passage: Passage, row: Sequence[Sum], at: int, gap: str) -> bool:
    """Whether two numbers are told of two times: "500 burglaries in 2019 and 400 last year"."""
    one, other = row[at : at + 2]
    then = _THEN.match(gap)
    if then is None or one.unit == "%" or any(item.amount.bound != "=" for item in (one, other)):
        return False
    if one.unit and other.unit and one.unit != other.unit:
        return False
    if _NOW_BEFORE.search(gap[then.end() :]) is None:
        now = _NOW_AFTER.match(passage.after(other.claim, 40))
        if now is None or (then["last"] and (now["last"] or now["year"])):
            return False
        if then["year"] and now["year"] and now["year"] <= then["year"]:
            return False
    return at + 2 < len(row) and row[at + 2].unit == "%"
