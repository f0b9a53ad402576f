"""The claims of one axis over the text: how far apart they lie, and where in the article each of them stands."""

from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.app.look import Glyphs
from factcheck.app.widgets.axes import Axis
from factcheck.app.widgets.plotting import Picture, Ruler, Spot

_TOP, _END = "top of the text", "end"


def signs(glyphs: Glyphs) -> Mapping[str, str]:
    """The style of each sign that a spread is drawn with."""
    looks = (*glyphs.verdicts.values(), glyphs.contested, glyphs.expired)
    return {_around(look.glyph, glyphs): "here" for look in looks} | {look.glyph: look.style for look in looks}


def _around(glyph: str, glyphs: Glyphs) -> str:
    return f"{glyphs.pointer}{glyph}{glyphs.here}"


@dataclass(frozen=True, slots=True)
class Spread:
    """An axis, how long the text is (code points), the key of the chosen claim; `line` is a place to draw a line at."""

    axis: Axis
    length: int
    chosen: str
    line: float | None
    glyphs: Glyphs
    margin: int

    def caption(self, cells: int) -> str:
        """None: what stands over the plot says what it shows."""
        return ""

    def picture(self, cells: int) -> Picture:
        """A sign a claim, as far across as it reaches, the first words of the article uppermost."""
        spots, here = [], None
        for point in self.axis.points:
            claim, glyph = point.entry.claim, self.glyphs.look_of(point.entry.standing).glyph
            up = -claim.span.start
            low, high = (self.axis.middle(place, max(1, cells)) for place in (point.low, point.high))
            spots.append(Spot(low, high, up, glyph))
            if claim.key == self.chosen:
                here = Spot(low, high, up, _around(glyph, self.glyphs))
        room = self.margin - 1
        ends = ((0.0, f"{_TOP:>{room}}"[-room:]), (-self.length, f"{_END:>{room}}"[-room:]))
        return Picture(
            across=Ruler(self.axis.first, self.axis.last, tuple(self.axis.ticks(cells))),
            up=Ruler(-self.length or -1, 0, ends if room > 0 else ()),
            spots=tuple(spots),
            here=here,
            line=self.line if self.line is not None and self.axis.first <= self.line <= self.axis.last else None,
        )
