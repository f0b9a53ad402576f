"""Each theme, sixteen colours, no colour and no Unicode: what stands on a claim can be read in all of them."""

from itertools import product
from pathlib import Path

import pytest
from textual.color import Color

from db import Store
from factcheck.app.app import FactcheckApp
from factcheck.app.ascii import SAME_CELLS
from factcheck.app.themes import THEMES
from factcheck.errors import ConfigError
from factcheck.model import Article
from tests.app.conftest import Opens
from tests.app.desk import ticking
from tests.app.terminal import Terminal

SIGNS = set("€¥“”")
"""What the words themselves have in the example article."""
READABLE = 4.5
"""The contrast that the Web Content Accessibility Guidelines 2.2 ask of text (level AA)."""


@pytest.mark.parametrize(("theme", "role"), product(THEMES, ["success", "error", "warning", "primary", "accent"]))
def test_words_stand_out_from_their_ground(theme: str, role: str) -> None:
    colours = THEMES[theme].to_color_system().generate()
    ink = luminance(Color.parse(colours[f"text-{role}"]))
    grounds = [luminance(Color.parse(colours[name])) for name in ("background", "surface")]
    assert min((max(ink, ground) + 0.05) / (min(ink, ground) + 0.05) for ground in grounds) >= READABLE


def luminance(colour: Color) -> float:
    """The relative luminance by the same guidelines."""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def test_an_unknown_theme_is_named(store: Store) -> None:
    with pytest.raises(ConfigError, match=r"colour-blind, .*high-contrast"):
        FactcheckApp(store, reviewer="ada", clock=ticking(), theme="mauve")


@pytest.mark.parametrize("size", [(60, 20), (120, 40)], ids=str)
async def test_without_unicode_nothing_else_is_drawn(opens: Opens, article: Article, size: tuple[int, int]) -> None:
    async with opens(size, ascii_only=True) as desk:
        for keys in ((), ("enter",), ("v", "g"), ("question_mark",), ("escape", "c"), ("escape", "ctrl+p")):
            await desk.press(*keys)
            drawn = "".join(strip.text for strip in desk.app.screen._compositor.render_strips())
            assert {char for char in drawn if not char.isascii()} <= SIGNS


@pytest.mark.parametrize("text", ["“38 M€” – café …", "東京 12", "e\u0301 and \u202f", "\U0001f6a2 │ ▸"])
def test_what_an_encoding_lacks_keeps_its_width(text: str) -> None:
    from rich.cells import cell_len

    written = text.encode("ascii", errors=SAME_CELLS)
    assert len(written) == cell_len(text)


def test_an_encoding_without_unicode_is_written_as_it_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    monkeypatch.setenv("FACTCHECK_CONFIG", str(tmp_path / "none.toml"))
    with Terminal(["-m", "factcheck", "demo", "council", "--reviewer", "ada"]) as terminal:
        terminal.wait_for("Claims")
        terminal.press_and_wait_for("v", "saved")
        terminal.press("q")
        assert terminal.end() == 0
        assert terminal.written.isascii()
        assert terminal.is_restored
