"""One self-contained page: each article with its claims marked beside what stands on them; it needs no script."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from html import escape
from itertools import pairwise
from typing import TextIO

from factcheck.columns import About
from factcheck.export import Format, by_article, reservations
from factcheck.model import Article, Entry, LogRow, Origin, Verdict
from factcheck.safe import safe

_GLYPHS = {Verdict.OPEN: "", Verdict.VERIFIED: "✓", Verdict.DISPUTED: "✗", Verdict.DISMISSED: "–"}
_ORDER = (Verdict.DISPUTED, Verdict.OPEN, Verdict.VERIFIED, Verdict.DISMISSED)
_COLOURS = {
    Verdict.DISPUTED: "#b3261e",
    Verdict.OPEN: "#8a8a8a",
    Verdict.VERIFIED: "#1b7f4b",
    Verdict.DISMISSED: "#c9c9c9",
}

_STYLE = """
:root{--disputed:#b3261e;--verified:#1b7f4b;--open:#6b6b6b;--dismissed:#8a8a8a;--line:#d9d6d0;color-scheme:light}
*{box-sizing:border-box}
body{margin:0 auto;max-width:84rem;padding:1.5rem;
font:16px/1.55 Georgia,"Times New Roman",serif;color:#1c1b1a;background:#fff}
header,footer,section>p,.log{font-family:system-ui,"Segoe UI",Helvetica,Arial,sans-serif;font-size:.85rem}
h1{font-size:1.3rem;margin:0 0 .2rem}h2{font-size:1.6rem;line-height:1.25;margin:2.5rem 0 .3rem}
code{font-size:.9em;overflow-wrap:anywhere}
.sheet{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);
gap:2.5rem;border-top:1px solid var(--line);padding-top:1rem}
.text{white-space:pre-wrap;overflow-wrap:anywhere}
.text a{color:inherit;text-decoration:underline 2px;text-underline-offset:3px;background:#f4f1ea}
.text a.disputed{text-decoration:underline wavy var(--disputed) 2px;background:#fbe3e0}
.text a.verified{text-decoration-color:var(--verified);background:#e2f3e9}
.text a.open{text-decoration:underline dotted var(--open) 2px}
.text a.dismissed{text-decoration:underline 1px var(--dismissed);background:none}
.text a:target,.log li:target{outline:2px solid #1a56b0}
sup{font:600 .65em/1 system-ui,sans-serif;color:#444}
.log ol{list-style:none;margin:0;padding:0}
.log li{border-left:4px solid var(--open);padding:.1rem 0 .1rem .7rem;margin-bottom:.9rem;break-inside:avoid}
.log li.disputed{border-color:var(--disputed)}.log li.verified{border-color:var(--verified)}
.log li.dismissed{border-color:var(--dismissed);color:#666}
.log q{font-family:Georgia,serif}.log p{margin:.15rem 0}
.finding{color:#7a4b00}.arithmetic{white-space:pre-wrap;margin:0}
svg{display:block;width:100%;height:12px;margin:.4rem 0}
@media(max-width:60rem){.sheet{grid-template-columns:1fr}}
@media print{body{max-width:none;padding:0;font-size:10.5pt}.sheet{display:block}
.log{margin-top:1.2rem;columns:2;column-gap:1.6rem;font-size:8.5pt}h2{break-after:avoid}
.text a,.log li,svg rect{print-color-adjust:exact;-webkit-print-color-adjust:exact}section+section{break-before:page}}
"""


def write(rows: Iterable[LogRow], out: TextIO, about: About) -> None:
    """The page, article after article; one article is in memory at a time."""
    desk = _shown(about.desk) or "Log"
    out.write(
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width"><meta name="referrer" content="no-referrer">\n'
        f"<title>{desk}</title><style>{_STYLE}</style></head><body>\n"
        f"<header><h1>{desk}</h1>{_time(about.exported_at)}, {_shown(about.version)}, "
        f"chain head <code>{_shown(about.head) or 'none'}</code>"
        f"{f'<br><strong>Only {_shown(about.selection)}</strong>' if about.selection else ''}</header>\n"
    )
    for number, (article, entries) in enumerate(by_article(rows), 1):
        out.writelines(_section(number, article, entries))
    out.write("</body></html>\n")


def _section(number: int, article: Article, rows: Sequence[LogRow]) -> Iterator[str]:
    entries = [row.entry for row in rows]
    yield f'<section><h2 dir="auto">{_shown(article.title) or "Untitled"}</h2>\n<p>'
    parts = [_shown(str(article.published)) if article.published else "date unknown", _shown(article.source)]
    yield ", ".join(filter(None, parts))
    yield f"<br>article <code>{article.key}</code>, draft <code>{entries[0].claim.draft}</code></p>\n{_bar(entries)}"
    yield '<div class="sheet"><div class="text" dir="auto">'
    yield from _marked(number, article.text, entries)
    yield '</div>\n<div class="log"><ol>\n'
    for row in rows:
        yield from _item(number, row)
    yield "</ol></div></div></section>\n"


def _bar(entries: Sequence[Entry]) -> str:
    """How many claims stand at each verdict, in words and as a bar."""
    counts = {verdict: sum(entry.standing.verdict is verdict for entry in entries) for verdict in _ORDER}
    words = ", ".join(f"{count} {verdict.value}" for verdict, count in counts.items() if count)
    at, parts = 0, []
    for verdict, count in counts.items():
        parts.append(f'<rect x="{at}" width="{count}" height="1" fill="{_COLOURS[verdict]}"/>')
        at += count
    svg = f'<svg viewBox="0 0 {at} 1" preserveAspectRatio="none" role="img" aria-label="{words}">{"".join(parts)}</svg>'
    return f"<p>{len(entries)} claims: {words}</p>{svg}\n"


def _marked(number: int, text: str, entries: Sequence[Entry]) -> Iterator[str]:
    """The text, cut wherever a claim starts or ends; each piece is linked to the innermost claim that covers it."""
    starts: dict[int, list[Entry]] = {}
    for entry in entries:
        starts.setdefault(entry.claim.span.start, []).append(entry)
    cuts = sorted({0, len(text), *(at for entry in entries for at in entry.claim.span)})
    inside: list[Entry] = []
    for start, end in pairwise(cuts):
        inside = [entry for entry in inside if entry.claim.span.end > start] + starts.get(start, [])
        words = _shown(text[start:end])
        if not inside:
            yield words
            continue
        numbers = "".join(
            f'<sup id="t{number}-{entry.number}">{entry.number}{_glyph(entry)}</sup>' for entry in starts.get(start, [])
        )
        inner = min(inside, key=lambda entry: entry.claim.span.length)
        yield f'{numbers}<a class="{inner.standing.verdict.value}" href="#c{number}-{inner.number}">{words}</a>'


def _glyph(entry: Entry) -> str:
    return _GLYPHS[entry.standing.verdict]


def _item(number: int, row: LogRow) -> Iterator[str]:
    """A claim in the log: its words, its reading, what stands on it and what was found about it."""
    claim, standing = row.entry.claim, row.entry.standing
    but = reservations(standing.verdict, standing.contested, standing.changed, standing.was.value)
    verdict = f"{_glyph(row.entry)} {standing.verdict.value}{but}".strip()
    yield f'<li id="c{number}-{row.entry.number}" class="{standing.verdict.value}">'
    yield f'<p><a href="#t{number}-{row.entry.number}">{row.entry.number}</a> <strong>{verdict}</strong> '
    yield f"{_shown(claim.kind)}{', added by a reviewer' if claim.origin is Origin.ADDED else ''}"
    if standing.by:
        yield f", {_shown(standing.by)}, {_time(standing.at)}"
    if standing.changed:
        yield f"; {standing.was.value} was <q>{_shown(standing.words)}</q>, {_shown(standing.read_as)}"
    yield f"</p><p><q>{_shown(claim.quote)}</q></p><p>{_shown(str(claim.value))}</p>"
    if standing.note:
        yield f'<p class="arithmetic">{_shown(standing.note)}</p>'
    for finding in row.findings:
        lines = "\n".join(
            [*finding.arithmetic, finding.tolerance and f"accepted: {finding.tolerance}", finding.suggestion]
        )
        yield f'<p class="finding">{finding.severity.value}: {_shown(finding.message)}</p>'
        yield f'<p class="arithmetic">{_shown(lines.strip())}</p>'
    yield "</li>\n"


def _time(at: datetime | None) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M} UTC" if at else "time unknown"


def _shown(text: str) -> str:
    return escape(safe(text))


HTML = Format("html", ".html", "one page to read and print, article and log side by side", document=write)
