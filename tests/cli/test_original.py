"""What an article translates, as commands tell and keep it."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

ENGLISH = "Bridge\n\nThe bridge will cost 2017 billion yen and opens in June 2029.\n"
CHINESE = "大桥\n\n大桥造价2017亿日元，将于2029年6月通车。\n"


@pytest.fixture
def key(run: Run, tmp_path: Path) -> str:
    (tmp_path / "en.txt").write_text(ENGLISH, "utf-8")
    (tmp_path / "zh.txt").write_text(CHINESE, "utf-8")
    return run("add", "en.txt", "--published", "2024-03-05").stdout.split()[0]


def rows(run: Run, *more: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in run("export", "--format", "jsonl", *more).stdout.splitlines()]


def test_it_is_kept_told_and_taken_off(run: Run, key: str) -> None:
    assert "translates nothing" in run("original", key).stdout
    done = run("original", key, "zh.txt")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"{key}: translates zh.txt, said by ada" in done.stdout
    assert run("original", key[:6]).stdout == done.stdout
    run("original", key, "zh.txt")
    acts = [row["verb"] for row in rows(run, "--events")]
    assert acts == ["draft-added", "original"], "the same again is no act"
    assert "translates nothing" in run("original", key, "--remove").stdout
    assert run("original", key, "--remove").returncode == 0
    assert [row["verb"] for row in rows(run, "--events")][2:] == ["original"]
    assert run("original", key, "zh.txt", "--remove").returncode == 2
    assert "not its own original" in run("original", key, "en.txt").stderr


def test_exports_the_gate_and_the_list_know_what_was_changed_in_translation(run: Run, key: str, tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text("findings = true\n", "utf-8")
    run("original", key, "zh.txt")
    first = rows(run)[0]
    (original,) = first["original"]  # type: ignore[misc]
    assert (original["file"], original["reviewer"]) == ("zh.txt", "ada")
    assert [finding["check"] for finding in first["findings"]] == ["original"]  # type: ignore[attr-defined]
    assert "The original says" in run("gate", key).stdout
    assert json.loads(run("list", "--json").stdout)["findings"] == 1
    for form in ("html", "md"):
        assert "translates zh.txt" in run("export", "--format", form).stdout


def test_a_new_draft_keeps_it_and_another_desk_has_it_after_a_sync(run: Run, key: str, tmp_path: Path) -> None:
    run("original", key, "zh.txt")
    (tmp_path / "new.txt").write_text(f"{ENGLISH}It is long.\n", "utf-8")
    run("update", key, "new.txt")
    (tmp_path / "shared").mkdir()
    assert run("sync", "shared").returncode == 0
    assert run("sync", "shared", "--db", "other.db").returncode == 0
    told = run("original", key, "--db", "other.db").stdout
    assert "translates zh.txt" in told
    assert "not on this desk" not in told
    shown = run("review", "--plain", "bridge", "--db", "other.db", input="1\nq\n").stdout
    assert "Original: 大桥造价2017亿日元" in shown


def test_a_desk_that_has_not_its_text_says_so_until_it_is_brought(run: Run, key: str, tmp_path: Path) -> None:
    run("original", key, "zh.txt")
    run("export", "--format", "events", "-o", "log.jsonl")
    lines = [json.loads(line) for line in (tmp_path / "log.jsonl").read_text("utf-8").splitlines()]
    for line in lines:
        line.pop("content", None)
    (tmp_path / "log.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in lines), "utf-8")
    assert run("merge", "log.jsonl", "--db", "other.db").returncode == 0
    shown = run("review", "--plain", "bridge", "--db", "other.db", input="q\n")
    assert "The original, zh.txt (SHA-256 " in shown.stdout
    assert "is not on this desk" in " ".join(shown.stdout.split())
    assert "its text is not on this desk" in run("original", key, "--db", "other.db").stdout
    brought = run("review", "--plain", "en.txt", "--original", "zh.txt", "--db", "other.db", input="1\nq\n")
    assert "Original: 大桥造价2017亿日元" in brought.stdout
    assert len(rows(run, "--events", "--db", "other.db")) == 2, "bringing the text is no act"


def test_what_the_checks_could_not_look_in_is_missing(run: Run, key: str, tmp_path: Path) -> None:
    """Nobody is told that every finding is answered where some could not be looked for."""
    run("original", key, "zh.txt")
    run("export", "--format", "events", "-o", "log.jsonl")
    lines = [json.loads(line) for line in (tmp_path / "log.jsonl").read_text("utf-8").splitlines()]
    bare = "".join(f"{json.dumps({**line, 'content': None})}\n" for line in lines)
    (tmp_path / "log.jsonl").write_text(bare, "utf-8")
    run("merge", "log.jsonl", "--db", "other.db")
    (tmp_path / "factcheck.toml").write_text("findings = true\n", "utf-8")
    answers = "v all\nZ checker\nq\n"
    told = run("review", "--plain", "bridge", "--db", "other.db", input=answers).stdout
    assert "Missing: the original, zh.txt (SHA-256 " in told
    assert "Nothing was signed." in told
    gate = run("gate", key, "--db", "other.db")
    assert (gate.returncode, "the original, zh.txt" in gate.stdout) == (1, True)
    assert run("original", key, "zh.txt", "--db", "other.db").returncode == 0
    assert "the original, zh.txt" not in run("gate", key, "--db", "other.db").stdout
