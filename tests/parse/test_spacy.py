"""spaCy beside the rules: what it adds, that it takes nothing away, and that every offset holds."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.document import Document
from factcheck.extract import claims_of
from factcheck.kinds.statement import STATEMENT
from factcheck.kinds.statement.value import Statement
from factcheck.model import Article, Claim
from factcheck.parse import parser_named
from factcheck.parse.spacy import LONGEST, MODEL
from factcheck.syntax import Parser

pytest.importorskip("spacy", reason="spaCy is not installed: make test-parser installs it")
pytest.importorskip(MODEL, reason="spaCy's model is not installed: make test-parser installs it")

CASES = [
    pytest.param(case, id=case["text"][:50])
    for path in sorted((Path(__file__).parents[1] / "corpus" / "parsed").glob("*.toml"))
    for case in tomllib.loads(path.read_text("utf-8"))["case"]
]
STORY = (
    "The harbour master radioed that the ferry had never been on time. “It was late in 2019,” he said.\n\n"
    "Critics called for a bridge, and the council agreed to study one by 3 May 2030 for 4 million euros.\n"
)
WORDS = "The mayor said radioed that “ ” the wall , . would fall \n\n \n who asked she to and été 数 \u00a0 \U0001f30a ' - ("


@pytest.fixture(scope="module")
def parser() -> Parser:
    found = parser_named("spacy")
    assert found is not None
    return found


def statements(text: str, parser: Parser | None) -> list[Statement]:
    return [value for _, value in STATEMENT.find(Document(text, parser=parser), []) if isinstance(value, Statement)]


@pytest.mark.parametrize("case", CASES)
def test_what_it_adds(case: dict[str, Any], parser: Parser) -> None:
    text = case["text"]
    rules = statements(text, None)
    added = [
        {
            "cue": value.cue.of(text) if value.cue else "",
            "source": value.source.of(text) if value.source else "",
            "content": " | ".join(span.of(text) for span in value.content),
            "act": value.act,
        }
        | ({"negated": True} if value.negated else {})
        for value in statements(text, parser)
        if value not in rules
    ]
    assert added == case["added"]


def places(claims: tuple[Claim, ...]) -> set[str]:
    return {claim.key for claim in claims}


def test_it_takes_no_claim_away(parser: Parser) -> None:
    article = Article("", STORY * 3)
    rules, both = claims_of(article), claims_of(article, parser=parser)
    assert places(rules) < places(both)
    assert all(claim.span.of(article.text) == claim.quote for claim in both)


def test_an_article_longer_than_a_stretch_is_read_whole(parser: Parser) -> None:
    article = Article("", STORY * 300)
    found = [claim for claim in claims_of(article, parser=parser) if "radioed" in claim.quote]
    assert len(found) == 300


def test_a_sentence_without_an_end_is_cut(parser: Parser) -> None:
    text = "the wall and the pier " * (3 * LONGEST // 22)
    document = Document(text, parser=parser)
    assert len(document.parsed) > 1
    for sentence in document.parsed:
        assert sentence[-1].end - sentence[0].start <= LONGEST
    words = [text[word.start : word.end] for sentence in document.parsed for word in sentence]
    assert [word for word in words if word.strip()] == text.split()


@settings(max_examples=40)
@given(st.one_of(st.text(max_size=120), st.lists(st.sampled_from(WORDS.split(" ")), max_size=40).map(" ".join)))
def test_any_text(text: str) -> None:
    for value in statements(text, parser_named("spacy")):
        spans = [*value.content, *value.via, *(part for part in (value.source, value.cue) if part)]
        assert value.content
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
