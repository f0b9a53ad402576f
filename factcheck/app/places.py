"""Where each article was left: a state of this machine, for the log keeps what was decided and nothing else."""

import json
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from factcheck.atomic import write_atomic
from factcheck.errors import FactcheckError

MOST = 500
"""How many articles are remembered; of more the one left first goes."""


class Left(NamedTuple):
    """The claim at hand when an article was left, by its key, and when that was."""

    claim: str
    at: datetime


class Places:
    """The places of one reviewer at one desk; without a `path` they are kept while the program runs.

    A convenience: a file that cannot be read or written is done without, and the last verdict tells where to go on.
    """

    def __init__(self, path: Path | None = None, whose: str = "") -> None:
        self._path, self._whose = path, whose
        self._here: dict[str, Left] = {}

    def of(self, article: str) -> Left | None:
        """Where an article was left."""
        if article in self._here or self._path is None:
            return self._here.get(article)
        with suppress(KeyError, TypeError, ValueError):
            claim, at = self._kept()[self._name(article)]
            return Left(str(claim), datetime.fromisoformat(at))
        return None

    def leave(self, article: str, claim: str, at: datetime) -> None:
        """Remember the claim at hand."""
        if not claim:
            return
        self._here[article] = Left(claim, at)
        if self._path is None:
            return
        kept = self._kept()
        kept.pop(self._name(article), None)
        kept[self._name(article)] = [claim, at.isoformat()]
        with suppress(OSError, FactcheckError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with write_atomic(self._path) as out:
                out.write(json.dumps(dict(list(kept.items())[-MOST:])).encode())

    def _name(self, article: str) -> str:
        return f"{self._whose}/{article}"

    def _kept(self) -> dict[str, Any]:
        with suppress(OSError, ValueError):
            told = json.loads(self._path.read_bytes()) if self._path is not None else {}
            return told if isinstance(told, dict) else {}
        return {}
