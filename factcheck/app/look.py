"""How verdicts look: the one table from verdict to glyph, word and style class."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from factcheck.model import Standing, Verdict


@dataclass(frozen=True, slots=True)
class Look:
    """How one state of a claim is shown: a glyph of one cell, a word, and the end of its style classes' names."""

    glyph: str
    word: str
    style: str


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Every sign the widgets draw, each one cell wide wherever it is drawn."""

    verdicts: Mapping[Verdict, Look]
    contested: Look
    expired: Look
    second: str
    unsupported: str
    flag: str
    note: str
    pointer: str
    marked: str
    here: str
    more: str
    inside: str
    remove: str
    ellipsis: str
    divider: str
    done: str
    wrong: str
    left: str

    def look_of(self, standing: Standing) -> Look:
        """How a claim with this standing is shown."""
        if standing.contested:
            return self.contested
        return self.expired if standing.expired else self.verdicts[standing.verdict]


UNICODE = Glyphs(
    verdicts=MappingProxyType(
        {
            Verdict.OPEN: Look("◌", "open", "open"),
            Verdict.VERIFIED: Look("✓", "verified", "verified"),
            Verdict.DISPUTED: Look("✗", "disputed", "disputed"),
            Verdict.DISMISSED: Look("⊘", "not a claim", "dismissed"),
        }
    ),
    contested=Look("!", "contested", "disputed"),
    expired=Look("↻", "to check again", "open"),
    second="2",
    unsupported="∅",
    flag="⚑",
    note="✎",
    pointer="▸",
    marked="▪",
    here="◂",
    more="+",
    inside="╎",
    remove="✕",
    ellipsis="…",
    divider="│",
    done="█",
    wrong="▒",
    left="░",
)
"""Signs of one cell in tmux, xterm and xterm -cjk_width, but for those that draw lines, bars and ellipses."""

TYPED: Mapping[int, str] = MappingProxyType(
    {
        **dict.fromkeys(map(ord, "“”„«»″"), '"'),
        **dict.fromkeys(map(ord, "‘’‚′"), "'"),
        **dict.fromkeys(map(ord, "–—−‐‑"), "-"),
        **dict.fromkeys(map(ord, "\xa0\u202f\u2007\u2009"), " "),
        ord("×"): "x",
    }
)
"""Signs of print as a typewriter has them."""

ASCII = Glyphs(
    verdicts=MappingProxyType(
        {
            Verdict.OPEN: Look(".", "open", "open"),
            Verdict.VERIFIED: Look("v", "verified", "verified"),
            Verdict.DISPUTED: Look("x", "disputed", "disputed"),
            Verdict.DISMISSED: Look("-", "not a claim", "dismissed"),
        }
    ),
    contested=Look("!", "contested", "disputed"),
    expired=Look("@", "to check again", "open"),
    second="2",
    unsupported="0",
    flag="*",
    note='"',
    pointer=">",
    marked="=",
    here="<",
    more="+",
    inside=":",
    remove="x",
    ellipsis="~",
    divider="|",
    done="#",
    wrong="x",
    left=".",
)
"""The same table for terminals and fonts without Unicode."""
