"""The desk's store: every write is one transaction, and what it did is an event in the log."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from db import attached, counts, desk_acts, evidence, log, merging, original, projection, queries, rows, signing
from db.connection import is_long
from db.driver import sqlite3
from db.merging import Taken
from db.reads import Reads
from db.standing import takes_back
from factcheck.errors import StoreError
from factcheck.model import (
    Act,
    Article,
    Claim,
    Event,
    Verb,
)


class Store(Reads):
    """A desk's articles, claims and acts; for the thread that opened it, workers open their own.

    `dump` gives the JSON data of a claim's value, `load` takes it back. What is told to have been saved is on the disk.
    `terms` are what the desk's rules say about reading it. What is asked for with a `viewer` leaves out what the rule
    of the second check keeps from that reviewer; without one everything is told.
    Raises StoreError with what happened, what was kept and what to do.
    """

    def _append(self, connection: sqlite3.Connection, act: Act) -> Event:
        event, new = log.append(connection, act, self._place)
        if new:
            projection.follow(connection, event)
        return event

    # Drafts and claims

    def add(
        self,
        article: Article,
        claims: Iterable[Claim],
        *,
        actor: str,
        at: datetime,
        raw: bytes = b"",
        findings: int = 0,
    ) -> bool:
        """Keep an article with its claims; False when this very text was known, and then nothing changes."""
        with self.writing() as connection:
            if queries.has_draft(connection, article.draft):
                return False
            self._add(connection, article, claims, raw, findings, Act(at, actor, Verb.DRAFT_ADDED, article.draft))
        return True

    def update(
        self,
        article: Article,
        claims: Iterable[Claim],
        *,
        carried: Mapping[str, str],
        reopened: Mapping[str, str],
        added: Iterable[Claim] = (),
        actor: str,
        at: datetime,
        raw: bytes = b"",
        findings: int = 0,
    ) -> bool:
        """Keep a new draft of an article that is here; False when it is the newest one already.

        `carried` and `reopened` are keys of its claims with those of the draft before: what was said of the former
        stands, the latter are open again. `added` are claims of it that a person had added. An earlier draft that comes
        back has what was said of it then.

        Raises:
            StoreError: if the text is that of another article.
        """
        act = Act(at, actor, Verb.DRAFT_ADDED, article.draft)
        with self.writing() as connection:
            current = queries.article(connection, article.key)
            if current.draft == article.draft:
                return False
            if not queries.has_draft(connection, article.draft):
                links = {"carried": dict(carried), "reopened": dict(reopened)}
                act = replace(act, data={name: link for name, link in links.items() if link})
            elif queries.article_of(connection, article.draft) != article.key:
                raise StoreError("This text is another article of the desk. Nothing was saved.")
            self._add(connection, article, claims, raw, findings, act, tuple(added))
        return True

    def _add(
        self,
        connection: sqlite3.Connection,
        article: Article,
        claims: Iterable[Claim],
        raw: bytes,
        findings: int,
        act: Act,
        added: tuple[Claim, ...] = (),
    ) -> None:
        """Keep a draft with its claims, and the act that brought it."""
        if not queries.has_draft(connection, article.draft):
            rows.insert_draft(connection, article, raw)
        rows.upsert_article(connection, article, act.actor, log.instant(act.at), findings)
        rows.insert_claims(connection, article.text, claims, self._dump, found=True)
        rows.insert_claims(connection, article.text, added, self._dump, found=False)
        value, inferred = projection.date_columns(article.published)
        data = {
            "article": article.key,
            "title": article.title,
            "published": value,
            "inferred": bool(inferred),
            "source": article.source,
            "language": article.language,
            "raw_sha256": article.raw_sha256,
            **act.data,
        }
        if added:
            data["added"] = {claim.key: rows.description(connection, claim.key, article.draft) for claim in added}
        self._append(connection, replace(act, data=data))
        counts.recount(connection, article.key)

    def keep_file(self, path: Path, limit: int) -> str:
        """Copy a file of at most `limit` bytes into the desk; its SHA-256, for evidence to name."""
        return attached.keep_file(self, path, limit)

    # Acts

    def record(self, *acts: Act, claims: Iterable[Claim] = ()) -> tuple[Event, ...]:
        """Record acts, all or none; the same act twice is one event.

        CLAIM_ADDED and CORRECTED acts find theirs, with the value a person gave it, in `claims`.
        """
        added = {claim.key: claim for claim in claims}
        with self.writing() as connection:
            return tuple(self._append(connection, self._complete(connection, act, added)) for act in acts)

    def _complete(self, connection: sqlite3.Connection, act: Act, added: dict[str, Claim]) -> Act:
        """The act with its claim described in its data, so that the log can be read alone."""
        if act.verb is Verb.RULES_CHANGED:
            raise StoreError("Rules are declared, not recorded. Nothing was saved.")
        if not queries.has_draft(connection, act.draft):
            raise StoreError("This article is not on the desk. Nothing was saved; add it first.")
        if act.verb is Verb.UNDONE:
            target = log.event(connection, str(act.data.get("event")))
            if target is None or not takes_back(act, target.act):
                raise StoreError("Only the one who did something can take it back. Nothing was saved.")
            act = replace(act, claim=target.act.claim)
        evidence.refuse_formless(act)
        desk_acts.refuse_formless(act)
        original.refuse_formless(act)
        if act.verb is Verb.SIGNED_OFF:
            return signing.signed(connection, act, str(queries.article_of(connection, act.draft)))
        if (claim := act.claim) is None:
            return act
        if act.verb is Verb.CLAIM_ADDED and claim in added:
            text = queries.text(connection, act.draft)
            rows.insert_claims(connection, text, [added[claim]], self._dump, found=False)
        if act.verb is Verb.CORRECTED:
            if (read := added.get(claim)) is None:
                raise StoreError("A correction needs the value that is right. Nothing was saved.")
            act = replace(act, data={**act.data, "corrected": self._dump(read), "corrected_reading": str(read.value)})
        if act.verb is Verb.RESOLVED and not queries.standing(connection, claim, self._sight(None)).contested:
            raise StoreError("Nobody differs about this claim any more. Nothing was saved.")
        described = rows.description(connection, claim, act.draft)
        if described is None:
            raise StoreError("This claim is not on the desk. Nothing was saved; add it first.")
        return replace(act, data={**act.data, **described})

    def set_original(self, act: Act, text: str) -> Event:
        """An ORIGINAL act, and the text that it names; the text is kept once."""
        with self.writing() as connection:
            if digest := act.data.get("sha256"):
                original.keep_text(connection, text, str(digest))
            return self._append(connection, self._complete(connection, act, {}))

    def keep_original(self, text: str) -> None:
        """Keep the text of an original that an act of another device names."""
        with self.writing() as connection:
            original.keep_text(connection, text)

    def set_published(self, act: Act, article: Article, claims: Iterable[Claim], *, findings: int) -> Event:
        """A DATED act: the article's new date and the found claims' new readings; verdicts stay."""
        with self.writing() as connection:
            event = self._append(connection, self._complete(connection, act, {}))
            self._reread(connection, article, claims, findings)
        return event

    def reread(self, article: Article, claims: Iterable[Claim], *, findings: int) -> None:
        """The found claims' new readings; no event, for they are derived. A judged claim not found anew stays."""
        with self.writing() as connection:
            self._reread(connection, article, claims, findings)

    def _reread(self, connection: sqlite3.Connection, article: Article, claims: Iterable[Claim], findings: int) -> None:
        connection.execute("update claim set found = 0 where draft = ?", [article.draft])
        rows.insert_claims(connection, article.text, claims, self._dump, found=True)
        connection.execute("update article set findings = ? where key = ?", [findings, article.key])
        counts.recount(connection, article.key)

    def undo(self, draft: str, actor: str, at: datetime) -> Event | None:
        """Take back the actor's newest act on this draft that still stands; what was taken back, None if nothing."""
        with self.writing() as connection:
            target = queries.newest_standing(connection, draft, actor)
            if target is not None:
                act = Act(at, actor, Verb.UNDONE, draft, target.act.claim, {"event": target.id})
                self._append(connection, self._complete(connection, act, {}))
                target = replace(target, undone=True)
        return target

    def undo_together(self, draft: str, actor: str, at: datetime) -> tuple[Event, ...]:
        """Take back the actor's newest act on this draft and all that was done at its instant; newest first."""
        with self.writing() as connection:
            newest = queries.newest_standing(connection, draft, actor)
            taken = queries.standing_beside(connection, newest) if newest is not None else ()
            for target in taken:
                act = Act(at, actor, Verb.UNDONE, draft, target.act.claim, {"event": target.id})
                self._append(connection, self._complete(connection, act, {}))
        return tuple(replace(target, undone=True) for target in taken)

    def set_findings(self, article_key: str, findings: int) -> None:
        """How many findings the desk's list shows for an article."""
        with self.writing() as connection:
            connection.execute("update article set findings = ? where key = ?", [findings, article_key])

    # Other devices, the whole desk

    def take(self, records: Iterable[Mapping[str, Any]]) -> Taken:
        """Keep what of another log is not here yet, all of it or nothing; then everything is what all logs come to."""
        return merging.take(self, records)

    def declare_rules(self, rules: Mapping[str, Any], *, actor: str, at: datetime) -> Event | None:
        """Keep in the log what the file of rules says, where that is another than the log says; the act, if any."""
        with self.reading() as connection:
            if desk_acts.rules(connection, self._place) == rules:
                return None
        with self.writing() as connection:
            before = desk_acts.rules(connection, self._place)
            if before == rules:
                return None
            if before.get("second") != rules.get("second") and is_long(self.path):
                self._tell("The rules of the second check are others than they were: what a sample draws is counted.")
            return self._append(
                connection, Act(at, actor, Verb.RULES_CHANGED, "", data={"rules": rules, "before": before})
            )
