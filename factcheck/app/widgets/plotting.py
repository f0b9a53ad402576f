"""Draws a picture of points or columns between two rulers as lines of text: the only module that knows plotext."""

from dataclasses import dataclass
from functools import cache
from typing import Any

BRAILLE = "braille"
"""The marker of columns that has two dots across a cell and four up it."""


@dataclass(frozen=True, slots=True)
class Ruler:
    """A stretch of places, with the places that are labelled."""

    first: float
    last: float
    ticks: tuple[tuple[float, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Spot:
    """A claim's mark, one cell wide, as far across as it reaches."""

    first: float
    last: float
    up: float
    glyph: str


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn; `here` is a spot with a mark of several cells, `line` a place across with a line through it.

    `columns` are the heights of columns, the first one over 0 to 1 of the lower ruler, the others beside it; `middle`
    is where in that stretch they stand, `breadth` how much of it they fill, `marker` what they are made of: one sign,
    or BRAILLE.
    """

    across: Ruler
    up: Ruler
    spots: tuple[Spot, ...] = ()
    here: Spot | None = None
    line: float | None = None
    columns: tuple[float, ...] = ()
    middle: float = 0.5
    breadth: float = 1.0
    marker: str = BRAILLE


def drawn(picture: Picture, width: int, height: int) -> list[str]:
    """The lines of a picture, all of this width: its rulers are on the left and below, with their labels outside.

    A ruler's first place begins its first cell, its last place ends its last one. Labels on the left have to be equally
    long.
    """
    if width < 1 or height < 1:
        return []
    figure = _figure()
    figure.clear()
    figure.plot_size(width, height)
    figure.theme("colorless")
    figure.axes(False, side="upper", axis="x").axes(False, side="right", axis="y")
    for ruler, axis in ((picture.across, "x"), (picture.up, "y")):
        places, labels = [place for place, _ in ruler.ticks], [label for _, label in ruler.ticks]
        figure.ruler(axis).alignment(lim="edge").lim(ruler.first, ruler.last).ticks(places, labels)
    if picture.columns:
        middles = [place + picture.middle for place in range(len(picture.columns))]
        bars = {"marker": picture.marker, "width": picture.breadth, "_reset_ticks": False}
        figure.draw(figure.bar(middles, list(picture.columns), **bars))
    if picture.line is not None:
        figure.line(picture.line, orientation="vertical")
    for spot in picture.spots:
        figure.draw(figure.signal([spot.first, spot.last], [spot.up] * 2, marker=spot.glyph).lines(True))
    if picture.here is not None:
        here = picture.here
        figure.draw(figure.text((here.first + here.last) / 2, here.up, here.glyph, alignment="center"))
    lines: list[str] = figure.build().string(True).split("\n")
    return lines[:height]


@cache
def _figure() -> Any:
    """The library's figure, as large as it is asked to be; imported when a plot is seen."""
    import plotext

    plotext.terminal.limit(False, False)
    return plotext.figure
