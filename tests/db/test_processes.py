"""Several processes at one desk, and processes that are killed: nothing that was acknowledged is lost."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

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


GROWS = """
import signal, sys
from pathlib import Path
from factcheck.errors import StoreError
from tests.db.desk import CLAIMS, commented, new_desk, open_store

path, kept = Path(sys.argv[1]), 0
if sys.argv[2:]:
    import resource
    with new_desk(path):
        pass
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 200_000, resource.RLIM_INFINITY))
    opened = open_store(path)
else:
    opened = new_desk(path)
with opened as store:
    for number in range(40):
        try:
            store.record(commented(CLAIMS[0], "x" * (20_000 if number < 38 else 5), number))
            kept += 1
        except StoreError as error:
            print(error)
    print(sum(event.act.verb == "commented" for event in store.events()) - kept)
try:
    path.with_name("filler").write_bytes(b"x" * 2_000_000)
except OSError:
    pass
path.with_name(path.name + "-shm").unlink(missing_ok=True)
try:
    open_store(path).record(commented(CLAIMS[0], "y", 50))
except StoreError as error:
    print(error)
"""
ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="no limits on files")
def test_a_file_that_may_not_grow_is_told_so_every_time(tmp_path: Path) -> None:
    command = [sys.executable, "-c", GROWS, str(tmp_path / "desk.db"), "limited"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    told = [line for line in said if line != "0"]
    assert len(told) > 20
    assert len(told) == len(said) - 1, "what was not refused is in the log"
    assert {line.partition(" keeps ")[0] for line in told} == {"A limit of this account"}


@pytest.mark.skipif(not shutil.which("unshare"), reason="no disk of one's own")
def test_a_full_disk_is_told_every_time_also_when_the_desk_is_opened_on_it(tmp_path: Path) -> None:
    mount = 'mount -t tmpfs -o size=900k none "$1" && cd "$2" && exec "$3" -c "$4" "$1/desk.db"'
    command = ["unshare", "-rm", "sh", "-c", mount, "sh", str(tmp_path), str(ROOT), sys.executable, GROWS]
    done = subprocess.run(command, capture_output=True, text=True)
    if "unshare" in done.stderr or "mount" in done.stderr:
        pytest.skip("no disk of one's own")
    assert done.returncode == 0, done.stderr
    said = done.stdout.splitlines()
    told = [line for line in said if line != "0"]
    assert len(told) > 20
    assert len(told) == len(said) - 1, "what was not refused is in the log"
    assert {line.partition(".")[0] for line in told} == {"The disk is full"}
