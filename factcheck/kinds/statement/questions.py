"""Questions that somebody was asked: "asked whether he would resign, the minister said no"."""

from factcheck.kinds.statement.adjuncts import skip_adjuncts
from factcheck.kinds.statement.contents import clause_end, take
from factcheck.kinds.statement.draft import Cue, Draft
from factcheck.kinds.statement.phrases import phrase_after
from factcheck.kinds.statement.reading import Reading

QUIZZED = frozenset("asked pressed questioned quizzed".split())
_ASKING = frozenset("whether if how what why when where who whom which".split())
_BEFORE = frozenset([",", ";", "when", "and", "if", "after", "(", "–", "—"])
"""What stands before "asked" where it has no subject of its own: "when asked", ", asked by reporters"."""


def asked_of(reading: Reading, cue: Cue) -> Draft | None:
    """The question that a passive reports, by whoever is named after "by", or None."""
    first = cue.group
    bare = first == cue.at and (first == cue.first or reading.lowers[first - 1] in _BEFORE)
    if not (bare or cue.be) or cue.negated:
        return None
    after, source = cue.at + 1, None
    if reading.lowers[after : after + 1] == ["by"]:
        source = phrase_after(reading, after + 1, cue.stop)
        after = source[1] if source else after
    after += reading.lowers[after : after + 1] == ["on"]
    begins = skip_adjuncts(reading, after, cue.stop)
    if begins >= cue.stop or reading.lowers[begins] not in _ASKING:
        return None
    draft = Draft("ask", (cue.at, cue.at + 1), source, stop=cue.stop)
    take(reading, begins, _end(reading, begins, cue.stop), draft)
    return draft if draft.content else None


def _end(reading: Reading, first: int, stop: int) -> int:
    """Where a question ends: before the comma after which somebody answers."""
    stop = clause_end(reading, first, stop)
    inserted = False
    for at in range(first + 1, stop - 1):
        if reading.words[at] != "," or reading.quote_at[at] >= 0:
            continue
        if inserted or reading.lowers[at + 1] in ("who", "which", "whose"):
            inserted = not inserted
        elif any(reading.is_verb(here) for here in range(at + 1, min(stop, at + 12))):
            return at
    return stop
