"""A total and the parts before or after it, and whether they give it."""

import re
from collections.abc import Sequence
from decimal import Decimal

from factcheck.model import Finding, Severity
from factcheck.passage import MONEY, Passage, Sum
from factcheck.sums import HALF, Interval, shown, step

_HEDGE = r"(?:about |around |nearly |almost |roughly |some )?"
_TOTAL_AFTER = re.compile(r"[ -](?:\w+ )?(?:in all|in total|altogether|overall|all told|combined)\b(?! of\b)", re.I)
_TOTAL_BEFORE = re.compile(
    rf"\b(?:a total of|a combined (?:toll|total) of|total(?:l?ing|led| of| is| was)|in total,?|in all,|altogether,?|"
    rf"add(?:s|ed|ing)? up to|making|"
    rf"for a total of|bringing the total to|which makes|all told,?) {_HEDGE}$",
    re.I,
)
_MADE_OF = re.compile(
    r"(?: [^\d,.;:()]{1,40})? (?:(?:is|are|was|were) )?(?:made up of|consist(?:s|ed|ing) of|compris(?:es|ed|ing)|"
    r"divided into|split into|broken down into|composed of) "
)
_LEADS = re.compile(
    rf"(?: \w+){{0,2}}(?: ?[:(–—] ?| - |, )|(?: \w+){{3,5}}: |{_MADE_OF.pattern}|"
    r"(?: \w+){0,3}: (?:the )?[A-Z][\w'’-]*(?: [A-Z&][\w'’-]*){0,3} (?:(?:holds?|has|have|won|took|got|with|sent|paid|"
    r"makes?|employs?|received|on|at) )?"
)
"""What leads from a total to its first part, which may be somebody's: "54 seats: Labour holds 23, ..."."""
_TO_COUNT = re.compile(
    r" (?:[a-z]+ ){0,3}(?:on|in|to|at|from|for|by|across|among|between|over|into|through|with) (?:[a-z]+ ){0,2}"
)
_COLON = re.compile(r"(?: [A-Za-z]+){0,4}: |(?: [A-Za-z]+){0,4} [–—-] ")
_SPENT_ON = re.compile(r"(?: [A-Za-z'’-]+){1,14}: ")
_FOR_WHAT = re.compile(r"(?: (?:was|were|is|went|goes))? (?:for|on|to|towards?|in) [a-zA-Z]")
_ENDS = re.compile(r"[^.;:()\d–—$€£]{0,100}[.;]")
LINK = re.compile(r"[^.;:()\d–—]{0,40}?(?:, (?:and |plus )?|;? and |; | plus )(?:\w+ ){0,3}")
LAST_LINK = re.compile(r"\b(?:and|plus) (?:\w+ ){0,3}$")
_STOPS = re.compile(r"[^,.;:()\d–—]{0,60}(?:[).;–—]|$|, (?:were|was|have|had|died|the|in all)\b| - )")
_PARTIAL = re.compile(
    r"\b(?:among|includ\w+|of whom|of them|of which|of these|of those|others?|rest|remaining|remainder|most(?:ly)?|"
    r"at least|as well as|such as|like|more|another|additional|further|each|per|both|respectively|between|than|up to|"
    r"every|either|or|from(?= \d)|about|not|minus|except|last|previous|year|earlier|later|then|compared|versus|"
    r"rose|fell|up|down|times|again|also|with|while|but|after|before)\b",
    re.I,
)
_ADDING_UP = re.compile(r"\badd(?:s|ed|ing)? up to ", re.I)
_ADDS_UP_TO = re.compile(r"\badd(?:s|ed|ing)? up to $", re.I)
_OR_TOTAL = re.compile(
    r"(?:, | [-–—] |\()or (?=(?:a total of )?[^\s,;]+(?: [a-z]+){0,3} (?:in all|in total|altogether|all told|"
    r"combined)|a total)"
)
_STOP = re.compile(r"[.!?][\s\"']|\n")
_LAST_TIME = re.compile(r"\blast (?:year|month|week|spring|summer|autumn|fall|winter|night|[a-z]+day)\b", re.I)
_CROWD = frozenset("person passenger victim member casualty death student worker employee prisoner patient".split())
_KINDS_OF_PERSON = frozenset("man woman child boy girl adult civilian soldier officer teacher foreigner".split())
"""After "22 people, " a list of these tells who they were; any other list only goes on."""
_SIBLING = re.compile(r"\b(?:men|women|children|boys|girls|adults|civilians|soldiers|officers|teachers|foreigners)\b")
"""In "40 were men, 20 women and 10 children" the first number is a part too."""
MOST = 40
"""How many parts a total may have: longer lists are tables."""
_OF_WHOLE = re.compile(
    r"(?<!total )(?<!consist )(?<!consists )(?<!consisted )(?<!made up )"
    r"\bof (?:the |its |their |all |some |his |her )?$",
    re.I,
)
_MEASURES = frozenset(
    "metre kilometre centimetre millimetre mile inch foot yard gram kilogram tonne ton ounce pound-mass litre gallon "
    "barrel acre hectare celsius fahrenheit degree point year month week day hour minute second".split()
) | {"percentage point"}


def parts_before(passage: Passage, row: Sequence[Sum], at: int) -> list[Sum]:
    """The parts before a total: "7 in Lyon, 9 in Nice and 5 in Metz, 22 in all"."""
    total = row[at]
    if at < 2:
        return []
    if not (_TOTAL_AFTER.match(passage.after(total.claim)) or _TOTAL_BEFORE.search(passage.before(total.claim))):
        return []
    first = at - 1
    while first > max(at - MOST, 0) and LINK.fullmatch(passage.between(row[first - 1].claim, row[first].claim)):
        first -= 1
    parts = list(row[first:at])
    if len(parts) < 2 or not LAST_LINK.search(passage.between(parts[-2].claim, parts[-1].claim)):
        return []
    gap = passage.between(parts[-1].claim, total.claim)
    start, end = parts[0].claim.span.start, parts[-1].claim.span.end
    if re.search(r"\b(?:either|one of)\b", passage.view[max(start - 20, 0) : end]):
        return []
    return parts if len(gap) <= 60 and not re.search(r"[.:()]", gap) else []


def parts_after(passage: Passage, row: Sequence[Sum], at: int) -> list[Sum]:
    """The parts after a total: "22 people: 7 men, 9 women and 6 children"."""
    head = at
    if at + 2 < len(row) and row[at + 1].unit == "%" and _OF_WHOLE.search(passage.before(row[at + 2].claim, 12)):
        # "2,600 jobs, or 8% of its 32,500 workers: 1,100 in ..." lists the jobs, not the workers.
        head = at + 2
    elif _OF_WHOLE.search(passage.before(row[at].claim, 12)) and not (
        at + 1 < len(row) and _MADE_OF.fullmatch(passage.between(row[at].claim, row[at + 1].claim))
    ):
        return []
    if counted := _is_counted_ahead(passage, row, head):
        first = head + 2
    elif head + 2 < len(row) and _leads(passage, row, head):
        first = head + 1
    else:
        return []
    last = first
    while last + 1 < min(len(row), head + MOST) and LINK.fullmatch(
        passage.between(row[last].claim, row[last + 1].claim)
    ):
        last += 1
        if LAST_LINK.search(passage.between(row[last - 1].claim, row[last].claim)):
            break
    parts = list(row[first : last + 1])
    if counted and len(parts) != row[head + 1].value:
        return []
    gap = passage.between(row[first - 1].claim, row[first].claim)
    if (listed := gap.rstrip().endswith(",")) and _SIBLING.search(gap):
        return []
    if listed and not (
        (row[head].unit in _CROWD or not row[head].unit) and all(part.unit in _KINDS_OF_PERSON for part in parts)
    ):
        return []
    if len(parts) < 2 or not LAST_LINK.search(passage.between(parts[-2].claim, parts[-1].claim)):
        return []
    after = passage.after(parts[-1].claim, 120)
    listed_uses = all(_FOR_WHAT.match(passage.after(part.claim, 12)) for part in parts) and _ENDS.match(after)
    return parts if _STOPS.match(after[:80]) or (gap.endswith(": ") and listed_uses) else []


def _leads(passage: Passage, row: Sequence[Sum], head: int) -> bool:
    """Whether the words after a total lead to a list of its parts."""
    return _LEADS.fullmatch(passage.between(row[head].claim, row[head + 1].claim)) is not None or _is_spent(
        passage, row, head
    )


def _is_spent(passage: Passage, row: Sequence[Sum], head: int) -> bool:
    """Whether a sum of money and words about it lead to a list of uses: "$9m on what it called a plan: $4m for"."""
    total, first = row[head], row[head + 1]
    return (
        MONEY.fullmatch(total.unit) is not None
        and first.unit == total.unit
        and _SPENT_ON.fullmatch(passage.between(total.claim, first.claim)) is not None
        and _FOR_WHAT.match(passage.after(first.claim, 12)) is not None
    )


def _is_counted_ahead(passage: Passage, row: Sequence[Sum], head: int) -> bool:
    """Whether a total is followed by how many parts it has: "£40m on three bridges: £21m, £12m and £7m"."""
    if head + 3 >= len(row):
        return False
    count = row[head + 1]
    return (
        count.unit not in ("", "%", row[head].unit)
        and not MONEY.fullmatch(count.unit)
        and 2 <= count.value <= MOST
        and _TO_COUNT.fullmatch(passage.between(row[head].claim, count.claim)) is not None
        and _COLON.fullmatch(passage.between(count.claim, row[head + 2].claim)) is not None
    )


def judge(passage: Passage, total: Sum, parts: Sequence[Sum]) -> Finding | None:
    items = [*parts, total]
    # A toll of "at least 37" whose list follows a colon is still the sum of that list.
    open_ended = total.amount.bound == ">" and ":" in passage.between(total.claim, parts[0].claim)
    open_ended = open_ended or _ADDS_UP_TO.search(passage.before(total.claim, 20)) is not None
    exact = all(item.amount.bound == "=" for item in (parts if open_ended else items))
    if not _of_one_kind(items) or not exact or any(item.value <= 0 for item in items):
        return None
    if total.value < max(part.value for part in parts):
        return None
    # What stands right before the parts, among them and right after tells whether they are all there are.
    start, end = parts[0].claim.span.start, max(item.claim.span.end for item in items)
    before = _STOP.split(passage.view[max(start - 14, 0) : start])[-1]
    after = _STOP.split(passage.view[end : end + 40])[0]
    if _PARTIAL.search(
        _OR_TOTAL.sub("", _ADDING_UP.sub("", _LAST_TIME.sub("", before + passage.view[start:end] + after)))
    ):
        return None
    added = Interval.exact(Decimal(0))
    for part in parts:
        added = added + reading(part)
    stated = reading(total)
    if total.unit == "%":
        stated = stated.spread(Decimal(1))
    if added.meets(stated):
        return None
    added_up = sum((part.value for part in parts), Decimal(0))
    unit = f" {total.unit}" if MONEY.fullmatch(total.unit) or total.unit == "%" else ""
    return unequal(total, parts, added_up, unit)


def unequal(total: Sum, parts: Sequence[Sum], exact: Decimal, unit: str) -> Finding:
    line = " + ".join(shown(part.value) for part in parts)
    return Finding(
        check="sum",
        severity=Severity.ERROR,
        claims=(total.claim.key, *(part.claim.key for part in parts)),
        message=f"The parts add up to {shown(exact)}{unit}, not “{total.claim.quote}”.",
        arithmetic=(f"{line} = {shown(exact)}{unit}", f"the text says {shown(total.value)}{unit}"),
        tolerance="Rounding of the parts and of the total; none where counts are written out.",
        suggestion=f"{shown(exact)}{unit} would fit, if every part is listed.",
    )


def _of_one_kind(items: Sequence[Sum]) -> bool:
    units = {item.unit for item in items if item.unit}
    bound = {unit for unit in units if MONEY.fullmatch(unit) or unit == "%" or "/" in unit or unit in _MEASURES}
    if not bound:
        return True
    return len(units) == 1 and all(item.unit for item in items)


def reading(item: Sum) -> Interval:
    """Every number that would be written so; a count written out is meant to its last digit."""
    size = step(item.value, item.claim.quote)
    exact = item.value == item.value.to_integral() and size <= 1 and "." not in item.claim.quote
    return Interval.exact(item.value) if exact else Interval.exact(item.value).spread(size * HALF)
