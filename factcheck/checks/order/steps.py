"""Two steps of one course, the later one dated first: "founded in 1998, was sold in 1989"."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import pairwise

from factcheck.checks.order.found import UNREAL, finding
from factcheck.dating import Known
from factcheck.model import Finding
from factcheck.passage import Passage

_COURSES = (
    (
        "arrested|detained",
        "charged|indicted",
        "tried|convicted|found guilty|stood trial|went on trial",
        "sentenced|jailed",
        "released|freed|paroled",
    ),
    (
        "founded|set up|established|formed|started|launched|created|incorporated",
        "closed|dissolved|wound up|bankrupt|disbanded|folded|sold|taken over|liquidated|collapsed",
    ),
    (
        "elected|appointed|hired|took office|takes office|sworn in|joined|recruited|promoted|crowned|enthroned",
        "resigned|dismissed|fired|sacked|left|retired|stepped down|ousted|died|abdicated|deposed|impeached",
    ),
    (
        "signed|agreed|concluded|passed|adopted|enacted|introduced|imposed",
        "ratified|repealed|terminated|expired|expires|revoked|lifted|annulled|abolished|overturned",
    ),
    (
        "begun|began|begins|proposed|designed|started|starts|commissioned|ordered|broke out",
        "completed|finished|finishes|unveiled|inaugurated|delivered|ended|ends|concluded|concludes",
        "demolished|destroyed|torn down|pulled down|scrapped|dismantled",
    ),
    ("opened|opens|reopened", "closed|closes|shut|shuts|demolished|ended|ends|collapsed"),
    ("built|erected|constructed", "demolished|torn down|pulled down|destroyed|dismantled|burned down|burnt down"),
    ("bought|acquired|purchased", "sold|resold"),
    (
        "launched|introduced|approved|licensed|unveiled|released",
        "scrapped|abolished|withdrawn|axed|discontinued|banned|recalled|cancelled|canceled",
    ),
    ("married|wed", "divorced|separated|widowed"),
    ("filed|submitted|applied|lodged", "granted|rejected|approved|dismissed"),
    ("enrolled|enlisted|entered|matriculated", "graduated|discharged|left"),
    ("moved to|arrived", "left|departed|returned"),
    ("sailed|set sail|left|departed|took off|set off|set out", "sank|sunk|arrived|docked|landed|returned|crashed"),
    ("diagnosed", "cured|died"),
    ("planted|sown", "harvested|felled"),
    ("written|composed|painted|recorded|filmed", "published|premiered|performed|exhibited"),
    ("kidnapped|abducted|captured|taken hostage", "released|freed|rescued"),
    ("infected|admitted", "discharged|recovered"),
)
"""What happens in this order, if it happens to one thing."""
_REACH = r"(?:,? [\w'’-]+){0,8}?,? (?:on|in) (?:the )?$"
_STAGES = tuple(tuple(re.compile(rf"\b(?:{stage})\b{_REACH}", re.I) for stage in course) for course in _COURSES)
_LATER = re.compile(rf"\b(?:{'|'.join(stage for course in _COURSES for stage in course[1:])})\b{_REACH}", re.I)
"""Any step that is not the first one of its course."""
_AND_THEN = re.compile(
    r",? (?:and|but|before being|then)(?:,? [\w'’-]+){1,10}?,? (?:on|in) (?:the )?|"
    r", [a-z]+(?: [\w'’-]+){0,6}? (?:on|in) (?:the )?"
)
_NOT_THEN = re.compile(
    r"\b(?:having|had|has|previously|earlier|formerly|once|already|ones?|another|other|first|whose|which|who|"
    r"that|where|"
    r"again|later|its|their|his|her)\b"
)
"""What makes the second of two steps one of something else, or one that came before."""
_SINCE_ENDED = re.compile(
    r"\b(?:which|that|who) (?:had )?(?:ended|finished|closed|concluded) (?:in|on) (?:the )?$", re.I
)
_BEGAN_THEN = re.compile(r", (?:began|started|broke out|was founded|was launched) (?:in|on) (?:the )?", re.I)
_AS_ANOTHER = re.compile(r",? (?:as|again|anew|under|prices|dollars|terms|money|for the second)\b")
_OF_ANOTHER = re.compile(r",? (?:and|but) (?:the|an?|this|that|these|those|some|all|most|both)\b")
_DIGIT = re.compile(r"\d")
_TOLERANCE = "None, for both are days of one year or their years are written."
NEAR = timedelta(days=100)


def steps(passage: Passage, dates: Sequence[Known]) -> Iterator[Finding]:
    """What is told as two steps of one course and dated the other way round."""
    for one, other in pairwise(dates):
        gap = passage.between(one.claim, other.claim)
        if len(gap) > 90 or not ((one.has_year and other.has_year) or _is_near(one, other)):
            continue
        if UNREAL.search(passage.words_of(passage.sentence_of(one.claim))):
            continue
        if _AS_ANOTHER.match(passage.after(other.claim, 20)):
            continue
        before = passage.before(one.claim, 60)
        another = _NOT_THEN.search(gap) or _OF_ANOTHER.match(gap)
        if other.last < one.first and _AND_THEN.fullmatch(gap) and not another and _follows(before, gap):
            message = f"What came first is dated {one.claim.quote}, what followed {other.claim.quote}."
            yield finding(other, one, message, _TOLERANCE)
        elif one.last < other.first and _SINCE_ENDED.search(before) and _BEGAN_THEN.fullmatch(gap):
            message = f"What began {other.claim.quote} cannot have ended {one.claim.quote}."
            yield finding(one, other, message, _TOLERANCE)


def _follows(before: str, gap: str) -> bool:
    """Whether the words before the second date tell of a later step than those before the first one."""
    if not _LATER.search(gap):
        return False
    for stages in _STAGES:
        first = next((at for at, stage in enumerate(stages) if stage.search(before)), len(stages))
        if any(stage.search(gap) for stage in stages[first + 1 :]):
            return True
    return False


def _is_near(one: Known, other: Known) -> bool:
    """Whether two days without a year are so near that they are of one year."""
    written = one.grain == other.grain == "day" and _DIGIT.search(one.claim.quote) and _DIGIT.search(other.claim.quote)
    return bool(written and not other.has_year and abs(one.first - other.first) < NEAR)
