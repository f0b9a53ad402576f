"""All statements of a document: every rule over its cues, then blocks, continued quotations, sources and names."""

from collections.abc import Iterator

from factcheck.document import Document
from factcheck.kinds.statement.attribution import according_to
from factcheck.kinds.statement.blocks import attributed_below
from factcheck.kinds.statement.draft import Draft
from factcheck.kinds.statement.lexicon import reporting_forms
from factcheck.kinds.statement.nouns import noun_statement, reporting_nouns
from factcheck.kinds.statement.parsed import parsed_drafts
from factcheck.kinds.statement.reading import Reading
from factcheck.kinds.statement.settling import continued, own_words, settled
from factcheck.kinds.statement.unnamed import unnamed
from factcheck.kinds.statement.value import Statement
from factcheck.kinds.statement.verbs import verb_statement
from factcheck.kinds.statement.words import POSSESSIVES


def statements(document: Document) -> Iterator[Statement]:
    """The statements of a document in reading order."""
    reading = Reading(document)
    drafts = _drafts(reading)
    drafts += attributed_below(reading)
    drafts = own_words(reading, sorted([*drafts, *unnamed(reading, drafts)], key=lambda draft: draft.cue))
    drafts = sorted([*drafts, *parsed_drafts(reading, drafts)], key=lambda draft: draft.cue)
    continued(reading, drafts)
    yield from settled(reading, drafts)


def _drafts(reading: Reading) -> list[Draft]:
    verbs, nouns = reporting_forms(), reporting_nouns()
    drafts: list[Draft] = []
    previous: Draft | None = None
    top: Draft | None = None
    outer: Draft | None = None
    for at, low in enumerate(reading.lowers):
        if not (low in verbs or low in nouns or low == "according") or reading.quote_at[at] >= 0:
            continue
        if previous is not None and previous.cue[1] > at:
            continue
        draft = verb_statement(reading, at, top) if low in verbs else None
        if draft is None and low in nouns:
            draft = noun_statement(reading, at)
        if low == "according":
            draft = according_to(reading, at)
        if draft is None or _is_told(reading, draft, drafts):
            continue
        if outer is not None and outer.stop == draft.stop:
            draft.via = [*outer.via, *([outer.source] if outer.source else [])]
        if draft.quoted and drafts and drafts[-1].quoted and drafts[-1].content == draft.content:
            drafts.pop()
        outer = None if draft.content else draft
        if draft.content:
            drafts.append(draft)
            previous = draft
            if top is None or not _lies_in(reading, draft, top):
                top = draft
    return drafts


def _is_told(reading: Reading, draft: Draft, drafts: list[Draft]) -> bool:
    """Whether the statement before already says what a noun only names: "said in a statement that"."""
    if not (drafts and draft.content) or drafts[-1].stop != draft.stop:
        return False
    if draft.source is None:
        return any(span.overlaps(draft.content[0]) for span in drafts[-1].content)
    return reading.lowers[draft.source[0]] in POSSESSIVES and drafts[-1].content == draft.content


def _lies_in(reading: Reading, draft: Draft, outer: Draft) -> bool:
    """Whether a statement is a part of what another said."""
    at = reading.starts[draft.cue[0]]
    return any(span.start <= at < span.end for span in outer.content)
