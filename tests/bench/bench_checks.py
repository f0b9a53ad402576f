"""Checks: CPU time over the number of claims, beside that of extraction.

The text is news with prose between that claims nothing: about 400 claims in 5,000 words. Then shapes that are hard for
single checks, at one size and at four times that size: a ratio near 4 is linear, near 16 is quadratic.
"""

import time
from collections.abc import Callable

from factcheck.checks import findings_of
from factcheck.extract import claims_of
from factcheck.model import Article, Published
from factcheck.rates import shipped
from tests.bench.bench_extract import text_of

SIZES = (100, 400, 1_000, 2_500, 5_000, 10_000)
WORDS_PER_CLAIM = 12.5
ROUNDS = 5
PROSE = (
    "The hall was full long before the doors were shut, and those who found no chair stood along the walls or sat on "
    "the stairs. Outside the rain had stopped, and a tram rang its bell."
)
SHAPES: dict[str, Callable[[int], str]] = {
    "one sentence": lambda n: f"They paid {', '.join(f'${at:,}' for at in range(1_000, 1_000 + n))} in all.",
    "one unit, two sizes": lambda n: "\n".join(
        f"The harbour budget was {'12.5 million' if at % 2 else '125 million'} euros." for at in range(n)
    ),
    "times as much": lambda n: "\n".join(
        f"It cost $10. It was $4{at % 10}, four times as much." for at in range(n // 3)
    ),
    "births and deaths": lambda n: "\n".join(
        f"He was born on 2 June {1900 + at % 60} and died on 9 January 1999 aged 74." for at in range(n // 3)
    ),
    "headline": lambda n: (
        "Harbour company cuts 3,100 jobs\n\n"
        + "\n".join(f"The harbour company cuts {at + 200:,} jobs." for at in range(n))
    ),
    "days without a year": lambda n: "\n".join(f"They met on Tuesday, March {at % 28 + 1}." for at in range(n // 2)),
    "equivalents": lambda n: "\n".join(f"It cost {at + 10} billion yen ($1.1 billion)." for at in range(n // 2)),
}


def main() -> None:
    """Prints a line a size, then a line a shape."""
    started = time.process_time()
    shipped()
    print(f"loading the ECB's rates: {(time.process_time() - started) * 1000:.0f} ms")
    measured(news(1_000))
    print("   words    claims   extraction       checks   per claim   checks/extraction")
    for size in SIZES:
        text = news(int(size * WORDS_PER_CLAIM))
        claims, extraction, checks = min((measured(f"{text}\n\n{at}") for at in range(ROUNDS)), key=lambda m: m[2])
        print(
            f"{len(text.split()):>8,}  {claims:>8,}  {extraction * 1000:>8.1f} ms  {checks * 1000:>8.1f} ms  "
            f"{checks / claims * 1e6:>6.0f} us   {checks / extraction:.2f}"
        )
    for name, shape in SHAPES.items():
        (few, _, short), (many, _, long) = (
            min((measured(shape(size)) for _ in range(2)), key=lambda m: m[2]) for size in (5_000, 20_000)
        )
        print(
            f"{name:>20}  {few:>6,} to {many:>6,} claims: {long / short * few / many * 4:.1f} x the time for 4 x the claims"
        )


def measured(text: str) -> tuple[int, float, float]:
    """The number of claims, and the CPU seconds of extraction and of the checks, nothing having been read before."""
    article = Article("", text, Published("2024-03-05"))
    started = time.process_time()
    claims = claims_of(article)
    middle = time.process_time()
    findings_of(article, claims)
    return len(claims), middle - started, time.process_time() - middle


def news(words: int) -> str:
    """News whose paragraphs alternate with prose that claims nothing."""
    return "\n\n".join(f"{paragraph}\n\n{PROSE}" for paragraph in text_of(round(words * 0.55)).split("\n\n"))
