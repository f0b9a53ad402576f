"""Formats that show articles: read back by other means, they hold the same words at the same places."""

import io
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from factcheck.columns import About
from factcheck.export import formats, write_claims
from factcheck.model import Article, Claim, Entry, LogRow, PlainValue, Span, Standing, Verdict
from tests.export.desk import ABOUT, ROWS

PROPERTIES = {
    "Thing": "name url identifier",
    "Dataset": "name dateCreated creator identifier",
    "ClaimReview": "url claimReviewed author datePublished reviewBody reviewRating itemReviewed",
    "Rating": "ratingValue bestRating worstRating alternateName",
    "Claim": "text abstract author datePublished appearance",
    "CreativeWork": "headline url sourceOrganization datePublished inLanguage",
    "Organization": "name",
    "Person": "name",
    "SoftwareApplication": "name",
    "PropertyValue": "propertyID value",
}
"""Of the vocabulary at schema.org: the types used here and properties that they have."""


def _written(name: str, rows: tuple[LogRow, ...] = ROWS, about: About = ABOUT) -> str:
    out = io.StringIO()
    write_claims(formats()[name], iter(rows), out, about)
    return out.getvalue()


def _check_vocabulary(node: Any) -> None:
    if isinstance(node, list):
        for part in node:
            _check_vocabulary(part)
    elif isinstance(node, dict):
        if "@type" in node:
            assert set(node) - {"@type", "@id"} <= set(PROPERTIES[node["@type"]].split())
        for part in node.values():
            _check_vocabulary(part)


def test_claim_reviews_keep_to_the_vocabulary() -> None:
    page = json.loads(_written("claimreview"))
    assert page["@context"] == "https://schema.org"
    _check_vocabulary(page["@graph"])


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
