"""The key map of a person: checked, because Textual takes what it does not understand and drops what clashes."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from textual.binding import Binding, BindingType, InvalidBinding
from textual.keys import KEY_NAME_REPLACEMENTS, Keys

from factcheck.errors import ConfigError

_NAMES = frozenset(key.value for key in Keys) | frozenset(KEY_NAME_REPLACEMENTS.values())
_MODIFIERS = frozenset({"ctrl", "alt", "shift", "super", "hyper", "meta"})


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
