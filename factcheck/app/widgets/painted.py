"""A page of an article as it is painted: the styles of its words, lines that are kept, and the strip at its edge."""

from typing import ClassVar

from rich.segment import Segment
from textual.cache import LRUCache
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip

from factcheck.app.look import UNICODE, Glyphs
from factcheck.app.widgets.layers import Layers
from factcheck.app.widgets.overview import Overview
from factcheck.app.widgets.paint import Scene, line_strip
from factcheck.app.widgets.selecting import Selecting
from factcheck.model import Ledger, Span, Verdict

_VERDICTS = ("open", "verified", "disputed", "dismissed")
_LINES_KEPT = 1024


class Painted(Selecting):
    """A page with claims over it. What changes says what is to be painted anew."""

    STYLES = "article"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"article--{name}"
        for name in (
            *("title", "heading", "marker", "quote", "here", "flag", "disputed", "chosen", "chosen-quiet"),
            *("match", "match-here", "selected", "caret"),
            *(f"{part}-{word}" for part in ("claim", "quiet", "mark") for word in _VERDICTS),
        )
    }
    DEFAULT_CSS = """
    Painted {
        background: $background; color: $foreground 88%;
        scrollbar-background: $background; scrollbar-background-hover: $background;
        scrollbar-background-active: $background;
        & > .article--title { color: $foreground; text-style: bold; }
        & > .article--heading { color: $text-primary; text-style: bold; }
        & > .article--marker { color: $foreground 66%; }
        & > .article--quote { color: $foreground 70%; text-style: italic; }
        & > .article--here { color: $text-warning; text-style: bold; }
        & > .article--flag { color: $text-warning; }
        & > .article--disputed { color: $text-error; }
        & > .article--chosen { background: $warning; color: auto 92%; text-style: bold; }
        & > .article--chosen-quiet { background: $warning 38%; color: $foreground; text-style: bold; }
        & > .article--match { background: $primary 45%; color: $foreground; text-style: underline; }
        & > .article--match-here { background: $primary; color: auto 98%; text-style: bold underline; }
        & > .article--selected { background: $primary 45%; color: auto 95%; }
        & > .article--caret { text-style: reverse; }
        & > .article--claim-open { color: $foreground; text-style: underline; }
        & > .article--claim-verified { background: $success 22%; color: $text-success; }
        & > .article--claim-disputed { background: $error 34%; color: $text-error; text-style: bold underline; }
        & > .article--quiet-open { background: $foreground 7%; }
        & > .article--quiet-verified { background: $success 11%; }
        & > .article--quiet-disputed { background: $error 18%; text-style: italic; }
        & > .article--mark-open, & > .article--mark-dismissed { color: $foreground 66%; }
        & > .article--mark-verified { color: $text-success; }
        & > .article--mark-disputed { color: $text-error; text-style: bold; }
        &:ansi {
            background: ansi_default; color: ansi_default;
            & > .article--title, & > .article--heading { color: ansi_default; text-style: bold; }
            & > .article--marker { color: ansi_default; }
            & > .article--quote { color: ansi_default; text-style: italic; }
            & > .article--here { color: ansi_yellow; text-style: bold; }
            & > .article--flag { color: ansi_yellow; }
            & > .article--disputed { color: ansi_bright_red; }
            & > .article--chosen { background: ansi_default; color: ansi_yellow; text-style: bold reverse; }
            & > .article--chosen-quiet { background: ansi_default; color: ansi_yellow; text-style: bold; }
            & > .article--match { background: ansi_default; color: ansi_magenta; text-style: bold underline; }
            & > .article--match-here {
                background: ansi_default; color: ansi_magenta; text-style: bold reverse underline;
            }
            & > .article--selected { background: ansi_blue; color: ansi_bright_white; }
            & > .article--claim-open { color: ansi_default; text-style: underline; }
            & > .article--claim-verified { background: ansi_default; color: ansi_green; text-style: underline; }
            & > .article--claim-disputed, & > .article--quiet-disputed {
                background: ansi_default; color: ansi_bright_red; text-style: bold underline;
            }
            & > .article--quiet-open { background: ansi_default; }
            & > .article--quiet-verified { background: ansi_default; color: ansi_green; }
            & > .article--quiet-disputed { text-style: italic; }
            & > .article--mark-open, & > .article--mark-dismissed { color: ansi_default; }
            & > .article--mark-verified { color: ansi_green; }
            & > .article--mark-disputed { color: ansi_bright_red; text-style: bold; }
        }
        &:nocolor > .article--match-here { text-style: bold reverse underline; }
        &:nocolor > .article--claim-verified { text-style: underline; }
    }
    """

    ledger: reactive[Ledger] = reactive(Ledger, init=False, repaint=False)
    chosen: reactive[str] = reactive("", init=False, repaint=False)
    flags: reactive[frozenset[str]] = reactive(frozenset, init=False)
    """The keys of the claims that findings accuse."""
    quiet: reactive[frozenset[str]] = reactive(frozenset, init=False)
    """The kinds whose claims are whole sentences: drawn quietly, so that what lies in them stays readable."""
    matches: reactive[tuple[Span, ...]] = reactive((), init=False)
    """What a search found, in order, drawn over everything else."""
    match: reactive[Span | None] = reactive(None, init=False)
    """The one of `matches` that the reader is on."""
    glyphs: reactive[Glyphs] = reactive(UNICODE, init=False)

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.claim_layers = Layers(Ledger())
        """Where the claims stand."""
        self._scene: Scene | None = None
        self._strips: LRUCache[int, Strip] = LRUCache(_LINES_KEPT)
        self._overview = Overview()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._strips.clear()

    def stage(self) -> None:
        """Take over what the look depends on; what was drawn before stays until it is touched."""
        if self.page is not None:
            self._scene = Scene(
                page=self.page,
                ledger=self.ledger,
                layers=self.claim_layers,
                chosen=self.chosen,
                flags=self.flags,
                quiet=self.quiet,
                matches=self.matches,
                match=self.match,
                glyphs=self.glyphs,
            )

    def redraw(self) -> None:
        """Draw everything anew."""
        self.stage()
        self._strips.clear()
        if self._scene is not None:
            self._overview.renew(self._scene, self.view_height)
        self.refresh()

    def touch(self, span: Span) -> None:
        """Draw the lines of a span anew, and the rows of the overview that changed."""
        if self.page is None:
            return
        lines = self.page.lines_of(span)
        for line in lines:
            self._strips.discard(line)
        self.refresh_lines(lines[0], len(lines))
        self._refresh_overview()

    def _refresh_overview(self) -> None:
        if self._scene is None:
            return
        width = self.view_width
        for row in self._overview.renew(self._scene, self.view_height):
            self.refresh(Region(0, row, width, 1))

    def render_line(self, y: int) -> Strip:
        width, base = self.view_width, self.style_of("")
        at = self.scroll_offset.y + y
        scene = self._scene
        if scene is None or at >= len(scene.page):
            return Strip.blank(width, base)
        line = scene.page.lines[at]
        selected = self.highlighted(line)
        caret = self.caret_in(line)
        strip = self._strips.get(at) if selected is None and caret is None else None
        if strip is None or strip.cell_length != width - 1:
            strip = line_strip(scene, at, width - 1, self.style_of, selected, caret)
            if selected is None and caret is None:
                self._strips[at] = strip
        return Strip([*strip, self._edge(y)], width)

    def _edge(self, row: int) -> Segment:
        """One row of the overview."""
        what = self._overview[row]
        wrong = self.glyphs.verdicts[Verdict.DISPUTED].glyph
        sign = {"here": self.glyphs.here, "flag": self.glyphs.flag, "disputed": wrong}.get(what, " ")
        return Segment(sign, self.style_of(what))
