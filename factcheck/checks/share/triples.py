"""Three numbers in a row that are a part, its whole and the share told, in the orders in which news puts them."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from factcheck.checks.share.parts import (
    ASIDE,
    CLOSED,
    ENDS,
    OF,
    OTHER,
    is_part,
    is_part_of_whole,
    is_share,
    is_whole,
    judge,
)
from factcheck.model import Finding
from factcheck.passage import Passage, Sum

_THEN = re.compile(
    r"(?: [a-z]+){0,4}?(?:, or |, | or | \(|, (?:that is|that[’']s|i\.e\.|namely|which is),? | - | [–—] )(?:about |"
    r"only |just |nearly |almost )?",
    re.I,
)
_OR = re.compile(r"(?: [a-z]+){0,2}?(?:, or | \(|, that is )", re.I)
_DET = r"(?:the |its |their |his |her |all |all the |a total of |an estimated |some |about |around )*"
_OF_ITS = re.compile(
    rf"(?:\)|,| [-–—]|[–—])? (?:out )?of {_DET}(?:[\w-]+['’]s )?(?:total |whole |entire |full |overall )?"
    r"(?:[a-z]+ of )?",
    re.I,
)
_OR_SO = re.compile(
    r"(?: [a-z-]+){0,4}?(?:, or |, that is | or |, | \((?:or )?| [-–—] |[–—])(?:about |only |just |nearly |almost |"
    r"some |"
    r"roughly |around |over |exactly |equal to |the equivalent of )?",
    re.I,
)
_WHICH_IS = re.compile(
    r"[^.;:()\d]{0,60}?(?:,| [-–—]) (?:which is|which was|which makes|that is|an? (?:share|rate|proportion|"
    r"turnout) of|equal to) "
    r"(?:about |only |just |nearly |almost |roughly )?",
    re.I,
)
_OF_TOTAL = re.compile(r" of (?:the (?:total|whole)|all|it all|those (?:cast|asked|polled|invited))\b")
_OF_NAMED = re.compile(r" of (?:the|its|their) [a-z]+(?=[.,;]|$)")
_ASIDE_OF = re.compile(
    r"(?:[^,;.()\d]{0,40}(?::| [-–—]|[–—]) ?(?:or )?| of (?:the|its|their|all) [a-z]+, )(?:about |some |exactly |"
    r"just )?",
    re.I,
)
_LATER = re.compile(r"[^.;:()\d]{0,60}(?:,| [-–—]|[–—]) (?:or )?(?:about |only |just |nearly |almost )?", re.I)
_RATE_OF = re.compile(r"\ban? (?:turnout|rate) of ")
_WHOLE = re.compile(r"\bof (?:the |its |their |all )?$", re.I)
_PORTION = re.compile(r"\b(?:turnout|share|proportion)\b", re.I)
_MOVED = re.compile(r"\b(?:rose|fell|up|down|increas\w+|grew|dropped|declined|cut|by|jump\w*|target|goal)\b", re.I)
_MORE = re.compile(r"\b(?:another|extra|additional|further|and) (?:about |some )?$", re.I)
_WHOLE_LEADS = re.compile(r"\bof (?:the |its |their |all )?$", re.I)


class Triple(NamedTuple):
    """Three numbers with the words between them and a few after."""

    passage: Passage
    one: Sum
    two: Sum
    three: Sum
    first: str
    second: str
    after: str

    def before(self, length: int) -> str:
        """Some words before the first."""
        return self.passage.before(self.one.claim, length)


class Told(NamedTuple):
    """Which of three numbers is what; `accused` is the one that a checker looks at first."""

    portion: Sum
    whole: Sum
    share: Sum
    accused: Sum
    tied: bool = False


def triples(passage: Passage, one: Sum, two: Sum, three: Sum) -> Iterator[Finding]:
    """A share that its part and whole do not give."""
    first, second = passage.between(one.claim, two.claim), passage.between(two.claim, three.claim)
    triple = Triple(passage, one, two, three, first, second, passage.after(three.claim, 24))
    told = _told(triple)
    if told is not None:
        yield from judge(told.portion, told.whole, told.share, told.accused, tied=told.tied)


def _told(at: Triple) -> Told | None:
    """What the three are, where one of the forms says so."""
    if OTHER.search(_RATE_OF.sub("", at.second) + ("" if CLOSED.match(at.after) else at.after)):
        return None
    if at.second.endswith("(") and not at.after.startswith(")"):
        return None
    if is_part(at.two, at.three) and is_share(at.one) and _OF_ITS.fullmatch(at.second) and ASIDE.fullmatch(at.first):
        return _share_first(at)
    if is_share(at.two) and is_whole(at.one, at.three) and _OF_ITS.fullmatch(at.second) and _OR_SO.fullmatch(at.first):
        return _share_between(at)
    if (stake := _stake(at)) is not None:
        return stake
    if not _ends(at):
        return None
    return next((form(at) for form, fits in _FORMS if fits(at)), None)


def _ends(at: Triple) -> bool:
    """Whether the last number closes what is said of the others."""
    total = _OF_TOTAL.match(at.after)
    named = at.second.endswith(", or ") and _OF_NAMED.match(at.after)
    if not (named or total or ENDS.match(at.after)) or at.before(5).endswith(" and "):
        return False
    # "12 of the 30 villages, half of them without power": of the 12.
    return not at.after.startswith(" of") or " or " in at.second or total is not None


def _share_first(at: Triple) -> Told | None:
    """ "40% (12 of the 30)", "40%: 12 of the 30 came"."""
    bracket = at.first.endswith("(") and at.passage.after(at.three.claim, 30).partition(")")[1]
    opening = at.before(40)
    turnout = _ASIDE_OF.fullmatch(at.first) and not _MOVED.search(opening) and at.three.unit not in ("", "person")
    if bracket or (turnout and (" of " in at.first or _PORTION.search(opening))):
        return Told(at.two, at.three, at.one, at.one)
    return None


def _share_between(at: Triple) -> Told | None:
    """ "12 jobs, or 40% of its 30 workers"."""
    if _WHOLE.search(at.before(12)) or _MORE.search(at.before(12)):
        return None
    return Told(at.one, at.three, at.two, at.two, tied=True)


def _share_last(at: Triple) -> Told | None:
    """ "12 of the 30, or 40%"."""
    told = _THEN.fullmatch(at.second) or _WHICH_IS.fullmatch(at.second)
    if told or (_LATER.fullmatch(at.second) and _OF_TOTAL.match(at.after)):
        return Told(at.one, at.two, at.three, at.three, tied="-" in at.two.claim.quote)
    return None


def _whole_first(at: Triple) -> Told | None:
    """ "Of 30 members, 40%, or 12,"."""
    if re.fullmatch(r"(?: [a-z]+){0,3}, ", at.first) and _OR.fullmatch(at.second) and CLOSED.match(at.after):
        return Told(at.three, at.one, at.two, at.two)
    return None


def _of_them(at: Triple) -> Told | None:
    """ "it has 30 members; 12 of them, 40%, came"."""
    return Told(at.two, at.one, at.three, at.three)


def _share_of_whole(at: Triple) -> Told | None:
    """ "40% of the 30 members, or 12"."""
    bare = (
        re.fullmatch(r"(?: [a-z]+)?(?:, | [-–—] |[–—])", at.second)
        and CLOSED.match(at.after)
        and at.three.unit in ("", at.two.unit)
    )
    return Told(at.three, at.two, at.one, at.three) if bare or _OR.fullmatch(at.second) else None


def _whole_then_part(at: Triple) -> Told | None:
    """ "Of the 30 members, only 12, or 40%, came"."""
    alone = re.fullmatch(r"(?: [-–—] |[–—]|, )", at.second) and CLOSED.match(at.after)
    if alone or _OR.fullmatch(at.second) or _WHICH_IS.fullmatch(at.second):
        return Told(at.two, at.one, at.three, at.three)
    return None


def _stake(at: Triple) -> Told | None:
    """ "paid $1.4bn for a 40% stake, valuing the firm at $3.5bn", "a 40% stake for $1.4bn, valuing it at $3.5bn"."""
    if _DEBT.search(at.passage.after(at.three.claim, 60)) or not _VALUING.fullmatch(at.second):
        return None
    if is_share(at.two) and at.two.unit == "%" and _FOR_STAKE.fullmatch(at.first) and at.second.startswith(" stake"):
        return Told(at.one, at.three, at.two, at.three)
    if is_share(at.one) and at.one.unit == "%" and _STAKE_FOR.fullmatch(at.first):
        return Told(at.two, at.three, at.one, at.three)
    return None


_FOR_STAKE = re.compile(r" (?:in cash )?for (?:an? |its |the |another )?(?:[a-z]+ )?")
_STAKE_FOR = re.compile(r" (?:stake|share|holding|interest)(?: in [^.;:()\d]{1,40}?)? (?:for|at|worth) (?:about )?")
_VALUING = re.compile(
    r"(?: (?:stake|share|holding|interest)(?: in [^.;:()\d]{1,40}?)?)?,? (?:in a deal )?(?:which |that )?"
    r"(?:valuing|values|valued|giving|gives|gave) [^.;:()\d]{1,40}? (?:at|a value of|a valuation of|worth) "
    r"(?:about |some )?"
)
_DEBT = re.compile(r"\b(?:debts?|enterprise|liabilities|post-money|after the)\b", re.I)
_BY_THEM = re.compile(r" of them(?:, (?:or )?| \(| [-–—] (?:or )?|[–—])")
_ONLY = re.compile(r"(?: [a-z]+){0,4}(?:, | [-–—] |[–—])(?:only |just |some |about )?")
_FORMS: tuple[tuple[Callable[[Triple], Told | None], Callable[[Triple], bool]], ...] = (
    (_share_last, lambda at: is_share(at.three) and is_part_of_whole(at.one, at.two, at.first)),
    (
        _whole_first,
        lambda at: is_share(at.two) and is_part(at.three, at.one) and bool(_WHOLE_LEADS.search(at.before(16))),
    ),
    (
        _of_them,
        lambda at: (
            is_share(at.three)
            and is_part(at.two, at.one)
            and bool(_BY_THEM.fullmatch(at.second) and CLOSED.match(at.after))
        ),
    ),
    (
        _share_of_whole,
        lambda at: (
            is_share(at.one)
            and is_part(at.three, at.two)
            and bool(OF.fullmatch(at.first) or at.first in (" the ", " its ", " their "))
        ),
    ),
    (
        _whole_then_part,
        lambda at: (
            is_part(at.two, at.one)
            and is_share(at.three)
            and bool(_ONLY.fullmatch(at.first) and _WHOLE.search(at.before(12)))
        ),
    ),
)
"""How three numbers may stand, each with what must hold before it is looked at; the first that fits decides."""
