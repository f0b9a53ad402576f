"""Findings with the place where a person or a program looks for them: file, line and column."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from factcheck.checks import checks, findings_of
from factcheck.extract import claims_of
from factcheck.model import Article, Claim, Finding, Severity
from factcheck.original import TITLE, differences, pairs_of
from factcheck.safe import safe_line
from factcheck.syntax import Parser

SARIF_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


@dataclass(frozen=True, slots=True)
class Place:
    """A claim in its file: lines and columns count from 1, columns in code points, the end excluded."""

    claim: Claim
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding in a file; the first place is that of the accused claim."""

    file: str
    finding: Finding
    places: tuple[Place, ...]

    def as_text(self) -> str:
        """One line as compilers write it: `file:line:column: severity: sentence`."""
        at, finding = self.places[0], self.finding
        more = f" ({finding.suggestion})" if finding.suggestion else ""
        sentence = safe_line(f"{finding.message}{more} [{finding.check}]")
        return f"{safe_line(self.file)}:{at.line}:{at.column}: {finding.severity}: {sentence}"

    def as_data(self) -> dict[str, Any]:
        """The finding with everything it computed, as JSON data."""
        finding = self.finding
        return {
            "file": self.file,
            "check": finding.check,
            "severity": finding.severity.value,
            "message": finding.message,
            "arithmetic": list(finding.arithmetic),
            "tolerance": finding.tolerance,
            "suggestion": finding.suggestion,
            "claims": [
                {
                    "kind": place.claim.kind,
                    "quote": place.claim.quote,
                    "start": place.claim.span.start,
                    "end": place.claim.span.end,
                    "line": place.line,
                    "column": place.column,
                }
                for place in self.places
            ],
        }


@dataclass(frozen=True, slots=True)
class Text:
    """An article and the file it stands in, `lines_before` lines below its beginning."""

    file: str
    article: Article
    lines_before: int = 0

    def places(self, claims: Sequence[Claim]) -> dict[str, Place]:
        """Where each claim stands, by its key."""
        starts = _line_starts(self.article.text)
        return {claim.key: _place(claim, starts, self.lines_before) for claim in claims}


def problems_of(text: Text, parser: Parser | None = None) -> Iterator[Problem]:
    """What the checks find in an article, in reading order."""
    claims = claims_of(text.article, parser=parser)
    places = text.places(claims)
    for finding in findings_of(text.article, claims):
        yield Problem(text.file, finding, tuple(places[key] for key in finding.claims))


def problems_beside(translation: Text, original: Text) -> Iterator[Problem]:
    """Where a translation differs from its original; what is missing is placed in the original."""
    claims, originals = claims_of(translation.article), claims_of(original.article)
    places, missing = translation.places(claims), original.places(originals)
    for finding in differences(pairs_of(originals, claims)):
        beside = tuple(places[key] for key in finding.claims if key in places)
        if beside:
            yield Problem(translation.file, finding, beside)
        else:
            yield Problem(original.file, finding, tuple(missing[key] for key in finding.claims))


def sarif(problems: Sequence[Problem]) -> dict[str, Any]:
    """The problems as one run of a Static Analysis Results Interchange Format log, version 2.1.0."""
    used = sorted({problem.finding.check for problem in problems})
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "factcheck",
                        "rules": [{"id": name, "shortDescription": {"text": _title(name)}} for name in used],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_result(problem, used) for problem in problems],
            }
        ],
    }


def _title(check: str) -> str:
    return checks()[check].title if check in checks() else TITLE


def _result(problem: Problem, rules: list[str]) -> dict[str, Any]:
    finding = problem.finding
    text = "\n".join(part for part in (finding.message, *finding.arithmetic, finding.suggestion) if part)
    return {
        "ruleId": finding.check,
        "ruleIndex": rules.index(finding.check),
        "level": SARIF_LEVEL[finding.severity],
        "message": {"text": text},
        "locations": [_location(problem.file, problem.places[0])],
        "relatedLocations": [
            {"id": number, **_location(problem.file, place)} for number, place in enumerate(problem.places[1:], 1)
        ],
        "partialFingerprints": {"finding/v1": finding.key},
    }


def _location(file: str, place: Place) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(file)},
            "region": {
                "startLine": place.line,
                "startColumn": place.column,
                "endLine": place.end_line,
                "endColumn": place.end_column,
                "snippet": {"text": place.claim.quote},
            },
        }
    }


def _uri(file: str) -> str:
    """An address as it stands, a path as the URI reference (RFC 3986) that names it."""
    is_address = file.startswith(("http://", "https://"))
    return quote(file.encode("utf-8", "surrogateescape"), safe="/:?&=#%" if is_address else "/")


def _line_starts(text: str) -> list[int]:
    starts, at = [0], text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts


def _place(claim: Claim, starts: list[int], above: int) -> Place:
    line, end_line = bisect_right(starts, claim.span.start), bisect_right(starts, claim.span.end - 1)
    return Place(
        claim,
        above + line,
        claim.span.start - starts[line - 1] + 1,
        above + end_line,
        claim.span.end - starts[end_line - 1] + 1,
    )
