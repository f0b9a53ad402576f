"""W3C Web Annotations: every claim as a note on the words it quotes, found again by the words or by their place."""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, TextIO

from factcheck.cells import line
from factcheck.columns import CONTEXT, About
from factcheck.export import Format, name_of, reservations
from factcheck.model import LogRow, Verdict
from factcheck.records import instant, source_record

_CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {"chain_head": "https://schema.org/identifier", "draft": "https://schema.org/sha256"},
]


def write(rows: Iterable[LogRow], out: TextIO, about: About) -> None:
    """One page of annotations, one annotation a line."""
    head = {
        "@context": _CONTEXT,
        "type": "AnnotationPage",
        "partOf": {
            "type": "AnnotationCollection",
            "label": f"{about.desk}: only {about.selection}" if about.selection else about.desk,
            "generated": instant(about.exported_at),
        },
        "chain_head": about.head,
        "startIndex": 0,
    }
    out.write(_json(head)[:-1] + ',"items":[')
    divider = "\n"
    for entry in rows:
        out.write(divider + _json(annotation(entry, about)))
        divider = ",\n"
    out.write("\n]}\n")


def annotation(entry: LogRow, about: About) -> dict[str, Any]:
    """A claim as an annotation: assessed where somebody judged it, else highlighted."""
    article, claim, standing = entry.article, entry.entry.claim, entry.entry.standing
    start, end = claim.span
    judged = standing.verdict is not Verdict.OPEN
    return {
        "id": f"{name_of(claim.draft)}#{claim.key}",
        "type": "Annotation",
        "motivation": "assessing" if judged else "highlighting",
        **({"creator": {"type": "Person", "name": standing.by}, "created": instant(standing.at)} if judged else {}),
        "generator": {"type": "Software", "name": about.version},
        "generated": instant(about.exported_at),
        "body": list(_bodies(entry)),
        "target": {
            "type": "SpecificResource",
            "source": article.source if article.source.startswith(("http://", "https://")) else name_of(claim.draft),
            "draft": claim.draft,
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": claim.quote,
                    "prefix": article.text[max(start - CONTEXT, 0) : start],
                    "suffix": article.text[end : end + CONTEXT],
                },
                {"type": "TextPositionSelector", "start": start, "end": end},
            ],
        },
    }


def _bodies(entry: LogRow) -> Iterator[dict[str, Any]]:
    claim, standing = entry.entry.claim, entry.entry.standing
    yield _body("classifying", claim.kind)
    yield _body("describing", str(claim.value))
    if standing.verdict is not Verdict.OPEN:
        but = reservations(standing.verdict, False, standing.changed, standing.was.value)
        yield _body("assessing", "contested" if standing.contested else f"{standing.verdict.value}{but}")
    for given in standing.given:
        yield _body("assessing", given.verdict.value, given.reviewer, given.at)
        if given.note:
            yield _body("commenting", given.note, given.reviewer, given.at)
    if standing.note and standing.note not in [given.note for given in standing.given]:
        yield _body("commenting", standing.note)
    if standing.resolution:
        yield _body("moderating", standing.resolution, standing.by, standing.at)
    for source in entry.trail.evidence:
        yield _body("linking", line(source_record(source)), source.by, source.at)
    for finding in entry.findings:
        yield _body("commenting", " ".join(filter(None, [finding.message, *finding.arithmetic, finding.suggestion])))


def _body(purpose: str, value: str, by: str = "", at: datetime | None = None) -> dict[str, Any]:
    """Words about the quoted ones, with their author where one reviewer said them."""
    said = {"creator": {"type": "Person", "name": by}, "created": instant(at)} if by and at else {}
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value, **said}


def _json(data: Any) -> str:
    """JSON that may stand inside a script element."""
    return json.dumps(data, ensure_ascii=True, separators=(",", ":")).replace("</", "<\\/")


ANNOTATION = Format(
    "annotation", ".jsonld", "W3C Web Annotations on the words themselves", document=write, uncovered=False
)
