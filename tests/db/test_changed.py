"""A verdict given on another reading says so, until somebody judges the reading of now."""

from dataclasses import replace

from db import Store
from db.doctor import examine
from factcheck.model import Act, Claim, Standing, Verb, Verdict
from tests.db.desk import ARTICLE, CLAIMS, Number, at, bare, commented, judged

CRANES, DAY, EUROS, RUMOUR = CLAIMS
LATER = replace(DAY, value=Number("3 May 2025"))


def standing(store: Store, claim: Claim) -> Standing:
    ledger = store.ledger(ARTICLE.key)
    found = ledger[ledger.position[claim.key]].standing
    assert found == store.standing(claim.key)
    return bare(found)


def dated(store: Store, minute: float, day: Claim = LATER) -> None:
    act = Act(at(minute), "bo", Verb.DATED, ARTICLE.draft, data={"published": "2025-05-04", "inferred": False})
    store.set_published(act, ARTICLE, [CRANES, day, EUROS, RUMOUR], findings=0)


def changed(store: Store) -> int:
    assert examine(store) == ()
    (status,) = store.statuses()
    assert status.changed == sum(entry.standing.changed for entry in store.ledger(ARTICLE.key))
    return status.changed


def test_a_verdict_on_another_reading_still_stands_and_says_so(store: Store) -> None:
    store.record(judged(DAY, Verdict.VERIFIED, 1), judged(EUROS, Verdict.VERIFIED, 1))
    dated(store, 2)
    assert standing(store, DAY) == Standing(
        Verdict.VERIFIED, "ana", at(1), changed=True, was=Verdict.VERIFIED, words="3 May", read_as="3 May"
    )
    assert standing(store, EUROS) == Standing(Verdict.VERIFIED, "ana", at(1))
    assert changed(store) == 1
    assert store.statuses()[0].counts[Verdict.VERIFIED] == 2


def test_it_ends_with_a_new_verdict_and_comes_back_with_undo(store: Store) -> None:
    store.record(judged(DAY, Verdict.VERIFIED, 1))
    dated(store, 2)
    store.record(commented(DAY, "hm", 3))
    assert changed(store) == 1
    store.record(judged(DAY, Verdict.VERIFIED, 4))
    assert standing(store, DAY) == Standing(Verdict.VERIFIED, "ana", at(4), "hm")
    assert changed(store) == 0
    store.undo(ARTICLE.draft, "ana", at(5))
    assert changed(store) == 1


def test_it_ends_when_the_date_is_taken_back(store: Store) -> None:
    store.record(judged(DAY, Verdict.DISPUTED, 1))
    dated(store, 2)
    assert changed(store) == 1
    store.undo(ARTICLE.draft, "bo", at(3))
    store.reread(store.article(ARTICLE.key), CLAIMS, findings=0)
    assert changed(store) == 0


def test_the_verdict_shown_decides(store: Store) -> None:
    store.record(judged(DAY, Verdict.VERIFIED, 1))
    dated(store, 2)
    store.record(judged(LATER, Verdict.VERIFIED, 3, "bo"))
    assert changed(store) == 0
    store.undo(ARTICLE.draft, "bo", at(4))
    assert changed(store) == 1


def test_no_claim_is_none_however_it_is_read(store: Store) -> None:
    store.record(judged(DAY, Verdict.DISMISSED, 1), judged(CRANES, Verdict.OPEN, 1), commented(EUROS, "hm", 1))
    dated(store, 2)
    assert changed(store) == 0
