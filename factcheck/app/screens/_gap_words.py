"""Words that no claim covers, as blocks: what stands there, the kind that would have expected a claim, the sentence."""

from collections.abc import Iterable

from factcheck.app.screens._words import around
from factcheck.app.widgets.panel import Block
from factcheck.app.widgets.paragraphs import Paragraph
from factcheck.extract.uncovered import Gap
from factcheck.kinds import kinds
from factcheck.model import Article


def key_of(gap: Gap) -> str:
    """What names a gap among those of its article."""
    return f"{gap.kind}:{gap.span.start}:{gap.span.end}"


def heads(gaps: Iterable[Gap]) -> tuple[Block, ...]:
    """Gaps as blocks that have nothing but their words yet."""
    return tuple(Block(key_of(gap), (_head(gap),)) for gap in gaps)


def full(article: Article, gap: Gap) -> Block:
    """A gap as a block with its sentence, for the one that is chosen: a sentence takes some time to find."""
    before, after = around(article, gap.span)
    sentence = Paragraph(((before, "context"), (gap.quote, "here"), (after, "context")), 2)
    return Block(key_of(gap), (_head(gap),), (sentence,))


def _head(gap: Gap) -> Paragraph:
    kind = kinds().get(gap.kind)
    return Paragraph(((gap.quote, "title"), (f"   {kind.title.lower() if kind else gap.kind}?", "label")))
