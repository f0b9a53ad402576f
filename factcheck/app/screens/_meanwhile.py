"""What others did to an article while it was under review, in a few words."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from factcheck.app.screens import _words as words
from factcheck.app.screens._reading import Seen
from factcheck.model import Entry

MOST = 3
"""How many things one notice tells."""


def meanwhile(before: Seen, now: Seen, reviewer: str) -> str:
    """How what `reviewer` is shown differs from what they saw; empty where it does not.

    It tells of nothing that is kept from them, for it knows no more than they are shown.
    """
    told = list(_told(before, now, reviewer))
    rest = ["more"] if len(told) > MOST else []
    text = "; ".join([*told[:MOST], *rest])
    return f"Meanwhile: {text}." if text else ""


def _told(before: Seen, now: Seen, reviewer: str) -> Iterator[str]:
    if before.article.published != now.article.published:
        yield f"the publication date is now {now.article.published or 'unknown'}"
    judged: dict[str, list[Entry]] = defaultdict(list)
    opened: list[Entry] = []
    noted: list[Entry] = []
    other: list[Entry] = []
    for entry in _changed(before, now):
        old, new = before.ledger[before.ledger.position[entry.claim.key]].standing, entry.standing
        if (old.verdict, old.by, old.at, old.resolution) != (new.verdict, new.by, new.at, new.resolution):
            (judged[new.by] if new.by else opened).append(entry)
        elif old.note != new.note:
            noted.append(entry)
        elif old.sealed == new.sealed:
            other.append(entry)
    yield from (f"{_who(name, reviewer)} judged {words.numbered(entries)}" for name, entries in judged.items())
    held = [entry for entry in now.ledger if entry.claim.key in now.held - before.held]
    fresh = [entry for entry in now.ledger if entry.claim.key not in before.ledger.position]
    for what, entries in (
        ("a verdict was taken back on", opened),
        ("a note was written on", noted),
        ("evidence was added to", held),
        ("something changed about", other),
        ("a person added", fresh),
    ):
        if entries:
            yield f"{what} {words.numbered(entries)}"
    answered = [answer.by for key, answer in now.answers.items() if before.answers.get(key) != answer]
    for name in dict.fromkeys(answered):
        count = answered.count(name)
        yield f"{_who(name, reviewer)} answered {f'{count} findings' if count > 1 else 'a finding'}"
    for each in now.signed:
        if each.holds and each not in before.signed:
            yield f"{_who(each.by, reviewer)} signed the article off as {each.role}"


def _changed(before: Seen, now: Seen) -> Sequence[Entry]:
    """The claims that both have and on which something else stands or that are read otherwise."""
    if before.ledger is now.ledger:
        return ()
    position = before.ledger.position
    pairs = ((before.ledger[position[new.claim.key]], new) for new in now.ledger if new.claim.key in position)
    return [new for old, new in pairs if old is not new and (old.standing, old.claim) != (new.standing, new.claim)]


def _who(name: str, reviewer: str) -> str:
    """Whose act it was; one's own name means another window or device."""
    return name if name != reviewer else f"{name} elsewhere"
