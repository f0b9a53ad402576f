"""A desk of many articles: how far each is, whose it is, who answers for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple

from factcheck.model.acts import Answer, Event, Verdict
from factcheck.model.claims import Article, Finding, Gap, Published
from factcheck.model.standing import Entry, Trail


@dataclass(frozen=True, slots=True)
class ArticleStatus:
    """One article of a desk and how far it is: counts by verdict, who was last at it and when.

    `changed` counts the claims whose verdict was given on other words or another reading, `second` those that wait for
    a second person's verdict (of whoever looks, where somebody does), `expired` those whose verdict is too old. They
    are in `counts` too.
    """

    key: str
    draft: str
    title: str
    published: Published | None
    source: str
    counts: Mapping[Verdict, int]
    contested: int
    findings: int
    last_by: str
    last_at: datetime | None
    changed: int = 0
    second: int = 0
    expired: int = 0

    @property
    def total(self) -> int:
        return sum(self.counts.values())


class Order(StrEnum):
    """What a list of articles is ordered by: the newest, or those with the most of it, first; titles from A to Z."""

    LAST_ACT = "last act"
    PUBLISHED = "date"
    TITLE = "title"
    OPEN = "open claims"
    DISPUTED = "disputes"

    @property
    def tells(self) -> bool:
        """Whether such an order tells of verdicts: it is not shown to whom some are kept from."""
        return self in (Order.OPEN, Order.DISPUTED)


@dataclass(frozen=True, slots=True)
class Listed:
    """An article's place in a list: its key, and the words that it can be found by (casefolded)."""

    key: str
    said: str


class Totals(NamedTuple):
    """How many articles and claims a desk has, and how many of the claims are open."""

    articles: int
    claims: int
    open: int


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A claim of an article of the desk, as another one sees it: where it stands, its words and its verdict."""

    article: str
    title: str
    claim: str
    quote: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who is to check an article, or the claims of some kinds in it, and until when."""

    article: str
    reviewer: str
    kinds: tuple[str, ...] = ()
    deadline: datetime | None = None
    by: str = ""
    at: datetime | None = None
    event: str = ""


@dataclass(frozen=True, slots=True)
class Original:
    """What an article translates, as the log names it, who said so and when.

    `sha256` is that of the text as it was read, in UTF-8 and in hex: under it the desk keeps the text like a file that
    is attached. `file` is the name or the address of what it was read from, `raw_sha256` the hash of that.
    """

    sha256: str
    file: str
    raw_sha256: str = ""
    title: str = ""
    published: Published | None = None
    language: str = ""
    by: str = ""
    at: datetime | None = None
    event: str = ""

    @classmethod
    def of(cls, article: Article) -> "Original":
        """An article as the original of another."""
        file = article.source or article.title or "(no name)"
        return cls(article.draft, file, article.raw_sha256, article.title, article.published, article.language)

    def article(self, text: str) -> Article:
        """The original itself, with its text."""
        return Article(self.title, text, self.published, self.file, self.language, raw_sha256=self.raw_sha256)

    def data(self) -> dict[str, Any]:
        """What the act that records it carries, as JSON data."""
        return {
            "sha256": self.sha256,
            "file": self.file,
            "raw_sha256": self.raw_sha256,
            "title": self.title,
            "published": self.published.value if self.published else None,
            "inferred": bool(self.published and self.published.inferred),
            "language": self.language,
        }


@dataclass(frozen=True, slots=True)
class SignOff:
    """Who answered for an article in which role, and when. It holds while what stood then stands.

    `reopened` is the first act since, or unknown to whoever signed, that could have changed it.
    """

    role: str
    by: str
    at: datetime
    draft: str
    event: str = ""
    holds: bool = True
    reopened: Event | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many claims of an article and kind stand at a verdict, by the reviewer it belongs to ("" when nobody's)."""

    article: str
    title: str
    kind: str
    verdict: Verdict
    reviewer: str
    count: int


@dataclass(frozen=True, slots=True)
class Day:
    """How often a reviewer did a thing on a day (UTC, ISO 8601), what was taken back left out."""

    day: str
    reviewer: str
    verb: str
    count: int


@dataclass(frozen=True, slots=True)
class LogRow:
    """One claim of a desk as it leaves in an export, with the article it belongs to and all that is known of it.

    `answers` are those to the article's findings, by the finding's key; `gaps` are what no claim of the article covers;
    `signed` are the article's sign-offs, `assigned` those who were to check it or some kinds of claims in it, and
    `original` is what it translates.
    """

    article: Article
    entry: Entry
    findings: tuple[Finding, ...] = ()
    trail: Trail = field(default_factory=Trail)
    answers: Mapping[str, Answer] = field(default_factory=lambda: MappingProxyType({}))
    gaps: tuple[Gap, ...] = ()
    signed: tuple[SignOff, ...] = ()
    assigned: tuple[Assignment, ...] = ()
    original: Original | None = None
