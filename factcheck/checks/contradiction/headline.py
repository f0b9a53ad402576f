"""A headline's number against the one number that its story has for the same thing."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from factcheck.model import Finding, Severity
from factcheck.passage import MONEY, Passage, Sum
from factcheck.sums import shown

_LINE = re.compile(r"\s*([^\n]{10,160}[^\s.!?:,;…])[ \t]*\n\s*\S")
_WORD = re.compile(r"[A-Za-z]{3,}")
_ENDING = re.compile(r"(?:ing|ed|es|s|e|y)$")
_PLAIN = frozenset(
    "the and for was has are its but not had all one two who out off new about after against also among around been "
    "before both could during each every first from have into just last less made make many more most near nearly next "
    "only other over percent said says some such than that their them then there these they this those through total "
    "under until were what when where which while will with would year years people monday tuesday wednesday thursday "
    "friday saturday sunday million billion".split()
)
_FATES = (
    re.compile(r"\b(?:kill\w*|die[sd]?|dead|deaths?|drown\w*|fatal\w*|toll)\b", re.I),
    re.compile(r"\b(?:hurt\w*|injur\w*|wound\w*)\b", re.I),
    re.compile(r"\b(?:arrest\w*|held|detain\w*)\b", re.I),
    re.compile(r"\b(?:flee\w*|fled|evacuat\w*|displac\w*)\b", re.I),
    re.compile(r"\b(?:missing)\b", re.I),
    re.compile(r"\b(?:rescu\w*|saved)\b", re.I),
)
_UNSURE = re.compile(
    r"\b(?:this year|next year|last year|this month|last month|so far|of them|later|rais\w+|revis\w+|initial\w*|"
    r"original\w*|at first|first|another|more|other|others|earlier|previous\w*|correct\w*|each|per|average|up to|"
    r"at least|"
    r"including|phase|stage|already|remaining|rest|second|extra|additional|further|instead)\b",
    re.I,
)
_NUMBER = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|some|several|"
    r"(?!(?:19|20)\d\d\b)\d+)\b",
    re.I,
)
_ABROAD = re.compile(r" (?:in|at|from|across) [A-Z]")
"""Another number beside the story's, or a place behind it: the headline may count more, or elsewhere."""
LEAD = 600
"""Where the story's number must stand: in so many characters after the headline."""


def headlined(passage: Passage, sums: Sequence[Sum]) -> Iterator[Finding]:
    """The headline's only number of a thing that the story tells with one other number, and never with this one."""
    match = _LINE.match(passage.view)
    if match is None or _UNSURE.search(match[1]):
        return
    end = match.end(1)
    title = [item for item in sums if item.claim.span.end <= end]
    story = [item for item in sums if item.claim.span.start >= end]
    topic = _stems(match[1])
    for item in title:
        kind = _kind(passage, item, match[1])
        rivals = [other for other in story if _kind(passage, other) == kind] if kind else []
        if not rivals or len({other.value for other in rivals}) != 1 or item.amount.bound != "=":
            continue
        if sum(1 for other in title if _kind(passage, other, match[1]) == kind) != 1:
            continue
        rival = rivals[0]
        wide = item.interval(loose=True)
        if any(wide.meets(other.interval(loose=True)) for other in story if other.value):
            continue
        counts = [other.value for other in story if other.is_single][:24]
        if any(map(wide.holds, [*(one + two for one, two in combinations(counts, 2)), sum(counts, Decimal(0))])):
            continue
        words = passage.words_of(passage.sentence_of(rival.claim))
        if rival.amount.bound != "=" or rival.claim.span.start > end + LEAD or _UNSURE.search(words):
            continue
        rest = passage.before(rival.claim, 300) + "|" + passage.after(rival.claim, 300)
        if _NUMBER.search(rest) or _ABROAD.match(passage.after(rival.claim, 30)):
            continue
        if not kind.startswith("!") and kind != "magnitude" and not _done_alike(passage, item, rival):
            continue
        shared = (topic & _stems(words)) - _stems(item.unit) - _stems(rival.unit)
        if len(shared) >= (1 if kind.startswith("!") or kind == "magnitude" else 2):
            yield _finding(item, rival)
            return


def _done_alike(passage: Passage, item: Sum, rival: Sum) -> bool:
    """Whether the headline's verb before its number stands before the story's number too: "recalls 60,000 vans"."""
    verb = re.search(r"([a-z]{3,}) $", passage.before(item.claim, 20))
    return verb is not None and bool(_stems(verb[1]) & _stems(passage.before(rival.claim, 30)))


def _kind(passage: Passage, item: Sum, title: str = "") -> str:
    """What an amount counts, where that can be told: a thing, or what befell people ("!0" for their deaths)."""
    if item.unit in ("", "person"):
        if item.value != item.value.to_integral() or item.value < 1:
            return ""
        if title:
            fates = [at for at, fate in enumerate(_FATES) if fate.search(title)]
            beside = passage.before(item.claim, 14) + "|" + passage.after(item.claim, 14)
        else:
            beside = passage.before(item.claim, 16) + "|" + re.split(r"[,;:]", passage.after(item.claim, 40))[0]
            fates = [at for at, fate in enumerate(_FATES) if fate.search(beside)]
        if len(fates) != 1 or not _FATES[fates[0]].search(beside):
            return ""
        return f"!{fates[0]}"
    if MONEY.match(item.unit) or item.unit == "%" or "/" in item.unit or item.unit in _VAGUE:
        return ""
    return item.unit


_VAGUE = frozenset("year month week day hour minute point percentage degree metre kilometre mile magnitude".split()) - {
    "magnitude"
}


def _stems(words: str) -> set[str]:
    return {_ENDING.sub("", word) for word in _WORD.findall(words.lower()) if word not in _PLAIN}


def _finding(item: Sum, rival: Sum) -> Finding:
    return Finding(
        check="contradiction",
        severity=Severity.WARNING,
        claims=(item.claim.key, rival.claim.key),
        message=f"The headline has “{item.claim.quote}” here and “{rival.claim.quote}” elsewhere.",
        arithmetic=(f"{shown(item.value)} / {shown(rival.value)} = {shown(item.value / rival.value)}",),
        tolerance="Rounding of both numbers; sums of two or of all numbers of the story would have been accepted.",
        suggestion=f"{rival.claim.quote} would fit, if the story is right.",
    )
