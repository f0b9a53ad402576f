"""What is told as coming but lies behind the article, and what is told as done but lies before it."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from factcheck.checks.order.found import UNREAL
from factcheck.dating import Known
from factcheck.model import Finding, Severity
from factcheck.passage import Passage

_NOT_OVER = r"(?<!ed )(?<!won )(?<!built )(?<!made )(?<!held )(?<!begun )(?<!lost )"
_COMING = re.compile(
    r"\b(?:will|shall|is to|are to|(?:is|are) (?:due|set|scheduled|expected|planned) to|(?:is|are) going to) "
    r"(?:(?:\w+ ){0,4}be \w+ (?:on|in|from|by|until|before)|"
    rf"(?:\w+ ){{1,9}}{_NOT_OVER}(?:by|until|before)|(?:\w+ ){{1,5}}{_NOT_OVER}(?:on|in|from)) (?:the )?$|"
    r"\bdeadline(?: [\w'’-]+){0,6}? is (?:the )?$|"
    r"\b(?:is|are) (?:scheduled|due|planned|slated|set) (?:\w+ ){0,3}?(?:for|on|in|by) (?:the )?$|"
    r"\b(?:it|he|she|company|firm|government|council|ministry|club|airline|bank|group) "
    r"(?:plans|intends|hopes|aims|expects|wants) to (?:\w+ ){1,6}(?:in|by|on) (?:the )?$|"
    r"\b(?:upcoming|forthcoming) \w+(?: \w+)?,? (?:on|in) (?:the )?$",
    re.I,
)
_BOOKED = re.compile(r", (?:scheduled|due|planned|slated|set) (?:for|on|in) (?:the )?$", re.I)
_GOES_ON = re.compile(r", (?:will|is|are)\b(?! (?:\w+ )?(?:said|reported|thought|believed))")
_DONE = re.compile(
    r"\b(?:was|were) (?:held|born|killed|signed|opened|arrested|elected|released|published|found|built|closed|"
    r"sold|founded|convicted|sentenced|fined|injured|recorded|"
    r"shot|buried|jailed|launched|adopted|approved|created|attacked|destroyed|sworn in) "
    r"(?:\w+ ){0,4}?(?:on|in) (?:the )?$|"
    r"\b(?:died|resigned|won|began|started|opened|collapsed|crashed|married|retired|arrived|took place|happened|"
    r"occurred|reported an? \w+|recorded an? \w+|struck|erupted) (?:\w+ ){0,4}?(?:on|in) (?:the )?$",
    re.I,
)
_TO_BE = re.compile(r"\bto (?:be|have)\b")
_LAST = re.compile(r"\b(?:last (?:week|month|year)|yesterday|recently),? (?:on |in )(?:the )?$", re.I)
_PLANNED = re.compile(r"\b(?:due|scheduled|set|expected|planned)\b", re.I)
SLACK = timedelta(days=2)


def told(passage: Passage, dates: Sequence[Known], published: date) -> Iterator[Finding]:
    """Dates on the other side of the article's own than the words beside them say."""
    found: dict[bool, list[Known]] = {True: [], False: []}
    for at, item in enumerate(dates):
        if not item.has_year or (item.last >= published - SLACK and item.first <= published + SLACK):
            continue
        ahead = item.first > published
        sentence = passage.sentences[passage.sentence_of(item.claim)]
        near = [other for other in dates[max(at - 4, 0) : at + 5] if sentence.covers(other.claim.span)]
        if _is_told(passage, item, len(near) == 1, ahead):
            found[ahead].append(item)
    for ahead, items in found.items():
        if items:
            yield _telling(items, ahead, published)


def _is_told(passage: Passage, item: Known, alone: bool, ahead: bool) -> bool:
    """Whether the words before a date say that it is over (where `ahead`) or still to come."""
    before, words = passage.before(item.claim, 90), passage.words_of(passage.sentence_of(item.claim))
    if UNREAL.search(words) or (ahead and _PLANNED.search(words)):
        return False
    if ahead and _LAST.search(before):
        return True
    if not alone:
        return False
    if ahead:
        return _DONE.search(before) is not None and not _TO_BE.search(before)
    booked = _BOOKED.search(before) and _GOES_ON.match(passage.after(item.claim, 24))
    return _COMING.search(before) is not None or bool(booked)


def _telling(items: Sequence[Known], ahead: bool, published: date) -> Finding:
    """One finding for all of them: where there are several, it is the article's date that is doubtful."""
    first = items[0]
    word = "as over, though it lies ahead" if ahead else "as still to come, though it is past"
    several = len(items) > 1
    return Finding(
        check="order",
        severity=Severity.WARNING,
        claims=tuple(item.claim.key for item in items),
        message=f"“{first.claim.quote}” is told {word} of the article's date, {published}.",
        arithmetic=tuple(f"{item.first if ahead else item.last} {'>' if ahead else '<'} {published}" for item in items),
        tolerance="Two days around the article's date, for time zones.",
        suggestion=f"{len(items)} dates are told so: the article's own date may be wrong." if several else "",
    )
