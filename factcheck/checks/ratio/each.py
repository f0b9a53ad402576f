"""A total, a number and what falls to each, where the sentence's own form ties the three together."""

import re
from collections.abc import Iterator
from decimal import Decimal

from factcheck.model import Finding, Severity
from factcheck.passage import MONEY, Passage, Sum, part
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
_WHO_GOT = re.compile(
    r"[^.;()\d]{0,20}?, who (?:got|received|get|receive|will get|will receive|were paid) (?:about |some )?", re.I
)
_STOPS = re.compile(r"(?: (?:each|apiece))?(?:[.;)]|$)")
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
_EACH_GETS = re.compile(r" each (?:be )?(?:get|gets|got|receive|receives|received|paid|given|pay) $", re.I)
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
_GETS_EACH = re.compile(
    r"\beach (?:be )?(?:get|gets|got|receive|received|receives|pay|pays|paid|given|give|gave) (?:a |an )?$", re.I
)
_BESIDE = re.compile(r"[^.;:()\d]{0,50}, (?:or |making |for )?")
_ALL = re.compile(r" (?:together|in all|in total|altogether|between them|combined)\b", re.I)


def has_others(words: str) -> bool:
    """Whether a sentence speaks of others, rests or averages, so that nothing is known of the whole."""
    return _OTHER.search(words) is not None


def of_each(passage: Passage, one: Sum, two: Sum, three: Sum) -> Iterator[Finding]:
    """A total, a number and a share, in the orders in which they stand next to each other."""
    if not (one.is_single and two.is_single and three.is_single) or min(one.value, two.value, three.value) <= 0:
        return
    first, second = passage.between(one.claim, two.claim), passage.between(two.claim, three.claim)
    after = passage.after(three.claim, 20)
    told = _is_each(three, after) and (_THEN.fullmatch(second) or (_WHO_GOT.fullmatch(second) and _STOPS.match(after)))
    counted = next((item for item in (one, two) if is_count(item) and _is_named(item, after)), None)
    if counted and is_money(three) and _THEN.fullmatch(second) and _TIED.fullmatch(first):
        whole = two if counted is one else one
        if is_money(whole):
            yield from judged(whole, counted, three, three)
    elif told or (is_money(three) and _WHO_EACH.fullmatch(second)):
        if is_money(one) and is_count(two) and _TO.fullmatch(first):
            yield from judged(one, two, three, three)
        elif is_count(one) and is_money(two) and _SHARE.fullmatch(first):
            yield from judged(two, one, three, three)
    elif is_count(one) and is_money(two) and is_money(three) and _AT.search(first) and len(first) < 40:
        closed = re.match(r" (?:in all|in total|altogether)\b", after)
        tail = re.sub(r"^ (?:each|apiece|a head|per head)", "", second)
        told = tail != second and closed and _IN_ALL.fullmatch(tail)
        each = _EACH_OF.search(passage.before(one.claim, 16)) and _TOTAL.fullmatch(second)
        each = each or (_EACH_GETS.search(first) and _TOTAL.fullmatch(second))
        if told or each or _MADE.fullmatch(second):
            yield from judged(three, one, two, three)


def together(passage: Passage, each: Sum, whole: Sum) -> Iterator[Finding]:
    """What each gets and all get together: "each get $240, $480 together" must be a whole number of shares."""
    if not (is_money(each) and each.unit == whole.unit and 0 < each.value < whole.value):
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
        check="ratio",
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


def is_money(item: Sum) -> bool:
    """Whether an amount is one of money."""
    return MONEY.fullmatch(item.unit) is not None


def _is_each(item: Sum, after: str) -> bool:
    per = item.unit.partition("/")[2]
    return (
        per in ("", "head", "person")
        and MONEY.match(item.unit) is not None
        and (per != "" or _EACH.match(after) is not None)
    )


def _is_named(count: Sum, after: str) -> bool:
    """Whether what follows a sum says that it is for one of the things counted: "$250 for each patient"."""
    match = _FOR_ONE.match(after)
    return match is not None and match[1].lower() == count.unit.rpartition(" ")[2]


def is_count(item: Sum) -> bool:
    """Whether an amount counts things."""
    return item.unit not in ("", "%") and item.unit.islower() and "/" not in item.unit and item.value >= 2


def judged(total: Sum, number: Sum, each: Sum, accused: Sum) -> Iterator[Finding]:
    """The finding about a total, a number and a share, if rounding does not explain them."""
    count = part(number)
    yield from _judged(total, count.interval(), count.value, number, each, accused)


def judged_by(total: Sum, count: Decimal, words: str, each: Sum) -> Iterator[Finding]:
    """The same where the number is no amount of the text's ("seven days")."""
    yield from _judged(total, Interval.exact(count), count, words, each, each)


def _judged(
    total: Sum, counts: Interval, count: Decimal, number: Sum | str, each: Sum, accused: Sum
) -> Iterator[Finding]:
    noun = each.unit.partition("/")[0]
    if noun and total.unit.partition("/")[0] != noun:
        return
    whole, share = part(total), part(each)
    given = whole.interval() / counts
    told = share.interval()
    named = [item for item in (each, number, total) if isinstance(item, Sum)]
    if any(item.amount.bound != "=" for item in named):
        told = told.wider(Decimal("0.10"))
    if given.meets(told.wider(Decimal("0.02"))):
        return
    if (each.amount.bound == ">" and given.low > told.high) or (each.amount.bound == "<" and given.high < told.low):
        return
    exact, unit = whole.value / count, noun or total.unit
    words = number.claim.quote if isinstance(number, Sum) else number
    yield Finding(
        check="ratio",
        severity=Severity.ERROR,
        claims=(accused.claim.key, *(item.claim.key for item in named if item is not accused)),
        message=f"“{total.claim.quote}” over “{words}” is {shown(exact)} {unit} each, not {shown(share.value)}.",
        arithmetic=(
            f"{shown(whole.value)} / {shown(count)} = {shown(exact)} {unit}",
            f"{shown(share.value)} * {shown(count)} = {shown(share.value * count)} {unit}",
        ),
        tolerance="Rounding of all three numbers, a tenth where a word like “about” stands.",
        suggestion=f"{shown(exact)} {unit} each would fit, or {shown(share.value * count)} {unit} in all.",
    )
