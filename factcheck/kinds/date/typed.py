"""Dates that a person types: TIMEX3 values, English words, and explicit dates of other languages."""

from datetime import datetime
from typing import Any

from factcheck.document import Document
from factcheck.kinds.date.find import find
from factcheck.kinds.date.timex3 import days_of
from factcheck.kinds.date.value import DateMention, mention
from factcheck.model import Published

LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "ru", "zh", "ja", "ko", "ar", "tr", "pl")
"""Tried in this order for words that the English rules do not read."""

_LONGEST = 80
_SMALL_WORDS = frozenset("the on in at by of . ,".split())


def typed_date(words: str, published: Published | None = None) -> DateMention | None:
    """What a person's words say when they are one date ("6.12.2021", "last Friday", "6 décembre 2021"), or None.

    TIMEX3 values ("2021-12", "2020-FA") are taken as they are. Explicit dates of other languages go to dateparser.
    """
    words = " ".join(words.split())
    if not words or len(words) > _LONGEST:
        return None
    if days_of(words)[0] is not None and "-" in words:
        return mention("TIME" if "T" in words else "DATE", words)
    found = list(find(Document(words, published), ()))
    if len(found) == 1:
        span, value = found[0]
        if set(f"{words[: span.start]} {words[span.end :]}".lower().split()) <= _SMALL_WORDS:
            return value
    return _parsed(words, published)


def _parsed(words: str, published: Published | None) -> DateMention | None:
    """An explicit day in another language; never relative words, which dateparser often gets wrong."""
    if not any(mark.isdigit() for mark in words) or not any(mark.isalpha() for mark in words):
        return None
    from dateparser.date import DateDataParser

    today = published.day if published else None
    settings: dict[str, Any] = {"REQUIRE_PARTS": ["month"], "PARSERS": ["absolute-time"]}
    if today is not None:
        settings["RELATIVE_BASE"] = datetime(today.year, today.month, today.day)
    data = DateDataParser(languages=list(LANGUAGES), settings=settings).get_date_data(words)
    if data is None or data.date_obj is None:
        return None
    day = data.date_obj.date().isoformat()
    return mention("DATE", {"day": day, "month": day[:7], "year": day[:4]}.get(data.period, day))
