"""Asks what a claim was held against; recent sources complete while one types."""

import os
from collections.abc import Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.screen import ModalScreen
from textual.suggester import Suggester, SuggestFromList
from textual.widgets import Input, Label, Static

from factcheck.app.commands import hint
from factcheck.app.screens._sources import file_at, is_address
from factcheck.model import Evidence, Medium
from factcheck.safe import safe, safe_line

_FIELDS = {
    "source": "URL, document, person or data set",
    "locator": "page or time code",
    "quotation": "its words",
    "note": "what it shows",
    "file": "path of a file to keep with it",
    "accessed": "2031-05-14",
}
_OFFERED = 3
"""How many earlier sources are listed under the one that is typed."""
_MOST = 5_000
"""How many files of a folder are looked at to complete a path."""


class Given(NamedTuple):
    """The evidence, and the file to attach to it."""

    evidence: Evidence
    path: Path | None = None


_LABELS = {"locator": "where", "accessed": "read on"}


class EvidenceScreen(ModalScreen[Given | None]):
    """Gives the evidence, or None when it was left. `recent` are earlier pieces, newest first."""

    DEFAULT_CSS = """
    EvidenceScreen { align: center middle;
        #evidence { width: 72; max-width: 96%; height: auto; max-height: 96%; background: $surface;
            border: round $accent; padding: 0 1; border-title-color: $text-accent;
            border-subtitle-color: $foreground 70%; }
        #quote { height: auto; max-height: 2; color: $foreground 70%; }
        #other { height: auto; max-height: 2; color: $text-warning; }
        #is { height: 1; margin: 0 0 0 11; }
        #known { height: auto; max-height: 3; margin: 0 0 0 11; color: $foreground 70%; }
        .field { height: 1; }
        Label { width: 11; color: $foreground 70%; }
        Input { width: 1fr; background: $boost; }
        #wrong { height: auto; color: $text-error; }
    }
    """
    BINDINGS: ClassVar = [
        Binding("ctrl+t", "medium", "kind of source", priority=True, show=False, id="evidence.medium"),
        Binding("ctrl+r", "primary", "primary or secondary", priority=True, show=False, id="evidence.primary"),
        Binding("ctrl+n", "offer", "an earlier source", priority=True, show=False, id="evidence.earlier"),
        Binding("down", "app.focus_next", show=False, id="evidence.next"),
        Binding("up", "app.focus_previous", show=False, id="evidence.previous"),
        Binding("escape", "dismiss", "leave", show=False, id="form.leave"),
    ]
    medium: reactive[Medium] = reactive(Medium.URL, init=False)
    primary: reactive[bool] = reactive(False, init=False)

    def __init__(
        self, title: str, quote: str, recent: Sequence[Evidence], today: date, file_limit: int, other: str = ""
    ) -> None:
        super().__init__()
        self._file_limit = file_limit
        self._offered: tuple[str, ...] = ()
        self._title, self._quote, self._today, self._other = title, quote, today, other
        self._recent = {evidence.source: evidence for evidence in reversed(recent)}
        self._told = False
        """Whether the kind of source was chosen by hand."""

    def compose(self) -> ComposeResult:
        known = [source for source in reversed(self._recent) if source == safe_line(source)]
        suggesters = {"source": SuggestFromList(known, case_sensitive=False), "file": PathSuggester()}
        with Vertical(id="evidence") as box:
            box.border_title = Content(safe_line(self._title))
            box.border_subtitle = hint(
                self,
                ("enter", "saves"),
                ("tab", "next"),
                ("right", "completes"),
                ("evidence.earlier", "earlier"),
                ("form.leave", "leaves"),
            )
            yield Static(Content(safe_line(self._quote)), id="quote")
            if self._other:
                yield Static(Content(safe_line(self._other)), id="other")
            for name, wanted in _FIELDS.items():
                with Horizontal(classes="field"):
                    yield Label(_LABELS.get(name, name), markup=False)
                    field = Input(
                        self._today.isoformat() if name == "accessed" else "",
                        placeholder=wanted,
                        id=name,
                        select_on_focus=False,
                        compact=True,
                        suggester=suggesters.get(name),
                    )
                    field.cursor_blink = False
                    yield field
                if name == "source":
                    yield Static(id="is")
                    yield Static(id="known")
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
        if event.value not in self._offered:
            self._offer(event.value)
        if self._told:
            return
        known = self._recent.get(event.value)
        if known is not None:
            self.medium, self.primary = known.medium, known.primary
        elif event.value:
            self.medium = Medium.URL if is_address(event.value) else Medium.DOCUMENT

    def _offer(self, typed: str) -> None:
        """List earlier sources that have what is typed: of the same address first, then the latest."""
        self._offered = offered(typed, tuple(reversed(self._recent)))[:_OFFERED]
        self.query_one("#known", Static).update(Content("\n").join(Content(safe_line(each)) for each in self._offered))

    def action_offer(self) -> None:
        """Take the next of the sources that are listed."""
        if self._offered:
            field = self.query_one("#source", Input)
            at = self._offered.index(field.value) if field.value in self._offered else -1
            field.value = self._offered[(at + 1) % len(self._offered)]
            field.cursor_position = len(field.value)

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
        try:
            path = file_at(told["file"], self._file_limit)
        except ValueError as error:
            wrong.update(Content(safe(str(error))))
            return
        if not told["source"] and path is None:
            wrong.update("Where is it from? Evidence needs a source or a file.")
            return
        evidence = Evidence(
            source=told["source"] or (path.name if path else ""),
            medium=self.medium if told["source"] else Medium.DOCUMENT,
            primary=self.primary,
            locator=told["locator"],
            quotation=told["quotation"],
            note=told["note"],
            accessed=accessed,
        )
        self.dismiss(Given(evidence, path))

    def _show(self) -> None:
        rank = "primary" if self.primary else "secondary"
        self.query_one("#is", Static).update(
            Content.assemble((self.medium.value, "bold"), " (ctrl+t)   ", (rank, "bold"), " (ctrl+r)")
        )


def offered(typed: str, recent: Sequence[str]) -> tuple[str, ...]:
    """Of earlier sources, latest first, those that have what is typed: of the same host first; nothing for nothing."""
    wanted = typed.strip().casefold()
    if not wanted:
        return ()
    host = host_of(wanted)
    same = [source for source in recent if host and host_of(source.casefold()) == host]
    having = [source for source in recent if wanted in source.casefold()]
    found = dict.fromkeys((*having, *same))
    return tuple(source for source in found if source != typed and source == safe_line(source))


def host_of(source: str) -> str:
    """The host of an address, without "www."; empty where a source is no address."""
    _, sign, rest = source.partition("://")
    return rest.split("/", 1)[0].removeprefix("www.") if sign else ""


class PathSuggester(Suggester):
    """Completes the path of a file from what is in its folder."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        folder, _, begun = value.rpartition("/")
        if not value:
            return None
        try:
            with os.scandir(Path(folder + "/" if value.startswith("/") else folder or ".").expanduser()) as entries:
                found = sorted(each.name for each in islice(entries, _MOST) if each.name.startswith(begun))
        except OSError:
            return None
        names = [name for name in found if name != begun and name == safe_line(name)]
        return value + names[0][len(begun) :] if names else None
