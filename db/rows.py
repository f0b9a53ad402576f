"""Articles and claims as rows, and back."""

import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from db.counts import CHANGED, changed
from db.driver import sqlite3
from db.log import canonical
from db.projection import date_columns
from factcheck.errors import StoreError
from factcheck.model import Article, Claim, Given, Origin, Published, Sources, Span, Standing, Value, Verdict

Dump = Callable[[Claim], dict[str, Any]]
Load = Callable[[str, Mapping[str, Any]], Value]


def insert_draft(connection: sqlite3.Connection, article: Article, raw: bytes) -> None:
    """Keep a draft of an article."""
    connection.execute(
        "insert into draft (key, article, text, raw, raw_sha256, title, published, inferred, source, language)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            article.draft,
            article.key,
            article.text,
            zlib.compress(raw) if raw else b"",
            article.raw_sha256,
            article.title,
            *date_columns(article.published),
            article.source,
            article.language,
        ],
    )


def upsert_article(connection: sqlite3.Connection, article: Article, actor: str, at: str, findings: int) -> None:
    """Make the draft given the newest one of its article."""
    connection.execute(
        "insert into article (key, draft, title, published, inferred, source, language, raw_sha256,"
        " last_by, last_at, last_stamp, findings, since)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do update set draft = excluded.draft,"
        " title = excluded.title, source = excluded.source, language = excluded.language,"
        " raw_sha256 = excluded.raw_sha256, findings = excluded.findings, since = excluded.since",
        [
            article.key,
            article.draft,
            article.title,
            *date_columns(article.published),
            article.source,
            article.language,
            article.raw_sha256,
            actor,
            at,
            at,
            findings,
            at[:10],
        ],
    )


def description(connection: sqlite3.Connection, claim: str, draft: str) -> dict[str, Any] | None:
    """What is claimed where, as every act about a claim carries it; None when this draft has no such claim.

    Taken from what is kept, not from a value: nothing here may be able to read the value.
    """
    row = connection.execute(
        'select c.kind, c.start, c."end", c.quote, coalesce(s.corrected, c.value),'
        " coalesce(s.corrected_reading, c.reading) from claim c left join claim_state s on s.claim = c.key"
        " where c.key = ? and c.draft = ?",
        [claim, draft],
    ).fetchone()
    if row is None:
        return None
    kind, start, end, quote, value, reading = row
    described = {"kind": kind, "start": start, "end": end, "quote": quote, "value": json.loads(value)}
    return described if reading is None else {**described, "reading": reading}


def insert_claims(
    connection: sqlite3.Connection, text: str, claims: Iterable[Claim], dump: Dump, *, found: bool
) -> None:
    """Keep claims; one that is known takes the new reading when it is the finder's, and stays when it is a person's.

    Raises ValueError for a claim that does not quote `text`, the text of its draft.
    """
    conflict = (
        "do update set value = excluded.value, reading = excluded.reading, origin = excluded.origin, found = 1"
        if found
        else "do nothing"
    )
    connection.executemany(
        'insert into claim (key, draft, kind, start, "end", quote, value, reading, origin, found)'
        f" values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict(key) {conflict}",
        (
            (
                claim.key,
                claim.draft,
                claim.kind,
                *claim.span,
                claim.quote,
                canonical(dump(claim)),
                str(claim.value),
                str(Origin.FOUND if found else Origin.ADDED),
                int(found),
            )
            for claim in _quoting(text, claims)
        ),
    )


def _quoting(text: str, claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims, as long as each quotes the text: a wrong offset stops here."""
    for claim in claims:
        if claim.span.of(text) != claim.quote:
            raise ValueError(f"the {claim.kind} at {claim.span} does not quote its draft: {claim.quote!r}")
        yield claim


FOUND = 'c.draft, c.kind, c.start, c."end", c.quote, c.value, c.origin'
"""What a query selects from `claim c` for `claim_of`, to have it as the finder read it."""
CLAIM = 'c.draft, c.kind, c.start, c."end", c.quote, coalesce(s.corrected, c.value), c.origin'
"""What a query selects from `claim c` and `claim_state s` for `claim_of`: with the value that a person corrected."""


CLAIM_CELLS = 7
"""How many cells each of the two has."""
_decode = json.JSONDecoder().decode
_ORIGINS = {origin.value: origin for origin in Origin}


def claim_of(row: tuple[Any, ...], load: Load) -> Claim:
    """A claim from a row that begins with CLAIM."""
    draft, kind, start, end, quote, value, origin, *_ = row
    try:
        read = load(kind, _decode(value))
    except (ValueError, KeyError, TypeError, ArithmeticError) as error:
        raise StoreError(
            f"The {kind} {quote!r} was kept in a form that this version cannot read ({error})."
            " Nothing was changed; update factcheck.",
            "Could not read the desk",
        ) from error
    return Claim(draft, kind, Span(start, end), quote, read, _ORIGINS[origin])


STANDING = (
    f"s.verdict, s.reviewer, s.at, s.note, s.contested, {CHANGED}, s.was, s.quote, s.reading,"
    " iif(s.corrected is null, '', coalesce(c.reading, '?')),"
    " s.resolution, s.recheck, s.primary_sources, s.secondary_sources"
)
"""What a query selects from `claim_state s` beside `claim c` for `standing_row`."""

OWN = (
    f"v.verdict, v.reviewer, v.at, v.note, 0, {changed('v')}, v.was, v.quote, v.reading,"
    " iif(s.corrected is null, '', coalesce(c.reading, '?')), null, v.recheck, v.primary_sources, v.secondary_sources"
)
"""The same from `claim_verdict v`: what one reviewer said."""

STANDING_CELLS = 14
"""How many cells each of the two has."""
RESOLUTION = 10
"""Which of them is the reason of a decision."""
VERDICTS = {verdict.value: verdict for verdict in Verdict}
"""Verdicts by what the columns hold: a table answers sooner than the enumeration, which a long ledger feels."""
_NOTHING = Standing()
_NO_SOURCES = list(_NOTHING.sources)


def standing_row(row: Sequence[Any], given: tuple[Given, ...] = (), *, sealed: bool = False) -> Standing:
    """What stands on a claim, from a row of STANDING or OWN; nothing does where it is null."""
    if row[0] is None:
        return Standing(given=given, sealed=sealed) if given or sealed else _NOTHING
    verdict, by, at, note, contested, changed, was, quote, reading, found_as, resolution, recheck, *sources = row
    return Standing(
        VERDICTS[verdict],
        by,
        datetime.fromisoformat(at) if at else None,
        note,
        contested == 1,
        changed == 1,
        VERDICTS[was] if changed else Verdict.OPEN,
        quote if changed else "",
        reading if changed else "",
        found_as,
        given,
        resolution or "",
        False,
        sealed,
        date.fromisoformat(recheck) if recheck else None,
        False,
        Sources(*sources) if sources != _NO_SOURCES else _NOTHING.sources,
    )


def published_in(value: str | None, inferred: int) -> Published | None:
    """A date from its two columns."""
    return Published(value, bool(inferred)) if value else None
