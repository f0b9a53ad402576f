"""`factcheck check` as editors and machines call it."""

import json
import os
import re
from pathlib import Path
from urllib.parse import unquote_to_bytes

import pytest
from jsonschema import Draft4Validator

from tests.cli.conftest import Run

WRONG = "Toll\n\nThe bridge cost 38 billion euros (approximately RMB 29.6 billion), the ministry said.\n"
RIGHT = "Toll\n\nThe bridge cost 3.8 billion euros (approximately RMB 29.6 billion), the ministry said.\n"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    (tmp_path / "wrong.txt").write_text(WRONG, "utf-8")
    (tmp_path / "right.txt").write_text(RIGHT, "utf-8")
    return tmp_path


def test_exit_status_tells_what_was_found(run: Run, files: Path) -> None:
    day = ("--published", "2023-11-09")
    assert run("check", "right.txt", *day).returncode == 0
    assert run("check", "wrong.txt", "right.txt", *day).returncode == 1
    missing = run("check", "nowhere.txt", "wrong.txt", *day)
    assert missing.returncode == 2
    assert "nowhere.txt" in missing.stderr
    assert "wrong.txt:3:" in missing.stdout


def test_text_is_a_problem_matchers_line(run: Run, files: Path) -> None:
    (line,) = run("check", "wrong.txt", "--published", "2023-11-09").stdout.splitlines()
    match = re.fullmatch(r"(.+?):(\d+):(\d+): (error|warning|note): (.+)", line)
    assert match
    lines = WRONG.splitlines()
    quoted = lines[int(match[2]) - 1][int(match[3]) - 1 :]
    assert quoted.startswith(("38 billion euros", "RMB 29.6 billion"))


def test_json_holds_the_sum(run: Run, files: Path) -> None:
    (line,) = run("check", "wrong.txt", "--format", "json", "--published", "2023-11-09").stdout.splitlines()
    found = json.loads(line)
    assert found["check"] == "currency-equivalence"
    assert {claim["quote"] for claim in found["claims"]} == {"38 billion euros", "RMB 29.6 billion"}
    assert any("38,000,000,000 EUR" in step for step in found["arithmetic"])


SARIF = Draft4Validator(
    json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json").read_text("utf-8")),
    format_checker=Draft4Validator.FORMAT_CHECKER,
)


def test_sarif_says_where(run: Run, files: Path) -> None:
    log = json.loads(run("check", "wrong.txt", "right.txt", "--format", "sarif", "--published", "2023-11-09").stdout)
    (result,) = log["runs"][0]["results"]
    assert result["ruleId"] == "currency-equivalence"
    place = result["locations"][0]["physicalLocation"]
    assert (place["artifactLocation"]["uri"], place["region"]["startLine"]) == ("wrong.txt", 3)


@pytest.mark.parametrize("name", ["wrong.txt", "a b%20 #1?50%.txt", "c:d.txt", "大桥.txt", "caf\udce9.txt"])
def test_sarif_is_valid(run: Run, tmp_path: Path, name: str) -> None:
    two = "\n".join(["Friday, March 3, 2021 was sunny.", "It rose from 120,000 to 150,000, an increase of 20%.", WRONG])
    (tmp_path / name).write_text(two, "utf-8")
    log = json.loads(run("check", name, "--format", "sarif", "--published", "2023-11-09").stdout)
    results = log["runs"][0]["results"]
    assert len(results) == 3
    (uri,) = {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in results}
    assert re.fullmatch(r"[\w.~%-]+", uri, re.ASCII)
    assert unquote_to_bytes(uri) == os.fsencode(name)
    assert not list(SARIF.iter_errors(log))


def test_sarif_of_nothing_and_of_a_translation_is_valid(run: Run, files: Path) -> None:
    (files / "zh.txt").write_text("大桥造价38亿欧元，长3.5公里。\n", "utf-8")
    for words in (["right.txt"], ["nowhere.txt"], ["wrong.txt", "--original", "zh.txt", "--strict"]):
        log = json.loads(run("check", *words, "--format", "sarif", "--published", "2023-11-09").stdout)
        assert not list(SARIF.iter_errors(log))


def test_the_schema_refuses_what_is_wrong() -> None:
    assert list(SARIF.iter_errors({"version": "2.1.0", "runs": [{"results": []}]}))


def test_a_translation_is_checked_beside_its_original(run: Run, tmp_path: Path) -> None:
    (tmp_path / "zh.txt").write_text("大桥造价2017亿日元，长3.5公里。\n", "utf-8")
    (tmp_path / "en.txt").write_text("The bridge cost 2017 billion yen.\n", "utf-8")
    done = run("check", "en.txt", "--original", "zh.txt")
    assert done.returncode == 1
    changed, missing = sorted(done.stdout.splitlines())
    assert changed.startswith("en.txt:1:17: error: ")
    assert "亿" in changed
    assert missing.startswith("zh.txt:1:")
    assert "missing" in missing
    assert run("check", "en.txt", "en.txt", "--original", "zh.txt").returncode == 2


def test_lines_are_those_of_the_file_also_below_front_matter(run: Run, tmp_path: Path) -> None:
    (tmp_path / "wrong.md").write_text(f"---\ntitle: Toll\ndate: 2023-11-09\n---\n\n{WRONG}", "utf-8")
    (line,) = run("check", "wrong.md").stdout.splitlines()
    assert line.startswith("wrong.md:8:")


@pytest.mark.parametrize("name", ["nowhere.txt", ".", "binary", "empty.txt", "", "gopher://x"])
@pytest.mark.parametrize("command", ["check", "extract", "add", "review --plain"])
def test_what_is_no_article_is_refused_in_a_sentence(run: Run, tmp_path: Path, command: str, name: str) -> None:
    (tmp_path / "binary").write_bytes(b"\xff\xfe\x00bad")
    (tmp_path / "empty.txt").write_bytes(b"")
    done = run(*command.split(), name)
    assert done.returncode == (2 if command == "check" else 1)
    (line,) = done.stderr.splitlines()
    assert line.startswith("factcheck: ")


def test_an_original_in_a_language_that_is_not_read_is_not_compared(run: Run, files: Path) -> None:
    (files / "de.txt").write_text("Die Brücke kostete 38 Milliarden Euro im Jahr 2017.\n", "utf-8")
    done = run("check", "right.txt", "--original", "de.txt")
    assert (done.returncode, done.stdout) == (2, "")
    assert "not compared" in done.stderr


def test_a_date_ahead_of_today_is_doubted(run: Run, files: Path) -> None:
    assert "lies ahead of today" in run("check", "right.txt", "--published", "2999-01-01").stderr
    assert not run("check", "right.txt", "--published", "2023-11-09").stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
@pytest.mark.parametrize("form", ["text", "json", "sarif"])
def test_output_that_cannot_be_written_is_an_error(run: Run, files: Path, form: str) -> None:
    program = (
        "-c",
        "import os; os.dup2(os.open('/dev/full', os.O_WRONLY), 1); from factcheck.cli import main; main()",
    )
    done = run("check", "wrong.txt", "--published", "2023-11-09", "--format", form, program=program)
    assert done.returncode == 2
    assert done.stderr.startswith("factcheck: the output cannot be written")
