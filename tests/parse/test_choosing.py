"""How a parser is chosen, and what is said of one that is not there; needs no parser."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.config import load_config
from factcheck.errors import ConfigError
from factcheck.extract import claims_of
from factcheck.model import Article
from factcheck.parse import parser_named

WITHOUT = "import sys; sys.modules['spacy'] = None; from factcheck.cli import main; main()"
"""The command line in a process that cannot import spaCy."""
TEXT = "The harbour master radioed that the ferry had never been on time.\n"


def run(folder: Path, *words: str, config: str = "") -> subprocess.CompletedProcess[str]:
    (folder / "config.toml").write_text(config, "utf-8")
    (folder / "ferry.txt").write_text(TEXT, "utf-8")
    environment = os.environ | {"FACTCHECK_CONFIG": str(folder / "config.toml"), "FACTCHECK_DB": str(folder / "d.db")}
    return subprocess.run(
        [sys.executable, "-c", WITHOUT, *words], env=environment, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    "words",
    [
        ("extract", "--parser", "spacy", "{}"),
        ("extract", "--jsonl", "--parser", "spacy", "-"),
        ("add", "--parser", "spacy", "{}"),
        ("review", "--plain", "--parser", "spacy", "{}"),
    ],
)
def test_a_parser_that_is_not_installed_is_told_with_what_installs_it(words: tuple[str, ...], tmp_path: Path) -> None:
    done = run(tmp_path, *(word.format(tmp_path / "ferry.txt") for word in words))
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("factcheck: The parser spacy is not installed.")
    assert "python -m pip install 'factcheck-desk[parser]'" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_the_configuration_names_it_and_the_command_line_wins(tmp_path: Path) -> None:
    ferry = str(tmp_path / "ferry.txt")
    told = run(tmp_path, "extract", ferry, config='parser = "spacy"')
    assert told.returncode == 1
    assert "not installed" in told.stderr
    assert run(tmp_path, "extract", "--parser", "none", ferry, config='parser = "spacy"').returncode == 0
    assert run(tmp_path, "extract", ferry).returncode == 0


def test_an_unknown_parser_is_told_with_those_there_are(tmp_path: Path) -> None:
    done = run(tmp_path, "extract", "--parser", "stanza", str(tmp_path / "ferry.txt"))
    assert done.returncode == 1
    assert done.stderr == "factcheck: There is no parser 'stanza'. Take one of none, spacy.\n"


def test_a_parser_is_text_in_the_configuration(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("parser = 3", "utf-8")
    with pytest.raises(ConfigError, match="parser must be text"):
        load_config({"FACTCHECK_CONFIG": str(path)})


def test_without_one_there_is_none() -> None:
    assert parser_named("") is None
    assert parser_named("none") is None
    assert claims_of(Article("", TEXT)) == claims_of(Article("", TEXT), parser=None)
