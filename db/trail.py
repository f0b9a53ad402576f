"""The audit trail of an article's claims, read in one go: what an export says of everybody who was at a claim."""

from collections import defaultdict
from collections.abc import Mapping

from db import log
from db.driver import sqlite3
from db.evidence import evidence_of
from db.projection import FIRST
from factcheck.model import Event, Trail, Verb

_OF_ARTICLE = "(select key from draft where article = ?)"


def trails(connection: sqlite3.Connection, article: str) -> dict[str, Trail]:
    """All that was done about the claims of an article's newest draft, by claim key; only those with acts."""
    acts: defaultdict[str, list[Event]] = defaultdict(list)
    for row in connection.execute(
        f"select {log.SELECTED} from event e where e.draft in {_OF_ARTICLE} and e.claim is not null and {FIRST}"
        " order by e.stamp, e.id",
        [article],
    ):
        event = log.event_of(row)
        acts[str(event.act.claim)].append(event)
    origins = {
        claim: (str(origin), bool(changed))
        for claim, origin, changed in connection.execute(
            "select k.claim, k.origin, k.changed from claim c join carried k on k.claim = c.key"
            f" where c.draft in {_OF_ARTICLE}",
            [article],
        )
    }
    newest = connection.execute(
        "select c.key from article a join claim c on c.draft = a.draft where a.key = ?", [article]
    ).fetchall()
    found = {
        claim: _trail(connection, claim, acts, origins) for (claim,) in newest if claim in acts or claim in origins
    }
    return {claim: trail for claim, trail in found.items() if trail.acts or trail.before}


def _trail(
    connection: sqlite3.Connection,
    claim: str,
    acts: Mapping[str, list[Event]],
    origins: Mapping[str, tuple[str, bool]],
) -> Trail:
    """The trail of one claim, back through the drafts it came from."""
    same, seen = list(acts.get(claim, ())), {claim}
    earlier: list[Event] = []
    changed, before = False, ""
    while claim in origins and origins[claim][0] not in seen:
        claim, here = origins[claim]
        seen.add(claim)
        changed = changed or here
        (earlier if changed else same).extend(acts.get(claim, ()))
        if here and not before:
            before = _words_of(connection, claim)
    same.sort(key=_order)
    return Trail(
        tuple(sorted([*earlier, *same], key=_order)) if earlier else tuple(same),
        tuple(evidence_of(each) for each in same if each.act.verb is Verb.EVIDENCE and not each.undone),
        before,
    )


def _words_of(connection: sqlite3.Connection, claim: str) -> str:
    row = connection.execute("select quote from claim where key = ?", [claim]).fetchone()
    return str(row[0]) if row else ""


def _order(event: Event) -> tuple[object, str]:
    return event.stamp, event.id
