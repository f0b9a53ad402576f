"""Every format writes exactly its golden files, and every column is written from one list."""

import io
from contextlib import nullcontext
from importlib.util import find_spec
from pathlib import Path

import pytest

from factcheck.atomic import as_text
from factcheck.columns import COLUMNS, EVENT_COLUMNS, event_row, row
from factcheck.errors import FactcheckError
from factcheck.export import Format, formats, write_claims, write_events
from factcheck.model import Entry, LogRow, Standing, Verdict
from factcheck.records import value_data
from tests.export.desk import ABOUT, EUROS, EVENTS, NOON, ROWS

GOLDEN = Path(__file__).parent / "golden"
FORMATS = [form for form in formats().values() if not form.log and (not form.needs or find_spec(form.needs))]
TEXTS = [form for form in FORMATS if not form.binary]
TABLES = [form for form in FORMATS if form.table]


def written(form: Format, what: str = "claims", rows: tuple[LogRow, ...] = ROWS) -> bytes:
    """What a format makes of the little desk."""
    stream = io.BytesIO()
    with nullcontext(stream) if form.binary else as_text(stream) as out:
        if what == "claims":
            write_claims(form, iter(rows), out, ABOUT)
        else:
            write_events(form, iter(EVENTS), out, ABOUT)
    return stream.getvalue()


@pytest.mark.parametrize("form", TEXTS, ids=lambda form: form.name)
def test_claims_are_written_as_they_were(form: Format) -> None:
    assert written(form).decode() == (GOLDEN / f"claims.{form.name}").read_bytes().decode()


@pytest.mark.parametrize("form", [form for form in TEXTS if form.table], ids=lambda form: form.name)
def test_acts_are_written_as_they_were(form: Format) -> None:
    assert written(form, "events").decode() == (GOLDEN / f"events.{form.name}").read_bytes().decode()


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_a_desk_without_claims_can_be_exported(form: Format) -> None:
    assert isinstance(written(form, rows=()), bytes)


@pytest.mark.parametrize("form", formats().values(), ids=lambda form: form.name)
def test_a_format_holds_claims_or_the_log(form: Format) -> None:
    assert (form.table is None and form.document is None) == (form.log is not None)
    assert form.suffix.startswith(".")


@pytest.mark.parametrize("form", [form for form in TEXTS if form.name != "jsonl"], ids=lambda form: form.name)
def test_nothing_steers_a_terminal(form: Format) -> None:
    assert not {"\x1b", "\x07", "\x9b", "\r"} & set(written(form).decode())


def test_columns_are_those_of_the_rows() -> None:
    assert tuple(row(ROWS[0], ABOUT)) == COLUMNS
    assert tuple(event_row(EVENTS[0], ABOUT)) == EVENT_COLUMNS


def test_a_row_shows_the_words_in_their_place() -> None:
    for entry in ROWS:
        cells = row(entry, ABOUT)
        around = f"{cells['before']}{cells['quote']}{cells['after']}"
        assert around in entry.article.text
        assert entry.article.text[cells["start"] : cells["end"]] == cells["quote"]  # type: ignore[misc]
    assert value_data(EUROS) == {"reading": "3200000 EUR"}


def test_formats_are_streamed() -> None:
    """A row reaches the stream before the one after next is asked for."""
    for form in TABLES:
        if form.binary:
            continue
        out = io.StringIO()
        lengths: list[int] = []

        def rows(out: io.StringIO = out, lengths: list[int] = lengths):  # type: ignore[no-untyped-def]
            for entry in ROWS:
                lengths.append(len(out.getvalue()))
                yield entry

        write_claims(form, rows(), out, ABOUT)
        assert lengths[-1] > lengths[1], form.name


def test_acts_need_a_table() -> None:
    pages = Format("pages", ".pages", "", document=lambda rows, out, about: None)
    with pytest.raises(FactcheckError, match=r"pages holds claims.*csv"):
        write_events(pages, EVENTS, io.StringIO(), ABOUT)


@pytest.mark.parametrize(
    ("verdict", "said"),
    [(Verdict.VERIFIED, "read differently since"), (Verdict.OPEN, "verified before it changed")],
)
def test_a_verdict_on_another_reading_is_never_shown_as_it_is(verdict: Verdict, said: str) -> None:
    standing = Standing(verdict, "ana", NOON, "", False, True, Verdict.VERIFIED, "3 million euros", "3000000 EUR")
    rows = (LogRow(ROWS[0].article, Entry(1, EUROS, standing)),)
    for name in ("md", "html"):
        assert said in written(formats()[name], rows=rows).decode().replace("\\", "")
    cells = row(rows[0], ABOUT)
    assert (cells["changed"], cells["was"]) == (True, "verified")
    assert (cells["was_words"], cells["was_read_as"]) == ("3 million euros", "3000000 EUR")
    if verdict is Verdict.VERIFIED:
        review = written(formats()["claimreview"], rows=rows).decode()
        assert f"({said})" in review
        assert '"ratingValue"' not in review
        assert f"verified ({said})" in written(formats()["annotation"], rows=rows).decode()
