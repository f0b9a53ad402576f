"""Extraction: words a second and memory over the length of the text, and the ratio to dateparser's search.

The text is the package's own examples, one after the other, with their numbers changed so that no two repeat.
"""

import re
import subprocess
import sys
import time
from pathlib import Path

SIZES = (1_000, 10_000, 100_000, 1_000_000)
EXAMPLES = sorted((Path(__file__).parents[2] / "factcheck" / "examples").iterdir())

_COUNT = re.compile(r"\b\d{1,3}(?= (?:million|ships|jobs|years))")


def text_of(words: int) -> str:
    """About `words` words of news."""
    base = "\n\n".join(path.read_text("utf-8") for path in EXAMPLES)
    length = len(base.split())
    parts, have, turn = [], 0, 0
    while have < words:
        turn += 1
        parts.append(_COUNT.sub(str(turn), base))
        have += length
    return "\n\n".join(parts)[: int(len("\n\n".join(parts)) * words / have)]


def measure(size: int) -> str:
    """One size in this process: CPU seconds, words a second, claims, and the peak memory of the process in MB."""
    import resource

    from factcheck.extract import claims_in
    from factcheck.model import Article, Published

    article = Article("", text_of(size), Published("2024-03-05"))
    for _ in claims_in(Article("", text_of(500), Published("2024-03-05"))):
        pass
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.process_time()
    claims = sum(1 for _ in claims_in(article))
    spent = time.process_time() - started
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    words = len(article.text.split())
    return f"{words:>9,} words  {spent:7.2f} s  {words / spent:>8,.0f} words/s  {claims:>7,} claims  +{grown:.0f} MB beside the text"


def peer() -> str:
    """The same short text through both, in one process: the ratio of CPU times."""
    from dateparser.search import search_dates

    from factcheck.extract import claims_of
    from factcheck.model import Article

    text = text_of(1_000)
    claims_of(Article("", text))
    search_dates("3 March 2024", languages=["en"])
    started = time.process_time()
    claims_of(Article("", text))
    ours = time.process_time() - started
    started = time.process_time()
    search_dates(text, languages=["en"])
    theirs = time.process_time() - started
    return f"dateparser.search_dates (dates only) takes {theirs / ours:.1f} x the time of all three kinds together"


def main() -> None:
    """Prints a line a size, each measured in a process of its own, then the ratio to the peer."""
    for size in SIZES:
        code = f"from tests.bench.bench_extract import measure; print(measure({size}))"
        subprocess.run([sys.executable, "-c", code], check=True)
    print(peer())


if __name__ == "__main__":
    main()
