"""The strip at the edge of an article that shows the whole: where disputes and findings are, and where one is."""

from factcheck.app.widgets.page import Page
from factcheck.app.widgets.paint import Scene
from factcheck.model import Ledger, Span, Verdict


class Overview:
    """What each row of the strip shows: "here", "disputed", "flag" or "" for nothing."""

    def __init__(self) -> None:
        self._height = 0
        self._scene: Scene | None = None
        self._marks: list[str] = []
        self._here = -1

    def __getitem__(self, row: int) -> str:
        if row == self._here:
            return "here"
        return self._marks[row] if row < len(self._marks) else ""

    def renew(self, scene: Scene, height: int) -> set[int]:
        """Take over what is shown now; the rows that changed. Going to another claim reads no other claim."""
        before, marks, here = self._scene, self._marks, self._here
        self._scene = scene
        if (
            before is None
            or self._height != height
            or before.page is not scene.page
            or before.ledger is not scene.ledger
            or before.flags is not scene.flags
        ):
            self._height = height
            self._marks = _marks(scene.page, scene.ledger, scene.flags, height)
        at = scene.ledger.position.get(scene.chosen)
        self._here = -1 if at is None else _row(scene.page, scene.ledger[at].claim.span, height)
        changed = {here, self._here} - {-1} if here != self._here else set()
        if marks is not self._marks:
            changed.update(row for row, (old, new) in enumerate(zip(marks, self._marks, strict=False)) if old != new)
        return changed


def _row(page: Page, span: Span, height: int) -> int:
    """The row of a claim; -1 where all of the article can be seen, and nothing needs to be shown."""
    total = len(page)
    return page.line_of(span.start) * height // total if total > height else -1


def _marks(page: Page, ledger: Ledger, flags: frozenset[str], height: int) -> list[str]:
    rows = [""] * max(1, height)
    for entry in ledger:
        standing = entry.standing
        wrong = standing.verdict is Verdict.DISPUTED or standing.contested
        if not wrong and entry.claim.key not in flags:
            continue
        row = _row(page, entry.claim.span, height)
        if row >= 0:
            rows[row] = "disputed" if wrong or rows[row] == "disputed" else "flag"
    return rows
