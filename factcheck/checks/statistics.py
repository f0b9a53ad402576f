"""Statistics that cannot come from the numbers beside them.

Formula: GRIM (Brown and Heathers 2017): a mean of n whole numbers is k / n for a whole k; a percentage of n is
100 k / n; an estimate lies inside its confidence interval; a 95 % interval leaves out the null (1 for ratios, 0 for
differences) just when p < 0.05; the 95 % margin of error of a share among n is at most 98 / sqrt(n) points and, for a
plain poll, not much less; p is a probability and a correlation lies between -1 and 1. Units: those stated. Tolerance:
rounding to the digits given, up or to even; p between 0.04 and 0.06 is not judged; margins from 0.8 of the formula on,
for other confidence levels.
Silent: means of what is not counted, weighted numbers, several groups.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import islice

from factcheck.checks import Check
from factcheck.model import Article, Claim, Finding, Severity
from factcheck.passage import passage_of
from factcheck.sums import shown

_N = r"-?\d{1,6}(?:\.\d{1,6})?"
_LEVEL = r"(?P<level>90|95|99) ?(?:%|per ?cent) (?:CI|confidence interval)"
_INTERVAL = re.compile(
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
_SMALL = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split(),
        1,
    )
}
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(_SMALL)})"
_PEOPLE = (
    r"(?:participants|students|people|patients|respondents|volunteers|children|pupils|adults|women|men|"
    r"subjects|teachers|"
    r"members|nurses|players|voters|families|judges|directors|lawmakers|senators|employees|workers|companies|schools|"
    r"countries|cities)"
)
_AMONG = re.compile(
    rf"\b(?:among|by|of|from|in|for|with) (?:the |all )?(?P<n>\d{{1,3}}) (?:\w+ )?{_PEOPLE}\b|\bn ?= "
    rf"?(?P<n2>\d{{1,3}})\b",
    re.I,
)
_MEAN = re.compile(
    r"\b(?:mean|average)(?: [a-z]+){0,2} (?:score|rating|number|count|grade|points?|answer|mark|"
    r"total)s?(?: [a-z]+){0,5}? "
    r"(?:of|was|is|at|to|came to|gave|came out at|stood at|reached) "
    r"(?P<mean>\d{1,2}\.\d{1,3})(?![\d%])",
    re.I,
)
_EVENTS = (
    r"(?:goals|wickets|tries|touchdowns|home runs|children|siblings|visits|calls|arrests|mistakes|errors|falls|eggs|"
    r"chicks|cubs|books|patients|operations|accidents|teeth|cups|matches|meals)"
)
_RATE = re.compile(
    rf"\b(?:averag(?:ed|es|ing)|(?:an|the|on) average (?:of )?|mean of|average (?:was|is)) ?"
    rf"(?P<mean>\d{{1,2}}\.\d{{1,3}}) (?P<what>{_EVENTS})\b",
    re.I,
)
_GROUP = re.compile(
    r"\b(?:in|over|from|across|of|among|for|by) (?:the |its |his |her |their |all )?(?:last |first |"
    r"past )?(?P<n>"
    rf"{_NUMBER}) (?:[a-z-]+ )?(?:games|matches|tests|innings|starts|appearances|nests|women|mothers|families|"
    r"couples|nurses|"
    r"officers|surgeons|patients|people|participants|volunteers|children|pupils|residents|players|litters|"
    r"households)\b",
    re.I,
)
_BARE_PEOPLE = re.compile(rf"(?<![\d.,$£€])\b(?P<n>{_NUMBER}) (?:[a-z-]+ )?{_PEOPLE}\b", re.I)
_BARE_THINGS = re.compile(
    rf"(?<![\d.,$£€])\b{_NUMBER} (?:[a-z-]+ )?(?!points|years|weeks|days|hours|months|minutes)(?:[a-z]+s|"
    rf"people|men|women|children)\b",
    re.I,
)
_P_VALUE = re.compile(
    r"\b[Pp](?:-value)? ?(?:[=<>]|of|was|is) ?(?P<p>-?\d{1,3}(?:\.\d{1,5})?)(?![\d.]*\d|%|"
    r" ?(?:to|per)\b)"
)
_CORRELATION = re.compile(
    r"\bcorrelation(?: coefficient)?(?: \([a-z]\))?(?: [a-z]+){0,5}? (?:of|was|is|"
    r"at) (?P<r>-?\d{1,2}\.\d{1,3})(?![\d%])"
    r"|\b(?:Pearson's )?r ?= ?(?P<r2>-?\d{1,2}\.\d{1,3})(?![\d%])"
)
_SHARE = re.compile(
    rf"(?<![\d.,-])(?P<share>\d{{1,2}}(?:\.\d{{1,2}})?) ?(?:%|per ?cent) of (?:the |its |all |our "
    rf")?(?P<n>\d{{1,2}}) (?:\w+ )?{_PEOPLE}\b"
)
_HEDGE = re.compile(
    r"\b(?:about|around|some|nearly|almost|roughly|over|under|than|least|up to|approximately|most)[ -]?(?:the )?$", re.I
)
_POLL = re.compile(
    r"\b(?:poll|survey)(?:ed|s)?\b[^.]{0,60}? (?P<n>\d{1,3}(?:,\d{3})+|\d{3,5}) (?:\w+ ){0,3}?"
    r"(?:adults|people|voters|respondents|residents|americans|britons|citizens)\b",
    re.I,
)
_MARGIN = re.compile(
    r"\bmargin of (?:sampling )?error (?:of|is|was)(?: about| plus or minus| \+/-| ±){0,2} "
    r"?(?P<margin>\d{1,2}(?:\.\d)?)"
    r"(?= ?(?:%|per ?cent|(?:percentage )?points?))",
    re.I,
)
_SEVERAL = re.compile(
    r"\b(?:weighted|adjusted|respectively|groups|each|both|subsample|imput\w+|standardi[sz]ed)\b", re.I
)


def look(article: Article, claims: Sequence[Claim]) -> Iterator[Finding]:
    """Means, percentages, intervals and margins that their n or each other forbid."""
    if not claims:
        return
    passage = passage_of(article)
    view = passage.view
    starts = [claim.span.start for claim in claims]
    for words, pattern, judge in _RULES:
        if not any(word in view for word in words):
            continue
        for match in pattern.finditer(view):
            wrong = judge(view, match)
            if wrong is None:
                continue
            group = next(name for name in _GROUPS if match.groupdict().get(name))
            start, end = match.span(group)
            at = bisect_right(starts, end - 1)
            touching = [claim for claim in claims[max(at - 8, 0) : at] if claim.span.end > start]
            if touching:
                accused = min(touching, key=lambda claim: claim.span.length)
                inside = [c.key for c in claims[max(at - 8, 0) : at + 8] if match.start() <= c.span.start < match.end()]
                keys = dict.fromkeys([accused.key, *inside])
                message, lines, tolerance = wrong
                yield Finding(CHECK.name, Severity.WARNING, tuple(keys), message, lines, tolerance)


_ROUGH = re.compile(
    r"\b(?:about|around|some|nearly|almost|roughly|more than|over|minutes|hours|kilometres|"
    r"miles|per cent)\b"
)
_STUDY = re.compile(r"\bCI\b|confiden|significan|\b[Tt]rial\b|\b[Ss]tudy\b|ratio")
_GOES_ON = re.compile(r"^[\s\"']*(?:The|Their) (?:mean|average)\b|\b(?:[Tt]hey|[Tt]heir|[Tt]hem|the group)\b")
_GROUPS = ("estimate", "mean", "share", "margin", "p", "r", "r2")

Wrong = tuple[str, tuple[str, ...], str]
"""The sentence, the arithmetic, the tolerance."""


def _sentence(view: str, at: int) -> str:
    start = max(view.rfind(". ", max(at - 400, 0), at), view.rfind("\n", max(at - 400, 0), at)) + 1
    ends = [end for end in (view.find(". ", at, at + 400), view.find("\n", at, at + 400)) if end >= 0]
    return view[start : min([*ends, at + 400])]


def _interval(view: str, match: re.Match[str]) -> Wrong | None:
    estimate, low, high = (Decimal(match[name]) for name in ("estimate", "low", "high"))
    rounding = "Half a step of the last digit of each number."
    if low > high:
        return None
    if estimate < low or estimate > high:
        return (
            f"The estimate {estimate} lies outside its own interval, {low} to {high}.",
            (f"{estimate} < {low}" if estimate < low else f"{estimate} > {high}",),
            rounding,
        )
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


def _mean(view: str, match: re.Match[str]) -> Wrong | None:
    sentence = _sentence(view, match.start())
    counts = _counts(_AMONG, sentence) or _bare(sentence)
    if not counts and _GOES_ON.search(sentence):
        # The sentence goes on from the one before it.
        before = _sentence(view, max(match.start() - len(sentence.partition(match.group())[0]) - 3, 0))
        counts = _counts(_AMONG, before) or _bare(before)
        sentence = f"{before} {sentence}"
    return _no_mean(match["mean"], counts, sentence)


def _rate(view: str, match: re.Match[str]) -> Wrong | None:
    """ "averaged 2.45 goals in 11 games": the goals are whole, so GRIM holds for them too."""
    sentence = _sentence(view, match.start())
    rest = sentence.partition(match.group())
    if "." not in match["mean"] or re.search(r" (?:a|per|each|every) (?:day|week|month|year|season)\b", rest[2][:24]):
        return None
    return _no_mean(match["mean"], _counts(_GROUP, rest[0] + "|" + rest[2]), sentence)


def _counts(pattern: re.Pattern[str], words: str) -> list[int]:
    """The numbers of people or matches that a sentence names."""
    found = [match["n"] or match.groupdict().get("n2") or "" for match in islice(pattern.finditer(words), 9)]
    return [int(n) if n.isdigit() else _SMALL[n.lower()] for n in found if n.isdigit() or n.lower() in _SMALL]


def _bare(words: str) -> list[int]:
    """The number of people of a sentence that counts nothing else."""
    counted = {match.group() for match in islice(_BARE_THINGS.finditer(words), 4)}
    return _counts(_BARE_PEOPLE, words) if len(counted) == 1 else []


def _no_mean(stated: str, counts: Sequence[int], sentence: str) -> Wrong | None:
    if len(set(counts)) != 1 or _SEVERAL.search(sentence) or _ROUGH.search(sentence):
        return None
    count, mean = counts[0], Decimal(stated)
    places = len(stated.partition(".")[2])
    if not 2 <= count < 10**places or _fits(mean, count, places):
        return None
    total = mean * count
    below, above = int(total) / Decimal(count), (int(total) + 1) / Decimal(count)
    return (
        f"No {count} whole numbers have the mean {mean}.",
        (f"{mean} * {count} = {shown(total)}, not whole", f"the nearest are {shown(below)} and {shown(above)}"),
        f"Rounding to {places} digits.",
    )


def _p_value(view: str, match: re.Match[str]) -> Wrong | None:
    p = Decimal(match["p"])
    if 0 <= p <= 1 or "." not in match["p"] or not _STUDY.search(view):
        return None
    broken = f"{p} > 1" if p > 1 else f"{p} < 0"
    return f"A p-value lies between 0 and 1; {p} does not.", (broken,), "None: p is a probability."


def _correlation(view: str, match: re.Match[str]) -> Wrong | None:
    r = Decimal(match["r"] or match["r2"])
    if abs(r) <= 1:
        return None
    return f"A correlation lies between -1 and 1; {r} does not.", (f"|{r}| > 1",), "None: the coefficient is bounded."


def _share(view: str, match: re.Match[str]) -> Wrong | None:
    if _HEDGE.search(view[max(match.start() - 16, 0) : match.start()]):
        return None
    if _SEVERAL.search(_sentence(view, match.start())):
        return None
    count, share = int(match["n"]), Decimal(match["share"])
    places = len(match["share"].partition(".")[2])
    if count < 2 or share == 0 or _fits(share / 100, count, places + 2):
        return None
    of = share * count / 100
    below, above = int(of), int(of) + 1
    return (
        f"{share} % of {count} is not a whole number.",
        (
            f"{share} % * {count} = {shown(of)}",
            f"{below} / {count} = {shown(Decimal(below) / count * 100)} %, {above} / {count} = "
            f"{shown(Decimal(above) / count * 100)} %",
        ),
        "One step of the last digit.",
    )


def _fits(mean: Decimal, count: int, places: int) -> bool:
    """Whether some whole k gives `mean` when k / count is rounded or cut off at `places` digits."""
    step = Decimal(1).scaleb(-places)
    near = int(mean * count)
    return any(abs(Decimal(k) / count - mean) < step for k in (near - 1, near, near + 1, near + 2))


def _margin(view: str, match: re.Match[str]) -> Wrong | None:
    before = view[max(match.start() - 600, 0) : match.start()].rpartition("\n\n")[2]
    after = view[match.end() : match.end() + 200].partition("\n")[0]
    polls = [*_POLL.finditer(before), *_POLL.finditer(after)]
    sizes = {int(poll["n"].replace(",", "")) for poll in polls}
    if len(sizes) != 1:
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


_RULES: tuple[tuple[tuple[str, ...], re.Pattern[str], Callable[[str, re.Match[str]], Wrong | None]], ...] = (
    ((" CI", "confidence interval"), _INTERVAL, _interval),
    (("mean ", "Mean ", "average ", "Average "), _MEAN, _mean),
    (("averag", "Averag", "mean of"), _RATE, _rate),
    ((" p ", "(p", " P ", "(P", "p=", "P=", "p-value", "P-value", "p<", "P<"), _P_VALUE, _p_value),
    (("correlation", "r =", "r="), _CORRELATION, _correlation),
    (("% of", "cent of"), _SHARE, _share),
    (("margin of", "Margin of"), _MARGIN, _margin),
)
"""The words without which a pattern cannot match, the pattern, and what judges its matches."""

CHECK = Check("statistics", "Statistics", look)
