"""The order of dates: a time ends after it begins, a death follows a birth, what has been was before the article.

Formula: the later end compared with the earlier one, by calendar days. Units: days. Tolerance: none between written
dates; two days around the article's date, since time zones and night desks differ.
Silent: dates without a written year, years before Christ, plans, conditions, quoted speech and reported history.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from factcheck.checks import Check
from factcheck.dating import Known, is_birth, is_death, known, lifespans, stretches
from factcheck.model import Article, Claim, Finding, Severity
from factcheck.passage import Passage, days_of, passage_of

_BACKWARDS = re.compile(
    r"\b(?:back|backwards?|reverse|compared|comparing|down|rewind|BC|B\.C\.|BCE|counting)\b|–\d\d?\b"
)
_NOT_OVER = r"(?<!ed )(?<!won )(?<!built )(?<!made )(?<!held )(?<!begun )(?<!lost )"
_COMING = re.compile(
    r"\b(?:will|shall|is to|are to|(?:is|are) (?:due|set|scheduled|expected|planned) to|(?:is|are) going to) "
    r"(?:(?:\w+ ){0,4}be \w+ (?:on|in|from|by|until|before)|"
    rf"(?:\w+ ){{1,9}}{_NOT_OVER}(?:by|until|before)|(?:\w+ ){{1,5}}{_NOT_OVER}(?:on|in|from)) (?:the )?$|"
    r"\bdeadline(?: [\w'’-]+){0,6}? is (?:the )?$",
    re.I,
)
_DONE = re.compile(
    r"\b(?:was|were) (?:held|born|killed|signed|opened|arrested|elected|released|published|found|built|closed|"
    r"sold|founded|"
    r"shot|buried|jailed|launched|adopted|approved|created|attacked|destroyed|sworn in) "
    r"(?:\w+ ){0,4}?(?:on|in) (?:the )?$|"
    r"\b(?:died|resigned|won|began|started|opened|collapsed|crashed|married|retired|arrived) (?:\w+ ){0,4}?(?:on|in) $",
    re.I,
)
_UNREAL = re.compile(
    r"\b(?:would|could|might|if|when|unless|novel|film|fiction\w*|imagin\w*|forecast|predict\w*|projected|scenario|"
    r"should|(?-i:may)|until|once)\b|[\"“”]",
    re.I,
)
_PLANNED = re.compile(r"\b(?:due|scheduled|set|expected|planned)\b", re.I)
_ONE_LIFE = re.compile(r"[^A-Z]*")
_OTHER_LIFE = re.compile(r"\b(?:where|whose|uncle|father|mother|brother|sister|son|daughter|wife|husband)\b")
_OF = re.compile(r"\b(?:of|the|in|on|during|from|between) $|\($", re.I)
_STAGES = tuple(
    tuple(re.compile(rf"\b(?:{stage})\b(?:,? [\w'’-]+){{0,8}}?,? (?:on|in) (?:the )?$", re.I) for stage in stages)
    for stages in (
        (
            "arrested|detained",
            "charged|indicted",
            "tried|convicted|found guilty|stood trial|went on trial",
            "sentenced|jailed",
            "released|freed|paroled",
        ),
        ("founded|set up|established|formed", "closed|dissolved|wound up|bankrupt|disbanded|folded"),
        (
            "elected|appointed|hired|took office|sworn in|joined",
            "resigned|dismissed|fired|sacked|left|retired|stepped down",
        ),
        ("signed|agreed", "ratified|repealed|terminated"),
        (
            "begun|began|proposed|designed|started|commissioned|ordered",
            "completed|finished|unveiled|inaugurated|delivered|ended|concluded",
        ),
        ("opened", "closed|shut|demolished|ended"),
        ("built", "demolished|torn down|pulled down|destroyed"),
        ("bought|acquired", "sold"),
        ("launched|introduced", "scrapped|abolished|withdrawn|axed"),
        ("married|wed", "divorced|separated"),
        ("filed|submitted", "granted|rejected|approved"),
        ("enrolled|enlisted|entered|matriculated", "graduated|discharged|left"),
        ("moved to|arrived", "left|departed|returned"),
        ("diagnosed", "cured|died"),
        ("planted|sown", "harvested"),
        ("kidnapped|abducted|captured", "released|freed|rescued"),
        ("infected|admitted", "discharged|recovered"),
    )
)
"""What happens in this order, if it happens to one thing."""
_AND_THEN = re.compile(
    r",? (?:and|but|before being|then)(?:,? [\w'’-]+){1,10}?,? (?:on|in) (?:the )?|"
    r", [a-z]+(?: [\w'’-]+){0,6}? (?:on|in) (?:the )?"
)
_HE_DID = re.compile(
    r"(?:He|She) (?:[a-z]+ly |first |then |later |also )?(?:was |had |had been )?[a-z]+(?:ed|"
    r"t|n|k|w|g|e|d)\b"
)
_HE_DID_IN = re.compile(
    r"(?:He|She)(?: (?!that\b|which\b|who\b|whose\b|where\b|about\b|on\b|of\b|how\b|what\b|by\b)[\w'’-]+){1,7}"
    r" (?:in|until|on) "
)
_IN = re.compile(r" (?:in|until|on) $")
_BORN_TO = re.compile(
    r"\b(?:posthum\w*|named|honou?red|buried|remembered|born|awarded|history|released|"
    r"dating|from the)\b"
)
_DIGIT = re.compile(r"\d")
_NOT_THEN = re.compile(
    r"\b(?:having|had|has|previously|earlier|formerly|once|already|ones?|another|other|first|whose|which|who|"
    r"that|where|"
    r"again|later|its|their|his|her)\b"
)
"""What makes the second of two steps one of something else, or one that came before."""
SLACK = timedelta(days=2)


def look(article: Article, claims: Sequence[Claim]) -> Iterator[Finding]:
    """Dates that stand the wrong way round."""
    dates = known(days_of(claims))
    if not dates:
        return
    passage = passage_of(article)
    yield from _ends(passage, dates)
    yield from _lives(passage, dates)
    yield from _stages(passage, dates)
    yield from _beyond(passage, dates)
    published = article.published
    if published and published.day and not published.inferred:
        yield from _told(passage, dates, published.day)


def _ends(passage: Passage, dates: Sequence[Known]) -> Iterator[Finding]:
    spans = {birth.claim.key for birth, _ in lifespans(passage, dates)}
    for one, other in stretches(passage, dates):
        if not (one.has_year and other.has_year) or other.last >= one.first or one.claim.key in spans:
            continue
        if not _OF.search(passage.before(one.claim, 24)):
            continue
        if one.grain in ("decade", "century") or _BACKWARDS.search(passage.words_of(passage.sentence_of(one.claim))):
            continue
        yield _finding(
            other,
            one,
            f"What begins {one.claim.quote} cannot end {other.claim.quote}.",
            "None: both years are written.",
        )


def _stages(passage: Passage, dates: Sequence[Known]) -> Iterator[Finding]:
    """What is told as two steps of one course, the later one first: "arrested on A and charged on B"."""
    for one, other in pairwise(dates):
        gap = passage.between(one.claim, other.claim)
        if other.last >= one.first or len(gap) > 90 or not _AND_THEN.fullmatch(gap):
            continue
        if not (one.has_year and other.has_year) and not _is_near(one, other):
            continue
        if _UNREAL.search(passage.words_of(passage.sentence_of(one.claim))) or _NOT_THEN.search(gap):
            continue
        before = passage.before(one.claim, 50)
        for stages in _STAGES:
            first = next((at for at, stage in enumerate(stages) if stage.search(before)), len(stages))
            if any(stage.search(gap) for stage in stages[first + 1 :]):
                message = f"What came first is dated {one.claim.quote}, what followed {other.claim.quote}."
                yield _finding(other, one, message, "None: both are days of one year, or their years are written.")
                break


def _is_near(one: Known, other: Known) -> bool:
    """Whether two days without a year are so near that they are of one year."""
    written = one.grain == other.grain == "day" and _DIGIT.search(one.claim.quote) and _DIGIT.search(other.claim.quote)
    return bool(written and not other.has_year and one.first - other.first < timedelta(days=100))


def _lives(passage: Passage, dates: Sequence[Known]) -> Iterator[Finding]:
    pairs = list(lifespans(passage, dates))
    groups: dict[int, list[Known]] = {}
    for item in dates:
        if item.has_year:
            groups.setdefault(passage.sentence_of(item.claim), []).append(item)
    for group in groups.values():
        births = [item for item in group if is_birth(passage, item)]
        deaths = [item for item in group if is_death(passage, item)]
        if len(births) == len(deaths) == 1 and len(group) == 2 and births != deaths:
            gap = passage.between(group[0].claim, group[1].claim)
            if _ONE_LIFE.fullmatch(gap) and not _OTHER_LIFE.search(gap):
                pairs.append((births[0], deaths[0]))
    for birth, death in pairs:
        if death.last < birth.first and not _BACKWARDS.search(passage.words_of(passage.sentence_of(birth.claim))):
            message = f"Nobody born {birth.claim.quote} died {death.claim.quote}."
            yield _finding(death, birth, message, "None: both years are written.")


def _beyond(passage: Passage, dates: Sequence[Known]) -> Iterator[Finding]:
    """What somebody did before being born or after dying, in an article that tells of one life."""
    written = [item for item in dates if item.has_year]
    births = [item for item in written if is_birth(passage, item)]
    deaths = [item for item in written if is_death(passage, item)]
    if len(births) != 1:
        return
    birth, death = births[0], deaths[0] if len(deaths) == 1 else None
    for item in written:
        index = passage.sentence_of(item.claim)
        words = passage.words_of(index)
        does = _HE_DID.match(words)
        if item in (birth, death) or does is None or _OTHER_LIFE.search(words) or _UNREAL.search(words):
            continue
        before = passage.before(item.claim, 200)
        if (
            not _HE_DID_IN.fullmatch(before)
            or not _IN.search(before)
            or re.search(r"[,;:()]", before)
            or _BORN_TO.search(words)
        ):
            continue
        if item.last < birth.first:
            message = f"Nobody born {birth.claim.quote} did anything {item.claim.quote}."
            yield _finding(item, birth, message, "None: both years are written.")
        elif death is not None and item.first > death.last:
            message = f"Nobody who died {death.claim.quote} did anything {item.claim.quote}."
            yield _finding(item, death, message, "None: both years are written.", later=True)


def _told(passage: Passage, dates: Sequence[Known], published: date) -> Iterator[Finding]:
    """What is told as coming but lies behind the article, and what is told as done but lies before it."""
    told: dict[bool, list[Known]] = {True: [], False: []}
    for at, item in enumerate(dates):
        if not item.has_year or (item.last >= published - SLACK and item.first <= published + SLACK):
            continue
        before = passage.before(item.claim, 90)
        ahead = item.first > published
        match = (_DONE if ahead else _COMING).search(before)
        index = passage.sentence_of(item.claim)
        sentence = passage.sentences[index]
        words = passage.words_of(index)
        if match is None or _UNREAL.search(words) or (ahead and _PLANNED.search(words)):
            continue
        if sum(sentence.covers(other.claim.span) for other in dates[max(at - 4, 0) : at + 5]) > 1:
            continue
        told[ahead].append(item)
    for ahead, items in told.items():
        if items:
            yield _telling(items, ahead, published)


def _telling(items: Sequence[Known], ahead: bool, published: date) -> Finding:
    """One finding for all of them: where there are several, it is the article's date that is doubtful."""
    first = items[0]
    word = "as over, though it lies ahead" if ahead else "as still to come, though it is past"
    several = len(items) > 1
    return Finding(
        check=CHECK.name,
        severity=Severity.WARNING,
        claims=tuple(item.claim.key for item in items),
        message=f"“{first.claim.quote}” is told {word} of the article's date, {published}.",
        arithmetic=tuple(f"{item.first if ahead else item.last} {'>' if ahead else '<'} {published}" for item in items),
        tolerance="Two days around the article's date, for time zones.",
        suggestion=f"{len(items)} dates are told so: the article's own date may be wrong." if several else "",
    )


def _finding(accused: Known, other: Known, message: str, tolerance: str, *, later: bool = False) -> Finding:
    return Finding(
        check=CHECK.name,
        severity=Severity.ERROR,
        claims=(accused.claim.key, other.claim.key),
        message=message,
        arithmetic=(f"{accused.first} > {other.last}" if later else f"{accused.last} < {other.first}",),
        tolerance=tolerance,
        suggestion="The two dates exchanged would fit.",
    )


CHECK = Check("order", "The order of dates", look)
