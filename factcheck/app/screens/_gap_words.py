"""Words that no claim covers, as blocks: what stands there, the kind that would have expected a claim, the sentence."""

from factcheck.app.screens._words import around
from factcheck.app.widgets.panel import Block
from factcheck.app.widgets.paragraphs import Paragraph
from factcheck.extract.uncovered import Gap
from factcheck.kinds import kinds
from factcheck.model import Article


def key_of(gap: Gap) -> str:
    """What names a gap among those of its article."""
    return f"{gap.kind}:{gap.span.start}:{gap.span.end}"


def block(article: Article, gap: Gap) -> Block:
    """A gap as a block: its words always, its sentence while it is chosen."""
    kind = kinds().get(gap.kind)
    before, after = around(article, gap.span)
    head = Paragraph(((gap.quote, "title"), (f"   {kind.title.lower() if kind else gap.kind}?", "label")))
    sentence = Paragraph(((before, "context"), (gap.quote, "here"), (after, "context")), 2)
    return Block(key_of(gap), (head,), (sentence,))
