"""Cardinals as people write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.document import Document
from factcheck.numbers import number_at

READ = {
    "1,234,567 visitors": ("1234567", "1,234,567"),
    "1 234 567 visitors": ("1234567", "1 234 567"),
    "1.000,50": ("1000.50", "1.000,50"),
    "1,00,000 rupees": ("100000", "1,00,000"),
    ".5 per cent": ("0.5", ".5"),
    "2½ pints": ("2.5", "2½"),
    "½ pint": ("0.5", "½"),
    "1 1/2 cups": ("1.5", "1 1/2"),
    "3/4 cup": ("0.75", "3/4"),
    "1.2bn": ("1200000000", "1.2bn"),
    "1.5 lakh crore rupees": ("1500000000000", "1.5 lakh crore"),
    "2017 billion yen": ("2017000000000", "2017 billion"),
    "10k run": ("10000", "10k"),
    "twenty-five men": ("25", "twenty-five"),
    "two hundred and fifty thousand three hundred and one": (
        "250301",
        "two hundred and fifty thousand three hundred and one",
    ),
    "a hundred and two of those": ("102", "a hundred and two"),
    "a dozen eggs": ("12", "a dozen"),
    "five dozen": ("60", "five dozen"),
    "two and a half years": ("2.5", "two and a half"),
    "two-and-a-half-year": ("2.5", "two-and-a-half"),
    "a million and a half": ("1500000", "a million and a half"),
    "two and three quarters": ("2.75", "two and three quarters"),
    "half a million people": ("500000", "half a million"),
    "half an hour": ("0.5", "half an"),
    "three-quarters of": ("0.75", "three-quarters"),
    "two point five": ("2.5", "two point five"),
    "ten and twenty": ("10", "ten"),
    "nineteen eighty four": ("19", "nineteen"),
    "24/7": ("24", "24"),
}


@pytest.mark.parametrize("text", READ)
def test_a_cardinal_is_read_as_far_as_it_goes(text: str) -> None:
    value, words = READ[text]
    tokens = Document(text).tokens
    number = number_at(tokens, 0)
    assert number is not None
    assert (number.low, number.high) == (Decimal(value), Decimal(value))
    assert tokens.span(number.first, number.last).of(text) == words


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("dozens of", 12, 120), ("hundreds of thousands", 10**5, 10**6), ("Thousands", 10**3, 10**4)],
)
def test_a_plural_without_a_count_is_vague(text: str, low: int, high: int) -> None:
    number = number_at(Document(text).tokens, 0)
    assert number is not None
    assert (number.low, number.high) == (low, high)


@pytest.mark.parametrize(
    "text", ["a third man", "an apple", "1.2.3", "9" * 5000, "tens", "million", "and five", "scores"]
)
def test_what_is_no_cardinal(text: str) -> None:
    assert number_at(Document(text).tokens, 0) is None


def test_scales_without_end_stay_small() -> None:
    number = number_at(Document("one " + "million " * 20_000).tokens, 0)
    assert number is not None
    assert number.high < 10**60


_WORDS = st.sampled_from(
    "one ten forty hundred thousand million and a half - . , 1 23 456 7.5 / ½ third thirds dozen point of k bn".split()
)


@given(st.lists(_WORDS, min_size=1, max_size=30), st.sampled_from([" ", ""]))
def test_a_number_stays_inside_the_tokens(words: list[str], gap: str) -> None:
    tokens = Document(gap.join(words)).tokens
    for at in range(len(tokens)):
        if number := number_at(tokens, at):
            assert at == number.first <= number.last < len(tokens)
            assert number.low <= number.high
            assert number.low.is_finite()
