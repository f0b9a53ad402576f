"""How a log leaves the desk: one format a module, all from one list of columns."""

import sys
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby, takewhile
from typing import Any, Protocol

from factcheck import columns
from factcheck.columns import COLUMNS, EVENT_COLUMNS, SHARED, About, Row, event_row
from factcheck.discover import discover
from factcheck.errors import FactcheckError
from factcheck.model import Article, Event, LogRow, Standing, Verdict


@dataclass(frozen=True)
class Format:
    """A way for a log to leave, streaming: nothing is kept longer than it takes to write it.

    A table has one line for each row and gives `table` alone (the rows' columns, the rows); it serves claims and
    acts alike. A format that shows articles gives `document`, which is handed the claims in order of their articles.
    One may give both: claims as a document, acts as a table. One that another desk reads back gives `log`, which is
    handed the acts with the texts they added, as JSON data.

    Where `binary`, it writes bytes; otherwise text, to a file without newline translation. `needs` is a library that an
    installation may lack. `takes` tells which claims it holds, by what stands on them, and `uncovered` whether it says
    what no claim covers: that takes time to find.
    """

    name: str
    suffix: str
    title: str
    table: Callable[[Sequence[str], Iterable[Row], Any, About], None] | None = None
    document: Callable[[Iterable[LogRow], Any, About], None] | None = None
    log: Callable[[Iterable[Mapping[str, Any]], Any, About], None] | None = None
    binary: bool = False
    needs: str = ""
    takes: Callable[[Standing], bool] = lambda standing: True
    uncovered: bool = True


@cache
def formats() -> Mapping[str, Format]:
    """Every format by name."""
    return discover(sys.modules[__name__], Format)


def write_claims(form: Format, rows: Iterable[LogRow], out: Any, about: About) -> None:
    """Write claims, one row each, to a stream that takes text (or bytes, where the format is binary).

    Raises:
        FactcheckError: if the format holds the log alone.
    """
    if form.log is not None:
        raise FactcheckError(f"{form.name} holds the whole log, not single claims; nothing was written.")
    if form.document is not None:
        form.document(rows, out, about)
    elif form.table is not None:
        form.table(COLUMNS, columns.rows(rows, about), out, about)


def write_events(form: Format, events: Iterable[Event], out: Any, about: About) -> None:
    """Write every act, one row each.

    Raises:
        FactcheckError: if the format shows articles, not acts.
    """
    if form.table is None:
        raise FactcheckError(refuse_acts(form))
    form.table(EVENT_COLUMNS, _event_rows(events, about), out, about)


def _event_rows(events: Iterable[Event], about: About) -> Iterator[Row]:
    for number, event in enumerate(events):
        about = about.brief() if number == 1 else about
        yield event_row(event, about)


def refuse_acts(form: Format) -> str:
    """What to say where a format shows articles and acts are asked of it."""
    tables = ", ".join(name for name, other in formats().items() if other.table)
    return f"{form.name} holds claims, not single acts; nothing was written. Take one of {tables}."


class Writes(Protocol):
    """Makes of some columns' cells their text in a line, the parts of which `divider` parts."""

    divider: str

    def __call__(self, names: Sequence[str], cells: list[Any]) -> str: ...


def written_once(columns: Sequence[str], rows: Iterable[Row], text: Writes) -> Iterator[str]:
    """Rows as lines; the columns at both ends that say the same of many rows are written once for all of these."""
    lead = len(list(takewhile(SHARED.__contains__, columns)))
    trail = len(list(takewhile(SHARED.__contains__, reversed(columns[lead:]))))
    stop = len(columns) - trail
    names, first_names, last_names = columns[lead:stop], columns[:lead], columns[stop:]
    first: list[Any] = []
    last: list[Any] = []
    before, after = "", "\n"
    for row in rows:
        cells = list(row.values())
        if (here := cells[:lead]) != first:
            first, before = here, text(first_names, here) + text.divider
        if (here := cells[stop:]) != last:
            last, after = here, f"{text.divider}{text(last_names, here)}\n"
        yield f"{before}{text(names, cells[lead:stop])}{after}"


def write_log(form: Format, records: Iterable[Mapping[str, Any]], out: Any, about: About) -> None:
    """Write the whole log, so that another desk can read it back.

    Raises:
        FactcheckError: if the format cannot be read back.
    """
    if form.log is None:
        raise FactcheckError(f"{form.name} cannot be merged into another desk; nothing was written.")
    form.log(records, out, about)


def by_article(rows: Iterable[LogRow]) -> Iterator[tuple[Article, list[LogRow]]]:
    """Runs of rows of one draft with their article: what a document holds in memory at a time."""
    for _, run in groupby(rows, key=lambda entry: entry.entry.claim.draft):
        entries = list(run)
        yield entries[0].article, entries


def name_of(draft: str) -> str:
    """The address of a text by what it says (RFC 6920), for a draft's SHA-256 in hex."""
    return "ni:///sha-256;" + urlsafe_b64encode(bytes.fromhex(draft)).decode().rstrip("=")


def reservations(verdict: str, contested: object, changed: object, was: object) -> str:
    """What keeps a verdict from being taken as it is, in brackets after it; empty where nothing does."""
    words = ["contested"] if contested else []
    if changed:
        words.append(f"{was} before it changed" if verdict == Verdict.OPEN else "read differently since")
    return f" ({', '.join(words)})" if words else ""
