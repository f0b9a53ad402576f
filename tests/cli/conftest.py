"""The command as its users run it: a real process with an empty home."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs `factcheck` with the given words; its desk, home and configuration are in the test's own folder."""
    home = tmp_path / "home"
    home.mkdir()
    environment = {
        **{name: os.environ[name] for name in ("PATH", "LANG", "SYSTEMROOT") if name in os.environ},
        "HOME": str(home),
        "PYTHONPATH": str(ROOT),
        "FACTCHECK_DB": str(tmp_path / "desk.db"),
        "FACTCHECK_REVIEWER": "ada",
    }

    def run(
        *words: str, input: str | None = None, program: Sequence[str] = ("-m", "factcheck"), **more: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *program, *words],
            input=input,
            stdin=subprocess.DEVNULL if input is None else None,
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=tmp_path,
            env=environment | more,
            timeout=60,
        )

    return run
