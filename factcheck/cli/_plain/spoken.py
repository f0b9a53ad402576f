"""What the plain review says of a claim: its words and value, the findings on it, its evidence and its standing."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from factcheck.app.look import ASCII
from factcheck.app.screens import _words as words
from factcheck.app.screens._same import Place
from factcheck.app.screens._session import Session
from factcheck.model import Claim, Entry, Evidence, Finding, Original, Severity, Verdict
from factcheck.original import Beside

SPOKEN = replace(ASCII, verdicts={verdict: replace(look, glyph="") for verdict, look in ASCII.verdicts.items()})
"""Verdicts by their words alone."""
_SEVERITIES = {Severity.ERROR: "wrong", Severity.WARNING: "doubtful", Severity.NOTE: "note"}


def named(entry: Entry) -> str:
    """A claim in a few words: its number, what it is, what it says."""
    return f"Claim {entry.number}, {kind_word(entry.claim)}: {words.short(entry.claim.quote)}"


def kind_word(claim: Claim) -> str:
    """What a claim is, within a sentence."""
    return words.kind_title(claim).lower()


def claim_lines(session: Session, entry: Entry, same: Sequence[Place], now: datetime) -> Iterator[str]:
    """All that is said of a claim, a line each that makes sense alone."""
    claim, article, ledger = entry.claim, session.article, session.ledger
    yield f"Claim {entry.number} of {len(ledger)}, {kind_word(claim)}: {claim.quote}"
    for label, value in words.rows(article, claim, session.claims):
        yield f"{label[:1].upper()}{label[1:]}: {value}"
    yield from _original_lines(session.beside.get(claim.key, ()))
    before, after = words.around(article, claim.span)
    yield f"Sentence: {before}{claim.quote}{after}"
    for finding in session.findings or ():
        if claim.key in finding.claims:
            yield from finding_lines(session, finding, now)
    for held in session.evidence(claim.key):
        yield f"Evidence: {evidence(held)}"
    if told := words.same(same):
        yield f"The same value: {told.removesuffix('  (*)')}. * goes there."
    yield f"Standing: {_standing(session, entry, now)}"
    yield from _note_lines(entry, [each for each in session.findings or () if claim.key in each.claims])


def _note_lines(entry: Entry, findings: Sequence[Finding]) -> Iterator[str]:
    """The note on a claim; what it took from a finding that was just told is not said twice."""
    told = {line for finding in findings for line in words.proof(finding).splitlines()}
    lines = entry.standing.note.splitlines()
    yield from (f"Note: {line}" for line in lines if line not in told)
    if told.intersection(lines):
        yield "Note: the finding and its sum."


def _original_lines(held: Sequence[Beside]) -> Iterator[str]:
    before = ""
    for each in held:
        if each.line != before:
            yield f"Original: {each.line}"
            before = each.line
        if each.told:
            yield f"Beside the original: {each.told}"
        elif each.quote != each.line:
            yield f"Words of the original: “{each.quote}”"


def finding_lines(session: Session, finding: Finding, now: datetime, place: str = "") -> Iterator[str]:
    """All that is said of a finding; `place` is which of how many it is."""
    at = session.ledger.position.get(finding.claims[0])
    on = f" on claim {session.ledger[at].number}" if at is not None else ""
    yield f"Finding{place}{on}, {_SEVERITIES[finding.severity]}: {finding.message}"
    yield from (f"Sum: {line}" for line in finding.arithmetic)
    if finding.accepted:
        yield f"{finding.accepted[:1].upper()}{finding.accepted[1:]}"
    if finding.suggestion:
        yield f"Perhaps: {finding.suggestion}"
    if answer := words.answered(session.answers.get(finding.key), now):
        yield f"Answer to this finding: {answer}"


def given(original: Original, now: datetime) -> str:
    """Who said what an article translates, and when."""
    return f"said by {original.by}, {words.when(original.at, now)}"


def evidence(held: Evidence) -> str:
    """A piece of evidence, in words."""
    return words.evidence(held).replace("  (", " (").replace("  ", ", ")


def _standing(session: Session, entry: Entry, now: datetime) -> str:
    standing = entry.standing
    parts = [SPOKEN.look_of(standing).word]
    if standing.contested:
        parts[0] = f"reviewers differ; the last said {SPOKEN.verdicts[standing.verdict].word}; R decides"
    if standing.by:
        parts.append(f"by {standing.by}, {words.when(standing.at, now)}")
    if standing.resolution:
        parts.append(f"decided: {standing.resolution}")
    if standing.second_due:
        parts.append("a second person's verdict is asked for")
    if standing.expired:
        parts.append("to be checked again")
    elif standing.recheck:
        parts.append(f"to be checked again on {standing.recheck}")
    if lacks := session.rules.lacks(standing.verdict, standing.sources):
        parts.append(lacks)
    if standing.changed:
        on = " ".join(part for part in (f"“{standing.words}”" if standing.words else "", standing.read_as) if part)
        was = f"{SPOKEN.verdicts[standing.was].word} " if standing.was is not Verdict.OPEN else ""
        when = "before it changed" if standing.verdict is Verdict.OPEN else "on another reading"
        parts.append(f"{was}{when}{f': {on}' if on else ''}")
    if standing.found_as:
        parts.append(f"value corrected; the finder read {standing.found_as}")
    return "; ".join(parts)
