"""What the plain review says of a claim: its words and value, the findings on it, its evidence and its standing."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from factcheck.app.look import ASCII
from factcheck.app.screens import _beside
from factcheck.app.screens import _words as words
from factcheck.app.screens._session import Session
from factcheck.kinds import kinds
from factcheck.model import Entry, Finding, Severity, Verdict

SPOKEN = replace(ASCII, verdicts={verdict: replace(look, glyph="") for verdict, look in ASCII.verdicts.items()})
"""Verdicts by their words alone."""
_SEVERITIES = {Severity.ERROR: "wrong", Severity.WARNING: "doubtful", Severity.NOTE: "note"}


def claim_lines(session: Session, entry: Entry, now: datetime) -> Iterator[str]:
    """All that is said of a claim, a line each."""
    claim, article, ledger = entry.claim, session.article, session.ledger
    kind = kinds().get(claim.kind)
    yield f"Claim {entry.number} of {len(ledger)}, {kind.title.lower() if kind else claim.kind}:"
    yield claim.quote
    for label, value in words.rows(article, claim, session.claims):
        yield f"{label[:1].upper()}{label[1:]}: {value}"
    for label, line, _ in _beside.rows(session.beside.get(claim.key, ())):
        yield f"Original: {line}" if label else f"  {line}"
    before, after = words.around(article, claim.span)
    yield f"Sentence: {before}{claim.quote}{after}"
    for finding in session.findings or ():
        if claim.key in finding.claims:
            yield from _finding_lines(finding, ledger[ledger.position[finding.claims[0]]].number)
            if answer := words.answered(session.answers.get(finding.key), now):
                yield f"  answered: {answer}"
    for held in session.evidence(claim.key):
        yield f"Evidence: {words.evidence(held)}"
    yield f"Standing: {_standing(session, entry, now)}"


def _finding_lines(finding: Finding, accused: int) -> Iterator[str]:
    yield f"Finding on claim {accused}, {_SEVERITIES[finding.severity]}: {finding.message}"
    yield from (f"  {line}" for line in finding.arithmetic)
    if finding.accepted:
        yield f"  {finding.accepted}"
    if finding.suggestion:
        yield f"  perhaps: {finding.suggestion}"


def _standing(session: Session, entry: Entry, now: datetime) -> str:
    standing = entry.standing
    parts = [SPOKEN.look_of(standing).word]
    if standing.contested:
        parts[0] = f"reviewers differ; the last said {SPOKEN.verdicts[standing.verdict].word}"
    if standing.by:
        parts.append(f"by {standing.by}, {words.when(standing.at, now)}")
    if standing.resolution:
        parts.append(f"decided: {standing.resolution}")
    if standing.second_due:
        parts.append("a second person's verdict is asked for")
    if standing.expired:
        parts.append("to be checked again")
    if lacks := session.rules.lacks(standing.verdict, standing.sources):
        parts.append(lacks)
    if standing.changed:
        on = " ".join(part for part in (f"“{standing.words}”" if standing.words else "", standing.read_as) if part)
        was = f"{SPOKEN.verdicts[standing.was].word} " if standing.was is not Verdict.OPEN else ""
        parts.append(f"{was}on another reading{f': {on}' if on else ''}")
    if standing.found_as:
        parts.append(f"value corrected; the finder read {standing.found_as}")
    if standing.note:
        parts.append(f"note: {standing.note}")
    return "; ".join(parts)
