"""The chosen claim in full: its words, value, standing, findings, sentence and history."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from factcheck.app.look import UNICODE, Glyphs
from factcheck.app.widgets.wrap import cells_of, drawn, wrap
from factcheck.model import Finding, Severity, Standing
from factcheck.safe import safe

_LABEL_CELLS = 10
_INDENT_FROM = 28
_SEVERITIES = {Severity.ERROR: "wrong", Severity.WARNING: "doubtful", Severity.NOTE: "note"}
_WORDS = ("open", "verified", "disputed", "dismissed", "contested")


@dataclass(frozen=True, slots=True)
class Past:
    """One line of a claim's history, in words; `undone` when the act was taken back."""

    at: str
    by: str
    what: str
    undone: bool = False


@dataclass(frozen=True, slots=True)
class ClaimDetails:
    """All that is shown of one claim, ready to be read.

    `kind` is the kind's title, `rows` the labelled lines of its value, `at` when it was judged, in words. The sentence
    is `before`, the quote and `after`. `extras` are further labelled lines, as evidence.
    """

    number: int
    kind: str
    quote: str
    standing: Standing = field(default_factory=Standing)
    at: str = ""
    rows: Sequence[tuple[str, str]] = ()
    findings: Sequence[Finding] = ()
    before: str = ""
    after: str = ""
    extras: Sequence[tuple[str, str]] = ()
    history: Sequence[Past] = ()


@dataclass(frozen=True, slots=True)
class _Text:
    """A paragraph to be wrapped: pieces of text with the names of their styles, and how far it stands in."""

    pieces: tuple[tuple[str, str], ...]
    indent: int = 0
    label: str = ""


_BLANK = _Text(())


class Details(ScrollView, can_focus=True):
    """Shows one claim, or nothing; scrolls when it is longer than the pane."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"details--{name}" for name in ("quote", "label", "value", "finding", "sum", "context", "here", "undone")),
        *(f"details--{word}" for word in _WORDS),
    }
    DEFAULT_CSS = """
    Details {
        overflow-x: hidden; overflow-y: scroll; scrollbar-size-vertical: 1;
        background: $surface; color: $foreground 92%; padding: 0 0 0 1;
        scrollbar-color: $foreground 25%; scrollbar-background: $surface;
        scrollbar-background-hover: $surface; scrollbar-background-active: $surface;
        & > .details--quote { color: $foreground; text-style: bold; }
        & > .details--label { color: $foreground 50%; }
        & > .details--value { color: $text-primary; }
        & > .details--finding { color: $text-warning; }
        & > .details--sum { color: $foreground 75%; }
        & > .details--context { color: $foreground 70%; }
        & > .details--here { color: $foreground; text-style: underline; }
        & > .details--undone { color: $foreground 50%; text-style: strike; }
        & > .details--open { color: $foreground 70%; text-style: bold; }
        & > .details--verified { color: $text-success; text-style: bold; }
        & > .details--disputed { color: $text-error; text-style: bold; }
        & > .details--contested { color: $text-error; text-style: bold; }
        & > .details--dismissed { color: $foreground 70%; text-style: bold; }
        &:ansi {
            & > .details--quote { color: ansi_default; text-style: bold; }
            & > .details--label { color: ansi_default; }
            & > .details--value { color: ansi_cyan; }
            & > .details--finding { color: ansi_yellow; }
            & > .details--sum { color: ansi_default; }
            & > .details--context { color: ansi_default; }
            & > .details--here { color: ansi_default; text-style: underline; }
            & > .details--undone { color: ansi_default; text-style: strike; }
            & > .details--open { color: ansi_default; text-style: bold; }
            & > .details--verified { color: ansi_green; text-style: bold; }
            & > .details--disputed { color: ansi_bright_red; text-style: bold; }
            & > .details--contested { color: ansi_bright_red; text-style: bold; }
            & > .details--dismissed { color: ansi_default; text-style: bold; }
        }
    }
    """

    details: reactive[ClaimDetails | None] = reactive(None, init=False, repaint=False)
    glyphs: reactive[Glyphs] = reactive(UNICODE, init=False, repaint=False)

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._strips: list[Strip] = []

    def watch_details(self, old: ClaimDetails | None, new: ClaimDetails | None) -> None:
        self._lay_out()
        if old is None or new is None or old.number != new.number:
            self.scroll_to(y=0, animate=False, immediate=True)

    def watch_glyphs(self) -> None:
        self._lay_out()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._lay_out()

    def on_resize(self) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        if not self.is_attached or width <= 0:
            return
        roomy = self.scrollable_content_region.height > 9
        texts = list(_texts(self.details, self.glyphs, roomy)) if self.details else []
        self._strips = [strip for text in texts for strip in self._wrapped(text, width)]
        size = Size(width, len(self._strips))
        if size != self.virtual_size:
            self.virtual_size = size
        self.refresh()

    def render_line(self, y: int) -> Strip:
        at, width = self.scroll_offset.y + y, self.scrollable_content_region.width
        return self._strips[at] if at < len(self._strips) else Strip.blank(width, self.rich_style)

    def _style_of(self, name: str) -> Style:
        return self.get_component_rich_style(f"details--{name}") if name else self.rich_style

    def _wrapped(self, text: _Text, width: int) -> Iterator[Strip]:
        whole = safe("".join(piece for piece, _ in text.pieces)).replace("\n", " ")
        indent = text.indent if width >= _INDENT_FROM else min(text.indent, 2)
        if text.label and indent < text.indent:
            yield Strip([Segment(drawn(safe(text.label)), self._style_of("label"))]).adjust_cell_length(
                width, self.rich_style
            )
        for number, (start, end) in enumerate(wrap(whole, width - indent)):
            label = text.label if not number and indent == text.indent else ""
            lead = drawn(safe(label)) + " " * (indent - cells_of(safe(label)))
            segments = [Segment(lead, self._style_of("label"))]
            offset = 0
            stop = start + len(whole[start:end].rstrip())
            for piece, style in text.pieces:
                shown = whole[max(start, offset) : min(stop, offset + len(piece))] if offset < stop else ""
                if shown:
                    segments.append(Segment(drawn(shown), self._style_of(style)))
                offset += len(piece)
            yield Strip(segments).adjust_cell_length(width, self.rich_style)


def _texts(details: ClaimDetails, glyphs: Glyphs, roomy: bool) -> Iterator[_Text]:
    """What is shown, paragraph by paragraph."""
    yield _Text(((details.quote, "quote"),))
    if roomy:
        yield _BLANK
    for label, value in details.rows:
        yield _labelled(label, (value, "value"))
    yield _labelled("kind", (details.kind, ""))
    yield from _standing(details, glyphs)
    for finding in details.findings:
        yield from _finding(finding, glyphs)
    if details.standing.note:
        for number, line in enumerate(details.standing.note.splitlines()):
            yield _labelled("note" if not number else "", (line, ""))
    for label, value in details.extras:
        yield _labelled(label, (value, ""))
    if details.before or details.after:
        yield _BLANK
        yield _Text((("in context", "label"),))
        yield _Text(((details.before, "context"), (details.quote, "here"), (details.after, "context")))
    if details.history:
        yield _BLANK
        yield _Text((("history", "label"),))
        for past in details.history:
            what = (past.what, "undone" if past.undone else "")
            words = (what, (f"  {past.by}", "label"), ("  undone" if past.undone else "", "label"))
            yield _Text(words, max(_LABEL_CELLS, cells_of(safe(past.at)) + 2), past.at)


def _standing(details: ClaimDetails, glyphs: Glyphs) -> Iterator[_Text]:
    standing = details.standing
    look = glyphs.look_of(standing)
    words = [(f"{look.glyph} {look.word}", look.style)]
    if standing.contested:
        words.append((f" (last: {glyphs.verdicts[standing.verdict].word})", ""))
    who = "  ".join(part for part in (standing.by, details.at) if part) or "nobody yet"
    yield _labelled("status", *words, (f"  {who}", "label"))


def _finding(finding: Finding, glyphs: Glyphs) -> Iterator[_Text]:
    head = f"{glyphs.flag} {_SEVERITIES[finding.severity]}: "
    yield _labelled("finding", (head, "finding"), (finding.message, "finding"))
    for line in finding.arithmetic:
        yield _labelled("", (line, "sum"))
    if finding.tolerance:
        yield _labelled("", (finding.tolerance, "label"))
    if finding.suggestion:
        yield _labelled("", (finding.suggestion, ""))


def _labelled(label: str, *pieces: tuple[str, str]) -> _Text:
    """A labelled line; a label too long for its column stands in its own words before the text."""
    if cells_of(safe(label)) < _LABEL_CELLS:
        return _Text(pieces, _LABEL_CELLS, label)
    return _Text(((f"{label}  ", "label"), *pieces), 0)
