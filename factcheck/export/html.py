"""One self-contained page: each article with its claims marked beside what stands on them; it needs no script."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import pairwise
from typing import TextIO

from factcheck.cells import line
from factcheck.columns import About
from factcheck.export import Format, by_article, reservations
from factcheck.model import Article, Entry, Gap, LogRow, Origin, Verdict
from factcheck.records import assigned_words, made, minute, original_words, said_in, signed_words, source_record
from factcheck.safe import safe

_GLYPHS = {Verdict.OPEN: "", Verdict.VERIFIED: "✓", Verdict.DISPUTED: "✗", Verdict.DISMISSED: "–"}
_CONTESTED = "≠"
_ORDER = (Verdict.DISPUTED, Verdict.OPEN, Verdict.VERIFIED, Verdict.DISMISSED)

_STYLE = """
:root{--ink:#1c1b1a;--paper:#fff;--soft:#5c5a57;--line:#d9d6d0;--tint:#f4f1ea;--finding:#7a4b00;--link:#1a56b0;
--disputed:#b3261e;--disputed-tint:#fbe3e0;--verified:#1b7f4b;--verified-tint:#e2f3e9;--open:#6b6b6b;--dismissed:#9a9a9a;
color-scheme:light dark}
@media screen and (prefers-color-scheme:dark){:root{--ink:#e8e6e3;--paper:#191817;--soft:#a8a5a0;--line:#3b3936;
--tint:#2a2825;--finding:#e5b567;--link:#8ab4f8;--disputed:#ff8a80;--disputed-tint:#43211e;--verified:#6fcf97;
--verified-tint:#1a3526;--open:#a3a3a3;--dismissed:#7d7d7d}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:84rem;padding:1.5rem;color:var(--ink);background:var(--paper);
font:1.06rem/1.6 Georgia,"Noto Serif","Times New Roman",serif}
header,section>p,.log,.meter{font-family:system-ui,"Segoe UI","Noto Sans",Helvetica,Arial,sans-serif;
font-size:.85rem;line-height:1.45}
h1{font-size:1.3rem;margin:0 0 .2rem}h2{font-size:1.7rem;line-height:1.2;margin:2.5rem 0 .4rem;overflow-wrap:anywhere}
h3{font-size:.85rem;margin:1.4rem 0 .4rem}
section>p{margin:.2rem 0;color:var(--soft)}
code{font-size:.92em;overflow-wrap:anywhere}
a{color:var(--link)}
.only{display:inline-block;border:2px solid;padding:.1rem .5rem;margin-top:.4rem}
.sheet{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:2.5rem;border-top:1px solid var(--line);
padding-top:1rem;margin-top:1rem}
.text{white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:plaintext;text-align:start;max-width:42rem}
.text a{color:inherit;text-underline-offset:3px;text-decoration:underline 2px;background:var(--tint)}
.text a.disputed{text-decoration:underline wavy var(--disputed) 1.5px;background:var(--disputed-tint)}
.text a.verified{text-decoration-color:var(--verified);background:var(--verified-tint)}
.text a.open{text-decoration:underline dotted var(--open) 2px}
.text a.dismissed{text-decoration:underline dashed 1px var(--dismissed);background:none}
.text a.contested{text-decoration:underline double var(--disputed) 2px}
.text a:target,.log li:target{outline:2px solid var(--link);outline-offset:2px}
sup{font:600 .62em/1 system-ui,sans-serif;color:var(--soft);margin-inline-end:.1em}
.log ol,.log ul{list-style:none;margin:0;padding:0}
.log ol>li{border-inline-start:4px solid var(--open);padding:.05rem 0 .05rem .8rem;margin-bottom:1.1rem}
.log li.disputed{border-color:var(--disputed)}.log li.verified{border-color:var(--verified)}
.log li.open{border-inline-start-style:dotted}
.log li.dismissed{border-color:var(--dismissed);color:var(--soft)}
.log li.contested{border-inline-start-style:double;border-inline-start-width:6px}
.log p,.log ul{margin:.15rem 0;overflow-wrap:anywhere;unicode-bidi:plaintext;text-align:start}
.log q{font:1.08em/1.45 Georgia,"Noto Serif",serif}
.log b{font-weight:600}
.said{white-space:pre-wrap}.finding{color:var(--finding)}.soft,.acts{color:var(--soft)}.acts{font-size:.92em}
svg{display:block;width:100%;height:14px;margin:.3rem 0 .5rem}
.bar-disputed{fill:var(--disputed)}.bar-open{fill:none;stroke:var(--open);stroke-width:1}
.bar-verified{fill:var(--verified)}.bar-dismissed{fill:var(--dismissed);opacity:.5}
@media(max-width:60rem){.sheet{display:block}.log{margin-top:2rem}}
@page{margin:16mm 15mm 18mm}
@media print{:root{color-scheme:light}body{max-width:none;padding:0;font-size:10.5pt;line-height:1.45}
header,section>p,.log{font-size:8.5pt}h1{font-size:12pt}h2{font-size:16pt;margin-top:6mm;break-after:avoid}
a{color:inherit}.sheet{display:block}.text{max-width:none;orphans:3;widows:3}
.log{margin-top:6mm;columns:2;column-gap:8mm}.log ol>li{break-inside:avoid;margin-bottom:3.5mm}
h3{break-after:avoid}
.text a,.log li,svg *{print-color-adjust:exact;-webkit-print-color-adjust:exact}section+section{break-before:page}}
"""


def write(rows: Iterable[LogRow], out: TextIO, about: About) -> None:
    """The page, article after article; one article is in memory at a time."""
    desk = _shown(about.desk) or "Log"
    only = f'<br><strong class="only">Only {_shown(about.selection)}</strong>' if about.selection else ""
    out.write(
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width"><meta name="referrer" content="no-referrer">\n'
        f"<title>{desk}</title><style>{_STYLE}</style></head><body>\n"
        f"<header><h1>{desk}</h1>{' · '.join(filter(None, [minute(about.exported_at), _shown(about.version)]))}"
        f"{f' · {_shown(about.rates)}' if about.rates else ''}"
        f"<br>chain head <code>{_shown(about.head) or 'none'}</code>{only}</header>\n"
    )
    for number, (article, entries) in enumerate(by_article(rows), 1):
        out.writelines(_section(number, article, entries))
    out.write("</body></html>\n")


def _section(number: int, article: Article, rows: Sequence[LogRow]) -> Iterator[str]:
    entries = [row.entry for row in rows]
    yield f'<section><h2 dir="auto">{_shown(article.title) or "Untitled"}</h2>\n<p>'
    parts = [_shown(str(article.published)) if article.published else "date unknown", _shown(article.source)]
    yield " · ".join(filter(None, parts))
    yield f"<br>article <code>{article.key}</code>, draft <code>{entries[0].claim.draft}</code></p>\n"
    if original := rows[0].original:
        yield f"<p>{_shown(original_words(original))}</p>\n"
    for assigned in rows[0].assigned:
        yield f"<p>{_shown(assigned_words(assigned))}</p>\n"
    for signed in rows[0].signed:
        words = _shown(signed_words(signed))
        yield f"<p>{words if signed.holds else f'<strong>{words}</strong>'}</p>\n"
    yield _bar(entries)
    yield '<div class="sheet"><div class="text" dir="auto">'
    yield from _marked(number, article.text, entries)
    yield '</div>\n<div class="log"><ol>\n'
    for row in rows:
        yield from _item(number, row)
    yield f"</ol>{_uncovered(rows[0].gaps)}</div></div></section>\n"


def _bar(entries: Sequence[Entry]) -> str:
    """How many claims stand at each verdict, in words and as a bar."""
    counts = {verdict: sum(entry.standing.verdict is verdict for entry in entries) for verdict in _ORDER}
    contested = sum(entry.standing.contested for entry in entries)
    words = ", ".join(
        f"{count} {_GLYPHS[verdict]} {verdict.value}".replace("  ", " ") for verdict, count in counts.items() if count
    )
    words += f"; {contested} {_CONTESTED} contested" if contested else ""
    unit, at, parts = 1000 / len(entries), 0.0, []
    for verdict, count in counts.items():
        if count:
            place = f'x="{at + 1:.1f}" y="1" width="{max(count * unit - 2, 1):.1f}" height="12"'
            parts.append(f'<rect class="bar-{verdict.value}" {place}/>')
        at += count * unit
    label = words.replace('"', "")
    svg = (
        f'<svg viewBox="0 0 1000 14" preserveAspectRatio="none" role="img" aria-label="{label}">{"".join(parts)}</svg>'
    )
    plural = "s" if len(entries) > 1 else ""
    return f'<div class="meter">{len(entries)} claim{plural}: {words}{svg}</div>\n'


def _uncovered(gaps: Sequence[Gap]) -> str:
    """What looks like a claim and is in none."""
    if not gaps:
        return ""
    items = "".join(
        f'<li><q dir="auto">{_shown(gap.quote)}</q> <span class="soft">{gap.kind}</span></li>' for gap in gaps
    )
    return f"<h3>In no claim: {len(gaps)}</h3><ul>{items}</ul>"


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
        yield f'{numbers}<a class="{_class(inner)}" href="#c{number}-{inner.number}">{words}</a>'


def _glyph(entry: Entry) -> str:
    return _CONTESTED if entry.standing.contested else _GLYPHS[entry.standing.verdict]


def _class(entry: Entry) -> str:
    return f"{entry.standing.verdict.value}{' contested' if entry.standing.contested else ''}"


def _item(number: int, row: LogRow) -> Iterator[str]:
    """A claim in the log: its words, its reading, what stands on it and why, and all that was done about it."""
    claim, standing = row.entry.claim, row.entry.standing
    but = reservations(standing.verdict, standing.contested, standing.changed, standing.was.value)
    verdict = f"{_glyph(row.entry)} {standing.verdict.value}{but}".strip()
    yield f'<li id="c{number}-{row.entry.number}" class="{_class(row.entry)}">'
    yield f'<p><a href="#t{number}-{row.entry.number}">{row.entry.number}</a> <strong>{verdict}</strong> '
    yield f"{_shown(claim.kind)}{', added by a reviewer' if claim.origin is Origin.ADDED else ''}"
    if standing.by and not standing.given:
        yield f", {_shown(standing.by)}, {minute(standing.at)}"
    if standing.changed:
        yield f"; {standing.was.value} was <q>{_shown(standing.words)}</q>, {_shown(standing.read_as)}"
    yield f'</p><p><q dir="auto">{_shown(claim.quote)}</q></p><p dir="auto">{_shown(str(claim.value))}</p>'
    notes = [given.note for given in standing.given]
    for given in standing.given:
        yield f"<p><b>{_shown(given.reviewer)}</b>: {given.verdict.value}, {minute(given.at)}</p>"
        yield _said(given.note)
    if standing.note not in notes:
        yield _said(standing.note)
    yield from _terms(row)
    for source in row.trail.evidence:
        yield f'<p class="soft"><b>source</b> {_shown(line(source_record(source)).replace(" | ", " · "))}</p>'
    yield from _findings(row)
    yield from _history(row)
    yield "</li>\n"


def _history(row: LogRow) -> Iterator[str]:
    """Every act about a claim, where that is more than the verdicts and sources that are shown."""
    acts = row.trail.acts
    if len(acts) <= len(row.entry.standing.given) + len(row.trail.evidence):
        return
    yield '<ul class="acts">'
    for event in acts:
        said = said_in(event.act)
        yield f"<li>{minute(event.act.at)} {_shown(event.act.actor)} {event.act.verb.value}"
        yield f"{f': {_shown(said)}' if said else ''}{' (taken back)' if event.undone else ''}</li>"
    yield "</ul>"


def _terms(row: LogRow) -> Iterator[str]:
    """What the rules of the desk make of it: a decision, a second check that is missing, a day to look again."""
    standing = row.entry.standing
    if standing.resolution:
        yield f"<p><b>resolved</b> by {_shown(standing.by)}, {minute(standing.at)}</p>{_said(standing.resolution)}"
    if standing.second_due:
        yield "<p><b>waits for a second check</b></p>"
    if standing.recheck or standing.expired:
        due = f" on {standing.recheck.isoformat()}" if standing.recheck else ""
        yield f"<p><b>{'to be checked again now' if standing.expired else f'to be checked again{due}'}</b></p>"
    if standing.found_as:
        yield f'<p class="soft">found as {_shown(standing.found_as)}</p>'
    if row.trail.before and (words := made(row)):
        yield f'<p dir="auto"><b>corrected</b> {_shown(words)}</p>'


def _findings(row: LogRow) -> Iterator[str]:
    for finding in row.findings:
        yield f'<p class="finding"><b>{finding.severity.value}</b> {_shown(finding.message)}</p>'
        yield _said("\n".join(filter(None, [*finding.arithmetic, finding.accepted, finding.suggestion])))
        if answer := row.answers.get(finding.key):
            reason = f": {_shown(answer.reason)}" if answer.reason else ""
            yield f"<p><b>{answer.answer.value}</b> by {_shown(answer.by)}, {minute(answer.at)}{reason}</p>"


def _said(text: str) -> str:
    return f'<p class="said" dir="auto">{_shown(text)}</p>' if text else ""


def _shown(text: str) -> str:
    return escape(safe(text))


HTML = Format("html", ".html", "one page to read and print, article and log side by side", document=write)
