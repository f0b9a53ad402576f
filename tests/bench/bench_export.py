"""How fast claims become rows of each format, beside the plain `csv.writer` on the same cells, and in how much memory.

The claims are read from no desk: articles, claims, verdicts and sources are made as they are asked for. The last figures
are of the whole command on a desk, where the checks and the search for what is uncovered have their share.
"""

import csv
import io
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from datetime import UTC, datetime, timedelta
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time
from tracemalloc import get_traced_memory, reset_peak, start, stop

from db import Store
from factcheck.atomic import as_text
from factcheck.cells import flat
from factcheck.cli._desk import dump, load
from factcheck.columns import About, rows
from factcheck.export import Format, formats, write_claims
from factcheck.extract import claims_of
from factcheck.model import (
    Act,
    Article,
    Claim,
    Entry,
    Event,
    Evidence,
    Given,
    LogRow,
    Published,
    Standing,
    Trail,
    Verb,
    Verdict,
)

ROWS = 1_000_000
ROUND = 50_000
OTHERS = 50_000
"""How many rows the formats other than CSV are measured with."""
ROOT = Path(__file__).parents[2]
NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
ABOUT = About("c0ffee" * 10 + "abcd", "desk.db", NOON, "factcheck 0.1.0", "ECB reference rates to 2026-03-03")
SENTENCE = "The port authority asked for {0}.{1} million euros on {2} March 2021, the mayor said in {3}. "


def article(number: int) -> Article:
    words = "".join(SENTENCE.format(n, number % 10, n % 28 + 1, 1900 + (n + number) % 120) for n in range(1, 81))
    return Article(f"Harbour {number}", words, Published("2021-12-07"), "https://example.org/harbour", "en")


def log_rows(count: int) -> Iterator[LogRow]:
    """Claims of ever new articles: judged, with a note and a source."""
    its = article(0)
    pattern = claims_of(its)
    made = 0
    while made < count:
        here = Article(its.title, its.text + str(made), its.published, its.source, its.language)
        draft = here.draft
        for number, each in enumerate(islice(pattern, count - made), 1):
            claim = Claim(draft, each.kind, each.span, each.quote, each.value)
            at = NOON + timedelta(seconds=made + number)
            note = f"by phone with the press office, call {number}"
            act = Act(at, "ana", Verb.JUDGED, draft, claim.key, {"verdict": "verified", "note": note})
            source = Evidence(
                "https://example.org/budget.pdf", locator=f"p. {number}", claim=claim.key, by="ana", at=at
            )
            standing = Standing(Verdict.VERIFIED, "ana", at, note, given=(Given("ana", Verdict.VERIFIED, at, note),))
            trail = Trail((Event(claim.key, "laptop", number, act, "", "", stamp=at),), evidence=(source,))
            yield LogRow(here, Entry(number, claim, standing), trail=trail)
        made += len(pattern)


def beside_plain(form: Format, count: int) -> tuple[float, float]:
    """Seconds a row for the plain writer with cells that were made before, and for `form` beyond making its entries.

    Medians of rounds that follow each other, so that what else the machine does falls on all three alike.
    """
    batch = [tuple(map(flat, cells.values())) for cells in rows(log_rows(5_000), ABOUT)]
    a_round = min(ROUND, count)
    plain, ours = [], []
    for _ in range(count // a_round):
        begin = process_time()
        with open(os.devnull, "wb") as out, as_text(out) as stream:
            writer = csv.writer(stream, lineterminator="\n")
            for _ in range(a_round // len(batch)):
                writer.writerows(batch)
        plain.append((process_time() - begin) / a_round)
        begin = process_time()
        for _ in log_rows(a_round):
            pass
        making = process_time() - begin
        with open(os.devnull, "wb") as out, nullcontext(out) if form.binary else as_text(out) as stream:
            begin = process_time()
            write_claims(form, log_rows(a_round), stream, ABOUT)
            ours.append((process_time() - begin - making) / a_round)
    return median(plain), median(ours)


def peak(form: Format, count: int) -> float:
    """Megabytes of Python objects at most while `count` rows were written."""
    with open(os.devnull, "wb") as out, nullcontext(out) if form.binary else as_text(out) as stream:
        start()
        reset_peak()
        write_claims(form, log_rows(count), stream, ABOUT)
        megabytes = get_traced_memory()[1] / 1e6
        stop()
        return megabytes


def whole_command(folder: Path, articles: int = 40) -> None:
    path = folder / "desk.db"
    with Store(path, dump, load) as store:
        for number in range(articles):
            its = article(number)
            claims = claims_of(its)
            store.add(its, claims, actor="ana", at=NOON)
            store.record(
                *(
                    Act(
                        NOON + timedelta(seconds=at),
                        "ana",
                        Verb.JUDGED,
                        claim.draft,
                        claim.key,
                        {"verdict": "verified"},
                    )
                    for at, claim in enumerate(claims[: len(claims) // 2])
                )
            )
    command = [sys.executable, "-m", "factcheck", "export", "--db", str(path)]
    begin = os.times()
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    end = os.times()
    took = end.children_user + end.children_system - begin.children_user - begin.children_system
    count = sum(1 for _ in csv.reader(io.StringIO(done.stdout, newline=""))) - 1
    print(f"{f'the whole command, {count} claims':<36} {count / took:10.0f} rows/s")


def main() -> None:
    for form in formats().values():
        if form.log or (form.needs and not find_spec(form.needs)):
            continue
        count = ROWS if form.suffix == ".csv" else OTHERS
        plain, ours = beside_plain(form, count)
        speeds = f"{1 / ours:10.0f} rows/s, csv.writer {1 / plain:8.0f}: {plain / ours:5.2f} of it"
        print(f"{f'{form.name}, {count} rows':<36} {speeds}", flush=True)
    for count in (10_000, 100_000):
        print(f"{f'most memory, csv, {count} rows':<36} {peak(formats()['csv'], count):10.1f} MB", flush=True)
    with TemporaryDirectory() as folder:
        whole_command(Path(folder))


if __name__ == "__main__":
    main()
