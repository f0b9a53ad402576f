"""What the rules of a desk still ask for on an article: the one list that gate, sign-off and screens show."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from factcheck.model import Answer, Article, Entry, Event, Finding, Ledger, Original, Severity, SignOff, Verb, Verdict
from factcheck.rules import CHECKER, SECOND, Rules

_SHORT = 60
"""How much of a claim is repeated where it is named, in characters."""


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is not done, in words; `claim` is the number of the claim that it is about, or 0."""

    what: str
    claim: int = 0
    quote: str = ""

    def __str__(self) -> str:
        words = " ".join(self.quote[:_SHORT].split())
        more = "…" if len(self.quote) > _SHORT else ""
        return f"claim {self.claim} “{words}{more}”: {self.what}" if self.claim else self.what


def missing(
    ledger: Ledger,
    rules: Rules,
    *,
    findings: Iterable[Finding],
    answers: Mapping[str, Answer],
    signed: Sequence[SignOff],
    role: str = "",
    unread: str = "",
) -> tuple[Missing, ...]:
    """What is not done, claim by claim, then findings, then sign-offs; with a `role` what keeps it from signing.

    `unread` names what findings could not be looked for in.

    A checker signs before the second check; every role signs after those that the rules name before it.
    """
    first = role == CHECKER
    found: list[Missing] = []
    for entry in ledger:
        found += (Missing(what, entry.number, entry.claim.quote) for what in _on_claim(entry, rules, first=first))
    for finding in findings if rules.findings else ():
        if finding.severity is not Severity.NOTE and finding.key not in answers:
            accused = ledger[ledger.position[finding.claims[0]]]
            found.append(Missing(f"not answered: {finding.message}", accused.number, accused.claim.quote))
    if unread and rules.findings:
        found.append(Missing(unread))
    return (*found, *_signatures(rules, signed, role))


def not_here(original: Original) -> str:
    """That the text of an original did not come to this desk."""
    return f"the original, {original.file} (SHA-256 {original.sha256[:12]}…), is not on this desk"


def _on_claim(entry: Entry, rules: Rules, *, first: bool) -> Iterator[str]:
    standing = entry.standing
    if standing.verdict is Verdict.OPEN:
        yield f"open{f' again, {standing.was} before it changed' if standing.changed else ''}"
        return
    if standing.contested:
        if not first:
            yield "contested"
        return
    if standing.second_due and not first:
        yield "no second person has judged it"  # and no word on what the first one said
        return
    if standing.changed:
        yield f"{standing.verdict} when it was read as {standing.read_as}"
    elif what := rules.lacks(standing.verdict, standing.sources):
        yield what
    if standing.expired:
        yield f"to be checked again: verified as of {standing.at:%Y-%m-%d}"


def _signatures(rules: Rules, signed: Sequence[SignOff], role: str) -> Iterator[Missing]:
    """The sign-offs that are asked for, up to a role."""
    by_role = {each.role: each for each in signed}
    for each in rules.signoff:
        if each == role:
            return
        given = by_role.get(each)
        if given is None:
            yield Missing(f"no sign-off by the {each}")
        elif not given.holds:
            yield Missing(reopened(given))


def reopened(sign_off: SignOff) -> str:
    """That a sign-off does not hold any more, and because of whom."""
    signed = f"the sign-off by the {sign_off.role} ({sign_off.by}, {sign_off.at:%Y-%m-%d %H:%M} UTC)"
    if sign_off.reopened is None:
        return f"{signed} was reopened by another reading of its claims"
    act = sign_off.reopened.act
    return f"{signed} was reopened by {act.actor}, {act.at:%Y-%m-%d %H:%M} UTC: {_what(sign_off.reopened)}"


def _what(event: Event) -> str:
    """The act, but not which verdict it gave: that may be kept from whoever reads this."""
    quote = event.act.data.get("quote")
    about = f" on “{str(quote)[:_SHORT]}”" if quote else ""
    return f"{_ACTS.get(event.act.verb, event.act.verb.value)}{about}"


_ACTS = {
    Verb.JUDGED: "a verdict",
    Verb.DRAFT_ADDED: "a new draft",
    Verb.DATED: "another publication date",
    Verb.CLAIM_ADDED: "a claim was added",
    Verb.CORRECTED: "a value was corrected",
    Verb.RESOLVED: "a dispute was decided",
    Verb.EVIDENCE: "evidence was added",
    Verb.FINDING_ANSWERED: "a finding was answered",
    Verb.ORIGINAL: "another original",
    Verb.UNDONE: "an act was taken back",
}


def barred(article: Article, rules: Rules, signed: Sequence[SignOff], reviewer: str, role: str) -> str:
    """Why somebody may not sign in a role at all, in words; empty where they may."""
    if rules.signoff and role not in rules.signoff:
        return f"The rules of this desk know no sign-off by a {role}: {', '.join(rules.signoff)}."
    if not rules.may(reviewer, role):
        return f"{reviewer} is no {role} by the rules of this desk."
    other = {CHECKER: SECOND, SECOND: CHECKER}.get(role)
    if any(each.role == other and each.by == reviewer and each.draft == article.draft for each in signed):
        return f"{reviewer} signed as {other}; the {role} must be another person."
    return ""
