"""Frames as text: what stands on a screen once, and how each theme draws it; written, compared and read for contrast."""

import os
from collections.abc import Iterator, Mapping, Sequence
from difflib import unified_diff
from functools import lru_cache
from itertools import chain, groupby
from pathlib import Path

from rich.color import Color as RichColor
from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.screen import ModalScreen

FOLDER = Path(__file__).with_name("frames")
UPDATE = "UPDATE_FRAMES"
"""The environment variable that has frames written anew instead of compared."""
READABLE = 4.5
"""The contrast that the Web Content Accessibility Guidelines 2.2 ask of text (level AA)."""
_SIGNS = frozenset({*map(chr, range(0x2500, 0x25A0)), *" \N{NO-BREAK SPACE}·◂▸◌"})
"""What draws frames, bars and marks: no words."""
Cell = tuple[str, str]
"""What a cell holds, and how it is drawn, in words."""


def cells_of(app: App[object]) -> list[list[Cell]]:
    """Every cell of the screen that is shown, with those that shine through it."""
    update = app.screen._compositor.render_update(full=True, screen_stack=app._background_screens)
    lines = []
    for strips in update.strips:  # type: ignore[union-attr]
        cells: list[Cell] = []
        for segment in chain.from_iterable(strips):
            if not segment.control:
                look = _look(segment.style)
                cells += [(letter, look) for letter in segment.text]
        lines.append(cells)
    return lines


@lru_cache(4096)
def _look(style: Style | None) -> str:
    if style is None:
        return "-"
    marks = (("bold", "b"), ("italic", "i"), ("underline", "u"), ("strike", "s"), ("reverse", "r"), ("dim", "d"))
    told = "".join(mark for name, mark in marks if getattr(style, name))
    return " ".join(part for part in (_name(style.color), "on", _name(style.bgcolor), told) if part)


def _name(color: RichColor | None) -> str:
    if color is None:
        return "-"
    return color.triplet.hex if color.triplet else color.name


def frame(drawn: Mapping[str, Sequence[Sequence[Cell]]]) -> str:
    """The words of a screen, the runs of cells that are drawn alike in every theme, and how each theme draws those."""
    themes = list(drawn)
    first = drawn[themes[0]]
    words = ["".join(letter for letter, _ in line) for line in first]
    for theme in themes[1:]:
        assert ["".join(letter for letter, _ in line) for line in drawn[theme]] == words, f"{theme} has other words"
    looks: dict[tuple[str, ...], str] = {}
    runs = []
    for lines in zip(*drawn.values(), strict=True):
        alike = [tuple(cell[1] for cell in cells) for cells in zip(*lines, strict=True)]
        runs.append(
            " ".join(f"{looks.setdefault(look, _letter(len(looks)))}{len(list(run))}" for look, run in groupby(alike))
        )
    legend = [
        f"{name}  {'  '.join(f'{theme}: {told}' for theme, told in zip(themes, look, strict=True))}"
        for look, name in looks.items()
    ]
    return "\n".join([*(f"|{line}|" for line in words), "", *runs, "", *legend, ""])


def _letter(number: int) -> str:
    letters = "abcdefghijklmnopqrstuvwxyz"
    return letters[number] if number < len(letters) else _letter(number // len(letters) - 1) + letters[number % 26]


def difference(name: str, now: str) -> str:
    """What differs from the frame that is kept, empty where nothing does; keeps it where that is asked for."""
    path = FOLDER / f"{name}.txt"
    if os.environ.get(UPDATE):
        path.parent.mkdir(exist_ok=True)
        path.write_text(now, "utf-8")
        return ""
    if not path.exists():
        return f"There is no {path.name}; {UPDATE}=1 writes it.\n"
    kept = path.read_text("utf-8")
    lines = unified_diff(kept.splitlines(True), now.splitlines(True), f"{path.name} as it was", "as it is", n=1)
    return "".join(lines)


def read_on(app: App[object], lines: Sequence[Sequence[Cell]]) -> list[Sequence[Cell]]:
    """The part of a screen that is to be read now: of a question what asks it, not what it dims."""
    if not isinstance(app.screen, ModalScreen):
        return list(lines)
    region = app.screen.children[-1].region
    return [line[region.x : region.right] for line in lines[region.y : region.bottom]]


def faint(lines: Sequence[Sequence[Cell]]) -> Iterator[str]:
    """Words that do not stand out from their ground, with their contrast."""
    for line in lines:
        for look, run in groupby(line, key=lambda cell: cell[1]):
            words = "".join(letter for letter, _ in run)
            if set(words) <= _SIGNS or look == "-":
                continue
            ink, _, ground, *_marks = look.split(" ")
            if "#" in ink and "#" in ground:
                value = contrast(Color.parse(ink), Color.parse(ground))
                if value < READABLE:
                    yield f"{words.strip()!r} {look}: {value:.2f}"


def contrast(one: Color, other: Color) -> float:
    """The contrast of two colours by the same guidelines."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Color) -> float:
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
