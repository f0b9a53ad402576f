"""The app: holds the desk's store, the clock and the reviewer's name, and shows one screen of theirs at a time."""

import gc
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import InvalidThemeError
from textual.binding import Binding
from textual.dom import DOMNode
from textual.filter import LineFilter

from db import Store
from factcheck.app.ascii import AsciiFrames
from factcheck.app.commands import commands_of
from factcheck.app.ending import catch_signals
from factcheck.app.keymap import VIM, keymap, preset_of
from factcheck.app.look import ASCII, UNICODE
from factcheck.app.messages import ArticleOpened, ArticleRead, DeskWanted, Incoming
from factcheck.app.palette import KeyCommands, Palette
from factcheck.app.places import Places
from factcheck.app.screens._base import report
from factcheck.app.screens._listing import DeskPlace
from factcheck.app.screens._session import Session
from factcheck.app.screens._sitting import Sittings, progress
from factcheck.app.screens._words import READ_ONLY
from factcheck.app.screens.review import ReviewScreen
from factcheck.app.themes import DEFAULT, THEMES
from factcheck.app.typed_keys import OrderedKeys
from factcheck.config import LIMIT
from factcheck.errors import ConfigError, FactcheckError
from factcheck.figures import Asked
from factcheck.model import Article
from factcheck.rules import Rules
from factcheck.safe import safe
from factcheck.syntax import Parser

if TYPE_CHECKING:
    from textual.actions import ActionParseResult

    from factcheck.app.screens._audit_place import AuditPlace
    from factcheck.app.screens.desk import DeskScreen
    from factcheck.app.screens.reading import ReadingScreen

__all__ = ["FactcheckApp", "Incoming"]

DESK_BAR = 24
"""How many cells the bar over the whole desk has when the app was left."""
_NO_RULES = Rules()

WRITING = frozenset(
    "judge comment comment_last undo evidence evidence_last evidence_again"
    " add claim_gap correct publish confirm explain resolve recheck".split()
)
"""Actions that end in an act: on a desk that is open to read only they say so, before anything is typed."""


class FactcheckApp(OrderedKeys):
    """Opens the desk, one article of it (`article`: its key), or an article that is new to it (`incoming`).

    `original` is what the article that comes in translates; the desk remembers it.
    """

    TITLE = "factcheck"
    DEFAULT_CSS = """
    CommandPalette SearchIcon { display: none; }
    ToastRack { align-horizontal: left; }
    Toast { padding: 0 1; width: auto; max-width: 64; }
    """
    CSS = """
    Input > .input--placeholder, Input > .input--suggestion { color: $foreground 66%; text-style: italic; }
    OptionList:focus > .option-list--option-highlighted, OptionList > .option-list--option-highlighted {
        background: $warning; color: auto 92%; text-style: bold;
    }
    Screen:ansi OptionList > .option-list--option-highlighted {
        background: ansi_default; color: ansi_yellow; text-style: bold reverse;
    }
    """
    COMMANDS = {KeyCommands}
    BINDINGS = [
        Binding("ctrl+p", "command_palette", "commands", show=False, tooltip="Search all commands", id="app.palette"),
        Binding("ctrl+z", "suspend_process", show=False, tooltip="To the shell; fg comes back", id="app.suspend"),
        Binding("q", "quit", "quit", tooltip="Leave; everything is saved already", id="app.quit"),
    ]

    def __init__(
        self,
        store: Store,
        *,
        reviewer: str,
        clock: Callable[[], datetime],
        parser: Parser | None = None,
        article: str | None = None,
        incoming: Incoming | None = None,
        original: Article | None = None,
        audit: Asked | None = None,
        theme: str = "",
        preset: str = "",
        keys: Mapping[str, str] | None = None,
        rules: Rules = _NO_RULES,
        file_limit: int = LIMIT,
        few_colours: bool = False,
        ascii_only: bool = False,
        places: Places | None = None,
    ) -> None:
        super().__init__(ansi_color=True if few_colours else None)
        self._store, self._reviewer, self._clock, self._rules = store, reviewer, clock, rules
        self._parser = parser
        self._first, self._file_limit = article, file_limit
        self._incoming = incoming
        self._original, self._translation = original, ""
        """What the article that came in translates, and the key of that article."""
        self._asked, self._audited = audit or Asked(), audit is not None
        """What the audit begins with, and whether leaving an article leads back to it."""
        self._audit: AuditPlace | None = None
        """Where the audit was left."""
        self._desk = DeskPlace()
        """Where the desk was left."""
        self._sittings = Sittings(clock)
        self._places = places or Places()
        self._reviewing: ReviewScreen | None = None
        self._unsent: dict[str, str] = {}
        """Notes that were typed and not saved, by claim key: kept while the app runs."""
        self._glyphs = ASCII if ascii_only else UNICODE
        for known in THEMES.values():
            self.register_theme(known)
        self._set_theme(theme or ("ansi-dark" if few_colours else DEFAULT))
        self._keymap_name = preset or VIM
        self.set_keymap(self._keys_of(preset_of(self._keymap_name), keys or {}))

    @staticmethod
    def _keys_of(preset: Mapping[str, str], own: Mapping[str, str]) -> Mapping[str, str]:
        """A preset with a person's own keys, held against every screen; a preset alone is right as it comes."""
        if not own:
            return preset
        from factcheck.app.scopes import scopes

        return keymap({**preset, **own}, scopes(FactcheckApp))

    def get_key_display(self, binding: Binding) -> str:
        """How a key is written; without Unicode by its name, where it has a sign."""
        shown = super().get_key_display(binding)
        return shown if self._glyphs is UNICODE or shown.isascii() else binding.key

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What every drawn line passes: without Unicode, frames are drawn in ASCII too."""
        filters = super().get_line_filters()
        return [*filters, AsciiFrames()] if self._glyphs is ASCII else filters

    def _set_theme(self, name: str) -> None:
        try:
            self.theme = name
        except InvalidThemeError as error:
            known = ", ".join(sorted(self.available_themes))
            raise ConfigError(f"There is no theme {name!r}. Themes: {known}.") from error

    def on_mount(self) -> None:
        if not self.is_headless:
            catch_signals(lambda status: self.exit(return_code=status))
        if self._incoming is not None:
            self._take_in(self._incoming)
        elif self._first is not None:
            self._review(self._first)
        else:
            self._show_desk("")
            if self._audited:
                self.action_audit()

    def on_ready(self) -> None:
        if not gc.isenabled():  # the command turned it off to begin with: what is loaded by now stays
            gc.freeze()
            gc.enable()

    async def run_action(
        self,
        action: "str | ActionParseResult",
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Perform an action; an error meant for people becomes a notice. On a desk to be read only none writes."""
        told = action if isinstance(action, str) else action[1]
        if self._store.readonly and told.rpartition(".")[2].partition("(")[0] in WRITING:
            self.notify(READ_ONLY, markup=False)
            return True
        try:
            return await super().run_action(action, default_namespace, namespaces)
        except FactcheckError as error:
            report(self, error)
            return True

    def notify(self, message: str, **told: Any) -> None:
        """Show a notice in the place of the one before it."""
        self.clear_notifications()
        super().notify(message, **told)

    def action_command_palette(self) -> None:
        """Show every command of the screen that is open, to be searched by words."""
        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))

    def action_help(self) -> None:
        """Show the commands of the screen that is open."""
        from factcheck.app.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(commands_of(self.screen), self._keymap_name))

    def action_audit(self) -> None:
        """Show the desk in figures, where they were left."""
        from factcheck.app.screens.audit import AuditPlace, AuditScreen

        if isinstance(self.screen, AuditScreen):
            return
        screen = AuditScreen(
            self._store,
            reviewer=self._reviewer,
            rules=self._rules,
            clock=self._clock,
            glyphs=self._glyphs,
            place=self._audit or AuditPlace(self._asked),
        )

        def left(_: None) -> None:
            self._audit, self._audited = screen.place, False

        self.push_screen(screen, left)

    @on(ArticleOpened)
    def _open_article(self, message: ArticleOpened) -> None:
        from factcheck.app.screens.audit import AuditScreen

        if isinstance(self.screen, AuditScreen):
            self._audit, self._audited = self.screen.place, True
            self.pop_screen()
        self._review(message.key, message.claim)

    @on(DeskWanted)
    def _open_desk(self, message: DeskWanted) -> None:
        self._show_desk(message.key)
        if self._audited:
            self.action_audit()

    @on(ArticleRead)
    def _keep_article(self, message: ArticleRead) -> None:
        raw = self._incoming.raw if self._incoming is not None else b""
        try:
            self._store.add(
                message.article,
                message.claims,
                actor=self._reviewer,
                at=self._clock(),
                raw=raw,
                findings=len(message.findings),
            )
        except FactcheckError as error:
            report(self, error)
            self._show_desk("")
        else:
            self._review(message.article.key)

    def _take_in(self, incoming: Incoming) -> None:
        known = self._store.has(incoming.article.draft)
        self._translation = known or incoming.article.key
        if known is not None:
            self._review(known)
        else:
            from factcheck.app.screens.reading import ReadingScreen

            self._show(ReadingScreen(incoming.article, self._parser))

    def _review(self, key: str, claim: str = "") -> None:
        try:
            article = self._store.article(key)
            session = Session(
                self._store,
                article,
                reviewer=self._reviewer,
                clock=self._clock,
                rules=self._rules,
                file_limit=self._file_limit,
            )
            if self._original is not None and key == self._translation:
                session.translate(self._original)
                self._original = None
        except FactcheckError as error:
            report(self, error)
            self._show_desk("")
        else:
            self._sittings.begin(session)
            screen = ReviewScreen(
                session, clock=self._clock, glyphs=self._glyphs, unsent=self._unsent, parser=self._parser
            )
            screen.set_reactive(ReviewScreen.chosen, claim)
            screen.left_at = self._places.of(key)
            self._show(screen)
            self._reviewing = screen

    def _leave(self) -> None:
        """Remember where the article is left that is open."""
        if (screen := self._reviewing) is not None and screen.article is not None:
            self._places.leave(screen.article.key, screen.chosen, self._clock())
            self._reviewing = None

    @property
    def farewell(self) -> tuple[str, ...]:
        """What was done since the app began, a line for each sitting that judged a claim; then the whole desk."""
        self._leave()
        self._sittings.end()
        told = self._sittings.told
        if not told:
            return ()
        return *told, f"The desk: {progress(self._store.totals(viewer=self._reviewer), self._glyphs, DESK_BAR)}"

    def _show_desk(self, chosen: str) -> None:
        from factcheck.app.screens.desk import DeskScreen

        if told := self._sittings.end():
            self.notify(safe(told), markup=False)
        self._show(
            DeskScreen(
                self._store,
                replace(self._desk, chosen=chosen),
                reviewer=self._reviewer,
                rules=self._rules,
                clock=self._clock,
                glyphs=self._glyphs,
            )
        )

    def _show(self, screen: "DeskScreen | ReadingScreen | ReviewScreen") -> None:
        """Puts a screen in the place of the one that is shown."""
        self._leave()
        if len(self.screen_stack) > 1:
            from factcheck.app.screens.desk import DeskScreen

            if isinstance(self.screen, DeskScreen):
                self._desk = self.screen.place
            self.switch_screen(screen)
        else:
            self.push_screen(screen)
