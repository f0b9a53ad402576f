"""Matches won, drawn and lost, what is left of money taken in, and tolls that more deaths raise."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.checks.sum.differences import judge
from factcheck.model import Finding, Severity
from factcheck.passage import MONEY, Passage, Sum, ends, part
from factcheck.sums import shown

_WON = re.compile(r"\b(?:won|wins|winning|victories) (?:just |only )?$|\bwon (?:just |only )?$", re.I)
_DREW = re.compile(r"\b(?:drew|drawn|drawing|tied) (?:just |only |the other )?$", re.I)
_LOST = re.compile(r"\b(?:lost|losing) (?:just |only |the other )?$", re.I)
_OUTCOMES = (_WON, _DREW, _LOST)
_PLAYED = frozenset(("match", "game", "fixture", "test", "bout", "fight"))
_NOUNS = (frozenset(("win", "victory")), frozenset(("draw", "tie")), frozenset(("defeat", "loss")))
_ABROAD = re.compile(r"(?: [a-z]+)? (?:on the road|away|at home|there|by|since|under|against)\b")
_INCOME = re.compile(
    r"\b(?:revenues?|sales|turnover|income|receipts|takings) (?:was |were |came to |totall?ed |of )$", re.I
)
_COSTS = re.compile(
    r"(?: [a-z]+)?,? (?:and|against|with|while) (?:its |their |total |operating )?"
    r"(?:costs?|spending|expenses|expenditure|outgoings|outlays) (?:was |were |came to |totall?ed |of )",
    re.I,
)
_LEFT = re.compile(
    r"(?: [a-z]+)?(?:,? leaving| left| leaves|,? giving|,? for|,? meaning)(?: it| them|"
    r" the [a-z]+)?(?: with)? an? (?:[a-z]+ )?"
    r"(?:profit|surplus|loss|deficit|gap|shortfall) of ",
    re.I,
)
_TAXED = re.compile(r"\b(?:tax|net|pre-tax|interest|after|before|adjusted|one-off)\b", re.I)
_MORE = re.compile(r"\b(?:more|another|further|additional|other)\b", re.I)
_RAISES = re.compile(
    r"[^.;:()\d]{0,60}\b(?:taking|bringing|raising|lifting|pushing) (?:the|its|their)(?: [a-z]+){1,4} (?:to |from )",
    re.I,
)


def results(passage: Passage, row: Sequence[Sum]) -> Iterator[Finding]:
    """What a record, an account or a toll comes to, where the sentence tells all of it."""
    if len(row) >= 3:
        yield from _record(passage, row)
        yield from _too_many_games(passage, row)
        for at in range(len(row) - 2):
            yield from _account(passage, *row[at : at + 3])


def _record(passage: Passage, row: Sequence[Sum]) -> Iterator[Finding]:
    """ "In its 20 matches it won 12, drew 5 and lost 3"."""
    if len(row) != 4 or any(item.amount.bound != "=" for item in row):
        return
    found = [
        next((item for item in row if way.search(passage.before(item.claim, 24)) or item.unit in nouns), None)
        for way, nouns in zip(_OUTCOMES, _NOUNS, strict=True)
    ]
    parts = [item for item in found if item is not None]
    whole = [item for item in row if item not in parts]
    if len(parts) != 3 or len(whole) != 1 or whole[0].unit not in _PLAYED:
        return
    if any(item.unit and item.unit not in _PLAYED.union(*_NOUNS) for item in parts):
        return
    if any(_ABROAD.match(passage.after(item.claim, 30)) for item in parts):
        return
    added = sum(int(item.value) for item in parts)
    if added == whole[0].value:
        return
    yield Finding(
        check="sum",
        severity=Severity.ERROR,
        claims=(whole[0].claim.key, *(item.claim.key for item in parts)),
        message=f"What was won, drawn and lost adds up to {added}, not “{whole[0].claim.quote}”.",
        arithmetic=(
            f"{' + '.join(shown(item.value) for item in parts)} = {added}",
            f"the text says {shown(whole[0].value)}",
        ),
        tolerance="None, for the counts are written out.",
        suggestion=f"{added} would fit.",
    )


def _too_many_games(passage: Passage, row: Sequence[Sum]) -> Iterator[Finding]:
    """ "They won nine of their last 12 games, losing four": more than were played."""
    won, played, lost = row[:3]
    if any(item.amount.bound != "=" for item in row[:3]) or played.unit not in _PLAYED:
        return
    if not _WON.search(passage.before(won.claim, 24)) or not _OF_THEM.fullmatch(
        passage.between(won.claim, played.claim)
    ):
        return
    others = [item for item in row[2:] if item.unit in ("", *_PLAYED)]
    told = [item for item in others if any(way.search(passage.before(item.claim, 24)) for way in (_LOST, _DREW))]
    if len(told) != len(row) - 2 or len(told) > 2 or not _GAMES_ON.fullmatch(passage.between(played.claim, lost.claim)):
        return
    if not _ALL_TOLD.match(passage.after(told[-1].claim, 6)):
        return
    added = int(won.value) + sum(int(item.value) for item in told)
    if added <= played.value:
        return
    line = " + ".join(shown(item.value) for item in (won, *told))
    yield Finding(
        check="sum",
        severity=Severity.ERROR,
        claims=(played.claim.key, won.claim.key, *(item.claim.key for item in told)),
        message=f"What was won, drawn and lost adds up to {added}, more than “{played.claim.quote}”.",
        arithmetic=(f"{line} = {added}", f"the text says {shown(played.value)}"),
        tolerance="None: counts are written out, and not every result need be told.",
        suggestion="",
    )


_OF_THEM = re.compile(r"(?: [a-z]+)? of (?:its|their|his|her|the) (?:last |first |opening |past |previous |final )?")
_GAMES_ON = re.compile(
    r",? (?:and |but |while )?(?:have |has )?(?:lost|losing|drew|drawn|drawing|tied|tying) (?:just |only |the other )?"
)
_ALL_TOLD = re.compile(r"[.,;)](?!\d)|$| and\b")


def _account(passage: Passage, income: Sum, costs: Sum, left: Sum) -> Iterator[Finding]:
    """ "Revenue of $50m and costs of $30m left a profit of $25m"."""
    if not MONEY.fullmatch(income.unit) or not income.unit == costs.unit == left.unit:
        return
    first, second = passage.between(income.claim, costs.claim), passage.between(costs.claim, left.claim)
    if (
        not _INCOME.search(passage.before(income.claim, 40))
        or not _COSTS.fullmatch(first)
        or not _LEFT.fullmatch(second)
    ):
        return
    if not _TAXED.search(first + second + passage.after(left.claim, 30)):
        finding = judge(passage, left, part(income), part(costs))
        if finding is not None:
            yield finding


def raised(passage: Passage, row: Sequence[Sum]) -> Iterator[Finding]:
    """ "Five more people died, taking the toll from 20 to 26"."""
    for one, other in pairwise(row):
        if one.amount.bound != "=" or other.is_single or not _MORE.search(one.claim.quote):
            continue
        both = ends(other) if _RAISES.fullmatch(passage.between(one.claim, other.claim)) else None
        if both is not None and not other.unit.startswith("%"):
            finding = judge(passage, one, both[0], both[1], more=True)
            if finding is not None:
                yield finding
