"""An article that is a translation: what it translates, remembered by the desk."""

from collections.abc import Callable
from datetime import datetime

from db import Store
from factcheck.app.screens._signing import Signing
from factcheck.errors import ReadingError
from factcheck.missing import not_here
from factcheck.model import Act, Article, Original, Verb
from factcheck.rules import Rules


class Translating(Signing):
    """The article that a reviewer has before them, with what it translates."""

    def __init__(
        self, store: Store, article: Article, *, reviewer: str, clock: Callable[[], datetime], rules: Rules
    ) -> None:
        super().__init__(store, article, reviewer=reviewer, clock=clock, rules=rules)
        self.translates: Original | None = None
        """What the log says that the article translates."""
        self.original: Article | None = None
        """What it translates, where the desk has the text."""
        self.read_original()

    def read_original(self) -> None:
        """Read from the store what the article translates."""
        self.translates, self.original = self._store.original(self.article.key), None
        self.unread = ""
        if self.translates is None:
            return
        if (text := self._store.original_text(self.translates)) is not None:
            self.original = self.translates.article(text)
        else:
            self.unread = not_here(self.translates)

    @property
    def lacks_original(self) -> str:
        """That the original is not here, in words; empty where it is, or there is none."""
        told = f"{self.unread[:1].upper()}{self.unread[1:]}"
        return f"{told}: its lines are not shown. review --original brings it." if told else ""

    def translate(self, original: Article) -> None:
        """Say what the article translates, where that is new; on a desk that is open to read only, for this sitting."""
        if self._store.readonly:
            self.original = original
            return
        at = self._clock()
        if remember(self._store, self.article, original, self.reviewer, at):
            self.saved = at
            self.read_original()
            self.read_signed()


def remember(store: Store, article: Article, original: Article | None, reviewer: str, at: datetime) -> bool:
    """Keep what an article translates, or that it translates nothing; False where nothing was new.

    Where another desk said so already and only the text is missing here, the text alone is kept.

    Raises:
        ReadingError: if it is the article itself.
    """
    known = store.original(article.key)
    if original is not None and original.draft == article.draft:
        raise ReadingError("An article is not its own original. Nothing was kept.")
    told = Original.of(original) if original else Original("", "")
    if (known.sha256 if known else "") != told.sha256:
        act = Act(at, reviewer, Verb.ORIGINAL, article.draft, data=told.data())
        store.set_original(act, original.text if original else "")
        return True
    if known is None or original is None or store.original_text(known) is not None:
        return False
    store.keep_original(original.text)
    return True
