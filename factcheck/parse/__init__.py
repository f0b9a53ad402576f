"""Parsers that can be chosen beside the rules, one a module; none is imported before it is chosen."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from factcheck.discover import discover
from factcheck.errors import ConfigError
from factcheck.syntax import Parser


@dataclass(frozen=True)
class Choice:
    """A parser by its name; `load` gives it ready to parse, or raises ConfigError with what installs it."""

    name: str
    load: Callable[[], Parser]


@cache
def parser_named(name: str) -> Parser | None:
    """The parser of that name, loaded once; None for "" and "none".

    Raises:
        ConfigError: if there is no such parser, or it is not installed.
    """
    if name in ("", "none"):
        return None
    choices = discover(sys.modules[__name__], Choice)
    if name not in choices:
        raise ConfigError(f"There is no parser {name!r}. Take one of none, {', '.join(choices)}.")
    return choices[name].load()
