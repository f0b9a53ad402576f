"""The article pane: the text with its claims, drawn line by line, each claim chosen by a click."""

from textual import events
from textual.reactive import reactive

from factcheck.app.messages import ClaimChosen
from factcheck.app.widgets.layers import Layers, changed, same_claims
from factcheck.app.widgets.page import Block, Role, blocks_of, lay_out, screen_text
from factcheck.app.widgets.paint import gutter_width
from factcheck.app.widgets.painted import Painted
from factcheck.model import Article, Ledger, Span

_WIDEST = 76


class ArticleView(Painted):
    """An article with its claims. Given values; says ClaimChosen and SpanSelected."""

    article: reactive[Article | None] = reactive(None, init=False, repaint=False)

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._blocks: tuple[Block, ...] = ()
        self._text = ""
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
            self.stage()
            for span in changed(old, new):
                self.touch(span)
            return
        self.claim_layers = Layers(new)
        if gutter_width(old) != gutter_width(new):
            self._lay_out(keep_place=True)
        self.redraw()

    def watch_chosen(self, old: str, new: str) -> None:
        self.stage()
        for key in (old, new):
            if (span := self._span_of(key)) is not None:
                self.touch(span)
        self.reveal(new, margin=0 if new == self._clicked else 3)
        self._clicked = ""

    def watch_flags(self) -> None:
        self.redraw()

    def watch_quiet(self) -> None:
        self.redraw()

    def watch_matches(self) -> None:
        self.redraw()

    def watch_match(self, old: Span | None, new: Span | None) -> None:
        self.stage()
        for span in (old, new):
            if span is not None:
                self.touch(span)
        if new is not None:
            self.reveal_span(new)

    def watch_glyphs(self) -> None:
        self.redraw()

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
        return [self.ledger[at].claim.key for at in self.claim_layers.at(offset)]

    def _span_of(self, key: str) -> Span | None:
        at = self.ledger.position.get(key)
        return None if at is None else self.ledger[at].claim.span

    # Layout

    def _lay_out(self, *, keep_place: bool) -> None:
        width = self.view_width
        if width <= 0:
            return
        self.gutter_cells = gutter_width(self.ledger)
        columns = max(8, min(_WIDEST, width - self.gutter_cells - 3))
        if self.page is not None and self.page.width == columns and self.page.text is self._text:
            self.redraw()
            return
        before, top = self.page, self.scroll_offset.y
        self.page = lay_out(self._blocks, self._text, columns)
        self.set_lines(len(self.page))
        self.redraw()
        if keep_place and before is not None and len(before) and top:
            first = before.lines[min(top, len(before) - 1)]
            self.show_line(self.page.line_of(first.start) - (first.role is Role.GAP))
        elif before is None:
            self.reveal(self.chosen)

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
        return [self.ledger[position].claim.key for position in self.claim_layers.starting(line.start, line.end)]
