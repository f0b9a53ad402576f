"""Draws the lines of an article: the gutter, and the words with their claims."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from factcheck.app.look import Glyphs
from factcheck.app.widgets.layers import Layers
from factcheck.app.widgets.page import Line, Page, Role
from factcheck.app.widgets.wrap import cells_of, drawn, grapheme_end
from factcheck.model import Entry, Ledger, Span

StyleOf = Callable[[str], Style]
"""From the name of a component ("claim-open", "gutter", "" for the widget itself) to its style."""

_UNDERLINE = Style(underline=True)
_WITHOUT_GROUND = ("open", "dismissed")
_MARKER = re.compile(r"[ \t]*#+")
_ROLE_STYLES = {Role.TITLE: "title", Role.HEADING: "heading", Role.QUOTE: "quote", Role.BYLINE: "quote"}


@dataclass(frozen=True)
class Scene:
    """All that the look of an article's lines depends on, but for selection and caret."""

    page: Page
    ledger: Ledger
    layers: Layers
    chosen: str
    flags: frozenset[str]
    quiet: frozenset[str]
    matches: Sequence[Span]
    match: Span | None
    glyphs: Glyphs

    @property
    def gutter(self) -> int:
        """The width of the gutter: a sign, the number, the mark and a space."""
        return gutter_width(self.ledger)


def gutter_width(ledger: Ledger) -> int:
    """How many cells the gutter of a ledger takes; at least two for the number."""
    return 3 + max(2, len(str(len(ledger))))


def line_strip(scene: Scene, at: int, width: int, style_of: StyleOf, selected: Span | None, caret: int | None) -> Strip:
    """One line of the article in `width` cells."""
    base = style_of("")
    line = scene.page.lines[at]
    if line.role is Role.GAP:
        return Strip([Segment(" " * width, base)], width)
    over = scene.layers.over(line.start, line.end)
    segments = [*_gutter(scene, line, over, style_of), *_words(scene, at, over, style_of, selected)]
    strip = Strip(segments).adjust_cell_length(width, base)
    return strip if caret is None else _with_caret(strip, scene, at, caret, style_of("caret"))


def _gutter(scene: Scene, line: Line, over: Sequence[int], style_of: StyleOf) -> list[Segment]:
    """Number and mark of the claim that starts in the line: the chosen, a flagged or the first one's."""
    base, glyphs, width = style_of(""), scene.glyphs, scene.gutter
    starting = scene.layers.starting(line.start, line.end)
    if not starting:
        held = any(scene.ledger[at].claim.key == scene.chosen for at in over)
        bar = (glyphs.inside if held else "").rjust(width - 1).ljust(width)
        return [Segment(bar, style_of("here") if held else base)]
    entries = [scene.ledger[at] for at in starting]
    chosen = next((entry for entry in entries if entry.claim.key == scene.chosen), None)
    flagged = next((entry for entry in entries if entry.claim.key in scene.flags), None)
    entry = chosen or flagged or entries[0]
    look = glyphs.look_of(entry.standing)
    style = style_of("chosen" if chosen else f"mark-{look.style}")
    if chosen:
        sign = Segment(glyphs.pointer, style)
    elif flagged:
        sign = Segment(glyphs.flag, style_of("flag"))
    else:
        sign = Segment(glyphs.more if len(entries) > 1 else " ", style)
    return [sign, Segment(f"{entry.number:>{width - 3}}{look.glyph}", style), Segment(" ", base)]


def _words(scene: Scene, at: int, over: Sequence[int], style_of: StyleOf, selected: Span | None) -> Iterable[Segment]:
    line, text = scene.page.lines[at], scene.page.text
    stop = line.start + len(scene.page.words(at))
    claims = [scene.ledger[position] for position in over]
    spans = [entry.claim.span for entry in claims]
    matches = _between(scene.matches, line.start, stop)
    cuts = {line.start, stop}
    for span in (*spans, *matches, *([selected] if selected else [])):
        cuts.update((min(max(span.start, line.start), stop), min(max(span.end, line.start), stop)))
    body = style_of(_ROLE_STYLES.get(line.role, ""))
    marker = _MARKER.match(text, line.start, stop) if line.role is Role.HEADING else None
    if marker:
        cuts.add(marker.end())
    for start, end in pairwise(sorted(cuts)):
        style = _claim_style(scene, [entry for entry in claims if entry.claim.span.covers(Span(start, end))], style_of)
        if style is None:
            style = style_of("marker") if marker and end <= marker.end() else body
        if match := next((span for span in matches if span.start <= start and end <= span.end), None):
            style += style_of("match-here" if match == scene.match else "match")
        if selected and selected.start <= start and end <= selected.end:
            style += style_of("selected")
        if shown := drawn(text[start:end]):
            yield Segment(shown, style)


def _between(spans: Sequence[Span], start: int, stop: int) -> Sequence[Span]:
    """Those of ordered spans, none over another, that lie in a line or reach into it."""
    first = bisect_right(spans, start, key=lambda span: span.end)
    return spans[first : bisect_left(spans, stop, lo=first, key=lambda span: span.start)]


def _claim_style(scene: Scene, claims: Sequence[Entry], style_of: StyleOf) -> Style | None:
    """The style where these claims, outermost first, stand over one another: the chosen one's, else the innermost's."""
    if not claims:
        return None
    for rank, entry in enumerate(claims):
        if entry.claim.key == scene.chosen:
            style = style_of("chosen-quiet" if entry.claim.kind in scene.quiet else "chosen")
            loud = any(inner.claim.kind not in scene.quiet for inner in claims[rank + 1 :])
            return style + _UNDERLINE if loud else style
    loud_claims = [entry for entry in claims if entry.claim.kind not in scene.quiet]
    if not loud_claims:
        return style_of(f"quiet-{scene.glyphs.look_of(claims[-1].standing).style}")
    word = scene.glyphs.look_of(loud_claims[-1].standing).style
    style = style_of(f"claim-{word}")
    if word in _WITHOUT_GROUND and (quiet := [entry for entry in claims if entry.claim.kind in scene.quiet]):
        ground = style_of(f"quiet-{scene.glyphs.look_of(quiet[-1].standing).style}")
        return style + Style(bgcolor=ground.bgcolor)
    return style


def _with_caret(strip: Strip, scene: Scene, at: int, caret: int, style: Style) -> Strip:
    line = scene.page.lines[at]
    words = scene.page.text[line.start : line.end]
    cell = scene.gutter + cells_of(words[: caret - line.start])
    end = grapheme_end(words, caret - line.start)
    wide = max(1, cells_of(words[caret - line.start : end]))
    before, under, after = strip.crop(0, cell), strip.crop(cell, cell + wide), strip.crop(cell + wide)
    return Strip.join([before, under.apply_style(style), after])
