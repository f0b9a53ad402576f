"""The read side of a desk's store: all that screens, lists and exports ask of it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from db import attached, desk_acts, evidence, merging, original, queries, signing, trail
from db.connection import Tell
from db.listed import Lists
from db.rows import Dump, Load
from factcheck.model import (
    Answer,
    Article,
    Assignment,
    Elsewhere,
    Event,
    Evidence,
    Finding,
    Ledger,
    Original,
    SignOff,
    Standing,
    Trail,
)
from factcheck.terms import Terms

_NO_TERMS = Terms()
_now = partial(datetime.now, UTC)


class Reads(Lists):
    """What is read of a desk; `Store` adds what is written."""

    def __init__(
        self,
        path: Path,
        dump: Dump,
        load: Load,
        *,
        readonly: bool = False,
        terms: Terms = _NO_TERMS,
        clock: Callable[[], datetime] = _now,
        tell: Tell = lambda _: None,
    ) -> None:
        super().__init__(path, readonly=readonly, tell=tell)
        self._dump, self._load = dump, load
        self.terms, self._clock = terms, clock

    # Drafts and claims

    def has(self, draft: str) -> str | None:
        """The key of the article that holds this draft."""
        with self.reading() as connection:
            return queries.article_of(connection, draft)

    def raw(self, draft: str) -> bytes:
        """The bytes that a draft was read from; empty when they were not kept."""
        with self.reading() as connection:
            return queries.raw(connection, draft)

    def article(self, key: str) -> Article:
        """The newest draft of the article with this key, or with the only key that starts so."""
        with self.reading() as connection:
            return queries.article(connection, key)

    def ledger(self, article_key: str, *, as_found: bool = False, viewer: str | None = None) -> Ledger:
        """The claims of the article's newest draft in reading order, with what stands on each.

        Values are as persons corrected them, or `as_found`.
        """
        with self.reading() as connection:
            return queries.ledger(connection, article_key, self._load, self._sight(viewer), as_found=as_found)

    def standing(self, claim_key: str, *, viewer: str | None = None) -> Standing:
        """What stands on one claim."""
        with self.reading() as connection:
            return queries.standing(connection, claim_key, self._sight(viewer))

    def evidence(self, claim_key: str, *, viewer: str | None = None) -> tuple[Evidence, ...]:
        """What a claim was held against, oldest first."""
        with self.reading() as connection:
            return evidence.evidence(connection, claim_key, self._sight(viewer))

    def recent_evidence(self, limit: int, *, viewer: str | None = None) -> tuple[Evidence, ...]:
        """The desk's evidence, newest first, at most `limit` pieces: what may serve again."""
        with self.reading() as connection:
            return evidence.recent_evidence(connection, limit, self._sight(viewer))

    def evidenced(self, article_key: str, *, viewer: str | None = None) -> frozenset[str]:
        """The keys of an article's claims that were held against something."""
        with self.reading() as connection:
            return evidence.evidenced(connection, article_key, self._sight(viewer))

    def file(self, digest: str) -> Iterator[bytes]:
        """An attached file, part by part; damage shows at its end."""
        with self.reading() as connection:
            yield from attached.parts_of(connection, digest)

    def original(self, article_key: str) -> Original | None:
        """What an article translates, as the log names it."""
        with self.reading() as connection:
            return original.original(connection, article_key)

    def original_text(self, told: Original) -> str | None:
        """The text of an original; None where it is not on this desk."""
        with self.reading() as connection:
            return original.text(connection, told)

    def elsewhere(
        self, kind: str, reading: str, but: str, limit: int, *, viewer: str | None = None
    ) -> tuple[Elsewhere, ...]:
        """Claims of other articles than `but` that are read the same, at most `limit`."""
        with self.reading() as connection:
            return queries.elsewhere(connection, kind, reading, but, limit, self._sight(viewer))

    def answers(
        self, article_key: str, findings: Iterable[Finding] = (), *, viewer: str | None = None
    ) -> Mapping[str, Answer]:
        """What was decided about an article's findings, by the finding's key.

        Of `findings`, those that an earlier draft had as they are have the answer they were given there.
        """
        with self.reading() as connection:
            return evidence.answers(connection, article_key, self._sight(viewer), findings)

    # The log

    def history(self, claim_key: str, *, viewer: str | None = None) -> tuple[Event, ...]:
        """Every act about a claim, oldest first, those taken back too."""
        with self.reading() as connection:
            return queries.history(connection, claim_key, self._sight(viewer))

    def trails(self, article_key: str) -> dict[str, Trail]:
        """All that was done about the claims of an article's newest draft, by claim key; only those with acts."""
        with self.reading() as connection:
            return trail.trails(connection, article_key)

    def events(self, article_key: str | None = None) -> Iterator[Event]:
        """The log in order, one event at a time."""
        with self.reading() as connection:
            yield from queries.events(connection, article_key)

    def log_end(self) -> int:
        """Where the log ends now, in this file's order of arrival."""
        with self.reading() as connection:
            return queries.log_end(connection)

    def arrived(self, article_key: str, after: int, until: int) -> tuple[Event, ...]:
        """What came into this file about an article between two such places, in the order of arrival."""
        with self.reading() as connection:
            return queries.arrived(connection, article_key, after, until)

    def head(self) -> str:
        """The hash of the newest event of this file; "" when the log is empty."""
        with self.reading() as connection:
            row = connection.execute("select hash from event order by position desc limit 1").fetchone()
            return str(row[0]) if row else ""

    def chain_heads(self) -> str:
        """The hash of each device's newest event, parted by spaces, the newest of this file first; "" without any."""
        with self.snapshot():
            return " ".join(dict.fromkeys([self.head(), *sorted(self.heads().values())]))

    def heads(self) -> dict[str, str]:
        """The hash of each device's newest event."""
        with self.reading() as connection:
            return queries.heads(connection)

    # Other devices

    def records(self, after: Mapping[str, int] | None = None) -> Iterator[dict[str, Any]]:
        """The log as JSON data with the texts; of the devices in `after` alone, from the event after that number."""
        return merging.records(self, after)

    def chains(self) -> dict[str, int]:
        """How many events of each device are here."""
        with self.reading() as connection:
            return queries.chains(connection)

    def own_devices(self) -> tuple[str, ...]:
        """The chains that this file goes on with: one, or none before its first act."""
        if self.readonly:
            return ()
        with self.reading() as connection:
            found = connection.execute("select id from device where place = ?", [self._place])
            return tuple(str(id) for (id,) in found)

    # The whole article, the whole desk

    def assignments(self, article_key: str | None = None) -> tuple[Assignment, ...]:
        """Who is to check what, of one article or of all."""
        with self.reading() as connection:
            return desk_acts.assignments(connection, article_key)

    def sign_offs(self, article_key: str) -> tuple[SignOff, ...]:
        """The latest sign-off in each role, oldest first, and whether it still holds."""
        with self.reading() as connection:
            return signing.sign_offs(connection, article_key)

    def rule_changes(self) -> tuple[Event, ...]:
        """Every change of the rules, newest first."""
        with self.reading() as connection:
            return tuple(desk_acts.changed_rules(connection))

    def used(self) -> tuple[str, ...]:
        """Who worked on this desk, latest first."""
        with self.reading() as connection:
            found = connection.execute("select name from reviewer order by last_stamp desc, name")
            return tuple(str(name) for (name,) in found)
