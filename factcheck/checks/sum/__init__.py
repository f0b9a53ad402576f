"""Parts and their total, two numbers and their difference, and lists of names and their number.

Formula: the parts added; the larger less the smaller; a whole less the parts that are gone; the names
counted. Units: those of the parts, which must be of one kind (all money of one currency, all counted things, all of
one measure).
Tolerance: none for counts written out; for decimals, scaled and rounded numbers half a step of the last digit of each
part and of the total, and one point more for percentages. A list of names may be read one shorter where its last "and"
may stand inside a name.
Silent: lists that do not claim to be whole ("among them", "including", "at least", "other", "more"), totals of another
unit, names with numbers or explanations between them.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from factcheck.checks import Check
from factcheck.checks.sum.differences import differences, remainders
from factcheck.checks.sum.names import members, names
from factcheck.checks.sum.results import raised, results
from factcheck.model import Article, Claim, Finding, Severity
from factcheck.passage import MONEY, Passage, Sum, passage_of, sums_of
from factcheck.sums import HALF, Interval, shown, step

_HEDGE = r"(?:about |around |nearly |almost |roughly |some )?"
_TOTAL_AFTER = re.compile(r"[ -](?:\w+ )?(?:in all|in total|altogether|overall|all told|combined)\b(?! of\b)", re.I)
_TOTAL_BEFORE = re.compile(
    rf"\b(?:a total of|a combined (?:toll|total) of|total(?:l?ing|led| of| is| was)|in total,?|in all,|altogether,?|"
    rf"add(?:s|ed|ing)? up to|making|"
    rf"for a total of|bringing the total to|which makes|all told,?) {_HEDGE}$",
    re.I,
)
_SUMS_UP = re.compile(
    r"(?:In all|In total|Altogether|All told|Together|Taken together|Between them|That (?:makes|made|"
    r"adds up to|comes to|"
    r"is)|This (?:makes|adds up to)|The (?:grand )?total)\b[^\d.;:]{0,30}"
)
_MADE_OF = re.compile(
    r"(?: [^\d,.;:()]{1,40})? (?:(?:is|are|was|were) )?(?:made up of|consist(?:s|ed|ing) of|compris(?:es|ed|ing)|"
    r"divided into|split into|broken down into|composed of) "
)
_LEADS = re.compile(rf"(?: \w+){{0,2}}(?: ?[:(–—] ?| - |, )|(?: \w+){{3,5}}: |{_MADE_OF.pattern}")
_LINK = re.compile(r"[^.;:()\d–—]{0,40}?(?:, (?:and |plus )?|;? and |; | plus )(?:\w+ ){0,3}")
_LAST_LINK = re.compile(r"\b(?:and|plus) (?:\w+ ){0,3}$")
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
_APART = (
    frozenset("man woman child boy girl".split()),
    frozenset("soldier officer civilian policeman militant rebel fighter".split()),
    frozenset("democrat republican independent".split()),
)
"""Groups of whose members nobody belongs to two."""
_INCLUDING = re.compile(r",? (?:including|include|includes|among them)(?: also)? | \((?:including|among them) ", re.I)
_VOTE = re.compile(r"[^\d.;]{0,24}?\b(?:in favou?r|for|against|abstain\w*|absent|yes|no|yea|nay)\b", re.I)
_OF_WHOLE = re.compile(
    r"(?<!total )(?<!consist )(?<!consists )(?<!consisted )(?<!made up )"
    r"\bof (?:the |its |their |all |some |his |her )?$",
    re.I,
)


def look(article: Article, claims: Sequence[Claim]) -> Iterator[Finding]:
    """Totals that their parts do not give, and lists longer or shorter than said."""
    every = sums_of(claims)
    if not every:
        return
    passage = passage_of(article)
    before: tuple[int, list[Sum]] = (-2, [])
    for index, both in passage.rows(every):
        yield from differences(passage, both)
        yield from raised(passage, both)
        row = [item for item in both if item.is_single]
        if not row:
            continue
        if before[0] == index - 1 and (finding := _summed_up(passage, before[1], row[0])) is not None:
            yield finding
        before = index, row
        for item in row:
            yield from names(passage, item)
            yield from members(passage, item)
        yield from remainders(passage, row)
        yield from results(passage, row)
        if len(row) < 3:
            continue
        yield from _too_many(passage, row)
        for at, item in enumerate(row):
            parts = _parts_before(passage, row, at) or _parts_after(passage, row, at)
            if parts and (finding := _judge(passage, item, parts)) is not None:
                yield finding
                break


def _parts_before(passage: Passage, row: Sequence[Sum], at: int) -> list[Sum]:
    """The parts before a total: "7 in Lyon, 9 in Nice and 5 in Metz, 22 in all"."""
    total = row[at]
    if at < 2:
        return []
    if not (_TOTAL_AFTER.match(passage.after(total.claim)) or _TOTAL_BEFORE.search(passage.before(total.claim))):
        return []
    first = at - 1
    while first > max(at - MOST, 0) and _LINK.fullmatch(passage.between(row[first - 1].claim, row[first].claim)):
        first -= 1
    parts = list(row[first:at])
    if len(parts) < 2 or not _LAST_LINK.search(passage.between(parts[-2].claim, parts[-1].claim)):
        return []
    gap = passage.between(parts[-1].claim, total.claim)
    start, end = parts[0].claim.span.start, parts[-1].claim.span.end
    if re.search(r"\b(?:either|one of)\b", passage.view[max(start - 20, 0) : end]):
        return []
    return parts if len(gap) <= 60 and not re.search(r"[.:()]", gap) else []


def _parts_after(passage: Passage, row: Sequence[Sum], at: int) -> list[Sum]:
    """The parts after a total: "22 people: 7 men, 9 women and 6 children"."""
    head = at
    if at + 2 < len(row) and row[at + 1].unit == "%" and _OF_WHOLE.search(passage.before(row[at + 2].claim, 12)):
        # "2,600 jobs, or 8% of its 32,500 workers: 1,100 in ..." lists the jobs, not the workers.
        head = at + 2
    elif _OF_WHOLE.search(passage.before(row[at].claim, 12)) and not (
        at + 1 < len(row) and _MADE_OF.fullmatch(passage.between(row[at].claim, row[at + 1].claim))
    ):
        return []
    if head + 2 >= len(row) or not _LEADS.fullmatch(passage.between(row[head].claim, row[head + 1].claim)):
        return []
    last = head + 1
    while last + 1 < min(len(row), head + MOST) and _LINK.fullmatch(
        passage.between(row[last].claim, row[last + 1].claim)
    ):
        last += 1
        if _LAST_LINK.search(passage.between(row[last - 1].claim, row[last].claim)):
            break
    parts = list(row[head + 1 : last + 1])
    gap = passage.between(row[head].claim, row[head + 1].claim)
    if (listed := gap.rstrip().endswith(",")) and _SIBLING.search(gap):
        return []
    if listed and not (
        (row[head].unit in _CROWD or not row[head].unit) and all(part.unit in _KINDS_OF_PERSON for part in parts)
    ):
        return []
    if len(parts) < 2 or not _LAST_LINK.search(passage.between(parts[-2].claim, parts[-1].claim)):
        return []
    return parts if _STOPS.match(passage.after(parts[-1].claim, 80)) else []


def _summed_up(passage: Passage, parts: Sequence[Sum], total: Sum) -> Finding | None:
    """A total that opens a sentence after a list: "Seven died in Lyon and nine in Nice. In all, 22 were killed"."""
    if len(parts) < 3 or not _SUMS_UP.fullmatch(passage.before(total.claim)):
        return None
    gaps = [passage.between(one.claim, other.claim) for one, other in pairwise(parts)]
    if not all(map(_LINK.fullmatch, gaps)) or not _LAST_LINK.search(gaps[-1]):
        return None
    return _judge(passage, total, parts)


def _judge(passage: Passage, total: Sum, parts: Sequence[Sum]) -> Finding | None:
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
        added = added + _reading(part)
    stated = _reading(total)
    if total.unit == "%":
        stated = stated.spread(Decimal(1))
    if added.meets(stated):
        return None
    added_up = sum((part.value for part in parts), Decimal(0))
    unit = f" {total.unit}" if MONEY.fullmatch(total.unit) or total.unit == "%" else ""
    return _unequal(total, parts, added_up, unit)


def _unequal(total: Sum, parts: Sequence[Sum], exact: Decimal, unit: str) -> Finding:
    line = " + ".join(shown(part.value) for part in parts)
    return Finding(
        check=CHECK.name,
        severity=Severity.ERROR,
        claims=(total.claim.key, *(part.claim.key for part in parts)),
        message=f"The parts add up to {shown(exact)}{unit}, not “{total.claim.quote}”.",
        arithmetic=(f"{line} = {shown(exact)}{unit}", f"the text says {shown(total.value)}{unit}"),
        tolerance="Rounding of the parts and of the total; none where counts are written out.",
        suggestion=f"{shown(exact)}{unit} would fit, if every part is listed.",
    )


def _too_many(passage: Passage, row: Sequence[Sum]) -> Iterator[Finding]:
    """Groups that exclude each other and together are more than the whole they are of."""
    for at in range(len(row) - 2):
        total, parts = row[at], [row[at + 1]]
        while at + len(parts) + 1 < len(row) and len(parts) < MOST:
            following = row[at + len(parts) + 1]
            if not _LINK.fullmatch(passage.between(parts[-1].claim, following.claim)):
                break
            parts.append(following)
        if len(parts) < 2 or any(item.amount.bound != "=" for item in (total, *parts)):
            continue
        gap = passage.between(total.claim, parts[0].claim)
        jury = gap == ", " and re.search(
            r"\b(?:jury|panel|crew|team|group) of $", passage.before(total.claim, 12), re.I
        )
        named = (_INCLUDING.fullmatch(gap) or jury) and any(
            all(part.unit in group for part in parts) for group in _APART
        )
        before = passage.before(total.claim, 12)
        voted = gap == ", " and re.search(r"\bof (?:the |its |all )?$", before, re.I) is not None
        done = re.search(r"\bof (?:the |its |all )?$", before, re.I) is not None and _done(passage, gap, parts)
        voted = voted and all(_VOTE.match(passage.after(part.claim, 40)) for part in parts)
        exact = sum((part.value for part in parts), Decimal(0))
        if (named or voted or done) and exact > total.value:
            yield _unequal(total, parts, exact, "")


def _done(passage: Passage, gap: str, parts: Sequence[Sum]) -> bool:
    """Whether parts end differently, each once: "40 were rescued, 15 died and 8 are missing", "20 went to Labour"."""
    last = passage.between(parts[-2].claim, parts[-1].claim)
    if re.fullmatch(r"(?: [a-z]+){0,3}, ", gap) is None or re.search(
        r"\b(?:leaving|left|leaves|other|remaining)\b", last
    ):
        return False
    after = [passage.after(part.claim, 40) for part in parts]
    ends = [next((at for at, fate in enumerate(_FATES) if fate.match(words)), None) for words in after]
    if None not in ends and len(set(ends)) == len(ends):
        return True
    goes = [match and (match[1], match[2]) for match in map(_GOES_TO.match, after)]
    return all(goes) and len({to[0] for to in goes if to}) == 1 and len(set(goes)) == len(goes)


_FATES = (
    re.compile(r" (?:[a-z]+ )?(?:were |was )?(?:killed|dead|died|drowned)\b"),
    re.compile(r" (?:[a-z]+ )?(?:were |was |have been )?(?:rescued|saved|survived|alive|unhurt)\b"),
    re.compile(r" (?:[a-z]+ )?(?:are |is |were |remain |still )*(?:missing|unaccounted)\b"),
)
_GOES_TO = re.compile(r"(?: [a-z]+){0,2} (to|in|by) (?:the )?([A-Z]\w+)")


def _of_one_kind(items: Sequence[Sum]) -> bool:
    units = {item.unit for item in items if item.unit}
    bound = {unit for unit in units if MONEY.fullmatch(unit) or unit == "%" or "/" in unit or unit in _MEASURES}
    if not bound:
        return True
    return len(units) == 1 and all(item.unit for item in items)


_MEASURES = frozenset(
    "metre kilometre centimetre millimetre mile inch foot yard gram kilogram tonne ton ounce pound-mass litre gallon "
    "barrel acre hectare celsius fahrenheit degree point year month week day hour minute second".split()
) | {"percentage point"}


def _reading(item: Sum) -> Interval:
    """Every number that would be written so; a count written out is meant to its last digit."""
    size = step(item.value, item.claim.quote)
    exact = item.value == item.value.to_integral() and size <= 1 and "." not in item.claim.quote
    return Interval.exact(item.value) if exact else Interval.exact(item.value).spread(size * HALF)


CHECK = Check("sum", "Parts and totals", look)
