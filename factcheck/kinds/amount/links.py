"""How two amounts side by side are linked into a range: "-", "to", "or", and "and" after "between"."""

from decimal import Decimal

from factcheck.document import Tokens
from factcheck.kinds.amount.reading import Reading, Sort, lower_at
from factcheck.kinds.amount.tables import CUES_BEFORE

DASHES = frozenset(("-", "–", "—", "~"))
_JOINS = (["and"], ["but"], ["并"], ["且"], ["而"], ["的"], ["，"])
_HEDGES = frozenset(
    (
        "about",
        "around",
        "roughly",
        "just",
        "nearly",
        "almost",
        "as",
        "much",
        "even",
        "over",
        "perhaps",
        "a",
        "approximately",
    )
)
FALL = 20
"""How many times its end the start of a fall may be for one scale to serve both ("from 50 to 45 million")."""


def link_of(tokens: Tokens, left: Reading, right: Reading) -> str:
    """How two neighbours are joined into a range: "-", "to", "or", "and" (after "between"), or ""."""
    between = tokens.lowers[left.last + 1 : right.first]
    if right.signed and right.low < 0 and not between and tokens.words[right.first] == "-" and not right.marked:
        return "-"
    if left.bound + right.bound in ("><", "<>") and between[:1] in _JOINS:
        if (left.low > right.high) is (left.bound == ">"):
            return ""
        cue = CUES_BEFORE.before(tokens, right.first - 1)
        han = between[0] not in ("and", "but") and len(between) <= 6 and not any(map(str.isascii, between))
        return "and" if han or (cue and cue[1] == left.last + 2) else ""
    while between and between[-1] in _HEDGES and len(between) > 1:
        between.pop()
    if len(between) == 3 and between[0] in DASHES and between[2] in DASHES:
        between = between[1:2]
    if len(between) == 2 and between[0] in DASHES and between[1] in ("to", "or"):
        between = between[1:]
    if len(between) == 2 and between[1] in DASHES and between[0] in ("to", "or"):
        between = between[:1]
    if len(between) == 2 and between[0] in DASHES and between[1] in DASHES:
        return "-"
    if len(between) == 3 and between[0] == "in" and between[2] == "to" and _said_before(tokens, left, ("from",)):
        return "to" if between[1].isdigit() else ""
    if len(between) != 1:
        return ""
    if between[0] in DASHES:
        return "-"
    if between[0] in ("到", "至", "から"):
        return "to"
    if between[0] in ("与", "和", "與", "及") and any(
        word in ("间", "間") for word in tokens.words[right.last + 1 : right.last + 3]
    ):
        return "and"
    if between[0] in ("to", "through"):
        return "to"
    if between[0] == "and" and _said_before(tokens, left, ("between",)):
        return "and"
    if (
        between[0] == "or"
        and left.high <= right.low <= FALL * max(left.high, Decimal(1))
        and left.sort <= Sort.COUNT
        and left.unit is None
    ):
        return "or" if left.number.worded == right.number.worded else ""
    return ""


def _said_before(tokens: Tokens, reading: Reading, words: tuple[str, ...]) -> bool:
    return any(lower_at(tokens, reading.first - back) in words for back in (1, 2, 3))


def units_agree(left: Reading, right: Reading, link: str) -> bool:
    if left.unit is None or left.unit == right.unit:
        return True
    if right.unit is None:
        return left.sort is Sort.MONEY and left.marked
    if left.sort is Sort.MONEY and left.marked and right.sort is Sort.COUNT:
        if link != "-" and not right.number.scaled:
            return False
        return not right.number.worded and left.number.low < right.high
    if right.unit.startswith(left.unit + "/"):
        return True
    return left.sort is Sort.COUNT and right.sort is Sort.COUNT and link != "-"


def is_even(left: Reading, right: Reading) -> bool:
    """ "50-50", "a 60-60 split"."""
    return left.sort is Sort.BARE and right.sort <= Sort.COUNT and left.low == right.low
