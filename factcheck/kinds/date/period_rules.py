"""Named periods: weekends, numbered quarters, halves and centuries, with the year around them."""

from factcheck.kinds.date.item import Item
from factcheck.kinds.date.scan import DASHES, Scan
from factcheck.kinds.date.words import FISCAL, ORDINALS, RELATIVES, TEXT_RELATIVES

_SENTENCE = 40
"""How many words of a sentence on each side tell what it is about."""
_PLAY = frozenset(
    "touchdown touchdowns quarterback quarterbacks halftime yard yards rebound rebounds interception fumble dunk "
    "layup goalkeeper scored scoring scoreless punt kickoff sacked".split()
)
_BUSINESS = frozenset(
    "profit profits revenue revenues sales earnings economy economic gdp growth shares company bank output percent % "
    "$ £ € loss losses income orders demand fiscal forecast".split()
)


def end_of(scan: Scan, at: int, name: str) -> Item | None:
    """The end of the year or month spoken of: "year-end", "by year end", "at month's end"."""
    step = 2 if scan.low(at + 1) in ("-", "'s") else 1
    if name not in ("year", "month") or scan.low(at + step) != "end" or scan.low(at + step + 1) == "of":
        return None
    if scan.back(at - 1) in ("the", "this") and step == 2:
        return Item(at - 1, at + step, "end of", unit=name)
    return Item(at, at + step, "end of", unit=name) if scan.low(at - 1) not in RELATIVES else None


def weekend(scan: Scan, at: int, before: str) -> Item | None:
    if scan.low(at).endswith("s"):
        return Item(at, at, "fixed", type="SET", value="XXXX-WXX-WE")
    item = Item(at, at, "weekend", rel=None)
    if scan.low(at - 1) == "day" and scan.low(at - 2) == "-":
        return None
    if before in RELATIVES:
        item.first, item.rel = at - 1, RELATIVES[before]
    elif before in ("past", "coming") and scan.back(at - 2) in ("this", "the"):
        item.first, item.rel = at - 2, -1 if before == "past" else 1
    elif before in ("every", "each"):
        return Item(at - 1, at, "fixed", type="SET", value="XXXX-WXX-WE")
    elif before in TEXT_RELATIVES:
        item.first, item.rel, item.unit = at - 1, TEXT_RELATIVES[before], "that"
    elif before == "the":
        item.first = at - 1
    return item


def century(scan: Scan, at: int) -> Item | None:
    """A numbered century: "the 19th century", "mid-fifth-century"."""
    end = at - 2 if scan.back(at - 1) in DASHES else at - 1
    number, first = ORDINALS.get(scan.back(end)), end
    if number is None and scan.back(end) in ("st", "nd", "rd", "th"):
        number, first = scan.integer(end - 1), end - 1
    elif number is not None and scan.back(end - 1) in DASHES and scan.back(end - 2) == "twenty":
        number, first = number + 20, end - 2
    if not number or first < scan.free:
        return None
    after = scan.low(at + 1)
    if after in ("bc", "bce") or scan.follows(at + 1, ("b", ".", "c")):
        return Item(first, at + 1, "fixed", value=f"BC{number - 1:02d}")
    return Item(first, at, "fixed", value=f"{number - 1:02d}") if number <= 22 else None


def quarter(scan: Scan, at: int, before_at: int) -> Item | None:
    """A numbered quarter with its year: "the third quarter of 2010", "last year's fourth quarter"."""
    number = ORDINALS[scan.back(before_at)]
    if number > 4:
        return None
    item = period_year(scan, Item(before_at, at, "quarter", number=number))
    return None if item.year is None and item.rel is None and _is_of_play(scan, at) else item


def _is_of_play(scan: Scan, at: int) -> bool:
    """Whether the sentence tells of a game and not of business, so that its quarters are a quarter of an hour."""
    sentence = scan.document.sentence_at(scan.tokens.starts[at])
    first = max(scan.tokens.index_at(sentence.start), at - _SENTENCE, 0)
    words = scan.lowers[first : min(scan.tokens.index_at(sentence.end - 1), at + _SENTENCE) + 1]
    return _BUSINESS.isdisjoint(words) and not _PLAY.isdisjoint(words)


def period_year(scan: Scan, item: Item) -> Item:
    """Takes the year around a numbered period: "of 2010", "last year", "this year's", and "the"."""
    after = item.last + 1
    step = 1 if scan.low(after) in ("of", ",", "in") else 0
    if scan.follows(after + step, ("fiscal",)):
        step += 1
    if found := scan.dated_year(after + step):
        item.year, item.last = found
    elif scan.low(after + step) in ("this", "last", "next") and scan.low(after + step + 1) == "year":
        item.rel, item.last = RELATIVES[scan.low(after + step)], after + step + 1
    elif scan.follows(after, ("of", "the", "year")):
        item.last = after + 2
    elif scan.low(after) == "of" and scan.low(after + 2) == "year" and scan.low(after + 1) in TEXT_RELATIVES:
        item.unit, item.rel, item.last = "that", TEXT_RELATIVES[scan.low(after + 1)], after + 2
    if scan.back(item.first - 1) in FISCAL:
        item.first -= 1
    if scan.back(item.first - 1) == "the":
        item.first -= 1
    return item


def end_of_season_years(scan: Scan, item: Item) -> int:
    """The last token of a season whose year names the next one too: "the winter of 1981-82"."""
    mark = item.last + 1
    if item.year is None or scan.low(mark) not in (*DASHES, "/") or not scan.glued(mark - 1) or not scan.glued(mark):
        return item.last
    other = scan.low(mark + 1)
    following = str(item.year + 1)
    return mark + 1 if other in (following, following[-2:]) else item.last


def half(scan: Scan, at: int) -> Item | None:
    """Half a year: "the first half of 2010", "the second half of the year"."""
    first = at - 2 if scan.back(at - 1) in DASHES else at - 1
    before = scan.back(first)
    number = ORDINALS.get(before) or (2 if before == "latter" else None)
    if number not in (1, 2):
        return None
    item = period_year(scan, Item(first, at, "half", number=number))
    return item if item.year is not None or scan.low(item.last) == "year" else None
