"""Whether a text is in a language whose claims are read: by its script, then by its commonest words."""

import re

READ = "English, Chinese or Japanese"
"""The languages whose amounts and dates are read."""

_ENGLISH = frozenset("the of and to in is was for that with by at from were has have it as on an be this said".split())
_OTHERS = frozenset(
    "der das und den von zu mit ist im für auf dem ein eine wurde nach les des du et une est dans que pour qui sur aux "
    "los las del y una con su il di della che per gli nel è het een op te voor werd och att det som på av til ikke "
    "em uma não os na dos w z się nie jest że".split()
)
_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 20_000
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_EAST_ASIAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\u3040-\u30ff\uf900-\ufaff]")


def is_read(text: str) -> bool:
    """Whether a text's claims can be expected to be read; true where too little of it tells."""
    text = text[:_LOOKED_AT]
    letters = sum(map(len, _WORD.findall(text)))
    latin, east_asian = len(_LATIN.findall(text)), len(_EAST_ASIAN.findall(text))
    if (latin + east_asian) * 2 < letters:
        return False
    if east_asian * 4 > latin:
        return True
    words = _WORD.findall(text.lower())
    return sum(word in _OTHERS for word in words) <= sum(word in _ENGLISH for word in words)
