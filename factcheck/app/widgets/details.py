"""The chosen claim in full: its words, value, standing, findings, sentence and history."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from textual.reactive import reactive
from textual.strip import Strip

from factcheck.app.look import UNICODE, Glyphs
from factcheck.app.widgets.line_view import LineView
from factcheck.app.widgets.paragraphs import BLANK, LABEL_CELLS, Paragraph, labelled
from factcheck.app.widgets.wrap import cells_of
from factcheck.model import Finding, Severity, Standing, Verdict
from factcheck.safe import safe

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

    `rows` are the labelled lines of its value, `at` is when it was judged, in words. The sentence is `before`, the
    quote and `after`. `beside` is what the original has for it, each line with whether it tells of a fault. `extras`
    are further labelled lines, as evidence. `answers` says what was decided about a finding, by its key.
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
    answers: Mapping[str, str] = field(default_factory=dict)
    beside: Sequence[tuple[str, str, bool]] = ()


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
        & > .details--label { color: $foreground 66%; }
        & > .details--value { color: $text-primary; }
        & > .details--finding { color: $text-warning; }
        & > .details--sum, & > .details--context { color: $foreground 72%; }
        & > .details--here { color: $foreground; text-style: underline; }
        & > .details--undone { color: $foreground 66%; text-style: strike; }
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
        if old is None or new is None or old.number != new.number:
            self.show_line(0)
        self._lay_out()

    def watch_glyphs(self) -> None:
        self._lay_out()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        if self.is_attached:
            self.call_after_refresh(self._restyle)

    def _restyle(self) -> None:
        """Draw anew: the styles of the parts are there only after this view's own."""
        self._style_cache.clear()
        self._lay_out()

    def on_resize(self) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        width = self.view_width
        if not self.is_attached or width <= 0:
            return
        roomy = self.view_height > 9
        texts = list(_texts(self.details, self.glyphs, roomy)) if self.details else []
        before, shown = self._strips, range(self.scroll_offset.y, self.scroll_offset.y + self.view_height)
        self._strips = [strip for text in texts for strip in text.strips(width, self.style_of)]
        self.set_lines(len(self._strips))
        for at in shown:
            if before[at : at + 1] != self._strips[at : at + 1]:
                self.refresh_line(at)

    def render_line(self, y: int) -> Strip:
        at, width = self.scroll_offset.y + y, self.view_width
        return self._strips[at] if at < len(self._strips) else Strip.blank(width, self.rich_style)


def _texts(details: ClaimDetails, glyphs: Glyphs, roomy: bool) -> Iterator[Paragraph]:
    """What is shown, paragraph by paragraph; in a small pane what a person decides by comes first."""
    yield Paragraph(((details.quote, "quote"),))
    if roomy:
        yield BLANK
    rows = [labelled(label, (value, "value")) for label, value in details.rows]
    first = len(rows) if roomy else 1
    yield from rows[:first]
    for label, line, is_fault in details.beside:
        yield labelled(label, (f"{glyphs.flag} {line}" if is_fault else line, "finding" if is_fault else ""))
    yield from _standing(details, glyphs)
    for finding in details.findings:
        yield from _finding(finding, details.answers.get(finding.key, ""), glyphs)
    for number, line in enumerate(details.standing.note.splitlines()):
        yield labelled("" if number else "note", (line, ""))
    yield from rows[first:]
    for label, value in details.extras:
        yield labelled(label, (value, ""))
    if details.before or details.after:
        yield BLANK
        yield Paragraph((("in context", "label"),))
        yield Paragraph(((details.before, "context"), (details.quote, "here"), (details.after, "context")))
    if details.history:
        yield BLANK
        yield Paragraph((("history", "label"),))
        yield from (_past(past) for past in details.history)


def _past(past: Past) -> Paragraph:
    what = (past.what, "undone" if past.undone else "")
    words = (what, (f"  {past.by}", "label"), ("  undone" if past.undone else "", "label"))
    return Paragraph(words, max(LABEL_CELLS, cells_of(safe(past.at)) + 2), past.at)


def _standing(details: ClaimDetails, glyphs: Glyphs) -> Iterator[Paragraph]:
    standing = details.standing
    look = glyphs.look_of(standing)
    words = [(f"{look.glyph} {look.word}", look.style)]
    if standing.contested:
        words.append((f" (last: {glyphs.verdicts[standing.verdict].word})", ""))
    who = "  ".join(part for part in (standing.by, details.at) if part) or "nobody yet"
    yield labelled("status", *words, (f"  {who}", "label"))
    if standing.found_as:
        yield labelled("corrected", (f"the finder read {standing.found_as}", "context"))
    yield from _waiting(standing, glyphs)
    if standing.changed:
        on = " ".join(part for part in (f"“{standing.words}”" if standing.words else "", standing.read_as) if part)
        was = f"{glyphs.verdicts[standing.was].word} " if standing.was is not Verdict.OPEN else ""
        yield labelled("changed", (f"{was}on another reading: {on}" if on else f"{was}on another reading", "finding"))


def _waiting(standing: Standing, glyphs: Glyphs) -> Iterator[Paragraph]:
    """What a second person has said or has yet to say, how a dispute was decided, and when it is looked at again."""
    if standing.second_due:
        told = "another has judged it; both verdicts are shown once you have" if standing.sealed else ""
        if standing.verdict is not Verdict.OPEN:
            told = "a second person has yet to judge it"
        yield labelled("second", (f"{glyphs.second} {told or 'yours is asked for'}", "finding"))
    elif len(standing.given) > 1:
        for number, each in enumerate(standing.given):
            look = glyphs.verdicts[each.verdict]
            note = f"  {each.note}" if each.note else ""
            said = ((f"{look.glyph} {look.word}", look.style), (f"  {each.reviewer}", "label"), (note, ""))
            yield labelled("" if number else "given", *said)
    if standing.resolution:
        yield labelled("decided", (standing.resolution, ""))
    if standing.expired:
        yield labelled("again", (f"verified as of {standing.at:%Y-%m-%d}", "finding"))
    elif standing.recheck:
        yield labelled("again", (f"on {standing.recheck}", ""))


def _finding(finding: Finding, answer: str, glyphs: Glyphs) -> Iterator[Paragraph]:
    style = "label" if answer else "finding"
    yield labelled("finding", (f"{glyphs.flag} {HEADS[finding.severity]}{finding.message}", style))
    if answer:
        yield labelled("", (answer, ""))
    for line in finding.arithmetic:
        yield labelled("", (line, "sum"))
    if finding.accepted:
        yield labelled("", (finding.accepted, "label"))
    if finding.suggestion:
        yield labelled("", (finding.suggestion, ""))
