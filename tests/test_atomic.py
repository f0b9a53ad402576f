"""A file is written whole, or the old one stays and nothing else is left."""

import os
from pathlib import Path

import pytest

from factcheck.atomic import as_text, write_atomic
from factcheck.errors import FactcheckError


def test_the_file_appears_whole(tmp_path: Path) -> None:
    target = tmp_path / "log.csv"
    mask = os.umask(0o027)
    try:
        with write_atomic(target) as out:
            out.write(b"words")
            assert not target.exists()
    finally:
        os.umask(mask)
    assert target.read_bytes() == b"words"
    assert target.stat().st_mode & 0o777 == 0o640
    assert os.listdir(tmp_path) == ["log.csv"]


def _interrupted(target: Path) -> None:
    with write_atomic(target) as out:
        out.write(b"half")
        raise KeyboardInterrupt


def test_on_an_error_the_old_file_stays(tmp_path: Path) -> None:
    target = tmp_path / "log.csv"
    target.write_text("old")
    target.chmod(0o600)
    with pytest.raises(KeyboardInterrupt):
        _interrupted(target)
    assert target.read_text() == "old"
    assert os.listdir(tmp_path) == ["log.csv"]
    with write_atomic(target) as out:
        out.write(b"new")
    assert target.stat().st_mode & 0o777 == 0o600


def test_a_link_keeps_pointing(tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_text("old")
    (tmp_path / "link.csv").symlink_to("real.csv")
    with write_atomic(tmp_path / "link.csv") as out:
        out.write(b"new")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_text() == "new"


def test_a_pipe_is_written_to_and_stays(tmp_path: Path) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    reader = os.open(fifo, os.O_RDONLY | os.O_NONBLOCK)
    with write_atomic(fifo) as out:
        out.write(b"words")
    assert os.read(reader, 100) == b"words"
    os.close(reader)
    assert fifo.is_fifo()


@pytest.mark.parametrize("place", ["none/log.csv", ".", "x" * 300])
def test_places_that_refuse(tmp_path: Path, place: str) -> None:
    with pytest.raises(FactcheckError, match="could not be written"), write_atomic(tmp_path / place) as out:
        out.write(b"words")


def test_a_full_disk_is_one_sentence() -> None:
    with pytest.raises(FactcheckError, match="No space left"), write_atomic(Path("/dev/full")) as out:
        out.write(b"words" * 100_000)


def test_text_that_utf_8_cannot_hold_is_escaped(tmp_path: Path) -> None:
    with write_atomic(tmp_path / "a") as out, as_text(out) as text:
        text.write("a\r\n\ud800é\n")
    assert (tmp_path / "a").read_bytes() == b"a\r\n\\ud800\xc3\xa9\n"
