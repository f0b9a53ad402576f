"""Start-up: `factcheck --help` beside the bare import of its command-line library, whole processes."""

import statistics
import subprocess
import sys
import time

RUNS = 7


def seconds(*words: str) -> float:
    """One run of the interpreter with these words, wall clock."""
    started = time.perf_counter()
    subprocess.run([sys.executable, *words], stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - started


def main() -> None:
    """Prints medians and their ratio; the two run in turn, so that a busy machine slows both."""
    pairs = [(seconds("-c", "import click"), seconds("-m", "factcheck", "--help")) for _ in range(RUNS)]
    click, help_ = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"import click      {click * 1000:6.0f} ms")
    print(f"factcheck --help  {help_ * 1000:6.0f} ms   {help_ / click:.2f} x")
