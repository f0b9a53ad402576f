"""Reviews in plain lines, as they were said: each file of `dialogues` is played by real processes and compared whole.

A line `$ factcheck ...` is a command, perhaps with settings of its environment before it; `<<<` stands between a
question and its answer, `<<< (end)` where the answers end; `rules: ` begins what the desk's rules are. Files are
written anew where UPDATE_DIALOGUES is set.
"""

import os
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.cli._plain.lines import WIDTH, cells
from tests.cli.conftest import Run

FOLDER = Path(__file__).with_name("dialogues")
EMPTY, END = "(empty)", "(end)"
ANSWER = re.compile(r" <<< (.*)$", re.M)
_CHANGING = (
    (re.compile(r"\d{4}-\d\d-\d\d (?=\d\d:\d\d UTC)"), ""),
    (re.compile(r"\b\d\d:\d\d\b"), "12:00"),
    (re.compile(r"\bread \d{4}-\d\d-\d\d"), "read today"),
    (re.compile(r"/\S*/factcheck-\w+/[0-9a-f]+"), "/copy"),
)


def scenes(told: str) -> Iterator[tuple[str, list[str], str]]:
    """The commands of a dialogue, each with its answers and with all that is said."""
    for scene in re.split(r"^\$ ", told, flags=re.M)[1:]:
        command, _, said = scene.partition("\n")
        yield command, ["" if answer == EMPTY else answer for answer in ANSWER.findall(said)], f"{said.rstrip()}\n"


def played(run: Run, command: str, answers: list[str]) -> str:
    """All that a command says, with the status it ends with."""
    parts = shlex.split(command)
    at = parts.index("factcheck")
    environment = dict(part.split("=", 1) for part in parts[:at])
    typed = "".join(f"{answer}\n" for answer in answers if answer != END)
    done = run(*parts[at + 1 :], input=typed, **environment)
    said = f"{done.stdout}{done.stderr}"
    assert not {char for char in said if (char < " " and char != "\n") or "\x7f" <= char < "\xa0"}
    assert max(map(cells, done.stdout.splitlines()), default=0) <= WIDTH
    for pattern, steady in _CHANGING:
        said = pattern.sub(steady, said)
    return f"{said}exit {done.returncode}\n"


def spoken(written: str) -> str:
    """What a terminal shows of a dialogue as it is written down."""
    return ANSWER.sub(lambda found: " " if found[1] in (EMPTY, END) else f" {found[1]}", written)


def written(said: str, answers: list[str]) -> str:
    """A dialogue with its answers marked."""
    lines, waiting = [], iter(answers)
    answer = next(waiting, None)
    for line in said.splitlines():
        shown = "" if answer == END else answer
        if shown is not None and line.endswith((f": {shown}", f"? {shown}")):
            line = f"{line.removesuffix(shown).rstrip()} <<< {answer or EMPTY}"
            answer = next(waiting, None)
        lines.append(line)
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_a_dialogue_goes_as_it_is_written(run: Run, tmp_path: Path, path: Path) -> None:
    for article in (FOLDER / "articles").iterdir():
        shutil.copy(article, tmp_path)
    told = path.read_text("utf-8")
    for rules in re.findall("^rules: (.*)$", told, re.M):
        (tmp_path / "factcheck.toml").write_text(rules, "utf-8")
    anew = [told.partition("$ ")[0].rstrip()]
    for command, answers, wanted in scenes(told):
        said = played(run, command, answers)
        if os.environ.get("UPDATE_DIALOGUES"):
            anew.append(f"$ {command}\n{written(said, answers).rstrip()}")
        else:
            assert said.splitlines() == spoken(wanted).splitlines()
    if os.environ.get("UPDATE_DIALOGUES"):
        path.write_text("\n\n".join(anew) + "\n", "utf-8")
