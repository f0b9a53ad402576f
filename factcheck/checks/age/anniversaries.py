"""Anniversaries against the year of what they remember: "founded in 1905, marked its 100th anniversary in 2005"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from factcheck.dating import Known
from factcheck.model import Claim, Finding, Severity
from factcheck.passage import Passage

_N = r"(?P<n>\d{1,3})(?:st|nd|rd|th)"
_NAMED = re.compile(rf"\b{_N}(?:[ -](?:wedding|founding))? (?P<what>anniversary|birthday)\b", re.I)
_OLD = re.compile(r"\b(?:was|is) (?P<n>\d{2,3}) years old\b", re.I)
_BASE = re.compile(
    r"\b(?:founded|established|set up|opened|built|launched|created|formed|incorporated|began|started|erected|"
    r"completed|first (?:held|published|staged|performed)|signed|married)\b[^.;()\d]{0,40}? (?:in|on) (?:the )?$",
    re.I,
)
_OF = re.compile(r" of (?:the |its |his |her |their |a )?$", re.I)
_THEN = re.compile(r"[^.;:()\d]{0,50}? (?:in|on) (?:the )?$", re.I)
_LEADS = re.compile(r"(?:In|On) (?:the )?$")
_NOW = re.compile(r"\b(?:marks?|marking|celebrates?|celebrating|this (?:year|month|week)|today)\b")
_THING = re.compile(r"\b(?:birthday|his|her|he|she|who|whose|would have|belated\w*|early|first|another)\b", re.I)
_LATE = re.compile(
    r"\b(?:would|belated\w*|delayed|postponed|a year late|unofficial|claims?|ahead of|coming|next)\b", re.I
)


def anniversaries(
    passage: Passage, claims: Sequence[Claim], of_sentence: Mapping[int, Sequence[Known]]
) -> Iterator[Finding]:
    """Anniversaries in a sentence that also dates what they remember."""
    for index, here in of_sentence.items():
        words = passage.words_of(index)
        found = [*_NAMED.finditer(words), *_OLD.finditer(words)]
        if len(found) != 1 or _LATE.search(words):
            continue
        match, start = found[0], passage.sentences[index].start
        written = [item for item in here if item.has_year and item.grain not in ("decade", "century")]
        base = _base(passage, written, start, match)
        rest = [item for item in written if item is not base]
        of = words[match.end() :].startswith(" of ")
        if base is not None and of and base.claim.span.start < start + match.start():
            continue
        if base is None or len(rest) > 1 or base.last.year < 1000:
            continue
        moment = _moment(passage, rest[0], start + match.end()) if rest else _today(passage, words)
        if moment is not None:
            yield from _held(claims, base, rest[0] if rest else None, moment, int(match["n"]), match.group())


def _base(passage: Passage, written: Sequence[Known], start: int, match: re.Match[str]) -> Known | None:
    """The date of what is remembered."""
    bases = []
    for item in written:
        before = passage.view[start + match.end() : item.claim.span.start]
        of = item.claim.span.start > start + match.end() and "anniversary" in match.group() and _OF.fullmatch(before)
        if of or (_BASE.search(passage.before(item.claim, 90)) and not _THING.search(passage.before(item.claim, 90))):
            bases.append(item)
    return bases[0] if len(bases) == 1 else None


def _moment(passage: Passage, item: Known, end: int) -> tuple[date, date] | None:
    """The days for which an anniversary is told, if the text ties it to this date."""
    after = item.claim.span.start > end and _THEN.fullmatch(passage.view[end : item.claim.span.start])
    leads = item.claim.span.end < end and _LEADS.fullmatch(passage.before(item.claim, 8))
    return (item.first, item.last) if after or leads else None


def _today(passage: Passage, words: str) -> tuple[date, date] | None:
    """The article's year with the one before and after, where the words tell of today."""
    published = passage.article.published
    year = published.part(0) if published and not published.inferred else None
    return (date(year - 1, 7, 1), date(year + 1, 6, 30)) if year and _NOW.search(words) else None


def _held(
    claims: Sequence[Claim],
    base: Known,
    other: Known | None,
    moment: tuple[date, date],
    number: int,
    words: str,
) -> Iterator[Finding]:
    least, most = moment[0].year - base.last.year, moment[1].year - base.first.year
    if least - 1 <= number <= most + (1 if other else 0) or most < 1:
        return
    year = f"{moment[0].year}" if other else f"{moment[0].year} or {moment[1].year}"
    fits = f"{least}" if least == most else f"{least} to {most}"
    yield Finding(
        check="age",
        severity=Severity.ERROR,
        claims=(base.claim.key, *([other.claim.key] if other else [])),
        message=f"From {base.claim.quote} to {year} is {fits} years, not “{words}”.",
        arithmetic=(f"{year} - {base.first.year} = {fits}", f"the text says {number}"),
        tolerance="A year, since feasts are kept early and late.",
        suggestion=f"{fits} would fit.",
    )
