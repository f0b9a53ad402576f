"""How acts, times and the chosen claim are put into words: pure functions."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

from factcheck.app.look import Glyphs
from factcheck.app.screens import _beside
from factcheck.app.screens import _filters as filters
from factcheck.app.screens._filters import By, Chip
from factcheck.document import Document
from factcheck.kinds import kinds
from factcheck.model import (
    Answer,
    Answered,
    Article,
    Claim,
    Entry,
    Event,
    Evidence,
    Finding,
    Ledger,
    Span,
    Verb,
    Verdict,
)
from factcheck.original import Beside

if TYPE_CHECKING:
    from factcheck.app.screens._same import Place
    from factcheck.app.widgets.details import ClaimDetails

AROUND = 800
"""How many characters before and after a claim its sentence is looked for in."""
GLANCE = 8
"""The most claims that are named one by one."""
SHORT = 48
"""The most characters of a quotation that a notice repeats."""


READ_ONLY = "This desk is open to read only: nothing is saved. Open it without --readonly."
"""What is said in place of an act on such a desk, before anything is typed."""
NO_ANSWERS: Mapping[str, Answer] = MappingProxyType({})
_LONGEST_WORD = 20
"""How many characters to a word are so many that no spaces stand between words."""
_ANSWERED = {
    Answered.CONFIRMED.value: "finding confirmed",
    Answered.EXPLAINED.value: "finding explained",
    Answered.OPEN.value: "answer to a finding taken back",
}


def when(at: datetime | None, now: datetime) -> str:
    """A time as its reader's clock shows it; with the day where it is not today's."""
    if at is None:
        return ""
    local = at.astimezone()
    return f"{local:%H:%M}" if local.date() == now.astimezone().date() else f"{local:%Y-%m-%d %H:%M}"


def short(text: str) -> str:
    """The beginning of a text, on one line."""
    words = " ".join(text[: 4 * SHORT].split())
    return words if len(words) <= SHORT else words[: SHORT - 1].rstrip() + "…"


def length(text: str) -> str:
    """How long a text is: its words, or its characters where the script puts no spaces between words."""
    count = len(text.split())
    return f"{count:,} words" if len(text) < count * _LONGEST_WORD else f"{len(text):,} characters"


def brief(claim: Claim) -> str:
    """A claim's value in about ten cells."""
    kind = kinds().get(claim.kind)
    return kind.brief(claim.value) if kind else str(claim.value)


def gist(claim: Claim) -> str:
    """What a list shows of a claim: what tells it from its neighbours, or its own words."""
    kind = kinds().get(claim.kind)
    return kind.gist(claim.value, claim.quote) if kind else claim.quote


class Worded(Mapping[str, str]):
    """Claims put into words, by their keys; each when it is first asked for, for few of a long list are seen."""

    def __init__(self, claims: Iterable[Claim], words: Callable[[Claim], str]) -> None:
        self._claims = {claim.key: claim for claim in claims}
        self._words = words
        self._told: dict[str, str] = {}

    def __getitem__(self, key: str) -> str:
        told = self._told.get(key)
        if told is None:
            told = self._told[key] = self._words(self._claims[key])
        return told

    __eq__ = object.__eq__
    """Two readings are told apart without putting any claim into words."""
    __hash__ = object.__hash__

    def __iter__(self) -> Iterator[str]:
        return iter(self._claims)

    def __len__(self) -> int:
        return len(self._claims)


def kind_title(claim: Claim) -> str:
    """What a claim is, in words."""
    kind = kinds().get(claim.kind)
    return kind.title if kind else claim.kind


def claim_title(what: str, entry: Entry, glyphs: Glyphs) -> str:
    """What is asked about a claim: its number and how it stands tell it from the one before or after it."""
    return f"{what} claim {entry.number}, {glyphs.look_of(entry.standing).word}"


def kind_words() -> dict[str, str]:
    """Each kind's own short word."""
    return {kind.name: kind.word for kind in kinds().values()}


def nesting() -> frozenset[str]:
    """The kinds whose claims are whole sentences that hold others."""
    return frozenset(kind.name for kind in kinds().values() if kind.nests)


def alike(claims: Iterable[Claim]) -> Mapping[str, Sequence[str]]:
    """The keys of the claims that say the same value as each, by its key; those that are alone are left out."""
    by_value: dict[tuple[str, str], list[str]] = defaultdict(list)
    for claim in claims:
        by_value[claim.kind, str(claim.value)].append(claim.key)
    return {key: keys for keys in by_value.values() if len(keys) > 1 for key in keys}


def same(places: Sequence["Place"]) -> str:
    """Where else a value is said; empty where it is not."""
    here = [place.where.removeprefix("claim ") for place in places if not place.article]
    titles = Counter(place.where for place in places if place.article)
    told = []
    if here:
        told.append(f"claim{'' if len(here) == 1 else 's'} {', '.join(here[:GLANCE])}")
    told += [f"“{short(title)}”" for title in list(titles)[:2]]
    if len(titles) > 2:
        told.append(f"{len(titles) - 2} more articles" if len(titles) > 3 else "1 more article")
    return f"{', '.join(told)}  (*)" if told else ""


def chip(what: Chip, glyphs: Glyphs) -> str:
    """What a filter asks for, in words."""
    match what:
        case filters.FLAGGED:
            return "with a finding"
        case filters.UNHELD:
            return "no evidence"
        case filters.HELD:
            return "with evidence"
        case filters.CONTESTED:
            return glyphs.contested.word
        case Chip(by=By.VERDICT, value=value):
            look = glyphs.verdicts.get(Verdict(value)) if value in list(Verdict) else None
            return look.word if look else value
        case Chip(by=By.KIND, value=value):
            kind = kinds().get(value)
            return kind.title.lower() if kind else value
        case Chip(by=By.REVIEWER, value=value):
            return f"by {value}"
        case _:
            return what.value


def searchable(claim: Claim) -> str:
    """What can be searched of a claim, in lower case: its words, its value, its kind."""
    kind = kinds().get(claim.kind)
    return f"{claim.quote}\n{claim.value}\n{kind.title if kind else claim.kind}".casefold()


def done(event: Event, glyphs: Glyphs) -> str:
    """An act in words."""
    data = event.act.data
    match event.act.verb:
        case Verb.JUDGED:
            look = glyphs.verdicts.get(Verdict(str(data.get("verdict"))))
            return f"{look.glyph} {look.word}".strip() if look else str(data.get("verdict"))
        case Verb.COMMENTED:
            return f"note “{short(str(data['note']))}”" if data.get("note") else "note removed"
        case Verb.CLAIM_ADDED:
            return "claim added"
        case Verb.CORRECTED:
            return f"value corrected: {short(str(data.get('corrected_reading', '')))}"
        case Verb.DATED:
            return f"publication date {data.get('published') or 'unknown'}"
        case Verb.DRAFT_ADDED:
            return "article added"
        case Verb.EVIDENCE:
            return f"evidence {short(str(data.get('source', '')))}"
        case Verb.FINDING_ANSWERED:
            reason = f": “{short(str(data['reason']))}”" if data.get("reason") else ""
            return f"{_ANSWERED.get(str(data.get('answer')), 'finding answered')}{reason}"
        case Verb.RESOLVED:
            look = glyphs.verdicts.get(Verdict(str(data.get("verdict"))))
            reason = short(str(data.get("reason") or ""))
            return f"decided: {f'{look.glyph} {look.word}'.strip()}, “{reason}”" if look else "decided"
        case Verb.RECHECK:
            return f"to be looked at again on {data['due']}" if data.get("due") else "no day to look at it again"
        case Verb.ORIGINAL:
            return f"original {short(str(data['file']))}" if data.get("sha256") else "no original any more"
        case Verb.ASSIGNED:
            return f"{'taken from' if data.get('withdrawn') else 'given to'} {data.get('reviewer')}"
        case Verb.SIGNED_OFF:
            return f"signed off as {data.get('role')}"
        case Verb.UNDONE:
            return "took an act back"
        case other:
            return str(other)


def undone(events: Sequence[Event], ledger: Ledger, glyphs: Glyphs) -> str:
    """What was taken back, in words, with the claim it was about; `events` were one gesture, newest first."""
    event = events[-1]
    claims = {each.act.claim for each in events}
    if len(claims) > 1:
        return f"Taken back: {done(event, glyphs)}, {len(claims)} claims."
    at = ledger.position.get(event.act.claim or "")
    about = f", claim {ledger[at].number} “{short(ledger[at].claim.quote)}”" if at is not None else ""
    quote = event.act.data.get("quote")
    if not about and quote:
        about = f": “{short(str(quote))}”"
    return f"Taken back: {done(event, glyphs)}{about}."


def answered(answer: Answer | None, now: datetime) -> str:
    """What was decided about a finding, in words; "" where nothing was."""
    if answer is None:
        return ""
    reason = f": {answer.reason}" if answer.reason else ""
    return f"{answer.answer.value} by {answer.by} {when(answer.at, now)}{reason}"


def evidence(held: Evidence) -> str:
    """A piece of evidence, in words."""
    rank = f"{'primary' if held.primary else 'secondary'} {held.medium.value}"
    said = f"“{held.quotation}”" if held.quotation else ""
    read = f"read {held.accessed}" if held.accessed else ""
    file = f"file {held.file}" if held.file and held.file != held.source else "file kept" if held.file else ""
    return "  ".join(part for part in (held.source, held.locator, said, held.note, f"({rank})", file, read) if part)


def proof(finding: Finding) -> str:
    """A finding as the note on a claim that is disputed for it."""
    return "\n".join((finding.message, *finding.arithmetic))


def noted(before: str, finding: Finding) -> str:
    """A note with a finding's proof, once."""
    told = proof(finding)
    return before if told in before else f"{before}\n{told}".strip()


def numbered(entries: Sequence[Entry]) -> str:
    """Which claims, by their numbers; how many, where they are more than a glance takes in."""
    if len(entries) > GLANCE:
        return f"{len(entries)} claims"
    numbers = ", ".join(str(entry.number) for entry in entries)
    return f"claim{'' if len(entries) == 1 else 's'} {numbers}"


def left(ledger: Ledger, glyphs: Glyphs) -> str:
    """What stands when nothing is open."""
    counts = [f"{ledger.counts[verdict]} {look.word}" for verdict, look in glyphs.verdicts.items()]
    return f"No open claim left: {', '.join(counts[1:])}."


def rows(article: Article, claim: Claim, claims: Iterable[Claim]) -> Iterator[tuple[str, str]]:
    """The labelled lines of a claim's value, with what the article's other claims and its date add to it."""
    kind = kinds().get(claim.kind)
    if kind is None:
        yield "value", str(claim.value)
        return
    yield from kind.rows(claim.value, article.text)
    yield from kind.context(
        claim.value, (other.value for other in claims if other.kind == claim.kind), article.published
    )


def details(
    article: Article,
    entry: Entry,
    claims: Iterable[Claim],
    findings: Iterable[Finding],
    history: Sequence[Event],
    *,
    answers: Mapping[str, Answer] = NO_ANSWERS,
    held: Sequence[Evidence] = (),
    beside: Sequence[Beside] = (),
    now: datetime,
    glyphs: Glyphs,
) -> "ClaimDetails":
    """All that is shown of one claim."""
    from factcheck.app.widgets.details import ClaimDetails, Past

    claim = entry.claim
    about = tuple(finding for finding in findings if claim.key in finding.claims)
    before, after = around(article, claim.span)
    return ClaimDetails(
        number=entry.number,
        quote=claim.quote,
        standing=entry.standing,
        at=when(entry.standing.at, now),
        rows=tuple((label[:1].lower() + label[1:], value) for label, value in rows(article, claim, claims)),
        findings=about,
        answers={finding.key: answered(answers.get(finding.key), now) for finding in about},
        before=before,
        after=after,
        beside=tuple(_beside.rows(beside)),
        extras=tuple(("" if at else "evidence", evidence(each)) for at, each in enumerate(held)),
        history=tuple(
            Past(when(event.act.at, now), event.act.actor, done(event, glyphs), event.undone)
            for event in reversed(history)
            if event.act.verb is not Verb.UNDONE
        ),
    )


def around(article: Article, span: Span) -> tuple[str, str]:
    """What stands before and after a span in its sentence."""
    first = max(0, span.start - AROUND)
    near = Document(article.text[first : span.end + AROUND])
    own = Span(span.start - first, span.end - first)
    start = min(near.sentence_at(own.start).start, own.start)
    end = max(near.sentence_at(own.end - 1).end, own.end)
    return near.text[start : own.start], near.text[own.end : end]
