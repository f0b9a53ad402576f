"""Means and percentages of a few whole numbers, by GRIM."""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import islice

from factcheck.checks.statistics.wrong import Wrong, sentence_at
from factcheck.sums import shown

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
    r"countries|cities|mothers|fathers|couples|households|farmers|doctors|surgeons|officers|drivers|inspectors|"
    r"critics|readers|customers|tasters|volunteers)"
)
_AMONG = re.compile(
    rf"\b(?:among|by|of|from|in|for|with) (?:the |all )?(?P<n>\d{{1,3}}) (?:\w+ )?{_PEOPLE}\b|\bn ?= "
    rf"?(?P<n2>\d{{1,3}})\b",
    re.I,
)
MEAN = re.compile(
    r"\b(?:mean|average)(?: [a-z]+){0,2} (?:score|rating|number|count|grade|points?|answer|mark|"
    r"total)s?(?: [a-z]+){0,5}?(?: \d{1,3} [a-z]+)? "
    r"(?:of|was|is|at|to|came to|gave|came out at|stood at|reached) "
    r"(?P<mean>\d{1,2}\.\d{1,3})(?![\d%])",
    re.I,
)
MARK = re.compile(
    r"\b(?:mean|average)(?: mark| score| rating)? of (?P<mean>\d{1,2}\.\d{1,3})(?![\d%]| ?[a-z£$€])", re.I
)
_WHOLE = re.compile(r"\b(?:whole|stars?|scale|ratings?|marks?|scores?|scored|rated|graded|grades?)\b", re.I)
_NOT_WHOLE = re.compile(r"\b(?:half|halves|decimals?|several|items?|questions?|times|years?|old|each of)\b", re.I)
_EVENTS = (
    r"(?:goals|wickets|tries|touchdowns|home runs|children|siblings|visits|calls|arrests|mistakes|errors|falls|eggs|"
    r"chicks|cubs|books|patients|operations|accidents|teeth|cups|matches|meals)"
)
RATE = re.compile(
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
SHARE = re.compile(
    rf"(?<![\d.,-])(?P<share>\d{{1,2}}(?:\.\d{{1,2}})?) ?(?:%|per ?cent) of (?:the |its |all |our "
    rf")?(?P<n>\d{{1,2}}) (?:\w+ )?{_PEOPLE}\b"
)
_HEDGE = re.compile(
    r"\b(?:about|around|some|nearly|almost|roughly|over|under|than|least|up to|approximately|most)[ -]?(?:the )?$", re.I
)
_SEVERAL = re.compile(
    r"\b(?:weighted|adjusted|respectively|groups|each|both|subsample|imput\w+|standardi[sz]ed)\b", re.I
)


_ROUGH = re.compile(
    r"\b(?:about|around|some|nearly|almost|roughly|more than|over|minutes|hours|kilometres|"
    r"miles|per cent)\b"
)
_GOES_ON = re.compile(r"^[\s\"']*(?:The|Their) (?:mean|average)\b|\b(?:[Tt]hey|[Tt]heir|[Tt]hem|the group)\b")


def mean(view: str, match: re.Match[str]) -> Wrong | None:
    sentence = sentence_at(view, match.start())
    counts = _counts(_AMONG, sentence) or _bare(sentence)
    if not counts and _GOES_ON.search(sentence):
        # The sentence goes on from the one before it.
        before = sentence_at(view, max(match.start() - len(sentence.partition(match.group())[0]) - 3, 0))
        counts = _counts(_AMONG, before) or _bare(before)
        sentence = f"{before} {sentence}"
    return _no_mean(match["mean"], counts, sentence)


def mark(view: str, match: re.Match[str]) -> Wrong | None:
    """ "gave whole marks, with a mean of 3.48": what is given in marks is whole too."""
    sentence = sentence_at(view, match.start())
    if not _WHOLE.search(sentence) or _NOT_WHOLE.search(sentence):
        return None
    return _no_mean(match["mean"], _counts(_AMONG, sentence) or _bare(sentence), sentence)


def rate(view: str, match: re.Match[str]) -> Wrong | None:
    """ "averaged 2.45 goals in 11 games": the goals are whole, so GRIM holds for them too."""
    sentence = sentence_at(view, match.start())
    rest = sentence.partition(match.group())
    if "." not in match["mean"] or re.search(r" (?:a|per|each|every) (?:day|week|month|year|season)\b", rest[2][:24]):
        return None
    counts = _counts(_GROUP, rest[0] + "|" + rest[2])
    if not counts and not re.match(r" (?:an?|per|each|every) ", rest[2]):
        counts = _bare(sentence)
    return _no_mean(match["mean"], counts, sentence)


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


def share(view: str, match: re.Match[str]) -> Wrong | None:
    if _HEDGE.search(view[max(match.start() - 16, 0) : match.start()]):
        return None
    if _SEVERAL.search(sentence_at(view, match.start())):
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
