"""Numbers that are no amounts: names, labels, years, scores, codes, list numbers and pronouns."""

from factcheck.document import Tokens
from factcheck.kinds.amount.names import is_name, is_screen
from factcheck.kinds.amount.nouns import is_plural
from factcheck.kinds.amount.reading import Reading, Sort, gap, lower_at, word_at
from factcheck.kinds.amount.tables import CUES_BEFORE, SYMBOLS
from factcheck.kinds.amount.words import LABELS, SCORES, STOPS, STREETS
from factcheck.numbers import SMALL, TENS

_YEAR_FIRST, _YEAR_LAST = 1500, 2099
_ENCLITICS = frozenset(("st", "nd", "rd", "th", "s", "'s", "g", "d", "x"))
_BEFORE_PRONOUN = frozenset(
    "the this that which any every each no another some last next big new good old first only as not for on by at "
    "with such square nobody someone loved little lucky right wrong".split()
)
_BEFORE_ONE_OF = frozenset("the this any each every no another some which only".split())
_AFTER_PRONOUN = frozenset(
    "another that who can could would might must is was has had will shall should to in on for from with by at or "
    "and but up down more less way day thing side hand reason time point another's else said says if where when as "
    "of than , . ; : ) ! ?".split()
)
_BEFORE_YEARS = frozenset(
    "the of in since by early late mid from for its their a and this his 's until before after ,".split()
)
_BEFORE_ZERO = frozenset(
    "to at near nearly almost above below around virtually practically effectively was is were are reached hit".split()
)
_STREETS_FIRST = frozenset("ave avenue rue via calle avenida rua boulevard blvd place".split())
_DASHES = frozenset("-–—")
_CODE_MARKS = frozenset("-–./)")
_CHAINS = frozenset((",", "and", "or", "to", "-", "–", "—", "&", "through"))
_JOINTS = frozenset("to or and sub by minus".split())
_IDIOMS = frozenset("day thing things way ways time times side hand reason point another bit step kind sort".split())


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
            return not (word == earlier == "'" and tied)
        if word in ("-", "/", "–") and not reading.signed and tied and before - 1 > done and earlier[-1:].isalpha():
            return earlier not in _JOINTS
        if word == ":" and tied:
            return True
        if word in (".", ",") and tied and earlier[-1:].isdigit():
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
    if number.worded:
        return _is_pronoun(tokens, reading, before)
    if number.plain and len(tokens.words[number.first]) > 1 and tokens.words[number.first][0] == "0":
        return True
    return _is_list_number(tokens, reading) or _is_year(tokens, reading, before) or _is_index(tokens, reading)


def is_alone(tokens: Tokens, reading: Reading) -> bool:
    """Whether the number is all there is to read: then it stands for itself."""
    return reading.first == 0 and reading.last == len(tokens) - 1


def is_label(tokens: Tokens, reading: Reading) -> bool:
    """Whether a number without a measured unit names or orders what stands before it: "Article 9", "Boeing 737"."""
    number = reading.number
    if reading.sort >= Sort.MEASURE or is_alone(tokens, reading):
        return False
    before = lower_at(tokens, reading.first - 1)
    if number.worded:
        return _is_label_word(tokens, reading, before, False)
    if number.scaled or reading.scaled:
        return False
    if _is_label_word(tokens, reading, before, True) or _is_after_name(tokens, reading):
        return True
    return is_name(tokens, reading, before) or _is_address(tokens, reading)


def goes_on(tokens: Tokens, label: int, reading: Reading) -> bool:
    """Whether a bare number goes on from a label that ended at token `label`: "Articles 9 and 10", "pages 3-7"."""
    if label < 0 or reading.sort is not Sort.BARE or not reading.number.plain or reading.number.low >= 1000:
        return False
    between = tokens.lowers[label + 1 : reading.number.first]
    name = word_at(tokens, label + 1)
    if len(between) == 2 and between[1] == "and" and name[:1].isupper() and word_at(tokens, reading.last + 1) == name:
        return True
    return 1 <= len(between) <= 2 and all(word in _CHAINS for word in between)


def _is_index(tokens: Tokens, reading: Reading) -> bool:
    """An index or exponent that lost its place: "e 0", "mm 2", "kg -1"."""
    word = word_at(tokens, reading.first - 1)
    if reading.sort is not Sort.BARE or abs(reading.low) > 9 or not reading.number.plain:
        return False
    if len(word) == 1 and word.isalpha() and word < "\u3040":
        return word not in "aAI" or reading.low <= 1
    lowered = word not in ("in", "min", "sec") or (reading.low < 0 and word != "in")
    return word in SYMBOLS.forward and lowered and abs(reading.low) <= 4


def _is_label_word(tokens: Tokens, reading: Reading, before: str, digits: bool) -> bool:
    at = reading.first - 1
    if before == "." and lower_at(tokens, at - 1) in LABELS and gap(tokens, at) == 0:
        return digits
    if before == "(" and lower_at(tokens, at - 1) in ("eq", "eqs", "equation", "fig"):
        return True
    if not digits and tokens.words[reading.first][0].isupper() and word_at(tokens, at)[:1].isupper():
        return len(word_at(tokens, at)) > 1 and lower_at(tokens, at) not in STOPS
    if before not in LABELS or (reading.sort is Sort.COUNT and reading.unit == "person"):
        return False
    if not digits:
        return (
            reading.sort is Sort.BARE
            and reading.low < 100
            and before not in ("last", "year", "day", "week", "vote", "claim", "claims", "number", "numbers")
        )
    return True


def _is_after_name(tokens: Tokens, reading: Reading) -> bool:
    """ "Boeing 737", "Windows 10 users": digits right after a capitalized word inside a sentence."""
    at = reading.first - 1
    word = word_at(tokens, at)
    if word == word.lower() or not word[:1].isalpha() or gap(tokens, reading.first) > 2:
        return False
    if reading.sort is Sort.COUNT and (reading.unit == "person" or reading.low >= 1000):
        return False
    if lower_at(tokens, at) in STOPS and not (word.isupper() and len(word) > 1):
        return False
    opens = at == 0 or word_at(tokens, at - 1) in '.!?:;"“”'
    return not (
        opens
        and reading.sort is Sort.COUNT
        and not word.isupper()
        and lower_at(tokens, at) not in LABELS
        and word.endswith(("ly", "ing", "ed"))
    )


def _is_address(tokens: Tokens, reading: Reading) -> bool:
    """ "49 Harbour Road", "9 E 71st St": a house number before the name of a street."""
    at = reading.number.last + 1
    if word_at(tokens, at) in _DASHES and word_at(tokens, at + 1).isdigit() and gap(tokens, at) == 0:
        at += 2
    if not reading.number.plain or not word_at(tokens, at)[:1].isupper():
        return False
    if tokens.lowers[at] in _STREETS_FIRST and word_at(tokens, at + 1)[:1].isupper():
        return True
    for i in range(at, min(at + 6, len(tokens))):
        if tokens.lowers[i] in STREETS and i > at:
            return True
        if not (
            tokens.words[i][0].isupper()
            or tokens.words[i][0].isdigit()
            or tokens.lowers[i] in ("st", "nd", "rd", "th", ".")
        ):
            return False
    return False


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


def _is_pronoun(tokens: Tokens, reading: Reading, before: str) -> bool:
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
            return number.low < 20
        return after == "-" and gap(tokens, number.last + 1) == 0
    return False


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
