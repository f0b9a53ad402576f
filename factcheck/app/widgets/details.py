"""The chosen claim in full: its words, value, standing, findings, sentence and history."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip

from factcheck.app.look import UNICODE, Glyphs
from factcheck.app.widgets.line_view import LineView
from factcheck.app.widgets.wrap import cells_of, drawn, wrap
from factcheck.model import Finding, Severity, Standing, Verdict
from factcheck.safe import safe

_LABEL_CELLS = 10
_INDENT_FROM = 28
HEADS = {Severity.ERROR: "", Severity.WARNING: "maybe: ", Severity.NOTE: "note: "}
"""What stands before a finding's sentence: how sure it is, where that is not its all."""


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

    `rows` are the labelled lines of its value, `at` is when it was judged, in words. The sentence
    is `before`, the quote and `after`. `extras` are further labelled lines, as evidence.
    """

    number: int
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


class Details(LineView):
    """Shows one claim, or nothing; scrolls when it is longer than the pane."""

    STYLES = "details"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"details--{name}"
        for name in (
            *("quote", "label", "value", "finding", "sum", "context", "here", "undone"),
            *("open", "verified", "disputed", "dismissed"),
        )
    }
    DEFAULT_CSS = """
    Details {
        background: $surface; color: $foreground 92%; padding: 0 0 0 1;
        scrollbar-background: $surface; scrollbar-background-hover: $surface; scrollbar-background-active: $surface;
        & > .details--quote { color: $foreground; text-style: bold; }
        & > .details--label { color: $foreground 50%; }
        & > .details--value { color: $text-primary; }
        & > .details--finding { color: $text-warning; }
        & > .details--sum, & > .details--context { color: $foreground 72%; }
        & > .details--here { color: $foreground; text-style: underline; }
        & > .details--undone { color: $foreground 50%; text-style: strike; }
        & > .details--open, & > .details--dismissed { color: $foreground 70%; text-style: bold; }
        & > .details--verified { color: $text-success; text-style: bold; }
        & > .details--disputed { color: $text-error; text-style: bold; }
        &:ansi {
            background: ansi_default; color: ansi_default;
            & > .details--quote, & > .details--open, & > .details--dismissed { color: ansi_default; text-style: bold; }
            & > .details--label, & > .details--sum, & > .details--context { color: ansi_default; }
            & > .details--value { color: ansi_cyan; }
            & > .details--finding { color: ansi_yellow; }
            & > .details--here { color: ansi_default; text-style: underline; }
            & > .details--undone { color: ansi_default; text-style: strike; }
            & > .details--verified { color: ansi_green; text-style: bold; }
            & > .details--disputed { color: ansi_bright_red; text-style: bold; }
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
            self.show_line(0)

    def watch_glyphs(self) -> None:
        self._lay_out()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._lay_out()

    def on_resize(self) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        width = self.view_width
        if not self.is_attached or width <= 0:
            return
        roomy = self.view_height > 9
        texts = list(_texts(self.details, self.glyphs, roomy)) if self.details else []
        self._strips = [strip for text in texts for strip in self._wrapped(text, width)]
        self.set_lines(len(self._strips))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        at, width = self.scroll_offset.y + y, self.view_width
        return self._strips[at] if at < len(self._strips) else Strip.blank(width, self.rich_style)

    def _wrapped(self, text: _Text, width: int) -> Iterator[Strip]:
        whole = safe("".join(piece for piece, _ in text.pieces)).replace("\n", " ")
        indent = text.indent if width >= _INDENT_FROM else min(text.indent, 2)
        if text.label and indent < text.indent:
            yield Strip([Segment(drawn(safe(text.label)), self.style_of("label"))]).adjust_cell_length(
                width, self.rich_style
            )
        for number, (start, end) in enumerate(wrap(whole, width - indent - 1)):
            label = text.label if not number and indent == text.indent else ""
            lead = drawn(safe(label)) + " " * (indent - cells_of(safe(label)))
            segments = [Segment(lead, self.style_of("label"))]
            offset = 0
            stop = start + len(whole[start:end].rstrip())
            for piece, style in text.pieces:
                shown = whole[max(start, offset) : min(stop, offset + len(piece))] if offset < stop else ""
                if shown:
                    segments.append(Segment(drawn(shown), self.style_of(style)))
                offset += len(piece)
            yield Strip(segments).adjust_cell_length(width, self.rich_style)


def _texts(details: ClaimDetails, glyphs: Glyphs, roomy: bool) -> Iterator[_Text]:
    """What is shown, paragraph by paragraph; in a small pane what a person decides by comes first."""
    yield _Text(((details.quote, "quote"),))
    if roomy:
        yield _BLANK
    rows = [_labelled(label, (value, "value")) for label, value in details.rows]
    first = len(rows) if roomy else 1
    yield from rows[:first]
    yield from _standing(details, glyphs)
    for finding in details.findings:
        yield from _finding(finding, glyphs)
    for number, line in enumerate(details.standing.note.splitlines()):
        yield _labelled("" if number else "note", (line, ""))
    yield from rows[first:]
    for label, value in details.extras:
        yield _labelled(label, (value, ""))
    if details.before or details.after:
        yield _BLANK
        yield _Text((("in context", "label"),))
        yield _Text(((details.before, "context"), (details.quote, "here"), (details.after, "context")))
    if details.history:
        yield _BLANK
        yield _Text((("history", "label"),))
        yield from (_past(past) for past in details.history)


def _past(past: Past) -> _Text:
    what = (past.what, "undone" if past.undone else "")
    words = (what, (f"  {past.by}", "label"), ("  undone" if past.undone else "", "label"))
    return _Text(words, max(_LABEL_CELLS, cells_of(safe(past.at)) + 2), past.at)


def _standing(details: ClaimDetails, glyphs: Glyphs) -> Iterator[_Text]:
    standing = details.standing
    look = glyphs.look_of(standing)
    words = [(f"{look.glyph} {look.word}", look.style)]
    if standing.contested:
        words.append((f" (last: {glyphs.verdicts[standing.verdict].word})", ""))
    who = "  ".join(part for part in (standing.by, details.at) if part) or "nobody yet"
    yield _labelled("status", *words, (f"  {who}", "label"))
    if standing.changed:
        on = " ".join(part for part in (f"“{standing.words}”" if standing.words else "", standing.read_as) if part)
        was = f"{glyphs.verdicts[standing.was].word} " if standing.was is not Verdict.OPEN else ""
        yield _labelled("changed", (f"{was}on another reading: {on}" if on else f"{was}on another reading", "finding"))


def _finding(finding: Finding, glyphs: Glyphs) -> Iterator[_Text]:
    head = f"{glyphs.flag} {HEADS[finding.severity]}"
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
