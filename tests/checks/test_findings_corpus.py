"""All checks at once on sentences and articles of many kinds: what they must raise, and that they raise nothing else."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from factcheck.checks import findings_of
from factcheck.extract import claims_of
from factcheck.model import Article, Published

FOLDER = Path(__file__).parent.parent / "corpus" / "findings"


def examples() -> list[Any]:
    """One parameter for each text: its date, and the check and words of every finding."""
    found = []
    for path in sorted(FOLDER.glob("*.toml")):
        corpus = tomllib.loads(path.read_text("utf-8"))
        rows = [*({"text": text, "found": []} for text in corpus.get("silent", ())), *corpus.get("alarm", ())]
        for number, row in enumerate(rows, 1):
            published = row.get("published", corpus["published"])
            wanted = sorted(tuple(pair) for pair in row["found"])
            found.append(pytest.param(row["text"], published, wanted, id=f"{path.stem}-{number}"))
    return found


@pytest.mark.parametrize(("text", "published", "wanted"), examples())
def test_all_checks_together_find_just_this(text: str, published: str, wanted: list[tuple[str, str]]) -> None:
    article = Article("", text, Published(published))
    claims = claims_of(article)
    quotes = {claim.key: claim.quote for claim in claims}
    found = sorted((finding.check, quotes[finding.claims[0]]) for finding in findings_of(article, claims))
    assert [check for check, _ in found] == [check for check, _ in wanted], found
    assert all(want in got or got in want for (_, got), (_, want) in zip(found, wanted, strict=True)), found
