"""Start-up is a budget: what a command does not need, it does not import."""

import subprocess
import sys

import pytest

HEAVY = {
    "textual",
    "rich",
    "dateparser",
    "trafilatura",
    "lxml",
    "pypdf",
    "docx",
    "currency_converter",
    "xlsxwriter",
    "pyarrow",
    "plotext",
}
STORE = {"sqlite3", "pysqlite3", "sqlite_utils"}


def loaded_by(code: str) -> set[str]:
    """The top-level modules that are loaded after `code` ran in a process of its own."""
    code = f"{code}\nimport sys\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split())


def calling(*words: str) -> str:
    return f"""
from factcheck.cli import main
try:
    main({list(words)!r}, standalone_mode=False)
except SystemExit:
    pass
"""


@pytest.mark.parametrize(
    ("code", "unwanted"),
    [
        ("import factcheck.model", HEAVY | STORE | {"click"}),
        ("import factcheck.kinds; factcheck.kinds.kinds()", HEAVY | STORE | {"click"}),
        ("import factcheck.checks; factcheck.checks.checks()", HEAVY | STORE | {"click"}),
        ("import factcheck.read, factcheck.extract, factcheck.export", HEAVY | STORE),
        ("import db", HEAVY),
        ("import factcheck.cli._plain", {"textual", "rich", "trafilatura", "lxml", "pypdf", "docx"}),
        ("import factcheck.app.app", {"plotext", "trafilatura", "lxml", "pypdf", "docx"}),
        (calling("--help"), HEAVY | STORE),
        (calling("extract", "README.md"), HEAVY - {"currency_converter"} | STORE),
        (calling("export", "--db", "nowhere.db"), HEAVY),
    ],
)
def test_import_stays_light(code: str, unwanted: set[str]) -> None:
    assert not loaded_by(code) & unwanted


def test_the_package_itself_imports_nothing() -> None:
    code = "import sys; before = set(sys.modules); import factcheck; print(*(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["factcheck"]


def test_a_review_opens_without_the_screens_that_are_not_shown() -> None:
    code = "import sys, factcheck.app.app; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    screens = {name for name in done.stdout.split() if name.startswith("factcheck.app.screens.")}
    assert {name for name in screens if "._" not in name} == {"factcheck.app.screens.review"}
    assert not screens & {"factcheck.app.screens._audit_views", "factcheck.app.screens._audit_place"}
    assert not {"factcheck.app.scopes", "factcheck.app.widgets.axes"} & set(done.stdout.split())


def test_a_desk_opens_with_the_library_that_sqlite_utils_uses_and_without_sqlite_utils() -> None:
    code = "import db, sys; assert 'sqlite_utils' not in sys.modules; import sqlite_utils.utils, db.driver;"
    code += "print(db.driver.sqlite3 is sqlite_utils.utils.sqlite3)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True"]
