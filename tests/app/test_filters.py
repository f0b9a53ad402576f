"""Which claims pass a filter, and where the cursor goes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.app.screens._filters import (
    CONTESTED,
    FLAGGED,
    HELD,
    UNHELD,
    By,
    Chip,
    Filter,
    Known,
    choices,
    counted,
    is_open,
    moved,
    neighbour,
    shown,
)
from factcheck.model import Claim, Entry, Ledger, PlainValue, Span, Standing, Verdict

OPEN, YES, NO, NONE = Verdict.OPEN, Verdict.VERIFIED, Verdict.DISPUTED, Verdict.DISMISSED


def ledger_of(*verdicts: Verdict, contested: int = 0) -> Ledger:
    """Entries numbered from 1, of kinds a and b by turns; `contested` is the number of one that reviewers differ on."""
    return Ledger(
        tuple(
            Entry(
                number,
                Claim("draft", "ab"[number % 2 - 1], Span(number, number + 1), "x", PlainValue({})),
                Standing(verdict, note=f"note {number}", by="Ada", contested=number == contested),
            )
            for number, verdict in enumerate(verdicts, 1)
        )
    )


def numbers(entries: tuple[Entry, ...]) -> list[int]:
    return [entry.number for entry in entries]


A, B = Chip(By.KIND, "a"), Chip(By.KIND, "b")
IS_OPEN, IS_NO, IS_NONE = (Chip(By.VERDICT, verdict.value) for verdict in (OPEN, NO, NONE))


@pytest.mark.parametrize(
    ("chips", "words", "expected"),
    [
        ((), "", [1, 2, 3, 4, 5]),
        ((A,), "", [1, 3, 5]),
        ((A, B), "", [1, 2, 3, 4, 5]),
        ((IS_OPEN,), "", [1, 4]),
        ((IS_OPEN, A), "", [1]),
        ((IS_OPEN, IS_NO, B), "", [4]),
        ((IS_NO,), "", [3]),
        ((IS_NONE,), "", [5]),
        ((FLAGGED,), "", [2]),
        ((CONTESTED,), "", [3]),
        ((CONTESTED, IS_OPEN), "", [1, 3, 4]),
        ((UNHELD,), "", [1, 2, 3, 5]),
        ((HELD,), "", [4]),
        ((HELD, A), "", []),
        ((Chip(By.REVIEWER, "Ada"),), "", [1, 2, 3, 4, 5]),
        ((Chip(By.REVIEWER, "Bo"),), "", []),
        ((), "TON", [1, 2]),
        ((), "steel ton", [1]),
        ((B,), "ton", [2]),
        ((), "ada", [1, 2, 3, 4, 5]),
        ((), "steel ada", [1]),
        ((), "note 4", [4]),
        ((), "[/]", []),
    ],
)
def test_what_passes(chips: tuple[Chip, ...], words: str, expected: list[int]):
    ledger, known = known_ledger()
    chosen = Filter(chips).with_words(words)
    assert numbers(shown(ledger, chosen, known)) == expected


def known_ledger() -> tuple[Ledger, Known]:
    ledger = ledger_of(OPEN, YES, NO, OPEN, NONE, contested=3)
    said = {entry.claim.key: text for entry, text in zip(ledger, ["tons of steel", "a ton", "", "", ""], strict=True)}
    return ledger, Known(frozenset({ledger[1].claim.key}), frozenset({ledger[3].claim.key}), said)


def test_choices_are_those_that_hold_something():
    ledger = ledger_of(OPEN, YES, YES)
    among = choices(ledger, Known(frozenset({"a claim that is gone"})), ["b", "a", "c"])
    assert among == (IS_OPEN, Chip(By.VERDICT, "verified"), UNHELD, B, A, Chip(By.REVIEWER, "Ada"))


@given(st.lists(st.sampled_from([A, B, IS_OPEN, IS_NO, FLAGGED, CONTESTED, UNHELD, HELD]), unique=True))
def test_a_count_is_how_many_are_shown_with_that_chip_alone(chips: list[Chip]):
    ledger, known = known_ledger()
    chosen = Filter(tuple(chips))
    among = choices(ledger, known, "ab")
    for chip, count in counted(ledger, chosen, known, among).items():
        assert count == len(shown(ledger, chosen.with_only(chip), known))


def test_a_chip_is_there_once_and_goes():
    chosen = Filter((A,)).toggled(IS_OPEN)
    assert chosen.chips == (A, IS_OPEN)
    assert chosen.toggled(A).chips == (IS_OPEN,)
    assert chosen.with_only(B).chips == (IS_OPEN, B)
    assert not Filter().toggled(A).toggled(A)


@pytest.mark.parametrize(
    ("verdicts", "here", "step", "expected"),
    [
        ((OPEN, YES, OPEN), 1, 1, 3),
        ((OPEN, YES, OPEN), 3, 1, 1),
        ((OPEN, YES, OPEN), 1, -1, 3),
        ((OPEN, YES, OPEN), 2, -1, 1),
        ((YES, OPEN, YES), 2, 1, 2),
        ((YES, YES), 1, 1, None),
        ((), 0, 1, None),
    ],
)
def test_the_next_open_claim(verdicts: tuple[Verdict, ...], here: int, step: int, expected: int | None):
    entry = neighbour(ledger_of(*verdicts), here, is_open, step)
    assert (entry and entry.number) == expected


@given(st.sets(st.integers(1, 20)), st.integers(0, 21), st.sampled_from([-1, 1]))
def test_a_move_goes_to_the_nearest_row_and_stays_at_the_ends(kept: set[int], here: int, step: int):
    rows = [entry for entry in ledger_of(*[OPEN] * 20) if entry.number in kept]
    entry = moved(rows, here, step)
    ahead = [number for number in kept if (number - here) * step > 0]
    if not rows:
        assert entry is None
    elif ahead:
        assert entry is not None
        assert entry.number == min(ahead, key=lambda number: abs(number - here))
    else:
        assert entry is rows[-1 if step > 0 else 0]
