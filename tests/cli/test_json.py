"""What commands print for programs: the words as they are, and nothing that steers a terminal."""

import json
from pathlib import Path

import pytest

from factcheck.safe import safe
from tests.cli.conftest import Run

TITLE = "Wall \x9b2J\u202e costs\u200b more"
RULES = '[roles]\n"an\u202ea" = ["checker"]\n'


@pytest.mark.parametrize("words", ["list --json", "status --json", "queue --json", "rules --json"])
def test_nothing_steers_the_terminal(run: Run, tmp_path: Path, words: str) -> None:
    (tmp_path / "wall.txt").write_text("The wall costs $3 million.\n", "utf-8")
    (tmp_path / "factcheck.toml").write_text(RULES, "utf-8")
    run("add", "wall.txt", "--title", TITLE)
    told = run(*words.split()).stdout
    assert safe(told) == told
    told_of = [json.loads(line) for line in told.splitlines()]
    assert (TITLE in json.dumps(told_of, ensure_ascii=False)) is ("rules" not in words)
    assert ("an\u202ea" in json.dumps(told_of, ensure_ascii=False)) is ("rules" in words)


def test_an_article_steers_nothing_either(run: Run, tmp_path: Path) -> None:
    (tmp_path / "wall.txt").write_text("“We paid \x9b2J\u202e$3 million,” said Ana Roe.\n", "utf-8")
    told = run("extract", "wall.txt", "--format", "json").stdout
    assert json.loads(told)
    assert safe(told) == told
