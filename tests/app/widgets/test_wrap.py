"""Wrapping: every cell maps to the right code point, whatever the script."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from factcheck.app.widgets import wrap as wrapping
from factcheck.app.widgets.wrap import cells_of, drawn, fit, graphemes, is_plain, offset_at, wrap
from factcheck.safe import safe

NASTY = "ab 1-—/,.“”\u00a0\u202f\u3000\t中文。（「亿だーあ한국\u0301\u0308e\u200d👩🏽🚀❤\ufe0f🇯🇵क्षि\u1161\u202e\x1b\u200b\x07é\u206a"
texts = st.one_of(st.text(st.sampled_from(NASTY), max_size=80), st.text(max_size=60)).map(
    lambda text: safe(text).replace("\n", " ")
)
widths = st.integers(2, 40)


@given(texts)
def test_graphemes_cover_the_text_and_measure_what_is_drawn(text: str) -> None:
    found = graphemes(text)
    assert [grapheme.start for grapheme in found[1:]] == [grapheme.end for grapheme in found[:-1]]
    assert (found[0].start, found[-1].end) == (0, len(text)) if found else text == ""
    for grapheme in found:
        assert cell_len(grapheme.drawn) == grapheme.cells
    assert cell_len(drawn(text)) == cells_of(text)


@given(texts, widths)
def test_lines_cover_the_text_and_none_is_too_wide(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert lines[0][0] == 0
    assert lines[-1][1] == len(text)
    assert all(a[1] == b[0] for a, b in itertools.pairwise(lines))
    for start, end in lines:
        assert cells_of(text[start:end].rstrip()) <= width
        assert end > start or not text


@given(texts, widths)
def test_no_line_cuts_a_grapheme(text: str, width: int) -> None:
    edges = {grapheme.start for grapheme in graphemes(text)} | {0}
    assert all(start in edges for start, _ in wrap(text, width))


@given(texts)
def test_every_cell_maps_to_the_grapheme_drawn_there(text: str) -> None:
    cells = [grapheme.start for grapheme in graphemes(text) for _ in range(grapheme.cells)]
    assert [offset_at(text, cell) for cell in range(len(cells))] == cells
    assert offset_at(text, len(cells)) is None
    assert offset_at(text, -1) is None


@given(st.text(st.sampled_from("ab1-—/ ,.“é\u00a0"), max_size=60), widths)
def test_the_fast_path_wraps_as_the_slow_one(text: str, width: int) -> None:
    assert is_plain(text)
    assert wrap(text, width) == wrapping._wrap_graphemes(text, width)


@given(texts, st.integers(1, 30))
def test_fit_fills_its_width_exactly(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) == width


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("1\u202f234\u202f567 yen", 9, ["1\u202f234\u202f567 ", "yen"]),
        ("costs 11\u00a0400 yuan", 10, ["costs ", "11\u00a0400 ", "yuan"]),
        ("a well-known fact", 7, ["a well-", "known ", "fact"]),
        ("in 2019-2021 it", 9, ["in ", "2019-2021 ", "it"]),
        ("日本政府は、2017亿日元を", 10, ["日本政府", "は、2017亿", "日元を"]),
        ("ab「中文」", 5, ["ab", "「中", "文」"]),
    ],
)
def test_lines_end_where_a_reader_expects(text: str, width: int, lines: list[str]) -> None:
    assert [text[start:end] for start, end in wrap(text, width)] == lines
