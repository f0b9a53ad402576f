"""What drafts become: quotations that go on, sources that pass others on, names for pronouns."""

from collections.abc import Iterator

from factcheck.kinds.statement.draft import Draft
from factcheck.kinds.statement.reading import Reading
from factcheck.kinds.statement.value import Statement
from factcheck.model import Span

_PRONOUNS = frozenset("he she they we i it".split())


def continued(reading: Reading, drafts: list[Draft]) -> None:
    """Gives quotations that nobody is named for to the statement that they go on with."""
    taken = {span.start for draft in drafts for span in draft.content if draft.quoted}
    owner: dict[int, Draft] = {}
    for draft in drafts:
        for span in draft.content:
            owner[span.start] = draft
    by_stop = {draft.stop: draft for draft in drafts if draft.speaks}
    for number, quotation in enumerate(reading.quotations):
        first = reading.quote_first[number]
        if quotation.span.start in taken:
            by_stop[reading.quote_stop[number]] = owner[quotation.span.start]
            continue
        if (before := by_stop.get(first)) is None:
            continue
        if before.cue[0] < reading.paragraph(first)[0] and not quotation.continues:
            continue
        before.content.append(quotation.span)
        by_stop[reading.quote_stop[number]] = before


def own_words(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that only say what their speaker thinks: "She said she hopes …" is one statement."""
    kept: list[Draft] = []
    for draft in drafts:
        outer = kept[-1] if kept else None
        if (
            outer is not None
            and draft.source is not None
            and outer.cue[1] <= draft.source[0] <= outer.cue[1] + 3
            and any(span.start <= reading.starts[draft.source[0]] < span.end for span in outer.content)
            and reading.lowers[draft.source[0]] in _PRONOUNS
        ):
            continue
        kept.append(draft)
    return kept


def settled(reading: Reading, drafts: list[Draft]) -> Iterator[Statement]:
    """The drafts as statements."""
    text = reading.text
    made: list[Statement] = []
    for draft in drafts:
        source = reading.chars(*draft.source) if draft.source else None
        cue = reading.chars(*draft.cue)
        content = tuple(sorted(set(draft.content)))
        who = source.of(text) if source else ""
        made.append(Statement(draft.act, source, cue, content, (), who, " … ".join(span.of(text) for span in content)))
    spans: set[Span] = set()
    for statement in made:
        if statement.hull not in spans:
            spans.add(statement.hull)
            yield statement
