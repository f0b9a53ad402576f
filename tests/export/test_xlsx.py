"""The workbook as another library opens it."""

import io
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from openpyxl import load_workbook

from factcheck.columns import COLUMNS, About, row
from factcheck.export import formats, write_claims
from factcheck.export import xlsx as module
from tests.export.desk import ABOUT, ROWS


def opened(rows: Any = ROWS, about: About = ABOUT) -> Any:
    stream = io.BytesIO()
    write_claims(formats()[module.XLSX.name], iter(rows), stream, about)
    stream.seek(0)
    return load_workbook(stream)


def test_every_cell_is_there_and_none_is_a_formula() -> None:
    book = opened()
    assert book.sheetnames == ["Claims", "About"]
    heading, *lines = book.active.iter_rows()
    assert tuple(cell.value for cell in heading) == COLUMNS
    assert len(lines) == len(ROWS)
    for line, wanted in zip(lines, ROWS, strict=True):
        cells = row(wanted, ABOUT)
        assert all(cell.data_type in "snbd" for cell in line)
        assert line[COLUMNS.index("exported_at")].value == ABOUT.exported_at.replace(tzinfo=None)
        assert line[COLUMNS.index("contested")].value is cells["contested"]
        assert line[COLUMNS.index("quote")].value == cells["quote"]
        assert line[COLUMNS.index("start")].value == cells["start"]
    assert ABOUT.head in book.properties.description
    about = dict(book["About"].iter_rows(values_only=True))
    assert (about["chain_head"], about["holds"]) == (ABOUT.head, "all")


def test_the_sheet_can_be_worked_with() -> None:
    sheet = opened().active
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:{sheet.cell(1, len(COLUMNS)).column_letter}{len(ROWS) + 1}"
    quote = COLUMNS.index("quote") + 1
    assert sheet.column_dimensions[sheet.cell(1, quote).column_letter].width > 30
    assert sheet.cell(2, quote).alignment.wrap_text
    assert sheet.cell(2, COLUMNS.index("published") + 1).value == datetime(2021, 12, 7)
    verdicts = sheet.cell(2, COLUMNS.index("verdicts") + 1).value
    assert [each.split(" | ")[0] for each in verdicts.splitlines()] == ["ana", "ben"]


def test_a_part_of_the_log_says_so() -> None:
    book = opened(about=replace(ABOUT, selection="verdict disputed"))
    assert dict(book["About"].iter_rows(values_only=True))["holds"] == "verdict disputed"
    assert "verdict disputed" in book.properties.description


def test_words_that_look_like_formulas_stay_words() -> None:
    stream = io.BytesIO()
    cells: list[Any] = ["=1+1", "@SUM(A1)", "\x01\x1b[2J", "x" * 40_000, "\ud800", None, 7, True]
    about = About("h", "d", datetime(2026, 1, 2, tzinfo=UTC), "t")
    module.write([str(n) for n in range(len(cells))], [dict(enumerate(cells))], stream, about)  # type: ignore[dict-item]
    stream.seek(0)
    _, line = load_workbook(stream).active.iter_rows()
    assert [cell.data_type for cell in line[:5]] == ["s"] * 5
    assert [cell.value for cell in line[:3]] == ["=1+1", "@SUM(A1)", "␁␛[2J"]
    assert line[3].value == "x" * 32_766 + "…"
    assert line[6].value == 7


def test_rows_past_the_end_of_a_sheet_go_to_the_next(monkeypatch: Any) -> None:
    monkeypatch.setattr(module, "ROWS", 3)
    book = opened([*ROWS, *ROWS, *ROWS])
    *sheets, about = book
    assert about.title == "About"
    assert sum(sheet.max_row - 1 for sheet in sheets) == 3 * len(ROWS)
    assert all(sheet.max_row <= 3 for sheet in sheets)
    assert [sheet.title for sheet in sheets][:3] == ["Claims", "Claims 2", "Claims 3"]
