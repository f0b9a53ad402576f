"""An article being read for its claims: how far it is, and the way out."""

from time import monotonic

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import ProgressBar, Static
from textual.worker import Worker, WorkerState, get_current_worker

from factcheck.app.messages import ArticleRead, DeskWanted, ReadingMoved
from factcheck.app.screens._base import BaseScreen
from factcheck.app.widgets.key_line import KeyLine
from factcheck.checks import findings_of
from factcheck.errors import Cancelled
from factcheck.extract import claims_of
from factcheck.model import Article
from factcheck.safe import safe_line
from factcheck.syntax import Parser

FRAME = 0.05
"""Seconds between two movements of the bar."""


class ReadingScreen(BaseScreen):
    """Reads an article in a thread of its own and says when it is done."""

    DEFAULT_CSS = """
    ReadingScreen { align: center middle;
        #reading { width: 64; max-width: 90%; height: auto; }
        ProgressBar, ProgressBar Bar { width: 1fr; }
    }
    """
    BINDINGS = [Binding("escape", "cancel", "cancel", tooltip="Stop reading; nothing is stored", id="reading.cancel")]

    def __init__(self, article: Article, parser: Parser | None = None) -> None:
        super().__init__()
        self._article, self._parser = article, parser

    def compose(self) -> ComposeResult:
        with Vertical(id="reading"):
            yield Static(Content.assemble("Reading ", (safe_line(self._article.title) or "the article", "bold")))
            yield Static(Content(f"{len(self._article.text):,} characters. Nothing is stored until it is done."))
            yield ProgressBar(total=1.0, show_eta=False)
        yield KeyLine()

    def on_mount(self) -> None:
        self._read()

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _read(self) -> None:
        worker = get_current_worker()
        shown = monotonic()

        def progress(share: float) -> None:
            nonlocal shown
            if worker.is_cancelled:
                raise Cancelled("The reader asked to stop.")
            if (now := monotonic()) - shown > FRAME:
                shown = now
                self.post_message(ReadingMoved(share))

        claims = claims_of(self._article, progress, self._parser)
        findings = findings_of(self._article, claims)
        progress(1.0)
        self.post_message(ArticleRead(self._article, claims, findings))

    @on(ReadingMoved)
    def _move(self, message: ReadingMoved) -> None:
        message.stop()
        self.query_one(ProgressBar).update(progress=message.share)

    @on(Worker.StateChanged)
    def _stopped(self, event: Worker.StateChanged) -> None:
        if event.state is WorkerState.CANCELLED:
            self._report(Cancelled("The article was not read to its end. Nothing of it was stored."))
        if event.state in (WorkerState.ERROR, WorkerState.CANCELLED):
            self.post_message(DeskWanted())

    def action_cancel(self) -> None:
        """Stop reading and go to the desk."""
        self.workers.cancel_node(self)
