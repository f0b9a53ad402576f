"""Which claims pass a filter, and where the cursor goes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.app.screens._filters import CONTESTED, FLAGGED, Filter, after, facets, is_open, moved, neighbour, shown
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


@pytest.mark.parametrize(
    ("facet", "words", "expected"),
    [
        ("", "", [1, 2, 3, 4, 5]),
        ("a", "", [1, 3, 5]),
        ("open", "", [1, 4]),
        ("disputed", "", [3]),
        ("dismissed", "", [5]),
        (FLAGGED, "", [2]),
        (CONTESTED, "", [3]),
        ("", "TON", [1, 2]),
        ("", "steel ton", [1]),
        ("b", "ton", [2]),
        ("", "ada", [1, 2, 3, 4, 5]),
        ("", "note 4", [4]),
        ("", "[/]", []),
    ],
)
def test_what_passes(facet: str, words: str, expected: list[int]):
    ledger = ledger_of(OPEN, YES, NO, OPEN, NONE, contested=3)
    said = {entry.claim.key: text for entry, text in zip(ledger, ["tons of steel", "a ton", "", "", ""], strict=True)}
    chosen = Filter(facet).with_words(words)
    assert numbers(shown(ledger, chosen, frozenset({ledger[1].claim.key}), said)) == expected


def test_facets_are_those_that_hold_something_and_go_round():
    ledger = ledger_of(OPEN, YES, YES)
    among = facets(ledger, frozenset({"a claim that is gone"}), ["b", "a", "c"])
    assert among == ("", "open", "verified", "b", "a")
    assert [after("", among), after("a", among), after("", among, -1)] == ["open", "", "a"]
    assert after("gone", among) == ""
    assert "disputed" in facets(ledger, frozenset(), [], "disputed")


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
