"""A person's key map: what is taken, and what is refused by name."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

import pytest
from textual.binding import Binding
from textual.dom import DOMNode

import factcheck.app
from db import Store
from factcheck.app.app import FactcheckApp
from factcheck.app.commands import commands_of
from factcheck.app.keymap import PRESETS, keymap
from factcheck.app.scopes import ALONE, FULL, scopes
from factcheck.app.screens._base import BaseScreen
from factcheck.app.screens.filter import FilterScreen
from factcheck.app.screens.help import HelpScreen
from factcheck.app.screens.rules import RulesScreen
from factcheck.errors import ConfigError
from factcheck.model import Article, Verdict
from tests.app.conftest import Opens
from tests.app.desk import ticking

SCOPES = [
    [Binding("q", "quit", id="quit"), Binding("j,down", "move", id="next"), Binding("x", "hidden")],
    [Binding("q", "quit", id="quit"), Binding("j", "move", id="desk.next")],
]


@pytest.mark.parametrize(
    "told", [{}, {"quit": "ctrl+q"}, {"next": "space,f5"}, {"next": "q", "quit": "x"}, {"quit": "?"}, {"quit": "question_mark"}, {"next": "é"}]
)  # fmt: skip
def test_it_is_taken(told: dict[str, str]):
    assert keymap(told, SCOPES) == told


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ({"leave": "q"}, ["'leave'", "quit", "next"]),
        ({"quit": "escap"}, ["'escap'", "quit"]),
        ({"quit": "hyperspace+q"}, ["hyperspace+q"]),
        ({"quit": ""}, ["quit"]),
        ({"quit": "down"}, ["'down'", "quit", "next"]),
        ({"next": "q"}, ["'q'", "quit", "next"]),
    ],
)
def test_it_is_refused_by_name(told: dict[str, str], names: list[str]):
    with pytest.raises(ConfigError) as refused:
        keymap(told, SCOPES)
    assert all(name in refused.value.message for name in names)


def test_no_two_commands_share_a_key_as_the_app_comes(store: Store):
    FactcheckApp(store, reviewer="ada", clock=ticking(), keys={})
    with pytest.raises(ConfigError, match="no theme"):
        FactcheckApp(store, reviewer="ada", clock=ticking(), theme="purple")


async def test_a_changed_key_calls_its_command_and_help_shows_it(opens: Opens, article: Article):
    async with opens(article=article.key, keys={"review.verify": "z", "review.dispute": "v"}) as desk:
        await desk.press("z", "v", "d")
        assert desk.verdicts == {1: Verdict.VERIFIED, 2: Verdict.DISPUTED}
        await desk.press("question_mark")
        shown = {command.id: command.keys for command in desk.app.screen._commands}
        assert (shown["review.verify"], shown["review.dispute"]) == ("z", "v")
        assert {"app.help", "app.quit", "review.undo", "review.filter"} <= shown.keys()


async def test_the_plain_key_map_needs_no_letter(opens: Opens, article: Article):
    async with opens(article=article.key, preset="plain", keys={"review.verify": "f11"}) as desk:
        await desk.press("v", "d", "x", "f11", "f3")
        assert desk.verdicts == {1: Verdict.VERIFIED, 2: Verdict.DISPUTED}
        await desk.press("ctrl+z", "down", "f1")
        assert desk.verdicts == {1: Verdict.VERIFIED}
        assert isinstance(desk.app.screen, HelpScreen)
        assert desk.app.screen.query_one("#help").border_title == "Keys (plain)"


def holders() -> Iterator[type[DOMNode]]:
    """Every part of the app that has keys of its own."""
    for module in walk_packages(factcheck.app.__path__, "factcheck.app."):
        for held in vars(import_module(module.name)).values():
            is_ours = isinstance(held, type) and issubclass(held, DOMNode) and held.__module__ == module.name
            if is_ours and vars(held).get("BINDINGS"):
                yield held


def test_every_key_of_every_screen_can_be_changed():
    known = {FactcheckApp, BaseScreen, *(holder for together in (*FULL, *ALONE) for holder in together)}
    for holder in holders():
        assert any(issubclass(each, holder) for each in known), f"no scope holds {holder.__name__}"
        nameless = [binding.key for binding in Binding.make_bindings(holder.BINDINGS) if not binding.id]
        assert not nameless, f"{holder.__name__}: {nameless}"


def test_in_the_plain_key_map_no_command_of_any_screen_is_a_letter():
    plain = PRESETS["plain"]
    for scope in scopes(FactcheckApp):
        for binding in Binding.make_bindings(scope):
            keys = plain.get(str(binding.id), binding.key).split(",")
            assert not [key for key in keys if len(key) == 1 and key.isalpha()], binding.id


async def test_the_plain_keys_of_the_audit_do_what_they_say(opens: Opens, article: Article):
    async with opens(preset="plain") as desk:
        await desk.press("ctrl+s")
        shown = {command.id: command.keys.split() for command in commands_of(desk.app.screen)}
        assert (shown["audit.months"], shown["audit.back"]) == (["f4"], ["esc", "^s"])
        await desk.press("f3")
        assert desk.app.screen.place.asked.since
        await desk.press("f6", "right", "down")
        assert not desk.app.screen.place.asked.since
        await desk.press("ctrl+s", "f13")
        assert isinstance(desk.app.screen, RulesScreen)


async def test_what_a_question_says_of_its_keys_follows_the_key_map(opens: Opens, article: Article):
    async with opens(article=article.key, keys={"filter.close": "f7", "filter.pick": "z"}) as desk:
        await desk.press("f")
        assert str(desk.app.screen.query_one("#filter").border_subtitle) == "z this too  enter alone  f7 back"
        await desk.press("escape")
        assert isinstance(desk.app.screen, FilterScreen)
        await desk.press("f7")
        assert not isinstance(desk.app.screen, FilterScreen)


def test_every_key_map_names_commands_that_there_are_and_an_unknown_one_is_refused(store: Store):
    for name, told in PRESETS.items():
        FactcheckApp(store, reviewer="ada", clock=ticking(), preset=name)
        assert not [keys for keys in told.values() for key in keys.split(",") if len(key) == 1]
    with pytest.raises(ConfigError, match=r"no key map 'emacs'.*vim, plain"):
        FactcheckApp(store, reviewer="ada", clock=ticking(), preset="emacs")
    with pytest.raises(ConfigError, match="'f2' would call both"):
        FactcheckApp(store, reviewer="ada", clock=ticking(), preset="plain", keys={"review.undo": "f2"})
