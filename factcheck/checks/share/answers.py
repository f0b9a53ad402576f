"""Answers that exclude each other, and shares of one whole: they cannot be more than everybody."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.model import Finding, Severity
from factcheck.passage import Passage, Sum
from factcheck.sums import HALF, shown

_YES = re.compile(
    r"^ (?:were )?for(?:[,.;]| and\b)|^[^%\d]{0,40}?\b(?:said yes|yes|in favou?r|favou?r\w*|for it|were for|"
    r"voted for|support\w*|approv\w+|"
    r"agreed?|back\w*)\b",
    re.I,
)
_SUPPORT = re.compile(r"\b(?:support|approval|backing) (?:for [\w ]{1,20} )?(?:stood|stands|was|is) at $", re.I)
_NO = re.compile(
    r"^[^%\d]{0,40}?\b(?:said no|no|against|oppos\w+|disapprov\w+|disagreed?|reject\w*|were against|voted against)\b",
    re.I,
)
_UNDECIDED = re.compile(
    r"^[^%\d.;]{0,24}?\b(?:no opinion|no view|undecided|unsure|not sure|uncertain|no answer|not know|n't know|"
    r"(?:refused|declined) to (?:answer|say))\b",
    re.I,
)
"""Who says so gave none of the other answers."""
_ONE_GROUP = re.compile(
    r"\b(?:also|both|several|multiple|of (?:men|women|democrats|republicans|conservatives|\w+ voters|those)|among|"
    r"in \d{4}|"
    r"rose|fell|up|down|compared|while|last year|earlier|another|separate\w*|second|previous\w*|than|from|seats?)\b",
    re.I,
)
_OF_VOTE = re.compile(r" of (?:the )?(?:popular )?votes?\b(?! (?:share|count))", re.I)
_OF_OTHER = re.compile(r" (?:of (?!the votes?\b)|in (?!all)|among|turnout)", re.I)
_REMAINING = re.compile(r"\b(?:the )?(?:remaining|other|rest,?)(?: of (?:them|it|the \w+))?,? (?:about |some )?$", re.I)
_ELSEWHERE = re.compile(
    r"\b(?:rounds?|run-?offs?|wards?|districts?|regions?|provinces?|count(?:y|ies)|states?|cit(?:y|ies)|islands?|"
    r"elsewhere|area|areas|respectively|or more|multiple|once|before|after|ago|until|since)\b",
    re.I,
)
_CANDIDATE = re.compile(r"\b(?:votes?|ballots?|election|runner-up|candidates?)\b", re.I)
_POLLED = re.compile(
    r"\b(?:polled|took|takes|won|wins|got|gets|received|secured|had|has|with|on|scored|"
    r"gained) $",
    re.I,
)
_PAIRED = (
    (r"(?:men|males?|boys|fathers)", r"(?:women|females?|girls|mothers)"),
    (r"(?:rural|in the country(?:side)?)", r"(?:urban|in (?:the )?(?:towns?|cit(?:y|ies)))"),
    (r"(?:domestic|at home)", r"(?:foreign|abroad|overseas|exported)"),
    (r"(?:public|state-owned)", r"(?:private|privately)"),
    (r"(?:full[- ]time)", r"(?:part[- ]time)"),
)
_OPPOSED = tuple(
    (re.compile(rf"^[^%\d]{{0,30}}?\b{one}\b", re.I), re.compile(rf"^[^%\d]{{0,30}}?\b{other}\b", re.I))
    for one, other in _PAIRED
)
"""Groups of one whole to which nobody belongs twice."""
SEVERAL = Decimal(125)
"""Answers that add up to more than this surely belong to several questions."""


def answers(passage: Passage, index: int, row: Sequence[Sum]) -> Iterator[Finding]:
    """Answers that exclude each other and add up to more than everybody."""
    shares = [item for item in row if item.unit == "%"]
    if not 2 <= len(shares) <= 5 or _ONE_GROUP.search(passage.words_of(index)):
        return
    if any(item.amount.bound != "=" for item in shares):
        return
    words = passage.words_of(index)
    after = [passage.after(item.claim, 45) for item in shares]
    votes = bool(_OF_VOTE.match(after[0])) or (
        _CANDIDATE.search(words) is not None
        and _POLLED.search(passage.before(shares[0].claim, 16)) is not None
        and not _ELSEWHERE.search(words)
    )
    votes = votes and not any(_OF_OTHER.match(words) for words in after[1:])
    supported = any(map(_YES.match, after)) or _SUPPORT.search(passage.before(shares[0].claim, 40)) is not None
    opposed = supported and any(map(_NO.match, after))
    for one, other in _OPPOSED:
        opposed = opposed or (len(shares) == 2 and any(map(one.match, after)) and any(map(other.match, after)))
    opposed = opposed or (len(shares) > 2 and _UNDECIDED.match(after[-1]) is not None)
    rest = len(shares) > 1 and _REMAINING.search(passage.before(shares[-1].claim, 40)) and len(shares) == len(row)
    if not (votes or opposed or rest):
        return
    exact = sum((item.value for item in shares), Decimal(0))
    room = HALF * (len(shares) + 1)
    if not (100 + room < exact <= SEVERAL or (rest and not votes and 75 <= exact < 100 - room)):
        return
    line = " + ".join(shown(item.value) for item in shares)
    yield Finding(
        check="share",
        severity=Severity.WARNING,
        claims=tuple(item.claim.key for item in shares),
        message=f"{'Shares of one whole' if rest else 'Answers that exclude each other'} add up to {shown(exact)} %.",
        arithmetic=(f"{line} = {shown(exact)} %", f"{shown(exact)} % {'>' if exact > 100 else '<'} 100 %"),
        tolerance="Half a point of rounding for each answer, and half a point more.",
        suggestion="",
    )
