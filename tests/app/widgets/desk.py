"""A small app around one widget, and articles and claims for it."""

from collections.abc import Iterable
from typing import TypeVar

from textual.app import App, ComposeResult
from textual.geometry import Offset
from textual.widget import Widget

from factcheck.app.messages import ClaimChosen, SpanSelected
from factcheck.app.widgets.article_view import ArticleView
from factcheck.model import Article, Claim, Entry, Ledger, PlainValue, Span

W = TypeVar("W", bound=Widget)

HOSTILE = (
    "[bold]Loud[/] [@click=app.quit]press[/] [/etc/passwd] [sic] $primary \x1b]0;title\x07 \x1b[2J \x9b6n \x9d52;c;QUJD\x9c "
    "\u202eright to left\u202c \u2066x\u2069 zero\u200bwidth \ud800 \U000e0041tag 👩\u200d👩\u200d👧 ❤\ufe0f 🇯🇵 "
    "e" + "\u0301" * 40 + " \x00\x7f\t\r end of 12 million"
)


def article_of(text: str, title: str = "A title") -> Article:
    return Article(title, text)


def ledger_of(article: Article, *claims: tuple[str, str]) -> Ledger:
    """A ledger of claims given by kind and quote; each quote is found where it first stands."""
    entries = []
    for number, (kind, quote) in enumerate(claims, 1):
        start = article.text.index(quote)
        span = Span(start, start + len(quote))
        entries.append(Entry(number, Claim(article.draft, kind, span, quote, PlainValue({"value": quote}))))
    return Ledger(tuple(entries))


def keys_of(ledger: Ledger) -> list[str]:
    return [entry.claim.key for entry in ledger]


class Desk(App[None]):
    """Shows one widget and keeps what it says."""

    def __init__(self, widget: Widget) -> None:
        super().__init__()
        self.widget = widget
        self.chosen: list[str] = []
        self.selected: list[Span | None] = []

    def compose(self) -> ComposeResult:
        yield self.widget

    def on_claim_chosen(self, message: ClaimChosen) -> None:
        self.chosen.append(message.key)

    def on_span_selected(self, message: SpanSelected) -> None:
        self.selected.append(message.span)


def shown(widget: Widget) -> list[str]:
    """The text of the lines that a widget draws now."""
    height = widget.scrollable_content_region.height
    return [widget.render_line(y).text for y in range(height)]


def place_of(view: ArticleView, offset: int) -> Offset:
    """The cell of the view in which an offset of the article is drawn."""
    assert view.page is not None
    line = view.page.line_of(offset)
    return Offset(view.gutter_cells + view.page.cell_of(offset), line - view.scroll_offset.y)


def control_characters(lines: Iterable[str]) -> list[str]:
    """What could steer a terminal in drawn lines."""
    bidi = {*range(0x202A, 0x202F), *range(0x2066, 0x206A)}
    return [
        char
        for line in lines
        for char in line
        if ord(char) < 0x20 or 0x7F <= ord(char) < 0xA0 or 0xD800 <= ord(char) < 0xE000 or ord(char) in bidi
    ]
