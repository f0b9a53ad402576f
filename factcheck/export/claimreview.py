"""schema.org ClaimReview as JSON-LD: every claim that somebody verified or disputed, with the words it was made in."""

import json
from collections.abc import Iterable
from typing import Any, TextIO

from factcheck.columns import About, instant, value_data
from factcheck.export import Format, name_of, reservations
from factcheck.model import Article, LogRow, Verdict

_RATINGS = {Verdict.VERIFIED: (5, "Verified"), Verdict.DISPUTED: (1, "Disputed")}


def write(rows: Iterable[LogRow], out: TextIO, about: About) -> None:
    """One graph: the export's own description, then one review a line."""
    itself = {
        "@type": "Dataset",
        "name": about.desk or "Log",
        "dateCreated": instant(about.exported_at),
        "creator": {"@type": "SoftwareApplication", "name": about.version},
        "identifier": {"@type": "PropertyValue", "propertyID": "chain_head", "value": about.head},
    }
    out.write('{"@context":"https://schema.org","@graph":[\n' + _json(itself))
    for entry in rows:
        if entry.entry.standing.verdict in _RATINGS:
            out.write(",\n" + _json(review(entry)))
    out.write("\n]}\n")


def review(entry: LogRow) -> dict[str, Any]:
    """A verdict as a ClaimReview; one that is contested or was given on another reading says so and has no value."""
    article, claim, standing = entry.article, entry.entry.claim, entry.entry.standing
    value, name = _RATINGS[standing.verdict]
    but = reservations(standing.verdict, standing.contested, standing.changed, standing.was.value)
    scale = {"ratingValue": value, "bestRating": 5, "worstRating": 1}
    address = f"{name_of(claim.draft)}#{claim.key}"
    data = {
        "@type": "ClaimReview",
        "@id": address,
        "url": address,
        "claimReviewed": claim.quote,
        "author": {"@type": "Person", "name": standing.by},
        "datePublished": instant(standing.at),
        "reviewBody": standing.note,
        "reviewRating": {
            "@type": "Rating",
            **({} if standing.contested or standing.changed else scale),
            "alternateName": "Contested" if standing.contested else name + but,
        },
        "itemReviewed": {
            "@type": "Claim",
            "text": claim.quote,
            "abstract": str(claim.value),
            "author": _author(entry),
            "datePublished": _day(article),
            "appearance": _appearance(article, claim.draft),
        },
    }
    return _filled(data)


def _author(entry: LogRow) -> dict[str, str] | None:
    """Who made the claim, where its value names a source."""
    who = value_data(entry.entry.claim).get("who")
    return {"@type": "Thing", "name": str(who)} if who else None


def _appearance(article: Article, draft: str) -> dict[str, Any]:
    source = article.source
    publisher = {"@type": "Organization", "name": source} if source else None
    return _filled(
        {
            "@type": "CreativeWork",
            "@id": name_of(draft),
            "headline": article.title,
            **({"url": source} if source.startswith(("http://", "https://")) else {"sourceOrganization": publisher}),
            "datePublished": _day(article),
            "inLanguage": article.language,
        }
    )


def _day(article: Article) -> str | None:
    """The article's date where it is certain and whole: neither inferred nor with parts unknown."""
    published = article.published
    return published.value if published and not published.inferred and published.day else None


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    return {
        name: _filled(value) if isinstance(value, dict) else value
        for name, value in data.items()
        if value not in (None, "")
    }


def _json(data: Any) -> str:
    """JSON that may stand inside a script element."""
    return json.dumps(data, ensure_ascii=True, separators=(",", ":")).replace("</", "<\\/")


CLAIMREVIEW = Format("claimreview", ".json", "schema.org ClaimReview (JSON-LD)", document=write)
