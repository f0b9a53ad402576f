"""What drafts become: quotations that go on, sources that pass others on, names for pronouns."""

from collections.abc import Iterator
from dataclasses import replace

from factcheck.kinds.statement.draft import Draft
from factcheck.kinds.statement.names import Names
from factcheck.kinds.statement.reading import Reading
from factcheck.kinds.statement.value import Statement, says_nobody
from factcheck.model import Span

_PRONOUNS = frozenset("he she they we i it you who which his her their its".split())


def continued(reading: Reading, drafts: list[Draft]) -> None:
    """Gives quotations that nobody is named for to the statement that they go on with."""
    owner = {span.start: draft for draft in drafts for span in draft.content}
    by_stop = {draft.stop: draft for draft in drafts if draft.speaks}
    for number, quotation in enumerate(reading.quotations):
        first, stop = reading.quote_first[number], reading.quote_stop[number]
        own = owner.get(quotation.span.start)
        if own is not None and own.quoted:
            by_stop[stop] = own
            continue
        if (before := by_stop.get(first)) is None:
            continue
        if before.cue[0] < reading.paragraph(first)[0] and not (quotation.continues or reading.is_continued(number)):
            continue
        if _awaits_speaker(reading, number):
            continue
        before.content.append(quotation.span)
        by_stop[stop] = before


def _awaits_speaker(reading: Reading, number: int) -> bool:
    """Whether words follow that are to say who speaks: "…," reads a banner at the pier."""
    stop = reading.quote_stop[number]
    spoken = reading.text[reading.quotations[number].inner.end - 1] == ","
    return spoken and stop < reading.size and reading.is_word(stop) and stop < reading.sentence(stop - 1)[1]


def own_words(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that lie in another and are by a pronoun: "She said she hopes …" is one statement."""
    kept: list[Draft] = []
    outer: list[Span] = []
    for draft in drafts:
        start = reading.starts[min((draft.source or draft.cue)[0], draft.cue[0])]
        outer = [span for span in outer if span.end > start]
        last = max(span.end for span in draft.content)
        first = min(start, *(span.start for span in draft.content))
        nested = any(span.start <= first and last <= span.end for span in outer)
        if nested and (draft.source is None or reading.lowers[draft.source[0]].split("'")[0] in _PRONOUNS):
            continue
        kept.append(draft)
        if not draft.quoted:
            outer += draft.content
    return kept


def settled(reading: Reading, drafts: list[Draft]) -> Iterator[Statement]:
    """The drafts as statements, each with its hull for its own."""
    names = Names(reading)
    statements = [_statement(reading, draft, names) for draft in drafts]
    folded = {at for at, draft in enumerate(drafts) if reading.lowers[draft.cue[0]] == "according"}
    hulls: set[Span] = set()
    for statement in _passed_on(statements, folded):
        if statement.hull not in hulls:
            hulls.add(statement.hull)
            yield statement


def _statement(reading: Reading, draft: Draft, names: Names) -> Statement:
    source = reading.chars(*draft.source) if draft.source else None
    content = tuple(sorted(set(draft.content)))
    via = tuple(span for phrase in draft.via if (span := reading.chars(*phrase)))
    who = names.of(draft.source, source) if draft.source and source else ""
    said = " … ".join(span.of(reading.text) for span in content)
    negated = draft.negated or says_nobody(who)
    return Statement(draft.act, source, reading.chars(*draft.cue), content, via, who, said, negated)


def _passed_on(statements: list[Statement], folding: set[int]) -> Iterator[Statement]:
    """Each statement with the sources around it.

    One of `folding` ("according to reports") whose content is just another statement is only that one's `via`.
    """
    around: list[tuple[Span, int]] = []
    folded: set[int] = set()
    vias: list[tuple[Span, ...]] = []
    for number, statement in enumerate(statements):
        hull = statement.hull
        around = [(span, outer) for span, outer in around if span.end > hull.start][-8:]
        holders = [(span, outer) for span, outer in around if span.covers(hull) and statements[outer].source]
        folded |= {outer for span, outer in holders if outer in folding and _is_all(span, hull)}
        vias.append((*statement.via, *(source for _, outer in holders if (source := statements[outer].source))))
        around += [(span, number) for span in statement.content]
    for number, (statement, via) in enumerate(zip(statements, vias, strict=True)):
        if number not in folded:
            yield replace(statement, via=via)


def _is_all(content: Span, hull: Span) -> bool:
    return hull.start - content.start <= 2 and content.end - hull.end <= 2
