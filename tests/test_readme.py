"""The README's own examples: every console block is run as a reader would run it, and its output compared."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.M | re.S)
COMMAND = re.compile(r"^\$ factcheck (.*)\n", re.M)


def examples() -> list[tuple[str, str]]:
    """The words of each command of the console blocks, and what the README says it prints."""
    found = []
    for block in BLOCK.findall((ROOT / "README.md").read_text("utf-8")):
        _, *pairs = COMMAND.split(block)
        found += zip(pairs[::2], pairs[1::2], strict=True)
    return found


@pytest.mark.parametrize(("words", "printed"), examples())
def test_the_readme_shows_what_is_printed(words: str, printed: str, tmp_path: Path) -> None:
    environment = {name: os.environ[name] for name in ("PATH", "LANG", "SYSTEMROOT") if name in os.environ}
    run = subprocess.run(
        [sys.executable, "-m", "factcheck", *words.split()],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env=environment | {"HOME": str(tmp_path), "PYTHONPATH": str(ROOT)},
        timeout=60,
    )
    assert run.stdout == printed


def test_there_is_an_example() -> None:
    assert examples()
