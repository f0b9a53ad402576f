"""`factcheck rates`: a newer table is used from then on, a wrong one is refused in a sentence and changes nothing."""

from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from factcheck.rates import gap, shipped
from tests.cli.conftest import Run

NEWER = f"{date(2031, 1, 6)}"


def table(*lines: str) -> str:
    """The shipped table with lines put before its newest day."""
    head, _, body = shipped().text.partition("\n")
    return "\n".join((head, *lines, body))


def day(value: str) -> str:
    """A line of the table in which every currency has this rate."""
    return f"{NEWER}{(',' + value) * len(shipped().codes)},"


def test_the_table_in_use_is_told(run: Run) -> None:
    told = run("rates")
    assert told.returncode == 0
    assert f"{shipped().first} to {shipped().last}" in told.stdout


@pytest.mark.parametrize("packed", [False, True])
def test_a_newer_table_is_used_from_then_on(run: Run, tmp_path: Path, packed: bool) -> None:
    file = tmp_path / ("new.zip" if packed else "new.csv")
    if packed:
        with ZipFile(file, "w") as archive:
            archive.writestr("eurofxref-hist.csv", table(day("2")))
    else:
        file.write_text(table(day("2")), "ascii")
    (tmp_path / "story.txt").write_text("The bridge cost 10 million euros (500 million dollars).\n")
    rates = str(tmp_path / "data" / "rates.csv")
    assert NEWER in run("rates", "update", str(file), FACTCHECK_RATES=rates).stdout
    assert NEWER in run("rates", FACTCHECK_RATES=rates).stdout
    found = run("check", "--published", NEWER, "story.txt", FACTCHECK_RATES=rates)
    assert "the ECB reference rate was 2:" in found.stdout
    assert not run("check", "--published", NEWER, "story.txt").stdout


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<html>", "first line"),
        ("Date,USD,\n2030-01-01,1,\n", "whole history"),
        (table().partition("\n")[0] + "\n1999-01-04\n", "line 2"),
        (table(day("-1")), "line 2"),
        (table(day("1"), day("1")), "line 3"),
        ("Date,USD,\n1999-01-04,1.1,\n", "before the rates in use"),
    ],
)
def test_a_wrong_table_changes_nothing(run: Run, tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "wrong.csv").write_text(text, "ascii")
    rates = tmp_path / "rates.csv"
    told = run("rates", "update", "wrong.csv", FACTCHECK_RATES=str(rates))
    assert told.returncode == 1
    assert said in told.stderr
    assert "Traceback" not in told.stderr
    assert not rates.exists()


def test_no_file_and_a_damaged_store_are_told_in_a_sentence(run: Run, tmp_path: Path) -> None:
    assert "cannot be read" in run("rates", "update", "nowhere.csv").stderr
    (tmp_path / "rates.csv").write_bytes(b"Date,USD,\nrubbish\n")
    told = run("rates", FACTCHECK_RATES=str(tmp_path / "rates.csv"))
    assert told.returncode == 1
    assert "Delete it" in told.stderr


def test_where_the_table_does_not_reach() -> None:
    assert gap("IRR", date(2021, 12, 6)) == "The ECB table has no IRR."
    assert gap("USD", date(2199, 1, 1)) == f"The ECB table ends on {shipped().last}."
    assert gap("USD", date(1990, 1, 1)) == f"The ECB table begins on {shipped().first}."
    assert gap("USD", date(2021, 12, 6)) == gap("EUR", None) == ""
