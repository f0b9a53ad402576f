"""Words in a file of their own, where the terminal's clipboard cannot be had."""

from tempfile import NamedTemporaryFile

from factcheck.errors import FactcheckError


def written(text: str) -> str:
    """The path of a new file with this text, for its owner alone.

    Raises:
        FactcheckError: if it cannot be written.
    """
    try:
        with NamedTemporaryFile("w", encoding="utf-8", prefix="factcheck-", suffix=".txt", delete=False) as file:
            file.write(text)
    except OSError as error:
        raise FactcheckError(f"No file could be written: {error.strerror}.", title="Not copied") from error
    return file.name
