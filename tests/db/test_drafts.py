"""What was said of an unchanged claim goes with it into a new draft; a changed one is open again and says what it was."""

from pathlib import Path

import pytest

from db import Store, StoreError
from db.doctor import examine
from db.verify import verify
from factcheck.model import (
    Act,
    Answer,
    Answered,
    Article,
    Claim,
    Evidence,
    Finding,
    Origin,
    Published,
    Severity,
    Span,
    Standing,
    Verb,
    Verdict,
)
from tests.db.desk import ARTICLE, CLAIMS, Number, at, bare, claim, commented, judged, open_store
from tests.db.test_merging import shown

CRANES, DAY, EUROS, RUMOUR = CLAIMS
NEW = Article(
    "Cranes again",
    "News. The harbour board asked for 12 cranes on 3 May. It paid 44 million euros.",
    Published("2026-05-04"),
    "wire",
    "en",
    key=ARTICLE.key,
)
THIRD = Article("Cranes", NEW.text + " So it is.", Published("2026-05-04"), "wire", "en", key=ARTICLE.key)


def here(quote: str, kind: str = "amount", article: Article = NEW) -> Claim:
    return claim(quote, kind, article)


NEW_CLAIMS = (here("12 cranes"), here("3 May", "date"), here("44 million euros"))
CARRIED = {NEW_CLAIMS[0].key: CRANES.key, NEW_CLAIMS[1].key: DAY.key}
REOPENED = {NEW_CLAIMS[2].key: EUROS.key}


def update(store: Store, minute: float = 10) -> bool:
    return store.update(NEW, NEW_CLAIMS, carried=CARRIED, reopened=REOPENED, actor="bo", at=at(minute), findings=3)


def sound(store: Store) -> None:
    assert examine(store) == ()
    assert verify(store).holds
    (status,) = store.statuses()
    ledger = store.ledger(ARTICLE.key)
    assert status.counts == ledger.counts
    assert status.changed == sum(entry.standing.changed for entry in ledger)


def test_what_did_not_change_keeps_what_was_said_of_it(store: Store) -> None:
    source = Act(at(2), "ana", Verb.EVIDENCE, CRANES.draft, CRANES.key, Evidence("The tender").data())
    store.record(judged(CRANES, Verdict.VERIFIED, 1, note="seen"), source, commented(DAY, "which?", 3))
    assert update(store)
    ledger = store.ledger(ARTICLE.key)
    assert [entry.claim for entry in ledger] == list(NEW_CLAIMS)
    assert ledger[0].standing == store.standing(NEW_CLAIMS[0].key)
    assert bare(ledger[0].standing) == Standing(Verdict.VERIFIED, "ana", at(1), "seen")
    assert ledger[1].standing == Standing(Verdict.OPEN, "ana", at(3), "which?")
    assert ledger[2].standing == Standing()
    assert [each.source for each in store.evidence(NEW_CLAIMS[0].key)] == ["The tender"]
    assert len(store.history(NEW_CLAIMS[0].key)) == 2
    assert store.article(ARTICLE.key) == NEW
    assert [event.act.verb for event in store.events()].count(Verb.DRAFT_ADDED) == 2
    assert store.statuses()[0].findings == 3
    sound(store)


def test_an_answer_stands_in_the_next_drafts_while_the_findings_claims_and_sum_are_the_same(store: Store) -> None:
    def found(*claims: Claim, line: str = "12 * 2 = 24") -> Finding:
        return Finding("sum", Severity.ERROR, tuple(claim.key for claim in claims), "Off.", (line,))

    def answered(finding: Finding, answer: Answered, minute: float, draft: str = CRANES.draft) -> Act:
        return Act(at(minute), "ana", Verb.FINDING_ANSWERED, draft, None, Answer(finding.key, answer, "so").data())

    store.record(answered(found(CRANES, DAY), Answered.EXPLAINED, 1), answered(found(EUROS), Answered.EXPLAINED, 2))
    update(store)
    same, other_sum = found(*NEW_CLAIMS[:2]), found(*NEW_CLAIMS[:2], line="12 * 3 = 36")
    findings = (same, other_sum, found(NEW_CLAIMS[2]), found(NEW_CLAIMS[0], NEW_CLAIMS[2]))
    answers = store.answers(ARTICLE.key, findings)
    assert [finding for finding in findings if finding.key in answers] == [same]
    assert (answers[same.key].finding, answers[same.key].reason, answers[same.key].by) == (same.key, "so", "ana")
    store.record(answered(same, Answered.OPEN, 11, NEW.draft))
    assert same.key not in store.answers(ARTICLE.key, findings)


def test_what_changed_is_open_and_says_what_it_was(store: Store) -> None:
    store.record(judged(EUROS, Verdict.VERIFIED, 1, note="the receipt"))
    update(store)
    key = NEW_CLAIMS[2].key
    was = Standing(
        Verdict.OPEN, "ana", at(1), "the receipt", False, True, Verdict.VERIFIED, "40 million euros", "40 million euros"
    )
    assert store.standing(key) == was
    sound(store)
    store.record(judged(NEW_CLAIMS[2], Verdict.DISPUTED, 11, "bo"))
    assert bare(store.standing(key)) == Standing(Verdict.DISPUTED, "bo", at(11), "the receipt")
    sound(store)
    store.undo(NEW.draft, "bo", at(12))
    assert store.standing(key) == was
    assert len(store.history(key)) == 3
    sound(store)


def test_a_verdict_goes_through_many_drafts_and_a_late_word_on_an_old_one_counts(store: Store) -> None:
    store.record(judged(CRANES, Verdict.VERIFIED, 1), judged(EUROS, Verdict.DISPUTED, 1))
    update(store)
    third = [here("12 cranes", article=THIRD), here("44 million euros", article=THIRD)]
    links = {third[0].key: NEW_CLAIMS[0].key, third[1].key: NEW_CLAIMS[2].key}
    assert store.update(THIRD, third, carried=links, reopened={}, actor="bo", at=at(20))
    assert store.standing(third[0].key).verdict is Verdict.VERIFIED
    assert store.standing(third[1].key).changed
    sound(store)
    store.record(judged(CRANES, Verdict.DISPUTED, 21, "bo"))
    assert store.standing(third[0].key).contested
    sound(store)


def test_a_claim_that_a_person_added_goes_along(store: Store, tmp_path: Path) -> None:
    mine = claim("The harbour board")
    store.record(
        Act(at(1), "ana", Verb.CLAIM_ADDED, mine.draft, mine.key), judged(mine, Verdict.VERIFIED, 2), claims=[mine]
    )
    start = NEW.text.index("The harbour board")
    moved = Claim(NEW.draft, "amount", Span(start, start + 17), mine.quote, Number(mine.quote), Origin.ADDED)
    links = CARRIED | {moved.key: mine.key}
    store.update(NEW, NEW_CLAIMS, carried=links, reopened=REOPENED, added=[moved], actor="bo", at=at(10))
    assert store.ledger(ARTICLE.key)[0].claim == moved
    assert store.ledger(ARTICLE.key)[0].standing.verdict is Verdict.VERIFIED
    sound(store)
    with open_store(tmp_path / "other.db") as other:
        other.take(store.records())
        assert shown(other) == shown(store)
        sound(other)


def test_the_same_draft_again_changes_nothing(store: Store) -> None:
    assert update(store)
    before = store.head()
    assert not update(store, 11)
    assert store.head() == before


def test_an_earlier_draft_that_comes_back_has_what_was_said_of_it(store: Store) -> None:
    store.record(judged(EUROS, Verdict.VERIFIED, 1))
    update(store)
    assert store.update(ARTICLE, CLAIMS, carried={}, reopened={}, actor="bo", at=at(20))
    assert [entry.claim for entry in store.ledger(ARTICLE.key)] == list(CLAIMS)
    assert bare(store.standing(EUROS.key)) == Standing(Verdict.VERIFIED, "ana", at(1))
    sound(store)


def test_the_text_of_another_article_is_refused(store: Store) -> None:
    other = Article("Other", "Another text.")
    store.add(other, (), actor="ana", at=at(1))
    same = Article("Other", "Another text.", key=ARTICLE.key)
    with pytest.raises(StoreError, match="another article"):
        store.update(same, (), carried={}, reopened={}, actor="ana", at=at(2))


def test_two_devices_may_both_bring_the_draft(store: Store, tmp_path: Path) -> None:
    store.backup(tmp_path / "two.db")
    with open_store(tmp_path / "two.db") as two, open_store(tmp_path / "new.db") as new:
        store.record(judged(CRANES, Verdict.VERIFIED, 1))
        update(store)
        two.record(judged(CRANES, Verdict.DISPUTED, 2, "bo"))
        stray = Article("Stray", NEW.text)
        two.add(stray, NEW_CLAIMS, actor="cy", at=at(15))
        store.take(two.records())
        two.take(store.records())
        new.take(two.records())
        assert shown(store) == shown(two) == shown(new)
        assert store.standing(NEW_CLAIMS[0].key).contested
        assert [status.key for status in two.statuses()] == [ARTICLE.key]
        sound(store)
        sound(two)
