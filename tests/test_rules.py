"""The rules of a desk: read from their file, and what a claim lacks by them."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from factcheck.errors import ConfigError
from factcheck.model import Evidence, Given, Standing, Verdict
from factcheck.rules import Breach, EvidencePolicy, Rules, lacking, load_rules
from factcheck.terms import Ask, Second, Terms

FIRST = Evidence("The land register", primary=True)
OTHERS = [Evidence(source) for source in ("https://a.example", "https://b.example", "Radio Nord")]


def test_without_a_file_only_verdicts_are_asked_for(tmp_path: Path) -> None:
    assert load_rules(tmp_path / "desk.db") == Rules()


FILE = """
evidence = "magazine"
findings = true
evidence_breach = "warn"
recheck_days = 90
[second]
ask = "sample"
percent = 12.5
seed = "2026"
blind = false
[roles]
ana = ["checker"]
"Lea  Ost" = ["lead", "second"]
[signoff]
roles = ["checker", "editor"]
"""


def read(tmp_path: Path, text: str) -> Rules:
    (tmp_path / "factcheck.toml").write_text(text, "utf-8")
    return load_rules(tmp_path / "desk.db")


def test_rules_are_read(tmp_path: Path) -> None:
    rules = read(tmp_path, FILE)
    assert rules == Rules(
        EvidencePolicy.MAGAZINE,
        True,
        Breach.WARN,
        90,
        Second(Ask.SAMPLE, 12.5, "2026", False),
        {"ana": ("checker",), "Lea Ost": ("lead", "second")},
        ("checker", "editor"),
    )
    assert rules.terms == Terms(rules.second, 90)


def test_the_log_is_told_only_what_differs_from_a_desk_without_rules(tmp_path: Path) -> None:
    assert Rules().data() == {}
    assert read(tmp_path, "findings = false\n[second]\nask = 'off'\n").data() == {}
    data = read(tmp_path, FILE).data()
    assert data == json.loads(json.dumps(data))
    assert data["signoff"] == {"roles": ["checker", "editor"]}


def test_what_the_rules_ask_for_is_told_in_words(tmp_path: Path) -> None:
    told = dict(read(tmp_path, FILE).lines())
    assert told["second check"] == "12.5 % of the claims, drawn with “2026”, not blind"
    assert (
        told["evidence"]
        == "one primary or three secondary sources for a verified claim; a verdict without it is kept and marked"
    )
    assert told["Lea Ost"] == "lead, second"
    assert dict(Rules().lines())["evidence"] == "not asked for"


@pytest.mark.parametrize(
    ("text", "said"),
    [("evidence = 'some'", "one of none"), ("evidence = []", "one of"), ("findings = 1", "true or false"),
     ("speed = 1", "no rule"), ("evidence", "could not be read"), ("evidence = {}", "one of"),
     ("recheck_days = true", "whole number"), ("recheck_days = -1", "from 0"), ("second = 3", "a table"),
     ("[second]\nask = 'some'", r"\[second\]: ask is one of"), ("[second]\nwho = 1", "no rule 'who'"),
     ("[second]\npercent = 101", "from 0 to 100"), ("[second]\npercent = nan", "from 0 to 100"),
     ("[second]\nseed = 1", "text"), ("[roles]\nana = 'lead'", r"\[roles\]: ana is a list"),
     ("[signoff]\nroles = ['a', 'a']", "twice"), ("[signoff]\nroles = [' ']", "list of roles")],
)  # fmt: skip
def test_a_rule_that_is_not_understood_is_told(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        read(tmp_path, text)


ROLES = Rules(roles={"ana": ("checker",), "lea": ("lead", "second")})
JUDGED = Standing(given=(Given("ana", Verdict.VERIFIED, datetime(2026, 3, 1, tzinfo=UTC)),))


def test_roles_say_who_may_do_what() -> None:
    assert ROLES.may("ana", "checker")
    assert not ROLES.may("ana", "second")
    assert not ROLES.may("bo", "checker")
    assert Rules().may("anybody", "editor")


def test_a_dispute_is_decided_by_a_lead_or_where_there_is_none_by_who_did_not_judge() -> None:
    assert ROLES.may_resolve("lea", JUDGED)
    assert not ROLES.may_resolve("bo", JUDGED)
    assert Rules().may_resolve("bo", JUDGED)
    assert not Rules().may_resolve("ana", JUDGED)
    assert Rules(roles={"ana": ("checker",)}).may_resolve("bo", JUDGED)


def test_a_lead_sees_everything() -> None:
    assert (ROLES.viewer("lea"), ROLES.viewer("ana"), Rules().viewer("lea")) == (None, "ana", "lea")


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


def test_the_readme_shows_rules_that_are_understood(tmp_path: Path) -> None:
    readme = (Path(__file__).parents[1] / "README.md").read_text("utf-8")
    rules = read(tmp_path, readme.split("```toml\n")[1].split("```")[0])
    assert (rules.evidence, rules.second.ask, rules.signoff[0]) == (EvidencePolicy.MAGAZINE, Ask.SAMPLE, "checker")
    assert rules.may("lea", "lead")
