"""Checks: CPU seconds beside those of extraction, over the number of claims, and what loading the rates costs."""

import time

from factcheck.checks import findings_of
from factcheck.extract import claims_of
from factcheck.model import Article, Published
from factcheck.rates import shipped
from tests.bench.bench_extract import text_of

SIZES = (1_000, 5_000, 20_000, 80_000)


def main() -> None:
    started = time.process_time()
    shipped()
    print(f"loading the ECB's rates: {(time.process_time() - started) * 1000:.0f} ms")
    findings_of(Article("", text_of(500)), claims_of(Article("", text_of(500))))
    for size in SIZES:
        article = Article("", text_of(size), Published("2024-03-05"))
        started = time.process_time()
        claims = claims_of(article)
        middle = time.process_time()
        found = len(findings_of(article, claims))
        ended = time.process_time()
        print(
            f"{size:>9,} words  {len(claims):>7,} claims  extraction {middle - started:6.2f} s  "
            f"checks {ended - middle:6.2f} s  {found} findings"
        )
