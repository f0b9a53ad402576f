"""A little desk to export: two articles, a claim of each standing, words that mean harm, and a log of acts."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from factcheck.columns import About
from factcheck.model import (
    Act,
    Answer,
    Answered,
    Article,
    Assignment,
    Claim,
    Entry,
    Event,
    Evidence,
    Finding,
    Gap,
    Given,
    LogRow,
    Medium,
    Origin,
    PlainValue,
    Published,
    Severity,
    SignOff,
    Span,
    Standing,
    Trail,
    Verb,
    Verdict,
)

NOON = datetime(2026, 3, 4, 12, 0, 5, tzinfo=UTC)
ABOUT = About(
    head="c0ffee" * 10 + "abcd",
    desk="Night desk",
    exported_at=NOON,
    version="factcheck 0.1.0",
    rates="ECB reference rates to 2026-03-03",
)

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


def _event(id: str, minute: int, actor: str, verb: Verb, claim: Claim, undone: bool = False, **data: object) -> Event:
    act = Act(NOON + timedelta(minutes=minute), actor, verb, claim.draft, claim.key, data)
    return Event(id, "laptop", minute + 3, act, "", id, undone, act.at)


RECORD = Evidence(
    "https://example.org/ledger?page=2",
    Medium.DOCUMENT,
    primary=True,
    locator="p. 14",
    quotation="3 200 000",
    note="scan | of\nthe ledger",
    accessed=date(2026, 3, 4),
    sha256="ab" * 32,
    claim=EUROS.key,
    by="ana",
    at=NOON,
)
CONFIRMED = {TEN_TIMES.key: Answer(TEN_TIMES.key, Answered.CONFIRMED, "the office agrees", "ben", NOON)}
GAPS = (Gap("sum", Span(FEES.text.index("-5"), FEES.text.index("-5") + 2), "-5"),)
BY_PHONE = "by phone\nwith the press office"
AGREED = Trail(
    (
        _event("a1", 0, "ana", Verb.EVIDENCE, EUROS, **RECORD.data()),
        _event("a2", 1, "ana", Verb.JUDGED, EUROS, verdict="verified", note=BY_PHONE),
        _event("a3", 2, "ben", Verb.JUDGED, EUROS, undone=True, verdict="disputed"),
        _event("a4", 3, "ben", Verb.JUDGED, EUROS, verdict="verified"),
    ),
    (RECORD,),
)
DIFFERED = Trail(
    (
        _event("b1", 4, "ana", Verb.JUDGED, DOLLARS, verdict="verified"),
        _event("b2", 5, "ben", Verb.JUDGED, DOLLARS, verdict="disputed", note="@ben: see +1 [x](y)"),
    ),
    before="$3.5 million",
)
ASSIGNED = (
    Assignment(FEES.key, "ana", (), NOON + timedelta(hours=6), "lea", NOON - timedelta(hours=1)),
    Assignment(FEES.key, "ben | *b*", ("sum", "oddity"), None, "lea", NOON),
)
SIGNED = (SignOff("checker", "ana", NOON, FEES.draft), SignOff("second", "ben", NOON, FEES.draft, holds=False))
AGREED_ON = Standing(
    Verdict.VERIFIED,
    "ben",
    NOON,
    BY_PHONE,
    given=(Given("ana", Verdict.VERIFIED, NOON, BY_PHONE), Given("ben", Verdict.VERIFIED, NOON)),
    recheck=date(2026, 9, 1),
)
DIFFERED_ON = Standing(
    Verdict.DISPUTED,
    "ben",
    NOON + timedelta(hours=1),
    "@ben: see +1 [x](y)",
    contested=True,
    found_as="35 USD",
    given=(
        Given("ana", Verdict.VERIFIED, NOON, "fine\nben | disputed | 2020-01-01T00:00:00Z"),
        Given("ben", Verdict.DISPUTED, NOON + timedelta(hours=1), "@ben: see +1 [x](y)"),
    ),
)

_OF_FEES: dict[str, Any] = {"gaps": GAPS, "signed": SIGNED, "assigned": ASSIGNED}
"""What every claim of the first article has beside it."""

ROWS = (
    LogRow(FEES, Entry(1, EUROS, AGREED_ON), (TEN_TIMES,), AGREED, CONFIRMED, **_OF_FEES),
    LogRow(FEES, Entry(2, DOLLARS, DIFFERED_ON), (TEN_TIMES,), DIFFERED, CONFIRMED, **_OF_FEES),
    LogRow(FEES, Entry(3, DAY), **_OF_FEES),
    LogRow(
        FEES, Entry(4, FORMULA, Standing(Verdict.DISMISSED, "ana", NOON, '=HYPERLINK("http://x.example")')), **_OF_FEES
    ),
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
