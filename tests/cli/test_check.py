"""`factcheck check` as editors and machines call it."""

import json
import re
from pathlib import Path

import pytest

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


def test_sarif_is_understood_by_others(run: Run, files: Path) -> None:
    from sarif_pydantic import Sarif

    log = Sarif.model_validate_json(
        run("check", "wrong.txt", "right.txt", "--format", "sarif", "--published", "2023-11-09").stdout
    )
    assert log.version == "2.1.0"
    (result,) = log.runs[0].results or []
    assert result.rule_id == "currency-equivalence"
    place = (result.locations or [])[0].physical_location
    assert place
    assert place.region
    assert place.artifact_location
    assert (place.artifact_location.uri, place.region.start_line) == ("wrong.txt", 3)


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
