"""The date an article gives itself: examples with as many that give none, and what holds for any text."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extract.published import infer_published

CORPUS = Path(__file__).parents[1] / "corpus" / "published.toml"
CASES = tomllib.loads(CORPUS.read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["text"].strip()[:60] for case in CASES])
def test_example(case: dict[str, Any]) -> None:
    found = infer_published(case["text"])
    assert (found.value if found else None) == case.get("published")
    assert found is None or found.inferred is not case.get("said", False)


@pytest.mark.parametrize("line", ["*Published: 3 March 2024*", "**Published:** 3 March 2024"])
def test_a_date_of_publication_in_markdowns_asterisks(line: str) -> None:
    found = infer_published(f"# Ferries\n\n{line}\n\nTwo ferries sail.\n")
    assert found
    assert (found.value, found.inferred) == ("2024-03-03", False)


@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    found = infer_published(text)
    assert found is None or found.day is not None or found.inferred


def test_worst_case_is_read() -> None:
    infer_published("RIGA, Dec. 6 " * 8_000)
    infer_published("Published: 6 May\n" * 6_000)
