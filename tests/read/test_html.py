"""Web pages: the article and nothing else comes in, and what would be lost in silence is refused."""

from pathlib import Path

import pytest

from factcheck.errors import InputError
from factcheck.intake import Blob
from factcheck.model import Published
from factcheck.read import Raw, html, read_article

STORY = "".join(
    f"<p>The minister said on day {n} that fee number {n} would be {n} million euros, up from the year before.</p>\n"
    for n in range(1, 8)
)
PAGE = (
    '<!doctype html><html lang="en-GB"><head><title>Fees rise - Port Daily</title>{head}</head><body>'
    '<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>'
    "<main><article><h1>Fees rise</h1>{body}</article></main>"
    "<footer><p>Copyright 2019 Port Daily, all rights reserved, nothing may be copied without permission.</p></footer>"
    "</body></html>"
)


def _page(head: str = "", body: str = STORY) -> Raw:
    return _read(PAGE.replace("{head}", head).replace("{body}", body))


def _read(page: str | bytes, charset: str = "") -> Raw:
    data = page if isinstance(page, bytes) else page.encode()
    return html.read(Blob(data, "page.html", charset=charset))


def test_the_article_without_its_furniture() -> None:
    raw = _page()
    lines = raw.text.split("\n\n")
    assert lines[0] == raw.title == "Fees rise"
    assert len(lines) == 8
    assert "fee number 7 would be 7 million euros" in lines[7]
    assert "World" not in raw.text
    assert raw.language == "en-GB"
    assert raw.published is None


def test_powers_tables_and_lists() -> None:
    body = (
        STORY
        + "<p>It is 10<sup>6</sup> tons of CO<sub>2</sub>, he said<sup><a href='#n'>12</a></sup> once<sup>TM</sup>.</p>"
        "<table><tr><th>Year</th><th>Fee</th></tr><tr><td>2022</td><td>€3m</td></tr></table><ul><li>One</li><li>Two</li></ul>"
    )
    text = _page(body=body).text
    assert "It is 10⁶ tons of CO₂, he said¹² onceTM." in text
    assert "\n\n| Year | Fee |\n| 2022 | €3m |\n\n- One\n\n- Two\n" in text


def test_what_is_left_out_is_said() -> None:
    (warning,) = _page().warnings
    assert warning.startswith("1 paragraph of the page")
    assert "Copyright 2019 Port Daily" in warning


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="2021-12-06T23:30:00-05:00">', Published("2021-12-06")),
        ('<meta name="DC.date.issued" content="2021-12-06">', Published("2021-12-06")),
        (
            '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2021-12-06"}</script>',
            Published("2021-12-06"),
        ),
        (
            '<script type="application/ld+json">{"@graph":[{"datePublished":"2021-12-06","mentions":{"datePublished":"1999-01-01"}}]}</script>',
            Published("2021-12-06"),
        ),
    ],
)
def test_a_date_that_the_page_states(head: str, published: Published) -> None:
    assert _page(head).published == published


@pytest.mark.parametrize(
    "head",
    [
        '<script type="application/ld+json">{"datePublished": ["2021-12-06"]}</script>',
        '<script type="application/ld+json">{broken</script>',
        '<script type="application/ld+json">' + "[" * 3000 + "</script>",
        '<meta name="date" content="soon">',
    ],
)
def test_a_date_that_cannot_be_read_is_none(head: str) -> None:
    published = _page(head).published
    assert published is None or published.inferred


def test_dates_that_differ_are_no_statement() -> None:
    head = '<meta name="date" content="2021-12-06"><meta property="article:published_time" content="2021-12-09">'
    published = _page(head).published
    assert published is None or published.inferred


@pytest.mark.parametrize(
    ("charset", "declared", "meta"),
    [
        ("utf-8", "", ""),
        ("cp1252", "", '<meta charset="windows-1252">'),
        ("cp1252", "", '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">'),
        ("shift_jis", "shift_jis", ""),
        ("utf-16", "", '<meta charset="utf-8">'),
        ("utf-8", "", '<meta charset="us-ascii">'),
        ("utf-8", "", '<meta charset="rot13">'),
    ],
)
def test_charsets(charset: str, declared: str, meta: str) -> None:
    word = "部長 said" if charset == "shift_jis" else "Zoë Brûlé said"
    page = PAGE.replace("{head}", meta).replace("{body}", f"<p>{word} no.</p>{STORY}")
    assert word in _read(page.encode(charset), declared).text


def test_xml_declarations_and_stray_marks_do_no_harm() -> None:
    page = '<?xml version="1.0" encoding="latin-1"?>' + PAGE.replace(
        "{body}", STORY + "<p>If 5 < 6 & 7 > 3, said é, so be it.</p>"
    )
    assert "If 5 < 6 & 7 > 3, said é, so be it." in _read(page).text


@pytest.mark.parametrize(
    "page",
    [
        "<html></html>",
        "<!-- nothing -->",
        "<html><body><nav><a href=/>Home</a></nav><script>var fee = 'It is five euros.'</script></body></html>",
        "<html><body>" + "<div>" * 300 + STORY + "</div>" * 300 + "</body></html>",
        "<html><body>" + "<div>" * 3000 + STORY,
        "<html><body><p " + " ".join(f"a{n}=1" for n in range(1200)) + ">" + STORY,
    ],
)
def test_pages_that_are_refused(page: str) -> None:
    with pytest.raises(InputError, match="nothing was stored"):
        _read(page)


def test_a_page_is_read_in_a_process_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE.replace("{head}", '<meta name="date" content="2021-12-06">').replace("{body}", STORY))
    raw = read_article(str(path))
    assert (raw.title, raw.published) == ("Fees rise", Published("2021-12-06"))
    assert [warning.partition(": 1 paragraph")[0] for warning in raw.warnings] == [str(path)]
    assert raw.data == path.read_bytes()
    path.write_text("<html><body></body></html>")
    with pytest.raises(InputError, match=r"holds no article|not a page"):
        read_article(str(path))


@pytest.mark.parametrize(
    ("bound", "value", "says"),
    [
        ("CPU_SECONDS", 1, "took longer than 1 seconds"),
        ("SECONDS", 0.5, "took longer than 0.5"),
        ("MEMORY", 2**25, "nothing was stored"),
    ],
)
def test_a_page_that_is_built_to_stall(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bound: str, value: float, says: str
) -> None:
    monkeypatch.setattr(f"factcheck.read.{bound}", value)
    path = tmp_path / "page.html"
    path.write_text("<html><body><p " + " ".join(f"a{n}=1" for n in range(300_000)) + ">" + STORY)
    with pytest.raises(InputError, match=says):
        read_article(str(path))


def test_a_page_is_known_by_its_beginning() -> None:
    assert html.looks_like(b"\xef\xbb\xbf \n<!-- a --><!DOCTYPE html>")
    assert html.looks_like(b'<?xml version="1.0"?>\n<html>')
    assert not html.looks_like(b"He wrote <html> on the wall.")
