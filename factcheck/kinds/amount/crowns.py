"""Crowns: kroner and kronor of the one Nordic country that an article names."""

import re
from collections.abc import Sequence

from factcheck.document import Document
from factcheck.kinds.amount.reading import Reading

_OF = {
    "NOK": re.compile(r"\b(?:NOK|Norway|Norwegians?|Oslo|Norges)\b"),
    "DKK": re.compile(r"\b(?:DKK|Denmark|Danish|Danes?|Copenhagen|Danmarks)\b"),
    "SEK": re.compile(r"\b(?:SEK|Sweden|Swedish|Swedes?|Stockholm|Riksbank)\b"),
    "ISK": re.compile(r"\b(?:ISK|Iceland|Icelandic|Icelanders?|Reykjav[ií]k)\b"),
}
_UNNAMED = "krona"
_MEMORY = "crowns"


def settle_crowns(document: Document, readings: Sequence[Reading]) -> None:
    """Gives crowns the code of the one country whose they can be; where two are named they stay crowns."""
    for reading in readings:
        if (reading.unit or "").partition("/")[0] != _UNNAMED:
            continue
        code: str | None = document.memory.get(_MEMORY)
        if code is None:
            named = [code for code, places in _OF.items() if places.search(document.view)]
            code = document.memory[_MEMORY] = named[0] if len(named) == 1 else ""
        if code:
            reading.unit = code + (reading.unit or "").removeprefix(_UNNAMED)
