"""The one family of errors a person is meant to read."""


class FactcheckError(Exception):
    """Something a person can act on: what happened, what was kept, what to do.

    `message` is one or more plain sentences; `title` heads it where it is shown as a notice.
    """

    title = "Not done"

    def __init__(self, message: str, title: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        if title is not None:
            self.title = title


class InputError(FactcheckError):
    """An article could not be read; nothing of it was stored."""

    title = "Could not read the article"


class ConfigError(FactcheckError):
    """A setting cannot be used."""

    title = "Setting not understood"


class ReadingError(FactcheckError):
    """Words that a person typed or selected could not be read as the kind of claim asked for."""

    title = "Not understood"


class StoreError(FactcheckError):
    """The desk's database refused; what was acknowledged before is kept."""

    title = "Not saved"


class Cancelled(FactcheckError):
    """The person asked to stop; nothing was stored."""

    title = "Cancelled"


class RuleError(FactcheckError):
    """The rules of the desk do not let this be done."""

    title = "Against the rules"
