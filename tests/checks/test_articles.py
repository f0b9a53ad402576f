"""Whole articles with planted errors and right look-alikes: how many are found, and how many false alarms are raised."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from factcheck.checks import checks, findings_of
from factcheck.extract import claims_of
from factcheck.model import Article, Finding, Published, Span

FOLDER = Path(__file__).parent.parent / "corpus" / "articles"
CORPUS = {
    path.relative_to(FOLDER).with_suffix("").as_posix(): tomllib.loads(path.read_text("utf-8"))
    for path in sorted(FOLDER.rglob("*.toml"))
}


class Reading(NamedTuple):
    """What the checks made of one article: the planted errors they missed and the alarms that nothing was planted for."""

    missed: list[str]
    false: list[str]


def spans(text: str, quotes: list[str]) -> Iterator[Span]:
    """Where the quotes stand in the text, every time."""
    for quote in quotes:
        start = text.find(quote)
        while start >= 0:
            yield Span(start, start + len(quote))
            start = text.find(quote, start + 1)


def reading(row: dict[str, Any]) -> Reading:
    """What the checks make of an article: a planted error is found when its own check accuses words of it."""
    text: str = row["text"]
    article = Article("", text, Published(row["published"]))
    claims = {claim.key: claim for claim in claims_of(article)}
    findings = findings_of(article, tuple(claims.values()))

    def hits(finding: Finding, error: dict[str, Any]) -> bool:
        accused = claims[finding.claims[0]].span
        return finding.check == error["check"] and any(accused.overlaps(span) for span in spans(text, error["quotes"]))

    return Reading(
        [f"{one['check']}: {one['quotes'][0]}" for one in row["planted"] if not any(hits(f, one) for f in findings)],
        [f"{f.check}: {f.message}" for f in findings if not any(hits(f, one) for one in row["planted"])],
    )


@pytest.mark.parametrize("name", CORPUS)
def test_what_is_marked_stands_in_the_text(name: str) -> None:
    row = CORPUS[name]
    marked = [*row["silent"], *(error["quotes"][0] for error in row["planted"])]
    assert [quote for quote in marked if quote not in row["text"]] == []
    assert {error["check"] for error in row["planted"]} <= set(checks())


def test_the_planted_errors_are_found_and_the_look_alikes_left_alone() -> None:
    readings = {name: reading(row) for name, row in CORPUS.items()}
    planted = [(name, error) for name, row in CORPUS.items() for error in row["planted"]]
    missed = {f"{name}: {words}" for name, found in readings.items() for words in found.missed}
    false = [f"{name}: {words}" for name, found in readings.items() for words in found.false]
    look_alikes = sum(len(row["silent"]) for row in CORPUS.values())
    print(f"\n{len(CORPUS)} articles: {len(planted) - len(missed)} of {len(planted)} planted errors found, ", end="")
    print(f"{len(false)} false alarms beside {look_alikes} right look-alikes")
    print(*missed, *false, sep="\n")
    # An error marked as missed is known to stay silent: nothing of it is a claim, or the text does not rule it out.
    assert missed == {f"{name}: {one['check']}: {one['quotes'][0]}" for name, one in planted if one.get("missed")}
    assert false == []
