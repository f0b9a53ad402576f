"""What goes into a desk comes out of it: articles, claims, verdicts, notes, dates and counts."""

from dataclasses import replace
from pathlib import Path
from typing import Never

import pytest

from db import Store, StoreError
from factcheck.model import Act, Article, Origin, Published, Span, Standing, Verb, Verdict
from tests.db.desk import (
    ARTICLE,
    CLAIMS,
    START,
    TEXT,
    Number,
    at,
    bare,
    claim,
    commented,
    judged,
    new_desk,
    open_store,
)

CRANES, DAY, EUROS, RUMOUR = CLAIMS


def standing(store: Store, key: str) -> Standing:
    ledger = store.ledger(ARTICLE.key)
    return bare(ledger[ledger.position[key]].standing)


def test_an_article_comes_back_whole(tmp_path: Path) -> None:
    new_desk(tmp_path / "desk.db").close()
    with open_store(tmp_path / "desk.db") as store:
        assert store.article(ARTICLE.key) == ARTICLE
        assert store.article(ARTICLE.key[:5]) == ARTICLE
        assert store.has(ARTICLE.draft) == ARTICLE.key
        assert store.has("0" * 64) is None
        ledger = store.ledger(ARTICLE.key)
        assert [entry.claim for entry in ledger] == list(CLAIMS)
        assert [entry.number for entry in ledger] == [1, 2, 3, 4]
        assert all(entry.standing == Standing() for entry in ledger)


def test_a_value_of_an_unknown_kind_is_kept_as_it_was(store: Store) -> None:
    assert store.ledger(ARTICLE.key)[3].claim.value == RUMOUR.value


def test_a_claim_that_nothing_here_can_read_can_be_judged(store: Store) -> None:
    def unable(*args: object) -> Never:
        raise KeyError("kind")

    with Store(store.path, unable, unable) as other:
        (event,) = other.record(judged(EUROS, Verdict.VERIFIED, 1))
        with pytest.raises(StoreError, match="cannot read"):
            other.ledger(ARTICLE.key)
    assert event.act.data["value"] == {"words": "40 million euros"}
    assert bare(store.standing(EUROS.key)) == standing(store, EUROS.key) == Standing(Verdict.VERIFIED, "ana", at(1))
    assert store.standing("nothing") == Standing()


@pytest.mark.parametrize("key", ["", "nothing", "%", "'", "\0", "\ud800"])
def test_a_key_of_no_article_is_answered_with_a_sentence(store: Store, key: str) -> None:
    with pytest.raises(StoreError):
        store.article(key)


def test_a_prefix_of_two_articles_is_refused(store: Store) -> None:
    for name in ("aa1", "aa2"):
        store.add(Article("t", f"text {name}", key=name), (), actor="ana", at=at(1))
    with pytest.raises(StoreError, match="More than one"):
        store.article("aa")
    assert store.article("aa1").text == "text aa1"


def test_the_same_text_is_the_same_article(store: Store) -> None:
    before = list(store.events())
    assert not store.add(replace(ARTICLE, title="Other"), CLAIMS[:1], actor="bo", at=at(1), findings=7)
    assert list(store.events()) == before
    assert len(store.ledger(ARTICLE.key)) == 4
    assert store.statuses()[0].findings == 1


def test_an_add_that_breaks_off_leaves_nothing(tmp_path: Path) -> None:
    def claims():  # type: ignore[no-untyped-def]
        yield CLAIMS[0]
        raise RuntimeError("the reader broke")

    with open_store(tmp_path / "desk.db") as store:
        with pytest.raises(RuntimeError):
            store.add(ARTICLE, claims(), actor="ana", at=START)
        assert store.has(ARTICLE.draft) is None
        assert (list(store.events()), store.statuses(), store.head()) == ([], (), "")
        assert store.add(ARTICLE, CLAIMS, actor="ana", at=START)


def test_a_verdict_stands_with_its_reviewer_time_and_note(store: Store) -> None:
    (event,) = store.record(judged(EUROS, Verdict.DISPUTED, 1, note="ten times off"))
    assert standing(store, EUROS.key) == Standing(Verdict.DISPUTED, "ana", at(1), "ten times off")
    assert event.act.data == {
        "verdict": "disputed",
        "note": "ten times off",
        "kind": "amount",
        "start": EUROS.span.start,
        "end": EUROS.span.end,
        "quote": "40 million euros",
        "value": {"words": "40 million euros"},
        "reading": "40 million euros",
    }
    assert store.history(EUROS.key) == (event,)
    assert store.head() == event.hash


def test_a_comment_sets_the_note_and_leaves_the_verdict_and_its_owner(store: Store) -> None:
    store.record(judged(EUROS, Verdict.VERIFIED, 1), commented(EUROS, "seen the receipt", 2, "bo"))
    assert standing(store, EUROS.key) == Standing(Verdict.VERIFIED, "ana", at(1), "seen the receipt")
    store.record(commented(DAY, "which year?", 3, "bo"))
    assert standing(store, DAY.key) == Standing(Verdict.OPEN, "bo", at(3), "which year?")


def test_reviewers_who_differ_make_a_claim_contested(store: Store) -> None:
    store.record(judged(EUROS, Verdict.VERIFIED, 1), judged(EUROS, Verdict.DISPUTED, 2, "bo"))
    assert standing(store, EUROS.key) == Standing(Verdict.DISPUTED, "bo", at(2), contested=True)
    assert store.statuses()[0].contested == 1
    store.record(judged(EUROS, Verdict.OPEN, 3, "bo"))
    assert standing(store, EUROS.key) == Standing(Verdict.VERIFIED, "ana", at(1))
    store.record(judged(EUROS, Verdict.VERIFIED, 4, "bo"))
    assert standing(store, EUROS.key) == Standing(Verdict.VERIFIED, "bo", at(4))
    assert store.statuses()[0].contested == 0


def test_the_latest_verdict_is_shown_whoever_gave_the_first(store: Store) -> None:
    store.record(judged(EUROS, Verdict.VERIFIED, 1), judged(EUROS, Verdict.DISPUTED, 2, "bo"))
    store.record(judged(EUROS, Verdict.VERIFIED, 3))
    assert standing(store, EUROS.key) == Standing(Verdict.VERIFIED, "ana", at(3), contested=True)


def test_a_clock_set_back_never_lets_an_earlier_verdict_win(store: Store) -> None:
    store.record(judged(EUROS, Verdict.VERIFIED, 60))
    store.record(judged(EUROS, Verdict.DISPUTED, 5))
    assert standing(store, EUROS.key).verdict is Verdict.DISPUTED
    assert standing(store, EUROS.key).at == at(5)
    assert [event.act.at for event in store.history(EUROS.key)] == [at(60), at(5)]


def test_the_same_act_twice_is_one_event(store: Store) -> None:
    first = store.record(judged(EUROS, Verdict.VERIFIED, 1))
    again = store.record(judged(EUROS, Verdict.VERIFIED, 1))
    assert again == first
    assert len(store.history(EUROS.key)) == 1
    assert sum(row.count for row in store.tally()) == 4


def test_acts_are_recorded_all_or_none(store: Store) -> None:
    stranger = replace(judged(EUROS, Verdict.VERIFIED, 2), claim="0" * 20)
    with pytest.raises(StoreError, match="not on the desk"):
        store.record(judged(EUROS, Verdict.VERIFIED, 1), stranger)
    assert standing(store, EUROS.key) == Standing()
    assert len(list(store.events())) == 1


@pytest.mark.parametrize(
    "act",
    [
        replace(judged(EUROS, Verdict.VERIFIED, 1), data={"verdict": "perhaps"}),
        replace(judged(EUROS, Verdict.VERIFIED, 1), data={}),
        Act(at(1), "ana", Verb.DATED, ARTICLE.draft, data={"published": "soon"}),
        replace(judged(EUROS, Verdict.VERIFIED, 1), draft="0" * 64),
        replace(judged(EUROS, Verdict.VERIFIED, 1), at=START.replace(year=9999)),
    ],
)
def test_an_act_that_makes_no_sense_is_refused_with_a_sentence(store: Store, act: Act) -> None:
    before = list(store.events())
    with pytest.raises(StoreError):
        store.record(act)
    assert list(store.events()) == before


def test_a_claim_can_be_added_and_judged(store: Store) -> None:
    added = claim("The mayor", "amount")
    act = Act(at(1), "bo", Verb.CLAIM_ADDED, added.draft, added.key)
    store.record(act, judged(added, Verdict.DISMISSED, 2), claims=[added])
    assert store.record(act, claims=[added])[0].id == store.history(added.key)[0].id
    ledger = store.ledger(ARTICLE.key)
    entry = ledger[ledger.position[added.key]]
    assert entry.claim == replace(added, origin=Origin.ADDED)
    assert (len(ledger), entry.number, entry.standing.verdict) == (5, 4, Verdict.DISMISSED)
    assert store.statuses()[0].total == 5


def test_a_new_date_brings_new_readings_and_leaves_verdicts(store: Store) -> None:
    store.record(judged(DAY, Verdict.VERIFIED, 1), judged(EUROS, Verdict.VERIFIED, 2))
    dated = replace(ARTICLE, published=Published("2025-05-04", True))
    act = Act(at(3), "bo", Verb.DATED, ARTICLE.draft, data={"published": "2025-05-04", "inferred": True})
    moved = replace(DAY, value=Number("3 May 2025"))
    store.set_published(act, dated, [CRANES, moved, RUMOUR], findings=3)
    assert store.article(ARTICLE.key) == dated
    assert store.statuses()[0].published == Published("2025-05-04", True)
    assert store.statuses()[0].findings == 3
    ledger = store.ledger(ARTICLE.key)
    assert [entry.claim for entry in ledger] == [CRANES, moved, EUROS, RUMOUR]
    assert [entry.standing.verdict for entry in ledger] == ["open", "verified", "verified", "open"]
    assert store.undo(ARTICLE.draft, "bo", at(4)) is not None
    store.reread(ARTICLE, CLAIMS, findings=1)
    assert store.article(ARTICLE.key) == ARTICLE
    assert store.ledger(ARTICLE.key)[1].claim == DAY


def test_a_claim_that_a_new_reading_no_longer_finds_goes_unless_it_was_judged(store: Store) -> None:
    store.record(judged(DAY, Verdict.DISPUTED, 1))
    store.reread(ARTICLE, [CRANES], findings=0)
    assert [entry.claim.key for entry in store.ledger(ARTICLE.key)] == [CRANES.key, DAY.key]
    assert store.statuses()[0].total == 2


def test_a_new_draft_of_an_article_takes_its_place(store: Store) -> None:
    later = replace(ARTICLE, title="Cranes, updated", text=ARTICLE.text + " More.", key=ARTICLE.key)
    assert later.draft != ARTICLE.draft
    store.record(judged(EUROS, Verdict.VERIFIED, 1))
    assert store.add(later, [claim("40 million euros", article=later)], actor="bo", at=at(2))
    (status,) = store.statuses()
    assert (status.draft, status.title, status.total) == (later.draft, "Cranes, updated", 1)
    assert len(store.ledger(ARTICLE.key)) == 1
    assert len(list(store.events(ARTICLE.key))) == 3
    store.record(judged(EUROS, Verdict.DISPUTED, 3))
    assert store.statuses()[0].counts[Verdict.OPEN] == 1


def test_counts_come_by_article_kind_verdict_and_reviewer(store: Store) -> None:
    store.record(judged(EUROS, Verdict.VERIFIED, 1), judged(DAY, Verdict.DISPUTED, 2, "bo"))
    assert {(row.kind, row.verdict, row.reviewer, row.count) for row in store.tally(ARTICLE.key)} == {
        ("amount", "open", "", 1),
        ("amount", "verified", "ana", 1),
        ("date", "disputed", "bo", 1),
        ("rumour", "open", "", 1),
    }
    assert store.tally("another") == ()
    assert store.tally()[0].title == "Cranes"
    assert store.used() == ("bo", "ana")


def test_the_desk_lists_what_moved_last_first(store: Store) -> None:
    other = Article("Other", "Some other text")
    store.add(other, (), actor="bo", at=at(1))
    assert [status.title for status in store.statuses()] == ["Other", "Cranes"]
    assert store.statuses()[0].total == 0
    store.record(judged(EUROS, Verdict.VERIFIED, 2))
    first = store.statuses()[0]
    assert (first.title, first.last_by, first.last_at) == ("Cranes", "ana", at(2))
    store.set_findings(other.key, 9)
    assert store.statuses()[1].findings == 9


def test_a_naive_time_is_a_mistake_of_the_caller(store: Store) -> None:
    with pytest.raises(ValueError, match="zone"):
        store.record(replace(judged(EUROS, Verdict.VERIFIED, 1), at=START.replace(tzinfo=None)))


def test_a_claim_that_does_not_quote_its_article_is_a_mistake_of_the_caller(store: Store) -> None:
    wrong = replace(EUROS, span=Span(EUROS.span.start + 1, EUROS.span.end + 1))
    other = Article("Other", TEXT + " More.")
    with pytest.raises(ValueError, match="does not quote"):
        store.add(other, [replace(wrong, draft=other.draft)], actor="ana", at=at(1))
    with pytest.raises(ValueError, match="does not quote"):
        store.record(Act(at(1), "bo", Verb.CLAIM_ADDED, wrong.draft, wrong.key), claims=[wrong])
    with pytest.raises(ValueError, match="does not quote"):
        store.reread(ARTICLE, [wrong], findings=0)
    assert [entry.claim for entry in store.ledger(ARTICLE.key)] == list(CLAIMS)
    assert store.has(other.draft) is None


def test_a_claim_may_be_empty(store: Store) -> None:
    point = replace(claim("12"), span=Span(3, 3), quote="")
    store.record(Act(at(1), "bo", Verb.CLAIM_ADDED, point.draft, point.key), claims=[point])
    assert store.ledger(ARTICLE.key)[0].claim.span == (3, 3)
