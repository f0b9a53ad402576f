"""What stands after a run of acts: pure functions, used for one claim at a time and for a replay of the whole log."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from factcheck.errors import StoreError
from factcheck.model import Act, Published, Standing, Verb, Verdict

NEVER_UNDONE = (Verb.UNDONE, Verb.DRAFT_ADDED)
"""Acts that stay: an undo is not undone but done anew, and an article is not taken from the desk by a slip."""


class Basis(NamedTuple):
    """What a verdict was given on: the claim's words, and its value in words ("" where the log does not say)."""

    verdict: Verdict
    quote: str
    reading: str


class Own(NamedTuple):
    """A reviewer's own last verdict on a claim."""

    verdict: Verdict
    at: datetime
    basis: Basis


class Correction(NamedTuple):
    """The value that a person read where the finder read another: as JSON data, and in words."""

    value: Any
    reading: str


class Stood(NamedTuple):
    """What stands on a claim, each reviewer's own verdict, what the last verdict was given on, and the value."""

    standing: Standing
    own: dict[str, Own]
    basis: Basis | None = None
    corrected: Correction | None = None


def standing_of(acts: Iterable[Act], before: Stood | None = None) -> Stood | None:
    """What stands on a claim; None when no act stands.

    `acts` are the claim's acts that were not taken back, oldest first. The verdict shown is the latest one given by
    a reviewer whose own verdict is not open; verdicts that differ make the claim contested. `by` and `at` belong
    to the verdict shown, and where there is none to the latest act that judged or commented. Of corrections the latest
    stands. `before` is what stood on the claim of an earlier draft that this one was: its note stays, its verdict is
    only remembered.
    """
    own: dict[str, Own] = {}
    note, any_act = before.standing.note if before else "", before is not None
    latest: tuple[str, datetime | None] = (before.standing.by, before.standing.at) if before else ("", None)
    corrected: Correction | None = None
    for act in acts:
        any_act = True
        if act.verb is Verb.JUDGED:
            own.pop(act.actor, None)  # a dict keeps the order of insertion: the latest verdict goes last
            own[act.actor] = Own(verdict_in(act), act.at, _basis_in(act))
        if act.verb in (Verb.JUDGED, Verb.COMMENTED):
            latest = (act.actor, act.at)
            said = act.data.get("note")
            note = note if said is None else str(said)
        if act.verb is Verb.CORRECTED:
            corrected = Correction(act.data.get("corrected"), str(act.data.get("corrected_reading") or ""))
    if not any_act:
        return None
    given = {reviewer: verdict for reviewer, verdict in own.items() if verdict.verdict is not Verdict.OPEN}
    if not given:
        return Stood(Standing(Verdict.OPEN, *latest, note), own, before.basis if before else None, corrected)
    by, shown = next(reversed(given.items()))
    contested = len({verdict.verdict for verdict in given.values()}) > 1
    return Stood(Standing(shown.verdict, by, shown.at, note, contested), own, shown.basis, corrected)


def _basis_in(act: Act) -> Basis:
    return Basis(verdict_in(act), str(act.data.get("quote") or ""), str(act.data.get("reading") or ""))


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
