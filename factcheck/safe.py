"""Makes text from outside safe for a terminal, one character for one, so that offsets hold.

Controls, C1 controls, bidirectional controls, invisible and tag characters become visible marks; nothing is removed.
"""

import re
from functools import cache

_CONTROL_PICTURES = {code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A)}
_REPLACED = {
    **_CONTROL_PICTURES,
    0x09: 0x20,
    0x7F: 0x2421,
    **dict.fromkeys(range(0x80, 0xA0), 0xFFFD),
    **dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C], 0x2426),
    **dict.fromkeys(
        [*(0x00AD, 0x034F, 0x115F, 0x1160, 0x180E, 0x200B, 0x200C), *range(0x2060, 0x2065), 0x3164, 0xFEFF, 0xFFA0],
        0x2422,
    ),
    0x2028: 0x2424,
    0x2029: 0x2424,
    **dict.fromkeys(range(0xD800, 0xE000), 0xFFFD),
    **dict.fromkeys(range(0xFFF9, 0xFFFC), 0xFFFD),
    **dict.fromkeys(range(0xE0000, 0xE0080), 0xFFFD),
}


def safe(text: str) -> str:
    """`text` with every character that could steer a terminal made visible; the length stays."""
    return text.translate(_REPLACED)


def safe_line(text: str) -> str:
    """`safe` for places that have one line: newlines are shown too."""
    return safe(text).replace("\n", "␤")


def escaped(literal: str) -> str:
    """JSON or TOML in which all that could steer a terminal is written as an escape: to its reader the same data."""
    return _to_escape().sub(lambda found: f"\\u{ord(found[0]):04x}", literal)


@cache
def _to_escape() -> re.Pattern[str]:
    return re.compile(f"[{''.join(chr(code) for code in sorted(_REPLACED) if 0x20 <= code < 0x10000)}]")
