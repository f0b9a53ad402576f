"""A person's key map: what is taken, and what is refused by name."""

import pytest
from textual.binding import Binding

from db import Store
from factcheck.app.app import FactcheckApp
from factcheck.app.commands import commands_of
from factcheck.app.keymap import PRESETS, keymap
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


async def test_in_the_plain_key_map_no_command_of_desk_and_review_is_a_letter(opens: Opens, article: Article):
    async with opens(article=article.key, preset="plain") as desk:
        for leave in ((), ("escape",)):
            await desk.press(*leave)
            shown = {command.id: command.keys.split() for command in commands_of(desk.app.screen)}
            lettered = {name for name, keys in shown.items() if any(len(key) == 1 and key.isalpha() for key in keys)}
            assert not lettered
        await desk.press("f13")
        assert isinstance(desk.app.screen, RulesScreen)


def test_every_key_map_names_commands_that_there_are_and_an_unknown_one_is_refused(store: Store):
    for name, told in PRESETS.items():
        FactcheckApp(store, reviewer="ada", clock=ticking(), preset=name)
        assert not [keys for keys in told.values() for key in keys.split(",") if len(key) == 1]
    with pytest.raises(ConfigError, match=r"no key map 'emacs'.*vim, plain"):
        FactcheckApp(store, reviewer="ada", clock=ticking(), preset="emacs")
    with pytest.raises(ConfigError, match="'f2' would call both"):
        FactcheckApp(store, reviewer="ada", clock=ticking(), preset="plain", keys={"review.undo": "f2"})
