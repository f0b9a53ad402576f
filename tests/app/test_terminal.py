"""The app in a real terminal: how it gives the terminal back, and that what was saved is saved."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.model import Verdict
from tests.app.desk import HARBOUR, harbour, keep, open_store, plain_claims
from tests.app.terminal import Terminal

DESK = ("-m", "tests.app.desk")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A desk with the example article, not yet looked at."""
    with open_store(tmp_path / "desk.db") as store:
        keep(store, harbour(), plain_claims(harbour()))
    return tmp_path / "desk.db"


@pytest.mark.parametrize(
    ("how", "status"),
    [("q", 0), (signal.SIGTERM, 143), (signal.SIGHUP, 129), ("\x1b[19~", 1), ("\x1b[20~", 1)],
    ids=["q", "SIGTERM", "SIGHUP", "fault", "fault-in-worker"],
)  # fmt: skip
def test_the_terminal_is_given_back_and_the_exit_status_is_true(desk: Path, how: str | signal.Signals, status: int):
    with Terminal([*DESK, str(desk)]) as terminal:
        terminal.wait_for("Ferry plan")
        if isinstance(how, str):
            terminal.press(how)
        else:
            os.kill(terminal.process.pid, how)
        assert terminal.end() == status
        assert terminal.is_restored
        assert (b"fault of its own" in terminal.written) == (status == 1)
        assert b"\x1b]0;nobody" not in terminal.written


def test_a_verdict_that_is_shown_as_saved_survives_kill_9(desk: Path):
    with Terminal([*DESK, str(desk)]) as terminal:
        terminal.wait_for("Ferry plan")
        terminal.press("\r")
        seen = terminal.wait_for("412 million euros")
        terminal.press("v")
        terminal.wait_for("saved ", after=seen)
        os.kill(terminal.process.pid, signal.SIGKILL)
        assert terminal.end() == 137
    with open_store(desk) as store:
        (status,) = store.statuses()
        assert status.counts[Verdict.VERIFIED] == 1


@pytest.mark.parametrize("environment", [{}, {"TERM": "dumb"}])
def test_without_a_terminal_it_is_refused_in_a_sentence(desk: Path, environment: dict[str, str]):
    command = [sys.executable, *DESK, str(desk)]
    done = subprocess.run(
        command, capture_output=True, text=True, stdin=subprocess.DEVNULL, env={**os.environ, **environment}
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("factcheck: The desk needs a terminal")
    assert "\x1b" not in done.stderr


HOSTILE = (
    "\x1b]0;pwned\x07", "\x1b]52;c;cHduZWQ=\x07", "\x1b[6n", "\x9b31m", "\u202e", "\u200b", "\u2066", "\U000e0041",
    "\x1b[?1049l", "\x08", "\r\x1b[2K",
)  # fmt: skip


def test_nothing_in_an_article_reaches_the_terminal_as_it_is(tmp_path: Path):
    markup = "[/] [bold red]x[/bold red] [@click=app.quit]click[/] [link='file:///etc/passwd']y[/link] [/etc/passwd]"
    payload = "".join(f"{bad}100 million euros on 6 May 2031{bad}, said Lars {bad}Quillon. " for bad in HOSTILE)
    path = tmp_path / "hostile.txt"
    path.write_bytes(f"Title {payload}{markup}\n\n{payload}{markup}\n\n{HARBOUR}".encode("utf-8", "surrogatepass"))
    with Terminal([*DESK, str(tmp_path / "desk.db"), str(path)]) as terminal:
        terminal.wait_for("Claims")
        terminal.press_and_wait_for("vdxr", "saved ")
        terminal.press_and_wait_for("c", "Note on claim")
        terminal.press("[/]a\r")
        terminal.press_and_wait_for("/euros\r", "“euros”")
        terminal.press_and_wait_for("\r?", "Keys")
        terminal.press("\x1b")
        terminal.press_and_wait_for("u", "“[/]a”, claim")
        terminal.press_and_wait_for("e", "Evidence for claim")
        terminal.press("[/]\r")
        terminal.press_and_wait_for("=", "Correct claim")
        terminal.press("\x1b")
        terminal.press_and_wait_for("f", "Show claims")
        terminal.press("\x1b")
        terminal.press_and_wait_for("*", "elsewhere")
        terminal.press("\x1b")
        terminal.press_and_wait_for("\x10", "earch for commands")  # the caret stands on the first letter
        terminal.press("\x1b")
        terminal.settle()
        terminal.press("\x1b")
        terminal.press_and_wait_for("\x1b", "claims open")
        terminal.press("q")
        assert terminal.end() == 0
    for bad in HOSTILE[:-3]:
        assert bad.encode() not in terminal.written, bad
    assert terminal.written.count(b"\x1b[?1049l") == 1
    assert b"\x08" not in terminal.written
