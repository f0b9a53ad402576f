"""Numbers that are no amounts: parts of names and codes, years, scores, list numbers and indices."""

from factcheck.document import Tokens
from factcheck.kinds.amount.labels import is_alone
from factcheck.kinds.amount.names import is_screen
from factcheck.kinds.amount.plurals import is_plural
from factcheck.kinds.amount.pronouns import is_pronoun
from factcheck.kinds.amount.reading import Reading, Sort, gap, lower_at, word_at
from factcheck.kinds.amount.tables import CUES_BEFORE, SYMBOLS
from factcheck.kinds.amount.words import SCORES

_YEAR_FIRST, _YEAR_LAST = 1500, 2099
_ENCLITICS = frozenset(("st", "nd", "rd", "th", "s", "'s", "g", "d", "x"))
_BEFORE_YEARS = frozenset(
    "the of in since by early late mid from for its their a and this his 's until before after ,".split()
)
_DASHES = frozenset("-–—")
_CODE_MARKS = frozenset("-–./)")
_JOINTS = frozenset("to or and sub by minus".split())


def is_glued_name(tokens: Tokens, reading: Reading, done: int) -> bool:
    """Whether letters or marks that touch the number make it part of a name or code: "G7", "COVID-19", "#3", "5th".

    Tokens up to `done` belong to the amount before ("3km-5km").
    """
    before, after = reading.number.first - 1, reading.number.last + 1
    touches, tied = gap(tokens, reading.number.first) == 0, gap(tokens, before) == 0
    word, earlier = word_at(tokens, before), lower_at(tokens, before - 1)
    if reading.number.worded:
        return word == "-" and touches and tied and not reading.signed and earlier not in _JOINTS
    if touches and not reading.marked and before > done:
        if (word.isalpha() and word < "\u3040") or word in "#_@=&\\'":
            return not ((word == earlier == "'" or (word == "=" and earlier == "n")) and tied)
        if word in ("-", "/", "–") and not reading.signed and tied and before - 1 > done and earlier[-1:].isalpha():
            return earlier not in _JOINTS
        if word == ":" and tied:
            return True
        if word in (".", ",") and tied and earlier[-1:].isdigit():
            return True
        if word == "." and tied and len(earlier) > 1 and word_at(tokens, before - 1).isupper():
            return True
    if gap(tokens, after) != 0:
        return False
    if word_at(tokens, after) == "-" and reading.number.plain and _is_code(tokens, after):
        return True
    enclitic = reading.last < after and lower_at(tokens, after) in _ENCLITICS
    capitals = reading.last < after and len(word_at(tokens, after)) > 1 and word_at(tokens, after).isupper()
    return (
        enclitic or (capitals and word_at(tokens, after) < "\u3040") or word_at(tokens, after) in ("_", "@", "=", "\\")
    )


def _is_code(tokens: Tokens, dash: int) -> bool:
    """Whether letters and digits, all tied, follow the dash: "19-cv-1234"."""
    tied = all(gap(tokens, at) == 0 for at in range(dash + 1, dash + 4))
    if lower_at(tokens, dash + 1) in ("to", "or", "in", "out"):
        return False
    return tied and word_at(tokens, dash + 2) == "-" and word_at(tokens, dash + 3).isdigit()


def code_at(tokens: Tokens, at: int) -> int | None:
    """The last token of a telephone, account or case number that begins with the digits at `at`, or None."""
    last, groups, digits, dashes = at, 1, len(tokens.words[at]), 0
    while last + 1 < len(tokens) and groups < 12:
        following = last + 1
        if tokens.words[following] in _CODE_MARKS and gap(tokens, following) == 0:
            dashes += 1
            following += 1
        if following >= len(tokens) or gap(tokens, following) > 1 or not tokens.words[following].isdigit():
            break
        last, groups, digits = following, groups + 1, digits + len(tokens.words[following])
    if groups == 1:
        return None
    before = word_at(tokens, at - 1)
    dialled = (before == "+" and digits >= 7) or (before == "(" and tokens.words[at + 1] == ")" and digits >= 9)
    return last if dialled or (groups >= 3 and dashes >= 2 and digits >= 7) else None


def is_joined_digits(tokens: Tokens, reading: Reading, done: int) -> bool:
    """Whether signs tie the digits to more digits: scores, phone and case numbers, sums, ratios, clock times.

    Digits before a dash that are no amount (`done` is behind them) make those after it none.
    """
    number = reading.number
    if number.worded or reading.sort > Sort.COUNT:
        return False
    before, after = number.first - 1, (reading.last if reading.scaled else number.last) + 1
    if (
        gap(tokens, number.first) == 0 == gap(tokens, before)
        and word_at(tokens, before) in _DASHES
        and before - 1 > done
    ):
        return word_at(tokens, before - 1)[-1:].isdigit()
    if (
        gap(tokens, number.first) == 0
        and word_at(tokens, before) in tuple("+*/:×=")
        and word_at(tokens, before - 1)[-1:].isdigit()
    ):
        return True
    if gap(tokens, after) == 0 and word_at(tokens, after) in tuple("+*/:×.,") and gap(tokens, after + 1) == 0:
        return word_at(tokens, after + 1)[:1].isdigit()
    return False


def is_no_amount(tokens: Tokens, reading: Reading) -> bool:
    """Whether a number without a measured unit is a year, a list number, an index, a pronoun or an idiom."""
    number = reading.number
    if reading.sort >= Sort.MEASURE:
        return tokens.lowers[number.first : reading.last + 1] == ["one", "day"]
    if is_alone(tokens, reading):
        return False
    if number.scaled and is_screen(tokens, reading):
        return True
    before = lower_at(tokens, reading.first - 1)
    odds = number.low == 1 and before == "-" and lower_at(tokens, reading.first - 2) == "to"
    if odds or tokens.lowers[number.last + 1 : number.last + 5] == ["-", "to", "-", "1"]:
        return True
    against = reading.sort is Sort.BARE and tokens.lowers[number.last + 1 : number.last + 3] == ["to", "one"]
    if against and number.low > 1 and not number.scaled and before != "from":
        return True
    if number.worded:
        return is_pronoun(tokens, reading, before)
    if number.plain and len(tokens.words[number.first]) > 1 and tokens.words[number.first][0] == "0":
        return True
    return _is_list_number(tokens, reading) or _is_year(tokens, reading, before) or _is_index(tokens, reading)


def _is_index(tokens: Tokens, reading: Reading) -> bool:
    """An index or exponent that lost its place: "e 0", "mm 2", "kg -1"."""
    word = word_at(tokens, reading.first - 1)
    if reading.sort is not Sort.BARE or abs(reading.low) > 9 or not reading.number.plain:
        return False
    if len(word) == 1 and word.isalpha() and word < "\u3040":
        return word not in "aAI" or reading.low <= 1
    lowered = word not in ("in", "min", "sec") or (reading.low < 0 and word != "in")
    return word in SYMBOLS.forward and lowered and abs(reading.low) <= 4


def _is_list_number(tokens: Tokens, reading: Reading) -> bool:
    """ "1)", "(2)", "[3]", and "1." at the start of a line."""
    if not reading.number.plain or reading.first != reading.last or reading.sort is not Sort.BARE:
        return False
    after, before = word_at(tokens, reading.last + 1), word_at(tokens, reading.first - 1)
    if after == ")":
        return before != "," and (
            before in ("(", "") or "(" not in tokens.words[max(0, reading.first - 12) : reading.first]
        )
    if (after == "]" and before in ("[", ",", "-", "–")) or (before == "[" and after in (",", "-", "–", ";")):
        return True
    return (
        after == "."
        and (reading.opens or word_at(tokens, reading.first - 1) in ("", ".", "!", "?", ":", ";"))
        and reading.low < 100
        and gap(tokens, reading.last + 1) == 0
        and word_at(tokens, reading.last + 2)[:1].isupper()
    )


def _is_year(tokens: Tokens, reading: Reading, before: str) -> bool:
    number = reading.number
    if (
        not number.plain
        or len(tokens.words[number.first]) != 4
        or not _YEAR_FIRST <= number.low <= _YEAR_LAST
        or number.last != number.first
    ):
        return False
    if reading.hyphened:
        return True
    cue = CUES_BEFORE.before(tokens, reading.first - 1) if reading.first else None
    if cue and before not in ("past", "or", "some", "within"):
        return (
            reading.sort is Sort.BARE
            and before in ("around", "about", "under", "over", "circa", "above")
            and cue[1] == reading.first - 1
            and not is_plural(lower_at(tokens, reading.last + 1))
        )
    if reading.sort is Sort.COUNT:
        if number.low % 100 == 0 and before not in ("the", "of", "in", "since"):
            return False
        counted = reading.unit != "person" and number.low >= 1900 and number.low < 2050
        return counted or before in _BEFORE_YEARS
    return True


def is_score(tokens: Tokens, left: Reading, right: Reading) -> bool:
    """Whether two numbers joined by a dash are a score, a record or a code: "3-1", "a 10-9 vote", "17-4"."""
    if left.sort is not Sort.BARE or left.signed or right.sort >= Sort.MEASURE:
        return False
    if word_at(tokens, right.last + 1) >= "\u3040":
        return False
    if not (left.number.plain and right.number.plain) or right.low >= 1000:
        return False
    if right.sort is Sort.COUNT:
        team = word_at(tokens, right.number.last + 1)[:1].isupper()
        if team and lower_at(tokens, left.first - 1) == "the":
            return True
        return lower_at(tokens, right.number.last + 1) in SCORES or right.unit in SCORES
    return True
