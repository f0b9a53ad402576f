"""An article's bytes as they arrived, with what the place they came from says about them."""

from dataclasses import dataclass

from factcheck.errors import InputError
from factcheck.safe import safe_line

LIMIT = 20_000_000
"""How many bytes an article may have, unless a person says otherwise."""

_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Blob:
    """Bytes and what is known of them before they are read.

    `name` is how a message calls them. `suffix` is a file name's, in lower case with its dot. `media_type` and
    `charset` are what a server declared. `source` is the address they came from.
    """

    data: bytes
    name: str
    stem: str = ""
    suffix: str = ""
    media_type: str = ""
    charset: str = ""
    source: str = ""


def refusal(name: str, what: str, advice: str) -> InputError:
    """The error that says what is wrong with `name`, that nothing was kept, and what to do about it."""
    return InputError(f"{_short(name)} {_short(what)}; nothing was stored. {advice}")


def too_large(name: str, limit: int) -> InputError:
    """The error for more bytes than the limit."""
    return refusal(
        name,
        f"is larger than the limit of {limit / 1_000_000:,g} MB",
        "Take the part that is the article, or raise the limit.",
    )


def empty(name: str) -> InputError:
    """The error for no bytes, or none that show."""
    return refusal(name, "is empty", "Check that it is the right file.")


def _short(words: str) -> str:
    shown = safe_line(words)
    return shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…"
