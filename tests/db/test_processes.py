"""Several processes at one desk, and processes that are killed: nothing that was acknowledged is lost."""

import subprocess
import sys
from pathlib import Path

from db.doctor import examine
from db.verify import verify
from factcheck.model import Verb
from tests.db.desk import open_store


def work(path: Path, actor: str, count: int) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.db.worker", str(path), actor, str(count)]
    root = Path(__file__).parents[2]
    return subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True)


def recorded(path: Path) -> dict[str, list[str]]:
    """Every note in the log by actor, after the log was proved and its projections were compared."""
    notes: dict[str, list[str]] = {}
    with open_store(path) as store:
        assert verify(store).problems == ()
        assert examine(store) == ()
        for event in store.events():
            if event.act.verb is Verb.JUDGED:
                notes.setdefault(event.act.actor, []).append(event.act.data["note"])
    return notes


def test_processes_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    actors = ("ana", "bo", "cy")
    workers = [work(path, actor, 40) for actor in actors]
    for worker in workers:
        worker.communicate()
        assert worker.returncode == 0
    assert recorded(path) == {actor: [f"{actor} {number}" for number in range(40)] for actor in actors}
    with open_store(path) as store:
        assert len(store.statuses()) == 1


def test_a_killed_process_loses_nothing_that_it_acknowledged(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    for round, patience in enumerate((1, 7, 20)):
        actor = f"ana {round}"
        worker = work(path, actor, 100_000)
        assert worker.stdout is not None
        acknowledged = [worker.stdout.readline() for _ in range(patience)]
        worker.kill()
        acknowledged += worker.stdout.readlines()
        worker.wait()
        whole = [line for line in acknowledged if line.endswith("\n")]
        kept = recorded(path)[actor]
        assert kept[: len(whole)] == [f"{actor} {number}" for number in range(len(whole))]
        assert len(kept) <= len(whole) + 1
