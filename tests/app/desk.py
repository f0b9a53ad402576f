"""A desk with one article for the tests of the app; run as a program it opens the app on a desk in a real terminal.

python -m tests.app.desk DATABASE [ARTICLE-FILE]
"""

import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from textual.binding import Binding
from textual.command import CommandPalette
from textual.pilot import Pilot
from textual.widgets import OptionList

from db import Store
from factcheck.app.app import FactcheckApp, Incoming
from factcheck.app.commands import commands_of
from factcheck.app.terminal import require_terminal, run
from factcheck.errors import FactcheckError
from factcheck.kinds import kinds
from factcheck.model import Act, Article, Claim, PlainValue, Published, Span, Value, Verb

HARBOUR = Path(__file__).with_name("harbour.txt").read_text("utf-8")
DAY = datetime(2031, 5, 14, 13, 2, tzinfo=UTC)


def dump(claim: Claim) -> dict[str, Any]:
    kind = kinds().get(claim.kind)
    return kind.dump(claim.value) if kind else dict(claim.value.data)  # type: ignore[attr-defined]


def load(name: str, data: Mapping[str, Any]) -> Value:
    kind = kinds().get(name)
    return kind.load(data) if kind else PlainValue(data)


def open_store(path: Path) -> Store:
    return Store(path, dump, load)


def ticking(start: datetime = DAY) -> Callable[[], datetime]:
    """A clock that goes on by one second each time it is looked at."""
    ticks = iter(range(10**6))
    return lambda: start + timedelta(seconds=next(ticks))


def harbour(**known: Any) -> Article:
    """The example article."""
    title, _, text = HARBOUR.partition("\n\n")
    return Article(title, text, **{"published": Published("2031-05-14", inferred=True), "language": "en", **known})


def plain(article: Article, kind: str, quote: str, value: str) -> Claim:
    """A claim of a kind that is not installed: what it shows depends on no other part of the project."""
    start = article.text.index(quote)
    return Claim(article.draft, kind, Span(start, start + len(quote)), quote, PlainValue({"value": value}))


def plain_claims(article: Article) -> tuple[Claim, ...]:
    """Claims for the example article, in reading order."""
    told = [
        ("money", "412 million euros", "412 M €"),
        ("share", "34 percent more", "34 %"),
        ("money", "308 million euros the council approved in 2028", "308 M €"),
        ("time", "March 2030", "Mar 2030"),
        ("time", "autumn of 2032", "autumn 2032"),
        ("said", '"Nobody hid anything from anybody," said transport chief Lars Quillon', "L. Quillon"),
        ("time", "eleven months", "11 months"),
        ("money", "51 million euros", "51 M €"),
        ("money", "2.4 million euros", "2.4 M €"),
        ("money", "104 million euros", "104 M €"),
        ("count", "four boats", "4"),
        ("count", "1.9 million car trips a year", "1.9 M/y"),
        ("share", "45 percent of the bill", "45 %"),
        ("money", "480,000 euros", "480 k €"),
        ("money", "52 million yen", "52 M ¥"),
        ("time", "2 June", "2 Jun 2031"),
        ("time", "nine weeks", "9 weeks"),
    ]
    return tuple(plain(article, *each) for each in told)


def keep(store: Store, article: Article, claims: Iterable[Claim], verdicts: Mapping[int, str] | None = None) -> None:
    """Put an article on a desk, with verdicts of ada by claim number."""
    claims = tuple(claims)
    store.add(article, claims, actor="ada", at=DAY - timedelta(hours=1), raw=article.text.encode())
    for number, verdict in (verdicts or {}).items():
        at = DAY - timedelta(minutes=50 - number)
        key = claims[number - 1].key
        store.record(Act(at, "ada", Verb.JUDGED, article.draft, key, {"verdict": verdict, "before": "open"}))


async def gathered(pilot: Pilot[None]) -> None:
    """Wait until an open command palette shows every command: it gathers them while it is drawn."""
    palette = pilot.app.screen
    if isinstance(palette, CommandPalette):
        below = pilot.app.screen_stack[-2]
        wanted = sum(command.action != "app.command_palette" for command in commands_of(below))
        for _ in range(500):
            if palette.query_one(OptionList).option_count >= wanted:
                break
            await pilot.pause(0.01)
        await pilot.pause()


class Faulty(FactcheckApp):
    """The app with a key for a fault that nobody foresaw, and one for a worker's."""

    BINDINGS = [Binding("f8", "fault", show=False), Binding("f9", "fault_in_worker", show=False)]

    def action_fault(self) -> None:
        raise ValueError("a fault \x1b]0;nobody foresaw\x07")

    def action_fault_in_worker(self) -> None:
        def fail() -> None:
            raise ValueError("a fault nobody foresaw")

        self.screen.run_worker(fail, thread=True, exit_on_error=False)


def main(database: str, path: str = "") -> int:
    try:
        require_terminal()
    except FactcheckError as error:
        print(f"factcheck: {error.message}", file=sys.stderr)
        return 1
    with open_store(Path(database)) as store:
        incoming = None
        if path:
            raw = Path(path).read_bytes()
            title, _, text = raw.decode("utf-8", "surrogatepass").partition("\n\n")
            incoming = Incoming(Article(title, text, Published("2031-05-14")), raw)
        return run(Faulty(store, reviewer="ada", clock=lambda: datetime.now(UTC), incoming=incoming))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
