"""Every check against its corpus: sentences it must raise, with the words it accuses, and look-alikes it must not."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from factcheck.checks import checks
from factcheck.extract import claims_of
from factcheck.model import Article, Published

FOLDER = Path(__file__).parent.parent / "corpus" / "checks"
CORPORA = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.toml"))}


def examples() -> list[Any]:
    """One parameter for each example: the check, the text, its publication date, and the words accused."""
    found = []
    for name, corpus in CORPORA.items():
        rows = [*corpus["alarm"], *({"text": row} if isinstance(row, str) else row for row in corpus["silent"])]
        for number, row in enumerate(rows, 1):
            published = row.get("published", corpus.get("published"))
            wanted = tuple(row.get("accused", ()))
            found.append(pytest.param(name, row["text"], published, wanted, id=f"{name}-{number}"))
    return found


def accused(name: str, text: str, published: str | None) -> tuple[str, ...]:
    """The words that a check accuses in a text, in reading order."""
    article = Article("", text, Published(published) if published else None)
    claims = claims_of(article)
    quotes = {claim.key: claim.quote for claim in claims}
    found = [quotes[finding.claims[0]] for finding in checks()[name].look(article, claims)]
    return tuple(sorted(found, key=text.index))


@pytest.mark.parametrize(("name", "text", "published", "wanted"), examples())
def test_the_check_accuses_these_words_alone(name: str, text: str, published: str, wanted: tuple[str, ...]) -> None:
    found = accused(name, text, published or None)
    assert len(found) == len(wanted), found
    assert all(want in got or got in want for want, got in zip(wanted, found, strict=True)), found


@pytest.mark.parametrize("name", checks())
def test_every_check_has_its_examples(name: str) -> None:
    assert len(CORPORA[name]["alarm"]) >= 20
    assert len(CORPORA[name]["silent"]) >= 40
