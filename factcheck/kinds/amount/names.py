"""Numbers that only belong to a name: indices of shares, models, emergency lines, the lines of a screen."""

from factcheck.document import Tokens
from factcheck.kinds.amount.reading import Reading, Sort, gap, lower_at, word_at
from factcheck.kinds.amount.words import STOPS

_INDICES = frozenset(
    "s&p sp ftse nasdaq nikkei dax cac stoxx ibex asx nifty russell msci csi kospi fortune topix sse smi aex atx omx "
    "hdax mdax ftse250 tsx crsp".split()
)
_MEMBERS = frozenset(
    (10, 20, 25, 30, 35, 40, 50, 60, 70, 100, 200, 225, 250, 300, 350, 400, 500, 600, 1000, 2000, 3000)
)
_LINES = frozenset((100, 101, 108, 111, 112, 119, 911, 988, 999))
_CALLS = frozenset("call calls caller callers operator operators dispatcher dispatchers emergency hotline".split())
_CALLING = frozenset(
    "call called calls calling dial dials dialled dialed dialling dialing ring rang phoned phone".split()
)
_SCREENS = frozenset(
    "tv tvs television televisions screen screens video videos display displays resolution monitor monitors camera "
    "cameras footage streaming ultra projector projectors".split()
)
_OWNERS = frozenset(("own", "new", "its", "their", "'s", "his", "her"))


def is_name(tokens: Tokens, reading: Reading, before: str) -> bool:
    """Whether digits are part of a name: "FTSE 100", "a 787 Dreamliner", "999 calls"."""
    return (
        _is_index_of_shares(tokens, reading, before)
        or _is_model(tokens, reading, before)
        or _is_emergency(tokens, reading, before)
    )


def _is_index_of_shares(tokens: Tokens, reading: Reading, before: str) -> bool:
    if not reading.number.plain or reading.low not in _MEMBERS:
        return False
    return before in _INDICES or (
        before == "p" and tokens.lowers[max(0, reading.first - 3) : reading.first - 1] == ["s", "&"]
    )


def _is_model(tokens: Tokens, reading: Reading, before: str) -> bool:
    """ "a 787 Dreamliner", "the 911 Turbo", "its own 737 Max": digits between an article or owner and a name."""
    if reading.sort is not Sort.BARE or not reading.number.plain or gap(tokens, reading.last + 1) != 1:
        return False
    name = word_at(tokens, reading.last + 1)
    named = (
        reading.low < 10000
        and name[:1].isupper()
        and not name.isupper()
        and lower_at(tokens, reading.last + 1) not in STOPS
    )
    hundreds = 100 <= reading.low < 1000
    return named and (before in ("a", "an") or (hundreds and (before == "the" or before in _OWNERS)))


def _is_emergency(tokens: Tokens, reading: Reading, before: str) -> bool:
    if not reading.number.plain or reading.low not in _LINES:
        return False
    return lower_at(tokens, reading.number.last + 1) in _CALLS or (reading.sort is Sort.BARE and before in _CALLING)


def is_screen(tokens: Tokens, reading: Reading) -> bool:
    """Whether a thousand is the width of a picture: "4K screens"."""
    if tokens.words[reading.number.last] != "K" or reading.low not in (2000, 4000, 5000, 8000):
        return False
    return lower_at(tokens, reading.number.last + 1) in _SCREENS
