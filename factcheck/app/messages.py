"""What widgets say, to whoever holds them."""

from dataclasses import dataclass

from textual.message import Message

from factcheck.model import Article, Claim, Finding, Span


@dataclass(frozen=True)
class Incoming:
    """An article that is new to the desk, with the bytes it was read from."""

    article: Article
    raw: bytes = b""


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


class ArticleChosen(Message):
    """A person moved to an article of the desk, by its key."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key


class ArticlesSeen(Message):
    """Articles of the desk came into view: from the first of these places to before the second."""

    def __init__(self, first: int, end: int) -> None:
        super().__init__()
        self.first = first
        self.end = end


class ArticleOpened(Message):
    """A person wants to review an article of the desk, by its key; from a claim of it on, where `claim` names one."""

    def __init__(self, key: str, claim: str = "") -> None:
        super().__init__()
        self.key = key
        self.claim = claim


class DeskWanted(Message):
    """A person wants to see the desk; `key` is the article that was open, or empty."""

    def __init__(self, key: str = "") -> None:
        super().__init__()
        self.key = key


class ReadingMoved(Message):
    """A share of an article has been read, from 0 to 1."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share


class ArticleRead(Message):
    """An article has been read to its end: its claims, and what the checks say of them."""

    def __init__(self, article: Article, claims: tuple[Claim, ...], findings: tuple[Finding, ...]) -> None:
        super().__init__()
        self.article = article
        self.claims = claims
        self.findings = findings


class ArticleReread(Message, bubble=False):
    """An article has been read again because of its date, which a person corrected (`correction`) or took back."""

    def __init__(
        self, article: Article, claims: tuple[Claim, ...], findings: tuple[Finding, ...], correction: bool
    ) -> None:
        super().__init__()
        self.article = article
        self.claims = claims
        self.findings = findings
        self.correction = correction


class BlockChosen(Message):
    """A person went to a block of a panel, by its key."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key
