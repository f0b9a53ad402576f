"""Statements on examples of our own, and what must hold for any text."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.document import Document
from factcheck.kinds.statement import STATEMENT
from factcheck.kinds.statement.value import Statement
from factcheck.model import Span

CASES = [
    pytest.param(case, id=f"{path.stem}: {case['text'][:50]}")
    for path in sorted((Path(__file__).parents[1] / "corpus" / "statement").glob("*.toml"))
    for case in tomllib.loads(path.read_text("utf-8"))["case"]
]


def found(text: str) -> list[Statement]:
    return [value for _, value in STATEMENT.find(Document(text), []) if isinstance(value, Statement)]


def in_words(text: str, statement: Statement) -> dict[str, object]:
    words = {
        "act": statement.act,
        "source": statement.source.of(text) if statement.source else "",
        "cue": statement.cue.of(text) if statement.cue else "",
        "content": [span.of(text) for span in statement.content],
    }
    if statement.source and statement.who != words["source"]:
        words["who"] = statement.who
    if statement.negated:
        words["negated"] = True
    return words | ({"via": [span.of(text) for span in statement.via]} if statement.via else {})


@pytest.mark.parametrize("case", CASES)
def test_corpus(case: dict[str, object]) -> None:
    text = str(case["text"])
    assert [in_words(text, statement) for statement in found(text)] == case["found"]


WORDS = "said \"  “ ” ' ’ ( ) , . : \n\n according to he Mr. Smith The minister that asked accused by of us to adding - « » 「 」 x ü 数"
PIECES = st.lists(st.sampled_from(WORDS.split(" ")), max_size=60).map(" ".join)


@given(st.one_of(st.text(max_size=200), PIECES))
def test_any_text(text: str) -> None:
    document = Document(text)
    hulls = []
    for span, value in STATEMENT.find(document, []):
        assert isinstance(value, Statement)
        spans = [*value.content, *value.via, *(part for part in (value.source, value.cue) if part)]
        assert value.content
        assert all(0 <= part.start < part.end <= len(text) for part in [*spans, span])
        assert span == value.hull
        assert STATEMENT.load(STATEMENT.dump(value)) == value
        assert len(STATEMENT.brief(value)) <= 12
        assert str(value)
        assert list(STATEMENT.rows(value, text))
        hulls.append(span)
    assert len(hulls) == len(set(hulls))


@pytest.mark.parametrize(
    "piece",
    [
        '"',
        "“",
        "'",
        "said ",
        ",",
        "x",
        "“a” said ",
        "according to ",
        "a, said b, ",
        "asked him to ",
        "(said)",
        "who said that ",
        "asked whether he said, ",
        "A, B and ",
        "a, with b saying ",
        "He - said - ",
        "issued a statement saying ",
        "x, officials said ",
    ],
)
def test_no_text_takes_long(piece: str) -> None:
    list(STATEMENT.find(Document((piece * 100_000)[:100_000]), []))


def test_words_that_a_person_selected_are_read() -> None:
    text = "It rained. The minister said the bridge would close. Then it rained again."
    value = STATEMENT.read(Document(text), Span(11, 52))
    assert isinstance(value, Statement)
    assert in_words(text, value) == {
        "act": "say",
        "source": "The minister",
        "cue": "said",
        "content": ["the bridge would close"],
    }


def test_selected_words_in_which_nobody_speaks_are_their_own_content() -> None:
    text = "It rained. Then it rained again."
    value = STATEMENT.read(Document(text), Span(0, 10))
    assert value == Statement("say", None, None, (Span(0, 10),), said="It rained.")
    assert STATEMENT.read(Document("   "), Span(0, 3)) is None


def test_a_statement_is_shown_in_words() -> None:
    text = "According to reports, several officials said that the owner requested a delay."
    outer, inner = found(text)
    assert str(inner) == "the owner requested: a delay"
    assert STATEMENT.brief(inner) == "the owner"
    assert STATEMENT.brief(outer) == "officials"
    assert list(STATEMENT.rows(inner, text)) == [
        ("act", "requested"),
        ("source", "the owner"),
        ("cue", "requested"),
        ("via", "reports"),
        ("via", "several officials"),
        ("content", "a delay"),
    ]


@pytest.mark.parametrize(
    ("source", "brief"),
    [
        ("Ole Berg", "Ole Berg"),
        ("Rosa Lee, the mayor of Austin, Texas", "Rosa Lee"),
        ("a number of diplomatic sources", "sources"),
        ("the spokesman for the ministry of defence", "spokesman"),
        ("Chief Executive Konstantinopoulos", "Konstanti…"),
        ("", "unnamed"),
        ("A footnote on page 187", "A footnote"),
    ],
)
def test_brief(source: str, brief: str) -> None:
    assert STATEMENT.brief(Statement("say", None, None, (Span(0, 1),), who=source)) == brief


@pytest.mark.parametrize(
    ("act", "negated", "gist"),
    [
        ("say", False, "all arrears be paid"),
        ("demand", False, "demanded: all arrears be paid"),
        ("say", True, "did not say: all arrears be paid"),
        ("agree", True, "did not agree: all arrears be paid"),
    ],
)
def test_a_list_tells_what_was_said_and_what_else_was_done(act: str, negated: bool, gist: str) -> None:
    told = Statement(act, None, None, (Span(0, 1),), who="Heed", said="all arrears be paid", negated=negated)
    assert STATEMENT.gist(told, "Heed said") == gist
