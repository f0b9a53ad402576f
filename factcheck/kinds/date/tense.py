"""Which way a bare weekday, month or day points: what the verbs of its sentence say."""

from enum import IntEnum

from factcheck.kinds.date.scan import Scan
from factcheck.kinds.date.words import FUTURE_CUES, NOT_PAST, PAST_CUES

_REACH = 30
_TO_REACH = 12
_NO_VERBS = frozenset(
    "the a an this that these those his her its their our my your some all any more at about as date one each no both "
    "which whom what it them him us me you".split()
)
_WILLING = frozenset(
    "agreed decided ordered asked promised vowed pledged planned expected scheduled intended hoped wanted urged told "
    "called needed required invited prepared proposed offered slated tipped poised".split()
)
"""Past verbs whose "to" points ahead: "agreed to meet in May"."""
_OUTCOMES = frozenset(
    "beat defeat win draw claim earn secure seal lead finish level snatch clinch edge stun thrash crush overtake "
    "retain reclaim".split()
)
"""Verbs of games and races whose "to" after a past verb tells what came of it."""
_BOUND = frozenset("is are set due scheduled expected planned slated plans going".split())
"""Words whose "to" is as good as "will"."""
_HOPES = frozenset("let chance chances prospects odds ahead could should might may".split())
_ONCE = frozenset("will would 'll won't shall scheduled due set planned".split())
"""Words that tell of one time to come."""
_REAL = frozenset("able unable according due up back close prior thanks had from as".split())
"""Words whose "to" points nowhere, or at what was done."""
_FROM = frozenset("beginning starting effective commencing".split())
_UP_TO = frozenset(("through", "until", "till", "by"))
_SPANS = frozenset("months month weeks year years quarter quarters half".split())
"""What is told up to a month: "the 12 months to July" are over unless somebody looks ahead."""
_FORECASTS = frozenset("will would 'll won't expects expect forecast forecasts predicts predicted plans could".split())
_BEINGS = frozenset(("be", "being"))


class Direction(IntEnum):
    """Where a date lies, seen from the day of publication; hoped is ahead if that is near: "a chance to win in May"."""

    PAST = -1
    UNKNOWN = 0
    FUTURE = 1
    HOPED = 2

    @property
    def is_ahead(self) -> bool:
        return self > 0


def direction(scan: Scan, first: int, last: int) -> Direction:
    """The tense of the verb nearest to tokens `first` to `last`: those before it in the sentence, then those
    after it up to a quotation."""
    sentence = scan.document.sentence_at(scan.tokens.starts[first])
    if scan.low(first - 1) == "come" or (scan.low(first - 1) == "and" and scan.low(first - 2) == "now"):
        return Direction.FUTURE
    if scan.low(first - 1) in _FROM or (scan.low(first - 2) in _FROM and scan.low(first - 1) in ("in", "on")):
        return Direction.HOPED
    if scan.low(first - 1) in _UP_TO and any(scan.low(at) == "to" for at in range(first - 4, first - 2)):
        return Direction.FUTURE
    low = max(scan.tokens.index_at(sentence.start), first - _REACH, 0)
    if scan.low(first - 1) == "to" and scan.low(first - 2) in _SPANS:
        ahead = not _FORECASTS.isdisjoint(scan.lowers[low:first])
        return Direction.FUTURE if ahead else Direction.PAST
    for at in range(first - 1, low - 1, -1):
        if found := _cue(scan, at):
            return found
        if scan.lowers[at] == "to" and _is_outcome(scan, at, low):
            return Direction.PAST
        if scan.lowers[at] == "to" and first - at <= _TO_REACH and _is_ahead(scan, at):
            return Direction.FUTURE if scan.low(at - 1) in _BOUND else Direction.HOPED
    high = min(scan.tokens.index_at(sentence.end - 1), last + _REACH)
    for at in range(last + 1, high + 1):
        if scan.lowers[at] == '"':
            break
        if found := _cue(scan, at):
            return found
    return Direction.UNKNOWN


def is_habitual(scan: Scan, first: int, last: int) -> bool:
    """Whether what is told of tokens `first` to `last` is done again and again: "meets on the first Monday"."""
    sentence = scan.document.sentence_at(scan.tokens.starts[first])
    words = scan.lowers[max(scan.tokens.index_at(sentence.start), first - _REACH, 0) : first]
    return _ONCE.isdisjoint(words) and direction(scan, first, last) is not Direction.PAST


def _is_outcome(scan: Scan, at: int, low: int) -> bool:
    """Whether "to" at `at` tells how something ended: "came from behind to beat Rovers"."""
    if scan.low(at + 1) not in _OUTCOMES:
        return False
    for here in range(at - 1, max(low, at - _TO_REACH) - 1, -1):
        word = scan.lowers[here]
        if word in _WILLING or word in FUTURE_CUES or word in ("to", *_BOUND):
            return False
        if _cue(scan, here) is Direction.PAST:
            return word not in ("had", "was", "were", "did", "been")
    return False


def _cue(scan: Scan, at: int) -> Direction:
    word = scan.lowers[at]
    if word in FUTURE_CUES:
        return _future_cue(scan, at, word)
    if word in _HOPES:
        return Direction.HOPED
    if word in ("forecast", "outlook") and scan.low(at + 1) == "for":
        return Direction.FUTURE
    if word in PAST_CUES and "if" in scan.lowers[max(at - 2, 0) : at]:
        return Direction.HOPED
    if word in PAST_CUES:
        return Direction.UNKNOWN if scan.low(at - 1) in _BEINGS else Direction.PAST
    if word.endswith("ed") and len(word) > 4 and word not in NOT_PAST and not scan.words[at][0].isupper():
        return Direction.UNKNOWN if scan.low(at - 1) in _BEINGS else Direction.PAST
    return Direction.UNKNOWN


def _is_ahead(scan: Scan, at: int) -> bool:
    """Whether "to" at `at` begins what is yet to be done: "ordered him to appear", not "forced to leave"."""
    verb, before = scan.low(at + 1), scan.low(at - 1)
    if not verb.isalpha() or verb in _NO_VERBS or scan.capital(at + 1) or before in _REAL:
        return False
    return before in _WILLING or not (before in PAST_CUES or before.endswith("ed"))


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
        return Direction.FUTURE if word == "would" else Direction.HOPED
    if word in ("takes", "runs", "opens", "meets", "ends", "starts", "begins", "hope", "hopes", "plan", "plans"):
        return Direction.FUTURE if scan.words[at].islower() else Direction.UNKNOWN
    return Direction.FUTURE
