"""A little desk to export: two articles, a claim of each standing, words that mean harm, and a log of acts."""

from datetime import UTC, datetime, timedelta

from factcheck.export import About
from factcheck.model import (
    Act,
    Article,
    Claim,
    Entry,
    Event,
    Finding,
    LogRow,
    Origin,
    PlainValue,
    Published,
    Severity,
    Span,
    Standing,
    Verb,
    Verdict,
)

NOON = datetime(2026, 3, 4, 12, 0, 5, tzinfo=UTC)
ABOUT = About(head="c0ffee" * 10 + "abcd", desk="Night desk", exported_at=NOON, version="factcheck-desk 0.1.0")

FEES = Article(
    title="Harbour fees rise | =cmd|' /C calc'!A0",
    text=(
        "Harbour fees rise\n\n"
        "The port authority asked for 3.2 million euros (about $35 million) on 6 December, "
        "the *mayor's* office said. <script>alert(1)</script>\n\n"
        "=SUM(A1:A9) was in the notes, and -5 percent too. 💶 Fees: ５ per cent.\n"
    ),
    published=Published("2021-12-07", inferred=True),
    source="https://example.org/fees?a=1&b=2",
    language="en",
)
SHORT = Article(title="", text="Two ferries sank in 1987, the ministry said.", published=None)


def _claim(article: Article, words: str, kind: str, value: str, origin: Origin = Origin.FOUND) -> Claim:
    start = article.text.index(words)
    return Claim(article.draft, kind, Span(start, start + len(words)), words, PlainValue({"reading": value}), origin)


EUROS = _claim(FEES, "3.2 million euros", "sum", "3200000 EUR")
DOLLARS = _claim(FEES, "$35 million", "sum", "35000000 USD")
DAY = _claim(FEES, "6 December", "day", "2021-12-06")
FORMULA = _claim(FEES, "=SUM(A1:A9)", "oddity", "=SUM(A1:A9)", Origin.ADDED)
FERRIES = _claim(SHORT, "Two ferries", "sum", "2 ferries")

TEN_TIMES = Finding(
    "rates",
    Severity.ERROR,
    (DOLLARS.key, EUROS.key),
    "the two sums are a factor of ten apart",
    ("3.2 million EUR x 1.13 = 3.6 million USD", "35 / 3.6 = 9.7"),
    "2 % for rounding",
    "$3.5 million would fit",
)

ROWS = (
    LogRow(
        FEES, Entry(1, EUROS, Standing(Verdict.VERIFIED, "ana", NOON, "by phone\nwith the press office")), (TEN_TIMES,)
    ),
    LogRow(
        FEES,
        Entry(2, DOLLARS, Standing(Verdict.DISPUTED, "ben", NOON + timedelta(hours=1), "@ben: see +1 [x](y)", True)),
        (TEN_TIMES,),
    ),
    LogRow(FEES, Entry(3, DAY)),
    LogRow(FEES, Entry(4, FORMULA, Standing(Verdict.DISMISSED, "ana", NOON, '=HYPERLINK("http://x.example")'))),
    LogRow(SHORT, Entry(1, FERRIES, Standing(Verdict.VERIFIED, "ana\x1b[31m", NOON))),
)

_JUDGED = Act(
    NOON, "ana", Verb.JUDGED, FEES.draft, EUROS.key, {"verdict": "verified", "before": "open", "note": "=1+1"}
)
_UNDONE = Act(NOON + timedelta(microseconds=7), "ana", Verb.UNDONE, FEES.draft, None, {"event": "e1"})
EVENTS = (
    Event("e1", "laptop", 1, _JUDGED, "", "aa11", undone=True, stamp=NOON),
    Event("e2", "laptop", 2, _UNDONE, "aa11", "bb22", stamp=_UNDONE.at),
)
