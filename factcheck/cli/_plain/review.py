"""An article that is gone through claim by claim: which claims those are, in what order, and where one is."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from db import Store
from factcheck.app.screens import _filters as filters
from factcheck.app.screens import _words as words
from factcheck.app.screens._beside import compared
from factcheck.app.screens._same import Place, places
from factcheck.app.screens._session import Session
from factcheck.checks import findings_of
from factcheck.cli._desk import now
from factcheck.cli._plain import spoken
from factcheck.cli._plain.spoken import SPOKEN
from factcheck.cli._plain.talk import Talk
from factcheck.model import Entry, Finding
from factcheck.syntax import Parser


class Target(NamedTuple):
    """An article to go to, by its key, and a claim in it ("" for where it was left)."""

    article: str
    claim: str = ""


class Review:
    """What the acts of the plain review share: the session, the talk, and the place in the article.

    `number` is that of the claim at hand. `left_for` is the article that was asked for instead of this one.
    """

    def __init__(self, store: Store, session: Session, talk: Talk, parser: Parser | None, claim: str = "") -> None:
        self.store, self.session, self.talk, self.parser = store, session, talk, parser
        self.filter, self.order = filters.Filter(), filters.Order.POSITION
        self.left_for: Target | None = None
        self.sought, self.found_at = "", -1
        """The words that were looked for in the text last, and where they were found; -1 where they were not."""
        self.read_on: int = -1
        """Where the paragraph that was read last begins; -1 before one was read."""
        last, following = filters.resumed(session.ledger, session.reviewer)
        self.judged = last.claim.key if last else ""
        """The key of the claim that was judged last."""
        at = session.ledger.position.get(claim)
        self.number = following.number if following else 1
        if at is not None:
            self.number = session.ledger[at].number
        self.take_claims()

    def take_claims(self) -> None:
        """Take over the claims after they were read, added to or taken away from, and let the checks look at them."""
        session = self.session
        claims = session.claims
        self._said = {claim.key: words.searchable(claim) for claim in claims}
        self.alike: Mapping[str, Sequence[str]] = words.alike(claims)
        findings, beside = compared(session.original, claims, findings_of(session.article, claims))
        session.check(findings, beside=beside)

    # Where one is

    @property
    def entry(self) -> Entry | None:
        """The claim at hand."""
        return filters.moved(self.session.ledger.entries, self.number, 0)

    @property
    def rows(self) -> tuple[Entry, ...]:
        """The claims that are gone through, in order."""
        return filters.in_order(filters.shown(self.session.ledger, self.filter, self.known), self.order)

    @property
    def known(self) -> filters.Known:
        """What filters ask of claims beyond their entries."""
        flags = frozenset(key for finding in self.session.unanswered for key in finding.claims)
        return filters.Known(flags, self.session.held, self._said)

    def unanswered(self, entry: Entry) -> tuple[Finding, ...]:
        """The findings on a claim that nobody has answered; one whose accused claim is gone cannot be."""
        position = self.session.ledger.position
        about = (finding for finding in self.session.unanswered if entry.claim.key in finding.claims)
        return tuple(finding for finding in about if finding.claims[0] in position)

    def same(self, entry: Entry) -> tuple[Place, ...]:
        """Where else the claim's value is said."""
        return places(self.session, entry, self.alike)

    def go(self, entry: Entry) -> None:
        """Go to a claim and say what there is to say of it."""
        self.number = entry.number
        self.tell()

    def go_on(self, wanted: Callable[[Entry], bool], otherwise: str, step: int = 1) -> None:
        """Go to the next wanted claim of those gone through; where there is none, that is said."""
        entry = filters.neighbour(self.rows, self.number, wanted, step)
        if entry is None:
            self.talk.say(otherwise)
        else:
            self.go(entry)

    # What is said

    def tell(self) -> None:
        """All there is to say of the claim at hand."""
        if entry := self.entry:
            self.talk.say()
            for line in spoken.claim_lines(self.session, entry, self.same(entry), now()):
                self.talk.say(line)

    def saved(self, what: str) -> None:
        """Say what was kept, and since when it is on the disk."""
        at = self.session.saved
        self.talk.say(f"saved {at.astimezone():%H:%M}: {what}" if at else what)

    def none_open(self) -> str:
        """What is said where no open claim is left to go to."""
        if self.filter and any(map(filters.is_open, self.session.ledger)):
            return "No open claim is left among those gone through. F goes through more."
        return words.left(self.session.ledger, SPOKEN)
