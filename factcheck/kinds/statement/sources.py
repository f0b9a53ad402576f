"""The noun phrase before a verb that is its source, with what a comma or a bracket says about it."""

from factcheck.kinds.statement.draft import Range
from factcheck.kinds.statement.phrases import noun_phrase_before
from factcheck.kinds.statement.reading import Reading
from factcheck.kinds.statement.words import PREPOSITIONS, TIME_WORDS, is_adverb

_DASHES = frozenset("–—―")
_TITLING = frozenset("of from at".split())
"""What begins a stretch between commas that says where somebody belongs: "Wong, of King's College,"."""
_RELATIVES = frozenset("who which that whose".split())


def source_before(reading: Reading, stop: int, floor: int) -> Range | None:
    """The noun phrase that ends at token `stop`, with its title and apposition, not reaching below `floor`."""
    at = stop - 1
    if at < floor:
        return None
    word = reading.words[at]
    if word in (",", ")") or word in _DASHES or _is_dash(reading, at):
        return _before_insertion(reading, at, floor)
    if reading.lowers[at] in ("who", "which"):
        return (at, stop)
    return noun_phrase_before(reading, stop, floor)


def _is_dash(reading: Reading, at: int) -> bool:
    """Whether a hyphen stands for a dash, with space on both sides."""
    return reading.words[at] == "-" and all(
        reading.text[near : near + 1].isspace() for near in (reading.starts[at] - 1, reading.ends[at])
    )


def _before_insertion(reading: Reading, close: int, floor: int) -> Range | None:
    """The noun phrase before an apposition, a relative clause or an insertion that ends at the mark `close`."""
    words = reading.words
    floor = max(floor, close - 60)
    if words[close] == "," and close - 1 > floor and words[close - 1] == ")":
        close -= 1
    pair = {")": "("}.get(words[close], words[close])
    marks = [close]
    at = close - 1
    while at > floor:
        if reading.quote_at[at] >= 0:
            if reading.closes_quotation(at) >= 0 and at > close - 2:
                break
            at = reading.quote_first[reading.quote_at[at]] - 1
            continue
        if words[at] == pair and (pair != "-" or _is_dash(reading, at)):
            marks.append(at)
            if len(marks) > 5 or pair == "(":
                break
        elif words[at] in ";:":
            break
        at -= 1
    if len(marks) < 2:
        return None
    best: Range | None = None
    for index in range(1, len(marks)):
        mark = marks[index]
        outer = marks[index + 1] + 1 if index + 1 < len(marks) else floor
        if pair == "(" and words[close] == ")":
            outer = floor
        if index + 1 < len(marks) and reading.lowers[outer] in _TITLING and reading.is_capital(outer - 2):
            continue
        if reading.lowers[outer] == "according":
            continue
        if index + 1 < len(marks) and reading.lowers[outer] in ("who", "which"):
            continue  # "Berg, who leads the branch, with 74 members, blames": the branch is not who blames
        found = noun_phrase_before(reading, mark, outer)
        if found is None or not _can_head(reading, found, mark):
            continue
        whole = (found[0], close + (pair == "(")) if _opens_name(reading, mark + 1, close) else found
        if found[0] == outer and index + 1 < len(marks) and _is_apposition(reading, outer, mark):
            best = best or whole
            continue
        return whole
    return best


def _can_head(reading: Reading, found: Range, mark: int) -> bool:
    return found[1] == mark and reading.lowers[found[1] - 1] not in TIME_WORDS


def _is_apposition(reading: Reading, first: int, stop: int) -> bool:
    """Whether the stretch after a comma only says more about the name before it."""
    if first < 2 or not reading.is_word(first - 2) or reading.lowers[first - 2] in TIME_WORDS:
        return False
    low = reading.lowers[first]
    if low in _RELATIVES or low in ("a", "an", "the", "former", "his", "her", "its", "their") or low[0].isdigit():
        return reading.is_capital(first - 2) or low in _RELATIVES
    return stop - first <= 3 and reading.is_capital(first) and reading.is_capital(first - 2)


def _opens_name(reading: Reading, first: int, stop: int) -> bool:
    """Whether an apposition is short and nominal, so that it belongs to the source: "a spokesman for X"."""
    if stop - first > 14:
        return False
    low = reading.lowers[first]
    if (
        low in _RELATIVES
        or low in PREPOSITIONS
        or (is_adverb(low) and not reading.is_capital(first))
        or low.endswith("ing")
        or low == "dated"
    ):
        return False
    return not any(reading.is_finite(at) for at in range(first, stop))
