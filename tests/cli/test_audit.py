"""`factcheck audit`: the whole desk in figures."""

import csv
import io
import json
import os
from pathlib import Path

import pytest

from db import Store
from factcheck.cli._desk import dump, load
from factcheck.kinds import kinds
from factcheck.model import Act, Verb, Verdict
from tests.cli.conftest import Run
from tests.db.desk import at

TEXT = "Harbour wall\n\nThe wall will cost $3 million. Two cranes came later, and $9 was lost.\n"


def test_figures_are_the_same_in_every_form(run: Run, tmp_path: Path) -> None:
    (tmp_path / "wall.txt").write_text(TEXT, "utf-8")
    key = run("add", "wall.txt").stdout.split()[0]
    with Store(tmp_path / "desk.db", dump, load) as store:
        ledger = store.ledger(key)
        for minute, (entry, verdict) in enumerate(zip(ledger, (Verdict.VERIFIED, Verdict.DISPUTED), strict=False)):
            for actor, given in (("ana", verdict), ("bo", Verdict.VERIFIED)):
                data = {"verdict": given}
                store.record(Act(at(minute), actor, Verb.JUDGED, entry.claim.draft, entry.claim.key, data))
    done = run("audit", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    figures = {(row["figure"], row["of"], row["verdict"]): row["count"] for row in json.loads(done.stdout)}
    assert (
        figures["desk", "", "verified"]
        == figures["article", key, "verified"]
        == figures["reviewer", "bo", "verified"]
        == 2
    )
    assert figures["desk", "", "open"] == len(ledger) - 2
    assert figures["contested", key, ""] == 1
    assert figures["day 2026-03-01", "ana", "judged"] == 2
    assert figures["kappa", "ana and bo", ""] == 0
    assert figures["alpha", "2 claims", ""] == 0
    by_kind = [(figure, of) for figure, of, _ in figures if figure.startswith(("kappa ", "alpha "))]
    assert {figure.partition(" ")[2] for figure, _ in by_kind} <= set(kinds())
    assert sum(int(of.partition(" ")[0]) for figure, of in by_kind if figure.startswith("alpha")) == 2
    rows = list(csv.DictReader(io.StringIO(run("audit", "--csv").stdout)))
    assert {(row["figure"], row["of"], row["verdict"]): row["count"] for row in rows} == {
        what: str(count) for what, count in figures.items()
    }
    assert "contested" in run("audit").stdout


@pytest.fixture
def desk(run: Run, tmp_path: Path) -> str:
    """A desk with an article that two people have judged in part, a year apart; its key."""
    (tmp_path / "wall.txt").write_text(TEXT, "utf-8")
    key = run("add", "wall.txt").stdout.split()[0]
    with Store(tmp_path / "desk.db", dump, load) as store:
        first, second, *_ = store.ledger(key)
        for entry, who, minute in ((first, "ana", 0), (second, "bo", 60 * 24 * 365)):
            store.record(Act(at(minute), who, Verb.JUDGED, first.claim.draft, entry.claim.key, {"verdict": "verified"}))
    return key


def counts(run: Run, *words: str) -> dict[tuple[str, str, str], object]:
    done = run("audit", "--json", *words)
    assert (done.returncode, done.stderr) == (0, "")
    return {(row["figure"], row["of"], row["verdict"]): row["count"] for row in json.loads(done.stdout)}


def test_a_part_of_the_desk(run: Run, desk: str) -> None:
    whole = counts(run)
    assert whole["reviewer", "ana", "verified"] == whole["reviewer", "bo", "verified"] == 1
    old = counts(run, "--until", "2026-03-01")
    assert old["desk", "", "verified"] == old["day 2026-03-01", "ana", "judged"] == 1
    assert ("reviewer", "bo", "verified") not in old
    assert counts(run, "--since", "2027-01-01", "--until", "2027-03-01")["reviewer", "bo", "verified"] == 1
    assert counts(run, "--text", "HARBOUR wall") == {
        what: count for what, count in whole.items() if not what[0].startswith(("day", "seconds"))
    }
    assert counts(run, "--text", "nowhere") == {}
    only = counts(run, "--reviewer", "ana")
    assert only["article", desk, "verified"] == only["desk", "", "verified"] == 1
    assert {of for figure, of, _ in only if figure.startswith("day")} == {"ana"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--since", "yesterday"), "'yesterday' is no day; write 2026-03-31"),
        (("--until", "2026-02-30"), "'2026-02-30' is no day"),
        (("--since", "2026-03-02T10:00"), "whole days"),
        (("--since", "2026-03-02", "--until", "2026-03-01"), "--since is after --until"),
        (("--reviewer", "zoe"), "“zoe” did nothing on this desk; who did: "),
        (("--json", "--csv"), "not both"),
    ],
    ids=str,
)
def test_what_cannot_be_asked_for(run: Run, desk: str, words: tuple[str, ...], said: str) -> None:
    done = run("audit", *words)
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize("how", ["option", "environment", "before"])
def test_a_desk_on_a_disk_that_cannot_be_written(run: Run, desk: str, tmp_path: Path, how: str) -> None:
    folder = tmp_path / "shelf"
    folder.mkdir()
    assert run("backup", str(folder / "desk.db")).returncode == 0
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    os.chmod(folder, 0o555)
    os.chmod(folder / "desk.db", 0o444)
    told = {"FACTCHECK_DB": str(folder / "desk.db")} | ({"FACTCHECK_READONLY": "1"} if how == "environment" else {})
    try:
        for words in (("audit", "--csv"), ("status",), ("list", "--json"), ("export", "--format", "jsonl")):
            options = ("--readonly",) if how == "option" else ()
            group = ("--readonly",) if how == "before" else ()
            done = run(*group, *words, *options, **told)
            assert (done.returncode, done.stderr) == (0, ""), words
        assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    finally:
        os.chmod(folder, 0o755)


def test_a_plain_review_of_a_desk_to_read_writes_no_byte(run: Run, desk: str, tmp_path: Path) -> None:
    before = (tmp_path / "desk.db").read_bytes()
    done = run("review", "--plain", "--readonly", "wall.txt", input="v\nt\nu\nq\n")
    assert done.returncode == 1
    assert done.stdout.count("open to read only") == 2
    assert (tmp_path / "desk.db").read_bytes() == before
