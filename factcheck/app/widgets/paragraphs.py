"""Paragraphs of styled pieces, wrapped to the strips that a pane of text draws."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from factcheck.app.widgets.wrap import cells_of, drawn, wrap
from factcheck.safe import safe

LABEL_CELLS = 10
"""The column of labels, with the space after them."""
_INDENT_FROM = 28


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text to be wrapped: pieces with the names of their styles, how far it stands in, and what stands before it."""

    pieces: tuple[tuple[str, str], ...]
    indent: int = 0
    label: str = ""

    def strips(self, width: int, style_of: Callable[[str], Style]) -> Iterator[Strip]:
        """Its lines, each `width` cells wide; in a narrow pane the label has a line of its own."""
        base = style_of("")
        whole = safe("".join(piece for piece, _ in self.pieces)).replace("\n", " ")
        indent = self.indent if width >= _INDENT_FROM else min(self.indent, 2)
        if self.label and indent < self.indent:
            yield Strip([Segment(drawn(safe(self.label)), style_of("label"))]).adjust_cell_length(width, base)
        for number, (start, end) in enumerate(wrap(whole, width - indent - 1)):
            label = self.label if not number and indent == self.indent else ""
            lead = drawn(safe(label)) + " " * (indent - cells_of(safe(label)))
            segments = [Segment(lead, style_of("label"))]
            offset, stop = 0, start + len(whole[start:end].rstrip())
            for piece, style in self.pieces:
                shown = whole[max(start, offset) : min(stop, offset + len(piece))] if offset < stop else ""
                if shown:
                    segments.append(Segment(drawn(shown), style_of(style)))
                offset += len(piece)
            yield Strip(segments).adjust_cell_length(width, base)


BLANK = Paragraph(())


def labelled(label: str, *pieces: tuple[str, str]) -> Paragraph:
    """A labelled line; a label too long for its column stands in its own words before the text."""
    if cells_of(safe(label)) < LABEL_CELLS:
        return Paragraph(pieces, LABEL_CELLS, label)
    return Paragraph(((f"{label}  ", "label"), *pieces))
