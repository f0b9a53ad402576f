"""What stands after a run of acts: pure functions, used for one claim at a time and for a replay of the whole log."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, NamedTuple

from factcheck.errors import StoreError
from factcheck.model import Act, Published, Sources, Standing, Verb, Verdict

NEVER_UNDONE = (Verb.UNDONE, Verb.DRAFT_ADDED, Verb.RULES_CHANGED)
"""Acts that stay: an undo is not undone but done anew, an article is not taken from the desk by a slip, and the rules
are what their file says."""


class Basis(NamedTuple):
    """What a verdict was given on: the claim's words, and its value in words ("" where the log does not say)."""

    verdict: Verdict
    quote: str
    reading: str


class Own(NamedTuple):
    """What one reviewer said of a claim: last verdict and note, the sources they named, the day to look again.

    `independent` is the verdict they gave before another's lay beside it, and stays: what is said after both were
    told is no second measurement. It is None as long as they alone have judged the claim.
    """

    verdict: Verdict
    at: datetime
    basis: Basis | None = None
    note: str = ""
    sources: Sources = Sources()
    recheck: date | None = None
    independent: Verdict | None = None


class Correction(NamedTuple):
    """The value that a person read where the finder read another: as JSON data, and in words."""

    value: Any
    reading: str


class Stood(NamedTuple):
    """What stands on a claim, what each reviewer said of it, what the last verdict was given on, and the value."""

    standing: Standing
    own: dict[str, Own]
    basis: Basis | None = None
    corrected: Correction | None = None

    @property
    def givers(self) -> int:
        """How many reviewers have a verdict of their own there."""
        return sum(each.verdict is not Verdict.OPEN for each in self.own.values())


def standing_of(acts: Iterable[Act], before: Stood | None = None) -> Stood | None:
    """What stands on a claim; None when no act stands.

    `acts` are the claim's acts that were not taken back, oldest first. The verdict shown is the latest one given by
    a reviewer whose own verdict is not open; verdicts that differ make the claim contested, until somebody resolves it:
    then the decision stands until a later verdict differs from it, or no verdict is left. `by` and `at` belong
    to the verdict shown, and where there is none to the latest act that judged or commented. Of corrections the latest
    stands. `before` is what stood on the claim of an earlier draft that this one was: its notes stay, its verdicts are
    only remembered.
    """
    said = _Said(before)
    for act in acts:
        said.take(act)
    return said.stood()


class _Said:
    """What was said of a claim so far."""

    def __init__(self, before: Stood | None) -> None:
        self._before = before
        self._own = _remembered(before) if before else {}
        self._note = before.standing.note if before else ""
        self._latest: tuple[str, datetime | None] = (before.standing.by, before.standing.at) if before else ("", None)
        self._recheck = before.standing.recheck if before else None
        self._resolved: Act | None = None
        self._corrected: Correction | None = None
        self._held: dict[str, list[tuple[str, bool]]] = {}
        self._any = before is not None

    def take(self, act: Act) -> None:
        """Go on by one act."""
        self._any = True
        own = self._own.get(act.actor) or Own(Verdict.OPEN, act.at)
        if act.verb is Verb.JUDGED:
            verdict = verdict_in(act)
            self._own.pop(act.actor, None)  # a dict keeps the order of insertion: the latest verdict goes last
            own = own._replace(verdict=verdict, at=act.at)
            own = own if verdict is Verdict.OPEN else own._replace(basis=_basis_in(act))
            if self._resolved and verdict not in (Verdict.OPEN, verdict_in(self._resolved)):
                self._resolved = None
        elif act.verb is Verb.RESOLVED:
            self._resolved = act
        elif act.verb is Verb.RECHECK:
            self._recheck = day_in(act)
            own = own._replace(recheck=self._recheck)
        elif act.verb is Verb.EVIDENCE:
            held = self._held.setdefault(act.actor, [])
            held.append((str(act.data.get("source")), bool(act.data.get("primary"))))
            own = own._replace(sources=Sources.counted(held))
        if act.verb in (Verb.JUDGED, Verb.COMMENTED):
            self._latest = (act.actor, act.at)
            if (note := act.data.get("note")) is not None:
                self._note = str(note)
                own = own._replace(note=str(note))
        if act.verb is Verb.CORRECTED:
            self._corrected = Correction(act.data.get("corrected"), str(act.data.get("corrected_reading") or ""))
        if act.verb in _OWN:
            self._own[act.actor] = own
        if act.verb is Verb.JUDGED and len(self._own) > 1:
            self._part()

    def _part(self) -> None:
        """Note what each said by themselves, as soon as several have a verdict there."""
        given = [reviewer for reviewer, each in self._own.items() if each.verdict is not Verdict.OPEN]
        for reviewer in given if len(given) > 1 else ():
            own = self._own[reviewer]
            self._own[reviewer] = own if own.independent else own._replace(independent=own.verdict)

    def stood(self) -> Stood | None:
        """What all that comes to."""
        if not self._any:
            return None
        given = {reviewer: each for reviewer, each in self._own.items() if each.verdict is not Verdict.OPEN}
        if not given:
            by, at = self._latest
            basis = self._before.basis if self._before else None
            return Stood(self._standing(Verdict.OPEN, by, at), self._own, basis, self._corrected)
        if act := self._resolved:
            resolved = self._standing(verdict_in(act), act.actor, act.at, resolution=_reason_in(act))
            return Stood(resolved, self._own, _basis_in(act), self._corrected)
        by, shown = next(reversed(given.items()))
        contested = len({each.verdict for each in given.values()}) > 1
        stands = self._standing(shown.verdict, by, shown.at, contested=contested)
        return Stood(stands, self._own, shown.basis, self._corrected)

    def _standing(
        self, verdict: Verdict, by: str, at: datetime | None, *, contested: bool = False, resolution: str = ""
    ) -> Standing:
        """A verdict beside the notes and sources, whose ever they are."""
        return Standing(
            verdict,
            by,
            at,
            self._note,
            contested,
            resolution=resolution,
            recheck=self._recheck,
            sources=Sources.counted(each for held in self._held.values() for each in held) if self._held else Sources(),
        )


_OWN = frozenset({Verb.JUDGED, Verb.COMMENTED, Verb.EVIDENCE, Verb.RECHECK})
"""Acts that say something of a claim in their actor's own name."""


def _remembered(before: Stood) -> dict[str, Own]:
    """What each reviewer said of the claim that this one was: open again, with their notes."""
    return {
        reviewer: Own(Verdict.OPEN, each.at, each.basis, each.note)
        for reviewer, each in before.own.items()
        if each.basis or each.note
    }


def _basis_in(act: Act) -> Basis:
    return Basis(verdict_in(act), str(act.data.get("quote") or ""), str(act.data.get("reading") or ""))


def _reason_in(act: Act) -> str:
    return str(act.data.get("reason") or "") or "no reason given"


def day_in(act: Act) -> date | None:
    """The day that a RECHECK act names, or None where it takes one off.

    Raises:
        StoreError: if it names no day.
    """
    due = act.data.get("due")
    try:
        return date.fromisoformat(str(due)) if due else None
    except ValueError:
        raise StoreError(f"An act of {act.actor} gives no date: {due!r}. Nothing was changed.") from None


def takes_back(undo: Act, target: Act) -> bool:
    """Whether an UNDONE act that names `target` takes it back: one's own act only, on the same draft."""
    return undo.actor == target.actor and undo.draft == target.draft and target.verb not in NEVER_UNDONE


def verdict_in(act: Act) -> Verdict:
    """The verdict a JUDGED act gives."""
    try:
        return Verdict(act.data["verdict"])
    except (KeyError, ValueError):
        raise StoreError(
            f"An act of {act.actor} gives no verdict that this version knows: {act.data.get('verdict')!r}."
            " Nothing was changed."
        ) from None


def published_of(acts: Iterable[Act]) -> Published | None:
    """The date that stands: of the latest DRAFT_ADDED or DATED act, oldest first, that was not taken back."""
    published = None
    for act in acts:
        if act.verb in (Verb.DRAFT_ADDED, Verb.DATED):
            value = act.data.get("published")
            try:
                published = Published(str(value), bool(act.data.get("inferred"))) if value else None
            except ValueError:
                raise StoreError(f"An act of {act.actor} gives no date: {value!r}. Nothing was changed.") from None
    return published
