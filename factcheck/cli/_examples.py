"""The example articles that come with the package: invented places and people, in three genres."""

from pathlib import Path
from types import MappingProxyType

from factcheck.errors import InputError
from factcheck.safe import safe_line

FOLDER = Path(__file__).parent.parent / "examples"
EXAMPLES = MappingProxyType(
    {
        "wire": "machine-translated agency copy: talks on harbour costs, no year in its dateline",
        "council": "local news in Markdown: a library, its overruns and who pays",
        "results": "business news: a power company's quarter",
    }
)


def example(name: str) -> Path:
    """The file of an example.

    Raises:
        InputError: if there is no such example.
    """
    if name not in EXAMPLES:
        raise InputError(f"There is no example {safe_line(name)!r}. Examples: {', '.join(EXAMPLES)}.")
    return next(FOLDER.glob(f"{name}.*"))
