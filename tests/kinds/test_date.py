"""Dates: every example of the corpus, and what holds for any text."""

import re
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
    ("type", "value", "words", "brief"),
    [
        ("DATE", "2021-12-06", "6 December 2021", "6 Dec 2021"),
        ("TIME", "2021-03-03TEV", "the evening of 3 March 2021", "3 Mar evening"),
        ("TIME", "2021-12-06T18:00", "6 December 2021, 18:00", "6 Dec 18:00"),
        ("TIME", "XXXX-XX-XXT18:00", "18:00", "18:00"),
        ("TIME", "XXXX-XX-XXTNI", "night", "night"),
        ("DATE", "2021-12", "December 2021", "Dec 2021"),
        ("DATE", "XXXX-12-06", "6 December", "6 Dec"),
        ("DATE", "XXXX-XX-06", "the 6th", "the 6th"),
        ("DATE", "XXXX", "some year", "some year"),
        ("DATE", "XXXX-XX-XX", "some day", "some day"),
        ("DATE", "2021", "2021", "2021"),
        ("DATE", "BC0490", "490 BC", "490 BC"),
        ("DATE", "2020-FA", "autumn 2020", "autumn 2020"),
        ("DATE", "2020-WI", "winter 2020–21", "winter 2020–21"),
        ("DATE", "2021-Q3", "the third quarter of 2021", "Q3 2021"),
        ("DATE", "2021-H1", "the first half of 2021", "H1 2021"),
        ("DATE", "FY2021", "fiscal year 2021", "FY 2021"),
        ("DATE", "2021-W49", "week of 6 December 2021", "wk of 6 Dec"),
        ("DATE", "2021-W49-WE", "weekend of 6 December 2021", "wkend of 6 Dec"),
        ("DATE", "199", "the 1990s", "the 1990s"),
        ("DATE", "19", "the 20th century", "20th century"),
        ("DATE", "BC04", "the 5th century BC", "5th century BC"),
        ("DURATION", "P12M", "12 months", "12 months"),
        ("DURATION", "PT6H", "6 hours", "6 hours"),
        ("DURATION", "P2W", "2 weeks", "2 weeks"),
        ("DURATION", "PXY", "some years", "some years"),
        ("DURATION", "P1CE", "1 century", "1 century"),
        ("DURATION", "PT3H7M35S", "3 hours 7 minutes 35 seconds", "03:07:35"),
        ("SET", "P1D", "every day", "every day"),
        ("SET", "P2W", "every 2 weeks", "every 2 weeks"),
        ("SET", "PXY", "every few years", "every few years"),
        ("SET", "XXXX-WXX-2", "every Tuesday", "every Tuesday"),
        ("DATE", "XXXX-WXX-2", "a Tuesday", "a Tuesday"),
        ("SET", "XXXX-WXX-WE", "every weekend", "every weekend"),
        ("SET", "XXXX-XX-XXTNI", "every night", "every night"),
        ("SET", "XXXX-SU", "every summer", "every summer"),
        ("DATE", "PAST_REF", "some time in the past", "past"),
    ],
)
def test_a_value_is_shown_in_words(type: str, value: str, words: str, brief: str) -> None:
    shown = mention(type, value)
    assert str(shown) == words
    assert DATE.brief(shown) == brief
    assert words in dict(DATE.rows(shown, ""))["value"]


def test_a_day_is_shown_with_its_weekday() -> None:
    assert dict(DATE.rows(mention("DATE", "2021-12-06"), ""))["value"] == "Monday 6 December 2021"
    assert dict(DATE.rows(mention("DATE", "2021-04-31"), ""))["value"] == "31 April 2021: no such day"


CODES = re.compile(r"\bPT?[\dX]|XX|_REF|\bW\d\d|-[A-Z]{2}\b|T(?:MO|AF|EV|NI|MI|DT)\b")


@pytest.mark.parametrize("case", CASES)
def test_no_code_is_shown(case: dict[str, Any]) -> None:
    for _, value in DATE.find(document(case["text"], case.get("published")), ()):
        for words in (str(value), DATE.brief(value), *dict(DATE.rows(value, case["text"])).values()):
            assert not CODES.search(words)
