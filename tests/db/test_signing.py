"""Assignments, sign-offs and rules: what the log says of a whole article and of the whole desk."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from db import Store
from db.doctor import examine
from db.verify import verify
from factcheck.model import Act, Answer, Answered, Article, Verb, Verdict
from tests.db.desk import (
    ARTICLE,
    CLAIMS,
    TEXT,
    at,
    claim,
    commented,
    held,
    judged,
    new_desk,
    open_store,
    resolved,
    signed,
)

CRANES, DAY, EUROS, _ = CLAIMS
HALL = claim("The harbour board")


def assigned(reviewer: str, minute: float, actor: str = "lea", **data: Any) -> Act:
    return Act(at(minute), actor, Verb.ASSIGNED, ARTICLE.draft, data={"reviewer": reviewer, **data})


def test_the_latest_assignment_of_each_person_stands(store: Store) -> None:
    deadline = datetime(2026, 3, 2, 18, tzinfo=UTC)
    store.record(
        assigned("ana", 1),
        assigned("bo", 2, kinds=["date"]),
        assigned("ana", 3, deadline=deadline.isoformat()),
    )
    ana, bo = sorted(store.assignments(ARTICLE.key), key=lambda each: each.reviewer)
    assert (ana.article, ana.deadline, ana.kinds, ana.by) == (ARTICLE.key, deadline, (), "lea")
    assert (bo.reviewer, bo.kinds, bo.deadline) == ("bo", ("date",), None)
    store.record(assigned("bo", 4, withdrawn=True))
    assert [each.reviewer for each in store.assignments()] == ["ana"]
    store.undo(ARTICLE.draft, "lea", at(5))
    store.undo(ARTICLE.draft, "lea", at(6))
    assert {(each.reviewer, each.deadline) for each in store.assignments()} == {("ana", None), ("bo", None)}


@pytest.mark.parametrize(
    "act",
    [
        judged(CRANES, Verdict.DISPUTED, 9, "bo"),
        judged(EUROS, Verdict.VERIFIED, 9, "bo"),
        held(CRANES, "the register", 9, "bo"),
        Act(at(9), "bo", Verb.DATED, ARTICLE.draft, data={"published": "2020-01-01", "inferred": False}),
        Act(at(9), "bo", Verb.CLAIM_ADDED, HALL.draft, HALL.key),
        Act(at(9), "bo", Verb.FINDING_ANSWERED, ARTICLE.draft, data=Answer("f", Answered.EXPLAINED, "so").data()),
    ],
    ids=lambda act: act.verb.value,
)
def test_what_changes_what_stands_reopens_a_sign_off(store: Store, act: Act) -> None:
    store.record(judged(CRANES, Verdict.VERIFIED, 1), signed("checker", 2))
    store.record(commented(CRANES, "seen it", 3, "bo"), judged(CRANES, Verdict.VERIFIED, 4, "cy"), signed("editor", 5))
    assert [(each.role, each.holds, each.reopened) for each in store.sign_offs(ARTICLE.key)] == [
        ("checker", True, None),
        ("editor", True, None),
    ]
    (event,) = store.record(act, claims=[HALL])
    for each in store.sign_offs(ARTICLE.key):
        assert not each.holds
        assert each.reopened == event
    store.undo(ARTICLE.draft, act.actor, at(10))
    assert all(each.holds for each in store.sign_offs(ARTICLE.key))
    assert examine(store) == ()


def test_a_new_draft_reopens_a_sign_off(store: Store) -> None:
    store.record(signed("checker", 2))
    new = Article("Cranes", TEXT + " More.", key=ARTICLE.key)
    store.update(new, (), carried={}, reopened={}, actor="bo", at=at(3))
    (sign_off,) = store.sign_offs(ARTICLE.key)
    assert (sign_off.holds, sign_off.draft) == (False, ARTICLE.draft)
    assert sign_off.reopened
    assert sign_off.reopened.act.verb is Verb.DRAFT_ADDED


def test_the_one_who_changed_something_is_named_not_the_one_who_agreed(store: Store) -> None:
    store.record(judged(CRANES, Verdict.VERIFIED, 1), signed("checker", 2))
    store.record(judged(CRANES, Verdict.VERIFIED, 3, "bo"))
    (event,) = store.record(judged(CRANES, Verdict.DISPUTED, 4, "cy"))
    assert store.sign_offs(ARTICLE.key)[0].reopened == event
    store.record(signed("checker", 5))
    (decision,) = store.record(resolved(CRANES, Verdict.VERIFIED, 6))
    assert store.sign_offs(ARTICLE.key)[0].reopened == decision


def test_what_another_device_did_before_reopens_a_sign_off_too(tmp_path: Path) -> None:
    with new_desk(tmp_path / "one.db") as one:
        one.backup(tmp_path / "two.db")
        with open_store(tmp_path / "two.db") as two:
            (event,) = two.record(judged(CRANES, Verdict.DISPUTED, 1, "bo"))
            one.record(judged(EUROS, Verdict.VERIFIED, 2), signed("checker", 3))
            one.take(two.records())
            (sign_off,) = one.sign_offs(ARTICLE.key)
            assert not sign_off.holds
            assert sign_off.reopened
            assert (sign_off.reopened.act.actor, sign_off.reopened.hash) == ("bo", event.hash)
            two.take(one.records())
            assert two.sign_offs(ARTICLE.key) == one.sign_offs(ARTICLE.key)


def test_a_sign_off_can_be_taken_back(store: Store) -> None:
    store.record(signed("checker", 1), signed("checker", 2, "bo"))
    store.undo(ARTICLE.draft, "bo", at(3))
    assert [each.by for each in store.sign_offs(ARTICLE.key)] == ["ana"]
    store.undo(ARTICLE.draft, "ana", at(4))
    assert store.sign_offs(ARTICLE.key) == ()


def test_rules_are_told_once_and_in_somebodys_name(store: Store, tmp_path: Path) -> None:
    rules = {"evidence": "required", "second": {"ask": "all"}}
    assert store.declare_rules({}, actor="ana", at=at(1)) is None
    first = store.declare_rules(rules, actor="ana", at=at(2))
    assert first
    assert (first.act.verb, first.act.draft, first.act.claim) == (Verb.RULES_CHANGED, "", None)
    assert store.declare_rules(rules, actor="bo", at=at(3)) is None
    second = store.declare_rules({}, actor="bo", at=at(4))
    assert second
    assert second.act.data == {"rules": {}, "before": rules}
    assert list(store.rule_changes()) == [second, first]
    assert store.undo(ARTICLE.draft, "bo", at(5)) is None
    assert store.undo("", "bo", at(6)) is None
    assert examine(store) == ()
    assert verify(store).holds
    with open_store(tmp_path / "new.db") as new:
        new.take(store.records())
        assert [event.hash for event in new.rule_changes()] == [second.hash, first.hash]
        assert new.declare_rules({}, actor="cy", at=at(7)) is None
        assert examine(new) == ()


def test_each_device_tells_its_own_rules_once(tmp_path: Path) -> None:
    mine, yours = {"findings": True}, {"findings": False}
    with new_desk(tmp_path / "one.db") as one:
        one.backup(tmp_path / "two.db")
        with open_store(tmp_path / "two.db") as two:
            one.declare_rules(mine, actor="ana", at=at(1))
            two.declare_rules(yours, actor="bo", at=at(2))
            one.take(two.records())
            two.take(one.records())
            assert one.declare_rules(mine, actor="ana", at=at(3)) is None
            assert two.declare_rules(yours, actor="bo", at=at(3)) is None


def test_the_same_act_is_one_sign_off(store: Store) -> None:
    act = signed("checker", 1)
    store.record(act)
    (kept,) = store.sign_offs(ARTICLE.key)
    assert kept.at == at(1)
    assert replace(kept, reopened=None).holds
