"""Amounts: examples as data, and what must hold for any text."""

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.document import Document
from factcheck.kinds.amount import AMOUNT, Amount
from factcheck.model import Span

CASES: list[dict[str, Any]] = [
    case
    for path in sorted((Path(__file__).parents[1] / "corpus" / "amount").glob("*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
]


def found_in(text: str) -> list[dict[str, Any]]:
    return [{"quote": span.of(text), **AMOUNT.dump(value)} for span, value in AMOUNT.find(Document(text), ())]


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:50] for case in CASES])
def test_an_example_is_read_as_it_says(case: dict[str, Any]) -> None:
    wanted = [{"unit": None, **amount} for amount in case["found"]]
    assert found_in(case["text"]) == wanted


_PIECES = st.sampled_from(
    "1 2017 3.5 1,200 £ $ US € % - – ( ) . , m bn k million hundred a half third of two one to between and from per year old "
    "-year km/h ' \" tanks people rose RMB yen ½ 万 亿 元 百 点 ± × ^ + / more than № \n".split(" ")
)


@given(
    st.one_of(
        st.text(max_size=80),
        st.builds("".join, st.lists(_PIECES, max_size=25)),
        st.builds(" ".join, st.lists(_PIECES, max_size=25)),
    )
)
def test_every_amount_lies_in_the_text_and_survives_storage(text: str) -> None:
    for span, value in AMOUNT.find(Document(text), ()):
        assert 0 <= span.start < span.end <= len(text)
        assert isinstance(value, Amount)
        assert value.low <= value.high
        assert AMOUNT.load(AMOUNT.dump(value)) == value
        assert str(value)
        assert AMOUNT.brief(value)
        assert list(AMOUNT.rows(value, text))


def test_nothing_is_found_in_what_others_took() -> None:
    text = "In 2017 billion-yen deals rose 5% to $3 million."
    taken = [Span(3, 7), Span(text.index("$"), len(text))]
    spans = [span for span, _ in AMOUNT.find(Document(text), taken)]
    assert [span.of(text) for span in spans] == ["5%"]


@pytest.mark.parametrize(
    ("amount", "full", "short"),
    [
        (Amount(Decimal(2_017_000_000_000), Decimal(2_017_000_000_000), "JPY"), "2,017,000,000,000 JPY", "2.017 T JPY"),
        (Amount(Decimal(34), Decimal(34), "%", "~"), "~34 %", "~34 %"),
        (Amount(Decimal(55_000), Decimal(55_000), "troop"), "55,000 troop", "55,000 troops"),
        (Amount(Decimal(10), Decimal(15), None, "range"), "10–15", "10–15"),
        (Amount(Decimal(1), Decimal(1), "vote"), "1 vote", "1 vote"),
        (Amount(Decimal(3), Decimal(3), "person"), "3 person", "3 people"),
        (Amount(Decimal(62), Decimal(62), "pound-mass/square inch"), "62 pound-mass/square inch", "62 psi"),
        (Amount(Decimal(900_000), Decimal(2_700_000), "USD", "range"), "900,000–2,700,000 USD", "0.9–2.7 m USD"),
        (
            Amount(Decimal("11500000"), Decimal("46000000"), "USD", "range"),
            "11,500,000–46,000,000 USD",
            "11.5–46 m USD",
        ),
        (Amount(Decimal(4120), Decimal(5356), "USD/gate", "range"), "4,120–5,356 USD/gate", "4,120–5,356 USD/gate"),
        (Amount(Decimal(1) / 3, Decimal(2) / 3, None, "range"), "1/3–2/3", "1/3–2/3"),
        (Amount(Decimal(8) / 3, Decimal(8) / 3, "mile"), "2.6667 mile", "2.667 mi"),
        (Amount(Decimal("0.3333"), Decimal("0.3333")), "0.3333", "0.333"),
        (
            Amount(Decimal("-0.25"), Decimal("-0.25"), "percentage point"),
            "-0.25 percentage point",
            "-0.25 pp",
        ),
    ],
)
def test_forms(amount: Amount, full: str, short: str) -> None:
    assert (str(amount), AMOUNT.brief(amount)) == (full, short)


def test_rows_name_the_unit_in_full() -> None:
    amount = Amount(Decimal(2_017_000_000_000), Decimal(2_017_000_000_000), "JPY")
    assert list(AMOUNT.rows(amount, "")) == [
        ("Value", "2\u202f017\u202f000\u202f000\u202f000 Japanese yen"),
        ("Bound", "exactly"),
    ]


@pytest.mark.parametrize(
    ("unit", "number", "words"),
    [
        ("USD", 2, "2 US dollars"),
        ("USD/barrel", 2, "2 US dollars per barrel"),
        ("pound-mass/square inch", 2, "2 pounds per square inch"),
        ("celsius", 2, "2 degrees Celsius"),
        ("policewoman", 2, "2 policewomen"),
        ("city", 2, "2 cities"),
        ("key", 1, "1 key"),
        ("square mile", 2, "2 square miles"),
        ("foot", 2, "2 feet"),
        ("aircraft", 2, "2 aircraft"),
        ("F-16", 2, "2 F-16"),
        ("%", 2, "2 per cent"),
    ],
)
def test_units_are_named_as_their_number_asks(unit: str, number: int, words: str) -> None:
    amount = Amount(Decimal(number), Decimal(number), unit)
    assert dict(AMOUNT.rows(amount, ""))["Value"] == words


def test_selected_words_are_read_on_their_own() -> None:
    text = "The fleet of 12 ships cost €3bn."
    start = text.index("€")
    assert AMOUNT.read(Document(text), Span(start, start + 4)) == Amount(
        Decimal(3_000_000_000), Decimal(3_000_000_000), "EUR"
    )
    assert AMOUNT.read(Document(text), Span(0, 9)) is None


@pytest.mark.parametrize(("text", "words", "low"), [("Only one came.", "one", 1), ("See page 12.", "12", 12)])
def test_a_number_selected_alone_stands_for_itself(text: str, words: str, low: int) -> None:
    start = text.index(words)
    assert not list(AMOUNT.find(Document(text), ()))
    assert AMOUNT.read(Document(text), Span(start, start + len(words))) == Amount(Decimal(low), Decimal(low))


WORST = {
    "words": "one hundred and ",
    "scales": "one million million ",
    "digits": "1 234 ",
    "long digits": "9",
    "grouping": "1,",
    "dashes": "1-",
    "slashes": "1/",
    "money": "$",
    "signs": "-",
    "codes": "555-",
    "labels": "Article 9 and ",
    "ranges": "between 1 and 2 to ",
    "bounds": "more than less than up to 5 ",
    "nouns": "5 big, red, old, new, ",
    "hyphens": "5-big-red-",
    "rates": "5 miles per hour per hour per ",
    "sums": "5 feet 2 inches and ",
    "powers": "10^",
    "shares": "one in five in ",
    "addresses": "5 Park Park Park Park ",
    "letters": "2.7m and or ",
    "quotes": '5"',
    "tolerances": "5 ± ",
    "levels": "5 points to 1,234.5 ",
    "multiples": "twice as doubled fivefold ",
    "han": "一百零一万亿点",
    "han parts": "百分之一又",
    "han units": "5元6角7分半",
    "brackets": "[1, ",
    "moves": "rose by 5 to 600 to ",
    "swings": "plus or minus 3 ",
    "designations": "5 T-72 M1 F-16 ",
    "stuff": "5 tons of big old copper ",
    "pounds": "10 pounds ",
    "articles": "more than a dollar ",
    "dashed ranges": "5 to 6-7 ",
    "exchange": "142 to the dollar ",
    "bare rates": "20,000 a day ",
    "losses": "£(12.3)m ",
    "sets": "6-4, 3-6, ",
    "eighths": "14-1/4-",
    "millions": "5m people to 210m ",
    "chained measures": "3 and 4 and 5% and ",
    "airliners": "20 737 787 ",
    "sides": "12 stocks fell and 16 rose ",
    "shared": "one child in three in ",
    "acronyms": "5 TEUs EVs ",
    "per many": "5 per 100,000 births per 1,000 ",
    "comma words": "one thousand, two hundred, ",
    "kelvins": "5 °C 6K ",
    "moved subjects": "claims fell by about 7,000 to ",
    "named currencies": "yen naira 5 per dollar ",
}


@pytest.mark.parametrize("piece", WORST.values(), ids=WORST)
def test_no_input_keeps_it_from_finishing(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    for span, value in AMOUNT.find(Document(text), ()):
        assert span.end <= len(text)
        assert len(AMOUNT.dump(value)["low"]) < 200
