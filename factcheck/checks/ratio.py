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
from itertools import pairwise

from factcheck.checks import Check
from factcheck.model import Article, Claim, Finding, Severity
from factcheck.passage import MONEY, Part, Passage, Sum, ends, part, passage_of, sums_of
from factcheck.sums import HALF, Interval, shown

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
    rf"[^.;()\d]{{0,30}}?(?: in (?:19|20)\d\d)?(?:,|[–—:]| -| \() ?"
    rf"(?:that is |which is |at |(?:giving|leaving|paying) )?{_HEDGE}",
    re.I,
)
_WHO_EACH = re.compile(
    r"[^.;()\d]{0,20}?,? (?:who|which|with|and) each (?:one )?(?:received|got|gets|get|receiving|getting|paid|"
    r"paying|given) "
    r"(?:about |some )?|, (?:giving|leaving|paying|netting) each (?:[a-z]+ )?(?:about |some )?",
    re.I,
)
_AT = re.compile(r" (?:at|for|worth|costing|got|received|get|gets|paid|receive|receives|of) (?:about |some )?$", re.I)
_IN_ALL = re.compile(r",? or (?:a total of )?(?:about |some )?", re.I)
_FOR_ONE = re.compile(r" (?:for each|for every|per|an?|each) ([A-Za-z-]+)\b")
_TIED = re.compile(r"[^.;:()\d]{0,60}")
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
_AS_MUCH = re.compile(r" as much[.;]")
_GETS_EACH = re.compile(
    r"\beach (?:be )?(?:get|gets|got|receive|received|receives|pay|pays|paid|given|give|gave) (?:a |an )?$", re.I
)
_BESIDE = re.compile(r"[^.;:()\d]{0,50}, (?:or |making |for )?")
_ALL = re.compile(r" (?:together|in all|in total|altogether|between them|combined)\b", re.I)
_AHEAD = r"(?:will|would|to|shall|is to|are to) "
_BY_HALF = r"(?: [a-z'’]+){0,6}? by half(?: in [a-z]+ [a-z]+)?(?=,? (?:from|to)\b)"
_FACTORS = (
    (re.compile(rf"\b(?:doubled|doubling|a doubling|twofold|two-fold|{_AHEAD}double)\b", re.I), 2),
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
_FACTOR_STEMS = "doubl tripl trebl quadrupl quintupl fold half halv".split()
REACH = 120
"""How many characters a change may stand from the word that tells of it."""
TOLD = 200
"""How many amounts before an "as much" are looked through for the one it speaks of."""
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
    for index, row in passage.rows(sums):
        words = passage.words_of(index)
        if len(row) > 1 and not _OTHER.search(words):
            for at in range(len(row) - 2):
                yield from _each(passage, *row[at : at + 3])
            for one, other in pairwise(row):
                yield from _together(passage, one, other)
        yield from _factors(passage, index, row, words)
        yield from _as_much(passage, index, row, sums)


def _each(passage: Passage, one: Sum, two: Sum, three: Sum) -> Iterator[Finding]:
    if not (one.is_single and two.is_single and three.is_single) or min(one.value, two.value, three.value) <= 0:
        return
    first, second = passage.between(one.claim, two.claim), passage.between(two.claim, three.claim)
    after = passage.after(three.claim, 20)
    told = _is_each(three, after) and _THEN.fullmatch(second)
    counted = next((item for item in (one, two) if _is_count(item) and _is_named(item, after)), None)
    if counted and _is_money(three) and _THEN.fullmatch(second) and _TIED.fullmatch(first):
        whole = two if counted is one else one
        if _is_money(whole):
            yield from _judge(whole, counted, three, three)
    elif told or (_is_money(three) and _WHO_EACH.fullmatch(second)):
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


def _together(passage: Passage, each: Sum, whole: Sum) -> Iterator[Finding]:
    """What each gets and all get together: "each get $240, $480 together" must be a whole number of shares."""
    if not (_is_money(each) and each.unit == whole.unit and 0 < each.value < whole.value):
        return
    if any(not item.is_single or item.amount.bound != "=" for item in (each, whole)):
        return
    if not (_GETS_EACH.search(passage.before(each.claim, 40)) or _EACH.match(passage.after(each.claim, 20))):
        return
    if not (_BESIDE.fullmatch(passage.between(each.claim, whole.claim)) and _ALL.match(passage.after(whole.claim, 20))):
        return
    times = part(whole).interval() / part(each).interval()
    times = times.wider(Decimal("0.01"))
    if times.high >= 20 or int(times.high) >= max(times.low, Decimal(2)):
        return
    exact, near = whole.value / each.value, max(round(whole.value / each.value), 2)
    yield Finding(
        check=CHECK.name,
        severity=Severity.ERROR,
        claims=(whole.claim.key, each.claim.key),
        message=f"“{whole.claim.quote}” is {shown(exact)} times “{each.claim.quote}”, which is no number of shares.",
        arithmetic=(
            f"{shown(whole.value)} / {shown(each.value)} = {shown(exact)}",
            f"{near} * {shown(each.value)} = {shown(each.value * near)} {each.unit}",
        ),
        tolerance="Rounding of both sums, and a hundredth.",
        suggestion=f"{shown(each.value * near)} {each.unit} would fit {near} shares.",
    )


def _is_money(item: Sum) -> bool:
    return MONEY.fullmatch(item.unit) is not None


def _is_each(item: Sum, after: str) -> bool:
    return MONEY.match(item.unit) is not None and ("/" in item.unit or _EACH.match(after) is not None)


def _is_named(count: Sum, after: str) -> bool:
    """Whether what follows a sum says that it is for one of the things counted: "$250 for each patient"."""
    match = _FOR_ONE.match(after)
    return match is not None and match[1].lower() == count.unit.rpartition(" ")[2]


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
    lowered = words.lower()
    if not any(stem in lowered for stem in _FACTOR_STEMS):
        return
    start = passage.sentences[index].start
    for pattern, factor in _FACTORS:
        for match in pattern.finditer(words):
            if _LOOSE.search(words[: match.start()]):
                continue
            pair = _moved(passage, row, start + match.start(), start + match.end())
            if pair is not None and (finding := _factor(match.group(), Decimal(factor), *pair)) is not None:
                yield finding


def _as_much(passage: Passage, index: int, row: Sequence[Sum], sums: Sequence[Sum]) -> Iterator[Finding]:
    """ "$610, four times as much." speaks of an amount told before, which some amount of the text must then be."""
    for one, times in pairwise(row):
        if times.unit != "times" or not (one.is_single and times.is_single and MONEY.match(one.unit)):
            continue
        if times.amount.bound != "=" or one.amount.bound != "=" or times.value < 2:
            continue
        if not (
            _AS_MUCH.match(passage.after(times.claim, 20))
            and re.fullmatch(r"[^.;:()\d]{0,30}, ", passage.between(one.claim, times.claim))
        ):
            continue
        at = bisect_left(sums, one.claim.span.start, key=lambda item: item.claim.span.start)
        told = [
            item for item in sums[max(at - TOLD, 0) : at] if item.unit == one.unit and item.is_single and item.value > 0
        ]
        near = [item for item in told if index - passage.sentence_of(item.claim) <= 1]
        wanted = part(one).interval() / part(times).interval()
        if near and not any(wanted.wider(Decimal("0.10")).meets(part(item).interval()) for item in told):
            yield _not_times(times, one, near[-1])


def _not_times(times: Sum, one: Sum, base: Sum) -> Finding:
    exact = one.value / base.value
    return Finding(
        check=CHECK.name,
        severity=Severity.WARNING,
        claims=(times.claim.key, one.claim.key, base.claim.key),
        message=f"“{one.claim.quote}” is {shown(exact, 2)} times “{base.claim.quote}”, not {shown(times.value)} times.",
        arithmetic=(
            f"{shown(one.value)} / {shown(base.value)} = {shown(exact, 2)}",
            f"{shown(one.value)} / {shown(times.value)} = {shown(one.value / times.value)} {one.unit}",
        ),
        tolerance="A tenth and rounding; any amount of this currency told before would have been accepted.",
        suggestion="",
    )


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
