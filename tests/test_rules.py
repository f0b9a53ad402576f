"""The rules of a desk: read from their file, and what a claim lacks by them."""

from pathlib import Path

import pytest

from factcheck.errors import ConfigError
from factcheck.model import Evidence
from factcheck.rules import EvidencePolicy, Rules, lacking, load_rules

FIRST = Evidence("The land register", primary=True)
OTHERS = [Evidence(source) for source in ("https://a.example", "https://b.example", "Radio Nord")]


def test_without_a_file_only_verdicts_are_asked_for(tmp_path: Path) -> None:
    assert load_rules(tmp_path / "desk.db") == Rules()


def test_rules_are_read(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text('evidence = "magazine"\nfindings = true\n', "utf-8")
    assert load_rules(tmp_path / "desk.db") == Rules(EvidencePolicy.MAGAZINE, True)


@pytest.mark.parametrize(
    ("text", "said"),
    [("evidence = 'some'", "one of none"), ("evidence = []", "one of"), ("findings = 1", "true or false"),
     ("speed = 1", "no rule"), ("evidence", "could not be read"), ("evidence = {}", "one of")],
)  # fmt: skip
def test_a_rule_that_is_not_understood_is_told(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "factcheck.toml").write_text(text, "utf-8")
    with pytest.raises(ConfigError, match=said):
        load_rules(tmp_path / "desk.db")


@pytest.mark.parametrize(
    ("policy", "evidence", "lacks"),
    [
        (EvidencePolicy.NONE, [], False),
        (EvidencePolicy.REQUIRED, [], True),
        (EvidencePolicy.REQUIRED, OTHERS[:1], False),
        (EvidencePolicy.MAGAZINE, OTHERS[:2], True),
        (EvidencePolicy.MAGAZINE, OTHERS, False),
        (EvidencePolicy.MAGAZINE, [FIRST], False),
        (EvidencePolicy.MAGAZINE, [*OTHERS[:2], Evidence(" HTTPS://A.example ")], True),
        (EvidencePolicy.MAGAZINE, [], True),
    ],
)
def test_what_a_verified_claim_needs(policy: EvidencePolicy, evidence: list[Evidence], lacks: bool) -> None:
    assert bool(lacking(policy, evidence)) is lacks
