"""How fast the review screen answers: first paint and key to frame of the whole app in a real pseudo-terminal.

Compared with a bare app of the same library. A key's time runs from the byte written to the last byte of the frame it
caused, so it holds the library's frame timer and whatever else the machine does; the processor's time does not. The
desk is a file, made before; its article is news of the package's own examples. `python -m tests.bench.bench_screen DATABASE`
is the app itself, with `bare` the bare one.
"""

import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

COLUMNS, ROWS = 120, 40
QUIET = 0.08
KEYS = 60
STARTS = 3
READY = b"READY"
REVIEWER = "ana"
WORDS = (5_000, 50_000)


def keep(folder: Path, words: int) -> tuple[Path, int]:
    """Put news of about so many words on a new desk: its file, named by the article's key, and how many claims."""
    from db import Store
    from factcheck.cli._desk import dump, load
    from factcheck.extract import claims_of
    from factcheck.model import Article, Published
    from tests.bench.bench_checks import news

    article = Article(f"{READY.decode()} figures", news(words), Published("2024-03-05"), language="en")
    claims = claims_of(article)
    database = folder / f"{article.key}.db"
    with Store(database, dump, load) as store:
        store.add(article, claims, actor=REVIEWER, at=datetime.now(UTC))
    return database, len(claims)


def run_app(database: Path) -> None:
    """Review the desk's only article, as the command does."""
    from factcheck.cli._screen import show
    from factcheck.config import Config

    show(Config(reviewer=REVIEWER, desk=database), article=database.stem)


def run_bare() -> None:
    """Show a word."""
    from textual.app import App, ComposeResult
    from textual.widgets import Static

    class Bare(App[None]):
        def compose(self) -> ComposeResult:
            yield Static(READY.decode())

    Bare().run()


@dataclass
class Terminal:
    """A child in a pseudo-terminal: what it writes, and when."""

    process: subprocess.Popen[bytes]
    master: int

    def output(self, quiet: float = QUIET, limit: float = 20.0) -> Iterator[tuple[float, bytes]]:
        """What comes out until nothing came for `quiet` seconds."""
        end = time.perf_counter() + limit
        while time.perf_counter() < end and select.select([self.master], [], [], quiet)[0]:
            yield time.perf_counter(), os.read(self.master, 1 << 16)


def opened(database: Path | None) -> tuple[Terminal, float]:
    """The app on a desk in a terminal, or a bare app, and the seconds to its first paint."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    env = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "TEXTUAL_ANIMATIONS": "none"}
    start = time.perf_counter()
    command = [sys.executable, "-m", "tests.bench.bench_screen", str(database or "bare")]
    process = subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, env=env, start_new_session=True)
    os.close(slave)
    terminal = Terminal(process, master)
    for at, chunk in terminal.output(quiet=20.0):
        if READY in chunk:
            return terminal, at - start
    raise SystemExit("the app painted nothing")


def closed(terminal: Terminal) -> None:
    """End the child."""
    list(terminal.output(quiet=0.3))
    terminal.process.terminate()
    terminal.process.wait()
    os.close(terminal.master)


def first_paint(database: Path | None) -> float:
    """Milliseconds from the start of the process to the first words on the screen: the median of some starts."""
    times = []
    for _ in range(STARTS):
        terminal, seconds = opened(database)
        closed(terminal)
        times.append(seconds * 1000)
    return statistics.median(times)


def frame_time(terminal: Terminal, start: float) -> float | None:
    """Milliseconds from `start` to the last byte of what follows, or None when nothing does."""
    last = [at for at, _ in terminal.output()]
    return (last[-1] - start) * 1000 if last else None


class Taken(NamedTuple):
    """Milliseconds that a key took: to the last byte of its frame, and of the processor."""

    whole: float
    processor: float


def key_times(terminal: Terminal, keys: Sequence[bytes], count: int) -> list[Taken]:
    """What each key took, keys taken in turn; those that change nothing are left out."""
    times = []
    for key in islice(cycle(keys), count):
        before, start = processor_time(terminal.process.pid), time.perf_counter()
        os.write(terminal.master, key)
        whole = frame_time(terminal, start)
        if whole is not None:
            times.append(Taken(whole, processor_time(terminal.process.pid) - before))
    return times


def processor_time(pid: int) -> float:
    """Milliseconds of the processor that a process has had (0 where the system does not say)."""
    tasks = Path(f"/proc/{pid}/task")
    told = [(task / "schedstat").read_text(encoding="ascii") for task in tasks.iterdir()] if tasks.exists() else []
    return sum(int(words.split()[0]) for words in told) / 1e6


def resize_times(terminal: Terminal, count: int) -> list[Taken]:
    """What each change of width took."""
    times = []
    for columns in islice(cycle((COLUMNS - 20, COLUMNS)), count):
        before, start = processor_time(terminal.process.pid), time.perf_counter()
        fcntl.ioctl(terminal.master, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, columns, 0, 0))
        os.killpg(terminal.process.pid, signal.SIGWINCH)
        whole = frame_time(terminal, start)
        if whole is not None:
            times.append(Taken(whole, processor_time(terminal.process.pid) - before))
    return times


def peak_memory(pid: int) -> float:
    """The most memory a process held, in MB (0 where the system does not say)."""
    status = Path(f"/proc/{pid}/status")
    lines = status.read_text(encoding="ascii").splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


def percentiles(times: Sequence[float]) -> str:
    """The median and the 95th percentile."""
    ordered = sorted(times)
    return f"{statistics.median(ordered):.0f}/{ordered[int(len(ordered) * 0.95)]:.0f}" if ordered else "-"


def key_figures(terminal: Terminal) -> dict[str, list[Taken]]:
    """The times of what a reviewer does most, by what it is."""
    list(terminal.output(quiet=1.0))
    figures = {
        "move": key_times(terminal, [b"j"], KEYS),
        "verdict": key_times(terminal, [b"v"], KEYS),
        "page": key_times(terminal, [b"\x1b[6~", b"\x1b[5~"], KEYS // 2),
    }
    key_times(terminal, [b"/"], 1)
    figures["filter"] = key_times(terminal, [b"m", b"i", b"l", b"\x7f", b"\x7f", b"\x7f"], KEYS)
    key_times(terminal, [b"\r"], 1)
    figures["resize"] = resize_times(terminal, KEYS // 5)
    return figures


def main() -> None:
    """Print the figures for about 5,000 words and for ten times as many, beside a bare app."""
    print(
        f"screen, {COLUMNS}x{ROWS}; first paint in ms; key to last byte of the frame p50/p95 in ms (processor);"
        " peak memory in MB"
    )
    for words in WORDS:
        with TemporaryDirectory() as folder:
            database, claims = keep(Path(folder), words)
            paints = [first_paint(where) for where in (None, database)]
            terminal, _ = opened(None)
            memory = [peak_memory(terminal.process.pid)]
            closed(terminal)
            terminal, _ = opened(database)
            figures = key_figures(terminal)
            memory.append(peak_memory(terminal.process.pid))
            closed(terminal)
        print(f"  {words:,} words, {claims:,} claims: first paint {paints[1]:.0f} (bare {paints[0]:.0f})", end="")
        for name, times in figures.items():
            whole, processor = ([taken[which] for taken in times] for which in (0, 1))
            print(f", {name} {percentiles(whole)} ({percentiles(processor)})", end="")
        print(f", memory {memory[1]:.0f} (bare {memory[0]:.0f})", flush=True)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["bare"]:
            run_bare()
        case [database]:
            run_app(Path(database))
        case _:
            main()
