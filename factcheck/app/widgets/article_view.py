"""The article pane: the text with its claims, drawn line by line, each claim chosen by a click."""

from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.cache import LRUCache
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip

from factcheck.app.look import UNICODE, Glyphs
from factcheck.app.messages import ClaimChosen
from factcheck.app.widgets.layers import Layers, changed, same_claims
from factcheck.app.widgets.overview import Overview
from factcheck.app.widgets.page import Block, Role, blocks_of, lay_out, screen_text
from factcheck.app.widgets.paint import Scene, gutter_width, line_strip
from factcheck.app.widgets.selecting import Selecting
from factcheck.model import Article, Ledger, Span, Verdict

_VERDICTS = ("open", "verified", "disputed", "dismissed")
_WIDEST = 76
_LINES_KEPT = 1024


class ArticleView(Selecting):
    """An article with its claims. Given values; says ClaimChosen and SpanSelected."""

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
    ArticleView {
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

    article: reactive[Article | None] = reactive(None, init=False, repaint=False)
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
        self._blocks: tuple[Block, ...] = ()
        self._text = ""
        self._layers = Layers(Ledger())
        self._scene: Scene | None = None
        self._strips: LRUCache[int, Strip] = LRUCache(_LINES_KEPT)
        self._overview = Overview()
        self._clicked = ""

    # What changes it

    def watch_article(self, old: Article | None, new: Article | None) -> None:
        self._blocks = blocks_of(new) if new else ()
        self._text = screen_text(new) if new else ""
        same = old is not None and new is not None and old.text == new.text
        if not same:
            self.forget_selection()
        self._lay_out(keep_place=same)
        if not same:
            self.show_line(0)

    def watch_ledger(self, old: Ledger, new: Ledger) -> None:
        if same_claims(old, new):
            self._stage()
            for span in changed(old, new):
                self._touch(span)
            return
        self._layers = Layers(new)
        if gutter_width(old) != gutter_width(new):
            self._lay_out(keep_place=True)
        self._redraw()

    def watch_chosen(self, old: str, new: str) -> None:
        self._stage()
        for key in (old, new):
            if (span := self._span_of(key)) is not None:
                self._touch(span)
        self.reveal(new, margin=0 if new == self._clicked else 3)
        self._clicked = ""

    def watch_flags(self) -> None:
        self._redraw()

    def watch_quiet(self) -> None:
        self._redraw()

    def watch_matches(self) -> None:
        self._redraw()

    def watch_match(self, old: Span | None, new: Span | None) -> None:
        self._stage()
        for span in (old, new):
            if span is not None:
                self._touch(span)
        if new is not None:
            self.reveal_span(new)

    def watch_glyphs(self) -> None:
        self._redraw()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._strips.clear()

    def on_resize(self) -> None:
        self._lay_out(keep_place=True)

    def raw_text(self) -> str:
        return self.article.text if self.article else ""

    # Where things are

    def reveal(self, key: str, margin: int = 3) -> None:
        """Scroll until a claim can be read, with a few lines around it; nothing moves when it can be already."""
        span = self._span_of(key)
        if span is not None:
            self.reveal_span(span, margin)

    def reveal_span(self, span: Span, margin: int = 3) -> None:
        """Scroll until a span can be read."""
        height = self.view_height
        if self.page is None or not height:
            return
        lines, top = self.page.lines_of(span), self.scroll_offset.y
        margin = min(margin, height // 4)
        last = min(lines[-1], lines[0] + height - 2 * margin - 1)
        if lines[0] < top + margin or last >= top + height - margin:
            self.show_line(lines[0] - height // 3)

    def claims_at(self, offset: int) -> list[str]:
        """The keys of the claims that hold an offset, innermost first."""
        return [self.ledger[at].claim.key for at in self._layers.at(offset)]

    def _span_of(self, key: str) -> Span | None:
        at = self.ledger.position.get(key)
        return None if at is None else self.ledger[at].claim.span

    # Layout and painting

    def _lay_out(self, *, keep_place: bool) -> None:
        width = self.view_width
        if width <= 0:
            return
        self.gutter_cells = gutter_width(self.ledger)
        columns = max(8, min(_WIDEST, width - self.gutter_cells - 3))
        if self.page is not None and self.page.width == columns and self.page.text is self._text:
            self._redraw()
            return
        before, top = self.page, self.scroll_offset.y
        self.page = lay_out(self._blocks, self._text, columns)
        self.set_lines(len(self.page))
        self._redraw()
        if keep_place and before is not None and len(before) and top:
            first = before.lines[min(top, len(before) - 1)]
            self.show_line(self.page.line_of(first.start) - (first.role is Role.GAP))
        elif before is None:
            self.reveal(self.chosen)

    def _stage(self) -> None:
        if self.page is not None:
            self._scene = Scene(
                page=self.page,
                ledger=self.ledger,
                layers=self._layers,
                chosen=self.chosen,
                flags=self.flags,
                quiet=self.quiet,
                matches=self.matches,
                match=self.match,
                glyphs=self.glyphs,
            )

    def _redraw(self) -> None:
        self._stage()
        self._strips.clear()
        if self._scene is not None:
            self._overview.renew(self._scene, self.view_height)
        self.refresh()

    def _touch(self, span: Span) -> None:
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

    # Choosing

    async def _on_click(self, event: events.Click) -> None:
        event.prevent_default()
        where = event.get_content_offset(self)
        if where is None or self.page is None or self.dragged:
            return
        line = self.scroll_offset.y + where.y
        offset = self.page.offset_at(line, where.x - self.gutter_cells)
        keys = self._claims_of_gutter(line) if where.x < self.gutter_cells else []
        keys = keys or (self.claims_at(offset) if offset is not None else [])
        if keys:
            after = keys.index(self.chosen) + 1 if self.chosen in keys else 0
            self._clicked = keys[after % len(keys)]
            self.post_message(ClaimChosen(self._clicked))

    def _claims_of_gutter(self, at: int) -> list[str]:
        if self.page is None or not at < len(self.page):
            return []
        line = self.page.lines[at]
        return [self.ledger[position].claim.key for position in self._layers.starting(line.start, line.end)]
