"""The bar at the top: which article, who reads it, how far the work is and whether it is saved."""

from collections.abc import Mapping

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from factcheck.app.look import UNICODE, Glyphs
from factcheck.model import Verdict
from factcheck.safe import safe_line

_QUIET = "$foreground 66%"
_WIDEST_BAR = 48
_TITLE_FROM = 20
"""How many cells a title of one line has before more is said beside it."""
_ORDER = (Verdict.VERIFIED, Verdict.DISPUTED, Verdict.DISMISSED, Verdict.OPEN)


class TopBar(Widget):
    """Given values only. Two lines, or one where its height is one."""

    ALLOW_SELECT = False
    SCOPED_CSS = False
    DEFAULT_CSS = """
    TopBar { height: 2; dock: top; background: $panel; color: $foreground; padding: 0 1; }
    Screen.-short TopBar { height: 1; }
    TopBar:ansi { background: ansi_default; color: ansi_default; }
    """

    title: reactive[str] = reactive("")
    published: reactive[str] = reactive("")
    """The article's date, with "(inferred)" where nobody stated it."""
    reviewer: reactive[str] = reactive("")
    counts: reactive[Mapping[Verdict, int]] = reactive(dict)
    contested: reactive[int] = reactive(0)
    flags: reactive[int] = reactive(0)
    saved: reactive[str] = reactive("")
    """"saved 14:02", or what else is true about the last act."""
    unsaved: reactive[bool] = reactive(False)
    """Whether `saved` says that something was not kept."""
    glyphs: reactive[Glyphs] = reactive(UNICODE)

    def render(self) -> Content:
        width = self.content_size.width
        if self.content_size.height < 2:
            return self._one_line(width)
        return Content("\n").join([self._first_line(width), self._second_line(width)])

    @property
    def _style(self) -> Mapping[str, str]:
        """Colours by meaning; a terminal of 16 colours has its own."""
        if self.app.ansi_color or self.has_pseudo_class("ansi"):
            return _ANSI_STYLES
        return _STYLES

    def _one_line(self, width: int) -> Content:
        """Whether the last act is saved and how far the work is, always; the rest as there is room beside the title."""
        saved = [self._saved()] if self.saved else []
        must = [self._done(), self._counts(flags=width >= 90), *saved]
        if sum(part.cell_length + 2 for part in must) > width:
            must = [self._done(), *saved]
        room = width - _TITLE_FROM - sum(part.cell_length + 2 for part in must)
        may = [self._bar(12 if width >= 96 or width < 72 else 8)]
        if self.published and width >= 72:
            date = safe_line(self.published).removeprefix("published ").replace("(inferred)", "inferred")
            may.insert(0, Content.styled(date, self._style["quiet"]))
        while may and sum(part.cell_length + 2 for part in may) > room:
            may.pop(0)
        tail = Content("  ").join([*may, *must])
        name = Content.styled("factcheck " if width >= 110 else "", self._style["name"])
        return _apart(Content.assemble(name, (safe_line(self.title), "bold")), tail, width, self.glyphs.ellipsis)

    def _first_line(self, width: int) -> Content:
        quiet = self._style["quiet"]
        left = Content.assemble(
            ("factcheck", self._style["name"]), (f"  {self.glyphs.divider}  ", quiet), (safe_line(self.title), "bold")
        )
        right = Content.assemble(
            (safe_line(self.published), quiet), "   " if self.published else "",
            ("reviewer ", quiet), (safe_line(self.reviewer), "bold"),
        )  # fmt: skip
        return _apart(left, right, width, self.glyphs.ellipsis)

    def _second_line(self, width: int) -> Content:
        tail = Content.assemble("  ", self._done(), self._percent(), "   ", self._counts(flags=True))
        saved = self._saved()
        bar = min(_WIDEST_BAR, max(4, width - tail.cell_length - saved.cell_length - 2))
        return _apart(Content.assemble(self._bar(bar), tail), saved, width, self.glyphs.ellipsis)

    @property
    def _total(self) -> int:
        return sum(self.counts.values())

    @property
    def _judged(self) -> int:
        return self._total - self.counts.get(Verdict.OPEN, 0)

    def _bar(self, cells: int) -> Content:
        """Verified, disputed and left as parts of the whole; dismissed claims count as done."""
        total = max(1, self._total)
        disputed = self.counts.get(Verdict.DISPUTED, 0)
        wrong = max(round(disputed / total * cells), 1 if disputed else 0)
        done = min(round(self._judged / total * cells), cells)
        if self._judged < self._total and done == cells:
            done -= 1
        done = max(done, wrong)
        return Content.assemble(
            (self.glyphs.done * (done - wrong), self._style["bar"]),
            (self.glyphs.wrong * wrong, self._style["bar-wrong"]),
            (self.glyphs.left * (cells - done), self._style["bar-left"]),
        )

    def _done(self) -> Content:
        return Content.styled(f"{self._judged}/{self._total}", "bold")

    def _percent(self) -> Content:
        share = self._judged * 100 // self._total if self._total else 0
        return Content.styled(f" {share}%", self._style["quiet"])

    def _counts(self, *, flags: bool) -> Content:
        shown = []
        for verdict in _ORDER:
            look, count = self.glyphs.verdicts[verdict], self.counts.get(verdict, 0)
            if verdict is not Verdict.DISMISSED or count:
                shown.append(Content.styled(f"{look.glyph} {count}", self._style[look.style]))
        if self.contested:
            shown.append(Content.styled(f"{self.glyphs.contested.glyph} {self.contested}", self._style["disputed"]))
        if flags:
            shown.append(Content.styled(f" {self.glyphs.flag} {self.flags}", self._style["flag"]))
        return Content("  ").join(shown)

    def _saved(self) -> Content:
        return Content.styled(safe_line(self.saved), self._style["unsaved" if self.unsaved else "quiet"])


_STYLES = {
    "name": "bold $text-accent",
    "quiet": _QUIET,
    "bar": "$success",
    "bar-wrong": "$error",
    "bar-left": "$foreground 35%",
    "open": _QUIET,
    "verified": "$text-success",
    "disputed": "$text-error",
    "dismissed": _QUIET,
    "flag": "$text-warning",
    "unsaved": "bold $text-error",
}
_ANSI_STYLES = {
    "name": "bold ansi_green",
    "quiet": "",
    "bar": "ansi_green",
    "bar-wrong": "ansi_red",
    "bar-left": "",
    "open": "",
    "verified": "ansi_green",
    "disputed": "ansi_bright_red",
    "dismissed": "",
    "flag": "ansi_yellow",
    "unsaved": "bold reverse",
}


def _apart(left: Content, right: Content, width: int, ellipsis: str) -> Content:
    """Two pieces at the ends of a line; the left one gives way."""
    room = max(0, width - right.cell_length - 2)
    if left.cell_length > room:
        left = Content.assemble(left.truncate(max(0, room - 1)), ellipsis if room else "")
    return Content.assemble(left, " " * max(0, width - left.cell_length - right.cell_length), right)
