"""The articles of a desk, one a line: drawn line by line, so that a thousand cost what ten do."""

from datetime import datetime

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from factcheck.app.look import UNICODE
from factcheck.app.messages import ArticleChosen, ArticleOpened
from factcheck.model import ArticleStatus, Verdict
from factcheck.safe import safe_line

BAR = 10
"""Cells of the progress bar."""
MANY = 9_999
"""The highest count that is written out."""


class ArticleList(ScrollView, can_focus=True):
    """Shows `rows`; `chosen` is the key of the article the reader is on. `now` tells today from other days."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES = {
        "article-list--quiet",
        "article-list--verified",
        "article-list--disputed",
        "article-list--finding",
        "article-list--chosen",
    }
    DEFAULT_CSS = """
    ArticleList { overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1; background: $surface;
        & > .article-list--quiet { color: $foreground 60%; }
        & > .article-list--verified { color: $text-success; }
        & > .article-list--disputed { color: $text-error; text-style: bold; }
        & > .article-list--finding { color: $text-warning; text-style: bold; }
        & > .article-list--chosen { background: $warning; color: auto 92%; text-style: bold; }
        &:ansi > .article-list--chosen { background: ansi_default; color: ansi_yellow; text-style: bold reverse; }
        &:ansi > .article-list--quiet { color: ansi_default; }
        &:nocolor > .article-list--chosen { text-style: bold reverse; }
    }
    """
    BINDINGS = [
        Binding("j,down", "move(1)", "next", show=False, tooltip="Next article", id="desk.next"),
        Binding("k,up", "move(-1)", "previous", show=False, tooltip="Previous article", id="desk.previous"),
        Binding("home", "move(-1000000)", "first", show=False, tooltip="First article", id="desk.first"),
        Binding("end", "move(1000000)", "last", show=False, tooltip="Last article", id="desk.last"),
        Binding("enter", "open", "open", tooltip="Review this article", id="desk.open"),
    ]

    rows: reactive[tuple[ArticleStatus, ...]] = reactive(())
    chosen: reactive[str] = reactive("")

    def __init__(self, now: datetime, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._today = now.astimezone().date()

    @property
    def place(self) -> int:
        """Where the chosen article stands in `rows`; 0 when it is not among them."""
        return next((at for at, row in enumerate(self.rows) if row.key == self.chosen), 0)

    def watch_rows(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, len(self.rows))
        self._reveal()

    def watch_chosen(self) -> None:
        self._reveal()

    def on_resize(self) -> None:
        self.watch_rows()

    def action_move(self, by: int) -> None:
        """Move up or down; stay at the ends."""
        if self.rows:
            at = min(max(self.place + by, 0), len(self.rows) - 1)
            self.post_message(ArticleChosen(self.rows[at].key))

    def action_open(self) -> None:
        """Open the article the reader is on."""
        if self.rows:
            self.post_message(ArticleOpened(self.rows[self.place].key))

    def on_click(self, event: events.Click) -> None:
        """A click moves to an article, a second one opens it."""
        at = event.y + self.scroll_offset.y
        if at < len(self.rows):
            key = self.rows[at].key
            self.post_message(ArticleOpened(key) if event.chain > 1 or key == self.chosen else ArticleChosen(key))

    def _reveal(self) -> None:
        top, height, at = self.scroll_offset.y, self.scrollable_content_region.height, self.place
        if at < top:
            self.scroll_to(y=at, animate=False)
        elif height and at >= top + height:
            self.scroll_to(y=at - height + 1, animate=False)

    def render_line(self, y: int) -> Strip:
        at, width, base = y + self.scroll_offset.y, self.scrollable_content_region.width, self.rich_style
        if at >= len(self.rows):
            return Strip.blank(width, base)
        here = at == self.place
        if here:
            base = base + self.get_component_rich_style("article-list--chosen")
        segments = self._segments(self.rows[at], width, base, here)
        return Strip(segments).adjust_cell_length(width, base)

    def _segments(self, row: ArticleStatus, width: int, base: Style, here: bool) -> list[Segment]:
        """One article's line: what there is room for, the title taking what is left."""

        def style(name: str) -> Style:
            if here:
                return base
            component = self.get_component_rich_style(f"article-list--{name}")
            return base + Style(color=component.color, bold=component.bold)

        tail = [
            *self._progress(row, style("verified"), style("disputed"), style("quiet"), base),
            Segment(_count(UNICODE.verdicts[Verdict.DISPUTED].glyph, row.counts[Verdict.DISPUTED]), style("disputed")),
            Segment(_count(UNICODE.flag, row.findings), style("finding")),
        ]
        if width >= 90:
            published = row.published.value if row.published else "no date"
            mark = " inferred" if row.published and row.published.inferred else ""
            tail.insert(0, Segment(f"  {published + mark:<20}", style("quiet")))
            tail.append(Segment(set_cell_size("  " + self._last(row), 24), style("quiet")))
        room = max(8, width - 2 - sum(cell_len(segment.text) for segment in tail))
        title = safe_line(row.title) or "(no title)"
        if cell_len(title) > room:
            title = set_cell_size(title, room - 1).rstrip() + UNICODE.ellipsis
        pointer = f"{UNICODE.pointer} " if here else "  "
        return [Segment(pointer, base), Segment(set_cell_size(title, room), base), *tail]

    def _progress(self, row: ArticleStatus, good: Style, bad: Style, quiet: Style, base: Style) -> list[Segment]:
        """A bar of what is done, and its numbers."""
        disputed, left = row.counts[Verdict.DISPUTED], row.counts[Verdict.OPEN]
        done = row.total - left
        cells = round(BAR * done / row.total) if row.total else 0
        wrong = min(cells, -(-BAR * disputed // row.total)) if row.total else 0
        return [
            Segment("  "),
            Segment(UNICODE.done * (cells - wrong), good),
            Segment(UNICODE.wrong * wrong, bad),
            Segment(UNICODE.left * (BAR - cells), quiet),
            Segment(f"{f'{done}/{row.total}':>9}", base),
        ]

    def _last(self, row: ArticleStatus) -> str:
        """Who was last at it and when: the time of a day that is today, else the day."""
        if row.last_at is None:
            return row.last_by
        at = row.last_at.astimezone()
        when = f"{at:%H:%M}" if at.date() == self._today else f"{at:%Y-%m-%d}"
        return f"{when:>10} {safe_line(row.last_by)}"


def _count(glyph: str, number: int) -> str:
    """A sign and a number in seven cells; nothing for none."""
    return f"  {glyph} {min(number, MANY):<3}" if number else " " * 7
