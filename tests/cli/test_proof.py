"""`verify`, `doctor` and `backup`, on desks that hold and on desks that somebody had his hands in."""

from importlib.util import find_spec
from pathlib import Path

import pytest

from db import Store
from db.driver import sqlite3
from factcheck.cli._desk import dump, load
from factcheck.cli._heads import hashes_in
from factcheck.export import formats
from tests.app.terminal import Terminal
from tests.cli.conftest import Run

HERE = [form.name for form in formats().values() if not form.needs or find_spec(form.needs)]
"""The formats whose libraries are installed."""
TEXT = "Harbour wall\n\nThe mayor said on 3 March 2024 that the wall would cost $3 million.\n"
OTHER = "Ferries\n\nTwo ferries sail on 4 May 2024, the ministry said.\n"


@pytest.fixture
def desk(run: Run, tmp_path: Path) -> Path:
    for name, text in (("wall.txt", TEXT), ("ferries.txt", OTHER)):
        (tmp_path / name).write_text(text, "utf-8")
        assert run("add", name).returncode == 0
    return tmp_path / "desk.db"


def tamper(desk: Path, *statements: str) -> None:
    raw = sqlite3.connect(desk, isolation_level=None)
    guards = raw.execute("select name, sql from sqlite_master where type = 'trigger'").fetchall()
    for name, _ in guards:
        raw.execute(f"drop trigger {name}")
    for statement in (*statements, *(sql for _, sql in guards)):
        raw.execute(statement)
    raw.close()


def test_an_untouched_desk_holds(run: Run, desk: Path) -> None:
    before = desk.read_bytes()
    done = run("verify")
    assert (done.returncode, done.stderr) == (0, "")
    assert "2 events of 1 device, 2 drafts." in done.stdout
    assert run("doctor").returncode == 0
    assert desk.read_bytes() == before


def test_a_terminal_sees_how_far_it_is(desk: Path) -> None:
    with Terminal(["-m", "factcheck", "verify", "--db", str(desk)]) as terminal:
        assert terminal.end() == 0
        assert "Reading" in terminal.written.decode()
        assert "100%" in terminal.written.decode()
        assert "The log holds" in terminal.written.decode()


def test_the_first_bad_event_is_named(run: Run, desk: Path) -> None:
    tamper(desk, "update event set actor = 'eve\x1b[31m' where device_seq = 1")
    done = run("verify")
    assert done.returncode == 1
    assert "#1): its words are not those that were recorded" in done.stdout.splitlines()[0]
    assert "\x1b" not in done.stdout


@pytest.mark.parametrize("form", HERE)
def test_an_export_of_any_format_shows_what_was_cut_off(run: Run, desk: Path, form: str) -> None:
    assert run("export", "--format", form, "-o", "log").returncode == 0
    done = run("verify", "--against", "log")
    assert done.returncode == 0, done.stdout + done.stderr
    hashes = "all 2 hashes of 1 export are in it" if form == "events" else "the hash of 1 export is in it"
    assert hashes in done.stdout
    tamper(desk, "delete from draft where key = (select draft from event where device_seq = 2)",
           "delete from claim where draft = (select draft from event where device_seq = 2)",
           "delete from event where device_seq = 2")  # fmt: skip
    assert run("verify").returncode == 0
    done = run("verify", "--against", "log")
    assert done.returncode == 1
    assert "cut off" in done.stdout


def test_an_export_shows_what_was_cut_off_of_any_device(run: Run, desk: Path, tmp_path: Path) -> None:
    for other in ("one.db", "two.db"):
        run("add", "wall.txt", "--db", other)
        assert run("merge", other).returncode == 0
    with Store(desk, dump, load, readonly=True) as store:
        heads = set(store.heads().values())
    assert len(heads) == 3
    exports = []
    for form in HERE:
        for acts in (False, True) if formats()[form].table else (False,):
            exports.append(f"{form}{acts}")
            assert run("export", "--format", form, "-o", exports[-1], *["--events"] * acts).returncode == 0
            assert hashes_in(tmp_path / exports[-1]) >= heads
    against = [word for export in exports for word in ("--against", export)]
    assert run("verify", *against).returncode == 0
    tamper(desk, "delete from event where device = (select device from event where position = 3)")
    assert run("verify").returncode == 0
    assert run("verify", "--against", "csvFalse").returncode == 1


@pytest.mark.parametrize("form", ["csv", "tsv", "jsonl"])
def test_an_export_of_the_acts_carries_each_hash(run: Run, desk: Path, form: str) -> None:
    run("export", "--events", "--format", form, "-o", "log")
    assert "all 2 hashes" in run("verify", "--against", "log").stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--against", "nowhere.csv"], "nowhere.csv"),
        (["--against", "wall.txt"], "no chain head"),
        (["--db", "nowhere.db"], "no desk"),
        (["--db", "wall.txt"], "not a factcheck desk"),
    ],
)
def test_what_cannot_be_read_has_a_status_of_its_own(run: Run, desk: Path, words: list[str], said: str) -> None:
    done = run("verify", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_an_export_that_quotes_a_head_is_not_taken_at_its_word(run: Run, tmp_path: Path) -> None:
    (tmp_path / "lie.txt").write_text(f"Heads\n\nThe chain head `{'0' * 64}` cost $3 million, she said.\n", "utf-8")
    run("add", "lie.txt")
    for form in HERE:
        run("export", "--format", form, "-o", "log")
        done = run("verify", "--against", "log")
        assert done.returncode == 0, (form, done.stdout, done.stderr)


def test_the_doctor_finds_and_mends(run: Run, desk: Path) -> None:
    raw = sqlite3.connect(desk)
    raw.execute("update article set title = 'Other'")
    raw.commit()
    raw.close()
    done = run("doctor")
    assert done.returncode == 1
    assert "Other" in done.stdout
    done = run("doctor", "--rebuild")
    assert (done.returncode, done.stderr) == (0, "")
    assert run("doctor").returncode == 0
    assert "Harbour wall" in run("list").stdout


def test_a_backup_is_a_desk_with_the_same_log(run: Run, desk: Path, tmp_path: Path) -> None:
    done = run("backup", "copy.db")
    assert done.returncode == 0, done.stderr
    assert run("backup", "copy.db").returncode == 0
    assert run("verify", "--db", "copy.db").stdout == run("verify").stdout
    refused = run("backup", "wall.txt")
    assert refused.returncode == 1
    assert "left as it is" in refused.stderr
    assert (tmp_path / "wall.txt").read_text("utf-8") == TEXT


def test_no_command_writes_where_the_variable_forbids_it(run: Run, desk: Path, tmp_path: Path) -> None:
    (tmp_path / "more.txt").write_text("More\n\nMore cost $4 million.\n", "utf-8")
    run("add", "more.txt", "--db", "copy.db")
    before = desk.read_bytes()
    for words in (["add", "more.txt"], ["merge", "copy.db"], ["doctor", "--rebuild"], ["sync", "."]):
        done = run(*words, FACTCHECK_READONLY="1")
        assert "Traceback" not in done.stderr
        assert (desk.read_bytes(), [*tmp_path.glob("desk.db-*"), *tmp_path.glob("*.jsonl")]) == (before, [])
        if words[0] != "sync":
            assert (done.returncode in (1, 2), "--readonly" in done.stderr) == (True, True), done
