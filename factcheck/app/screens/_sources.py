"""What a person gives as a source: an address, or a file to keep with it."""

from pathlib import Path

from factcheck.safe import safe_line


def is_address(source: str) -> bool:
    """Whether a source is an address that a browser can be given."""
    return source.startswith(("http://", "https://")) and source == safe_line(source) and not set(source) & set(" \t")


def file_at(typed: str, limit: int) -> Path | None:
    """The file to attach, of at most `limit` bytes; None where nothing was typed.

    Raises:
        ValueError: saying why it cannot be.
    """
    if not typed:
        return None
    path = Path(typed).expanduser()
    try:
        size = path.stat().st_size if path.is_file() else None
    except OSError as error:
        raise ValueError(f"{typed} cannot be read: {error.strerror}.") from error
    if size is None:
        raise ValueError(f"There is no file {typed}.")
    if size > limit:
        raise ValueError(f"{typed} has {size:,} bytes; {limit:,} may be attached.")
    return path
