"""What every full screen of the app shares: its sizes, and what happens when work goes wrong."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Literal, TypeVar

from textual import on
from textual.app import App
from textual.binding import Binding
from textual.screen import ModalScreen, Screen
from textual.worker import Worker, WorkerState

from factcheck.errors import Cancelled, FactcheckError
from factcheck.safe import safe

Answer = TypeVar("Answer")


def report(node: App[None] | Screen[None], error: BaseException) -> None:
    """The one funnel for what goes wrong: an error meant for people becomes a notice, any other is raised again."""
    if not isinstance(error, FactcheckError):
        raise error
    severity: Literal["information", "error"] = "information" if isinstance(error, Cancelled) else "error"
    node.notify(safe(error.message), title=safe(error.title), severity=severity, markup=False)


class BaseScreen(Screen[None]):
    """A full screen that knows how wide and high it is by its classes."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (72, "-normal"), (110, "-wide"), (170, "-huge")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-tall"), (50, "-giant")]
    BINDINGS = [
        Binding("question_mark", "app.help", "help", key_display="?", tooltip="Show what every key does", id="app.help")
    ]

    @on(Worker.StateChanged)
    def _report_worker(self, event: Worker.StateChanged) -> None:
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            self._report(event.worker.error)

    def _report(self, error: BaseException) -> None:
        report(self, error)

    @contextmanager
    def _reporting(self) -> Iterator[None]:
        """For what no action runs: an error meant for people becomes a notice here too."""
        try:
            yield
        except FactcheckError as error:
            self._report(error)

    def _ask(self, question: ModalScreen[Answer | None], then: Callable[[Answer], None]) -> None:
        """Put a question before the reader; `then` gets the answer, unless they left without one."""

        def answered(answer: Answer | None) -> None:
            if answer is None:
                return
            with self._reporting():
                then(answer)

        self.app.push_screen(question, answered)
