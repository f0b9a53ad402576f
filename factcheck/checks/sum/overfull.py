"""Parts that exclude each other and together are more than the whole they are of."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.checks.sum.totals import LINK, MOST, reading, unequal
from factcheck.model import Finding
from factcheck.passage import MONEY, Passage, Sum
from factcheck.sums import Interval

_OF_WHICH = re.compile(r"[^.;:()\d]{0,60}, of which (?:[a-z]+ ){0,2}")
_GIVEN_TO = re.compile(r"(?: (?:was|were|is|will be|has been))?(?: [a-z]+)? (?:to|for|on|towards?) \w")
_FATES = (
    re.compile(r" (?:[a-z]+ )?(?:were |was )?(?:killed|dead|died|drowned)\b"),
    re.compile(r" (?:[a-z]+ )?(?:were |was |have been )?(?:rescued|saved|survived|alive|unhurt)\b"),
    re.compile(r" (?:[a-z]+ )?(?:are |is |were |remain |still )*(?:missing|unaccounted)\b"),
)
_GOES_TO = re.compile(r"(?: [a-z]+){0,2} (to|in|by) (?:the )?([A-Z]\w+)")
_APART = (
    frozenset("man woman child boy girl".split()),
    frozenset("soldier officer civilian policeman militant rebel fighter".split()),
    frozenset("democrat republican independent".split()),
)
"""Groups of whose members nobody belongs to two."""
_INCLUDING = re.compile(r",? (?:including|include|includes|among them)(?: also)? | \((?:including|among them) ", re.I)
_VOTE = re.compile(r"[^\d.;]{0,24}?\b(?:in favou?r|for|against|abstain\w*|absent|yes|no|yea|nay)\b", re.I)

_SEATED = frozenset("member seat councillor councilor senator commissioner judge juror trustee director deputy".split())
_DECIDES = re.compile(
    r"[^.;:()\d]{0,60}\b(?:approved|voted|passed|rejected|backed|adopted|endorsed|decided|agreed|elected|ruled)\b"
    r"[^.;:()\d]{0,50}?(?: by| by a vote of|,)? "
)
_TO_SO_MANY = re.compile(r" to |-|–")
_ABSTAINING = re.compile(r",? (?:with|and) |, ")


def overfull(passage: Passage, row: Sequence[Sum]) -> Iterator[Finding]:
    """Groups that exclude each other and together are more than the whole they are of."""
    yield from _outvoted(passage, row)
    for at in range(len(row) - 2):
        total, parts = row[at], [row[at + 1]]
        while at + len(parts) + 1 < len(row) and len(parts) < MOST:
            following = row[at + len(parts) + 1]
            if not LINK.fullmatch(passage.between(parts[-1].claim, following.claim)):
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
            yield unequal(total, parts, exact, "")
        elif _OF_WHICH.fullmatch(gap) and len(parts) >= 3 and _shared_out(passage, total, parts):
            yield unequal(total, parts, exact, f" {total.unit}")


def _outvoted(passage: Passage, row: Sequence[Sum]) -> Iterator[Finding]:
    """More votes than members: "the board of 13 members approved it by 10 votes to 2, with two abstentions"."""
    for body, ayes, noes, *more in (row[at : at + 4] for at in range(len(row) - 2)):
        if body.unit.rpartition(" ")[2] not in _SEATED or {ayes.unit, noes.unit} - {"vote", ""} or ayes.unit != "vote":
            continue
        if not _DECIDES.fullmatch(passage.between(body.claim, ayes.claim)):
            continue
        if not _TO_SO_MANY.fullmatch(passage.between(ayes.claim, noes.claim)):
            continue
        parts = [ayes, noes]
        if more and more[0].unit == "abstention" and _ABSTAINING.fullmatch(passage.between(noes.claim, more[0].claim)):
            parts.append(more[0])
        if any(item.amount.bound != "=" for item in (body, *parts)):
            continue
        votes = sum((part.value for part in parts), Decimal(0))
        if votes > body.value:
            yield unequal(body, parts, votes, "")


def _shared_out(passage: Passage, total: Sum, parts: Sequence[Sum]) -> bool:
    """Whether more of a sum of money goes to several ends than there was, whatever was rounded."""
    if not MONEY.fullmatch(total.unit) or any(part.unit != total.unit for part in parts):
        return False
    if any(_GIVEN_TO.match(passage.after(part.claim, 40)) is None for part in parts):
        return False
    added = sum(map(reading, parts), Interval.exact(Decimal(0)))
    return added.low > reading(total).high


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
