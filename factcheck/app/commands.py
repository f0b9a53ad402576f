"""What can be done on a screen, read from its bindings: footer, palette and help all say the same."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from textual.content import Content
from textual.dom import DOMNode
from textual.screen import Screen


@dataclass(frozen=True, slots=True)
class Command:
    """One command of a screen: its keys as people write them, what it does, and where its action lives."""

    id: str
    keys: str
    title: str
    action: str
    node: DOMNode


def commands_of(screen: Screen[object]) -> tuple[Command, ...]:
    """Every command that a screen offers now, in the order of its bindings; several keys of one command together."""
    keys: dict[str, list[str]] = {}
    found: dict[str, Command] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        title = active.tooltip or binding.description
        if binding.id is None or not title or not active.enabled:
            continue
        shown = screen.app.get_key_display(binding)
        if binding.id not in found:
            found[binding.id] = Command(binding.id, shown, title, binding.action, active.node)
        if shown not in keys.setdefault(binding.id, []):
            keys[binding.id].append(shown)
    return tuple(_with_keys(command, keys[command.id]) for command in found.values())


def _with_keys(command: Command, keys: Iterable[str]) -> Command:
    return Command(command.id, " ".join(keys), command.title, command.action, command.node)


def hint(screen: Screen[Any], *said: tuple[str, str]) -> Content:
    """What keys do, on one line, in words: each a command's id and what it does, or a key that no key map changes."""
    keys: dict[str, str] = {}
    for binding in (active.binding for active in screen.active_bindings.values()):
        if binding.id is not None:
            shown = screen.app.get_key_display(binding)
            keys.setdefault(binding.id, shown if shown.isascii() else binding.key)
    return Content("  ".join(f"{keys.get(name, name)} {words}" for name, words in said))
