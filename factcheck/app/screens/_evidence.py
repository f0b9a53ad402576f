"""Holding claims against sources: evidence is taken down, attached again, and opened when a person says so."""

import webbrowser
from datetime import UTC
from pathlib import Path

from textual.app import SuspendNotSupported

from factcheck.app.opening import copied, view
from factcheck.app.screens import _words as words
from factcheck.app.screens._panels import PanelsView
from factcheck.app.screens._sources import is_address
from factcheck.errors import FactcheckError
from factcheck.model import Entry, Evidence


class EvidenceView(PanelsView):
    """The article beside its claims, with the commands for their evidence."""

    def action_evidence(self) -> None:
        """Ask what the claim was held against."""
        if (entry := self._entry_here) is not None:
            self._ask_evidence(entry)

    def action_evidence_last(self) -> None:
        """Ask what the claim was held against that was judged last; nobody is moved."""
        if (entry := self._entry_judged) is not None:
            self._ask_evidence(entry)

    def _ask_evidence(self, entry: Entry) -> None:
        from factcheck.app.screens.evidence import EvidenceScreen

        question = EvidenceScreen(
            words.claim_title("Evidence for", entry, self._glyphs),
            entry.claim.quote,
            self._session.recent_evidence(),
            self._clock().astimezone(UTC).date(),
            self._session.file_limit,
            other=self._other_judged(entry, "review.evidence-last"),
        )
        self._ask(question, lambda given: self._hold(entry.claim.key, *given))

    def action_evidence_again(self) -> None:
        """Attach the evidence that this reviewer gave last to this claim too."""
        own = (each for each in self._session.recent_evidence() if each.by == self._session.reviewer)
        last = next(own, None)
        if last is None:
            self._say("You have given no evidence yet. e asks for it.")
        elif self.entry is not None:
            key, number = self.entry.claim.key, self.entry.number
            if any(each.data() == last.data() for each in self._session.evidence(key)):
                self._say(f"That evidence is attached to claim {number} already.")
                return
            self._hold(key, last)
            self._say(f"Attached to claim {number}: {last.source}")

    def _hold(self, key: str, evidence: Evidence, path: Path | None = None) -> None:
        with self._writing():
            self._session.attach(key, evidence, path)
        self._show()

    @property
    def _held(self) -> tuple[Evidence, ...]:
        """The chosen claim's evidence, newest first."""
        return self._session.evidence(self.entry.claim.key)[::-1] if self.entry else ()

    def action_open_source(self) -> None:
        """Open the newest address or file among the claim's evidence, after a question."""
        from factcheck.app.screens.confirm import ConfirmScreen

        held = next((each for each in self._held if each.file or is_address(each.source)), None)
        if held is None:
            self._say("This claim has no address and no file among its evidence.")
        elif is_address(held.source):
            address = held.source
            self._ask(ConfirmScreen("Open this address in a browser?", address), lambda _: self._browse(address))
        else:
            self._ask_to_view(held)

    def action_open_file(self) -> None:
        """Open the newest file among the claim's evidence, after a question."""
        held = next((each for each in self._held if each.file), None)
        if held is None:
            self._say("This claim has no file among its evidence.")
        else:
            self._ask_to_view(held)

    def _ask_to_view(self, held: Evidence) -> None:
        from factcheck.app.screens.confirm import ConfirmScreen

        self._ask(ConfirmScreen("Open a copy of this file?", held.file), lambda _: self._view(held))

    def _view(self, held: Evidence) -> None:
        path = copied(self._session.file(held), held.sha256, held.file)
        if not view(path):
            self._say(f"A copy, until you leave: {path}. Look at it with a program of your own.")

    def _browse(self, address: str) -> None:
        try:
            browser = webbrowser.get()
            if type(browser) is webbrowser.GenericBrowser:
                with self.app.suspend():
                    opened = browser.open(address)
            else:
                opened = browser.open(address)
        except (webbrowser.Error, SuspendNotSupported) as error:
            raise FactcheckError("No browser could be started here. Open the address yourself.") from error
        if not opened:
            raise FactcheckError("The browser did not open the address. Open it yourself.")
