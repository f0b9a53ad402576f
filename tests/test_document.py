"""A document's tokens, sentences and paragraphs: each made once, every offset that of the article."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.document import Document, view_of


def sentences(text: str) -> list[str]:
    return [span.of(text) for span in Document(text).sentences]


@pytest.mark.parametrize(
    "text",
    [
        "It cost $1.4bn.|The storm passed.",
        "He said no.|The vote failed.",
        "See No. 5 and Fig. 2 for more.|It rained.",
        "Dr. Brandt met Gen. Reed and Mr. Hale.|They ate.",
        "The U.S. Army left.|It came back.",
        "She lives in the U.S.|The town is small.",
        "J. R. Hale sold Acme Inc. to Borel Corp. in May.|He left.",
        "It was sold to Acme Inc.|The price was low.",
        "On Jan. 5 and Sept. 6, 2021 it snowed.|On Sun. Jan. 10 too.",
        "They worked on Sat.|Nobody paid.",
        "“We won!” he said.|“When?” they asked.",
        "It rose 3.5 percent.|5 people left.",
        "日本政府は3億円を要求した。|市長は拒否した。",
        "A headline without a stop|\n\nA first sentence.|A second one.",
        "What now...|Nobody knows.",
    ],
)
def test_sentences_end_where_readers_end_them(text: str) -> None:
    wanted = [part.strip() for part in text.split("|")]
    assert sentences(text.replace("|\n", "\n").replace("。|", "。").replace("|", " ")) == wanted


def test_lines_that_were_only_wrapped_are_one_paragraph() -> None:
    text = "\n".join(
        ["The council met on", "Monday to talk about the", "harbour wall and the", "cost of mending", "it."]
    )
    text += "\n\nNobody came."
    assert [span.of(text)[:7] for span in Document(text).paragraphs] == ["The cou", "Nobody "]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Japan's 1,234.5bn", ["Japan", "'s", "1,234.5", "bn"]),
        ("don’t pay US$2m", ["don't", "pay", "US", "$", "2", "m"]),
        ("2017亿日元", ["2017", "亿", "日", "元"]),
        ("a 40-year-old", ["a", "40", "-", "year", "-", "old"]),
    ],
)
def test_tokens(text: str, words: list[str]) -> None:
    assert Document(text).tokens.words == words


@given(st.text())
def test_the_view_keeps_every_offset_and_tokens_lie_in_order(text: str) -> None:
    document = Document(text)
    tokens = document.tokens
    assert len(view_of(text)) == len(text)
    edges = [edge for pair in zip(tokens.starts, tokens.ends, strict=True) for edge in pair]
    assert edges == sorted(edges)
    assert all(document.view[a:b] == word for a, b, word in zip(tokens.starts, tokens.ends, tokens.words, strict=True))


@given(st.text(st.sampled_from("aB.!? \n\"”'0。")))
def test_sentences_lie_in_paragraphs_and_lose_no_word(text: str) -> None:
    document = Document(text)
    spans = document.sentences
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
    assert all(any(paragraph.covers(span) for paragraph in document.paragraphs) for span in spans)
    inside = sum(span.end - span.start - sum(map(str.isspace, span.of(text))) for span in spans)
    assert inside == sum(not letter.isspace() for letter in text)
