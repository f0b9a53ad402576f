"""The second check: who must judge too, what is kept from them until they have, and how differing verdicts are settled."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import Store, StoreError
from db.doctor import examine
from factcheck.model import Act, Answer, Answered, Article, Given, Sources, Verb, Verdict
from factcheck.terms import Ask, Second, Terms
from tests.db.desk import ARTICLE, CLAIMS, TEXT, at, claim, commented, held, judged, new_desk, open_store, resolved

CRANES, DAY, EUROS, RUMOUR = CLAIMS
VERIFIED, DISPUTED, OPEN = Verdict.VERIFIED, Verdict.DISPUTED, Verdict.OPEN
SECRET = "only ana knows"


def asking(store: Store, ask: Ask, **how: object) -> Store:
    """The same desk under other rules."""
    return open_store(store.path, terms=Terms(replace(Second(ask), **how)), clock=lambda: at(600))  # type: ignore[arg-type]


@pytest.fixture
def told(store: Store) -> Iterator[Store]:
    """A desk on which all claims need two people, and ana has judged one, with evidence, a note and an answer."""
    answer = Answer("f1", Answered.CONFIRMED, SECRET).data()
    store.record(
        held(EUROS, SECRET, 1, primary=True),
        judged(EUROS, DISPUTED, 2, note=SECRET),
        Act(at(3), "ana", Verb.FINDING_ANSWERED, EUROS.draft, EUROS.key, answer),
        Act(at(4), "ana", Verb.RECHECK, EUROS.draft, EUROS.key, {"due": "2030-01-01"}),
    )
    with asking(store, Ask.ALL) as told:
        yield told


def everything(store: Store, viewer: str | None) -> str:
    """All that a viewer can ask the desk for, as text."""
    return repr(
        (
            store.ledger(ARTICLE.key, viewer=viewer),
            store.standing(EUROS.key, viewer=viewer),
            store.history(EUROS.key, viewer=viewer),
            store.evidence(EUROS.key, viewer=viewer),
            store.evidenced(ARTICLE.key, viewer=viewer),
            store.recent_evidence(99, viewer=viewer),
            store.answers(ARTICLE.key, viewer=viewer),
            store.elsewhere("amount", str(EUROS.value), "another article", 9, viewer=viewer),
            [(row.counts, row.second) for row in store.statuses(viewer=viewer)],
            [(row.kind, row.verdict, row.count) for row in store.tally(viewer=viewer)],
        )
    )


def test_nothing_leaks_before_both_have_judged(told: Store) -> None:
    seen = everything(told, "bo")
    assert SECRET not in seen
    assert EUROS.key not in repr(told.evidenced(ARTICLE.key, viewer="bo"))
    assert {entry.standing.verdict for entry in told.ledger(ARTICLE.key, viewer="bo")} == {OPEN}
    assert told.statuses(viewer="bo")[0].counts == {**dict.fromkeys(Verdict, 0), OPEN: 4}
    assert all(row.verdict is OPEN and not row.reviewer for row in told.tally(viewer="bo"))
    assert [each.verdict for each in told.elsewhere("amount", str(EUROS.value), "-", 9, viewer="bo")] == [OPEN]


def test_a_claim_that_waits_says_so_to_both(told: Store) -> None:
    first, second = (told.standing(EUROS.key, viewer=viewer) for viewer in ("ana", "bo"))
    assert (first.verdict, first.note, first.sources, first.second_due) == (DISPUTED, SECRET, Sources(1, 0), True)
    assert (second.verdict, second.by, second.given, second.second_due, second.sealed) == (OPEN, "", (), True, True)
    assert not told.standing(CRANES.key, viewer="bo").second_due
    assert [row.second for viewer in (None, "ana", "bo") for row in told.statuses(viewer=viewer)] == [1, 0, 1]


def test_the_truth_is_told_where_nobody_looks(told: Store) -> None:
    assert told.standing(EUROS.key).verdict is DISPUTED
    assert told.statuses()[0].counts[DISPUTED] == 1
    assert SECRET in everything(told, None)


def test_one_sees_of_a_sealed_claim_what_one_said_oneself(told: Store) -> None:
    told.record(commented(EUROS, "my question", 5, "bo"), held(EUROS, "my source", 6, "bo"))
    own = told.standing(EUROS.key, viewer="bo")
    assert (own.verdict, own.note, own.sources) == (OPEN, "my question", Sources(0, 1))
    assert [event.act.verb for event in told.history(EUROS.key, viewer="bo")] == [Verb.COMMENTED, Verb.EVIDENCE]
    assert [each.source for each in told.evidence(EUROS.key, viewer="bo")] == ["my source"]
    assert "my question" not in everything(told, "ana")
    assert SECRET not in everything(told, "bo")


def test_all_is_shown_when_both_have_judged(told: Store) -> None:
    told.record(judged(EUROS, VERIFIED, 7, "bo", note="not so"))
    standing = told.standing(EUROS.key, viewer="bo")
    assert standing == told.standing(EUROS.key) == told.ledger(ARTICLE.key, viewer="cy")[2].standing
    assert standing.contested
    assert not standing.second_due
    assert standing.given == (Given("ana", DISPUTED, at(2), SECRET), Given("bo", VERIFIED, at(7), "not so"))
    assert SECRET in everything(told, "bo")
    assert told.statuses(viewer="bo")[0].contested == 1


def test_agreement_is_not_contested(told: Store) -> None:
    told.record(judged(EUROS, DISPUTED, 7, "bo"))
    standing = told.standing(EUROS.key)
    assert (standing.contested, standing.second_due, len(standing.given)) == (False, False, 2)


def test_who_sees_everything_may_still_be_asked_to_judge(store: Store) -> None:
    store.record(judged(EUROS, VERIFIED, 1))
    with asking(store, Ask.ALL, blind=False) as told:
        standing = told.standing(EUROS.key, viewer="bo")
        assert (standing.verdict, standing.second_due, standing.sealed) == (VERIFIED, True, False)
        assert told.statuses(viewer="bo")[0].counts[VERIFIED] == 1


def test_where_only_disputes_wait_the_mark_itself_is_kept_from_the_second(store: Store) -> None:
    store.record(judged(EUROS, DISPUTED, 1), judged(CRANES, VERIFIED, 2))
    with asking(store, Ask.DISPUTED) as told:
        second = told.standing(EUROS.key, viewer="bo")
        assert (second.verdict, second.second_due, second.sealed) == (OPEN, False, False)
        assert told.standing(EUROS.key, viewer="ana").second_due
        assert told.standing(CRANES.key, viewer="bo").verdict is VERIFIED
        (status,) = told.statuses(viewer="bo")
        assert (status.counts[DISPUTED], status.counts[VERIFIED], status.second) == (0, 1, 1)
        assert told.statuses()[0].second == 1


def test_a_sample_hides_what_it_draws_and_nothing_else(store: Store) -> None:
    store.record(*(judged(each, VERIFIED, 1) for each in CLAIMS))
    with asking(store, Ask.SAMPLE, percent=50, seed="desk") as told:
        drawn = {each.key for each in CLAIMS if told.terms.second.draws(each.key)}
        assert 0 < len(drawn) < 4
        ledger = told.ledger(ARTICLE.key, viewer="bo")
        assert {entry.claim.key for entry in ledger if entry.standing.verdict is OPEN} == drawn
        (status,) = told.statuses(viewer="bo")
        assert (status.counts, status.second) == (ledger.counts, len(drawn))


@given(seed=st.text(max_size=5), percent=st.integers(0, 100))
def test_a_sample_is_near_its_share_and_the_same_everywhere(seed: str, percent: int) -> None:
    rule = Second(Ask.SAMPLE, percent, seed)
    drawn = [rule.draws(f"{number:020x}") for number in range(2000)]
    assert abs(sum(drawn) / 20 - percent) < 6
    assert drawn == [Second(Ask.SAMPLE, percent, seed).draws(f"{number:020x}") for number in range(2000)]


def test_a_sample_is_that_of_the_first_draft(store: Store) -> None:
    new = Article("Cranes", f"By our staff.\n\n{TEXT}", key=ARTICLE.key)
    later = claim("40 million euros", article=new)
    with asking(store, Ask.SAMPLE, percent=50) as told:
        told.record(judged(EUROS, VERIFIED, 1))
        told.update(new, [later], carried={later.key: EUROS.key}, reopened={}, actor="ana", at=at(2))
        with told.reading() as connection:
            assert connection.execute("select origin from claim_state where claim = ?", [later.key]).fetchone() == (
                EUROS.key,
            )
        assert told.standing(later.key).second_due is told.terms.second.draws(EUROS.key)


def test_a_carried_claim_stays_sealed_and_opens_in_the_new_draft(told: Store) -> None:
    new = Article("Cranes", f"By our staff.\n\n{TEXT}", key=ARTICLE.key)
    later = claim("40 million euros", article=new)
    told.update(new, [later], carried={later.key: EUROS.key}, reopened={}, actor="ana", at=at(5))
    assert told.standing(later.key, viewer="bo").sealed
    assert told.history(later.key, viewer="bo") == ()
    assert told.recent_evidence(9, viewer="bo") == ()
    told.record(judged(later, DISPUTED, 6, "bo"))
    assert [each.source for each in told.recent_evidence(9, viewer="bo")] == [SECRET]
    assert len(told.standing(later.key, viewer="bo").given) == 2


def test_a_changed_claim_tells_the_second_nothing_of_what_it_was(told: Store) -> None:
    new = Article("Cranes", TEXT.replace("40 million", "41 million"), key=ARTICLE.key)
    later = claim("41 million euros", article=new)
    told.record(commented(EUROS, "my question", 5, "bo"))
    told.update(new, [later], carried={}, reopened={later.key: EUROS.key}, actor="ana", at=at(6))
    assert told.standing(later.key).was is DISPUTED
    second = told.standing(later.key, viewer="bo")
    assert (second.changed, second.was, second.note) == (False, OPEN, "my question")
    assert (told.standing(later.key, viewer="ana").was, told.standing(later.key, viewer="ana").words) == (
        DISPUTED,
        EUROS.quote,
    )
    assert [event.act.actor for event in told.history(later.key, viewer="bo")] == ["bo"]


# Settling


@pytest.fixture
def contested(store: Store) -> Store:
    store.record(judged(EUROS, VERIFIED, 1), judged(EUROS, DISPUTED, 2, "bo"))
    return store


def test_a_decision_settles_a_dispute(contested: Store) -> None:
    contested.record(resolved(EUROS, VERIFIED, 3))
    standing = contested.standing(EUROS.key)
    assert (standing.verdict, standing.by, standing.at) == (VERIFIED, "lea", at(3))
    assert (standing.contested, standing.resolution) == (False, "the register")
    assert [each.reviewer for each in standing.given] == ["ana", "bo"]
    assert contested.statuses()[0].contested == 0
    assert [row.reviewer for row in contested.tally() if row.verdict is VERIFIED] == ["lea"]
    assert examine(contested) == ()


def test_a_later_verdict_that_differs_opens_it_again_and_one_that_agrees_does_not(contested: Store) -> None:
    contested.record(resolved(EUROS, VERIFIED, 3), judged(EUROS, VERIFIED, 4, "cy"))
    assert contested.standing(EUROS.key).resolution
    contested.record(judged(EUROS, DISPUTED, 5, "cy"))
    standing = contested.standing(EUROS.key)
    assert (standing.contested, standing.resolution, standing.by) == (True, "", "cy")


def test_two_who_agree_anew_settle_it_too(contested: Store) -> None:
    contested.record(resolved(EUROS, VERIFIED, 3), judged(EUROS, DISPUTED, 4))
    standing = contested.standing(EUROS.key)
    assert (standing.verdict, standing.contested, standing.resolution) == (DISPUTED, False, "")


def test_a_decision_can_be_taken_back_by_who_made_it(contested: Store) -> None:
    contested.record(resolved(EUROS, VERIFIED, 3))
    assert contested.undo(ARTICLE.draft, "ana", at(4)).act.verb is Verb.JUDGED  # type: ignore[union-attr]
    assert contested.undo(ARTICLE.draft, "lea", at(5)).act.verb is Verb.RESOLVED  # type: ignore[union-attr]
    assert contested.standing(EUROS.key).verdict is DISPUTED
    assert examine(contested) == ()


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (resolved(CRANES, VERIFIED, 3), "Nobody differs"),
        (resolved(EUROS, OPEN, 3), "not understood"),
        (resolved(EUROS, VERIFIED, 3, reason="  "), "reason"),
        (Act(at(3), "ana", Verb.RECHECK, EUROS.draft, EUROS.key, {"due": "soon"}), "no date"),
        (Act(at(3), "ana", Verb.ASSIGNED, EUROS.draft, data={"reviewer": ""}), "reviewer"),
        (Act(at(3), "ana", Verb.ASSIGNED, EUROS.draft, data={"reviewer": "bo", "deadline": "tonight"}), "understood"),
        (Act(at(3), "ana", Verb.SIGNED_OFF, EUROS.draft, data={}), "role"),
        (Act(at(3), "ana", Verb.RULES_CHANGED, "", data={}), "declared"),
    ],
)
def test_what_could_not_be_read_from_the_log_is_refused(contested: Store, act: Act, said: str) -> None:
    before = list(contested.events())
    with pytest.raises(StoreError, match=said):
        contested.record(act)
    assert list(contested.events()) == before


# Ageing


def test_a_verdict_grows_old(tmp_path: Path) -> None:
    with new_desk(tmp_path / "desk.db") as store:
        store.record(judged(EUROS, VERIFIED, 0), judged(CRANES, DISPUTED, 0))
        for days, old in ((0, False), (1, True), (400, False)):
            with open_store(store.path, terms=Terms(recheck_days=days), clock=lambda: at(60 * 24 * 30)) as later:
                assert later.standing(EUROS.key).expired is old
                assert not later.standing(CRANES.key).expired
                assert later.statuses()[0].expired == int(old)
                assert sum(entry.standing.expired for entry in later.ledger(ARTICLE.key)) == int(old)


def test_a_day_of_its_own_counts_instead_of_the_desks(tmp_path: Path) -> None:
    due = {"due": "2026-03-20"}  # nineteen days after the verdict
    with new_desk(tmp_path / "desk.db") as store:
        store.record(judged(EUROS, VERIFIED, 0), Act(at(1), "ana", Verb.RECHECK, EUROS.draft, EUROS.key, due))
        for day, old in ((10, False), (19, True)):
            clock = at(60 * 24 * day)
            with open_store(store.path, terms=Terms(recheck_days=5), clock=lambda now=clock: now) as later:
                assert later.standing(EUROS.key).expired is old
                assert later.statuses()[0].expired == int(old)
                assert later.standing(EUROS.key).recheck == date(2026, 3, 20)
        store.record(judged(EUROS, VERIFIED, 60 * 24 * 20))
        with open_store(store.path, terms=Terms(), clock=lambda: at(60 * 24 * 30)) as later:
            assert not later.standing(EUROS.key).expired


def test_an_old_verdict_is_not_told_to_the_second(told: Store) -> None:
    told.record(judged(CRANES, VERIFIED, 5))
    terms = replace(told.terms, recheck_days=1)
    with open_store(told.path, terms=terms, clock=lambda: at(60 * 24 * 30)) as later:
        assert [later.statuses(viewer=viewer)[0].expired for viewer in (None, "ana", "bo")] == [1, 1, 0]
        assert not later.standing(CRANES.key, viewer="bo").expired
