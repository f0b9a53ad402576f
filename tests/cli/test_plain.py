"""The review as a dialogue: a real process, answers by its standard input."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Run

TEXT = """The ferry that came late

A new ferry was ordered on 3 March 2024, [bold]said harbour chief Ines Tarn.
The bill of $12 million (some 4 million was paid at once, 9 million later) is due in May 2025.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.txt"
    path.write_text(TEXT, "utf-8")
    return path


def acts(run: Run) -> Iterator[tuple[str, str]]:
    """Every act on the desk after the article came: what was done and what was said."""
    for line in run("export", "--events", "--format", "jsonl").stdout.splitlines()[1:]:
        event = json.loads(line)
        yield event["verb"], event["data"].get("verdict") or event["data"].get("note") or ""


def test_the_end_of_the_answers_is_the_end(run: Run, article: Path) -> None:
    done = run("review", "--plain", str(article), input="v")
    assert (done.returncode, list(acts(run))) == (0, [("judged", "verified")])
    again = run("review", "--plain", str(article), input="")
    assert again.returncode == 0
    assert "Claim 2 of" in again.stdout, "it goes on where nothing was said yet"
    assert "0 claims reviewed" in again.stdout


def test_nothing_steers_the_terminal(run: Run, tmp_path: Path) -> None:
    hostile = tmp_path / "hostile.txt"
    calm = "Nothing steers what is read aloud here, line by line. " * 20
    hostile.write_text(calm + "Bill\x1b]0;x\x07\n\nIt cost \x1b[31m$5 million\u202e on 3 May 2024\x9b2J.\n", "utf-8")
    done = run("review", "--plain", str(hostile), input="c a \x1b[2J note\n\x1b[A\nj\nq\n")
    assert done.returncode == 0, done.stderr
    assert not {char for char in done.stdout if (char < " " and char != "\n") or "\x7f" <= char < "\xa0"}
    assert "\u202e" not in done.stdout


def test_a_narrow_encoding_is_no_obstacle(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Prices\n\nLe coût: €3 million, “said” 東京 on 3 May 2024.\n", "utf-8")
    done = run("review", "--plain", str(path), input="v\nc caf\u00e9\nq\n", PYTHONIOENCODING="ascii")
    assert done.returncode == 0, done.stderr
    assert "saved" in done.stdout
    assert '\\u20ac3 million, "said" \\u6771\\u4eac' in done.stdout
    assert "Value: 3 000 000 euro" in done.stdout
    assert "\\u202f" not in done.stdout


def test_keys_that_move_a_cursor_leave_nothing_in_a_note(run: Run, article: Path) -> None:
    run("review", "--plain", str(article), input="c one\x1b[A two\x1bOB\x7f three\x00\n")
    assert list(acts(run)) == [("commented", "one two three")]


def test_an_article_without_claims_is_said_to_have_none(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "none.txt"
    path.write_text("Calm\n\nNothing happened here.\n", "utf-8")
    done = run("review", "--plain", str(path), input="v\nj\nu\nq\n")
    assert done.returncode == 0, done.stderr
    assert "0 claims" in done.stdout


def test_it_draws_with_nothing(run: Run, article: Path) -> None:
    done = run("review", "--plain", str(article), input="v\nu\nq\n", PYTHONPROFILEIMPORTTIME="1")
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}
    assert "click" in loaded
    assert not loaded & {"textual", "rich"}


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_a_text_from_a_pipe_leaves_the_answers_to_the_terminal(run: Run, article: Path) -> None:
    spawn = "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))"
    review = f"cat {article.name} | {sys.executable} -m factcheck review --plain -"
    done = run(input="v\nq\n", program=["-c", spawn, "sh", "-c", review])
    assert "saved" in done.stdout, done.stdout
    assert list(acts(run)) == [("judged", "verified")]


def test_the_original_is_read_out_under_the_claim(run: Run, tmp_path: Path) -> None:
    (tmp_path / "zh.txt").write_text("大桥造价2017亿日元，长3.5公里\u202e，[b]。\n", "utf-8")
    (tmp_path / "en.txt").write_text("The bridge cost 2017 billion yen.\n", "utf-8")
    done = run("review", "--plain", "en.txt", "--original", "zh.txt", input="q\n")
    assert "Original: 大桥造价2017亿日元，长3.5公里" in done.stdout
    assert "“3.5公里” of the original is missing" in done.stdout
    assert "亿 is 100 million" in done.stdout
    assert "\u202e" not in done.stdout
    assert run("review", "--plain", "en.txt", "--original", "nowhere.txt", input="q\n").returncode == 1


OWN_TERMINAL = (
    "import fcntl, runpy, signal, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); "
    "signal.signal(signal.SIGINT, signal.default_int_handler); "  # tests that run in the background have it ignored
)
ON_A_TERMINAL = f"{OWN_TERMINAL}runpy.run_module('factcheck', run_name='__main__', alter_sys=True)"


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_what_is_broken_off_is_not_kept_and_what_was_saved_is(run: Run, article: Path) -> None:
    from tests.app.terminal import Terminal

    desk = str(article.with_name("desk.db"))
    command = ["-c", ON_A_TERMINAL, "review", "--plain", str(article), "--db", desk, "--reviewer", "ada"]
    with Terminal(command, columns=60, rows=10) as terminal:
        terminal.wait_for("your answer:")
        terminal.press_and_wait_for("c\n", "empty leaves):")
        terminal.press("half a no")
        terminal.press_and_wait_for("\x03", "Broken off. Nothing was changed.")
        terminal.press_and_wait_for("v\n", "saved")
        terminal.press_and_wait_for("z\x1b[D\n", "'z' is no answer")
        terminal.press_and_wait_for("\x03", "You were at claim 2 of 5.")
        assert terminal.end() == 0
    assert list(acts(run)) == [("judged", "verified")]
    with Terminal(command) as terminal:
        terminal.wait_for("your answer:")
        terminal.press_and_wait_for("a\n", "empty leaves):")
        terminal.press_and_wait_for("\x04", "The answers ended. Everything said to be saved is saved.")
        assert terminal.end() == 0
    assert list(acts(run)) == [("judged", "verified")]


def test_a_listener_that_goes_away_loses_nothing_that_was_saved(run: Run, article: Path) -> None:
    run("add", str(article))
    environment = {**os.environ, "FACTCHECK_DB": str(article.with_name("desk.db")), "FACTCHECK_REVIEWER": "ada"}
    command = [sys.executable, "-m", "factcheck", "review", "--plain", "ferry"]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write("v\n")
        process.stdin.flush()
        while "saved" not in process.stdout.readline():
            pass
        process.stdout.close()
        process.stdin.write("d\n" * 40)
        process.stdin.close()
        said = process.stderr.read()
    assert process.returncode == 1
    assert "Traceback" not in said
    kept = list(acts(run))
    assert kept[0] == ("judged", "verified")
    assert len(kept) <= 3
