"""The same digits for the same thing, ten, a hundred, a thousand or a million times apart.

Formula: two amounts of one unit with the same significant digits whose quotient is a power of ten. Units: those of the
amounts. Tolerance: none; what counts is that both speak of one thing: at least two words of substance in common near
both, or one that stands beside both amounts (beside one of them is enough for a factor of a thousand, million and
billion being easily exchanged); two significant digits, or three where the
factor is below a thousand; fewer where the later one says "the" of it. With three digits and a factor of a thousand
only the words beside the two amounts can make them amounts of two things.
Silent: one sentence, different years, changes ("up from", "raised to"), parts and comparisons.
"""

import re
from collections.abc import Iterator, Sequence

from factcheck.checks import Check
from factcheck.model import Article, Claim, Finding, Severity
from factcheck.passage import MONEY, Passage, Sum, passage_of, sums_of
from factcheck.slips import cause, readable
from factcheck.sums import shown

_WORD = re.compile(r"[A-Za-z]{4,}")
_PLAIN = frozenset(
    "about after again against also among around because been before being billion both city company could "
    "country cost "
    "costs during each every first from have having into just last less made make many million month months more "
    "most much "
    "near nearly next only other over people percent said same says some such than that their them then there "
    "these they "
    "this those thousand three through total trillion under until were what when where which while will with "
    "within worth "
    "would year years crore lakh dollars euros pounds yuan rupees spend spent paid including government according "
    "announced reported state states value amount".split()
)
_OF_ELSE = re.compile(r"(?<!cost )(?<!price )(?<!value )\b(?:for|of|into|on|near|by|at) (?:the|a|an|its) [a-z]+")
"""What an amount's thing is for or of: "the study for the project cost €2m" is no sum for the project."""
_PASSING = frozenset("worth valued would will cost costs could with that which said about nearly almost".split())
"""Words between an amount and the thing it is the amount of."""
_CHANGE = re.compile(
    r"\b(?:from|raised|rose|fell|grew|cut|up|down|later|revised|instead|not|earlier|initial\w*|original\w*|"
    r"compared|each|per|"
    r"apiece|average|share|part|portion|tenth|while|whereas|another|other|separate\w*|second|correct\w*|mistake\w*)\b",
    re.I,
)
_DEFINITE = re.compile(r"\b[Tt]he $")
_ELSEWHERE = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear) (?!a\b|an\b|all\b|total\b|damage\b)")
_IN_PLACE = re.compile(r"(?: [a-z]+)? (?:in|of|at|from|near|across) (?!the (?:year|whole)\b)")
_COST = re.compile(r"\b(?:costs?|price|bill|damage|budget|debts?|loss(?:es)?)\b", re.I)
_DEFINITE_OF = re.compile(r"\b[Tt]he ([a-z]{4,}) of $")
_THING = re.compile(r"[ -]([a-z]{4,})")
_ELSE = re.compile(
    r"\b(?:from|raised|rose|fell|grew|up|down|later|revised|instead|not|earlier|initial\w*|original\w*|"
    r"compared|each|per|"
    r"apiece|average|shares? of|part|portion|while|whereas|another|other|separate\w*|second|correct\w*|mistake\w*)\b",
    re.I,
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_POWERS = (10, 100, 1000, 1_000_000)
NEAR = 60
"""How many characters before and after an amount are looked at for what it speaks of."""


def look(article: Article, claims: Sequence[Claim]) -> Iterator[Finding]:
    """Amounts that are a power of ten apart from another statement of the same thing."""
    groups: dict[tuple[str, str], list[Sum]] = {}
    for item in sums_of(claims):
        digits = "".join(map(str, item.value.as_tuple().digits)).strip("0")
        if item.is_single and item.unit and item.unit != "%" and digits != "1" and item.value >= 10:
            groups.setdefault((item.unit, digits), []).append(item)
    passage = passage_of(article) if any(len(group) > 1 for group in groups.values()) else None
    if passage is None:
        return
    for (unit, digits), group in groups.items():
        values = {item.value for item in group}
        if len(values) != 2:
            continue
        yield from _apart(passage, unit, digits, group)


def _apart(passage: Passage, unit: str, digits: str, group: Sequence[Sum]) -> Iterator[Finding]:
    low, high = min(item.value for item in group), max(item.value for item in group)
    power = int(high / low)
    small, large = [[item for item in group if item.value == value] for value in (low, high)]
    if power not in _POWERS:
        return
    strict = len(digits) < (3 if power < 1000 else 2)
    for one in small:
        for other in large[:3]:
            if not _is_one_thing(passage, one, other, power, MONEY.match(unit) is None, strict):
                continue
            # The one said less often is doubted, then the later.
            few, many = (one, other) if len(small) < len(large) else (other, one)
            if len(small) == len(large) and one.claim.span > other.claim.span:
                few, many = one, other
            yield _finding(few, many, power)
            return


def _is_one_thing(passage: Passage, one: Sum, other: Sum, power: int, counted: bool, strict: bool) -> bool:
    places = [passage.sentence_of(item.claim) for item in (one, other)]
    if places[0] == places[1]:
        return False
    later = max(one, other, key=lambda item: item.claim.span)
    definite = _DEFINITE.search(passage.before(later.claim, 6)) is not None
    earlier = one if later is other else other
    named = _DEFINITE_OF.search(passage.before(later.claim, 30))
    if named is not None and named[1].rstrip("s") in _topic(passage, earlier):
        # "the damage of 26 million euros" after "put the damage at 260 million euros"
        around = [passage.before(item.claim, 30) + passage.after(item.claim, 20) for item in (one, other)]
        years = [set(_YEAR.findall(passage.words_of(place))) for place in places]
        if (
            not _ELSEWHERE.search(passage.words_of(passage.sentence_of(later.claim)))
            and not any(map(_ELSE.search, around))
            and not (years[0] and years[1] and not years[0] & years[1])
        ):
            return True
    sentences = [passage.words_of(place) for place in places]
    # "the 9,000 jobs" refers back: only what stands beside it can make it another thing.
    around = [passage.before(item.claim, 30) + passage.after(item.claim, 20) for item in (one, other)]
    digits = "".join(map(str, one.value.as_tuple().digits)).strip("0")
    surely = definite or (power >= 1000 and len(digits) >= 3)
    if any(map(_ELSE.search, around)) if surely else any(map(_CHANGE.search, sentences)):
        return False
    years = [set(_YEAR.findall(sentence)) for sentence in sentences]
    if years[0] and years[1] and not years[0] & years[1]:
        return False
    common = _topic(passage, one) & _topic(passage, other)
    if definite and (power >= 1000 or _thing(passage, one) == _thing(passage, other) != ""):
        if counted and power >= 1000 and len(digits) >= 2 and not _IN_PLACE.match(passage.after(later.claim, 30)):
            return True
        return not counted or bool(common) or all(map(_COST.search, around))
    if strict:
        return False
    others = {
        word.rpartition(" ")[2].rstrip("s")
        for item in (one, other)
        for word in _OF_ELSE.findall(passage.before(item.claim))
    }
    if power >= 1000 and not counted and (common - others) & (_beside(passage, one) | _beside(passage, other)):
        return True
    if common & _beside(passage, one) & _beside(passage, other):
        return True
    return len(common) + counted >= 2


def _thing(passage: Passage, item: Sum) -> str:
    """The noun that an amount is put before ("the $8m scheme") or, with counted things, the things."""
    match = _THING.match(passage.after(item.claim, 30))
    return item.unit if MONEY.match(item.unit) is None else match[1] if match else ""


def _topic(passage: Passage, item: Sum) -> set[str]:
    near = passage.before(item.claim, NEAR) + " " + passage.after(item.claim, NEAR)
    return {word.lower().rstrip("s") for word in _WORD.findall(near) if not word.endswith("ed")} - _PLAIN - {item.unit}


def _beside(passage: Passage, item: Sum) -> set[str]:
    """The nearest word of substance on either side of an amount."""
    sides = _OF_ELSE.sub(" ", passage.before(item.claim, 60))[-40:], passage.after(item.claim, 40)
    before, after = ([word for word in _WORD.findall(side) if word.lower() not in _PASSING] for side in sides)
    return {word.lower().rstrip("s") for word in before[-1:] + after[:1]}


def _finding(accused: Sum, other: Sum, power: int) -> Finding:
    high, low = max(accused.value, other.value), min(accused.value, other.value)
    why = cause(power, accused.claim.quote, other.claim.quote, unit=accused.unit)
    fit = f"{readable(other.value)} {accused.unit} would fit"
    return Finding(
        check=CHECK.name,
        severity=Severity.WARNING,
        claims=(accused.claim.key, other.claim.key),
        message=(
            f"“{accused.claim.quote}” and “{other.claim.quote}” have the same digits and are {power:,} times apart."
        ),
        arithmetic=(f"{shown(high)} / {shown(low)} = {power:,}",),
        tolerance="None, for the digits are the same and the words around both speak of one thing.",
        suggestion=f"{fit}: {why}." if why else f"{fit}.",
    )


CHECK = Check("magnitude", "Powers of ten", look, rank=1)
