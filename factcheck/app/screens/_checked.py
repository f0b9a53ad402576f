"""What a worker that looked at an article's claims has to say."""

from collections.abc import Mapping

from textual.message import Message

from factcheck.extract.uncovered import Gap
from factcheck.model import Finding
from factcheck.original import Beside


class ChecksDone(Message, bubble=False):
    """The checks have looked at the claims of the article that is open."""

    def __init__(
        self, findings: tuple[Finding, ...], gaps: tuple[Gap, ...], beside: Mapping[str, tuple[Beside, ...]]
    ) -> None:
        super().__init__()
        self.findings = findings
        self.gaps = gaps
        self.beside = beside
        """What looks like a claim and is covered by none."""
