"""A translation beside its original: which of the original's amounts and dates stand in it, and which were changed.

Claims are paired by value first, then by place between the pairs that are sure; what is left is missing or added.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.document import document_of
from factcheck.kinds.amount import MEASURES, Amount
from factcheck.kinds.date import DateMention
from factcheck.model import Article, Claim, Finding, Severity, Value

CHECK = "original"
TITLE = "Numbers and dates of a translation beside its original"
REACH = 3
"""How many places from where it is expected a changed value is looked for: languages order sentences differently."""

_READ_AS = {
    ("亿", "billion"): "亿 is 100 million: it was read as billion",
    ("億", "billion"): "億 is 100 million: it was read as billion",
    ("万", "thousand"): "万 is 10,000: it was read as thousand",
    ("万", "million"): "万 is 10,000: it was read as million",
    ("萬", "thousand"): "萬 is 10,000: it was read as thousand",
    ("千", "hundred"): "千 is 1,000: it was read as hundred",
    ("兆", "billion"): "兆 is a trillion: it was read as billion",
    ("兆", "million"): "兆 is a trillion: it was read as million",
}


@dataclass(frozen=True, slots=True)
class Pair:
    """A value of the original and the one that stands for it in the translation; None where there is none."""

    original: Claim | None
    translation: Claim | None


def pairs_of(original: Sequence[Claim], translation: Sequence[Claim]) -> tuple[Pair, ...]:
    """Every amount and date of both texts (claims in reading order), paired; in the translation's order."""
    pairs: list[Pair] = []
    for family in (Amount, DateMention):
        pairs += _paired(
            [claim for claim in original if isinstance(_figure(claim.value), family)],
            [claim for claim in translation if isinstance(_figure(claim.value), family)],
        )
    return tuple(sorted(pairs, key=_place))


_DURATION = re.compile(r"P(T?)(\d+(?:\.\d+)?)([YMWDHS])")
_PERIODS = {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second"}


def _figure(value: Value) -> Value:
    """A value as it is compared: a duration is a number of days, whichever kind it was read as."""
    if isinstance(value, DateMention) and (m := _DURATION.fullmatch(value.value)):
        number = Decimal(m[2])
        return Amount(number, number, _PERIODS.get(m[1] + m[3]))
    return value


def _unit(amount: Amount) -> str | None:
    """The unit as it is compared: what is counted has another name in every language and says nothing."""
    unit = amount.unit or ""
    return unit if re.fullmatch(r"[A-Z]{3}(?:/.*)?|%", unit) or unit.partition("/")[0] in MEASURES else None


def differences(pairs: Sequence[Pair]) -> Iterator[Finding]:
    """What is missing, added or changed. A finding's claims are the translation's first, then the original's."""
    return (finding for pair in pairs if (finding := _difference(pair)) is not None)


def _difference(pair: Pair) -> Finding | None:
    if pair.translation is None and pair.original is not None:
        words = pair.original.quote
        return _finding(pair, Severity.WARNING, f"“{words}” of the original is missing in the translation.")
    if pair.original is None and pair.translation is not None:
        words = pair.translation.quote
        return _finding(pair, Severity.NOTE, f"“{words}” stands in the translation and not in the original.")
    if pair.original and pair.translation and not _same(pair.original.value, pair.translation.value):
        return _changed(pair.original, pair.translation)
    return None


def changes(pairs: Sequence[Pair]) -> Iterator[Finding]:
    """What was changed, as findings about the translation's claims alone."""
    for pair in pairs:
        if pair.original and pair.translation and (finding := _difference(pair)) is not None:
            yield replace(finding, claims=finding.claims[:1])


@dataclass(frozen=True, slots=True)
class Beside:
    """What the original has for a claim: the sentence and the words in it, and what is to be said of them.

    `line` and `quote` are empty for what was added; `is_fault` is true where the translation lacks something.
    """

    line: str
    quote: str
    told: str = ""
    is_fault: bool = False


def beside(original: Article, pairs: Sequence[Pair]) -> dict[str, tuple[Beside, ...]]:
    """What the original has for each claim of the translation, by key; what is missing is told of the claim before."""
    document = document_of(original.text)
    held: dict[str, list[Beside]] = {pair.translation.key: [] for pair in pairs if pair.translation}
    anchor = next(iter(held), "")
    ordered = sorted(pairs, key=lambda pair: pair.original.span.start if pair.original else -1)
    for pair in ordered:
        told = finding.message if (finding := _difference(pair)) else ""
        if pair.original is None or not anchor:
            if pair.translation is not None:
                held[pair.translation.key].append(Beside("", "", told))
            continue
        line = document.sentence_at(pair.original.span.start).of(original.text)
        if pair.translation is not None:
            # What was changed is a finding of its own, which says what.
            anchor = pair.translation.key
            held[anchor].insert(0, Beside(line, pair.original.quote))
        else:
            held[anchor].append(Beside(line, pair.original.quote, told, is_fault=True))
    return {key: tuple(rows) for key, rows in held.items()}


def _place(pair: Pair) -> tuple[int, int]:
    if pair.translation is not None:
        return pair.translation.span.start, 0
    assert pair.original is not None
    return pair.original.span.start, 1


def _finding(pair: Pair, severity: Severity, message: str) -> Finding:
    claims = tuple(claim.key for claim in (pair.translation, pair.original) if claim is not None)
    return Finding(CHECK, severity, claims, message)


def _changed(original: Claim, translation: Claim) -> Finding:
    was, now = original.value, translation.value
    arithmetic = [f"original: {original.quote} = {was}", f"translation: {translation.quote} = {now}"]
    suggestion = ""
    if isinstance(was, Amount) and isinstance(now, Amount):
        if was.low and (times := now.low / was.low) != 1:
            arithmetic.append(f"{now.low:,f} / {was.low:,f} = {times.normalize():,f}" if _power(times) else "")
        suggestion = _slip(original.quote, translation.quote)
    return Finding(
        CHECK,
        Severity.ERROR,
        (translation.key, original.key),
        f"The original says “{original.quote}” ({was}), the translation “{translation.quote}” ({now}).",
        tuple(line for line in arithmetic if line),
        "A number may be rounded to the digits it is given with; a date may leave out its year.",
        suggestion,
    )


def _slip(original: str, translation: str) -> str:
    lowered = translation.lower()
    return next((told for (sign, word), told in _READ_AS.items() if sign in original and word in lowered), "")


# Pairing


def _paired(original: list[Claim], translation: list[Claim]) -> Iterator[Pair]:
    """Equal values in their order, then changed ones by their place between those."""
    partner = dict(_equals(original, translation))
    sure = _rising(sorted(partner.items()))
    taken = set(partner.values())
    wanted = [at for at in range(len(original)) if at not in partner]
    free = [at for at in range(len(translation)) if at not in taken]
    guesses = sorted(
        (-likeness, abs(to - expected), at, to)
        for at in wanted
        for expected in (_expected(at, sure, len(translation)),)
        for to in _near(free, expected)
        if (likeness := _likeness(original[at].value, translation[to].value))
    )
    for _, _, at, to in guesses:
        if at not in partner and to not in taken:
            partner[at] = to
            taken.add(to)
    for at, claim in enumerate(original):
        yield Pair(claim, translation[partner[at]] if at in partner else None)
    for to, claim in enumerate(translation):
        if to not in taken:
            yield Pair(None, claim)


def _equals(original: list[Claim], translation: list[Claim]) -> Iterator[tuple[int, int]]:
    """The k-th statement of a value with the k-th statement of the same value in the other text."""
    places: dict[object, list[int]] = defaultdict(list)
    for to, claim in enumerate(translation):
        places[_key(claim.value)].append(to)
    for at, claim in enumerate(original):
        if waiting := places.get(_key(claim.value)):
            yield at, waiting.pop(0)


def _key(value: Value) -> object:
    value = _figure(value)
    if isinstance(value, Amount):
        return value.low, value.high, _unit(value)
    return value.value if isinstance(value, DateMention) else value


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs that rises on both sides: those whose places say something about others."""
    tails: list[int] = []
    length: list[int] = []
    for _, to in pairs:
        at = bisect_left(tails, to)
        tails[at : at + 1] = [to]
        length.append(at)
    kept: list[tuple[int, int]] = []
    wanted = len(tails) - 1
    for pair, rank in zip(reversed(pairs), reversed(length), strict=True):
        if rank == wanted and (not kept or pair[1] < kept[-1][1]):
            kept.append(pair)
            wanted -= 1
    return kept[::-1]


def _expected(at: int, sure: list[tuple[int, int]], size: int) -> int:
    """Where the value at `at` should stand: as far behind the last sure pair as in the original."""
    before = bisect_left(sure, (at, -1)) - 1
    if before < 0:
        return at if not sure else max(0, sure[0][1] - (sure[0][0] - at))
    return min(size - 1, sure[before][1] + at - sure[before][0])


def _near(free: list[int], expected: int) -> list[int]:
    return free[bisect_left(free, expected - REACH) : bisect_left(free, expected + REACH + 1)]


# Likeness


def _same(was: Value, now: Value) -> bool:
    was, now = _figure(was), _figure(now)
    if isinstance(was, Amount) and isinstance(now, Amount):
        return _unit(was) == _unit(now) and _rounds(was.low, now.low) and _rounds(was.high, now.high)
    if isinstance(was, DateMention) and isinstance(now, DateMention):
        return _agree(was.value, now.value)
    return was == now


def _rounds(exact: Decimal, given: Decimal) -> bool:
    """Whether `given` is `exact`, or `exact` rounded to the digits that `given` has."""
    if exact == given:
        return True
    exponent = given.normalize().as_tuple().exponent
    if not isinstance(exponent, int) or exponent < -20:
        return False
    return abs(exact - given) <= Decimal(1).scaleb(exponent) / 2 and len(given.normalize().as_tuple().digits) > 1


def _agree(was: str, now: str) -> bool:
    """Whether two TIMEX3 values can be the same: equal where both are known, one perhaps longer than the other."""
    return all(a == b or "X" in (a, b) for a, b in zip(was, now, strict=False))


def _likeness(was: Value, now: Value) -> int:
    """How sure it is that one stands for the other: 0 not at all, 4 equal."""
    if _same(was, now):
        return 4
    was, now = _figure(was), _figure(now)
    if isinstance(was, Amount) and isinstance(now, Amount):
        slipped = bool(was.low and now.low and _power(now.low / was.low))
        if _unit(was) == _unit(now):
            return 3 if slipped else 1
        return 2 if was.low == now.low else 0
    return int(isinstance(was, DateMention) and isinstance(now, DateMention) and was.type == now.type)


def _power(ratio: Decimal) -> bool:
    """Whether a ratio is a power of ten other than 1."""
    digits = ratio.normalize().as_tuple().digits
    return digits == (1,) and ratio != 1
