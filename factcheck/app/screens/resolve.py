"""Asks how a dispute between reviewers is decided, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from factcheck.app.commands import hint
from factcheck.app.look import Glyphs
from factcheck.model import Given, Verdict
from factcheck.safe import safe, safe_line

VERDICTS = (Verdict.VERIFIED, Verdict.DISPUTED, Verdict.DISMISSED)


@dataclass(frozen=True, slots=True)
class Decision:
    """The verdict that is to stand, and why."""

    verdict: Verdict
    reason: str


class ResolveScreen(ModalScreen[Decision | None]):
    """Gives the decision, or None when it was left without one."""

    DEFAULT_CSS = """
    ResolveScreen { align: center middle;
        #resolve { width: 72; max-width: 96%; height: auto; max-height: 96%; background: $surface;
            border: round $accent; padding: 0 1; border-title-color: $text-accent;
            border-subtitle-color: $foreground 70%; }
        #quote { height: auto; max-height: 2; color: $foreground 70%; }
        #given { height: auto; max-height: 8; margin: 1 0; }
        #verdict { height: 1; }
        Input { margin: 1 0; background: $boost; }
    }
    """
    BINDINGS: ClassVar = [
        Binding("ctrl+t,down", "turn(1)", "another verdict", priority=True, show=False, id="resolve.next"),
        Binding("up", "turn(-1)", "another verdict", priority=True, show=False, id="resolve.previous"),
        Binding("escape", "dismiss", "leave", show=False, id="form.leave"),
    ]
    verdict: reactive[Verdict] = reactive(Verdict.VERIFIED, init=False)

    def __init__(self, number: int, quote: str, given: Sequence[Given], glyphs: Glyphs) -> None:
        super().__init__()
        self._number, self._quote, self._given, self._glyphs = number, quote, given, glyphs
        self.set_reactive(ResolveScreen.verdict, given[-1].verdict if given else Verdict.VERIFIED)

    def compose(self) -> ComposeResult:
        with Vertical(id="resolve") as box:
            box.border_title = f"Which verdict stands on claim {self._number}?"
            box.border_subtitle = hint(
                self, ("enter", "decides"), ("resolve.next", "other verdict"), ("form.leave", "leaves")
            )
            yield Static(Content(safe_line(self._quote)), id="quote")
            yield Static(self._said(), id="given")
            yield Static(id="verdict")
            field = Input(placeholder="why: what settles it", select_on_focus=False, compact=True)
            field.cursor_blink = False
            yield field

    def on_mount(self) -> None:
        self.watch_verdict()
        self.set_focus(self.query_one(Input))

    def _said(self) -> Content:
        """What each reviewer said, a line each."""
        lines = []
        for each in self._given:
            look = self._glyphs.verdicts[each.verdict]
            note = f"  {safe_line(each.note)}" if each.note else ""
            lines.append(Content.assemble((f"{safe_line(each.reviewer)}  ", "bold"), f"{look.glyph} {look.word}{note}"))
        return Content("\n").join(lines)

    def watch_verdict(self) -> None:
        shown = []
        for verdict in VERDICTS:
            look, chosen = self._glyphs.verdicts[verdict], verdict is self.verdict
            pointer = self._glyphs.pointer if chosen else " "
            shown.append(Content.styled(f"{pointer}{look.glyph} {look.word}", "bold reverse" if chosen else "dim"))
        self.query_one("#verdict", Static).update(Content("   ").join(shown))

    def action_turn(self, step: int) -> None:
        """Choose another verdict."""
        self.verdict = VERDICTS[(VERDICTS.index(self.verdict) + step) % len(VERDICTS)]

    @on(Input.Submitted)
    def _take(self, event: Input.Submitted) -> None:
        event.stop()
        if reason := safe(event.value).strip():
            self.dismiss(Decision(self.verdict, reason))
        else:
            self.query_one(Input).placeholder = "a decision needs its reason"
