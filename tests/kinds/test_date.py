"""Dates: every example of the corpus, and what holds for any text."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.document import Document
from factcheck.kinds.date import DATE, DateMention
from factcheck.kinds.date.value import mention
from factcheck.model import Published, Span

CORPUS = Path(__file__).parents[1] / "corpus" / "date"
CASES = [
    pytest.param(case, id=f"{path.stem}: {case['text'][:60]}")
    for path in sorted(CORPUS.glob("*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
]
WORDS = st.lists(
    st.sampled_from(
        "the of in on last next this May March June 5 6th 31 1999 2021 21 - / : . , s two half a and past weeks year's "
        "ago later quarter first Friday early June Monday mid at pm p.m. GMT noon summer century BC 昨 年 月 日 ١٢ night before".split()
    ),
    max_size=30,
).map(" ".join)


def document(text: str, published: str | None) -> Document:
    return Document(text, Published(published) if published else None)


@pytest.mark.parametrize("case", CASES)
def test_example(case: dict[str, Any]) -> None:
    text = case["text"]
    found = sorted(DATE.find(document(text, case.get("published")), ()), key=lambda item: item[0])
    got = [{"quote": span.of(text), "type": value.type, "value": value.value} for span, value in found]
    assert got == case["found"]


@given(
    st.one_of(WORDS, st.text(max_size=200)),
    st.sampled_from([None, "2021-12-06", "XXXX-12-06", "2020-02-29", "9999-12-31", "0001-01-01", "2021"]),
)
def test_any_text(text: str, published: str | None) -> None:
    before = 0
    for span, value in sorted(DATE.find(document(text, published), ()), key=lambda item: item[0]):
        assert before <= span.start < span.end <= len(text)
        assert DATE.load(DATE.dump(value)) == value
        assert str(value)
        assert DATE.brief(value)
        assert dict(DATE.rows(value, text))["value"]
        if value.first and value.last:
            assert value.first <= value.last
        before = span.end


@pytest.mark.parametrize(
    "piece",
    [
        "the end of ",
        "May ",
        "2021-",
        "1 2 ",
        "a couple of ",
        "Monday, ",
        "5-",
        "twenty-",
        "at 6:30 ",
        "years ",
        "two and a half ",
    ],
)
def test_worst_case_is_read(piece: str) -> None:
    text = (piece * (100_000 // len(piece) + 1))[:100_000]
    for span, _ in DATE.find(document(text, "2021-12-06"), ()):
        assert span.end <= len(text)


def test_days_covered() -> None:
    text = "It ran from early March 2020 to the autumn of 2021."
    values = [value for _, value in DATE.find(document(text, "2021-12-06"), ())]
    assert values == [
        DateMention("DATE", "2020-03", date(2020, 3, 1), date(2020, 3, 31), "month"),
        DateMention("DATE", "2021-FA", date(2021, 9, 1), date(2021, 11, 30), "season"),
    ]


def test_selected_words_are_read() -> None:
    text = "The vote was held on 3 May 2019 in Riga."
    value = DATE.read(document(text, "2021-12-06"), Span(21, 31))
    assert value is not None
    assert value.value == "2019-05-03"
    assert DATE.read(document(text, "2021-12-06"), Span(0, 8)) is None


def test_the_text_goes_on_in_its_next_stretch() -> None:
    text = "It began on 3 May 1920. It spread in June 1920.\nIn July it ended."
    cut, memory = text.index("\n") + 1, dict[str, object]()
    values = [
        value.value
        for start, end in ((0, cut), (cut, len(text)))
        for _, value in DATE.find(Document(text, Published("2010-01-10"), start=start, end=end, memory=memory), ())
    ]
    assert values == ["1920-05-03", "1920-06", "1920-07"]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2021-12-06", "Monday 6 December 2021"),
        ("2021-12-06TAF", "Monday 6 December 2021, afternoon"),
        ("2021-12-06T18:00", "Monday 6 December 2021, 18:00"),
        ("2021-12", "December 2021"),
        ("2020-FA", "autumn of 2020"),
        ("2021-Q3", "quarter 3 of 2021"),
        ("199", "the 1990s"),
        ("P2W", "2 weeks"),
        ("PXY", "some years"),
        ("P1CE", "1 century"),
        ("2021-04-31", "not a day of the calendar"),
        ("PRESENT_REF", "now"),
    ],
)
def test_rows_say_what_a_value_means(value: str, words: str) -> None:
    assert dict(DATE.rows(mention("DATE", value), ""))["means"] == words
