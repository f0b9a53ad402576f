"""Number words that stand for a noun, not for a count: "one", "the two", "the second half"."""

from factcheck.document import Tokens
from factcheck.kinds.amount.plurals import is_plural
from factcheck.kinds.amount.reading import Reading, Sort, gap, lower_at, word_at
from factcheck.kinds.amount.tables import CUES_BEFORE
from factcheck.kinds.amount.words import STOPS
from factcheck.numbers import SMALL, TENS

_BEFORE_PRONOUN = frozenset(
    "the this that which any every each no another some last next big new good old first only as not for on by at "
    "with such square nobody someone loved little lucky right wrong".split()
)
_ALONE = frozenset("man woman way times time size stop trick hit off star".split())
"""What hangs on a "one" that counts nothing: "a one-man crime wave", "a one-time bassist"."""
_BODIES = frozenset(
    "staff workforce crew team squad panel jury board committee council commission cabinet delegation cast mother "
    "father mum mom dad".split()
)
"""What is told by how many people it has: "a staff of seven", "a mother of three"."""
_TALLIED = frozenset("vote abstention objection exception death fatality casualty injury arrest seat goal".split())
"""What is counted also where there is one of it: "9 votes to 2, with one abstention"."""
_BEFORE_ONE_OF = frozenset("the this any each every no another some which only".split())
_AFTER_PRONOUN = frozenset(
    "another that who can could would might must is was has had will shall should to in on for from with by at or "
    "and but up down more less way day thing side hand reason time point another's else said says if where when as "
    "of than , . ; : ) ! ?".split()
)
_BEFORE_ZERO = frozenset(
    "to at near nearly almost above below around virtually practically effectively was is were are reached hit".split()
)
_IDIOMS = frozenset("day thing things way ways time times side hand reason point another bit step kind sort".split())


def is_pronoun(tokens: Tokens, reading: Reading, before: str) -> bool:
    """Whether "one" or a small number in words stands for a noun, not for a count."""
    number, after = reading.number, lower_at(tokens, reading.number.last + 1)
    if number.part:
        return _is_half_of_play(tokens, reading, before, after)
    if _opens_range(tokens, number.last + 1):
        return False
    if number.low in (0, 1) and number.first == number.last:
        if reading.signed or (number.low == 0 and reading.sort is Sort.BARE and _is_level_of_nothing(before, after)):
            return False
        if after == "of" and reading.sort is Sort.COUNT and lower_at(tokens, number.last + 2) not in ("a", "many"):
            return before in _BEFORE_ONE_OF
        if reading.hyphened and reading.unit in _ALONE:
            return True
        if _is_of_so_many(tokens, number.last):
            return False
        if before in ("with", "for", "and", "by") and reading.unit in _TALLIED and number.low == 1:
            return False
        if before in _BEFORE_PRONOUN or before == "-" or after in _IDIOMS:
            return True
        if reading.sort is Sort.BARE or (after in _AFTER_PRONOUN and after != "of"):
            return not (after in ("in", "to", "or") and word_at(tokens, number.last + 2)[:1].isdigit())
        if number.low == 0 and not is_plural(lower_at(tokens, reading.last)):
            return True
        return number.low == 0 and (before in ("net", "ground", "from", "absolute", "sub") or reading.hyphened)
    if reading.unit == "side" and number.low == 2:
        return True
    if reading.sort is Sort.BARE:
        if tokens.lowers[number.last + 1 : number.last + 3] in (["to", "one"], ["to", "1"]):
            return True
        if before in ("the", "these", "those", "first", "last", "next", "other", "all", "-", "just", "of"):
            return number.low < 20 and not (before == "of" and lower_at(tokens, reading.first - 2) in _BODIES)
        return after == "-" and gap(tokens, number.last + 1) == 0
    return False


def _is_of_so_many(tokens: Tokens, at: int) -> bool:
    """Whether a noun and a larger number in words follow the "one" at token `at`: "one child in three"."""
    return (
        tokens.lowers[at] == "one"
        and lower_at(tokens, at + 2) == "in"
        and (SMALL.get(lower_at(tokens, at + 3), 0) > 1 or lower_at(tokens, at + 3) in TENS)
        and lower_at(tokens, at + 1).isalpha()
        and not is_plural(lower_at(tokens, at + 4))
    )


def _is_level_of_nothing(before: str, after: str) -> bool:
    """Whether "zero" is what something fell to or is near: "exports fell to zero"."""
    return before in _BEFORE_ZERO and (not after.isalpha() or after in STOPS)


def _opens_range(tokens: Tokens, at: int) -> bool:
    """Whether "to", "or" and another number follow at token `at`: "one to two years", "five-to-six weeks"."""
    if lower_at(tokens, at) == "-":
        at += 1
    if lower_at(tokens, at) not in ("to", "or"):
        return False
    at += 2 if word_at(tokens, at + 1) == "-" else 1
    word = lower_at(tokens, at)
    return word[:1].isdigit() or (word != "one" and (word in SMALL or word in TENS))


def _is_half_of_play(tokens: Tokens, reading: Reading, before: str, after: str) -> bool:
    """ "the second half", "half-time", "half way", "third of the season"."""
    word = tokens.lowers[reading.number.first]
    if word != "half" or reading.number.last > reading.number.first:
        return False
    if reading.first and after != "-" and CUES_BEFORE.before(tokens, reading.first - 1):
        return False
    return (
        after == "-"
        or before
        in ("first", "second", "the", "last", "other", "better", "each", "either", "one", "this", "that", "latter")
        or after not in ("of", "the", "its", "their", "his", "her", "that", "as", "price")
    )
