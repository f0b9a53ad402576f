"""The themes of the app: colour says what stands on a claim and where the reader is, and nothing else."""

from collections.abc import Mapping
from types import MappingProxyType

from textual.theme import Theme

DEFAULT = "dark"

_DARK = Theme(
    name="dark",
    primary="#0178D4",
    secondary="#004578",
    accent="#ffa62b",
    warning="#ffa62b",
    error="#ba3c5b",
    success="#4EBF71",
    foreground="#e0e0e0",
)
_LIGHT = Theme(
    name="light",
    dark=False,
    primary="#0B4F94",
    secondary="#3A6EA5",
    accent="#8A4B00",
    warning="#E09000",
    error="#B3261E",
    success="#1B7F3B",
    foreground="#000000",
    background="#FBFAF7",
    surface="#F3F1EC",
    panel="#E4E0D8",
    variables={
        "text-warning": "#7D5200",
        "footer-key-foreground": "#7A4300",
    },
)
_CONTRAST = Theme(
    name="high-contrast",
    primary="#5CB8FF",
    secondary="#5CB8FF",
    accent="#00E5FF",
    warning="#FFE100",
    error="#FF4D4D",
    success="#00D26A",
    foreground="#FFFFFF",
    background="#000000",
    surface="#000000",
    panel="#262626",
    variables={
        "footer-key-foreground": "#00E5FF",
    },
)
_COLOUR_BLIND = Theme(
    name="colour-blind",
    primary="#B9B4E0",
    secondary="#6E6A94",
    accent="#D9B3CC",
    warning="#F0E442",
    error="#E8820C",
    success="#3FA0E0",
    foreground="#E4E4E4",
    background="#121212",
    surface="#1C1C1C",
    panel="#2A2A2E",
    variables={
        "footer-key-foreground": "#E3C3D8",
    },
)
"""Verified is blue and disputed orange, which stay apart for every common kind of colour blindness."""

THEMES: Mapping[str, Theme] = MappingProxyType(
    {theme.name: theme for theme in (_DARK, _LIGHT, _CONTRAST, _COLOUR_BLIND)}
)
"""Every theme of our own, by its name."""
