"""What was done at one sitting, in words."""

from datetime import datetime

from factcheck.model import Entry, Ledger, Verdict


def summary(before: Ledger, after: Ledger, started: datetime, ended: datetime) -> str:
    """What was judged between two states of a ledger, how long it took, and what is left."""
    judged = [entry for entry in after if _is_judged(entry, before)]
    verified, disputed = (
        sum(entry.standing.verdict is verdict for entry in judged) for verdict in (Verdict.VERIFIED, Verdict.DISPUTED)
    )
    minutes = max(0, round((ended - started).total_seconds() / 60))
    left = after.counts[Verdict.OPEN]
    return (
        f"{_count(len(judged), 'claim')} reviewed in {_count(minutes, 'minute') if minutes else 'under a minute'}: "
        f"{verified} verified, {disputed} disputed. {left} of {len(after)} left open."
    )


def _is_judged(entry: Entry, before: Ledger) -> bool:
    """Whether a verdict stands that did not stand before."""
    if entry.standing.verdict is Verdict.OPEN:
        return False
    at = before.position.get(entry.claim.key)
    former = before[at].standing if at is not None else None
    return former is None or (former.verdict, former.at) != (entry.standing.verdict, entry.standing.at)


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
