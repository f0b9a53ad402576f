"""Dollars: those of the article's country where it marks American ones as such ("US$")."""

import re
from collections.abc import Sequence

from factcheck.document import Document
from factcheck.kinds.amount.reading import Reading, Sort

_AMERICAN = re.compile(r"\bUS\$|\$US\b|\bUS cents?\b")
_LOCAL = {
    "AUD": re.compile(r"\b(?:Australian?s?|Aussies?|Sydney|Melbourne|Perth|Brisbane|Adelaide|Queensland|ASX|WA|NSW)\b"),
    "CAD": re.compile(r"\b(?:Canada|Canadians?|Toronto|Ottawa|Vancouver|Montreal|Alberta|Ontario|TSX)\b"),
    "NZD": re.compile(r"\b(?:New Zealand(?:ers?)?|Auckland|Wellington|NZX?|Christchurch)\b"),
    "SGD": re.compile(r"\b(?:Singapore|Singaporeans?|SGX|HDB|CPF)\b"),
    "HKD": re.compile(r"\b(?:Hong Kong(?:ers?)?|Kowloon|HKEX|HKMA)\b"),
}
_MARKED = re.compile(r"(?<![A-Z])(?:A|AU|C|CA|NZ|S|HK)\$")
"""Marks of a local dollar: where one stands, the bare mark is another."""
_MEMORY = "dollars"


def settle_dollars(document: Document, readings: Sequence[Reading]) -> None:
    """Gives a bare "$" the dollar of the one country that an article is about, where it writes "US$" for America's."""
    local: str | None = document.memory.get(_MEMORY)
    if local is None:
        local = document.memory[_MEMORY] = _local_dollar(document.view)
    if not local:
        return
    tokens = document.tokens
    for reading in readings:
        if reading.sort is Sort.MONEY and reading.marked and tokens.words[reading.first] == "$":
            apart = reading.first + 1 >= len(tokens) or tokens.lowers[reading.first + 1] != "us"
            if apart and (reading.unit or "").partition("/")[0] == "USD":
                reading.unit = local + (reading.unit or "").removeprefix("USD")


def _local_dollar(view: str) -> str:
    """The dollar that an article leaves unmarked, or "" where nothing says that it is not the American one."""
    if "$" not in view or not _AMERICAN.search(view):
        return ""
    named = [code for code, places in _LOCAL.items() if places.search(view)]
    return named[0] if len(named) == 1 and not _MARKED.search(view) else ""
