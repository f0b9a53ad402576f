"""How long a desk of a million claims and as many events takes to read: every view of the audit, pages, commands.

The desk is built in a folder that goes afterwards: drafts by the store, the events by SQL, then everything replayed.
MILLION_CLAIMS says how many claims, MILLION_DESK where to keep the desk for another run; then everything is proved and
exported.
"""

import asyncio
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from click.testing import CliRunner
from textual.widgets import Input

from db import Store
from db.doctor import rebuild
from db.log import COLUMNS, canonical, device_at, event_hash, event_id, instant
from factcheck.app.app import FactcheckApp
from factcheck.app.screens import _audit_views as views
from factcheck.app.screens.audit import AuditPlace, AuditScreen
from factcheck.app.screens.desk import DeskScreen
from factcheck.app.widgets.article_list import ArticleList
from factcheck.cli import main as factcheck
from factcheck.cli._desk import dump, load
from factcheck.extract import claims_of
from factcheck.figures import Asked, By, State, day_back
from factcheck.model import Act, Answered, Article, Claim, Order, Published, Verb
from factcheck.rules import Rules
from factcheck.terms import Ask, Second
from tests.bench.bench_store import timed
from tests.db.desk import START

ROOT = Path(__file__).parents[2]
CLAIMS = int(os.environ.get("MILLION_CLAIMS", 1_000_000))
AN_ARTICLE = 100
PEOPLE = ("ana", "bo", "cy", "dee", "eve", "fay", "gus", "hal")
VERDICTS = ["verified"] * 8 + ["disputed"] * 2 + ["dismissed"]
CHECKS = ("sum", "share", "weekday", "age", "order")
DAYS = 365
NOW = START + timedelta(days=DAYS)
TIMES = 5


def an_article(number: int) -> tuple[Article, tuple[Claim, ...]]:
    days = (START.date() - timedelta(days=at + number % 900) for at in range(AN_ARTICLE // 2))
    told = (
        f"On {day.day} {day:%B %Y} the board paid {number % 89 + at + 2} million euros." for at, day in enumerate(days)
    )
    title = f"Council {number % 977} and harbour {number}"
    article = Article(title, f"{title}.\n\n{' '.join(told)}", Published("2026-03-01"), f"wire {number % 13}")
    return article, claims_of(article)


def build(path: Path) -> None:
    rng = random.Random(7)
    count = CLAIMS // AN_ARTICLE
    told: list[Act] = []
    with Store(path, dump, load, clock=lambda: NOW) as store:
        with timed(f"building: {count} articles of {AN_ARTICLE} claims"):
            for number in range(count):
                article, claims = an_article(number)
                at = START + timedelta(days=DAYS * number / count)
                store.add(article, claims, actor=PEOPLE[number % 8], at=at, findings=number % 4 == 0)
                told += acts(article, claims, number, rng)
        with timed(f"building: {len(told)} events, hashed and chained"):
            insert(store, told)
        with timed("building: every projection from a replay (doctor --rebuild)"):
            rebuild(store)


def acts(article: Article, claims: Iterable[Claim], number: int, rng: random.Random) -> Iterator[Act]:
    """What people did: most claims judged by one, some by two, a few findings answered; a tenth is left."""
    at = START + timedelta(days=DAYS * number / (CLAIMS // AN_ARTICLE), minutes=10)
    for place, claim in enumerate(claims):
        if rng.random() < 0.1:
            continue
        for person in range(1 + (rng.random() < 0.11)):
            at += timedelta(seconds=rng.randrange(4, 60))
            described = {"kind": claim.kind, "start": claim.span.start, "end": claim.span.end, "quote": claim.quote}
            described |= {"value": dump(claim), "reading": str(claim.value), "verdict": rng.choice(VERDICTS)}
            who = PEOPLE[(number + person) % 8]
            yield Act(at, who, Verb.JUDGED, article.draft, claim.key, described)
            if place == 50:
                answer = rng.choice([Answered.CONFIRMED, Answered.EXPLAINED]).value
                data = {**described, "finding": "f" * 20, "answer": answer, "reason": "", "check": rng.choice(CHECKS)}
                yield Act(at, who, Verb.FINDING_ANSWERED, article.draft, claim.key, data)


def insert(store: Store, told: list[Act]) -> None:
    told.sort(key=lambda act: act.at)
    with store.writing() as connection:
        device = device_at(connection, store._place, instant(START))
        last = "select device_seq, hash, stamp from event where device = ? order by device_seq desc limit 1"
        number, before, _ = connection.execute(last, [device]).fetchone()
        rows = []
        stamp_at = max(told[0].at, NOW)
        for act in told:
            number += 1
            at, stamp_at = instant(act.at), stamp_at + timedelta(microseconds=1)
            stamp = instant(stamp_at)
            id = event_id(at, act.actor, act.verb, act.draft, act.claim, act.data)
            hash = event_hash(id, device, number, stamp, before)
            rows.append(
                (
                    *(id, device, number, stamp, at, act.actor, act.verb.value, act.draft, act.claim),
                    *(canonical(act.data), before, hash),
                )
            )
            before = hash
            if len(rows) == 20_000:
                connection.executemany(f"insert into event ({COLUMNS}) values ({', '.join('?' * 12)})", rows)
                rows.clear()
        connection.executemany(f"insert into event ({COLUMNS}) values ({', '.join('?' * 12)})", rows)


def each(what: str, read: Callable[[], object]) -> None:
    """The first time and the median of some more."""
    times = []
    for _ in range(TIMES):
        start = perf_counter()
        read()
        times.append((perf_counter() - start) * 1000)
    print(f"{what:<60} {times[0]:9.1f} ms first, {median(times):9.1f} ms median", flush=True)


def read_views(store: Store) -> None:
    from factcheck.app.look import UNICODE

    for name, asked in (
        ("all time", Asked()),
        ("three months", Asked(since=day_back(NOW, 91))),
        ("words in one title", Asked(words=("harbour", "977"))),
        ("words in every title", Asked(words=("harbour",))),
    ):
        for view in views.TABS:
            look = views.Look(store, None, asked, NOW, UNICODE)
            if view is views.View.ARTICLES:
                each(f"articles, {name}", lambda asked=asked: store.article_page(asked))
            elif not (asked.words and view in views.WORDLESS):
                each(f"{view.value.lower()}, {name}", lambda look=look, view=view: views.table(view, look))
        for state in (None, State.CONTESTED, State.OPEN, State.VERIFIED, State.CHANGED):
            page = Asked(asked.since, "", asked.words, state=state)
            each(f"claims, {state or 'disputes first'}, {name}", lambda page=page: store.claim_page(page))
    page = store.claim_page(Asked())
    each("claims, next page", lambda: store.claim_page(Asked(), page.after))
    articles = store.article_page(Asked())
    each("articles, next page", lambda: store.article_page(Asked(), articles.after))
    line = store.claim_page(Asked()).lines[0]
    each("a claim's history", lambda: store.history(line.claim))
    each("claims of a reviewer", lambda: store.claim_page(Asked(reviewer="ana")))


def read_lists(path: Path) -> None:
    """What the desk's screen, `list`, `status` and `queue` read, under each kind of second check."""
    for name, second in (
        ("no second check", Second()),
        ("all, blind", Second(Ask.ALL)),
        ("disputed, blind", Second(Ask.DISPUTED)),
        ("a sample, blind", Second(Ask.SAMPLE, 10, "2026")),
    ):
        rules = Rules(second=second, recheck_days=90)
        with Store(path, dump, load, clock=lambda: NOW, terms=rules.terms) as store:
            with timed(f"{name}: the rules declared"):
                store.declare_rules(rules.data(), actor="lea", at=datetime.now(UTC))
            for order in Order:
                each(f"{name}: all articles by {order}", lambda order=order: store.ordered(order))
            some = store.ordered()[CLAIMS // 250 :][:260]
            each(f"{name}: a screen of lines, and those around it", lambda some=some: store.lines(some, viewer="ana"))
            each(f"{name}: totals", lambda: store.totals(viewer="ana"))
            each(f"{name}: words of all articles", store.listed)
            each(f"{name}: every line", lambda: store.statuses(viewer="ana"))
            each(f"{name}: what waits", lambda: store.waiting(viewer="ana"))
            for by in By:
                each(f"{name}: by {by}", lambda by=by: store.breakdown(by, Asked(), viewer="ana"))
            for what, times in asyncio.run(walk(store, rules)).items():
                print(f"{f'{name}: the desk, {what}':<60} {median(times):9.1f} ms median", flush=True)


async def walk(store: Store, rules: Rules) -> dict[str, list[float]]:
    """Milliseconds from what a key does on the desk's screen to the drawn screen; the first is the opening."""
    times: dict[str, list[float]] = {}
    start = perf_counter()
    app = FactcheckApp(store, reviewer="ana", clock=lambda: NOW, rules=rules)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        times["opened"] = [(perf_counter() - start) * 1000]
        screen = app.screen
        assert isinstance(screen, DeskScreen)
        articles, words = screen.query_one(ArticleList), screen.query_one(Input)
        for what, act in (
            ("to the end", lambda: articles.action_move(CLAIMS)),
            ("a page up", lambda: articles.action_page(-1)),
            ("to the beginning", lambda: articles.action_move(-CLAIMS)),
            ("another order", screen.action_sort),
            ("words typed", lambda: setattr(words, "value", "harbour 97")),
            ("words taken off", lambda: setattr(words, "value", "")),
            ("the queue", screen.action_queue),
            ("all again", screen.action_queue),
        ) * 3:
            start = perf_counter()
            act()
            await pilot._wait_for_screen()
            times.setdefault(what, []).append((perf_counter() - start) * 1000)
    return times


def judge(store: Store) -> None:
    """What a verdict costs, one a commit, in articles all over the desk."""
    rng = random.Random(11)
    claims = [rng.choice(store.ledger(key)).claim for key in rng.sample(store.ordered(), 300)]
    times, began = [], process_time()
    for claim in claims:
        verdict = {"verdict": rng.choice(VERDICTS)}
        act = Act(datetime.now(UTC), "ana", Verb.JUDGED, claim.draft, claim.key, verdict)
        start = perf_counter()
        store.record(act)
        times.append((perf_counter() - start) * 1000)
    cuts, cpu = quantiles(times, n=100), (process_time() - began) * 1000 / len(claims)
    print(f"{'a verdict: p50, p95; processor':<60} {cuts[49]:9.2f} {cuts[94]:.2f} {cpu:.2f} ms", flush=True)


async def paint(store: Store, place: AuditPlace | None) -> float:
    """Milliseconds from the key to the drawn audit."""
    app = FactcheckApp(store, reviewer="ana", clock=lambda: NOW, rules=Rules())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, DeskScreen)
        start = perf_counter()
        if place is not None:
            app._audit = place
        app.action_audit()
        await pilot.pause()
        assert isinstance(app.screen, AuditScreen)
        return (perf_counter() - start) * 1000


def commands(path: Path, article: str) -> None:
    for words in (
        *(("list",), ("list", "--json"), ("status",), ("status", "--json"), ("queue",), ("queue", "--json")),
        *(("gate", article), ("audit", "--json")),
    ):

        def run(words: tuple[str, ...] = words) -> None:
            done = CliRunner().invoke(factcheck, ["--db", str(path), *words], catch_exceptions=False)
            assert done.exit_code in (0, 1), done.output[-500:]

        with timed(f"factcheck {' '.join(words)}"):
            run()


def measure(path: Path) -> None:
    with Store(path, dump, load, clock=lambda: NOW) as store:
        print(f"{path.stat().st_size / 2**20:.0f} MB", flush=True)
        read_views(store)
        for name, place in (("status", None), ("articles", AuditPlace(view=views.View.ARTICLES))):
            times = [asyncio.run(paint(store, place)) for _ in range(3)]
            print(f"{f'the audit screen, {name}: key to drawn':<60} {median(times):9.1f} ms median", flush=True)
        article = store.article_page(Asked(), limit=1).lines[0].key
        judge(store)
    read_lists(path)
    commands(path, article)
    prove(path)


def prove(path: Path) -> None:
    """What proves the desk and takes all of it out, as processes: their time and the most memory each had."""
    for words in (("verify",), ("export", "--format", "csv", "-o", os.devnull), ("doctor",)):
        begin = os.times()
        process = subprocess.Popen(
            [sys.executable, "-m", "factcheck", words[0], "--db", str(path), *words[1:]],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
        )
        _, status, used = os.wait4(process.pid, 0)
        took, waited = used.ru_utime + used.ru_stime, os.times().elapsed - begin.elapsed
        said = f"{took:8.1f} s of one core, {waited:8.1f} s in all, {used.ru_maxrss / 1024:6.0f} MB"
        print(f"{f'factcheck {words[0]}':<60} {said}", flush=True)
        assert status == 0


def main() -> None:
    kept = os.environ.get("MILLION_DESK")
    with TemporaryDirectory() as folder:
        path = Path(kept or folder) / "desk.db"
        if not path.exists():
            build(path)
        measure(path)
