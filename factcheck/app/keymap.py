"""The key map of a person: checked, because Textual takes what it does not understand and drops what clashes."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from types import MappingProxyType

from textual.binding import Binding, BindingType, InvalidBinding
from textual.keys import KEY_NAME_REPLACEMENTS, Keys

from factcheck.errors import ConfigError

_NAMES = frozenset(key.value for key in Keys) | frozenset(KEY_NAME_REPLACEMENTS.values())
_MODIFIERS = frozenset({"ctrl", "alt", "shift", "super", "hyper", "meta"})


VIM = "vim"
"""The keys as the commands come with them."""
PRESETS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        VIM: MappingProxyType({}),
        "plain": MappingProxyType(
            {
                "app.help": "f1",
                "app.quit": "ctrl+q",
                "app.suspend": "f12",
                "review.verify": "f2",
                "review.dispute": "f3",
                "review.dismiss": "f4",
                "review.comment": "f5",
                "review.comment-last": "shift+f5,f17",
                "review.evidence": "f6",
                "review.evidence-last": "shift+f6,f18",
                "review.evidence-again": "f7",
                "review.open": "f8",
                "review.findings": "f9",
                "review.next": "down",
                "review.previous": "up",
                "review.next-open": "ctrl+n",
                "review.previous-open": "ctrl+b",
                "review.undo": "ctrl+z",
                "review.reopen": "ctrl+r",
                "review.filter": "ctrl+w",
                "review.facet": "ctrl+l",
                "review.unfilter": "backspace",
                "review.copy": "ctrl+c",
                "review.copy-to-file": "ctrl+y",
                "review.timeline": "ctrl+t",
                "review.next-finding": "ctrl+g",
                "review.previous-finding": "ctrl+x",
                "review.mark-next": "shift+down",
                "review.mark-back": "shift+up",
                "review.sort": "ctrl+o",
                "review.last": "ctrl+k",
                "review.open-file": "ctrl+v",
                "review.gaps": "ctrl+u",
                "review.add": "insert",
                "review.correct": "ctrl+e",
                "review.published": "ctrl+d",
                "review.same": "ctrl+a",
                "review.rules": "shift+f1,f13",
                "review.resolve": "shift+f2,f14",
                "review.recheck": "shift+f3,f15",
                "review.sign": "shift+f4,f16",
                "article.mark": "f10",
                "review.audit": "ctrl+s",
                "desk.audit": "ctrl+s",
                "desk.rules": "shift+f1,f13",
                "desk.queue": "f2",
                "desk.filter": "ctrl+w",
                "desk.sort": "ctrl+o",
                "desk.refresh": "f5",
                "desk.next": "down",
                "desk.previous": "up",
                "panel.next": "down",
                "panel.previous": "up",
                "findings.next": "f9",
                "findings.previous": "shift+f9,f21",
                "findings.confirm": "f3",
                "findings.explain": "f5",
                "gaps.next": "ctrl+u",
                "gaps.add": "insert,enter",
                "audit.turn": "tab,right",
                "audit.turn-back": "shift+tab,left",
                "audit.today": "f2",
                "audit.week": "f3",
                "audit.months": "f4",
                "audit.all": "f6",
                "audit.refresh": "f5",
                "audit.article": "f8",
                "audit.find": "ctrl+w",
                "audit.unfilter": "backspace",
                "audit.back": "escape,ctrl+s",
                "audit.next": "down",
                "audit.previous": "up",
                "axes.next": "down",
                "axes.previous": "up",
                "axes.turn": "tab,shift+tab",
                "axes.close": "escape,ctrl+t",
                "history.down": "down",
                "history.up": "up",
                "history.article": "enter",
                "history.close": "escape",
                "pick.next": "down",
                "pick.previous": "up",
                "filter.close": "escape,ctrl+l",
                "same.close": "escape,ctrl+a",
                "add.next": "down",
                "add.previous": "up",
                "add.type": "tab,shift+tab",
                "add.longer": "right",
                "add.shorter": "left",
                "add.earlier": "shift+left",
                "add.later": "shift+right",
                "sign.next": "down",
                "sign.previous": "up",
                "sign.close": "escape",
                "rules.close": "escape,enter,shift+f1,f13",
                "help.close": "escape,enter,f1",
                "confirm.yes": "enter",
                "confirm.no": "escape",
            }
        ),
    }
)
"""Key maps to begin with, by name; what one does not say stays as the command comes.

Terminals send shift with a function key as the key twelve further on, so both are named.
"""


def preset_of(name: str) -> Mapping[str, str]:
    """A key map by its name.

    Raises:
        ConfigError: naming those there are.
    """
    if name not in PRESETS:
        raise ConfigError(f"There is no key map {name!r}. Key maps: {', '.join(PRESETS)}.")
    return PRESETS[name]


def keymap(told: Mapping[str, str], scopes: Sequence[Iterable[BindingType]]) -> dict[str, str]:
    """The key map for `App.set_keymap`: a command's id and the keys that call it, separated by commas.

    Each scope holds the bindings that can be called at the same time; in none of them may a key call two commands.

    Raises:
        ConfigError: naming the command that there is not, the key that there is not, or the two that clash.
    """
    known = {binding.id for binding in _commands(chain.from_iterable(scopes))}
    for name, keys in told.items():
        if name not in known:
            names = ", ".join(sorted(each for each in known if each))
            raise ConfigError(f"There is no command {name!r} to give a key to. Commands: {names}.")
        _keys(name, keys)
    for scope in scopes:
        _refuse_clashes(told, scope)
    return dict(told)


def _commands(bindings: Iterable[BindingType]) -> list[Binding]:
    """Every binding that has an id, one a key."""
    return [binding for binding in Binding.make_bindings(bindings) if binding.id]


def _keys(name: str, told: str) -> list[str]:
    """The keys in what a person wrote, by the names Textual has for them."""
    try:
        keys = [binding.key for binding in Binding.make_bindings([Binding(told, "none")])]
    except InvalidBinding as error:
        raise ConfigError(f"{told!r} is no key for {name}: {error}.") from error
    for key in keys:
        *modifiers, base = key.split("+")
        if not _is_key(base) or not _MODIFIERS.issuperset(modifiers):
            raise ConfigError(f"{key!r} is no key for {name}. Keys are written as v, V, f5, ctrl+r or question_mark.")
    return keys


def _is_key(name: str) -> bool:
    if len(name) == 1 or name in _NAMES:
        return True
    try:
        unicodedata.lookup(name.replace("_", " ").upper())
    except KeyError:
        return False
    return True


def _refuse_clashes(told: Mapping[str, str], scope: Iterable[BindingType]) -> None:
    called: dict[str, str] = {}
    for binding in _commands(scope):
        name = str(binding.id)
        for key in _keys(name, told[name]) if name in told else [binding.key]:
            if called.setdefault(key, name) != name:
                raise ConfigError(
                    f"The key {key!r} would call both {called[key]} and {name}. Give one of them another."
                )
