"""Which way a bare weekday, month or day points: what the verbs of its sentence say."""

from enum import IntEnum

from factcheck.kinds.date.scan import Scan
from factcheck.kinds.date.words import FUTURE_CUES, NOT_PAST, PAST_CUES

_REACH = 30
_TO_VERBS = frozenset(
    "be begin start open take meet hold launch release publish vote leave return visit run decide go come make go "
    "play face close end expire resume arrive travel appear speak announce step retire report hear discuss".split()
)
_UP_TO = frozenset(("through", "until", "till", "by"))
_BEINGS = frozenset(("be", "being"))
_BE_TO = frozenset("is are set due scheduled expected plans planned slated has have going".split())


class Direction(IntEnum):
    """Where a date lies, seen from the day of publication."""

    PAST = -1
    UNKNOWN = 0
    FUTURE = 1


def direction(scan: Scan, first: int, last: int) -> Direction:
    """The tense of the verb nearest to tokens `first` to `last`: those before it in the sentence, then those after."""
    sentence = scan.document.sentence_at(scan.tokens.starts[first])
    if scan.low(first - 1) in _UP_TO and any(scan.low(at) == "to" for at in range(first - 4, first - 2)):
        return Direction.FUTURE
    low = max(scan.tokens.index_at(sentence.start), first - _REACH, 0)
    for at in range(first - 1, low - 1, -1):
        if found := _cue(scan, at):
            return found
    high = min(scan.tokens.index_at(sentence.end - 1), last + _REACH)
    for at in range(last + 1, high + 1):
        if found := _cue(scan, at):
            return found
    return Direction.UNKNOWN


def _cue(scan: Scan, at: int) -> Direction:
    word = scan.lowers[at]
    if word in FUTURE_CUES:
        return _future_cue(scan, at, word)
    if word == "to" and scan.low(at + 1) in _TO_VERBS:
        return Direction.FUTURE if scan.low(at - 1) in _BE_TO else Direction.UNKNOWN
    if word in PAST_CUES:
        return Direction.UNKNOWN if scan.low(at - 1) in _BEINGS else Direction.PAST
    if word.endswith("ed") and len(word) > 4 and word not in NOT_PAST and not scan.words[at][0].isupper():
        return Direction.UNKNOWN if scan.low(at - 1) in _BEINGS else Direction.PAST
    return Direction.UNKNOWN


def _future_cue(scan: Scan, at: int, word: str) -> Direction:
    if word == "set":
        return Direction.FUTURE if scan.low(at + 1) in ("to", "for") else Direction.UNKNOWN
    if word in ("postponed", "adjourned", "rescheduled", "delayed"):
        later = scan.low(at + 1) in ("to", "until", "till")
        return Direction.FUTURE if later else Direction.PAST
    if word in ("may", "might", "could", "should", "would"):
        following = scan.low(at + 1)
        if following == "have" or (word == "may" and scan.words[at] == "May"):
            return Direction.UNKNOWN
    if word in ("takes", "runs", "opens", "meets", "ends", "starts", "begins", "hope", "hopes", "plan", "plans"):
        return Direction.FUTURE if scan.words[at].islower() else Direction.UNKNOWN
    return Direction.FUTURE
