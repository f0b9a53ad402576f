"""Formats that show articles: read back by other means, they hold the same words at the same places."""

import io
import json
import re
import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from factcheck.columns import About
from factcheck.export import formats, write_claims
from factcheck.model import Article, Claim, Entry, LogRow, PlainValue, Span, Standing, Verdict
from tests.export.desk import ABOUT, ROWS

VOCABULARY = tomllib.loads((Path(__file__).parent / "schemaorg.toml").read_text("utf-8"))
"""The types of schema.org that are used here as they are published: what each is a kind of, and what its properties
expect."""


def _written(name: str, rows: tuple[LogRow, ...] = ROWS, about: About = ABOUT) -> str:
    out = io.StringIO()
    write_claims(formats()[name], iter(rows), out, about)
    return out.getvalue()


def _kinds_of(type_: str) -> set[str]:
    """The type and all that it is a kind of."""
    return {type_}.union(*map(_kinds_of, VOCABULARY[type_]["is"]))


def _allowed(type_: str) -> dict[str, list[str]]:
    """The properties of a type, its own and those it has as a kind of another, with the types of their values."""
    properties: dict[str, list[str]] = {}
    for each in sorted(_kinds_of(type_)):
        properties |= VOCABULARY[each].get("properties", {})
    return properties


LITERALS = {
    "Date": lambda value: isinstance(value, str) and bool(date.fromisoformat(value)),
    "DateTime": lambda value: isinstance(value, str) and datetime.fromisoformat(value).tzinfo is not None,
    "Number": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "Text": lambda value: isinstance(value, str) and bool(value),
    "URL": lambda value: isinstance(value, str) and bool(re.fullmatch(r"(https?://[^/\s]+|ni:///sha-256;)\S*", value)),
}


def _is_literal(value: Any, name: str) -> bool:
    try:
        return LITERALS[name](value)
    except ValueError:
        return False


def test_every_literal_is_a_type_of_the_vocabulary() -> None:
    assert all("DataType" in _kinds_of(name) for name in LITERALS)


def _check(node: dict[str, Any]) -> None:
    """Every type is known, has only properties of its own, and each value is of a type that the property may have."""
    types = node["@type"] if isinstance(node["@type"], list) else [node["@type"]]
    allowed: dict[str, list[str]] = {}
    for type_ in types:
        allowed |= _allowed(type_)
    assert _is_literal(node.get("@id", "ni:///sha-256;x"), "URL")
    for name, value in node.items():
        if name in ("@type", "@id"):
            continue
        assert name in allowed, f"{types} has no {name}"
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                its = each["@type"] if isinstance(each["@type"], list) else [each["@type"]]
                assert all(_kinds_of(kind) & set(allowed[name]) for kind in its), f"{name} is no {its}"
                _check(each)
            else:
                names = [kind for kind in allowed[name] if kind in LITERALS]
                assert any(_is_literal(each, kind) for kind in names), f"{name}: {each!r} is none of {names}"


def test_claim_reviews_keep_to_the_vocabulary() -> None:
    page = json.loads(_written("claimreview"))
    assert page["@context"] == "https://schema.org"
    for node in page["@graph"]:
        _check(node)


def test_the_vocabulary_that_is_checked_against_says_whose_it_is() -> None:
    words = (Path(__file__).parent / "schemaorg.toml").read_text("utf-8")
    assert "schema.org" in words
    assert "release 30.1" in words
    assert "Attribution-ShareAlike 3.0" in words


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("datePublished", "7 December"),
        ("url", "javascript:alert(1)"),
        ("author", {"@type": "Thing", "name": "ana"}),
        ("reviewRating", {"@type": "Claim", "text": "x"}),
        ("claimReview", "x"),
        ("claimReviewed", ""),
        ("sha256", "ab" * 32),
        ("appearance", {"@type": "CreativeWork", "headline": "of a review, not of a claim"}),
    ],
)
def test_the_test_of_the_vocabulary_fails_where_it_should(name: str, wrong: Any) -> None:
    review = json.loads(_written("claimreview"))["@graph"][1]
    with pytest.raises(AssertionError):
        _check({**review, name: wrong})


def test_claim_reviews_have_what_readers_of_them_require() -> None:
    """https://developers.google.com/search/docs/appearance/structured-data/factcheck"""
    for review in json.loads(_written("claimreview"))["@graph"][1:]:
        assert {"claimReviewed", "reviewRating", "url", "author", "datePublished", "itemReviewed"} <= set(review)
        rating = review["reviewRating"]
        assert rating["alternateName"]
        if "ratingValue" in rating:
            assert rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"]
        assert review["itemReviewed"]["appearance"]["@type"] == "CreativeWork"


def test_everybody_who_stands_for_a_verdict_is_its_author() -> None:
    _, agreed, contested, _ = json.loads(_written("claimreview"))["@graph"]
    assert [each["name"] for each in agreed["author"]] == ["ana", "ben"]
    assert [each["name"] for each in contested["author"]] == ["ben"]
    (source,) = agreed["citation"]
    assert (source["url"], source["identifier"]["value"]) == ("https://example.org/ledger?page=2", "ab" * 32)


def test_what_is_reviewed_can_be_read_alone() -> None:
    text = "The mayor spoke.\n\n“We never asked for the money.” It was 3 million euros, the bank said."
    article = Article("", text)
    rows = []
    for number, (quote, kind, who) in enumerate(
        [("“We never asked for the money.”", "said", "the mayor"), ("3 million euros", "sum", "")], 1
    ):
        at = text.index(quote)
        value = PlainValue({"who": who, "said": quote} if who else {"reading": quote})
        claim = Claim(article.draft, kind, Span(at, at + len(quote)), quote, value)
        rows.append(LogRow(article, Entry(number, claim, Standing(Verdict.VERIFIED, "ana", ABOUT.exported_at))))
    _, said, amount = json.loads(_written("claimreview", tuple(rows)))["@graph"]
    assert said["claimReviewed"] == "the mayor “We never asked for the money.”"
    assert said["itemReviewed"]["author"]["name"] == "the mayor"
    assert amount["claimReviewed"] == "It was 3 million euros, the bank said."
    assert amount["itemReviewed"]["text"] == "3 million euros"
    _check(said)


def test_claim_reviews_are_of_what_was_judged() -> None:
    itself, *reviews = json.loads(_written("claimreview"))["@graph"]
    assert itself["identifier"]["value"] == ABOUT.head
    assert [review["reviewRating"]["alternateName"] for review in reviews] == ["Verified", "Contested", "Verified"]
    assert [review["reviewRating"].get("ratingValue") for review in reviews] == [5, None, 5]
    assert len({review["url"] for review in reviews}) == 3
    assert "datePublished" not in reviews[0]["itemReviewed"], "an inferred date is no statement"


def test_annotations_select_the_words() -> None:
    page = json.loads(_written("annotation"))
    assert page["chain_head"] == ABOUT.head
    for item, row in zip(page["items"], ROWS, strict=True):
        quote, position = item["target"]["selector"]
        text = row.article.text
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert text.count(quote["prefix"] + quote["exact"] + quote["suffix"]) == 1
        assert item["motivation"] == ("highlighting" if row.entry.standing.verdict is Verdict.OPEN else "assessing")


MOTIVATIONS = frozenset(
    "assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating "
    "questioning replying tagging".split()
)
"""https://www.w3.org/TR/annotation-vocab/#named-individuals"""


def test_annotations_have_the_form_of_the_data_model() -> None:
    """https://www.w3.org/TR/annotation-model/"""
    page = json.loads(_written("annotation"))
    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert (page["type"], page["partOf"]["type"]) == ("AnnotationPage", "AnnotationCollection")
    assert len({item["id"] for item in page["items"]}) == len(ROWS)
    for item in page["items"]:
        assert item["type"] == "Annotation"
        assert item["id"].startswith("ni:///sha-256;")
        assert item["motivation"] in MOTIVATIONS
        assert item["target"]["type"] == "SpecificResource"
        assert LITERALS["URL"](item["target"]["source"])
        assert [each["type"] for each in item["target"]["selector"]] == ["TextQuoteSelector", "TextPositionSelector"]
        for body in [item, *item["body"]]:
            assert body.get("purpose", "assessing") in MOTIVATIONS
            assert ("creator" in body) == ("created" in body)
            assert "created" not in body or LITERALS["DateTime"](body["created"])
        assert all(body["type"] == "TextualBody" and body["value"] for body in item["body"])
    said = [(body["creator"]["name"], body["value"]) for body in page["items"][1]["body"] if "creator" in body]
    assert ("ana", "verified") in said
    assert ("ben", "disputed") in said


@given(st.text(st.sampled_from("ab \n💶é"), min_size=1, max_size=300), st.data())
def test_selectors_find_any_words_again(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    (item,) = json.loads(_written("annotation", _desk(text, [(start, end)], "t")))["items"]
    quote, position = item["target"]["selector"]
    whole = quote["prefix"] + quote["exact"] + quote["suffix"]
    places = [at for at in range(len(text)) if text.startswith(whole, at)]
    assert (position["start"], position["end"]) == (start, end)
    assert start - len(quote["prefix"]) in places
    assert quote["exact"] == text[start:end]


@pytest.mark.parametrize("name", ["claimreview", "annotation"])
def test_json_may_stand_in_a_page(name: str) -> None:
    assert "</" not in _written(name, _desk("</script>", [(0, 9)], "</script>"))


def test_the_page_holds_the_article_and_no_script() -> None:
    page = _written("html")
    tree = html.fromstring(page)
    assert not tree.xpath("//script|//img|//link|//iframe|//@onclick|//*[@src]")
    assert all(target.startswith("#") for target in tree.xpath("//@href"))
    assert {target[1:] for target in tree.xpath("//@href")} <= set(tree.xpath("//@id"))
    assert len(tree.xpath("//@id")) == len(set(tree.xpath("//@id"))) == 2 * len(ROWS)
    assert ABOUT.head in page
    assert "a factor of ten apart" in page


def _desk(text: str, spans: list[tuple[int, int]], title: str) -> tuple[LogRow, ...]:
    article = Article(title, text)
    claims = [
        Claim(article.draft, "sum", Span(start, end), text[start:end], PlainValue({"reading": title}))
        for start, end in spans
    ]
    standing = Standing(Verdict.DISPUTED, by=title, note=text)
    return tuple(LogRow(article, Entry(n, claim, standing)) for n, claim in enumerate(claims, 1))


@settings(max_examples=60)
@given(st.data())
def test_any_text_with_any_claims_is_shown_whole(data: st.DataObject) -> None:
    letters = st.sampled_from("ab <>&\"'=-\n/script💶é")
    text = data.draw(st.text(letters, min_size=1, max_size=40))
    place = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(place, place).filter(lambda pair: pair[0] < pair[1]), min_size=1, max_size=6))
    page = _written("html", _desk(text, sorted(spans), "<b>x</b>&lt;\x1b[31m"))
    tree = html.fromstring(page)
    for mark in tree.xpath("//div[@class='text']/sup"):
        mark.drop_tree()
    assert [node.text_content() for node in tree.find_class("text")] == [text]
    assert not tree.xpath("//b|//script")
    assert "\x1b" not in page
