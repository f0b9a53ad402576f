"""Markdown: an independent reader renders hostile words as those words."""

import html
import re

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factcheck.export.md import escape

MARKS = "\\`*_{}[]<>()#+-.!|~&$@:/=^\"' \n\t1aw"
READER = MarkdownIt("gfm-like", {"typographer": False})


@given(st.text(st.one_of(st.sampled_from(MARKS), st.characters(exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp"]))))
@example("https://evil.example/x www.evil.example a@evil.example mailto:a@evil.example")
@example("<script>alert(1)</script> &lt; &#x3c; <b>x</b> <!-- -->")
@example("| --- | [x](javascript:1) ![y](z) **b** ~~s~~ `c` $m$")
@example("# a\n- b\n1. c\n> d\n\n```\ne\n```")
@example("\\| \\\\| \\")
def test_hostile_words_stay_words(text: str) -> None:
    words = " ".join(text.split())
    page = READER.render(f"| a | b |\n| --- | --- |\n| {escape(text)} | end |\n")
    cells = re.findall(r"<td>(.*?)</td>", page, re.DOTALL)
    assert [html.unescape(cell) for cell in cells] == [words, "end"]


@given(st.text(st.sampled_from(MARKS)).filter(lambda text: bool(text.split())))
def test_headings_stay_words(text: str) -> None:
    page = READER.render(f"## {escape(text)}\n")
    assert html.unescape(page) == f"<h2>{' '.join(text.split())}</h2>\n"
