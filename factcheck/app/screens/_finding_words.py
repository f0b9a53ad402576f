"""Findings as blocks of words: what is said against which claims, by which sum, and what was decided about it."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from factcheck.app.look import Glyphs
from factcheck.app.screens import _words as words
from factcheck.app.widgets.details import HEADS
from factcheck.app.widgets.panel import Block
from factcheck.app.widgets.paragraphs import Paragraph
from factcheck.checks import checks
from factcheck.model import Answer, Answered, Finding, Ledger, Standing

_INDENT = 2
_CLAIM_INDENT = 7
_ANSWERS = {Answered.CONFIRMED: "disputed", Answered.EXPLAINED: "verified"}


def block(
    number: int, finding: Finding, ledger: Ledger, answers: Mapping[str, Answer], *, now: datetime, glyphs: Glyphs
) -> Block:
    """A finding as a block: its sentence and answer always, claims and sum while it is chosen."""
    answer = answers.get(finding.key)
    check = checks().get(finding.check)
    state = (answer.answer.value, _ANSWERS.get(answer.answer, "label")) if answer else ("unanswered", "label")
    sign = glyphs.flag if answer is None else " "
    head = Paragraph(((f"{number} ", "title"), (check.title if check else finding.check, "title"), ("   ", ""), state))
    said = Paragraph(((f"{sign} {HEADS[finding.severity]}{finding.message}", "label" if answer else "finding"),))
    return Block(finding.key, (head, said), tuple(_rest(finding, ledger, answer, now, glyphs)))


def _rest(
    finding: Finding, ledger: Ledger, answer: Answer | None, now: datetime, glyphs: Glyphs
) -> Iterator[Paragraph]:
    for key in finding.claims:
        if (at := ledger.position.get(key)) is not None:
            entry = ledger[at]
            yield _claim(entry.number, entry.claim.quote, entry.standing, glyphs)
    for line in finding.arithmetic:
        yield Paragraph(((line, "sum"),), _INDENT)
    if finding.accepted:
        yield Paragraph(((finding.accepted, "label"),), _INDENT)
    if finding.suggestion:
        yield Paragraph(((finding.suggestion, ""),), _INDENT)
    if answer is not None:
        yield Paragraph(((words.answered(answer, now), "value"),), _INDENT)


def _claim(number: int, quote: str, standing: Standing, glyphs: Glyphs) -> Paragraph:
    look = glyphs.look_of(standing)
    label = f"{number:>{_CLAIM_INDENT - 2}} "
    return Paragraph(((f"{look.glyph} ", look.style), (f"“{quote}”", "here")), len(label), label)
