"""schema.org ClaimReview as JSON-LD: every claim that somebody verified or disputed, with the words it was made in."""

import json
from collections.abc import Iterable
from typing import Any, TextIO

from factcheck.columns import About
from factcheck.document import Document
from factcheck.export import Format, name_of, reservations
from factcheck.model import Article, Claim, Evidence, LogRow, Standing, Verdict
from factcheck.records import instant, value_data

_RATINGS = {Verdict.VERIFIED: (5, "Verified"), Verdict.DISPUTED: (1, "Disputed")}


def write(rows: Iterable[LogRow], out: TextIO, about: About) -> None:
    """One graph: the export's own description, then one review a line."""
    itself = {
        "@type": "Dataset",
        "name": about.desk or "Log",
        "description": f"Only {about.selection}" if about.selection else "Every claim that was verified or disputed",
        "dateCreated": instant(about.exported_at),
        "creditText": f"{about.version}, {about.rates}" if about.rates else about.version,
        "identifier": {"@type": "PropertyValue", "propertyID": "chain_head", "value": about.head},
    }
    out.write('{"@context":"https://schema.org","@graph":[\n' + _json(itself))
    document = None
    for entry in rows:
        if not _is_rated(entry.entry.standing):
            continue
        if document is None or document.text is not entry.article.text:
            document = Document(entry.article.text)
        out.write(",\n" + _json(review(entry, document)))
    out.write("\n]}\n")


def _is_rated(standing: Standing) -> bool:
    return standing.verdict in _RATINGS


def review(entry: LogRow, document: Document) -> dict[str, Any]:
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
        "claimReviewed": _sentence(claim, document),
        "author": _reviewers(standing),
        "datePublished": instant(standing.at),
        "reviewBody": standing.note,
        "citation": [_source(each) for each in entry.trail.evidence],
        "reviewRating": {
            "@type": "Rating",
            **({} if standing.contested or standing.changed else scale),
            "alternateName": "Contested" if standing.contested else name + but,
            "ratingExplanation": standing.resolution or " ".join(each.message for each in entry.findings),
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


def _sentence(claim: Claim, document: Document) -> str:
    """What is claimed, readable alone: the sentences that the claim stands in, or who said what where they do not."""
    first, last = document.sentence_at(claim.span.start), document.sentence_at(max(claim.span.end - 1, 0))
    start, end = min(first.start, claim.span.start), max(last.end, claim.span.end)
    words = " ".join(document.text[start:end].split())
    who = value_data(claim).get("who")
    return str(claim.value) if who and str(who) not in words else words


def _reviewers(standing: Standing) -> list[dict[str, str]]:
    """Who stands for the verdict shown: whoever decided between others, or all whose own verdict it is."""
    names = [each.reviewer for each in standing.given if each.verdict is standing.verdict]
    if standing.resolution or standing.contested or standing.by not in names:
        names = [standing.by]
    return [{"@type": "Person", "name": name} for name in names]


def _source(evidence: Evidence) -> dict[str, Any]:
    """What a claim was held against, with the place in it."""
    is_address = evidence.source.startswith(("http://", "https://"))
    return _filled(
        {
            "@type": "CreativeWork",
            "url": evidence.source if is_address else None,
            "name": ", ".join(filter(None, [evidence.source, evidence.locator])),
            "text": evidence.quotation,
            "identifier": {"@type": "PropertyValue", "propertyID": "sha256", "value": evidence.sha256}
            if evidence.sha256
            else None,
        }
    )


def _author(entry: LogRow) -> dict[str, Any] | None:
    """Who made the claim, where its value names a source; the words do not say whether that is a person."""
    who = value_data(entry.entry.claim).get("who")
    return {"@type": ["Person", "Organization"], "name": str(who)} if who else None


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
        if value not in (None, "", [])
    }


def _json(data: Any) -> str:
    """JSON that may stand inside a script element."""
    return json.dumps(data, ensure_ascii=True, separators=(",", ":")).replace("</", "<\\/")


CLAIMREVIEW = Format(
    "claimreview", ".json", "schema.org ClaimReview (JSON-LD)", document=write, takes=_is_rated, uncovered=False
)
