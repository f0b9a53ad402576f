"""What no claim covers: examples of words that are gaps and words that are none, and what holds for any text."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extract import claims_of
from factcheck.extract.uncovered import uncovered
from factcheck.kinds import kinds
from factcheck.kinds.amount import AMOUNT, Amount
from factcheck.kinds.date import DATE
from factcheck.model import Article, Claim, Published, Span

WORDS = st.lists(
    st.sampled_from(
        "one 1,234.5 2017 G7 COVID-19 twenty - five dozen of $ 3m % May may march Monday yesterday ago said that rose "
        '"Never" 2+2 A$ Boeing 737 三 万 年 . ( ) the \n'.split(" ")
    ),
    max_size=30,
).map(" ".join)


def article(text: str) -> Article:
    return Article("", text, Published("2031-05-06"))


@pytest.mark.parametrize(
    ("text", "amounts", "dates"),
    [
        ("It cost A$1,234.5m in all.", ["A$1,234.5m"], []),
        ("The COVID-19 ward is in Boeing 737 hangars.", ["COVID-19", "737"], []),
        ("Some twenty-five boats, a dozen vans.", ["twenty-five", "dozen"], []),
        ("One of a pair, the only one that a few saw.", [], []),
        ("Costs doubled to 5%.", ["doubled", "5%"], []),
        ("He left on Monday, came back yesterday.", [], ["Monday", "yesterday"]),
        ("They march in May and may sit in the sun.", [], ["May"]),
        ("May I ask what Theresa May said?", [], ["May"]),
        ("Jan de Vries sat with Mar Lindqvist.", [], []),
        ("Sent on Jan. 5 from Ghent.", ["5"], ["Jan"]),
        ("Built in 1987, case 19-2041, room 1987B.", ["1987", "19-2041", "1987B"], ["1987"]),
        ("", [], []),
    ],
)
def test_hints(text: str, amounts: list[str], dates: list[str]) -> None:
    one = article(text)
    assert [gap.quote for gap in uncovered(one, (), [AMOUNT])] == amounts
    assert [gap.quote for gap in uncovered(one, (), [DATE])] == dates


def test_a_claim_covers_the_hints_it_touches() -> None:
    text = "Lund paid $3m for 12 boats."
    at = text.index("12")
    claim = Claim("", "amount", Span(at, at + 8), text[at : at + 8], Amount(Decimal(12), Decimal(12), "boat"))
    assert [gap.quote for gap in uncovered(article(text), [claim], [AMOUNT])] == ["$3m"]
    assert uncovered(article(text), claims_of(article(text)), [AMOUNT]) == ()


def test_a_number_in_a_date_is_no_gap_and_one_in_a_statement_is() -> None:
    text = "Anna Holm said the Boeing 737 came on 3 March 2029."
    gaps = uncovered(article(text), claims_of(article(text)), [DATE, AMOUNT])
    assert [gap.quote for gap in gaps] == ["737"]


@given(st.one_of(WORDS, st.text(max_size=200)))
def test_gaps_lie_in_the_text_and_in_no_claim(text: str) -> None:
    claims = claims_of(article(text))
    flat = [claim for claim in claims if not kinds()[claim.kind].nests]
    before = 0
    for gap in uncovered(article(text), claims):
        assert before <= gap.span.start < gap.span.end <= len(text)
        assert gap.quote == gap.span.of(text)
        assert not any(claim.span.overlaps(gap.span) for claim in flat)
        before = gap.span.end


@pytest.mark.parametrize("piece", ["1-", "$", "twenty-", "May ", "2017 ", "1.", "a1"])
def test_worst_case_is_read(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    for gap in uncovered(article(text), ()):
        assert gap.span.end <= len(text)
