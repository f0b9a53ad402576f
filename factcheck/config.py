"""What a person has set: a frozen Config from a TOML file, the environment and the command line, in rising order.

The file is `config.toml` in the platform's configuration folder, or the one FACTCHECK_CONFIG names:

    reviewer = "ada"                 # who gives the verdicts; without: the login name
    desk = "~/desks/foreign.db"      # the database; without: factcheck.db in the platform's data folder
    limit = 20_000_000               # bytes an article may have
    file_limit = 20_000_000          # bytes a file may have that is attached as evidence
    theme = "light"                  # dark, light, high-contrast, colour-blind, or one of Textual's
    ascii = true                     # draw with ASCII alone
    keymap = "plain"                 # vim: letters, as they come; plain: arrows, enter, function keys and ctrl
    parser = "spacy"                 # adds to the statements that the rules find; without: none

    [keys]                           # a command's id = the keys that call it
    "review.verify" = "v"
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from types import MappingProxyType
from typing import Any

from factcheck.errors import ConfigError

APP = "factcheck"
LIMIT = 20_000_000
"""The size, in bytes, up to which an article is read, or a file attached, unless the configuration says otherwise."""


@dataclass(frozen=True, slots=True)
class Config:
    """Everything that can be set; each value has been looked at, so that using it cannot fail for its form."""

    reviewer: str = ""
    desk: Path = Path(f"{APP}.db")
    limit: int = LIMIT
    file_limit: int = LIMIT
    theme: str = ""
    ascii: bool = False
    keymap: str = ""
    parser: str = ""
    keys: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def load_config(
    environment: Mapping[str, str] = os.environ,
    *,
    db: str | None = None,
    reviewer: str | None = None,
    theme: str | None = None,
    ascii: bool = False,
    parser: str | None = None,
) -> Config:
    """The configuration for one run: command line over environment over file over defaults.

    Raises:
        ConfigError: if the file is not TOML, or a value or a name in it is not understood.
    """
    path = _path(environment)
    told = _read(path)
    for name in told.keys() - {f.name for f in fields(Config)}:
        raise ConfigError(
            f"{path}: there is no setting {name!r}. Settings: {', '.join(f.name for f in fields(Config))}."
        )
    return Config(
        reviewer=_reviewer(reviewer or environment.get("FACTCHECK_REVIEWER") or _text(path, told, "reviewer")),
        desk=_desk(db or environment.get("FACTCHECK_DB") or _text(path, told, "desk")),
        limit=_limit(path, told, "limit"),
        file_limit=_limit(path, told, "file_limit"),
        theme=theme or _text(path, told, "theme"),
        ascii=ascii or _flag(path, told, "ascii"),
        keymap=_text(path, told, "keymap"),
        parser=parser or _text(path, told, "parser"),
        keys=MappingProxyType(_keys(path, told.get("keys", {}))),
    )


def _path(environment: Mapping[str, str]) -> Path:
    if named := environment.get("FACTCHECK_CONFIG"):
        return Path(named).expanduser()
    from platformdirs import user_config_path

    return user_config_path(APP, appauthor=False) / "config.toml"


def places() -> Path:
    """The file that remembers where articles were left, in the platform's folder for state."""
    from platformdirs import user_state_path

    return user_state_path(APP, appauthor=False) / "places.json"


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{path} could not be read: {error}. Nothing was done.") from error


def _text(path: Path, told: Mapping[str, Any], name: str) -> str:
    value = told.get(name, "")
    if not isinstance(value, str):
        raise ConfigError(f"{path}: {name} must be text in quotation marks.")
    return value


def _flag(path: Path, told: Mapping[str, Any], name: str) -> bool:
    value = told.get(name, False)
    if not isinstance(value, bool):
        raise ConfigError(f"{path}: {name} must be true or false.")
    return value


def _limit(path: Path, told: Mapping[str, Any], name: str) -> int:
    value = told.get(name, LIMIT)
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ConfigError(f"{path}: {name} must be a whole number of bytes, 1 or more.")
    return value


def _keys(path: Path, value: object) -> dict[str, str]:
    if not isinstance(value, dict) or not all(isinstance(keys, str) for keys in value.values()):
        raise ConfigError(f'{path}: [keys] must be lines such as "review.verify" = "v".')
    return dict(value)


def _reviewer(told: str) -> str:
    """The name given, or the login name; one line without the space around it."""
    if name := " ".join(told.split()):
        return name
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError) as error:
        raise ConfigError(
            "No login name is known here. Say who you are with --reviewer or FACTCHECK_REVIEWER."
        ) from error


def _desk(told: str) -> Path:
    if told:
        return Path(told).expanduser()
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False) / f"{APP}.db"
