"""What widgets say, to whoever holds them."""

from textual.message import Message

from factcheck.model import Span


class ClaimChosen(Message):
    """A person chose a claim, by its key."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key


class SpanSelected(Message):
    """A person selected words of the article, or let go of them (None)."""

    def __init__(self, span: Span | None) -> None:
        super().__init__()
        self.span = span
