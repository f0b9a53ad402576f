"""`export` as a process: what a row tells of everybody who was at a claim, parts of a log, and targets that fail."""

import csv
import io
import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from db import Store
from factcheck.cli import main
from factcheck.cli._desk import dump, load
from factcheck.export import formats
from factcheck.extract import claims_of
from factcheck.model import Act, Answered, Article, Claim, Evidence, Verb, Verdict
from tests.app.terminal import Terminal
from tests.cli.conftest import ROOT, Run
from tests.db.desk import at

WALL = "Harbour wall\n\nThe mayor said on 3 March 2024 that the wall would cost $3 million.\n"
FERRIES = "Ferries\n\nTwo ferries sail on 4 May 2024, the ministry said, at 100 euros each.\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """`factcheck` in this process: what a process of its own shows beyond it has tests of its own below."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("FACTCHECK_DB", str(tmp_path / "desk.db"))
    monkeypatch.setenv("FACTCHECK_REVIEWER", "ada")

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        done = CliRunner().invoke(main, words)
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        return subprocess.CompletedProcess(words, done.exit_code, done.stdout, done.stderr)

    return run


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Two articles; ana and bo differ on the first claim of one, and ana took a word back on its second."""
    path = tmp_path / "desk.db"
    with Store(path, dump, load) as store:
        for title, text in (("Harbour wall", WALL), ("Ferries", FERRIES)):
            article = Article(title, text)
            store.add(article, claims_of(article), actor="ada", at=at(0))
        first, second, *_ = (entry.claim for entry in store.ledger(key_of(store, "Harbour wall")))
        source = Evidence("https://example.org/budget", primary=True, locator="p. 3", sha256="0" * 64)
        store.record(
            act(first, 1, "ana", Verb.EVIDENCE, **source.data()),
            act(first, 2, "ana", Verb.JUDGED, verdict="verified", note="as in the budget"),
            act(first, 24 * 60, "bo", Verb.JUDGED, verdict="disputed", note="another year"),
            act(second, 3, "ana", Verb.JUDGED, verdict="verified"),
        )
        store.undo(second.draft, "ana", at(4))
    return path


def key_of(store: Store, title: str) -> str:
    return next(status.key for status in store.statuses() if status.title == title)


def act(claim: Claim, minute: float, actor: str, verb: Verb, **data: Any) -> Act:
    return Act(at(minute), actor, verb, claim.draft, claim.key, data)


def rows_of(run: Run, *words: str) -> list[dict[str, Any]]:
    done = run("export", "--format", "jsonl", *words)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert (done.stderr == "") == bool(rows), done.stderr
    return rows


def test_a_second_verdict_does_not_hide_the_first(run: Run, desk: Path) -> None:
    row = next(row for row in rows_of(run) if row["contested"])
    assert (row["verdict"], row["reviewer"]) == ("disputed", "bo")
    assert [(own["reviewer"], own["verdict"], own["note"]) for own in row["verdicts"]] == [
        ("ana", "verified", "as in the budget"),
        ("bo", "disputed", "another year"),
    ]
    assert [own["at"] for own in row["verdicts"]] == ["2026-03-01T09:02:00Z", "2026-03-02T09:00:00Z"]
    (source,) = row["sources"]
    assert (source["source"], source["locator"], source["sha256"]) == ("https://example.org/budget", "p. 3", "0" * 64)
    assert [(each["actor"], each["verb"]) for each in row["acts"]] == [
        ("ana", "evidence"), ("ana", "judged"), ("bo", "judged")]  # fmt: skip
    assert re.fullmatch(r"factcheck \d+\.\d+\S*", row["tool"])
    assert "reference rates to 20" in row["rates"]


def test_what_was_taken_back_is_told_as_such(run: Run, desk: Path) -> None:
    row = next(row for row in rows_of(run) if row["acts"] and not row["contested"])
    assert row["verdict"] == "open"
    assert row["verdicts"] == []
    assert [(each["verb"], each["undone"]) for each in row["acts"]] == [("judged", True), ("undone", False)]


@pytest.mark.parametrize(
    ("words", "told", "count"),
    [
        (["--reviewer", "ana"], "reviewer ana", 1),
        (["--reviewer", "bo", "--until", "2026-03-01"], "reviewer bo, before 2026-03-02T00:00:00Z", 0),
        (["--reviewer", "bo", "--reviewer", "ana", "--until", "2026-03-01"], "reviewer bo or ana, before", 1),
        (["--since", "2026-03-02"], "since 2026-03-02T00:00:00Z", 1),
        (["--since", "2026-03-02T11:00:00+02:00", "--until", "2026-03-02T09:00:01"], "since 2026-03-02T09:00:00Z", 1),
        (["--since", "2026-03-02T11:00:01+02:00"], "since", 0),
        (["--verdict", "contested"], "verdict contested", 1),
        (["--verdict", "disputed", "--verdict", "verified"], "verdict disputed or verified", 1),
        (["--verdict", "dismissed"], "verdict dismissed", 0),
    ],
)
def test_a_part_of_the_log_says_which(run: Run, desk: Path, words: list[str], told: str, count: int) -> None:
    rows = rows_of(run, *words)
    assert len(rows) == count
    assert all(told in row["selection"] for row in rows)
    page = run("export", "--format", "html", *words).stdout
    assert told in page
    assert "Only" in page


def test_the_whole_log_says_so(run: Run, desk: Path) -> None:
    assert {row["selection"] for row in rows_of(run)} == {"all"}
    assert "Only" not in run("export", "--format", "html").stdout


def test_an_article_is_named_whole(run: Run, desk: Path) -> None:
    key = rows_of(run)[0]["article"]
    rows = rows_of(run, "--article", key[:5])
    assert {row["article"] for row in rows} == {key}
    assert {row["selection"] for row in rows} == {f"article {key}"}


def test_acts_are_chosen_too(run: Run, desk: Path) -> None:
    assert [row["actor"] for row in rows_of(run, "--events", "--reviewer", "bo")] == ["bo"]
    verified = rows_of(run, "--events", "--verdict", "verified")
    assert [row["data"]["verdict"] for row in verified] == ["verified"] * 2
    assert {row["selection"] for row in verified} == {"verdict verified"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--since", "yesterday"], "2026-03-31"),
        (["--until", "9999-12-31"], "2026-03-31"),
        (["--since", "2026-03-02", "--until", "2026-03-01"], "not before"),
        (["--verdict", "true"], "verified"),
        (["--reviewer", "eve"], "ana"),
        (["--article", "zz"], "zz"),
        (["--format", "events", "--verdict", "open"], "whole log"),
        (["--format", "html", "--events"], "csv"),
        (["--format", "nonsense"], "csv"),
    ],
)
def test_a_wrong_value_is_told_and_nothing_written(
    run: Run, desk: Path, tmp_path: Path, words: list[str], said: str
) -> None:
    done = run("export", *words, "-o", "out")
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("form", [form.name for form in formats().values() if not form.needs])
@pytest.mark.parametrize("target", ["missing/out", ".", "/dev/full"])
def test_a_target_that_cannot_be_written_is_told(run: Run, desk: Path, form: str, target: str) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no full disk")
    done = run("export", "--format", form, "-o", target)
    assert done.returncode == 1
    assert done.stderr.startswith("factcheck: ")
    assert target in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full disk")
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_full_standard_output_is_told(desk: Path, form: str) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "factcheck", "export", "--format", form, "--db", str(desk)],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
    assert done.returncode == 1
    assert "No space left" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_reader_that_goes_away_ends_it_quietly(desk: Path, form: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", "export", "--format", form, "--db", str(desk)],
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    os.close(writing)
    assert done.returncode == 1
    assert done.stderr == ""


def test_a_terminal_sees_how_far_it_is(desk: Path, tmp_path: Path) -> None:
    """The bar is on standard error alone; a pipe there gets nothing."""
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", "export", "--db", str(desk)],
        stdout=subprocess.PIPE,
        stderr=theirs,
        cwd=ROOT,
    )
    os.close(theirs)
    assert b"100%" in os.read(ours, 10_000)
    os.close(ours)
    assert len(list(csv.DictReader(io.StringIO(done.stdout.decode(), newline="")))) > 3


def test_an_export_says_who_was_to_check_what_until_when(run: Run, desk: Path) -> None:
    with Store(desk, dump, load, readonly=True) as store:
        key = key_of(store, "Harbour wall")
    assert run("assign", key, "bo", "--kinds", "amount", "--deadline", "2026-03-09T18:00Z").returncode == 0
    rows = [json.loads(line) for line in run("export", "--format", "jsonl").stdout.splitlines()]
    for row in rows:
        told = [(each["reviewer"], each["kinds"], each["deadline"], each["by"]) for each in row["assigned"]]
        its = row["article"] == key and row["kind"] == "amount"
        assert told == ([("bo", ["amount"], "2026-03-09T18:00:00Z", "ada")] if its else [])
    assert any(row["assigned"] for row in rows)
    for form in ("md", "html"):
        words = run("export", "--format", form).stdout.replace("\\", "")
        assert words.count("to be checked by bo, amount alone, until 2026-03-09 18:00 UTC (assigned by ada, ") == 1


STEERING = "\x1b]0;owned\x07 \x9b31m \x7f \u202egnp.exe \u2066x\u200b \u2028"
"""A title that would name the window, colour what follows, and turn words around."""


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    path = tmp_path / "desk.db"
    with Store(path, dump, load) as store:
        article = Article(f"Wall {STEERING}", f"{WALL}\nIt cost {STEERING} 4 million euros {STEERING}.\n")
        claims = claims_of(article)
        store.add(article, claims, actor="ada", at=at(0))
        store.record(act(claims[0], 1, "ana", Verb.JUDGED, verdict="verified", note=f"fine {STEERING}"))
    return path


@pytest.mark.parametrize(
    "words", [*([form.name] for form in formats().values() if not form.binary), ["jsonl", "--events"]]
)
def test_an_export_steers_no_terminal_and_a_file_has_the_exact_words(
    hostile: Path, tmp_path: Path, words: list[str]
) -> None:
    command = ["-m", "factcheck", "export", "--db", str(hostile), "--format", *words]
    with Terminal(command) as terminal:
        assert terminal.end() == 0
        terminal.settle()
        shown = terminal.written.decode()
    assert "million" in shown
    assert "Writing" not in shown
    assert not set(shown) & (set(STEERING) - set("]0;owned 31mgnp.exe x"))
    with Terminal([*command, "-o", str(tmp_path / "file")]) as terminal:
        assert terminal.end() == 0
        assert "Writing" in terminal.written.decode()
    kept = (tmp_path / "file").read_text("utf-8")
    if words[0] in ("jsonl", "events"):
        assert any(STEERING in words_in(json.loads(line)) for line in kept.splitlines())
        assert not set(kept) & (set(STEERING) - set("]0;owned 31mgnp.exe x"))
    elif words[0] in ("csv", "tsv"):
        assert "\u202egnp.exe \u2066x\u200b" in kept


def words_in(data: Any) -> str:
    """All text of JSON data."""
    if isinstance(data, dict):
        return " ".join(map(words_in, data.values()))
    return " ".join(map(words_in, data)) if isinstance(data, list) else str(data)


@pytest.mark.parametrize("form", [form.name for form in formats().values() if form.binary])
def test_what_is_no_text_is_not_written_to_a_terminal(hostile: Path, form: str) -> None:
    with Terminal(["-m", "factcheck", "export", "--db", str(hostile), "--format", form]) as terminal:
        assert terminal.end() == 2
        assert b"name a file with -o" in terminal.written
        assert b"PK" not in terminal.written


def test_an_empty_desk_has_an_export_in_every_format(run: Run, tmp_path: Path) -> None:
    with Store(tmp_path / "desk.db", dump, load):
        pass
    for form in formats().values():
        if not form.needs:
            done = run("export", "--format", form.name, "-o", f"out{form.suffix}")
            assert (done.returncode, done.stderr) == (0, ""), form.name


def test_a_confirmed_finding_proposes_its_correction(run: Run, tmp_path: Path) -> None:
    run("add", str(ROOT / "factcheck/examples/wire.txt"))
    (finding,) = {
        json.dumps(each) for row in rows_of(run) for each in row["findings"] if each["suggestion"] and each["accused"]
    }
    assert {row["correction_proposed"] for row in rows_of(run)} == {""}
    with Store(tmp_path / "desk.db", dump, load) as store:
        from factcheck.checks import findings_of

        key = store.statuses()[0].key
        found = findings_of(store.article(key), [entry.claim for entry in store.ledger(key)])
        (told,) = [each for each in found if each.suggestion]
        claim = next(entry.claim for entry in store.ledger(key) if entry.claim.key == told.claims[0])
        answer = {"finding": told.key, "answer": str(Answered.CONFIRMED), "reason": "so they say"}
        store.record(act(claim, 1, "ana", Verb.FINDING_ANSWERED, **answer))
    row = next(row for row in rows_of(run) if row["claim"] == claim.key)
    assert row["correction_proposed"] == json.loads(finding)["suggestion"]
    assert row["findings"][0]["reason"] == "so they say"


def test_words_changed_by_a_new_draft_stay_told(run: Run, desk: Path, tmp_path: Path) -> None:
    (tmp_path / "new.txt").write_text(WALL.replace("$3 million", "$5 million"), "utf-8")
    key = next(row["article"] for row in rows_of(run) if row["title"] == "Harbour wall")
    with Store(desk, dump, load) as store:
        claim = next(entry.claim for entry in store.ledger(key) if entry.claim.quote == "$3 million")
        store.record(act(claim, 5000, "ana", Verb.JUDGED, verdict=Verdict.DISPUTED))
    done = run("update", key, "new.txt")
    assert done.returncode == 0, done.stderr
    row = next(row for row in rows_of(run) if row["quote"] == "$5 million")
    assert row["correction_made"] == "“$3 million” is “$5 million” now"
    assert (row["was"], row["verdicts"]) == ("disputed", [])
    assert [each["actor"] for each in row["acts"]] == ["ana"]


def test_a_part_that_is_empty_is_told(run: Run, desk: Path) -> None:
    done = run("export", "--verdict", "dismissed")
    assert done.returncode == 0
    assert done.stderr == "factcheck: nothing on this desk is of: verdict dismissed.\n"
    assert len(done.stdout.splitlines()) == 1


def test_the_log_brings_everything_to_another_desk(run: Run, desk: Path) -> None:
    """Second checks, decisions, days to look again, corrected readings and sign-offs travel too."""
    with Store(desk, dump, load) as store:
        ledger = store.ledger(key_of(store, "Harbour wall"))
        first, second = ledger[0].claim, ledger[1].claim
        store.record(
            act(first, 3000, "cy", Verb.RESOLVED, verdict="verified", reason="the annex is of this year"),
            act(first, 3001, "cy", Verb.RECHECK, due="2090-09-01"),
            act(second, 3002, "bo", Verb.CORRECTED),
            Act(at(3003), "cy", Verb.ASSIGNED, first.draft, None, {"reviewer": "bo", "kinds": [], "deadline": None}),
            *(act(entry.claim, 3004, "ana", Verb.JUDGED, verdict="verified") for entry in ledger if entry.number > 1),
            claims=[second],
        )
    signed = run("signoff", rows_of(run, "--verdict", "verified")[0]["article"], "--role", "checker")
    assert signed.returncode == 0, signed.stderr
    assert run("export", "--format", "events", "-o", "log.jsonl").returncode == 0
    assert run("merge", "log.jsonl", "--db", "new.db").returncode == 0
    ours, theirs = ([{**row, "exported_at": ""} for row in rows_of(run, "--db", db)] for db in ("desk.db", "new.db"))
    assert ours == theirs
    row = next(row for row in theirs if row["resolution"])
    assert (row["resolution"], row["recheck"], row["reviewer"]) == ("the annex is of this year", "2090-09-01", "cy")
    assert [each["verb"] for each in row["acts"]] == ["evidence", "judged", "judged", "resolved", "recheck"]
    assert [(each["role"], each["state"]) for each in row["signed_off"]] == [("checker", "holds")]
    for words in (["verify"], ["doctor"]):
        assert run(*words, "--db", "new.db").returncode == 0
