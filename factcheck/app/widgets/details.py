"""The chosen claim in full: its words, value, standing, findings, sentence and history."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from textual.reactive import reactive

from factcheck.app.look import Glyphs
from factcheck.app.widgets.paragraphs import BLANK, LABEL_CELLS, Paragraph, labelled
from factcheck.app.widgets.text_pane import TextPane
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


class Details(TextPane):
    """Shows one claim, or nothing; scrolls when it is longer than the pane."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"text--quote", "text--undone"}
    DEFAULT_CSS = """
    Details {
        padding: 0 0 0 1;
        & > .text--quote { color: $foreground; text-style: bold; }
        & > .text--sum, & > .text--context { color: $foreground 72%; }
        & > .text--undone { color: $foreground 66%; text-style: strike; }
        & > .text--open, & > .text--dismissed { color: $foreground 70%; text-style: bold; }
        & > .text--verified { color: $text-success; text-style: bold; }
        &:ansi {
            & > .text--quote, & > .text--open, & > .text--dismissed { color: ansi_default; text-style: bold; }
            & > .text--undone { color: ansi_default; text-style: strike; }
            & > .text--verified { color: ansi_green; text-style: bold; }
        }
    }
    """

    details: reactive[ClaimDetails | None] = reactive(None, init=False, repaint=False)

    def watch_details(self, old: ClaimDetails | None, new: ClaimDetails | None) -> None:
        if old is None or new is None or old.number != new.number:
            self.show_line(0)
        self.lay_out_anew()

    def lay_out(self, width: int) -> None:
        """Draw the claim, and paint the lines that it changed."""
        roomy = self.view_height > 9
        texts = _texts(self.details, self.glyphs, roomy) if self.details else ()
        before, shown = self.strips, range(self.scroll_offset.y, self.scroll_offset.y + self.view_height)
        self.strips = [strip for text in texts for strip in text.strips(width, self.style_of)]
        self.set_lines(len(self.strips))
        for at in shown:
            if before[at : at + 1] != self.strips[at : at + 1]:
                self.refresh_line(at)


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
        when = "before it changed" if standing.verdict is Verdict.OPEN else "on another reading"
        yield labelled("changed", (f"{was}{when}: {on}" if on else f"{was}{when}", "finding"))


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
