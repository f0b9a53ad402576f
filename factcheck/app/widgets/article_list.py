"""The articles of a desk, one a line: drawn and asked for as they are seen, so that ten thousand cost what ten do."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from factcheck.app.look import Glyphs
from factcheck.app.messages import ArticleChosen, ArticleOpened, ArticlesSeen
from factcheck.model import ArticleStatus, Verdict
from factcheck.safe import safe_line

BAR = 10
"""Cells of the progress bar."""
WIDE = 90
"""Cells from which date and last act are shown."""
_LAST, _WANTS, _FEW_WANTS = 22, 42, 20
"""Cells of what is shown last: the last act, or what an article waits for."""
MANY = 9_999
"""The highest count that is written out."""


class ArticleList(ScrollView, can_focus=True):
    """Shows the articles of `order`, by key; `chosen` is the one the reader is on. `now` tells today from other days.

    `lines` are those that were read: ArticlesSeen says which are seen, whoever holds the list reads them.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES = {
        "article-list--head",
        "article-list--quiet",
        "article-list--verified",
        "article-list--disputed",
        "article-list--finding",
        "article-list--chosen",
    }
    DEFAULT_CSS = """
    ArticleList { overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1; background: $surface;
        & > .article-list--head { background: $surface-lighten-1; color: $foreground 66%; text-style: bold; }
        & > .article-list--quiet { color: $foreground 66%; }
        & > .article-list--verified { color: $text-success; }
        & > .article-list--disputed { color: $text-error; text-style: bold; }
        & > .article-list--finding { color: $text-warning; text-style: bold; }
        & > .article-list--chosen { background: $warning; color: auto 92%; text-style: bold; }
        &:ansi > .article-list--chosen { background: ansi_default; color: ansi_yellow; text-style: bold reverse; }
        &:ansi > .article-list--head { background: ansi_default; color: ansi_default; }
        &:ansi > .article-list--quiet { color: ansi_default; }
        &:nocolor > .article-list--chosen { text-style: bold reverse; }
    }
    """
    BINDINGS = [
        Binding("j,down", "move(1)", "next", show=False, tooltip="Next article", id="desk.next"),
        Binding("k,up", "move(-1)", "previous", show=False, tooltip="Previous article", id="desk.previous"),
        Binding("home", "move(-1000000)", "first", show=False, tooltip="First article", id="desk.first"),
        Binding("end", "move(1000000)", "last", show=False, tooltip="Last article", id="desk.last"),
        Binding("pageup", "page(-1)", "page up", show=False, tooltip="A page up", id="desk.page-back"),
        Binding("pagedown", "page(1)", "page down", show=False, tooltip="A page down", id="desk.page"),
        Binding("enter", "open", "open", tooltip="Review this article", id="desk.open"),
    ]

    order: reactive[tuple[str, ...]] = reactive(())
    lines: reactive[Mapping[str, ArticleStatus]] = reactive(MappingProxyType({}))
    chosen: reactive[str] = reactive("")
    wants: reactive[Mapping[str, str] | None] = reactive(None)
    """What each article waits for, by its key: shown in the place of date and last act."""

    def __init__(self, now: datetime, glyphs: Glyphs, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._glyphs = glyphs
        self._today = now.astimezone().date()
        self._places: dict[str, int] = {}

    @property
    def place(self) -> int:
        """Where the chosen article stands in the order; 0 when it is not in it."""
        return self._places.get(self.chosen, 0)

    def watch_order(self) -> None:
        self._places = {key: at for at, key in enumerate(self.order)}
        self._extend()
        self._tell_seen()

    def watch_chosen(self) -> None:
        self._reveal()

    def on_resize(self) -> None:
        self._extend()
        self._tell_seen()

    def watch_scroll_y(self, old: float, new: float) -> None:
        super().watch_scroll_y(old, new)
        self._tell_seen()

    def action_move(self, by: int) -> None:
        """Move up or down; stay at the ends."""
        if self.order:
            at = min(max(self.place + by, 0), len(self.order) - 1)
            self.post_message(ArticleChosen(self.order[at]))

    def action_page(self, by: int) -> None:
        """Move by as many articles as are seen at once."""
        self.action_move(by * max(1, self._height))

    def action_open(self) -> None:
        """Open the article the reader is on."""
        if self.order:
            self.post_message(ArticleOpened(self.order[self.place]))

    def on_click(self, event: events.Click) -> None:
        """A click moves to an article, a second one opens it."""
        at = event.y - 1 + self.scroll_offset.y
        if event.y and at < len(self.order):
            key = self.order[at]
            self.post_message(ArticleOpened(key) if event.chain > 1 or key == self.chosen else ArticleChosen(key))

    @property
    def _height(self) -> int:
        """How many articles are seen at once: under the head."""
        return self.scrollable_content_region.height - 1

    def _extend(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, len(self.order) + 1)
        self._reveal()

    def _tell_seen(self) -> None:
        self.post_message(ArticlesSeen(self.scroll_offset.y, self.scroll_offset.y + max(1, self._height)))

    def _reveal(self) -> None:
        """Scroll as far as the chosen article needs it; to the middle of the list from far away."""
        top, height, at = self.scroll_offset.y, self._height, self.place
        if height <= 0 or top <= at < top + height:
            return
        if not top - height <= at < top + 2 * height:
            self.scroll_to(y=max(0, at - height // 2), animate=False)
        else:
            self.scroll_to(y=at if at < top else at - height + 1, animate=False)

    def render_line(self, y: int) -> Strip:
        at, width, base = y - 1 + self.scroll_offset.y, self.scrollable_content_region.width, self.rich_style
        if not y:
            head = self.get_component_rich_style("article-list--head")
            names = ("  article", "published", "", "", "", "last act" if self.wants is None else "waits for")
            bar = [Segment(f"{'done':<{BAR}}", head)]
            return Strip(_line(names, bar, width, [head] * 6, self._glyphs.ellipsis, waiting=self.wants is not None))
        if at >= len(self.order):
            return Strip.blank(width, base)
        here = at == self.place
        if here:
            base = base + self.get_component_rich_style("article-list--chosen")
        row = self.lines.get(self.order[at])
        segments = self._row(row, width, base, here) if row else [Segment(f"  {self._glyphs.ellipsis}", base)]
        return Strip(segments).adjust_cell_length(width, base)

    def _row(self, row: ArticleStatus, width: int, base: Style, here: bool) -> list[Segment]:
        """One article's line."""

        def style(name: str) -> Style:
            if here:
                return base
            component = self.get_component_rich_style(f"article-list--{name}")
            return base + Style(color=component.color, bold=component.bold)

        published = f"{row.published.value}{' inferred' if row.published.inferred else ''}" if row.published else "?"
        disputed = _count(self._glyphs.verdicts[Verdict.DISPUTED].glyph, row.counts[Verdict.DISPUTED])
        bar = self._progress(row, style("verified"), style("disputed"), style("quiet"))
        cells = (
            (self._glyphs.pointer if here else " ") + " " + (safe_line(row.title) or "(no title)"),
            published,
            f"{row.total - row.counts[Verdict.OPEN]}/{row.total}",
            disputed,
            _count(self._glyphs.flag, row.findings),
            self._last(row) if self.wants is None else safe_line(self.wants.get(row.key, "")),
        )
        return _line(
            cells,
            bar,
            width,
            [base, style("quiet"), base, style("disputed"), style("finding"), style("quiet")],
            self._glyphs.ellipsis,
            waiting=self.wants is not None,
        )

    def _progress(self, row: ArticleStatus, good: Style, bad: Style, quiet: Style) -> list[Segment]:
        """A bar of what is done: never full while something is left, never empty of what is disputed."""
        disputed, left = row.counts[Verdict.DISPUTED], row.counts[Verdict.OPEN]
        total = max(row.total, 1)
        cells = min(round(BAR * (row.total - left) / total), BAR - 1 if left else BAR)
        wrong = -(-BAR * disputed // total)
        cells = max(cells, wrong)
        return [
            Segment(self._glyphs.done * (cells - wrong), good),
            Segment(self._glyphs.wrong * wrong, bad),
            Segment(self._glyphs.left * (BAR - cells), quiet),
        ]

    def _last(self, row: ArticleStatus) -> str:
        """Who was last at it and when: the time of a day that is today, else the day."""
        if row.last_at is None:
            return row.last_by
        at = row.last_at.astimezone()
        when = f"{at:%H:%M}" if at.date() == self._today else f"{at:%Y-%m-%d}"
        return f"{when} {safe_line(row.last_by)}"


def _count(glyph: str, number: int) -> str:
    """A sign and a number; nothing for none."""
    return f"{glyph} {min(number, MANY)}" if number else ""


def _line(
    cells: Sequence[str], bar: Sequence[Segment], width: int, styles: Sequence[Style], ellipsis: str, *, waiting: bool
) -> list[Segment]:
    """Title, date, bar, share done, disputed, findings, last act: the first takes what the others leave.

    Where the last cell says what is waited for, it has its room also on a narrow screen.
    """
    roomy = width >= WIDE
    title, published, done, disputed, findings, last = cells
    base = styles[0]
    tail = [
        *([Segment("  " + set_cell_size(published, 19), styles[1])] if roomy and not waiting else []),
        Segment("  ", base),
        *bar,
        Segment(f"{done:>8}  ", styles[2]),
        Segment(set_cell_size(disputed, 6), styles[3]),
        Segment(set_cell_size(findings, 6), styles[4]),
        *([Segment("  " + set_cell_size(last, _LAST), styles[5])] if roomy and not waiting else []),
        *([Segment("  " + set_cell_size(last, _WANTS if roomy else _FEW_WANTS), styles[0])] if waiting else []),
    ]
    room = max(8, width - sum(cell_len(segment.text) for segment in tail))
    if cell_len(title) > room:
        title = set_cell_size(title, room - 1).rstrip() + ellipsis
    return [Segment(set_cell_size(title, room), base), *tail]
