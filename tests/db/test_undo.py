"""Undo takes back an actor's own acts, newest first, without end, and restores what stood before."""

from dataclasses import replace

import pytest

from db import Store, StoreError
from factcheck.model import Act, Ledger, Published, Standing, Verb, Verdict
from tests.db.desk import ARTICLE, CLAIMS, Number, at, claim, commented, judged

CRANES, DAY, EUROS, _ = CLAIMS


def test_every_verb_is_undone_back_to_the_start(store: Store) -> None:
    def seen() -> tuple[Ledger, object, object]:
        return store.ledger(ARTICLE.key), store.tally(), store.article(ARTICLE.key)

    added = claim("The mayor")
    states = [seen()]
    steps = (
        judged(EUROS, Verdict.VERIFIED, 1, note="receipt"),
        judged(EUROS, Verdict.DISPUTED, 2),
        commented(EUROS, "on second thought", 3),
        Act(at(4), "ana", Verb.CLAIM_ADDED, added.draft, added.key),
        judged(added, Verdict.DISMISSED, 5),
        Act(at(6), "ana", Verb.DATED, ARTICLE.draft, data={"published": "2020-01-02", "inferred": True}),
        judged(EUROS, Verdict.OPEN, 7),
    )
    for act in steps:
        store.record(act, claims=[added])
        states.append(seen())
    assert states[-1][0].counts[Verdict.DISMISSED] == 1
    states.pop()
    for minute, act in enumerate(reversed(steps), 10):
        taken = store.undo(ARTICLE.draft, "ana", at(minute))
        assert taken is not None
        assert taken.undone
        assert (taken.act.verb, taken.act.claim, taken.act.at) == (act.verb, act.claim, act.at)
        assert seen() == states.pop()
    assert store.undo(ARTICLE.draft, "ana", at(30)) is None
    assert len(list(store.events())) == 1 + 2 * len(steps)


def test_nobody_undoes_another_persons_act(store: Store) -> None:
    store.record(judged(EUROS, Verdict.VERIFIED, 1))
    assert store.undo(ARTICLE.draft, "bo", at(2)) is None
    forged = Act(at(3), "bo", Verb.UNDONE, ARTICLE.draft, EUROS.key, {"event": store.history(EUROS.key)[0].id})
    with pytest.raises(StoreError, match="take it back"):
        store.record(forged)
    assert store.ledger(ARTICLE.key)[2].standing.verdict is Verdict.VERIFIED


def test_undo_stays_on_its_draft(store: Store) -> None:
    store.record(judged(EUROS, Verdict.VERIFIED, 1))
    assert store.undo("0" * 64, "ana", at(2)) is None


def test_an_undo_is_in_the_claims_history_and_the_act_is_marked(store: Store) -> None:
    store.record(judged(EUROS, Verdict.VERIFIED, 1))
    store.undo(ARTICLE.draft, "ana", at(2))
    act, undo = store.history(EUROS.key)
    assert (act.undone, undo.undone) == (True, False)
    assert undo.act.data["event"] == act.id
    assert undo.act.data["quote"] == EUROS.quote


def test_an_added_claim_stays_while_another_persons_verdict_stands_on_it(store: Store) -> None:
    added = claim("The mayor")
    store.record(Act(at(1), "ana", Verb.CLAIM_ADDED, added.draft, added.key), claims=[added])
    store.record(judged(added, Verdict.VERIFIED, 2, "bo"))
    store.undo(ARTICLE.draft, "ana", at(3))
    assert store.ledger(ARTICLE.key).position[added.key]
    store.undo(ARTICLE.draft, "bo", at(4))
    assert added.key not in store.ledger(ARTICLE.key).position


def test_undo_with_one_frozen_clock(store: Store) -> None:
    store.record(judged(EUROS, Verdict.VERIFIED, 1))
    store.record(judged(CRANES, Verdict.VERIFIED, 1))
    assert store.undo(ARTICLE.draft, "ana", at(1)) is not None
    assert store.undo(ARTICLE.draft, "ana", at(1)) is not None
    assert all(entry.standing == Standing() for entry in store.ledger(ARTICLE.key))


def test_a_date_set_twice_is_undone_to_the_first(store: Store) -> None:
    for minute, day in ((1, "2020-01-01"), (2, "2021-01-01")):
        act = Act(at(minute), "ana", Verb.DATED, ARTICLE.draft, data={"published": day, "inferred": False})
        moved = replace(DAY, value=Number(day))
        store.set_published(act, replace(ARTICLE, published=Published(day)), [CRANES, moved], findings=0)
    store.undo(ARTICLE.draft, "ana", at(3))
    assert store.article(ARTICLE.key).published == Published("2020-01-01")


def test_what_was_done_at_one_instant_is_taken_back_at_once(store: Store) -> None:
    store.record(judged(CRANES, Verdict.VERIFIED, 1))
    store.record(judged(DAY, Verdict.DISPUTED, 2), judged(EUROS, Verdict.DISPUTED, 2))
    store.record(judged(CLAIMS[3], Verdict.DISPUTED, 2, "bo"))
    taken = store.undo_together(ARTICLE.draft, "ana", at(3))
    assert [event.act.claim for event in taken] == [EUROS.key, DAY.key]
    assert [entry.standing.verdict for entry in store.ledger(ARTICLE.key)] == ["verified", "open", "open", "disputed"]
    assert [event.act.claim for event in store.undo_together(ARTICLE.draft, "ana", at(4))] == [CRANES.key]
    assert store.undo_together(ARTICLE.draft, "ana", at(5)) == ()
