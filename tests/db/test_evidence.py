"""What claims were held against, and what was decided about findings."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from db import Store, StoreError
from db.doctor import examine
from factcheck.model import Act, Answer, Answered, Claim, Evidence, Medium, Verb, Verdict
from tests.db.desk import ARTICLE, CLAIMS, at

CRANES, DAY, EUROS, _ = CLAIMS
BUDGET = Evidence(
    "Harbour budget 2026",
    Medium.DOCUMENT,
    primary=True,
    locator="p. 12",
    quotation="forty million",
    note="table 3",
    accessed=date(2026, 3, 1),
    sha256="ab" * 32,
)
PAGE = Evidence("https://port.example/cranes")


def evidence(claim: Claim, what: Evidence, minute: float, actor: str = "ana") -> Act:
    return Act(at(minute), actor, Verb.EVIDENCE, claim.draft, claim.key, what.data())


def answer(finding: str, answer: Answered, minute: float, reason: str = "", actor: str = "ana") -> Act:
    data = Answer(finding, answer, reason).data()
    return Act(at(minute), actor, Verb.FINDING_ANSWERED, ARTICLE.draft, data=data)


def bare(what: Evidence) -> Evidence:
    return replace(what, claim="", by="", at=None, event="")


def test_evidence_comes_back_as_it_went_in(store: Store) -> None:
    (event,) = store.record(evidence(EUROS, BUDGET, 1))
    store.record(evidence(EUROS, PAGE, 2, "bo"))
    first, second = store.evidence(EUROS.key)
    assert (bare(first), bare(second)) == (BUDGET, PAGE)
    assert (first.claim, first.by, first.at, first.event) == (EUROS.key, "ana", at(1), event.id)
    assert store.evidence(CRANES.key) == ()
    assert store.standing(EUROS.key).verdict is Verdict.OPEN


def test_the_newest_evidence_of_the_desk_comes_first(store: Store) -> None:
    for minute, claim in enumerate((CRANES, DAY, EUROS), 1):
        store.record(evidence(claim, replace(PAGE, note=str(minute)), minute))
    assert [each.note for each in store.recent_evidence(2)] == ["3", "2"]
    store.undo(ARTICLE.draft, "ana", at(9))
    assert [each.note for each in store.recent_evidence(9)] == ["2", "1"]
    assert store.evidence(EUROS.key) == ()
    assert examine(store) == ()


def test_the_latest_answer_to_a_finding_stands(store: Store) -> None:
    store.record(answer("f1", Answered.CONFIRMED, 1), answer("f2", Answered.EXPLAINED, 2, "old francs", "bo"))
    store.record(answer("f1", Answered.EXPLAINED, 3, "rounded", "bo"))
    answers = store.answers(ARTICLE.key)
    assert {key: (each.answer, each.reason, each.by, each.at) for key, each in answers.items()} == {
        "f1": (Answered.EXPLAINED, "rounded", "bo", at(3)),
        "f2": (Answered.EXPLAINED, "old francs", "bo", at(2)),
    }
    store.undo(ARTICLE.draft, "bo", at(4))
    assert store.answers(ARTICLE.key)["f1"].answer is Answered.CONFIRMED
    store.record(answer("f1", Answered.OPEN, 5, "", "cy"))
    assert list(store.answers(ARTICLE.key)) == ["f2"]
    assert store.answers("nothing") == {}


def test_an_answer_that_names_a_claim_is_in_its_history(store: Store) -> None:
    store.record(replace(answer("f1", Answered.CONFIRMED, 1), claim=EUROS.key))
    (event,) = store.history(EUROS.key)
    assert event.act.data["quote"] == EUROS.quote
    assert store.standing(EUROS.key).verdict is Verdict.OPEN


@pytest.mark.parametrize(
    ("verb", "data"),
    [
        (Verb.EVIDENCE, {}),
        (Verb.EVIDENCE, PAGE.data() | {"source": " "}),
        (Verb.EVIDENCE, PAGE.data() | {"medium": "rumour"}),
        (Verb.EVIDENCE, PAGE.data() | {"accessed": "last week"}),
        (Verb.EVIDENCE, PAGE.data() | {"note": 7}),
        (Verb.FINDING_ANSWERED, {"answer": "confirmed"}),
        (Verb.FINDING_ANSWERED, {"finding": "f1", "answer": "perhaps"}),
    ],
)
def test_what_could_not_be_read_again_is_refused(store: Store, verb: Verb, data: dict[str, Any]) -> None:
    before = store.head()
    with pytest.raises(StoreError, match="Nothing was saved"):
        store.record(Act(at(1), "ana", verb, ARTICLE.draft, EUROS.key, data))
    assert store.head() == before


def test_evidence_is_about_a_claim(store: Store) -> None:
    with pytest.raises(StoreError, match="about a claim"):
        store.record(Act(at(1), "ana", Verb.EVIDENCE, ARTICLE.draft, data=PAGE.data()))


@pytest.mark.parametrize("table", ["event_evidence", "event_answer"])
def test_the_log_is_not_read_for_it(store: Store, table: str) -> None:
    queries = {
        "event_evidence": "select id from event e where e.verb = 'evidence' order by e.stamp desc, e.id desc",
        "event_answer": "select e.id from draft d join event e on e.draft = d.key and e.verb = 'finding-answered'"
        " where d.article = 'x' order by e.stamp, e.id",
    }
    with store.reading() as connection:
        plan = " ".join(str(row) for row in connection.execute(f"explain query plan {queries[table]}"))
    assert table in plan
