"""Two sums for one thing: a headline and its story, or "the $3.2bn bridge" and "the $2.3bn bridge".

Formula: the headline's amount is looked for among the story's amounts of the same unit, singly and added; for named
things the amounts before the same noun are compared; "the 3,100 jobs" and "the £54m project" are looked for among the
amounts told before. Units: those of the amounts. Tolerance: every number that would
be written with the same digits, all ending zeros taken as rounding. Between a headline and its story
a slip is reported (digits exchanged, or a power of ten), and of counted things any difference where each has one
number.
Of things that "the" refers back to only exchanged digits are reported, where the number told stands nowhere else.
Silent: bounds ("at least"), other dates, updates ("later raised to"), several things of one name, sums of parts.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from factcheck.checks import Check
from factcheck.checks.contradiction.headline import headlined
from factcheck.kinds.amount.plurals import lemma
from factcheck.kinds.amount.tables import MEASURES
from factcheck.model import Article, Claim, Finding, Severity
from factcheck.passage import MONEY, Passage, Sum, passage_of, sums_of
from factcheck.sums import shown

_HEADLINE = re.compile(r"\s*([^\n]{10,160}[^\s.!?:,;…])[ \t]*\n\s*\S")
_WORD = re.compile(r"[A-Za-z]{3,}")
_PLAIN = frozenset(
    "the and for was has are its but not had all one two who out off new about after against also among around "
    "been before billion both could during each every first from have into just last "
    "less made make many million more most near nearly next only other over percent said says some such than "
    "that their "
    "them then there these they this those thousand through total under until were what when where which while "
    "will with "
    "would year years people".split()
)
_ITS = re.compile(r"\b(?:the|its|this|their) (?:new |controversial |planned |proposed |huge |giant )?$", re.I)
_NOUN = re.compile(
    r"[ -](?:[a-z]+ )?(bridge|budget|tunnel|stadium|dam|fine|prize|ransom|bailout|railway|airport|pipeline|tower|"
    r"hospital|"
    r"rescue package|settlement|takeover|merger|arena|museum|factory|ferry|highway|terminal|theatre|library|"
    r"headquarters|telescope|satellite|yacht)\b"
)
_UPDATE = re.compile(
    r"\b(?:later|raised|revised|initial\w*|original\w*|up from|down from|instead|once|previous\w*|earlier|another|"
    r"second|"
    r"other|each|former|rival|also|compared|new estimate|correct\w*|last year|next year|first)\b",
    re.I,
)
_BACK = re.compile(
    r"\b(?:[Tt]he|[Aa]ll|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Tt]hese|[Tt]hose|"
    r"[Tt]his|[a-z]+['’]s)(?: the)? (?:[a-z]+ )?$"
)
_ATTRIBUTE = re.compile(
    r"[ -](?!of\b|in\b|for\b|to\b|on\b|at\b|from\b|by\b|and\b|or\b|was\b|is\b|were\b|"
    r"are\b)([a-z]{3,})\b"
)
_BACK_OF = re.compile(r"\b[Tt]he (?:[a-z]+ )?(toll|price|cost|bill|fine|loss|debt|deficit|payment|total) of $")
"""What takes up a number told before by its name: "the death toll of 34"."""
_OF_ITS = re.compile(
    r" of (?:the|its|their|his|her|these|those) (?:[\w-]+['’]s? )?(?P<noun>[a-z]+s|people|"
    r"men|women|children)\b"
)
_NARROWED = re.compile(
    r"(?:[ -][a-z]{3,})? (?:of|in|at|from|on|near|for) (?!(?:the )?(?:year|whole|all|"
    r"question)\b)(?!the\b)"
)
_APART = re.compile(
    r"\b(?:another|other|others|first|second|third|remaining|rest|later|raised|revised|correct\w*|"
    r"from(?= [£$€\d])|rose|"
    r"fell|up|down|"
    r"grew|cut(?! (?:power|off)\b)|previous\w*|earlier|initial\w*|original\w*|last year|next year|each|per|average|"
    r"former|instead|"
    r"compared|than|rivals?|own|neighbour\w*|competitor\w*|"
    r"against|while|whereas|mistake\w*|wrong\w*|not)\b",
    re.I,
)
_SCOPE = re.compile(r"\b(?:this|next|last) (?:year|month|week)\b|\bso far\b|\bof them\b")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
LATELY = 3000
"""How many characters before a reference are looked through for the word it takes up."""
MOST = 24
"""How many amounts of a story a headline's amount is held against: more of them are a table."""


def look(article: Article, claims: Sequence[Claim]) -> Iterator[Finding]:
    """Amounts that another statement of the same thing denies."""
    sums = [item for item in sums_of(claims) if item.is_single and item.value > 0]
    if len(sums) < 2:
        return
    passage = passage_of(article)
    found = [*_headline(passage, sums), *_named(passage, sums)]
    if not found:
        found = [*headlined(passage, sums)]
    yield from found
    pairs = {frozenset(finding.claims) for finding in found}
    yield from (finding for finding in _referred(passage, sums) if frozenset(finding.claims) not in pairs)


def _headline(passage: Passage, sums: Sequence[Sum]) -> Iterator[Finding]:
    match = _HEADLINE.match(passage.view)
    if match is None:
        return
    end = match.end(1)
    topic = _stems(match[1])
    body: dict[str, list[Sum]] = {}
    for item in sums:
        if item.claim.span.start >= end:
            body.setdefault(item.unit, []).append(item)
            if item.unit.islower() and item.value >= 100:
                body.setdefault("", []).append(item)
    for item in sums:
        if item.claim.span.end > end:
            return
        rivals = body.get(item.unit, [])
        if (
            item.unit == "%"
            or (not item.unit and item.value < 100)
            or item.amount.bound != "="
            or not rivals
            or len(rivals) > MOST
            or _is_said(item, rivals)
        ):
            continue
        for rival in rivals:
            index = passage.sentence_of(rival.claim)
            words = passage.words_of(index)
            shared = (topic & _stems(words)) - _stems(item.unit)
            if (
                rival.amount.bound == "="
                and not _SCOPE.search(passage.after(rival.claim, 40))
                and len(shared) >= 2
                and _slip(item.value, rival.value)
                and not _UPDATE.search(words)
            ):
                yield _finding(item, rival, _slip(item.value, rival.value), "The headline")
                break


def _stems(words: str) -> set[str]:
    """The words of substance, without the endings of plural and past."""
    return {re.sub(r"(?:ed|s)$", "", word) for word in _WORD.findall(words.lower())} - _PLAIN


def _is_said(item: Sum, rivals: Sequence[Sum]) -> bool:
    """Whether the story has the amount, alone or as a sum of two or of all of its own."""
    wanted = item.interval(loose=True)
    if any(wanted.meets(rival.interval(loose=True)) for rival in rivals):
        return True
    added = [one.value + other.value for one, other in combinations(rivals, 2)]
    return any(map(wanted.holds, [*added, sum((rival.value for rival in rivals), Decimal(0))]))


def _slip(one: Decimal, other: Decimal) -> str:
    """The slip that turns one number into the other, or nothing."""
    first, second = (format(value.normalize(), "f") if value.adjusted() < 30 else "" for value in (one, other))
    if not first or "." in first + second:
        first, second = first.replace(".", "").strip("0"), second.replace(".", "").strip("0")
    if len(first) == len(second) >= 3 and first != second and sorted(first) == sorted(second):
        return "the same digits in another order"
    if first.strip("0") == second.strip("0") and len(first.strip("0")) >= 2:
        return "the same digits, a power of ten apart"
    return ""


def _named(passage: Passage, sums: Sequence[Sum]) -> Iterator[Finding]:
    """Things with one name and two prices."""
    seen: dict[tuple[str, str], Sum] = {}
    for item in sums:
        if not MONEY.fullmatch(item.unit) or not _ITS.search(passage.before(item.claim, 40)):
            continue
        noun = _NOUN.match(passage.after(item.claim, 60))
        if noun is None:
            continue
        key = item.unit, noun[1]
        rival = seen.setdefault(key, item)
        if rival is item or rival.interval(loose=True).meets(item.interval(loose=True)):
            continue
        sentences = [passage.words_of(passage.sentence_of(one.claim)) for one in (rival, item)]
        years = [set(_YEAR.findall(sentence)) for sentence in sentences]
        if any(map(_UPDATE.search, sentences)) or (years[0] and years[1] and years[0] != years[1]):
            continue
        if "=" not in (item.amount.bound, rival.amount.bound):
            continue
        yield _finding(item, rival, _slip(item.value, rival.value), f"The {noun[1]}")


def _referred(passage: Passage, sums: Sequence[Sum]) -> Iterator[Finding]:
    """What "the" refers back to with its digits exchanged: "212 volunteers ... all 122 of its volunteers"."""
    of_unit: dict[str, list[Sum]] = {}
    for item in sums:
        of_unit.setdefault(item.unit, []).append(item)
    for item in sums:
        before = passage.before(item.claim, 40)
        if item.amount.bound != "=" or item.value < 10:
            continue
        named = _BACK_OF.search(before)
        if named is None and not _BACK.search(before[-24:]):
            continue
        thing = named[1] if named else _thing(passage, item)
        if not thing:
            continue
        unit = item.unit or ("" if named else thing)
        if len(of_unit.get(unit, ())) > MOST:
            continue
        alike = [other for other in of_unit.get(unit, ()) if other is not item]
        if any(other.value == item.value for other in alike):
            continue
        told = [
            other for other in alike if other.claim.span.start < item.claim.span.start and _is_exchanged(item, other)
        ]
        places = {passage.sentence_of(other.claim) for other in told} - {passage.sentence_of(item.claim)}
        if len({other.value for other in told}) != 1 or len(places) != len(told):
            continue
        if _NARROWED.match(passage.after(item.claim, 60)):
            continue
        rival = told[-1]
        words = [passage.words_of(passage.sentence_of(one.claim)) for one in (rival, item)]
        years = [set(_YEAR.findall(sentence)) for sentence in words]
        if any(map(_APART.search, words)) or (years[0] and years[1] and years[0] != years[1]):
            continue
        money = MONEY.fullmatch(item.unit) is not None
        if (named or item.unit in MEASURES) and thing not in _stems(words[0]):
            continue
        if rival.amount.bound != "=" or (
            money and thing not in _stems(passage.view[: item.claim.span.start][-LATELY:])
        ):
            continue
        yield _finding(item, rival, _slip(item.value, rival.value) or "two digits exchanged", "The text")


def _thing(passage: Passage, item: Sum) -> str:
    """What "the" goes with: the things counted, or the noun that an amount of money is put before."""
    if item.unit.islower() and item.unit not in MEASURES and item.unit not in ("point", "year", "degree"):
        return item.unit
    if not item.unit and (whose := _OF_ITS.match(passage.after(item.claim, 60))) is not None:
        return lemma(whose["noun"])
    after = passage.after(item.claim, 24)
    match = _ATTRIBUTE.match(after) if MONEY.fullmatch(item.unit) or item.unit in MEASURES else None
    if match is None and item.unit in MEASURES:
        match = re.match(r" of ([a-z]{3,})\b", after)
    return next(iter(_stems(match[1])), "") if match else ""


def _is_exchanged(one: Sum, other: Sum) -> bool:
    """Whether two numbers have the same digits in another order, the same in number."""
    first, second = (format(item.value.normalize(), "f").replace(".", "").strip("0") for item in (one, other))
    if one.value.adjusted() != other.value.adjusted():
        return False
    return first != second and len(first) == len(second) >= 2 and sorted(first) == sorted(second)


def _finding(accused: Sum, rival: Sum, slip: str, what: str) -> Finding:
    return Finding(
        check=CHECK.name,
        severity=Severity.WARNING,
        claims=(accused.claim.key, rival.claim.key),
        message=f"{what} has “{accused.claim.quote}” here and “{rival.claim.quote}” elsewhere.",
        arithmetic=(f"{shown(accused.value)} / {shown(rival.value)} = {shown(accused.value / rival.value)}",),
        tolerance="Rounding of both numbers; sums of two or of all parts would have been accepted.",
        suggestion=f"{shown(rival.value)} {rival.unit} would fit: {slip}." if slip else "",
    )


CHECK = Check("contradiction", "Two sums for one thing", look)
