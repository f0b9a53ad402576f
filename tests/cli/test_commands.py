"""Each command, used rightly and wrongly."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

TEXT = "Harbour wall\n\nThe mayor said on 3 March 2024 that the wall would cost $3 million.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "wall.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_an_article_goes_in_and_comes_out(run: Run, article: Path) -> None:
    added = run("add", str(article), "--published", "2024-03-05")
    assert added.returncode == 0, added.stderr
    key = added.stdout.split()[0]
    again = run("add", str(article))
    assert "unchanged" in again.stdout
    listed = json.loads(run("list", "--json").stdout)
    assert listed["article"] == key
    assert listed["title"] == "Harbour wall"
    assert listed["published"] == "2024-03-05"
    assert listed["claims"] == listed["open"] >= 3
    counts = [json.loads(line) for line in run("status", "--json", "--article", key[:6]).stdout.splitlines()]
    assert sum(count["count"] for count in counts) == listed["claims"]
    rows = list(csv.DictReader(io.StringIO(run("export", "--format", "csv").stdout)))
    assert len(rows) == listed["claims"]
    assert all(TEXT[int(row["start"]) : int(row["end"])] == row["quote"] for row in rows)


def test_output_goes_to_a_file_whole(run: Run, article: Path, tmp_path: Path) -> None:
    run("add", str(article))
    out = tmp_path / "log.jsonl"
    done = run("export", "--format", "jsonl", "-o", str(out))
    assert (done.returncode, done.stdout) == (0, "")
    rows = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert rows
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(("log", ".log", "tmp"))] == ["log.jsonl"]


def test_events_are_every_act(run: Run, article: Path) -> None:
    run("add", str(article))
    events = [json.loads(line) for line in run("export", "--events", "--format", "jsonl").stdout.splitlines()]
    assert [event["verb"] for event in events] == ["draft-added"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["list"], "no desk"),
        (["status"], "no desk"),
        (["export"], "no desk"),
        (["add", "nowhere.txt"], "nowhere.txt"),
        (["extract", "nowhere.txt"], "nowhere.txt"),
        (["demo", "nothing"], "wire"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(run: Run, words: list[str], said: str) -> None:
    done = run(*words)
    assert done.returncode == 1
    assert done.stdout == ""
    assert said in done.stderr
    assert done.stderr.startswith("factcheck: ")
    assert "Traceback" not in done.stderr


def test_a_wrong_option_is_a_usage_error(run: Run) -> None:
    done = run("export", "--format", "nonsense")
    assert done.returncode == 2
    assert "csv" in done.stderr


def test_one_bad_article_does_not_stop_the_rest(run: Run, article: Path) -> None:
    done = run("add", "nowhere.txt", str(article))
    assert done.returncode == 1
    assert "Harbour wall" in done.stdout
    assert "nowhere.txt" in done.stderr


def test_extract_streams_json_lines(run: Run) -> None:
    lines = [
        json.dumps({"id": 1, "text": "It cost $3 million.", "published": None}),
        "not json",
        json.dumps({"id": 2, "no text": ""}),
        json.dumps({"id": 3, "text": "\ud800 Nothing\r\n\r\nhere but \u20ac5."}),
        json.dumps({"id": 4, "text": 5}),
        json.dumps({"id": 5, "text": "", "published": "yesterday"}),
        "[" * 100_000,
        json.dumps({"id": 6, "text": ""}),
    ]
    done = run("extract", "--jsonl", "-", input="\n".join(lines) + "\n")
    out = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["id"] for row in out] == [1, 3, 6]
    assert [claim["quote"] for claim in out[0]["claims"]] == ["$3 million"]
    assert out[1]["claims"][-1]["quote"] == "\u20ac5"
    assert [line.split(" was ")[0] for line in done.stderr.splitlines()] == [
        f"factcheck: line {n}" for n in (2, 3, 5, 6, 7)
    ]
    assert done.returncode == 1


def test_extract_prints_a_table(run: Run, article: Path) -> None:
    done = run("extract", str(article))
    assert done.returncode == 0
    assert "$3 million" in done.stdout
    assert "3,000,000 USD" in done.stdout


def test_demo_names_its_examples(run: Run) -> None:
    done = run("demo", "--list")
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["wire", "council", "results"]


def test_without_a_terminal_the_screen_is_refused(run: Run, article: Path) -> None:
    for words in (["demo"], ["review", str(article)], []):
        done = run(*words)
        assert done.returncode == 1
        assert done.stderr.startswith("factcheck: ")
        assert "terminal" in done.stderr


def test_a_setting_that_is_not_understood_is_named(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    for content, said in (("colour = 1", "colour"), ("limit = 'big'", "limit"), ("reviewer = ", "could not be read")):
        path.write_text(content)
        done = run("list", FACTCHECK_CONFIG=str(path))
        assert done.returncode == 1
        assert said in done.stderr


def test_what_was_not_understood_is_told(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "jet.txt"
    path.write_text("The Boeing 737 cost $3 million.\n", "utf-8")
    assert "1 word that looks like a claim is not covered: 737 (11)" in run("extract", str(path)).stdout
    path.write_text("The jet cost $3 million.\n", "utf-8")
    assert "not covered" not in run("extract", str(path)).stdout
