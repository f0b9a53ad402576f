"""A page: every offset of an article stands on one line, in one cell, and back."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.app.widgets.caret import Caret
from factcheck.app.widgets.layers import Layers
from factcheck.app.widgets.page import Role, blocks_of, lay_out, screen_text
from factcheck.app.widgets.wrap import graphemes
from factcheck.model import Article, Claim, Entry, Ledger, PlainValue, Span

texts = st.text(st.sampled_from("ab 1.、中文ー\u0301\u200d👩🏽🇯\n\t\x1b\u202e-"), max_size=120)
spans = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12)), max_size=12)


@given(texts, st.integers(8, 40))
def test_every_cell_goes_back_to_its_offset(text: str, width: int) -> None:
    article = Article("t", text)
    page = lay_out(blocks_of(article), screen_text(article), width)
    assert len(page.text) == len(text)
    for at, line in enumerate(page.lines):
        cell = 0
        for grapheme in graphemes(page.words(at)):
            offset = line.start + grapheme.start
            assert page.line_of(offset) == at
            assert page.cell_of(offset) == cell
            assert all(page.offset_at(at, cell + more) == offset for more in range(grapheme.cells))
            cell += grapheme.cells
        assert cell <= width
        assert page.offset_at(at, cell) is None


@given(texts)
def test_lines_hold_every_word_of_the_article_once(text: str) -> None:
    article = Article("t", text)
    page = lay_out(blocks_of(article), screen_text(article), 12)
    covered = [offset for line in page.lines for offset in range(line.start, line.end)]
    assert covered == sorted(set(covered))
    assert all(text[at].isspace() for at in set(range(len(text))) - set(covered))


def test_headings_quotes_and_gaps_of_the_source_are_kept() -> None:
    text = "The title\n\n## Who pays\nThe state pays.\n\n> I pay too,\n> she said.\n\n- one\n- two"
    page = lay_out(blocks_of(Article("The title", text)), text, 40)
    assert [(line.role, text[line.start : line.end]) for line in page.lines] == [
        (Role.TITLE, "The title"),
        (Role.GAP, ""),
        (Role.HEADING, "## Who pays"),
        (Role.TEXT, "The state pays."),
        (Role.GAP, ""),
        (Role.QUOTE, "> I pay too,"),
        (Role.QUOTE, "> she said."),
        (Role.GAP, ""),
        (Role.TEXT, "- one"),
        (Role.TEXT, "- two"),
    ]


def test_paragraphs_of_single_lines_stand_apart() -> None:
    text = "The title\nThe first paragraph ends here.\nThe second one too."
    page = lay_out(blocks_of(Article("The title", text)), text, 60)
    assert [line.role for line in page.lines] == [Role.TITLE, Role.GAP, Role.TEXT, Role.GAP, Role.TEXT]


@given(spans, st.integers(0, 50), st.integers(1, 10))
def test_layers_find_what_a_walk_over_all_claims_finds(pairs: list[tuple[int, int]], start: int, length: int) -> None:
    entries = [
        Entry(number, Claim("d", "amount", Span(a, a + n), "x" * n, PlainValue({})))
        for number, (a, n) in enumerate(sorted(pairs), 1)
    ]
    layers = Layers(Ledger(tuple(entries)))
    asked = Span(start, start + length)
    found = layers.over(*asked)
    assert sorted(found) == [at for at, entry in enumerate(entries) if entry.claim.span.overlaps(asked)]
    lengths = [entries[at].claim.span.length for at in found]
    assert lengths == sorted(lengths, reverse=True)
    assert layers.at(start) == layers.over(start, start + 1)[::-1]
    assert sorted(layers.starting(*asked)) == [
        at for at, entry in enumerate(entries) if asked.start <= entry.claim.span.start < asked.end
    ]


@given(texts, st.lists(st.sampled_from("left right up down home end word-left word-right".split()), max_size=30))
def test_a_caret_never_leaves_the_text_nor_cuts_a_grapheme(text: str, moves: list[str]) -> None:
    article = Article("t", text)
    page = lay_out(blocks_of(article), screen_text(article), 12)
    if not len(page):
        return
    caret = Caret(page.lines[0].start)
    for how in moves:
        caret = caret.moved(page, how, extend=True)
        assert 0 <= caret.at <= len(text)
        selected = caret.selected(page.text)
        assert selected is None or selected.of(page.text).strip() == selected.of(page.text) != ""


def test_lines_that_stand_alone_are_headings_and_who_wrote_it_is_a_byline() -> None:
    text = (
        "Ferry plan grows\n\nBy Ana Field\n\nPublished 14 May 2031\n\nThe plan costs more than it did last year.\n\n"
        "What the papers say\n\nThe largest of six overruns is for chargers, the report says.\n\nBy boat\n\n"
        "The words above close no paragraph\n\nand so are none of their own, whatever they look like."
    )
    roles = {block.span.of(text).strip(): block.role for block in blocks_of(Article("Ferry plan grows", text))}
    assert [words for words, role in roles.items() if role is Role.HEADING] == ["What the papers say", "By boat"]
    assert [words for words, role in roles.items() if role is Role.BYLINE] == ["By Ana Field", "Published 14 May 2031"]
