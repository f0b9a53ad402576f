"""Markdown for people: a table an article; words from outside are escaped, so that they stay words."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TextIO

from factcheck.cells import line
from factcheck.columns import About, Cell, Row
from factcheck.export import Format, reservations

_MARKUP = re.compile(r"[\\`*_\[\]<>|~&$@#]|:(?=[^\s\d])|(?<=[wW])\.|^[-+]")
_SHOWN = tuple("number verdict kind quote value reviewer at note verdicts sources findings correction_made".split())
_OF_ALL = frozenset("tool exported_at chain_head selection".split())
_HIDDEN = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000), 0x2028, 0x2029], " ")


def write(columns: Sequence[str], rows: Iterable[Row], out: TextIO, about: About) -> None:
    """A heading that says where this comes from, then one table for each run of rows of one article."""
    out.write(f"# {escape(about.desk or 'Log')}\n\n")
    out.write(f"{about.exported_at:%Y-%m-%d %H:%M} UTC, {escape(about.version)}, chain head `{about.head or 'none'}`\n")
    if about.selection:
        out.write(f"\n**Only {escape(about.selection)}**\n")
    claims = "quote" in columns
    shown = _SHOWN if claims else [name for name in columns if name not in _OF_ALL]
    article: object = None
    started = False
    for row in rows:
        if not started or (claims and row["article"] != article):
            out.write(_heading(row) if claims else "\n")
            out.write(_line(shown) + _line(["---"] * len(shown)))
            article, started = row.get("article"), True
        out.write(_line(_cells(row, shown)))


def _heading(row: Row) -> str:
    published = row["published"] and f"{row['published']}{' (inferred)' if row['published_inferred'] else ''}"
    parts = [escape(str(part)) for part in (published, row["source"]) if part]
    parts.append(f"article {row['article']}, draft `{row['draft']}`")
    parts.append(f"uncovered: {row['uncovered']}")
    return f"\n## {escape(str(row['title'])) or 'Untitled'}\n\n{', '.join(parts)}\n\n"


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


MD = Format("md", ".md", "Markdown tables for people", table=write)
