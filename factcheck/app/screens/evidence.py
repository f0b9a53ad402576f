"""Asks what a claim was held against; recent sources complete while one types."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.screen import ModalScreen
from textual.suggester import SuggestFromList
from textual.widgets import Input, Label, Static

from factcheck.model import Evidence, Medium
from factcheck.safe import safe, safe_line

_FIELDS = {
    "source": "URL, document, person or data set",
    "locator": "page or time code",
    "quotation": "its words",
    "note": "what it shows",
    "accessed": "2031-05-14",
}
_LABELS = {"locator": "where", "accessed": "read on"}


class EvidenceScreen(ModalScreen[Evidence | None]):
    """Gives the evidence, or None when it was left. `recent` are earlier pieces, newest first."""

    DEFAULT_CSS = """
    EvidenceScreen { align: center middle;
        #evidence { width: 72; max-width: 96%; height: auto; max-height: 96%; background: $surface;
            border: round $accent; padding: 0 1; border-title-color: $text-accent;
            border-subtitle-color: $foreground 70%; }
        #quote { height: auto; max-height: 2; color: $foreground 70%; }
        #is { height: 1; margin: 0 0 0 11; }
        .field { height: 1; }
        Label { width: 11; color: $foreground 70%; }
        Input { width: 1fr; background: $boost; }
        #wrong { height: auto; color: $text-error; }
    }
    """
    BINDINGS: ClassVar = [
        Binding("ctrl+t", "medium", "kind of source", priority=True, show=False),
        Binding("ctrl+r", "primary", "primary or secondary", priority=True, show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
        Binding("escape", "dismiss", "leave", show=False),
    ]
    medium: reactive[Medium] = reactive(Medium.URL, init=False)
    primary: reactive[bool] = reactive(False, init=False)

    def __init__(self, number: int, quote: str, recent: Sequence[Evidence], today: date) -> None:
        super().__init__()
        self._number, self._quote, self._today = number, quote, today
        self._recent = {evidence.source: evidence for evidence in reversed(recent)}
        self._told = False
        """Whether the kind of source was chosen by hand."""

    def compose(self) -> ComposeResult:
        known = [source for source in reversed(self._recent) if source == safe_line(source)]
        with Vertical(id="evidence") as box:
            box.border_title = f"Evidence for claim {self._number}"
            box.border_subtitle = "enter saves   tab next field   right completes   escape leaves"
            yield Static(Content(safe_line(self._quote)), id="quote")
            for name, hint in _FIELDS.items():
                with Horizontal(classes="field"):
                    yield Label(_LABELS.get(name, name), markup=False)
                    field = Input(
                        self._today.isoformat() if name == "accessed" else "",
                        placeholder=hint,
                        id=name,
                        select_on_focus=False,
                        compact=True,
                        suggester=SuggestFromList(known, case_sensitive=False) if name == "source" else None,
                    )
                    field.cursor_blink = False
                    yield field
                if name == "source":
                    yield Static(id="is")
            yield Static(id="wrong")

    def on_mount(self) -> None:
        self.set_focus(self.query_one("#source", Input))
        self._show()

    def watch_medium(self) -> None:
        self._show()

    def watch_primary(self) -> None:
        self._show()

    def action_medium(self) -> None:
        """Go to the next kind of source."""
        kinds = list(Medium)
        self._told = True
        self.medium = kinds[(kinds.index(self.medium) + 1) % len(kinds)]

    def action_primary(self) -> None:
        """Say whether the source was there itself, or reports it."""
        self._told, self.primary = True, not self.primary

    @on(Input.Changed, "#source")
    def _guess(self, event: Input.Changed) -> None:
        """A source that served before is of the same kind; an address is told by how it begins."""
        if self._told:
            return
        known = self._recent.get(event.value)
        if known is not None:
            self.medium, self.primary = known.medium, known.primary
        elif event.value:
            self.medium = Medium.URL if is_address(event.value) else Medium.DOCUMENT

    @on(Input.Submitted)
    def _take(self, event: Input.Submitted) -> None:
        event.stop()
        told = {name: self.query_one(f"#{name}", Input).value.strip() for name in _FIELDS}
        wrong = self.query_one("#wrong", Static)
        try:
            accessed = date.fromisoformat(told["accessed"]) if told["accessed"] else None
        except ValueError:
            wrong.update(Content(safe(f"{told['accessed']!r} is no day. Write it as {self._today} or leave it empty.")))
            return
        if not told["source"]:
            wrong.update("Where is it from? Evidence needs a source.")
            return
        self.dismiss(
            Evidence(
                source=told["source"],
                medium=self.medium,
                primary=self.primary,
                locator=told["locator"],
                quotation=told["quotation"],
                note=told["note"],
                accessed=accessed,
            )
        )

    def _show(self) -> None:
        rank = "primary" if self.primary else "secondary"
        self.query_one("#is", Static).update(
            Content.assemble((self.medium.value, "bold"), " (ctrl+t)   ", (rank, "bold"), " (ctrl+r)")
        )


def is_address(source: str) -> bool:
    """Whether a source is an address that a browser can be given."""
    return source.startswith(("http://", "https://")) and source == safe_line(source) and not set(source) & set(" \t")
