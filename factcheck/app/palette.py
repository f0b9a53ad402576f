"""The command palette: every command that has a key here and now, from the one declaration of each."""

from collections.abc import Iterator
from functools import partial

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.widgets import Input

from factcheck.app.commands import Command, commands_of


class Palette(CommandPalette):
    """The palette as the other questions of the app are: its caret does not blink."""

    def on_mount(self) -> None:
        self.query_one(Input).cursor_blink = False


class KeyCommands(Provider):
    """Offers the commands of the screen the palette was called from."""

    async def discover(self) -> Hits:
        for command in self._commands():
            yield DiscoveryHit(
                self._line(command, command.title), partial(self._run, command), text=command.title, help=None
            )

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for command in self._commands():
            if (score := matcher.match(command.title)) > 0:
                line = self._line(command, matcher.highlight(command.title))
                yield Hit(score, line, partial(self._run, command), text=command.title)

    def _commands(self) -> Iterator[Command]:
        return (command for command in commands_of(self.screen) if command.action != "app.command_palette")

    @staticmethod
    def _line(command: Command, title: Content | str) -> Content:
        words = title if isinstance(title, Content) else Content(title)
        return Content.assemble((f"{command.keys:>9}  ", "bold"), words.stylize_before("not bold"))

    async def _run(self, command: Command) -> None:
        await self.app.run_action(command.action, command.node)
