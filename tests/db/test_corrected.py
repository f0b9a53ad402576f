"""A value that a person read where the finder read another: it stands until it is taken back."""

from dataclasses import replace
from pathlib import Path

import pytest

from db import Store, StoreError
from db.doctor import examine
from factcheck.model import Act, Article, Claim, Elsewhere, Published, Verb, Verdict
from tests.db.desk import ARTICLE, CLAIMS, Number, at, claim, judged, new_desk

CRANES, DAY, EUROS, _ = CLAIMS
DOZEN = replace(CRANES, value=Number("13 cranes"))


def corrected(to: Claim, minute: float, actor: str = "ana") -> Act:
    return Act(at(minute), actor, Verb.CORRECTED, to.draft, to.key)


def value(store: Store, of: Claim = CRANES) -> str:
    (entry,) = (entry for entry in store.ledger(ARTICLE.key) if entry.claim.key == of.key)
    return str(entry.claim.value)


def test_a_correction_stands_over_every_reading_and_can_be_taken_back(store: Store) -> None:
    (event,) = store.record(corrected(DOZEN, 1), claims=[DOZEN])
    assert (event.act.data["corrected"], event.act.data["corrected_reading"]) == ({"words": "13 cranes"}, "13 cranes")
    assert event.act.data["reading"] == "12 cranes"
    assert value(store) == "13 cranes"
    assert store.standing(CRANES.key).found_as == "12 cranes"
    store.reread(ARTICLE, CLAIMS, findings=0)
    assert value(store) == "13 cranes"
    assert str(store.ledger(ARTICLE.key, as_found=True)[0].claim.value) == "12 cranes"
    assert examine(store) == ()
    store.undo(ARTICLE.draft, "ana", at(2))
    assert value(store) == "12 cranes"
    assert store.standing(CRANES.key).found_as == ""
    assert examine(store) == ()


def test_a_verdict_on_the_former_value_says_so(store: Store) -> None:
    store.record(judged(CRANES, Verdict.VERIFIED, 1, "bo"))
    store.record(corrected(DOZEN, 2), claims=[DOZEN])
    standing = store.standing(CRANES.key)
    assert (standing.verdict, standing.changed, standing.read_as) == (Verdict.VERIFIED, True, "12 cranes")
    (event,) = store.record(judged(CRANES, Verdict.VERIFIED, 3, "bo"))
    assert event.act.data["reading"] == "13 cranes"
    assert not store.standing(CRANES.key).changed
    assert examine(store) == ()


def test_a_correction_goes_on_to_the_same_claim_of_a_new_draft(store: Store) -> None:
    store.record(corrected(DOZEN, 1), claims=[DOZEN])
    text = f"{ARTICLE.text} More was not said."
    newer = replace(ARTICLE, text=text)
    again = [claim(each.quote, each.kind, newer) for each in CLAIMS]
    carried = {new.key: old.key for new, old in zip(again, CLAIMS, strict=True)}
    store.update(newer, again, carried=carried, reopened={}, actor="ana", at=at(2))
    assert value(store, again[0]) == "13 cranes"
    assert examine(store) == ()


def test_other_desks_come_to_the_same(store: Store, tmp_path: Path) -> None:
    added = claim("board")
    store.record(Act(at(1), "ana", Verb.CLAIM_ADDED, added.draft, added.key), claims=[added])
    store.record(
        corrected(replace(added, value=Number("council")), 2), claims=[replace(added, value=Number("council"))]
    )
    store.record(judged(added, Verdict.VERIFIED, 3))
    with new_desk(tmp_path / "other.db") as other:
        other.take(store.records())
        assert value(other, added) == "council"
        assert other.standing(added.key).found_as == "board"
        assert examine(other) == ()


def test_a_correction_needs_its_value(store: Store) -> None:
    with pytest.raises(StoreError, match="Nothing was saved"):
        store.record(corrected(DOZEN, 1))
    assert value(store) == "12 cranes"


def test_the_same_value_in_other_articles_by_what_stands_now(store: Store) -> None:
    other = Article("Rails", "They asked for 12 cranes and 13 cranes.", Published("2026-05-05"))
    twelve, thirteen = claim("12 cranes", article=other), claim("13 cranes", article=other)
    store.add(other, [twelve, thirteen], actor="bo", at=at(1))
    assert store.elsewhere("amount", "12 cranes", ARTICLE.key, 9) == (
        Elsewhere(other.key, "Rails", twelve.key, "12 cranes", Verdict.OPEN),
    )
    assert [each.claim for each in store.elsewhere("amount", "12 cranes", other.key, 9)] == [CRANES.key]
    store.record(corrected(DOZEN, 2), claims=[DOZEN])
    assert store.elsewhere("amount", "12 cranes", other.key, 9) == ()
    assert [each.claim for each in store.elsewhere("amount", "13 cranes", other.key, 9)] == [CRANES.key]
    assert store.elsewhere("date", "12 cranes", ARTICLE.key, 9) == ()
