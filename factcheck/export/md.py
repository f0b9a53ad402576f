"""Markdown for people: a table an article; words from outside are escaped, so that they stay words."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC
from itertools import tee
from typing import Any, TextIO

from factcheck import columns
from factcheck.cells import line
from factcheck.columns import About, Cell, Row
from factcheck.export import Format, reservations
from factcheck.model import LogRow
from factcheck.records import assigned_words, original_words, signed_words

_MARKUP = re.compile(r"[\\`*_\[\]<>|~&$@#]|:(?=[^\s\d])|(?<=[wW])\.|^[-+]")
_SHOWN = tuple(
    "number verdict kind quote value reviewer at note verdicts resolution sources findings correction_proposed "
    "correction_made recheck".split()
)
_OF_ALL = frozenset("tool exported_at chain_head selection".split())
_HIDDEN = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000), 0x2028, 0x2029], " ")


def write(names: Sequence[str], rows: Iterable[Row], out: TextIO, about: About) -> None:
    """A heading that says where this comes from, then one table of all rows."""
    out.write(_title(about))
    shown = [name for name in names if name not in _OF_ALL]
    for number, row in enumerate(rows):
        if not number:
            out.write("\n" + _head(shown))
        out.write(_line(_cells(row, shown)))


def write_articles(rows: Iterable[LogRow], out: TextIO, about: About) -> None:
    """The same heading, then for each article what is known of it, a table of its claims, and what none of them covers.

    A row is written as it comes.
    """
    out.write(_title(about))
    entries, again = tee(rows)
    last: LogRow | None = None
    for entry, row in zip(again, columns.rows(entries, about), strict=True):
        if last is None or entry.entry.claim.draft != last.entry.claim.draft:
            out.write(_uncovered(last))
            out.write(_heading(entry) + _head(_SHOWN))
        out.write(_line(_cells(row, _SHOWN)))
        last = entry
    out.write(_uncovered(last))


def _title(about: About) -> str:
    at = f"{about.exported_at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
    only = f"\n**Only {escape(about.selection)}**\n" if about.selection else ""
    tables = f", {escape(about.rates)}" if about.rates else ""
    head = f"{at}, {escape(about.version)}{tables}, chain head `{about.head or 'none'}`"
    return f"# {escape(about.desk or 'Log')}\n\n{head}\n{only}"


def _heading(entry: LogRow) -> str:
    """An article's title, where it comes from, whose it was to check, and who answered for it."""
    article = entry.article
    parts = [escape(str(part)) for part in (article.published, article.source) if part]
    parts.append(f"article {article.key}, draft `{entry.entry.claim.draft}`")
    original = [original_words(entry.original)] if entry.original else []
    told = [*original, *map(assigned_words, entry.assigned), *map(signed_words, entry.signed)]
    listed = "".join(f"- {escape(each)}\n" for each in told) + "\n" if told else ""
    return f"\n## {escape(article.title) or 'Untitled'}\n\n{', '.join(parts)}\n\n{listed}"


def _uncovered(entry: LogRow | None) -> str:
    """What of an article looks like a claim and is in none."""
    if entry is None or not entry.gaps:
        return ""
    items = "".join(f"- “{escape(gap.quote)}” ({escape(gap.kind)})\n" for gap in entry.gaps)
    return f"\nIn no claim: {len(entry.gaps)}\n\n{items}"


def _head(shown: Sequence[str]) -> str:
    return _line(shown) + _line(["---"] * len(shown))


def _cells(row: Row, shown: Sequence[str]) -> Iterable[str]:
    for name in shown:
        cell = row[name]
        # Words from outside never hold this break, so that no note can pass for a line of its own.
        text = "<br>".join(map(_record, cell)) if isinstance(cell, list) else escape(plain(cell))
        told = name == "verdict" and "contested" in row
        yield text + reservations(text, row["contested"], row["changed"], row["was"]) if told else text


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def plain(cell: Cell) -> str:
    """A cell as words."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, dict):
        return ", ".join(f"{name}: {value}" for name, value in cell.items())
    return str(cell)


def _record(record: Mapping[str, Any]) -> str:
    return escape(line(record).replace(" | ", " · "))


def escape(text: str) -> str:
    """`text` on one line, with everything that Markdown, GitHub's tables or HTML could read as markup escaped."""
    if not text.isprintable():
        text = text.translate(_HIDDEN)
    text = " ".join(text.split())
    return _MARKUP.sub(lambda match: "\\" + match[0], text)


MD = Format("md", ".md", "Markdown tables for people", table=write, document=write_articles)
