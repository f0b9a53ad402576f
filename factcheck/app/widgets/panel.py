"""A pane of blocks of text of which one is chosen and shown in full: findings, gaps."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.strip import Strip

from factcheck.app.messages import BlockChosen
from factcheck.app.widgets.paragraphs import Paragraph
from factcheck.app.widgets.text_pane import TextPane


@dataclass(frozen=True, slots=True)
class Block:
    """A heading that is always shown, and what is shown below it while it is chosen."""

    key: str
    head: tuple[Paragraph, ...]
    rest: tuple[Paragraph, ...] = ()


class Panel(TextPane):
    """Shows blocks, one below the other. Says BlockChosen."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"text--chosen", "text--title"}
    DEFAULT_CSS = """
    Panel {
        & > .text--chosen { color: $text-warning; text-style: bold; }
        & > .text--title { color: $foreground; text-style: bold; }
        &:ansi {
            & > .text--chosen { color: ansi_yellow; text-style: bold; }
            & > .text--title { color: ansi_default; text-style: bold; }
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "step(1)", show=False, tooltip="Next", id="panel.next"),
        Binding("k,up", "step(-1)", show=False, tooltip="Previous", id="panel.previous"),
        Binding("home", "edge(0)", show=False, id="panel.first"),
        Binding("end", "edge(-1)", show=False, id="panel.last"),
    ]

    blocks: reactive[tuple[Block, ...]] = reactive((), init=False, repaint=False)
    chosen: reactive[str] = reactive("", init=False, repaint=False)
    """The key of the block that is shown in full."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._starts: list[int] = []
        """The first line of each block."""
        self._heads: dict[int, tuple[Block, list[Strip]]] = {}

    # What changes it

    def watch_blocks(self) -> None:
        self.lay_out_anew()

    def watch_chosen(self) -> None:
        self.lay_out_anew()

    def forget(self) -> None:
        """Let go of the headings that were drawn."""
        self._heads.clear()

    @property
    def place(self) -> int:
        """Where the chosen block stands, or -1."""
        return next((at for at, block in enumerate(self.blocks) if block.key == self.chosen), -1)

    def lay_out(self, width: int) -> None:
        """Draw every block, the chosen one in full."""
        here = self.place
        self.strips, self._starts = [], []
        for at, block in enumerate(self.blocks):
            self._starts.append(len(self.strips))
            self.strips += self._shown(block, width) if at == here else self._head(at, block, width)
            if at == here or len(block.head) > 1:
                self.strips.append(Strip.blank(width, self.rich_style))
        self.set_lines(len(self.strips))
        self._reveal(here)
        self.refresh()

    def _head(self, at: int, block: Block, width: int) -> list[Strip]:
        known = self._heads.get(at)
        if known is None or known[0] is not block:
            known = self._heads[at] = (block, self._drawn(block.head, width, " ", self.style_of))
        return known[1]

    def _shown(self, block: Block, width: int) -> list[Strip]:
        def bright(name: str) -> Style:
            return self.style_of("chosen" if name == "title" else name)

        head = self._drawn(block.head, width, self.glyphs.pointer, bright)
        return [*head, *self._drawn(block.rest, width, self.glyphs.inside, self.style_of)]

    def _drawn(
        self, paragraphs: tuple[Paragraph, ...], width: int, sign: str, style_of: Callable[[str], Style]
    ) -> list[Strip]:
        """The lines of paragraphs; the first has the sign before it, and the others a rule where the sign is one."""
        rule = "" if sign == " " else self.glyphs.inside
        lines = [strip for paragraph in paragraphs for strip in paragraph.strips(width - 1, style_of)]
        return [
            Strip([Segment((rule if at else sign) or " ", style_of("chosen")), *line], width)
            for at, line in enumerate(lines)
        ]

    def _reveal(self, at: int) -> None:
        """Scroll until the block can be read, from its first line where it is longer than the pane."""
        height, top = self.view_height, self.scroll_offset.y
        if at < 0 or not height:
            return
        first = self._starts[at]
        last = (self._starts[at + 1] if at + 1 < len(self._starts) else len(self.strips)) - 1
        if first < top or last - first >= height:
            self.show_line(first)
        elif last >= top + height:
            self.show_line(last - height + 1)

    # Choosing

    def action_step(self, step: int) -> None:
        """Go to a neighbour; at the ends it stays."""
        if self.blocks:
            at = self.place + step
            self._choose(min(max(at, 0), len(self.blocks) - 1))

    def action_edge(self, at: int) -> None:
        """Go to the first (0) or last (-1) block."""
        if self.blocks:
            self._choose(at)

    def _choose(self, at: int) -> None:
        self.post_message(BlockChosen(self.blocks[at].key))

    async def _on_click(self, event: events.Click) -> None:
        event.prevent_default()
        where = event.get_content_offset(self)
        if where is not None and self.blocks:
            line = self.scroll_offset.y + where.y
            at = max(number for number, start in enumerate(self._starts) if start <= line)
            self._choose(at)


class FindingsPanel(Panel):
    """What the checks found, each finding with its answer; what can be done with it is the screen's."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("g", "step(1)", "next", tooltip="Next finding", id="findings.next"),
        Binding("G", "step(-1)", "previous", tooltip="Previous finding", id="findings.previous"),
        Binding("enter", "screen.finding_claim", "its claims", tooltip="Go through its claims", id="findings.claim"),
        Binding("y,d", "screen.confirm", "confirm", tooltip="Confirmed: dispute the claim", id="findings.confirm"),
        Binding("e", "screen.explain", "explain", tooltip="Explained: give the reason", id="findings.explain"),
    ]


class GapsPanel(Panel):
    """What looks like a claim and is none yet."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("C", "step(1)", "next", tooltip="Next words that no claim covers", id="gaps.next"),
        Binding("a,enter", "screen.claim_gap", "add as claim", tooltip="Make it a claim", id="gaps.add"),
    ]
