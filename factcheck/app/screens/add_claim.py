"""Asks what kind of claim the selected words are, and shows how each kind reads them."""

import re
from functools import cached_property

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from factcheck.app.commands import hint
from factcheck.app.screens._readings import AROUND, document_around, typed_value
from factcheck.document import Document
from factcheck.kinds import Kind, kinds
from factcheck.model import Article, Claim, Origin, Span, Value
from factcheck.safe import safe_line

_WORD = re.compile(r"\w+(?:[-'’.,/]\w+)*")


class AddClaimScreen(ModalScreen[Claim | None]):
    """Gives the claim as the kind that was chosen reads it, or None."""

    DEFAULT_CSS = """
    AddClaimScreen { align: center middle;
        #add { width: 72; max-width: 96%; height: auto; max-height: 96%; background: $surface; border: round $accent;
            padding: 0 1; border-title-color: $text-accent; border-subtitle-color: $foreground 70%; }
        #words { height: auto; max-height: 4; margin: 1 0; }
        #kinds { height: auto; margin-bottom: 1; }
        #value { background: $boost; margin-bottom: 1; }
    }
    """
    AUTO_FOCUS = ""
    BINDINGS = [
        Binding("escape", "dismiss", "leave", show=False, id="form.leave"),
        Binding("j,down", "move(1)", "next kind", show=False, id="add.next"),
        Binding("k,up", "move(-1)", "previous kind", show=False, id="add.previous"),
        Binding("tab,shift+tab,t", "type", "type the value, and back", show=False, id="add.type"),
        Binding("right,l", "stretch(1)", "a word more", show=False, id="add.longer"),
        Binding("left,h", "stretch(-1)", "a word less", show=False, id="add.shorter"),
        Binding("shift+left,H", "stretch(1, False)", "a word more at the beginning", show=False, id="add.earlier"),
        Binding("shift+right,L", "stretch(-1, False)", "a word less at the beginning", show=False, id="add.later"),
        Binding("enter", "take", "add", show=False, id="add.take"),
        *(Binding(str(number), f"take({number})", show=False, id=f"add.kind-{number}") for number in range(1, 10)),
    ]

    span: reactive[Span] = reactive(Span(0, 0), init=False)
    here: reactive[int] = reactive(0, init=False)

    def __init__(self, article: Article, span: Span, *, kind: str = "", number: int = 0, value: Value | None = None):
        """`kind` is the likely one; `number` and `value` are those of the claim that is corrected."""
        super().__init__()
        self._title = f"Correct claim {number}" if number else "Add a claim"
        self._likely, self._former = kind, (span, value)
        self._article = article
        self._kinds: tuple[Kind, ...] = tuple(kinds().values())
        self.set_reactive(AddClaimScreen.span, span)

    @cached_property
    def _document(self) -> Document:
        return document_around(self._article, self.span)

    def compose(self) -> ComposeResult:
        with Vertical(id="add") as box:
            box.border_title = self._title
            box.border_subtitle = hint(
                self, ("add.take", "takes"), ("left/right, shift:", "other words"), ("add.type", "types a value")
            )
            yield Static(id="words")
            yield Static(id="kinds")
            field = Input(placeholder="t: type what it says, as 201.7 billion yen", id="value", compact=True)
            field.cursor_blink = False
            yield field

    def on_mount(self) -> None:
        readings = self._readings()
        likely = [at for at, kind in enumerate(self._kinds) if kind.name == self._likely]
        read = [at for at, value in enumerate(readings) if value is not None]
        self.set_reactive(AddClaimScreen.here, next((at for at in likely if at in read), (*read, *likely, 0)[0]))
        self._show()

    def watch_span(self) -> None:
        self._show()

    def watch_here(self) -> None:
        self._show()

    def action_move(self, by: int) -> None:
        """Go to another kind."""
        self.here = (self.here + by) % len(self._kinds)

    def action_type(self) -> None:
        """Give the keys to the field for the value, or take them back."""
        field = self.query_one(Input)
        self.set_focus(None if self.focused is field else field)

    @on(Input.Changed)
    def _type(self) -> None:
        self._show()

    @on(Input.Submitted)
    def _submit(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_take()

    def action_stretch(self, by: int, at_end: bool = True) -> None:
        """Take one word more or less at the end, or at the beginning."""
        self.span = (stretched if at_end else stretched_back)(self._article.text, self.span, by)

    def action_take(self, number: int = 0) -> None:
        """Give the claim as the chosen kind reads it; where it reads nothing, nothing happens but the line stays.

        While a claim is corrected a number only chooses: it may be the first figure of a value, typed before `t`.
        """
        at = number - 1 if number else self.here
        if at >= len(self._kinds):
            return
        value = self._readings()[at]
        if value is None or (number and self._former[1] is not None):
            self.here = at
            return
        text, kind = self._article.text, self._kinds[at]
        self.dismiss(Claim(self._article.draft, kind.name, self.span, self.span.of(text), value, Origin.ADDED))

    def _readings(self) -> tuple[Value | None, ...]:
        """What each kind reads: in what was typed, where that is possible and something was, else in the words."""
        typed = self.query_one(Input).value.strip()
        if not typed:
            return tuple(map(self._read, self._kinds))
        return tuple(typed_value(kind, typed, self._article) for kind in self._kinds)

    def _read(self, kind: Kind) -> Value | None:
        """What the words say to a kind; of the claim that is corrected what it says now."""
        span, value = self._former
        if value is not None and kind.name == self._likely and self.span == span:
            return value
        return kind.read(self._document, self.span)

    def _show(self) -> None:
        words = safe_line(self.span.of(self._article.text))
        self.query_one("#words", Static).update(Content.assemble("“", (words, "bold"), "”"))
        lines = [
            self._line(at, kind, value)
            for at, (kind, value) in enumerate(zip(self._kinds, self._readings(), strict=True))
        ]
        self.query_one("#kinds", Static).update(Content("\n").join(lines))

    def _line(self, at: int, kind: Kind, value: Value | None) -> Content:
        chosen = "reverse " if at == self.here else ""
        typed = self.query_one(Input).value.strip()
        wrong = (
            "cannot be typed: change its words" if typed and not kind.typed else f"is not read as {kind.title.lower()}"
        )
        reading = safe_line(str(value)) if value is not None else wrong
        return Content.assemble(
            (f" {at + 1} ", f"{chosen}bold $text-accent"),
            (f" {kind.title:<11}", f"{chosen}bold"),
            (reading, "" if value is not None else "$foreground 66%"),
        )


def stretched(text: str, span: Span, by: int) -> Span:
    """The span with one word more or less at its end; never less than one word, never beyond the paragraph."""
    if by < 0:
        ends = [word.end() for word in _WORD.finditer(text, *span)]
        return Span(span.start, ends[-2]) if len(ends) > 1 else span
    stop = text.find("\n", span.end)
    following = _WORD.search(text, span.end, len(text) if stop < 0 else stop)
    return Span(span.start, following.end()) if following else span


def stretched_back(text: str, span: Span, by: int) -> Span:
    """The span with one word more or less at its beginning, within the same bounds."""
    if by < 0:
        starts = [word.start() for word in _WORD.finditer(text, *span)]
        return Span(starts[1], span.end) if len(starts) > 1 else span
    begin = max(text.rfind("\n", 0, span.start) + 1, span.start - AROUND)
    before = [word.start() for word in _WORD.finditer(text, begin, span.start)]
    return Span(before[-1], span.end) if before else span
