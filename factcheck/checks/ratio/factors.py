"""Changes told as "doubled", "halved", "threefold", against the start and the end of the change."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.model import Finding, Severity
from factcheck.passage import Part, Passage, Sum, ends, part
from factcheck.sums import HALF, Interval, shown

_HEDGE = r"(?:(?:about|around|some|nearly|almost|roughly|just|over|under|more than|at least|or|an average of) ){0,2}"
_AHEAD = r"(?:will|would|to|shall|is to|are to) "
_BY_HALF = r"(?: [a-z'’]+){0,6}? by half(?: in [a-z]+ [a-z]+)?(?=,? (?:from|to)\b)"
_FACTORS: tuple[tuple[re.Pattern[str], Decimal | int], ...] = (
    (re.compile(rf"\b(?:doubled|doubling|a doubling|twofold|two-fold|{_AHEAD}double)\b", re.I), 2),
    (re.compile(r"\bdoubles(?=,? (?:to|from)\b)", re.I), 2),
    (re.compile(r"\b(?:triples|trebles)(?=,? (?:to|from)\b)", re.I), 3),
    (re.compile(r"\bhalves(?=,? (?:to|from)\b)", re.I), HALF),
    *(
        (
            re.compile(
                rf"\b(?:cut|fell|fallen|dropped|reduced|shrank|down|slashed) to (?:just )?(?:a|one) {name}\b", re.I
            ),
            share,
        )
        for name, share in (
            ("third", Decimal(1) / 3),
            ("quarter", Decimal("0.25")),
            ("fifth", Decimal("0.2")),
            ("tenth", Decimal("0.1")),
        )
    ),
    (re.compile(rf"\b(?:tripled|trebled|tripling|threefold|three-fold|{_AHEAD}(?:triple|treble))\b", re.I), 3),
    (re.compile(rf"\b(?:quadrupled|quadrupling|fourfold|four-fold|{_AHEAD}quadruple)\b", re.I), 4),
    (re.compile(r"\b(?:quintupled|fivefold|five-fold)\b", re.I), 5),
    (
        re.compile(rf"\b(?:cut|cuts|reduc\w+|fell|fallen|dropped|shrank|declined|lower\w*|slash\w*){_BY_HALF}", re.I),
        HALF,
    ),
    (re.compile(rf"\b(?:rose|risen|grew|grown|increas\w+|rais\w+|gone up|went up){_BY_HALF}", re.I), 1 + HALF),
    (re.compile(r"\b(?:tenfold|ten-fold)\b", re.I), 10),
    (re.compile(rf"\b(?:halved|halving|a halving|{_AHEAD}halve)\b", re.I), HALF),
)
_FACTOR_STEMS = "doubl tripl trebl quadrupl quintupl fold half halv third quarter fifth tenth".split()
ENDLESS = Decimal("Infinity")
REACH = 120
"""How many characters a change may stand from the word that tells of it."""
_BOUNDED = re.compile(
    r"\b(?:(?P<more>(?:more|better) than|over|at least|no less than)|(?P<less>less than|under|up to|at most)|"
    r"(?P<not>not|never|than|some|could|may|might|half)|"
    r"(?P<vague>almost|nearly|about|roughly|around|virtually|close to|all but|just|practically|approximately|"
    r"effectively))"
    r" (?:been |be |have |has )?$",
    re.I,
)
_AFTER_MOVE = re.compile(
    rf"[^,;.()\d]{{0,25}}(?:,| [-–—]|[–—]) (?:or |which is |that is )?(?:an? )?{_HEDGE}(?:an? )?$", re.I
)
_VERB_FROM = re.compile(rf"(?: (?:(?!from\b)[a-z]+|(?:19|20)\d\d)){{0,4}}?,? from {_HEDGE}", re.I)
_VERB_TO = re.compile(rf"(?: [a-z]+){{0,3}},? to {_HEDGE}", re.I)
_FROM = re.compile(rf"(?: [^,;.()\d]{{0,30}})?,? from {_HEDGE}", re.I)
_FROM_BEFORE = re.compile(rf"\bfrom {_HEDGE}$", re.I)
_TO_BEFORE = re.compile(rf"\bto {_HEDGE}$", re.I)
_STOOD = re.compile(
    r"\b(?:stood at|^from(?: a (?:base|low|high) of)?|numbered|totalled|totaled|was|were|had been) "
    r"(?:about |some |just |only )?$",
    re.I,
)
_THEN_MOVED = re.compile(
    r"(?: (?!rose|fell|and then)[a-z]+){0,3}?(?: (?:19|20)\d\d| ago| year| month| earlier)?, (?:has |have |had )?$",
    re.I,
)
_QUALIFIED = re.compile(
    r"[^,;.()\d]{0,40} and [$£€]?\d|[^,;.()\d]{0,20} (?:after|before|excluding|without|net of|less) |"
    r" in (?:some|parts|several|many|certain|places)\b"
)
"""What says that the end of a change is not the whole of it."""
_FOLLOWED = re.compile(r"[^,;.()\d]{0,20}, (?:a |or a )?$", re.I)


def factors(passage: Passage, index: int, row: Sequence[Sum], words: str) -> Iterator[Finding]:
    """Changes that the word for them does not fit."""
    lowered = words.lower()
    if not any(stem in lowered for stem in _FACTOR_STEMS):
        return
    start = passage.sentences[index].start
    for pattern, factor in _FACTORS:
        for match in pattern.finditer(words):
            hedge = _BOUNDED.search(words[: match.start()])
            bound = hedge.lastgroup if hedge and hedge.lastgroup else ""
            if bound == "not":
                continue
            pair = _moved(passage, row, start + match.start(), start + match.end())
            if pair is not None and (finding := _factor(match.group(), Decimal(factor), bound, *pair)) is not None:
                yield finding


def _moved(passage: Passage, row: Sequence[Sum], first: int, last: int) -> tuple[Part, Part] | None:
    """The start and end of the change that the words from `first` to `last` tell of."""
    low = bisect_left(row, first - REACH, key=lambda item: item.claim.span.start)
    for at in range(low, len(row)):
        item = row[at]
        if item.claim.span.start > last + REACH:
            break
        gap = passage.view[last : item.claim.span.start]
        if not item.is_single:
            if item.claim.span.start > last and _VERB_FROM.fullmatch(gap):
                return None if _QUALIFIED.match(passage.after(item.claim, 60)) else ends(item)
            tail = passage.view[item.claim.span.end : first]
            if item.claim.span.end < first and _FOLLOWED.fullmatch(tail):
                return ends(item) if re.search(r"\bfrom $", passage.before(item.claim, 8)) else None
            continue
        if item.claim.span.start > last and at and _VERB_TO.fullmatch(gap):
            # "which stood at 1,200 in 2019, doubled to 2,400"
            base = _stood(passage, row[:at], first)
            if base is not None and not (
                at + 1 < len(row) and _FROM.fullmatch(passage.between(item.claim, row[at + 1].claim))
            ):
                return part(base), part(item)
        if at + 1 < len(row) and row[at + 1].is_single and item.claim.span.start > last:
            if _QUALIFIED.match(passage.after(row[at + 1].claim, 60)):
                return None
            between = passage.between(item.claim, row[at + 1].claim)
            if _VERB_TO.fullmatch(gap) and _FROM.fullmatch(between):
                return part(row[at + 1]), part(item)
            if _VERB_FROM.fullmatch(gap) and re.fullmatch(rf"[^,;.()]{{0,30}} to {_HEDGE}", between):
                return part(item), part(row[at + 1])
        if at + 1 < len(row) and row[at + 1].is_single and row[at + 1].claim.span.end < first:
            # "from 10 to 31 million, a threefold rise"
            other = row[at + 1]
            between, lead = passage.between(item.claim, other.claim), passage.before(item.claim, 24)
            if not _AFTER_MOVE.fullmatch(passage.view[other.claim.span.end : first]):
                continue
            if _FROM_BEFORE.search(lead) and re.fullmatch(rf"[^,;.()]{{0,40}} to {_HEDGE}", between):
                return part(item), part(other)
            if _TO_BEFORE.search(lead) and _FROM.fullmatch(between):
                return part(other), part(item)
    return None


def _stood(passage: Passage, row: Sequence[Sum], first: int) -> Sum | None:
    """The amount told as where something stood, right before the word for how it changed."""
    before = [item for item in row if item.claim.span.end < first]
    if not before or not before[-1].is_single:
        return None
    told = _STOOD.search(passage.before(before[-1].claim, 30))
    return before[-1] if told and _THEN_MOVED.fullmatch(passage.view[before[-1].claim.span.end : first]) else None


def _factor(word: str, factor: Decimal, bound: str, start: Part, end: Part) -> Finding | None:
    if start.value <= 0 or end.value <= 0 or (start.unit and end.unit and start.unit != end.unit):
        return None
    one, other = start.interval(), end.interval()
    if one.low <= 0 or max(start.value, end.value) < 4:
        return None
    small = all(value == value.to_integral() and value < 100 for value in (start.value, end.value))
    given = Interval.exact(end.value / start.value) if small else other / one
    if given.meets(_meant(factor, bound)):
        return None
    exact = end.value / start.value
    word = {"more": "more than ", "less": "less than ", "vague": "about "}.get(bound, "") + word
    return Finding(
        check="ratio",
        severity=Severity.WARNING,
        claims=tuple(dict.fromkeys((end.claim.key, start.claim.key))),
        message=(
            f"From {shown(start.value)} to {shown(end.value)} is {shown(exact, 3)} times, not “{word}” "
            f"({shown(factor)} times)."
        ),
        arithmetic=(f"{shown(end.value)} / {shown(start.value)} = {shown(exact)}", f"“{word}” means {shown(factor)}"),
        tolerance="A tenth of the factor, and rounding of both numbers.",
        suggestion=f"{shown(start.value * factor)} would fit the word.",
    )


def _meant(factor: Decimal, bound: str) -> Interval:
    """The factors that a word may be used for: a tenth either way, on one side anything where it is a bound."""
    if bound == "vague":
        return Interval(factor * Decimal("0.7"), factor * Decimal("1.3"))
    near = Interval.exact(factor).wider(Decimal("0.10"))
    # What "more than halved" has come down by more than half.
    if bound == "more":
        return (
            Interval(factor * Decimal("0.98"), ENDLESS)
            if factor > 1
            else Interval(Decimal(0), factor * Decimal("1.02"))
        )
    if bound == "less":
        return (
            Interval(Decimal(0), factor * Decimal("1.02"))
            if factor > 1
            else Interval(factor * Decimal("0.98"), ENDLESS)
        )
    return near
