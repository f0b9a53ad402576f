"""What is missing on an article, and who may sign it."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from factcheck.missing import barred, missing
from factcheck.model import (
    Act,
    Answer,
    Answered,
    Article,
    Claim,
    Entry,
    Event,
    Finding,
    Ledger,
    PlainValue,
    Severity,
    SignOff,
    Sources,
    Span,
    Standing,
    Verb,
    Verdict,
)
from factcheck.rules import EvidencePolicy, Rules

ARTICLE = Article("Cranes", "It paid 40 million.")
CLAIM = Claim(ARTICLE.draft, "amount", Span(8, 18), "40 million", PlainValue({}))
AT = datetime(2026, 3, 1, 9, tzinfo=UTC)
DONE = Standing(Verdict.VERIFIED, "ana", AT)
FINDING = Finding("sums", Severity.ERROR, (CLAIM.key,), "the items add up to 41 million")
SIGNING = Rules(signoff=("checker", "second", "editor"))


def said(standing: Standing, rules: Rules = Rules(), **more: Any) -> list[str]:  # noqa: B008
    told = {"findings": (), "answers": {}, "signed": (), **more}
    return [str(each) for each in missing(Ledger((Entry(1, CLAIM, standing),)), rules, **told)]


@pytest.mark.parametrize(
    ("standing", "what"),
    [
        (Standing(), "open"),
        (Standing(changed=True, was=Verdict.VERIFIED), "open again, verified before it changed"),
        (replace(DONE, contested=True), "contested"),
        (replace(DONE, changed=True, read_as="4 million"), "verified when it was read as 4 million"),
        (replace(DONE, second_due=True), "no second person has judged it"),
        (replace(DONE, expired=True), "to be checked again: verified as of 2026-03-01"),
    ],
)
def test_what_is_missing_on_a_claim(standing: Standing, what: str) -> None:
    assert said(standing) == [f"claim 1 “40 million”: {what}"]


def test_nothing_is_missing_where_nothing_is_asked_for() -> None:
    assert said(DONE) == said(replace(DONE, verdict=Verdict.DISPUTED)) == []


def test_evidence_and_findings_are_asked_for_by_rule() -> None:
    rules = Rules(EvidencePolicy.MAGAZINE, findings=True)
    first, second = said(DONE, rules, findings=[FINDING])
    assert first.endswith("no primary source and 0 of 3 secondary ones")
    assert second.endswith("not answered: the items add up to 41 million")
    held = replace(DONE, sources=Sources(1, 0))
    assert said(held, rules, findings=[FINDING], answers={FINDING.key: Answer(FINDING.key, Answered.EXPLAINED)}) == []
    assert said(held, rules, findings=[replace(FINDING, severity=Severity.NOTE)]) == []


def test_a_checker_signs_before_the_second_check_and_nobody_else() -> None:
    for standing in (replace(DONE, second_due=True), replace(DONE, contested=True)):
        assert said(standing, SIGNING, role="checker") == []
        assert len(said(standing, replace(SIGNING, signoff=("second",)), role="second")) == 1


def test_signatures_follow_in_order() -> None:
    checker = SignOff("checker", "ana", AT, ARTICLE.draft)
    assert said(DONE, SIGNING, role="editor") == ["no sign-off by the checker", "no sign-off by the second"]
    assert said(DONE, SIGNING, role="second", signed=[checker]) == []
    assert len(said(DONE, SIGNING, signed=[checker])) == 2


def test_a_sign_off_that_was_reopened_says_by_whom() -> None:
    act = Act(AT, "bo", Verb.JUDGED, ARTICLE.draft, CLAIM.key, {"verdict": "disputed", "quote": "40 million"})
    event = Event("id", "device", 1, act, "", "hash")
    sign_off = SignOff("checker", "ana", AT, ARTICLE.draft, holds=False, reopened=event)
    (what,) = said(DONE, Rules(signoff=("checker",)), signed=[sign_off])
    assert what.startswith("the sign-off by the checker (ana, 2026-03-01 09:00 UTC) was reopened by bo")
    assert what.endswith("a verdict on “40 million”")
    (unknown,) = said(DONE, Rules(signoff=("checker",)), signed=[replace(sign_off, reopened=None)])
    assert "another reading" in unknown


def test_who_may_not_sign() -> None:
    rules = replace(SIGNING, roles={"ana": ("checker", "second"), "eve": ("editor",)})
    signed = [SignOff("checker", "ana", AT, ARTICLE.draft)]
    assert not barred(ARTICLE, rules, (), "ana", "checker")
    assert "another person" in barred(ARTICLE, rules, signed, "ana", "second")
    assert "no editor" in barred(ARTICLE, rules, (), "ana", "editor")
    assert "no sign-off by a lawyer" in barred(ARTICLE, rules, (), "ana", "lawyer")
    assert not barred(ARTICLE, Rules(), (), "anybody", "lawyer")
