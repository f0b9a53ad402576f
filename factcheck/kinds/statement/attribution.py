"""Statements without a verb of their own: "according to X"."""

from factcheck.kinds.statement.contents import clause_end
from factcheck.kinds.statement.draft import Draft, Range
from factcheck.kinds.statement.phrases import is_measure
from factcheck.kinds.statement.reading import REACH, Reading
from factcheck.kinds.statement.words import AUXILIARY, CONJUNCTIONS, PREPOSITIONS, WEEKDAYS
from factcheck.model import Span

_RELATIVES = frozenset("which who that whose".split())
_HAD = frozenset("seen obtained published released reviewed shared filed issued dated leaked posted viewed".split())
_ARTICLES = frozenset("a an the its".split())
_APPOSITION = 14
"""How many tokens a source's apposition has at most."""


def according_to(reading: Reading, at: int) -> Draft | None:
    """The statement that "according to X" attributes: the rest of the sentence after it, or what stands before.

    Its content is empty where the next attribution follows at once: that one has the content.
    """
    first, stop = reading.sentence(at)
    if at + 2 >= stop or reading.lowers[at + 1] != "to":
        return None
    source = _source(reading, at + 2, stop)
    if source is None or is_measure(reading, source):
        return None
    draft = Draft("report", (at, at + 2), source, stop=stop)
    ahead = _ahead(reading, source[1], stop)
    leads = reading.lowers[first] in ("according", "but", "and", "still") or at - first < 3
    if reading.words[at - 1] == "," and at - 2 >= first and reading.words[source[1] : source[1] + 1] == [","]:
        begun = _interrupted(reading, first, at - 2)
        if begun is not None:
            if reading.lowers[begun] in _RELATIVES:
                ahead = _relative_rest(reading, source[1] + 1, stop)
            draft.content = [span for span in (reading.chars(begun, at), *ahead) if span]
            return draft
    if leads and (ahead or at == first):
        draft.content = ahead
    elif ahead and not reading.clause_words(first, at) and not _goes_on_about(reading, source[1], stop):
        bare = reading.lowers[at - 2] in CONJUNCTIONS | PREPOSITIONS or at - first > 8
        draft.content = ahead if bare else [span for span in (reading.chars(first, at), *ahead) if span]
    else:
        behind = _behind(reading, first, at, draft)
        draft.content = [behind] if behind else []
        if reading.words[at - 1] == "(" and source[1] + 1 < stop:
            rest = reading.chars(source[1] + 1, stop - (reading.words[stop - 1] in ".!?"))
            draft.content += [rest] if rest else []
    return draft


def _goes_on_about(reading: Reading, end: int, stop: int) -> bool:
    """Whether what follows a source only tells of it: "according to the board, which puts the loss at £2m"."""
    return end + 1 < stop and reading.words[end] == "," and reading.lowers[end + 1] in _RELATIVES


def _relative_rest(reading: Reading, first: int, stop: int) -> list[Span]:
    """The rest of a relative clause, up to the comma that closes it."""
    end = clause_end(reading, first, min(stop, first + REACH))
    span = reading.chars(first, end - (reading.words[end - 1] in ".!?"))
    return [span] if span else []


def _interrupted(reading: Reading, first: int, last: int) -> int | None:
    """Where the clause begins that breaks off at token `last`: "he had, according to …", "which, …"."""
    if reading.lowers[last] in _RELATIVES:
        return last + (reading.lowers[last] == "that")
    if reading.lowers[last] not in AUXILIARY:
        return None
    outer = _source(reading, first + 2, last) if reading.lowers[first] == "according" else None
    return outer[1] + 1 if outer and outer[1] + 1 < last else first


def _ahead(reading: Reading, after: int, stop: int) -> list[Span]:
    """The clause after "according to X,", in two parts where another attribution stands within it."""
    if reading.lowers[after : after + 1] != ["the"]:
        reach = min(stop, after + REACH)
        while after < reach and reading.words[after] != ",":
            after += 1
        if after == reach:
            return []
        after = _past_relative(reading, after + 1, reach)
    if stop - after < 3:
        return []
    end = _clause_end(reading, after, stop)
    spans = [reading.chars(after, end - (reading.words[end - 1] in ".!?"))]
    if reading.lowers[end : end + 3] == [",", "according", "to"] and reading.lowers[end - 1] in AUXILIARY:
        inner = _source(reading, end + 3, stop)
        if inner and inner[1] + 1 < stop:
            rest = _clause_end(reading, inner[1] + 1, stop)
            spans.append(reading.chars(inner[1] + 1, rest - (reading.words[rest - 1] in ".!?")))
    return [span for span in spans if span]


def _past_relative(reading: Reading, at: int, reach: int) -> int:
    """The token behind what a clause tells of the source: "the board, which met on Monday, | sales fell"."""
    if at + 1 < reach and (reading.lowers[at] in _RELATIVES or _is_told_of(reading, at)):
        closed = next((here for here in range(at, reach) if reading.words[here] == ","), None)
        if closed is not None and reach - closed > 2:
            return closed + 1
    return at


def _is_told_of(reading: Reading, at: int) -> bool:
    """Whether a participle begins here that tells where a source was had: "its log, seen by this newspaper, "."""
    return reading.lowers[at] in _HAD and reading.lowers[at + 1] in PREPOSITIONS | {"this", "last", "yesterday"}


def _clause_end(reading: Reading, first: int, stop: int) -> int:
    """Where a clause ends that goes on with its verb after what stands between commas."""
    stop = min(stop, first + REACH)
    end = clause_end(reading, first, stop)
    while end + 1 < stop and reading.words[end] == "," and reading.is_finite(end + 1):
        end = clause_end(reading, end + 1, stop)
    return end


def _behind(reading: Reading, first: int, at: int, draft: Draft) -> Span | None:
    """The clause, or the quotation, before "according to X"."""
    number = reading.closes_quotation(at - 1 if reading.words[at - 1] != "," else at - 2)
    if number >= 0 and reading.quote_first[number] <= first:
        draft.quoted = True
        return reading.quotations[number].span
    return reading.chars(first, at - (reading.words[at - 1] == "("))


def _opens_clause(reading: Reading, first: int, at: int) -> bool:
    """Whether the clause begins without a comma: "According to Berg | the quay was safe"."""
    return at > first and reading.lowers[at] == "the" and reading.is_capital(at - 1) and reading.is_word(at - 1)


def _source(reading: Reading, first: int, stop: int) -> Range | None:
    """The noun phrase after "according to", with the apposition that a comma parts from it."""
    at = first
    while at < min(stop, first + 40):
        if reading.quote_at[at] >= 0:
            at = reading.quote_stop[reading.quote_at[at]]
            continue
        word = reading.words[at]
        following = reading.lowers[at + 1] if at + 1 < stop else ""
        dated = reading.lowers[at] == "on" and (following == "the" or following in WEEKDAYS)
        if at > first and dated and not reading.lowers[at - 1].endswith("ed"):
            break
        if _opens_clause(reading, first, at):
            break
        if word in ",;:)" or (word == "." and at + 1 >= stop) or word in "–—":
            break
        at += 1
    if at == first:
        return None
    return (first, _apposition_end(reading, first, at, stop))


def _apposition_end(reading: Reading, first: int, comma: int, stop: int) -> int:
    """Where a source ends with "…, Ana Lind," or "…, the mayor of Oslo," before its clause, or at the comma."""
    if comma + 2 >= stop or reading.words[comma] != ",":
        return comma
    named = reading.is_capital(comma + 1) and not reading.is_capital(comma - 1)
    described = reading.is_capital(comma - 1) and reading.lowers[comma + 1] in _ARTICLES
    if not (named or described):
        return comma
    for at in range(comma + 1, min(stop, comma + _APPOSITION)):
        if reading.words[at] == ",":
            clause = any(reading.is_verb(here) for here in range(at + 1, min(stop, at + 25)))
            return at if clause and at > comma + (2 if named else 1) else comma
        plain = reading.is_word(at) or reading.words[at] in ".-'"
        if not plain or reading.quote_at[at] >= 0 or reading.is_verb(at) or (named and _ends_name(reading, at)):
            return comma
    return comma


def _ends_name(reading: Reading, at: int) -> bool:
    return reading.is_word(at) and not reading.is_capital(at) and not reading.joins_name(at)
