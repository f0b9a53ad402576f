"""For terminals and fonts without Unicode: frames, bars and the words of articles in ASCII, cell for cell."""

import codecs
from functools import lru_cache
from unicodedata import normalize

from rich.cells import get_character_cell_size
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from factcheck.app.look import TYPED

_FRAMES = {
    **dict.fromkeys(range(0x2500, 0x2580), "+"),
    **dict.fromkeys(map(ord, "─━┄┅┈┉╌╍═╴╶╸╺╼╾"), "-"),
    **dict.fromkeys(map(ord, "│┃┆┇┊┋╎╏║╵╷╹╻╽╿▌▎▏▍▐▕▊▋▉"), "|"),
    **dict.fromkeys(map(ord, "▁▂▃▄▅▆▇▀▔"), " "),
    **dict.fromkeys(map(ord, "█▓"), "#"),
    **dict.fromkeys(map(ord, "▒░"), ":"),
    **dict.fromkeys(map(ord, "→▶▸▷"), ">"),
    **dict.fromkeys(map(ord, "←◀◂◁"), "<"),
    **dict.fromkeys(map(ord, "↑▲"), "^"),
    **dict.fromkeys(map(ord, "↓▼"), "v"),
    ord("…"): "~",
    ord("•"): "*",
    ord("⏎"): "<",
}
_WORDS: dict[int, str] = {
    **_FRAMES,
    **TYPED,
}


class AsciiFrames(LineFilter):
    """Draws what frames the words in ASCII; the words themselves stay as they are."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [
            segment if segment.text.isascii() else Segment(segment.text.translate(_FRAMES), *segment[1:])
            for segment in segments
        ]


def _replace(error: UnicodeError) -> tuple[str, int]:
    """For what an encoding does not have: ASCII that takes as many cells."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_in_ascii, error.object[error.start : error.end])), error.end


@lru_cache(1024)
def _in_ascii(char: str) -> str:
    drawn = char.translate(_WORDS)
    if not drawn.isascii():
        drawn = normalize("NFKD", char)[0]
    cells = get_character_cell_size(char)
    return drawn if drawn.isascii() and cells == 1 else "?" * cells


SAME_CELLS = "factcheck.same-cells"
"""The name of the error handler that writes, for what an encoding does not have, ASCII of the same width."""
codecs.register_error(SAME_CELLS, _replace)
