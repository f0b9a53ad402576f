"""Evidence and answers to findings, as the log holds them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from db import log
from db.driver import sqlite3
from db.projection import FIRST, lineage
from db.sight import Sight
from factcheck.errors import StoreError
from factcheck.model import Act, Answer, Answered, Event, Evidence, Finding, Medium, Verb

STANDS = "not exists (select 1 from undone u where u.event = e.id)"
"""SQL for whether an act of `event e` was not taken back."""


def evidence_in(act: Act, event: str = "") -> Evidence:
    """The evidence that an act records.

    Raises:
        ValueError: if it says of nothing where it was found, or something is not in its form.
    """
    data = act.data
    source, accessed = data.get("source"), data.get("accessed")
    if not isinstance(source, str) or not source.strip():
        raise ValueError("evidence needs a source")
    words = {name: data.get(name) or "" for name in ("locator", "quotation", "note", "sha256", "file")}
    if not all(isinstance(word, str) for word in words.values()) or not isinstance(accessed, str | None):
        raise ValueError("evidence is told in text")
    return Evidence(
        source,
        Medium(str(data.get("medium"))),
        bool(data.get("primary")),
        **words,
        accessed=date.fromisoformat(accessed) if accessed else None,
        claim=act.claim or "",
        by=act.actor,
        at=act.at,
        event=event,
    )


def answer_in(act: Act, event: str = "") -> Answer:
    """The answer to a finding that an act gives.

    Raises:
        ValueError: if it names no finding or no answer that is known.
    """
    finding, reason = act.data.get("finding"), act.data.get("reason") or ""
    if not isinstance(finding, str) or not finding or not isinstance(reason, str):
        raise ValueError("an answer names its finding and gives its reason in text")
    return Answer(finding, Answered(str(act.data.get("answer"))), reason, act.actor, act.at, event)


def refuse_formless(act: Act) -> None:
    """Keep out of the log what could not be read from it.

    Raises:
        StoreError: if the evidence or the answer is not in its form.
    """
    try:
        if act.verb is Verb.EVIDENCE:
            if act.claim is None:
                raise ValueError("evidence is about a claim")
            evidence_in(act)
        elif act.verb is Verb.FINDING_ANSWERED:
            answer_in(act)
    except ValueError as error:
        raise StoreError(f"This was not understood ({error}). Nothing was saved.") from error


def evidence(connection: sqlite3.Connection, claim: str, sight: Sight) -> tuple[Evidence, ...]:
    """What a claim was held against, oldest first, also in earlier drafts that said the same."""
    same, _ = lineage(connection, claim)
    rows = connection.execute(
        f"select {log.SELECTED} from event e where e.claim in ({', '.join('?' * len(same))})"
        f" and e.verb = 'evidence' and {STANDS} and {FIRST} order by e.stamp, e.id",
        same,
    )
    return tuple(map(evidence_of, sight.events(connection, claim, map(log.event_of, rows))))


def evidenced(connection: sqlite3.Connection, article: str, sight: Sight) -> frozenset[str]:
    """The keys of an article's claims, of any draft, that were held against something, and of what became of them."""
    rows = connection.execute(
        "with recursive held(claim, actor) as ("
        "select distinct e.claim, e.actor from draft d join event e on e.draft = d.key"
        f" where d.article = ? and e.verb = 'evidence' and e.claim is not null and {STANDS}"
        " union select c.claim, h.actor from held h join carried c on c.origin = h.claim and not c.changed)"
        " select claim, actor from held",
        [article],
    )
    held = {(str(claim), str(actor)) for claim, actor in rows}
    sealed = sight.sealed(connection, (claim for claim, _ in held))
    return frozenset(claim for claim, actor in held if claim not in sealed or actor == sight.viewer)


def recent_evidence(connection: sqlite3.Connection, limit: int, sight: Sight) -> tuple[Evidence, ...]:
    """The evidence of the whole desk, newest first, at most `limit` pieces."""
    rows = connection.execute(
        f"select {log.SELECTED} from event e where e.verb = 'evidence' and {STANDS} and {FIRST}"
        " order by e.stamp desc, e.id desc limit ?",
        [limit],
    )
    return tuple(map(evidence_of, sight.shown(connection, map(log.event_of, rows))))


def answers(
    connection: sqlite3.Connection, article: str, sight: Sight, findings: Iterable[Finding] = ()
) -> Mapping[str, Answer]:
    """The latest answer to each finding of an article, by the finding's key; those taken back are left out.

    Of `findings`, those whose claims and arithmetic are what they were in an earlier draft have the answer given then.
    """
    rows = connection.execute(
        f"select {log.SELECTED} from draft d join event e on e.draft = d.key and e.verb = 'finding-answered'"
        f" where d.article = ? and {STANDS} order by e.stamp, e.id",
        [article],
    )
    latest = {answer.finding: answer for answer in map(_answer_of, sight.shown(connection, map(log.event_of, rows)))}
    for finding in findings if latest else ():
        if finding.key not in latest and (earlier := _earlier(connection, finding, latest)) is not None:
            latest[finding.key] = replace(earlier, finding=finding.key)
    return {key: answer for key, answer in latest.items() if answer.answer is not Answered.OPEN}


def _earlier(connection: sqlite3.Connection, finding: Finding, latest: Mapping[str, Answer]) -> Answer | None:
    """The answer to a finding in the last draft before that has one, as long as its claims did not change."""
    lines = [lineage(connection, claim)[0][1:] for claim in finding.claims]
    keys = (replace(finding, claims=claims).key for claims in zip(*lines, strict=False))
    return next((latest[key] for key in keys if key in latest), None)


def evidence_of(event: Event) -> Evidence:
    """The evidence that an event of the log records."""
    try:
        return evidence_in(event.act, event.id)
    except ValueError as error:
        raise log.unreadable(event.id, error) from error


def _answer_of(event: Event) -> Answer:
    try:
        return answer_in(event.act, event.id)
    except ValueError as error:
        raise log.unreadable(event.id, error) from error
