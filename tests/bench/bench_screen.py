"""How fast the article and the list answer: first paint and key to frame in a real pseudo-terminal.

Compared with a bare app of the same library. A key's time runs from the byte written to the last byte of the frame it
caused, so it holds the library's frame timer too. `python -m tests.bench.bench_screen WORDS CLAIMS [bare]` is the app itself.
"""

import fcntl
import os
import pty
import random
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
from itertools import cycle, islice
from pathlib import Path

COLUMNS, ROWS = 120, 40
QUIET = 0.08
KEYS = 60
STARTS = 3
READY = b"READY"
_WORDS = (
    "the council harbour ferry report says that nine boats carried more people last year than any line on this coast "
    "while costs for steel, wages and power rose again and the region asked the state to pay its share of the bill"
).split()


def made_text(words: int, claims: int) -> tuple[str, list[tuple[str, int, int]]]:
    """A text of about so many words with spans for so many claims: two thirds short ones, one third sentences."""
    rng = random.Random(7)
    per_sentence = max(8, words // max(1, claims // 3))
    text, spans, count = [f"{READY.decode()} figures"], [], 0
    length = len(text[0]) + 2
    while count < words and len(spans) < claims:
        sentences = []
        at = length
        for _ in range(4):
            body = [rng.choice(_WORDS) for _ in range(per_sentence)]
            body[2:2] = [f"{rng.randrange(2, 999)}", "million", "crowns"]
            body[-2:-2] = ["in", str(rng.randrange(1990, 2030))]
            sentence = " ".join(body).capitalize() + "."
            amount = at + sentence.find(" million") - len(body[2])
            spans.append(("statement", at, at + len(sentence)))
            spans.append(("amount", amount, amount + len(f"{body[2]} million crowns")))
            year = at + sentence.rfind(body[-3])
            spans.append(("date", year, year + 4))
            sentences.append(sentence)
            at += len(sentence) + 1
            count += len(body)
        text.append(" ".join(sentences))
        length += len(text[-1]) + 2
    return "\n\n".join(text), spans[:claims]


def run_app(words: int, claims: int, bare: bool) -> None:
    """Show an article of this size with its list, or make the same article and show nothing but a bare app."""
    from textual.app import App, ComposeResult
    from textual.containers import Horizontal, Vertical
    from textual.widgets import Static

    class Bare(App[None]):
        def compose(self) -> ComposeResult:
            yield Static(READY.decode())

    from factcheck.model import Article, Claim, Entry, Ledger, PlainValue, Span, Standing, Verdict

    text, spans = made_text(words, claims)
    article = Article(f"{READY.decode()} figures", text)
    draft = article.draft
    found = [Claim(draft, kind, Span(a, b), text[a:b], PlainValue({"value": "1 M"})) for kind, a, b in spans]
    ledger = Ledger(tuple(Entry(number, claim) for number, claim in enumerate(found, 1)))
    if bare:
        Bare().run()
        return

    from factcheck.app.messages import ClaimChosen
    from factcheck.app.widgets.article_view import ArticleView
    from factcheck.app.widgets.claim_list import ClaimList
    from factcheck.app.widgets.details import ClaimDetails, Details
    from factcheck.app.widgets.top_bar import TopBar

    class Desk(App[None]):
        CSS = "#side { width: 54; } ClaimList { height: 1fr; } Details { height: 14; } Horizontal { height: 1fr; }"
        BINDINGS = [("j", "step(1)"), ("v", "judge"), ("f", "filter")]

        def compose(self) -> ComposeResult:
            yield TopBar()
            with Horizontal():
                yield ArticleView()
                with Vertical(id="side"):
                    yield ClaimList()
                    yield Details()

        def on_mount(self) -> None:
            view, claims_list = self.query_one(ArticleView), self.query_one(ClaimList)
            self.ledger = ledger
            view.quiet = frozenset({"statement"})
            view.article, view.ledger = article, ledger
            claims_list.brief = {claim.key: "1 M" for claim in found}
            claims_list.rows = ledger.entries
            self.query_one(TopBar).counts = ledger.counts
            claims_list.focus()
            self.choose(found[0].key)

        def choose(self, key: str) -> None:
            entry = self.ledger[self.ledger.position[key]]
            self.chosen = key
            self.query_one(ArticleView).chosen = key
            self.query_one(ClaimList).chosen = key
            shown = ClaimDetails(entry.number, entry.claim.quote, entry.standing)
            self.query_one(Details).details = shown

        def on_claim_chosen(self, message: ClaimChosen) -> None:
            self.choose(message.key)

        def action_step(self, step: int) -> None:
            self.choose(self.query_one(ClaimList).neighbour(step))

        def action_judge(self) -> None:
            self.ledger = self.ledger.with_standing(self.chosen, Standing(Verdict.VERIFIED, "a"))
            self.query_one(ArticleView).ledger = self.ledger
            self.query_one(ClaimList).rows = self.ledger.entries
            self.query_one(TopBar).counts = self.ledger.counts
            self.action_step(1)

        def action_filter(self) -> None:
            claims_list = self.query_one(ClaimList)
            whole = len(claims_list.rows) == len(self.ledger)
            rows = (entry for entry in self.ledger if not whole or "nine" in entry.claim.quote)
            claims_list.rows = tuple(rows)

    Desk().run()


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


def opened(words: int, claims: int, bare: bool = False) -> tuple[Terminal, float]:
    """The app in a terminal, and the seconds to its first paint."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    env = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "TEXTUAL_ANIMATIONS": "none"}
    start = time.perf_counter()
    command = [sys.executable, "-m", "tests.bench.bench_screen", str(words), str(claims), *(["bare"] if bare else [])]
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


def first_paint(words: int, claims: int, bare: bool) -> float:
    """Milliseconds from the start of the process to the first words on the screen: the median of some starts."""
    times = []
    for _ in range(STARTS):
        terminal, seconds = opened(words, claims, bare)
        closed(terminal)
        times.append(seconds * 1000)
    return statistics.median(times)


def frame_time(terminal: Terminal, start: float) -> float | None:
    """Milliseconds from `start` to the last byte of what follows, or None when nothing does."""
    last = [at for at, _ in terminal.output()]
    return (last[-1] - start) * 1000 if last else None


def key_times(terminal: Terminal, keys: Sequence[bytes], count: int) -> list[float]:
    """Milliseconds from each key, taken in turn, to the last byte of its frame; keys that change nothing are left out."""
    times = []
    for key in islice(cycle(keys), count):
        start = time.perf_counter()
        os.write(terminal.master, key)
        times.append(frame_time(terminal, start))
    return [taken for taken in times if taken is not None]


def resize_times(terminal: Terminal, count: int) -> list[float]:
    """Milliseconds from a change of width to the last byte of its frame."""
    times = []
    for columns in islice(cycle((COLUMNS - 20, COLUMNS)), count):
        start = time.perf_counter()
        fcntl.ioctl(terminal.master, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, columns, 0, 0))
        os.killpg(terminal.process.pid, signal.SIGWINCH)
        times.append(frame_time(terminal, start))
    return [taken for taken in times if taken is not None]


def peak_memory(pid: int) -> float:
    """The most memory a process held, in MB (0 where the system does not say)."""
    status = Path(f"/proc/{pid}/status")
    lines = status.read_text(encoding="ascii").splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


def percentiles(times: Sequence[float]) -> str:
    """The median and the 95th percentile."""
    ordered = sorted(times)
    return f"{statistics.median(ordered):.0f}/{ordered[int(len(ordered) * 0.95)]:.0f}" if ordered else "-"


def main() -> None:
    """Print the figures for 5,000 words with 400 claims and for 50,000 with 4,000, beside a bare app with the same data."""
    print(
        f"screen, {COLUMNS}x{ROWS}; first paint in ms; key to last byte of the frame p50/p95 in ms; peak memory in MB"
    )
    for words, claims in ((5_000, 400), (50_000, 4_000)):
        paints = [first_paint(words, claims, bare) for bare in (True, False)]
        memory = []
        for bare in (True, False):
            terminal, _ = opened(words, claims, bare)
            list(terminal.output(quiet=0.5))
            if not bare:
                figures = {
                    "move": key_times(terminal, [b"j"], KEYS),
                    "verdict": key_times(terminal, [b"v"], KEYS),
                    "page": key_times(terminal, [b"\x1b[6~", b"\x1b[5~"], KEYS // 2),
                    "filter": key_times(terminal, [b"f"], KEYS // 3),
                    "resize": resize_times(terminal, KEYS // 5),
                }
            memory.append(peak_memory(terminal.process.pid))
            closed(terminal)
        print(f"  {words:,} words, {claims:,} claims: first paint {paints[1]:.0f} (bare {paints[0]:.0f})", end="")
        print("".join(f", {name} {percentiles(times)}" for name, times in figures.items()), end="")
        print(f", memory {memory[1]:.0f} (bare {memory[0]:.0f})", flush=True)


if __name__ == "__main__":
    if len(sys.argv) > 2:
        run_app(int(sys.argv[1]), int(sys.argv[2]), bare="bare" in sys.argv)
    else:
        main()
