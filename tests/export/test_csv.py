"""CSV: read back by another reader it is the rows again, and no cell is a formula."""

import csv
import io
import json
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.cells import flat, inert
from factcheck.columns import COLUMNS, row
from factcheck.export import formats, write_claims, write_events
from tests.export.desk import ABOUT, EVENTS, ROWS

FORMULA_STARTS = "=+-@\t\r\n＝＋－＠"


@pytest.mark.parametrize(
    "text",
    ["=1", "+1", "-1", "@a", "\t1", "\nx", " =1", "\u00a0=1", "\ufeff=1", "＝1", "＋1", "－1", "＠1", "'=1"],
)
def test_formulas_are_made_inert(text: str) -> None:
    assert inert(text) == "'" + text


@pytest.mark.parametrize("text", ["", "a=1", "'I agree'", "5", "（2+2）", "$35", "«x»", "–5"])
def test_words_are_left_alone(text: str) -> None:
    assert inert(text) == text


@given(st.text(st.one_of(st.sampled_from(FORMULA_STARTS + "' a1,\"\u00a0\ufeff\x1b\x9b\0"), st.characters())))
@example("''=1")
def test_no_text_becomes_a_formula_and_none_is_lost(text: str) -> None:
    cell = inert(text)
    assert not cell.lstrip(" \u00a0\ufeff").startswith(tuple(FORMULA_STARTS))
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerow([cell, "next"])
    (read,) = csv.reader(io.StringIO(out.getvalue(), newline=""))
    assert read == [cell, "next"]
    assert cell == text or len(cell) in (len(text), len(text) + 1)


@given(st.text(st.sampled_from("'=- a")), st.text(st.sampled_from("'=- a")))
def test_two_texts_never_become_one(one: str, other: str) -> None:
    assert (inert(one) == inert(other)) == (one == other)


def test_rows_are_read_back() -> None:
    out = io.StringIO(newline="")
    write_claims(formats()["csv"], ROWS, out, ABOUT)
    read = list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))
    assert [tuple(cells) for cells in read] == [COLUMNS] * len(ROWS)
    for cells, entry in zip(read, ROWS, strict=True):
        expected = row(entry, ABOUT)
        assert cells["quote"].removeprefix("'") == expected["quote"]
        assert json.loads(cells["data"]) == expected["data"]
        assert (int(cells["start"]), int(cells["end"])) == entry.entry.claim.span
        assert cells["chain_head"] == ABOUT.head
    assert read[0]["note"] == "by phone\nwith the press office"
    assert (read[0]["contested"], read[1]["contested"]) == ("false", "true")
    assert read[2]["at"] == ""


@given(
    st.lists(
        st.lists(st.text(st.one_of(st.sampled_from(",\"\n\r\t =a'"), st.characters())), min_size=2, max_size=2),
        max_size=4,
    )
)
def test_csv_is_what_the_plain_writer_writes_of_flat_cells(texts: list[list[str]]) -> None:
    out, plain = io.StringIO(newline=""), io.StringIO(newline="")
    table = formats()["csv"].table
    assert table is not None
    table(["a", "b"], [dict(zip("ab", cells, strict=True)) for cells in texts], out, ABOUT)
    csv.writer(plain, lineterminator="\n").writerows([["a", "b"], *(map(flat, cells) for cells in texts)])
    assert out.getvalue() == plain.getvalue()


def test_what_many_rows_share_is_written_as_if_each_were_written_alone() -> None:
    others = (*ROWS[3:], *ROWS[:3], *ROWS)
    out = io.StringIO(newline="")
    write_claims(formats()["csv"], others, out, ABOUT)
    alone = io.StringIO(newline="")
    writer = csv.writer(alone, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(map(flat, row(entry, ABOUT).values()) for entry in others)
    assert out.getvalue() == alone.getvalue()
    for name in ("tsv", "jsonl"):
        at_once, one_by_one = io.StringIO(newline=""), set()
        write_claims(formats()[name], others, at_once, ABOUT)
        for entry in others:
            each = io.StringIO(newline="")
            write_claims(formats()[name], [entry], each, ABOUT)
            one_by_one |= set(each.getvalue().split("\n"))
        assert set(at_once.getvalue().split("\n")) == one_by_one


def test_json_lines_lose_nothing() -> None:
    out = io.StringIO()
    write_claims(formats()["jsonl"], ROWS, out, ABOUT)
    assert [json.loads(line) for line in out.getvalue().splitlines()] == [row(entry, ABOUT) for entry in ROWS]
    out = io.StringIO()
    write_events(formats()["jsonl"], EVENTS, out, ABOUT)
    first = json.loads(out.getvalue().splitlines()[0])
    assert (first["at"], first["data"]["note"], first["undone"]) == ("2026-03-04T12:00:05.000000+00:00", "=1+1", True)


@given(st.lists(st.text(st.one_of(st.sampled_from("\t\n\\\\tn =a"), st.characters())), min_size=1, max_size=4))
def test_a_line_of_tsv_has_its_cells(texts: list[str]) -> None:
    out = io.StringIO(newline="")
    table = formats()["tsv"].table
    assert table is not None
    table([""] * len(texts), [{str(n): text for n, text in enumerate(texts)}], out, ABOUT)
    _heading, line, end = out.getvalue().split("\n")
    assert end == ""
    cells = [re.sub(r"\\(.)", lambda m: {"t": "\t", "n": "\n"}.get(m[1], m[1]), cell) for cell in line.split("\t")]
    assert cells == [inert(text) for text in texts]


@given(st.text())
def test_a_json_line_is_one_line_and_utf_8(text: str) -> None:
    out = io.StringIO()
    table = formats()["jsonl"].table
    assert table is not None
    table(["note"], [{"note": text}], out, ABOUT)
    (line,) = out.getvalue().splitlines()
    assert json.loads(line.encode("utf-8")) == {"note": text}
