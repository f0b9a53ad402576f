"""A translation beside its original: what is told, and what is passed over in silence."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extract import claims_of
from factcheck.model import Article, Claim, Published, Severity
from factcheck.original import differences, pairs_of

CASES = tomllib.loads((Path(__file__).parent / "corpus" / "original.toml").read_text("utf-8"))["case"]


def read(text: str) -> tuple[Claim, ...]:
    return claims_of(Article("", text, Published("2024-03-05")))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["translation"][:40])
def test_corpus(case: dict[str, Any]) -> None:
    original, translation = read(case["original"]), read(case["translation"])
    quotes = {claim.key: ("original", claim.quote) for claim in original}
    quotes |= {claim.key: ("translation", claim.quote) for claim in translation}
    told = [f for f in differences(pairs_of(original, translation)) if f.severity is not Severity.NOTE]
    assert [dict(quotes[key] for key in f.claims) for f in told] == [
        {side: words for side, words in wanted.items() if side != "suggestion"} for wanted in case["told"]
    ]
    assert all(wanted.get("suggestion", "") in f.suggestion for f, wanted in zip(told, case["told"], strict=True))


numbers = st.lists(st.integers(2, 10**6), max_size=12).map(
    lambda found: read(" ".join(f"They sold {number:,} boats for ${number + 1}." for number in found))
)


@given(numbers, numbers)
def test_every_value_of_both_texts_is_in_one_pair(original: tuple[Claim, ...], translation: tuple[Claim, ...]) -> None:
    pairs = pairs_of(original, translation)
    assert sorted(p.original.span for p in pairs if p.original) == [c.span for c in original]
    assert sorted(p.translation.span for p in pairs if p.translation) == [c.span for c in translation]


@given(numbers)
def test_a_text_beside_itself_differs_nowhere(claims: tuple[Claim, ...]) -> None:
    assert not list(differences(pairs_of(claims, claims)))
