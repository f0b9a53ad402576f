"""How long the store takes with 4,000 claims in an article and 100,000 events in the log."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import perf_counter

from db import Store
from db.doctor import examine
from db.verify import verify
from factcheck.model import Article, Claim, Span, Verdict
from tests.db.desk import START, Number, at, judged, open_store

CLAIMS = 4_000
ARTICLES = 25
EVENTS = 100_000
WORD = "claim "


@contextmanager
def timed(what: str, per: int = 1) -> Iterator[None]:
    start = perf_counter()
    yield
    print(f"{what:<52} {(perf_counter() - start) * 1000 / per:10.2f} ms")


def an_article(number: int) -> tuple[Article, list[Claim]]:
    article = Article(f"Article {number}", f"Number {number}. " + WORD * CLAIMS)
    starts = range(len(article.text) - len(WORD) * CLAIMS, len(article.text), len(WORD))
    spans = (Span(start, start + 5) for start in starts)
    return article, [Claim(article.draft, "amount", span, "claim", Number("claim")) for span in spans]


def one_act_at_a_time(store: Store, claims: list[Claim]) -> None:
    times = []
    for number in range(500):
        act = judged(claims[number], Verdict.VERIFIED, 10**6 + number)
        start = perf_counter()
        store.record(act)
        times.append((perf_counter() - start) * 1000)
    cuts = quantiles(times, n=100)
    print(f"{'record, one act a commit: p50, p99':<52} {cuts[49]:10.2f} {cuts[98]:.2f} ms")


def main() -> None:
    with TemporaryDirectory() as folder, open_store(Path(folder) / "desk.db") as store:
        desk = [an_article(number) for number in range(ARTICLES)]
        with timed(f"add an article with {CLAIMS} claims", ARTICLES):
            for article, claims in desk:
                store.add(article, claims, actor="ana", at=START)
        with timed(f"record, 1,000 acts a commit, until {EVENTS} events: each", EVENTS):
            for batch in range(EVENTS // 1000):
                claims = desk[batch % ARTICLES][1]
                who, verdict = ("ana", "bo", "cy")[batch % 3], list(Verdict)[batch % 4]
                store.record(
                    *(
                        judged(claims[(batch * 1000 + n) % CLAIMS], verdict, batch * 20 + n / 60, who)
                        for n in range(1000)
                    )
                )
        article, claims = desk[0]
        one_act_at_a_time(store, claims)
        with timed("undo", 100):
            for number in range(100):
                store.undo(article.draft, "ana", at(2 * 10**6 + number))
        for what, read in (
            (f"ledger of {CLAIMS} claims", lambda: store.ledger(article.key)),
            ("statuses", store.statuses),
            ("tally", store.tally),
            ("history of a claim", lambda: store.history(claims[0].key)),
            ("head", store.head),
            ("used", store.used),
            ("every event", lambda: sum(1 for _ in store.events())),
            ("verify", lambda: verify(store)),
            ("doctor", lambda: examine(store)),
            ("backup", lambda: store.backup(Path(folder) / "copy.db")),
        ):
            with timed(what):
                read()
        with timed("a new reading of every claim (a new date)"):
            store.reread(article, claims, findings=0)
        print(f"{'size of the file':<52} {store.path.stat().st_size / 1e6:10.1f} MB")


if __name__ == "__main__":
    main()
