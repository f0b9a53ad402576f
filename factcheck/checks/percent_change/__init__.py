"""A change in per cent against the two numbers that changed.

Formula: (end - start) / start * 100, taken without its sign. Units: per cent of the start; for two percentages also
percentage points; fractions in words ("a quarter") count as per cent.
Tolerance: every start and end that would be written with the same digits, one whole step of the percentage's last
digit, four and a half points for a fraction, and a sixth more where "about" or "more than" stands; for two
percentages relative change and points are both accepted.
Silent: annual rates, real terms, other bases ("up 20% on a year earlier"), and wherever the sentence's form does not
tie the percentage to the two numbers.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.checks import Check
from factcheck.checks.percent_change.moves import HEDGE, Move, moves
from factcheck.model import Article, Claim, Finding, Severity
from factcheck.passage import Part, Passage, Sum, part, passage_of, sums_of
from factcheck.sums import Interval, shown

_NOUN = (
    r"(?:rise|increase|jump|gain|growth|drop|fall|decline|decrease|reduction|cut|loss|surge|slump|change|hike|"
    r"improvement|climb|dip|leap|plunge)"
)
_VERB = (
    r"(?:rose|risen|rises?|rising|increas\w+|grew|grow\w*|jump\w*|climb\w*|surg\w+|soar\w*|gain\w*|leap\w*|"
    r"leapt|swell\w*|"
    r"expand\w*|advanc\w+|rallied|fell|fall\w*|drop\w*|declin\w+|decreas\w+|plung\w+|slump\w*|shrank|shrunk|shrink\w*|"
    r"cut\w*|reduc\w+|tumbl\w+|slid|slipp\w+|sank|sunk|dipp\w+|plummet\w*|slash\w*|contract\w*|up|down|"
    r"raised?|lower\w*|"
    r"boost\w*|swelled|edged up|edged down)"
)
_NEXT = re.compile(
    rf"[^,;.()]{{0,40}}\)?(?:,|, [a-z ]{{2,30}} said,| [-–—]|:) "
    rf"(?:or (?:by )?|(?:an? |the |(?:which|that) (?:is|was) an? |representing an? |marking an? )?(?:[a-z]+ )?"
    rf"{_NOUN} of |(?P<its>losing|shedding|gaining|adding) |(?:which|that) (?:is|was) |up (?:by )?|down (?:by )?|"
    rf"(?P<noun>an? )){HEDGE}",
    re.I,
)
_BRACKET = re.compile(rf"[^,;.()]{{0,30}} ?\((?:up |down |an? (?:{_NOUN} of )?|\+|-)?{HEDGE}", re.I)
_VERB_BEFORE = re.compile(rf"\b{_VERB}(?: \w+ly)?(?:(?: [a-z'’]+){{0,6}}? by| by)?(?: an?)? {HEDGE}$", re.I)
_WHEN = (
    r"(?: between \w+ and \w+| in (?:an?|one|two|three|five|ten) (?:year|month|week|decade)s?| (?:last|this) \w+|"
    r" in \w+| since \w+(?: \d+)?| year[ -]on[ -]year| on the year)?"
)
_PERCENT_FROM = re.compile(rf"(?: {_NOUN})?{_WHEN},? from {HEDGE}", re.I)
_PERCENT_TO = re.compile(rf"(?: {_NOUN})?{_WHEN},? to {HEDGE}", re.I)
_BY_VERB = re.compile(rf"\b(?P<verb>{_VERB})(?: by)?(?: another| a further)? {HEDGE}$", re.I)
_UPWARD = re.compile(
    r"ros|ris|increas|grew|grow|jump|climb|surg|soar|gain|leap|swell|expand|advanc|rall|up|"
    r"rais|boost",
    re.I,
)
_OR_STEP = re.compile(rf"(?:, or|,| \(|, which is| or) {HEDGE}|, {HEDGE}", re.I)
_STEP_TO = re.compile(rf"(?: a [a-z]+)?(?:,|\))? to {HEDGE}", re.I)
_UP = re.compile(rf"(?: [^,;.()]{{1,30}}?)?,? (?:(?:up|down)(?: by)?|an? {_NOUN} of|an?) {HEDGE}", re.I)
_AGAINST = re.compile(rf"(?: {_NOUN})? (?:from|on|compared with|compared to) (?:the )?{HEDGE}", re.I)
_COMPARED = re.compile(
    rf" (?:above|below|(?:higher|lower|more|less|fewer|better|worse|bigger|smaller|larger|dearer|cheaper|"
    rf"longer|shorter|"
    rf"greater) than|up on|down on|(?:premium|discount) (?:to|on|over)|short of|ahead of)"
    rf"(?: [^,;.()\d]{{0,40}})? {HEDGE}",
    re.I,
)
_STANDS = re.compile(
    rf"[^,;.()\d]{{0,30}}?(?:,| [-–—]|[–—]| \(| is| was| are| were| represents| represented)"
    rf"(?: (?:now|still|then|an?|or|which is|which was|that is|that was))* {HEDGE}",
    re.I,
)
_THAT_IS = re.compile(
    rf"(?:That|This|It|Which) (?:is|was|(?:represents|represented|marks|marked|amounts to|amounted to|means|meant|"
    rf"makes|made|equals)(?: it)?) (?:up |down )?(?:an? )?(?:{_NOUN} of )?{HEDGE}|(?:The|An?) {_NOUN} (?:is|was|of) "
    rf"{HEDGE}"
)
_THE_MOVE = re.compile(r"(?:The|This|That) ", re.I)
_MOVE_IS = re.compile(
    rf" (?:[a-z]+ )?{_NOUN} (?!in\b|of\b|for\b|on\b|from\b|to\b|at\b|among\b|over\b|since\b|last\b)[a-z]+"
)
"""What takes up the move just told: "The 20% increase takes effect"."""
_MORE = re.compile(r" (?:more|less|fewer|higher|lower|up|down|dearer|cheaper)(?=[.,;)]|$)", re.I)
_OF_THE = re.compile(r"\bof (?:the |its |their |all )$", re.I)
_BARE = re.compile(rf"[^,;.()\d]{{0,40}}(?:,| [-–—]|[–—]) (?:or )?{HEDGE}", re.I)
_OTHER_BASE = re.compile(
    r" (?:on|from|over|compared|year[- ]on|since|than|a year|annual|per|in real|after|of|each|every|higher|lower|"
    r"versus|vs)\b|[-/]",
    re.I,
)
_ITS_VALUE = re.compile(r" of (?:its|their|his|her|the) (?:value|worth|price|members|members?hip|staff|population)\b")
_NOUN_AFTER = re.compile(rf" (?:\w+ )?{_NOUN}\b", re.I)
_OTHER_TERMS = re.compile(
    r"\b(?:annuali[sz]ed|annually|a year on average|on average|averag\w+|adjusted|inflation|real terms|constant|"
    r"like-for-like|compound|organic|excluding|respectively|projected)\b",
    re.I,
)
_POINTS = ("percentage point", "point")
"""What two percentages are apart: "5.3%, down from 5.9%, a fall of 0.6 points"."""
_SIXTH = Decimal(1) / 6
FRACTION = Decimal("4.5")
"""How many points a fraction in words may be off."""


def look(article: Article, claims: Sequence[Claim]) -> Iterator[Finding]:
    """Percentages that the two numbers they speak of do not give."""
    percents = {"%", "percentage point"}
    sums = sums_of(claims)
    if not any(item.unit in percents or _is_fraction(item) for item in sums):
        return
    passage = passage_of(article)
    before: tuple[int, list[Sum]] = (-2, [])
    for index, row in passage.rows(sums):
        told = _told_next(passage, before[1], row[0]) if before[0] == index - 1 else None
        before = index, row
        if told is not None and not _OTHER_TERMS.search(passage.words_of(index - 1) + passage.words_of(index)):
            yield told
        if len(row) < 2 or not any(item.unit in percents or _is_fraction(item) for item in row):
            continue
        if _OTHER_TERMS.search(passage.words_of(index)):
            continue
        for percent, move in _stated(passage, row):
            if (finding := _judge(percent, move)) is not None:
                yield finding


def _stated(passage: Passage, row: Sequence[Sum]) -> Iterator[tuple[Sum, Move]]:
    """The percentages of a sentence, each with the move that its form ties it to."""
    for move in moves(passage, row):
        if move.last + 1 < len(row) and _follows(passage, row[move.last], row[move.last + 1]):
            yield row[move.last + 1], move
        elif move.first > 0 and _leads(passage, row[move.first - 1], row[move.first], move):
            yield row[move.first - 1], move
    yield from _by_and_to(passage, row)
    for at in range(len(row) - 2):
        end, percent, start = row[at : at + 3]
        if not (_is_change(percent) and end.is_single and start.is_single):
            continue
        between, after = passage.between(end.claim, percent.claim), passage.between(percent.claim, start.claim)
        if _UP.fullmatch(between) and _AGAINST.fullmatch(after):
            yield percent, Move(part(start), part(end), at, at + 2)

        elif (
            percent.unit != "percentage point"
            and not _OF_THE.search(passage.before(end.claim, 12))
            and "%" not in (end.unit, start.unit)
            and (end.unit == start.unit or (not start.unit and "the" in after.split()))
            and _STANDS.fullmatch(between)
            and _COMPARED.fullmatch(after)
        ):
            # "84 crowns, 28% above the close of 60 crowns"
            yield percent, Move(part(start), part(end), at, at + 2)


def _by_and_to(passage: Passage, row: Sequence[Sum]) -> Iterator[tuple[Sum, Move]]:
    """ "fell 18p to 64p, a drop of 30%" and "fell 30%, or 18p, to 64p": the start is the end and what was lost."""
    for at in range(len(row) - 2):
        one, two, three = row[at : at + 3]
        before, first = passage.before(one.claim, 40), passage.between(one.claim, two.claim)
        second = passage.between(two.claim, three.claim)
        if not all(item.is_single for item in (one, two, three)) or not (verb := _BY_VERB.search(before)):
            continue
        if one.unit == two.unit != "%" and _PERCENT_TO.fullmatch(first) and _is_change(three):
            step, end, percent = one, two, three
            told = _follows(passage, two, three)
        elif two.unit == three.unit != "%" and _is_change(one) and _OR_STEP.fullmatch(first):
            step, end, percent = two, three, one
            told = bool(_STEP_TO.fullmatch(second))
        else:
            continue
        start = end.value - step.value if _UPWARD.match(verb["verb"]) else end.value + step.value
        if told and step.unit and start > 0:
            from_ = part(end)._replace(value=start, quote=f"{start:f}", claim=step.claim)
            yield percent, Move(from_, part(end), at, at + 2)


def _told_next(passage: Passage, row: Sequence[Sum], percent: Sum) -> Finding | None:
    """What the next sentence says of the only move of a sentence: "That is a rise of 20%."."""
    if not _is_change(percent):
        return None
    before, after = passage.before(percent.claim), passage.after(percent.claim, 30)
    taken_up = _THE_MOVE.fullmatch(before) and _MOVE_IS.match(after)
    if not taken_up and not _THAT_IS.fullmatch(before):
        return None
    told = list(moves(passage, row))
    if len(told) != 1 or (not taken_up and _OTHER_BASE.match(after) and not _MORE.match(after)):
        return None
    return _judge(percent, told[0])


def _is_change(item: Sum) -> bool:
    return item.is_single and item.value > 0 and (item.unit == "%" or item.unit in _POINTS or _is_fraction(item))


def _is_fraction(item: Sum) -> bool:
    """Whether an amount is a fraction in words: "a quarter"."""
    return not item.unit and item.value < 1 and not re.search(r"\d", item.claim.quote)


def _follows(passage: Passage, last: Sum, percent: Sum) -> bool:
    """Whether a percentage after a move speaks of it: ", an increase of 20%", ", a 20% rise", "(20%)"."""
    if not _is_change(percent):
        return False
    gap, after = passage.between(last.claim, percent.claim), passage.after(percent.claim, 30)
    if _BRACKET.fullmatch(gap):
        return bool(re.match(rf"(?: (?:\w+ )?{_NOUN})?\)", after, re.I))
    if _BARE.fullmatch(gap) and _MORE.match(after):
        return True
    match = _NEXT.fullmatch(gap)
    if match is None or (match["noun"] and not _NOUN_AFTER.match(after)):
        return False
    if match["its"]:
        return re.match(r"[.,;]|$", after) is not None or _ITS_VALUE.match(after) is not None
    return match["noun"] is not None or _OTHER_BASE.match(after) is None


def _leads(passage: Passage, percent: Sum, first: Sum, move: Move) -> bool:
    """Whether a percentage before a move speaks of it: "rose 20% from A to B", "rose 20% to B from A"."""
    if not (_is_change(percent) and _VERB_BEFORE.search(passage.before(percent.claim, 60))):
        return False
    gap = passage.between(percent.claim, first.claim)
    return bool((_PERCENT_FROM if move.start.claim is first.claim else _PERCENT_TO).fullmatch(gap))


def _judge(percent: Sum, move: Move) -> Finding | None:
    start, end = move.start, move.end
    if not start.unit or not end.unit:
        start, end = start._replace(unit=start.unit or end.unit), end._replace(unit=end.unit or start.unit)
    if start.unit.partition("/")[0] != end.unit.partition("/")[0] or start.value <= 0 or end.value < 0:
        return None
    one, other = start.interval(), end.interval()
    if one.low <= 0:
        return None
    points = percent.unit in _POINTS
    if points and start.unit != "%":
        return None
    change = (other / one - Interval.exact(Decimal(1))).scaled(Decimal(100))
    accepted = [other - one] if points else [change]
    if start.unit == "%" and not points:
        accepted.append(other - one)
    said = _said(percent)
    if any(said.meets(way) or said.meets(way.scaled(Decimal(-1))) for way in accepted):
        return None
    return _finding(percent, start, end, points)


def _said(percent: Sum) -> Interval:
    """What the stated percentage may stand for."""
    if _is_fraction(percent):
        return Interval.exact(percent.value * 100).spread(FRACTION)
    whole = percent.interval()
    step = whole.high - whole.low
    bound, value = percent.amount.bound, percent.value
    low, high = value - step, value + step
    if bound in ("~", "<"):
        low -= value * _SIXTH
    if bound in ("~", ">"):
        high += value * _SIXTH
    return Interval(low, high)


def _finding(percent: Sum, start: Part, end: Part, points: bool) -> Finding:
    difference = end.value - start.value
    actual = difference if points else difference / start.value * 100
    unit = "percentage points" if points else "%"
    line = f"{shown(end.value)} - {shown(start.value)} = {shown(difference)}"
    if not points:
        line = f"({shown(end.value)} - {shown(start.value)}) / {shown(start.value)} = {shown(actual)} %"
    level = end.value / start.value * 100
    suggestion = f"{shown(abs(actual), 3)} {unit} would fit."
    if not points and abs(level - percent.value) < 1 and actual > 0:
        suggestion = (
            f"{shown(abs(actual), 3)} % would fit: {shown(percent.value)} % is the new level, not the increase."
        )
    elif not points and end.value and abs(abs(difference) / end.value * 100 - percent.value) < 1:
        suggestion = (
            f"{shown(abs(actual), 3)} % would fit: {shown(percent.value)} % is relative to the end, not the start."
        )
    others = tuple(dict.fromkeys((start.claim.key, end.claim.key)))
    return Finding(
        check=CHECK.name,
        severity=Severity.WARNING if percent.amount.bound != "=" else Severity.ERROR,
        claims=(percent.claim.key, *others),
        message=(
            f"From {shown(start.value)} to {shown(end.value)} is a change of {shown(abs(actual), 3)} {unit}, "
            f"not “{percent.claim.quote}”."
        ),
        arithmetic=(line, f"the text says {percent.claim.quote}"),
        tolerance="Rounding of all three numbers, a sixth more where a word like “about” stands.",
        suggestion=suggestion,
    )


CHECK = Check("percent-change", "Changes in per cent", look)
