"""Desks that meet: `merge` of desks and files, `sync` over a shared folder."""

import json
from pathlib import Path

import pytest

from db import Store
from factcheck.cli._desk import dump, load
from factcheck.model import Act, Verb, Verdict
from tests.cli.conftest import Run
from tests.db.desk import at

TEXT = "Harbour wall\n\nThe mayor said on 3 March 2024 that the wall would cost $3 million.\n"


@pytest.fixture
def desks(run: Run, tmp_path: Path) -> tuple[Path, Path]:
    """Two desks with the same article, added on each by somebody else."""
    (tmp_path / "wall.txt").write_text(TEXT, "utf-8")
    for name in ("desk.db", "other.db"):
        assert run("add", "wall.txt", "--db", name, "--reviewer", name).returncode == 0
    return tmp_path / "desk.db", tmp_path / "other.db"


def judge(path: Path, verdict: Verdict, minute: float, actor: str) -> str:
    with Store(path, dump, load) as store:
        (status,) = store.statuses()
        claim = store.ledger(status.key)[0].claim
        store.record(Act(at(minute), actor, Verb.JUDGED, claim.draft, claim.key, {"verdict": verdict}))
        return claim.key


def contested(path: Path) -> int:
    with Store(path, dump, load, readonly=True) as store:
        return sum(status.contested for status in store.statuses())


@pytest.mark.parametrize("by_file", [True, False])
def test_what_two_people_did_comes_together(run: Run, desks: tuple[Path, Path], by_file: bool) -> None:
    one, two = desks
    judge(one, Verdict.VERIFIED, 1, "ana")
    judge(two, Verdict.DISPUTED, 2, "bo")
    other = "log.jsonl" if by_file else "other.db"
    if by_file:
        assert run("export", "--format", "events", "--db", "other.db", "-o", other).returncode == 0
    done = run("merge", other)
    assert (done.returncode, done.stderr) == (0, "")
    assert "2 new events, 0 new drafts" in done.stdout
    assert "1 claim is contested" in done.stdout
    assert "0 new events" in run("merge", other).stdout
    assert contested(one) == 1
    assert run("verify").returncode == run("doctor").returncode == 0
    if by_file:
        assert "all 2 hashes" in run("verify", "--against", other).stdout


def test_a_log_makes_the_same_desk_anew(run: Run, desks: tuple[Path, Path]) -> None:
    judge(desks[0], Verdict.VERIFIED, 1, "ana")
    run("export", "--format", "events", "-o", "log.jsonl")
    done = run("merge", "log.jsonl", "--db", "new.db")
    assert (done.returncode, done.stderr) == (0, "")
    for words in (["list", "--json"], ["status", "--json"]):
        assert run(*words, "--db", "new.db").stdout == run(*words).stdout
    rows = [
        [json.loads(line) for line in run("export", "--format", "jsonl", "--db", db).stdout.splitlines()]
        for db in ("desk.db", "new.db")
    ]
    for row in rows[0] + rows[1]:
        del row["exported_at"]
    assert rows[0] == rows[1]


@pytest.mark.parametrize("content", ["rubbish", '{"id": 1}\n', "[1]\n", '{"id": "x"', ""])
def test_what_is_no_log_is_told_and_the_rest_is_taken(
    run: Run, desks: tuple[Path, Path], tmp_path: Path, content: str
) -> None:
    (tmp_path / "bad.jsonl").write_text(content, "utf-8")
    done = run("merge", "bad.jsonl", "nowhere.jsonl", "other.db")
    assert done.returncode == 1
    assert "other.db: 1 new event," in done.stdout
    assert "nowhere.jsonl" in done.stderr
    assert "Traceback" not in done.stderr
    assert content == "" or "bad.jsonl" in done.stderr


def test_a_shared_folder_brings_desks_together(run: Run, desks: tuple[Path, Path], tmp_path: Path) -> None:
    one, two = desks
    folder = tmp_path / "shared"
    folder.mkdir()
    judge(one, Verdict.VERIFIED, 1, "ana")
    assert "0 events taken in, 2 left" in run("sync", "shared").stdout
    judge(two, Verdict.DISPUTED, 2, "bo")
    assert "2 events taken in, 2 left" in run("sync", "shared", "--db", "other.db").stdout
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert "2 events taken in, 0 left" in run("sync", "shared").stdout
    assert "0 events taken in, 0 left" in run("sync", "shared").stdout
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    judge(one, Verdict.DISPUTED, 3, "ana")
    assert "0 events taken in, 1 left" in run("sync", "shared").stdout
    assert "1 event taken in, 0 left" in run("sync", "shared", "--db", "other.db").stdout
    assert len(list(folder.iterdir())) == 3
    assert contested(one) == contested(two) == 0
    assert run("status", "--json").stdout == run("status", "--json", "--db", "other.db").stdout


def test_a_file_that_has_not_arrived_whole_is_skipped(run: Run, desks: tuple[Path, Path], tmp_path: Path) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()
    judge(desks[0], Verdict.VERIFIED, 1, "ana")
    run("sync", "shared")
    (segment,) = folder.iterdir()
    whole = segment.read_bytes()
    lines = whole.splitlines(keepends=True)
    for half in (whole[:-9], lines[0], b"", lines[1]):
        segment.write_bytes(half)
        done = run("sync", "shared", "--db", "other.db")
        assert done.returncode == 1
        assert "0 events taken in" in done.stdout
        assert segment.name in done.stderr
        assert "Traceback" not in done.stderr
    segment.write_bytes(whole)
    assert "2 events taken in" in run("sync", "shared", "--db", "other.db").stdout


def test_other_files_in_the_folder_are_left_alone(run: Run, desks: tuple[Path, Path], tmp_path: Path) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()
    (folder / "notes.txt").write_text("ours", "utf-8")
    (folder / f"{'0' * 16}-00000001-00000002.factcheck.jsonl").mkdir()
    assert run("sync", "shared").returncode == 0
    assert (folder / "notes.txt").read_text("utf-8") == "ours"
    assert run("sync", "nowhere").returncode == 2
