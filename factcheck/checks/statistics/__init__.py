"""Statistics that cannot come from the numbers beside them.

Formula: GRIM (Brown and Heathers 2017): a mean of n whole numbers is k / n for a whole k; a percentage of n is
100 k / n; an estimate lies inside its confidence interval; a 95 % interval leaves out the null (1 for ratios, 0 for
differences) just when p < 0.05; a mean or median lies within the range it is taken of; the 95 % margin of error of a
share among n is at most 98 / sqrt(n) points and, for a plain poll, not much less; p is a probability and a correlation
lies between -1 and 1. Units: those stated. Tolerance: rounding to the digits given, up or to even; p between 0.04 and
0.06 is not judged; margins from 0.8 of the formula on, for other confidence levels.
Silent: means of what is not counted, weighted numbers, several groups, test statistics (t, F, z) beside their p.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from factcheck.checks import Check
from factcheck.checks.statistics.bounds import CORRELATION, MARGIN, P_VALUE, correlation, margin, p_value
from factcheck.checks.statistics.intervals import (
    INTERVAL,
    INTERVAL_FIRST,
    RANGE,
    RANGE_FIRST,
    interval,
    middle,
    outside,
)
from factcheck.checks.statistics.means import MARK, MEAN, RATE, SHARE, mark, mean, rate, share
from factcheck.checks.statistics.wrong import Wrong
from factcheck.model import Article, Claim, Finding, Severity
from factcheck.passage import passage_of

_INTERVAL_NAMED = re.compile(r"CI\b|(?i:confidence interval)")
BEFORE, AFTER = 240, 120
"""How many characters an interval and its estimate may stand before and after the words for it."""
_GROUPS = ("estimate", "mean", "share", "margin", "p", "r", "r2")


def look(article: Article, claims: Sequence[Claim]) -> Iterator[Finding]:
    """Means, percentages, intervals and margins that their n or each other forbid."""
    if not claims:
        return
    passage = passage_of(article)
    view = passage.view
    starts = [claim.span.start for claim in claims]
    judged: set[int] = set()
    for words, pattern, judge in _RULES:
        if not any(word in view for word in words):
            continue
        for match in _found(pattern, view):
            wrong = judge(view, match)
            if wrong is None:
                continue
            start, end = match.span(next(name for name in _GROUPS if match.groupdict().get(name)))
            at = bisect_right(starts, end - 1)
            touching = [claim for claim in claims[max(at - 8, 0) : at] if claim.span.end > start]
            if touching and start not in judged:
                judged.add(start)
                accused = min(touching, key=lambda claim: claim.span.length)
                inside = [c.key for c in claims[max(at - 8, 0) : at + 8] if match.start() <= c.span.start < match.end()]
                keys = dict.fromkeys([accused.key, *inside])
                yield Finding(CHECK.name, Severity.WARNING, tuple(keys), *wrong)


def _found(pattern: re.Pattern[str], view: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern; those for intervals are slow to look for, so only around the words for one."""
    if pattern not in (INTERVAL, INTERVAL_FIRST):
        yield from pattern.finditer(view)
        return
    start, end = 0, 0
    for name in _INTERVAL_NAMED.finditer(view):
        if name.start() - BEFORE > end:
            yield from pattern.finditer(view, start, end)
            start = name.start() - BEFORE
        end = min(name.end() + AFTER, len(view))
    yield from pattern.finditer(view, start, end)


_RULES: tuple[tuple[tuple[str, ...], re.Pattern[str], Callable[[str, re.Match[str]], Wrong | None]], ...] = (
    ((" CI", "confidence interval"), INTERVAL, interval),
    ((" CI", "confidence interval"), INTERVAL_FIRST, outside),
    (("rang", "IQR"), RANGE, middle),
    (("rang", "aged "), RANGE_FIRST, middle),
    (("mean ", "Mean ", "average ", "Average "), MEAN, mean),
    (("mean ", "average "), MARK, mark),
    (("averag", "Averag", "mean of"), RATE, rate),
    ((" p ", "(p", " P ", "(P", "p=", "P=", "p-value", "P-value", "p value", "P value", "p<", "P<"), P_VALUE, p_value),
    (("correlation", "r =", "r="), CORRELATION, correlation),
    (("% of", "cent of"), SHARE, share),
    (("margin of", "Margin of"), MARGIN, margin),
)
"""The words without which a pattern cannot match, the pattern, and what judges its matches."""

CHECK = Check("statistics", "Statistics", look)
