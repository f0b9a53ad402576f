"""A whole with what is gone from it and what is left."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.checks.sum.differences import reading
from factcheck.model import Finding, Severity
from factcheck.passage import MONEY, Passage, Sum, part
from factcheck.sums import Interval, shown

_OF_WHOLE = re.compile(r"(?:^|[,;:] |\band )[Oo]f (?:the|its|their|these|those|his|her|all|a total of)(?: [a-z]+)? $")
_THE_REST = re.compile(
    r"(?:,? and |; |, |,? while |,? but )(?:the )?(?:remaining|other|rest,)(?: of [a-z]+)? ?$|"
    r"\bthe (?:remaining|other) $"
)
_LEAVING = re.compile(r", (?:which )?(?:leaving|leaves|left)(?: [a-z]+){0,3} $")
_PARTS = re.compile(
    r"\b(?:of whom|of which|of them|including|among|another|more|at least|about|both|also|again|half|third|quarter|or|"
    r"between|some of|most|none|later|from|to \d)\b",
    re.I,
)


def remainders(passage: Passage, row: Sequence[Sum]) -> Iterator[Finding]:
    """ "Of the 46 boats, 31 are red, nine blue and the other five green"; "of the $12m, $7m is spent, leaving $4m"."""
    yield from _other(passage, row)
    for at in range(len(row) - 1):
        whole = row[at]
        if not _OF_WHOLE.search(passage.before(whole.claim, 24)):
            continue
        last = next((place for place in range(at + 2, len(row)) if _is_rest(passage, row, place)), None)
        parts = list(row[at + 1 : len(row) if last is None else last + 1])
        spoken = _SPOKEN.search(passage.after(parts[-1].claim, 90)) if last is None else None
        if last is None and spoken is None:
            continue
        items = [whole, *parts]
        if not all(item.is_single and item.amount.bound == "=" and item.value > 0 for item in items):
            continue
        units = {item.unit for item in items} - {"", "person"}
        money = bool(MONEY.fullmatch(whole.unit))
        if "%" in units or (money and (spoken or any(item.unit != whole.unit for item in parts))):
            continue
        if not money and len(units) > 1:
            continue
        ended = passage.after(parts[-1].claim, 200)
        if spoken is not None:
            ended = ended[spoken.end() :]
        if (last is not None and last + 1 < len(row)) or _ANY_NUMBER.search(ended):
            continue
        stretch = passage.view[whole.claim.span.end : parts[-1].claim.span.start] + (spoken[0] if spoken else "")
        if _PARTS.search(stretch) or re.search(r"[.:()]\s", stretch):
            continue
        rest = _WORDS[spoken["rest"].lower()] if spoken else Decimal(0)
        added = sum((item.value for item in parts), rest)
        readings = [reading(part(item)) for item in parts]
        if not sum(readings, Interval.exact(rest)).meets(reading(part(whole))):
            line = " + ".join([*(shown(item.value) for item in parts), *([shown(rest)] if spoken else [])])
            yield _unequal(whole, parts, added, line)


def rest_told_next(passage: Passage, row: Sequence[Sum], rest: Sum) -> Iterator[Finding]:
    """ "Of the £489m, £402m has been spent. The rest, £87m, is kept": money whose rest opens the next sentence."""
    if len(row) < 2 or not _REST_OPENS.fullmatch(passage.before(rest.claim)):
        return
    whole, items = row[0], [*row, rest]
    if not _OF_WHOLE.search(passage.before(whole.claim, 24)) or not MONEY.fullmatch(whole.unit):
        return
    if any(item.unit != whole.unit or item.amount.bound != "=" or item.value <= 0 for item in items):
        return
    stretch = passage.view[whole.claim.span.end : rest.claim.span.start]
    if _PARTS.search(stretch) or _ANY_NUMBER.search(passage.after(row[-1].claim, 200)):
        return
    parts = items[1:]
    readings = [reading(part(item)) for item in parts]
    if not sum(readings, Interval.exact(Decimal(0))).meets(reading(part(whole))):
        line = " + ".join(shown(item.value) for item in parts)
        yield _unequal(whole, parts, sum((item.value for item in parts), Decimal(0)), line)


_REST_OPENS = re.compile(
    r"The (?:rest|remainder|balance)(?:, | - | \(| – | — | of | is | was |: )|The (?:remaining|other) "
)


def _other(passage: Passage, row: Sequence[Sum]) -> Iterator[Finding]:
    """ "Two of the five suspects were held and the other two fled": a part, its whole and the rest."""
    if len(row) not in (2, 3):
        return
    one, whole = row[:2]
    if _OF_THE.fullmatch(passage.between(one.claim, whole.claim)) is None:
        return
    items = [*row]
    if any(item.amount.bound != "=" or item.value != item.value.to_integral() for item in items) or not whole.unit:
        return
    after = passage.after((row[2] if len(row) == 3 else whole).claim, 90)
    spoken = _SPOKEN.search(after) if len(row) == 2 else None
    if len(row) == 3 and _THE_REST.search(passage.between(whole.claim, row[2].claim)) is None:
        return
    if len(row) == 2 and spoken is None:
        return
    rest = _WORDS[spoken["rest"].lower()] if spoken else row[2].value
    end = row[-1].claim.span.end + (spoken.end() if spoken else 0)
    stretch = passage.view[whole.claim.span.end : end]
    if len(_ANY_NUMBER.findall(stretch)) > 1 or _QUALIFIED.match(passage.view[end : end + 12]):
        return
    if _PARTS.search(_OF_THE_REST.sub("", passage.view[one.claim.span.end : end])):
        return
    if (
        _ANY_NUMBER.search(passage.view[end:][:80].partition(".")[0])
        or MONEY.fullmatch(whole.unit)
        or whole.unit == "%"
    ):
        return
    if (added := one.value + rest) != whole.value and one.unit in ("", "person", whole.unit):
        line = f"{shown(one.value)} + {shown(rest)}"
        yield _unequal(whole, [one, *row[2:]], added, line)


_OF_THE = re.compile(r"(?: [a-z]+)? of (?:the|its|their|his|her|all) ")
_QUALIFIED = re.compile(r" (?:named|who|whose|that|which)\b")
_OF_THE_REST = re.compile(r"\bthe (?:other|remaining) ")


def _unequal(whole: Sum, parts: Sequence[Sum], added: Decimal, line: str) -> Finding:
    return Finding(
        check="sum",
        severity=Severity.ERROR,
        claims=(whole.claim.key, *(item.claim.key for item in parts)),
        message=f"With the rest the parts add up to {shown(added)}, not “{whole.claim.quote}”.",
        arithmetic=(f"{line} = {shown(added)}", f"the text says {shown(whole.value)}"),
        tolerance="Rounding of the parts and of the whole; none where counts are written out.",
        suggestion=f"{shown(added)} would fit.",
    )


def _is_rest(passage: Passage, row: Sequence[Sum], place: int) -> bool:
    """Whether an amount is what is left: "the other 15", "leaving $4m"."""
    gap = passage.between(row[place - 1].claim, row[place].claim)
    return bool(_THE_REST.search(gap) or _LEAVING.search(gap))


_WORDS = {
    word: Decimal(number)
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split(), 1
    )
}
_ANY_NUMBER = re.compile(rf"\b(?:\d+|{'|'.join(_WORDS)})\b", re.I)
_SPOKEN = re.compile(
    rf"^[^.;:()\d]{{0,60}}?(?:,? and|,|,? while|,? but) the (?:other|remaining) (?P<rest>{'|'.join(_WORDS)})\b", re.I
)
