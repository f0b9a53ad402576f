"""A total, a number and what falls to each; and changes told as "doubled", "halved", "threefold".

Formula: total / number = share of each; end / start = the factor told. Units: those of the amounts.
Tolerance: every number that would be written with the same digits, a tenth where "about" stands; a tenth of the factor.
Silent: "almost doubled", "more than tripled", shares of unlike units, numbers that the sentence's form does not tie
together.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.checks import Check
from factcheck.model import Article, Claim, Finding, Severity
from factcheck.passage import MONEY, Part, Passage, Sum, ends, part, passage_of, sums_of
from factcheck.sums import Interval, shown

_HEDGE = r"(?:(?:about|around|some|nearly|almost|roughly|just|over|under|more than|at least|or|an average of) ){0,2}"
_EACH = re.compile(r" (?:each|apiece|a head|per head|per person|for each|for every)\b|,? on average\b", re.I)
_TO = re.compile(
    r"(?: \w+){0,4}? (?:to|for|among|between|across|by) (?:each of )?(?:the |its |their |some |about )?", re.I
)
_SHARE = re.compile(
    r"(?: \w+){0,3}? (?:share|shared|get|got|receive|received|split|paid|pay|raised|gave|won|divided|earned|cost) "
    r"(?:a total of |about |some )?",
    re.I,
)
_THEN = re.compile(
    rf"[^.;()\d]{{0,30}}?(?:,|[–—:]| -| \() ?(?:that is |which is |at |(?:giving|leaving|paying) )?{_HEDGE}", re.I
)
_WHO_EACH = re.compile(
    r"[^.;()\d]{0,20}?,? (?:who|which|with|and) each (?:one )?(?:received|got|gets|get|receiving|getting|paid|"
    r"paying|given) "
    r"(?:about |some )?|, (?:giving|leaving|paying|netting) each (?:[a-z]+ )?(?:about |some )?",
    re.I,
)
_AT = re.compile(r" (?:at|for|worth|costing|got|received|get|gets|paid|receive|receives|of) (?:about |some )?$", re.I)
_IN_ALL = re.compile(r",? or (?:a total of )?(?:about |some )?", re.I)
_EACH_OF = re.compile(r"\beach of (?:the |its |their )?$", re.I)
_TOTAL = re.compile(r",? (?:or |making |for )?(?:a total of|in all,?|totall?ing) (?:about |some )?", re.I)
_MADE = re.compile(
    rf" (?:each|apiece|a head|per head|per person)(?:,? (?:for |or |making )?(?:a total of|in all,?|totall?ing|a "
    rf"total cost of) "
    rf"{_HEDGE})",
    re.I,
)
_OTHER = re.compile(
    r"\b(?:remaining|rest|others?|respectively|including|plus|first|average|up to|maximum|another|extra|more)\b", re.I
)
_FACTORS = (
    (re.compile(r"\b(?:doubled|doubling|a doubling|twofold|two-fold)\b", re.I), 2),
    (re.compile(r"\b(?:tripled|trebled|tripling|threefold|three-fold)\b", re.I), 3),
    (re.compile(r"\b(?:quadrupled|quadrupling|fourfold|four-fold)\b", re.I), 4),
    (re.compile(r"\b(?:quintupled|fivefold|five-fold)\b", re.I), 5),
    (re.compile(r"\b(?:tenfold|ten-fold)\b", re.I), 10),
    (re.compile(r"\b(?:halved|halving|a halving)\b", re.I), Decimal("0.5")),
)
_ANY_FACTOR = re.compile(r"doubl|tripl|trebl|quadrupl|quintupl|fold|halv", re.I)
REACH = 120
"""How many characters a change may stand from the word that tells of it."""
_LOOSE = re.compile(
    r"\b(?:almost|nearly|more than|over|about|roughly|at least|around|less than|virtually|close to|all but|just|"
    r"some|not|"
    r"practically|approximately|than) (?:\w+ )?$",
    re.I,
)
_VERB_FROM = re.compile(rf"(?: [a-z]+){{0,3}},? from {_HEDGE}", re.I)
_VERB_TO = re.compile(rf"(?: [a-z]+){{0,3}},? to {_HEDGE}", re.I)
_FROM = re.compile(rf"(?: [^,;.()\d]{{0,30}})?,? from {_HEDGE}", re.I)
_FOLLOWED = re.compile(r"[^,;.()\d]{0,20}, (?:a |or a )?$", re.I)


def look(article: Article, claims: Sequence[Claim]) -> Iterator[Finding]:
    """Shares that total and number do not give, and factors that start and end do not."""
    sums = sums_of(claims)
    if len(sums) < 1:
        return
    passage = passage_of(article)
    of_key = {item.claim.key: item for item in sums}
    for index, group in passage.grouped(item.claim for item in sums):
        row = [of_key[claim.key] for claim in group]
        words = passage.words_of(index)
        if not _OTHER.search(words):
            for at in range(len(row) - 2):
                yield from _each(passage, *row[at : at + 3])
        yield from _factors(passage, index, row, words)


def _each(passage: Passage, one: Sum, two: Sum, three: Sum) -> Iterator[Finding]:
    if not (one.is_single and two.is_single and three.is_single) or min(one.value, two.value, three.value) <= 0:
        return
    first, second = passage.between(one.claim, two.claim), passage.between(two.claim, three.claim)
    after = passage.after(three.claim, 20)
    told = _is_each(three, after) and _THEN.fullmatch(second)
    if told or (_is_money(three) and _WHO_EACH.fullmatch(second)):
        if _is_money(one) and _is_count(two) and _TO.fullmatch(first):
            yield from _judge(one, two, three, three)
        elif _is_count(one) and _is_money(two) and _SHARE.fullmatch(first):
            yield from _judge(two, one, three, three)
    elif _is_count(one) and _is_money(two) and _is_money(three) and _AT.search(first) and len(first) < 40:
        closed = re.match(r" (?:in all|in total|altogether)\b", after)
        tail = re.sub(r"^ (?:each|apiece|a head|per head)", "", second)
        told = tail != second and closed and _IN_ALL.fullmatch(tail)
        each = _EACH_OF.search(passage.before(one.claim, 16)) and _TOTAL.fullmatch(second)
        if told or each or _MADE.fullmatch(second):
            yield from _judge(three, one, two, three)


def _is_money(item: Sum) -> bool:
    return MONEY.fullmatch(item.unit) is not None


def _is_each(item: Sum, after: str) -> bool:
    return MONEY.match(item.unit) is not None and ("/" in item.unit or _EACH.match(after) is not None)


def _is_count(item: Sum) -> bool:
    """Whether an amount counts things."""
    return item.unit not in ("", "%") and item.unit.islower() and "/" not in item.unit and item.value >= 2


def _judge(total: Sum, number: Sum, each: Sum, accused: Sum) -> Iterator[Finding]:
    if total.unit != each.unit.partition("/")[0]:
        return
    whole, count, share = (part(item) for item in (total, number, each))
    given = whole.interval() / count.interval()
    told = share.interval()
    if any(item.amount.bound != "=" for item in (total, number, each)):
        told = told.wider(Decimal("0.10"))
    if given.meets(told.wider(Decimal("0.02"))):
        return
    exact = whole.value / count.value
    others = [item.claim.key for item in (each, number, total) if item is not accused]
    yield Finding(
        check=CHECK.name,
        severity=Severity.ERROR,
        claims=(accused.claim.key, *others),
        message=(
            f"“{total.claim.quote}” over “{number.claim.quote}” is {shown(exact)} {total.unit} each, "
            f"not {shown(share.value)}."
        ),
        arithmetic=(
            f"{shown(whole.value)} / {shown(count.value)} = {shown(exact)} {total.unit}",
            f"{shown(share.value)} * {shown(count.value)} = {shown(share.value * count.value)} {total.unit}",
        ),
        tolerance="Rounding of all three numbers, a tenth where a word like “about” stands.",
        suggestion=(
            f"{shown(exact)} {total.unit} each would fit, or {shown(share.value * count.value)} {total.unit} in all."
        ),
    )


def _factors(passage: Passage, index: int, row: Sequence[Sum], words: str) -> Iterator[Finding]:
    if not _ANY_FACTOR.search(words):
        return
    start = passage.sentences[index].start
    for pattern, factor in _FACTORS:
        for match in pattern.finditer(words):
            if _LOOSE.search(words[: match.start()]):
                continue
            pair = _moved(passage, row, start + match.start(), start + match.end())
            if pair is not None and (finding := _factor(match.group(), Decimal(factor), *pair)) is not None:
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
                return ends(item)
            tail = passage.view[item.claim.span.end : first]
            if item.claim.span.end < first and _FOLLOWED.fullmatch(tail):
                return ends(item) if re.search(r"\bfrom $", passage.before(item.claim, 8)) else None
            continue
        if at + 1 < len(row) and row[at + 1].is_single and item.claim.span.start > last:
            between = passage.between(item.claim, row[at + 1].claim)
            if _VERB_TO.fullmatch(gap) and _FROM.fullmatch(between):
                return part(row[at + 1]), part(item)
            if _VERB_FROM.fullmatch(gap) and re.fullmatch(rf"[^,;.()]{{0,30}} to {_HEDGE}", between):
                return part(item), part(row[at + 1])
    return None


def _factor(word: str, factor: Decimal, start: Part, end: Part) -> Finding | None:
    if start.value <= 0 or end.value <= 0 or (start.unit and end.unit and start.unit != end.unit):
        return None
    one, other = start.interval(), end.interval()
    if one.low <= 0 or max(start.value, end.value) < 4:
        return None
    small = all(value == value.to_integral() and value < 100 for value in (start.value, end.value))
    given = Interval.exact(end.value / start.value) if small else other / one
    if given.meets(Interval.exact(factor).wider(Decimal("0.10"))):
        return None
    exact = end.value / start.value
    return Finding(
        check=CHECK.name,
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


CHECK = Check("ratio", "Shares of each and factors", look)
