"""Estimates against their confidence intervals and p-values, means and medians against their ranges."""

import re
from decimal import Decimal

from factcheck.checks.statistics.wrong import Wrong, sentence_at

_N = r"-?\d{1,6}(?:\.\d{1,6})?"
_LEVEL = r"(?P<level>90|95|99) ?(?:%|per ?cent) (?:CI|confidence interval)"
INTERVAL = re.compile(
    rf"(?P<name>\b(?:hazard ratio|odds ratio|risk ratio|relative risk|rate ratio|HR|OR|RR|mean difference|difference|"
    rf"reduction|increase|efficacy|effectiveness|estimate|mean)\b[^.;()\d]{{0,30}})?"
    rf"(?<![\d.,-])(?P<estimate>{_N}) ?(?:%|per ?cent|points?)?(?: [a-z]+){{0,4}},? ?[(\[;,]{{1,2}} ?(?:with a "
    rf")?{_LEVEL}[:,=]? "
    rf"?(?:of |from |"
    rf"was )?[(\[]?"
    rf"(?P<low>{_N}) ?%? ?(?:to|-|–|—|,|and) ?(?P<high>{_N})(?P<rest>[^.]{{0,4}}?(?:[;,)] ?)*p ?(?P<sign>[=<>]) ?"
    r"(?P<p>0?\.\d{1,5}))?",
    re.I,
)
_RATIO = re.compile(r"ratio|relative risk|^(?:hr|or|rr)\b", re.I)
_NAMED = re.compile(r"\b(?:(?:hazard|odds|risk|rate) ratio|relative risk|mean difference)\b", re.I)
_DIFFERENCE = re.compile(r"^(?:mean difference|difference)", re.I)


INTERVAL_FIRST = re.compile(
    rf"(?<![\d.,-])(?P<estimate>{_N}) ?(?:%|per ?cent)? ?[(\[](?P<low>{_N}) ?%? ?(?:to|-|–|—|,) ?(?P<high>{_N}) ?%?"
    rf"[,;:]? {_LEVEL}[)\]]",
    re.I,
)


def outside(view: str, match: re.Match[str]) -> Wrong | None:
    """An estimate that its own interval does not hold."""
    estimate, low, high = (Decimal(match[name]) for name in ("estimate", "low", "high"))
    if low > high or low <= estimate <= high:
        return None
    return (
        f"The estimate {estimate} lies outside its own interval, {low} to {high}.",
        (f"{estimate} < {low}" if estimate < low else f"{estimate} > {high}",),
        "Half a step of the last digit of each number.",
    )


def interval(view: str, match: re.Match[str]) -> Wrong | None:
    estimate, low, high = (Decimal(match[name]) for name in ("estimate", "low", "high"))
    if low > high:
        return None
    if estimate < low or estimate > high:
        return outside(view, match)
    name = match["name"] or _last_named(view, match.start())
    null = Decimal(1) if _RATIO.search(name) else Decimal(0) if _DIFFERENCE.search(name) else None
    if null is None or match["p"] is None or match["level"] != "95":
        return None
    p, sign = Decimal(match["p"]), match["sign"]
    excludes, near = not low <= null <= high, min(abs(low - null), abs(high - null))
    if near <= (high - low) / 50:
        return None
    if excludes and sign in "=>" and p >= Decimal("0.06"):
        said = f"The interval {low} to {high} leaves out {null}, so p is below 0.05, not {sign} {p}."
    elif not excludes and sign in "=<" and p <= Decimal("0.04"):
        said = f"The interval {low} to {high} holds {null}, so p is above 0.05, not {sign} {p}."
    else:
        return None
    return (
        said,
        (f"null value {null}; 95 % interval {low} to {high}; p {sign} {p}",),
        "p between 0.04 and 0.06 is not judged.",
    )


def _last_named(view: str, end: int) -> str:
    """The ratio or difference that the paragraph spoke of last before `end`."""
    names = _NAMED.findall(view[max(end - 300, 0) : end].rpartition("\n")[2])
    return names[-1] if names else ""


_STATED = r"(?P<mean>\d{1,4}(?:\.\d{1,3})?)(?![\d%])"
_ENDS = r"(?P<low>\d{1,4}(?:\.\d{1,3})?) ?(?:to|-|–|—|and) ?(?P<high>\d{1,4}(?:\.\d{1,3})?)(?![\d%])"
_RANGED = (
    r"(?:(?:interquartile |inter-quartile |IQR )?range(?: of| was|,|:)? (?:from )?|ranging (?:from |between )|"
    r"(?:[a-z]+ )?ranged (?:from |between )|IQR[:,]? |range[:,] )"
)
_MIDDLE = r"\b(?:mean|median|average)(?: [a-z]+){0,2}?(?:,| of| was| is|:)? "
_OF_SAME = (
    r"(?: years| days| points| months| weeks| degrees)?(?:,? \(|, |,? with an? |,? (?:with|and) (?:the )?"
    r"(?:values|prices|ages|scores|readings|ratings|results|marks|answers|figures) )"
)
_ANOTHER_TIME = r"(?! (?:a|one|two|[a-z]+) (?:year|month|week)s? later)"
RANGE = re.compile(rf"{_MIDDLE}{_STATED}{_OF_SAME}{_RANGED}{_ENDS}{_ANOTHER_TIME}", re.I)
RANGE_FIRST = re.compile(
    rf"\b(?:ranged (?:from |between )|ranging (?:from |between )|aged (?:from |between )?){_ENDS}"
    rf"(?: years)?,? (?:with an? |\(|and an? ){_MIDDLE}{_STATED}",
    re.I,
)
_OTHER_RANGE = re.compile(
    r"\b(?:previous|earlier|last year|compared|normal|expected|target|forecast|usual|above|below|"
    r"outside|against|than)\b",
    re.I,
)


def middle(view: str, match: re.Match[str]) -> Wrong | None:
    """A mean or median lies within the range of what it is taken of."""
    low, mean, high = (Decimal(match[name]) for name in ("low", "mean", "high"))
    if low >= high or low <= mean <= high or _OTHER_RANGE.search(sentence_at(view, match.start())):
        return None
    return (
        f"{mean} lies outside the range it is taken of, {low} to {high}.",
        (f"{mean} < {low}" if mean < low else f"{mean} > {high}",),
        "None, for what is in the middle of numbers is not beyond them.",
    )
