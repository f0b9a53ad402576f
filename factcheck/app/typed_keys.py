"""Hands typed keys out one at a time, so that keys typed fast mean what they would mean typed slowly.

A terminal can deliver several keys at once. Without this all of them go to the widget that had the focus before the
first one was acted on: the letters typed after `/` would be commands instead of words.
"""

from collections import deque
from dataclasses import dataclass, replace
from functools import partial

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.screen import Screen
from textual.timer import Timer

PATIENCE = 0.5
"""Seconds a key waits for the one before it; then it is handed out anyway, so that the keyboard is never dead."""


class OrderedKeys(App[None]):
    """An app in which a key, or what is pasted, is handed out when everything the key before it did is done."""

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._typed: deque[events.Key | events.Paste] = deque()
        self._under_way = 0
        """The number of the key that is being acted on; 0 for none."""
        self._count = 0
        self._patience: Timer | None = None

    async def on_event(self, event: events.Event) -> None:
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self._typed.append(event)
        if not self._under_way:
            await self._hand_out()
        elif self._patience is None:
            self._patience = self.set_timer(PATIENCE, partial(self._done, self._under_way))

    async def _hand_out(self) -> None:
        """Give the oldest key to whoever has the focus now, and send a messenger after it."""
        if not self._typed:
            return
        self._count += 1
        self._under_way = self._count
        way = Way(self._count, self.screen, self.focused or self.screen)
        await super().on_event(self._typed.popleft())
        self._climb(way, way.start)

    def _climb(self, way: "Way", node: DOMNode | None) -> None:
        """Go the way an unhandled key goes, from the focus up to the app, and the messages it gave rise to after it."""
        if self.screen is not way.screen:
            if self.screen.is_mounted or not self.screen.call_after_refresh(self._done, way.number):
                self.call_later(self._done, way.number)
        elif node is not None and node is not self and node.call_later(self._climb, way, node.parent):
            return
        elif way.laps > 1:
            self._climb(replace(way, laps=way.laps - 1), way.start)
        else:
            self.call_later(self._done, way.number)

    async def _done(self, number: int) -> None:
        if number != self._under_way:
            return
        self._under_way = 0
        if self._patience is not None:
            self._patience.stop()
            self._patience = None
        await self._hand_out()
        if self._typed and self._patience is None:
            self._patience = self.set_timer(PATIENCE, partial(self._done, self._under_way))


@dataclass(frozen=True, slots=True)
class Way:
    """Where a key went: its number, the screen and the focus it met; the second lap follows what the key set off."""

    number: int
    screen: Screen[object]
    start: DOMNode
    laps: int = 2
