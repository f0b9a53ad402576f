"""Units that a bare number takes from elsewhere in its sentence: ages, victims, index levels, a unit said before."""

from decimal import Decimal
from itertools import pairwise

from factcheck.document import Document, Tokens
from factcheck.kinds.amount.millions import settle_millions
from factcheck.kinds.amount.pairs import moved_subject
from factcheck.kinds.amount.reading import Reading, Sort, lower_at, word_at
from factcheck.kinds.amount.words import STOPS, VERBS

_INDEX = frozenset(("point", "points"))
_VICTIMS = frozenset(
    "killed injured wounded dead died hospitalised hospitalized arrested missing displaced homeless drowned".split()
)
_BEFORE_VICTIMS = frozenset("were was are is have has had remain remained others people more of".split())
_HARMING = frozenset(
    "killing injuring wounding leaving arresting hospitalising hospitalizing killed injured wounded".split()
)
_LINKS = frozenset("to from than at with versus vs against and or is was".split())
_COMPARED = frozenset("from to than against versus".split())
_MOVES = frozenset(("to", "from", "than", "versus", "vs", "against"))
_EXPECTED = frozenset("consensus forecast forecasts estimate estimates target profit loss revenue sales".split())
"""What a sum of money may be "of" without saying so again: "missing the consensus of 2.2 billion"."""
_AGED = frozenset(("aged", "age", "ages"))
_PEOPLE = frozenset("man woman boy girl teenager victim suspect driver mother father pensioner student".split())
_PARENTS = frozenset(("mother", "father"))
_MOST_CHILDREN = 15
"""Up to here the number after "mother of" tells of children, not of years."""
_SAYING = frozenset("said says told asked added recalled".split())
_OF_LIFE = frozenset("is was has had became still lives lived left joined won".split())
_BEING = frozenset("is was turned turns turning be".split())
_AFTER_AGE = frozenset("when and at in but or on with".split())
OLDEST = 115


def relate(document: Document, readings: list[Reading]) -> None:
    """Gives bare readings the unit that their sentence states elsewhere."""
    tokens = document.tokens
    settle_millions(tokens, readings)
    _settle_kelvins(tokens, readings)
    for i in range(len(readings) - 2, -1, -1):
        if _shares_measure(tokens, readings[i], readings[i + 1]):
            _give(readings[i], readings[i + 1].unit, readings[i + 1].sort)
    for i, reading in enumerate(readings):
        if reading.sort is not Sort.BARE or reading.number.part:
            continue
        if _is_age(tokens, reading):
            _give(reading, "year", Sort.MEASURE)
        elif _is_victims(tokens, reading):
            _give(reading, "person", Sort.COUNT)
        elif i and _of_those(document, tokens, readings[i - 1], reading):
            _give(reading, readings[i - 1].unit, Sort.COUNT)
        elif _of_next(tokens, readings, i):
            _give(reading, readings[i + 1].unit, readings[i + 1].sort)
        elif not reading.number.plain and not reading.number.worded and _is_level(document, reading):
            _give(reading, "point", Sort.MEASURE)
        elif i + 1 < len(readings) and _hangs(tokens, reading, readings[i + 1]):
            _give(reading, readings[i + 1].unit, readings[i + 1].sort)
        elif (moved := moved_subject(tokens, reading)) is not None:
            _give(reading, moved, Sort.COUNT)
        elif i and _follows(document, tokens, readings[i - 1], reading):
            _give(reading, readings[i - 1].unit, readings[i - 1].sort)


def _settle_kelvins(tokens: Tokens, readings: list[Reading]) -> None:
    """Makes thousands of what stands beside another temperature: "300 °C (573.15K)"."""
    for before, reading in pairwise(readings):
        if before.unit not in ("celsius", "fahrenheit") or reading.first - before.last > 2:
            continue
        if reading.sort is Sort.BARE and tokens.words[reading.last] == "K" and reading.number.scaled:
            reading.scale(Decimal("0.001"))
            _give(reading, "kelvin", Sort.MEASURE)


def _give(reading: Reading, unit: str | None, sort: Sort) -> None:
    reading.unit, reading.sort = unit, sort


def _is_age(tokens: Tokens, reading: Reading) -> bool:
    """ "John Smith, 54, said", "Ann Lee (54)", "aged 25", "who was 10"."""
    if not 0 < reading.low <= reading.high <= OLDEST or not (reading.number.plain or reading.number.worded):
        return False
    before, after = lower_at(tokens, reading.first - 1), word_at(tokens, reading.last + 1)
    if before in _AGED or (before == "of" and lower_at(tokens, reading.first - 2) in ("age", "ages")):
        return True
    if before in _BEING and lower_at(tokens, reading.first - 2) == "who":
        return True
    ends = not after.isalpha() or after.lower() in _AFTER_AGE
    if ends and before in _BEING and lower_at(tokens, reading.first - 2) in ("he", "she"):
        return True
    if ends and before == "of" and lower_at(tokens, reading.first - 2) in _PEOPLE:
        return reading.high > _MOST_CHILDREN or lower_at(tokens, reading.first - 2) not in _PARENTS
    if before == "at" and after == "," and reading.high > _MOST_CHILDREN and _says_who(tokens, reading.last + 2):
        return True
    name = word_at(tokens, reading.first - 2)
    if before == "," and after == "," and name in _PEOPLE and reading.number.plain:
        return True
    if reading.number.worded or not name[:1].isupper() or len(name) < 2 or name.isupper():
        return False
    if before != "," or after not in (",", "."):
        return False
    if after == "," and lower_at(tokens, reading.last + 2) in _SAYING:
        return True
    return _is_quoted(tokens, reading.first - 2) or (after == "," and _is_named(tokens, reading.first - 2))


def _says_who(tokens: Tokens, at: int) -> bool:
    """Whether "he is" or "she was" begins at token `at`: "At 62, he is"."""
    return lower_at(tokens, at) in ("he", "she") and lower_at(tokens, at + 1) in _OF_LIFE


def _is_named(tokens: Tokens, at: int) -> bool:
    """Whether token `at` ends a name of at least two words."""
    return word_at(tokens, at - 1)[:1].isupper() or word_at(tokens, at - 1) == "."


def _is_quoted(tokens: Tokens, at: int) -> bool:
    """Whether the name that ends at token `at` follows a verb of saying: "said Olena, 34."."""
    for i in range(at - 1, max(-1, at - 4), -1):
        if tokens.lowers[i] in _SAYING:
            return True
        if not tokens.words[i][0].isupper():
            return False
    return False


def _is_victims(tokens: Tokens, reading: Reading) -> bool:
    after = lower_at(tokens, reading.last + 1)
    if after in _BEFORE_VICTIMS:
        after = lower_at(tokens, reading.last + 2)
        if after in ("been", "still", "also", "feared", "were", "was", "are"):
            after = lower_at(tokens, reading.last + 3)
    return after in _VICTIMS or after == "who" or lower_at(tokens, reading.first - 1) in _HARMING


def _of_those(document: Document, tokens: Tokens, before: Reading, reading: Reading) -> bool:
    """Whether the number is a part of the count before: "132 hostages, 28 of whom", "of which 370", "of the 26, 11"."""
    if before.sort is not Sort.COUNT or before.number.part or before.unit == "times":
        return False
    if not reading.high <= before.high or reading.first - before.last > 20:
        return False
    start = document.sentence_at(tokens.starts[reading.first]).start
    if start > tokens.starts[before.first]:
        return False
    after = tokens.lowers[reading.last + 1 : reading.last + 3]
    if after in (["of", "them"], ["of", "whom"], ["of", "which"], ["of", "those"]):
        return True
    if tokens.lowers[reading.first - 2 : reading.first] in (["of", "which"], ["of", "whom"]):
        return True
    opens = tokens.index_at(start)
    return (
        tokens.lowers[opens] == "of"
        and before.first - opens <= 3
        and before.last + 2 == reading.first
        and tokens.words[before.last + 1] == ","
    )


def _of_next(tokens: Tokens, readings: list[Reading], i: int) -> bool:
    """ "310 million of the 1.2 billion shekels": the part has the unit of the whole."""
    if i + 1 >= len(readings) or lower_at(tokens, readings[i].last + 1) != "of":
        return False
    return readings[i + 1].first - readings[i].last <= 4 and readings[i + 1].unit is not None


def _shares_measure(tokens: Tokens, reading: Reading, following: Reading) -> bool:
    """Whether the number shares the measure of the next: "17.16 and 17.15C", "3 and 4 per cent"."""
    if reading.sort is not Sort.BARE or reading.number.part or reading.number.scaled or reading.signed:
        return False
    if following.sort not in (Sort.MEASURE, Sort.PERCENT) or following.hyphened or following.number.worded:
        return False
    if reading.number.worded or reading.number.plain != following.number.plain or following.bound != "=":
        return False
    return tokens.lowers[reading.last + 1 : following.first] in (["and"], ["or"])


def _hangs(tokens: Tokens, reading: Reading, following: Reading) -> bool:
    """Whether the number shares the unit of the next behind a hyphen: "10- and 12-inch guns"."""
    between = tokens.lowers[reading.last + 1 : following.first]
    return following.hyphened and between in (["-", "and"], ["-", ","])


def _is_level(document: Document, reading: Reading) -> bool:
    """Whether a number with decimals or grouping is the level of an index: "to end at 1,334.20"."""
    tokens = document.tokens
    before, after = lower_at(tokens, reading.first - 1), word_at(tokens, reading.last + 1)
    if before not in ("to", "at", "of", "from") and not (before == "(" and after in ("up", "down", ",")):
        return False
    if reading.low == int(reading.low) and (before == "of" or (after.islower() and after not in STOPS)):
        return False
    sentence = document.sentence_at(tokens.starts[reading.first])
    first, last = tokens.index_at(sentence.start), tokens.index_at(sentence.end - 1)
    return any(word in _INDEX for word in tokens.lowers[max(first, reading.first - 60) : min(last, reading.last + 60)])


def _follows(document: Document, tokens: Tokens, before: Reading, reading: Reading) -> bool:
    """Whether a bare number goes on from an amount just before: "14 mpg to 24 for vans"."""
    if before.sort is Sort.COUNT:
        return _counts_on(document, tokens, before, reading)
    if before.sort not in (Sort.MEASURE, Sort.MONEY) or reading.first - before.last > 12:
        return False
    expected = lower_at(tokens, reading.first - 1) == "of" and lower_at(tokens, reading.first - 2) in _EXPECTED
    if not (expected or lower_at(tokens, reading.first - 1) in _LINKS) or reading.number.worded:
        return False
    if reading.number.scaled and not (before.sort is Sort.MONEY and before.number.scaled):
        return False
    if before.number.scaled and reading.number.plain and before.sort is Sort.MONEY:
        return False
    if reading.number.scaled and not (expected or lower_at(tokens, reading.first - 1) in _MOVES):
        return False
    if lower_at(tokens, reading.first - 1) == "from" and "and" in tokens.lowers[before.last + 1 : reading.first - 2]:
        return False
    if word_at(tokens, reading.last + 1)[:1].isupper() or reading.high > 100 * max(abs(before.high), Decimal(1)):
        return False
    return document.sentence_at(tokens.starts[reading.first]).start <= tokens.starts[before.first]


def _counts_on(document: Document, tokens: Tokens, before: Reading, reading: Reading) -> bool:
    """Whether a large count goes on from one of the same size: "5.1 million bicycles, up from 3.2 million"."""
    if _goes_alike(document, tokens, before, reading):
        return True
    if not reading.number.scaled or lower_at(tokens, reading.first - 1) not in (
        "from",
        "to",
        "than",
        "including",
        "of",
        "up",
        "down",
    ):
        return False
    if not before.high / 50 <= reading.high <= before.high * 50 or reading.first - before.last > 14:
        return False
    return document.sentence_at(tokens.starts[reading.first]).start <= tokens.starts[before.first]


def _goes_alike(document: Document, tokens: Tokens, before: Reading, reading: Reading) -> bool:
    """Whether a number has the verb or the comparison that makes it one of those before: "212 stocks fell and 16 rose",
    "1,111 ships against 2,396 a year before"."""
    if reading.first - before.last > 10 or reading.signed or before.number.part or before.unit == "times":
        return False
    first, after = lower_at(tokens, reading.first - 1), lower_at(tokens, reading.last + 1)
    verb = first in ("and", "but", "while", "with") and after in VERBS
    told = first == "from" and lower_at(tokens, reading.first - 2) in ("up", "down")
    told = told or (first == "to" and lower_at(tokens, before.first - 1) == "from")
    plain = reading.number.plain and not told
    compared = first in _COMPARED and not plain and not after.isdigit()
    if not (verb or compared) or (compared and not before.high / 50 <= reading.high <= before.high * 50):
        return False
    return document.sentence_at(tokens.starts[reading.first]).start <= tokens.starts[before.first]
