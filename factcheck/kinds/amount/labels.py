"""Numbers that name or order what stands before them: "Article 9", "Boeing 737", "49 Harbour Road"."""

from factcheck.document import Tokens
from factcheck.kinds.amount.names import is_name
from factcheck.kinds.amount.plurals import is_plural
from factcheck.kinds.amount.reading import Reading, Sort, gap, lower_at, word_at
from factcheck.kinds.amount.words import LABELS, STOPS, STREETS
from factcheck.numbers import is_airliner

_STREETS_FIRST = frozenset("ave avenue rue via calle avenida rua boulevard blvd place".split())
_DASHES = frozenset("-–—")
_STATISTICS = frozenset("CI OR HR RR IQR SD SE BMI AUC PE EPS GDP CPI PPI PMI".split())
"""Figures that are called by capitals and whose values follow: "95% CI 0.49 to 0.69"."""
_GRADES = frozenset("category type grade level phase stage tier class".split())
"""Words that a number word follows as a grade: "a category two call"."""
_POINTING = frozenset("this that the each any every some one".split())
_CHAINS = frozenset((",", "and", "or", "to", "-", "–", "—", "&", "through"))
_VERBS = frozenset(
    "act bill order rank issue test set house train ship claim claims file invoice license ticket question seed post "
    "phone fax call dial note mark number group pool stage building".split()
)
"""Labels that are verbs too, with what they are done to behind them."""
_BEFORE_VERB = frozenset(
    "to will would can could may might must should shall cannot not they we you i who and or 'll 'd also help ,".split()
)
_BEFORE_GERUND = frozenset(
    "is are was were be been of by for from without on after before began begun started start , and or said".split()
)
_OPENERS = frozenset(
    "almost approximately roughly exactly precisely nearly fewer additional extra fully maybe possibly probably total "
    "altogether meanwhile nationwide worldwide globally locally typically usually elsewhere another overall combined "
    "together likewise similarly separately reportedly allegedly apparently eventually finally recently initially "
    "officially unofficially annually daily weekly".split()
)
"""Words that open a sentence before a number without being a name."""
_NUMBERED = frozenset(
    "invoice invoices page pages case cases lot lots room rooms account accounts cheque cheques check checks ticket "
    "tickets note notes file files box boxes exhibit exhibits bill bills ballot ballots form forms plot plots seat "
    "seats bus buses house houses cell cells ward wards locker lockers".split()
)
"""What bears its number as a name: "invoices numbered 4471 through 4498"; crowds that "numbered 4,500" do not."""


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
    if before.isdigit() and reading.high < 1000 and is_airliner(tokens.words[number.first]):
        return True
    if _is_label_word(tokens, reading, before, True) or _is_after_name(tokens, reading):
        return True
    return is_name(tokens, reading, before) or _is_address(tokens, reading)


def is_in_list(tokens: Tokens, reading: Reading, amount: int) -> bool:
    """Whether a bare number is the next in a list of names with theirs: "Labour holds 23, the Greens 8 and Reform 5".

    `amount` is the last token of the amount before.
    """
    if reading.sort is not Sort.BARE or not reading.number.plain or amount < 0:
        return False
    between = tokens.words[amount + 1 : reading.number.first]
    while between and between[0] in (",", ";", "and", "the", "to"):
        between = between[1:]
    begun = len(between) < reading.number.first - amount - 1
    named = 1 <= len(between) <= 3 and all(word[:1].isupper() and word.isalpha() for word in between)
    named = named and between[-1].lower() not in LABELS
    ends = lower_at(tokens, reading.number.last + 1)
    return begun and named and ends in ("", ",", ".", ";", "and", ")")


def goes_on(tokens: Tokens, label: int, reading: Reading) -> bool:
    """Whether a bare number goes on from a label that ended at token `label`: "Articles 9 and 10", "pages 3-7"."""
    if label < 0 or reading.sort is not Sort.BARE or not reading.number.plain:
        return False
    if reading.number.low >= 1000 and tokens.lowers[label + 1 : reading.number.first] != ["through"]:
        return False
    between = tokens.lowers[label + 1 : reading.number.first]
    name = word_at(tokens, label + 1)
    if len(between) == 2 and between[1] == "and" and name[:1].isupper() and word_at(tokens, reading.last + 1) == name:
        return True
    return 1 <= len(between) <= 2 and all(word in _CHAINS for word in between)


def _is_done(tokens: Tokens, reading: Reading, at: int) -> bool:
    """Whether the label at token `at` is a verb here: "will train 3,000 nurses", "floods claim 12 lives"."""
    label, before = tokens.lowers[at], lower_at(tokens, at - 1)
    counted = tokens.lowers[reading.number.last + 1 : reading.last + 1]
    if label not in _VERBS or reading.high <= 1 or not any(word == "people" or is_plural(word) for word in counted):
        return False
    if label == "building":
        return before in _BEFORE_GERUND
    if label == "claims":
        return before.isalpha() and before not in STOPS and before != "patent"
    subject = before.endswith("s") and not before.endswith(("ss", "'s")) and before not in STOPS
    return before in _BEFORE_VERB or before.endswith("n't") or subject


def _is_label_word(tokens: Tokens, reading: Reading, before: str, digits: bool) -> bool:
    at = reading.first - 1
    if before == "." and lower_at(tokens, at - 1) in LABELS and gap(tokens, at) == 0:
        return digits
    if before == "(" and lower_at(tokens, at - 1) in ("eq", "eqs", "equation", "fig"):
        return True
    if not digits and tokens.words[reading.first][0].isupper() and word_at(tokens, at)[:1].isupper():
        return len(word_at(tokens, at)) > 1 and lower_at(tokens, at) not in STOPS
    if not digits and _is_title(tokens, reading):
        return True
    if before == "numbered" and digits and lower_at(tokens, at - 1) in _NUMBERED:
        return True
    if reading.sort is not Sort.BARE and (before == "last" or _is_done(tokens, reading, at)):
        return False
    if before not in LABELS or (reading.sort is Sort.COUNT and reading.unit == "person"):
        return False
    if not digits and reading.sort is Sort.COUNT:
        graded = before in _GRADES and reading.low > 1 and reading.last > reading.number.last
        pointed = lower_at(tokens, reading.first - 2) in _POINTING
        return graded and not (pointed and is_plural(lower_at(tokens, reading.last)))
    if not digits:
        return (
            reading.sort is Sort.BARE
            and reading.low < 100
            and before not in ("last", "year", "day", "week", "vote", "claim", "claims", "number", "numbers")
        )
    return True


def _is_title(tokens: Tokens, reading: Reading) -> bool:
    """ "her Four Last Songs": a capitalized number word and a capitalized word after a small one."""
    before, after = word_at(tokens, reading.first - 1), word_at(tokens, reading.number.last + 1)
    capital = tokens.words[reading.first][0].isupper() and not reading.opens
    return capital and before.isalpha() and before.islower() and after[:1].isupper() and not after.isupper()


def _is_after_name(tokens: Tokens, reading: Reading) -> bool:
    """ "Boeing 737", "Windows 10 users": digits right after a capitalized word inside a sentence."""
    at = reading.first - 1
    word = word_at(tokens, at)
    if word == word.lower() or not word[:1].isalpha() or gap(tokens, reading.first) > 2:
        return False
    if reading.sort is Sort.COUNT and (reading.unit == "person" or reading.low >= 1000):
        return False
    if word in _STATISTICS and not reading.number.plain:
        return False
    if lower_at(tokens, at) in STOPS and not (word.isupper() and len(word) > 1):
        return False
    opens = at == 0 or word_at(tokens, at - 1) in '.!?:;"“”' or gap(tokens, at) > 1
    if opens and lower_at(tokens, at) in _OPENERS:
        return False
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
