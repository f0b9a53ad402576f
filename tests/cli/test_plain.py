"""The review as a dialogue: a real process, answers by its standard input."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Run

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


def test_verdicts_and_notes_are_kept_and_said(run: Run, article: Path) -> None:
    done = run("review", "--plain", str(article), input="v\nd\nc see the minutes\nx\nc\nthe second way\nq\n")
    assert done.returncode == 0, done.stderr
    assert list(acts(run)) == [
        ("judged", "verified"),
        ("judged", "disputed"),
        ("commented", "see the minutes"),
        ("judged", "dismissed"),
        ("commented", "the second way"),
    ]
    assert done.stdout.count("\nsaved ") == 5
    assert "3 claims reviewed in under a minute: 1 verified, 1 disputed." in done.stdout


def test_the_end_of_the_answers_is_the_end(run: Run, article: Path) -> None:
    done = run("review", "--plain", str(article), input="v")
    assert (done.returncode, list(acts(run))) == (0, [("judged", "verified")])
    again = run("review", "--plain", str(article), input="")
    assert again.returncode == 0
    assert "Claim 2 of" in again.stdout, "it goes on where nothing was said yet"
    assert "0 claims reviewed" in again.stdout


def test_acts_are_taken_back_one_after_another(run: Run, article: Path) -> None:
    done = run("review", "--plain", str(article), input="v\nd\nu\nu\nu\n1\nr\nq\n")
    assert "Taken back: disputed, claim 2" in done.stdout
    assert "Taken back: verified, claim 1" in done.stdout
    assert "Nothing of yours is left" in done.stdout
    assert "your own verdicts only" in done.stdout
    assert "0 claims reviewed" in done.stdout


def test_moving_says_where_it_arrives(run: Run, article: Path) -> None:
    done = run("review", "--plain", str(article), input="j\nk\nk\n3\n99\n" + "9" * 5000 + "\n\nn\nbogus\n?\nc\n\nq\n")
    told = [line for line in done.stdout.splitlines() if line.startswith("Claim ")]
    assert [line.split()[1] for line in told] == ["1", "2", "1", "3", "3", "4"]
    assert "This is the first claim." in done.stdout
    assert "There is no claim 99." in done.stdout
    assert "'bogus' is no answer" in done.stdout
    assert "The note stays as it is." in done.stdout
    assert list(acts(run)) == []


def test_a_finding_is_read_with_its_arithmetic(run: Run) -> None:
    example = Path(__file__).parents[2] / "factcheck" / "examples" / "wire.txt"
    done = run("review", "--plain", str(example), input="g\nq\n")
    claim = done.stdout[done.stdout.rindex("Claim ") :]
    assert "Finding on claim" in claim
    assert "29,600,000,000 CNY / 38,000,000,000 EUR" in claim


WEEKDAY = "Ferry\n\nHALVERGATE, 14 March 2025 — The club paid £300 on Tuesday 10 March 2025.\n"


def test_a_finding_is_confirmed_explained_and_taken_back(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "weekday.txt"
    path.write_text(WEEKDAY, "utf-8")
    done = run("review", "--plain", str(path), input="y\ng\ny a misprint of the day\ng\nu\ny\ny\nq\n")
    assert done.returncode == 0, done.stderr
    assert "1 finding to answer" in done.stdout
    told = [line.partition(": ")[2] for line in done.stdout.splitlines() if line.startswith("saved ")]
    assert told[0] == "finding explained: a misprint of the day"
    assert told[1].startswith("Taken back: finding explained: “a misprint of the day”")
    assert told[2] == "finding confirmed, claim 3 disputed"
    assert done.stdout.count("waits for an answer") == 2
    again = run("review", "--plain", str(path), input="3\nq\n").stdout
    assert "answered: confirmed by " in again
    assert "note: 2025-03-10 was a Monday" in again
    assert "to answer: g" not in again


def test_what_is_missing_is_asked_for_and_what_was_said_is_not_said_again(run: Run, article: Path) -> None:
    answers = "1\ne\n\ne\n+ the order\n=\n\n=\n4 March 2024\nv\n1\nv\nq\n"
    done = run("review", "--plain", str(article), input=answers)
    assert "No evidence was attached." in done.stdout
    assert "The value stays as it is." in done.stdout
    assert "You said so already: claim 1 verified." in done.stdout
    assert [verb for verb, _ in acts(run)] == ["evidence", "corrected", "judged"]


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


def test_evidence_a_corrected_value_and_a_verdict_on_another_reading_are_told(run: Run, article: Path) -> None:
    def number(quote: str) -> str:
        told = run("review", "--plain", str(article), input="1\n" + "j\n" * 9).stdout
        return next(claim.split()[0] for claim in told.split("\nClaim ")[1:] if claim.splitlines()[1] == quote)

    money = number("$12 million")
    answers = f"{money}\ne https://port.example/bill\nv\n{money}\n= nonsense\n= $13 million\nu\n= $13.5 million\n"
    done = run("review", "--plain", str(article), input=answers)
    assert "Evidence: https://port.example/bill  (secondary url)" in done.stdout
    assert "'nonsense' is not read as amount" in done.stdout
    assert "Taken back: value corrected: 13,000,000 USD" in done.stdout
    last = run("review", "--plain", str(article), input=f"{money}\n").stdout.split("\nClaim ")[-1]
    assert "verified on another reading: “$12 million” 12,000,000 USD" in last
    assert "value corrected; the finder read 12,000,000 USD" in last
    assert "13\N{NARROW NO-BREAK SPACE}500\N{NARROW NO-BREAK SPACE}000 US dollar" in last
