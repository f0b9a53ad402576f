"""Probabilities, correlations and margins of error."""

import re
from decimal import Decimal

from factcheck.checks.statistics.wrong import Wrong
from factcheck.sums import shown

P_VALUE = re.compile(
    r"\b[Pp](?:[- ]value)? ?(?:[=<>]|of|was|is) ?(?P<p>-?\d{1,3}(?:\.\d{1,5})?)(?![\d.]*\d|%|"
    r" ?(?:to|per)\b)"
)
CORRELATION = re.compile(
    r"\bcorrelation(?: coefficient)?(?: \([a-z]\))?(?: [a-z]+){0,5}? (?:of|was|is|"
    r"at) (?P<r>-?\d{1,2}\.\d{1,3})(?![\d%])"
    r"|\b(?:Pearson's )?r(?:\(\d{1,5}\))? ?= ?(?P<r2>-?\d{1,2}\.\d{1,3})(?![\d%])"
)
_POLL = re.compile(
    r"\b(?:poll|survey)(?:ed|s)?\b[^.]{0,60}? (?P<n>\d{1,3}(?:,\d{3})+|\d{3,5}) (?:\w+ ){0,3}?"
    r"(?:adults|people|voters|respondents|residents|americans|britons|citizens)\b",
    re.I,
)
MARGIN = re.compile(
    r"\bmargin of (?:sampling )?error (?:of|is|was)(?: about| plus or minus| \+/-| ±){0,2} "
    r"?(?P<margin>\d{1,2}(?:\.\d)?)"
    r"(?= ?(?:%|per ?cent|(?:percentage )?points?))",
    re.I,
)
_STUDY = re.compile(r"\bCI\b|confiden|significan|\b[Tt]rial\b|\b[Ss]tudy\b|ratio|[Pp][- ]value")


def p_value(view: str, match: re.Match[str]) -> Wrong | None:
    p = Decimal(match["p"])
    if 0 <= p <= 1 or "." not in match["p"] or not _STUDY.search(view):
        return None
    broken = f"{p} > 1" if p > 1 else f"{p} < 0"
    return f"A p-value lies between 0 and 1; {p} does not.", (broken,), "None, for it is a probability."


def correlation(view: str, match: re.Match[str]) -> Wrong | None:
    r = Decimal(match["r"] or match["r2"])
    if abs(r) <= 1:
        return None
    return f"A correlation lies between -1 and 1; {r} does not.", (f"|{r}| > 1",), "None, for it is bounded."


def margin(view: str, match: re.Match[str]) -> Wrong | None:
    before = view[max(match.start() - 600, 0) : match.start()].rpartition("\n\n")[2]
    after = view[match.end() : match.end() + 200].partition("\n")[0]
    polls = [*_POLL.finditer(before), *_POLL.finditer(after)]
    sizes = {int(poll["n"].replace(",", "")) for poll in polls}
    if len(sizes) != 1 or any(" each " in view[poll.start() : match.end()] for poll in polls):
        return None
    (count,), margin = sizes, Decimal(match["margin"])
    least = Decimal(98) / Decimal(count).sqrt()
    half = Decimal("0.05") if "." in match["margin"] else Decimal("0.5")
    if count < 100 or margin + half >= least * Decimal("0.8"):
        return None
    return (
        f"A poll of {count:,} has a margin of error of {shown(least, 2)} points, not {margin}.",
        (f"98 / sqrt({count}) = {shown(least)}",),
        "Rounding, and a fifth less for other confidence levels.",
    )
