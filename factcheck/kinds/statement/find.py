"""All statements of a document: every rule over its cues, then continued quotations, nested sources and names."""

from collections.abc import Iterator

from factcheck.document import Document
from factcheck.kinds.statement.attribution import according_to
from factcheck.kinds.statement.draft import Draft
from factcheck.kinds.statement.lexicon import reporting_forms
from factcheck.kinds.statement.reading import Reading
from factcheck.kinds.statement.settling import continued, own_words, settled
from factcheck.kinds.statement.value import Statement
from factcheck.kinds.statement.verbs import verb_statement


def statements(document: Document) -> Iterator[Statement]:
    """The statements of a document in reading order."""
    reading = Reading(document)
    forms = reporting_forms()
    drafts: list[Draft] = []
    previous: Draft | None = None
    for at, low in enumerate(reading.lowers):
        if low in forms:
            if reading.quote_at[at] >= 0:
                continue
            draft = verb_statement(reading, at, previous)
        elif low == "according":
            if reading.quote_at[at] >= 0:
                continue
            draft = according_to(reading, at)
        else:
            continue
        if draft is not None and not (previous is not None and previous.cue[1] > at):
            drafts.append(draft)
            previous = draft
    drafts = own_words(reading, drafts)
    continued(reading, drafts)
    yield from settled(reading, drafts)
